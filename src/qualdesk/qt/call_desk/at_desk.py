"""What is at the desk: the lead, its call, its number, and the state the call is in."""

from PySide6.QtCore import QObject, Signal

from qualdesk.core.cards import CallCard, NothingToCall
from qualdesk.core.clock import Clock
from qualdesk.core.ids import AttemptId
from qualdesk.qt.call_desk import said
from qualdesk.qt.call_desk.asks import Chosen
from qualdesk.qt.call_desk.coming import LeftWord
from qualdesk.qt.call_desk.flow import Flow, Stock
from qualdesk.qt.call_desk.talk import Talk
from qualdesk.qt.call_desk.view import DeskView


class AtDesk(QObject):
    """One lead or none, and where its call stands. Every change is shown as it is made.

    Attributes:
        number: the number of the call, or the one that is dialled next, E.164.
        picked: the number somebody chose to dial next, empty when it is theirs to choose.
        chosen: the outcome that is saved when the call is over.
        nothing: why there is no lead, while there is none.
        words: what others left about the lead, as it is shown.
    """

    moved = Signal(str)
    """The state of the call, in a word."""

    attempt: AttemptId | None
    chosen: Chosen | None
    words: tuple[LeftWord, ...]

    def __init__(self, view: DeskView, talk: Talk, clock: Clock, zone: str) -> None:
        super().__init__(view)
        self._view, self._talk, self._clock, self.zone = view, talk, clock, zone
        self.flow = Flow()
        self.card: CallCard | None = None
        self.attempt = None
        self.number = self.picked = ""
        self.chosen = None
        self.nothing: NothingToCall | None = None
        self.words = ()

    def ready(self) -> None:
        """The lead is to be dialled now, where there is a number for it."""
        self.move(Flow().ready(self._clock.now(), has_number=bool(self.number)))

    def move(self, flow: Flow) -> None:
        """Another state of the call."""
        self.flow = flow
        self._view.bar.show_flow(flow, said.number(self.card, self.number), self._clock.now())
        self.moved.emit(flow.state.value)

    def show(self, card: CallCard) -> None:
        """Everything of a lead in its place, in one paint."""
        self.card, self.chosen, self.nothing, self.words = card, None, None, ()
        self.attempt, self.picked = (card.attempt.id if card.attempt else None), ""
        best = next(iter(card.lead.contact.dialable), None)
        self.number = card.attempt.number if card.attempt else best.e164 if best else ""
        self._view.show_card(card, self._clock.now(), self.zone)
        self._talk.show(card)

    def show_nothing(self, nothing: NothingToCall, stock: Stock) -> None:
        """Why there is no lead, and what is left anywhere."""
        now = self._clock.now()
        self.card, self.attempt, self.nothing = None, None, nothing
        self._view.empty.explain(nothing, self.zone, now, stock)
        self._view.show_empty(empty=True)
        self.move(Flow().empty(now, stock))
        self._view.offer_main()

    def let_go(self) -> None:
        """The lead is somebody else's, or done with; what is seen of it stays until the next."""
        self.card, self.chosen = None, None
        self.flow = Flow()
