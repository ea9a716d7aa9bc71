"""What the program's timer does: the clock's own work, off everybody's path."""

from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.store import queue, stacks
from qualdesk.store.database import Store

_AT_ONCE = 500


class Keeper:
    """Keeps the queue in step with the clock. Nothing breaks when it is late."""

    def __init__(self, store: Store, clock: Clock, caller: str) -> None:
        self._store = store
        self._clock = clock
        self._caller = caller

    def tick(self) -> Changes:
        """Bring back who has rested, end holds that ran out, work out calling hours ahead.

        Leads whose own window has closed are not reached from then on. What a desk that died
        left of a published list's cells is put in order, some leads at a time.
        """
        with self._store.transaction() as tx:
            queue.wake(tx)
            stacks.merge_some(tx, _AT_ONCE)
        return Changes(queue=True)
