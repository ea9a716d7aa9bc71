"""What a supervisor tries before it holds: more callers, fewer tries, a longer window, others."""

from collections.abc import Mapping
from datetime import date, datetime
from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.forecast_values import AS_IT_IS, Forecast, Levers
from qualdesk.core.times import day_words
from qualdesk.core.wording import tr
from qualdesk.qt.call_desk.announce import announce
from qualdesk.qt.floor import lever_words
from qualdesk.qt.floor.forecast_days import Course
from qualdesk.qt.floor.lever_words import BORROWED, CALLERS, GIVEAWAY, WINDOW
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.card import Card
from qualdesk.qt.widgets.fields import Tick
from qualdesk.qt.widgets.keyed import KeyedChoice
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.slide import Slide

MOST_CALLERS: Final = 6
MOST_DAYS: Final = 10
_DAYS_OFFERED: Final = 10
_MOST_NAMES: Final = 8


class Lever(QWidget):
    """One thing to move: what it is, what it stands at in words, and what it does on its own."""

    def __init__(self, title: str, *fields: QWidget) -> None:
        super().__init__()
        self.value = PlainLabel(face="body_strong", elide=True)
        self.effect = PlainLabel(face="hint", tone="text2", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(PlainLabel(title, face="body_medium", tone="text2"))
        head.addStretch(1)
        head.addWidget(self.value)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(3)
        self.column.addLayout(head)
        row = QHBoxLayout()
        row.setSpacing(10)
        for place, each in enumerate(fields):
            row.addWidget(each, 1 if place == 0 else 0)
        if fields:
            self.column.addLayout(row)
        self.column.addWidget(self.effect)
        reveal(self.effect, shown=False)

    def show_effect(self, says: str) -> None:
        """Say what it does; nothing while it stands as it is."""
        self.effect.setText(says)
        reveal(self.effect, shown=bool(says))


class TryChanges(Card):
    """Levers beside the chart. Each move is told at once; nothing holds until it is applied."""

    moved = Signal(object)
    """The ``Levers`` as they stand now."""
    applied = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__(ground="sunken", radius=8)
        self.setAccessibleName(tr("Try changes"))
        self._course: Course | None = None
        self._tries = 1
        self.callers = Slide(tr("Callers more"), 0, MOST_CALLERS)
        self.since = KeyedChoice(tr("From which day"))
        self.giveaway = Slide(tr("Tries for those who came for the giveaway alone"), 1, 1)
        self.window_days = Slide(tr("Working days the window is open longer"), 0, MOST_DAYS)
        self.names: list[Tick] = []
        self._offered: tuple[str, ...] = ()
        self.levers = {
            CALLERS: Lever(tr("Callers"), self.callers, self.since),
            GIVEAWAY: Lever(tr("Giveaway leads"), self.giveaway),
            WINDOW: Lever(tr("Window"), self.window_days),
            BORROWED: Lever(tr("Borrowed")),
        }
        self._names = QGridLayout()
        self._names.setContentsMargins(0, 0, 0, 0)
        self.levers[BORROWED].column.insertLayout(1, self._names)
        self.says = PlainLabel(face="body_strong", wrap=True)
        self.apply = PushButton(tr("Apply"), kind="accent", keys="primary")
        self.leave = PushButton(tr("Leave"), kind="quiet", keys="Esc")
        self._lay_out()
        for slide in (self.callers, self.giveaway, self.window_days):
            slide.valueChanged.connect(self._tell)
        self.since.currentIndexChanged.connect(lambda _at: self._tell())
        self.apply.clicked.connect(self.applied)
        self.leave.clicked.connect(self.left)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(10)
        for lever in self.levers.values():
            column.addWidget(lever)
        column.addStretch(1)
        column.addWidget(self.says)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.apply)
        row.addWidget(self.leave)
        row.addStretch(1)
        column.addLayout(row)

    def begin(self, course: Course, tries: int, giveaway: int, names: tuple[str, ...]) -> None:
        """Begin at how things are: tries per lead, giveaway leads, callers who can be borrowed."""
        self._course, self._tries = course, tries
        today = course.forecast.days[0].day if course.forecast.days else None
        ahead = [each.day for each in course.days if today is None or each.day > today]
        offered = [(day.isoformat(), tr("from {day}", day=day_words(day))) for day in ahead]
        self.since.offer([("", tr("from now on")), *offered[:_DAYS_OFFERED]])
        self.since.choose("")
        self.callers.put(0)
        self.giveaway.setRange(1, max(tries, 1))
        self.giveaway.put(tries)
        self.window_days.put(0)
        reveal(self.levers[GIVEAWAY], shown=bool(giveaway) and tries > 1)
        reveal(self.levers[WINDOW], shown=course.closes is not None)
        self._offer_names(names[:_MOST_NAMES])
        self._say()
        self.show_tried(course.forecast, course.forecast, {})

    def tried(self) -> Levers:
        """What is tried now."""
        closes_at: datetime | None = None
        forecast = self._course.forecast if self._course else None
        days, tries = self.window_days.value(), self.giveaway.value()
        if forecast is not None and forecast.closes_at is not None and days:
            closes_at = lever_words.later_close(forecast.closes_at, forecast.zone, days)
        more = self.callers.value()
        since = self.since.key if more else ""
        return Levers(
            callers=more,
            callers_from=date.fromisoformat(since) if since else None,
            giveaway_tries=tries if tries < self._tries else None,
            closes_at=closes_at,
            borrowed=tuple(
                name
                for name, tick in zip(self._offered, self.names, strict=True)
                if tick.isChecked()
            ),
        )

    def show_tried(
        self, before: Forecast, after: Forecast, effects: Mapping[str, Forecast]
    ) -> None:
        """Say what the changes do together, and each on its own."""
        for key, lever in self.levers.items():
            alone = effects.get(key)
            lever.show_effect(lever_words.effect_says(before, alone) if alone else "")
        says = lever_words.tried_says(before, after, effects)
        idle = tr("Move something: the chart shows what it would do. Nothing changes yet.")
        self.says.setText(says or idle)
        closes = bool(effects) and not lever_words.missed_of(after)
        self.says.set_look(tone="ok" if closes else "text")
        announce(self, says)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _offer_names(self, names: tuple[str, ...]) -> None:
        lever = self.levers[BORROWED]
        if names != self._offered:
            for each in self.names:
                self._names.removeWidget(each)
                each.hide()
                each.deleteLater()
            self._offered, self.names = names, [Tick(name) for name in names]
            for place, each in enumerate(self.names):
                self._names.addWidget(each, place // 2, place % 2, Qt.AlignmentFlag.AlignLeft)
                each.toggled.connect(self._tell)
            for one, after in pairwise((self.window_days, *self.names, self.apply)):
                QWidget.setTabOrder(one, after)
        for each in self.names:
            was = each.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            each.setChecked(False)
            each.blockSignals(was)
        reveal(lever, shown=bool(names))

    def _tell(self) -> None:
        self._say()
        self.moved.emit(self.tried())

    def _say(self) -> None:
        """The values in words."""
        course, tried = self._course, self.tried()
        if course is None:
            return
        at, zone = course.forecast.at, course.forecast.zone
        said = {
            CALLERS: lever_words.callers_says(tried.callers, None),
            GIVEAWAY: lever_words.giveaway_says(tried.giveaway_tries, self._tries),
            WINDOW: lever_words.window_says(tried.closes_at, zone, at),
            BORROWED: lever_words.borrowed_says(tried.borrowed),
        }
        for key, words in said.items():
            self.levers[key].value.setText(words)
        self.callers.say(said[CALLERS])
        self.giveaway.say(said[GIVEAWAY])
        self.window_days.say(said[WINDOW])
        self.since.setEnabled(tried.callers > 0)
        self.apply.setEnabled(tried != AS_IT_IS)
