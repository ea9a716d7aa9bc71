"""Levers that were applied in one step, and how the campaign stood before."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

import sqlalchemy as sa

from qualdesk.core.campaigns import Campaign
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId
from qualdesk.store.database import Transaction
from qualdesk.store.on_phones import works_for
from qualdesk.store.schema_forecast import plan_change

BEGUN, APPLIED, GOING_BACK, TAKEN_BACK = "begun", "applied", "going_back", "taken_back"


@frozen
class PlanStand:
    """All of a campaign that levers can change.

    Attributes:
        planned: callers planned beyond the shifts: from which day, how many.
        works_for: whom a supervisor moved where, of those who are borrowed; 0 for nowhere.
    """

    giveaway_tries: int | None
    closes_at: datetime | None
    has_no_end: bool
    planned: tuple[tuple[date, int], ...] = ()
    works_for: Mapping[str, int]


@frozen
class PlanChange:
    """One step: its state, and how the campaign stood before it and after."""

    id: int
    campaign_id: CampaignId
    state: str
    before: PlanStand
    after: PlanStand


def stand_of(tx: Transaction, found: Campaign, borrowed: tuple[str, ...]) -> PlanStand:
    """How the campaign stands now, and where these people work."""
    return PlanStand(
        giveaway_tries=found.giveaway_attempts,
        closes_at=found.window.closes_at,
        has_no_end=found.window.has_no_end,
        planned=found.planned_callers,
        works_for={name: int(works_for(tx, name) or 0) for name in borrowed},
    )


def begin(
    tx: Transaction, campaign_id: CampaignId, by: str, before: PlanStand, after: PlanStand
) -> int:
    """Write a step down before anything of it is done; its number."""
    made = tx.connection.scalar(
        plan_change.insert()
        .values(
            campaign_id=campaign_id,
            made_by=by,
            made_at=tx.now,
            state=BEGUN,
            before=_plain(before),
            after=_plain(after),
        )
        .returning(plan_change.c.id)
    )
    return int(made or 0)


def find(tx: Transaction, change: int) -> PlanChange | None:
    """The step of that number, None when there is none; nobody else changes it meanwhile."""
    query = sa.select(plan_change).where(plan_change.c.id == change).with_for_update()
    row = tx.connection.execute(query).first()
    return _change(row) if row else None


def newest_applied(tx: Transaction, campaign_id: CampaignId) -> int:
    """The number of the last step that holds; 0 when there is none."""
    query = sa.select(sa.func.max(plan_change.c.id)).where(
        plan_change.c.campaign_id == campaign_id, plan_change.c.state == APPLIED
    )
    return int(tx.connection.scalar(query) or 0)


def unfinished(
    tx: Transaction, before: datetime, campaign_id: CampaignId | None = None
) -> tuple[int, ...]:
    """Steps that were broken off half way, begun before that instant; of one campaign or all."""
    query = sa.select(plan_change.c.id).where(
        sa.or_(
            plan_change.c.state == GOING_BACK,
            sa.and_(plan_change.c.state == BEGUN, plan_change.c.made_at < before),
        ),
    )
    if campaign_id is not None:
        query = query.where(plan_change.c.campaign_id == campaign_id)
    return tuple(tx.connection.scalars(query.order_by(plan_change.c.id.desc())))


def mark(tx: Transaction, change: int, state: str) -> None:
    """Note how far a step is."""
    tx.connection.execute(
        plan_change.update().where(plan_change.c.id == change).values(state=state)
    )


def _plain(stand: PlanStand) -> dict[str, Any]:
    return {
        "giveaway_tries": stand.giveaway_tries,
        "closes_at": stand.closes_at.isoformat() if stand.closes_at else None,
        "has_no_end": stand.has_no_end,
        "planned": [[day.isoformat(), count] for day, count in stand.planned],
        "works_for": dict(stand.works_for),
    }


def _stand(value: Mapping[str, Any]) -> PlanStand:
    at = value["closes_at"]
    return PlanStand(
        giveaway_tries=value["giveaway_tries"],
        closes_at=datetime.fromisoformat(at).astimezone(UTC) if at else None,
        has_no_end=value["has_no_end"],
        planned=tuple((date.fromisoformat(day), count) for day, count in value["planned"]),
        works_for=value["works_for"],
    )


def _change(row: Any) -> PlanChange:
    return PlanChange(
        id=row.id,
        campaign_id=CampaignId(row.campaign_id),
        state=row.state,
        before=_stand(row.before),
        after=_stand(row.after),
    )
