"""What an outcome does to a lead: its place, its person's numbers, promises, do not call."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from qualdesk.core.calling_rules import next_open
from qualdesk.core.clock import in_utc
from qualdesk.core.consequences import (
    consequence,
    may_promise,
)
from qualdesk.core.errors import OutcomeRefused
from qualdesk.core.events import Attendance
from qualdesk.core.frozen import frozen
from qualdesk.core.hints import hinted_spans, parts_of
from qualdesk.core.ids import ContactId, LeadId, MeetingId, SuppressionId
from qualdesk.core.leads import Bucket, Phone, PhoneState
from qualdesk.core.members import Member, beside_shift
from qualdesk.core.next_try import Standing
from qualdesk.core.outcomes import After, Consequence, Outcome
from qualdesk.core.research import check_time, reason_for
from qualdesk.core.rules import Span
from qualdesk.core.skips import SkipReason
from qualdesk.core.times import Promise, local_time, time_words
from qualdesk.core.wording import english, tr, tr_later, within
from qualdesk.desk.called import Given
from qualdesk.desk.situations import Situation
from qualdesk.store import calls
from qualdesk.store.beside import call_off
from qualdesk.store.callbacks import OPEN, drop_promises, promise_call
from qualdesk.store.database import Transaction
from qualdesk.store.events import say_attendance
from qualdesk.store.leads import all_tries_again, place
from qualdesk.store.members import find_member
from qualdesk.store.people import add_phone, put_number_last, set_phone_state
from qualdesk.store.suppression import is_suppressed, suppress

NEVER_AGAIN = tr_later("Asked not to be called")
_NEVER = tr_later("never called again")
_SKIPPED = tr_later("Skipped")
SKIPPED_PROMISE_REST = timedelta(minutes=30)


@frozen
class Ended:
    """What an outcome did, and what it made that undoing must take back.

    ``kept`` is what is said of it as the workspace keeps it, in English.
    """

    says: str
    kept: str
    next_at: datetime | None = None
    suppressions: tuple[SuppressionId, ...] = ()
    leads: tuple[LeadId, ...] = ()
    meetings: tuple[MeetingId, ...] = ()


def end(
    tx: Transaction,
    found: Situation,
    outcome: Outcome,
    given: Given,
    *,
    call: calls.KeptCall,
    by: str,
) -> Ended:
    """Do what the outcome does, exactly as its key said it.

    Raises:
        OutcomeRefused: something the outcome needs is missing, or does not fit.
    """
    _check(found, outcome, given)
    # A time agreed without a line may have come by now: it was ahead when it was said.
    promise = _promise(replace(found, now=tx.said_at), outcome, given)
    is_stopped = found.stands.state == Bucket.DO_NOT_CALL or outcome.after is After.SUPPRESS
    if is_stopped and call.is_call and outcome.was_reached:
        # Also who wants no more calls was spoken to: they count as reached.
        known = {"tried": found.stands.tried_parts, "hinted": found.stands.hinted_parts}
        calls.keep_learnt(tx, found.lead.id, **known, was_reached=True)
    if found.stands.state == Bucket.DO_NOT_CALL and outcome.after is not After.SUPPRESS:
        # Somebody stopped all calls to them meanwhile: no outcome brings them back.
        return Ended(says=tr(_NEVER), kept=_NEVER)
    if outcome.after is After.SUPPRESS:
        return _never_again(tx, found, given, call=call, by=by)
    hinted = hinted_spans(given.hint)
    left = _left_to_dial(tx, found, outcome, given, call)
    then = _then(outcome, left, tx.now, given, promise)
    with english():
        kept = _then(outcome, left, tx.now, given, promise)
    drop_promises(tx, found.lead.id)
    _learn(tx, found, outcome, hinted, call)
    keeper = _keeper(tx, given, promise, by)
    _place(tx, found, outcome, given, kept, by=keeper)
    if outcome.needs_number and _is_stopped(tx, found.lead.id):
        return Ended(says=tr(_NEVER), kept=_NEVER)
    _promise_call(tx, found, call, then, promise, by=keeper, remind=given.remind)
    return Ended(says=then.says, kept=kept.says, next_at=then.next_at)


def _then(
    outcome: Outcome, left: Standing, now: datetime, given: Given, promise: Promise | None
) -> Consequence:
    """What comes of it, in the language spoken."""
    return consequence(
        outcome,
        left,
        now,
        callback_at=promise,
        until=given.nurture_until,
        reason=given.reason,
        hinted=hinted_spans(given.hint),
        research_for=given.research_for,
    )


def _keeper(tx: Transaction, given: Given, promise: Promise | None, by: str) -> str:
    """Who keeps the promise first: nobody by name where they wish so, or will not be at work."""
    if promise is None:
        return by
    wanted = given.for_whom.strip() or by
    member = find_member(tx, wanted)
    if member is None and wanted != by:
        return ""
    member = member or Member(name=by)
    return "" if given.for_anyone or beside_shift(member, promise.at) else member.name


def _promise_call(
    tx: Transaction,
    found: Situation,
    call: calls.KeptCall,
    then: Consequence,
    promise: Promise | None,
    *,
    by: str,
    remind: timedelta | None = None,
) -> None:
    """Keep the time agreed; for a call back without one, the time that was chosen for them."""
    if promise is not None:
        promise_call(tx, found.lead.id, call.id, promise, by, remind=remind)
    elif then.bucket is Bucket.CALLBACK and then.next_at is not None:
        chosen = _on_their_clock(then.next_at, found.standing)
        promise_call(tx, found.lead.id, call.id, chosen, by, kind=OPEN)


def _learn(
    tx: Transaction,
    found: Situation,
    outcome: Outcome,
    hinted: Sequence[Span],
    call: calls.KeptCall,
) -> None:
    """Keep what the call showed: when they are in, whose turn the next number is, who comes."""
    standing, stands = found.standing, found.stands
    tried = standing.tried_after(outcome, tx.now)
    if standing.turns_number(outcome, tx.now) and call.number:
        assert found.lead.contact.id is not None
        put_number_last(tx, found.lead.contact.id, call.number)
        tried = 0
    parts = parts_of(hinted, standing.hours.limits.day_parts)
    calls.keep_learnt(
        tx,
        found.lead.id,
        tried=tried,
        hinted=parts or stands.hinted_parts,
        was_reached=stands.was_reached or outcome.was_reached,
    )
    if outcome.attendance is not Attendance.UNSAID:
        say_attendance(tx, found.lead.id, outcome.attendance)
    if outcome.after is After.EVENT:
        all_tries_again(tx, found.lead.id)


def _is_stopped(tx: Transaction, lead_id: LeadId) -> bool:
    """Stop a lead whose new number is one that is not to be called, when there is no other."""
    if not is_suppressed(tx, lead_id):
        return False
    place(tx, lead_id, Bucket.DO_NOT_CALL, reason=NEVER_AGAIN)
    return True


def put_aside(tx: Transaction, found: Situation, why: SkipReason) -> Ended:
    """Let a lead rest that its caller did not want to call now."""
    standing = found.standing
    state = Bucket(found.stands.state)
    if state not in {Bucket.WAITING, Bucket.CALLBACK}:
        with english():
            kept = within(state.label)
        return Ended(says=within(state.label), kept=kept)
    rest = SKIPPED_PROMISE_REST if state is Bucket.CALLBACK else why.rest
    earliest = tx.now + rest
    back_at = next_open(standing.hours, earliest) or earliest
    with english():
        kept = _again(back_at, standing, tx.now)
    reason = f"{_SKIPPED}: {why.label}" if why.label else _SKIPPED
    if state is Bucket.CALLBACK:
        # Whoever is free then keeps the promise: the one who made it did not.
        place(tx, found.lead.id, state, reason=reason, due_at=back_at)
    else:
        place(tx, found.lead.id, state, reason=reason, wake_at=back_at)
    return Ended(says=_again(back_at, standing, tx.now), kept=kept, next_at=back_at)


def _again(at: datetime, standing: Standing, now: datetime) -> str:
    return tr("again {at}", at=time_words(at, standing.zone, now=now))


def _check(found: Situation, outcome: Outcome, given: Given) -> None:
    """Refuse an outcome that lacks something.

    Without a script a program is calling: it need not give reasons and notes.
    """
    lacks = ""
    if outcome.by_program:
        lacks = tr(
            "“{outcome}” is given by the program itself. Choose another outcome.",
            outcome=tr(outcome.label),
        )
    elif outcome.qualifies:
        lacks = found.standing.lacks
    elif found.script is not None and outcome.needs_reason and not given.reason:
        lacks = tr(
            "Why are they not a fit? Choose one of: {reasons}.",
            reasons=", ".join(map(tr, outcome.reasons)),
        )
    elif found.script is not None and outcome.needs_note and not _note(found, given):
        lacks = tr("“{outcome}” needs a line: what should be looked at?", outcome=tr(outcome.label))
    elif outcome.needs_number and not given.new_number:
        lacks = tr("Write their new number, or choose “Not in service”.")
    elif outcome.after is After.DATE and given.nurture_until:
        today = local_time(found.now, found.standing.zone).date()
        if given.nurture_until <= today:
            lacks = tr("{day} is not ahead. Choose a later day.", day=given.nurture_until)
    if lacks:
        raise OutcomeRefused(lacks)
    if given.research_for is not None:
        check_time(given.research_for)


def _note(found: Situation, given: Given) -> str:
    kept = found.call.note if found.call else ""
    return kept if given.note is None else given.note


def _promise(found: Situation, outcome: Outcome, given: Given) -> Promise | None:
    """The time agreed, on their clock."""
    if outcome.after is not After.PROMISE:
        return None
    at = given.callback_at
    if at is None:
        raise OutcomeRefused(tr("Say when to call back. Try: thu 10:30, tomorrow 9, in 2 hours."))
    if isinstance(at, datetime):
        if at.tzinfo is None:
            raise OutcomeRefused(tr("Whose clock shows that time? Give a zone with it."))
        at = _on_their_clock(in_utc(at), found.standing)
    refused = may_promise(at, found.standing, found.now)
    if refused:
        raise OutcomeRefused(refused)
    return at


def _on_their_clock(at: datetime, standing: Standing) -> Promise:
    """An instant as a time of theirs that is to be kept."""
    wall = local_time(at, standing.zone).replace(tzinfo=None)
    return Promise(wall=wall, zone=standing.zone)


def _left_to_dial(
    tx: Transaction, found: Situation, outcome: Outcome, given: Given, call: calls.KeptCall
) -> Standing:
    """Keep what the call taught about its number; how the lead stands with what is left."""
    if outcome.after is not After.NEXT_NUMBER:
        return found.standing
    contact = found.lead.contact
    assert contact.id is not None
    at_hand = found.number if not call.is_incoming else None
    dialled = call.number or (at_hand.e164 if at_hand else "")
    wrong = outcome.contacted and outcome.eligible is False
    state = PhoneState.WRONG_PERSON if wrong else PhoneState.OUT_OF_SERVICE
    new = _new_number(found, given) if outcome.needs_number else None
    if dialled and (new is None or new.e164 != dialled):
        set_phone_state(tx, contact.id, dialled, state, outcome.label)
    if new is None:
        return found.standing
    add_phone(tx, ContactId(contact.id), new)
    if any(phone.e164 == new.e164 and not phone.state.is_dialable for phone in contact.phones):
        # They had it, and it was given up; now they say that it works.
        set_phone_state(tx, contact.id, new.e164, new.state, new.note)
    return replace(found.standing, new_number=new.shown or new.e164)


def _new_number(found: Situation, given: Given) -> Phone:
    region = found.lead.contact.country or found.campaign.region
    region = region or (found.number.region if found.number else "")
    from qualdesk.core.phones import read_phones

    for phone in read_phones(given.new_number, region=region):
        if phone.state.is_dialable:
            return phone
    raise OutcomeRefused(
        tr("That number cannot be dialled. Write it with its country code, like +44.")
    )


def _never_again(
    tx: Transaction, found: Situation, given: Given, *, call: calls.KeptCall, by: str
) -> Ended:
    best = found.number.e164 if found.number else ""
    done = suppress(
        tx,
        client=found.campaign.client,
        scope=given.scope,
        lead_id=found.lead.id,
        asked_by=given.asked_by,
        by=by,
        reason=NEVER_AGAIN,
        # A row that was no call goes when it is undone; what stays must not hang on it.
        attempt_id=call.id if call.is_call else None,
        number=given.number or call.number or best,
    )
    drop_promises(tx, found.lead.id)
    # Sales would phone them at the time booked.
    talks = call_off(tx, {found.lead.id, *done.leads})
    return Ended(
        says=tr(_NEVER), kept=_NEVER, suppressions=done.ids, leads=done.leads, meetings=talks
    )


def _place(
    tx: Transaction,
    found: Situation,
    outcome: Outcome,
    given: Given,
    then: Consequence,
    *,
    by: str,
) -> None:
    """Move the lead to where the consequence says, with the reason people will read there."""
    reasons = {
        Bucket.NOT_A_FIT: given.reason or outcome.label,
        Bucket.RESEARCH: f"{outcome.label}: {then.says}",
        Bucket.UNREACHABLE: tr_later("Tries used up"),
        Bucket.NURTURE: given.reason or outcome.label,
    }
    is_research = outcome.after is After.RESEARCH
    if is_research:
        reasons[Bucket.RESEARCH] = reason_for(by, given.reason or _note(found, given))
    says = outcome.label if then.next_at else f"{outcome.label}: {then.says}"
    source = found.campaign.source
    is_callback, is_nurture = then.bucket is Bucket.CALLBACK, then.bucket is Bucket.NURTURE
    rests = then.bucket is Bucket.WAITING
    # Where no hour is left the lead rests as well, and wakes if the window is moved.
    wake_at = then.next_at or (tx.now + outcome.delay if rests else None)
    if outcome.after is After.EVENT and then.next_at is None:
        wake_at = max(tx.now, found.standing.event_ends_at or tx.now)
    place(
        tx,
        found.lead.id,
        then.bucket,
        reason=reasons.get(then.bucket, says if rests else ""),
        wake_at=wake_at if rests or is_nurture or is_research else None,
        due_at=then.next_at if is_callback else None,
        callback_owner=by if is_callback or is_research else "",
        nurture_track=(given.track or (source.nurture if source else "") or tr_later("Nurture"))
        if is_nurture
        else "",
    )
