"""Recalling a batch that has left: what sales has not answered is ours again, with a reason."""

from qualdesk.core.changes import Changes
from qualdesk.core.errors import Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import BatchId, LeadId
from qualdesk.core.lead_words import RECALLED
from qualdesk.core.leads import Bucket
from qualdesk.core.wording import tr, tr_later
from qualdesk.store.database import Store, Transaction
from qualdesk.store.handoff_items import come_back, stands_with
from qualdesk.store.handoff_recalls import SentBatch, batch_to_recall, recall_batch
from qualdesk.store.history import note


@frozen
class Recalled:
    """A batch that was recalled.

    Attributes:
        leads: those sales does not have any more.
        answered: how many stay as sales answered them.
    """

    batch_id: BatchId
    number: int
    leads: tuple[LeadId, ...]
    answered: int
    changes: Changes


class Recalls:
    """Taking back a batch that should not have left, or not like this."""

    def __init__(self, store: Store, caller: str) -> None:
        self._store = store
        self._caller = caller

    def recall(self, batch_id: BatchId, because: str) -> Recalled:
        """Take back what sales has not answered: those leads are qualified again.

        Its files stay where they are, since sales may have them open. What sales has answered
        stays answered; what it says from now on of the others is named and not used.

        Raises:
            NotFound: there is no such batch, or it has not left.
            Refused: no reason is given, it was recalled before, or nothing of it waits.
        """
        because = because.strip()
        if not because:
            raise Refused(tr("Say why the batch is recalled: sales reads it."))
        with self._store.transaction() as tx:
            batch = batch_to_recall(tx, batch_id)
            if not batch.waiting:
                raise Refused(tr(_NOTHING, number=batch.number))
            back = _still_there(tx, batch)
            recall_batch(tx, batch_id, because=because, by=self._caller)
            for lead_id in back:
                says = RECALLED.format(number=batch.number)
                come_back(tx, lead_id, Bucket.QUALIFIED, reason=says)
            leads = tuple(lead_id for _, lead_id in batch.waiting)
            note(tx, self._caller, "recalled", "handoff_batch", batch_id, leads=leads)
        return Recalled(
            batch_id=batch_id,
            number=batch.number,
            leads=leads,
            answered=batch.answered,
            changes=Changes(
                leads=frozenset(leads),
                campaigns=frozenset({batch.campaign_id}),
                batches=frozenset({batch_id}),
                queue=True,
            ),
        )


def _still_there(tx: Transaction, batch: SentBatch) -> list[LeadId]:
    """The waiting leads that stand in the batch, and not elsewhere since."""
    return [
        lead_id
        for item_id, lead_id in batch.waiting
        if stands_with(tx, lead_id, item_id, [Bucket.IN_BATCH])
    ]


_NOTHING = tr_later("No lead of batch {number} waits for an answer: nothing can be recalled.")
