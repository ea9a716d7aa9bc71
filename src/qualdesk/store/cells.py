"""Cells: leads of a campaign on the same clocks, and the hours in which those may be called."""

from collections.abc import Iterable
from datetime import datetime, timedelta

import sqlalchemy as sa

from qualdesk.core.calling_rules import open_hours as hours_of
from qualdesk.core.campaigns import Campaign
from qualdesk.core.ids import CampaignId
from qualdesk.store.campaigns import load_campaign
from qualdesk.store.database import Transaction
from qualdesk.store.schema import cell, open_hours

# Hours are worked out this far ahead, and again when less than this is left of them.
AHEAD = timedelta(days=14)
ENOUGH = timedelta(days=2)
_BEHIND = timedelta(days=1)


def cell_for(tx: Transaction, campaign_id: CampaignId, zones: Iterable[str]) -> int:
    """The cell of a campaign's leads whose candidate zones are these, made when it is new.

    No zone at all is a cell too: one that never opens, whose leads wait until somebody finds
    out where the person is.
    """
    zone_set = "|".join(sorted(set(zones)))
    wanted = sa.select(cell.c.id).where(
        cell.c.campaign_id == campaign_id, cell.c.of_list == 0, cell.c.zone_set == zone_set
    )
    found = tx.connection.scalar(wanted)
    if found is None:
        tx.connection.execute(
            tx.dialect.insert(cell)
            .values(campaign_id=campaign_id, zone_set=zone_set)
            .on_conflict_do_nothing()
        )
        found = tx.connection.execute(wanted).scalar_one()
        _compile(tx, found, zone_set, load_campaign(tx, campaign_id))
    return int(found)


def are_stale(tx: Transaction, at: datetime | None = None) -> bool:
    """Whether hours must be worked out before a look at the queue, now or at ``at``."""
    stale = sa.select(cell.c.id).where(_stale(tx, at)).limit(1)
    return tx.connection.scalar(stale) is not None


def refresh(tx: Transaction, at: datetime | None = None) -> int:
    """Work out the hours of every cell where less than two days of them are left; how many.

    Also where the clock went back before them, as it does in rehearsals. With ``at`` they
    reach to that instant as well, for a look ahead.
    """
    stale = (
        sa.select(cell.c.id, cell.c.zone_set, cell.c.campaign_id)
        .where(_stale(tx, at))
        # Several desks of a team come here at once: each takes what no other is doing.
        .with_for_update(skip_locked=True, of=cell)
    )
    rows = tx.connection.execute(stale).all()
    campaigns = {key: load_campaign(tx, CampaignId(key)) for key in {r.campaign_id for r in rows}}
    for row in rows:
        _compile(tx, row.id, row.zone_set, campaigns[row.campaign_id], at)
    return len(rows)


def _stale(tx: Transaction, at: datetime | None) -> sa.ColumnElement[bool]:
    first, last = _span(tx, at)
    return sa.or_(
        cell.c.compiled_until.is_(None),
        cell.c.compiled_until < last + ENOUGH,
        cell.c.compiled_from > first,
    )


def _span(tx: Transaction, at: datetime | None) -> tuple[datetime, datetime]:
    return min(tx.now, at or tx.now), max(tx.now, at or tx.now)


def _compile(
    tx: Transaction, cell_id: int, zone_set: str, campaign: Campaign, at: datetime | None = None
) -> None:
    first, last = _span(tx, at)
    start, end = first - _BEHIND, last + AHEAD
    zones = zone_set.split("|") if zone_set else []
    spans = hours_of(zones, campaign.limits, campaign.window, start, end)
    tx.connection.execute(open_hours.delete().where(open_hours.c.cell_id == cell_id))
    if spans:
        rows = [
            {"cell_id": cell_id, "opens_at": span.opens_at, "closes_at": span.closes_at}
            for span in spans
        ]
        tx.connection.execute(open_hours.insert(), rows)
    tx.connection.execute(
        cell.update().where(cell.c.id == cell_id).values(compiled_from=start, compiled_until=end)
    )
