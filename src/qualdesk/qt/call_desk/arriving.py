"""A lead that comes to the desk: at once, or when the caller has stopped typing."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from qualdesk.core.cards import CallCard
from qualdesk.qt.call_desk.asks import Asks
from qualdesk.qt.call_desk.at_desk import AtDesk
from qualdesk.qt.call_desk.coming import Next
from qualdesk.qt.call_desk.talk import Talk

_REST_MS: Final = 1200


class Arriving(QObject):
    """Lets nothing take the place of what somebody is typing about.

    Who types on after an outcome, or is typing or being asked about a lead when the program by
    itself brings another, is let finish: it comes when that has rested, or with the main key.
    """

    ready = Signal(object)
    """``Next``, to be shown now."""
    waits = Signal()
    """Somebody types: what came waits."""

    def __init__(self, at_desk: AtDesk, talk: Talk, asks: Asks) -> None:
        super().__init__(at_desk)
        self._at, self._asks = at_desk, asks
        self._waiting: Next | None = None
        self._is_typing = False
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._rested)
        talk.typed.connect(self._typed)

    @property
    def is_waiting(self) -> bool:
        """Whether a lead waits for the typing to rest."""
        return self._waiting is not None

    def expect(self) -> None:
        """A key was pressed that brings the next lead: what is typed from now on is typed on."""
        self._is_typing = False

    def take(self, coming: Next) -> None:
        """A lead, or why there is none, came from the desk."""
        if self._would_cover(coming):
            self._waiting = coming
            self._rest.start()
            self.waits.emit()
            return
        self._waiting, self._is_typing = None, False
        self._rest.stop()
        self.ready.emit(coming)

    def bring(self) -> None:
        """Show what waits, now."""
        self._rest.stop()
        coming, self._waiting = self._waiting, None
        self._is_typing = False
        if coming is not None:
            self.ready.emit(coming)

    def _rested(self) -> None:
        if self._is_asked:
            self._rest.start()  # what is asked is asked about the lead that is still there
        else:
            self.bring()

    @property
    def _is_asked(self) -> bool:
        return self._at.card is not None and self._asks.open_one is not None

    def _would_cover(self, coming: Next) -> bool:
        card, found = self._at.card, coming.found
        if not (self._is_typing or self._is_asked):
            return False
        return card is None or not (isinstance(found, CallCard) and found.lead.id == card.lead.id)

    def _typed(self) -> None:
        self._is_typing = True
        if self._waiting is not None:
            self._rest.start()
