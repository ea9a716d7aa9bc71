"""A definition in words: what counts as yes, what it weighs, where it is asked, what is new."""

from collections.abc import Iterable
from typing import Final

from qualdesk.core.changes import Change
from qualdesk.core.condition_words import condition_words
from qualdesk.core.criteria import Criterion, Definition
from qualdesk.core.criterion_answers import AnswerWeight, answer_weights, can_be_chosen
from qualdesk.core.definition_changes import rule_words
from qualdesk.core.scripts import CallScript
from qualdesk.core.wording import tr, tr_later, tr_n

MUST_HAVE: Final = tr_later("Must have")
HELPS: Final = tr_later("Helps")
AGAINST: Final = tr_later("Against")
NEW: Final = tr_later("new", about="criterion")
_LONGEST_MARK: Final = 28
_WITH: Final = tr_later("with {names}")
_WITHOUT: Final = tr_later("without {names}")


def weight_of(criterion: Criterion) -> str:
    """Must have, Helps or Against: what a criterion does to a lead."""
    if criterion.must_have:
        return MUST_HAVE
    return HELPS if criterion.most > 0 else AGAINST


def counts_when(criterion: Criterion, script: CallScript | None) -> str:
    """What counts as yes: "Decides or Recommends"; of any answer, what was agreed about it."""
    if criterion.met_when is None:
        return _as_sentence(criterion.means) or tr("Any answer")
    return _as_sentence(rule_words(criterion, script))


def beside(criterion: Criterion, script: CallScript | None) -> str:
    """What else an answer does: points of its own, or that it rules the lead out."""
    question = script.question(criterion.question) if script is not None else None
    if script is None or question is None:
        return ""
    if question.choices and can_be_chosen(criterion, question):
        weights = answer_weights(criterion, question)
        parts = [_does(one) for one in weights if one.points is not None or one.rules_out]
        return "; ".join(parts)
    levels = [
        f"{_as_sentence(condition_words(level.when, script))}: {signed(level.points)}"
        for level in criterion.levels
    ]
    if criterion.not_a_fit_when is not None:
        ruled_out = _as_sentence(condition_words(criterion.not_a_fit_when, script))
        levels.append(tr("{answers} rules out", answers=ruled_out))
    return "; ".join(levels)


def asked_where(criterion: Criterion, script: CallScript | None) -> str:
    """Where the answer comes from: "Fit: When must it be running?"."""
    question = script.question(criterion.question) if script is not None else None
    if script is None or question is None:
        return criterion.ask or tr("Question “{question}”", question=criterion.question)
    stage = script.stage_of(criterion.question)
    asked = question.ask or question.short or question.id
    return f"{stage.label}: {asked}" if stage is not None else asked


def marks_of(changes: Iterable[Change]) -> dict[str, str]:
    """What is new about each criterion, by its id: "was 12 months", "AT added", "new"."""
    found: dict[str, str] = {}
    for change in changes:
        kind, _dot, rest = change.place.partition(".")
        if kind == "criteria" and rest:
            found.setdefault(rest.split(".")[0], _mark(change))
    return found


def change_words(change: Change) -> tuple[str, str]:
    """What was and what is now; where there was nothing, that it did not count."""
    is_whole = change.place.count(".") == 1
    nothing = (tr("not counted"), tr("taken out")) if is_whole else (tr("nothing"), tr("nothing"))
    return change.was or nothing[0], change.now or nothing[1]


def label_of(definition: Definition, criterion_id: str) -> str:
    """The name of a criterion; its id where the definition has none of that id."""
    found = [one.label for one in definition.criteria if one.id == criterion_id]
    return found[0] if found else criterion_id


def points_words(points: int) -> str:
    """Points with their word: "1 point", "30 points"."""
    return tr_n(abs(points), "{points} point", "{points} points", points=signed(points))


def signed(points: int) -> str:
    """Points as figures; a minus as wide as a plus."""
    return f"−{abs(points)}" if points < 0 else str(points)  # noqa: RUF001 - the minus of figures


def _does(weight: AnswerWeight) -> str:
    """What one answer does by itself: "Outside: −30, rules out"."""  # noqa: RUF002 - a minus
    points = signed(weight.points) if weight.points is not None else ""
    said = ", ".join(filter(None, (points, tr("rules out") if weight.rules_out else "")))
    return f"{weight.label}: {said}"


def _mark(change: Change) -> str:
    if not change.was and change.place.count(".") == 1:
        return tr(NEW, about="criterion")
    if change.place.endswith(".met_when"):
        added = _names(_WITHOUT, change.was) and _names(_WITH, change.now)
        if added:
            return _short(tr("{names} added", names=added))
        gone = _names(_WITH, change.was) and _names(_WITHOUT, change.now)
        if gone:
            return _short(tr("{names} taken out", names=gone))
    if change.place.endswith((".met_when", ".points", ".must_have")):
        return _short(tr("was {was}", was=change.was))
    return tr("changed")


def _names(template: str, text: str) -> str:
    """The names in a text written by this template, empty where it is written otherwise."""
    begins, ends = tr(template, names="\0").split("\0")
    is_so = text.startswith(begins) and text.endswith(ends)
    return text[len(begins) : len(text) - len(ends)] if is_so else ""


def _short(mark: str) -> str:
    return mark if len(mark) <= _LONGEST_MARK else tr("changed")


def _as_sentence(words: str) -> str:
    words = words.strip().rstrip(".")
    return words[:1].upper() + words[1:]
