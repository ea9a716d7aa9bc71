"""Batches of leads handed to sales, and what sales said of each."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from qualdesk.core.errors import ExportRefused, NotFound
from qualdesk.core.frozen import frozen
from qualdesk.core.handoff_states import clocks_of
from qualdesk.core.ids import BatchId, CampaignId, DefinitionVersionId, LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.wording import tr, within
from qualdesk.store.database import Transaction
from qualdesk.store.handoff_terms import terms_from
from qualdesk.store.leads import place
from qualdesk.store.quick import quick_row
from qualdesk.store.schema_calls import handoff_batch, handoff_item
from qualdesk.store.schema_campaigns import campaign
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_people import contact

if TYPE_CHECKING:
    from qualdesk.core.handoff import Receiver

_CHUNK = 500
# A batch takes seconds to write. One that is still being written after this was interrupted.
_IN_THE_WORKS = timedelta(minutes=10)


@frozen
class Preparing:
    """A batch that is being written: its number, and who writes it since when.

    For a batch taken up again ``folder`` is that of the run that was interrupted last, and
    ``begun`` are the beginnings of all runs before: the package of any of them may lie there.
    """

    batch_id: BatchId
    number: int
    made_by: str
    made_at: datetime
    folder: str = ""
    begun: tuple[datetime, ...] = ()


@frozen
class LeavingItem:
    """A lead as it enters a batch that has been written: its id there and its frozen brief.

    ``receiver`` is who of sales gets it, and on whose clock it is waited for.
    """

    id: str
    lead_id: LeadId
    brief: Mapping[str, Any]
    definition_version_id: DefinitionVersionId | None
    receiver: "Receiver"


def next_number(tx: Transaction, campaign_id: CampaignId) -> int:
    """The number the campaign's next batch will carry."""
    interrupted = _preparing(tx, campaign_id)
    return interrupted.number if interrupted else _last_number(tx, campaign_id) + 1


def prepare_batch(
    tx: Transaction,
    campaign_id: CampaignId,
    *,
    receiver: str,
    receiver_email: str,
    answer_by: date,
    made_by: str,
) -> Preparing:
    """Begin a batch, or take up the one that was interrupted; it holds no leads yet.

    Raises:
        ExportRefused: somebody else is writing this batch at this moment.
    """
    tx.dialect.one_at_a_time(tx.connection, "handoff")
    found = _preparing(tx, campaign_id)
    values = {
        "receiver": receiver,
        "receiver_email": receiver_email,
        "answer_by": answer_by.isoformat(),
        "made_by": made_by,
        "made_at": tx.now,
    }
    if found is None:
        number = _last_number(tx, campaign_id) + 1
        new = handoff_batch.insert().values(campaign_id=campaign_id, number=number, **values)
        new_id = tx.connection.scalar(new.returning(handoff_batch.c.id))
        return Preparing(batch_id=BatchId(new_id), number=number, made_by=made_by, made_at=tx.now)
    if found.made_by != made_by and tx.now - found.made_at < _IN_THE_WORKS:
        raise ExportRefused(
            tr(
                "{name} is writing batch {number} right now. Look again in a few minutes.",
                name=found.made_by or tr("Somebody"),
                number=found.number,
            )
        )
    begun = (*found.begun, found.made_at)
    again = handoff_batch.update().where(handoff_batch.c.id == found.batch_id)
    tx.connection.execute(again.values(begun=[at.isoformat() for at in begun], **values))
    return replace(found, made_by=made_by, made_at=tx.now, begun=begun)


def write_in(tx: Transaction, preparing: Preparing, folder: str) -> None:
    """Note where the batch is being written, so that a crash leaves a trace of it."""
    tx.connection.execute(_ours(preparing).values(folder=folder))


def drop_batch(tx: Transaction, preparing: Preparing) -> bool:
    """Give up a batch that could not be written: its number is free again.

    False when there is nothing to give up: it has left, or another desk has taken it over.
    """
    done = tx.connection.execute(
        handoff_batch.delete().where(
            handoff_batch.c.id == preparing.batch_id,
            handoff_batch.c.state == "preparing",
            handoff_batch.c.made_by == preparing.made_by,
            handoff_batch.c.made_at == preparing.made_at,
        )
    )
    return done.rowcount == 1


def send_batch(
    tx: Transaction,
    preparing: Preparing,
    items: Sequence[LeavingItem],
    *,
    folder: str,
    manifest_sha256: str,
) -> None:
    """The package is in place: its leads leave, all together.

    Raises:
        ExportRefused: another desk took the batch over, or a lead may no longer leave.
    """
    done = tx.connection.execute(
        _ours(preparing).values(
            state="sent", folder=folder, manifest_sha256=manifest_sha256, sent_at=tx.now
        )
    )
    if done.rowcount != 1:
        raise ExportRefused(
            tr(
                "Another desk has taken batch {number} over. Look at the list again.",
                number=preparing.number,
            )
        )
    _check_still_ready(tx, [item.lead_id for item in items])
    title = f"Batch {preparing.number}"
    clocks = _clocks(tx, preparing, items)
    for item in items:
        _keep_item(tx, preparing.batch_id, item, clocks[item.receiver.zone])
        place(tx, item.lead_id, Bucket.IN_BATCH, reason=title)


def hold_back(tx: Transaction, lead_id: LeadId, *, is_held_back: bool) -> CampaignId:
    """Keep a qualified lead out of the next batches, or let it leave again. Its campaign.

    Raises:
        NotFound: there is no such lead among the qualified ones.
    """
    found = tx.connection.scalar(
        lead.update()
        .where(lead.c.id == lead_id, lead.c.state == Bucket.QUALIFIED.value)
        .values(held_back=is_held_back)
        .returning(lead.c.campaign_id)
    )
    if found is None:
        raise NotFound(
            tr("Lead number {number} is not among the qualified leads any more.", number=lead_id)
        )
    return CampaignId(found)


def kept_brief(tx: Transaction, lead_id: LeadId) -> dict[str, Any] | None:
    """The brief a lead left with last, as it was frozen; None for one that never left."""
    query = (
        sa.select(handoff_item.c.brief)
        .join(handoff_batch, handoff_batch.c.id == handoff_item.c.batch_id)
        .where(handoff_item.c.lead_id == lead_id, handoff_item.c.state != "recalled")
        .order_by(handoff_batch.c.sent_at.desc(), handoff_batch.c.id.desc())
        .limit(1)
    )
    return tx.connection.scalar(query)


def has_left_since(tx: Transaction, lead_id: LeadId, at: datetime) -> bool:
    """Whether the lead left in a batch after that time, recalled since or not."""
    left = (
        sa.select(handoff_item.c.id)
        .join(handoff_batch)
        .where(handoff_item.c.lead_id == lead_id, handoff_batch.c.sent_at >= at)
    )
    return tx.connection.scalar(left.limit(1)) is not None


def why_sent_back(tx: Transaction, lead_id: LeadId) -> str:
    """The reason sales gave when they sent this lead back last, with their note; else nothing."""
    row = quick_row(tx, LAST_ANSWER, {"lead_id": lead_id})
    if row is None or row.state != Bucket.SENT_BACK.value:
        return ""
    return f"{row.reason}: {row.note}" if row.note else str(row.reason)


def _keep_item(
    tx: Transaction, batch_id: BatchId, item: LeavingItem, clocks: tuple[datetime, datetime]
) -> None:
    unread_until, answer_until = clocks
    tx.connection.execute(
        handoff_item.insert().values(
            id=item.id,
            batch_id=batch_id,
            lead_id=item.lead_id,
            definition_version_id=item.definition_version_id,
            brief=item.brief,
            state="sent",
            receiver=item.receiver.name,
            receiver_email=item.receiver.email,
            due_at=unread_until,
            answer_until=answer_until,
        )
    )


def _clocks(
    tx: Transaction, preparing: Preparing, items: Sequence[LeavingItem]
) -> dict[str, tuple[datetime, datetime]]:
    """When both clocks of the batch run out, by the zones of those who get its leads."""
    query = (
        sa.select(handoff_batch.c.answer_by, campaign.c.handoff)
        .join(campaign, campaign.c.id == handoff_batch.c.campaign_id)
        .where(handoff_batch.c.id == preparing.batch_id)
    )
    row = tx.connection.execute(query).one()
    answer_by, grace = date.fromisoformat(row.answer_by), terms_from(row.handoff).answer_grace
    return {zone: clocks_of(answer_by, grace, zone) for zone in {i.receiver.zone for i in items}}


def _check_still_ready(tx: Transaction, ids: Sequence[LeadId]) -> None:
    """Refuse when a lead changed while the package was written.

    Raises:
        ExportRefused: the sentence names the first of them.
    """
    for start in range(0, len(ids), _CHUNK):
        chunk = ids[start : start + _CHUNK]
        query = (
            sa.select(lead.c.id, lead.c.state, lead.c.held_back, contact.c.name)
            .join(contact, contact.c.id == lead.c.contact_id)
            .where(lead.c.id.in_(chunk))
            .with_for_update(of=lead)
        )
        for row in tx.connection.execute(query):
            if row.state != Bucket.QUALIFIED.value or row.held_back:
                stands = tr("held back") if row.held_back else within(Bucket(row.state).label)
                raise ExportRefused(
                    tr(
                        "{name} changed while the batch was written and is now {stands}. Nothing "
                        "has left. Export again.",
                        name=row.name,
                        stands=stands,
                    )
                )


def _preparing(tx: Transaction, campaign_id: CampaignId) -> Preparing | None:
    query = sa.select(handoff_batch).where(
        handoff_batch.c.campaign_id == campaign_id, handoff_batch.c.state == "preparing"
    )
    row = tx.connection.execute(query.order_by(handoff_batch.c.number)).first()
    if row is None:
        return None
    return Preparing(
        batch_id=BatchId(row.id),
        number=row.number,
        made_by=row.made_by,
        made_at=row.made_at,
        folder=row.folder,
        begun=tuple(map(datetime.fromisoformat, row.begun or ())),
    )


def _ours(preparing: Preparing) -> sa.Update:
    """A change of the batch that only takes while nobody else has taken it over."""
    return handoff_batch.update().where(
        handoff_batch.c.id == preparing.batch_id,
        handoff_batch.c.state == "preparing",
        handoff_batch.c.made_by == preparing.made_by,
        handoff_batch.c.made_at == preparing.made_at,
    )


def _last_number(tx: Transaction, campaign_id: CampaignId) -> int:
    query = sa.select(sa.func.max(handoff_batch.c.number)).where(
        handoff_batch.c.campaign_id == campaign_id
    )
    return tx.connection.scalar(query) or 0


# Built once: each card asks for it.
LAST_ANSWER = (
    sa.select(handoff_item.c.state, handoff_item.c.reason, handoff_item.c.note)
    .where(
        handoff_item.c.lead_id == sa.bindparam("lead_id"), handoff_item.c.answered_at.is_not(None)
    )
    .order_by(handoff_item.c.answered_at.desc())
    .limit(1)
)
