"""From groups of leads to numbers: each number means one thing, and places add up to all leads."""

from datetime import UTC, date, datetime
from itertools import product

import pytest

from qualdesk.core.errors import NotFound
from qualdesk.core.floor_counts import (
    FIGURES,
    buckets_of,
    days_of,
    figures_of,
    hours_of,
    source_of,
    sources_of,
    stand_label,
    stands_counted,
    stands_of,
)
from qualdesk.core.floor_figures import Board, Stands
from qualdesk.core.floor_lists import list_behind
from qualdesk.core.ids import CampaignId
from qualdesk.core.lead_groups import ANSWERED, CLOSED, LEFT, TAKEN, TRIES, WAITS, Group
from qualdesk.core.leads import Bucket
from qualdesk.core.sources import SourceType

WRONG = {"wrong_number", "bad_number"}
NOON = datetime(2026, 3, 30, 10, 0, tzinfo=UTC)


def group(state: str = "waiting", **changed: object) -> Group:
    fields = {
        "source": "trade_show",
        "is_giveaway": False,
        "state": state,
        "reason": "",
        "was_dialled": False,
        "was_reached": False,
        "sales": 0,
    }
    return Group(**(fields | changed))  # type: ignore[arg-type]


def test_a_group_is_written_as_its_key_and_read_back() -> None:
    for state, giveaway, dialled, reached in product(Bucket, *([[False, True]] * 3)):
        one = group(
            state.value,
            is_giveaway=giveaway,
            was_dialled=dialled,
            was_reached=reached,
            sales=LEFT | WAITS,
        )
        assert Group.from_key(one.key) == one


@pytest.mark.parametrize(
    ("one", "stand"),
    [
        (group(), "never_called"),
        (group(was_dialled=True), "try_again"),
        (group(was_reached=True), "try_again"),
        (group("research", reason="wrong_number"), "wrong_number"),
        (group("research", reason="language"), "research"),
        (group("unreachable", reason=f"{TRIES}busy"), "tried_out"),
        (group("unreachable", reason=f"{TRIES}bad_number"), "wrong_number"),
        (group("unreachable", reason=CLOSED), "window_closed"),
        (group("unreachable"), "unreachable"),
        (group("won"), "won"),
        (group("mislaid"), "mislaid"),
    ],
)
def test_each_lead_stands_at_one_place(one: Group, stand: str) -> None:
    assert one.stand(WRONG) == stand


def test_places_are_shown_in_their_order_and_those_nobody_knows_come_last() -> None:
    counts = {"mislaid": 1, "never_called": 3, "qualified": 2, "nurture": 0}
    shown = stands_counted(counts)
    assert [(one.code, one.leads) for one in shown] == [
        ("qualified", 2),
        ("never_called", 3),
        ("mislaid", 1),
    ]
    assert stand_label("try_again") == "Try again"
    assert not Stands(title="Fair", total=5, stands=shown).adds_up
    assert Stands(title="Fair", total=6, stands=shown).adds_up


def test_whom_a_caller_holds_is_with_a_caller_and_nowhere_else() -> None:
    groups = {group(): 3, group("qualified", was_reached=True): 2}
    held = {group(): 1}
    assert {one.code: one.leads for one in stands_of(groups, held, WRONG)} == {
        "qualified": 2,
        "never_called": 2,
        "with_caller": 1,
    }
    buckets = buckets_of(groups, held)
    assert buckets[Bucket.WAITING] == 2
    assert buckets[Bucket.WITH_CALLER] == 1
    assert sum(buckets.values()) == 5


def test_a_lead_in_no_bucket_keeps_the_board_from_adding_up() -> None:
    groups = {group("mislaid"): 1, group(): 1}
    stands, buckets = stands_of(groups, {}, WRONG), buckets_of(groups, {})
    board = Board(campaign=CampaignId(1), at=NOON, total=2, buckets=buckets, stands=stands)
    assert sum(one.leads for one in stands) == 2
    assert not board.adds_up


def test_what_came_back_from_sales_qualified_once_and_counts_so() -> None:
    came_back = group(was_dialled=True, was_reached=True, sales=LEFT | ANSWERED)
    taken = group("taken", was_dialled=True, was_reached=True, sales=LEFT | ANSWERED | TAKEN)
    waits = group("in_batch", was_dialled=True, was_reached=True, sales=LEFT | WAITS)
    figures = figures_of({came_back: 3, taken: 2, waits: 1, group(is_giveaway=True): 4})
    assert figures == {
        "called": 6,
        "finished": 3,
        "reached": 6,
        "cooperated": 6,
        "qualified": 6,
        "to_hand_off": 0,
        "handed": 6,
        "answered": 5,
        "taken": 2,
        "unanswered": 1,
        "giveaway": 4,
    }


def test_sources_are_the_largest_first_with_giveaways_apart() -> None:
    groups = {
        group(source="webinar", was_dialled=True): 5,
        group(source="trade_show"): 7,
        group(source="trade_show", is_giveaway=True): 9,
        group(source="carrier pigeon"): 1,
    }
    found = [(one.type, one.is_giveaway, one.leads, one.called) for one in sources_of(groups)]
    assert found == [
        (SourceType.TRADE_SHOW, False, 7, 0),
        (SourceType.WEBINAR, False, 5, 5),
        (SourceType.OTHER, False, 1, 0),
        (SourceType.TRADE_SHOW, True, 9, 0),
    ]
    assert sources_of(groups)[-1].label == "Trade show, came only for the giveaway"
    assert source_of("webinar") is SourceType.WEBINAR


def test_days_are_those_of_the_campaigns_clock_to_today_and_no_further() -> None:
    """Over the night in which clocks go forward, and with a call a clock set wrong put ahead."""
    late = quarter(datetime(2026, 3, 27, 23, 15, tzinfo=UTC))
    summer = quarter(datetime(2026, 3, 29, 22, 15, tzinfo=UTC))
    ahead = quarter(datetime(2026, 4, 9, 10, 0, tzinfo=UTC))
    days = days_of({late: 2, summer: 3, ahead: 1}, "Europe/Berlin", NOON)
    assert [(one.day, one.finished) for one in days] == [
        (date(2026, 3, 28), 2),
        (date(2026, 3, 29), 2),
        (date(2026, 3, 30), 6),
    ]
    assert days_of({late: 2}, "Asia/Kathmandu", NOON)[0].day == date(2026, 3, 28)
    assert [one.finished for one in days_of({}, "UTC", NOON)] == [0]


def test_hours_sum_outcomes_and_say_nothing_of_hours_without_calls() -> None:
    calls = [(0, 10, "busy", 3), (0, 10, "qualified", 2), (4, 9, "busy", 1), (4, 8, "busy", 0)]
    found = [
        (one.weekday, one.hour, one.dials, one.answered) for one in hours_of(calls, {"qualified"})
    ]
    assert found == [(0, 10, 5, 2), (4, 9, 1, 0)]


def test_every_number_has_a_list_that_counts_what_it_counts() -> None:
    groups = {group(): 3, group("taken", was_reached=True, sales=LEFT | ANSWERED | TAKEN): 2}
    figures = figures_of(groups)
    for code in FIGURES:
        found = list_behind(code, groups, {}, WRONG)
        assert found.total == figures[code]
        assert found.title
    assert list_behind("stand:with_caller", groups, {group(): 1}, WRONG).held
    assert list_behind("source:trade_show", groups, {}, WRONG).total == 5
    for code in ("dials", "source:pigeon", "source:list:demo"):
        with pytest.raises(NotFound):
            list_behind(code, groups, {}, WRONG)


def test_whoever_is_tried_again_is_looked_for_where_fewer_stand() -> None:
    few_called = {group(): 90, group(was_dialled=True): 5}
    many_called = {group(was_dialled=True): 5, group("nurture", was_dialled=True): 90}
    assert list_behind("stand:try_again", few_called, {}, WRONG).by == "called"
    assert list_behind("stand:try_again", many_called, {}, WRONG).by == ""


def quarter(at: datetime) -> int:
    return int(at.timestamp()) // 900
