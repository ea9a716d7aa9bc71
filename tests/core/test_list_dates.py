"""Dates of a list: one order for a whole column, an instant only when it is certain."""

from datetime import UTC, datetime

import pytest

from qualdesk.core.list_dates import day_comes_first, order_of_dates, read_moment


def at(text: str, *, day_first: bool | None = True, zone: str = "Europe/Berlin") -> datetime | None:
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
        ("2026-03-11 9:05", utc(2026, 3, 11, 8, 5)),
        ("2026-3-1", utc(2026, 3, 1, 11, 0)),
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


def test_the_order_of_a_column_is_a_value_to_show() -> None:
    order = order_of_dates(["soon", "03/04/2026 10:00", "", "13/04/2026", "2026-03-11"])
    assert (order.says, order.count, order.example) == ("day, month", 2, "03/04/2026 10:00")
    assert not order.asks
    assert order_of_dates(["03/14/26"]).says == "month, day"
    assert order_of_dates(["11.03.26"]).says == "day, month", "with dots the day comes first"


@pytest.mark.parametrize(
    "column", [["03/04/2026"], ["13/04/2026", "03/14/2026"], ["3-4-26", "", "4-3-26"]]
)
def test_a_column_that_proves_nothing_or_both_is_asked_about_and_keeps_its_words(
    column: list[str],
) -> None:
    order = order_of_dates(column)
    assert order.asks
    assert order.says == ""
    assert at("03/04/2026", day_first=order.day_first) is None


def test_what_a_person_says_of_the_order_beats_every_proof() -> None:
    assert order_of_dates(["13/04/2026", "03/14/2026"], said=False).day_first is False
    assert order_of_dates(["03/04/2026"], said=True).says == "day, month"


def test_a_column_without_such_dates_asks_nothing() -> None:
    for column in ([], ["2026-03-11", "Mar 3, 2026", "soon"]):
        assert not order_of_dates(column).asks
        assert order_of_dates(column, said=True).says == ""


def test_a_date_that_is_the_same_either_way_needs_no_order() -> None:
    assert at("04/04/2026", day_first=None) == utc(2026, 4, 4, 10, 0)
    assert at("03.04.2026", day_first=None) == utc(2026, 4, 3, 10, 0)


@pytest.mark.parametrize(
    "text",
    ["11. M\u00e4rz 2026", "11 mars 2026", "11 de marzo de 2026", "March 11th, 2026",
     "11 Mrz 2026", "2026/03/11", "2026.03.11", "11-Mar-26"],
)  # fmt: skip
def test_months_are_known_by_name_in_five_languages(text: str) -> None:
    assert at(text, day_first=None) == utc(2026, 3, 11, 11, 0)


def test_a_word_that_is_no_month_is_no_date() -> None:
    assert at("11 people 2026") is None
