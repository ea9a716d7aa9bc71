"""The line above the columns: what happened, what is safe, what to do. Trouble stays until over."""

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

from qualdesk.core.errors import WorkspaceUnusable
from qualdesk.core.wording import tr
from qualdesk.qt.call_desk import said
from qualdesk.qt.call_desk.session import SAVED, Session
from qualdesk.qt.call_desk.view import DeskView
from qualdesk.qt.widgets.notices import BannerTone

Way: TypeAlias = tuple[str, Callable[[], None]]


class Notice(QObject):
    """Says one thing at a time. What cannot be saved is said until it is saved."""

    answered = Signal()
    """A button at the end was pressed, or there is nothing to say any more."""

    def __init__(self, view: DeskView, session: Session) -> None:
        super().__init__(view)
        self._view, self._session = view, session
        self._is_trouble = self._is_offer = self._stays = False
        self._ways: tuple[Way, ...] = ()
        view.notice.pressed.connect(lambda: self._pressed(0))
        view.notice.other_pressed.connect(lambda: self._pressed(1))
        session.saving.connect(self._saved)

    def say(self, tone: BannerTone, text: str, action: str = "", *, icon: str = "") -> None:
        """Say something; trouble that is not over is not covered by it."""
        if not self._is_trouble:
            self._ways, self._is_offer = (), False
            self._view.say(tone, "", text, action, icon=icon)

    def offer(
        self,
        tone: BannerTone,
        title: str,
        text: str,
        *ways: Way,
        icon: str = "calendar-clock",
        stays: bool = False,
    ) -> None:
        """Say something with one or two ways on. It stays until one is taken or a call ends.

        ``stays``: also while a way is taken that may still be left, as one that asks something.
        """
        if not self._is_trouble:
            self._ways, self._is_offer, self._stays = ways, True, stays
            action, other = ([name for name, _ in ways] + ["", ""])[:2]
            self._view.say(tone, title, text, action, other, icon)

    def clear(self, *, offers: bool = True) -> None:
        """Nothing is to be said any more; without ``offers``, ways on stay where they are."""
        if not self._is_trouble and (offers or not self._is_offer):
            self._ways, self._is_offer = (), False
            self._view.say("info", "")

    def trouble(self, error: WorkspaceUnusable) -> None:
        """Saving does not work; what was typed is kept here and tried again."""
        self._is_trouble = True
        self._ways = ()
        self._view.say("bad", error.says, tr(said.STILL_HERE), action=tr("Try again"))

    @property
    def says(self) -> str:
        """What stands in the line, empty while nothing does."""
        return "" if self._view.notice.isHidden() else self._view.notice.accessibleName()

    @property
    def has_ways(self) -> bool:
        """Whether it offers ways on: they are offered once, and lost with the line."""
        return bool(self._ways)

    def take_focus(self) -> None:
        """Put the cursor on the first way on, where there is one; else on that of the line."""
        for banner in (self._view.notice, self._view.line):
            if not banner.isHidden() and banner.take_focus():
                return

    def _saved(self, says: str) -> None:
        if says == tr(SAVED) and self._is_trouble:
            self._is_trouble = False
            self._view.say("ok", "", tr(said.SAVED_AGAIN))

    def _pressed(self, place: int) -> None:
        ways = self._ways
        if place < len(ways) and self._stays:
            ways[place][1]()
            return
        if place < len(ways):
            self.clear()
            ways[place][1]()
        else:
            self._session.try_again()
            self.clear()
        self.answered.emit()
