"""Where every lead stands: the sums a supervisor looks at."""

from qualdesk.core.cards import Buckets, PromisesKept
from qualdesk.core.clock import Clock
from qualdesk.core.ids import CampaignId
from qualdesk.store import campaigns as kept
from qualdesk.store import overview
from qualdesk.store.callbacks import promises_kept
from qualdesk.store.database import Store


class Floor:
    """The whole of the work, counted."""

    def __init__(self, store: Store, clock: Clock, caller: str) -> None:
        self._store = store
        self._clock = clock
        self._caller = caller

    def buckets(self, campaign: str | CampaignId | None = None) -> Buckets:
        """How many leads are in each bucket, of one campaign or all; the sum is all (Q5).

        Raises:
            NotFound: there is no such campaign.
        """
        with self._store.reading() as tx:
            found = None if campaign is None else kept.the_campaign(tx, campaign).id
            counts, total = overview.bucket_counts(tx, found)
        return Buckets(counts=counts, total=total)

    def promises(self, campaign: str | CampaignId | None = None) -> PromisesKept:
        """What became of the call backs at a time that people named: kept, late or missed (Q4).

        Raises:
            NotFound: there is no such campaign.
        """
        with self._store.reading() as tx:
            found = None if campaign is None else kept.the_campaign(tx, campaign).id
            return promises_kept(tx, found)
