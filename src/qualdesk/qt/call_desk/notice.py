"""The line above the columns: what happened, what is safe, what to do. Trouble stays until over."""

from PySide6.QtCore import QObject, Signal

from qualdesk.core.errors import WorkspaceUnusable
from qualdesk.qt.call_desk import said
from qualdesk.qt.call_desk.session import SAVED, Session
from qualdesk.qt.call_desk.view import DeskView
from qualdesk.qt.widgets.notices import BannerTone


class Notice(QObject):
    """Says one thing at a time. What cannot be saved is said until it is saved."""

    answered = Signal()
    """The button at the end was pressed, or there is nothing to say any more."""

    def __init__(self, view: DeskView, session: Session) -> None:
        super().__init__(view)
        self._view, self._session = view, session
        self._is_trouble = False
        view.notice.pressed.connect(self._pressed)
        session.saving.connect(self._saved)

    def say(self, tone: BannerTone, text: str, action: str = "") -> None:
        """Say something; trouble that is not over is not covered by it."""
        if not self._is_trouble:
            self._view.say(tone, "", text, action)

    def clear(self) -> None:
        """Nothing is to be said any more."""
        if not self._is_trouble:
            self._view.say("info", "")

    def trouble(self, error: WorkspaceUnusable) -> None:
        """Saving does not work; what was typed is kept here and tried again."""
        self._is_trouble = True
        self._view.say("bad", error.says, said.STILL_HERE, action="Try again")

    def _saved(self, says: str) -> None:
        if says == SAVED and self._is_trouble:
            self._is_trouble = False
            self._view.say("ok", "", said.SAVED_AGAIN)

    def _pressed(self) -> None:
        self._session.try_again()
        self.clear()
        self.answered.emit()
