"""What comes next and why, and why nothing does. Looking claims nothing."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from qualdesk.core.calling_rules import AGREED_FOR, Decision, may_call
from qualdesk.core.campaigns import Campaign
from qualdesk.core.cards import EmptyReason, NothingToCall, PromisedCall, QueueRow
from qualdesk.core.changes import NO_CHANGES, Changes
from qualdesk.core.clock import Clock
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.core.leads import Bucket, Lead
from qualdesk.core.priority import (
    Priority,
    callback_reason,
    priority,
    standing_reasons,
    window_reason,
)
from qualdesk.core.times import place_of
from qualdesk.desk.hours import call_hours
from qualdesk.store import campaigns as kept
from qualdesk.store import cells, overview
from qualdesk.store.callbacks import promised_calls
from qualdesk.store.database import Store, Transaction
from qualdesk.store.leads import load_lead, load_leads
from qualdesk.store.tries import tries_of

_CLOCKS_NAMED = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Explained:
    """One lead's place in the queue: its priority, whether it may be called, where it stands."""

    lead_id: LeadId
    priority: Priority
    decision: Decision
    bucket: Bucket
    next_at: datetime | None = None
    reason: str = ""
    changes: Changes = NO_CHANGES


class Queue:
    """The order of the leads, as one caller would be offered them."""

    def __init__(self, store: Store, clock: Clock, caller: str) -> None:
        self._store = store
        self._clock = clock
        self._caller = caller

    def upcoming(
        self,
        campaign: str | CampaignId | None = None,
        limit: int = 3,
        at: datetime | None = None,
    ) -> tuple[QueueRow, ...]:
        """The next leads with their reasons, best first, now or at ``at``.

        Raises:
            NotFound: there is no such campaign.
        """
        with self._looking(at) as tx:
            now = at or tx.now
            rows = overview.upcoming(tx, self._caller, _id_of(tx, campaign), limit=limit, at=now)
            found = load_leads(tx, [row.lead_id for row in rows])
            plans = _campaigns_of(tx, found.values())
        return tuple(
            _row(found[row.lead_id], plans[found[row.lead_id].campaign_id], row.due_at, now)
            for row in rows
        )

    def explain(self, lead_id: LeadId) -> Explained:
        """Why a lead stands where it does, and whether it may be called now.

        Raises:
            NotFound: there is no such lead.
        """
        with self._store.reading() as tx:
            lead = load_lead(tx, lead_id)
            campaign = kept.load_campaign(tx, lead.campaign_id)
            now = tx.now
            hours = call_hours(tx, lead, campaign)
            tries = tries_of(tx, lead, campaign.client, hours.reach(now))
        due_at = lead.next_at if lead.bucket is Bucket.CALLBACK else None
        is_due = due_at is not None and due_at <= now < due_at + AGREED_FOR
        decision = may_call(hours, now, agreed=is_due, tries=tries)
        return Explained(
            lead_id=lead.id,
            priority=priority_of(lead, campaign, now, due_at=due_at),
            decision=decision,
            bucket=lead.bucket,
            next_at=lead.next_at,
            reason=lead.reason,
        )

    def why_empty(self, campaign: str | CampaignId | None = None) -> NothingToCall:
        """Why no lead is offered to this caller (Q3); the counts add up to all open leads.

        Raises:
            NotFound: there is no such campaign.
        """
        with self._looking() as tx:
            return why_empty(tx, self._caller, _id_of(tx, campaign))

    def callbacks(self, campaign: str | CampaignId | None = None) -> tuple[PromisedCall, ...]:
        """The call backs that were promised and have not been made yet, the earliest first (Q4).

        Raises:
            NotFound: there is no such campaign.
        """
        with self._store.reading() as tx:
            return promised_calls(tx, _id_of(tx, campaign))

    def open_today(self, campaign: str | CampaignId | None = None) -> int:
        """How many leads can still be called before the day ends on their own clock.

        Raises:
            NotFound: there is no such campaign.
        """
        with self._looking() as tx:
            return overview.open_today(tx, _id_of(tx, campaign))

    @contextmanager
    def _looking(self, at: datetime | None = None) -> Iterator[Transaction]:
        """A look with the calling hours a claim would go by, worked out first where they lack.

        Otherwise a desk opened after weeks would say "outside calling hours" at ten o'clock.
        """
        with self._store.reading() as tx:
            if not cells.are_stale(tx, at):
                yield tx
                return
        with self._store.transaction() as tx:
            cells.refresh(tx, at)
        with self._store.reading() as tx:
            yield tx


def priorities_of(
    tx: Transaction, leads: Collection[Lead], *, is_on_call: bool = False
) -> dict[LeadId, Priority]:
    """The priority of each lead now: what the claim orders by, with its reasons.

    ``is_on_call``: the call in progress is no earlier try, so the card goes on saying what
    brought the lead up.
    """
    found = worth_of(tx, [lead.id for lead in leads], is_on_call=is_on_call)
    return {lead.id: _priority(lead, found.get(lead.id), tx.now) for lead in leads}


def _priority(lead: Lead, worth: Worth | None, now: datetime) -> Priority:
    due_at = lead.next_at if lead.bucket is Bucket.CALLBACK else None
    zone = lead.contact.zones[0] if lead.contact.zones else "UTC"
    return priority_of(
        worth.parts if worth else (),
        callback_reason(due_at, zone, now) if due_at and due_at <= now else None,
        pinned_reason() if worth and worth.is_pinned else None,
    )


def why_empty(tx: Transaction, caller: str, campaign_id: CampaignId | None) -> NothingToCall:
    """Why no lead is offered, in the order a caller wants to know."""
    found = overview.why_not(tx, caller, campaign_id)
    reasons = [reason for code in _SAYS for reason in _told(code, found)]
    times = [reason.next_at for reason in reasons if reason.next_at]
    return NothingToCall(
        reasons=tuple(reasons),
        next_at=min(times, default=None),
        open_leads=sum(reason.leads for reason in reasons),
    )


def _told(code: str, found: tuple[overview.Reason, ...]) -> list[EmptyReason]:
    """One reason in words; calling hours by the clocks they are of, the most leads first."""
    mine = [reason for reason in found if reason.code == code]
    if code == "law":
        ranked = sorted(mine, key=lambda reason: -reason.leads)
        return [_sum(code, f"{_SAYS[code]} ({reason.says})", [reason]) for reason in ranked]
    if code != "hours":
        return [_sum(code, _SAYS[code], mine)] if mine else []
    by_place: dict[str, list[overview.Reason]] = {}
    for reason in mine:
        by_place.setdefault(place_of(reason.zones[0]), []).append(reason)
    by_size = sorted(by_place.items(), key=lambda one: -sum(reason.leads for reason in one[1]))
    named = [
        _sum(code, f"{_SAYS[code]} in {place}", reasons)
        for place, reasons in by_size[:_CLOCKS_NAMED]
    ]
    rest = [reason for _, reasons in by_size[_CLOCKS_NAMED:] for reason in reasons]
    return [*named, _sum(code, f"{_SAYS[code]} elsewhere", rest)] if rest else named


def _sum(code: str, says: str, reasons: list[overview.Reason]) -> EmptyReason:
    times = [reason.next_at for reason in reasons if reason.next_at]
    return EmptyReason(
        code=code,
        says=says,
        leads=sum(reason.leads for reason in reasons),
        next_at=min(times, default=None),
    )


def _id_of(tx: Transaction, campaign: str | CampaignId | None) -> CampaignId | None:
    return None if campaign is None else kept.the_campaign(tx, campaign).id


def _campaigns_of(tx: Transaction, leads: Iterable[Lead]) -> dict[CampaignId, Campaign]:
    return {key: kept.load_campaign(tx, key) for key in {lead.campaign_id for lead in leads}}


def _row(lead: Lead, campaign: Campaign, due_at: datetime | None, now: datetime) -> QueueRow:
    return QueueRow(
        lead_id=lead.id,
        campaign_id=lead.campaign_id,
        name=lead.contact.name,
        company=lead.contact.company_name,
        priority=priority_of(lead, campaign, now, due_at=due_at),
        is_callback=due_at is not None,
        due_at=due_at,
        zone=lead.contact.zones[0] if lead.contact.zones else "",
    )


_SAYS = {
    "free": "free to call now",
    "yours": "with you",
    "promised": "promised a call back later",
    "promised_others": "promised a call back by someone else",
    "resting": "resting between tries",
    "hours": "outside calling hours",
    "others": "with other callers",
    "not_open": "before their window opens",
    "closed": "past their window",
    "tries": "out of tries",
    "kept_out": "kept out by a supervisor",
    "pushed": "kept for another caller",
    "sticky": "at a company someone else is talking to",
    "law": "not to be called by law",
    "limit": "called as often as the law allows",
    "zone": "without a known time zone",
    "research": "to research first",
    "no": "asked not to be called",
    "number": "without a number that can be dialled",
    "loading": "in a list that is not loaded to its end",
    "source_card": "waiting for a source card",
    "permission": "without a permission that still holds",
    "paused": "in a paused campaign",
}
