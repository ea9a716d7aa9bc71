"""Where leads come from: the source card of a campaign, and what each person did there."""

import re
from collections.abc import Mapping
from dataclasses import field, fields, replace
from datetime import datetime, timedelta
from enum import StrEnum

from qualdesk.core.frozen import frozen
from qualdesk.core.permission import Gap, Permission
from qualdesk.core.recycling import USUAL_RULES, RecycleRule
from qualdesk.core.routing_rules import NO_ROUTING, Routing
from qualdesk.core.times import zone
from qualdesk.core.wording import tr, tr_later


class SourceType(StrEnum):
    """The closed list of sources (promise O1). What does not fit is OTHER, with text."""

    TRADE_SHOW = "trade_show"
    WEBINAR = "webinar"
    CONFERENCE = "conference"
    CONTENT_DOWNLOAD = "content_download"
    CONTACT_FORM = "contact_form"
    RESEARCH = "research"
    REFERRAL = "referral"
    LIST = "list"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The source as the screen says it."""
        return tr(_SOURCE_LABELS[self], about="source")


class TouchpointKind(StrEnum):
    """What a person can have done at a source."""

    SCAN = "scan"
    DEMO = "demo"
    ATTENDED = "attended"
    NO_SHOW = "no_show"
    ASKED_FOR_CALL = "asked_for_call"
    GIVEAWAY = "giveaway"
    DOWNLOAD = "download"
    FORM_ANSWER = "form_answer"
    NOTE = "note"
    VISIT = "visit"
    OTHER = "other"


@frozen
class Touchpoint:
    """One thing this person did at the source, kept because the caller must see it (O4).

    Attributes:
        says: the fact in words, as the caller reads it ("Watched the demo, 6 minutes").
        by: who observed it (the booth staff who wrote the note), empty when nobody did.
        question: for a form answer, the script question it answers (O6), otherwise empty.
        value: for a form answer or a number (minutes), the value itself.
    """

    kind: TouchpointKind
    says: str
    at: datetime | None = None
    by: str = ""
    question: str = ""
    value: str = ""


@frozen
class SourceCard:
    """What every caller must know about a list before the first call (O3).

    Attributes:
        type: the source, from the closed list; ``channel`` says the origin below it.
        what: what the event or offer was.
        who: who is on the list.
        responding_to: what they were responding to.
        facts: things a caller should know, shown on the desk.
        permission: on what ground we may call them, and how that can be shown.
        owner: who answers questions about the list.
        on_behalf_of: the company in whose name people are called.
        nurture: where people go who are not ready now.
        cost: what the list cost, in ``currency``; 0 when it cost nothing, None when nobody said.
    """

    type: SourceType
    what: str
    who: str
    responding_to: str
    channel: str = ""
    place: str = ""
    facts: tuple[str, ...] = ()
    permission: Permission | None = None
    owner: str = ""
    on_behalf_of: str = ""
    nurture: str = ""
    cost: float | None = None
    currency: str = ""

    def gaps(self) -> tuple[Gap, ...]:
        """What nobody has said yet and must before calls, each with its question."""
        asked = (
            (self.what.strip(), "what", tr("What was the event or offer?")),
            (self.who.strip(), "who", tr("Who is on the list?")),
            (self.responding_to.strip(), "responding_to", tr("What were they responding to?")),
            (self.cost is not None, "cost", tr("What did the list cost? 0 is an answer.")),
            (self.owner.strip(), "owner", tr("Who answers questions about the list?")),
            (self.nurture.strip(), "nurture", tr("Where do people go who are not ready?")),
        )
        open_ones = [Gap(field=field, says=says) for answer, field, says in asked if not answer]
        # Where the permission stands among them: behind what the list is.
        at = sum(gap.field in {"what", "who", "responding_to"} for gap in open_ones)
        return (*open_ones[:at], *(self.permission or Permission()).gaps(), *open_ones[at:])

    def unanswered(self) -> tuple[str, ...]:
        """The questions about the list that nobody has answered yet, in words."""
        return tuple(gap.says for gap in self.gaps())


@frozen
class CallWindow:
    """When calling is worthwhile: from ``opens_at`` to ``closes_at``, both instants in UTC.

    ``zone`` is the zone the window was agreed in and is shown in. A window without an end is
    open until it is stopped: ``has_no_end`` says that somebody meant that.
    """

    opens_at: datetime | None = None
    closes_at: datetime | None = None
    zone: str = "UTC"
    has_no_end: bool = False

    def __post_init__(self) -> None:
        """Refuse a window that closes before it opens, or a zone nobody knows.

        Raises:
            ValueError: one of these.
        """
        zone(self.zone)
        if self.closes_at and self.has_no_end:
            raise ValueError(tr("A window that closes has an end."))
        if self.opens_at and self.closes_at and self.closes_at <= self.opens_at:
            raise ValueError(tr("The window closes before it opens."))

    @property
    def is_said(self) -> bool:
        """Whether somebody said until when calling is worthwhile."""
        return self.closes_at is not None or self.has_no_end

    def is_open(self, at: datetime) -> bool:
        """Whether calling is worthwhile at ``at``."""
        return not (
            (self.opens_at and at < self.opens_at) or (self.closes_at and at >= self.closes_at)
        )


ALWAYS = CallWindow(has_no_end=True)
UNSAID = CallWindow()
"""Nobody has said until when calling is worthwhile."""


@frozen
class HandoffTerms:
    """Who gets the qualified leads of a campaign, and how long sales has to answer.

    Attributes:
        receiver: who gets what no rule of ``routing`` gives to somebody else.
        answer_within: how long sales has, in working days, 1 or more.
        batch_size: how many leads sales takes at a time, 1 or more.
        reasons: why sales may send a lead back, in their order.
        answer_grace: working days more for a lead that was read in time, 0 or more.
        dispute_within: how long after an answer it may be disputed.
        recycle: what becomes of leads by the reason they came back, or when nobody answers.
        criteria_of: the criterion of the definition that a reason is about, by reason.
        routing: rules on who gets which leads.
        profile: the CRM table that is written unless another is chosen; empty for the plain one.
        channels: how salespeople are told of a batch: "mail", "call".
        hour_cost: what an hour of a caller costs, in the currency of the source card; None when
            nobody said.
    """

    receiver: str = ""
    receiver_email: str = ""
    answer_within: timedelta = timedelta(days=5)
    batch_size: int = 25
    reasons: tuple[str, ...] = (
        "Wrong person",
        "No date in sight",
        "Already a customer",
        "Not our region",
        "Could not be reached",
    )
    answer_grace: int = 2
    dispute_within: timedelta = timedelta(days=14)
    recycle: tuple[RecycleRule, ...] = USUAL_RULES
    criteria_of: Mapping[str, str] = field(default_factory=dict)
    routing: Routing = NO_ROUTING
    profile: str = ""
    channels: tuple[str, ...] = ("mail", "call")
    hour_cost: float | None = None


def changed_terms(before: HandoffTerms, after: HandoffTerms, now: HandoffTerms) -> HandoffTerms:
    """The terms as they stand ``now`` with what somebody changed from ``before`` to ``after``."""
    names = [field.name for field in fields(HandoffTerms)]
    changed = {
        name: getattr(after, name)
        for name in names
        if getattr(after, name) != getattr(before, name)
    }
    return replace(now, **changed)


def terms_of_file(kept: HandoffTerms, written: HandoffTerms) -> HandoffTerms:
    """The terms a file writes; of rules and costs it says nothing about, those that are kept."""
    house = HandoffTerms()
    unsaid = {
        name: getattr(kept, name)
        for name in _OF_RULES
        if getattr(written, name) == getattr(house, name)
    }
    return replace(written, **unsaid)


DAY_PARTS = (10 * 60 + 30, 13 * 60, 15 * 60)
"""The minutes after midnight at which the parts of a working day meet."""


@frozen
class CallLimits:
    """How often a person may be tried in a campaign.

    ``hours`` are the start and end of calling on the person's own clock, as minutes after
    midnight; ``days`` the weekdays, Monday 0. The house rule is 9:00 to 17:30 of a working day.

    Attributes:
        max_attempts: how often a lead is dialled in all, 1 or more. Every dial counts, whatever
            it ended with, a phone problem too. Only a time agreed with the person buys one more
            try, since a promise is kept also when the tries are used up; a lead may so have
            more calls than this. When nurture ends the count begins again.
        max_per_day: how often on one day of their clock; ``min_gap`` the least time between
            two tries.
        grace: how long a promise waits for the caller who made it before others may keep it.
        day_parts: where the parts of their day meet, as minutes after midnight, the earliest
            first: a try that found nobody is repeated in another part.
    """

    hours: tuple[int, int] = (9 * 60, 17 * 60 + 30)
    days: frozenset[int] = frozenset(range(5))
    max_attempts: int = 6
    max_per_day: int = 2
    min_gap: timedelta = timedelta(minutes=15)
    grace: timedelta = timedelta(minutes=20)
    day_parts: tuple[int, ...] = DAY_PARTS

    def __post_init__(self) -> None:
        """Refuse hours that are none, limits below one, and parts of a day out of order.

        Raises:
            ValueError: the hours or parts do not lie within a day, or a limit is below one.
        """
        start, end = self.hours
        if not 0 <= start < end <= 24 * 60:
            raise ValueError(tr("Calling hours must start before they end, within one day."))
        if self.max_attempts < 1 or self.max_per_day < 1 or not self.days:
            raise ValueError(tr("At least one try, on at least one day, must be allowed."))
        parts = self.day_parts
        if len(parts) > _MOST_PARTS or list(parts) != sorted({*parts} & {*range(1, 24 * 60)}):
            raise ValueError(tr("Parts of a day meet at one to seven times, the earliest first."))


def cost_in(text: str) -> float | None:
    """The amount a person wrote, ``1,200.50``, ``1.200,50`` or ``1200``; None when it is none.

    A mark before exactly three digits parts thousands, any other one parts the decimals.
    """
    plain = text.replace(" ", "").replace("\u00a0", "").replace("'", "")
    found = re.fullmatch(_AMOUNT, plain)
    if found is None:
        return None
    whole = re.sub(r"\D", "", found[1])
    return float(f"{whole}.{found[2] or 0}")


_OF_RULES = ("routing", "recycle", "criteria_of", "profile", "channels", "hour_cost")
_MOST_PARTS = 7
# Twelve digits: what is longer is no amount but a slip of the fingers.
_AMOUNT = r"(\d{1,12}|\d{1,3}(?:[.,]\d{3}){1,3})(?:[.,](\d{1,2}|\d{4,6}))?"
_SOURCE_LABELS = {
    SourceType.TRADE_SHOW: tr_later("Trade show", about="source"),
    SourceType.WEBINAR: tr_later("Webinar", about="source"),
    SourceType.CONFERENCE: tr_later("Conference", about="source"),
    SourceType.CONTENT_DOWNLOAD: tr_later("Download", about="source"),
    SourceType.CONTACT_FORM: tr_later("Web form", about="source"),
    SourceType.RESEARCH: tr_later("Research", about="source"),
    SourceType.REFERRAL: tr_later("Referral", about="source"),
    SourceType.LIST: tr_later("List", about="source"),
    SourceType.OTHER: tr_later("Other", about="source"),
}
