"""Files handed to the window: double-clicked, handed over by a second start, or let go on it."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject

from qualdesk.core.file_kinds import is_loaded
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.shell import Shell
from qualdesk.qt.widgets.drop import DropTarget

_PRACTISING: Final = tr_later("Leave the practice first, then drop the list again.")
_NOT_NOW: Final = tr_later("The workspace is not open yet. Hand the file over again then.")
_GONE: Final = tr_later("{file} is not there any more.")


class HandedOver(QObject):
    """A list goes to the Lists page; a workspace opens in a window of its own.

    ``may_take`` says whether somebody can be bothered now, and tells them why not.
    """

    def __init__(
        self,
        shell: Shell,
        take_lists: Callable[[tuple[Path, ...]], None],
        *,
        may_take: Callable[[], bool],
        is_practising: Callable[[], bool],
    ) -> None:
        super().__init__(shell)
        self._shell, self._take_lists = shell, take_lists
        self._may_take, self._is_practising = may_take, is_practising
        self._drop = DropTarget(shell, tr("Drop a lead list here"))
        self._drop.dropped.connect(self.take)

    def take(self, files: Sequence[Path]) -> None:
        """Let each file go where it belongs; while somebody is on the line none goes anywhere."""
        say = self._shell.say
        gone = next((file for file in files if not file.exists()), None)
        if gone is not None:
            say("warn", "", tr(_GONE, file=gone.name))
            return
        for workspace in (file for file in files if file.is_file() and not is_loaded(file.name)):
            in_own_window(workspace)
        lists = tuple(file for file in files if file.is_dir() or is_loaded(file.name))
        if not lists:
            return
        if self._is_practising():
            say("info", "", tr(_PRACTISING))
        elif not self._shell.bound_for:
            say("info", "", tr(_NOT_NOW))
        elif self._may_take():
            self._take_lists(lists)


def in_own_window(workspace: Path) -> None:
    """Start the program again on another workspace; its window, where there is one, is raised."""
    from PySide6.QtCore import QProcess

    program = [sys.executable, *([] if hasattr(sys, "frozen") else ["-m", "qualdesk"])]
    QProcess.startDetached(program[0], [*program[1:], str(workspace)])
