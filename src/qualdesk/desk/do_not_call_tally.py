"""What a do-not-call list comes to while it is read: rows, entries, leads that were stopped."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from qualdesk.core.frozen import frozen
from qualdesk.core.ids import LeadId
from qualdesk.core.wording import tr, tr_n
from qualdesk.files.suppression_lists import NO_HASH, HashedRow, ListedRow
from qualdesk.store.beside import call_off
from qualdesk.store.database import Transaction
from qualdesk.store.suppression import Mark
from qualdesk.store.suppression_lists import DoNotCallList

MOST_NAMED = 10_000
"""Rows that could not be read are named up to here; they are counted in any case."""


@frozen
class UnreadRow:
    """A row of a do-not-call list in which something could not be read, and what."""

    row_number: int
    says: str


@dataclass(kw_only=True, slots=True)
class Tally:
    """What a list comes to while it is read."""

    rows: int = 0
    left_out: int = 0
    added: int = 0
    extensions: int = 0
    talks: int = 0
    leads: dict[LeadId, None] = field(default_factory=dict)
    unread: list[UnreadRow] = field(default_factory=list)

    def name(self, row_number: int, says: str) -> None:
        """A row that cannot be read, and why."""
        if len(self.unread) < MOST_NAMED:
            self.unread.append(UnreadRow(row_number=row_number, says=says))

    def stop(self, tx: Transaction, leads: Collection[LeadId]) -> None:
        """Leads left the queue; sales would phone those who have a talk booked."""
        self.leads.update(dict.fromkeys(leads))
        self.talks += len(call_off(tx, leads))


def marks_in(rows: Iterable[ListedRow], tally: Tally) -> Iterator[Mark]:
    """What each row names: its numbers, its addresses, its person."""
    for row in rows:
        if row.holds:
            tally.rows += 1
        else:
            tally.left_out += 1
        tally.extensions += row.has_extension
        if row.says:
            tally.name(row.row_number, row.says)
        yield from (Mark("number", one) for one in row.numbers)
        yield from (Mark("email", one) for one in row.emails)
        if row.person:
            yield Mark("person", *row.person)


def hashes_of(rows: Iterable[HashedRow], tally: Tally) -> Iterator[str]:
    """The hash of each row."""
    for row in rows:
        if row.hash:
            tally.rows += 1
            yield row.hash
        else:
            tally.left_out += 1
            tally.name(row.row_number, tr(NO_HASH))


def notes_on(before: DoNotCallList, tally: Tally) -> tuple[str, ...]:
    """What else is to be said of a list that was read, each a sentence."""
    notes = []
    if before.is_whole:
        notes.append(tr("This file was loaded before. What it holds was there already."))
    if tally.extensions:
        notes.append(
            tr(
                "Numbers with an extension stop the whole line. Rows with one: {rows}.",
                rows=tally.extensions,
            )
        )
    if tally.talks:
        notes.append(
            tr_n(
                tally.talks,
                "{n:,} talk booked with sales was called off. Lifting the list does not book it "
                "again.",
                "{n:,} talks booked with sales were called off. Lifting the list does not book "
                "them again.",
            )
        )
    unnamed = tally.left_out - len(tally.unread)
    if unnamed > 0:
        notes.append(
            tr("Rows that could not be read and are not named here: {rows}.", rows=unnamed)
        )
    return tuple(notes)
