"""Answers that are stretches of time: how they are written, compared and read back."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualdesk.core.condition_checks import condition_problems
from qualdesk.core.conditions import Equals, Less, More, holds
from qualdesk.core.errors import AnswerRefused
from qualdesk.core.periods import days_of, is_before, kept_period, spelled_out
from qualdesk.core.questions import check_answer
from qualdesk.core.slots import WEEKDAYS, read_slot
from script_makers import make_question

PERIOD = make_question("since", "period")
DAY = make_question("since", "date")
SLOT = make_question("slot", "slot", short="Best time")

days = st.dates(date(1990, 1, 1), date(2100, 12, 31))


@st.composite
def periods(draw: st.DrawFn) -> str:
    day = draw(days)
    quarter = f"{day.year}-Q{(day.month + 2) // 3}"
    return draw(st.sampled_from([day.isoformat(), f"{day:%Y-%m}", quarter, f"{day:%Y}"]))


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("2026-09-30", "2026-09-30"),
        ("2026-09", "2026-09"),
        ("2026-Q3", "2026-Q3"),
        ("2026", "2026"),
        ("Q3 2026", "2026-Q3"),
        (" q3/2026 ", "2026-Q3"),
        ("2026 Q3", "2026-Q3"),
        ("9/2026", "2026-09"),
        ("09.2026", "2026-09"),
        ("Sept. 2026", "2026-09"),
        ("September 2026", "2026-09"),
        ("30 Sep 2026", "2026-09-30"),
        ("1. March 2026", "2026-03-01"),
        (date(2026, 9, 30), "2026-09-30"),
    ],
)
def test_a_period_is_kept_in_one_way_however_it_is_said(said: object, kept: str) -> None:
    assert check_answer(PERIOD, said) == kept


@pytest.mark.parametrize(
    "said",
    ["soon", "2026-13", "2026-02-30", "2026-Q5", "20266", "0000", "", "Q3", "Mär 2026", "٢٠٢٦"],
)
def test_what_is_no_period_is_refused_with_what_is(said: str) -> None:
    with pytest.raises(AnswerRefused, match="like 2026-10-01, 2026-10, 2026-Q4 or 2026"):
        check_answer(PERIOD, said)


@given(periods())
def test_a_kept_period_reads_back_as_itself(kept: str) -> None:
    """Shown in its field and kept again unchanged: nobody's answer moves by being looked at."""
    assert kept_period(kept) == kept
    assert kept_period(spelled_out(kept)) == kept
    assert check_answer(PERIOD, PERIOD.label_of(kept)) == kept


@given(periods(), days)
def test_a_period_lasts_from_its_first_day_to_its_last(kept: str, day: date) -> None:
    """The day is inside when its own month, quarter, year or date is written so."""
    found = days_of(kept)
    assert found is not None
    written = {
        day.isoformat(),
        f"{day:%Y-%m}",
        f"{day.year}-Q{(day.month + 2) // 3}",
        f"{day:%Y}",
    }
    assert (found[0] <= day <= found[1]) is (kept in written)


@given(periods(), periods())
def test_before_and_after_are_said_only_where_they_are_certain(one: str, other: str) -> None:
    """A period is before another when every day of it is before every day of the other."""
    (first, last), (other_first, other_last) = days_of(one) or (), days_of(other) or ()
    assert is_before(one, other) is (last < other_first)
    values = {"since": one}
    assert holds(Less(question="since", than=other), values) is (last < other_first)
    assert holds(More(question="since", than=other), values) is (first > other_last)


def test_a_year_is_neither_before_nor_after_a_day_in_it() -> None:
    values = {"since": "2026"}
    assert not holds(More(question="since", than="2026-09-30"), values)
    assert not holds(Less(question="since", than="2026-09-30"), values)
    assert holds(Less(question="since", than="2027-01-01"), values)
    assert holds(Equals(question="since", value="2026"), values)


@pytest.mark.parametrize("question", [PERIOD, DAY])
def test_a_day_and_a_period_can_be_compared_with_a_period(question: object) -> None:
    questions = {"since": question}
    for than in ("2026-09-30", "2026-09", "2026-Q3", "2026"):
        assert not list(condition_problems("x", More(question="since", than=than), questions))  # type: ignore[arg-type]
    for wrong in ("soon", "2026-13", 2026):
        found = list(condition_problems("x", Less(question="since", than=wrong), questions))  # type: ignore[arg-type]
        assert "compare a number with a number, or a date with a date" in found[0].says


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("2026-03-19 10:00-12:00", "2026-03-19 10:00-12:00"),
        ("19 Mar 2026, 10 to 12", "2026-03-19 10:00-12:00"),
        ("tue,thu 09:00-11:00", "tue,thu 09:00-11:00"),
        ("Thursday and Tue 9:30\u201311", "tue,thu 09:30-11:00"),
        ("mon-fri from 9 until 17h30", "mon,tue,wed,thu,fri 09:00-17:30"),
        ("sun 08.15-08.45", "sun 08:15-08:45"),
    ],
)
def test_a_slot_is_kept_in_one_way_however_it_is_said(said: str, kept: str) -> None:
    assert check_answer(SLOT, said) == kept


@pytest.mark.parametrize(
    "said",
    [
        "morning",
        "10-12",
        "fri-mon 9-10",
        "t 9-10",
        "tue 12-10",
        "tue 10-10",
        "tue 24-25",
        "tue 9:60-10",
        "2026-03 9-10",
        "tue xyz 9-10",
        "tue " + "9" * 5_000,
    ],
)
def test_what_is_no_slot_is_refused_with_what_is(said: str) -> None:
    with pytest.raises(AnswerRefused, match=r"is no time slot. Answer “Best time” like tue,thu"):
        check_answer(SLOT, said)


minutes = st.integers(0, 24 * 60 - 1)


@given(
    st.one_of(days.map(date.isoformat), st.sets(st.sampled_from(WEEKDAYS), min_size=1).map(list)),
    minutes,
    minutes,
)
def test_a_slot_reads_back_as_itself(days_said: str | list[str], one: int, other: int) -> None:
    begins, ends = (f"{at // 60:02}:{at % 60:02}" for at in sorted((one, other)))
    said = days_said if isinstance(days_said, str) else ",".join(days_said)
    slot = read_slot(f"{said} {begins}-{ends}")
    if begins == ends:
        assert slot is None
        return
    assert slot is not None
    assert read_slot(slot.kept) == slot
    assert (slot.begins, slot.ends) == (time.fromisoformat(begins), time.fromisoformat(ends))
    assert check_answer(SLOT, SLOT.label_of(slot.kept)) == slot.kept
    if isinstance(days_said, list):
        assert {WEEKDAYS[day] for day in slot.weekdays} == set(days_said)


def test_a_slot_may_be_on_a_day_that_the_caller_says_as_on_the_phone() -> None:
    def day_of(said: str) -> date | None:
        return date(2026, 3, 17) + timedelta(days=1) if said == "tomorrow" else None

    slot = read_slot("tomorrow 10-12", day_of)
    assert slot is not None
    assert slot.kept == "2026-03-18 10:00-12:00"
    assert read_slot("whenever 10-12", day_of) is None


def test_periods_and_slots_are_shown_in_words() -> None:
    assert [PERIOD.label_of(kept) for kept in ("2026-09-30", "2026-09", "2026-Q3", "2026")] == [
        "30 Sep 2026",
        "Sep 2026",
        "Q3 2026",
        "2026",
    ]
    assert SLOT.label_of("tue,thu 09:00-11:00") == "Tue, Thu 09:00 to 11:00"
    assert SLOT.label_of("2026-03-19 10:00-12:00") == "19 Mar 2026 10:00 to 12:00"
    assert SLOT.label_of("as they said it") == "as they said it"
