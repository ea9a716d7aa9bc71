"""Where every lead stands: the numbers a supervisor looks at, and the leads behind each."""

from qualdesk.core.campaigns import Campaign
from qualdesk.core.cards import Buckets, PromisesKept
from qualdesk.core.clock import Clock
from qualdesk.core.floor_counts import (
    buckets_of,
    days_of,
    figures_of,
    hours_of,
    sources_of,
    stands_of,
)
from qualdesk.core.floor_figures import Board
from qualdesk.core.ids import CampaignId
from qualdesk.core.outcomes import After, Catalogue
from qualdesk.desk.outcomes import catalogue_of
from qualdesk.store import campaigns as kept
from qualdesk.store import overview
from qualdesk.store.callbacks import promises_kept
from qualdesk.store.database import Store, Transaction
from qualdesk.store.tally import held_groups, kept_counts


class Floor:
    """The whole of the work, counted."""

    def __init__(self, store: Store, clock: Clock, caller: str) -> None:
        self._store = store
        self._clock = clock
        self._caller = caller

    def board(self, campaign: str | CampaignId) -> Board:
        """The numbers of a campaign at this moment, all of one state of the workspace.

        Read from counts that are kept as leads are loaded, called and answered: it costs the
        same at a thousand leads and at a million.

        Raises:
            NotFound: there is no such campaign.
            Refused: several clients have one of that name.
        """
        with self._store.reading() as tx:
            return _board(tx, kept.the_campaign(tx, campaign))

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


def wrong_numbers(catalogue: Catalogue) -> frozenset[str]:
    """The outcomes that say that a number does not lead to the person."""
    return frozenset(
        one.code for one in catalogue if one.after is After.NEXT_NUMBER and one.eligible is False
    )


def spoken_to(catalogue: Catalogue) -> frozenset[str]:
    """The outcomes in which somebody of them was spoken to."""
    return frozenset(one.code for one in catalogue if one.was_reached)


def _board(tx: Transaction, campaign: Campaign) -> Board:
    counts = kept_counts(tx, campaign.id)
    held = held_groups(tx, campaign.id)
    catalogue = catalogue_of(tx)
    return Board(
        campaign=campaign.id,
        at=tx.now,
        total=counts.total,
        **figures_of(counts.groups),
        buckets=buckets_of(counts.groups, held),
        stands=stands_of(counts.groups, held, wrong_numbers(catalogue)),
        sources=sources_of(counts.groups),
        hours=hours_of(counts.calls, spoken_to(catalogue)),
        days=days_of(counts.done, campaign.window.zone, tx.now),
    )
