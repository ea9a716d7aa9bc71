"""A lead that comes to the desk: at once, or when the caller has stopped typing."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from qualdesk.core.cards import CallCard
from qualdesk.qt.call_desk.at_desk import AtDesk
from qualdesk.qt.call_desk.coming import Next
from qualdesk.qt.call_desk.talk import Talk

_REST_MS: Final = 1200


class Arriving(QObject):
    """Lets nothing take the place of what somebody is typing about.

    Who types on after an outcome, or into a note when the program by itself brings another
    lead, is let finish: the lead comes when the typing has rested, or with the next main key.
    """

    ready = Signal(object)
    """``Next``, to be shown now."""
    waits = Signal()
    """Somebody types: what came waits."""

    def __init__(self, at_desk: AtDesk, talk: Talk) -> None:
        super().__init__(at_desk)
        self._at, self._talk = at_desk, talk
        self._waiting: Next | None = None
        self._is_typing = False
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.bring)
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

    def _would_cover(self, coming: Next) -> bool:
        card = self._at.card
        if not self._is_typing:
            return False
        found = coming.found
        return card is None or not (isinstance(found, CallCard) and found.lead.id == card.lead.id)

    def _typed(self) -> None:
        self._is_typing = True
        if self._waiting is not None:
            self._rest.start()
