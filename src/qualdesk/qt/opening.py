"""From the start of the program to an open workspace: its questions, and what is in the way."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QUrl, Signal

from qualdesk.core.clock import Clock
from qualdesk.core.errors import (
    QualdeskError,
    WorkspaceElsewhere,
    WorkspaceFull,
    WorkspaceTooNew,
    WorkspaceUnreachable,
)
from qualdesk.desk import Desk
from qualdesk.qt.choices import Choices
from qualdesk.qt.sample import make_sample, sample_address
from qualdesk.qt.shell import Shell
from qualdesk.qt.welcome import TroublePage, WelcomePage
from qualdesk.qt.work import Work
from qualdesk.settings import Settings

OpenDesk = Callable[[Settings, str], Desk]
"""How a workspace is opened: the settings, and its address."""
_TROUBLES: Final[tuple[tuple[type[QualdeskError], str], ...]] = (
    (WorkspaceTooNew, "This workspace needs a newer qualdesk"),
    (WorkspaceUnreachable, "The team database cannot be reached"),
    (WorkspaceElsewhere, "The workspace cannot lie there"),
    (WorkspaceFull, "The disk is full"),
)


class Opening(QObject):
    """Asks what a first start has to ask, opens the workspace, and says why one cannot be used."""

    began = Signal()
    """A workspace is being opened."""
    opened = Signal(object)
    """A workspace is open; its campaigns, a tuple of ``CampaignSummary``."""
    left = Signal()
    """The workspace in work is being left for another one."""

    def __init__(
        self, choices: Choices, open_desk: OpenDesk, clock: Clock, zone: str, shell: Shell
    ) -> None:
        super().__init__()
        self._choices, self._open_desk = choices, open_desk
        self._clock, self._zone, self._shell = clock, zone, shell
        self._file: Path | None = None
        self.address = choices.settings.database
        self.work = Work(self._open)

    def start(self) -> None:
        """Ask the question of the first start, or open the workspace."""
        if self._choices.settings.is_named:
            self.begin()
            return
        welcome = WelcomePage(self._clock.now(), self._zone)
        welcome.chosen.connect(self._named)
        welcome.sample_chosen.connect(self._look_around)
        self._shell.top.show_person("")
        self._shell.show_alone(welcome, "Welcome to qualdesk")
        welcome.name.setFocus()

    def begin(self) -> None:
        """Open the workspace and tell what is in it; what stands in the way is said."""
        self.began.emit()
        self._shell.top.show_person(self._choices.settings.caller)
        self.work.ask(
            lambda desk: desk.library.campaigns(),
            self.opened.emit,
            owner=self,
            refused=self._trouble,
        )

    def take_file(self) -> Path | None:
        """The list somebody began with; only once."""
        file, self._file = self._file, None
        return file

    def _open(self) -> Desk:
        return self._open_desk(self._choices.settings, self.address)

    def _named(self, name: str, file: Path | None) -> None:
        self._file = file
        if self._choices.keep(caller=name):
            self.begin()

    def _look_around(self, name: str) -> None:
        """Open the sample in a workspace of its own."""
        if not self._choices.keep(caller=name):
            return
        self.address = sample_address(self._choices.settings)
        self.work.move_to(self._open)
        self.work.long(
            make_sample,
            lambda _made: self.begin(),
            owner=self,
            refused=self._trouble,
        )
        says = "Sample. Nothing here is real."
        self._shell.say("info", says, "", "Leave", self._leave_sample)

    def _leave_sample(self) -> None:
        """Open the person's own workspace."""
        self._shell.say("info", "")
        self.address = self._choices.settings.database
        self.left.emit()
        self.work.move_to(self._open)
        self.begin()

    def _trouble(self, error: QualdeskError) -> None:
        """The workspace cannot be used: a page says so, and nothing else can be done here."""
        titles = (title for kind, title in _TROUBLES if isinstance(error, kind))
        title = next(titles, "The workspace cannot be opened")
        page = TroublePage(title, error.says, without_secrets(self.address))
        page.retry_pressed.connect(self.begin)
        page.close_pressed.connect(self._shell.close)
        self._shell.show_alone(page, "Workspace")
        page.again.setFocus()


def without_secrets(address: str) -> str:
    """A workspace's address as it may be shown: no password."""
    if address.startswith("sqlite:///"):
        return address.removeprefix("sqlite:///")
    shown = QUrl(address)
    shown.setPassword("")
    return shown.toString()
