"""A caller's own day, for themselves: promises, calls, what sales took and what came back."""

from qualdesk.core.clock import Clock
from qualdesk.core.ids import ScriptVersionId
from qualdesk.core.my_day import (
    SALES_WITHIN,
    CallToday,
    MyDay,
    RecentCall,
    count_day,
    day_bounds,
)
from qualdesk.core.scripts import CallScript
from qualdesk.desk.outcomes import catalogue_of, labels_of
from qualdesk.desk.versions import script_version
from qualdesk.files.outcomes import shipped_outcomes
from qualdesk.store import look_ups
from qualdesk.store import my_day as kept
from qualdesk.store.database import Store, Transaction
from qualdesk.store.team.look_ups import MOST_RECENT


class OwnDay:
    """What somebody may see of their own work. Nobody else is asked for or ranked (S4)."""

    def __init__(self, store: Store, clock: Clock, caller: str) -> None:
        self._store = store
        self._clock = clock
        self._caller = caller

    def today(self, zone: str = "UTC") -> MyDay:
        """The day so far, on the caller's own clock.

        Raises:
            ValueError: there is no such zone.
        """
        with self._store.reading() as tx:
            day, start, end = day_bounds(tx.now, zone)
            catalogue = catalogue_of(tx)
            # Also outcomes the workspace gave up since: their calls were made.
            known = {one.code: one for each in (shipped_outcomes(), catalogue) for one in each}
            qualifies = [code for code, outcome in known.items() if outcome.qualifies]
            calls = kept.calls_of(tx, self._caller, start, end)
            return MyDay(
                day=day,
                zone=zone,
                promises=kept.promises_of(tx, self._caller, start, end),
                counts=count_day(calls, known, labels_of(catalogue), _scripts(tx, calls)),
                said=kept.sales_said(tx, self._caller, tx.now - SALES_WITHIN, qualifies),
                waiting=kept.still_with_sales(tx, self._caller, qualifies),
            )

    def recent(self) -> tuple[RecentCall, ...]:
        """The caller's own last calls with whom they were, the last first, fifty at most.

        Raises:
            PacedOut: in a team, when it was asked as often as it may be within an hour.
        """
        with self._store.reading() as tx:
            if not tx.dialect.acts_only:
                return kept.recent_calls(tx, self._caller, MOST_RECENT)
        with self._store.quietly(), self._store.transaction() as tx:
            return look_ups.my_recent(tx)


def _scripts(tx: Transaction, calls: tuple[CallToday, ...]) -> dict[ScriptVersionId, CallScript]:
    found = {}
    for version in {call.script for call in calls if call.script is not None}:
        script = script_version(tx, version)
        if script is not None:
            found[version] = script
    return found
