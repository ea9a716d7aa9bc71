"""A report to be read: which one is chosen above it; from here it is saved and printed."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.campaigns import Campaign
from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.core.errors import QualdeskError
from qualdesk.core.report_cells import ReportTable
from qualdesk.core.report_periods import ReportOf
from qualdesk.core.report_tables import says_of, tables_of, title_of
from qualdesk.core.reports import Report
from qualdesk.core.times import local_time
from qualdesk.core.wording import tr
from qualdesk.desk import Desk
from qualdesk.qt.choosing import Choosing
from qualdesk.qt.handoff.lessons.part import LessonPart
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.reports.part_view import PartView
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.dates import DayField
from qualdesk.qt.widgets.in_sight import InSight
from qualdesk.qt.widgets.keyed import KeyedChoice
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.work import Work

if TYPE_CHECKING:
    from qualdesk.desk.reports import ReportWritten

_THIS, _ALL = "this", "all"
_FIRST_DAY: Final = QDate(2000, 1, 1)
PDF, XLSX = ".pdf", ".xlsx"
_AT_ONCE: Final = 4
"""So many tables are made before the window looks up: a report has eleven."""


class ReportPart(LessonPart):
    """The report of the day, the week or the campaign that is chosen."""

    def __init__(self, work: Work, clock: Clock, choosing: Choosing, zone: str) -> None:
        super().__init__(work)
        self._clock, self._choosing, self._zone = clock, choosing, zone
        self._report: Report | None = None
        self._prints_next = False
        self.of = KeyedChoice(tr("What the report is about"))
        self.of.offer([(one.value, one.label) for one in ReportOf])
        self.which = KeyedChoice(tr("Which campaigns"))
        self.day = DayField(tr("The day, or a day of the week"))
        self.sheet = PushButton(tr("Save as a workbook"), icon="file-spreadsheet")
        self.paper = PushButton(tr("Print"), icon="printer", keys="print_report")
        self.add_controls(self.of, self.which, self.day)
        for one in (self.sheet, self.paper):
            self.controls.addWidget(one)
        self._title = PlainLabel(face="page_title", wrap=True)
        self.body.insertWidget(1, self._title)
        self.parts: dict[str, PartView] = {}
        self._left: list[tuple[int, ReportTable]] = []
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._show_next)
        self._listen()
        self._lay_out()
        self.setFocusProxy(self.of)
        self.setEnabled(False)

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks through, in reading order."""
        return (self.of, *(one.table for one in self.parts.values() if not one.table.isHidden()))

    def show_campaign(self, campaign: Campaign | None) -> None:
        """Report on this campaign from now on."""
        self._show_today()
        name = campaign.name if campaign else ""
        this = [(_THIS, name)] if campaign else []
        self.which.offer([*this, (_ALL, tr("All campaigns"))])
        super().show_campaign(campaign)
        self.setEnabled(True)

    def main(self) -> None:
        """The one big key: prints the report."""
        self.paper.click()

    def touched(self, changes: Changes) -> None:
        """A report stands as it was made, until somebody asks for it again."""
        del changes

    def refresh(self) -> None:
        """Ask the desk again."""
        of = ReportOf(self.of.key)
        reveal(self.day, shown=of is not ReportOf.CAMPAIGN)
        if of is ReportOf.CAMPAIGN and self.campaign is not None:
            self.which.choose(_THIS)
        self.says.setText(tr("The report is being made."))
        # Until it is there, there is none: nobody saves the one of before for it.
        # What is half shown of it is shown to its end: two reports never stand below one title.
        self._report = None
        one = self.campaign
        only = one.id if one is not None and self.which.key == _THIS else None
        day = self.day.day

        def made(desk: Desk) -> Report:
            if of is ReportOf.CAMPAIGN and one is not None:
                return desk.reports.campaign(one.id)
            return (desk.reports.week if of is ReportOf.WEEK else desk.reports.day)(day, only)

        self.ask(made, self.show_report)

    def commands(self) -> dict[str, Callable[[], None]]:
        """What keys do here, by the ids of the shortcut table."""
        return {"print_report": lambda: self.save(PDF), "save_report": lambda: self.save(XLSX)}

    def show_report(self, report: Report) -> None:
        """Show it."""
        self._report = report
        self._title.setText(title_of(report))
        tables = tables_of(report)
        for key in self.parts.keys() - {table.key for table in tables}:
            reveal(self.parts[key], shown=False)
        self._left = list(enumerate(tables))
        self._show_next()
        if self._prints_next:
            self._prints_next = False
            self.save(PDF)

    def print_today(self) -> None:
        """Show today's report, and ask where to print it as soon as it is there."""
        self._prints_next = True
        self._choose(ReportOf.DAY)
        self._show_today(anew=True)
        self.refresh()

    @override
    def refused(self, error: QualdeskError) -> None:
        """Say why there is none; what was to be printed is not printed at some later time."""
        self._prints_next = False
        super().refused(error)

    def save(self, kind: str) -> None:
        """Ask for a file, and write the report in sight into it."""
        report = self._report
        if report is None:
            return
        from qualdesk.desk.reports import file_name

        path = self._choosing.new_file(
            self, tr("Where to put the report"), "reports", file_name(report, kind)
        )
        if path is None:
            return
        target = path if path.suffix.lower() in {PDF, XLSX} else Path(f"{path}{kind}")
        self._work.long(
            lambda desk, _progress: desk.reports.write(report, target),
            self._written,
            owner=self,
            refused=self.refused,
        )

    def _show_next(self) -> None:
        """Show the next tables, and what they say together when all of them are there."""
        now, self._left = self._left[:_AT_ONCE], self._left[_AT_ONCE:]
        for place, table in now:
            self._show_table(place, table)
        if self._left:
            self._soon.start()
        elif self._report is not None:
            self.says.setText("\n".join(says_of(self._report)))

    def _show_table(self, place: int, table: ReportTable) -> None:
        part = self.parts.get(table.key)
        if part is None:
            part = self.parts[table.key] = PartView(table.key)
            self._column.insertWidget(place, part)
        reveal(part, shown=True)
        part.show_part(table)
        self.area.follow_rows_of(part.table)

    def _written(self, done: "ReportWritten") -> None:
        self.result.show_folder(done.says, done.path.parent)

    def _choose(self, of: ReportOf) -> None:
        was = self.of.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.of.choose(of.value)
        self.of.blockSignals(was)

    def _show_today(self, *, anew: bool = False) -> None:
        """Let no day be chosen that is still to come on the campaign's clock."""
        zone = self.campaign.window.zone if self.campaign else self._zone
        today = local_time(self._clock.now(), zone).date()
        was = self.day.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.day.setDateRange(_FIRST_DAY, QDate(today.year, today.month, today.day))
        if anew or not self.day.is_by_hand:
            self.day.set_day(today)
        self.day.blockSignals(was)

    def _listen(self) -> None:
        self.of.currentIndexChanged.connect(lambda _at: self.refresh())
        self.which.currentIndexChanged.connect(lambda _at: self.refresh())
        self.day.changed.connect(self.refresh)
        self.sheet.clicked.connect(lambda: self.save(XLSX))
        self.paper.clicked.connect(lambda: self.save(PDF))

    def _lay_out(self) -> None:
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 4, 8, 8)
        self._column.setSpacing(20)
        self._column.addStretch(1)
        self.area = InSight(inside)
        self.body.addWidget(self.area, 1)
