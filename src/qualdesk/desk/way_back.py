"""What becomes of leads sales has: how each stands, and taking back, disputing, recycling."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from qualdesk.core.handoff_states import BatchItem
from qualdesk.core.ids import BatchId, CampaignId, CrmLoadId, DisputeId, ItemId, LeadId
from qualdesk.core.recycling import RecycleTo
from qualdesk.desk.came_back import CameBack
from qualdesk.desk.crm_outcomes import CrmLoaded, CrmOutcomes, CrmUndone
from qualdesk.desk.disputing import Disputed, Disputing
from qualdesk.desk.handoff_recalls import Recalled, Recalls
from qualdesk.desk.last_act import LastAct, TakenBack
from qualdesk.desk.recycling import Moved, Recycling
from qualdesk.store.campaigns import the_campaign
from qualdesk.store.crm_loads import CrmLoad
from qualdesk.store.database import Store
from qualdesk.store.handoff_items import items_of, waiting_items

__all__ = [
    "CrmLoad",
    "CrmLoaded",
    "CrmUndone",
    "Disputed",
    "Moved",
    "Recalled",
    "TakenBack",
    "WayBack",
]


class WayBack:
    """The way back from sales, for supervisors; and what each caller is told of it."""

    def __init__(self, store: Store, caller: str) -> None:
        self._store = store
        self._recalls = Recalls(store, caller)
        self._last = LastAct(store, caller)
        self._recycling = Recycling(store, caller, self._last)
        self._disputing = Disputing(store, caller, self._last)
        self._told = CameBack(store, caller)
        self._outcomes = CrmOutcomes(store, caller)

    def items(self, batch_id: BatchId) -> tuple[BatchItem, ...]:
        """The leads of a batch, each with what became of it; none for no such batch."""
        with self._store.reading() as tx:
            return items_of(tx, batch_id)

    def waiting(self, campaign: str | CampaignId) -> tuple[BatchItem, ...]:
        """The campaign's leads sales has not answered, those that left first at the top.

        Raises:
            NotFound: there is no such campaign.
        """
        with self._store.reading() as tx:
            return waiting_items(tx, the_campaign(tx, campaign).id)

    def disputes(self, campaign: str | CampaignId) -> tuple[BatchItem, ...]:
        """See :meth:`Disputing.disputes`."""
        return self._disputing.disputes(campaign)

    def recall(self, batch_id: BatchId, because: str) -> Recalled:
        """See :meth:`Recalls.recall`."""
        return self._recalls.recall(batch_id, because)

    def recycle(
        self,
        lead_id: LeadId,
        *,
        to: RecycleTo = RecycleTo.QUEUE,
        on: date | None = None,
        track: str = "",
    ) -> Moved:
        """See :meth:`Recycling.recycle`."""
        return self._recycling.recycle(lead_id, to=to, on=on, track=track)

    def dispute(self, item_id: ItemId, says: str) -> Disputed:
        """See :meth:`Disputing.dispute`."""
        return self._disputing.dispute(item_id, says)

    def review(
        self, dispute_id: DisputeId, *, changed: bool, because: str, reason: str = ""
    ) -> Disputed:
        """See :meth:`Disputing.review`."""
        return self._disputing.review(dispute_id, changed=changed, because=because, reason=reason)

    def withdraw(self, dispute_id: DisputeId) -> Disputed:
        """See :meth:`Disputing.withdraw`."""
        return self._disputing.withdraw(dispute_id)

    def take_back(self, item_id: ItemId) -> TakenBack:
        """Take back what was last reviewed or recycled. See :meth:`LastAct.take_back`."""
        return self._last.take_back(item_id)

    def came_back(self, caller: str = "") -> tuple[BatchItem, ...]:
        """See :meth:`CameBack.came_back`."""
        return self._told.came_back(caller)

    def seen(self, ids: Sequence[ItemId]) -> None:
        """See :meth:`CameBack.seen`."""
        self._told.seen(ids)

    def load_outcomes(self, path: Path, *, client: str = "") -> CrmLoaded:
        """See :meth:`CrmOutcomes.load`."""
        return self._outcomes.load(path, client=client)

    def undo_outcomes(self, load_id: CrmLoadId) -> CrmUndone:
        """See :meth:`CrmOutcomes.undo`."""
        return self._outcomes.undo(load_id)

    def outcome_files(self, client: str = "") -> tuple[CrmLoad, ...]:
        """See :meth:`CrmOutcomes.loads`."""
        return self._outcomes.loads(client)
