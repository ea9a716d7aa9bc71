"""Leads that left for sales, all of some campaigns at once: for lessons, costs and statements."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any, TypeAlias

import sqlalchemy as sa

from qualdesk.core.frozen import frozen
from qualdesk.core.ids import BatchId, CampaignId, ItemId, LeadId
from qualdesk.core.left_leads import SentLead
from qualdesk.store.database import Transaction
from qualdesk.store.list_turns import PUBLISHED
from qualdesk.store.quick import quick_rows
from qualdesk.store.schema_calls import attempt, handoff_batch, handoff_item
from qualdesk.store.schema_handoff import handoff_dispute
from qualdesk.store.schema_lists import intake_row, lead_list


@frozen
class Conversations:
    """Which calls make a lead whose: by the codes of the outcomes they ended with.

    Attributes:
        qualifies: those by which a lead is qualified.
        counts: those in which the person was spoken to and belongs on the list; these are
            among them.
    """

    qualifies: frozenset[str]
    counts: frozenset[str]


def left_leads(
    tx: Transaction, campaigns: Sequence[CampaignId], talks: Conversations
) -> tuple[SentLead, ...]:
    """All leads of these campaigns in batches that left, but recalled ones; by lead and batch.

    Whose a lead is does not change when the person is erased: that a call was made, by whom and
    how it ended is kept, what they answered is not.
    """
    values = {"campaigns": list(campaigns)}
    if not campaigns:
        return ()
    calls = _calls(tx, campaigns, talks)
    lists = {row.lead_id: row.file_name for row in quick_rows(tx, _LISTS, values)}
    disputes = {row.item_id: row.state for row in quick_rows(tx, _DISPUTES, values)}
    found = []
    of_lead, left_before = 0, None
    for row in quick_rows(tx, _ITEMS, values):
        left_before = left_before if row.lead_id == of_lead else None
        of_lead = row.lead_id
        caller, callers = _whose(calls.get(of_lead, ()), left_before, row.sent_at, talks.qualifies)
        left_before = row.sent_at
        whose = {"caller": caller, "callers": callers, "list_name": lists.get(of_lead, "")}
        found.append(_left(row, disputes.get(row.id, ""), whose))
    return tuple(found)


def _left(row: Any, dispute: str, whose: Mapping[str, Any]) -> SentLead:
    return SentLead(
        item_id=ItemId(row.id),
        lead_id=LeadId(row.lead_id),
        batch_id=BatchId(row.batch_id),
        campaign=CampaignId(row.campaign_id),
        kept=row.state,
        sent_at=row.sent_at,
        became=row.became,
        became_at=row.became_at,
        reason=row.reason,
        answered_at=row.answered_at,
        recycled_at=row.recycled_at,
        dispute=dispute,
        amount=Decimal(row.amount) if row.amount else None,
        currency=row.currency,
        **whose,
    )


_Call: TypeAlias = tuple[datetime, str, str]


def _calls(
    tx: Transaction, campaigns: Sequence[CampaignId], talks: Conversations
) -> dict[int, list[_Call]]:
    """When, by whom and how the conversations with these leads ended, the oldest first."""
    found: defaultdict[int, list[_Call]] = defaultdict(list)
    codes = sorted(talks.counts | talks.qualifies)
    for row in quick_rows(tx, _CALLS, {"campaigns": list(campaigns), "codes": codes}):
        found[row.lead_id].append((row.started_at, row.caller, row.outcome))
    return found


def _whose(
    calls: Sequence[_Call], left_before: datetime | None, sent_at: datetime, by: Collection[str]
) -> tuple[str, tuple[str, ...]]:
    """Who qualified a lead that left then, and who spoke with the person since it left before."""
    caller = ""
    callers = set()
    for started_at, who, outcome in calls:
        if started_at > sent_at:
            break
        if outcome in by:
            caller = who
        if left_before is None or started_at > left_before:
            callers.add(who)
    return caller, tuple(sorted(callers | {caller} - {""}))


_CAMPAIGNS: sa.BindParameter[list[int]] = sa.bindparam("campaigns", expanding=True)
_CODES: sa.BindParameter[list[str]] = sa.bindparam("codes", expanding=True)
_HAVE_LEFT = (
    handoff_batch.c.campaign_id.in_(_CAMPAIGNS),
    handoff_batch.c.state == "sent",
    handoff_item.c.state != "recalled",
)
_COLUMNS = (
    *("id", "lead_id", "batch_id", "state", "became", "became_at", "reason", "answered_at"),
    *("recycled_at", "amount", "currency"),
)
_ITEMS = (
    sa.select(
        *(handoff_item.c[name] for name in _COLUMNS),
        handoff_batch.c.campaign_id,
        handoff_batch.c.sent_at,
    )
    .join(handoff_batch, handoff_batch.c.id == handoff_item.c.batch_id)
    .where(*_HAVE_LEFT)
    .order_by(handoff_item.c.lead_id, handoff_batch.c.sent_at, handoff_batch.c.id)
)
_LEADS = (
    sa.select(handoff_item.c.lead_id)
    .join(handoff_batch, handoff_batch.c.id == handoff_item.c.batch_id)
    .where(*_HAVE_LEFT)
    .distinct()
)
_CALLS = (
    sa.select(attempt.c.lead_id, attempt.c.started_at, attempt.c.caller, attempt.c.outcome)
    .where(
        attempt.c.lead_id.in_(_LEADS),
        attempt.c.outcome.in_(_CODES),
        attempt.c.undone_at.is_(None),
    )
    .order_by(attempt.c.lead_id, attempt.c.started_at, attempt.c.id)
)
# The file that brought a lead first; later ones found it there.
_FIRST = (
    sa.select(intake_row.c.lead_id, sa.func.min(intake_row.c.list_id).label("list_id"))
    .join(lead_list, lead_list.c.id == intake_row.c.list_id)
    .where(lead_list.c.state == PUBLISHED, intake_row.c.lead_id.in_(_LEADS))
    .group_by(intake_row.c.lead_id)
    .subquery()
)
_LISTS = sa.select(_FIRST.c.lead_id, lead_list.c.file_name).join(
    lead_list, lead_list.c.id == _FIRST.c.list_id
)
# The last of an item comes last.
_DISPUTES = (
    sa.select(handoff_dispute.c.item_id, handoff_dispute.c.state)
    .join(handoff_item, handoff_item.c.id == handoff_dispute.c.item_id)
    .join(handoff_batch, handoff_batch.c.id == handoff_item.c.batch_id)
    .where(*_HAVE_LEFT)
    .order_by(handoff_dispute.c.id)
)


def all_items(tx: Transaction, campaigns: Sequence[CampaignId]) -> Iterator[Any]:
    """Every row as it is kept, by lead and batch: the bare look benchmarks compare with."""
    yield from quick_rows(tx, _ITEMS, {"campaigns": list(campaigns)})
