"""What a person decides at the problems of a list, step by step: each gives the next choices."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from qualdesk.core.list_checks import CheckGroup, Option, Section
from qualdesk.core.list_choices import ListChoices, RowMend
from qualdesk.core.list_words import counted
from qualdesk.core.wording import tr, tr_n

_NO_MEND = RowMend()


def with_answer(choices: ListChoices, asked: str, answer: str) -> ListChoices:
    """The choices with this answer to a problem; an empty answer leaves its default to hold."""
    answers = {key: value for key, value in choices.answers.items() if key != asked}
    if answer:
        answers[asked] = answer
    return replace(choices, answers=answers)


def with_mend(choices: ListChoices, number: int, mend: RowMend) -> ListChoices:
    """The choices with a row mended once more; what was mended in it before stays."""
    before = choices.rows.get(number, _NO_MEND)
    together = RowMend(
        region=mend.region or before.region,
        cells={**before.cells, **mend.cells},
        leave_out=mend.leave_out,
    )
    return replace(choices, rows={**choices.rows, number: together})


def chosen_option(group: CheckGroup, answers: Mapping[str, str]) -> Option | None:
    """The option that holds for a group: the answered one, else the default.

    A country that is no option of its own stands for the option that asks for one.
    """
    held = answers.get(group.id) or group.answer or group.default
    for option in group.options:
        if option.id == held:
            return option
    return next((each for each in group.options if each.wants and held), None)


def questions(groups: Iterable[CheckGroup]) -> tuple[CheckGroup, ...]:
    """The groups that ask for an answer."""
    return tuple(group for group in groups if group.section is Section.ASKS)


def questions_in_words(
    groups: Iterable[CheckGroup], answers: Mapping[str, str], *, is_over: bool = False
) -> str:
    """How many questions there are, and whether all are answered, or still could be."""
    asked = questions(groups)
    if not asked:
        return tr("No questions")
    if all(answers.get(group.id) or group.answer for group in asked):
        return tr_n(len(asked), "{n} question answered", "{n} questions answered")
    if is_over:
        return counted(len(asked), "question")
    return tr_n(len(asked), "{n} question for you", "{n} questions for you")


def at_most(rows: int, groups: Iterable[CheckGroup]) -> int:
    """How many leads a list can bring at most, whatever is answered."""
    out = sum(group.count for group in groups if group.section is Section.LEFT_OUT)
    return max(rows - out, 0)
