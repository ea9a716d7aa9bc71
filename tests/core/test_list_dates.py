"""Dates of a list: one order for a whole column, an instant only when it is certain."""

from datetime import UTC, datetime

import pytest

from qualdesk.core.list_dates import day_comes_first, read_moment


def at(text: str, *, day_first: bool = True, zone: str = "Europe/Berlin") -> datetime | None:
    return read_moment(text, day_first=day_first, zone=zone)


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[misc,arg-type]


def test_one_date_with_a_thirteenth_settles_the_whole_column() -> None:
    assert day_comes_first(["03/04/2026", "13/04/2026"], "US")
    assert not day_comes_first(["03/04/2026", "03/14/2026"], "DE")


def test_without_a_proof_the_country_of_the_list_decides() -> None:
    assert not day_comes_first(["03/04/2026"], "US")
    assert day_comes_first(["03/04/2026"], "GB")
    assert day_comes_first([], "")


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("11.03.2026 14:20", utc(2026, 3, 11, 13, 20)),
        ("11/03/2026 02:20 PM", utc(2026, 3, 11, 13, 20)),
        ("11.03.26 14:20:30 Uhr", utc(2026, 3, 11, 13, 20, 30)),
        ("2026-03-11 14:20", utc(2026, 3, 11, 13, 20)),
        ("2026-03-11T13:20:00Z", utc(2026, 3, 11, 13, 20)),
        ("2026-03-11T14:20:00+01:00", utc(2026, 3, 11, 13, 20)),
        ("15 Apr, 2021 00:03:00", utc(2021, 4, 14, 22, 3)),
        ("Mar 22, 2025 19:28:32", utc(2025, 3, 22, 18, 28, 32)),
        ("11.03.2026", utc(2026, 3, 11, 11, 0)),
        ("2026-03-11", utc(2026, 3, 11, 11, 0)),
    ],
)
def test_the_usual_ways_to_write_a_time_are_read_on_the_clock_of_the_list(
    text: str, instant: datetime
) -> None:
    assert at(text) == instant


def test_the_order_of_the_column_counts_for_slashes_and_not_for_dots() -> None:
    assert at("03/04/2026 12:00", day_first=False) == utc(2026, 3, 4, 11, 0)
    assert at("03/04/2026 12:00", day_first=True) == utc(2026, 4, 3, 10, 0)
    assert at("03.04.2026 12:00", day_first=False) == utc(2026, 4, 3, 10, 0)


@pytest.mark.parametrize(
    "text",
    ["", "soon", "31.02.2026", "13/13/2026", "11.03.2026 25:00", "11.03.2026 at lunch", "42"],
)
def test_what_is_no_certain_time_is_none(text: str) -> None:
    assert at(text) is None


def test_midnight_and_noon_in_twelve_hours() -> None:
    assert at("11/03/2026 12:05 AM", zone="UTC") == utc(2026, 3, 11, 0, 5)
    assert at("11/03/2026 12:05 PM", zone="UTC") == utc(2026, 3, 11, 12, 5)
