"""Telling a caller, once, what sales sent back of the leads they qualified."""

from collections.abc import Sequence

from qualdesk.core.handoff_states import BatchItem
from qualdesk.core.ids import ItemId
from qualdesk.desk.outcomes import catalogue_of
from qualdesk.files.outcomes import shipped_outcomes
from qualdesk.store.came_back import note_told, untold
from qualdesk.store.database import Store


class CameBack:
    """What sales sent back, as a plain fact for whoever spoke to them."""

    def __init__(self, store: Store, caller: str) -> None:
        self._store = store
        self._caller = caller

    def came_back(self, caller: str = "") -> tuple[BatchItem, ...]:
        """Leads this caller qualified that came back and they were not told of, oldest first.

        ``caller`` is who asks where nobody is named. At most twenty: the rest stands in their day.
        """
        with self._store.reading() as tx:
            known = {one.code: one for one in (*shipped_outcomes(), *catalogue_of(tx))}
            qualifies = [code for code, outcome in known.items() if outcome.qualifies]
            return untold(tx, caller or self._caller, qualifies)

    def seen(self, ids: Sequence[ItemId]) -> None:
        """They have been told of these: nobody tells them again."""
        with self._store.transaction() as tx:
            note_told(tx, ids)
