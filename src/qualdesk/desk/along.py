"""Leads that are taken along, so that calls go on when the team's server cannot be reached."""

from datetime import datetime

from qualdesk.core.cards import CallCard
from qualdesk.core.claim_limits import LEASE
from qualdesk.core.errors import PacedOut, Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId
from qualdesk.core.leads import Bucket
from qualdesk.core.wording import english, tr_later
from qualdesk.desk.endings import Endings
from qualdesk.desk.situations import Situation, card_of, situation
from qualdesk.store import along, queue
from qualdesk.store.campaigns import the_campaign
from qualdesk.store.database import Transaction
from qualdesk.store.leads import place
from qualdesk.store.members import works_on
from qualdesk.store.on_phones import works_for
from qualdesk.store.suppression import is_suppressed

# How often the next lead is asked for in one go, those that may not be called now among them.
_LOOKS = 50


@frozen
class TakenAlong:
    """What may be called without a line, and how it stood at the last look.

    Attributes:
        cards: in the order in which they are to be called; each says until when it is held.
        most: how many there may be; 0 where nobody let this caller take any along.
        as_of: when every rule was asked about them, UTC.
        again_at: when the next may come, UTC, where the team's limit held some back.
    """

    cards: tuple[CallCard, ...]
    most: int
    as_of: datetime
    again_at: datetime | None = None


class TakingAlong(Endings):
    """A few leads held for one caller. They are called like any other, and others come for them."""

    def take_along(self, campaign: str | CampaignId | None = None) -> TakenAlong:
        """Hold as many leads as this caller may take along, and look at each of them anew.

        Who may not be called any more, or is of another campaign than the caller works on by
        now, is given back. A promise is never taken along: it would be late. Each counts once
        against the team's limits, when it is taken.

        Raises:
            NotFound: there is no such campaign.
        """
        again_at = None
        with self._store.quietly():
            most = self._keep_the_fit(campaign)
            try:
                for _ in range(most and _LOOKS):
                    if not self._took_one(campaign, most):
                        break
            except PacedOut as limit:
                again_at = limit.until
            with self._store.reading() as tx:
                cards = tuple(
                    card_of(
                        tx, situation(tx, one.lead_id, self._caller), self._catalogue, self._caller
                    )
                    for one in along.held_along(tx, self._caller)
                )
                return TakenAlong(cards=cards, most=most, as_of=tx.now, again_at=again_at)

    def _calls_for(self, tx: Transaction, campaign: str | CampaignId | None) -> CampaignId | None:
        """Where a supervisor moved this caller; else what they ask for, where they work on it."""
        moved = works_for(tx, self._caller)
        if moved is not None or campaign is None:
            return moved
        wanted = the_campaign(tx, campaign).id
        return wanted if works_on(tx, self._caller, wanted) else None

    def _from_along(
        self, tx: Transaction, campaign_id: CampaignId | None, kind: str
    ) -> queue.Claimed | None:
        """The first of what was taken along, in hand as another kind; nothing is counted anew."""
        for one in along.held_along(tx, self._caller):
            if campaign_id in {None, one.campaign_id}:
                try:
                    return queue.claim_lead(tx, one.lead_id, self._caller, kind)
                except Refused:  # they asked not to be called since
                    continue
        return None

    def _keep_the_fit(self, campaign: str | CampaignId | None) -> int:
        """Give back who may not be called any more; how many there may be."""
        with self._store.transaction() as tx:
            most = along.most_along(tx, self._caller)
            of = self._calls_for(tx, campaign) if most else None
            # First: what ran out while a laptop slept is looked at as well.
            along.renew_along(tx, self._caller)
            for one in along.held_along(tx, self._caller):
                is_theirs = one.slot < most and of in {None, one.campaign_id}
                if not (is_theirs and self._may_call(tx, one)):
                    along.give_back_along(tx, one)
        return most

    def _took_one(self, campaign: str | CampaignId | None, most: int) -> bool:
        """Take one lead more along, or let it rest; False when there is none, or no room."""
        with self._store.transaction() as tx:
            if not along.make_room(tx, self._caller, along.held_along(tx, self._caller), most):
                return False
            of = self._calls_for(tx, campaign)
            claimed = queue.claim_next(tx, self._caller, of, along.ALONG)
            if claimed is None:
                return False
            # Who rests is not offered again: one claim was counted for them, and no more are.
            self._rests_now(tx, situation(tx, claimed.lead_id, self._caller))
            return True

    def _may_call(self, tx: Transaction, one: along.Along) -> bool:
        if is_suppressed(tx, one.lead_id):
            return False
        found = situation(tx, one.lead_id, self._caller)
        if not found.decision().is_allowed and along.is_still_along(tx, one):
            rest_unless_shut(tx, found)
        return found.decision().is_allowed

    def _rests_now(self, tx: Transaction, found: Situation) -> bool:
        """Whether a lead in hand may not be dialled now after all: then it is put off, and free."""
        if found.decision().is_allowed:
            return False
        put_off(tx, found)
        queue.release(tx, found.lead.id, found.stands.claim_token)
        return True


def rest_unless_shut(tx: Transaction, found: Situation) -> None:
    """Put off who is given back within their hours, for a rule the queue does not ask by itself.

    Outside of them, or while nobody of their campaign is called, the queue offers no one.
    """
    if found.decision().next_at is not None and found.open_until() is not None:
        put_off(tx, found)


def put_off(tx: Transaction, found: Situation) -> None:
    """Place a lead that may not be dialled now so that it is not offered until it may."""
    decision = found.decision()
    if decision.rule == "max-attempts":
        place(tx, found.lead.id, Bucket.UNREACHABLE, reason=tr_later("Tries used up"))
        return
    if decision.rule == "window-closed" and found.promise and not found.promise.is_fixed:
        place(tx, found.lead.id, Bucket.UNREACHABLE, reason=tr_later("Their window has closed"))
        return
    state = Bucket(found.stands.state)
    next_at = decision.next_at or tx.now + LEASE
    if state is Bucket.CALLBACK:
        owner = found.stands.callback_owner
        place(tx, found.lead.id, state, due_at=next_at, callback_owner=owner)
    elif state is Bucket.WAITING:
        with english():
            kept = found.decision().says
        place(tx, found.lead.id, state, reason=kept, wake_at=next_at)
