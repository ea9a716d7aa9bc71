"""What somebody may ask for: all that is kept about them, to be read and to be taken along."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from qualdesk.core.clock import Clock
from qualdesk.core.errors import Refused
from qualdesk.core.ids import LeadId
from qualdesk.core.report_cells import ReportTable
from qualdesk.core.times import day_words
from qualdesk.core.wording import english, tr
from qualdesk.desk.reports import put
from qualdesk.store import erasing
from qualdesk.store.database import Store
from qualdesk.store.erasing_rows import Person
from qualdesk.store.history import note
from qualdesk.store.person_file import Rows, everything_about

KINDS: Final = (".json", ".pdf")


@dataclass(frozen=True, kw_only=True, slots=True)
class PersonFile:
    """Everything about one person, as it stood at that instant (UTC).

    Attributes:
        parts: the rows of each table that speaks of them, by the table's name.
    """

    who: Person
    made_at: datetime
    parts: Mapping[str, Rows]


class PersonFiles:
    """Answers to people who ask what is kept about them."""

    def __init__(self, store: Store, clock: Clock, caller: str) -> None:
        self._store = store
        self._clock = clock
        self._caller = caller

    def of(self, lead_id: LeadId) -> PersonFile:
        """Everything about the person of a lead, of all their leads.

        Raises:
            NotFound: there is no such lead.
            Refused: they are erased: nothing more is known about them.
        """
        with self._store.reading() as tx:
            who = erasing.person_of(tx, lead_id)
            return PersonFile(who=who, made_at=tx.now, parts=everything_about(tx, who))

    def save(self, lead_id: LeadId, path: Path) -> PersonFile:
        """Write it to a file, as JSON or as a PDF by the end of its name.

        The history says that it was done, for which lead, and not where.

        Raises:
            NotFound: there is no such lead.
            Refused: they are erased, or the file is of another kind.
            ExportRefused: the file cannot be written there.
        """
        kind = path.suffix.casefold()
        if kind not in KINDS:
            raise Refused(tr("It is written as .json or .pdf. Give it one of these endings."))
        found = self.of(lead_id)
        put(path, as_json(found) if kind == ".json" else as_pdf(found))
        with self._store.transaction() as tx:
            note(tx, self._caller, "gave a person their data", "lead", lead_id, kind=kind[1:])
        return found


def as_json(found: PersonFile) -> bytes:
    """All of it for machines: UTF-8, instants in ISO 8601 and UTC."""
    plain = {
        "made_at": found.made_at.isoformat(),
        "name": found.who.name,
        "numbers": found.who.numbers,
        "addresses": found.who.emails,
        "kept": dict(found.parts),
    }
    return (json.dumps(plain, ensure_ascii=False, indent=1, default=str) + "\n").encode()


@english()
def as_pdf(found: PersonFile) -> bytes:
    """All of it for people, in plain words, on A4."""
    from qualdesk.links.tables_on_paper import tables_pdf

    day = f"{day_words(found.made_at.date())} {found.made_at.year}"
    title = f"What is kept about {found.who.name or 'somebody without a name'}"
    says = (
        f"As it stood on {day}, times in UTC. Names of callers are of people who work here.",
        "You may ask for it to be put right or erased, and say no to calls at any time.",
    )
    return tables_pdf(title, tables_of(found), says=says, footer=title, is_whole=True)


def tables_of(found: PersonFile) -> list[ReportTable]:
    """What is kept as tables of words: first what people ask for, then whatever else there is."""
    tables = [
        _table(title, columns, found.parts[name])
        for name, title, columns in _PARTS
        if found.parts.get(name)
    ]
    named = {name for name, _, _ in _PARTS}
    return tables + [
        _table(name.replace("_", " ").capitalize(), tuple(rows[0]), rows)
        for name, rows in found.parts.items()
        if name not in named
    ]


def _table(title: str, columns: tuple[str, ...], rows: Rows) -> ReportTable:
    """A table; more columns than fit beside each other stand below each other, a line for each."""
    heads = tuple(_HEADS.get(one, one.replace("_", " ").capitalize()) for one in columns)
    if len(columns) <= _BESIDE:
        cells = tuple(tuple(_words(row.get(one)) for one in columns) for row in rows)
        return ReportTable(key="", title=title, headings=heads, rows=cells)
    lines = tuple(
        (head, words)
        for row in rows
        for head, one in zip(heads, columns, strict=True)
        if (words := _words(row.get(one)))
    )
    return ReportTable(key="", title=title, headings=("What", "Kept"), rows=lines)


def _words(value: Any) -> str:
    """A kept value as people read it."""
    if value is None or value in ("", [], {}):
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        said = {one: _words(of) for one, of in value.items() if one not in _OURS}
        return "\n".join(f"{one.replace('_', ' ')}: {of}" for one, of in said.items() if of)
    if isinstance(value, list):
        return ", ".join(_words(one) for one in value if _words(one))
    text = str(value)
    if len(text) > _DAY and text[10:11] == "T" and text[:4].isdigit():
        return text[:16].replace("T", " ")
    return text


_DAY = 19
_BESIDE = 6
# What a list cost says nothing about anybody on it.
_OURS = frozenset({"cost", "currency"})
_HEADS = {
    "e164": "Number",
    "raw": "As it came",
    "says": "Words",
    "at": "When",
    "who": "By whom",
    "what": "What was done",
    "source": "Where it comes from, and on what ground",
    "given_at": "When",
}
_PARTS: Final[tuple[tuple[str, str, tuple[str, ...]], ...]] = (
    (
        "contact",
        "Who you are",
        (
            *("name", "first_name", "last_name", "title", "city", "subdivision", "postcode"),
            *("country", "languages", "zones"),
        ),
    ),
    ("contact_phone", "Numbers", ("e164", "extension", "raw", "kind", "state", "note")),
    ("contact_email", "Addresses", ("address",)),
    ("company", "Company", ("name", "about")),
    ("source", "Where we have it from, and on what ground you may be called", ("name", "source")),
    ("list", "Lists you came with", ("file_name", "loaded_at", "permission", "raw")),
    ("touchpoint", "What you did there", ("kind", "says", "value", "at", "by")),
    (
        "attempt",
        "Calls",
        ("started_at", "caller", "number", "outcome", "reason", "note", "hint", "ended_at"),
    ),
    ("answer", "Answers", ("given_at", "question", "value", "words")),
    ("callback", "Call backs", ("wall", "zone", "owner", "state")),
    ("message", "Messages about you", ("left_by", "says")),
    ("sending", "Material you asked for", ("what", "address", "wanted_on", "sent_at")),
    ("opt_in", "Mails you said yes to", ("address", "wording", "language", "asked_by")),
    ("meeting", "Talks with sales", ("kind", "salesperson", "starts_at", "zone")),
    (
        "handed_over",
        "To whom it was handed over",
        ("campaign", "number", "sent_at", "receiver", "receiver_email", "state"),
    ),
    (
        "suppression",
        "Not to be called",
        ("at", "client", "scope", "reason", "expires_at", "lifted_at"),
    ),
    ("history", "What was done, and by whom", ("at", "who", "what")),
)
"""The parts people ask for, in their order, each with the columns that are said in words."""
