"""The order of the queue kept up: leads sorted, calls learned from, stacks ranked."""

from qualdesk.core.learning import learn
from qualdesk.core.outcomes import Catalogue
from qualdesk.store import believed, ranking, stacks
from qualdesk.store.bulk import chunks
from qualdesk.store.database import Store
from qualdesk.store.tallies import tallies

_SORTED_AT_ONCE = 200
_DROPPED_AT_ONCE = 500
# How many times at most in one go; what is left comes with the next.
_ROUNDS = 40
# A human answered, but not the one who was to be called.
_OTHERS = {"gatekeeper", "wrong_number", "wrong_person"}


class Ordering:
    """Keeps the order of the queue right; what callers wait for is never in one piece with it."""

    def __init__(self, store: Store, catalogue: Catalogue) -> None:
        self._store = store
        spoken_to = {one.code for one in catalogue if one.contacted} - _OTHERS
        self._spoken_to = frozenset(spoken_to)
        # Before an event a conversation does what it is for when they will come.
        self._qualified = frozenset(one.code for one in catalogue if one.reaches_goal)

    def keep_up(self) -> None:
        """Do what is due: cheap when nothing is.

        A lead in a caller's hands stays there, whatever is learned and ranked meanwhile.
        """
        self._sort()
        has_learned = self._learn()
        with self._store.reading() as tx:
            is_whole = has_learned or ranking.is_whole_due(tx)
            is_due = is_whole or ranking.is_due(tx)
        if is_whole:
            self.rank_all()
        else:
            self._rank(is_due=is_due)
        if is_due:
            self._drop()

    def rank_all(self) -> None:
        """Work out the whole order while others work, and write it in short steps."""
        with self._store.reading() as tx:
            (ranked, rate), at = ranking.all_of_them(tx), tx.now
        with self._store.transaction() as tx:
            believed.keep_going_rate(tx, rate)
        self._write(ranked)
        with self._store.transaction() as tx:
            ranking.ended(tx, at, is_whole=True)

    def _sort(self) -> None:
        for _ in range(_ROUNDS):
            with self._store.transaction() as tx:
                if not stacks.sort_some(tx, _SORTED_AT_ONCE):
                    break

    def _drop(self) -> None:
        for _ in range(_ROUNDS):
            with self._store.transaction() as tx:
                if not stacks.drop_some(tx, _DROPPED_AT_ONCE):
                    break

    def _learn(self) -> bool:
        """Learn from the calls made, once an hour; whether it was time to."""
        with self._store.reading() as tx:
            if not believed.is_learning_due(tx):
                return False
            made = tallies(tx, spoken_to=self._spoken_to, qualified=self._qualified)
            beliefs = believed.beliefs(tx)
        found = learn(beliefs, made)
        with self._store.transaction() as tx:
            believed.keep_learned(tx, found)
        return True

    def _rank(self, *, is_due: bool) -> None:
        """The same for those stacks alone that a claim can come to before the next time.

        Between the times, for those into which leads came that had none then.
        """
        with self._store.reading() as tx:
            ranked = ranking.soonest(tx) if is_due else ranking.left_behind(tx)
            at = tx.now
        self._write(ranked)
        if is_due:
            with self._store.transaction() as tx:
                ranking.ended(tx, at)

    def _write(self, ranked: list[ranking.Ranked]) -> None:
        """Keep an order in steps so short that no caller waits for one."""
        for some in chunks(ranked, ranking.WRITTEN_AT_ONCE):
            with self._store.transaction() as tx:
                ranking.write(tx, some)
