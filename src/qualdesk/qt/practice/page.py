"""The practice page: the real desk on a workspace to be thrown away, with people played in text."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.bootstrap import open_desk
from qualdesk.core.clock import RunningClock
from qualdesk.core.practice import Line
from qualdesk.core.scripts import StageKind, fit_is_open
from qualdesk.core.wording import tr
from qualdesk.desk import Desk
from qualdesk.desk.practice import STARTS, PracticeCall
from qualdesk.qt.call_desk.flow import CallState
from qualdesk.qt.call_desk.page import CallDeskPage
from qualdesk.qt.call_desk.view import measures_for
from qualdesk.qt.practice.pointer import Pointer, pointer
from qualdesk.qt.practice.review import Review
from qualdesk.qt.practice.strip import PracticeStrip
from qualdesk.qt.practice.voice import Voice
from qualdesk.qt.theme import look
from qualdesk.qt.work import Work
from qualdesk.settings import address_of

_CLOCK_MS = 10_000
_IN_CALL = frozenset({CallState.DIALLING, CallState.ON_A_CALL, CallState.WRAPPING_UP})


class PracticePage(QWidget):
    """Three calls without a phone. Its workspace lies in a folder that goes with it.

    ``pace`` stretches how long people take to answer: 1 is about life.
    """

    left = Signal()
    """Back to real work."""
    keys_changed = Signal()
    """Other keys work now."""
    search_wanted = Signal()
    """They want to search, which nobody can here: the people of a practice are three."""
    refused = Signal(object)
    """The practice cannot be made; the ``QualdeskError`` says why."""

    def __init__(self, caller: str, zone: str, keys: dict[str, str], *, pace: float = 1.0) -> None:
        super().__init__()
        self._zone, self._pace = zone, pace
        self._folder = TemporaryDirectory(prefix="qualdesk-practice-")
        self._caller = caller
        self._clock = RunningClock(STARTS)
        self._round = 0
        self._is_making = False
        self._work = Work(self._opener())
        self.desk = CallDeskPage(self._work, self._clock, zone, keys, open_link=lambda _link: True)
        self.strip = PracticeStrip()
        self.review = Review()
        self.call: PracticeCall | None = None
        self._voice: Voice | None = None
        self._state, self._question = CallState.EMPTY, ""
        self._timer = QTimer(self)
        self._timer.setInterval(_CLOCK_MS)
        self._lay_out()
        self._listen()
        self.setAccessibleName(tr("Practice"))
        # Until somebody is there Enter must not press the way out, the only button that is there.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._begin(1)

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks through."""
        return (self.strip, self.review) if self.is_reviewing else (self.strip, *self.desk.panes)

    @property
    def is_reviewing(self) -> bool:
        """Whether a call is over and the three lines are in front."""
        return self._stack.currentWidget() is not self.desk

    @property
    def voice(self) -> Voice | None:
        """Who is played now, None before the first call is there."""
        return self._voice

    def main(self) -> None:
        """The one big key."""
        if self.is_reviewing:
            self._go_on()
        else:
            self.desk.main()

    def undo(self) -> None:
        """Take the last outcome back."""
        self.desk.undo()

    def commands(self) -> dict[str, Callable[[], None]]:
        """What each key of the shortcut table does here: what it does on the desk."""
        there = {} if self.is_reviewing else self.desk.commands()
        return there | {
            "palette": self.search_wanted.emit,
            "calling_back": self.search_wanted.emit,
        }

    def close_workspace(self) -> None:
        """Let go of the workspace and throw it away."""
        self._timer.stop()
        self._silence()
        if self._work.close():
            self._folder.cleanup()

    def _opener(self) -> Callable[[], Desk]:
        address = address_of(str(Path(self._folder.name) / f"practice-{self._round}.sqlite"))
        return lambda: open_desk(address, clock=self._clock, caller=self._caller, durable=False)

    def _lay_out(self) -> None:
        above = QWidget()
        self._around = QVBoxLayout(above)
        self._around.addWidget(self.strip)
        done = QWidget()
        # Stretches and no alignment: an aligned widget is not asked how high its words wrap.
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self.review)
        across.addStretch(1)
        centred = QVBoxLayout(done)
        centred.addStretch(1)
        centred.addLayout(across)
        centred.addStretch(2)
        both = QWidget()
        self._stack = QStackedLayout(both)
        self._stack.addWidget(self.desk)
        self._stack.addWidget(done)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(above)
        column.addWidget(both, 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The strip ends where the desk below it does.
        gap = look().px(measures_for(self.width() / look().scale).gap)
        self._around.setContentsMargins(gap, 12, gap, 0)

    def _listen(self) -> None:
        # Looked at once the desk is through with the key: it moves on in several steps.
        later = Qt.ConnectionType.QueuedConnection
        self.desk.state_changed.connect(self._look, later)
        self.desk.moved.connect(self._look, later)
        self.desk.changed.connect(self._point)
        self.strip.leave_pressed.connect(self.left)
        self.review.next_pressed.connect(self._go_on)
        self.review.again_pressed.connect(self._once_more)
        self._timer.timeout.connect(self._tell_place)

    def _begin(self, number: int) -> None:
        """Bring the person of that call to the desk, in a workspace of its own."""
        if self._is_making:
            return  # the one on the way would be thrown away under whoever dials them
        self._is_making = True
        self._round += 1
        self._work.move_to(self._opener())
        self._work.ask(
            lambda desk: desk.practice.begin(number),
            self._came,
            owner=self,
            refused=self.refused.emit,
        )

    def _came(self, call: PracticeCall) -> None:
        self._silence()
        self._is_making = False
        self.call, self._voice = call, Voice(call.person, self._pace)
        self._voice.said.connect(self._hear)
        self._state, self._question = CallState.EMPTY, ""
        self._tell_place()
        self._timer.start()
        self._show_review(shown=False)
        self.desk.show_campaign(None)
        self._hear()

    def _look(self) -> None:
        """Something happened on the desk: the other side notices."""
        voice, call, state = self._voice, self.call, self.desk.place.flow.state
        if voice is None or call is None:
            return
        before, self._state = self._state, state
        was, self._question = self._question, self.desk.question
        if state in {CallState.EMPTY, CallState.READY} and before in _IN_CALL:
            if before is CallState.ON_A_CALL:
                voice.end()
            self._over(call)
        elif state is CallState.READY and self.is_reviewing:
            self._show_review(shown=False)
        elif state is CallState.DIALLING and before is not state:
            voice.ring()
        elif state is CallState.ON_A_CALL and before not in {state, CallState.WRAPPING_UP}:
            voice.reach(self.desk.place.course.question)
        elif state is CallState.ON_A_CALL and was != self._question:
            self._ask(voice)
        elif state is CallState.WRAPPING_UP and before is CallState.ON_A_CALL:
            voice.end()
        if state in _IN_CALL and self.is_reviewing:
            self._show_review(shown=False)
        self._hear()

    def _ask(self, voice: Voice) -> None:
        course = self.desk.place.course
        question = course.question
        if question is None:
            return
        is_fit = course.script.stage_of(question.id) is StageKind.FIT
        voice.hear(question, is_early=is_fit and not fit_is_open(course.script, course.answers))

    def _over(self, call: PracticeCall) -> None:
        """The call has its outcome: say how it went."""
        self._silence()
        self._work.ask(
            lambda desk: desk.practice.went(call),
            self._say_how,
            owner=self,
            refused=self.refused.emit,
        )

    def _say_how(self, lines: tuple[Line, Line, Line]) -> None:
        if self.call is not None and self.desk.place.flow.state not in _IN_CALL:
            self._show_review(shown=True)
            self.review.show_lines(self.call, lines)

    def _go_on(self) -> None:
        if self.call is not None and self.call.number < self.call.of:
            self._begin(self.call.number + 1)
        else:
            self.left.emit()

    def _once_more(self) -> None:
        self._begin(1)

    def _show_review(self, *, shown: bool) -> None:
        self._stack.setCurrentIndex(1 if shown else 0)
        if shown:
            self.strip.show_pointer(Pointer(says=""))
        else:
            self._point()
        self.keys_changed.emit()

    def _silence(self) -> None:
        if self._voice is not None:
            self._voice.stop()

    def _tell_place(self) -> None:
        if self.call is not None:
            self.strip.show_call(self.call, self._clock.now(), self._zone)

    def _hear(self) -> None:
        """Show what they say and what comes next."""
        if self._voice is not None:
            rings = self.desk.place.flow.state is CallState.DIALLING
            self.strip.show_voice(self._voice.played, rings=rings)
            self._point()

    def _point(self) -> None:
        voice = self._voice
        if voice is not None and not self.is_reviewing:
            place, course = self.desk.place, self.desk.place.course
            found = pointer(
                place.flow,
                voice.played,
                course.question,
                heard=voice.has_answered,
                is_all_asked=course.current in course.answers and course.after_keeping() is None,
            )
            self.strip.show_pointer(found)
