"""The order of the stacks: what a call from each is worth, by the quarter of an hour."""

from datetime import timedelta

import sqlalchemy as sa

from qualdesk.core.traits import Interest, Traits
from qualdesk.store.database import Transaction
from qualdesk.store.schema import campaign, cell


def score_now(tx: Transaction, cell_id: int, traits: str) -> tuple[int, float]:
    """The tier and the score of a stack: qualified conversations per caller minute now."""
    row = tx.connection.execute(_CELL, {"cell_id": cell_id}).one()
    alike = Traits.from_key(traits)
    return _tier(alike, giveaway_last=row.giveaway_last), _worth(alike) * row.weight_percent / 100


def _tier(traits: Traits, *, giveaway_last: bool) -> int:
    if traits.is_pinned:
        return 1
    return -1 if giveaway_last and traits.interest is Interest.GIVEAWAY else 0


def _worth(traits: Traits) -> float:
    interest = list(Interest).index(traits.interest)
    return (1 + 4 * traits.asked + interest) / (8 + traits.attempts) / 100


_CELL = (
    sa.select(campaign.c.weight_percent, campaign.c.giveaway_last)
    .join(cell, cell.c.campaign_id == campaign.c.id)
    .where(cell.c.id == sa.bindparam("cell_id"))
)
QUARTER = timedelta(minutes=15)
