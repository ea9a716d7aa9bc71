"""Reading what a CRM says became of leads: a CSV or a workbook, as the CRM exports it."""

from collections.abc import Sequence
from pathlib import Path

from qualdesk.core import heading_outcomes as known
from qualdesk.core.crm_outcomes import CrmRow
from qualdesk.core.emails import addresses_in
from qualdesk.core.errors import ListRefused
from qualdesk.core.frozen import frozen
from qualdesk.core.headings import plain_heading
from qualdesk.core.identity import email_key
from qualdesk.core.list_files import USUAL_LIMITS, Limits
from qualdesk.core.phones import read_phones
from qualdesk.core.places import country_of
from qualdesk.core.plain_text import storable
from qualdesk.core.wording import tr
from qualdesk.files.lists import open_list


@frozen
class CrmFile:
    """A CRM's file as it was read: its rows in their order, its name, and what is in it."""

    name: str
    sha256: str
    rows: tuple[CrmRow, ...]


def read_crm_file(path: Path, limits: Limits = USUAL_LIMITS) -> CrmFile:
    """The rows of a CRM's export. Formulas in cells are never run: what they showed is read.

    Raises:
        ListRefused: it is no list, says of nobody who they are, or of nothing what became of it.
    """
    with open_list(path, limits=limits) as table:
        columns = _Columns(table.headings)
        columns.check(table.file_name)
        rows = tuple(columns.row(number, cells) for number, cells in table.rows())
        return CrmFile(name=table.file_name, sha256=table.sha256, rows=rows)


class _Columns:
    """Which column holds what. Several may hold an id, an address, a number or a stage."""

    def __init__(self, headings: Sequence[str]) -> None:
        self._plain = [plain_heading(heading) for heading in headings]
        self._ids = self._all(known.IDS)
        self._emails = self._all(known.EMAILS)
        self._phones = self._all(known.PHONES)
        self._stages = self._all(known.STAGES)
        self._one = {
            "reason": self._first(known.REASONS),
            "amount": self._first(known.AMOUNTS),
            "currency": self._first(known.CURRENCIES),
            "opportunity": self._first(self._opportunities()),
        }
        self._names = self._first(known.NAMES)
        self._country = self._first(known.COUNTRIES)

    def check(self, file_name: str) -> None:
        """Refuse a file nothing can be learned from.

        Raises:
            ListRefused: it has no column by which a lead is found, or none of stages.
        """
        if not (self._ids or self._emails or self._phones):
            raise ListRefused(
                tr(
                    "“{file}” does not say which leads it is about. It needs a column “Lead ID”, "
                    "“Email” or “Phone” in its first row.",
                    file=file_name,
                )
            )
        if not self._stages:
            raise ListRefused(
                tr(
                    "“{file}” does not say what became of leads. It needs a column “Stage” or "
                    "“Status” in its first row.",
                    file=file_name,
                )
            )

    def row(self, number: int, cells: Sequence[str]) -> CrmRow:
        """One row."""
        phones, doubts = self._numbers(cells)
        addresses = (one for text in self._texts(cells, self._emails) for one in addresses_in(text))
        return CrmRow(
            row=number,
            ids=tuple(text.strip().lower() for text in self._texts(cells, self._ids)),
            emails=tuple(dict.fromkeys(email_key(one) for one in addresses)),
            phones=phones,
            name=_cell(cells, self._names).strip(),
            stages=tuple(self._texts(cells, self._stages)),
            doubts=doubts,
            **{name: _cell(cells, column) for name, column in self._one.items()},
        )

    def _numbers(self, cells: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The numbers of a row, and what is to be said of those that are none."""
        region = country_of(_cell(cells, self._country))
        numbers: dict[str, None] = {}
        doubts: list[str] = []
        for text in self._texts(cells, self._phones):
            read = read_phones(text, region=region)
            if not any(one.e164 for one in read) and text.strip().isdigit():
                # A spreadsheet took the plus for arithmetic.
                read = read_phones(f"+{text.strip()}") or read
            numbers |= dict.fromkeys(one.e164 for one in read if one.e164)
            doubts += [one.note for one in read if not one.e164 and one.note]
        return tuple(numbers), tuple(dict.fromkeys(doubts))

    def _opportunities(self) -> Sequence[str]:
        # In a table of people, as ours are, a title is what somebody is at work.
        is_of_people = bool(set(known.LAST_NAMES) & set(self._plain))
        return [one for one in known.OPPORTUNITIES if not (is_of_people and one == "title")]

    def _all(self, words: Sequence[str]) -> list[int]:
        return [at for at, heading in enumerate(self._plain) if heading in words]

    def _first(self, words: Sequence[str]) -> int | None:
        """The column with the likeliest of these headings: CRMs have several that look alike."""
        return next((self._plain.index(word) for word in words if word in self._plain), None)

    def _texts(self, cells: Sequence[str], columns: Sequence[int]) -> list[str]:
        return [text for at in columns if (text := _cell(cells, at)).strip()]


def _cell(cells: Sequence[str], column: int | None) -> str:
    # A workbook may hold what no database takes.
    return storable(cells[column]) if column is not None and column < len(cells) else ""
