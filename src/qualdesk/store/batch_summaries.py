"""Batches that have left, each with what sales said of its leads so far."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta

import sqlalchemy as sa

from qualdesk.core.handoff import BatchSummary
from qualdesk.core.handoff_states import ItemState, state_of
from qualdesk.core.ids import BatchId, CampaignId
from qualdesk.store.database import Transaction
from qualdesk.store.schema_calls import handoff_batch, handoff_item
from qualdesk.store.schema_handoff import handoff_dispute


@dataclass(kw_only=True, slots=True)
class _Tally:
    """What is counted of one batch: by the word it is kept under, by state, reason and person."""

    kept: Counter[str] = field(default_factory=Counter)
    states: Counter[ItemState] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    receivers: Counter[str] = field(default_factory=Counter)


def batch_summaries(tx: Transaction, campaign_id: CampaignId) -> tuple[BatchSummary, ...]:
    """The campaign's batches that have left, newest first, with what sales said so far."""
    tallies = _tallies(tx, campaign_id)
    rows = tx.connection.execute(
        sa.select(handoff_batch)
        .where(handoff_batch.c.campaign_id == campaign_id, handoff_batch.c.state == "sent")
        .order_by(handoff_batch.c.number.desc())
    )
    return tuple(
        BatchSummary(
            batch_id=BatchId(row.id),
            campaign=campaign_id,
            number=row.number,
            receiver=row.receiver,
            answer_by=date.fromisoformat(row.answer_by),
            folder=row.folder,
            sent_at=row.sent_at,
            leads=tally.kept.total(),
            taken=tally.kept["taken"],
            sent_back=tally.kept["sent_back"],
            reasons=tuple(tally.reasons.most_common()),
            recycled=tally.kept["recycled"],
            recalled=tally.kept["recalled"],
            receivers=tuple(sorted(tally.receivers.items())),
            states=tuple((one, tally.states[one]) for one in ItemState if one in tally.states),
            recalled_at=row.recalled_at,
            recalled_because=row.recalled_because,
        )
        for row in rows
        for tally in [tallies[row.id]]
    )


def _tallies(tx: Transaction, campaign_id: CampaignId) -> defaultdict[int, _Tally]:
    found: defaultdict[int, _Tally] = defaultdict(_Tally)
    for row in tx.connection.execute(_COUNTS, {"campaign_id": campaign_id, "now": tx.now}):
        tally = found[row.batch_id]
        state = state_of(
            stored=row.state,
            became=row.became,
            has_open_dispute=bool(row.is_disputed),
            due_at=tx.now + (timedelta() if row.is_over else _LATER),
            now=tx.now,
        )
        tally.kept[row.state] += row.leads
        tally.states[state] += row.leads
        tally.receivers[row.receiver] += row.leads
        if row.state == "sent_back":
            tally.reasons[row.reason] += row.leads
    return found


_LATER = timedelta(seconds=1)
_IS_OVER = sa.or_(handoff_item.c.due_at.is_(None), handoff_item.c.due_at <= sa.bindparam("now"))
# In two steps: PostgreSQL takes a value in a group for another one than the same in a column.
_EACH = (
    sa.select(
        *(handoff_item.c[name] for name in ("batch_id", "state", "reason", "receiver", "became")),
        _IS_OVER.label("is_over"),
        sa.exists()
        .where(handoff_dispute.c.item_id == handoff_item.c.id, handoff_dispute.c.state == "open")
        .label("is_disputed"),
    )
    .join(handoff_batch, handoff_batch.c.id == handoff_item.c.batch_id)
    .where(handoff_batch.c.campaign_id == sa.bindparam("campaign_id"))
    .subquery()
)
_COUNTS = (
    sa.select(*_EACH.c, sa.func.count().label("leads"))
    .group_by(*_EACH.c)
    .order_by(_EACH.c.batch_id, _EACH.c.reason)
)
