"""What somebody may ask for: all that is kept about them, to be read and to be taken along."""

import json
from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from pathlib import Path
from typing import Final

from qualdesk.core.clock import Clock
from qualdesk.core.errors import Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.history_words import HistoryLine
from qualdesk.core.ids import LeadId
from qualdesk.core.person_words import PersonWords, heading
from qualdesk.core.report_cells import ReportTable
from qualdesk.core.times import day_words
from qualdesk.core.wording import tr, tr_later
from qualdesk.desk.outcomes import catalogue_of, labels_of
from qualdesk.desk.reports import put
from qualdesk.desk.story import Story
from qualdesk.desk.versions import script_version
from qualdesk.store import erasing
from qualdesk.store.database import Store
from qualdesk.store.erasing_rows import Person
from qualdesk.store.history import note
from qualdesk.store.person_file import Rows, everything_about, scripts_of

KINDS: Final = (".json", ".pdf")


@frozen
class PersonFile:
    """Everything about one person, as it stood at that instant (UTC).

    Attributes:
        parts: the rows of each table that speaks of them, by the table's name.
        words: what their outcomes, answers and questions are called, for whoever reads it.
        done: what was done to their leads, in sentences, the first first.
    """

    who: Person
    made_at: datetime
    parts: Mapping[str, Rows]
    words: PersonWords = field(default_factory=PersonWords)
    done: tuple[HistoryLine, ...] = ()


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
            now, parts = tx.now, everything_about(tx, who)
            scripts = [script_version(tx, one) for one in scripts_of(tx, who)]
            outcomes = labels_of(catalogue_of(tx))
        asked = {q.id: q for script in scripts if script is not None for q in script.questions}
        return PersonFile(
            who=who,
            made_at=now,
            parts=parts,
            words=PersonWords(outcomes=outcomes, questions=asked),
            done=self._done(who),
        )

    def _done(self, who: Person) -> tuple[HistoryLine, ...]:
        story = Story(self._store, self._clock, self._caller)
        found: list[HistoryLine] = []
        for lead_id in who.leads:
            before: int | None = None
            while True:
                page = story.lately(lead=LeadId(lead_id), before=before)
                found += page.lines
                before = page.before
                if before is None:
                    break
        return tuple(sorted({one.number: one for one in found}.values(), key=lambda one: one.at))

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


def as_pdf(found: PersonFile) -> bytes:
    """All of it for people, in the language spoken and without a mark of ours, on A4."""
    from qualdesk.links.tables_on_paper import tables_pdf

    day = f"{day_words(found.made_at.date())} {found.made_at.year}"
    name = found.who.name or tr("somebody without a name")
    title = tr("What is kept about {name}", name=name)
    says = (
        tr(
            "As it stood on {day}, times in UTC. Names of callers are of people who work here.",
            day=day,
        ),
        tr("You may ask for it to be put right or erased, and say no to calls at any time."),
    )
    return tables_pdf(title, tables_of(found), says=says, footer=title, is_whole=True)


def tables_of(found: PersonFile) -> list[ReportTable]:
    """What is kept as tables of words: first what people ask for, then whatever else there is."""
    tables = [
        _table(tr(title), name, columns, found)
        for name, title, columns in _PARTS
        if found.parts.get(name)
    ]
    named = {name for name, _, _ in _PARTS} | {"history"}
    for name, rows in found.parts.items():
        if name not in named:
            columns = tuple(one for one in rows[0] if one != "id" and not one.endswith("_id"))
            tables.append(_table(heading(name), name, columns, found))
    done = tuple((f"{one.at:%Y-%m-%d %H:%M}", one.who, one.says) for one in found.done)
    if done:
        heads = (tr("When"), tr("By whom"), tr("What was done"))
        title = tr("What was done, and by whom")
        tables.append(ReportTable(key="", title=title, headings=heads, rows=done))
    return tables


def _table(title: str, part: str, columns: tuple[str, ...], found: PersonFile) -> ReportTable:
    """A table; more columns than fit beside each other stand below each other, a line for each."""
    heads = tuple(heading(one) for one in columns)
    said = [tuple(found.words.cell(part, one, row) for one in columns) for row in found.parts[part]]
    if len(columns) <= _BESIDE:
        return ReportTable(key="", title=title, headings=heads, rows=tuple(said))
    lines = tuple(
        (head, words) for row in said for head, words in zip(heads, row, strict=True) if words
    )
    return ReportTable(key="", title=title, headings=(tr("What"), tr("Kept")), rows=lines)


_BESIDE = 6
_PARTS: Final[tuple[tuple[str, str, tuple[str, ...]], ...]] = (
    (
        "contact",
        tr_later("Who you are"),
        (
            *("name", "first_name", "last_name", "title", "city", "subdivision", "postcode"),
            *("country", "languages", "zones"),
        ),
    ),
    ("contact_phone", tr_later("Numbers"), ("e164", "extension", "raw", "kind", "state", "note")),
    ("contact_email", tr_later("Addresses"), ("address",)),
    ("company", tr_later("Company"), ("name", "about")),
    (
        "source",
        tr_later("Where we have it from, and on what ground you may be called"),
        ("name", "source"),
    ),
    ("list", tr_later("Lists you came with"), ("file_name", "loaded_at", "permission", "raw")),
    ("touchpoint", tr_later("What you did there"), ("kind", "says", "value", "at", "by")),
    (
        "attempt",
        tr_later("Calls"),
        ("started_at", "caller", "number", "outcome", "reason", "note", "hint", "ended_at"),
    ),
    ("answer", tr_later("Answers"), ("given_at", "question", "value", "words")),
    ("callback", tr_later("Call backs"), ("wall", "zone", "owner", "state")),
    ("message", tr_later("Messages about you"), ("left_by", "says")),
    ("sending", tr_later("Material you asked for"), ("what", "address", "wanted_on", "sent_at")),
    ("opt_in", tr_later("Mails you said yes to"), ("address", "wording", "language", "asked_by")),
    ("meeting", tr_later("Talks with sales"), ("kind", "salesperson", "starts_at", "zone")),
    (
        "handed_over",
        tr_later("To whom it was handed over"),
        ("campaign", "number", "sent_at", "receiver", "receiver_email", "state"),
    ),
    (
        "suppression",
        tr_later("Not to be called"),
        ("at", "client", "scope", "reason", "expires_at", "lifted_at"),
    ),
    (
        "lead",
        tr_later("How you stand with us"),
        (
            *("state", "state_reason", "signals", "attendance", "event_answer", "external_id"),
            *("attempts", "last_attempt_at", "last_outcome", "was_reached", "due_at"),
            *("callback_owner", "pushed_by", "nurture_track", "held_back", "kept_out", "made_at"),
        ),
    ),
    (
        "handoff_item",
        tr_later("What was handed over, and what became of it"),
        (
            *("brief", "state", "reason", "note", "receiver", "receiver_email", "read_by"),
            *("read_at", "answered_by", "answered_at", "answered_in", "opportunity", "amount"),
            *("became", "became_at", "became_because", "recycled_at", "recycled_to"),
            "recycled_because",
        ),
    ),
    (
        "handoff_wish",
        tr_later("What was decided for the hand-over"),
        ("receiver", "one_line", "held_by", "said_by", "said_at"),
    ),
    (
        "handoff_dispute",
        tr_later("What was disputed"),
        (
            *("about", "says", "asked_by", "asked_at", "state", "because", "decided_by"),
            "decided_at",
        ),
    ),
    (
        "late_save",
        tr_later("What was said after somebody else had you"),
        (
            *("caller", "does", "said", "why", "arrived_at", "choice", "settled_by"),
            "settled_at",
        ),
    ),
    (
        "owner_ask",
        tr_later("Questions to whoever gave us the list"),
        ("asked_by", "says", "asked_at", "told_at"),
    ),
    ("finished_case", tr_later("How it ended"), ("label", "result", "reason", "finished_at")),
    ("claim_log", tr_later("Who had you on their desk"), ("at", "caller", "how", "kind")),
)
"""The parts people ask for, in their order, each with the columns that are said in words."""
