"""Scripts and definitions in lines for a terminal, and as data."""

from collections.abc import Iterable, Iterator
from typing import Any

from qualdesk.core.condition_words import condition_words
from qualdesk.core.drafts import DocumentVersion, Standing
from qualdesk.core.errors import Problem
from qualdesk.core.handoff import full_day
from qualdesk.core.questions import Aside, Question
from qualdesk.core.scripts import CallScript


def script_lines(script: CallScript) -> list[str]:
    """A script to read through: its stages, and what is said and asked in each."""
    lines = [
        f"“{script.name}” ({script.id}), version {script.version}: {', '.join(script.languages)}"
    ]
    for stage in script.stages:
        lines += ["", stage.kind.label]
        for question in stage.questions:
            lines += _question_lines(question, script)
    for name, asides in (("Objections", script.objections), ("Ways out", script.exits)):
        lines += ["", name, *(f"  {line}" for line in _asides(asides))] if asides else []
    return lines + (["", "Voicemail", f"  {_flat(script.voicemail)}"] if script.voicemail else [])


def standing_lines(standing: Standing) -> list[str]:
    """Where a definition stands: its words, who has signed, what changes, what was said."""
    definition = standing.draft.definition
    called = f"“{definition.name}” ({definition.id}), version {definition.version}"
    lines = [f"{called}: {definition.threshold} points are needed"]
    for criterion in definition.criteria:
        means = f": {criterion.means}" if criterion.means else ""
        must = "must have" if criterion.must_have else f"{criterion.points:+} points"
        lines.append(f"  {criterion.label} ({criterion.question}), {must}{means}")
    for side in standing.sides:
        said = f"{side.state.replace('_', ' ')} {side.name}".strip()
        lines.append(f"{side.side.label}: {said}. {side.because}".strip())
    if standing.in_force:
        lines.append(f"In force: version {standing.in_force.version}. {standing.unsigned}".strip())
    lines += [f"Changes {change.label}: {change.was} → {change.now}" for change in standing.changes]
    lines += [f"{remark.who}: {remark.says}" for remark in standing.remarks]
    lines += [f"Look at it again. {standing.review_because}"] if standing.review_due else []
    if standing.review_on:
        lines.append(f"To be looked at again by {full_day(standing.review_on)}.")
    return lines + problem_lines(standing.problems)


def problem_lines(problems: Iterable[Problem]) -> list[str]:
    """What is still to be mended, each at its place."""
    return [f"To mend: {problem}" for problem in problems]


def version_lines(versions: Iterable[DocumentVersion]) -> list[str]:
    """What was kept, the newest first."""
    return [
        f"{one.number:>4}  {one.at:%Y-%m-%d %H:%M} UTC  {one.by}"
        f"{'  in force' if one.in_force else ''}".rstrip()
        for one in versions
    ]


def script_data(script: CallScript) -> dict[str, Any]:
    """What there is to know of a script without all its words."""
    return {
        "id": script.id,
        "name": script.name,
        "version": script.version,
        "languages": script.languages,
        "questions": [question.id for question in script.questions],
    }


def _question_lines(question: Question, script: CallScript) -> Iterator[str]:
    kind = question.kind.value.replace("_", " ")
    yield f"  {question.id} ({kind}) {question.ask}".rstrip()
    if question.ask_when is not None:
        yield f"    only when {condition_words(question.ask_when, script)}"
    yield f"    {_flat(question.say)}"
    if question.options:
        yield "    " + ", ".join(option.label or option.value for option in question.options)
    if question.coach:
        yield f"    ({_flat(question.coach)})"
    yield from (f"    {line}" for line in _asides(question.asides))


def _asides(asides: Iterable[Aside]) -> Iterator[str]:
    return (f"{aside.label}: {_flat(aside.say)}" for aside in asides)


def _flat(text: str) -> str:
    return " ".join(text.split())
