"""The other side of a practice call: it answers in text, after about as long as a person needs."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from qualdesk.core.practice import Person, PlayedCall
from qualdesk.core.questions import Question

RINGS_MS: Final = 2500
THINKS_MS: Final = 1600
LISTENS_MS: Final = 2200
OBJECTS_MS: Final = 7000


class Voice(QObject):
    """Plays one person. What happens on the desk is told to it; it says what they say.

    ``pace`` stretches its pauses: 1 is about life, 0 answers at once.
    """

    said = Signal()
    """They said something, or fell silent."""

    def __init__(self, person: Person, pace: float) -> None:
        super().__init__()
        self.played = PlayedCall(person=person)
        self._pace = pace
        self._question: Question | None = None
        self._answered: Question | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._act)
        self._waiting: list[tuple[int, Callable[[], PlayedCall]]] = []

    @property
    def has_answered(self) -> bool:
        """Whether they have answered the question they were asked last."""
        return self._question is not None and self._answered is self._question

    def ring(self) -> None:
        """Their phone rings; they pick up after a moment."""
        self._begin((RINGS_MS, self.played.picked_up))

    def reach(self, question: Question | None) -> None:
        """The caller says who they are and asks the first question."""
        if not self.played.says:
            self._say(self.played.picked_up())
        self._question = question
        steps: list[tuple[int, Callable[[], PlayedCall]]] = [(LISTENS_MS, self._opened)]
        if question is not None:
            steps.append((LISTENS_MS, lambda: self._asked(question, is_early=False)))
        self._begin(*steps)

    def hear(self, question: Question, *, is_early: bool) -> None:
        """The caller goes on to another question; they may object to what came before."""
        before, self._question = self._question, question
        heard = before is not None and self._answered is before
        objects = self.played.goes_on(before.id, before.kind) if before and heard else self.played
        pause = THINKS_MS
        if objects is not self.played:
            self._say(objects)
            pause = OBJECTS_MS
        self._begin((pause, lambda: self._asked(question, is_early=is_early)))

    def end(self) -> None:
        """The call is over: they say goodbye."""
        self.stop()
        self._say(self.played.ended())

    def stop(self) -> None:
        """They say nothing more of their own."""
        self._timer.stop()
        self._waiting.clear()

    def _opened(self) -> PlayedCall:
        return self.played.opened()

    def _asked(self, question: Question, *, is_early: bool) -> PlayedCall:
        if is_early:
            # They say so once, and then answer all the same: opening Fit is counted, not refused.
            self._waiting.insert(0, (OBJECTS_MS, lambda: self._asked(question, is_early=False)))
            return self.played.asked(question.id, question.kind, is_early=True)
        self._answered = question
        return self.played.asked(question.id, question.kind)

    def _begin(self, *steps: tuple[int, Callable[[], PlayedCall]]) -> None:
        self._waiting = list(steps)
        self._wait()

    def _wait(self) -> None:
        if self._waiting:
            self._timer.start(round(self._waiting[0][0] * self._pace))

    def _act(self) -> None:
        if self._waiting:
            _, step = self._waiting.pop(0)
            self._say(step())
            self._wait()

    def _say(self, played: PlayedCall) -> None:
        self.played = played
        self.said.emit()
