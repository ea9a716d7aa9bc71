"""The definition of a qualified lead, signed by marketing and sales, and its verdict."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from qualdesk.core.conditions import (
    Answered,
    AnswerValue,
    Condition,
    Values,
    holds,
    questions_in,
)
from qualdesk.core.scripts import (
    WANTS_CALL,
    Answers,
    CallScript,
    QuestionId,
    live_answers,
    live_values,
    missing_questions,
    visible_questions,
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
        levels: degrees; the first that holds replaces ``points``, also where it is not met, so
            that an answer can count against a lead.
        not_a_fit_when: answers that rule the lead out, whatever the points. Without it a lead
            that misses this criterion goes to nurture.
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
    not_a_fit_when: Condition | None = None
    means: str = ""
    ask: str = ""

    def is_met(self, values: Values) -> bool:
        """Whether these answers meet it."""
        return holds(self.met_when or Answered(question=self.question), values)

    def points_for(self, values: Values) -> int:
        """What these answers are worth under this criterion."""
        held = next((level for level in self.levels if holds(level.when, values)), None)
        if held is not None:
            return held.points
        return self.points if self.is_met(values) else 0

    def rules_out(self, values: Values) -> bool:
        """Whether these answers make the lead no fit."""
        return self.not_a_fit_when is not None and holds(self.not_a_fit_when, values)

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

    Only answers on the path that was taken count, and those of a form only once confirmed. The
    same answers under the same versions give the same verdict and the same sentence
    (invariant 7). Nobody is qualified who has not said yes to being called, whatever the
    definition says.
    """
    values = live_values(script, answers)
    findings = _findings(definition, script, answers, values)
    points = sum(finding.points for finding in findings)
    needed = [finding for finding in findings if finding.criterion.must_have]
    met = sum(finding.state is FindingState.MET for finding in needed)
    ruled_out = [c for c in definition.criteria if c.question in values and c.rules_out(values)]
    wants_call = values.get(WANTS_CALL) == "yes"
    if ruled_out:
        kind, sentence = VerdictKind.NOT_A_FIT, _why_not(ruled_out)
    elif met == len(needed) and points >= definition.threshold and wants_call:
        kind, sentence = VerdictKind.QUALIFIED, _why(len(needed), points, definition.threshold)
    else:
        kind = VerdictKind.NURTURE
        sentence = _what_lacks(definition.threshold, points, findings, values.get(WANTS_CALL))
    missing = [f.criterion for f in findings if f.state is FindingState.OPEN]
    missing.sort(key=lambda criterion: not criterion.must_have)
    return Verdict(
        kind=kind,
        points=points,
        threshold=definition.threshold,
        must_haves_met=met,
        must_haves=len(needed),
        findings=findings,
        missing=tuple(missing),
        wants_call=wants_call,
        sentence=sentence,
    )


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
        said = ["Does not know", *said]
    elif question is not None and criterion.question not in may_come:
        state, said = FindingState.NOT_MET, ["Not asked on this path"]
    else:
        state = FindingState.OPEN
        said += ["not confirmed yet"] if answer is not None and not answer.confirmed else []
    return Finding(criterion=criterion, state=state, points=points, evidence="; ".join(said))


def _why(must_haves: int, points: int, threshold: int) -> str:
    counted = f"{points} {_points(points)}; {threshold} {'is' if threshold == 1 else 'are'} needed."
    if must_haves == 0:
        return f"They want a call, with {counted}"
    all_met = "The must-have is" if must_haves == 1 else f"All {must_haves} must-haves are"
    return f"{all_met} met, with {counted}"


def _why_not(ruled_out: list[Criterion]) -> str:
    return f"Not a fit as it stands: {_not_met(ruled_out)}"


def _what_lacks(
    threshold: int, points: int, findings: tuple[Finding, ...], call: AnswerValue
) -> str:
    """What keeps the lead in nurture, the gravest first, and what would change it."""
    needed = [finding for finding in findings if finding.criterion.must_have]
    failed = [f.criterion for f in needed if f.state is FindingState.NOT_MET]
    waiting = [f.criterion for f in needed if f.state is FindingState.OPEN]
    unknown = [f.criterion.label for f in needed if f.state is FindingState.NOT_KNOWN]
    if any(criterion.question != WANTS_CALL for criterion in failed):
        return _not_met(failed)
    if call == "no":
        return "They do not want a call now. Without a yes nothing goes to sales."
    if waiting:
        best = points + sum(criterion.most for criterion in waiting)
        even_then = f" Even then {_short(threshold - best, threshold)}." if best < threshold else ""
        return _open(waiting) + even_then
    if unknown:
        verb = "is" if len(unknown) == 1 else "are"
        return f"{_listed(unknown)} {verb} not known. Ask once more, or ask someone who knows."
    if call != "yes":
        return "One answer is open: ask whether they want a call."
    return f"{_short(threshold - points, threshold)}: {_what_closes(threshold - points, findings)}."


def _not_met(failed: list[Criterion]) -> str:
    labels = _listed([criterion.label for criterion in failed])
    if len(failed) > 1:
        return f"{labels} are not met."
    means = failed[0].means.rstrip(".")
    return f"{labels} is not met." + (f" Needed: {means}." if means else "")


def _open(waiting: list[Criterion]) -> str:
    if len(waiting) > 1:
        labels = _listed([criterion.label for criterion in waiting])
        return f"{len(waiting)} must-haves are open: {labels}."
    if waiting[0].question == WANTS_CALL:
        return "One must-have is open: ask whether they want a call."
    ask = waiting[0].ask.strip()
    full = ask if ask.endswith(("?", ".")) else f"{ask}." if ask else ""
    return f"One must-have is open: {waiting[0].label}. {full}".rstrip()


def _short(gap: int, threshold: int) -> str:
    return f"{gap} {_points(gap)} short of {threshold}"


def _what_closes(gap: int, findings: tuple[Finding, ...]) -> str:
    gains = {
        f.criterion.label: f.criterion.most
        for f in findings
        if f.state is FindingState.OPEN and f.criterion.most > 0
    }
    alone = [label for label, gain in gains.items() if gain >= gap]
    if alone:
        return f"{_listed(alone, 'or')} would close the gap"
    if gains and sum(gains.values()) >= gap:
        return f"{_listed(list(gains))} together would close the gap"
    return "what is still open cannot close the gap" if gains else "nothing is left to ask"


def _listed(names: list[str], word: str = "and") -> str:
    if len(names) == 1:
        return names[0]
    return f"{', '.join(names[:-1])} {word} {names[-1]}"


def _points(count: int) -> str:
    return "point" if count == 1 else "points"
