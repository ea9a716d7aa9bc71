"""What the program's timer does: the clock's own work, off everybody's path."""

from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.desk.attending import catch_up
from qualdesk.desk.handoff_clocks import Clocks
from qualdesk.desk.ordering import Ordering
from qualdesk.desk.trying import Trying
from qualdesk.files.outcomes import shipped_outcomes
from qualdesk.store import permission_ends, queue, ranking, resorting, stacks
from qualdesk.store.callbacks import note_missed
from qualdesk.store.database import Store
from qualdesk.store.suppression_lift import lapse_some

_AT_ONCE = 500
# To sort so many takes a fifth of what a caller may be made to wait.
_SORTED_AT_ONCE = 200
# How many times at most in one go; what is left comes with the next.
_ROUNDS = 100
_LAPSE_AT_ONCE = 50
# A few seconds of work in chunks; an old workspace is taken in within an hour, not at a click.
FINISHED_AT_ONCE = 3_000


class Keeper:
    """Keeps the queue in step with the clock. Nothing breaks when it is late."""

    def __init__(self, store: Store, clock: Clock, caller: str) -> None:
        self._store = store
        self._clock = clock
        self._caller = caller
        self._ordering = Ordering(store, shipped_outcomes())
        self._trying = Trying(store, clock, caller)
        self._clocks = Clocks(store, caller)

    def tick(self) -> Changes:
        """Bring back who has rested, end holds that ran out, work out calling hours ahead.

        Promises that nobody kept in time are written down as missed.
        Leads whose own window has closed are not reached from then on; those whose lists'
        permission has ended are kept out until it holds again. Leads are compared with a list of
        those who came, where that was broken off. What a desk that died
        left of a published list's cells is put in order, some leads at a time. Once an hour the
        floor's calls are learned from and all stacks ranked; each quarter of an hour those again
        that a claim can come to. Leads that were finished are taken in, some thousands at most, so
        that trying a definition on them need not do it all while somebody waits. What sales did not
        read or answer in time comes back by the campaign's rules.
        """
        came_back = self._keep_queue()
        self._trying.catch_up(most=FINISHED_AT_ONCE)
        return Changes(queue=True) | came_back

    def catch_up(self) -> None:
        """The same where nobody did it for an hour: before a command, when no window is open."""
        with self._store.reading() as tx:
            is_late = ranking.is_stale(tx)
        if is_late:
            # Nobody waits for finished leads here: whoever tries a definition takes them in.
            self._keep_queue()

    def _keep_queue(self) -> Changes:
        came_back = self._clocks.tick()
        with self._store.transaction() as tx:
            queue.wake(tx)
            note_missed(tx)
            stacks.merge_some(tx, _AT_ONCE)
            resorting.follow_rules(tx)
        while self._lapse():
            pass
        self._end_permissions()
        catch_up(self._store)
        for _ in range(_ROUNDS):
            if not self._sort():
                break
        self._ordering.keep_up()
        return came_back

    def _sort(self) -> bool:
        """Put leads that are something else to the law now in their place; if there may be more."""
        with self._store.transaction() as tx:
            return resorting.sort_marked(tx, _SORTED_AT_ONCE)

    def _end_permissions(self) -> None:
        """Keep the leads of lists out whose permission has ended."""
        with self._store.reading() as tx:
            over = permission_ends.ended_lists(tx)
        for list_id in over:
            after: int | None = 0
            while after is not None:
                with self._store.transaction() as tx:
                    after = permission_ends.keep_out_some(tx, list_id, after, _AT_ONCE)

    def _lapse(self) -> bool:
        """End do-not-calls that were kept for their time; whether there may be more."""
        with self._store.transaction() as tx:
            return lapse_some(tx, _LAPSE_AT_ONCE) is not None
