"""Leads that left in a batch, as they stand with sales: looking at them, and moving them on."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from qualdesk.core.errors import NotFound
from qualdesk.core.frozen import frozen
from qualdesk.core.handoff_states import WAITS, BatchItem, Dispute, ItemState, state_of
from qualdesk.core.ids import BatchId, CampaignId, DisputeId, ItemId, LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.wording import tr
from qualdesk.store import handoff_item_sql as sql
from qualdesk.store.acts import act
from qualdesk.store.answer_readers import IN_FILES, readers_of
from qualdesk.store.bulk import chunks
from qualdesk.store.database import Transaction
from qualdesk.store.leads import place
from qualdesk.store.newest_items import newest_items
from qualdesk.store.quick import quick_row, quick_write
from qualdesk.store.schema_calls import attempt, handoff_batch, handoff_item
from qualdesk.store.schema_campaigns import campaign
from qualdesk.store.schema_handoff import handoff_dispute
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_people import contact
from qualdesk.store.suppression import ERASED
from qualdesk.store.suppression_lift import covered_by, stop_covered


@frozen
class DueItem:
    """A lead of a batch one of whose clocks has run out, or that waits for its recycle rule.

    Attributes:
        state: the word it is kept under; ``reason`` why it was sent back.
        zone: the clock of the campaign, by whose days it comes back.
    """

    id: ItemId
    lead_id: LeadId
    batch_id: BatchId
    campaign_id: CampaignId
    state: str
    reason: str
    zone: str


def load_item(tx: Transaction, item_id: ItemId) -> BatchItem:
    """One lead of a batch.

    Raises:
        NotFound: there is none of this id.
    """
    found = _items(tx, sql.ITEMS.where(handoff_item.c.id == item_id))
    if not found:
        raise NotFound(tr("No lead left under this id. Look at the list again."))
    return found[0]


def hold_item(tx: Transaction, item_id: ItemId) -> None:
    """Nobody else answers about it, disputes or moves it until the transaction ends.

    Before it is looked at: what was seen of it is then still so when it is acted upon.
    """
    quick_row(tx, sql.HOLD, {"item": item_id})


def items_of(tx: Transaction, batch_id: BatchId) -> tuple[BatchItem, ...]:
    """All leads of a batch, in the order of their numbers."""
    mine = sql.ITEMS.where(handoff_item.c.batch_id == batch_id)
    return _items(tx, mine.order_by(handoff_item.c.lead_id))


def items_for(tx: Transaction, receiver: str) -> tuple[BatchItem, ...]:
    """All leads one person of sales was given, the newest batch first."""
    theirs = sql.ITEMS.where(handoff_item.c.receiver == receiver)
    newest = (handoff_batch.c.sent_at.desc(), handoff_batch.c.id.desc(), handoff_item.c.lead_id)
    return _items(tx, theirs.order_by(*newest))


def waiting_items(tx: Transaction, campaign_id: CampaignId) -> tuple[BatchItem, ...]:
    """The campaign's leads sales has not answered, those that left first at the top."""
    waits = sql.ITEMS.where(
        handoff_batch.c.campaign_id == campaign_id, handoff_item.c.state.in_(WAITS)
    )
    oldest = (handoff_batch.c.sent_at, handoff_batch.c.id, handoff_item.c.lead_id)
    return _items(tx, waits.order_by(*oldest))


def disputed_items(tx: Transaction, campaign_id: CampaignId) -> tuple[BatchItem, ...]:
    """The campaign's leads with an open dispute, the oldest dispute first."""
    theirs = sql.ITEMS.where(
        handoff_batch.c.campaign_id == campaign_id, handoff_dispute.c.state == "open"
    )
    return _items(tx, theirs.order_by(handoff_dispute.c.asked_at, handoff_dispute.c.id))


def some_items(tx: Transaction, ids: Sequence[ItemId]) -> tuple[BatchItem, ...]:
    """The leads of these ids, in their order; ids there are none of are left out."""
    found: dict[ItemId, BatchItem] = {}
    for some in chunks(dict.fromkeys(ids)):
        for one in _items(tx, sql.ITEMS.where(handoff_item.c.id.in_(some))):
            found[one.item_id] = one
    return tuple(found[one] for one in dict.fromkeys(ids) if one in found)


def items_of_calls(tx: Transaction, ids: Sequence[ItemId], caller: str) -> tuple[BatchItem, ...]:
    """As :func:`some_items`, of leads this caller has called."""
    rows = tx.connection.execute(_OF_CALLS, {"items": list(ids), "caller": caller}).all()
    found = {one.item_id: one for one in _read(tx, rows)}
    return tuple(found[one] for one in dict.fromkeys(ids) if one in found)


def newest_item(tx: Transaction, lead_id: LeadId) -> BatchItem | None:
    """The lead in the batch it left in last, None for one that never left or was recalled."""
    newest = newest_items(tx, [lead_id]).get(lead_id)
    return load_item(tx, newest) if newest else None


def mark_read(tx: Transaction, item_id: ItemId, by: str) -> bool:
    """Whoever got the lead has opened it: from now on its second clock runs. Whether it was new."""
    return quick_write(tx, sql.MARK_READ, {"item": item_id, "caller": by, "now": tx.now}) == 1


def set_became(tx: Transaction, item_id: ItemId, became: str, because: str = "") -> None:
    """What became of the lead at the client: "won", "lost", or "" for nothing after all.

    Where the lead still stands with this batch it is won or lost as well.
    """
    this = handoff_item.c.id == item_id
    kept = sa.select(handoff_item.c.lead_id, handoff_item.c.state).where(this)
    row = tx.connection.execute(kept.with_for_update()).one()
    at = tx.now if became else None
    said = {"became": became, "became_at": at, "became_because": because, "due_at": None}
    tx.connection.execute(handoff_item.update().where(this).values(**said))
    if stands_with(tx, LeadId(row.lead_id), item_id, _AFTER_ANSWER):
        answered = Bucket.IN_BATCH if row.state in WAITS else Bucket(row.state)
        come_back(tx, LeadId(row.lead_id), Bucket(became) if became else answered, reason=because)


def due_items(tx: Transaction, most: int) -> tuple[DueItem, ...]:
    """Leads whose clock has run out, the longest ago first; others do not look at them meanwhile.

    One with an open dispute is left out until somebody has decided.
    """
    return tuple(
        DueItem(
            id=ItemId(row.id),
            lead_id=LeadId(row.lead_id),
            batch_id=BatchId(row.batch_id),
            campaign_id=CampaignId(row.campaign_id),
            state=row.state,
            reason=row.reason,
            zone=row.window_zone,
        )
        for row in tx.connection.execute(_DUE, {"now": tx.now, "most": most})
    )


def is_any_due(tx: Transaction) -> bool:
    """Whether there may be one: a look that holds nobody up."""
    due = sa.select(handoff_item.c.id).where(
        handoff_item.c.due_at.is_not(None), handoff_item.c.due_at <= tx.now
    )
    return tx.connection.scalar(due.limit(1)) is not None


def stop_clock(tx: Transaction, ids: Sequence[ItemId]) -> None:
    """No clock of these runs any more, and nothing else happens to them by itself."""
    for some in chunks(ids):
        stopped = handoff_item.update().where(handoff_item.c.id.in_(some))
        tx.connection.execute(stopped.values(due_at=None))


def mark_recycled(tx: Transaction, item_id: ItemId, *, to: str, because: str) -> None:
    """Note that the lead came back to us, and where it went.

    One that sales has answered about keeps the answer: only what nobody answered is recycled.
    """
    this = handoff_item.update().where(handoff_item.c.id == item_id)
    unanswered = handoff_item.c.state.in_(WAITS)
    tx.connection.execute(
        this.values(
            state=sa.case((unanswered, ItemState.RECYCLED.value), else_=handoff_item.c.state),
            recycled_at=tx.now,
            recycled_to=to,
            recycled_because=because,
            due_at=None,
        )
    )


def stands_with(tx: Transaction, lead_id: LeadId, item_id: str, buckets: Sequence[Bucket]) -> bool:
    """Whether the lead still stands where this batch put it: in a bucket of these, in no newer one.

    On a shared server nobody moves it until the transaction ends.
    """
    row = quick_row(tx, sql.HELD_STATE, {"lead_id": lead_id})
    return (
        row is not None
        and row.state in {bucket.value for bucket in buckets}
        and (newest_items(tx, [lead_id]).get(lead_id) == item_id)
    )


def rests_since(tx: Transaction, lead_id: LeadId, item_id: str) -> bool:
    """Whether the lead came back to us from this batch and nobody has called or taken it since."""
    row = quick_row(tx, sql.HELD_REST, {"item": item_id, "lead_id": lead_id})
    if row.recycled_at is None or row.claimed_by is not None:
        return False
    is_called = row.last_attempt_at is not None and row.last_attempt_at > row.recycled_at
    rests = row.state in {Bucket.WAITING.value, Bucket.NURTURE.value}
    return rests and not is_called and newest_items(tx, [lead_id]).get(lead_id) == item_id


def come_back(
    tx: Transaction,
    lead_id: LeadId,
    bucket: Bucket,
    *,
    reason: str = "",
    wake_at: datetime | None = None,
    nurture_track: str = "",
) -> None:
    """Put a lead that sales had where it goes now.

    While sales had it somebody may have asked that they are not called, or been erased: then it
    is called by nobody, and stands where it would have gone once that is taken back.
    """
    place(tx, lead_id, bucket, reason=reason, wake_at=wake_at, nurture_track=nurture_track)
    if bucket in _STAYS:
        return
    if _is_erased(tx, lead_id):
        place(tx, lead_id, Bucket.DO_NOT_CALL, reason=ERASED)
    else:
        stop_covered(tx, [lead_id])


def _items(tx: Transaction, query: sa.Select[Any]) -> tuple[BatchItem, ...]:
    return _read(tx, tx.connection.execute(query).all())


def _read(tx: Transaction, rows: Sequence[Any]) -> tuple[BatchItem, ...]:
    stopped = covered_by(tx, sorted({LeadId(row.lead_id) for row in rows})) if rows else {}
    readers = readers_of(tx, {row.batch_id for row in rows if row.answered_in in IN_FILES})
    return tuple(
        _item(
            row,
            tx.now,
            is_stopped=row.lead_id in stopped,
            reader=readers.get((row.batch_id, row.answered_at), ""),
        )
        for row in rows
    )


def _item(row: Any, now: datetime, *, is_stopped: bool, reader: str) -> BatchItem:
    dispute = _dispute(row)
    return BatchItem(
        item_id=ItemId(row.id),
        lead_id=LeadId(row.lead_id),
        batch_id=BatchId(row.batch_id),
        number=row.number,
        campaign=CampaignId(row.campaign_id),
        campaign_name=row.campaign_name,
        client=row.client,
        name=row.name,
        company=row.company or "",
        receiver=row.receiver,
        points=row.points,
        one_line=row.one_line or "",
        state=state_of(
            stored=row.state,
            became=row.became,
            has_open_dispute=dispute is not None and dispute.is_open,
            due_at=row.due_at,
            now=now,
        ),
        sent_at=row.sent_at,
        reason=row.reason,
        note=row.note,
        opportunity=row.opportunity,
        amount=Decimal(row.amount) if row.amount else None,
        currency=row.currency,
        read_at=row.read_at,
        answered_at=row.answered_at,
        answered_by=row.answered_by,
        read_in_by=reader,
        due_at=row.due_at,
        recycled_at=row.recycled_at,
        recycled_to=row.recycled_to,
        became_at=row.became_at,
        dispute=dispute,
        is_suppressed=is_stopped or row.erased_at is not None,
        zone=row.zone or row.window_zone,
    )


def _dispute(row: Any) -> Dispute | None:
    if row.dispute_id is None:
        return None
    return Dispute(
        id=DisputeId(row.dispute_id),
        about=row.about,
        says=row.says,
        asked_by=row.asked_by,
        asked_at=row.asked_at,
        state=row.dispute_state,
        because=row.because,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
    )


def _is_erased(tx: Transaction, lead_id: LeadId) -> bool:
    query = sa.select(contact.c.erased_at).join(lead, lead.c.contact_id == contact.c.id)
    return tx.connection.scalar(query.where(lead.c.id == lead_id)) is not None


_AFTER_ANSWER = (
    *(Bucket.IN_BATCH, Bucket.TAKEN, Bucket.SENT_BACK),
    *(Bucket.WON, Bucket.LOST),
)
# Where somebody who asked not to be called may stand: sales knows them.
_STAYS = (Bucket.IN_BATCH, Bucket.TAKEN, Bucket.WON, Bucket.LOST, Bucket.DO_NOT_CALL)
_DUE = (
    sa.select(
        *(handoff_item.c[name] for name in ("id", "lead_id", "batch_id", "state", "reason")),
        handoff_batch.c.campaign_id,
        campaign.c.window_zone,
    )
    .join(handoff_batch, handoff_batch.c.id == handoff_item.c.batch_id)
    .join(campaign, campaign.c.id == handoff_batch.c.campaign_id)
    .where(
        handoff_item.c.due_at.is_not(None),
        handoff_item.c.due_at <= sa.bindparam("now"),
        ~sa.exists().where(
            handoff_dispute.c.item_id == handoff_item.c.id, handoff_dispute.c.state == "open"
        ),
    )
    .order_by(handoff_item.c.due_at, handoff_item.c.id)
    .limit(sa.bindparam("most"))
    .with_for_update(of=handoff_item, skip_locked=True)
)
# Beyond: who called a lead is told what became of it, and has it in hand no more.
_OF_CALLS = act(
    "items_of_calls",
    sql.ITEMS.where(
        handoff_item.c.id.in_(sa.bindparam("items", expanding=True)),
        sa.exists().where(
            attempt.c.lead_id == handoff_item.c.lead_id,
            attempt.c.caller == sa.bindparam("caller"),
        ),
    ),
    beyond=True,
)
