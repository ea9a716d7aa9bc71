"""The Settings page: an index of sections, and the section in front."""

from collections.abc import Callable, Mapping
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget
from typing_extensions import override

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


_S = TypeVar("_S", bound=Section)
_IN_ORDER: Final[tuple[type[Section], ...]] = (
    *(YouSection, KeysSection, LookSection, CallingSection, MailSection),
    *(WorkspaceSection, PeopleSection, TeamSection, LimitsSection, PrivacySection, AboutSection),
)


class _MadeLater(Generic[_S]):
    """A section of the page, which is made when it is first asked for."""

    def __init__(self, kind: type[_S]) -> None:
        self._kind = kind

    def __get__(self, page: "SettingsPage", _kind: object = None) -> _S:
        section = page.section(self._kind.key)
        assert isinstance(section, self._kind)
        return section


class SettingsPage(QWidget):
    """Every change counts at once and is kept. Esc goes back to the page before.

    A section is made when it first comes to the front: all of them are 700 parts, and one is seen.

    Attributes:
        made: the sections that are there, by their keys.
    """

    you = _MadeLater(YouSection)
    keys = _MadeLater(KeysSection)
    looks = _MadeLater(LookSection)
    calling = _MadeLater(CallingSection)
    mail = _MadeLater(MailSection)
    workspace = _MadeLater(WorkspaceSection)
    people = _MadeLater(PeopleSection)
    team = _MadeLater(TeamSection)
    limits = _MadeLater(LimitsSection)
    privacy = _MadeLater(PrivacySection)
    about = _MadeLater(AboutSection)

    changed = Signal(object)
    """What an operation touched, as ``Changes``."""
    left = Signal()
    """Back to where the person came from."""
    section_made = Signal(str)
    """A section was made, because somebody looks at it for the first time; its key."""

    def __init__(self, place: Place, open_link: OpenLink = open_link) -> None:
        super().__init__()
        self._place, self._open_link = place, open_link
        self._standing: Standing | None = None
        self.made: dict[str, Section] = {}
        self.index = SettingsIndex(
            [(each.key, tr(each.title), _ICONS[each.key]) for each in _IN_ORDER], _BEGINS
        )
        self._stack = QStackedWidget()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 14, 16, 14)
        row.setSpacing(14)
        row.addWidget(self.index)
        row.addWidget(self._stack, 1)
        self.setFocusProxy(self.index)
        reveal(self.index.buttons[TeamSection.key], shown=False)
        self.index.chosen.connect(self.show_section)
        place.choices.changed.connect(self._show_settings)

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks through, in reading order."""
        return (self.index, self.front)

    @property
    def front(self) -> Section:
        """The section in front."""
        return self.section(self.index.at)

    def section(self, key: str) -> Section:
        """A section by its key; made now where nobody asked for it before."""
        if key not in self.made:
            kind: Any = next(each for each in _IN_ORDER if each.key == key)
            more = (self._open_link,) if kind is CallingSection else ()
            made = self.made[key] = kind(self._place, *more)
            self._stack.addWidget(made)
            if hasattr(made, "changed"):
                made.changed.connect(self.changed)
            if self._standing is not None:
                made.show_team(self._standing)
            made.show_settings(self._place.choices.settings)
            self.section_made.emit(key)
        return self.made[key]

    def show_section(self, key: str) -> None:
        """Bring a section to the front.

        Raises:
            Refused: there is no such section.
        """
        if key not in self.index.buttons:
            raise Refused(
                tr(
                    "There is no such section. There are: {sections}.",
                    sections=", ".join(self.index.buttons),
                )
            )
        self.index.show_at(key)
        self._stack.setCurrentWidget(self.front)
        self.refresh()

    def show_team(self, standing: Standing) -> None:
        """Show what is for this person: sections of those who look after others go with them."""
        self._standing = standing
        for each in self.made.values():
            each.show_team(standing)
        role = standing.me.role if standing.me else ""
        shut = _SHUT_FOR.get(role, frozenset())
        if role not in _LOOKS_AFTER:
            shut |= {TeamSection.key}
        if role not in _LOOKS_AFTER and standing.is_team:
            shut |= {PeopleSection.key}
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
        if self.index.at == TeamSection.key and self.team.close_form():
            return True
        if self.index.at == PeopleSection.key and self.people.close_form():
            return True
        self.left.emit()
        return True

    def commands(self) -> dict[str, Callable[[], None]]:
        """What keys do here, by the ids of the shortcut table."""
        if self.index.at == KeysSection.key:
            return {"find": self.keys.search.setFocus}
        if self.index.at == TeamSection.key:
            return {"undo": self.team.undo, "primary": self.team.main}
        if self.index.at == PeopleSection.key:
            return {"undo": self.people.undo}
        return {}

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.index.at not in self.made:
            self.show_section(self.index.at)

    def _show_settings(self, settings: Settings) -> None:
        for each in self.made.values():
            each.show_settings(settings)
