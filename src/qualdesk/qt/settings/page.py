"""The Settings page: an index of sections, and the section in front."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from qualdesk.core.errors import Refused
from qualdesk.core.team import Standing
from qualdesk.core.wording import tr
from qualdesk.qt.dialler import OpenLink, open_link
from qualdesk.qt.settings.about import AboutSection
from qualdesk.qt.settings.calling import CallingSection
from qualdesk.qt.settings.index import SettingsIndex
from qualdesk.qt.settings.keys import KeysSection
from qualdesk.qt.settings.limits import LimitsSection
from qualdesk.qt.settings.looks import LookSection
from qualdesk.qt.settings.mail import MailSection
from qualdesk.qt.settings.people import PeopleSection
from qualdesk.qt.settings.privacy import PrivacySection
from qualdesk.qt.settings.rows import Place, Section
from qualdesk.qt.settings.team import TeamSection
from qualdesk.qt.settings.workspace import WorkspaceSection
from qualdesk.qt.settings.you import YouSection
from qualdesk.qt.widgets.paint import reveal
from qualdesk.settings import Settings

_ICONS = {
    "you": "user",
    "keys": "list-checks",
    "look": "sun",
    "calling": "phone",
    "mail": "mail",
    "workspace": "save",
    "people": "users",
    "team": "shield-check",
    "imports": "file-spreadsheet",
    "privacy": "ban",
    "about": "info",
}

_BEGINS: Final = frozenset({"mail", "about"})
"""Where a group of sections begins: one's own first, then the work's, then the program's."""
_FOR_OTHERS: Final = frozenset({"mail", "imports", "privacy"})
_LOOKS_AFTER: Final = frozenset({"supervisor", "owner"})
_SHUT_FOR: Final[Mapping[str, frozenset[str]]] = {
    "caller": _FOR_OTHERS,
    "sales": _FOR_OTHERS | {"calling"},
    "auditor": _FOR_OTHERS | {"calling"},
}
"""Sections somebody of a team has no use for, by the role of their login."""


class SettingsPage(QWidget):
    """Every change counts at once and is kept. Esc goes back to the page before."""

    changed = Signal(object)
    """What an operation touched, as ``Changes``."""
    left = Signal()
    """Back to where the person came from."""

    def __init__(self, place: Place, open_link: OpenLink = open_link) -> None:
        super().__init__()
        self._place = place
        self.you = YouSection(place)
        self.keys = KeysSection(place)
        self.looks = LookSection(place)
        self.calling = CallingSection(place, open_link)
        self.mail = MailSection(place)
        self.workspace = WorkspaceSection(place)
        self.people = PeopleSection(place)
        self.team = TeamSection(place)
        self.limits = LimitsSection(place)
        self.privacy = PrivacySection(place)
        self.about = AboutSection(place)
        self.sections: dict[str, Section] = {each.key: each for each in self._in_order()}
        self.index = SettingsIndex(
            [(key, tr(each.title), _ICONS[key]) for key, each in self.sections.items()], _BEGINS
        )
        self._stack = QStackedWidget()
        for each in self.sections.values():
            self._stack.addWidget(each)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 14, 16, 14)
        row.setSpacing(14)
        row.addWidget(self.index)
        row.addWidget(self._stack, 1)
        self.setFocusProxy(self.index)
        reveal(self.index.buttons[self.team.key], shown=False)
        self.index.chosen.connect(self.show_section)
        self.privacy.changed.connect(self.changed)
        self.team.changed.connect(self.changed)
        self.people.changed.connect(self.changed)
        place.choices.changed.connect(self._show_settings)

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks through, in reading order."""
        return (self.index, self.front)

    @property
    def front(self) -> Section:
        """The section in front."""
        return self.sections[self.index.at]

    def show_section(self, key: str) -> None:
        """Bring a section to the front.

        Raises:
            Refused: there is no such section.
        """
        if key not in self.sections:
            raise Refused(
                tr(
                    "There is no such section. There are: {sections}.",
                    sections=", ".join(self.sections),
                )
            )
        self.index.show_at(key)
        self._stack.setCurrentWidget(self.sections[key])
        self.refresh()

    def show_team(self, standing: Standing) -> None:
        """Show what is for this person: sections of those who look after others go with them."""
        for each in self.sections.values():
            each.show_team(standing)
        role = standing.me.role if standing.me else ""
        shut = _SHUT_FOR.get(role, frozenset())
        if role not in _LOOKS_AFTER:
            shut |= {self.team.key}
        if role not in _LOOKS_AFTER and standing.is_team:
            shut |= {self.people.key}
        for key, button in self.index.buttons.items():
            reveal(button, shown=key not in shut)
        if self.index.at in shut:
            self.show_section("you")

    def refresh(self) -> None:
        """Look again at what is chosen, and at what the section in front shows beside it."""
        self._show_settings(self._place.choices.settings)
        self.front.opened()

    def step_back(self) -> bool:
        """Esc: what is open within a section is closed first, then back to the page before."""
        if self.front is self.team and self.team.close_form():
            return True
        self.left.emit()
        return True

    def commands(self) -> dict[str, Callable[[], None]]:
        """What keys do here, by the ids of the shortcut table."""
        if self.front is self.keys:
            return {"find": self.keys.search.setFocus}
        if self.front is self.team:
            return {"undo": self.team.undo, "primary": self.team.main}
        if self.front is self.people:
            return {"undo": self.people.undo}
        return {}

    def _in_order(self) -> tuple[Section, ...]:
        return (
            *(self.you, self.keys, self.looks, self.calling, self.mail),
            *(self.workspace, self.people, self.team, self.limits, self.privacy, self.about),
        )

    def _show_settings(self, settings: Settings) -> None:
        for each in self.sections.values():
            each.show_settings(settings)
