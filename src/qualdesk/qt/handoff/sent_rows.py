"""Batches that have left and their leads as rows of tables: where each stands, since when, why."""

from datetime import datetime
from typing import Final

from qualdesk.core.amounts import amount_words
from qualdesk.core.handoff import BatchSummary
from qualdesk.core.handoff_states import BatchItem, ItemState
from qualdesk.core.recycling import RecycleTo
from qualdesk.core.times import day_words, time_words
from qualdesk.core.wording import number, tr, tr_later
from qualdesk.qt.handoff.history_row import due_words
from qualdesk.qt.widgets.cells import Cell, Column
from qualdesk.qt.widgets.chip import ChipTone

BATCH_COLUMNS: Final = (
    Column(title=tr_later("Batch"), width=150),
    Column(title=tr_later("Goes to"), width=150, stretch=1),
    Column(title=tr_later("Taken", about="how many"), about="how many", width=72, align="right"),
    Column(
        title=tr_later("Sent back", about="how many"), about="how many", width=92, align="right"
    ),
    Column(title=tr_later("Waiting", about="how many"), about="how many", width=80, align="right"),
    Column(title=tr_later("Answers"), width=195),
)
ITEM_COLUMNS: Final = (
    Column(title=tr_later("Lead"), width=164, stretch=2),
    Column(title=tr_later("Goes to"), width=130, stretch=1),
    Column(
        title=tr_later("Stands", about="a lead with sales"), about="a lead with sales", width=150
    ),
    Column(title=tr_later("Since"), width=182),
    Column(title=tr_later("What sales said"), width=150, stretch=2),
)
_TONES: Final[dict[ItemState, ChipTone]] = {
    ItemState.SENT: "plain",
    ItemState.READ: "info",
    ItemState.UNANSWERED: "warn",
    ItemState.TAKEN: "ok",
    ItemState.SENT_BACK: "bad",
    ItemState.DISPUTED: "warn",
    ItemState.RECYCLED: "call",
    ItemState.RECALLED: "plain",
    ItemState.WON: "ok",
    ItemState.LOST: "bad",
}
WAITS: Final = (ItemState.SENT, ItemState.READ, ItemState.UNANSWERED)


def batch_cell(batch: BatchSummary, column: int, zone: str, now: datetime) -> Cell:
    """One cell of a batch's row; times on the clock of ``zone``."""
    if column == 0:
        return Cell(
            text=tr("Batch {number}", number=batch.number),
            second=time_words(batch.sent_at, zone, now=now),
            face="body_strong",
        )
    if column == 1:
        return Cell(text=", ".join(f"{name} {number(leads)}" for name, leads in batch.receivers))
    if column in _COUNTS:
        count = {2: batch.taken, 3: batch.sent_back, 4: batch.waiting}[column]
        return Cell(text=number(count), tone="text" if count else "text3", face="body_medium")
    if batch.recalled_at is not None:
        says = batch.recalled_because
        return Cell(text=due_words(batch), second=says, tone="warn", face="body_medium")
    return Cell(text=due_words(batch), tone="text2")


def item_cell(item: BatchItem, column: int, zone: str, now: datetime) -> Cell:
    """One cell of a lead's row; times on the clock of ``zone``."""
    if column == 0:
        return Cell(
            text=item.name, second=item.company, face="body_strong", person=item.name or "?"
        )
    if column == 1:
        batch = tr("Batch {number}", number=item.number)
        return Cell(text=item.receiver, second=batch)
    if column == _STANDS:
        return Cell(text=item.state.label, chip=_TONES[item.state])
    if column == _SINCE:
        return _since(item, zone, now)
    return _said(item)


def says_amount(item: BatchItem) -> str:
    """What sales made of a lead: its opportunity, and what it may bring; empty for nothing."""
    amount = "" if item.amount is None else amount_words(item.amount, item.currency)
    return ", ".join(filter(None, (item.opportunity, amount)))


def until_words(item: BatchItem) -> str:
    """The last day on which a clock of the lead runs; empty where none does."""
    last = item.last_day
    return "" if last is None else tr("until {day}", day=day_words(last))


def _since(item: BatchItem, zone: str, now: datetime) -> Cell:
    read = tr("Read {at}", at=time_words(item.read_at, zone, now=now)) if item.read_at else ""
    if item.became_at is not None:
        return Cell(text=time_words(item.became_at, zone, now=now), second=read)
    if item.answered_at is not None:
        return Cell(text=time_words(item.answered_at, zone, now=now), second=read)
    if item.recycled_at is not None:
        return Cell(text=time_words(item.recycled_at, zone, now=now), second=read)
    sent = time_words(item.sent_at, zone, now=now)
    if item.state is ItemState.RECALLED:
        return Cell(text=sent, second=read, tone="text2")
    second = until_words(item)
    tone = "warn" if item.state is ItemState.UNANSWERED else "text2"
    return Cell(text=read or sent, second=second, second_tone=tone)


def _said(item: BatchItem) -> Cell:
    if item.is_suppressed:
        return Cell(
            text=tr("Do not call"),
            second=item.reason,
            tone="bad",
            icon="ban",
            icon_tone="bad",
        )
    dispute = item.dispute
    if item.state is ItemState.DISPUTED and dispute is not None:
        by = tr("{person} disputes it", person=dispute.asked_by)
        return Cell(text=dispute.says, second=by, tone="warn")
    if item.recycled_at is not None:
        where = RecycleTo(item.recycled_to).label if item.recycled_to else ""
        return Cell(text=item.reason or where, second=where if item.reason else "", tone="text2")
    said = [*filter(None, (item.reason or says_amount(item), item.note)), "", ""]
    return Cell(text=said[0], second=said[1])


_COUNTS: Final = (2, 3, 4)
_STANDS: Final = 2
_SINCE: Final = 3
