"""Scripts and definitions out of the workspace, as this program writes them, read at once.

The shapes of ``files/document_models.py`` say of every text what is wrong with it. To read their
code takes a tenth of a second, and every start shows a lead with its script. What is read here is
taken only when it is what the program itself would write for it; any other text is for the shapes.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any, Final, TypeVar

from qualdesk.core.conditions import (
    All,
    Answered,
    AnyOf,
    Condition,
    Equals,
    Less,
    More,
    Not,
    OneOf,
)
from qualdesk.core.definition import Criterion, Definition, Level, Side, Signature, Tier
from qualdesk.core.questions import Aside, Option, Question, QuestionKind
from qualdesk.core.scripts import CallScript, Stage, StageKind
from qualdesk.core.sources import SourceType
from qualdesk.core.translations import AsideWords, QuestionWords, Translation
from qualdesk.files.document_plain import Plain, plain_definition, plain_script

_T = TypeVar("_T")
# As in the shapes.
_ID: Final = re.compile(r"[a-z][a-z0-9_-]{0,59}")
_KEY: Final = re.compile(r"[a-z][a-z0-9_]{0,39}")
_TONGUE: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_Readers = Mapping[str, Callable[[Any], Any]]


def kept_script(plain: Plain) -> CallScript | None:
    """The script that is written so, None where the program would write something else."""
    return _as_written(_script, plain_script, plain)


def kept_definition(plain: Plain) -> Definition | None:
    """The definition that is written so, None where the program would write something else."""
    return _as_written(_definition, plain_definition, plain)


def _as_written(
    read: Callable[[object], _T], write: Callable[[_T], Plain], plain: Plain
) -> _T | None:
    try:
        found = read(plain)
    except (TypeError, ValueError):
        return None
    return found if write(found) == plain and _is_named_well(plain) else None


def _is_named_well(plain: Plain) -> bool:
    """Whether ids, version and languages are as in the shapes; else those say what is wrong."""
    tongues = [plain.get("language", "en")]
    tongues += [one.get("language", "") for one in plain.get("translations", ())]
    stages = plain.get("stages", ())
    keys = [one.get("id", "") for stage in stages for one in stage.get("questions", ())]
    keys += [one.get("id", "") for one in plain.get("criteria", ())]
    return (
        _ID.fullmatch(plain.get("id", "")) is not None
        and plain.get("version", 0) >= 1
        and all(_TONGUE.fullmatch(one) for one in tongues)
        and all(_KEY.fullmatch(one) for one in keys)
    )


def _value(kind: Callable[..., _T], readers: _Readers, plain: object) -> _T:
    """A value of that kind; each key has a reader.

    Raises:
        TypeError: there is a key too many or too few, or something of another kind in one.
        ValueError: something that cannot stand there.
    """
    if not isinstance(plain, dict) or not plain.keys() <= readers.keys():
        raise TypeError
    return kind(**{key: readers[key](value) for key, value in plain.items()})


def _a(*kinds: type) -> Callable[[object], Any]:
    """Something of just these kinds: a yes is no number."""

    def read(plain: object) -> Any:
        if type(plain) not in kinds:
            raise TypeError
        return plain

    return read


def _many(one: Callable[[object], _T]) -> Callable[[object], tuple[_T, ...]]:
    return lambda plain: tuple(one(part) for part in _list(plain))


def _table(
    one: Callable[[object], _T], key: Callable[[str], object] = str
) -> Callable[[object], dict[str, _T]]:
    def read(plain: object) -> dict[str, _T]:
        if not isinstance(plain, dict):
            raise TypeError
        for name in plain:
            key(name)
        return {name: one(value) for name, value in plain.items()}

    return read


def _day(plain: object) -> date:
    return date.fromisoformat(_words(plain))


def _condition(plain: object) -> Condition:
    match plain:
        case {"all": parts, **rest} if not rest:
            return All(parts=_conditions(parts))
        case {"any": parts, **rest} if not rest:
            return AnyOf(parts=_conditions(parts))
        case {"not": part, **rest} if not rest:
            return Not(part=_condition(part))
        case {"question": question, **rest} if len(rest) == 1:
            ((how, value),) = rest.items()
            if how in _COMPARED:
                return _COMPARED[str(how)](question=_words(question), value=value)
    raise TypeError


def _compared(
    kind: Callable[..., Condition], into: str, read: Callable[[object], Any]
) -> Callable[..., Condition]:
    return lambda question, value: kind(question=question, **{into: read(value)})


def _answered(question: str, value: object) -> Condition:
    if value is not True:
        raise TypeError
    return Answered(question=question)


_words = _a(str)
_list = _a(list)
_number = _a(int)
_yes = _a(bool)
_scalar = _a(bool, int, float, str)
_size = _a(int, float, str)
_conditions = _many(_condition)
_lines = _many(_words)
_COMPARED: Final[Mapping[str, Callable[..., Condition]]] = {
    "answered": _answered,
    "is": _compared(Equals, "value", _scalar),
    "one_of": _compared(OneOf, "values", _many(_scalar)),
    "more": _compared(More, "than", _size),
    "less": _compared(Less, "than", _size),
}
_ASIDE: Final[_Readers] = dict.fromkeys(("label", "say", "then", "id"), _words)
_asides = _many(partial(_value, Aside, _ASIDE))
_aside_words = _table(partial(_value, AsideWords, dict.fromkeys(("label", "say", "then"), _words)))
_say_for = _table(_words, SourceType)
_option = partial(_value, Option, dict.fromkeys(("value", "label"), _words))
_question = partial(
    _value,
    Question,
    {
        **dict.fromkeys(("id", "say", "ask", "short", "coach", "unit"), _words),
        "kind": QuestionKind,
        "options": _many(_option),
        "ask_when": _condition,
        "say_for": _say_for,
        "asides": _asides,
        "tags": _lines,
        "own_words": _yes,
        "may_not_know": _yes,
    },
)
_stage = partial(_value, Stage, {"kind": StageKind, "questions": _many(_question)})
_question_words = partial(
    _value,
    QuestionWords,
    {
        **dict.fromkeys(("say", "ask", "short", "coach", "unit"), _words),
        "options": _table(_words),
        "say_for": _say_for,
        "asides": _aside_words,
    },
)
_translation = partial(
    _value,
    Translation,
    {
        "language": _words,
        "voicemail": _words,
        "objections": _aside_words,
        "exits": _aside_words,
        "questions": _table(_question_words),
    },
)
_script = partial(
    _value,
    CallScript,
    {
        **dict.fromkeys(("id", "name", "language", "voicemail"), _words),
        "version": _number,
        "objections": _asides,
        "exits": _asides,
        "stages": _many(_stage),
        "translations": _many(_translation),
    },
)
_level = partial(_value, Level, {"when": _condition, "points": _number, "means": _words})
_criterion = partial(
    _value,
    Criterion,
    {
        **dict.fromkeys(("id", "label", "question", "means", "ask", "group"), _words),
        "must_have": _yes,
        "met_when": _condition,
        "points": _number,
        "levels": _many(_level),
        "not_a_fit_when": _condition,
    },
)
_tier = partial(
    _value,
    Tier,
    {
        **dict.fromkeys(("id", "label", "means"), _words),
        "threshold": _number,
        "must_haves": _lines,
    },
)
_signature = partial(_value, Signature, {"side": Side, "name": _words, "signed_on": _day})
_definition = partial(
    _value,
    Definition,
    {
        **dict.fromkeys(("id", "name"), _words),
        "version": _number,
        "threshold": _number,
        "review_on": _day,
        "criteria": _many(_criterion),
        "tiers": _many(_tier),
        "signatures": _many(_signature),
    },
)
