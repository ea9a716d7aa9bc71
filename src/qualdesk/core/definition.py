"""The definition of a qualified lead, signed by marketing and sales, and its verdict."""

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from qualdesk.core.conditions import Values, questions_in
from qualdesk.core.criteria import (
    Criterion,
    Definition,
    Finding,
    FindingState,
    Level,
    Side,
    Signature,
    Tier,
    Weighed,
    by_group,
)
from qualdesk.core.frozen import frozen
from qualdesk.core.scripts import (
    WANTS_CALL,
    Answers,
    CallScript,
    live_answers,
    live_values,
    missing_questions,
    visible_questions,
)
from qualdesk.core.verdict_words import (
    what_a_tier_needs,
    what_lacks,
    why_by_tier,
    why_not,
    why_qualified,
)
from qualdesk.core.wording import tr

__all__ = [
    "Criterion",
    "Definition",
    "Finding",
    "FindingState",
    "Level",
    "Side",
    "Signature",
    "Tier",
    "Verdict",
    "VerdictKind",
    "Weighed",
    "judge",
]


class VerdictKind(StrEnum):
    """As it stands, what the lead is."""

    QUALIFIED = "qualified"
    NURTURE = "nurture"
    NOT_A_FIT = "not_a_fit"

    @property
    def label(self) -> str:
        """The verdict as the screen says it."""
        return {
            "qualified": tr("Qualified"),
            "nurture": tr("Nurture"),
            "not_a_fit": tr("Not a fit"),
        }[self]


@frozen
class Verdict:
    """What a definition says of a set of answers, and the sentence that explains it.

    Attributes:
        threshold: of the bar it is judged by: the tier's when it is qualified by one.
        must_haves: how many that bar has, a group counting once; ``must_haves_met`` of them are.
        missing: the criteria nobody has an answer to yet, must-haves first. A group that is not
            met stands there once, with the name of all that would do.
        tier: the id of the tier it is qualified by, empty for the main bar.
        weighed: the findings by what counts once: alone, or a group together.
    """

    kind: VerdictKind
    points: int
    threshold: int
    must_haves_met: int
    must_haves: int
    findings: tuple[Finding, ...]
    missing: tuple[Criterion, ...]
    wants_call: bool
    sentence: str
    tier: str = ""
    tier_label: str = ""
    weighed: tuple[Weighed, ...] = ()


def judge(definition: Definition, script: CallScript, answers: Answers) -> Verdict:
    """What the definition says of these answers.

    Only answers on the path that was taken count, and those of a form only once confirmed. The
    same answers under the same versions give the same verdict and the same sentence
    (invariant 7). Nobody is qualified who has not said yes to being called, whatever the
    definition says. Where the main bar is not reached, the tiers are tried in their order.
    """
    values = live_values(script, answers)
    findings = _findings(definition, script, answers, values)
    weighed = _weighed(findings)
    points = sum(one.points for one in weighed)
    ruled_out = [c for c in definition.criteria if c.question in values and c.rules_out(values)]
    kind, tier, sentence = _ruling(definition, weighed, points, ruled_out, values)
    needed = _needed(weighed, tier)
    return Verdict(
        kind=kind,
        points=points,
        threshold=tier.threshold if tier else definition.threshold,
        must_haves_met=sum(one.state is FindingState.MET for one in needed),
        must_haves=len(needed),
        findings=findings,
        missing=_missing(weighed),
        wants_call=_says_yes(values),
        sentence=sentence,
        tier=tier.id if tier else "",
        tier_label=tier.label if tier else "",
        weighed=weighed,
    )


@frozen
class Standing:
    """How a definition judges answers, at whatever threshold its main bar has.

    Attributes:
        points: what the answers are worth.
        passes: whether the lead is qualified once its points reach the threshold.
        below: what it is while they do not: by a tier it may be qualified all the same.
        met: the criteria that are met, by id.
    """

    points: int
    passes: bool
    below: VerdictKind
    met: frozenset[str] = frozenset()

    def kind_at(self, threshold: int) -> VerdictKind:
        """The verdict when so many points are needed."""
        return VerdictKind.QUALIFIED if self.passes and self.points >= threshold else self.below


def stand(definition: Definition, values: Values) -> Standing:
    """What :func:`judge` says of live values, without the words and for every threshold.

    For the very many answers a draft is tried on. It asks nothing of the script, so it does not
    tell what is still open from what was missed: neither is met, and neither counts, but in a
    group with negative points. There use :func:`judge`.
    """
    known = [c for c in definition.criteria if c.question in values]
    met = frozenset(c.id for c in known if c.is_met(values))
    findings = [
        Finding(
            criterion=c,
            state=FindingState.MET if c.id in met else FindingState.NOT_MET,
            points=c.points_for(values) if c.question in values else 0,
        )
        for c in definition.criteria
    ]
    weighed = _weighed(findings)
    points = sum(one.points for one in weighed)
    below, passes = VerdictKind.NURTURE, False
    if any(c.rules_out(values) for c in known):
        below = VerdictKind.NOT_A_FIT
    elif _says_yes(values):
        passes = _all_met(_needed(weighed, None))
        if any(points >= tier.threshold and _reaches(tier, weighed) for tier in definition.tiers):
            below = VerdictKind.QUALIFIED
    return Standing(points=points, passes=passes, below=below, met=met)


def _ruling(
    definition: Definition,
    weighed: Sequence[Weighed],
    points: int,
    ruled_out: Sequence[Criterion],
    values: Values,
) -> tuple[VerdictKind, Tier | None, str]:
    if ruled_out:
        return VerdictKind.NOT_A_FIT, None, why_not(ruled_out)
    needed = _needed(weighed, None)
    if _says_yes(values) and points >= definition.threshold and _all_met(needed):
        sentence = why_qualified(len(needed), points, definition.threshold)
        return VerdictKind.QUALIFIED, None, sentence
    lacks = what_lacks(definition.threshold, points, weighed, values.get(WANTS_CALL))
    for tier in definition.tiers:
        if _says_yes(values) and points >= tier.threshold and _reaches(tier, weighed):
            return VerdictKind.QUALIFIED, tier, why_by_tier(tier, points, lacks)
    if values.get(WANTS_CALL) != "no" and _is_out_of_reach(definition, weighed, points):
        hints = (what_a_tier_needs(tier, points, weighed) for tier in definition.tiers)
        lacks = f"{lacks} {next(filter(None, hints), '')}".rstrip()
    return VerdictKind.NURTURE, None, lacks


def _says_yes(values: Values) -> bool:
    return values.get(WANTS_CALL) == "yes"


def _needed(weighed: Sequence[Weighed], tier: Tier | None) -> list[Weighed]:
    if tier is None:
        return [one for one in weighed if one.must_have]
    return [one for one in weighed if one.holds_one_of(tier.must_haves)]


def _all_met(needed: Sequence[Weighed]) -> bool:
    return all(one.state is FindingState.MET for one in needed)


def _reaches(tier: Tier, weighed: Sequence[Weighed]) -> bool:
    """Whether all it needs is met; what the definition does not have can never be."""
    needed = _needed(weighed, tier)
    known = {finding.criterion.id for one in needed for finding in one.findings}
    return set(tier.must_haves) <= known and _all_met(needed)


def _is_out_of_reach(definition: Definition, weighed: Sequence[Weighed], points: int) -> bool:
    closed = {FindingState.NOT_MET, FindingState.NOT_KNOWN}
    if any(one.state in closed for one in _needed(weighed, None)):
        return True
    return points + sum(one.gain for one in weighed) < definition.threshold


def _weighed(findings: Sequence[Finding]) -> tuple[Weighed, ...]:
    units = by_group(findings, lambda finding: finding.criterion.group)
    return tuple(Weighed(findings=unit) for unit in units)


def _missing(weighed: Sequence[Weighed]) -> tuple[Criterion, ...]:
    found: list[Criterion] = []
    for one in weighed:
        waiting = [finding.criterion for finding in one.open]
        if len(one.findings) == 1 or not waiting:
            found += waiting
        elif one.state is FindingState.MET:
            found += [replace(criterion, must_have=False) for criterion in waiting]
        else:
            names = Weighed(findings=one.open).label
            found.append(replace(waiting[0], label=names, must_have=one.must_have))
    return tuple(sorted(found, key=lambda criterion: not criterion.must_have))


def _findings(
    definition: Definition, script: CallScript, answers: Answers, values: Values
) -> tuple[Finding, ...]:
    live = live_answers(script, answers)
    may_come = _may_come(script, answers)
    return tuple(
        _finding(criterion, script, live, values, may_come) for criterion in definition.criteria
    )


def _may_come(script: CallScript, answers: Answers) -> set[str]:
    """The open questions, and the hidden ones that an open question can still bring up."""
    shown = {question.id for question in visible_questions(script, answers)}
    may_come: set[str] = {question.id for question in missing_questions(script, answers)}
    for question in script.questions:
        if question.id not in shown and questions_in(question.ask_when) & may_come:
            may_come.add(question.id)
    return may_come


def _finding(
    criterion: Criterion,
    script: CallScript,
    live: Answers,
    values: Values,
    may_come: set[str],
) -> Finding:
    question = script.question(criterion.question)
    answer = live.get(criterion.question)
    label = question.label_of(answer.value) if question and answer else ""
    said = [label] if label else []
    if answer is not None and answer.words.strip() and answer.words.strip() != label:
        said.append(answer.words.strip())
    points = 0
    if criterion.question in values:
        state = FindingState.MET if criterion.is_met(values) else FindingState.NOT_MET
        points = criterion.points_for(values)
    elif answer is not None and answer.does_not_know and answer.confirmed:
        state = FindingState.NOT_KNOWN
        said = [tr("Does not know"), *said]
    elif question is not None and criterion.question not in may_come:
        state, said = FindingState.NOT_MET, [tr("Not asked on this path")]
    else:
        state = FindingState.OPEN
        said += [tr("not confirmed yet")] if answer is not None and not answer.confirmed else []
    return Finding(criterion=criterion, state=state, points=points, evidence="; ".join(said))


def same_person(one: str, other: str) -> bool:
    """Whether two names are of one person, whatever their capitals and spaces."""
    return bool(_plain(one)) and _plain(one) == _plain(other)


def _plain(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
