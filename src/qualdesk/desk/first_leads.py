"""The first leads of a campaign's queue under rules that nobody has saved yet."""

from dataclasses import fields, replace
from datetime import datetime

from qualdesk.core.campaigning import FirstLead
from qualdesk.core.campaigns import Campaign, CampaignPlan
from qualdesk.core.consequences import may_dial
from qualdesk.core.frozen import frozen
from qualdesk.core.leads import Lead
from qualdesk.core.next_try import Standing, allowed_from
from qualdesk.core.priority import Priority, callback_reason, pinned_reason, priority_of, told_of
from qualdesk.core.times import time_words
from qualdesk.desk.hours import call_hours
from qualdesk.store import calls
from qualdesk.store.database import Transaction
from qualdesk.store.leads import load_lead
from qualdesk.store.tries import tries_of
from qualdesk.store.what_if import Candidate, candidates

# So many leads are looked at before those found are the first: at night none is free.
_LOOKED_AT = 40


@frozen
class _Placed:
    """A lead and when these rules would let it be called."""

    lead: Lead
    at: datetime
    zone: str
    priority: Priority
    is_promised: bool
    is_free: bool


def first_leads(
    tx: Transaction, campaign: Campaign, plan: CampaignPlan | None, limit: int = 5
) -> tuple[FirstLead, ...]:
    """The first leads of the campaign as it would be under the plan, best first.

    Those that could be called now come first, promises that are due before the others; then
    those that come free next. What calls still wait for (the source card) is not asked: the
    order is that of the first call.
    """
    under = _under(campaign, plan)
    free: list[_Placed] = []
    later: list[_Placed] = []
    for looked_at, one in enumerate(candidates(tx, under), 1):
        placed = _placed(tx, under, one)
        if placed is not None:
            (free if placed.is_free else later).append(placed)
        if len(free) >= limit or looked_at >= _LOOKED_AT:
            break
    free.sort(key=lambda placed: not placed.is_promised)
    later.sort(key=lambda placed: placed.at)
    return tuple(_first(placed, tx.now) for placed in (*free, *later)[:limit])


def _under(campaign: Campaign, plan: CampaignPlan | None) -> Campaign:
    """The campaign as it would be, were the plan saved."""
    if plan is None:
        return campaign
    return replace(campaign, **{one.name: getattr(plan, one.name) for one in fields(CampaignPlan)})


def _placed(tx: Transaction, under: Campaign, one: Candidate) -> _Placed | None:
    """When these rules would let the lead be called; None for never."""
    lead = load_lead(tx, one.lead_id)
    if not lead.contact.dialable:
        return None
    standing = _standing(tx, under, lead, one)
    if standing.attempts >= standing.hours.limits.max_attempts and not one.is_promised:
        return None
    said = may_dial(standing, tx.now)
    rests = one.rests_until is not None and one.rests_until > tx.now
    at: datetime | None = tx.now
    if rests or not said.is_allowed:
        at = allowed_from(standing, tx.now, max(tx.now, one.rests_until or tx.now))
    if at is None:
        return None
    is_free = at <= tx.now
    due_at = one.rests_until if one.is_promised and is_free else None
    priority = priority_of(
        told_of(one.parts, lead.signals),
        callback_reason(due_at, standing.zone, tx.now) if due_at else None,
        pinned_reason() if one.is_pinned else None,
    )
    return _Placed(
        lead=lead,
        at=at,
        zone=standing.zone,
        priority=priority,
        is_promised=one.is_promised,
        is_free=is_free,
    )


def _standing(tx: Transaction, under: Campaign, lead: Lead, one: Candidate) -> Standing:
    stands = calls.stands(tx, lead.id)
    hours = call_hours(tx, lead, under)
    return Standing(
        hours=hours,
        closes_at=stands.closes_at,
        attempts=stands.attempts,
        tried_on=stands.tried_on,
        tried_that_day=stands.tried_that_day,
        last_attempt_at=stands.last_attempt_at,
        tries=tries_of(tx, lead, under.client, hours.reach(tx.now)),
        due_at=one.rests_until if one.is_promised else None,
    )


def _first(placed: _Placed, now: datetime) -> FirstLead:
    lead = placed.lead
    says = "now" if placed.is_free else time_words(placed.at, placed.zone, now=now)
    return FirstLead(
        lead_id=lead.id,
        name=lead.contact.name,
        company=lead.contact.company_name,
        reasons=tuple(reason.says for reason in placed.priority.why_now),
        points=placed.priority.points,
        says=says,
        is_free=placed.is_free,
        next_at=placed.at,
        zone=placed.zone,
    )
