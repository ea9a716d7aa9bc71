"""A supervisor gives a lead to a caller, takes one from a caller, sees which nobody wants."""

from datetime import timedelta

from qualdesk.core.cards import CallCard
from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.core.errors import NothingToUndo, Refused
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.times import time_words
from qualdesk.core.wording import tr, within
from qualdesk.desk.situations import card_of, situation
from qualdesk.desk.supervised import Supervised
from qualdesk.files.outcomes import shipped_outcomes
from qualdesk.store import calls, giving, queue
from qualdesk.store.campaigns import load_campaign, the_campaign
from qualdesk.store.database import Store, Transaction
from qualdesk.store.giving import PassedOver
from qualdesk.store.history import entries, note
from qualdesk.store.leads import load_lead
from qualdesk.store.members import working

_GAVE = "gave the lead to a caller"
_MOST = 200
ENOUGH_CALLERS = 3
"""A lead that so many callers skipped is shown; all of them, where fewer work."""


class Giving:
    """Who a lead goes to, whatever its place in the queue."""

    def __init__(self, store: Store, clock: Clock, caller: str) -> None:
        self._store = store
        self._clock = clock
        self._caller = caller

    def push(self, lead_id: LeadId, caller: str) -> Supervised:
        """Give a lead to this caller: the next they are offered, right after due promises.

        Nobody else is offered it for as long as the campaign's grace; then it is anybody's. A
        promise becomes theirs to keep. They read on the card who gave it to them.

        Raises:
            NotFound: there is no such lead.
            Refused: it may not be called now, somebody has it in hand, or nobody of that name
                works here.
        """
        with self._store.transaction() as tx:
            to = self._named(tx, caller)
            found = giving.given(tx, lead_id)
            self._check_free(found, to)
            lead = load_lead(tx, lead_id)
            grace = load_campaign(tx, lead.campaign_id).limits.grace
            if found.due_at is None or found.due_at <= tx.now:
                decision = situation(tx, lead_id, to).decision()
                if not decision.is_allowed:
                    raise Refused(tr("They cannot be called now: {says}", says=decision.says))
            until = max(tx.now, found.due_at or tx.now) + grace
            giving.give(tx, lead_id, to=to, by=self._caller, until=until)
            note(tx, self._caller, _GAVE, "lead", lead_id, to=to, owner=found.owner)
            zone = lead.contact.zones[0] if lead.contact.zones else "UTC"
            says = tr("{name} is next for {caller}.", name=lead.contact.name, caller=to)
            if found.due_at is not None and found.due_at > tx.now:
                at = time_words(found.due_at, zone, now=tx.now)
                says = tr(
                    "{caller} keeps the promise to {name} at {at}.",
                    name=lead.contact.name,
                    at=at,
                    caller=to,
                )
        return Supervised(says=says, changes=_touched(lead_id))

    def take_push_back(self, lead_id: LeadId) -> Supervised:
        """Take back that a lead was given to a caller: it stands where it stood.

        Raises:
            NotFound: there is no such lead.
            NothingToUndo: it is not given to anybody, or they have it in hand by now.
        """
        with self._store.transaction() as tx:
            found = giving.given(tx, lead_id)
            if not found.to:
                raise NothingToUndo(tr("This lead is not given to anybody."))
            if found.holder:
                raise NothingToUndo(tr("{holder} has this lead now.", holder=found.holder))
            told = (one for one in entries(tx, "lead", lead_id) if one.what == _GAVE)
            before = next(told, None)
            owner = str(before.details.get("owner", "")) if before else ""
            giving.give_to_nobody(tx, lead_id, owner)
            note(tx, self._caller, "took the lead back from a caller", "lead", lead_id)
        return Supervised(says=tr("It stands where it stood."), changes=_touched(lead_id))

    def take_over(self, lead_id: LeadId) -> CallCard:
        """Take a lead out of a caller's hands into one's own, also in the middle of a call.

        What they wrote so far is kept with the lead as theirs; what they save from now on is kept
        beside it, and they are told with their next save.

        Raises:
            NotFound: there is no such lead.
            Refused: nobody has it, one has another lead in hand, or they asked not to be called.
        """
        with self._store.transaction() as tx:
            found = giving.given(tx, lead_id)
            if not found.holder:
                raise Refused(tr("Nobody has this lead. Call them as any other."))
            if found.holder == self._caller:
                raise Refused(tr("You have this lead yourself."))
            queue.release(tx, lead_id, calls.stands(tx, lead_id).claim_token)
            queue.claim_lead(tx, lead_id, self._caller)
            note(tx, self._caller, "took over", "lead", lead_id, of=found.holder)
            seen = situation(tx, lead_id, self._caller)
            return card_of(tx, seen, shipped_outcomes(), self._caller)

    def passed_over(self, campaign: str | CampaignId | None = None) -> tuple[PassedOver, ...]:
        """Leads that callers skip instead of calling: who did, how often, what they said.

        Those that three callers skipped since they were last dialled; or all who work here,
        where they are fewer.

        Raises:
            NotFound: there is no such campaign.
        """
        with self._store.reading() as tx:
            found = None if campaign is None else the_campaign(tx, campaign).id
            here = working(tx, tx.now - timedelta(days=14))
            enough = max(1, min(ENOUGH_CALLERS, len(here)))
            return giving.passed_over(tx, found, callers=enough, limit=_MOST)

    def _named(self, tx: Transaction, caller: str) -> str:
        """The caller as they are known here: a slip of the fingers would give it to nobody.

        Known is whoever has asked for a lead once, and the one who says the word.

        Raises:
            Refused: nobody is named, or nobody of that name works here; who does is listed.
        """
        name = caller.strip()
        if not name:
            raise Refused(tr("Say to whom."))
        here = working(tx, None)
        for one in (*here, self._caller):
            if one.casefold() == name.casefold():
                return one
        if not here:
            says = tr("Nobody called “{name}” works here yet: nobody has called so far.", name=name)
            raise Refused(says)
        known = ", ".join(here)
        says = tr("Nobody called “{name}” works here. There are: {known}.", name=name, known=known)
        raise Refused(says)

    def _check_free(self, found: giving.Given, to: str) -> None:
        if found.holder:
            if found.holder == self._caller:
                says = tr("You have this lead now. Take it over, or wait until it is given back.")
            else:
                says = tr(
                    "{holder} has this lead now. Take it over, or wait until it is given back.",
                    holder=found.holder,
                )
            raise Refused(says)
        if found.state not in {Bucket.WAITING, Bucket.CALLBACK}:
            raise Refused(
                tr("This lead is not in the queue: {where}.", where=within(found.state.label))
            )
        if found.kept_out:
            raise Refused(tr("This lead is kept out of the queue. Let it in first."))
        if found.to == to and found.until is not None:
            raise Refused(tr("This lead is given to {caller} already.", caller=to))


def _touched(lead_id: LeadId) -> Changes:
    return Changes(leads=frozenset({lead_id}), queue=True)
