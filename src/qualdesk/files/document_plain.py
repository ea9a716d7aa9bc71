"""Scripts and definitions as plain values (dicts, lists, words, numbers), as files hold them.

What is empty or as usual is left out, so that a file says only what someone decided.
"""

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

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
from qualdesk.core.definition import Criterion, Definition, Level, Tier
from qualdesk.core.questions import Aside, Question
from qualdesk.core.scripts import CallScript, Stage
from qualdesk.core.translations import AsideWords, QuestionWords, Translation

Plain: TypeAlias = dict[str, Any]


def plain_script(script: CallScript) -> Plain:
    """A script as plain values."""
    return _without_empty(
        {
            "id": script.id,
            "name": script.name,
            "version": script.version,
            "language": script.language,
            "voicemail": script.voicemail,
            "objections": _asides(script.objections),
            "exits": _asides(script.exits),
            "stages": [_stage(stage) for stage in script.stages],
            "translations": [_translation(words) for words in script.translations],
        }
    )


def plain_definition(definition: Definition) -> Plain:
    """A definition as plain values; dates as ISO words."""
    return _without_empty(
        {
            "id": definition.id,
            "name": definition.name,
            "version": definition.version,
            "threshold": definition.threshold,
            "review_on": definition.review_on and definition.review_on.isoformat(),
            "signatures": [
                {
                    "side": signature.side.value,
                    "name": signature.name,
                    "signed_on": signature.signed_on.isoformat(),
                }
                for signature in definition.signatures
            ],
            "criteria": [_criterion(criterion) for criterion in definition.criteria],
            "tiers": [_tier(tier) for tier in definition.tiers],
        }
    )


def plain_condition(condition: Condition) -> Plain:  # noqa: PLR0911 (one for each kind of condition)
    """A condition as plain values: ``{"question": "role", "one_of": ["decides"]}``."""
    match condition:
        case All(parts=parts):
            return {"all": [plain_condition(part) for part in parts]}
        case AnyOf(parts=parts):
            return {"any": [plain_condition(part) for part in parts]}
        case Not(part=part):
            return {"not": plain_condition(part)}
        case Answered(question=question):
            return {"question": question, "answered": True}
        case Equals(question=question, value=value):
            return {"question": question, "is": value}
        case OneOf(question=question, values=values):
            return {"question": question, "one_of": list(values)}
        case More(question=question, than=than):
            return {"question": question, "more": than}
        case Less(question=question, than=than):
            return {"question": question, "less": than}


def _stage(stage: Stage) -> Plain:
    return {
        "kind": stage.kind.value,
        "questions": [_question(question) for question in stage.questions],
    }


def _question(question: Question) -> Plain:
    return _without_empty(
        {
            "id": question.id,
            "kind": question.kind.value,
            "say": question.say,
            "ask": question.ask,
            "short": question.short,
            "coach": question.coach,
            "options": [
                {"value": option.value, "label": option.label} for option in question.options
            ],
            "unit": question.unit,
            "ask_when": question.ask_when and plain_condition(question.ask_when),
            "say_for": dict(question.say_for),
            "asides": _asides(question.asides),
            "tags": list(question.tags),
        }
    ) | _switched_off(question)


def _switched_off(question: Question) -> Plain:
    return {name: False for name in ("own_words", "may_not_know") if not getattr(question, name)}


def _translation(words: Translation) -> Plain:
    questions = {question: _question_words(said) for question, said in words.questions.items()}
    return _without_empty(
        {
            "language": words.language,
            "voicemail": words.voicemail,
            "objections": _aside_words(words.objections),
            "exits": _aside_words(words.exits),
            "questions": questions,
        }
    )


def _question_words(words: QuestionWords) -> Plain:
    plain = {
        "say": words.say,
        "ask": words.ask,
        "short": words.short,
        "coach": words.coach,
        "unit": words.unit,
        "options": dict(words.options),
        "say_for": dict(words.say_for),
        "asides": _aside_words(words.asides),
    }
    return {key: value for key, value in plain.items() if value}


def _aside_words(asides: Mapping[str, AsideWords]) -> Plain:
    return {
        aside: {key: getattr(words, key) for key in ("label", "say", "then") if getattr(words, key)}
        for aside, words in asides.items()
    }


def _asides(asides: Iterable[Aside]) -> list[Plain]:
    return [
        ({"id": aside.id} if aside.id else {})
        | _without_empty({"label": aside.label, "say": aside.say, "then": aside.then})
        for aside in asides
    ]


def _criterion(criterion: Criterion) -> Plain:
    rules_out = criterion.not_a_fit_when
    return _without_empty(
        {
            "id": criterion.id,
            "label": criterion.label,
            "question": criterion.question,
            "must_have": criterion.must_have,
            "met_when": criterion.met_when and plain_condition(criterion.met_when),
            "points": criterion.points,
            "levels": [_level(level) for level in criterion.levels],
            "not_a_fit_when": rules_out and plain_condition(rules_out),
            "means": criterion.means,
            "ask": criterion.ask,
            "group": criterion.group,
        }
    )


def _tier(tier: Tier) -> Plain:
    return _without_empty(
        {
            "id": tier.id,
            "label": tier.label,
            "threshold": tier.threshold,
            "must_haves": list(tier.must_haves),
            "means": tier.means,
        }
    )


def _level(level: Level) -> Plain:
    plain = {"when": plain_condition(level.when), "points": level.points}
    return plain | ({"means": level.means} if level.means else {})


def _without_empty(plain: Plain) -> Plain:
    return {key: value for key, value in plain.items() if value or key in _ALWAYS}


# Never left out, even when empty: the shapes ask for them, and a draft may not have them yet.
_ALWAYS = {
    "id",
    "name",
    "version",
    "stages",
    "criteria",
    "threshold",
    "say",
    "label",
    "question",
    "questions",
}
