"""The last thing a supervisor did about a lead with sales, taken back within ten seconds."""

from datetime import UTC, datetime

from qualdesk.core.changes import Changes
from qualdesk.core.errors import NothingToUndo
from qualdesk.core.frozen import frozen
from qualdesk.core.handoff_states import BatchItem
from qualdesk.core.ids import DisputeId, ItemId
from qualdesk.core.wording import tr
from qualdesk.store.database import Store, Transaction
from qualdesk.store.handoff_disputes import reopen_dispute
from qualdesk.store.handoff_items import load_item
from qualdesk.store.history import note
from qualdesk.store.item_stands import Stand, has_moved_on, put_back, stand_of
from qualdesk.store.queue import UNDO


@frozen
class TakenBack:
    """A lead that stands with sales as it stood before the last act about it."""

    item: BatchItem
    changes: Changes


class LastAct:
    """How a lead stood before the last act, and how it was left. Only the last one is kept."""

    def __init__(self, store: Store, caller: str) -> None:
        self._store = store
        self._caller = caller
        self._item: BatchItem | None = None
        self._was: Stand = {}
        self._left: Stand = {}
        self._at = datetime.min.replace(tzinfo=UTC)
        self._dispute: DisputeId | None = None

    def begin(self, tx: Transaction, item: BatchItem) -> None:
        """Something is about to be done about this lead."""
        self._item, self._was = None, stand_of(tx, item.item_id, item.lead_id)

    def done(self, tx: Transaction, item: BatchItem, dispute: DisputeId | None = None) -> None:
        """It is done; ``dispute`` is the one it decided."""
        self._left = stand_of(tx, item.item_id, item.lead_id)
        self._item, self._dispute, self._at = item, dispute, tx.now

    def take_back(self, item_id: ItemId) -> TakenBack:
        """Let the lead stand as before, and the dispute be open again that was decided.

        Raises:
            NothingToUndo: it is too late, or something was done with the lead since.
        """
        item = self._item
        with self._store.transaction() as tx:
            if item is None or item.item_id != item_id or tx.now > self._at + UNDO:
                raise NothingToUndo(tr("This can be taken back for ten seconds. It stands."))
            now = stand_of(tx, item_id, item.lead_id)
            if has_moved_on(now, self._left) or now["lead"] != self._left["lead"]:
                raise NothingToUndo(
                    tr("Something was done with {name} since. It stands.", name=item.name)
                )
            put_back(tx, item_id, item.lead_id, was=self._was, left=self._left)
            if self._dispute is not None:
                reopen_dispute(tx, self._dispute)
            note(tx, self._caller, "took an act back", "lead", item.lead_id, item=item_id)
            back = load_item(tx, item_id)
        self._item = None
        changes = Changes(
            leads=frozenset({back.lead_id}),
            campaigns=frozenset({back.campaign}),
            batches=frozenset({back.batch_id}),
            queue=True,
        )
        return TakenBack(item=back, changes=changes)
