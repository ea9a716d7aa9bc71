"""The hand-off: what sales is given for each lead, batch by batch."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from qualdesk.core.beside import Invitation
from qualdesk.core.crm_profiles import CrmProfile
from qualdesk.core.frozen import frozen
from qualdesk.core.handoff_states import ItemState
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


@frozen
class Evidence:
    """Why a criterion counts for this lead: its name, how it stands, and what was said."""

    criterion: str
    label: str
    standing: Standing
    says: str = ""


@frozen
class Named:
    """Somebody else the person named: who, their place, and how to reach them."""

    name: str
    title: str = ""
    phone: str = ""
    email: str = ""


@frozen
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


@frozen
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


@frozen
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


@frozen
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


@frozen
class Receiver:
    """Somebody of sales who is given leads; ``zone`` is the clock they answer by."""

    name: str
    email: str = ""
    phone: str = ""
    zone: str = "UTC"


@frozen
class HandoffItem:
    """One lead of a batch: its brief, and everything behind it.

    Attributes:
        id: what the answer sheet carries; a new one for every lead of every batch.
        receiver: who of sales gets it; ``via`` says by which rule, in words.
        talks: those with sales that have a time.
    """

    id: str
    lead: Lead
    brief: Brief
    answers: tuple[GivenAnswer, ...] = ()
    calls: tuple[HandoffCall, ...] = ()
    receiver: Receiver = Receiver(name="")
    via: str = ""
    talks: tuple[Invitation, ...] = ()

    @property
    def last_call(self) -> HandoffCall | None:
        """The newest call, None when there was none."""
        return max(self.calls, key=lambda call: call.started_at, default=None)


@frozen
class Contents:
    """What a package holds beside what every one must: the whole account and the answer sheets.

    Attributes:
        crm: the tables for a CRM and for spreadsheet programs.
        briefs: a page for each lead.
        contacts: cards for address books.
        profile: the id of the CRM's table to write as well, empty for none.
        is_zip: whether it is one file instead of a folder.
    """

    crm: bool = True
    briefs: bool = True
    contacts: bool = True
    profile: str = ""
    is_zip: bool = False


@frozen
class Package:
    """A batch ready to be written: its leads, who gets each, and by when they answer.

    ``reasons`` are those sales may give when a lead is sent back, ``profile`` describes the table
    of the CRM it is meant for, None for none. ``client`` is whose it is, where there are several.
    """

    batch_id: BatchId
    number: int
    campaign: str
    answer_by: date
    made_by: str
    made_at: datetime
    reasons: tuple[str, ...]
    items: tuple[HandoffItem, ...]
    profile: CrmProfile | None = None
    contents: Contents = Contents()
    client: str = ""

    @property
    def receivers(self) -> tuple[Receiver, ...]:
        """Who of sales gets leads of it, each once, in the order of the leads."""
        return tuple(dict.fromkeys(item.receiver for item in self.items))

    @property
    def receiver(self) -> str:
        """All of them in one line."""
        return receivers_in(self.items)

    @property
    def receiver_email(self) -> str:
        """Their addresses in one line."""
        return emails_in(self.items)

    @property
    def talks(self) -> tuple[Invitation, ...]:
        """The talks with its leads that have a time."""
        return tuple(talk for item in self.items for talk in item.talks)

    def part_of(self, receiver: Receiver) -> "Package":
        """The same batch with the leads of one person alone."""
        theirs = tuple(item for item in self.items if item.receiver == receiver)
        return replace(self, items=theirs)

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


@frozen
class BatchSummary:
    """A batch that has left: how many leads sales took, sent back, or has not answered.

    Attributes:
        taken: what sales said, ``sent_back`` likewise, whatever became of those leads since.
        reasons: why leads came back, most frequent first.
        recycled: leads that came back because nobody answered; ``recalled``: that we took back.
        receivers: who of sales got leads of it, and how many, in the order of their names.
        states: how many leads are in each state, those with none left out; together all leads.
        recalled_because: why it was recalled, empty where it was not.
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
    recycled: int = 0
    recalled: int = 0
    receivers: tuple[tuple[str, int], ...] = ()
    states: tuple[tuple[ItemState, int], ...] = ()
    recalled_at: datetime | None = None
    recalled_because: str = ""

    @property
    def waiting(self) -> int:
        """Leads sales has not answered yet, in time or not."""
        return self.leads - self.taken - self.sent_back - self.recycled - self.recalled

    def count(self, *states: ItemState) -> int:
        """How many of its leads are in one of these states."""
        return sum(count for state, count in self.states if state in states)


def answer_by_default(today: date, within: timedelta) -> date:
    """The day by which sales answers: ``within`` counted in working days after ``today``."""
    day = today
    left = max(1, within.days)
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < _SATURDAY
    return day


def receivers_in(items: Iterable[HandoffItem]) -> str:
    """Everybody who gets one of these leads, in one line."""
    return ", ".join(dict.fromkeys(item.receiver.name for item in items))


def emails_in(items: Iterable[HandoffItem]) -> str:
    """Their addresses in one line."""
    return ", ".join(dict.fromkeys(item.receiver.email for item in items if item.receiver.email))


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
