"""What a key says is what happens: outcomes, limits, day parts and windows (D6, Q6, bar 11)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualdesk.core.calling_rules import CallHours, day_part, may_call
from qualdesk.core.consequences import (
    consequence,
    counted,
    lacks_for_qualified,
    may_dial,
    may_promise,
)
from qualdesk.core.leads import Bucket
from qualdesk.core.next_try import Standing
from qualdesk.core.outcomes import After, Consequence, Outcome
from qualdesk.core.scripts import (
    WANTS_CALL,
    Answer,
    CallScript,
    Question,
    QuestionKind,
    Stage,
    StageKind,
)
from qualdesk.core.sources import ALWAYS, CallLimits, CallWindow
from qualdesk.core.times import Promise, local_time, time_words
from qualdesk.files.outcomes import read_outcomes
from qualdesk.resources import shipped

CATALOGUE = read_outcomes(shipped("outcomes.toml"))
BERLIN = "Europe/Berlin"
TUESDAY = datetime(2026, 3, 17, 9, 42, tzinfo=UTC)  # 10:42 in Berlin
HOURS = CallHours(zones=(BERLIN,), limits=CallLimits(), window=ALWAYS)
STANDING = Standing(hours=HOURS)


def standing_with(**changed: object) -> Standing:
    """How a lead stands, some of it otherwise: its hours, or anything else."""
    names = {"zones", "limits", "window", "law"}
    hours = {name: changed.pop(name) for name in names & changed.keys()}
    return replace(STANDING, hours=replace(HOURS, **hours), **changed)  # type: ignore[arg-type]


def what(code: str, now: datetime = TUESDAY, **standing: object) -> Consequence:
    return consequence(CATALOGUE.outcome(code), standing_with(**standing), now)


def berlin(text: str) -> datetime:
    return Promise(wall=datetime.fromisoformat(text), zone=BERLIN).at


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("no_answer", "again 13:42"),
        ("voicemail_left", "again Wed 18 Mar, 10:42"),
        ("busy", "again in 30 min"),
        ("gatekeeper", "again 13:00"),
        ("wrong_number", "find a new number"),
        ("callback_fixed", "pick a time"),
        ("nurture", "back on 15 Jun"),
        ("not_qualified", "pick a reason"),
        ("qualified", "to hand-off"),
        ("refused_soft", "again Tue 24 Mar, 10:42"),
        ("do_not_call", "never called again"),
        ("technical", "again in 15 min"),
        ("wrong_person", "find the right person"),
        ("number_changed", "write the new number"),
        ("to_supervisor", "to your supervisor"),
    ],
)
def test_every_key_says_what_it_will_cause(code: str, says: str) -> None:
    assert what(code).says == says


def test_nobody_there_means_another_part_of_the_day() -> None:
    """10:42 and 13:42 are different parts; after 12:30 the same afternoon is tried later on."""
    for hour in range(8, 17):
        now = berlin(f"2026-03-17T{hour:02}:15")
        again = what("no_answer", now).next_at
        assert again is not None
        assert day_part(again, BERLIN) != day_part(now, BERLIN)


def test_a_rest_that_ends_outside_hours_goes_to_the_next_morning() -> None:
    assert what("busy", berlin("2026-03-17T17:20")).says == "again Wed 18 Mar, 09:00"
    assert what("busy", berlin("2026-03-20T17:20")).says == "again Mon 23 Mar, 09:00"


def test_the_second_try_of_a_day_is_the_last_of_that_day() -> None:
    second = what("busy", is_on_call=True, attempts=2, tried_on=date(2026, 3, 17), tried_that_day=2)
    assert second.says == "again Wed 18 Mar, 09:00"


def test_while_ready_the_call_about_to_be_made_counts_as_a_try() -> None:
    ready = what("busy", attempts=1, tried_on=date(2026, 3, 17), tried_that_day=1)
    assert ready.says == "again Wed 18 Mar, 09:00"
    yesterday = what("busy", attempts=1, tried_on=date(2026, 3, 16), tried_that_day=1)
    assert yesterday.says == "again in 30 min"


def test_the_last_try_says_so_and_ends_in_not_reached() -> None:
    last = what("no_answer", is_on_call=True, attempts=6)
    assert (last.says, last.bucket, last.next_at) == (
        "last try, then not reached", Bucket.UNREACHABLE, None,
    )  # fmt: skip
    assert what("no_answer", attempts=5).bucket is Bucket.UNREACHABLE, "Ready counts this call"
    assert what("no_answer", attempts=4).bucket is Bucket.WAITING


def test_an_agreed_time_buys_another_try() -> None:
    promise = Promise(wall=datetime(2026, 3, 19, 10, 30), zone=BERLIN)  # noqa: DTZ001 - wall time
    last = consequence(
        CATALOGUE.outcome("callback_fixed"),
        replace(STANDING, is_on_call=True, attempts=6),
        TUESDAY,
        callback_at=promise,
    )
    assert (last.says, last.bucket) == ("one more try Thu 19 Mar, 10:30", Bucket.CALLBACK)
    assert last.next_at == promise.at
    before = consequence(
        CATALOGUE.outcome("callback_fixed"),
        replace(STANDING, is_on_call=True, attempts=5),
        TUESDAY,
        callback_at=promise,
    )
    assert before.says == "Thu 19 Mar, 10:30"


def test_two_tries_keep_their_distance() -> None:
    limits = CallLimits(min_gap=timedelta(minutes=50))
    soon = what("technical", limits=limits, is_on_call=True, last_attempt_at=TUESDAY)
    assert soon.says == "again in 50 min"


def test_a_window_that_closes_first_says_so() -> None:
    closing = CallWindow(closes_at=TUESDAY + timedelta(hours=2), zone=BERLIN)
    assert what("voicemail_left", window=closing).says == "window closes first"
    assert what("busy", window=closing).says == "again in 30 min"
    assert what("busy", closes_at=TUESDAY + timedelta(minutes=20)).says == "window closes first"
    assert what("voicemail_left", window=closing).bucket is Bucket.WAITING


def test_rather_the_same_part_of_the_day_than_never() -> None:
    closing = CallWindow(closes_at=berlin("2026-03-17T17:00"), zone=BERLIN)
    at_half_past_one = berlin("2026-03-17T13:30")
    assert what("gatekeeper", at_half_past_one, window=closing).says == "again 15:00"
    at_three = berlin("2026-03-17T15:10")
    assert what("gatekeeper", at_three, window=closing).says == "again in 60 min"


def test_who_is_on_no_known_clock_waits_for_it() -> None:
    assert what("busy", zones=()).says == "when their clock is known"


def test_a_window_that_has_not_opened_is_waited_for() -> None:
    later = CallWindow(opens_at=TUESDAY + timedelta(days=40), zone=BERLIN)
    again = what("busy", window=later)
    assert again.says == "again Mon 27 Apr, 09:00", "the 26th is a Sunday"


def test_a_wrong_number_tries_the_next_or_asks_for_research() -> None:
    other = what("wrong_number", next_number="0117 496 0342")
    assert (other.says, other.bucket, other.next_at) == (
        "tries 0117 496 0342", Bucket.WAITING, TUESDAY,
    )  # fmt: skip
    assert what("wrong_number").bucket is Bucket.RESEARCH
    rested = what(
        "bad_number", next_number="0117 496 0342", is_on_call=True, last_attempt_at=TUESDAY
    )
    assert rested.says == "tries 0117 496 0342 in 15 min"


def test_a_referral_stands_in_for_the_wrong_person() -> None:
    """D5."""
    named = what("wrong_person", referral="Jens Petersen")
    assert (named.says, named.bucket) == ("Jens Petersen instead", Bucket.NOT_A_FIT)
    assert what("wrong_person").bucket is Bucket.RESEARCH


def test_nurture_ends_on_its_date_when_their_day_opens() -> None:
    """T5: not-now leads leave on a dated track."""
    until = consequence(CATALOGUE.outcome("nurture"), STANDING, TUESDAY, until=date(2027, 1, 4))
    assert (until.says, until.bucket) == ("back on 4 Jan 2027", Bucket.NURTURE)
    assert until.next_at == berlin("2027-01-04T09:00")


def test_a_chosen_reason_is_said() -> None:
    chosen = consequence(CATALOGUE.outcome("not_qualified"), STANDING, TUESDAY, reason="Too small")
    assert (chosen.says, chosen.bucket) == ("too small", Bucket.NOT_A_FIT)


def test_qualified_says_what_it_lacks() -> None:
    asks = "Qualified needs one more answer. Ask: Would you?"
    for needed, says in ((1, "needs 1 answer"), (3, "needs 3 answers"), (0, "not as it stands")):
        lacking = what("qualified", lacks=asks, answers_needed=needed)
        assert (lacking.says, lacking.lacks) == (says, asks)
    assert what("qualified").says == "to hand-off"


def test_a_promise_after_the_window_or_in_the_past_is_refused_in_words() -> None:
    closes = standing_with(window=CallWindow(closes_at=berlin("2026-03-27T17:00"), zone=BERLIN))

    def says(wall: str) -> str:
        promise = Promise(wall=datetime.fromisoformat(wall), zone=BERLIN)
        return may_promise(promise, closes, TUESDAY)

    assert says("2026-03-27T17:00") == (
        "That is after the window closes (Fri 27 Mar, 17:00). Choose an earlier time."
    )
    assert says("2026-03-17T10:42") == "10:42 has passed. Choose a later time."
    assert says("2026-03-26T20:00") == "", "they named it, so the house rule gives way"


def script_asking(kind: QuestionKind = QuestionKind.YES_NO) -> CallScript:
    wants = Question(id=WANTS_CALL, kind=kind, say="…", ask="Would you like a call?")
    return CallScript(
        id="s", name="S", version=1, stages=(Stage(kind=StageKind.NEXT_STEP, questions=(wants,)),)
    )


@pytest.mark.parametrize(
    ("answer", "lacks"),
    [
        (None, "Qualified needs one more answer. Ask: Would you like a call?"),
        (Answer(question=WANTS_CALL, does_not_know=True), "Qualified needs one more answer."),
        (Answer(question=WANTS_CALL, value="yes", confirmed=False), "Qualified needs one more"),
        (Answer(question=WANTS_CALL, value="no"), "They do not want to be called"),
        (Answer(question=WANTS_CALL, value="yes"), ""),
    ],
)
def test_only_a_yes_to_a_call_makes_a_lead_qualified(answer: Answer | None, lacks: str) -> None:
    """D3: the question has its own answer, and it routes."""
    answers = {WANTS_CALL: answer} if answer else {}
    said = lacks_for_qualified(script_asking(), answers)
    assert said.startswith(lacks)
    assert bool(said) == bool(lacks)
    assert lacks_for_qualified(None, answers) == "", "without a script nothing more is asked"


zone_sets = st.sampled_from(
    [(BERLIN,), ("America/New_York",), ("America/Chicago", "America/New_York"), ("Asia/Kolkata",),
     ("Australia/Lord_Howe",), ("America/St_Johns",)]
)  # fmt: skip
minutes = st.integers(0, 700 * 24 * 60)


@st.composite
def standings(draw: st.DrawFn) -> tuple[Standing, datetime]:
    now = TUESDAY + timedelta(minutes=draw(minutes), seconds=draw(st.integers(0, 59)))
    zones = draw(zone_sets)
    tries = draw(st.integers(0, 7))
    closes = draw(st.none() | st.integers(1, 30 * 24))
    window = CallWindow(closes_at=now + timedelta(hours=closes)) if closes else ALWAYS
    limits = CallLimits(
        max_attempts=draw(st.integers(1, 8)),
        max_per_day=draw(st.integers(1, 3)),
        min_gap=timedelta(minutes=draw(st.integers(0, 240))),
    )
    last = now - timedelta(minutes=draw(st.integers(0, 3000)))
    standing = Standing(
        hours=CallHours(zones=zones, limits=limits, window=window),
        attempts=tries,
        tried_on=local_time(last, zones[0]).date() if tries else None,
        tried_that_day=min(tries, draw(st.integers(1, 3))),
        last_attempt_at=last if tries else None,
        is_on_call=draw(st.booleans()),
        next_number=draw(st.sampled_from(["", "0117 496 0342"])),
        event_ends_at=draw(
            st.sampled_from([None, now - timedelta(hours=1), now + timedelta(days=3)])
        ),
    )
    return standing, now


@given(standings(), st.sampled_from([outcome.code for outcome in CATALOGUE]))
def test_a_lead_never_comes_back_against_a_rule(
    given_: tuple[Standing, datetime], code: str
) -> None:
    """Q6: hours, window, tries in all, tries on a day and distance, whatever the outcome."""
    standing, now = given_
    outcome = CATALOGUE.outcome(code)
    then = consequence(outcome, standing, now)
    # When research ends no call is made by it: the rules are asked when the lead is offered.
    if then.next_at is None or outcome.after in {After.DATE, After.PROMISE, After.RESEARCH}:
        return
    hours = standing.hours
    zones, limits = hours.zones, hours.limits
    comes_back = Bucket.CALLBACK if outcome.after is After.OPEN_PROMISE else Bucket.WAITING
    assert then.bucket is comes_back
    assert then.next_at >= now + outcome.delay
    assert may_call(hours, then.next_at).is_allowed
    counted = 0 if standing.is_on_call or outcome.without_call else 1
    if outcome.after is After.EVENT:
        # After the event the count of tries begins anew.
        assert then.next_at >= (standing.event_ends_at or now)
    else:
        assert standing.attempts + counted < limits.max_attempts
    if standing.last_attempt_at and not counted:
        assert then.next_at >= standing.last_attempt_at + limits.min_gap
    back_on = local_time(then.next_at, zones[0]).date()
    today = local_time(now, zones[0]).date()
    on_that_day = standing.tried_that_day if back_on == standing.tried_on else 0
    on_that_day += counted if back_on == today else 0
    assert on_that_day < limits.max_per_day


@given(standings(), st.sampled_from([outcome.code for outcome in CATALOGUE]))
def test_the_words_and_the_instant_are_the_same_time(
    given_: tuple[Standing, datetime], code: str
) -> None:
    """Bar 11: time plus or minus nothing."""
    standing, now = given_
    then = consequence(CATALOGUE.outcome(code), standing, now)
    if then.next_at is None or CATALOGUE.outcome(code).after in {After.DATE, After.RESEARCH}:
        return
    away = then.next_at - now
    if away > timedelta(hours=1):
        when = time_words(then.next_at, standing.zone, now=now)
        if CATALOGUE.outcome(code).after is After.EVENT:
            # Three keys say it side by side: of another day the day alone has room.
            when = when.partition(",")[0]
        assert then.says.endswith(when)
        assert (then.next_at.second, then.next_at.microsecond) == (0, 0)
    elif away > timedelta():
        said = int(then.says.removesuffix(" min").rsplit(" ", 1)[1])
        assert timedelta(minutes=said - 1) < away <= timedelta(minutes=said)


@given(standings(), st.sampled_from([outcome.code for outcome in CATALOGUE]))
def test_no_lead_ends_nowhere(given_: tuple[Standing, datetime], code: str) -> None:
    """Q5: a lead with no time to come back stands in a bucket, and the key says which."""
    standing, now = given_
    then = consequence(CATALOGUE.outcome(code), standing, now)
    assert then.says
    if then.bucket is Bucket.WAITING and then.next_at is None:
        assert then.says in {
            "window closes first", "no common calling hour", "write the new number",
        }  # fmt: skip


def dial(now: datetime = TUESDAY, **standing: object) -> tuple[str, str, datetime | None]:
    decision = may_dial(standing_with(**standing), now)
    return decision.rule if not decision.is_allowed else "", decision.says, decision.next_at


def test_a_dial_asks_every_rule_and_each_block_says_which() -> None:
    """Q6."""
    assert dial() == ("", "Inside calling hours.", None)
    today = {"tried_on": date(2026, 3, 17), "last_attempt_at": TUESDAY - timedelta(minutes=5)}
    assert dial(attempts=6) == ("max-attempts", "All 6 tries are used up.", None)
    assert dial(attempts=1, tried_that_day=1, **today) == (
        "min-gap", "They were called moments ago.", TUESDAY + timedelta(minutes=10),
    )  # fmt: skip
    today["last_attempt_at"] = TUESDAY - timedelta(minutes=50)
    assert dial(attempts=2, tried_that_day=2, **today) == (
        "max-per-day", "They were called 2 times today already.", berlin("2026-03-18T09:00"),
    )  # fmt: skip
    assert dial(closes_at=TUESDAY)[0] == "window-closed"
    assert dial(berlin("2026-03-17T20:40"))[:2] == (
        "house-hours", "It is 20:40 in Berlin, outside calling hours.",
    )  # fmt: skip
    assert dial(zones=())[0] == "zone-unknown"


def test_a_promise_is_never_kept_early_and_overrides_hours_only_while_it_is_fresh() -> None:
    """Q4: in the evening, because they asked for it; but not an evening later."""
    evening = berlin("2026-03-17T19:00")
    early = dial(evening - timedelta(minutes=1), due_at=evening)
    assert early == ("promised-time", "They asked for 19:00. Not before.", evening)
    assert dial(evening, due_at=evening, attempts=9) == ("", "They asked for this time.", None)
    assert dial(evening + timedelta(minutes=59), due_at=evening)[0] == ""
    assert dial(evening + timedelta(hours=1), due_at=evening)[0] == "house-hours"
    late = berlin("2026-03-18T09:30")
    assert dial(late, due_at=evening, attempts=9)[0] == "", "the promise still buys its try"


@given(standings())
def test_a_lead_that_comes_back_may_be_dialled_then(given_: tuple[Standing, datetime]) -> None:
    standing, now = given_
    decision = may_dial(standing, now)
    if not decision.is_allowed and decision.next_at and decision.rule in {"min-gap", "max-per-day"}:
        assert may_dial(standing, decision.next_at).is_allowed


@given(standings(), st.sampled_from([outcome.code for outcome in CATALOGUE]))
def test_when_a_lead_is_due_again_the_rules_let_it_be_dialled(
    given_: tuple[Standing, datetime], code: str
) -> None:
    """The claim and the dial agree with the key."""
    standing, now = given_
    if not standing.is_on_call:
        return
    outcome = CATALOGUE.outcome(code)
    then = consequence(outcome, standing, now)
    # After the event the count of tries begins anew.
    after = replace(standing, attempts=0) if outcome.after is After.EVENT else standing
    if then.bucket is Bucket.WAITING and then.next_at:
        assert may_dial(after, then.next_at).is_allowed


@pytest.mark.parametrize("attempts", [0, 2, 5])
@pytest.mark.parametrize("outcome", list(CATALOGUE), ids=lambda outcome: outcome.code)
def test_a_call_counted_beforehand_changes_no_key(outcome: Outcome, attempts: int) -> None:
    """The keys of a card are worked out from one standing in which the call is counted."""
    earlier = TUESDAY - timedelta(hours=20)
    standing = standing_with(
        attempts=attempts,
        tried_on=earlier.date(),
        tried_that_day=1,
        last_attempt_at=earlier,
        next_number="+44 20 7946 0123",
    )
    called = standing if outcome.without_call else counted(standing, TUESDAY)
    assert consequence(outcome, called, TUESDAY) == consequence(outcome, standing, TUESDAY)
    assert counted(counted(standing, TUESDAY), TUESDAY) == counted(standing, TUESDAY)
