"""The figures of the Floor in words: nothing that can be misread, no share of too few."""

from datetime import UTC, datetime
from typing import Any

import pytest

from qualdesk.core.floor_figures import Board, HourFigures, SourceFigures
from qualdesk.core.floor_words import (
    best_hours,
    best_span,
    compared,
    does_not_add_up,
    giveaway,
    hour_said,
    numbers,
    passed_on,
    percent,
    took,
)
from qualdesk.core.ids import CampaignId
from qualdesk.core.shares import Share
from qualdesk.core.sources import SourceType

SHOW, WEBINAR = SourceType.TRADE_SHOW, SourceType.WEBINAR


def board(**changed: Any) -> Board:
    at = datetime(2026, 3, 17, 9, tzinfo=UTC)
    values: dict[str, Any] = {"total": 640, "called": 412, "finished": 152, "reached": 128}
    values |= {"qualified": 45, "to_hand_off": 18, "handed": 32, "answered": 27, "taken": 21}
    return Board(campaign=CampaignId(1), at=at, buckets={}, **(values | changed))


def said(one: Board, **more: Any) -> dict[str, tuple[str, str, str]]:
    return {each.code: (each.of, each.says, each.meaning) for each in numbers(one, SHOW, **more)}


@pytest.mark.parametrize(
    ("yes", "of", "says"),
    [
        (2, 6, "2 of 6"),
        (0, 9, "0 of 9"),
        (64, 100, "64%"),
        (0, 40, "0%"),
        (40, 40, "100%"),
        (1, 412, "under 1%"),
        (411, 412, "over 99%"),
    ],
)
def test_a_share_is_never_all_or_none_where_it_is_not_and_of_few_a_count(
    yes: int, of: int, says: str
) -> None:
    assert percent(yes, of) == says


def test_the_five_numbers_say_what_they_are_of_and_what_that_means() -> None:
    found = said(board(unanswered=5, last_show=Share(yes=270, of=1000)), needed=176)
    assert found == {
        "called": ("of 640", "64% of the list", "text2"),
        "finished": ("of 640", "24 behind the needed pace", "warn"),
        "reached": ("of 412 called", "31%, last show 27%", "text2"),
        "qualified": ("of 128 reached", "35%, 18 wait for hand-off", "text2"),
        "taken": ("of 27 answered", "78%, 5 wait for an answer", "ok"),
    }


def test_the_norms_stand_beside_the_number_in_words() -> None:
    assert numbers(board(), SHOW)[0].norm == "Elsewhere 8 in 10 are never called"
    assert numbers(board(), WEBINAR)[0].norm == "Elsewhere 7 in 10 are never called"


def test_pace_is_ahead_behind_or_at_it_and_unknown_says_the_share() -> None:
    assert said(board(), needed=140)["finished"][1:] == ("12 ahead of the needed pace", "ok")
    assert said(board(), needed=152)["finished"][1:] == ("at the needed pace", "ok")
    assert said(board())["finished"][1:] == ("24% of the list", "text2")
    assert said(board(finished=640), needed=640)["finished"][1] == "the whole list"


def test_only_what_chance_does_not_explain_is_better_or_worse_than_last_time() -> None:
    meaning = {
        last: said(board(last_show=Share(yes=last, of=1000)))["reached"][2]
        for last in (150, 290, 480)
    }
    assert meaning == {150: "ok", 290: "text2", 480: "warn"}


def test_a_small_list_has_no_percentage_anywhere() -> None:
    small = board(
        total=7, called=4, finished=2, reached=3, qualified=1, to_hand_off=1, handed=0,
        answered=0, taken=0,
    )  # fmt: skip
    found = said(small)
    assert not any("%" in part for parts in found.values() for part in parts)
    assert found["called"][:2] == ("of 7", "3 were not called yet")
    assert found["taken"][:2] == ("", "none is with sales yet")
    assert passed_on(board(total=7, handed=1))[0].startswith("1 of 7 leads went on to sales.")
    assert giveaway(board(total=7, giveaway=2)) == "2 of 7 came only for the giveaway."


def test_nothing_yet_is_said_and_is_no_zero_of_zero() -> None:
    fresh = board(
        called=0, finished=0, reached=0, qualified=0, to_hand_off=0, handed=0, answered=0, taken=0
    )
    found = said(fresh)
    assert found["reached"][:2] == ("", "nobody was called yet")
    assert found["qualified"][:2] == ("", "nobody was reached yet")
    assert passed_on(fresh) == (
        "Nothing of the list went on to sales yet. The norm is no more than half.",
        "text2",
    )


def test_what_went_on_to_sales_and_the_norm_are_two_sentences() -> None:
    """“5% went on to sales, at most 50%” was read as a range."""
    says, meaning = passed_on(board())
    assert says == "5% of the list went on to sales. The norm is no more than half."
    assert meaning == "text2"
    assert passed_on(board(handed=400))[1] == "warn"


def test_shares_that_are_compared_say_how_far_chance_moves_them() -> None:
    assert compared(36, 92) == "39%, 36 of 92; chance alone makes it 30% to 49%"
    assert compared(2, 6) == "2 of 6"
    assert took(SourceFigures(type=SHOW, label="Show", leads=3)) == "none yet"
    assert took(SourceFigures(type=SHOW, label="Show", leads=30, answered=6, taken=3)) == "3 of 6"


def test_leads_that_stand_nowhere_are_counted_in_a_sentence() -> None:
    assert does_not_add_up(board()) == "640 leads are in the list, and 0 stand somewhere."


def hour(weekday: int, at: int, dials: int, answered: int) -> HourFigures:
    return HourFigures(weekday=weekday, hour=at, dials=dials, answered=answered)


def test_the_best_hours_need_enough_calls_and_take_their_like_beside_them() -> None:
    shares = {9: 8, 10: 18, 11: 17, 12: 9}
    hours = [hour(day, at, 40, answered) for day in range(5) for at, answered in shares.items()]
    assert best_span(hours) == (10, 12)
    assert best_hours(hours).startswith("Best: 10 to 12.")
    # One lucky call is no hour to call at.
    assert best_span([*hours, hour(0, 7, 1, 1)]) == (10, 12)
    assert best_hours([hour(0, 10, 6, 2)]) == "Best hours: too few (6; 30 needed)."
    assert best_hours([]).startswith("Nobody was called yet.")
    assert best_span([hour(0, 10, 40, 0)]) is None


def test_an_hour_is_read_aloud_as_a_sentence() -> None:
    assert hour_said("Monday", hour(0, 11, 120, 55)) == (
        "Monday, 11 to 12: 46% of 120 calls were answered"
    )
    assert hour_said("Monday", hour(0, 11, 6, 2)) == (
        "Monday, 11 to 12: 2 of 6 calls were answered"
    )
    assert hour_said("Monday", hour(0, 11, 0, 0)) == "Monday, 11 to 12: nobody was called"
