"""Breaks from anywhere in the window: whom the button is for, and which desk it pauses."""

from typing import Final

from PySide6.QtCore import QObject

from qualdesk.core.errors import QualdeskError
from qualdesk.qt.call_desk.flow import CallState
from qualdesk.qt.call_desk.page import CallDeskPage
from qualdesk.qt.shell import Shell
from qualdesk.qt.work import Work

_CALLER: Final = "caller"


class Breaks(QObject):
    """Shows the Break button while a call desk is in front, and to callers on every page."""

    def __init__(self, shell: Shell, desk: CallDeskPage, work: Work) -> None:
        super().__init__(shell)
        self._shell, self._desk, self._work = shell, desk, work
        self._is_caller = False
        self._heard: CallDeskPage = desk
        desk.state_changed.connect(self.look)
        shell.front_changed.connect(self.look)
        shell.top.break_pressed.connect(self.press)

    def ask(self) -> None:
        """A workspace is open: ask what the person does there."""
        self._work.ask(
            lambda desk: desk.people.role(),
            self._told,
            owner=self,
            refused=self._refused,
        )

    def look(self) -> None:
        """Show the button where a break can be taken, saying whether one is being taken."""
        front = self._in_front
        if front is not None and front not in {self._desk, self._heard}:
            # The desk of a practice: there is a new one each time.
            front.state_changed.connect(self.look)
            self._heard = front
        desk = front or self._desk
        shown = front is not None or (self._is_caller and bool(self._shell.at))
        self._shell.top.show_break(shown=shown, is_on=desk.state == CallState.BREAK.value)

    def press(self) -> None:
        """Take a break or come back; on another page, coming back brings the desk with it."""
        front = self._in_front
        if front is None and self._desk.state == CallState.BREAK.value:
            # First the page: it knows for which campaign the next lead is wanted.
            self._shell.show_page("desk")
        (front or self._desk).commands()["break"]()

    @property
    def _in_front(self) -> CallDeskPage | None:
        """The call desk that is in front, the real one or the one of the practice."""
        page = self._shell.page
        found = page if isinstance(page, CallDeskPage) else getattr(page, "desk", None)
        return found if isinstance(found, CallDeskPage) else None

    def _told(self, role: str) -> None:
        self._is_caller = role == _CALLER
        if self._is_caller:
            self._shell.offer({"break": self.press})
            self._shell.settle_keys()
        else:
            self._shell.withdraw("break")
        self.look()

    def _refused(self, _error: QualdeskError) -> None:
        """Nobody knows what they do here: the button stays where a desk is in front."""
        self._told("")
