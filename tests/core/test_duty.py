"""Salespeople are called when they are on duty by their own clock, not by ours."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualdesk.core.duty import next_on_duty
from qualdesk.core.members import Away, Member, read_hours
from qualdesk.core.times import local_time


def somebody(**changed: Any) -> Member:
    fields: dict[str, Any] = {
        "name": "Lena Brandt",
        "zone": "Europe/Berlin",
        "duty": read_hours("mon-fri 9-17"),
    }
    return Member(**{**fields, **changed})


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("at", "when"),
    [
        ("2026-03-17T10:00", "2026-03-17T10:00"),
        ("2026-03-17T06:00", "2026-03-17T08:00"),
        ("2026-03-17T16:00", "2026-03-18T08:00"),
        ("2026-03-20T17:00", "2026-03-23T08:00"),
        # Clocks go forward on Sunday the 29th: nine o'clock is an hour earlier for us.
        ("2026-03-27T17:00", "2026-03-30T07:00"),
        ("2026-10-23T17:00", "2026-10-26T08:00"),
    ],
)
def test_they_are_called_in_their_duty_hours(at: str, when: str) -> None:
    assert next_on_duty(somebody(), utc(at)) == utc(when)


def test_shifts_count_where_no_duty_was_said_and_office_hours_where_nothing_was() -> None:
    shifts = somebody(duty={}, shifts=read_hours("tue 13-15"))
    assert next_on_duty(shifts, utc("2026-03-17T08:00")) == utc("2026-03-17T12:00")
    unknown = somebody(duty={}, zone="")
    assert next_on_duty(unknown, utc("2026-03-17T22:00"), "America/New_York") == utc(
        "2026-03-18T13:00"
    )


def test_who_is_away_is_called_when_they_are_back() -> None:
    away = somebody(absences=(Away(first=date(2026, 3, 16), last=date(2026, 3, 20)),))
    assert next_on_duty(away, utc("2026-03-17T10:00")) == utc("2026-03-23T08:00")


def test_somebody_away_for_years_is_never_waited_for() -> None:
    away = somebody(absences=(Away(first=date(2026, 1, 1), last=date(2036, 1, 1)),))
    assert next_on_duty(away, utc("2026-03-17T10:00")) == utc("2026-03-17T10:00")


@given(
    hours=st.integers(0, 365 * 24),
    zone=st.sampled_from(
        ["Europe/Berlin", "America/Santiago", "Asia/Beirut", "Australia/Lord_Howe", "Pacific/Apia"]
    ),
    duty=st.sampled_from(["mon-fri 9-17", "sun 0:00-2:00", "mon 23:00-23:59; wed 5-6 22-23"]),
)
def test_the_time_is_never_past_and_always_on_duty(hours: int, zone: str, duty: str) -> None:
    """D: a promise is kept on their wall clock, also when clocks change."""
    member = somebody(zone=zone, duty=read_hours(duty))
    at = utc("2026-01-01T00:00") + timedelta(hours=hours)
    when = next_on_duty(member, at)
    assert when >= at
    there = local_time(when, zone)
    spans = member.duty[there.weekday()]
    # An hour clocks skip begins with the first minute after it.
    assert any(
        begins <= there.time() < ends or begins.hour <= there.hour <= begins.hour + 1
        for begins, ends in spans
    )
