"""The hand-off: what sales is given for each lead, batch by batch."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from qualdesk.core.beside import Invitation
from qualdesk.core.ids import AttemptId, BatchId, CampaignId, LeadId
from qualdesk.core.leads import Bucket, Lead
from qualdesk.core.times import day_words, local_time
from qualdesk.core.wording import tr, tr_later, tr_n


class Standing(StrEnum):
    """How a lead stands on one criterion of the definition."""

    MET = "met"
    NOT_MET = "not_met"
    NOT_KNOWN = "not_known"  # asked, and they do not know
    NOT_ASKED = "not_asked"

    @property
    def label(self) -> str:
        """The standing as the brief says it."""
        return tr(_STANDINGS[self])


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    """Why a criterion counts for this lead: its name, how it stands, and what was said."""

    criterion: str
    label: str
    standing: Standing
    says: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Named:
    """Somebody else the person named: who, their place, and how to reach them."""

    name: str
    title: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class ComesFrom:
    """Where a lead comes from and who spoke to them last.

    Attributes:
        event: what the campaign's source card calls it.
        did: what the person did there, in the words the caller read.
        called_at: the talk the brief rests on, UTC; ``zone`` is the person's clock.
        calls: how often they were called in all.
        definition: the version they were judged by, empty where none was agreed.
    """

    source: str
    event: str
    did: tuple[str, ...] = ()
    called_by: str = ""
    called_at: datetime | None = None
    zone: str = "UTC"
    calls: int = 0
    definition: str = ""

    @property
    def says(self) -> str:
        """All of it in a few sentences, as it stands on the brief."""
        parts = [self.event or self.source, "; ".join(self.did)]
        if self.called_by and self.called_at:
            day = local_time(self.called_at, self.zone).date()
            parts.append(
                tr_n(
                    self.calls,
                    "Called by {caller}, {day}, {n} call in all",
                    "Called by {caller}, {day}, {n} calls in all",
                    caller=self.called_by,
                    day=full_day(day),
                )
            )
        if self.definition:
            parts.append(tr("Definition version {version}", version=self.definition))
        return " ".join(_ended(part) for part in parts if part.strip())


@dataclass(frozen=True, kw_only=True, slots=True)
class Brief:
    """One page about one lead: why they qualify, what they said, what to do next.

    It is frozen when the batch leaves, so that sales and we read the same words ever after.

    Attributes:
        phones: numbers as people there write them, with their kind; best first.
        points: points of the definition; ``threshold`` those needed. Both None without one.
        why: one piece of evidence per criterion, must-haves first.
        said: their own words.
        do_next: what to do, when (in their clock) and whom else to ask.
        permission: why they may be called.
        note: what the caller wrote for sales.
        frameworks: how far the answers are in BANT, CHAMP and MEDDIC, a sentence each.
    """

    lead_id: LeadId
    name: str
    first_name: str = ""
    last_name: str = ""
    title: str = ""
    company: str = ""
    city: str = ""
    country: str = ""
    external_id: str = ""
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    points: int | None = None
    threshold: int | None = None
    in_one_line: str = ""
    why: tuple[Evidence, ...] = ()
    said: tuple[str, ...] = ()
    do_next: tuple[str, ...] = ()
    comes_from: ComesFrom
    also_named: tuple[Named, ...] = ()
    permission: str = ""
    note: str = ""
    frameworks: tuple[str, ...] = ()

    @property
    def subtitle(self) -> str:
        """Title, company and city, as far as they are known."""
        return ", ".join(part for part in (self.title, self.company, self.city) if part)


@dataclass(frozen=True, kw_only=True, slots=True)
class GivenAnswer:
    """An answer as it leaves: the question asked, the value, and the person's own words.

    ``says`` is the value in words ("Within 3 months"), ``value`` the stored one.
    """

    question: str
    asked: str
    value: Any
    says: str
    words: str = ""
    does_not_know: bool = False
    given_at: datetime | None = None
    call: AttemptId | None = None
    script_version: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class HandoffCall:
    """A call as it leaves: when, by whom, what it ended with and what was noted."""

    id: AttemptId
    started_at: datetime
    ended_at: datetime | None
    caller: str
    outcome: str
    label: str
    aapor: str = ""
    reason: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class HandoffItem:
    """One lead of a batch: its brief, and everything behind it.

    ``id`` is what the answer sheet carries; a new one for every lead of every batch.
    """

    id: str
    lead: Lead
    brief: Brief
    answers: tuple[GivenAnswer, ...] = ()
    calls: tuple[HandoffCall, ...] = ()

    @property
    def last_call(self) -> HandoffCall | None:
        """The newest call, None when there was none."""
        return max(self.calls, key=lambda call: call.started_at, default=None)


@dataclass(frozen=True, kw_only=True, slots=True)
class Package:
    """A batch ready to be written: who gets it, by when they answer, and its leads.

    ``reasons`` are those sales may give when a lead is sent back, ``talks`` the talks with its
    leads that have a time.
    """

    batch_id: BatchId
    number: int
    campaign: str
    receiver: str
    receiver_email: str
    answer_by: date
    made_by: str
    made_at: datetime
    reasons: tuple[str, ...]
    items: tuple[HandoffItem, ...]
    talks: tuple[Invitation, ...] = ()

    @property
    def title(self) -> str:
        """The batch in words, as tables and the answer sheet carry it."""
        return batch_title(self.campaign, self.number)

    @property
    def definitions(self) -> tuple[str, ...]:
        """The definition versions its leads were judged by, in order."""
        named = {item.brief.comes_from.definition for item in self.items}
        return tuple(sorted(version for version in named if version))

    @property
    def criteria(self) -> tuple[tuple[str, str], ...]:
        """Every criterion any lead was judged by: its id and its name, in first-seen order."""
        seen = {proof.criterion: proof.label for item in self.items for proof in item.brief.why}
        return tuple(seen.items())


@dataclass(frozen=True, kw_only=True, slots=True)
class BatchLead:
    """A qualified lead as the hand-off page lists it: its brief, and what it still lacks."""

    lead_id: LeadId
    name: str
    company: str
    points: int | None
    verdict: str
    brief: Brief
    lacks: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class NextBatch:
    """The batch to come. Every qualified lead stands in exactly one of its four parts.

    Attributes:
        ready: leads that will leave, best first, as many as sales takes at a time.
        blocked: leads that lack something; each says what.
        held_back: leads kept here by choice.
        later: leads that are ready but wait for a following batch.
    """

    campaign: CampaignId
    number: int
    receiver: str
    receiver_email: str
    answer_by: date
    ready: tuple[BatchLead, ...] = ()
    blocked: tuple[BatchLead, ...] = ()
    held_back: tuple[BatchLead, ...] = ()
    later: tuple[BatchLead, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class BatchSummary:
    """A batch that has left: how many leads sales took, sent back, or has not answered.

    ``reasons`` counts why leads came back, most frequent first.
    """

    batch_id: BatchId
    campaign: CampaignId
    number: int
    receiver: str
    answer_by: date
    folder: str
    sent_at: datetime
    leads: int
    taken: int
    sent_back: int
    reasons: tuple[tuple[str, int], ...] = ()

    @property
    def waiting(self) -> int:
        """Leads sales has not answered yet."""
        return self.leads - self.taken - self.sent_back


def answer_by_default(today: date, within: timedelta) -> date:
    """The day by which sales answers: ``within`` counted in working days after ``today``."""
    day = today
    left = max(1, within.days)
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < _SATURDAY
    return day


def batch_title(campaign: str, number: int) -> str:
    """A batch in words: “PackTech Expo 2026, batch 12”; English, for answers are known by it."""
    return f"{campaign}, batch {number}"


def waterfall_stage(bucket: Bucket) -> str:
    """The stage of the demand waterfall a lead is in, for the column of that name in exports."""
    return _STAGES.get(bucket, "TAL")


def full_day(day: date) -> str:
    """A day with its year, as papers need it: “Thu 19 Mar 2026”."""
    return f"{day_words(day)} {day.year}"


def _ended(sentence: str) -> str:
    """The sentence with a full stop, unless it ends already."""
    text = sentence.strip()
    return text if text[-1] in ".!?" else text + "."


_SATURDAY = 5
_STANDINGS = {
    Standing.MET: tr_later("Met"),
    Standing.NOT_MET: tr_later("Not met"),
    Standing.NOT_KNOWN: tr_later("Does not know"),
    Standing.NOT_ASKED: tr_later("Not asked"),
}
_STAGES = {
    Bucket.QUALIFIED: "TQL",
    Bucket.IN_BATCH: "TQL",
    Bucket.TAKEN: "SAL",
    Bucket.WON: "Won",
    Bucket.LOST: "Lost",
}
