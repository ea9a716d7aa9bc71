"""A supervisor's word on the queue: what campaigns weigh, which leads come first or not at all."""

from typing import Any

import sqlalchemy as sa

from qualdesk.core.errors import NotFound
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.override_costs import CALLS, Offer, Said
from qualdesk.core.traits import Interest, Traits
from qualdesk.core.wording import tr
from qualdesk.store.clients import refuse_others
from qualdesk.store.database import Transaction
from qualdesk.store.queue_look import QueueLook, cells_now
from qualdesk.store.schema_campaigns import campaign, cell, stack
from qualdesk.store.schema_leads import lead
from qualdesk.store.stacks import sort


@frozen
class Place:
    """What a supervisor said about one lead, and whether it is open and with whom."""

    lead_id: LeadId
    campaign_id: CampaignId
    state: Bucket
    is_pinned: bool = False
    kept_out: str = ""
    pushed_to: str = ""
    claimed_by: str = ""


def words(tx: Transaction) -> tuple[Said, ...]:
    """What was said about each campaign, the newest campaign first."""
    rows = tx.connection.execute(_WORDS.order_by(campaign.c.id.desc()))
    return tuple(_word(row) for row in rows)


def word_on(tx: Transaction, campaign_id: CampaignId) -> Said:
    """What was said about this campaign.

    Raises:
        NotFound: there is no such campaign.
    """
    row = tx.connection.execute(_WORDS.where(campaign.c.id == campaign_id)).first()
    if row is None:
        raise NotFound(tr("There is no campaign number {number}.", number=campaign_id))
    return _word(row)


def weigh(tx: Transaction, campaign_id: CampaignId, percent: int) -> None:
    """Let the campaign's leads count so much.

    Their place changes at once, as far as it is in proportion; the next ranking works it out.
    """
    before = word_on(tx, campaign_id).weight
    _say(tx, campaign_id, weight_percent=percent)
    tx.connection.execute(
        stack.update()
        .where(stack.c.cell_id.in_(_cells_of(campaign_id)))
        .values(score=stack.c.score * percent / before)
    )


def give_share(tx: Transaction, campaign_id: CampaignId, percent: int) -> None:
    """Promise the campaign so many of every hundred calls."""
    _say(tx, campaign_id, share_percent=percent)


def put_giveaways_last(tx: Transaction, campaign_id: CampaignId, *, is_last: bool) -> None:
    """Let the campaign's giveaways come after everybody else, from now on, or not any more."""
    _say(tx, campaign_id, giveaway_last=is_last)
    tx.connection.execute(
        stack.update()
        .where(
            stack.c.cell_id.in_(_cells_of(campaign_id)),
            stack.c.traits.contains(f"/{Interest.GIVEAWAY.value}/", autoescape=True),
            stack.c.tier == (0 if is_last else _LAST),
        )
        .values(tier=_LAST if is_last else 0)
    )


def offers(tx: Transaction, caller: str) -> tuple[Offer, ...]:
    """What could be called now, with what it is worth whatever was said of it."""
    look = QueueLook(tx, caller)
    there = cells_now(look)
    weights = {one.campaign_id: one.weight for one in words(tx)}
    sizes = {row.id: row.leads for row in look.rows("stack_sizes", at_most=CALLS)}
    kept_out = {row.id: row.leads for row in look.rows("stacks_kept_out")}
    found = []
    for row in look.rows("stacks"):
        now, leads, more = there[row.cell_id], sizes.get(row.id, 0), kept_out.get(row.id, 0)
        if now.code or now.rest or not leads + more:
            continue
        alike = Traits.from_key(row.traits)
        campaign_id = CampaignId(row.campaign_id)
        offer = Offer(
            campaign_id=campaign_id,
            index=row.score * 100 / weights[campaign_id],
            leads=leads,
            kept_out=more,
            is_pinned=alike.is_pinned,
            is_giveaway=alike.interest is Interest.GIVEAWAY,
        )
        found.append(offer)
    return tuple(found)


def place_of(tx: Transaction, lead_id: LeadId) -> Place:
    """What was said about this lead; nobody else changes it before the transaction ends.

    Raises:
        NotFound: there is no such lead.
    """
    refuse_others(tx, lead_id)
    row = tx.connection.execute(_PLACE.where(lead.c.id == lead_id).with_for_update()).first()
    if row is None:
        raise NotFound(tr("There is no lead number {number}.", number=lead_id))
    return Place(
        lead_id=LeadId(row.id),
        campaign_id=CampaignId(row.campaign_id),
        state=Bucket(row.state),
        is_pinned=row.is_pinned,
        kept_out=row.kept_out,
        pushed_to=row.pushed_to,
        claimed_by=row.claimed_by or "",
    )


def pin(tx: Transaction, lead_id: LeadId, *, is_pinned: bool) -> None:
    """Write that the lead comes first, or not any more; it goes to the stack of such leads."""
    tx.connection.execute(lead.update().where(lead.c.id == lead_id).values(is_pinned=is_pinned))
    sort(tx, [lead_id])


def keep_out(tx: Transaction, lead_id: LeadId, because: str) -> None:
    """Take the lead out of the queue; it stays in its bucket."""
    tx.connection.execute(
        lead.update().where(lead.c.id == lead_id).values(kept_out=because, ready=False)
    )


def let_in(tx: Transaction, lead_id: LeadId) -> None:
    """Let the lead stand in the queue again, at once when it has rested and nobody holds it."""
    is_free = sa.and_(
        lead.c.state == Bucket.WAITING.value, lead.c.wake_at.is_(None), lead.c.claimed_by.is_(None)
    )
    tx.connection.execute(
        lead.update().where(lead.c.id == lead_id).values(kept_out="", ready=is_free)
    )


def _say(tx: Transaction, campaign_id: CampaignId, **said: object) -> None:
    tx.connection.execute(campaign.update().where(campaign.c.id == campaign_id).values(said))


def _cells_of(campaign_id: CampaignId) -> sa.Select[tuple[int]]:
    return sa.select(cell.c.id).where(cell.c.campaign_id == campaign_id)


def _word(row: Any) -> Said:
    return Said(
        campaign_id=CampaignId(row.id),
        name=row.name,
        weight=row.weight_percent,
        share=row.share_percent,
        giveaway_last=row.giveaway_last,
    )


_LAST = -1
_WORDS = sa.select(
    campaign.c.id,
    campaign.c.name,
    campaign.c.weight_percent,
    campaign.c.share_percent,
    campaign.c.giveaway_last,
)
_PLACE = sa.select(
    lead.c.id,
    lead.c.campaign_id,
    lead.c.state,
    lead.c.is_pinned,
    lead.c.kept_out,
    lead.c.pushed_to,
    lead.c.claimed_by,
)
