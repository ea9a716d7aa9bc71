"""What a report that is made by itself is made of: typed and chosen in one row, then added."""

from datetime import time
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout
from typing_extensions import override

from qualdesk.core.campaigns import Campaign
from qualdesk.core.frozen import frozen
from qualdesk.core.report_periods import ReportOf
from qualdesk.core.times import weekday_name
from qualdesk.core.wording import tr
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.fields import Field, Tick
from qualdesk.qt.widgets.fitted import Fitted
from qualdesk.qt.widgets.hours import HourField
from qualdesk.qt.widgets.keyed import KeyedChoice
from qualdesk.qt.widgets.paint import reveal

_THIS, _ALL = "this", "all"
_EVENING, _MORNING = 18 * 60, 8 * 60
_SIDE_BY_SIDE: Final = 1120


@frozen
class Wanted:
    """What was chosen; ``is_all`` is all campaigns."""

    of: ReportOf
    at: time
    weekday: int
    is_all: bool
    kinds: tuple[str, ...]
    mail: tuple[str, ...]


class ScheduleForm(Fitted):
    """A row of fields; what cannot be made is said before a folder is asked for."""

    wanted = Signal(object)
    """What is to be made from now on, as ``Wanted``."""
    refused = Signal(str)
    """Why it cannot be, in a sentence."""

    def __init__(self) -> None:
        super().__init__()
        self.of = KeyedChoice(tr("What is made by itself"))
        kinds = (ReportOf.DAY, ReportOf.WEEK)
        self.of.offer([(one.value, one.label) for one in kinds])
        self.weekday = KeyedChoice(tr("On which day of the week"))
        self.weekday.offer([(str(day), weekday_name(day)) for day in range(7)])
        self._each = PlainLabel(tr("each working day at"), face="body", tone="text2")
        self._at = PlainLabel(tr("at", about="time of day"), face="body", tone="text2")
        self.at = HourField(tr("At what time"), _EVENING)
        self.which = KeyedChoice(tr("Which campaigns"))
        self.pdf, self.xlsx = Tick(tr("PDF")), Tick(tr("Workbook"))
        self.pdf.setChecked(True)
        self.mail = Field(tr("Mail addresses, with a comma between them"), tr("Also by mail to"))
        self.add = PushButton(tr("Choose the folder and add"), icon="plus")
        self._lay_out()
        self.of.currentIndexChanged.connect(lambda _at: self._show_of())
        self.add.clicked.connect(self._add)
        self.setFocusProxy(self.of)
        self._show_of()

    def show_campaign(self, campaign: Campaign | None) -> None:
        """Offer this campaign, and all there are."""
        this = [(_THIS, campaign.name)] if campaign else []
        self.which.offer([*this, (_ALL, tr("All campaigns"))])

    @override
    def fit(self) -> None:
        wide = self.width() / look().scale >= _SIDE_BY_SIDE
        directions = QBoxLayout.Direction
        self._rows.setDirection(directions.LeftToRight if wide else directions.TopToBottom)

    def _show_of(self) -> None:
        is_week = self.of.key == ReportOf.WEEK.value
        reveal(self.weekday, shown=is_week)
        reveal(self._each, shown=not is_week)
        reveal(self._at, shown=is_week)
        self.at.set_minutes(_MORNING if is_week else _EVENING)

    def _add(self) -> None:
        minutes = self.at.minutes
        kinds = ((".pdf", self.pdf), (".xlsx", self.xlsx))
        chosen = tuple(kind for kind, tick in kinds if tick.isChecked())
        if minutes is None:
            self.refused.emit(tr("Write the time as 18:00."))
        elif not chosen:
            self.refused.emit(tr("Tick what is to be written: a PDF, a workbook, or both."))
        else:
            addresses = self.mail.text().replace(";", ",").split(",")
            self.wanted.emit(
                Wanted(
                    of=ReportOf(self.of.key),
                    at=time(minutes // 60 % 24, minutes % 60),
                    weekday=int(self.weekday.key),
                    is_all=self.which.key == _ALL,
                    kinds=chosen,
                    mail=tuple(one.strip() for one in addresses if one.strip()),
                )
            )

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        for row, parts in (
            (first, (self.of, self.which, self._each, self.weekday, self._at, self.at)),
            (second, (self.pdf, self.xlsx, self.mail, self.add)),
        ):
            row.setSpacing(10)
            for part in parts:
                row.addWidget(part)
        first.addStretch(1)
        second.setStretchFactor(self.mail, 1)
        self._rows = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._rows.setSpacing(10)
        self._rows.addLayout(first)
        self._rows.addLayout(second, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(self._rows)
