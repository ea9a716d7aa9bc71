"""A supervisor's word on the queue: what campaigns weigh, which leads come first or not at all."""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from qualdesk.core.errors import NotFound
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.core.leads import Bucket
from qualdesk.store.database import Transaction
from qualdesk.store.schema import campaign, lead


@dataclass(frozen=True, kw_only=True, slots=True)
class Word:
    """What a supervisor said about one campaign's place beside the others, in percent."""

    campaign_id: CampaignId
    name: str
    weight: int = 100
    share: int = 0
    giveaway_last: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """What a supervisor said about one lead, and whether it is open and with whom."""

    lead_id: LeadId
    campaign_id: CampaignId
    state: Bucket
    is_pinned: bool = False
    kept_out: str = ""
    pushed_to: str = ""
    claimed_by: str = ""


def words(tx: Transaction) -> tuple[Word, ...]:
    """What was said about each campaign, the newest campaign first."""
    rows = tx.connection.execute(_WORDS.order_by(campaign.c.id.desc()))
    return tuple(_word(row) for row in rows)


def word_on(tx: Transaction, campaign_id: CampaignId) -> Word:
    """What was said about this campaign.

    Raises:
        NotFound: there is no such campaign.
    """
    row = tx.connection.execute(_WORDS.where(campaign.c.id == campaign_id)).first()
    if row is None:
        raise NotFound(f"There is no campaign number {campaign_id}.")
    return _word(row)


def say(
    tx: Transaction,
    campaign_id: CampaignId,
    *,
    weight: int | None = None,
    share: int | None = None,
    giveaway_last: bool | None = None,
) -> None:
    """Write what a supervisor says about a campaign; what is left out stays."""
    told = {
        "weight_percent": weight,
        "share_percent": share,
        "giveaway_last": giveaway_last,
    }
    said = {column: value for column, value in told.items() if value is not None}
    tx.connection.execute(campaign.update().where(campaign.c.id == campaign_id).values(said))


def place_of(tx: Transaction, lead_id: LeadId) -> Place:
    """What was said about this lead; nobody else changes it before the transaction ends.

    Raises:
        NotFound: there is no such lead.
    """
    row = tx.connection.execute(_PLACE.where(lead.c.id == lead_id).with_for_update()).first()
    if row is None:
        raise NotFound(f"There is no lead number {lead_id}.")
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
    """Write that the lead comes first, or not any more. Its stack must be found again."""
    tx.connection.execute(lead.update().where(lead.c.id == lead_id).values(is_pinned=is_pinned))


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


def _word(row: Any) -> Word:
    return Word(
        campaign_id=CampaignId(row.id),
        name=row.name,
        weight=row.weight_percent,
        share=row.share_percent,
        giveaway_last=row.giveaway_last,
    )


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
