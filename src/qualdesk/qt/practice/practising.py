"""Into practice and back: the real desk rests meanwhile, and nobody is called."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from qualdesk.core.errors import QualdeskError
from qualdesk.core.wording import tr, tr_later
from qualdesk.desk import Desk
from qualdesk.qt.call_desk.page import CallDeskPage
from qualdesk.qt.choices import Choices
from qualdesk.qt.shell import Shell
from qualdesk.qt.shortcuts import first_keys
from qualdesk.qt.work import Work

if TYPE_CHECKING:
    from qualdesk.qt.practice.page import PracticePage


class Practising(QObject):
    """Brings the practice to the front of the window, and takes it away again."""

    ended = Signal()
    """Real work goes on."""

    def __init__(self, shell: Shell, desk: CallDeskPage, work: Work, choices: Choices) -> None:
        super().__init__(shell)
        self._shell, self._desk, self._work, self._choices = shell, desk, work, choices
        self.page: PracticePage | None = None

    def begin(self, zone: str, *, pace: float = 1.0) -> None:
        """Practise, unless a real call goes on. A lead nobody dialled goes back meanwhile."""
        if not self._shell.at:
            return
        if self._desk.place.flow.is_in_call:
            self._shell.say(
                "warn", tr("You are on a call"), tr("Give it its outcome first, then practise.")
            )
            return
        self._work.ask(_let_go, lambda _done: None, owner=self, refused=self._refused)
        from qualdesk.qt.practice.page import PracticePage

        page = PracticePage(self._choices.settings.caller, zone, first_keys(), pace=pace)
        page.left.connect(self.end)
        page.refused.connect(self._refused)
        page.keys_changed.connect(self._shell.settle_keys)
        page.search_wanted.connect(self._say_no_search)
        self.page = page
        self._shell.say("info", "")
        self._shell.top.show_real(is_real=False)
        self._shell.show_alone(page, tr("Practice"))
        page.setFocus()

    def end(self) -> None:
        """Throw the practice away and go back to the desk."""
        page, self.page = self.page, None
        if page is not None:
            page.close_workspace()
            self._shell.say("info", "")
            self._shell.top.show_real(is_real=True)
            self._shell.show_alone(None)
            self.ended.emit()

    def close(self) -> None:
        """The window goes: the practice goes with it."""
        if self.page is not None:
            self.page.close_workspace()

    def _say_no_search(self) -> None:
        """The search is of the real workspace, and here nothing is real."""
        self._shell.say("info", "", tr(_NO_SEARCH))

    def _refused(self, error: QualdeskError) -> None:
        self.end()
        self._shell.say("warn", "", error.says)


_NO_SEARCH: Final = tr_later("Search finds real people. Leave the practice first, then search.")


def _let_go(desk: Desk) -> None:
    held = desk.calling.held()
    if held is not None and held.attempt is None:
        desk.calling.release(held.lead.id)
