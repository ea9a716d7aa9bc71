"""Where every lead stands: the numbers a supervisor looks at, and the leads behind each."""

from typing import Any

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
from qualdesk.core.floor_figures import Alarm, Behind, Board, ListName, Recounted, Stands
from qualdesk.core.floor_words import SHOWS
from qualdesk.core.ids import BatchId, CampaignId, ListId
from qualdesk.core.shares import Share
from qualdesk.desk.floor_alarm import alarm_of, count_anew
from qualdesk.desk.floor_lists import IdsBehind, page_behind, stands_of_batch, stands_of_list
from qualdesk.desk.floor_words import spoken_to, wrong_numbers
from qualdesk.desk.outcomes import catalogue_of
from qualdesk.store import campaigns as kept
from qualdesk.store import overview
from qualdesk.store.callbacks import promises_kept
from qualdesk.store.database import Store, Transaction
from qualdesk.store.list_overview import lists_of
from qualdesk.store.tally import held_groups, kept_counts
from qualdesk.store.team.people import refuse_part_sight


class Floor:
    """The whole of the work, counted.

    Attributes:
        lists: lists behind numbers that others work out: by their code, what gives their title
            and the numbers of all their leads.
    """

    def __init__(self, store: Store, clock: Clock, caller: str) -> None:
        self._store = store
        self._clock = clock
        self._caller = caller
        self.lists: dict[str, IdsBehind] = {}

    def board(self, campaign: str | CampaignId) -> Board:
        """The numbers of a campaign at this moment, all of one state of the workspace.

        Read from counts that are kept as leads are loaded, called and answered: it costs the
        same at a thousand leads and at a million.

        Raises:
            NotFound: there is no such campaign.
            Refused: several clients have one of that name.
        """
        with self._store.reading() as tx:
            found = kept.the_campaign(tx, campaign)
            return _board(tx, found, last_show=_last_show(tx, found))

    def behind(
        self,
        campaign: str | CampaignId,
        code: str,
        after: int | None = None,
        limit: int = 200,
    ) -> Behind:
        """The leads behind a number of the board, in the order they were loaded, a page at a time.

        Codes are the board's own names (``called``, ``finished``, ``reached``, ``cooperated``,
        ``qualified``, ``to_hand_off``, ``handed``, ``answered``, ``taken``, ``unanswered``,
        ``giveaway``), ``stand:`` with the code of a place, ``source:`` with a source, and with
        ``:giveaway`` behind it, and those of :attr:`lists`. ``after`` is what the page before
        gave as ``next_after``; ``limit`` is 1 or more.

        Raises:
            NotFound: there is no such campaign, or no such list.
        """
        with self._store.reading() as tx:
            found = kept.the_campaign(tx, campaign)
            return page_behind(tx, found.id, code, self.lists, after=after or 0, limit=limit)

    def stands(
        self,
        campaign: str | CampaignId | None = None,
        list_id: ListId | None = None,
        batch_id: BatchId | None = None,
    ) -> Stands:
        """Where all leads of a campaign, the rows of a list or the leads of a batch stand (Q5).

        Of a list each row counts: also those left out, merged, or taken back with the list.

        Raises:
            NotFound: there is none of that.
            ValueError: not exactly one of the three was given.
        """
        if sum(one is not None for one in (campaign, list_id, batch_id)) != 1:
            raise ValueError("Ask for a campaign, a list or a batch: one of them.")
        with self._store.reading() as tx:
            if list_id is not None:
                return stands_of_list(tx, list_id)
            if batch_id is not None:
                return stands_of_batch(tx, batch_id)
            found = kept.the_campaign(tx, campaign or "")
            board = _board(tx, found)
        return Stands(title=found.name, total=board.total, stands=board.stands)

    def lists_of(self, campaign: str | CampaignId) -> tuple[ListName, ...]:
        """The lists of a campaign by name, the newest first: :meth:`stands` counts each.

        Raises:
            NotFound: there is no such campaign.
        """
        with self._store.reading() as tx:
            return lists_of(tx, kept.the_campaign(tx, campaign).id)

    def alarm(self, campaign: str | CampaignId) -> Alarm:
        """Whether the numbers are what the rows say, and which rows are not where they should be.

        Every row is looked at: the better part of a minute at a million leads.

        Raises:
            NotFound: there is no such campaign.
            Refused: in a team it is a supervisor's.
        """
        with self._store.reading() as tx:
            refuse_part_sight(tx)
            return alarm_of(tx, kept.the_campaign(tx, campaign).id)

    def recount(self, campaign: str | CampaignId) -> Recounted:
        """Count a campaign anew, a supervisor's act: from then on its numbers are what rows say.

        Callers are held up by none of it, however long the count takes.

        Raises:
            NotFound: there is no such campaign.
            Refused: somebody else counts anew at this moment.
        """
        return count_anew(self._store, campaign, self._caller)

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


def _board(tx: Transaction, campaign: Campaign, last_show: Share | None = None) -> Board:
    counts = kept_counts(tx, campaign.id)
    held = held_groups(tx, campaign.id)
    catalogue = catalogue_of(tx)
    figures: dict[str, Any] = {**figures_of(counts.groups), "last_show": last_show}
    return Board(
        campaign=campaign.id,
        at=tx.now,
        total=counts.total,
        **figures,
        buckets=buckets_of(counts.groups, held),
        stands=stands_of(counts.groups, held, wrong_numbers(catalogue)),
        sources=sources_of(counts.groups),
        hours=hours_of(counts.calls, spoken_to(catalogue)),
        days=days_of(counts.done, campaign.window.zone, tx.now),
    )


def _last_show(tx: Transaction, campaign: Campaign) -> Share | None:
    """Who was reached of those called at the client's show before this one."""
    if campaign.source_type not in SHOWS:
        return None
    before = kept.closed_before(tx, campaign)
    if before is None:
        return None
    figures = figures_of(kept_counts(tx, before).groups)
    return Share(yes=figures["reached"], of=figures["called"])
