"""The card "Will we finish before the window closes?": the forecast, and what would change it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import Clock
from qualdesk.core.errors import QualdeskError
from qualdesk.core.forecast_values import AS_IT_IS, Applied
from qualdesk.core.wording import tr, tr_later, tr_n
from qualdesk.qt.floor.forecast_asking import ForecastAsking, Seen, Tried
from qualdesk.qt.floor.forecast_banner import ForecastBanner
from qualdesk.qt.floor.forecast_chart import ForecastChart
from qualdesk.qt.floor.forecast_days import Course, course_of
from qualdesk.qt.floor.forecast_table import ForecastTable
from qualdesk.qt.floor.lever_steps import LeverSteps
from qualdesk.qt.floor.try_changes import TryChanges
from qualdesk.qt.handoff.result import ResultLine
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.shortcuts import with_keys
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.card import Card
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.undo import Toast
from qualdesk.qt.work import Work

# What it rests on changes with every call, and working it out costs half a second of a core: one
# of three minutes ago is still a good one, and a board may stand open all day.
_OLD: Final = timedelta(minutes=3)
_NOTHING: Final = tr_later(
    "There is nothing to draw yet. The line begins with the first finished lead; what is needed "
    "each day stands here once the campaign has a closing day ({go_campaigns})."
)
_WIDE: Final = 700
_PANEL: Final = 312
_ANY: Final = 1 << 14


class ForecastCard(Card):
    """Whether the leads of a campaign will be finished by its close.

    It asks nothing while it is not on screen.
    """

    changed = Signal(object)
    lead_wanted = Signal(object)
    list_wanted = Signal(str)
    keys_changed = Signal()
    """Other keys work now: the panel opened or closed, or something can be undone."""

    def __init__(self, work: Work, clock: Clock, zone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock, self._zone = clock, zone
        self._campaign: Campaign | None = None
        self._seen: Seen | None = None
        self._course: Course | None = None
        self._is_stale = False
        self.banner = ForecastBanner()
        self.table = ForecastTable()
        self.chart = ForecastChart()
        self.panel = TryChanges()
        self.result = ResultLine()
        soon = tr("The forecast is being worked out.")
        self.waits = PlainLabel(soon, face="hint", tone="text3", wrap=True)
        self.reads = PlainLabel(face="hint", tone="text2", elide=True)
        self.meaning = PlainLabel(face="hint", tone="text2")
        self._below = PlainLabel(face="hint", tone="text2", wrap=True)
        self.as_table = PushButton(tr("Table"), icon="table-2", kind="quiet", keys="T", height=28)
        self.toast = Toast(self)
        self.steps = LeverSteps(work, clock, self.toast)
        self.asking = ForecastAsking(work, self)
        self._later = QTimer(self, singleShot=True)
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        says = tr("Will we finish before the window closes?")
        self._title = title = PlainLabel(says, face="card_title", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(title, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.meaning, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.as_table)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.waits)
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.chart)
        self.waits.setAlignment(Qt.AlignmentFlag.AlignCenter)
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(self.stack, 1)
        left.addWidget(self.reads)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(14)
        self._row.addLayout(left, 1)
        self._row.addWidget(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 14, 10)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self._below)
        column.addWidget(self.banner)
        column.addWidget(self.result)
        column.addLayout(self._row, 1)
        QWidget.setTabOrder(self.panel.leave, self.toast)
        reveal(self.panel, shown=False)
        reveal(self.banner, shown=False)
        self._say_reading("")

    def _listen(self) -> None:
        self.banner.try_asked.connect(self.try_changes)
        self.banner.reasons_asked.connect(lambda: self.list_wanted.emit("unreachable_in_time"))
        self.panel.moved.connect(self.asking.try_levers)
        self.panel.applied.connect(self.apply)
        self.panel.left.connect(self.leave)
        self.asking.seen.connect(self._show)
        self.asking.tried.connect(self._show_tried)
        self.asking.refused.connect(self._refused)
        self.steps.applied.connect(self._applied)
        self.steps.taken_back.connect(self._acted)
        self.steps.refused.connect(self._refused)
        self.as_table.clicked.connect(self.turn)
        self.table.chart_asked.connect(self.turn)
        self.chart.table_asked.connect(self.turn)
        self.chart.read.connect(self._say_reading)
        self.toast.expired.connect(self.keys_changed)
        self._later.timeout.connect(lambda: self._ask(fresh=True))

    def show_campaign(self, campaign: Campaign | None) -> None:
        """Show the forecast of this campaign from now on."""
        before, self._campaign = self._campaign, campaign
        is_other = campaign is None or before is None or campaign.id != before.id
        if campaign is not None:
            tries = campaign.limits.max_attempts
            says = tr_n(
                tries,
                "Finished: settled in a call, or tried once",
                "Finished: settled in a call, or tried {n} times",
            )
            self.meaning.setText(says)
            self._below.setText(says)
        if is_other:
            self._seen = self._course = None
            self.leave()
            self.result.clear()
            reveal(self.banner, shown=False)
            self.asking.show_campaign(campaign.id if campaign else None)
        if campaign != before:
            self._ask(fresh=True)
        else:
            self.refresh()

    def refresh(self) -> None:
        """Ask for the forecast again; once in three minutes at most: calls change it little."""
        seen = self._seen
        if seen is None:
            self._ask(fresh=True)
        elif not self._later.isActive():
            left = _OLD - (self._clock.now() - seen.forecast.at)
            self._later.start(max(int(left.total_seconds() * 1000), 0))

    def look_anew(self) -> None:
        """Ask at once: what the forecast rests on was changed, as when the campaign is paused."""
        self._ask(fresh=True)

    def commands(self) -> dict[str, Callable[[], None]]:
        """What its keys do, by command: those of the panel while it is open."""
        found: dict[str, Callable[[], None]] = {}
        if self.is_trying:
            found["primary"] = self.apply
        if not self.banner.trying.isHidden():
            found["try_changes"] = self.try_changes
        if self.steps.can_undo:
            found["undo"] = self.steps.undo
        return found

    @property
    def is_trying(self) -> bool:
        """Whether changes are being tried."""
        return not self.panel.isHidden()

    def try_changes(self) -> None:
        """Open the panel, at how things are; or close it."""
        if self.is_trying:
            self.leave()
            return
        seen, course, campaign = self._seen, self._course, self._campaign
        if seen is None or course is None or campaign is None:
            return
        tries = campaign.limits_of(is_giveaway=True).max_attempts
        self.panel.begin(course, tries, seen.giveaway, seen.could_borrow)
        reveal(self.panel, shown=True)
        self._fit()
        self.panel.callers.setFocus(Qt.FocusReason.OtherFocusReason)
        self.keys_changed.emit()

    def leave(self) -> None:
        """Close the panel; nothing was changed."""
        self.asking.forget_levers()
        had_focus = self.panel.isAncestorOf(self.window().focusWidget() or self)
        reveal(self.panel, shown=False)
        self._draw(self._course)
        if had_focus:
            self.banner.trying.setFocus(Qt.FocusReason.OtherFocusReason)
        self.keys_changed.emit()

    def apply(self) -> None:
        """Let what is tried hold, as one step that can be taken back."""
        campaign, levers = self._campaign, self.panel.tried()
        if campaign is None or not self.is_trying or levers == AS_IT_IS:
            return
        self.result.clear()
        self.panel.apply.setEnabled(False)
        self.steps.apply(campaign.id, levers)

    def turn(self) -> None:
        """Show the table instead of the chart, or the chart again."""
        is_table = self.stack.currentWidget() is self.table
        drawn = self.chart if self._course is not None and self._course.days else self.waits
        front = drawn if is_table else self.table
        self.stack.setCurrentWidget(front)
        self.as_table.set(
            tr("Table") if is_table else tr("Chart"),
            icon="table-2" if is_table else "",
            keys="T",
        )
        if not is_table:
            self.table.find_today()
        self._say_reading("")
        front.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._ask(fresh=True)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        is_new = event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.StyleChange}
        if is_new and hasattr(self, "_row"):
            self._fit()
        return handled

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_trying:
            self.leave()
            return
        if event.key() == Qt.Key.Key_T and not event.modifiers():
            # The key stands on the button, so it works wherever in the card the cursor is.
            self.turn()
            return
        super().keyPressEvent(event)

    def _ask(self, *, fresh: bool) -> None:
        self._later.stop()
        self._is_stale = not self.isVisible()
        if self._campaign is not None and not self._is_stale:
            self.asking.look(fresh=fresh)

    def _show(self, seen: Seen) -> None:
        self._seen, self._course = seen, course_of(seen.forecast, seen.finished)
        self.banner.show_forecast(seen.forecast)
        reveal(self.banner, shown=True)
        if self.is_trying and self.panel.tried() != AS_IT_IS:
            self.asking.try_levers(self.panel.tried())
        else:
            self._draw(self._course)
        self.keys_changed.emit()

    def _show_tried(self, tried: Tried) -> None:
        seen = self._seen
        if not self.is_trying or seen is None:
            return
        course = course_of(tried.forecast, seen.finished)
        self._draw(course, self._course if tried.effects else None)
        self.panel.show_tried(seen.forecast, tried.forecast, tried.effects)

    def _draw(self, course: Course | None, ghost: Course | None = None) -> None:
        self.table.show_course(course)
        self.chart.show_course(course, ghost)
        if course is None or not course.days:
            soon = tr("The forecast is being worked out.")
            self.waits.setText(with_keys(tr(_NOTHING)) if course else soon)
            self.stack.setCurrentWidget(self.waits)
            self._say_reading("")
        elif self.stack.currentWidget() is self.waits:
            self.stack.setCurrentWidget(self.chart)
            self._say_reading("")

    def _applied(self, done: Applied) -> None:
        self.leave()
        self._acted(done)

    def _acted(self, done: Applied) -> None:
        """A step was made or taken back: say so, and look again."""
        self.result.say("ok", done.says)
        self._fit()
        self._ask(fresh=True)
        self.changed.emit(done.changes)
        self.keys_changed.emit()

    def _refused(self, error: QualdeskError) -> None:
        self.panel.apply.setEnabled(self.panel.tried() != AS_IT_IS)
        self.result.say("bad", error.says)

    def _say_reading(self, says: str) -> None:
        front = self.stack.currentWidget()
        hint = tr("T shows the chart.") if front is self.table else ""
        if front is self.chart:
            hint = tr("Left and Right read a day.")
        self.reads.setText(says or hint)
        self.reads.set_look(tone="text" if says else "text3")

    def _fit(self) -> None:
        """The panel stands beside the chart where there is room, else below it."""
        here = look()
        is_wide = self.width() >= here.px(_WIDE)
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if is_wide else directions.TopToBottom)
        head = (self._title, self.meaning, self.as_table)
        has_room = self.width() >= sum(each.sizeHint().width() for each in head) + here.px(60)
        reveal(self.meaning, shown=has_room)
        reveal(self._below, shown=not has_room)
        # Longer words, as German has, take what they need: its keys are not squeezed.
        beside = max(here.px(_PANEL), self.panel.minimumSizeHint().width())
        self.panel.setMinimumWidth(beside if is_wide else 0)
        self.panel.setMaximumWidth(beside if is_wide else _ANY)
        corner = (self.width() - self.toast.width(), self.height() - self.toast.height())
        self.toast.move(*corner)
        layout = self.layout()
        if layout is not None:
            # Words that wrap are as high as they are wide: nothing may be squeezed for the rest.
            self.setMinimumHeight(max(layout.totalMinimumHeightForWidth(self.width()), 0))
