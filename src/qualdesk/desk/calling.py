"""Qualify: the next lead, the call with them, its outcome. All that a caller does."""

from qualdesk.core.cards import CallCard, NothingToCall, OpenAttempt, protected
from qualdesk.core.changes import Changes
from qualdesk.core.errors import PacedOut, Refused
from qualdesk.core.ids import AttemptId, CampaignId, LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.outcomes import Catalogue
from qualdesk.core.phone_programs import USUAL_PROGRAM, PhoneProgram
from qualdesk.core.times import time_words
from qualdesk.core.wording import tr, tr_later
from qualdesk.desk.ahead import Ahead
from qualdesk.desk.along import put_off, rest_unless_shut
from qualdesk.desk.conversation import lost_hold
from qualdesk.desk.queue import why_empty
from qualdesk.desk.situations import Situation, card_of, open_attempt, situation
from qualdesk.links.dialling import dial_link
from qualdesk.store import calls, claim_looks, foreseen, queue
from qualdesk.store.along import renew_along
from qualdesk.store.callbacks import reopen_promise
from qualdesk.store.campaigns import load_campaign
from qualdesk.store.database import Transaction
from qualdesk.store.history import note as write_history
from qualdesk.store.leads import load_lead, place, rests_until
from qualdesk.store.members import note_seen
from qualdesk.store.quick import together
from qualdesk.store.suppression import is_suppressed
from qualdesk.store.talks import end_talk

# How many leads in a row may turn out not to be callable before the queue is called empty.
_LOOKS = 50


class Calling(Ahead):
    """A caller's desk: ``Calling(store, clock, caller, catalogue, zone="Europe/London")``.

    ``zone`` is the caller's own clock, for reading times back.
    """

    def next_lead(
        self, campaign: str | CampaignId | None = None, *, anyway: bool = False
    ) -> CallCard | NothingToCall:
        """The lead to call now, held for this caller; or why there is none (Q3).

        Whoever holds a lead, or was on a call when the program stopped, gets that one first,
        with everything that was saved. Who promised a call within the next minutes is not given
        a fresh one that would run into it (Q4), unless they want one ``anyway``. Whoever was
        moved to a campaign is given its leads, whatever they ask for.

        Raises:
            NotFound: there is no such campaign.
        """
        try:
            return self._next(campaign, anyway=anyway)
        except PacedOut:
            # What was taken along was counted when it was taken.
            with self._store.transaction() as tx:
                card = self._of_those_along(tx, self._calls_for(tx, campaign))
                if card is None:
                    raise
                return card

    def _next(self, campaign: str | CampaignId | None, *, anyway: bool) -> CallCard | NothingToCall:
        for looks_left in reversed(range(_LOOKS)):
            found = self._look(campaign, anyway=anyway, is_last=not looks_left)
            if found is not None:
                break
        assert found is not None
        return found

    def _look(
        self, campaign: str | CampaignId | None, *, anyway: bool, is_last: bool
    ) -> CallCard | NothingToCall | None:
        """One look; None when the best lead turned out not to be callable, and rests now.

        Each look is kept by itself: a limit of a team may refuse the next claim, and whoever
        rests by then is not to be claimed, and counted, once more for it.
        """
        with (
            self._store.transaction() as tx,
            together(tx, foreseen.before_claim(tx, self._caller)),
        ):
            note_seen(tx, self._caller)
            campaign_id = self._calls_for(tx, campaign)
            mine = self._in_hand(tx)
            plan = None if mine or anyway else claim_looks.planned(tx, self._caller)
            if plan is None:
                mine = mine or self._referred_just_now(tx)
            if mine is not None:
                return self._card(tx, mine)
            if not is_last:
                only_named = plan is not None
                best = queue.claim_next(tx, self._caller, campaign_id, only_named=only_named)
                if best is not None:
                    return self._card_unless_it_rests(tx, best.lead_id)
            if plan is not None:
                return self._promised_soon(tx, plan, campaign_id)
            return self._of_those_along(tx, campaign_id) or why_empty(tx, self._caller, campaign_id)

    def held(self) -> CallCard | None:
        """The lead this caller has in hand, None when there is none."""
        with self._store.transaction() as tx:
            found = self._in_hand(tx)
            return self._card(tx, found) if found else None

    def on_call(self) -> OpenAttempt | None:
        """The call this caller is in, also when somebody took it over meanwhile; None in no call.

        A call that was taken over is theirs to end until they have another lead in hand: what
        they save on it is kept, and they are told who has the lead.
        """
        with self._store.reading() as tx:
            call = calls.open_call_of(tx, self._caller)
            if call is None and queue.held(tx, self._caller) is None:
                call = calls.lost_call_of(tx, self._caller)
            return open_attempt(call) if call else None

    def card(self, lead_id: LeadId) -> CallCard:
        """The card of a lead, whoever has it; nothing is claimed.

        Raises:
            NotFound: there is no such lead.
        """
        with self._store.reading() as tx:
            return self._card(tx, situation(tx, lead_id, self._caller))

    def release(self, lead_or_attempt: LeadId | AttemptId) -> Changes:
        """Give a lead back as it is. A call that was begun counts as a try without an outcome.

        Raises:
            NotFound: there is no such lead or call.
        """
        with self._store.transaction() as tx:
            if isinstance(lead_or_attempt, str):
                call = calls.load_call(tx, AttemptId(lead_or_attempt))
                lead_id = call.lead_id
                is_theirs = call.is_open and call.caller == self._caller
                if is_theirs and lost_hold(tx, call, self._caller) is not None:
                    return Changes(leads=frozenset({lead_id}), queue=True)
            else:
                lead_id = lead_or_attempt
            found = situation(tx, lead_id, self._caller)
            if found.call is not None:
                calls.change_call(tx, found.call.id, ended_at=tx.now)
                end_talk(tx, lead_id, self._caller, spoke=False)
                self._rest(tx, found)
                write_history(tx, self._caller, "gave back", "lead", lead_id, call=found.call.id)
            if found.stands.claimed_by == self._caller:
                queue.release(tx, lead_id, found.stands.claim_token)
        return Changes(leads=frozenset({lead_id}), queue=True)

    program: PhoneProgram = USUAL_PROGRAM
    """Whom numbers are handed to; a window sets what its person chose."""

    def tel_link(self, attempt: OpenAttempt) -> str:
        """The address that dials the number of a call that is written down: ``tel:+49-30-…``.

        Raises:
            Refused: the number is none that can be dialled, or they called us.
        """
        if attempt.is_incoming:
            raise Refused(tr("They called us. End this call first, then dial."))
        return dial_link(attempt.number, program=self.program)

    def trial_link(self, number: str) -> tuple[str, str]:
        """To try a phone program: the number as it is copied, and the address that dials it.

        Nothing is written down. The number is a full one, as +49 30 23125 001.

        Raises:
            Refused: this is no number that can be dialled.
        """
        from qualdesk.core.phones import read_phones

        phones = read_phones(number)
        e164 = phones[0].e164 if len(phones) == 1 else ""
        if not e164:
            raise Refused(tr("Type one full number, with its + and country, as +44 20 7946 0000."))
        return e164, dial_link(e164, program=self.program)

    @property
    def outcomes(self) -> Catalogue:
        """What a call can end with here, with the place of each on the keys."""
        return self._catalogue

    def renew(self) -> Changes:
        """Hold on to what this caller has in hand for another quarter of an hour.

        A call whose hold ran out, as when a laptop slept, is taken up again unless somebody else
        has the lead by now; then it is touched, so that a window looks at it again.
        """
        with self._store.quietly(), self._store.transaction() as tx:
            note_seen(tx, self._caller)
            queue.renew(tx, self._caller)
            renew_along(tx, self._caller)
            call = calls.open_call_of(tx, self._caller)
            if call is None or queue.held(tx, self._caller) is not None:
                return Changes()
            self._taken_up(tx, call)
            return Changes(leads=frozenset({call.lead_id}))

    def _in_hand(self, tx: Transaction) -> Situation | None:
        """What the caller holds; failing that, the call they were on when the program stopped."""
        held = queue.held(tx, self._caller)
        call = calls.open_call_of(tx, self._caller)
        if held is None:
            held = self._taken_up(tx, call)
        if held is None:
            return None
        if call is not None and call.lead_id == held.lead_id and call.token != held.token:
            # The hold ran out and was given to the same caller anew: it is still their call.
            calls.change_call(tx, call.id, claim_token=held.token)
        found = situation(tx, held.lead_id, self._caller)
        is_stopped = found.stands.state == Bucket.DO_NOT_CALL
        if found.call is None and (is_stopped or is_suppressed(tx, held.lead_id)):
            # Somebody stopped all calls to them since, or a list named them as one who said no:
            # the hands are free for the next lead.
            queue.release(tx, held.lead_id, held.token)
            return None
        return found

    def _taken_up(self, tx: Transaction, call: calls.KeptCall | None) -> queue.Claimed | None:
        if call is None:
            return None
        is_lost = queue.check_claim(tx, call.lead_id, self._caller, call.token) == "superseded"
        if call.is_incoming and not is_lost:
            # They are on the line, whatever the rules about calling them say.
            from qualdesk.store.incoming import take_over

            return take_over(tx, call.lead_id, self._caller, token=call.token)
        # Asked as a claim asks it: a caller of a team sees no lead whose hold has ended.
        if is_lost or queue.hold_of(tx, call.lead_id).state == Bucket.DO_NOT_CALL:
            # Nobody can end it any more: what was said on it is kept as it is.
            calls.change_call(tx, call.id, ended_at=tx.now, is_conflict=is_lost)
            if is_lost:
                from qualdesk.store.late_saves import keep_late_call

                keep_late_call(tx, call)
            return None
        return queue.claim_lead(tx, call.lead_id, self._caller, token=call.token)

    def _referred_just_now(self, tx: Transaction) -> Situation | None:
        """The lead kept as the next one because it was named on the last call."""
        ahead = queue.held(tx, self._caller, "next")
        if ahead is None or load_lead(tx, ahead.lead_id).referred_by is None:
            return None
        found = situation(tx, ahead.lead_id, self._caller)
        if not found.decision().is_allowed:
            return None
        queue.claim_lead(tx, ahead.lead_id, self._caller)
        return situation(tx, ahead.lead_id, self._caller)

    def _promised_soon(
        self, tx: Transaction, plan: claim_looks.Planned, campaign_id: CampaignId | None
    ) -> NothingToCall:
        """What is said instead of a fresh lead while a promise is near."""
        zone = self._zone or load_campaign(tx, plan.campaign_id).window.zone
        at = time_words(plan.due_at, zone, now=tx.now)
        says = tr("your call back with {name} at {at}", name=plan.name, at=at)
        return protected(why_empty(tx, self._caller, campaign_id), says, plan.due_at)

    def _card_unless_it_rests(self, tx: Transaction, claimed: LeadId) -> CallCard | None:
        """The card of a lead just claimed; None where a rule stops the call: it rests now."""
        with together(tx, foreseen.for_claimed(tx, claimed)):
            found = situation(tx, claimed, self._caller)
            return None if self._rests_now(tx, found) else self._card(tx, found)

    def _of_those_along(self, tx: Transaction, campaign_id: CampaignId | None) -> CallCard | None:
        """The first of those the caller took along whom every rule lets be dialled."""
        while (claimed := self._from_along(tx, campaign_id, "open")) is not None:
            found = situation(tx, claimed.lead_id, self._caller)
            if found.decision().is_allowed:
                return self._card(tx, found)
            rest_unless_shut(tx, found)
            queue.release(tx, claimed.lead_id, claimed.token)
        return None

    def _card(self, tx: Transaction, found: Situation) -> CallCard:
        return card_of(tx, found, self._catalogue, self._caller)

    def _rest(self, tx: Transaction, given_back: Situation) -> None:
        """Keep the distance between two tries also after a call without an outcome.

        A promise it was made for stands again, and is anybody's to keep: nobody spoke to them.
        A call of theirs ends no rest of the lead's: they were not dialled.
        """
        call, lead_id = given_back.call, given_back.lead.id
        found = situation(tx, lead_id, self._caller)
        due_at = found.stands.due_at
        if found.stands.state == Bucket.CALLBACK and due_at is not None and due_at <= tx.now:
            reopen_promise(tx, lead_id)
            again = tx.now + found.campaign.limits.min_gap
            place(tx, lead_id, Bucket.CALLBACK, reason=tr_later("Given back"), due_at=again)
            return
        decision = found.decision()
        if found.stands.state != Bucket.WAITING or decision.is_allowed:
            return
        rests = rests_until(tx, lead_id) if call is not None and call.is_incoming else None
        if rests is None or rests < (decision.next_at or tx.now):
            put_off(tx, found)
