"""The note of the call in its field: saved while it is typed, and added to."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from qualdesk.core.ids import AttemptId
from qualdesk.qt.call_desk.doing import note_on
from qualdesk.qt.call_desk.session import Session
from qualdesk.qt.call_desk.words_field import GrowingField

_SAVED_AFTER_MS: Final = 700


class CallNote(QObject):
    """Hands the note over to be saved at most a moment behind the typing, once a call is there."""

    typed = Signal()
    """A letter was typed into it."""

    def __init__(
        self, field: GrowingField, session: Session, attempt: Callable[[], AttemptId | None]
    ) -> None:
        super().__init__(field)
        self._field, self._session, self._attempt = field, session, attempt
        self._kept = ""
        self._timer = QTimer(self, singleShot=True, interval=_SAVED_AFTER_MS)
        self._timer.timeout.connect(self.save)
        field.textChanged.connect(self._changed)

    @property
    def text(self) -> str:
        """What it says, without empty room around it."""
        return self._field.toPlainText().strip()

    @property
    def as_typed(self) -> str:
        """What stands in the field, letter by letter."""
        return self._field.toPlainText()

    @property
    def is_unsaved(self) -> bool:
        """Whether it says something that was not handed over."""
        return self.as_typed != self._kept

    def begin(self, kept: str) -> None:
        """Begin with what was saved of this call before."""
        self._kept = kept
        self._field.put(kept)
        self._timer.stop()

    def put(self, text: str) -> None:
        """Let it say this."""
        self._field.put(text)

    def add(self, line: str) -> None:
        """Write a line below what it says already."""
        self._field.put("\n".join(part for part in (self.text, line) if part))

    def save(self) -> None:
        """Hand over what is new, when there is a call it belongs to."""
        self._timer.stop()
        attempt, text = self._attempt(), self.as_typed
        if attempt is not None and text != self._kept:
            self._kept = text
            self._session.tell(note_on(attempt, text))

    def _changed(self) -> None:
        if self._field.hasFocus():
            self.typed.emit()
        # Not begun anew by each letter: who types without a pause is saved too.
        if not self._timer.isActive():
            self._timer.start()
