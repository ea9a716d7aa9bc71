"""The forecast day by day as a table, for people who do not look at charts."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.floor.forecast_days import Course, DayLine, table_line
from qualdesk.qt.widgets.cells import Cell, Column, TableOf
from qualdesk.qt.widgets.table import PlainTable

COLUMNS: Final = (
    Column(title=tr_later("Day"), width=124, stretch=2),
    Column(title=tr_later("Finished"), width=80, stretch=1, align="right"),
    Column(
        title=tr_later("Needed", about="by the close"),
        width=72,
        stretch=1,
        align="right",
        about="by the close",
    ),
    Column(title=tr_later("Forecast, low"), width=100, stretch=1, align="right"),
    Column(
        title=tr_later("Middle", about="of a forecast"),
        width=72,
        stretch=1,
        align="right",
        about="of a forecast",
    ),
    Column(
        title=tr_later("High", about="of a forecast"),
        width=64,
        stretch=1,
        align="right",
        about="of a forecast",
    ),
)


class ForecastTable(PlainTable):
    """Working days from the opening to the close; T shows the chart again."""

    chart_asked = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Forecast day by day"), row_height=30, quiet=True)
        self.rows: TableOf[DayLine] = TableOf(COLUMNS, _cell, _ground)
        self.show_rows_of(self.rows)

    def show_course(self, course: Course | None) -> None:
        """Show the days of this course; the cursor stays on its day."""
        at = self.currentIndex().row()
        self.rows.set_rows(course.days if course else ())
        if at >= 0:
            self.choose(min(at, self.rows.rowCount() - 1))

    def find_today(self) -> None:
        """Put the cursor on the day that runs."""
        today = [place for place, line in enumerate(self.rows.rows) if line.is_today]
        self.choose(today[0] if today else self.rows.rowCount() - 1)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_T and not event.modifiers():
            self.chart_asked.emit()
            return
        super().keyPressEvent(event)


def _cell(line: DayLine, column: int) -> Cell:
    face = "body_strong" if line.is_today else "body"
    return Cell(text=table_line(line)[column], face=face)


def _ground(line: DayLine) -> str:
    return "hover" if line.is_today else ""
