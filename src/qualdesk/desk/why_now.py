"""Why a lead stands where it does: what it is worth, its place, and whether it may be called."""

from collections.abc import Collection
from datetime import datetime

from qualdesk.core.calling_rules import AGREED_FOR, Decision, DecisionState, may_call
from qualdesk.core.changes import NO_CHANGES, Changes
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import LeadId
from qualdesk.core.lead_words import lead_words
from qualdesk.core.leads import Bucket, Lead
from qualdesk.core.priority import (
    Priority,
    callback_reason,
    pinned_reason,
    priority_of,
    told_of,
)
from qualdesk.desk.hours import call_hours
from qualdesk.desk.why_empty import says_when
from qualdesk.store import campaigns as kept
from qualdesk.store.database import Transaction
from qualdesk.store.leads import load_lead
from qualdesk.store.standing import standing_of
from qualdesk.store.tries import tries_of
from qualdesk.store.worth import Worth, worth_of


@frozen
class Explained:
    """One lead's place in the queue: its priority, whether it may be called, where it stands.

    Attributes:
        code: ``free`` when it may be called now, else the one reason why not, as in
            :class:`~qualdesk.core.cards.EmptyReason`; empty when it is closed: then there is no
            priority either, and the decision is where it stands.
        says: that in words, with the time when there is one.
        place: how many leads a claim would give before it; None while it is not offered.
        next_at: when it is offered again, UTC, as far as that can be said.
        reason: why it stands in its bucket.
    """

    lead_id: LeadId
    priority: Priority
    decision: Decision
    bucket: Bucket
    code: str = ""
    says: str = ""
    place: int | None = None
    next_at: datetime | None = None
    reason: str = ""
    changes: Changes = NO_CHANGES

    @property
    def is_open(self) -> bool:
        """Whether it may still be called, now or later."""
        return bool(self.code)


def explained(tx: Transaction, caller: str, lead_id: LeadId) -> Explained:
    """All that says why a lead is or is not called now.

    Raises:
        NotFound: there is no such lead.
    """
    from qualdesk.store.listing import place_of_lead

    lead = load_lead(tx, lead_id)
    standing = standing_of(tx, caller, [lead_id]).get(lead_id)
    if standing is None:
        return _closed(lead)
    campaign = kept.load_campaign(tx, lead.campaign_id)
    hours = call_hours(tx, lead, campaign)
    tries = tries_of(tx, lead, campaign.client, hours.reach(tx.now))
    due_at = lead.next_at if lead.bucket is Bucket.CALLBACK else None
    is_due = due_at is not None and due_at <= tx.now < due_at + AGREED_FOR
    decision = may_call(hours, tx.now, agreed=is_due, tries=tries)
    return Explained(
        lead_id=lead.id,
        priority=priorities_of(tx, [lead])[lead.id],
        decision=decision,
        bucket=lead.bucket,
        code=standing.code,
        says=says_when(standing, tx.now),
        place=place_of_lead(tx, caller, lead_id),
        next_at=standing.next_at,
        reason=lead_words(lead.reason),
    )


def priorities_of(
    tx: Transaction,
    leads: Collection[Lead],
    *,
    is_on_call: bool = False,
    due_at: datetime | None = None,
) -> dict[LeadId, Priority]:
    """The priority of each lead now: what the claim orders by, with its reasons.

    ``is_on_call``: the call in progress is no earlier try, so the card goes on saying what
    brought the lead up. ``due_at`` is when a call back is due of a lead that a caller holds.
    """
    found = worth_of(tx, [lead.id for lead in leads], is_on_call=is_on_call)
    return {lead.id: _priority(lead, found.get(lead.id), tx.now, due_at) for lead in leads}


def _closed(lead: Lead) -> Explained:
    """Where a lead stands that nobody calls any more, and why.

    What a call would be worth, and what is missing for one, would send somebody after a person
    who asked for peace, or is with sales.
    """
    says = ": ".join(filter(None, (lead.bucket.label, lead_words(lead.reason))))
    return Explained(
        lead_id=lead.id,
        priority=Priority(points=0, reasons=()),
        decision=Decision(state=DecisionState.BLOCKED, rule="closed", says=says),
        bucket=lead.bucket,
        says=says,
        next_at=lead.next_at,
        reason=lead_words(lead.reason),
    )


def _priority(
    lead: Lead, worth: Worth | None, now: datetime, held_for: datetime | None
) -> Priority:
    due_at = lead.next_at if lead.bucket is Bucket.CALLBACK else held_for
    zone = lead.contact.zones[0] if lead.contact.zones else "UTC"
    return priority_of(
        told_of(worth.parts, lead.signals) if worth else (),
        callback_reason(due_at, zone, now) if due_at and due_at <= now else None,
        pinned_reason() if worth and worth.is_pinned else None,
    )
