"""Making a brief from all that is known of a lead, and saying what a lead still lacks."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, field, replace
from datetime import date, datetime
from typing import Any

from qualdesk.core.beside import NOTHING_BESIDE, BesideCall, BesideKind
from qualdesk.core.brief_words import phone_words, when_to_call
from qualdesk.core.campaigns import Campaign
from qualdesk.core.conditions import AnswerValue
from qualdesk.core.definition import Definition, Finding, FindingState, Verdict, judge
from qualdesk.core.frameworks import Framework, in_framework
from qualdesk.core.frozen import frozen
from qualdesk.core.handoff import (
    Brief,
    ComesFrom,
    Evidence,
    HandoffCall,
    Named,
    Standing,
)
from qualdesk.core.ids import LeadId
from qualdesk.core.leads import Lead
from qualdesk.core.plain_text import shortened, unquoted
from qualdesk.core.scripts import (
    WANTS_CALL,
    Answer,
    Answers,
    CallScript,
    Question,
    QuestionId,
    QuestionKind,
    StageKind,
    live_answers,
)
from qualdesk.core.sources import SourceType
from qualdesk.core.times import Promise
from qualdesk.core.wording import english, tr


@frozen
class LeadStory:
    """All that a brief is made from.

    Attributes:
        script: the version the answers were given under; ``definition`` the one the lead was
            judged by.
        answers: the newest answer to each question.
        calls: every call, oldest first.
        named: people the lead named who became leads themselves.
        promise: the time agreed for the call of sales.
        beside: talks with sales, material and yeses to mails that were noted on calls.
        live: the answers that count, those of the path that was taken, in the script's order.
        verdict: what the definition says of the answers; None where none was agreed.
    """

    lead: Lead
    campaign: Campaign
    script: CallScript | None = None
    definition: Definition | None = None
    answers: Answers
    calls: tuple[HandoffCall, ...] = ()
    named: tuple[Named, ...] = ()
    promise: Promise | None = None
    beside: BesideCall = NOTHING_BESIDE
    live: Answers = field(init=False, repr=False)
    verdict: Verdict | None = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Work out once what every part of the brief looks at."""
        object.__setattr__(self, "live", self._live())
        verdict = None
        if self.definition is not None and self.script is not None:
            verdict = judge(self.definition, self.script, self.answers)
        object.__setattr__(self, "verdict", verdict)

    @property
    def wants_call(self) -> bool:
        """Whether they said yes to being called by a salesperson (D3)."""
        answer = self.live.get(WANTS_CALL)
        return answer is not None and str(answer.value).casefold() in {"yes", "true"}

    @property
    def last_talk(self) -> HandoffCall | None:
        """The call that made the lead qualified, or the last one."""
        newest = sorted(self.calls, key=lambda call: call.started_at, reverse=True)
        qualified = [call for call in newest if call.outcome == "qualified"]
        return next(iter(qualified or newest), None)

    @property
    def zone(self) -> str:
        """The clock of the person, as far as it is known."""
        return next(iter(self.lead.contact.zones), self.campaign.window.zone)

    def _live(self) -> Answers:
        if self.script is None:
            return self.answers
        live = live_answers(self.script, self.answers)
        return {q.id: live[q.id] for q in self.script.questions if q.id in live}


@english()
def make_brief(story: LeadStory) -> Brief:
    """The page about a lead: why they qualify in their own words, and what to do next.

    The same story gives the same brief, in English whatever the window speaks: it is kept, and
    leaves with the batch.
    """
    # Judged anew: the words of its verdict are else those of the window.
    story = replace(story)
    contact = story.lead.contact
    verdict = story.verdict
    source = story.campaign.source
    talk = story.last_talk
    return Brief(
        lead_id=story.lead.id,
        name=contact.name,
        first_name=contact.first_name,
        last_name=contact.last_name,
        title=contact.title,
        company=contact.company_name,
        city=contact.city,
        country=contact.country,
        external_id=story.lead.external_id,
        phones=tuple(phone_words(phone) for phone in contact.dialable),
        emails=contact.emails,
        points=verdict.points if verdict else None,
        threshold=verdict.threshold if verdict else None,
        in_one_line=in_one_line(story, verdict),
        why=tuple(why_of(story, verdict)),
        said=tuple(dict.fromkeys(_said(story))),
        do_next=tuple(_do_next(story)),
        comes_from=_comes_from(story),
        also_named=story.named,
        permission=source.permission.says if source and source.permission else "",
        note=talk.note if talk else "",
        frameworks=tuple(_frameworks(story, verdict)),
    )


def lacks(story: LeadStory, *, receiver: str, answer_by: date | None) -> tuple[str, ...]:
    """What a lead lacks before it may leave, each a sentence; nothing when it may (T1)."""
    found = []
    contact = story.lead.contact
    verdict = story.verdict
    if not story.calls:
        found.append(tr("No call with them is kept."))
    if not any(answer.is_answered for answer in story.live.values()):
        says = tr("Nothing they said is kept, so nobody could say why they qualify.")
        found.append(f"{says} {_open(verdict)}".rstrip())
    elif verdict is not None and verdict.kind != "qualified":
        # The verdict names what is open itself, unless something graver comes first.
        is_graver = any(
            one.must_have and one.state is FindingState.NOT_MET for one in verdict.weighed
        )
        found.append(f"{verdict.sentence} {_open(verdict) if is_graver else ''}".rstrip())
    elif not story.wants_call:
        found.append(tr("They have not said yes to a call from a salesperson."))
    if not contact.dialable and not contact.emails:
        found.append(tr("No number and no e-mail of theirs can be used any more."))
    if not receiver.strip():
        found.append(tr("Nobody is named to receive it."))
    if answer_by is None:
        found.append(tr("No day is set by which sales answers."))
    return tuple(found)


def brief_to_json(brief: Brief) -> dict[str, Any]:
    """The brief as it is kept for good: plain JSON values."""
    kept: dict[str, Any] = _plain(asdict(brief))
    called_at = brief.comes_from.called_at
    kept["comes_from"]["called_at"] = called_at.isoformat() if called_at else None
    return kept


def brief_from_json(kept: Mapping[str, Any]) -> Brief:
    """The brief as it was kept, equal to the one that was written."""
    came = kept["comes_from"]
    called_at = datetime.fromisoformat(came["called_at"]) if came["called_at"] else None
    lists = {name: tuple(kept.get(name, ())) for name in _LISTS}
    return Brief(
        **{
            **kept,
            **lists,
            "lead_id": LeadId(kept["lead_id"]),
            "why": tuple(
                Evidence(**{**proof, "standing": Standing(proof["standing"])})
                for proof in kept["why"]
            ),
            "comes_from": ComesFrom(**{**came, "did": tuple(came["did"]), "called_at": called_at}),
            "also_named": tuple(Named(**person) for person in kept["also_named"]),
        }
    )


def _open(verdict: Verdict | None) -> str:
    """The must-haves nobody has an answer to, as a sentence; or nothing."""
    missing = verdict.missing if verdict else ()
    labels = ", ".join(criterion.label for criterion in missing if criterion.must_have)
    return tr("Still open: {labels}.", labels=labels) if labels else ""


def why_of(story: LeadStory, verdict: Verdict | None) -> Iterator[Evidence]:
    """One proof per criterion, must-haves first; without a definition, one per answer.

    Of criteria that stand for each other only those that are met, once one is.
    """
    if verdict is None:
        for question, answer in story.live.items():
            if answer.is_answered:
                label = _name_of(story.script, question)
                says = _words_of(story.script, answer)
                yield Evidence(criterion=question, label=label, standing=Standing.MET, says=says)
        return
    beside = {
        finding.criterion.id
        for one in verdict.weighed
        for finding in one.findings
        if one.state is FindingState.MET is not finding.state
    }
    for finding in sorted(verdict.findings, key=lambda finding: not finding.criterion.must_have):
        if finding.criterion.id not in beside:
            yield _evidence(story, finding)


def _evidence(story: LeadStory, finding: Finding) -> Evidence:
    standing = _STANDINGS[finding.state]
    answer = story.live.get(finding.criterion.question)
    # The brief says "Does not know" itself; only their own words are added.
    is_unknown = standing is Standing.NOT_KNOWN and answer is not None
    return Evidence(
        criterion=finding.criterion.id,
        label=finding.criterion.label,
        standing=standing,
        says=answer.words if is_unknown and answer else finding.evidence,
    )


def in_one_line(story: LeadStory, verdict: Verdict | None) -> str:
    """What matters most: the met must-haves first, then what helps, then the call they want."""
    met: list[tuple[QuestionId, str]] = []
    if verdict is not None:
        findings = sorted(
            (f for f in verdict.findings if f.state is FindingState.MET),
            key=lambda finding: (not finding.criterion.must_have, -finding.points),
        )
        met = [(f.criterion.question, f.criterion.label) for f in findings]
    else:
        met = [(q, _name_of(story.script, q)) for q, a in story.live.items() if a.is_answered]
    parts = [
        f"{label}: {shortened(_words_of(story.script, story.live[question], brief=True), 90)}"
        for question, label in met
        if question != WANTS_CALL and question in story.live
    ][:_PARTS_OF_A_LINE]
    wants = story.live.get(WANTS_CALL)
    if story.wants_call and wants is not None:
        parts.append(
            tr("wants a call ({words})", words=shortened(unquoted(wants.words), 90))
            if wants.words
            else tr("wants a call")
        )
    line = "; ".join(parts)
    said = f"{line[:1].upper()}{line[1:]}." if line else ""
    # Sales must see at once that such a lead did not reach the main bar.
    tier = (
        tr("Qualified as “{tier_label}”.", tier_label=verdict.tier_label)
        if verdict and verdict.tier
        else ""
    )
    return f"{tier} {said}".strip()


def _frameworks(story: LeadStory, verdict: Verdict | None) -> Iterator[str]:
    """How far the answers are in each framework the script's questions feed."""
    if verdict is None or story.script is None:
        return
    for framework in Framework:
        found = in_framework(framework, verdict, story.script, story.answers)
        if any(element.questions for element in found.elements):
            yield found.says


def _said(story: LeadStory) -> Iterator[str]:
    """Their own words, in the order they were given."""
    for question, answer in story.live.items():
        if answer.words.strip():
            yield unquoted(answer.words)
        elif _kind(story.script, question) is QuestionKind.WORDS and answer.value:
            yield str(answer.value).strip()


def _do_next(story: LeadStory) -> Iterator[str]:
    # A talk that is agreed is the one promise: no other time is named beside it.
    yield from [f"{one.says}." for one in story.beside.meetings] or [_call_or_write(story)]
    for question in story.script.stage(StageKind.NEXT_STEP).questions if story.script else ():
        answer = story.live.get(question.id)
        asks_more = question.id != WANTS_CALL and question.kind is not QuestionKind.PERSON
        if asks_more and answer is not None and answer.value not in (None, "", ()):
            yield f"{_short(question)}: {question.label_of(answer.value)}."
    lines = story.beside.lines_on(story.zone)
    yield from (f"{says}." for kind, says in lines if kind is not BesideKind.MEETING)
    yield from _whom_they_spoke_of(story)
    for person in story.named:
        who = f"{person.name} ({person.title})" if person.title else person.name
        yield tr("Bring in {who}, whom they named.", who=who)


def _call_or_write(story: LeadStory) -> str:
    phone = next((phone_words(phone) for phone in story.lead.contact.dialable), "")
    wants = story.live.get(WANTS_CALL)
    is_wanted = wants is not None and wants.value == "yes"
    words = unquoted(wants.words) if wants is not None else ""
    return when_to_call(phone, story.promise, words, story.zone, is_wanted=is_wanted)


def _whom_they_spoke_of(story: LeadStory) -> Iterator[str]:
    """Answers about other people, quoted: free words are a name only where somebody made it one."""
    known = {person.name.casefold() for person in story.named}
    for question, answer in story.live.items():
        if _kind(story.script, question) is QuestionKind.PERSON and answer.value:
            said = unquoted(str(answer.value))
            if said and said.partition(",")[0].strip().casefold() not in known:
                yield f"{_name_of(story.script, question)}: “{said}”."


def _comes_from(story: LeadStory) -> ComesFrom:
    source, talk = story.campaign.source, story.last_talk
    place = source.place if source and source.place not in source.what else ""
    event = ", ".join(
        part.strip().rstrip(".") for part in (source.what if source else "", place) if part
    )
    return ComesFrom(
        source=_source_type(story).label,
        event=event or story.campaign.name,
        did=tuple(dict.fromkeys(touchpoint.says for touchpoint in story.lead.touchpoints))[:_DID],
        called_by=talk.caller if talk else "",
        called_at=talk.started_at if talk else None,
        zone=story.zone,
        calls=len(story.calls),
        definition=str(story.definition.version) if story.definition else "",
    )


def _source_type(story: LeadStory) -> SourceType:
    """The lead's own source where it has one, as a referral has; else the campaign's."""
    own = story.lead.signals.source
    return story.campaign.source_type if own is SourceType.OTHER else own


def _words_of(script: CallScript | None, answer: Answer, *, brief: bool = False) -> str:
    """An answer in words: the label, with their own words behind it unless it is to be brief."""
    question = script.question(answer.question) if script else None
    label = question.label_of(answer.value) if question else _said_plainly(answer.value)
    parts = [part for part in (label, answer.words) if part]
    return "; ".join(parts[:1] if brief else parts)


def _said_plainly(value: AnswerValue) -> str:
    if value is None:
        return ""
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _name_of(script: CallScript | None, question_id: str) -> str:
    question = script.question(question_id) if script else None
    return _short(question) if question else question_id.replace("_", " ").capitalize()


def _short(question: Question) -> str:
    return question.short or question.ask.rstrip("?") or question.id


def _kind(script: CallScript | None, question_id: str) -> QuestionKind | None:
    question = script.question(question_id) if script else None
    return question.kind if question else None


def _plain(value: Any) -> Any:
    """The value with lists for tuples, as JSON gives it back."""
    if isinstance(value, dict):
        return {key: _plain(kept) for key, kept in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(kept) for kept in value]
    return value.value if isinstance(value, Standing) else value


_PARTS_OF_A_LINE = 3
_LISTS = ("phones", "emails", "said", "do_next", "frameworks")
_DID = 8
_STANDINGS = {
    FindingState.MET: Standing.MET,
    FindingState.NOT_MET: Standing.NOT_MET,
    FindingState.OPEN: Standing.NOT_ASKED,
    FindingState.NOT_KNOWN: Standing.NOT_KNOWN,
}
