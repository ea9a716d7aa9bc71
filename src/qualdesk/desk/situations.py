"""A lead as it stands on a caller's desk: all that a card shows and an outcome works on."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from qualdesk.core.anyway import is_sole_blocker
from qualdesk.core.calling_rules import CallHours, Decision, DecisionState, open_hours
from qualdesk.core.campaigns import Campaign
from qualdesk.core.cards import CallCard, DueCallback, OpenAttempt
from qualdesk.core.consequences import (
    allowed,
    answers_needed,
    consequence,
    counted,
    lacks_for_qualified,
    may_dial,
)
from qualdesk.core.definition import Definition, Verdict, judge
from qualdesk.core.events import Phase
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import LeadId
from qualdesk.core.languages import language_for
from qualdesk.core.leads import Bucket, Lead, Phone, PhoneState
from qualdesk.core.legal import ListWord
from qualdesk.core.next_try import Standing
from qualdesk.core.outcomes import Catalogue, Consequence
from qualdesk.core.questions import Answer, QuestionId
from qualdesk.core.research import came_back
from qualdesk.core.scripts import CallScript
from qualdesk.core.wording import tr, tr_later
from qualdesk.desk.hours import call_hours
from qualdesk.desk.known_answers import known_answers
from qualdesk.desk.notices import notices_on
from qualdesk.desk.outcomes import catalogue_of, labels_of
from qualdesk.desk.versions import definition_version, script_version
from qualdesk.desk.why_now import priorities_of
from qualdesk.desk.words_to_read import words_to_read
from qualdesk.store import calls, foreseen
from qualdesk.store.beside import beside
from qualdesk.store.callbacks import SET, KeptPromise, current_promise
from qualdesk.store.campaigns import load_campaign
from qualdesk.store.database import Transaction
from qualdesk.store.handoffs import why_sent_back
from qualdesk.store.leads import lead_and_row
from qualdesk.store.messages_left import messages_left
from qualdesk.store.owner_questions import answers_on
from qualdesk.store.permissions import lists_over, words_of_lists
from qualdesk.store.quick import together
from qualdesk.store.referrals import chain_from, named_by
from qualdesk.store.tries import tries_of

SKIPPED = "skipped"


@frozen
class Situation:
    """One lead with its campaign, the call in progress if there is one, and what is known.

    ``lists`` is what the lists it came with say of their people.
    ``phase`` is the side of the event on which the call began, or would begin now.
    """

    lead: Lead
    campaign: Campaign
    stands: calls.Stands
    call: calls.KeptCall | None
    script: CallScript | None
    definition: Definition | None
    verdict: Verdict | None
    answers: Mapping[QuestionId, Answer]
    newest: QuestionId | None
    standing: Standing
    promise: KeptPromise | None
    now: datetime
    lists: Sequence[ListWord] = ()
    phase: Phase = Phase.AFTER

    @property
    def number(self) -> Phone | None:
        """The number of the call in progress, or the one that would be dialled."""
        dialable = self.lead.contact.dialable
        if self.call is None or self.call.is_incoming:
            return next(iter(dialable), None)
        return next((p for p in self.lead.contact.phones if p.e164 == self.call.number), None)

    @property
    def language(self) -> str:
        """What the script is read in: as in the call in progress, else the best of theirs."""
        if self.script is None:
            return ""
        if self.call is not None:
            return self.call.language or self.script.language
        return language_for(self.script, self.lead.contact.languages)

    def decision(self) -> Decision:
        """Whether the lead may be dialled now, whatever else stands in the way first."""
        if self.call is not None and self.call.decision is not None:
            return self.call.decision
        said = may_dial(self.standing, self.now)
        for rule, says in self._obstacles():
            blocked = replace(said, state=DecisionState.BLOCKED, rule=rule, says=says)
            return replace(blocked, next_at=None)
        return said

    def open_until(self) -> datetime | None:
        """Until when their calling hours go on, as far as it matters to who holds it."""
        spans = open_hours(self.standing.hours, self.now, self.now + _AS_FAR_AS_IT_MATTERS)
        return next((span.closes_at for span in spans if span.holds(self.now)), None)

    def words(self, caller: str) -> dict[str, str]:
        """The values for the places in the words to read."""
        return words_to_read(
            self.lead,
            self.campaign,
            caller,
            script=self.script,
            answers=self.answers,
            now=self.now,
            zone=self.standing.zone,
        )

    def consequences(self, catalogue: Catalogue) -> dict[str, Consequence]:
        """What each outcome a caller can give would do now, by its code."""
        # Counted once for all that end a call, and not for each of them.
        called = counted(self.standing, self.now)
        of_phase = catalogue.of(self.phase)
        found = {
            outcome.code: consequence(
                allowed(outcome, self.standing, catalogue),
                self.standing if outcome.without_call else called,
                self.now,
            )
            for outcome in of_phase
            if not outcome.by_program
        }
        if self.stands.state != Bucket.DO_NOT_CALL:
            return found
        # They asked, and call us themselves: no outcome brings them back into the queue.
        never = Consequence(code="", says=tr("never called again"), bucket=Bucket.DO_NOT_CALL)
        return {code: replace(never, code=code) for code in found}

    def _obstacles(self) -> list[tuple[str, str]]:
        phones = self.lead.contact.phones
        found = []
        if self.stands.state == Bucket.DO_NOT_CALL:
            found.append(("do-not-call", tr("They asked not to be called.")))
        elif not self.lead.contact.dialable:
            blocked = any(phone.state is PhoneState.DO_NOT_CALL for phone in phones)
            says = (
                tr("They asked not to be called.")
                if blocked
                else tr("Find a number that works first.")
            )
            found.append(("do-not-call" if blocked else "no-number", says))
        if self.stands.state in _WITH_SALES:
            found.append(("with-sales", tr(_WITH_SALES[Bucket(self.stands.state)])))
        if says := self.campaign.stopped_by(self.now):
            rule = "permission" if self.campaign.calls_may_start else "source-card"
            found.append((rule, says))
        if over := lists_over(self.lists, self.now):
            found.append(("permission", over))
        if self.campaign.is_paused:
            found.append(("paused", tr("This campaign is paused.")))
        return found


def situation(tx: Transaction, lead_id: LeadId, caller: str) -> Situation:
    """The lead as it stands for this caller.

    Raises:
        NotFound: there is no such lead.
    """
    with together(tx, foreseen.for_situation(tx, lead_id)):
        found = _as_it_stands(tx, lead_id, caller)
    foreseen.looked_at(tx, found.lead, is_on_call=found.call is not None)
    return found


def _as_it_stands(tx: Transaction, lead_id: LeadId, caller: str) -> Situation:
    lead, row = lead_and_row(tx, lead_id)
    stands = calls.stands_of(row)
    campaign = load_campaign(tx, lead.campaign_id)
    call = _call_in_progress(tx, lead_id, caller, stands)
    phase, script = _read_from(tx, campaign, call)
    answers, newest = known_answers(tx, lead, script, call.id if call else None)
    definition = definition_version(tx, (call or campaign).definition_version_id)
    verdict = judge(definition, script, answers) if definition and script else None
    promise = current_promise(tx, lead_id) if stands.state == Bucket.CALLBACK else None
    lists = words_of_lists(tx, [lead_id]).get(lead_id, ())
    hours = call_hours(tx, lead, campaign, lists)
    standing = replace(
        _standing(lead, hours, stands, call, promise),
        referral=_named(tx, call),
        lacks=lacks_for_qualified(script, answers, verdict),
        answers_needed=answers_needed(script, answers, verdict),
        tries=tries_of(tx, lead, campaign.client, hours.reach(tx.now)),
        event_ends_at=campaign.event.ends_at if campaign.event else None,
    )
    return Situation(
        lead=lead,
        campaign=campaign,
        stands=stands,
        call=call,
        script=script,
        definition=definition,
        verdict=verdict,
        answers=answers,
        newest=newest,
        standing=_leaving(tx, campaign, lead_id, standing),
        promise=promise,
        now=tx.now,
        lists=lists,
        phase=phase,
    )


def card_of(tx: Transaction, found: Situation, catalogue: Catalogue, caller: str) -> CallCard:
    """The card of a lead as its caller holds it."""
    with together(tx, foreseen.for_card(tx, found.lead.id, found.lead.campaign_id)):
        return _card(tx, found, catalogue, caller)


def _card(tx: Transaction, found: Situation, catalogue: Catalogue, caller: str) -> CallCard:
    labels = labels_of(catalogue) | {SKIPPED: tr("Skipped")}
    lead, stands, decision = found.lead, found.stands, found.decision()
    referrers = chain_from(tx, lead.referred_by)
    return CallCard(
        lead=lead,
        campaign=found.campaign,
        priority=priorities_of(
            tx, [lead], is_on_call=found.call is not None, due_at=found.standing.due_at
        )[lead.id],
        decision=decision,
        may_call_anyway=is_sole_blocker(found.standing, decision, found.now),
        script=found.script,
        definition=found.definition,
        answers=found.answers,
        permissions=tuple(one.permission for one in found.lists if one.permission),
        verdict=found.verdict,
        consequences=found.consequences(catalogue),
        past_calls=calls.past_calls(tx, lead.id, labels),
        words=found.words(caller),
        claimed_until=(stands.claimed_by == caller and stands.claim_until) or found.now,
        open_until=found.open_until() if decision.is_allowed else None,
        callback=_due(found),
        attempt=open_attempt(found.call) if found.call else None,
        newest=found.newest,
        referred_by=next(iter(referrers), ""),
        referrers=referrers,
        asked_back=why_sent_back(tx, lead.id),
        notices=came_back(stands.state_reason)
        + notices_on(tx, lead.id, caller, found.standing.zone),
        beside=beside(tx, lead.id),
        list_answers=answers_on(tx, lead.id, lead.campaign_id),
        phase=found.phase,
        language=found.language,
    )


def open_attempt(call: calls.KeptCall) -> OpenAttempt:
    """A call in progress as the desk shows it."""
    return OpenAttempt(
        id=call.id,
        lead_id=call.lead_id,
        number=call.number,
        started_at=call.started_at,
        note=call.note,
        fit_opened_early=call.fit_opened_early,
        decision=call.decision,
        phase=call.phase,
        script_version_id=call.script_version_id,
        is_incoming=call.is_incoming,
    )


def _named(tx: Transaction, call: calls.KeptCall | None) -> str:
    """Who was named: nobody is the wrong person before a call, so it counts on one only."""
    return next(iter(named_by(tx, call.lead_id)), "") if call else ""


def _leaving(tx: Transaction, campaign: Campaign, lead_id: LeadId, standing: Standing) -> Standing:
    """The same, with the messages left for somebody, where a campaign limits them."""
    mode = campaign.offers.voicemail
    if not mode.is_on:
        return standing
    codes = tuple(outcome.code for outcome in catalogue_of(tx) if outcome.no_message)
    left = messages_left(tx, lead_id, codes) if codes else 0
    return replace(standing, voicemail=mode, messages=left)


def _read_from(
    tx: Transaction, campaign: Campaign, call: calls.KeptCall | None
) -> tuple[Phase, CallScript | None]:
    """The side of the event, and the script: a call goes on as it began, whatever ended since."""
    if call is not None:
        return call.phase, script_version(tx, call.script_version_id)
    phase = campaign.phase(tx.now)
    return phase, script_version(tx, campaign.script_in(phase))


def _standing(
    lead: Lead,
    hours: CallHours,
    stands: calls.Stands,
    call: calls.KeptCall | None,
    promise: KeptPromise | None,
) -> Standing:
    return Standing(
        hours=hours,
        closes_at=stands.closes_at,
        attempts=stands.attempts,
        tried_on=stands.tried_on,
        tried_that_day=stands.tried_that_day,
        last_attempt_at=stands.last_attempt_at,
        is_on_call=call is not None,
        tried_parts=stands.tried_parts,
        hinted_parts=stands.hinted_parts,
        due_at=stands.due_at if stands.state == Bucket.CALLBACK else None,
        is_agreed=promise is None or promise.is_fixed,
        next_number=_next_number(lead, call),
    )


def _call_in_progress(
    tx: Transaction, lead_id: LeadId, caller: str, stands: calls.Stands
) -> calls.KeptCall | None:
    """The caller's own call that has not ended, unless somebody else has the lead by now."""
    newest = calls.newest_call(tx, lead_id)
    if newest is None or not newest.is_open or not newest.is_call or newest.caller != caller:
        return None
    return newest if stands.claimed_by in {"", caller} else None


def _next_number(lead: Lead, call: calls.KeptCall | None) -> str:
    """Another number than the one of this call, as it is shown."""
    dialable = lead.contact.dialable
    current = call.number if call else next((phone.e164 for phone in dialable), "")
    others = [phone.shown or phone.e164 for phone in dialable if phone.e164 != current]
    return next(iter(others), "")


def _due(found: Situation) -> DueCallback | None:
    """The promise on the card, and by how much it is late; during its call, how late that began."""
    promise, call = found.promise, found.call
    if promise is None:
        return None
    if call is None:
        until = found.now if promise.state == SET and found.stands.due_at else promise.due_at
    else:
        # Who speaks to them must know what to apologise for. An earlier call is none of it.
        keeps_it = promise.kept_at is not None and promise.kept_at >= call.started_at
        until = call.started_at if keeps_it else promise.due_at
    late = max(until - promise.due_at, timedelta())
    return DueCallback(
        promise=promise.promise,
        owner=promise.owner,
        is_fixed=promise.is_fixed,
        late=late,
        is_missed=late >= found.campaign.limits.grace,
    )


_HANDED = tr_later("Sales has this lead now.")
_WITH_SALES = {
    Bucket.QUALIFIED: tr_later("This lead is qualified and waits for its hand-off."),
    Bucket.IN_BATCH: _HANDED,
    Bucket.TAKEN: _HANDED,
    Bucket.WON: _HANDED,
    Bucket.LOST: _HANDED,
}
_AS_FAR_AS_IT_MATTERS = timedelta(hours=12)
