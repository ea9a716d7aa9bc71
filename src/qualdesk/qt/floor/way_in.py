"""Where the Floor stands in the window, and for whom: for supervisors, once there are any."""

from typing import Final

from PySide6.QtCore import QObject

from qualdesk.core.clock import Clock
from qualdesk.core.errors import QualdeskError
from qualdesk.core.wording import tr
from qualdesk.desk import Desk
from qualdesk.qt.floor.place import FloorPlace
from qualdesk.qt.shell import Shell
from qualdesk.qt.work import Work

FLOOR: Final = "floor"
_NOT_FOR: Final = frozenset({"caller", "sales"})


class WayIn(QObject):
    """Puts the Floor into the rail, and takes it out again for whom it is not made.

    Whoever works alone is their own supervisor: a person is a caller in a workspace where
    nobody wrote down what they do. So the place goes only where somebody else is written down
    as the supervisor.
    """

    def __init__(self, shell: Shell, work: Work, clock: Clock, zone: str) -> None:
        super().__init__(shell)
        self._shell, self._work = shell, work
        self.place = FloorPlace(work, clock, zone)
        shell.add_page(FLOOR, tr("Floor"), "gauge", self.place)

    def ask(self) -> None:
        """A workspace is open: ask whether its Floor is for this person."""
        self._work.ask(is_for_them, self._told, owner=self, refused=self._refused)

    def _told(self, is_open: bool) -> None:  # noqa: FBT001 - what comes back from the lane
        self._shell.set_open(FLOOR, is_open=is_open)

    def _refused(self, _error: QualdeskError) -> None:
        """Nobody knows what they do here: the page stays where its key leads."""


def is_for_them(desk: Desk) -> bool:
    """Whether the Floor is for whoever works at this desk."""
    has_supervisor = any(one.role == "supervisor" for one in desk.people.members())
    return not (has_supervisor and desk.people.member().role in _NOT_FOR)
