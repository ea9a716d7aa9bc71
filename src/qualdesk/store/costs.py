"""What is kept of leads, lists and calls that says what leads have cost."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import sqlalchemy as sa

from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId
from qualdesk.store.database import Transaction
from qualdesk.store.queue_sql import filled
from qualdesk.store.schema_calls import handoff_batch, handoff_item
from qualdesk.store.schema_leads import lead


@frozen
class Spent:
    """What came of the leads of a campaign, each counted once, and the time of their calls.

    Attributes:
        loaded: all its leads; ``giveaway`` came for the giveaway alone.
        handed: those that left for sales and were not recalled.
        called: from the first ring to the outcome, of every call that ended.
    """

    loaded: int = 0
    giveaway: int = 0
    handed: int = 0
    taken: int = 0
    won: int = 0
    called: timedelta = timedelta()


def spent(tx: Transaction) -> Mapping[CampaignId, Spent]:
    """What every campaign with leads has come to."""
    came_to = {row.campaign_id: row for row in tx.connection.execute(_CAME_TO)}
    called = dict(tx.run(filled(type(tx.dialect), _CALLED), {}).fetchall())
    return {
        CampaignId(row.campaign_id): Spent(
            loaded=row.loaded,
            giveaway=row.giveaway,
            called=timedelta(seconds=round(float(called.get(row.campaign_id) or 0))),
            **_left(came_to.get(row.campaign_id)),
        )
        for row in tx.connection.execute(_LOADED)
    }


def _left(row: Any) -> dict[str, int]:
    return {} if row is None else {name: getattr(row, name) for name in ("handed", "taken", "won")}


def _leads_that(*conditions: sa.ColumnElement[bool]) -> sa.Function[int]:
    return sa.func.count(sa.distinct(sa.case((sa.and_(*conditions), handoff_item.c.lead_id))))


_WON = handoff_item.c.became == "won"
# As a statement has it: what the client's CRM knows was taken, unless it was sent back.
_TAKEN = sa.and_(
    handoff_item.c.state != "sent_back",
    sa.or_(handoff_item.c.state == "taken", handoff_item.c.became != ""),
)
_LOADED = sa.select(
    lead.c.campaign_id,
    sa.func.count().label("loaded"),
    sa.func.sum(sa.case((lead.c.signals["giveaway_only"].as_boolean(), 1), else_=0)).label(
        "giveaway"
    ),
).group_by(lead.c.campaign_id)
_CAME_TO = (
    sa.select(
        handoff_batch.c.campaign_id,
        sa.func.count(sa.distinct(handoff_item.c.lead_id)).label("handed"),
        _leads_that(_TAKEN).label("taken"),
        _leads_that(_WON).label("won"),
    )
    .join(handoff_batch, handoff_batch.c.id == handoff_item.c.batch_id)
    .where(handoff_batch.c.state == "sent", handoff_item.c.state != "recalled")
    .group_by(handoff_batch.c.campaign_id)
)
_CALLED = """SELECT lead.campaign_id, SUM($seconds_of_ended - $seconds_of_started)
    FROM attempt JOIN lead ON lead.id = attempt.lead_id
    WHERE attempt.ended_at IS NOT NULL AND (attempt.number <> '' OR attempt.is_incoming)
    GROUP BY lead.campaign_id"""
