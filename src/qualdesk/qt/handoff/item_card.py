"""What became of one lead that has left, step by step, and what can be done about it now."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from qualdesk.core.frozen import frozen
from qualdesk.core.handoff_states import BatchItem, Dispute, ItemState, may_dispute
from qualdesk.core.recycling import RecycleTo
from qualdesk.core.times import time_words
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.handoff.sent_rows import says_amount, until_words
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.card import Card, Quote
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.pool import Pool
from qualdesk.qt.widgets.rows import IconRow


@frozen
class Step:
    """One thing that happened to a lead with sales: its icon, what, and when or by whom."""

    icon: str
    says: str
    hint: str = ""
    tone: str = "text3"


class ItemCard(Card):
    """One lead with sales. Its buttons are those of its state: what cannot be done is not there."""

    dispute_pressed = Signal()
    """What sales said is not right."""
    review_pressed = Signal()
    """The open dispute is to be decided."""
    withdraw_pressed = Signal()
    """The open dispute is taken back."""
    back_pressed = Signal()
    """The lead is to go back to the queue, or to rest."""

    def __init__(self, zone: str) -> None:
        super().__init__()
        self._zone = zone
        self.setAccessibleName(tr("What became of this lead"))
        self._name = PlainLabel(face="card_title", wrap=True)
        self._company = PlainLabel(face="hint", tone="text2", wrap=True)
        self._summary = PlainLabel(face="body", wrap=True)
        self._note = Quote()
        self._stop = IconRow(face="body_medium", tone="bad")
        self.review = PushButton(tr("Review", about="a dispute"), icon="scale")
        self.dispute = PushButton(tr("Dispute it"), icon="scale")
        self.withdraw = PushButton(tr("Withdraw the dispute"), kind="quiet", icon="undo-2")
        self.back = PushButton(tr("Take it back"), icon="archive-restore")
        steps = QVBoxLayout()
        steps.setSpacing(6)
        self._steps: Pool[IconRow, Step] = Pool(steps, IconRow, _show)
        self._lay_out(steps)
        self.review.clicked.connect(self.review_pressed)
        self.dispute.clicked.connect(self.dispute_pressed)
        self.withdraw.clicked.connect(self.withdraw_pressed)
        self.back.clicked.connect(self.back_pressed)
        self.show_nothing()

    def _lay_out(self, steps: QVBoxLayout) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        head = QVBoxLayout()
        head.setSpacing(1)
        head.addWidget(self._name)
        head.addWidget(self._company)
        column.addLayout(head)
        column.addWidget(self._summary)
        column.addWidget(self._stop)
        column.addLayout(steps)
        column.addWidget(self._note)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for each in (self.review, self.dispute, self.back, self.withdraw):
            buttons.addWidget(each)
        buttons.addStretch(1)
        column.addLayout(buttons)

    def show_nothing(self) -> None:
        """No lead is chosen: the card hides."""
        reveal(self, shown=False)

    def show_item(self, item: BatchItem, within: timedelta, now: datetime) -> None:
        """Show this lead; ``within`` is how long an answer can be disputed."""
        reveal(self, shown=True)
        self._name.setText(item.name or tr("Somebody who was erased"))
        self._company.setText(item.company)
        reveal(self._company, shown=bool(item.company))
        self._summary.setText(item.one_line)
        reveal(self._summary, shown=bool(item.one_line))
        stop = tr("They asked not to be called. Sales must not call them.")
        self._stop.set("ban", stop if item.is_suppressed else "", tone="bad")
        self._steps.show(steps_of(item, self._zone, now))
        self._note.set(item.note, item.signed)
        is_open = item.state is ItemState.DISPUTED
        reveal(self.review, shown=is_open)
        reveal(self.withdraw, shown=is_open)
        reveal(self.dispute, shown=not may_dispute(item, within, now))
        reveal(self.back, shown=may_come_back(item))

    def says(self) -> tuple[str, ...]:
        """The steps in words, as they are read."""
        shown = [part for part in self._steps.parts if not part.isHidden()]
        return tuple(part.findChildren(PlainLabel)[0].text() for part in shown)


def may_come_back(item: BatchItem) -> bool:
    """Whether a supervisor may take this lead back from sales now."""
    is_back = item.state is ItemState.SENT_BACK and item.recycled_at is None
    return is_back or item.state is ItemState.UNANSWERED


def steps_of(item: BatchItem, zone: str, now: datetime) -> tuple[Step, ...]:
    """What happened to a lead since it left, in order; times on the clock of ``zone``."""

    def at(when: datetime | None) -> str:
        return "" if when is None else time_words(when, zone, now=now)

    found = [
        Step(icon="send", says=tr("Sent to {name}", name=item.receiver), hint=at(item.sent_at))
    ]
    if item.read_at is not None:
        found.append(Step(icon="mail-open", says=tr("Read"), hint=at(item.read_at)))
    found += _answer(item, at(item.answered_at))
    if item.dispute is not None:
        found += _dispute(item.dispute, at(item.dispute.asked_at), at(item.dispute.decided_at))
    if item.recycled_at is not None:
        where = RecycleTo(item.recycled_to).label if item.recycled_to else ""
        says = tr("Came back: {where}", where=where) if where else tr("Came back")
        found.append(
            Step(icon="archive-restore", says=says, hint=at(item.recycled_at), tone="call")
        )
    if item.state in _ENDS:
        icon, says, tone = _ENDS[item.state]
        found.append(Step(icon=icon, says=tr(says), hint=at(item.became_at), tone=tone))
    return tuple(found)


def _answer(item: BatchItem, answered: str) -> Sequence[Step]:
    by = ", ".join(filter(None, (item.signed, answered)))
    if item.answered_at is None:
        until = until_words(item)
        if item.state is ItemState.UNANSWERED:
            return (Step(icon="clock", says=tr("Not answered in time"), tone="warn"),)
        if item.state not in {ItemState.SENT, ItemState.READ}:
            return ()
        says = tr("Waits for an answer") if item.read_at else tr("Not read yet")
        return (Step(icon="hourglass", says=says, hint=until),)
    if item.reason:
        says = tr("Sent back: {reason}", reason=item.reason)
        return (Step(icon="undo-2", says=says, hint=by, tone="bad"),)
    made = says_amount(item)
    says = tr("Taken: {made}", made=made) if made else tr("Taken by sales")
    return (Step(icon="circle-check", says=says, hint=by, tone="ok"),)


def _dispute(dispute: Dispute, asked: str, decided: str) -> Sequence[Step]:
    raised = Step(
        icon="scale",
        says=tr("{person} disputes it: {says}", person=dispute.asked_by, says=dispute.says),
        hint=asked,
        tone="warn",
    )
    if dispute.is_open or dispute.state not in _DECIDED:
        return (raised,)
    says = tr(_DECIDED[dispute.state], because=dispute.because)
    by = ", ".join(filter(None, (dispute.decided_by, decided)))
    return (raised, Step(icon="check-check", says=says, hint=by))


def _show(row: IconRow, step: Step) -> None:
    row.set(step.icon, step.says, step.hint, step.tone)


_DECIDED = {
    "stands": tr_later("The answer stands: {because}"),
    "changed": tr_later("The answer was changed: {because}"),
    "withdrawn": tr_later("The dispute was withdrawn"),
}
_ENDS = {
    ItemState.WON: ("badge-check", tr_later("Won at the client"), "ok"),
    ItemState.LOST: ("circle-x", tr_later("Lost at the client"), "bad"),
    ItemState.RECALLED: ("undo-2", tr_later("Recalled by us"), "text3"),
}
