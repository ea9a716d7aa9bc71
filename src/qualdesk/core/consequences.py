"""What an outcome will do to a lead: said on its key, and then done, by the same function."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from qualdesk.core.calling_rules import AGREED_FOR, Decision, DecisionState, may_call
from qualdesk.core.definition import Verdict, VerdictKind
from qualdesk.core.leads import Bucket
from qualdesk.core.next_try import SOON, Standing, allowed_from, next_try
from qualdesk.core.outcomes import After, Catalogue, Consequence, Outcome
from qualdesk.core.research import time_words as time_words_of
from qualdesk.core.rules import Span
from qualdesk.core.scripts import WANTS_CALL, Answers, CallScript, live_values
from qualdesk.core.times import Promise, day_words, instant_of, local_time, short_month, time_words
from qualdesk.core.wording import tr, tr_later, tr_n, within

# Which rule stands in the way, why in words, and until when.
_Block = tuple[str, str, datetime | None]


def consequence(
    outcome: Outcome,
    standing: Standing,
    now: datetime,
    *,
    callback_at: Promise | None = None,
    until: date | None = None,
    reason: str = "",
    hinted: Sequence[Span] = (),
    research_for: timedelta | None = None,
) -> Consequence:
    """What the outcome will do to the lead if it is given at ``now``.

    What is not chosen yet (a time, a reason) is asked for in ``says``. ``until`` is the date
    on which nurture ends; without one, the outcome's own delay counts from today. ``hinted``
    are the spans of their day in which somebody said on this call that they are in,
    ``research_for`` how long the lead stays with who looks something up.
    """
    called = _with_this_call(outcome, standing, now)
    match outcome.after:
        case After.REST | After.DAY_PART:
            again = _again(outcome, called, now, hinted)
            then = _with_message(outcome, called, now, _with_number(outcome, called, now, again))
        case After.OPEN_PROMISE:
            then = _some_time(outcome, _again(outcome, called, now, hinted))
        case After.NEXT_NUMBER:
            then = _next_number(outcome, called, now)
        case After.PROMISE:
            then = _promised(outcome, called, now, callback_at)
        case After.DATE:
            then = _on_date(outcome, standing, now, until)
        case After.EVENT:
            then = _after_event(outcome, called, now)
        case After.RESEARCH:
            then = _for_research(outcome, called, now, research_for or outcome.delay)
        case After.SUPPRESS | After.ASK:
            then = _plain(outcome, tr(_SAYS[outcome.after]))
        case After.FINAL | After.REFERRAL:
            then = _final(outcome, standing, reason)
    return then


def allowed(outcome: Outcome, standing: Standing, catalogue: Catalogue) -> Outcome:
    """The outcome as it counts: where no more messages may be left, the one without (D8)."""
    mode = standing.voicemail
    if not outcome.no_message or mode is None or standing.messages < mode.most:
        return outcome
    return replace(catalogue.outcome(outcome.no_message), said_first=tr("no message"))


def counted(standing: Standing, now: datetime) -> Standing:
    """The standing with the call that is being made; one in progress is counted already."""
    if standing.is_on_call:
        return standing
    today = local_time(now, standing.zone).date()
    before = standing.tried_that_day if standing.tried_on == today else 0
    return replace(
        standing,
        attempts=standing.attempts + 1,
        tried_on=today,
        tried_that_day=before + 1,
        last_attempt_at=now,
        is_on_call=True,
    )


def may_dial(standing: Standing, now: datetime) -> Decision:
    """Whether the lead may be dialled at ``now``: promised time, hours, window, then limits.

    A time they named themselves overrides hours while it is fresh, and limits from then on:
    it buys another try. It is never called before.
    """
    due_at = standing.agreed_at
    agreed = due_at is not None and due_at <= now < due_at + AGREED_FOR
    said = may_call(standing.hours, now, agreed=agreed, tries=standing.tries)
    block = _too_soon(standing, now)
    if block is None and said.is_allowed and due_at is None:
        block = _limit(standing, now)
    if block is None:
        return said
    rule, says, next_at = block
    return replace(said, state=DecisionState.BLOCKED, rule=rule, says=says, next_at=next_at)


def may_promise(promise: Promise, standing: Standing, now: datetime) -> str:
    """Why this time cannot be promised, in a sentence; nothing when it can.

    A time the person named overrides the house's hours, but no law that does not say so, and
    never the end of the window.
    """
    if promise.at <= now:
        return tr(
            "{at} has passed. Choose a later time.",
            at=time_words(promise.at, promise.zone, now=now),
        )
    ends_at = standing.ends_at
    if ends_at is not None and promise.at >= ends_at:
        closes = time_words(ends_at, standing.hours.window.zone, now=now)
        return tr(
            "That is after the window closes ({closes}). Choose an earlier time.", closes=closes
        )
    said = may_call(standing.hours, promise.at, agreed=True)
    return "" if said.is_allowed else f"{said.says} {tr('Choose another time.')}"


def lacks_for_qualified(
    script: CallScript | None, answers: Answers, verdict: Verdict | None = None
) -> str:
    """What is missing before the lead may be called qualified; nothing when nothing is (D3).

    Only a yes to "would you like a call?", given on a call, will do; what a form says must
    be confirmed. Where there is a definition its verdict must be qualified as well: a lead
    that sales could never get would be stuck. Without a script nothing more is asked.
    """
    if script is None:
        return ""
    question = script.question(WANTS_CALL)
    asks = (question.ask or question.say) if question else tr("Would you like a call?")
    wants_call = live_values(script, answers).get(WANTS_CALL)
    if wants_call is None:
        # The same count as on the key: a caller who plans the call by it must not be misled.
        needed = answers_needed(script, answers, verdict)
        return tr_n(
            max(needed, 1),
            "Qualified needs one more answer. Ask: {question}",
            "Qualified needs {n} more answers. Ask first: {question}",
            question=asks,
        )
    if wants_call != "yes":
        return tr("They do not want to be called, so they cannot go to sales. Nurture keeps them.")
    if verdict is not None and verdict.kind is not VerdictKind.QUALIFIED:
        return f"{tr('Not a qualified lead as it stands.')} {verdict.sentence}"
    return ""


def answers_needed(script: CallScript | None, answers: Answers, verdict: Verdict | None) -> int:
    """How many answers are still open that a qualified lead must have."""
    if script is None:
        return 0
    must = {one.question for one in verdict.missing if one.must_have} if verdict else set()
    if live_values(script, answers).get(WANTS_CALL) is None:
        must.add(WANTS_CALL)
    return len(must)


def with_answers(
    known: Mapping[str, Consequence],
    catalogue: Catalogue,
    script: CallScript | None,
    answers: Answers,
    verdict: Verdict | None,
) -> dict[str, Consequence]:
    """The same consequences after another answer: it moves only what a qualified lead lacks."""
    lacks = lacks_for_qualified(script, answers, verdict)
    needed = answers_needed(script, answers, verdict)
    codes = {outcome.code for outcome in catalogue if outcome.qualifies}
    says = _short_of_qualified(needed) if lacks else tr("to hand-off")
    return {
        code: replace(then, says=says, lacks=lacks) if code in codes else then
        for code, then in known.items()
    }


def _too_soon(standing: Standing, now: datetime) -> _Block | None:
    """Why not before the promised time, or not after this lead's own window."""
    due_at, closes_at = standing.agreed_at, standing.closes_at
    if due_at is not None and now < due_at:
        asked = time_words(due_at, standing.zone, now=now)
        return "promised-time", tr("They asked for {asked}. Not before.", asked=asked), due_at
    if due_at is None and closes_at is not None and now >= closes_at:
        return "window-closed", tr("Their call window has closed."), None
    return None


def _limit(standing: Standing, now: datetime) -> _Block | None:
    """Which of the campaign's limits stands in the way, and until when."""
    limits = standing.hours.limits
    if standing.attempts >= limits.max_attempts:
        return "max-attempts", tr("All {tries} tries are used up.", tries=limits.max_attempts), None
    next_at = allowed_from(standing, now, now)
    if next_at == now:
        return None
    if standing.last_attempt_at and now < standing.last_attempt_at + limits.min_gap:
        return "min-gap", tr("They were called moments ago."), next_at
    says = tr_n(
        limits.max_per_day,
        "They were called once today already.",
        "They were called {n} times today already.",
    )
    return "max-per-day", says, next_at


def _again(
    outcome: Outcome, standing: Standing, now: datetime, hinted: Sequence[Span] = ()
) -> Consequence:
    """The lead rests and comes back, unless its tries are used up or its window closes first."""
    if standing.attempts >= standing.hours.limits.max_attempts:
        return replace(_plain(outcome, tr("last try, then not reached")), bucket=Bucket.UNREACHABLE)
    next_at = next_try(outcome, standing, now, hinted)
    if next_at is None:
        return _plain(outcome, _why_never(standing))
    return _plain(outcome, tr("again {when}", when=_when(next_at, standing, now)), next_at)


def _some_time(outcome: Outcome, then: Consequence) -> Consequence:
    """A call back without a time; where nobody can say when, it waits for the window to move."""
    is_lost = then.next_at is None and then.bucket is outcome.bucket
    return replace(then, bucket=Bucket.WAITING) if is_lost else then


def _with_number(
    outcome: Outcome, standing: Standing, now: datetime, then: Consequence
) -> Consequence:
    """The same, with the number that is dialled then where it is another one."""
    if then.next_at is None or not standing.turns_number(outcome, now):
        return then
    return replace(then, says=_tries(standing.next_number, _when(then.next_at, standing, now)))


def _next_number(outcome: Outcome, standing: Standing, now: datetime) -> Consequence:
    number = standing.new_number
    if outcome.needs_number and not number:
        return _plain(outcome, tr("write the new number"))
    number = number or standing.next_number
    if not number:
        return replace(_plain(outcome, tr("find a new number")), bucket=Bucket.RESEARCH)
    then = _again(outcome, standing, now)
    if then.next_at is None:
        return then
    if then.next_at <= now:
        return replace(then, says=tr("tries {number}", number=number))
    return replace(then, says=_tries(number, _when(then.next_at, standing, now)))


def _tries(number: str, when: str) -> str:
    return tr("tries {number} {when}", number=number, when=when)


def _with_message(
    outcome: Outcome, standing: Standing, now: datetime, then: Consequence
) -> Consequence:
    """The same, with the message that is left; after the last one they rest until its day."""
    if outcome.said_first:
        return replace(then, says=f"{outcome.said_first}, {then.says}")
    mode = standing.voicemail
    if not outcome.no_message or mode is None or then.bucket is Bucket.UNREACHABLE:
        return then
    number = standing.messages + 1
    if number < mode.most:
        return replace(then, says=_message(number, mode.most, then.says))
    if mode.follow_up is None or mode.follow_up <= local_time(now, standing.zone).date():
        return replace(then, says=tr("last one, {then}", then=then.says))
    day = mode.follow_up
    midnight = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - wall time, on purpose
    next_at = allowed_from(standing, now, instant_of(midnight, standing.zone))
    if next_at is None:
        return _plain(outcome, tr("last one, {then}", then=_why_never(standing)))
    there = day_words(local_time(next_at, standing.zone).date())
    return _plain(outcome, tr("last one, back {day}", day=there), next_at)


def _message(number: int, most: int, then: str) -> str:
    return tr("{number} of {most}, {then}", number=number, most=most, then=then)


def _for_research(
    outcome: Outcome, standing: Standing, now: datetime, time: timedelta
) -> Consequence:
    """The lead stays with the caller for that time; then it is back, if a try is left."""
    left = standing.attempts < standing.hours.limits.max_attempts
    says = _YOURS_THEN_BACK if left else _YOURS_THEN_OUT
    return _plain(outcome, tr(says, time=time_words_of(time)), now + time)


def _why_never(standing: Standing) -> str:
    if not standing.hours.zones:
        return tr("when their clock is known")
    return tr("window closes first") if standing.ends_at else tr("no common calling hour")


def _promised(
    outcome: Outcome, standing: Standing, now: datetime, callback_at: Promise | None
) -> Consequence:
    if callback_at is None:
        return _plain(outcome, tr("pick a time"))
    says = time_words(callback_at.at, callback_at.zone, now=now)
    if standing.attempts >= standing.hours.limits.max_attempts:
        # Said, since a count above the limit looks like a fault to whoever set it.
        says = tr("one more try {when}", when=says)
    return _plain(outcome, says, callback_at.at)


def _on_date(
    outcome: Outcome, standing: Standing, now: datetime, until: date | None
) -> Consequence:
    day = until or (local_time(now, standing.zone) + outcome.delay).date()
    opens = timedelta(minutes=standing.hours.limits.hours[0])
    midnight = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - wall time, on purpose
    next_at = instant_of(midnight + opens, standing.zone)
    is_near = day.year == local_time(now, standing.zone).year
    says = _BACK_ON if is_near else _BACK_ON_WITH_YEAR
    says = tr(says, day=day.day, month=short_month(day.month), year=day.year)
    return _plain(outcome, says, next_at)


def _short_of_qualified(answers: int) -> str:
    match answers:
        case 0:
            return tr("not as it stands")
        case needed:
            return tr_n(needed, "needs {n} answer", "needs {n} answers")


def _after_event(outcome: Outcome, standing: Standing, now: datetime) -> Consequence:
    """The lead rests until the event is over; how often it was tried before no longer counts."""
    earliest = max(now + outcome.delay, standing.event_ends_at or now)
    next_at = allowed_from(standing, now, earliest)
    if next_at is None:
        return _plain(outcome, _why_never(standing))
    there = local_time(next_at, standing.zone).date()
    # Three keys say it side by side: of another day the day alone has room.
    is_today = there == local_time(now, standing.zone).date()
    when = _when(next_at, standing, now) if is_today else day_words(there)
    return _plain(outcome, tr("back {when}", when=when), next_at)


def _final(outcome: Outcome, standing: Standing, reason: str) -> Consequence:
    if outcome.qualifies:
        says = _short_of_qualified(standing.answers_needed) if standing.lacks else tr("to hand-off")
        return replace(_plain(outcome, says), lacks=standing.lacks)
    if outcome.after is After.REFERRAL:
        return _referral(outcome, standing)
    if outcome.needs_reason and not reason:
        return _plain(outcome, tr("pick a reason"))
    return _plain(outcome, within(tr(reason) if reason else outcome.bucket.label))


def _referral(outcome: Outcome, standing: Standing) -> Consequence:
    if standing.referral:
        return _plain(outcome, tr("{person} instead", person=standing.referral))
    return replace(_plain(outcome, tr("find the right person")), bucket=Bucket.RESEARCH)


def _plain(outcome: Outcome, says: str, next_at: datetime | None = None) -> Consequence:
    return Consequence(code=outcome.code, says=says, bucket=outcome.bucket, next_at=next_at)


def _with_this_call(outcome: Outcome, standing: Standing, now: datetime) -> Standing:
    """The standing once the call that ends so has been made."""
    return standing if outcome.without_call else counted(standing, now)


def _when(at: datetime, standing: Standing, now: datetime) -> str:
    """“in 30 min” within the hour, otherwise on their clock."""
    if at <= now:
        return tr("at once")
    if at - now <= SOON:
        return tr("in {minutes} min", minutes=math.ceil((at - now).total_seconds() / 60))
    return time_words(at, standing.zone, now=now)


_SAYS = {After.SUPPRESS: tr_later("never called again"), After.ASK: tr_later("to your supervisor")}
_BACK_ON = tr_later("back on {day} {month}")
_BACK_ON_WITH_YEAR = tr_later("back on {day} {month} {year}")
_YOURS_THEN_BACK = tr_later("yours for {time}, then back in the queue")
_YOURS_THEN_OUT = tr_later("yours for {time}, then not reached")
