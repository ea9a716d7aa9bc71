"""What somebody of a team may go to, by the role of their login; and what is wrong with it."""

from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from qualdesk.core.team import Standing
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.floor.way_in import FLOOR
from qualdesk.qt.limit_alarms import LimitAlarms
from qualdesk.qt.opening import Opening
from qualdesk.qt.settings.place import SettingsPlace
from qualdesk.qt.shell import Shell

_ALL: Final = frozenset(
    {
        *("desk", "lists", "campaigns", "handoff", "floor"),
        *("reports", "history", "my_day", "my_leads"),
    }
)
_OPEN_TO: Final[Mapping[str, frozenset[str]]] = {
    "caller": frozenset({"desk", "my_day"}),
    "sales": frozenset({"my_leads"}),
    "auditor": frozenset({"history"}),
}
# Pages that stand aside; whoever has no page to reach them from has them in the rail.
_IN_RAIL: Final[Mapping[str, Mapping[str, str]]] = {
    "sales": {"my_leads": "user-check"},
    "auditor": {"history": "clock"},
}
_TITLES: Final = {"my_leads": tr_later("My leads"), "history": tr_later("History")}
_BESIDE: Final = {"history": FLOOR, "my_leads": "my_leads"}


class RolePlaces(QObject):
    """Opens and shuts the pages when a workspace is open. The server holds to it by itself.

    In a file, and on a server without a team, all pages are open: roles are convenience there.
    """

    def __init__(
        self, shell: Shell, opening: Opening, preferences: SettingsPlace, zone: str
    ) -> None:
        super().__init__(shell)
        self.alarms = LimitAlarms(shell, opening.work, zone)
        self.alarms.wanted.connect(partial(preferences.open, "team"))
        self._shell, self._opening, self._preferences = shell, opening, preferences
        self._role = ""
        for places in _IN_RAIL.values():
            for key, icon in places.items():
                shell.rail.add(key, tr(_TITLES[key]), icon, key)
                shell.rail.show_place(key, shown=False)
        shell.place_opened.connect(self._again)
        opening.opened.connect(lambda _found: self.show(opening.standing))

    def show(self, standing: Standing) -> None:
        """Open what is for this person, shut the rest, and say what is wrong with their login."""
        before, self._role = self._role, standing.me.role if standing.me else ""
        self._preferences.show_team(standing)
        if self._role or before:
            is_open = _OPEN_TO.get(self._role, _ALL)
            for key in _ALL:
                self._shell.set_open(key, is_open=key in is_open)
            if self._role in _OPEN_TO:
                self._shell.withdraw("people")
            else:
                self._shell.offer({"people": partial(self._preferences.open, "people")})
            self._settle_rail()
            self._free_the_cursor()
        if standing.faults:
            first = standing.faults[0]
            self._shell.say(
                "warn",
                tr("Your login is not set up as it should be"),
                f"{first.says} {first.do}",
                tr("Read more"),
                partial(self._preferences.open, "workspace"),
            )
        elif self._opening.wrong_clock:
            self._shell.say("warn", tr("The clock here is wrong"), self._opening.wrong_clock)
        elif self._opening.doubt:
            self._shell.say(
                "warn",
                tr("The workspace was not closed"),
                self._opening.doubt,
                tr("Check database"),
                partial(self._preferences.open, "workspace"),
            )
        self.alarms.watch(standing)

    def _again(self, key: str, is_open: bool) -> None:  # noqa: FBT001 - Qt's own signature
        """Pages that follow the Floor follow the role instead, where it opens them alone."""
        own = _IN_RAIL.get(self._role, {})
        if key in own and not is_open:
            self._shell.set_open(key, is_open=True)
        elif key in _BESIDE:
            self._settle_rail()

    def _free_the_cursor(self) -> None:
        """Nobody chose the place the cursor jumped to when the one it stood on went away."""
        now = QApplication.focusWidget()
        if now is not None and self._shell.rail.isAncestorOf(now):
            now.clearFocus()

    def _settle_rail(self) -> None:
        own = _IN_RAIL.get(self._role, {})
        for key, of in _BESIDE.items():
            self._shell.belongs[key] = key if key in own else of
            self._shell.rail.show_place(key, shown=key in own)
