"""Leads that come back from sales: to the queue or on a dated track, by hand or by a rule."""

from collections.abc import Sequence
from datetime import date, datetime, time

from qualdesk.core.campaigns import Campaign
from qualdesk.core.changes import Changes
from qualdesk.core.errors import Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.handoff_states import BatchItem, ItemState
from qualdesk.core.ids import ItemId, LeadId
from qualdesk.core.leads import Bucket, Lead
from qualdesk.core.recycling import NOT_ANSWERED, RecycleRule, RecycleTo, after_days
from qualdesk.core.times import date_words, instant_of, local_time
from qualdesk.core.wording import tr
from qualdesk.desk.last_act import LastAct
from qualdesk.store.campaigns import load_campaign
from qualdesk.store.database import Store, Transaction
from qualdesk.store.handoff_items import (
    come_back,
    hold_item,
    mark_recycled,
    newest_item,
    stands_with,
)
from qualdesk.store.history import note
from qualdesk.store.leads import all_tries_again, load_lead
from qualdesk.store.newest_items import newest_items, note_track


@frozen
class Moved:
    """A lead that was held back, put back, given to somebody, or came back from sales.

    ``was`` is the word on it that was replaced; saying it again takes the change back.
    """

    lead_id: LeadId
    changes: Changes
    was: str = ""


@frozen
class Way:
    """Where a lead goes that sales does not have any more.

    Attributes:
        wake_at: when it may be called again, UTC.
        reason: what stands beside it until then, and ``because`` what the batch remembers.
    """

    to: RecycleTo
    wake_at: datetime
    track: str
    reason: str
    because: str


class Recycling:
    """Taking leads back by hand that sales sent back, or never answered."""

    def __init__(self, store: Store, caller: str, last: LastAct | None = None) -> None:
        self._store = store
        self._caller = caller
        self._last = last or LastAct(store, caller)

    def recycle(
        self,
        lead_id: LeadId,
        *,
        to: RecycleTo = RecycleTo.QUEUE,
        on: date | None = None,
        track: str = "",
    ) -> Moved:
        """Put a lead into the queue again, its reason on top of the call; or let it rest.

        ``on`` is the day from which it is called, in the campaign's zone: at once for the queue
        where none is said, in thirty days for nurture. Without ``track`` it is nurtured where the
        campaign's source card says.

        Raises:
            NotFound: there is no such lead.
            Refused: sales has it still, the answer is disputed, or the day has passed.
        """
        with self._store.transaction() as tx:
            if (left := newest_items(tx, [lead_id]).get(lead_id)) is not None:
                hold_item(tx, left)
            lead, item = load_lead(tx, lead_id), newest_item(tx, lead_id)
            _check(lead, item)
            campaign = load_campaign(tx, lead.campaign_id)
            way = _way(tx, campaign, lead, to=to, on=on, track=track)
            if item is not None:
                self._last.begin(tx, item)
                send_off(tx, item.item_id, lead_id, way, _MAY_STAND)
                self._last.done(tx, item)
            else:
                _place(tx, lead_id, way)
            note(tx, self._caller, "recycled", "lead", lead_id, to=to.value)
        changes = Changes(
            leads=frozenset({lead_id}),
            campaigns=frozenset({lead.campaign_id}),
            batches=frozenset({item.batch_id} if item else ()),
            queue=True,
        )
        return Moved(lead_id=lead_id, changes=changes)


def send_off(
    tx: Transaction, item_id: ItemId, lead_id: LeadId, way: Way, stands_in: Sequence[Bucket]
) -> bool:
    """Note that a lead came back from its batch, and move it where it goes; whether it moved.

    A lead that was called again since, or left in a newer batch, stays where it is.
    """
    mark_recycled(tx, item_id, to=way.to.value, because=way.because)
    stands = stands_with(tx, lead_id, item_id, stands_in)
    if stands:
        _place(tx, lead_id, way)
    elif stands_with(tx, lead_id, item_id, [Bucket.DO_NOT_CALL]):
        # Nobody calls it. Where that is taken back it goes the same way.
        all_tries_again(tx, lead_id)
        note_track(tx, lead_id, way.track if way.to is RecycleTo.NURTURE else "")
    return stands


def way_by(rule: RecycleRule, campaign: Campaign, now: datetime, reason: str) -> Way:
    """Where a rule of the campaign sends a lead that came back, ``reason`` what sales said."""
    return Way(
        to=rule.to,
        wake_at=after_days(rule.after_days, now, campaign.window.zone),
        track=track_of(campaign, rule.track),
        reason=f"Sent back: {reason}" if reason else NOT_ANSWERED,
        because=rule.when,
    )


def track_of(campaign: Campaign, said: str = "") -> str:
    """Where leads of the campaign are nurtured: what was said, or else what its source card says.

    Never nothing: who is on no track is forgotten (T5).
    """
    return said.strip() or (campaign.source.nurture if campaign.source else "") or "Nurture"


def _check(lead: Lead, item: BatchItem | None) -> None:
    """Refuse a lead that is not ours to move."""
    if item is not None and item.state is ItemState.DISPUTED:
        raise Refused(
            tr("The answer about {name} is disputed. Review that first.", name=lead.contact.name)
        )
    is_over = item is not None and item.state is ItemState.UNANSWERED
    if lead.bucket is not Bucket.SENT_BACK and not (lead.bucket is Bucket.IN_BATCH and is_over):
        raise Refused(
            tr("Sales has not sent {name} back. Nothing was changed.", name=lead.contact.name)
        )


def _way(
    tx: Transaction,
    campaign: Campaign,
    lead: Lead,
    *,
    to: RecycleTo,
    on: date | None,
    track: str,
) -> Way:
    zone = campaign.window.zone
    if on is not None and on < local_time(tx.now, zone).date():
        raise Refused(tr("{day} has passed. Choose a later day.", day=date_words(on)))
    if on is None:
        wake_at = after_days(0 if to is RecycleTo.QUEUE else _USUAL_DAYS, tx.now, zone)
    else:
        wake_at = instant_of(datetime.combine(on, time()), zone)
    is_answered = lead.bucket is Bucket.SENT_BACK
    return Way(
        to=to,
        wake_at=wake_at,
        track=track_of(campaign, track),
        reason=f"Sent back: {lead.reason}" if is_answered else NOT_ANSWERED,
        because="by hand",
    )


def _place(tx: Transaction, lead_id: LeadId, way: Way) -> None:
    if way.to is RecycleTo.QUEUE:
        # With the tries that were used up it would be out of reach the moment it is back. What
        # is nurtured begins again by itself when it wakes.
        all_tries_again(tx, lead_id)
        come_back(tx, lead_id, Bucket.WAITING, reason=way.reason, wake_at=way.wake_at)
        return
    come_back(
        tx,
        lead_id,
        Bucket.NURTURE,
        reason=way.reason,
        wake_at=way.wake_at,
        nurture_track=way.track,
    )


_USUAL_DAYS = 30
_MAY_STAND = (Bucket.SENT_BACK, Bucket.IN_BATCH)
