"""A caller's own day, counted: what is a conversation, and when discovery came first."""

from datetime import UTC, date, datetime, timedelta

import pytest

from calls import DATE, PROJECT, SCRIPT
from qualdesk.core.cards import DueCallback
from qualdesk.core.ids import LeadId, ScriptVersionId
from qualdesk.core.my_day import (
    CallToday,
    DayCounts,
    MyDay,
    PromiseToday,
    SalesSaid,
    count_day,
    day_bounds,
)
from qualdesk.core.times import Promise
from qualdesk.files.outcomes import shipped_outcomes

VERSION = ScriptVersionId(1)
KNOWN = {outcome.code: outcome for outcome in shipped_outcomes()}
LABELS = {outcome.code: outcome.label for outcome in shipped_outcomes()}
AT = datetime(2026, 3, 17, 9, 30, tzinfo=UTC)


def a_call(outcome: str = "nurture", *questions: str, early: bool = False) -> CallToday:
    return CallToday(outcome=outcome, script=VERSION, questions=questions, fit_opened_early=early)


def counted(*calls: CallToday) -> DayCounts:
    return count_day(calls, KNOWN, LABELS, {VERSION: SCRIPT})


def test_a_day_without_calls_counts_nothing() -> None:
    assert counted() == DayCounts()


def test_only_who_was_spoken_to_is_a_conversation() -> None:
    counts = counted(a_call("no_answer"), a_call("busy"), a_call("nurture"), a_call(""))
    assert (counts.calls, counts.conversations) == (4, 1)
    assert dict(counts.outcomes) == {"No answer": 1, "Busy": 1, "Nurture": 1}


def test_discovery_first_is_a_share_of_the_conversations_that_came_to_fit() -> None:
    """D1: opening Fit early takes one key and is counted."""
    counts = counted(
        a_call("qualified", PROJECT, DATE),
        a_call("nurture", PROJECT),
        a_call("nurture", DATE, early=True),
        a_call("nurture", early=True),
        a_call("no_answer", DATE),
    )
    assert (counts.discovery_first, counts.came_to_fit) == (1, 3)


def test_a_call_read_from_a_script_that_is_gone_still_counts() -> None:
    orphan = CallToday(outcome="nurture", script=ScriptVersionId(9), questions=(DATE,))
    counts = counted(orphan, CallToday(outcome="long_gone", script=None))
    assert (counts.calls, counts.conversations, counts.came_to_fit) == (2, 1, 0)
    assert ("long_gone", 1) in counts.outcomes


def test_the_most_frequent_end_comes_first() -> None:
    counts = counted(a_call("busy"), a_call("no_answer"), a_call("no_answer"))
    assert counts.outcomes == (("No answer", 2), ("Busy", 1))


@pytest.mark.parametrize(
    ("zone", "day", "hours"),
    [
        ("Europe/Berlin", date(2026, 3, 29), 23),
        ("Europe/Berlin", date(2026, 10, 25), 25),
        ("America/New_York", date(2026, 3, 17), 24),
        ("Pacific/Auckland", date(2026, 3, 18), 24),
    ],
)
def test_a_day_is_that_of_the_callers_own_clock(zone: str, day: date, hours: int) -> None:
    noon = datetime(day.year, day.month, day.day, 11, tzinfo=UTC)
    now = noon if zone != "Pacific/Auckland" else noon - timedelta(hours=20)
    found, start, end = day_bounds(now, zone)
    assert start <= now < end
    assert end - start == timedelta(hours=hours)
    assert found == day


def a_promise(zone: str = "Europe/Berlin") -> PromiseToday:
    wall = datetime(2026, 3, 17, 10, 30)  # noqa: DTZ001 - a promise is a wall time beside its zone
    promise = Promise(wall=wall, zone=zone)
    return PromiseToday(
        lead_id=LeadId(1),
        name="Katrin Albers",
        company="Elbkorn Foods",
        at=promise.at,
        callback=DueCallback(promise=promise, owner="Maya"),
    )


def test_a_promise_is_told_on_both_clocks() -> None:
    """Q4: the promised time is theirs; the caller reads it on their own clock as well."""
    one = a_promise()
    assert one.says_when("Europe/London") == "Tue 17 Mar, 10:30 in Berlin (09:30 for you)"
    assert one.says_when("Europe/Paris") == "Tue 17 Mar, 10:30 in Berlin"


def test_what_came_back_is_told_with_its_reason() -> None:
    """T4: sales sends back with a reason, and whoever called reads it."""
    took = SalesSaid(lead_id=LeadId(1), name="A", company="", at=AT, takes=True)
    back = SalesSaid(
        lead_id=LeadId(2),
        name="B",
        company="",
        at=AT,
        takes=False,
        reason="Wrong person",
        note="Left in January",
    )
    day = MyDay(day=AT.date(), zone="UTC", promises=(), counts=DayCounts(), said=(took, back))
    assert (day.taken, day.came_back) == ((took,), (back,))
    assert back.why == "Wrong person: Left in January"
    assert took.why == ""
