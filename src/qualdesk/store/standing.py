"""How single leads stand now: the one reason why they are not offered, and when they are."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from qualdesk.core.frozen import frozen
from qualdesk.core.ids import LeadId
from qualdesk.store.database import Transaction
from qualdesk.store.queue_look import CellNow, QueueLook, cells_now, ids_of
from qualdesk.store.schema_campaigns import campaign, open_hours
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_people import company, contact


@frozen
class Standing:
    """An open lead as the queue sees it now.

    Attributes:
        code: ``free`` when it may be called, else the one reason why not.
        zone: the first of its clocks, empty when none is known.
        law: what the law asks for before any call and nobody gave.
        next_at: when it is offered again, UTC, as far as that can be said.
        reason: why it stands in its bucket; ``tried_today``: tries on its own day.
    """

    lead_id: LeadId
    code: str
    zone: str
    law: str
    next_at: datetime | None
    reason: str
    attempts: int
    tried_today: int
    due_at: datetime | None
    is_callback: bool
    callback_owner: str
    is_pinned: bool
    kept_out: str
    pushed_to: str
    held_by: str


@frozen
class Name:
    """Who a lead is, and what it came from, as far as a line shows it."""

    name: str
    company: str
    campaign_id: int
    campaign: str
    source: str


def names_of(tx: Transaction, lead_ids: Collection[int]) -> dict[LeadId, Name]:
    """Who these leads are."""
    rows = tx.connection.execute(_NAMES, {"ids": list(lead_ids)})
    return {
        LeadId(row.id): Name(
            name=row.name,
            company=row.company or "",
            campaign_id=row.campaign_id,
            campaign=row.campaign,
            source=row.signals.get("source", ""),
        )
        for row in rows
    }


def standing_of(tx: Transaction, caller: str, lead_ids: Collection[int]) -> dict[LeadId, Standing]:
    """How these leads stand for a caller; those that are not open any more are left out."""
    look = QueueLook(tx, caller)
    cells = cells_now(look, lead_ids)
    told = {row.id: row for row in tx.connection.execute(_TOLD, {"ids": list(lead_ids)})}
    hours = _Hours(tx, cells)
    return {
        LeadId(row.id): _standing(hours, row, told[row.id], cells[row.cell_id])
        for row in look.rows("list_named", **ids_of(lead_ids))
    }


class _Hours:
    """The hours of some cells ahead, looked up once."""

    def __init__(self, tx: Transaction, cell_ids: Collection[int]) -> None:
        self.now = tx.now
        self._spans: dict[int, list[tuple[datetime, datetime]]] = {}
        for row in tx.connection.execute(_SPANS, {"ids": list(cell_ids), "now": tx.now}):
            self._spans.setdefault(row.cell_id, []).append((row.opens_at, row.closes_at))

    def opening(self, cell_id: int, after: datetime) -> datetime | None:
        """The first instant at or after ``after`` at which the cell is open."""
        spans = self._spans.get(cell_id, ())
        return next((max(opens, after) for opens, closes in spans if closes > after), None)


def _standing(hours: _Hours, seen: Any, row: Any, there: CellNow) -> Standing:
    code = there.code_of(seen.code)
    is_held = row.claimed_by is not None and row.claim_until > hours.now
    return Standing(
        lead_id=LeadId(row.id),
        code=code,
        zone=there.zones[0] if there.zones else "",
        law=there.says,
        next_at=_next_at(hours, code, row, there),
        reason=row.state_reason,
        attempts=row.attempts,
        tried_today=row.tried_that_day,
        due_at=row.due_at,
        is_callback=row.state == "callback",
        callback_owner=row.callback_owner,
        is_pinned=row.is_pinned,
        kept_out=row.kept_out,
        pushed_to=row.pushed_to,
        held_by=row.claimed_by if is_held else "",
    )


def _next_at(hours: _Hours, code: str, row: Any, there: CellNow) -> datetime | None:
    """When the lead is offered again, as far as that can be said."""
    if code == "free":
        return hours.now
    if code == "promised":
        at: datetime | None = row.due_at
        return at
    if code == "promised_others":
        return hours.opening(row.cell_id, row.due_at + there.grace)
    if code == "resting":
        return hours.opening(row.cell_id, row.wake_at)
    return there.opens_next if code in {"hours", "not_open"} else None


_IDS: sa.BindParameter[list[int]] = sa.bindparam("ids", expanding=True)
_NAMES = (
    sa.select(
        lead.c.id,
        lead.c.campaign_id,
        lead.c.signals,
        contact.c.name,
        company.c.name.label("company"),
        campaign.c.name.label("campaign"),
    )
    .join(contact, contact.c.id == lead.c.contact_id)
    .join(campaign, campaign.c.id == lead.c.campaign_id)
    .outerjoin(company, company.c.id == contact.c.company_id)
    .where(lead.c.id.in_(_IDS))
)
_SPANS = (
    sa.select(open_hours.c.cell_id, open_hours.c.opens_at, open_hours.c.closes_at)
    .where(open_hours.c.cell_id.in_(_IDS), open_hours.c.closes_at > sa.bindparam("now"))
    .order_by(open_hours.c.cell_id, open_hours.c.opens_at)
)
_TOLD = sa.select(
    *(
        lead.c[name]
        for name in (
            "id",
            "cell_id",
            "state",
            "state_reason",
            "attempts",
            "tried_that_day",
            "wake_at",
            "due_at",
            "callback_owner",
            "is_pinned",
            "kept_out",
            "pushed_to",
            "claimed_by",
            "claim_until",
        )
    )
).where(lead.c.id.in_(_IDS))
