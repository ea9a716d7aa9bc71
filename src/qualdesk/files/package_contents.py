"""What a package holds: each file by its name, made one after the other."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from qualdesk.core.crm_sources import fields_of
from qualdesk.core.errors import ExportRefused
from qualdesk.core.handoff import HandoffItem, Package, Receiver, full_day
from qualdesk.core.progress import Progress
from qualdesk.core.wording import english, tr
from qualdesk.files.answer_form import answer_sheet
from qualdesk.files.answer_page import answer_page
from qualdesk.files.lead_lines import SCHEMA_NAME, lead_lines, lead_schema
from qualdesk.files.lead_tables import (
    columns_of,
    csv_for_machines,
    csv_for_spreadsheets,
    rows_of,
    workbook,
)

MANIFEST = "manifest.json"
LINES = "leads.jsonl"
FORMAT = 2
"""What a manifest says of the form of its package; since 2 each lead has its own receiver."""

Paper = Callable[[Sequence[HandoffItem], Callable[[], None]], bytes]
"""Makes a PDF with a page for each lead; what it is given is called before every page."""
_Files = Iterator[tuple[str, bytes]]


def check_receivers(package: Package) -> None:
    """Refuse a lead nobody is named to receive (T1).

    Raises:
        ExportRefused: it names the lead.
    """
    for item in package.items:
        if not item.receiver.name.strip():
            raise ExportRefused(
                tr("Nobody is named to receive {name}. Choose a person.", name=item.brief.name)
            )


def contents_of(package: Package, paper: Paper, progress: Progress) -> _Files:
    """The files of the package but its manifest: those of the batch, then of each person.

    Raises:
        Cancelled: somebody stopped it.
    """
    pages = _Pages(package, paper, progress)
    progress.report(0, pages.steps, tr("Writing the tables"))
    yield from _tables(package)
    yield LINES, lead_lines(package)
    yield SCHEMA_NAME, lead_schema()
    yield "answers.xlsx", answer_sheet(package)
    yield from _talks(package)
    yield from pages.of_each_lead()
    yield from pages.of_the_batch()
    for receiver in package.receivers:
        folder = person_folder(package, receiver)
        part = package.part_of(receiver)
        for name, content in (*_of_person(part), *pages.of_person(part)):
            yield f"{folder}/{name}", content
    progress.report(pages.steps, pages.steps, tr("Done"))


def person_folder(package: Package, receiver: Receiver) -> str:
    """Where in the package stands what one salesperson gets: “people/01-lena-brandt”.

    Its number keeps two people of one name apart.
    """
    place = package.receivers.index(receiver) + 1
    return f"people/{place:02}-{slug(receiver.name)}"


def manifest_for(package: Package, files: dict[str, str]) -> dict[str, Any]:
    """What the package says about itself; ``files`` are its names with their SHA-256."""
    return {
        "format": FORMAT,
        "batch_id": package.batch_id,
        **({"client": package.client} if package.client else {}),
        "campaign": package.campaign,
        "number": package.number,
        "definition_versions": list(package.definitions),
        "receiver": package.receiver,
        "receiver_email": package.receiver_email,
        "receivers": [
            {
                "name": one.name,
                "email": one.email,
                "leads": len(package.part_of(one).items),
                "folder": person_folder(package, one),
            }
            for one in package.receivers
        ],
        "answer_by": package.answer_by.isoformat(),
        "made_by": package.made_by,
        "made_at": package.made_at.isoformat(),
        "rows": len(package.items),
        "columns": list(columns_of(package)),
        "profile": _profile_of(package),
        "contents": {
            "crm": package.contents.crm,
            "briefs": package.contents.briefs,
            "contacts": package.contents.contacts,
        },
        "files": [{"name": name, "sha256": sha} for name, sha in files.items()],
    }


def named_title(package: Package) -> str:
    """The batch in words, with whose it is where there are several clients."""
    return f"{package.client}: {package.title}" if package.client else package.title


@english()
def brief_footer(package: Package) -> str:
    """The line at the bottom of each brief."""
    return f"{named_title(package)}. Answer by {full_day(package.answer_by)} in answers.xlsx."


def slug(name: str) -> str:
    """A name as a file can carry it everywhere: plain letters and digits, 60 at most.

    Never one that Windows keeps for a device: what is written to ``con.eml`` there is gone.
    """
    mapped = name.translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", mapped).encode("ascii", "ignore").decode()
    found = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:60].strip("-") or "lead"
    return f"{found}-" if _DEVICE.fullmatch(found) else found


def _profile_of(package: Package) -> dict[str, Any]:
    profile = package.profile
    if profile is None:
        return {}
    columns = [field.heading for field in fields_of(profile)]
    return {"id": profile.id, "columns": columns}


class _Pages:
    """The briefs of a package, on paper and for browsers, with how far it has come."""

    def __init__(self, package: Package, paper: Paper, progress: Progress) -> None:
        self._package = package
        self._paper = paper
        self._progress = progress
        self._whole = b""
        self._done = 0
        leads = len(package.items)
        # Each lead alone, in the batch, and once more where several people share the batch.
        self._rounds = 3 if len(package.receivers) > 1 else 2
        self.steps = leads * self._rounds + 1 if package.contents.briefs else 1

    def of_each_lead(self) -> _Files:
        """A page for each lead, as PDF and for browsers."""
        from qualdesk.files.brief_html import brief_page

        footer = brief_footer(self._package)
        for place, item in enumerate(self._items(), start=1):
            name = f"briefs/{place:04}-{slug(item.brief.name)}"
            yield f"{name}.pdf", self._paper([item], self._step)
            yield f"{name}.html", brief_page(item, footer=footer)

    def of_the_batch(self) -> _Files:
        """All of them in one PDF."""
        if self._items():
            self._whole = self._paper(self._items(), self._step)
            yield "briefs.pdf", self._whole

    def of_person(self, part: Package) -> _Files:
        """Those of one salesperson in one PDF."""
        if self._items():
            is_whole = len(part.items) == len(self._items())
            yield "briefs.pdf", self._whole if is_whole else self._paper(part.items, self._step)

    def _items(self) -> Sequence[HandoffItem]:
        return self._package.items if self._package.contents.briefs else ()

    def _step(self) -> None:
        self._done += 1
        self._progress.report(self._done, self.steps, tr("Writing the briefs"))


def _tables(package: Package) -> _Files:
    if not package.contents.crm:
        return
    headings, rows = columns_of(package), rows_of(package)
    yield "leads.xlsx", workbook(headings, rows)
    yield "leads-for-spreadsheets.csv", csv_for_spreadsheets(headings, rows)
    yield "leads-for-machines.csv", csv_for_machines(headings, rows)
    if package.profile is not None:
        from qualdesk.files.crm_tables import crm_tables

        yield from crm_tables(package, package.profile).items()


def _of_person(part: Package) -> _Files:
    """What one salesperson gets beside their briefs; ``part`` has their leads alone."""
    yield "answers.xlsx", answer_sheet(part)
    yield "answers.html", answer_page(part)
    if part.contents.contacts:
        from qualdesk.files.vcards import contact_cards

        yield "contacts.vcf", contact_cards(part.items)
    yield from _talks(part)


def _talks(package: Package) -> _Files:
    if package.talks:
        from qualdesk.files.calendars import calendar

        yield "talks.ics", calendar(package.talks)


_DEVICE = re.compile("con|prn|aux|nul|(com|lpt)[0-9]")
# Letters that do not come apart into a plain one and a mark.
_LETTERS = str.maketrans(
    {
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "Ä": "Ae",
        "Ö": "Oe",
        "Ü": "Ue",
        "ß": "ss",
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "æ": "ae",
        "Æ": "Ae",
        "œ": "oe",
        "đ": "d",
    }
)
