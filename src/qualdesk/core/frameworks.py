"""A verdict read in the frameworks people know: BANT, CHAMP, MEDDIC.

Discovery comes first, and one answer feeds several frameworks: each question names the elements
it feeds, as "bant.need" or in short "need". A framework judges nobody; the definition does.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import StrEnum

from qualdesk.core.criteria import Finding, FindingState
from qualdesk.core.definition import Verdict
from qualdesk.core.frozen import frozen
from qualdesk.core.questions import Question, QuestionId
from qualdesk.core.scripts import Answers, CallScript, live_answers
from qualdesk.core.wording import tr, tr_later


class Framework(StrEnum):
    """A way to sort what is known about a lead."""

    BANT = "bant"
    CHAMP = "champ"
    MEDDIC = "meddic"

    @property
    def label(self) -> str:
        """The framework as people write it."""
        return self.value.upper()

    @property
    def elements(self) -> tuple[tuple[str, str], ...]:
        """Its elements in their order, each as its key in a tag and its name."""
        return tuple((key, tr(label)) for key, label in _ELEMENTS[self])


@frozen
class ElementView:
    """What is known about one element of a framework.

    Attributes:
        state: met when a criterion it feeds is met, or an answer is there that no criterion
            asks for; not met, not known or open otherwise.
        says: the answers, each behind the name of its question.
        questions: ids of the questions that feed it; none when the script asks nothing of it.
    """

    key: str
    label: str
    state: FindingState
    says: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()


@frozen
class FrameworkView:
    """A lead read in one framework."""

    framework: Framework
    elements: tuple[ElementView, ...]

    @property
    def met(self) -> int:
        """How many elements are met."""
        return sum(one.state is FindingState.MET for one in self.elements)

    @property
    def says(self) -> str:
        """How far it is, and what is missing: "BANT: 3 of 4. Missing: Budget."."""
        left = [one.label for one in self.elements if one.state is not FindingState.MET]
        name, many = self.framework.label, len(self.elements)
        if not left:
            return tr("{framework}: {met} of {many}.", framework=name, met=self.met, many=many)
        return tr(
            "{framework}: {met} of {many}. Missing: {elements}.",
            framework=name,
            met=self.met,
            many=many,
            elements=", ".join(left),
        )


def in_framework(
    framework: Framework, verdict: Verdict, script: CallScript, answers: Answers
) -> FrameworkView:
    """What the answers say in a framework. Only those on the path that was taken count."""
    known = live_answers(script, answers)
    findings = {finding.criterion.question: finding for finding in verdict.findings}
    elements = []
    for key, label in framework.elements:
        feeds = [q for q in script.questions if feeds_element(q, framework, key)]
        elements.append(
            ElementView(
                key=key,
                label=label,
                state=_state(feeds, known, verdict.findings),
                says=tuple(_said(feeds, known, findings)),
                questions=tuple(question.id for question in feeds),
            )
        )
    return FrameworkView(framework=framework, elements=tuple(elements))


def feeds_element(question: Question, framework: Framework, key: str) -> bool:
    """Whether a question feeds that element, by its full tag or by a short one."""
    full = f"{framework.value}.{key}"
    return any(full in _fed_by(tag) for tag in question.tags)


def with_element(question: Question, framework: Framework, key: str, *, feeds: bool) -> Question:
    """The question, feeding that element or not; whatever else it feeds stays as it is.

    A short tag that feeds several elements is spelt out when one of them is taken away.
    """
    full = f"{framework.value}.{key}"
    if feeds == feeds_element(question, framework, key):
        return question
    if feeds:
        return replace(question, tags=(*question.tags, full))
    left: list[str] = []
    for tag in question.tags:
        fed = _fed_by(tag)
        left += [one for one in fed if one != full] if full in fed else [tag]
    return replace(question, tags=tuple(dict.fromkeys(left)))


def other_tags(question: Question) -> tuple[str, ...]:
    """The tags that belong to no framework: words of somebody's own."""
    known = {f"{one.value}.{key}" for one in Framework for key, _label in one.elements}
    return tuple(tag for tag in question.tags if not known & {*_fed_by(tag)})


def _fed_by(tag: str) -> tuple[str, ...]:
    """The elements a tag feeds, by their full tags."""
    return _SHORT.get(tag, (tag,))


def _state(feeds: Iterable[Question], known: Answers, findings: Iterable[Finding]) -> FindingState:
    ids = {question.id for question in feeds}
    states = {finding.state for finding in findings if finding.criterion.question in ids}
    judged = {finding.criterion.question for finding in findings}
    for question_id in ids - judged:
        answer = known.get(question_id)
        if answer is not None and answer.is_answered:
            states.add(FindingState.MET)
        elif answer is not None and answer.does_not_know and answer.confirmed:
            states.add(FindingState.NOT_KNOWN)
        else:
            states.add(FindingState.OPEN)
    order = (FindingState.MET, FindingState.NOT_MET, FindingState.NOT_KNOWN)
    return next((state for state in order if state in states), FindingState.OPEN)


def _said(
    feeds: Iterable[Question], known: Answers, findings: Mapping[QuestionId, Finding]
) -> Iterable[str]:
    for question in feeds:
        answer = known.get(question.id)
        if answer is None or not answer.is_answered:
            continue
        finding = findings.get(question.id)
        value = finding.evidence if finding else question.label_of(answer.value) or answer.words
        yield f"{question.short or question.ask or question.id}: {value}"


_ELEMENTS = {
    Framework.BANT: (
        ("budget", tr_later("Budget")),
        ("authority", tr_later("Authority")),
        ("need", tr_later("Need")),
        ("timeframe", tr_later("Timeframe")),
    ),
    Framework.CHAMP: (
        ("challenges", tr_later("Challenges")),
        ("authority", tr_later("Authority")),
        ("money", tr_later("Money")),
        ("prioritization", tr_later("Prioritization")),
    ),
    Framework.MEDDIC: (
        ("metrics", tr_later("Metrics")),
        ("economic_buyer", tr_later("Economic buyer")),
        ("decision_criteria", tr_later("Decision criteria")),
        ("decision_process", tr_later("Decision process")),
        ("identify_pain", tr_later("Identify pain")),
        ("champion", tr_later("Champion")),
    ),
}
# What a plain tag feeds: people write "need" and mean all three.
_SHORT = {
    "need": ("bant.need", "champ.challenges", "meddic.identify_pain"),
    "authority": ("bant.authority", "champ.authority", "meddic.economic_buyer"),
    "money": ("bant.budget", "champ.money", "meddic.economic_buyer"),
    "budget": ("bant.budget", "champ.money", "meddic.economic_buyer"),
    "timing": ("bant.timeframe", "champ.prioritization", "meddic.decision_process"),
    "metrics": ("meddic.metrics",),
    "criteria": ("meddic.decision_criteria",),
    "champion": ("meddic.champion",),
}
