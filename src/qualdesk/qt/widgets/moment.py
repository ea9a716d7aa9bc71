"""A day and a time of day beside each other, behind a box to tick or a word."""

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from qualdesk.core.errors import Refused
from qualdesk.core.wording import tr
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.dates import DayField
from qualdesk.qt.widgets.fields import Tick
from qualdesk.qt.widgets.hours import HourField
from qualdesk.qt.widgets.paint import reveal


class Moment(QObject):
    """The fields of a wall-clock time; whose clock it is, is said elsewhere.

    With a box to tick it may be left unsaid. ``what`` begins the names of its fields for screen
    readers. Several stand under each other in one grid.
    """

    changed = Signal()

    def __init__(self, says: str, what: str, minutes: int, *, has_tick: bool = True) -> None:
        super().__init__()
        self._what, self._usual = what, minutes
        self.tick = Tick(says)
        self._says = PlainLabel(says, face="body_medium")
        self.day = DayField(tr("{what}, the day", what=what))
        self.hour = HourField(tr("{what}, the time of day", what=what), minutes)
        self._at = PlainLabel(tr("at", about="time of day"), tone="text2")
        self._has_tick = has_tick
        self.tick.toggled.connect(self._turned)
        self.day.changed.connect(self.changed)
        self.hour.textChanged.connect(self.changed)

    @property
    def in_order(self) -> tuple[QWidget, ...]:
        """Its fields in the order in which Tab goes through them."""
        return (*((self.tick,) if self._has_tick else ()), self.day, self.hour)

    @property
    def wall(self) -> datetime | None:
        """The naive local time shown, None while the box is not ticked.

        Raises:
            Refused: the time of day is none.
        """
        if self._has_tick and not self.tick.isChecked():
            return None
        minutes = self.hour.minutes
        if minutes is None:
            raise Refused(tr("{what}: write the time like 17:00.", what=self._what))
        return datetime.combine(self.day.day, time()) + timedelta(minutes=minutes)

    def set_wall(self, wall: datetime | None, otherwise: date) -> None:
        """Show this local time; with None the box is empty and ``otherwise`` waits behind it."""
        if wall is None or wall.date() != self.day.day:
            self.day.set_day(wall.date() if wall else otherwise)
        self.hour.set_minutes(wall.hour * 60 + wall.minute if wall else self._usual)
        self.tick.setChecked(wall is not None)

    def place(self, grid: QGridLayout, row: int) -> None:
        """Put the fields into a row of a grid, from its first column on."""
        first = self.tick if self._has_tick else self._says
        for column, part in enumerate((first, self.day, self._at, self.hour)):
            grid.addWidget(part, row, column)
        if self._has_tick:
            self._turned()

    def show(self, *, shown: bool) -> None:
        """Show or hide all of it; without a box to tick it depends on another."""
        for part in (self._says, self.day, self._at, self.hour):
            reveal(part, shown=shown)

    def _turned(self) -> None:
        for part in (self.day, self._at, self.hour):
            reveal(part, shown=self.tick.isChecked())
        self.changed.emit()
