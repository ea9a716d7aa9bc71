"""Scripts and definitions in lines for a terminal, and as data."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from qualdesk.core.condition_words import condition_words
from qualdesk.core.criteria import Criterion
from qualdesk.core.definition_changes import signed_words
from qualdesk.core.drafts import SIGNED, WITHDRAWN, DocumentVersion, SideState, Standing
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
        lines += _criterion_lines(criterion)
    names = {criterion.id: criterion.label for criterion in definition.criteria}
    for tier in definition.tiers:
        needs = ", ".join(names.get(one, one) for one in tier.must_haves)
        means = f": {tier.means}" if tier.means else ""
        lines.append(f"  Or “{tier.label}”, {tier.threshold} points with {needs}{means}")
    lines += [_side_line(side) for side in standing.sides]
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


def version_lines(
    versions: Iterable[DocumentVersion], signers: Mapping[int, Sequence[str]] | None = None
) -> list[str]:
    """What was kept, the newest first; with who signed it, by number, instead of who kept it."""
    return [
        f"{one.number:>4}  {one.at:%Y-%m-%d %H:%M} UTC  "
        f"{_who(one, (signers or {}).get(one.number, ()))}"
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


def _who(version: DocumentVersion, signers: Sequence[str]) -> str:
    return f"signed by {' and '.join(signers)}" if signers else version.by


def _criterion_lines(criterion: Criterion) -> Iterator[str]:
    means = f": {criterion.means}" if criterion.means else ""
    must = "must have, " if criterion.must_have else ""
    worth = f"{must}{criterion.points:+} points"
    yield f"  {criterion.label} ({criterion.question}), {worth}{means}"
    yield from (f"    {line}" for line in signed_words(criterion))


def _side_line(state: SideState) -> str:
    side = state.side.label
    if state.state == SIGNED:
        day = f" on {full_day(state.signed_at.date())}" if state.signed_at else ""
        return f"{side}: signed by {state.name}{day}."
    if state.state == WITHDRAWN:
        return f"{side}: not signed. {state.name} withdrew: {state.because}"
    signs = f"{state.name} signs for {state.side.value}." if state.name else ""
    return f"{side}: not signed. {state.because or signs}".strip()


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
