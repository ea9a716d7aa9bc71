"""How a question does in real calls: how often it is asked, answered, not known; how quickly."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import timedelta
from statistics import median

from qualdesk.core.conditions import AnswerValue
from qualdesk.core.frozen import frozen
from qualdesk.core.questions import Answer, Question
from qualdesk.core.wording import number, tr, tr_n

ENOUGH_CALLS = 10
"""Below so many calls a percentage says more about chance than about the question."""


@frozen
class Asked:
    """That a question was put in one call.

    Attributes:
        answer: what stood at the end of the call.
        took: since the answer before it in the same call; None for the first of a call.
    """

    answer: Answer
    took: timedelta | None = None


@frozen
class QuestionFacts:
    """How a question does.

    Attributes:
        calls: the calls that came as far as a first answer, and whose script has the question.
        asked: in how many of them it was answered or not known.
        answered: how often something was said: a value, or their own words alone.
        does_not_know: how often they did not know, or would not say.
        median_seconds: between the answer before and the answer to it; None when never known.
        spread: how often each answer was chosen, by its label, in the order of the options.
    """

    calls: int = 0
    asked: int = 0
    answered: int = 0
    does_not_know: int = 0
    median_seconds: float | None = None
    spread: tuple[tuple[str, int], ...] = ()

    @property
    def is_enough(self) -> bool:
        """Whether there are calls enough to speak of percentages: ten."""
        return self.calls >= ENOUGH_CALLS

    @property
    def lines(self) -> tuple[str, ...]:
        """The facts in sentences; counts in the place of percentages below ten calls."""
        if not self.calls:
            return (tr("It was in no call yet."),)
        asked = _share(self.asked, self.calls, enough=self.is_enough)
        answered, not_known = self._of_asked(self.answered), self._of_asked(self.does_not_know)
        lines = [
            tr_n(
                self.calls,
                "Asked in {asked} of {n} call.",
                "Asked in {asked} of {n:,} calls.",
                asked=asked,
            ),
            tr(
                "Answered {answered}, not known {not_known}.",
                answered=answered,
                not_known=not_known,
            ),
        ]
        if self.median_seconds is not None:
            lines.append(
                tr(
                    "Time to answer: {seconds:.0f} s in the middle.",
                    seconds=self.median_seconds,
                )
            )
        lines += [f"{label}: {number(count)}" for label, count in self.spread]
        if not self.is_enough:
            lines.append(
                tr(
                    "Too few calls to say more ({calls}; {enough} needed).",
                    calls=self.calls,
                    enough=ENOUGH_CALLS,
                )
            )
        return tuple(lines)

    def _of_asked(self, count: int) -> str:
        return _share(count, self.asked, enough=self.is_enough)


def facts_of(question: Question, calls: int, asked: Iterable[Asked]) -> QuestionFacts:
    """The facts of a question, as it is worded now, from the calls it was in."""
    put = list(asked)
    took = [one.took.total_seconds() for one in put if one.took is not None]
    return QuestionFacts(
        calls=calls,
        asked=len(put),
        answered=sum(one.answer.is_answered for one in put),
        does_not_know=sum(one.answer.does_not_know for one in put),
        median_seconds=median(took) if took else None,
        spread=_spread(question, [one.answer.value for one in put]),
    )


def _spread(question: Question, values: Sequence[AnswerValue]) -> tuple[tuple[str, int], ...]:
    """Every option there is with its count; then those that were taken out of the question."""
    if not question.choices:
        return ()
    counts: Counter[str] = Counter()
    for value in values:
        chosen = value if isinstance(value, tuple) else () if value is None else (value,)
        counts.update(str(one) for one in chosen)
    labels = {option.value: option.label for option in question.choices}
    gone = sorted(value for value in counts if value not in labels)
    return tuple((labels.get(value, value), counts[value]) for value in (*labels, *gone))


def _share(part: int, whole: int, *, enough: bool) -> str:
    return number(part / whole, ".0%") if enough and whole else number(part)
