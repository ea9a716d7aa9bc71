"""The record of processing activities (GDPR, art. 30), from what the workspace knows itself."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import Clock
from qualdesk.core.errors import Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.members import ROLES
from qualdesk.core.permission import Permission
from qualdesk.core.report_cells import ReportTable
from qualdesk.core.retention import Terms
from qualdesk.core.times import day_words
from qualdesk.core.wording import english
from qualdesk.desk.reports import put
from qualdesk.store import campaigns, members, retention, suppression_terms
from qualdesk.store.database import Store
from qualdesk.store.history import note
from qualdesk.store.team.people import refuse_part_sight


@frozen
class Processing:
    """What is done with people's data in a workspace, as it stood at that instant (UTC).

    Attributes:
        roles: how many colleagues see what, by role.
        on_server: the workspace lies on a server, not in a file of one computer.
        no_kept: for how many days a no is kept by client, None for good.
    """

    made_at: datetime
    campaigns: tuple[Campaign, ...]
    terms: Terms
    roles: tuple[tuple[str, int], ...]
    on_server: bool
    no_kept: tuple[tuple[str, int | None], ...]


class ProcessingRecord:
    """Writes the record. What a program cannot know is asked for in it, in words."""

    def __init__(self, store: Store, clock: Clock, caller: str) -> None:
        self._store = store
        self._clock = clock
        self._caller = caller

    def look(self) -> Processing:
        """What the workspace knows of what is done with people's data.

        Raises:
            Refused: in a team it is a supervisor's.
        """
        with self._store.reading() as tx:
            refuse_part_sight(tx)
            found = tuple(campaigns.campaigns(tx))
            clients = sorted({one.client for one in found})
            kept = [(one, suppression_terms.kept_for(tx, one)) for one in clients]
            return Processing(
                made_at=tx.now,
                campaigns=found,
                terms=retention.terms(tx),
                roles=tuple(Counter(one.role for one in members.members(tx)).most_common()),
                on_server=tx.dialect.name != "sqlite",
                no_kept=tuple((one, days.days if days else None) for one, days in kept),
            )

    def save(self, path: Path) -> Processing:
        """Write it to a file: .pdf to be read, .xlsx to be worked on.

        Raises:
            Refused: it is another kind of file.
            ExportRefused: it cannot be written there.
        """
        found = self.look()
        put(path, record_of(found, path.suffix.casefold()))
        with self._store.transaction() as tx:
            note(tx, self._caller, "wrote the record of processing", "client", "")
        return found


@english()
def record_of(found: Processing, kind: str) -> bytes:
    """The record as a file of that kind.

    Raises:
        Refused: it is neither .pdf nor .xlsx.
    """
    title = "Record of processing activities"
    day = f"{day_words(found.made_at.date())} {found.made_at.year}"
    says = (
        f"GDPR, art. 30. From the workspace as it stood on {day}.",
        "What stands in brackets the program cannot know: write it in. This is no legal advice.",
    )
    if kind == ".xlsx":
        from qualdesk.files.report_books import report_book

        return report_book(title, says, tables_of(found))
    if kind == ".pdf":
        from qualdesk.links.tables_on_paper import tables_pdf

        return tables_pdf(title, tables_of(found), says=says, footer=title)
    raise Refused("The record is a .pdf or a .xlsx. Give it one of these endings.")


def tables_of(found: Processing) -> list[ReportTable]:
    """The parts of the record, each a table."""
    purposes = [_purpose(one) for one in found.campaigns]
    grounds = [_ground(one) for one in found.campaigns]
    recipients = [_recipient(one) for one in found.campaigns]
    return [
        _table("Who is responsible", ("What", "Who"), _responsible(found)),
        _table("Purposes, and whose data", ("Campaign", "Client", "Purpose", "People"), purposes),
        _table(
            "Sources and grounds", ("Campaign", "Source", "Ground", "Since", "Shown by"), grounds
        ),
        _table("Categories of data", ("What", "For what"), _CATEGORIES),
        _table("Recipients", ("Campaign", "Receives qualified leads", "How"), recipients),
        _table("How long", ("What", "Kept for"), _times(found)),
        _table("Who works with it, and how it is kept safe", ("What", "How"), _safety(found)),
    ]


def _table(title: str, heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> ReportTable:
    return ReportTable(key="", title=title, headings=heads, rows=tuple(rows))


def _responsible(found: Processing) -> list[tuple[str, ...]]:
    clients = sorted({one.client for one in found.campaigns if one.client})
    behalf = sorted({one.source.on_behalf_of for one in found.campaigns if one.source} - {""})
    return [
        ("Controllers", ", ".join(behalf or clients) or "[name and address]"),
        ("Processor, where calls are made for others", "[name and address, contract of art. 28]"),
        ("Data protection officer", "[name and address, or none and why]"),
    ]


def _purpose(one: Campaign) -> tuple[str, ...]:
    source = one.source
    people = (source.who if source else "") or "[who is on the list]"
    return (one.name, one.client, "Qualifying leads by telephone", people)


def _ground(one: Campaign) -> tuple[str, ...]:
    source = one.source
    permission = (source.permission if source else None) or Permission()
    came = ", ".join(part for part in (source.what, source.place) if part) if source else ""
    ground = permission.basis.label if permission.basis else ""
    words = ": ".join(part for part in (ground, permission.says) if part)
    since = permission.given_on.isoformat() if permission.given_on else ""
    return (one.name, came or "[source]", words or "[ground]", since, permission.evidence)


def _recipient(one: Campaign) -> tuple[str, ...]:
    who = one.handoff.receiver or "[salespeople by the rules on who gets what]"
    how = ", ".join(
        {"mail": "mail", "call": "telephone"}.get(way, way) for way in one.handoff.channels
    )
    return (one.name, who, f"batch file, {how}" if how else "batch file")


def _times(found: Processing) -> list[tuple[str, ...]]:
    named = {int(one.id): one.name for one in found.campaigns}
    rows = [("People, after the last contact", f"{found.terms.months} months")]
    rows += [(f"People of {name}", f"{months} months") for name, months in found.terms.of_client]
    rows += [
        (f"People of {named.get(number, number)}", f"{months} months")
        for number, months in found.terms.of_campaign
    ]
    rows += [
        (f"A no, as a fingerprint: {client}", f"{days} days" if days else "for good")
        for client, days in found.no_kept
    ]
    how = (
        "by the program's timer"
        if found.terms.by_itself
        else "by hand, from the list of who is due"
    )
    return [*rows, ("Erased", how)]


def _safety(found: Processing) -> list[tuple[str, ...]]:
    place = (
        "on a PostgreSQL server, each person with a login of their own and the rows of their role"
        if found.on_server
        else "in a file on one computer, readable by its account only"
    )
    return [
        *(
            (ROLES.get(role, role).capitalize() if role else "Others", f"{count} people")
            for role, count in found.roles
        ),
        ("Where it lies", place),
        ("What is written down of acts", "a chained history without personal values"),
        ("Transfers to other countries", "none by the program; [by your mail or phone provider?]"),
        ("Other processors", "[mail server, telephone provider, hosting]"),
    ]


_CATEGORIES: Sequence[tuple[str, ...]] = (
    ("Name, title, company, place, languages", "to speak to the right person in their language"),
    ("Telephone numbers, mail addresses", "to reach them"),
    ("What they did at the source", "to know what they asked about"),
    ("Calls, notes and answers", "to judge by the agreed definition who is qualified"),
    ("Time zone", "to call within lawful hours"),
    ("Do-not-call fingerprints", "to obey a no, also after everything else is erased"),
)
