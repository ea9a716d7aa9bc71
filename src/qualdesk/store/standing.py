"""How single leads stand now: the one reason why they are not offered, and when they are."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from qualdesk.core.ids import LeadId
from qualdesk.store.database import Transaction
from qualdesk.store.overview import opening
from qualdesk.store.queue_look import CellNow, QueueLook, cells_now, ids_of
from qualdesk.store.schema import campaign, company, contact, lead


@dataclass(frozen=True, kw_only=True, slots=True)
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


@dataclass(frozen=True, kw_only=True, slots=True)
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
    return {
        LeadId(row.id): _standing(tx, row, told[row.id], cells[row.cell_id])
        for row in look.rows("list_named", **ids_of(lead_ids))
    }


def _standing(tx: Transaction, seen: Any, row: Any, there: CellNow) -> Standing:
    code = there.code_of(seen.code)
    is_held = row.claimed_by is not None and row.claim_until > tx.now
    return Standing(
        lead_id=LeadId(row.id),
        code=code,
        zone=there.zones[0] if there.zones else "",
        law=there.says,
        next_at=_next_at(tx, code, row, there),
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


def _next_at(tx: Transaction, code: str, row: Any, there: CellNow) -> datetime | None:
    """When the lead is offered again, as far as that can be said."""
    if code == "free":
        return tx.now
    if code == "promised":
        at: datetime | None = row.due_at
        return at
    if code == "promised_others":
        return opening(tx, row.cell_id, row.due_at + there.grace)
    if code == "resting":
        return opening(tx, row.cell_id, row.wake_at)
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
