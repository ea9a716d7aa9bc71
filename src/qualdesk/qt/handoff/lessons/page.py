"""“What came of it”: the reports over the hand-off, of which one is in front."""

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from qualdesk.core.campaigns import Campaign
from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.choosing import Choosing
from qualdesk.qt.handoff.lessons.cost import CostPart
from qualdesk.qt.handoff.lessons.digest import DigestPart
from qualdesk.qt.handoff.lessons.nurture import NurturePart
from qualdesk.qt.handoff.lessons.statement import StatementPart
from qualdesk.qt.handoff.lessons.why_back import WhyBackPart
from qualdesk.qt.handoff.made_parts import Parts
from qualdesk.qt.widgets.filters import Filter, FilterRow
from qualdesk.qt.work import Work

TITLES: Final = {
    "why_back": tr_later("Why they came back"),
    "cost": tr_later("What a lead costs"),
    "statement": tr_later("Statement"),
    "digest": tr_later("What people say"),
    "nurture": tr_later("Nurture"),
}
"""The reports by their keys, in their order."""


class LessonsPage(QWidget):
    """The reports side by side as pills, and the one in front below them.

    A report has ``changed``, ``show_campaign``, ``refresh``, ``touched`` and ``commands``, as
    :class:`LessonPart` has them. Each asks the desk when it comes to the front.
    """

    changed = Signal(object)
    """What a report touched, as ``Changes``."""

    def __init__(self, work: Work, clock: Clock, choosing: Choosing, zone: str) -> None:
        super().__init__()
        self._campaign: Campaign | None = None
        self._makers: dict[str, Callable[[], Any]] = {
            "why_back": partial(WhyBackPart, work, clock, zone),
            "cost": partial(CostPart, work),
            "statement": partial(StatementPart, work, clock, choosing, zone),
            "digest": partial(DigestPart, work, clock, choosing, zone),
            "nurture": partial(NurturePart, work, choosing),
        }
        self.parts = Parts(self._made)
        self.reports = FilterRow(tr("Reports"))
        self.reports.set_filters(
            [Filter(key=key, title=tr(title)) for key, title in TITLES.items()]
        )
        self._stack = QStackedWidget()
        self._lay_out()
        self.reports.changed.connect(self._show)
        self._show(self.reports.on)

    def _made(self, key: str) -> Any:
        part = self._makers[key]()
        self._stack.addWidget(part)
        part.changed.connect(self.changed)
        return part

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(16, 12, 16, 0)
        top.addWidget(self.reports, 1)
        column.addLayout(top)
        column.addWidget(self._stack, 1)

    @property
    def front(self) -> Any:
        """The report in front."""
        return self.parts[self.reports.on]

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks through, in reading order."""
        return (self.reports, self.front)

    def show_campaign(self, campaign: Campaign | None) -> None:
        """Report on this campaign from now on."""
        self._campaign = campaign
        self.front.show_campaign(campaign)

    def refresh(self) -> None:
        """Ask the desk again."""
        self.front.refresh()

    def touched(self, changes: Changes) -> None:
        """Something was changed elsewhere."""
        self.front.touched(changes)

    def commands(self) -> dict[str, Callable[[], None]]:
        """What keys do here, by the ids of the shortcut table."""
        own: dict[str, Callable[[], None]] = self.front.commands()
        return {"refresh": self.refresh, **own}

    def _show(self, key: str) -> None:
        part = self.parts[key]
        self._stack.setCurrentWidget(part)
        self.setFocusProxy(part)
        part.show_campaign(self._campaign)
