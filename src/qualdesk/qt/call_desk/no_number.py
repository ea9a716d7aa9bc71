"""A lead in front whom no number reaches: type one that was found, or leave them to research."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from qualdesk.core.cards import CallCard
from qualdesk.core.ids import LeadId
from qualdesk.core.wording import tr
from qualdesk.qt.call_desk.asks import Asks
from qualdesk.qt.call_desk.at_desk import AtDesk
from qualdesk.qt.call_desk.popovers.others import LinePopOver
from qualdesk.qt.call_desk.session import Session
from qualdesk.qt.call_desk.view import DeskView

_WRONG_NUMBER: Final = 5


class NumberPopOver(LinePopOver):
    """One line: the number that was found. Enter keeps it, and without one finds it later."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.action.set(tr("Go on"), icon="check", keys="Return")


class NoNumber(QObject):
    """Asks for a number where Dial has none; the way of a wrong number stays open."""

    _asked_for: LeadId | None

    def __init__(
        self,
        at_desk: AtDesk,
        view: DeskView,
        session: Session,
        asks: Asks,
        press: Callable[[int], None],
    ) -> None:
        super().__init__(view)
        self._at, self._view, self._session, self._asks = at_desk, view, session, asks
        self._press, self._asked_for = press, None

    def ask(self, card: CallCard) -> None:
        """Ask for a number of theirs; what was typed before stays."""
        over = self._asks.made(NumberPopOver, self._take)
        if self._asked_for != card.lead.id:
            self._asked_for = card.lead.id
            over.begin(
                tr("Find a number for {name}", name=card.lead.contact.name),
                tr("With its country code, like +44"),
                hint=tr("Left empty, the lead waits until somebody finds one."),
            )
        self._asks.show_over(over, self._view.bar.main, over.line)

    def _take(self) -> None:
        over, card = self._asks.made(NumberPopOver, None), self._at.card
        if card is None:
            self._asks.close()
        elif over.text:
            self._session.add_number(card.lead.id, over.text, self._found, over.complain)
        else:
            self._asked_for = None
            self._press(_WRONG_NUMBER)

    def _found(self) -> None:
        self._asked_for = None
        self._asks.close()
