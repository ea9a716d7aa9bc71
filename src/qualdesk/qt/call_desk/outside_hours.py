"""A lead in front that no rule lets be dialled now: later instead, or anyway with a reason."""

from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from qualdesk.core.cards import CallCard
from qualdesk.core.clock import Clock
from qualdesk.core.ids import LeadId
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.call_desk import said
from qualdesk.qt.call_desk.asks import Asks
from qualdesk.qt.call_desk.at_desk import AtDesk
from qualdesk.qt.call_desk.notice import Notice, Way
from qualdesk.qt.call_desk.popovers.others import LinePopOver
from qualdesk.qt.call_desk.session import Session
from qualdesk.qt.call_desk.view import DeskView

ANYWAY: Final = tr_later("Call anyway, say why")
_NEEDED: Final = tr_later("Type why. It is kept with the call.")


class WhyPopOver(LinePopOver):
    """One line: why somebody is called in spite of a rule. Enter dials."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.action.set(tr("Call anyway"), icon="phone", keys="Return")


class OutsideHours(QObject):
    """Says what stands in the way of a call, with the ways on that the rule leaves."""

    _asked_for: LeadId | None

    def __init__(  # noqa: PLR0917 - the parts of one page, put together in one place
        self,
        at_desk: AtDesk,
        view: DeskView,
        session: Session,
        asks: Asks,
        notice: Notice,
        clock: Clock,
    ) -> None:
        super().__init__(view)
        self._at, self._view, self._session = at_desk, view, session
        self._asks, self._notice, self._clock = asks, notice, clock
        self._asked_for = None

    def is_locked(self, card: CallCard) -> bool:
        """Whether no key dials them yet; what may be dialled meanwhile is for the desk to say."""
        next_at = card.decision.next_at
        return not card.decision.is_allowed and bool(next_at and next_at > self._clock.now())

    def offer(self, card: CallCard) -> None:
        """Say why the lead is not called now, and what can be done instead."""
        now, decision = self._clock.now(), card.decision
        ways: list[Way] = []
        if decision.next_at is not None:
            ways.append((said.call_then(card, decision.next_at, now), self._later))
        if card.may_call_anyway:
            ways.append((tr(ANYWAY), self._ask_why))
        title, says = said.their_time(card, now), f"{decision.says} {tr(said.LOCKED)}"
        self._notice.offer("warn", title, says, *ways, icon="moon", stays=True)

    def _later(self) -> None:
        """Leave the lead: the queue offers it again once it may be called, and not before."""
        card = self._at.card
        if card is None or card.decision.next_at is None or self._session.is_busy:
            return
        says = said.left_until(card, card.decision.next_at, self._clock.now())
        self._notice.clear()
        self._session.release(card.lead.id)
        self._notice.say("ok", says)

    def _ask_why(self) -> None:
        card = self._at.card
        if card is None:
            return
        over = self._asks.made(WhyPopOver, self._call)
        if self._asked_for != card.lead.id:
            self._asked_for = card.lead.id
            title = tr("Call {name} anyway", name=card.lead.contact.name)
            over.begin(title, tr("Why now?"), hint=card.decision.says, needed=tr(_NEEDED))
        self._asks.show_over(over, self._view.notice.last_way, over.line)

    def _call(self) -> None:
        card, why = self._at.card, self._asks.made(WhyPopOver, None).text
        self._asks.close()
        if card is not None and not self._session.is_busy:
            self._asked_for = None
            self._session.dial(card, self._at.picked or None, because=why)
