"""The definition of a qualified lead, signed by marketing and sales, and its verdict."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from qualdesk.core.conditions import Answered, Condition, Values, holds, is_given
from qualdesk.core.scripts import (
    WANTS_CALL,
    Answer,
    Answers,
    CallScript,
    QuestionId,
    live_answers,
    live_values,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Level:
    """A degree to which a criterion is met, and what it is worth."""

    when: Condition
    points: int
    means: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Criterion:
    """One thing that makes a lead qualified.

    Attributes:
        question: the question of the script that finds it out.
        must_have: without it no lead is qualified, whatever the points.
        met_when: when it is met; an answer at all, unless said otherwise.
        points: what it is worth when met. Negative points exist.
        levels: degrees; the first that holds replaces ``points``.
        means: what the points stand for, in words both sides signed.
        ask: the short question shown under "Still missing".
    """

    id: str
    label: str
    question: QuestionId
    must_have: bool = False
    met_when: Condition | None = None
    points: int = 0
    levels: tuple[Level, ...] = ()
    means: str = ""
    ask: str = ""

    def is_met(self, values: Values) -> bool:
        """Whether these answers meet it."""
        return holds(self.met_when or Answered(question=self.question), values)

    def points_for(self, values: Values) -> int:
        """What these answers are worth under this criterion."""
        if not self.is_met(values):
            return 0
        held = next((level for level in self.levels if holds(level.when, values)), None)
        return held.points if held else self.points

    @property
    def most(self) -> int:
        """The most it can be worth."""
        return max(0, self.points, *(level.points for level in self.levels))


class Side(StrEnum):
    """The two who sign."""

    MARKETING = "marketing"
    SALES = "sales"


@dataclass(frozen=True, kw_only=True, slots=True)
class Signature:
    """Who agreed for which side, and on which day."""

    side: Side
    name: str
    signed_on: date


@dataclass(frozen=True, kw_only=True, slots=True)
class Definition:
    """A version of what a qualified lead is. Answers keep the version they were judged by."""

    id: str
    name: str
    version: int
    threshold: int
    criteria: tuple[Criterion, ...]
    signatures: tuple[Signature, ...] = ()
    review_on: date | None = None

    @property
    def is_agreed(self) -> bool:
        """Whether both sides have signed this version (F2)."""
        return {signature.side for signature in self.signatures} == set(Side)

    @property
    def agreed_on(self) -> date | None:
        """The day the second side signed."""
        return max(s.signed_on for s in self.signatures) if self.is_agreed else None

    @property
    def must_haves(self) -> tuple[Criterion, ...]:
        """The criteria without which no lead is qualified."""
        return tuple(criterion for criterion in self.criteria if criterion.must_have)

    @property
    def most(self) -> int:
        """The most points a lead can have."""
        return sum(criterion.most for criterion in self.criteria)


class FindingState(StrEnum):
    """What is known about a criterion."""

    MET = "met"
    NOT_MET = "not_met"
    OPEN = "open"
    NOT_KNOWN = "not_known"  # asked, and they do not know


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """A criterion, what is known about it, and the evidence: the answer and their words."""

    criterion: Criterion
    state: FindingState
    points: int
    evidence: str = ""


class VerdictKind(StrEnum):
    """As it stands, what the lead is."""

    QUALIFIED = "qualified"
    NURTURE = "nurture"
    NOT_A_FIT = "not_a_fit"

    @property
    def label(self) -> str:
        """The verdict as the screen says it."""
        return {"qualified": "Qualified", "nurture": "Nurture", "not_a_fit": "Not a fit"}[self]


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """What a definition says of a set of answers, and the sentence that explains it.

    ``missing`` are the criteria nobody has an answer to yet, must-haves first.
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


def judge(definition: Definition, script: CallScript, answers: Answers) -> Verdict:
    """What the definition says of these answers.

    Only answers on the path that was taken count. The same answers under the same versions
    give the same verdict and the same sentence (invariant 7). Nobody is qualified who has not
    said yes to being called, whatever the definition says.
    """
    live = live_answers(script, answers)
    values = live_values(script, answers)
    findings = tuple(_finding(criterion, script, live, values) for criterion in definition.criteria)
    points = sum(finding.points for finding in findings)
    needed = [finding for finding in findings if finding.criterion.must_have]
    met = sum(finding.state is FindingState.MET for finding in needed)
    failed = [finding for finding in needed if finding.state is FindingState.NOT_MET]
    wants_call = values.get(WANTS_CALL) == "yes"
    passed = met == len(needed) and points >= definition.threshold and wants_call
    kind = VerdictKind.QUALIFIED if passed else VerdictKind.NURTURE
    if any(finding.criterion.question != WANTS_CALL for finding in failed):
        kind = VerdictKind.NOT_A_FIT
    missing = [f.criterion for f in findings if f.state is FindingState.OPEN]
    missing.sort(key=lambda criterion: not criterion.must_have)
    asked_call = WANTS_CALL in live
    return Verdict(
        kind=kind,
        points=points,
        threshold=definition.threshold,
        must_haves_met=met,
        must_haves=len(needed),
        findings=findings,
        missing=tuple(missing),
        wants_call=wants_call,
        sentence=_sentence(definition, findings, points, wants_call=wants_call, asked=asked_call),
    )


def _finding(criterion: Criterion, script: CallScript, live: Answers, values: Values) -> Finding:
    answer = live.get(criterion.question)
    if answer is None:
        return Finding(criterion=criterion, state=FindingState.OPEN, points=0)
    label = _label(script, criterion.question, answer)
    evidence = "; ".join(part for part in (label, answer.words) if part)
    if answer.does_not_know or not answer.is_answered:
        evidence = "; ".join(part for part in ("Does not know", answer.words) if part)
        return Finding(
            criterion=criterion, state=FindingState.NOT_KNOWN, points=0, evidence=evidence
        )
    met = criterion.is_met(values)
    return Finding(
        criterion=criterion,
        state=FindingState.MET if met else FindingState.NOT_MET,
        points=criterion.points_for(values),
        evidence=evidence,
    )


def _label(script: CallScript, question_id: QuestionId, answer: Answer) -> str:
    """The answer as the screen says it, several choices in one line."""
    if not is_given(answer.value):
        return ""
    question = script.question(question_id)
    chosen = answer.value if isinstance(answer.value, tuple) else (answer.value,)
    return f"{', '.join(question.label_of(str(item)) for item in chosen)} {question.unit}".strip()


def _sentence(
    definition: Definition,
    findings: tuple[Finding, ...],
    points: int,
    *,
    wants_call: bool,
    asked: bool,
) -> str:
    """Why the verdict is what it is, and what would change it."""
    needed = [finding for finding in findings if finding.criterion.must_have]
    failed = [f.criterion.label for f in needed if f.state is FindingState.NOT_MET]
    waiting = [f.criterion for f in needed if f.state in _UNSETTLED]
    short = definition.threshold - points
    if failed:
        return f"{_listed(failed)} {'is' if len(failed) == 1 else 'are'} not met."
    if len(waiting) == 1:
        return f"One must-have is open: {_asked(waiting[0])}"
    if waiting:
        return f"{len(waiting)} must-haves are open: {_listed([c.label for c in waiting])}."
    if not wants_call:
        return (
            "They do not want a call, so they cannot go to sales."
            if asked
            else "Ask whether they want a call: without a yes they cannot go to sales."
        )
    if short > 0:
        helps = [
            f.criterion.label
            for f in findings
            if f.state is FindingState.OPEN and f.criterion.most > 0
        ]
        closes = f" {_listed(helps, 'or')} could close the gap." if helps else ""
        return f"{short} {_points(short)} short of {definition.threshold}.{closes}"
    return f"All {len(needed)} must-haves are met, with {points} of {definition.threshold} points."


_UNSETTLED = {FindingState.OPEN, FindingState.NOT_KNOWN}


def _asked(criterion: Criterion) -> str:
    if criterion.question == WANTS_CALL:
        return "ask whether they want a call."
    return criterion.ask if criterion.ask.endswith(("?", ".")) else f"{criterion.label}."


def _listed(names: list[str], word: str = "and") -> str:
    if len(names) == 1:
        return names[0]
    return f"{', '.join(names[:-1])} {word} {names[-1]}"


def _points(count: int) -> str:
    return "point" if count == 1 else "points"
