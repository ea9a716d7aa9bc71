"""The page of reports: one to be read, and those that are made by themselves."""

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from qualdesk.core.campaigns import Campaign
from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.core.wording import tr
from qualdesk.qt.choosing import Choosing
from qualdesk.qt.reports.report_part import ReportPart
from qualdesk.qt.reports.schedule_part import SchedulePart
from qualdesk.qt.widgets.buttons import LinkButton
from qualdesk.qt.widgets.filters import Filter, FilterRow
from qualdesk.qt.work import Work

REPORT: Final = "report"
SCHEDULES: Final = "schedules"


class ReportsPage(QWidget):
    """Two parts, of which one is in front; each asks the desk when it comes there."""

    changed = Signal(object)
    floor_wanted = Signal()
    """Back to the Floor."""

    def __init__(self, work: Work, clock: Clock, choosing: Choosing, zone: str) -> None:
        super().__init__()
        self._campaign: Campaign | None = None
        self.report = ReportPart(work, clock, choosing, zone)
        self._schedules: SchedulePart | None = None
        self._made_of = (work, clock, choosing, zone)
        self.tabs = FilterRow(tr("Reports"))
        self.tabs.set_filters(
            [
                Filter(key=REPORT, title=tr("A report")),
                Filter(key=SCHEDULES, title=tr("Made by themselves")),
            ]
        )
        self.back = LinkButton(tr("Back to the Floor"), "go_floor")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.report)
        self._lay_out()
        self.tabs.changed.connect(self._show)
        self.back.clicked.connect(self.floor_wanted)
        self.setFocusProxy(self.tabs)

    @property
    def front(self) -> Any:
        """The part in front."""
        return self.report if self.tabs.on == REPORT else self.schedules

    @property
    def schedules(self) -> SchedulePart:
        """The part of what is made by itself; made now where nobody asked for it before."""
        if self._schedules is None:
            self._schedules = SchedulePart(*self._made_of)
            self._stack.addWidget(self._schedules)
        return self._schedules

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks through, in reading order."""
        return (self.tabs, *self.front.panes)

    def main(self) -> None:
        """The one big key: prints the report, or adds the schedule that is filled in."""
        self.front.main()

    def show_campaign(self, campaign: Campaign | None) -> None:
        """Work on this campaign from now on."""
        self._campaign = campaign
        self.front.show_campaign(campaign)

    def refresh(self) -> None:
        """Ask the desk again."""
        self.front.refresh()

    def touched(self, changes: Changes) -> None:
        """Something was changed elsewhere."""
        self.front.touched(changes)

    def undo(self) -> None:
        """Put back what was removed here last."""
        if self._schedules is not None:
            self._schedules.undo()

    def commands(self) -> dict[str, Callable[[], None]]:
        """What keys do here, by the ids of the shortcut table."""
        own: dict[str, Callable[[], None]] = self.front.commands()
        return own

    def print_today(self) -> None:
        """Show today's report of the campaign in work, and ask where it is to be printed."""
        self.tabs.choose(REPORT)
        self.report.print_today()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(16, 12, 16, 0)
        top.setSpacing(16)
        # Its ring goes round what can be chosen, and not over what stands at the end.
        top.addWidget(self.tabs)
        top.addStretch(1)
        top.addWidget(self.back)
        column.addLayout(top)
        column.addWidget(self._stack, 1)

    def _show(self, _key: str) -> None:
        part = self.front
        self._stack.setCurrentWidget(part)
        part.show_campaign(self._campaign)
