"""Ask-only-when as the ``relevant`` column of an XLSForm: how a condition is written there.

Each comparison is written so that it is false where the question has no answer, in any program
that follows XForms, as it is here.
"""

import re
from collections.abc import Mapping
from decimal import Decimal

from qualdesk.core.conditions import (
    All,
    Answered,
    AnswerValue,
    AnyOf,
    Comparison,
    Condition,
    Equals,
    Less,
    More,
    Not,
    OneOf,
    is_date,
)
from qualdesk.core.errors import DocumentRefused
from qualdesk.core.questions import QuestionKind
from qualdesk.core.wording import tr

# What is kept as words, and can only be compared with words.
TEXTS = {
    QuestionKind.WORDS,
    QuestionKind.PERSON,
    QuestionKind.PERIOD,
    QuestionKind.SLOT,
    QuestionKind.DATE,
}
CHOSEN = {QuestionKind.CHOICE, QuestionKind.CHOICES, QuestionKind.YES_NO}


def relevant_of(condition: Condition, kinds: Mapping[str, QuestionKind]) -> str:
    """The condition as XPath over ``${question}``; ``kinds`` are the questions asked before.

    Raises:
        DocumentRefused: it looks at a question not asked before, or compares with what that
            question never answers, which no other program would understand as we do.
    """
    match condition:
        case All(parts=parts):
            return _joined(parts, "and", kinds) or "true()"
        case AnyOf(parts=parts):
            return _joined(parts, "or", kinds) or "false()"
        case Not(part=part):
            return f"not({relevant_of(part, kinds)})"
        case _:
            if condition.question not in kinds:
                raise DocumentRefused(
                    tr(
                        "“{question}” is not asked before this question. Wait for one that is.",
                        question=condition.question,
                    )
                )
            return _comparison(condition, kinds[condition.question])


def quoted(text: str) -> str:
    """A text as XPath writes it: it knows two quotes, and no way to write both in one."""
    if "'" not in text:
        return f"'{text}'"
    if '"' not in text:
        return f'"{text}"'
    parts = text.split("'")
    return "concat(" + ', "\'", '.join(f"'{part}'" for part in parts) + ")"


def _joined(parts: tuple[Condition, ...], word: str, kinds: Mapping[str, QuestionKind]) -> str:
    return f" {word} ".join(_part(part, kinds) for part in parts)


def _part(part: Condition, kinds: Mapping[str, QuestionKind]) -> str:
    text = relevant_of(part, kinds)
    several = isinstance(part, OneOf) and len(part.values) > 1
    bracketed = several or (isinstance(part, All | AnyOf) and len(part.parts) > 1)
    return f"({text})" if bracketed else text


def _comparison(comparison: Comparison, kind: QuestionKind) -> str:
    name = f"${{{comparison.question}}}"
    match comparison:
        case Answered():
            return f"{name} != ''"
        case Equals(value=value):
            return _same(name, kind, value)
        case OneOf(values=values):
            return " or ".join(_same(name, kind, value) for value in values) or "false()"
        case More(than=than):
            return f"{name} > {_bound(name, kind, than)}"
        case Less(than=than):
            return f"{name} < {_bound(name, kind, than)}"


def _same(name: str, kind: QuestionKind, value: AnswerValue) -> str:
    if kind is QuestionKind.NUMBER and isinstance(value, int | float):
        if not isinstance(value, bool):
            return f"{name} = {_figures(value)}"
    elif kind in TEXTS | CHOSEN and isinstance(value, str) and value:
        if _READ_OTHERWISE.search(value):
            raise DocumentRefused(
                tr(
                    "{question} is compared with words that other programs read otherwise: "
                    "curly quotes, line breaks or ${{. Compare it with simpler words.",
                    question=name,
                )
            )
        if kind is QuestionKind.CHOICES:
            return f"selected({name}, {quoted(value)})"
        return f"{name} = {quoted(value)}"
    raise DocumentRefused(
        tr(
            "{question} is a {kind} question and never equals {value!r}. Compare it "
            "with an answer it can have.",
            value=value,
            question=name,
            kind=kind.value,
        )
    )


def _bound(name: str, kind: QuestionKind, than: float | str) -> str:
    if kind is QuestionKind.NUMBER and isinstance(than, int | float):
        if not isinstance(than, bool):
            return _figures(than)
    elif kind is QuestionKind.DATE and isinstance(than, str) and is_date(than):
        return f"date('{than}')"
    if kind is QuestionKind.PERIOD:
        raise DocumentRefused(
            tr(
                "{question} is a period, and a spreadsheet form cannot say that one period "
                "is before another. Ask for a date, or compare with one answer.",
                question=name,
            )
        )
    raise DocumentRefused(
        tr(
            "{question} is a {kind} question and is never more or less than {than!r}. "
            "Compare a number with a number, or a date with a date.",
            than=than,
            question=name,
            kind=kind.value,
        )
    )


# pyxform straightens quotes everywhere, XML makes a space of a line break, ${ begins a reference.
_READ_OTHERWISE = re.compile("[‘’“”\\x00-\\x1f]|\\$\\{")  # noqa: RUF001 - they are meant


def _figures(number: float) -> str:
    """A number in plain figures: XPath knows no 1e+20."""
    return format(Decimal(repr(number)), "f")
