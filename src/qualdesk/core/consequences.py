"""What an outcome will do to a lead: said on its key, and then done, by the same function."""

import math
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from qualdesk.core.calling_rules import (
    AGREED_FOR,
    CallHours,
    Decision,
    DecisionState,
    may_call,
    next_open,
    other_day_part,
)
from qualdesk.core.definition import Verdict, VerdictKind
from qualdesk.core.leads import Bucket
from qualdesk.core.outcomes import After, Consequence, Outcome
from qualdesk.core.scripts import WANTS_CALL, Answers, CallScript, live_values
from qualdesk.core.times import Promise, day_words, instant_of, local_time, time_words

QUALIFIED = "qualified"
WRONG_PERSON = "wrong_person"
NUMBER_CHANGED = "number_changed"


# Which rule stands in the way, why in words, and until when.
_Block = tuple[str, str, datetime | None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """How a lead stands when an outcome is chosen: all that decides what becomes of it.

    Attributes:
        closes_at: when this one lead's own window closes, beside the campaign's.
        attempts: tries so far, the call in progress included; ``tried_on`` is the day of the
            last one on their clock, ``tried_that_day`` how many there were on it.
        is_on_call: False while Ready: an outcome then counts the call about to be made.
        next_number: another number of the person that can be dialled, as it is shown;
            ``new_number`` the one that was given on this call instead.
        due_at: when a time agreed with them comes, None when there is none.
        referral: who was named instead, empty when nobody was.
        lacks: what is missing for Qualified, empty when nothing is; ``answers_needed`` how
            many answers of it are still open.
    """

    hours: CallHours
    closes_at: datetime | None = None
    attempts: int = 0
    tried_on: date | None = None
    tried_that_day: int = 0
    last_attempt_at: datetime | None = None
    is_on_call: bool = False
    due_at: datetime | None = None
    next_number: str = ""
    new_number: str = ""
    referral: str = ""
    lacks: str = ""
    answers_needed: int = 0

    @property
    def zone(self) -> str:
        """The clock their times are said in; the window's while nobody knows theirs."""
        return self.hours.zones[0] if self.hours.zones else self.hours.window.zone

    @property
    def ends_at(self) -> datetime | None:
        """When calling stops being worthwhile: the earlier of both windows."""
        ends = [at for at in (self.hours.window.closes_at, self.closes_at) if at is not None]
        return min(ends, default=None)


def consequence(
    outcome: Outcome,
    standing: Standing,
    now: datetime,
    *,
    callback_at: Promise | None = None,
    until: date | None = None,
    reason: str = "",
) -> Consequence:
    """What the outcome will do to the lead if it is given at ``now``.

    What is not chosen yet (a time, a reason) is asked for in ``says``. ``until`` is the date
    on which nurture ends; without one, the outcome's own delay counts from today.
    """
    match outcome.after:
        case After.REST | After.DAY_PART:
            then = _again(outcome, _with_this_call(outcome, standing, now), now)
        case After.NEXT_NUMBER:
            then = _next_number(outcome, _with_this_call(outcome, standing, now), now)
        case After.PROMISE:
            then = _promised(outcome, _with_this_call(outcome, standing, now), now, callback_at)
        case After.DATE:
            then = _on_date(outcome, standing, now, until)
        case After.SUPPRESS:
            then = _plain(outcome, "never called again")
        case After.ASK:
            then = _plain(outcome, "to your supervisor")
        case After.FINAL:
            then = _final(outcome, standing, reason)
    return then


def may_dial(standing: Standing, now: datetime) -> Decision:
    """Whether the lead may be dialled at ``now``: promised time, hours, window, then limits.

    A time they named themselves overrides hours while it is fresh, and limits from then on:
    it buys another try. It is never called before.
    """
    due_at = standing.due_at
    agreed = due_at is not None and due_at <= now < due_at + AGREED_FOR
    said = may_call(standing.hours, now, agreed=agreed)
    block = _too_soon(standing, now)
    if block is None and said.is_allowed and due_at is None:
        block = _limit(standing, now)
    if block is None:
        return said
    rule, says, next_at = block
    return replace(said, state=DecisionState.BLOCKED, rule=rule, says=says, next_at=next_at)


def may_promise(promise: Promise, standing: Standing, now: datetime) -> str:
    """Why this time cannot be promised, in a sentence; nothing when it can.

    A time the person named overrides calling hours, but never the end of the window.
    """
    if promise.at <= now:
        return f"{time_words(promise.at, promise.zone, now=now)} has passed. Choose a later time."
    ends_at = standing.ends_at
    if ends_at is not None and promise.at >= ends_at:
        closes = time_words(ends_at, standing.hours.window.zone, now=now)
        return f"That is after the window closes ({closes}). Choose an earlier time."
    return ""


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
    asks = (question.ask or question.say) if question else "Would you like a call?"
    wants_call = live_values(script, answers).get(WANTS_CALL)
    if wants_call is None:
        return f"Qualified needs one more answer. Ask: {asks}"
    if wants_call != "yes":
        return "They do not want to be called, so they cannot go to sales. Nurture keeps them."
    if verdict is not None and verdict.kind is not VerdictKind.QUALIFIED:
        return f"Not a qualified lead as it stands. {verdict.sentence}"
    return ""


def answers_needed(script: CallScript | None, answers: Answers, verdict: Verdict | None) -> int:
    """How many answers are still open that a qualified lead must have."""
    if script is None:
        return 0
    must = {one.question for one in verdict.missing if one.must_have} if verdict else set()
    if live_values(script, answers).get(WANTS_CALL) is None:
        must.add(WANTS_CALL)
    return len(must)


def _too_soon(standing: Standing, now: datetime) -> _Block | None:
    """Why not before the promised time, or not after this lead's own window."""
    due_at, closes_at = standing.due_at, standing.closes_at
    if due_at is not None and now < due_at:
        asked = time_words(due_at, standing.zone, now=now)
        return "promised-time", f"They asked for {asked}. Not before.", due_at
    if due_at is None and closes_at is not None and now >= closes_at:
        return "window-closed", "Their call window has closed.", None
    return None


def _limit(standing: Standing, now: datetime) -> _Block | None:
    """Which of the campaign's limits stands in the way, and until when."""
    limits = standing.hours.limits
    if standing.attempts >= limits.max_attempts:
        return "max-attempts", f"All {limits.max_attempts} tries are used up.", None
    next_at = _allowed_from(standing, now, now)
    if next_at == now:
        return None
    if standing.last_attempt_at and now < standing.last_attempt_at + limits.min_gap:
        return "min-gap", "They were called moments ago.", next_at
    tries = "once" if limits.max_per_day == 1 else f"{limits.max_per_day} times"
    return "max-per-day", f"They were called {tries} today already.", next_at


def _again(outcome: Outcome, standing: Standing, now: datetime) -> Consequence:
    """The lead rests and comes back, unless its tries are used up or its window closes first."""
    if standing.attempts >= standing.hours.limits.max_attempts:
        return replace(_plain(outcome, "last try, then not reached"), bucket=Bucket.UNREACHABLE)
    next_at = _next_try(outcome, standing, now)
    if next_at is None:
        return _plain(outcome, _why_never(standing))
    return replace(_plain(outcome, f"again {_when(next_at, standing, now)}"), next_at=next_at)


def _next_number(outcome: Outcome, standing: Standing, now: datetime) -> Consequence:
    number = standing.new_number
    if outcome.code == NUMBER_CHANGED and not number:
        return _plain(outcome, "write the new number")
    number = number or standing.next_number
    if not number:
        return replace(_plain(outcome, "find a new number"), bucket=Bucket.RESEARCH)
    then = _again(outcome, standing, now)
    if then.next_at is None:
        return then
    if then.next_at <= now:
        return replace(then, says=f"tries {number}")
    return replace(then, says=f"tries {number} {_when(then.next_at, standing, now)}")


def _why_never(standing: Standing) -> str:
    if not standing.hours.zones:
        return "when their clock is known"
    return "window closes first" if standing.ends_at else "no common calling hour"


def _promised(
    outcome: Outcome, standing: Standing, now: datetime, callback_at: Promise | None
) -> Consequence:
    if callback_at is None:
        return _plain(outcome, "pick a time")
    says = time_words(callback_at.at, callback_at.zone, now=now)
    if standing.attempts >= standing.hours.limits.max_attempts:
        # Said, since a count above the limit looks like a fault to whoever set it.
        says = f"one more try {says}"
    return replace(_plain(outcome, says), next_at=callback_at.at)


def _on_date(
    outcome: Outcome, standing: Standing, now: datetime, until: date | None
) -> Consequence:
    day = until or (local_time(now, standing.zone) + outcome.delay).date()
    opens = timedelta(minutes=standing.hours.limits.hours[0])
    midnight = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - wall time, on purpose
    next_at = instant_of(midnight + opens, standing.zone)
    year = "" if day.year == local_time(now, standing.zone).year else f" {day.year}"
    says = f"back on {day_words(day).partition(' ')[2]}{year}"
    return replace(_plain(outcome, says), next_at=next_at)


def _short_of_qualified(standing: Standing) -> str:
    match standing.answers_needed:
        case 0:
            return "not as it stands"
        case 1:
            return "needs 1 answer"
        case needed:
            return f"needs {needed} answers"


def _final(outcome: Outcome, standing: Standing, reason: str) -> Consequence:
    if outcome.code == QUALIFIED:
        says = _short_of_qualified(standing) if standing.lacks else "to hand-off"
        return replace(_plain(outcome, says), lacks=standing.lacks)
    if outcome.code == WRONG_PERSON:
        if standing.referral:
            return _plain(outcome, f"{standing.referral} instead")
        return replace(_plain(outcome, "find the right person"), bucket=Bucket.RESEARCH)
    if outcome.needs_reason and not reason:
        return _plain(outcome, "pick a reason")
    return _plain(outcome, reason.lower() if reason else outcome.bucket.label.lower())


def _plain(outcome: Outcome, says: str) -> Consequence:
    return Consequence(code=outcome.code, says=says, bucket=outcome.bucket)


def _with_this_call(outcome: Outcome, standing: Standing, now: datetime) -> Standing:
    """The standing once the call that ends so has been made; a call in progress is counted."""
    if standing.is_on_call or outcome.without_call:
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


def _next_try(outcome: Outcome, standing: Standing, now: datetime) -> datetime | None:
    """The first instant at which every limit, every clock and the window allow another try."""
    return _allowed_from(standing, now, now + outcome.delay, outcome.after)


def _allowed_from(
    standing: Standing, now: datetime, earliest: datetime, after: After = After.REST
) -> datetime | None:
    ends_at = standing.ends_at
    if standing.last_attempt_at is not None:
        earliest = max(earliest, standing.last_attempt_at + standing.hours.limits.min_gap)
    if earliest - now > _SOON:
        earliest = _whole_minute(earliest)
    for _ in range(_DAYS_AHEAD):
        start = max(earliest, standing.hours.window.opens_at or earliest)
        found = _open_at(after, standing, now, start)
        if found is None or (ends_at is not None and found >= ends_at):
            return None
        day = local_time(found, standing.zone).date()
        is_full = standing.tried_that_day >= standing.hours.limits.max_per_day
        if not (is_full and day == standing.tried_on):
            return found
        earliest = instant_of(
            datetime(day.year, day.month, day.day) + timedelta(days=1),  # noqa: DTZ001 - wall time
            standing.zone,
        )
    return None


def _open_at(after: After, standing: Standing, now: datetime, start: datetime) -> datetime | None:
    """The first open instant from ``start``; in another part of the day where that is asked."""
    if after is After.DAY_PART:
        found = other_day_part(standing.hours, now, start - now)
        ends_at = standing.ends_at
        # Better the same part again than not at all.
        if found is not None and (ends_at is None or found < ends_at):
            return found
    return next_open(standing.hours, start)


def _when(at: datetime, standing: Standing, now: datetime) -> str:
    """“in 30 min” within the hour, otherwise on their clock."""
    if at <= now:
        return "at once"
    if at - now <= _SOON:
        return f"in {math.ceil((at - now).total_seconds() / 60)} min"
    return time_words(at, standing.zone, now=now)


def _whole_minute(at: datetime) -> datetime:
    whole = at.replace(second=0, microsecond=0)
    return whole if whole == at else whole + timedelta(minutes=1)


_SOON = timedelta(hours=1)
_DAYS_AHEAD = 8
