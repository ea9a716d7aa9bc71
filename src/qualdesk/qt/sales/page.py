"""My leads: what a person of sales was given, with its brief, to be taken or sent back."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.amounts import Money
from qualdesk.core.campaigns import Campaign
from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.core.errors import QualdeskError
from qualdesk.core.handoff_states import BatchItem, ItemState
from qualdesk.core.ids import ItemId
from qualdesk.core.wording import tr
from qualdesk.qt.choosing import Choosing
from qualdesk.qt.handoff.brief_print import BriefPrint
from qualdesk.qt.handoff.brief_view import BriefView
from qualdesk.qt.handoff.result import ResultLine
from qualdesk.qt.handoff.sent_rows import WAITS
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.queue.undoing import Act, Acting
from qualdesk.qt.sales.cards import SendBackCard, TakeCard, amount_of
from qualdesk.qt.sales.leads_view import LeadsView
from qualdesk.qt.sales.looking import Looking
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.buttons import MainButton, PushButton
from qualdesk.qt.widgets.fitted import Fitted
from qualdesk.qt.widgets.footer import Footer
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.undo import Toast
from qualdesk.qt.work import Work

if TYPE_CHECKING:
    from qualdesk.desk.sales import OwnLead

_OPEN: Final = (*WAITS, ItemState.RECYCLED)
_WIDE: Final = 1300
_BRIEF: Final = 496
_NARROW_BRIEF: Final = 420


class MyLeadsPage(Fitted):
    """One's own leads at the left, the brief of one at the right, the two answers below."""

    changed = Signal(object)
    """What an answer touched, as ``Changes``."""

    def __init__(self, work: Work, clock: Clock, choosing: Choosing, zone: str) -> None:
        super().__init__()
        self._work = work
        self._own: OwnLead | None = None
        self._at = -1
        self._wish: Callable[[], None] | None = None
        self.view = LeadsView(clock, zone)
        self.brief = BriefView()
        self.brief.show_acts(shown=False)
        self.result = ResultLine()
        self.looking = Looking(work)
        self.toast = Toast(self)
        self.acting = Acting(work, clock, self.toast)
        self.take_card: TakeCard | None = None
        self.back_card: SendBackCard | None = None
        self._paper = BriefPrint(work, choosing, self)
        self._says = PlainLabel(face="body_medium", elide=True)
        self._reach = PlainLabel(face="body", tone="text2", elide=True)
        self.back = PushButton(tr("Send it back"), icon="undo-2", keys="R", height=48)
        self.action = MainButton(tr("Take the lead"), icon="user-check")
        self.bar = Footer()
        self.setFocusProxy(self.view)
        self._lay_out()
        self._listen()
        self._say_acts()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addStretch(1)
        words.addWidget(self._says)
        words.addWidget(self._reach)
        words.addStretch(1)
        self.bar.row.addLayout(words, 1)
        self.bar.row.addWidget(self.back)
        self.bar.row.addWidget(self.action)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.result)
        left.addWidget(self.view, 1)
        middle = QHBoxLayout()
        middle.setContentsMargins(16, 14, 16, 14)
        middle.setSpacing(14)
        middle.addLayout(left, 1)
        middle.addWidget(self.brief)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(self.bar)

    def _listen(self) -> None:
        self.view.chosen.connect(self._chose)
        self.view.opened.connect(self._read)
        self.view.table.take_asked.connect(self.take)
        self.view.table.send_back_asked.connect(self.send_back)
        self.brief.stepped.connect(self.view.step)
        self.brief.print_pressed.connect(self.print_brief)
        self.looking.found.connect(self._show)
        self.looking.read.connect(self._was_read)
        self.looking.refused.connect(self._no_brief)
        self.action.clicked.connect(self.take)
        self.back.clicked.connect(self.send_back)
        self.acting.acted.connect(self._acted)
        self.acting.refused.connect(self._not_done)
        self._paper.printed.connect(self._printed)
        self._paper.refused.connect(self._refused)

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks through, in reading order."""
        return (self.view, self.brief, self.bar)

    def show_campaign(self, campaign: Campaign | None) -> None:
        """One's leads are of all campaigns: look again."""
        del campaign
        self.refresh()

    def touched(self, changes: Changes) -> None:
        """Something was changed elsewhere: look again where it may concern a lead here."""
        if changes.batches or changes.leads or changes.suppression:
            self.refresh()

    def refresh(self) -> None:
        """Ask the desk again."""
        self._work.ask(
            lambda desk: desk.sales.mine(), self._show_items, owner=self, refused=self._refused
        )

    def main(self) -> None:
        """The one big key: take the lead."""
        self.take()

    def commands(self) -> dict[str, Callable[[], None]]:
        """What keys do here, by the ids of the shortcut table."""
        return {"print": self.print_brief}

    def undo(self) -> None:
        """Take the last answer back, while that is possible."""
        self.acting.undo()

    def step_back(self) -> bool:
        """Esc: from the brief or the bar to the table; False where the cursor is there already."""
        focus = self.window().focusWidget()
        for away in (self.brief, self.bar):
            if focus is not None and (focus is away or away.isAncestorOf(focus)):
                self.view.table.setFocus()
                return True
        return False

    def take(self) -> None:
        """Ask what is known of the opportunity; Enter alone takes the lead."""
        own = self._to_answer(self.take)
        if own is None:
            return
        if self.take_card is None:
            self.take_card = TakeCard(self.window())
            self.take_card.said.connect(self._take)
        self.take_card.begin(own.item, own.currency)
        self.take_card.open(self.action, self.take_card.opportunity)

    def send_back(self) -> None:
        """Ask why the lead is sent back."""
        own = self._to_answer(self.send_back)
        if own is None:
            return
        if self.back_card is None:
            self.back_card = SendBackCard(self.window())
            self.back_card.said.connect(self._send_back)
        self.back_card.begin(own.item, own.reasons)
        self.back_card.open(self.back, self.back_card.first)

    def print_brief(self) -> None:
        """Put the brief in sight on paper."""
        if self._own is not None:
            item = self._own.item
            self._paper.write(self._own.brief, item.receiver, item.item_id)

    @override
    def fit(self) -> None:
        """The brief is as wide as there is room for; the toast stands above the bar."""
        here = look()
        room = self.window().width() / here.scale
        self.brief.setFixedWidth(here.px(_BRIEF if room > _WIDE else _NARROW_BRIEF))
        bottom = self.height() - self.bar.height() - self.toast.height()
        self.toast.move(here.px(8), bottom)

    def _take(self, item: ItemId, opportunity: str, money: Money | None, note: str) -> None:
        amount, currency = amount_of(money)
        self._answer(
            item,
            Act(
                says=tr("Taken: {name}", name=self._name_of(item)),
                do=lambda desk: desk.sales.take(
                    item, opportunity=opportunity, amount=amount, currency=currency, note=note
                ),
                back=lambda desk: desk.sales.undo(item),
            ),
        )

    def _send_back(self, item: ItemId, reason: str, note: str) -> None:
        self._answer(
            item,
            Act(
                says=tr("Sent back: {name}, {reason}", name=self._name_of(item), reason=reason),
                do=lambda desk: desk.sales.send_back(item, reason, note),
                back=lambda desk: desk.sales.undo(item),
            ),
        )

    def _answer(self, item: ItemId, act: Act) -> None:
        """Answer; the cursor comes to the lead that stands there then: the next one that waits."""
        self.result.clear()
        self._at = self.view.place_of(item)
        self.acting.do(act)

    def _name_of(self, item: ItemId) -> str:
        at = self.view.place_of(item)
        return self.view.model.rows[at].name if at >= 0 else ""

    def _to_answer(self, then: Callable[[], None]) -> "OwnLead | None":
        """The lead the cursor is on, where it can be answered; ``then`` waits for its brief."""
        item = self.view.current()
        cards = (self.take_card, self.back_card)
        if any(card is not None and card.isVisible() for card in cards):
            return None
        if item is None or item.state not in _OPEN:
            return None
        if self._own is None or self._own.item.item_id != item.item_id:
            # The keys are faster than the desk: what was asked for comes with the brief.
            self._wish = then
            return None
        return self._own

    def _show_items(self, items: tuple[BatchItem, ...]) -> None:
        at, self._at = self._at, -1
        self.view.show_items(items, at)

    def _chose(self, item: BatchItem | None) -> None:
        self._wish = None
        if item is None:
            self.looking.forget()
            self._own = None
            self.brief.show_nothing(tr("The brief of a lead stands here."))
        else:
            self.looking.ask(item.item_id)
        self._say_acts()

    def _show(self, own: "OwnLead") -> None:
        self._own = own
        stop = tr("They asked not to be called. Sales must not call them.")
        self.brief.show_brief(
            own.brief,
            own.item.receiver,
            self.view.where(),
            lacks=stop if own.item.is_suppressed else "",
        )
        self._say_acts()
        wish, self._wish = self._wish, None
        if wish is not None:
            wish()

    def _read(self) -> None:
        """Enter on a lead: it is being read."""
        self.looking.mark()
        self.brief.take_cursor()

    def _was_read(self, own: "OwnLead") -> None:
        if self._own is not None and self._own.item.item_id == own.item.item_id:
            self._own = own
        self.view.replace(own.item)

    def _no_brief(self, item: ItemId, says: str) -> None:
        current = self.view.current()
        if current is not None and current.item_id == item:
            self._own, self._wish = None, None
            self.brief.show_nothing(says)
            self._say_acts()

    def _say_acts(self) -> None:
        """What can be done with the lead the cursor is on."""
        item = self.view.current()
        for button in (self.action, self.back):
            button.setEnabled(item is not None and item.state in _OPEN)
        self._says.setText(_stands(item))
        own = self._own
        is_it = own is not None and item is not None and own.item.item_id == item.item_id
        brief = own.brief if own is not None and is_it else None
        reach = ", ".join((*brief.phones, *brief.emails)) if brief else ""
        self._reach.setText(reach)
        reveal(self._reach, shown=bool(reach))

    def _acted(self, changes: Changes) -> None:
        self.fit()
        self.refresh()
        self.changed.emit(changes)

    def _not_done(self, error: QualdeskError) -> None:
        """It was answered or recalled meanwhile: say so, and show how it stands."""
        self._at = -1
        self._refused(error)
        self.refresh()

    def _printed(self, file: Path) -> None:
        self.result.show_folder(tr("The brief is written."), file)

    def _refused(self, error: QualdeskError) -> None:
        self.result.say("bad", error.says)


def _stands(item: BatchItem | None) -> str:
    """What is to be said of the lead the cursor is on, beside the buttons."""
    if item is None:
        return ""
    if item.state is ItemState.RECYCLED:
        return tr("{name} came back to us unanswered. You can still answer.", name=item.name)
    if item.state in WAITS:
        return tr("{name} waits for your answer.", name=item.name)
    return f"{item.name}: {item.state.label}"
