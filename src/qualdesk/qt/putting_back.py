"""Ways out where a workspace file cannot be used: its newest good backup, or the file as it is."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QObject

from qualdesk.core.backups import BackupPlan, age_words
from qualdesk.core.clock import Clock
from qualdesk.core.errors import (
    QualdeskError,
    WorkspaceDamaged,
    WorkspaceUnusable,
)
from qualdesk.core.salvaged import Salvaged
from qualdesk.core.times import time_words
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.choices import Choices
from qualdesk.qt.shell import Shell
from qualdesk.qt.trouble import TroublePage
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.work import Work

if TYPE_CHECKING:
    from qualdesk.recoveries import Preview

ASIDE: Final = tr_later("What is there now is kept beside it, and can be put back the same way.")

_PIECES: Final = tr_later(
    "What can be read of the damaged file can be put into a new one, also what is newer than a "
    "backup. It is said what is missing. The damaged file is not changed."
)
_READING: Final = tr_later("The damaged file is being read, page by page.")
_IS_IN: Final = tr_later("The backup is the workspace now.")
_NEW_IS_IN: Final = tr_later("The new file is the workspace now.")


class Reopens(Protocol):
    """Whoever opens the workspace of the window."""

    work: Work
    address: str

    def begin(self) -> None:
        """Open it, from the start."""
        ...


def is_about_file(error: QualdeskError) -> bool:
    """Whether another file in its place may help: it is damaged, or none of ours."""
    return isinstance(error, WorkspaceDamaged) or type(error) is WorkspaceUnusable


class WaysOut(QObject):
    """Offers a backup, puts it in place, and opens the workspace again."""

    def __init__(
        self, opening: Reopens, choices: Choices, clock: Clock, zone: str, shell: Shell
    ) -> None:
        super().__init__()
        self._opening, self._choices, self._clock = opening, choices, clock
        self._zone, self._shell = zone, shell
        self._is_at_it = False

    def offer(self, page: TroublePage, error: QualdeskError) -> None:
        """Look for the newest good backup, and offer it on the page that says what is wrong."""
        address, plan = self._opening.address, self._choices.settings.backups
        self._opening.work.here(
            lambda: _newest(address, plan),
            partial(self._show, page, error),
            owner=page,
            refused=lambda _error: self._show(page, error, None),
        )

    def put_back(self, path: str, *, is_backup: bool = True) -> None:
        """Put a backup in the workspace's place, and open it; why that cannot be is said.

        Once: pressed again meanwhile, it would be put in the place of itself. What was read of a
        damaged file is no backup, and takes its place in the same way.
        """
        from qualdesk import recoveries

        if self._is_at_it:
            return
        self._is_at_it = True
        address, plan = self._opening.address, self._choices.settings.backups

        def done(aside: Path | None) -> None:
            self._is_at_it = False
            says = tr("What was there before is kept as {file}.", file=aside) if aside else ""
            self._shell.say("info", tr(_IS_IN if is_backup else _NEW_IS_IN), says)
            self._opening.begin()

        def refused(error: QualdeskError) -> None:
            self._is_at_it = False
            self._shell.say("bad", tr("The backup could not be put in place."), error.says)
            self._opening.begin()

        self._opening.work.here(
            lambda: recoveries.put_back(address, path, plan), done, owner=self, refused=refused
        )

    def _show(self, page: TroublePage, error: QualdeskError, seen: "Preview | None") -> None:
        said: list[str] = []
        ways: list[PushButton] = []
        if seen is not None:
            said = [*in_words(seen, self._zone, self._clock.now()), tr(ASIDE)]
            put = PushButton(tr("Put this backup in place"), icon="save", kind="accent")
            put.clicked.connect(lambda: self.put_back(str(seen.path)))
            ways.append(put)
        elif isinstance(error, WorkspaceDamaged):
            said = [tr("There is no good backup in its folder.")]
        if isinstance(error, WorkspaceDamaged):
            said.append(tr(_PIECES))
            ways.append(self._salvage_button(page))
            take = PushButton(tr("Open it as it is"))
            take.clicked.connect(self._take)
            ways.append(take)
        page.offer(said, *ways)

    def _salvage_button(self, page: TroublePage) -> PushButton:
        read = PushButton(tr("Read what can be read"), icon="file-warning")
        read.clicked.connect(lambda: self._salvage(page, read))
        return read

    def _salvage(self, page: TroublePage, read: PushButton) -> None:
        """Put what can be read into a new file, say what is missing, and offer to work with it."""
        from qualdesk import recoveries

        address, plan = self._opening.address, self._choices.settings.backups
        # Not on the button that comes next: Enter pressed twice would press that one.
        page.setFocus()
        read.setEnabled(False)
        page.tell(tr(_READING))

        def done(found: Salvaged) -> None:
            page.tell("")
            put = PushButton(tr("Work with the new file"), icon="save", kind="accent")
            put.clicked.connect(lambda: self.put_back(found.path, is_backup=False))
            page.offer(found.says, put)

        def refused(error: QualdeskError) -> None:
            read.setEnabled(True)
            page.tell(error.says)

        self._opening.work.long_here(
            lambda progress: recoveries.salvage(address, plan, progress),
            done,
            owner=page,
            refused=refused,
        )

    def _take(self) -> None:
        from qualdesk import recoveries

        if self._is_at_it:  # it would count as changed by hand, whatever is put in its place
            return
        address = self._opening.address
        self._opening.work.here(
            lambda: recoveries.take_as_it_is(address),
            lambda _taken: self._opening.begin(),
            owner=self,
            refused=lambda error: self._shell.say("bad", "", error.says),
        )


def _newest(address: str, plan: BackupPlan) -> "Preview | None":
    from qualdesk import recoveries

    good = recoveries.newest_good(address, plan)
    return recoveries.preview(address, str(good.path), plan) if good else None


def in_words(seen: "Preview", zone: str, now: datetime) -> Sequence[str]:
    """A backup that is offered, and what putting it in place would come to, a sentence each."""
    first = tr("The newest good backup is {file}.", file=seen.path)
    if seen.made is not None:
        first = tr(
            "The newest good backup is of {when}, {ago}: {file}",
            when=time_words(seen.made.made_at, zone, now=now),
            ago=age_words(seen.made.made_at, now),
            file=seen.path,
        )
    return (first, *seen.difference.says)
