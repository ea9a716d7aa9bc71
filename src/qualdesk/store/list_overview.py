"""The lists that were loaded, and what has become of their leads."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from qualdesk.core.floor_figures import ListName
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId, ListId
from qualdesk.core.leads import Bucket
from qualdesk.store.database import Transaction
from qualdesk.store.list_turns import LOADING, PUBLISHED, UNDO_FOR, UNDONE, is_held
from qualdesk.store.overview import OPEN
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_lists import intake_row, lead_list

_QUALIFIED = (Bucket.QUALIFIED, Bucket.IN_BATCH, Bucket.TAKEN, Bucket.WON, Bucket.LOST)


@frozen
class ListSummary:
    """A list, the four counts of its rows, and how far its leads are.

    ``leads`` are those its rows made or updated, each once; ``called`` at least once.

    Attributes:
        state: ``published``, ``loading`` or ``undone``.
        is_unfinished: whether loading or undoing it was broken off, so that it waits for
            somebody to go on with it. Nobody is called from a list that is still loading.
        can_undo: whether it can be undone now, or undoing it can be gone on with.
        can_resume: whether loading it can be gone on with.
    """

    id: ListId
    campaign_id: CampaignId
    file_name: str
    loaded_by: str
    loaded_at: datetime
    rows: int
    new: int
    updated: int
    merged: int
    left_out: int
    leads: int = 0
    called: int = 0
    finished: int = 0
    qualified: int = 0
    state: str = PUBLISHED
    is_unfinished: bool = False
    can_undo: bool = False
    can_resume: bool = False
    undone_at: datetime | None = None
    undone_by: str = ""


def can_undo(row: Any, now: datetime) -> bool:
    """Whether a list can be undone, or undoing it can be gone on with."""
    if is_held(row, now):
        return False
    if row.state == PUBLISHED:
        return bool(row.loaded_at > now - UNDO_FOR)
    return row.state == LOADING or row.undone_at is None


def list_summaries(tx: Transaction) -> tuple[ListSummary, ...]:
    """Every list, the newest first; also what was undone, and what is not loaded to its end."""
    counted = _leads_of_lists()
    columns: list[Any] = [lead_list, *(counted.c[name] for name in _COUNTS)]
    query = (
        sa.select(*columns)
        .outerjoin(counted, counted.c.list_id == lead_list.c.id)
        .order_by(lead_list.c.id.desc())
    )
    return tuple(
        ListSummary(
            id=ListId(row.id),
            campaign_id=CampaignId(row.campaign_id),
            file_name=row.file_name,
            loaded_by=row.loaded_by,
            loaded_at=row.loaded_at,
            rows=row.rows,
            new=row.new,
            updated=row.updated,
            merged=row.merged,
            left_out=row.left_out,
            **_counted(row),
            **_standing(row, tx.now),
        )
        for row in tx.connection.execute(query)
    )


def lists_of(tx: Transaction, campaign_id: CampaignId) -> tuple[ListName, ...]:
    """The lists of a campaign that are loaded, the newest first; nothing is counted."""
    columns = (lead_list.c.id, lead_list.c.file_name, lead_list.c.loaded_at)
    query = (
        sa.select(*columns)
        .where(lead_list.c.campaign_id == campaign_id, lead_list.c.state == PUBLISHED)
        .order_by(lead_list.c.id.desc())
    )
    return tuple(
        ListName(id=ListId(row.id), file_name=row.file_name, loaded_at=row.loaded_at)
        for row in tx.connection.execute(query)
    )


def _counted(row: Any) -> dict[str, Any]:
    return {name: getattr(row, name) or 0 for name in _COUNTS}


def _standing(row: Any, now: datetime) -> dict[str, Any]:
    """How far a list is, and what can be done about it."""
    is_at_rest = not is_held(row, now)
    is_broken_off = row.state == LOADING or (row.state == UNDONE and row.undone_at is None)
    return {
        "state": row.state,
        "is_unfinished": is_at_rest and is_broken_off,
        "can_undo": can_undo(row, now),
        "can_resume": is_at_rest and row.state == LOADING and bool((row.choices or {}).get("path")),
        "undone_at": row.undone_at,
        "undone_by": row.undone_by if row.undone_at else "",
    }


def _leads_of_lists() -> sa.Subquery:
    """How far the leads of each list are, each lead once."""
    mine = sa.select(intake_row.c.list_id, intake_row.c.lead_id).distinct().subquery()
    is_open = lead.c.state.in_([bucket.value for bucket in OPEN])
    is_qualified = lead.c.state.in_([bucket.value for bucket in _QUALIFIED])
    return (
        sa.select(
            mine.c.list_id,
            sa.func.count().label("leads"),
            sa.func.count(lead.c.last_attempt_at).label("called"),
            sa.func.sum(sa.case((is_open, 0), else_=1)).label("finished"),
            sa.func.sum(sa.case((is_qualified, 1), else_=0)).label("qualified"),
        )
        .join(lead, lead.c.id == mine.c.lead_id)
        .group_by(mine.c.list_id)
        .subquery()
    )


_COUNTS = ("leads", "called", "finished", "qualified")
