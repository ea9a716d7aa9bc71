"""Where the Floor stands in the window, and for whom: for supervisors, once there are any."""

from typing import Final

from PySide6.QtCore import QObject

from qualdesk.core.clock import Clock
from qualdesk.core.errors import QualdeskError
from qualdesk.core.wording import tr
from qualdesk.desk import Desk
from qualdesk.qt.floor.place import FloorPlace
from qualdesk.qt.live import live_words
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
        self._shell, self._work, self._zone = shell, work, zone
        self.place = FloorPlace(work, clock, zone)
        shell.add_page(FLOOR, tr("Floor"), "gauge", self.place)
        self.place.keys_changed.connect(shell.settle_keys)
        self.place.reports_wanted.connect(lambda: shell.show_page("reports"))
        self.place.history_wanted.connect(lambda: shell.show_page("history"))
        self.place.lists_wanted.connect(lambda: shell.show_page("lists"))
        self.place.campaigns_wanted.connect(lambda: shell.show_page("campaigns"))
        self.place.live_changed.connect(lambda _state: self._tell_live())
        shell.page_shown.connect(lambda _key: self._tell_live())

    def ask(self) -> None:
        """A workspace is open: ask whether its Floor is for this person."""
        self._work.ask(is_for_them, self._told, owner=self, refused=self._refused)

    def _tell_live(self) -> None:
        """Say at the top how old the figures are, while they are what is on the screen."""
        is_here = self._shell.at == FLOOR
        state = self.place.live
        says = live_words(state, self._zone) if is_here else ""
        self._shell.top.show_live(says, is_live=state.is_live)

    def _told(self, is_open: bool) -> None:  # noqa: FBT001 - what comes back from the lane
        self._shell.set_open(FLOOR, is_open=is_open)

    def _refused(self, _error: QualdeskError) -> None:
        """Nobody knows what they do here: the page stays where its key leads."""


def is_for_them(desk: Desk) -> bool:
    """Whether the Floor is for whoever works at this desk; in a team their login says it."""
    me = desk.team.me()
    if me is not None:
        return me.role in {"supervisor", "owner"}
    has_supervisor = any(one.role == "supervisor" for one in desk.people.members())
    return not (has_supervisor and desk.people.member().role in _NOT_FOR)
