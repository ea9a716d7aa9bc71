"""When a lead is tried again: another part of the day, what they said, the limits of the law."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualdesk.core.calling_rules import CallHours, all_parts, day_part, may_call
from qualdesk.core.consequences import consequence, may_dial
from qualdesk.core.hints import hinted_spans
from qualdesk.core.law import Law
from qualdesk.core.leads import Bucket
from qualdesk.core.next_try import Standing
from qualdesk.core.outcomes import Consequence
from qualdesk.core.rules import Holidays, Legal, RuleBook, RuleSet, TryLimit
from qualdesk.core.sources import ALWAYS, CallLimits, CallWindow
from qualdesk.core.times import instant_of, local_time
from qualdesk.files.outcomes import shipped_outcomes

CATALOGUE = shipped_outcomes()
BERLIN = "Europe/Berlin"
TUESDAY = datetime(2026, 3, 17, 9, 42, tzinfo=UTC)  # 10:42 in Berlin: the second part of the day
STANDING = Standing(hours=CallHours(zones=(BERLIN,), limits=CallLimits(), window=ALWAYS))
EARLY, LATE_MORNING, MIDDAY, LATE = 0b0001, 0b0010, 0b0100, 0b1000
ALL = EARLY | LATE_MORNING | MIDDAY | LATE


def what(code: str, *, hint: str = "", now: datetime = TUESDAY, **standing: object) -> Consequence:
    stands = replace(STANDING, is_on_call=True, last_attempt_at=now, **standing)  # type: ignore[arg-type]
    return consequence(CATALOGUE.outcome(code), stands, now, hinted=hinted_spans(hint))


def part(at: datetime | None) -> int:
    assert at is not None
    return 1 << day_part(at, BERLIN)


@pytest.mark.parametrize(
    ("tried", "says"),
    [
        (0, "again 13:42"),
        (MIDDAY, "again 15:00"),
        (MIDDAY | LATE, "again Wed 18 Mar, 09:00"),
        (EARLY | MIDDAY, "again 15:00"),
        (EARLY | MIDDAY | LATE, "again 13:42"),
    ],
)
def test_a_vain_try_is_repeated_in_a_part_of_the_day_not_tried_yet(tried: int, says: str) -> None:
    """Weeks, Kulka and Pierson 1987; when all were tried, in any but the one just tried."""
    assert what("no_answer", tried_parts=tried).says == says


def test_what_somebody_said_counts_before_what_was_not_tried_yet() -> None:
    assert what("gatekeeper", hint="mornings").says == "again in 60 min", "it is morning still"
    assert what("gatekeeper", hint="after 3 pm").says == "again 15:00"
    assert what("gatekeeper", hint="10-12").says == "again in 60 min"
    assert what("gatekeeper", hint="before 10").says == "again Wed 18 Mar, 09:00"
    assert what("callback_open", hint="nachmittags").says == "again 13:00"
    assert what("no_answer", hinted_parts=EARLY).says == "again Wed 18 Mar, 09:00"
    assert what("no_answer", hinted_parts=EARLY, tried_parts=EARLY).says == "again 13:42", (
        "they were not there either"
    )


def test_a_hint_gives_way_to_the_end_of_the_window() -> None:
    closes = TUESDAY + timedelta(hours=6)
    assert what("gatekeeper", hint="mornings before 9:30", closes_at=closes).says == "again 13:00"


def test_only_who_did_not_answer_makes_a_part_of_the_day_tried_in_vain() -> None:
    tried = {
        code: replace(STANDING, tried_parts=LATE).tried_after(CATALOGUE.outcome(code), TUESDAY)
        for code in ("no_answer", "voicemail_left", "busy", "technical", "bad_number", "gatekeeper",
                     "callback_fixed", "wrong_number")
    }  # fmt: skip
    assert tried == {
        "no_answer": LATE | LATE_MORNING,
        "voicemail_left": LATE | LATE_MORNING,
        "busy": LATE,
        "technical": LATE,
        "bad_number": LATE,
        "wrong_number": LATE,
        "gatekeeper": 0,
        "callback_fixed": 0,
    }


def test_the_next_number_has_its_turn_when_every_part_of_the_day_was_tried() -> None:
    others = EARLY | MIDDAY | LATE
    turned = what("no_answer", tried_parts=others, next_number="030 23125 002")
    assert turned.says == "tries 030 23125 002 13:42"
    assert what("no_answer", tried_parts=others & ~LATE, next_number="030 23125 002").says == (
        "again 15:00"
    )
    assert what("no_answer", tried_parts=others).says == "again 13:42", "there is no other"
    assert what("busy", tried_parts=ALL, next_number="030 23125 002").says == "again in 30 min"


def test_parts_in_which_nobody_is_called_need_not_be_tried() -> None:
    mornings = CallLimits(hours=(9 * 60, 13 * 60))
    assert all_parts(mornings) == EARLY | LATE_MORNING
    assert all_parts(CallLimits()) == ALL
    assert all_parts(CallLimits(day_parts=(12 * 60,))) == 0b11
    hours = CallHours(zones=(BERLIN,), limits=mornings)
    turned = what("no_answer", hours=hours, tried_parts=EARLY, next_number="030 23125 002")
    assert turned.says == "tries 030 23125 002 Wed 18 Mar, 09:00"


def test_parts_of_a_day_are_data_of_the_campaign() -> None:
    halves = CallHours(zones=(BERLIN,), limits=CallLimits(day_parts=(12 * 60,)))
    assert what("no_answer", hours=halves).says == "again 13:42"
    assert what("gatekeeper", hours=halves).says == "again 12:00"
    for wrong in ((13 * 60, 12 * 60), (0,), (24 * 60,), tuple(range(1, 9))):
        with pytest.raises(ValueError, match="Parts of a day"):
            CallLimits(day_parts=wrong)


def two_calls_in_two_days() -> Law:
    rule = RuleSet(
        id="test-limit",
        name="Test limit",
        country="DE",
        reviewed_on=date(2026, 1, 1),
        review_due=date(2026, 7, 1),
        limits=(TryLimit(calls=2, within=timedelta(hours=48)),),
        after_refusal=timedelta(days=60),
    )
    return Law(RuleBook((rule,), Holidays()), Legal(places=frozenset({"DE"})))


def test_a_rolling_limit_of_the_law_is_waited_for() -> None:
    """Q6: the key says when, and that is when it may be dialled."""
    law = two_calls_in_two_days()
    assert law.sets_on(TUESDAY.date()), "the rule holds for them"
    hours = CallHours(zones=(BERLIN,), limits=CallLimits(), law=law)
    before = TUESDAY - timedelta(hours=5)
    then = what("busy", hours=hours, tries=(before, TUESDAY))
    assert then.next_at is not None
    assert then.next_at == instant_of(datetime(2026, 3, 19, 9, 0), BERLIN)  # noqa: DTZ001 - wall time
    stands = replace(STANDING, hours=hours, tries=(before, TUESDAY), last_attempt_at=TUESDAY)
    early = TUESDAY + timedelta(hours=24)
    assert may_dial(stands, early).rule == "test-limit"
    assert may_dial(stands, then.next_at).is_allowed


def test_who_declined_rests_as_long_as_the_law_asks() -> None:
    hours = CallHours(zones=(BERLIN,), limits=CallLimits(), law=two_calls_in_two_days())
    assert what("refused_soft", hours=hours).says == "again Mon 18 May, 09:00", "sixty days"
    assert what("refused_soft").says == "again Tue 24 Mar, 10:42", "no law: the outcome's own"
    assert what("voicemail_left", hours=hours).says == "again Wed 18 Mar, 10:42"


@given(
    st.sampled_from(["no_answer", "gatekeeper", "callback_open", "voicemail_none"]),
    st.integers(0, 60 * 24 * 300),
    st.integers(0, ALL),
    st.integers(0, ALL),
    st.sampled_from(["", "mornings", "after 3 pm", "10-12", "nachmittags"]),
    st.none() | st.integers(1, 400),
)
def test_whatever_is_wished_no_rule_is_broken_and_the_wish_is_kept_where_it_can_be(
    code: str, minutes: int, tried: int, hinted: int, hint: str, closes: int | None
) -> None:
    now = TUESDAY + timedelta(minutes=minutes)
    window = CallWindow(closes_at=now + timedelta(hours=closes)) if closes else ALWAYS
    hours = CallHours(zones=(BERLIN,), limits=CallLimits(), window=window)
    then = what(
        code, hint=hint, now=now, hours=hours, tried_parts=tried, hinted_parts=hinted, attempts=1
    )
    if then.next_at is None:
        assert then.bucket is Bucket.WAITING
        return
    assert may_call(hours, then.next_at).is_allowed
    assert then.next_at >= now + CATALOGUE.outcome(code).delay
    if closes is None and hint and code != "voicemail_none":
        there = local_time(then.next_at, BERLIN)
        minute = there.hour * 60 + there.minute
        assert any(start <= minute < end for start, end in hinted_spans(hint))
