"""Which questions of a script can ever be asked, and by which answers; which never can, and why.

A condition looks only at a few earlier answers, and of each answer only at how it compares. So
a few answers of every kind stand for all of them, and all their combinations can be tried.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from qualdesk.core.answer_samples import telling_answers
from qualdesk.core.condition_checks import numbered
from qualdesk.core.condition_words import condition_words
from qualdesk.core.conditions import (
    All,
    AnswerValue,
    AnyOf,
    Comparison,
    Condition,
    Not,
    comparisons_in,
    holds,
    questions_in,
)
from qualdesk.core.errors import Problem, Refused
from qualdesk.core.questions import Question
from qualdesk.core.scripts import CallScript
from qualdesk.core.wording import tr, tr_later

# How many combinations are tried for one question, and for all of a script, before what is left
# counts as too involved. A script that people speak needs a few for each question.
MOST_TRIED = 20_000
MOST_TRIED_IN_ALL = 60_000
# How many questions one may hang on, one behind the other or at once.
MOST_HUNG_ON = 60


def unreachable(script: CallScript) -> tuple[Problem, ...]:
    """Every question that no call can come to, at its condition, with the reason.

    A question whose condition is too involved to be sure is named too.
    """
    return tuple(_unreachable(script))


def answers_leading_to(script: CallScript, question_id: str) -> Mapping[str, AnswerValue] | None:
    """Answers after which a question is asked, by question; None when none lead there.

    Raises:
        Refused: more combinations would have to be tried than are.
    """
    place = {str(question.id): number for number, question in enumerate(script.questions)}
    if question_id not in place:
        return None
    return _Search(script.questions, place).answers_to(question_id)


def _unreachable(script: CallScript) -> Iterator[Problem]:
    place = {str(question.id): number for number, question in enumerate(script.questions)}
    search = _Search(script.questions, place)
    never: set[str] = set()
    for stage_place, stage in numbered("stages", script.stages):
        for key, question in numbered(f"{stage_place}.questions", stage.questions):
            if question.ask_when is None:
                continue
            try:
                if search.answers_to(question.id) is not None:
                    continue
                says = _why(script, question, never)
                never.add(question.id)
            except Refused as too_involved:
                says = too_involved.says
            yield Problem(place=f"{key}.ask_when", says=says)


def _why(script: CallScript, question: Question, never: set[str]) -> str:
    assert question.ask_when is not None
    for waited in sorted(questions_in(question.ask_when) & never):
        other = script.question(waited)
        name = (other.short or other.ask or other.id) if other else waited
        return tr(
            "This is never asked: it waits for “{name}”, which is never asked either.", name=name
        )
    condition = condition_words(question.ask_when, script)
    return tr(
        "This is never asked: there are no answers with which {condition}.", condition=condition
    )


class _Search:
    """Tries the telling answers to the questions a condition hangs on, in the script's order."""

    def __init__(self, questions: Sequence[Question], place: Mapping[str, int]) -> None:
        self._questions = questions
        self._place = place
        self._tried = self._tried_in_all = 0

    def answers_to(self, question_id: str) -> dict[str, AnswerValue] | None:
        wanted = self._questions[self._place[question_id]]
        hangs_on = self._hangs_on(wanted)
        compared = [c for q in (*hangs_on, wanted) for c in comparisons_in(q.ask_when)]
        samples = {str(q.id): telling_answers(q, _about(q, compared)) for q in hangs_on}
        self._tried = 0
        return self._try(wanted, hangs_on, samples, {})

    def _hangs_on(self, wanted: Question) -> list[Question]:
        """The questions whose answers decide whether it is asked, in the script's order."""
        found: dict[int, Question] = {}
        waiting = [wanted]
        while waiting:
            if len(found) > MOST_HUNG_ON:
                raise Refused(tr(_TOO_INVOLVED))
            question = waiting.pop()
            here = self._place[question.id]
            for name in questions_in(question.ask_when):
                there = self._place.get(name, here)
                # An answer that comes later cannot have been given yet.
                if there < here and there not in found:
                    found[there] = self._questions[there]
                    waiting.append(self._questions[there])
        return [found[there] for there in sorted(found)]

    def _try(
        self,
        wanted: Question,
        left: Sequence[Question],
        samples: Mapping[str, Sequence[AnswerValue]],
        values: Mapping[str, AnswerValue],
    ) -> dict[str, AnswerValue] | None:
        self._tried += 1
        self._tried_in_all += 1
        if self._tried > MOST_TRIED or self._tried_in_all > MOST_TRIED_IN_ALL:
            raise Refused(tr(_TOO_INVOLVED))
        decided = _Foreseen(values, left).decided(wanted.ask_when)
        if decided is False:
            return None
        if decided is True:
            return dict(values)
        question, *rest = left
        is_asked = holds(question.ask_when, values)
        for value in samples[question.id] if is_asked else (None,):
            known = values if value is None else {**values, question.id: value}
            found = self._try(wanted, rest, samples, known)
            if found is not None:
                return found
        return None


_TOO_INVOLVED = tr_later(
    "This depends on so many answers that nobody can say whether it is asked. Make the condition "
    "simpler."
)


def _about(question: Question, compared: Iterable[Comparison]) -> list[Comparison]:
    return [comparison for comparison in compared if comparison.question == question.id]


class _Foreseen:
    """What is certain of conditions while some questions are left to be answered."""

    def __init__(self, values: Mapping[str, AnswerValue], left: Iterable[Question]) -> None:
        self._values = values
        self._left = {str(question.id): question for question in left}
        self._asked: dict[str, bool | None] = {}

    def decided(self, condition: Condition | None) -> bool | None:
        """Whether it holds whatever is still answered; None while that decides."""
        match condition:
            case None:
                return True
            case All(parts=parts):
                return _all(self.decided(part) for part in parts)
            case AnyOf(parts=parts):
                return _opposite(_all(_opposite(self.decided(part)) for part in parts))
            case Not(part=part):
                return _opposite(self.decided(part))
            case _:
                return self._compared(condition)

    def _compared(self, comparison: Comparison) -> bool | None:
        name = comparison.question
        if name not in self._left:
            return holds(comparison, self._values)
        if name not in self._asked:
            self._asked[name] = self.decided(self._left[name].ask_when)
        # What is not asked has no answer, and without one no comparison holds.
        return False if self._asked[name] is False else None


def _all(parts: Iterable[bool | None]) -> bool | None:
    known = set(parts)
    if False in known:
        return False
    return None if None in known else True


def _opposite(decided: bool | None) -> bool | None:  # noqa: FBT001 (the value itself)
    return None if decided is None else not decided
