"""What became of each row of a list, from “never called” to “won”: one fate for every row (Q5)."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from qualdesk.core.frozen import frozen
from qualdesk.core.ids import ListId
from qualdesk.core.leads import Bucket
from qualdesk.core.wording import tr, tr_later


class Fate(StrEnum):
    """What became of a row. The order is that in which lists of them are shown."""

    WON = "won"
    LOST = "lost"
    TAKEN = "taken"
    IN_BATCH = "in_batch"
    SENT_BACK = "sent_back"
    QUALIFIED = "qualified"
    NURTURE = "nurture"
    CALLBACK = "callback"
    WITH_CALLER = "with_caller"
    TALKED_TO = "talked_to"
    TRIED = "tried"
    NEVER_CALLED = "never_called"
    RESEARCH = "research"
    KEPT_OUT = "kept_out"
    NOT_A_FIT = "not_a_fit"
    UNREACHABLE = "unreachable"
    DO_NOT_CALL = "do_not_call"
    MERGED = "merged"
    LEFT_OUT = "left_out"
    TAKEN_BACK = "taken_back"

    @property
    def label(self) -> str:
        """The fate as the screen says it."""
        return tr(_LABELS[self], about="what became of a row")


@frozen
class RowStands:
    """How a row and its lead stand, as far as its fate rests on it.

    Attributes:
        result: what the list made of it: new, updated, merged, left_out.
        bucket: where its lead stands; None where there is no lead.
        was_called: whether anybody ever called the lead.
        was_reached: whether somebody of theirs was spoken to.
        is_kept_out: whether a supervisor keeps the lead out of the queue.
    """

    result: str
    bucket: Bucket | None = None
    was_called: bool = False
    was_reached: bool = False
    is_kept_out: bool = False


@frozen
class ListFates:
    """What became of a list, counted.

    Attributes:
        owner: who answers questions about the list, as its campaign's source card says.
        rows: how many rows the list had when it was loaded.
        counts: how many rows have each fate; those that no row has are left out.
    """

    list_id: ListId
    file_name: str
    campaign: str
    owner: str
    loaded_at: datetime
    rows: int
    counts: Mapping[Fate, int]

    @property
    def is_whole(self) -> bool:
        """Whether the counts add up to the rows, as they must."""
        return sum(self.counts.values()) == self.rows

    @property
    def in_order(self) -> tuple[tuple[Fate, int], ...]:
        """The counts in the order they are shown."""
        return tuple((fate, self.counts[fate]) for fate in Fate if fate in self.counts)


@frozen
class RowFate:
    """One row of a list, and what became of it.

    Attributes:
        why: why it is left out, or why its lead stands where it stands; may be empty.
        calls: how often its lead was called, by whatever list it came.
        last_call_at: when that was last, UTC.
    """

    row_number: int
    name: str
    company: str
    external_id: str
    fate: Fate
    why: str
    calls: int
    last_call_at: datetime | None


def fate_of(row: RowStands) -> Fate:
    """What became of a row: exactly one thing.

    A row that is the same person as another row of its list says so, and that one has the
    person's fate: counted twice, a list would have won more than it did.
    """
    if row.result == "left_out":
        return Fate.LEFT_OUT
    if row.bucket is None:
        return Fate.TAKEN_BACK
    if row.result == "merged":
        return Fate.MERGED
    return _waiting(row) if row.bucket is Bucket.WAITING else Fate(row.bucket.value)


def _waiting(row: RowStands) -> Fate:
    """How far somebody is who still stands in the queue."""
    if row.is_kept_out:
        return Fate.KEPT_OUT
    if not row.was_called:
        return Fate.NEVER_CALLED
    return Fate.TALKED_TO if row.was_reached else Fate.TRIED


_LABELS: Mapping[Fate, str] = {
    Fate.WON: tr_later("Won", about="what became of a row"),
    Fate.LOST: tr_later("Lost", about="what became of a row"),
    Fate.TAKEN: tr_later("Taken by sales", about="what became of a row"),
    Fate.IN_BATCH: tr_later("With sales, not answered", about="what became of a row"),
    Fate.SENT_BACK: tr_later("Sent back by sales", about="what became of a row"),
    Fate.QUALIFIED: tr_later("Qualified, not handed over yet", about="what became of a row"),
    Fate.NURTURE: tr_later("Nurture", about="what became of a row"),
    Fate.CALLBACK: tr_later("Call back agreed", about="what became of a row"),
    Fate.WITH_CALLER: tr_later("With a caller now", about="what became of a row"),
    Fate.TALKED_TO: tr_later("Talked to, still open", about="what became of a row"),
    Fate.TRIED: tr_later("Called, nobody reached yet", about="what became of a row"),
    Fate.NEVER_CALLED: tr_later("Never called", about="what became of a row"),
    Fate.RESEARCH: tr_later("A number is being looked for", about="what became of a row"),
    Fate.KEPT_OUT: tr_later("Kept out of the queue", about="what became of a row"),
    Fate.NOT_A_FIT: tr_later("Not a fit", about="what became of a row"),
    Fate.UNREACHABLE: tr_later("Not reached, tries used up", about="what became of a row"),
    Fate.DO_NOT_CALL: tr_later("Do not call", about="what became of a row"),
    Fate.MERGED: tr_later("Same person as another row", about="what became of a row"),
    Fate.LEFT_OUT: tr_later("Left out when it was loaded", about="what became of a row"),
    Fate.TAKEN_BACK: tr_later("Taken back with its list", about="what became of a row"),
}
