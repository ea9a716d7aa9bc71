"""Leads that left for sales, as lessons, costs and statements count them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, time, timedelta
from decimal import Decimal
from typing import Literal, TypeAlias

from qualdesk.core.campaigns import Campaign
from qualdesk.core.errors import Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.handoff_states import WAITS
from qualdesk.core.ids import BatchId, CampaignId, ItemId, LeadId
from qualdesk.core.periods import days_of, kept_period
from qualdesk.core.times import instant_of
from qualdesk.core.wording import tr

CameTo: TypeAlias = Literal["taken", "sent_back", "recycled", ""]


@frozen
class Scope:
    """Which leads are looked at: of one campaign, of one client, or all; of a period, or ever.

    Attributes:
        campaign: its name or number; None for more than one.
        client: the client as their campaigns write it; None for all.
        period: a day, month, quarter or year as "2026-03", "2026-Q1"; empty for ever.
    """

    campaign: str | CampaignId | None = None
    client: str | None = None
    period: str = ""


EVERYTHING = Scope()


@frozen
class SentLead:
    """A lead in a batch that has left and was not recalled. Times are UTC.

    A lead that left twice is here twice. Who was erased is here as everybody else: nothing of
    the person is.

    Attributes:
        kept: the word it is kept under: sent, read, taken, sent_back or recycled.
        became: "won", "lost" or nothing yet.
        reason: why it was sent back, in the campaign's words.
        dispute: how the last dispute about its answer stands: open, stands, changed, withdrawn;
            empty when there was none.
        caller: who qualified it last before it left, empty when nobody did by a call.
        callers: who spoke with the person for it since it had left before, if it had; by name.
        list_name: the file that brought it, empty for one that no list brought.
    """

    item_id: ItemId
    lead_id: LeadId
    batch_id: BatchId
    campaign: CampaignId
    kept: str
    sent_at: datetime
    became: str = ""
    became_at: datetime | None = None
    reason: str = ""
    answered_at: datetime | None = None
    recycled_at: datetime | None = None
    dispute: str = ""
    amount: Decimal | None = None
    currency: str = ""
    caller: str = ""
    callers: tuple[str, ...] = ()
    list_name: str = ""

    @property
    def came_to(self) -> CameTo:
        """What it came to so far; empty while it is with sales.

        One that the client's CRM knows as won or lost was taken, whether or not anybody answered.
        """
        if self.kept == "sent_back":
            return "sent_back"
        if self.kept == "taken" or self.became:
            return "taken"
        return "recycled" if self.kept == "recycled" else ""

    @property
    def counts_at(self) -> datetime | None:
        """The instant that says to which month it belongs; None while it is with sales."""
        if self.kept in {"taken", "sent_back"}:
            return self.answered_at
        return self.became_at if self.became else self.recycled_at

    @property
    def waits(self) -> bool:
        """Whether sales has it and has said nothing."""
        return self.kept in WAITS and not self.became

    def is_open(self, within: timedelta, now: datetime) -> bool:
        """Whether what it came to may still change: it is disputed, or can be.

        ``within`` is how long an answer of its campaign can be disputed.
        """
        if self.kept not in {"taken", "sent_back"} or self.became:
            return False
        if self.dispute in {"stands", "changed"}:
            return False
        ends = self.disputable_until(within)
        return self.dispute == "open" or (ends is not None and now < ends)

    def disputable_until(self, within: timedelta) -> datetime | None:
        """When the answer stands for good; None where there is none."""
        return self.answered_at + within if self.answered_at else None


def period_named(text: str) -> str:
    """A period as it is kept, empty for none: "March 2026" is "2026-03".

    Raises:
        Refused: it is no day, month, quarter or year.
    """
    if not text.strip():
        return ""
    found = kept_period(text)
    days = days_of(found) if found else None
    if found is None or days is None or not _FIRST <= days[0].year <= _LAST:
        raise Refused(
            tr(
                "“{text}” is no month, quarter or year. Write it like 2026-03, 2026-Q1 or 2026.",
                text=text.strip()[:40],
            )
        )
    return found


def span_of(period: str, zone: str) -> tuple[datetime, datetime]:
    """The instants between which a period lies on the zone's clock; the second one is outside.

    Raises:
        Refused: ``period`` is none.
    """
    days = days_of(period_named(period))
    if days is None:
        raise Refused(tr("Say which month, quarter or year."))
    first, last = days
    after = last + timedelta(days=1)
    return (
        instant_of(datetime.combine(first, time()), zone),
        instant_of(datetime.combine(after, time()), zone),
    )


def in_period(
    leads: Iterable[SentLead], period: str, campaigns: Mapping[CampaignId, Campaign]
) -> Iterator[SentLead]:
    """Those that count in the period, on the clock of their campaign; all for the empty text."""
    if not period:
        yield from leads
        return
    spans = {one: span_of(period, its.window.zone) for one, its in campaigns.items()}
    for lead in leads:
        begins, ends = spans[lead.campaign]
        at = lead.counts_at
        if at is not None and begins <= at < ends:
            yield lead


_FIRST, _LAST = 1900, 9998
