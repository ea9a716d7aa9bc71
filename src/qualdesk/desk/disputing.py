"""Disputing what sales said of a lead, and the review that settles it."""

from qualdesk.core.changes import Changes
from qualdesk.core.errors import Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.handoff_states import Answered, BatchItem, ItemState, may_dispute
from qualdesk.core.ids import CampaignId, DisputeId, ItemId
from qualdesk.core.leads import Bucket
from qualdesk.core.wording import tr
from qualdesk.desk.last_act import LastAct
from qualdesk.store.campaigns import load_campaign, the_campaign
from qualdesk.store.database import Store, Transaction
from qualdesk.store.erased import refuse_erased
from qualdesk.store.handoff_disputes import (
    OpenDispute,
    close_dispute,
    open_dispute,
    the_open_dispute,
    turn_answer,
)
from qualdesk.store.handoff_items import (
    come_back,
    disputed_items,
    hold_item,
    load_item,
    rests_since,
    stands_with,
)
from qualdesk.store.history import note


@frozen
class Disputed:
    """A dispute that was raised, decided or withdrawn, and how its lead stands now."""

    dispute_id: DisputeId
    item: BatchItem
    changes: Changes


class Disputing:
    """Either side may say once that an answer is not right; a supervisor decides."""

    def __init__(self, store: Store, caller: str, last: LastAct | None = None) -> None:
        self._store = store
        self._caller = caller
        self._last = last or LastAct(store, caller)

    def disputes(self, campaign: str | CampaignId) -> tuple[BatchItem, ...]:
        """The leads whose answers wait for a review, the oldest dispute first.

        Raises:
            NotFound: there is no such campaign.
        """
        with self._store.reading() as tx:
            return disputed_items(tx, the_campaign(tx, campaign).id)

    def dispute(self, item_id: ItemId, says: str) -> Disputed:
        """Say why what sales said of a lead is not right.

        Raises:
            NotFound: no lead left under this id.
            Refused: nothing is said, there is no answer, or it stands for good.
        """
        says = _said(says, tr("Say why the answer is not right."))
        with self._store.transaction() as tx:
            hold_item(tx, item_id)
            item = load_item(tx, item_id)
            refuse_erased(tx, item.lead_id)
            campaign = load_campaign(tx, item.campaign)
            refused = may_dispute(item, campaign.handoff.dispute_within, tx.now)
            if refused:
                raise Refused(refused)
            about: Answered = "taken" if item.state is ItemState.TAKEN else "sent_back"
            new = open_dispute(tx, item_id, about=about, says=says, by=self._caller)
            return self._done(tx, "disputed", new, item_id, about=about)

    def review(
        self, dispute_id: DisputeId, *, changed: bool, because: str, reason: str = ""
    ) -> Disputed:
        """Decide a dispute: the answer stands, or it is the other one from now on.

        ``reason`` is why the lead is sent back, in the campaign's words, where that is the answer
        now. The lead moves with it while it still stands where the answer put it.

        Raises:
            NotFound: there is no such dispute.
            Refused: no ground is given, it is decided already, or the reason is not one agreed.
        """
        because = _said(because, tr("Say why you decide so: both sides read it."))
        with self._store.transaction() as tx:
            found = the_open_dispute(tx, dispute_id)
            hold_item(tx, found.item_id)
            item = load_item(tx, found.item_id)
            refuse_erased(tx, item.lead_id)
            self._last.begin(tx, item)
            if changed:
                self._turn(tx, found, item, reason)
            state = "changed" if changed else "stands"
            close_dispute(tx, dispute_id, state=state, because=because, by=self._caller)
            self._last.done(tx, item, dispute_id)
            return self._done(tx, "reviewed", dispute_id, found.item_id, decided=state)

    def withdraw(self, dispute_id: DisputeId) -> Disputed:
        """Take a dispute back that nobody has decided: the answer stands.

        Raises:
            NotFound: there is no such dispute.
            Refused: it is decided already.
        """
        with self._store.transaction() as tx:
            found = the_open_dispute(tx, dispute_id)
            close_dispute(tx, dispute_id, state="withdrawn", because="", by=self._caller)
            return self._done(tx, "withdrew a dispute", dispute_id, found.item_id)

    def _turn(self, tx: Transaction, found: OpenDispute, item: BatchItem, reason: str) -> None:
        takes = found.about == "sent_back"
        reasons = load_campaign(tx, item.campaign).handoff.reasons
        agreed = "" if takes else agreed_reason(reason, reasons)
        bucket = Bucket.TAKEN if takes else Bucket.SENT_BACK
        turn_answer(tx, found.item_id, to="taken" if takes else "sent_back", reason=agreed)
        stands = stands_with(tx, item.lead_id, found.item_id, [Bucket(found.about)])
        # Sent back and resting with us since: nobody is to call whom sales takes after all.
        if stands or (takes and rests_since(tx, item.lead_id, found.item_id)):
            come_back(tx, item.lead_id, bucket, reason=agreed)

    def _done(
        self, tx: Transaction, what: str, dispute_id: DisputeId, item_id: ItemId, **more: str
    ) -> Disputed:
        item = load_item(tx, item_id)
        note(tx, self._caller, what, "lead", item.lead_id, dispute=dispute_id, **more)
        changes = Changes(
            leads=frozenset({item.lead_id}),
            campaigns=frozenset({item.campaign}),
            batches=frozenset({item.batch_id}),
            queue=True,
        )
        return Disputed(dispute_id=dispute_id, item=item, changes=changes)


def agreed_reason(reason: str, reasons: tuple[str, ...]) -> str:
    """The reason in the words the campaign agreed on.

    Raises:
        Refused: it is not one of them.
    """
    for known in reasons:
        if known.casefold() == reason.strip().casefold():
            return known
    choose = tr("Choose one: {reasons}.", reasons=", ".join(reasons))
    raise Refused(f"{tr('Say why the lead is sent back.')} {choose}")


def _said(text: str, otherwise: str) -> str:
    text = " ".join(text.split())
    if not text:
        raise Refused(otherwise)
    return text
