"""The number a caller sees: whole, made of parts that add up, with the telling ones in front."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from index_makers import BERLIN, MOMENTS, NOW, TRAITS, make_ahead
from qualdesk.core.index import Odds, Part, explained, index_of, points
from qualdesk.core.leads import Signals
from qualdesk.core.priority import callback_reason, pinned_reason, priority_of, told_of
from qualdesk.core.sources import SourceType
from qualdesk.core.traits import Interest, Traits
from qualdesk.files.beliefs import shipped_beliefs

ODDS = Odds(shipped_beliefs())
VALUES = st.lists(st.floats(-0.05, 0.05), max_size=12)


def _parts(*values: float) -> tuple[Part, ...]:
    return tuple(
        Part(code=f"part {place}", says=f"Part {place}", value=value)
        for place, value in enumerate(values)
    )


@given(values=VALUES)
def test_whole_points_add_up_to_the_rounded_number(values: list[float]) -> None:
    """Q3: what a caller adds up is what the queue goes by."""
    found = priority_of(_parts(*values))
    assert found.points == sum(reason.points for reason in found.reasons) == points(sum(values))


@given(values=VALUES)
def test_no_part_is_a_point_or_more_away_from_what_it_is(values: list[float]) -> None:
    shown = {reason.code: reason.points for reason in priority_of(_parts(*values)).reasons}
    for part in _parts(*values):
        assert abs(shown.get(part.code, 0) - points(1) * part.value) <= 1


@given(traits=TRAITS, now=MOMENTS, rate=st.floats(0, 0.2), weight=st.sampled_from([0.5, 1.0, 3.0]))
def test_the_parts_of_every_lead_add_up_to_its_index(
    traits: Traits, now: datetime, rate: float, weight: float
) -> None:
    """Q3: for whatever lead at whatever time."""
    ahead = make_ahead(traits, now, weight=weight)
    found = priority_of(explained(ODDS, ahead, now, rate))
    assert found.points == sum(reason.points for reason in found.reasons)
    assert abs(found.points - points(index_of(ODDS, ahead, now, rate))) <= 1


def test_a_promise_stands_before_every_number_and_adds_nothing_to_it() -> None:
    """Q4: a due promise comes first because it is one, not because it is worth more."""
    due = callback_reason(NOW - timedelta(minutes=3), BERLIN, NOW)
    found = priority_of(_parts(0.05, 0.01), due)
    assert found.why_now[0].says == "Call back due 10:21"
    assert found.points == points(0.06)
    alone = priority_of((), due)
    assert (alone.points, alone.why_now) == (0, (due,))


def test_a_pin_is_told_before_the_rest() -> None:
    found = priority_of(_parts(0.02), None, pinned_reason())
    assert [reason.code for reason in found.why_now] == ["pinned", "part 0"]


def test_what_somebody_did_is_told_before_where_they_come_from() -> None:
    """Q2, Q3: the strip says what sets this lead apart, then the source."""
    asked = Traits(
        source=SourceType.TRADE_SHOW,
        asked=True,
        interest=Interest.ENGAGED,
        anchor=NOW - timedelta(hours=2),
    )
    found = priority_of(explained(ODDS, make_ahead(asked), NOW, 0.0))
    codes = [reason.code for reason in found.why_now]
    assert "asked" in codes
    assert "source" not in codes[:2]
    assert len(codes) <= 4


def test_what_one_of_them_did_is_told_about_that_one() -> None:
    """O4: the demo somebody watched is said, though leads that only look alike share a stack."""
    traits = Traits(source=SourceType.TRADE_SHOW, interest=Interest.ENGAGED)
    parts = explained(ODDS, make_ahead(traits), NOW, 0.0)
    shared = {part.code: part.says for part in parts}
    of_one = {part.code: part.says for part in told_of(parts, Signals(saw_demo=True))}
    assert shared["interest"] == "Did much at the source"
    assert of_one == {**shared, "interest": "Saw the demo"}
    assert told_of(parts, Signals()) == parts


def test_what_speaks_against_a_lead_is_in_the_parts_and_not_in_the_strip() -> None:
    found = priority_of(_parts(0.05, -0.01, 0.002))
    assert [reason.points for reason in found.reasons] == [300, -60, 12]
    assert [reason.points for reason in found.why_now] == [300, 12]


def test_a_part_that_comes_to_nothing_is_left_out_but_a_closing_window_is_told() -> None:
    """Q1: the clock on a list is seen on every lead, also where it moves nothing."""
    window = Part(code="window", says="Window closes Fri", value=0.0)
    small = Part(code="role", says="A specialist", value=0.00001)
    found = priority_of((*_parts(0.05), window, small))
    assert [reason.says for reason in found.reasons] == ["Part 0", "Window closes Fri"]


def test_a_lead_worth_nothing_has_no_reasons() -> None:
    assert priority_of(()) == priority_of(_parts(0.0))
    assert priority_of(()).points == 0
