"""Where each lead of a batch stands with sales, its two clocks, and whether it can be disputed."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Literal, TypeAlias

from qualdesk.core.frozen import frozen
from qualdesk.core.ids import BatchId, CampaignId, DisputeId, ItemId, LeadId
from qualdesk.core.times import date_words, instant_of, local_time
from qualdesk.core.wording import tr, tr_later

KEPT = ("sent", "read", "taken", "sent_back", "recycled", "recalled")
"""The words a lead's place in a batch is kept under."""

WAITS = ("sent", "read")
"""Those of a lead sales has not answered."""

Answered: TypeAlias = Literal["taken", "sent_back"]


class ItemState(StrEnum):
    """Where a lead of a batch stands. Each is in exactly one."""

    SENT = "sent"
    READ = "read"
    UNANSWERED = "unanswered"
    TAKEN = "taken"
    SENT_BACK = "sent_back"
    DISPUTED = "disputed"
    RECYCLED = "recycled"
    RECALLED = "recalled"
    WON = "won"
    LOST = "lost"

    @property
    def label(self) -> str:
        """The state as the screen says it."""
        return tr(_LABELS[self], about=_ABOUT.get(self, ""))


@frozen
class Dispute:
    """One side does not agree with an answer, and what a supervisor decided.

    Attributes:
        about: the answer it is about.
        state: open, stands, changed or withdrawn; ``because`` is why, once it is decided.
    """

    id: DisputeId
    about: Answered
    says: str
    asked_by: str
    asked_at: datetime
    state: str = "open"
    because: str = ""
    decided_by: str = ""
    decided_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether nobody has decided yet."""
        return self.state == "open"


@frozen
class BatchItem:
    """A lead of a batch that has left: to whom it went and what became of it. Times are UTC.

    Attributes:
        number: of the batch.
        reason: why it was sent back, in the campaign's words; ``note`` in sales' own.
        answered_by: who of sales said it; ``read_in_by`` who of us read it in, where it came in
            a file.
        due_at: when its next clock runs out, None when none runs.
        recycled_to: "queue" or "nurture", for one that came back to us.
        dispute: the last one about its answer, None when there was none.
        is_suppressed: since it left somebody asked that they are not called.
        zone: the clock of whom it went to.
    """

    item_id: ItemId
    lead_id: LeadId
    batch_id: BatchId
    number: int
    campaign: CampaignId
    campaign_name: str
    client: str
    name: str
    company: str
    receiver: str
    points: int | None
    one_line: str
    state: ItemState
    sent_at: datetime
    reason: str = ""
    note: str = ""
    opportunity: str = ""
    amount: Decimal | None = None
    currency: str = ""
    read_at: datetime | None = None
    answered_at: datetime | None = None
    answered_by: str = ""
    read_in_by: str = ""
    due_at: datetime | None = None
    recycled_at: datetime | None = None
    recycled_to: str = ""
    became_at: datetime | None = None
    dispute: Dispute | None = None
    is_suppressed: bool = False
    zone: str = "UTC"

    @property
    def signed(self) -> str:
        """Whose words the answer is: “Lena Brandt, read in by Rosa Conti”; empty without one."""
        if not self.read_in_by or self.read_in_by == self.answered_by:
            return self.answered_by
        return tr("{name}, read in by {reader}", name=self.answered_by, reader=self.read_in_by)

    @property
    def last_day(self) -> date | None:
        """The last day on which a clock of it runs, in its zone; None where none does."""
        if self.due_at is None:
            return None
        return local_time(self.due_at - timedelta(seconds=1), self.zone).date()


def state_of(
    *,
    stored: str,
    became: str,
    has_open_dispute: bool,
    due_at: datetime | None,
    now: datetime,
) -> ItemState:
    """The one state a lead of a batch is in.

    ``stored`` is one of :data:`KEPT`, ``became`` what the client's CRM said: won, lost or
    nothing. One that waits while none of its clocks runs any more is unanswered.
    """
    if became:
        return ItemState(became)
    if stored in WAITS:
        is_over = due_at is None or due_at <= now
        return ItemState.UNANSWERED if is_over else ItemState(stored)
    if has_open_dispute and stored in {ItemState.TAKEN, ItemState.SENT_BACK}:
        return ItemState.DISPUTED
    return ItemState(stored)


def clocks_of(answer_by: date, grace: int, zone: str) -> tuple[datetime, datetime]:
    """When both clocks run out, UTC: of a lead nobody read, and of one read but not answered.

    The first ends with the day that was agreed, on the clock of whom it went to; the second
    with the last of ``grace`` working days (0 or more) after it.
    """
    last = answer_by
    left = max(0, grace)
    while left:
        last += timedelta(days=1)
        left -= last.weekday() < _SATURDAY
    return _end_of(answer_by, zone), _end_of(last, zone)


def may_dispute(item: BatchItem, within: timedelta, now: datetime) -> str:
    """Why the answer about a lead cannot be disputed now, in a sentence; empty when it can."""
    if item.state is ItemState.DISPUTED:
        return tr("{name} is disputed already. It waits for a review.", name=item.name)
    if item.dispute is not None and item.dispute.state != "withdrawn":
        return tr(
            "The answer about {name} was disputed once and reviewed. That stands.", name=item.name
        )
    if item.state in _SETTLED:
        return tr(_SETTLED[item.state], name=item.name)
    if item.state not in {ItemState.TAKEN, ItemState.SENT_BACK} or item.answered_at is None:
        return tr(
            "Sales has not answered about {name}, so nothing can be disputed.", name=item.name
        )
    if now >= item.answered_at + within:
        until = local_time(item.answered_at + within, item.zone).date()
        return tr(
            "The answer about {name} could be disputed until {day}. It stands.",
            name=item.name,
            day=date_words(until),
        )
    return ""


def _end_of(day: date, zone: str) -> datetime:
    """The beginning of the next day: midnight may be skipped there, or come twice."""
    return instant_of(datetime.combine(day + timedelta(days=1), time()), zone)


_SATURDAY = 5
_SETTLED = {
    ItemState.WON: tr_later("{name} is won at the client. Nothing is left to dispute."),
    ItemState.LOST: tr_later("{name} is lost at the client. Nothing is left to dispute."),
}
_ABOUT = dict.fromkeys((ItemState.SENT, ItemState.READ, ItemState.TAKEN), "a lead with sales")
_LABELS = {
    ItemState.SENT: tr_later("Sent", about="a lead with sales"),
    ItemState.READ: tr_later("Read", about="a lead with sales"),
    ItemState.UNANSWERED: tr_later("Not answered"),
    ItemState.TAKEN: tr_later("Taken by sales", about="a lead with sales"),
    ItemState.SENT_BACK: tr_later("Sent back"),
    ItemState.DISPUTED: tr_later("Disputed"),
    ItemState.RECYCLED: tr_later("Came back unanswered"),
    ItemState.RECALLED: tr_later("Recalled"),
    ItemState.WON: tr_later("Won"),
    ItemState.LOST: tr_later("Lost"),
}
