"""The leads behind each number of the Floor, a page at a time, and where those of a list stand."""

from collections import Counter
from collections.abc import Collection
from datetime import datetime
from heapq import nsmallest
from typing import Any

import sqlalchemy as sa

from qualdesk.core.errors import NotFound
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import BatchId, CampaignId, LeadId, ListId
from qualdesk.core.lead_groups import Group
from qualdesk.core.leads import Bucket
from qualdesk.core.wording import tr
from qualdesk.store.database import Transaction
from qualdesk.store.schema_calls import attempt, handoff_batch, handoff_item
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_lists import intake_row, lead_list
from qualdesk.store.schema_people import company, contact
from qualdesk.store.schema_tally import LISTED
from qualdesk.store.tally import OffBy
from qualdesk.store.tally_sql import CALL_KEY, IS_CALL, IS_FINISHED, lead_key, quarter


@frozen
class Listed:
    """A lead of such a list, as it is kept."""

    id: LeadId
    name: str
    company: str
    group: Group
    is_held: bool
    reason: str
    last_called: datetime | None


@frozen
class Asked:
    """Which leads are listed.

    Attributes:
        groups: those they are in; None: any.
        ids: only these; None: any.
        by: of :data:`LISTED`, the name of the index all of them stand in; empty: of none.
        held: True for those in a caller's hands alone, False for the others, None for both.
    """

    groups: Collection[Group] | None = None
    ids: Collection[LeadId] | None = None
    by: str = ""
    held: bool | None = None


def listed(
    tx: Transaction, campaign_id: CampaignId, asked: Asked, *, after: int, limit: int
) -> tuple[Listed, ...]:
    """Leads of a campaign in the order of their numbers, those above ``after``."""
    wheres: list[sa.ColumnElement[bool]] = [lead.c.campaign_id == campaign_id, lead.c.id > after]
    values: dict[str, Any] = {}
    if asked.by:
        wheres.append(sa.text(LISTED[asked.by]))  # type: ignore[arg-type]
    if asked.groups is not None:
        if not asked.by:
            wheres.append(lead.c.state.in_(sorted({one.state for one in asked.groups})))
        keys: sa.BindParameter[list[str]] = sa.bindparam("keys", expanding=True)
        values["keys"] = [one.key for one in asked.groups]
        wheres.append(_key(tx).in_(keys))
    if asked.ids is not None:
        # Only the page: a statement takes no hundred thousand values.
        wheres.append(lead.c.id.in_(nsmallest(limit, (one for one in asked.ids if one > after))))
    if asked.held is not None:
        wheres.append(_held(tx) if asked.held else ~_held(tx))
    page = sa.select(lead.c.id).where(*wheres).order_by(lead.c.id).limit(limit)
    ids = tx.connection.scalars(page, values).all()
    query = (
        sa.select(
            *(lead.c[name] for name in ("id", "state_reason", "last_attempt_at")),
            _key(tx).label("group"),
            _held(tx).label("is_held"),
            contact.c.name,
            company.c.name.label("company"),
        )
        .join_from(lead, contact, contact.c.id == lead.c.contact_id)
        .outerjoin(company, company.c.id == contact.c.company_id)
        .where(lead.c.id.in_(ids))
        .order_by(lead.c.id)
    )
    return tuple(_listed(row) for row in tx.connection.execute(query))


def nowhere(tx: Transaction, campaign_id: CampaignId, most: int) -> tuple[LeadId, ...]:
    """Leads of a campaign that are in no bucket there is."""
    known = [bucket.value for bucket in Bucket if bucket is not Bucket.WITH_CALLER]
    query = (
        sa.select(lead.c.id)
        .where(lead.c.campaign_id == campaign_id, lead.c.state.not_in(known))
        .order_by(lead.c.id)
        .limit(most)
    )
    return tuple(LeadId(one) for one in tx.connection.scalars(query))


def rows_of(tx: Transaction, off: OffBy, most: int) -> tuple[LeadId, ...]:
    """The leads that are counted by a number, by a look at the rows; of calls, whose they are."""
    mine = sa.select(lead.c.id).where(lead.c.campaign_id == off.campaign_id)
    if off.what == "leads":
        mine = mine.where(_key(tx) == off.key)
    elif off.what == "done":
        at: sa.ColumnElement[str] = sa.literal_column(quarter(tx.dialect.name))
        mine = mine.where(sa.text(IS_FINISHED.format(r="lead")), at == off.key)
    elif off.what == "calls":
        key: sa.ColumnElement[str] = sa.literal_column(CALL_KEY.format(r="attempt"))
        is_call = sa.text(IS_CALL.format(r="attempt"))
        called = sa.select(attempt.c.lead_id).where(is_call, key == off.key)
        mine = mine.where(lead.c.id.in_(called))
    else:
        return ()
    return tuple(LeadId(one) for one in tx.connection.scalars(mine.order_by(lead.c.id).limit(most)))


def places_of_list(
    tx: Transaction, list_id: ListId
) -> tuple[str, int, Counter[tuple[str, Group | None, bool]]]:
    """A list's file, its rows, and how many of them came to what: result, group, held.

    Raises:
        NotFound: there is no such list.
    """
    kept = tx.connection.execute(sa.select(lead_list).where(lead_list.c.id == list_id)).first()
    if kept is None:
        raise NotFound(
            tr(
                "There is no list number {number}. Look at the lists and choose one.",
                number=list_id,
            )
        )
    there = sa.case((lead.c.id.is_not(None), _key(tx)), else_="").label("group")
    query = (
        sa.select(intake_row.c.result, there, _held(tx).label("is_held"), sa.func.count())
        .outerjoin_from(intake_row, lead, lead.c.id == intake_row.c.lead_id)
        .where(intake_row.c.list_id == list_id)
        .group_by(intake_row.c.result, sa.text("2"), sa.text("3"))
    )
    counts: Counter[tuple[str, Group | None, bool]] = Counter()
    for result, key, is_held, rows in tx.connection.execute(query):
        counts[result, Group.from_key(key) if key else None, bool(is_held)] += rows
    return str(kept.file_name), int(kept.rows), counts


def places_of_batch(tx: Transaction, batch_id: BatchId) -> tuple[int, int, Counter[Any]]:
    """A batch's number, its leads, and how many are in each group, held or not.

    Raises:
        NotFound: there is no such batch.
    """
    batch = sa.select(handoff_batch.c.number).where(handoff_batch.c.id == batch_id)
    number = tx.connection.scalar(batch)
    if number is None:
        raise NotFound(tr("There is no batch with that number. Look at the batches again."))
    mine = handoff_item.c.batch_id == batch_id
    query = (
        sa.select(_key(tx).label("group"), _held(tx).label("is_held"), sa.func.count())
        .join_from(handoff_item, lead, lead.c.id == handoff_item.c.lead_id)
        .where(mine)
        .group_by(sa.text("1"), sa.text("2"))
    )
    counts: Counter[tuple[Group, bool]] = Counter()
    for key, is_held, leads in tx.connection.execute(query):
        counts[Group.from_key(key), bool(is_held)] += leads
    all_of_it = sa.select(sa.func.count()).select_from(handoff_item).where(mine)
    return int(number), tx.connection.scalar(all_of_it) or 0, counts


def _key(tx: Transaction) -> sa.ColumnElement[str]:
    return sa.literal_column(f"({lead_key(tx.dialect.name)})", sa.Text)


def _held(tx: Transaction) -> sa.ColumnElement[bool]:
    """Whether a lead is in a caller's hands: a hold that ran out holds nothing."""
    held = sa.and_(
        lead.c.claimed_by.is_not(None), lead.c.claim_kind != "undo", lead.c.claim_until > tx.now
    )
    return sa.func.coalesce(held, sa.false())


def _listed(row: Any) -> Listed:
    return Listed(
        id=LeadId(row.id),
        name=row.name,
        company=row.company or "",
        group=Group.from_key(row.group),
        is_held=bool(row.is_held),
        reason=row.state_reason,
        last_called=row.last_attempt_at,
    )
