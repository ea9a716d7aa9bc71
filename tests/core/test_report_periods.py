"""Days and weeks as people write them, on the campaign's clock."""

from datetime import UTC, date, datetime, timedelta

import pytest

from qualdesk.core.errors import Refused
from qualdesk.core.report_periods import ALL_OF_IT, Days, ReportOf, the_day, the_week, week_of

TODAY = date(2026, 3, 17)  # a Tuesday


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("", TODAY),
        ("today", TODAY),
        (" Yesterday ", date(2026, 3, 16)),
        ("2026-03-02", date(2026, 3, 2)),
        ("2 Mar 2026", date(2026, 3, 2)),
    ],
)
def test_a_day_is_read_as_people_write_it(text: str, day: date) -> None:
    assert the_day(text, TODAY) == Days(of=ReportOf.DAY, first=day, last=day)


@pytest.mark.parametrize("text", ["2026-03-99", "2026-02-30", "March", "2026-03", "x" * 5000])
def test_what_is_no_day_is_refused_with_how_to_write_one(text: str) -> None:
    with pytest.raises(Refused, match=r"is no day .* like 2026-03-17") as refused:
        the_day(text, TODAY)
    assert len(refused.value.says) < 200


@pytest.mark.parametrize(
    ("text", "monday"),
    [
        ("", date(2026, 3, 16)),
        ("2026-W12", date(2026, 3, 16)),
        ("2026-w1", date(2025, 12, 29)),
        ("last week", date(2026, 3, 9)),
        ("2026-03-15", date(2026, 3, 9)),
    ],
)
def test_a_week_is_its_number_or_any_of_its_days(text: str, monday: date) -> None:
    found = the_week(text, TODAY)
    assert (found.first, found.last) == (monday, monday + timedelta(days=6))


@pytest.mark.parametrize("text", ["2026-W54", "2026-W00", "W12", "soon", "9999-W53"])
def test_what_is_no_week_is_refused_with_how_to_write_one(text: str) -> None:
    with pytest.raises(Refused, match=r"like 2026-W12|is still to come"):
        the_week(text, TODAY)


def test_days_to_come_and_days_before_anything_are_refused() -> None:
    with pytest.raises(Refused, match="Wednesday, 18 Mar 2026 is still to come"):
        the_day("2026-03-18", TODAY)
    with pytest.raises(Refused, match="still to come"):
        the_week("2026-W13", TODAY)
    assert the_week("2026-03-22", TODAY).first == date(2026, 3, 16)  # its Sunday is this week's
    for text in ("0001-01-01", "1999-12-31"):
        with pytest.raises(Refused, match="before 2000"):
            the_day(text, TODAY)
        with pytest.raises(Refused, match="before 2000"):
            the_week(text, TODAY)


def test_a_day_is_as_long_as_clocks_say() -> None:
    # In the night to 29 March Berlin loses an hour.
    begins, ends = the_day("2026-03-29", date(2026, 4, 1)).bounds("Europe/Berlin")
    assert begins == datetime(2026, 3, 28, 23, tzinfo=UTC)
    assert ends is not None
    assert ends - begins == timedelta(hours=23)
    assert ALL_OF_IT.bounds("Europe/Berlin") == (None, None)


def test_days_say_what_they_are_and_are_named_in_files() -> None:
    day, week = the_day("", TODAY), week_of(TODAY)
    assert (day.says, day.key) == ("Tuesday, 17 Mar 2026", "2026-03-17")
    assert (week.says, week.key) == ("Week from 16 Mar 2026 to 22 Mar 2026", "2026-W12")
    assert ALL_OF_IT.says == "The whole campaign"
    assert day.holds(TODAY)
    assert not day.holds(TODAY - timedelta(days=1))
    assert ALL_OF_IT.holds(TODAY)
    assert [one.label for one in ReportOf] == ["A day", "A week", "A campaign"]
