"""Fair shares: which campaign a caller's next call is for, where campaigns have a share."""

from hashlib import blake2b

import sqlalchemy as sa

from qualdesk.core.ids import CampaignId
from qualdesk.store.database import Transaction
from qualdesk.store.schema_calls import attempt
from qualdesk.store.schema_campaigns import campaign


def whose_turn(tx: Transaction, caller: str) -> CampaignId | None:
    """The campaign this claim serves first, None for whichever is best.

    Nothing is remembered: the number of a caller's call today picks a place between 0 and 100,
    and each campaign owns as much of that line as its share. Numbers that follow each other
    pick places far apart, so that a share holds over any few calls and not only in the long run.
    """
    midnight = tx.now.replace(hour=0, minute=0, second=0, microsecond=0)
    made = tx.connection.execute(_CALLS, {"caller": caller, "since": midnight}).scalar_one()
    place = (made * _GOLDEN + _start_of(caller)) % 1 * 100
    for row in tx.connection.execute(_SHARES):
        place -= row.share_percent
        if place < 0:
            return CampaignId(row.id)
    return None


def _start_of(caller: str) -> float:
    """Where a caller begins, so that a whole floor does not turn to one campaign at once."""
    told = blake2b(caller.encode(), digest_size=4).digest()
    return int.from_bytes(told, "big") / 2**32


_GOLDEN = (5**0.5 - 1) / 2
_SHARES = (
    sa.select(campaign.c.id, campaign.c.share_percent)
    .where(campaign.c.share_percent > 0)
    .order_by(campaign.c.id)
)
_CALLS = sa.select(sa.func.count()).where(
    attempt.c.caller == sa.bindparam("caller"), attempt.c.ended_at >= sa.bindparam("since")
)
