"""What a caller sees: the card of one lead, the strip of those that come next, an empty queue."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from types import MappingProxyType

from qualdesk.core.beside import NOTHING_BESIDE, BesideCall
from qualdesk.core.calling_rules import Decision
from qualdesk.core.campaigns import Campaign
from qualdesk.core.definition import Definition, Verdict
from qualdesk.core.events import Phase
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import AttemptId, CampaignId, LeadId, ScriptVersionId
from qualdesk.core.leads import Bucket, Lead
from qualdesk.core.outcomes import Consequence, PastCall
from qualdesk.core.owner_questions import ListAnswer
from qualdesk.core.permission import Permission
from qualdesk.core.priority import Priority
from qualdesk.core.scripts import Answer, CallScript, QuestionId
from qualdesk.core.sources import SourceType
from qualdesk.core.times import Promise, day_words
from qualdesk.core.wording import tr, tr_later, tr_n


@frozen
class OpenAttempt:
    """A call that has begun and has no outcome yet. It was written before the number was dialled.

    Attributes:
        number: what was dialled, E.164.
        fit_opened_early: the caller opened Fit before discovery had two answers; it is counted.
        phase: the side of the campaign's event on which it began; it ends on the same.
        script_version_id: what is read from in it, whatever callers read from since.
        is_incoming: they called us: there is no number, and none may be dialled by it.
    """

    id: AttemptId
    lead_id: LeadId
    number: str
    started_at: datetime
    note: str = ""
    fit_opened_early: bool = False
    decision: Decision | None = None
    phase: Phase = Phase.AFTER
    script_version_id: ScriptVersionId | None = None
    is_incoming: bool = False


@frozen
class DueCallback:
    """A promise about a lead: the agreed wall time, who made it, and whether it is late.

    Attributes:
        is_fixed: they named the time; otherwise none was agreed and one was chosen.
        late: by how much its time has passed with nobody calling; ``is_missed`` when that is
            more than others wait for who made it.
    """

    promise: Promise
    owner: str
    is_fixed: bool = True
    late: timedelta = timedelta()
    is_missed: bool = False

    @property
    def says(self) -> str:
        """The promise on their clock: “promised Tue 17 Mar, 10:30, 40 min late”."""
        wall = self.promise.wall
        says = _PROMISED if self.is_fixed else _TO_CALL_AGAIN
        when = tr(says, day=day_words(wall.date()), at=wall)
        return f"{when}, {self.says_late}" if self.says_late else when

    @property
    def says_late(self) -> str:
        """By how much it is late: “40 min late”; empty when it is not, or no time was named."""
        minutes = self.late // _MINUTE
        if not self.is_fixed or not minutes:
            return ""
        hours, rest = divmod(minutes, 60)
        if hours >= _HOURS_IN_WORDS:
            return tr("{days} days late", days=hours // 24)
        if hours:
            return tr("{hours} h {minutes} min late", hours=hours, minutes=rest)
        return tr("{minutes} min late", minutes=rest)


@frozen
class CallCard:
    """One lead as its caller holds it: everything the desk shows, in one value.

    Attributes:
        answers: what is known, by question; only the newest answer of each.
        newest: the question answered last, shown as "just now".
        consequences: what each outcome would do, by its code; said on the outcome keys.
        decision: whether the number may be dialled now.
        may_call_anyway: whether all that stops it may be set aside for one call, with a reason.
        claimed_until: when the hold on the lead ends unless it is renewed, UTC.
        open_until: until when calling hours go on, UTC, as far as the hold goes at most; None
            when they may not be called now.
        attempt: the call in progress, None while Ready.
        referred_by: who named them; ``referrers`` with who named that one, and so on.
        asked_back: the reason sales gave when they sent this lead back, shown on top.
        notices: what else to know before dialling, a sentence each: who gave the lead to this
            caller, who spoke to a colleague of theirs lately.
        phase: the side of the campaign's event on which the call lies: its outcomes fit that.
        language: the one the script is read in to this person; empty is the script's first.
        beside: what stands beside the outcomes: material, a yes to mails, talks with sales.
        list_answers: what the owner of the list answered to callers' questions about it.
        permissions: those of the lists they came with; where there is none the campaign's holds.
    """

    lead: Lead
    campaign: Campaign
    priority: Priority
    decision: Decision
    script: CallScript | None
    definition: Definition | None
    answers: Mapping[QuestionId, Answer]
    verdict: Verdict | None
    consequences: Mapping[str, Consequence]
    past_calls: tuple[PastCall, ...]
    words: Mapping[str, str]
    claimed_until: datetime
    callback: DueCallback | None = None
    attempt: OpenAttempt | None = None
    newest: QuestionId | None = None
    referred_by: str = ""
    referrers: tuple[str, ...] = ()
    asked_back: str = ""
    notices: tuple[str, ...] = ()
    phase: Phase = Phase.AFTER
    language: str = ""
    beside: BesideCall = NOTHING_BESIDE
    may_call_anyway: bool = False
    open_until: datetime | None = None
    list_answers: tuple[ListAnswer, ...] = ()
    permissions: tuple[Permission, ...] = ()

    def is_for(self, attempt: OpenAttempt) -> bool:
        """Whether this is what is read from, and ends, in that call: the event may end between."""
        if self.attempt is not None:
            return self.attempt.id == attempt.id
        script = self.campaign.script_in(self.phase)
        return (self.phase, script) == (attempt.phase, attempt.script_version_id)


@frozen
class QueueRow:
    """A lead in the queue: enough for the strip and for ``qualdesk queue``."""

    lead_id: LeadId
    campaign_id: CampaignId
    name: str
    company: str
    priority: Priority
    is_callback: bool = False
    due_at: datetime | None = None
    zone: str = ""


@frozen
class QueueFilter:
    """Which open leads a look at the whole queue lists; what is left empty leaves nothing out.

    Attributes:
        state: one of :data:`QUEUE_STATES`, or a code of :class:`EmptyReason`.
        caller: who holds it, is to keep its promise, or had it pushed to them.
        text: a part of a name, a company or a number.
    """

    campaign: CampaignId | None = None
    source: SourceType | None = None
    state: str = ""
    caller: str = ""
    text: str = ""


EVERYBODY = QueueFilter()


@frozen
class QueueListing:
    """The open leads that fit a filter, in the order in which they would be claimed.

    First those that may be called now, due call backs before the others; then call backs by the
    time promised, those that rest by when they have rested, those outside calling hours as they
    would be claimed within them, and at last all others. ``lead_ids`` is compact: a million fit.
    """

    lead_ids: Sequence[int]
    looked_at: datetime

    @property
    def total(self) -> int:
        """How many leads fit."""
        return len(self.lead_ids)


@frozen
class QueueLine:
    """A lead as a line of the queue's page.

    Attributes:
        code: ``free`` when it may be called now, else the one reason why not, as in
            :class:`EmptyReason`; ``says`` is that in words.
        points: qualified conversations per 100 caller hours, when it may be called.
        reason: the first of what speaks for calling it.
        next_at: when it is offered again, UTC, as far as that can be said.
        is_callback: a call back is promised, by ``callback_owner`` when somebody owns it.
        kept_out: why a supervisor keeps it out of the queue; empty when nobody does.
        pushed_to: the caller who gets it next, empty for anybody.
        held_by: the caller who has it now.
    """

    lead_id: LeadId
    campaign_id: CampaignId
    campaign: str
    name: str
    company: str
    code: str
    says: str
    points: int
    reason: str
    source: SourceType | None = None
    attempts: int = 0
    next_at: datetime | None = None
    zone: str = ""
    is_callback: bool = False
    callback_owner: str = ""
    is_pinned: bool = False
    kept_out: str = ""
    pushed_to: str = ""
    held_by: str = ""


@frozen
class PromisedCall:
    """A call back that has not been made yet, as the list of promises shows it.

    Attributes:
        due_at: when the lead comes up for it, UTC.
        is_due: its time has come. ``callback`` says by how much it is late.
        owner_is_away: whoever made it is away today, so anybody keeps it.
    """

    lead_id: LeadId
    campaign_id: CampaignId
    name: str
    company: str
    callback: DueCallback
    due_at: datetime
    is_due: bool
    owner_is_away: bool = False


@frozen
class PromisesKept:
    """What became of the times that people named for a call back.

    Attributes:
        ahead: not due yet; ``due``: due now and not called yet.
        kept: called; ``on_time``: within five minutes of their time.
        missed: nobody called until others had waited long enough for who made the promise,
            whether they were called later or not.
    """

    ahead: int = 0
    due: int = 0
    kept: int = 0
    on_time: int = 0
    missed: int = 0


@frozen
class EmptyReason:
    """One reason why leads are not offered, how many it holds, and when the first comes free."""

    code: str
    says: str
    leads: int
    next_at: datetime | None = None


@frozen
class NothingToCall:
    """Why the queue is empty (Q3), or how it stands when only that was asked.

    The counts add up to all leads that are still open.
    ``keeps_free_for`` is set when there may be leads, but the caller promised a call that comes
    first: "your call back with Katrin Albers at 10:30". It is the first of the reasons too.
    ``next_at`` is in UTC; ``zone`` is the clock the campaigns are run by, to say it on.
    ``paced`` is set when there may be leads, but a limit of the team says not yet: its sentence.
    """

    reasons: tuple[EmptyReason, ...]
    next_at: datetime | None = None
    open_leads: int = 0
    keeps_free_for: str = ""
    zone: str = "UTC"
    paced: str = ""

    @property
    def says(self) -> str:
        """The emptiness in one sentence."""
        if self.paced:
            return self.paced
        if self.keeps_free_for:
            return tr(
                "Next is {call_back}. A fresh call would run into it.",
                call_back=self.keeps_free_for,
            )
        if not self.reasons:
            return tr("No lead is open here. Load a list to go on.")
        others = [one for one in self.reasons if one.leads and one.code != FREE]
        parts = [f"{one.leads} {one.says}" for one in others]
        if free := self.free:
            now = tr_n(free, "{n} lead can be called now", "{n} leads can be called now")
            return f"{'; '.join([now, *parts])}."
        return tr("Nothing to call right now: {reasons}.", reasons="; ".join(parts))

    @property
    def free(self) -> int:
        """How many leads can be called now: some, where only the counts were asked for."""
        return sum(reason.leads for reason in self.reasons if reason.code == FREE)


FREE = "free"
"""The code of leads that can be called now."""
# What a queue can be narrowed to, with its words; beside these the codes of EmptyReason.
QUEUE_STATES = MappingProxyType(
    {
        "now": tr_later("Callable now"),
        "later": tr_later("Later"),
        "blocked": tr_later("Not callable"),
        "callbacks": tr_later("Call backs"),
        "pinned": tr_later("Pinned"),
        "kept_out": tr_later("Kept out"),
    }
)
# Why leads wait of whom it can be said when they come; "later" is all of these.
SOON = frozenset({"promised", "promised_others", "your_promise", "resting", "hours", "not_open"})


def protected(empty: NothingToCall, says: str, due_at: datetime) -> NothingToCall:
    """The same queue, for a caller whose own promise comes first.

    Its lead is a reason of its own, and the counts go on adding up.
    """
    # Looked at in one campaign, the promise may be of another: then it is none of its leads.
    mine = int(any(reason.code == "promised" for reason in empty.reasons))
    first = EmptyReason(code="your_promise", says=says, leads=mine, next_at=due_at)
    others = (
        replace(reason, leads=reason.leads - mine) if reason.code == "promised" else reason
        for reason in empty.reasons
    )
    rest = tuple(reason for reason in others if reason.leads)
    return replace(empty, reasons=(first, *rest), next_at=due_at, keeps_free_for=says)


@frozen
class Buckets:
    """How many leads stand where (Q5). ``total`` is counted on its own and must be the sum."""

    counts: Mapping[Bucket, int]
    total: int

    @property
    def adds_up(self) -> bool:
        """Whether every lead is in exactly one bucket."""
        return sum(self.counts.values()) == self.total


_MINUTE = timedelta(minutes=1)
_HOURS_IN_WORDS = 48
_PROMISED = tr_later("promised {day}, {at:%H:%M}")
_TO_CALL_AGAIN = tr_later("to call again {day}, {at:%H:%M}")
