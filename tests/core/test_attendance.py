"""Who attended for how long: cut off and back again is one stay, counted once (O4)."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualdesk.core.attendance import AttendanceReader, status, together
from qualdesk.core.columns import read_columns
from qualdesk.core.sources import Touchpoint, TouchpointKind

START = datetime(2026, 3, 11, 9, 45, tzinfo=UTC)
HEADINGS = ["Name", "Attended", "Join Time", "Time in Session (minutes)"]


def read(attended: str, joined: str, minutes: str) -> list[Touchpoint]:
    reader = AttendanceReader(read_columns(HEADINGS).columns, zone="UTC", day_first=False)
    return list(reader.read(["Anna", attended, joined, minutes]))


def stay(minutes: int, after: int = 0) -> Touchpoint:
    return Touchpoint(
        kind=TouchpointKind.ATTENDED,
        says=f"Attended {minutes} {'minute' if minutes == 1 else 'minutes'}",
        at=START + timedelta(minutes=after),
        value=str(minutes),
    )


NOTE = Touchpoint(kind=TouchpointKind.NOTE, says="Wants prices")


def test_a_stay_is_one_fact_with_its_start() -> None:
    assert read("Yes", "03/11/2026 09:45:00 AM", "34") == [stay(34)]
    assert read("Yes", "Mar 11, 2026 09:45:00", "34.4") == [stay(34)]
    assert read("", "", "1") == [
        Touchpoint(kind=TouchpointKind.ATTENDED, says="Attended 1 minute", value="1")
    ]


def test_who_did_not_come_is_said_to_have_registered() -> None:
    (done,) = read("No", "", "")
    assert (done.kind, done.says) == (TouchpointKind.NO_SHOW, "Registered, did not attend")
    (done,) = read("", "", "0")
    assert done.kind is TouchpointKind.NO_SHOW


def test_who_came_for_nobody_knows_how_long_attended() -> None:
    (done,) = read("Yes", "03/11/2026 09:45:00 AM", "")
    assert (done.says, done.at, done.value) == ("Attended", START, "")


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (("Yes", "noonish", "34"), ["Attended 34 minutes, from noonish"]),
        (("", "noonish", ""), ["Join Time: noonish"]),
        (("partly", "", ""), ["Attended: partly"]),
        (("Yes", "", "half an hour"), ["Attended", "Time in Session (minutes): half an hour"]),
    ],
)
def test_what_cannot_be_understood_is_kept_in_its_words(
    row: tuple[str, str, str], says: list[str]
) -> None:
    assert [done.says for done in read(*row)] == says


def test_how_somebody_stands_with_an_event_may_say_that_they_were_there() -> None:
    said = {
        words: status(words, "Ticket status").kind for words in ("Checked In", "No-show", "Paid")
    }
    assert list(said.values()) == [
        TouchpointKind.ATTENDED,
        TouchpointKind.NO_SHOW,
        TouchpointKind.OTHER,
    ]
    assert status("Paid", "Ticket status").says == "Ticket status: Paid"


def test_several_stays_are_one_with_the_sum_of_the_minutes() -> None:
    (one,) = together([stay(34), stay(16, after=40)])
    assert one == Touchpoint(
        kind=TouchpointKind.ATTENDED,
        says="Attended 50 minutes, joined 2 times",
        at=START,
        value="50",
    )


def test_everything_else_stays_where_it_was() -> None:
    before = Touchpoint(kind=TouchpointKind.DEMO, says="Watched the demo")
    joined = together([before, stay(34), NOTE, stay(16, after=40), NOTE])
    assert [done.says for done in joined] == [
        "Watched the demo",
        "Attended 50 minutes, joined 2 times",
        "Wants prices",
    ]


def test_a_row_that_stands_twice_is_not_counted_twice() -> None:
    assert together([stay(34), stay(34)]) == [stay(34)]
    assert together([stay(34), stay(30)])[0].value == "34", "the same start is the same stay"


def test_starts_nobody_can_date_for_certain_are_told_apart_by_their_words() -> None:
    """The order of day and month may be open; the minutes are known all the same."""
    rows = [read("Yes", start, "20") for start in ("3 or 4 pm", "5 pm", "5 pm")]
    (one,) = together(done for row in rows for done in row)
    assert (one.says, one.value, one.at) == (
        "Attended 40 minutes, joined 2 times, from 3 or 4 pm",
        "40",
        None,
    )
    (more,) = together([one, *read("Yes", "6 pm", "5")])
    assert more.says == "Attended 45 minutes, joined 3 times, from 3 or 4 pm"


def test_minutes_of_nobody_knows_when_are_not_added_up() -> None:
    untimed = [
        Touchpoint(kind=TouchpointKind.ATTENDED, says=f"Attended {n} minutes", value=str(n))
        for n in (20, 30)
    ]
    assert together(untimed) == untimed


stays = st.lists(st.builds(stay, st.integers(1, 600), st.integers(0, 5)), max_size=6)


@given(stays)
def test_the_sum_is_of_every_start_its_longest_stay(some: list[Touchpoint]) -> None:
    longest: dict[datetime | None, int] = {}
    for one in some:
        longest[one.at] = max(longest.get(one.at, 0), int(one.value))
    told = together([NOTE, *some])
    assert told[0] == NOTE
    if len(longest) > 1:
        (one,) = told[1:]
        assert int(one.value) == sum(longest.values())
        assert one.says.endswith(f"joined {len(longest)} times")
        assert one.at == min(longest)  # type: ignore[type-var]


@given(stays, st.integers(1, 600))
def test_putting_together_can_go_on(some: list[Touchpoint], minutes: int) -> None:
    more = stay(minutes, after=100)
    at_once, in_two_steps = together([*some, more]), together([*together(some), more])
    if len({one.at for one in some}) > 1 or not some:
        assert at_once == in_two_steps
