"""What comes next and why, and why nothing does. Looking claims nothing."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from qualdesk.core.cards import (
    EVERYBODY,
    NothingToCall,
    PromisedCall,
    QueueFilter,
    QueueLine,
    QueueListing,
    QueueRow,
)
from qualdesk.core.clock import Clock
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.core.leads import Lead
from qualdesk.core.priority import Priority
from qualdesk.desk.queue_lines import lines_of
from qualdesk.desk.why_empty import why_empty
from qualdesk.desk.why_now import Explained, explained, priorities_of
from qualdesk.store import campaigns as kept
from qualdesk.store import cells, overview, ranking, resorting
from qualdesk.store.callbacks import promised_calls
from qualdesk.store.database import Store, Transaction
from qualdesk.store.leads import load_leads
from qualdesk.store.overview import Upcoming
from qualdesk.store.queue import Claimed, held

if TYPE_CHECKING:
    from qualdesk.core.belief_lines import BeliefLine

__all__ = ["Explained", "Queue", "why_empty"]


class Queue:
    """The order of the leads, as one caller would be offered them."""

    def __init__(self, store: Store, clock: Clock, caller: str) -> None:
        self._store = store
        self._clock = clock
        self._caller = caller

    def upcoming(
        self,
        campaign: str | CampaignId | None = None,
        limit: int = 3,
        at: datetime | None = None,
    ) -> tuple[QueueRow, ...]:
        """The next leads with their reasons, best first, now or at ``at``.

        A caller of a team is told of the one kept for after the call, and of no other.

        Raises:
            NotFound: there is no such campaign.
        """
        with self._looking(at) as tx:
            then = replace(tx, now=at or tx.now)
            rows: Sequence[Upcoming] = ()
            if not tx.dialect.acts_only:
                rows = overview.upcoming(then, self._caller, _id_of(tx, campaign), limit=limit)
            rows = _with_kept(rows, held(then, self._caller, "next"))[:limit]
            leads = load_leads(tx, [row.lead_id for row in rows])
            found = priorities_of(then, leads.values())
        return tuple(_row(leads[row.lead_id], found[row.lead_id], row.due_at) for row in rows)

    def explain(self, lead_id: LeadId) -> Explained:
        """Why a lead stands where it does, and whether it may be called now.

        Raises:
            NotFound: there is no such lead.
        """
        with self._looking() as tx:
            return explained(tx, self._caller, lead_id)

    def listing(self, wanted: QueueFilter = EVERYBODY) -> QueueListing:
        """The open leads that fit, in the order of claims: their numbers alone.

        Raises:
            NotFound: there is no such campaign.
        """
        from qualdesk.store.listing import listed

        with self._looking() as tx:
            if wanted.campaign is not None:
                kept.the_campaign(tx, wanted.campaign)
            found = listed(tx, self._caller, wanted)
            return QueueListing(lead_ids=found, looked_at=tx.now)

    def lines(self, lead_ids: Sequence[int]) -> tuple[QueueLine, ...]:
        """These leads as lines of a page, in this order; those that are gone are left out.

        ``lead_ids``: as many as a page shows, some hundred at most.
        """
        with self._store.reading() as tx:
            return lines_of(tx, self._caller, lead_ids)

    def why_empty(self, campaign: str | CampaignId | None = None) -> NothingToCall:
        """Why no lead is offered to this caller (Q3); the counts add up to all open leads.

        Raises:
            NotFound: there is no such campaign.
        """
        with self._looking() as tx:
            return why_empty(tx, self._caller, _id_of(tx, campaign))

    def callbacks(self, campaign: str | CampaignId | None = None) -> tuple[PromisedCall, ...]:
        """The call backs that were promised and have not been made yet, the earliest first (Q4).

        Raises:
            NotFound: there is no such campaign.
        """
        with self._store.reading() as tx:
            return promised_calls(tx, _id_of(tx, campaign))

    def open_today(self, campaign: str | CampaignId | None = None) -> int:
        """How many leads can still be called before the day ends on their own clock.

        Raises:
            NotFound: there is no such campaign.
        """
        with self._looking() as tx:
            return overview.open_today(tx, _id_of(tx, campaign))

    def beliefs(self) -> "tuple[BeliefLine, ...]":
        """What the queue believes, what the floor's calls made of it, and how sure that is."""
        from qualdesk.desk import believing

        with self._store.reading() as tx:
            return believing.lines(tx)

    def set_belief(self, key: str, value: float) -> "BeliefLine":
        """Write another start value for a belief; the order follows within a quarter of an hour.

        What was learned since goes on counting, in proportion.

        Raises:
            NotFound: there is no such belief.
            Refused: the value cannot be one; the sentence says what can.
        """
        from qualdesk.desk import believing

        with self._store.transaction() as tx:
            return believing.write(tx, self._caller, key, value)

    def reset_beliefs(self, key: str | None = None) -> "tuple[BeliefLine, ...]":
        """Let the shipped start values count again, of one belief or of all; what is believed now.

        Raises:
            NotFound: there is no such belief.
        """
        from qualdesk.desk import believing

        with self._store.transaction() as tx:
            believing.put_back(tx, self._caller, key)
            return believing.lines(tx)

    @contextmanager
    def _looking(self, at: datetime | None = None) -> Iterator[Transaction]:
        """A look with the hours and the order a claim goes by, worked out first where they lack.

        Otherwise a desk opened after weeks would say "outside calling hours" at ten o'clock, and
        show leads in an order of long ago. A caller of a team looks at what the keeper left.
        """
        with self._store.reading() as tx:
            if tx.dialect.acts_only or not (cells.are_stale(tx, at) or ranking.is_stale(tx)):
                yield tx
                return
        with self._store.transaction() as tx:
            resorting.sort_marked(tx)
            cells.refresh(tx, at)
            if ranking.is_stale(tx):
                ranking.rank_some(tx)
        with self._store.reading() as tx:
            yield tx


def _with_kept(rows: Sequence[Upcoming], kept: Claimed | None) -> tuple[Upcoming, ...]:
    """With the lead that is kept for this caller in its place: behind promises that are due."""
    due = [row for row in rows if row.due_at is not None]
    mine = [Upcoming(lead_id=kept.lead_id)] if kept is not None else []
    return (*due, *mine, *(row for row in rows if row.due_at is None))


def _id_of(tx: Transaction, campaign: str | CampaignId | None) -> CampaignId | None:
    return None if campaign is None else kept.the_campaign(tx, campaign).id


def _row(lead: Lead, found: Priority, due_at: datetime | None) -> QueueRow:
    return QueueRow(
        lead_id=lead.id,
        campaign_id=lead.campaign_id,
        name=lead.contact.name,
        company=lead.contact.company_name,
        priority=found,
        is_callback=due_at is not None,
        due_at=due_at,
        zone=lead.contact.zones[0] if lead.contact.zones else "",
    )
