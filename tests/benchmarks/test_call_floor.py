"""The simulated floor: the same seed is the same world, and its referee sees what is wrong."""

from dataclasses import replace

import pytest
from call_floor.bound import bound
from call_floor.clocks import DAY, HOUR, MINUTE, at_local, holds, local, next_in, seconds
from call_floor.floor import run
from call_floor.inverted import swapped
from call_floor.peers import Sorted, peers
from call_floor.people import FIRST, Person, World, make_world
from call_floor.referee import Referee
from call_floor.table import best_peer, page
from call_floor.talking import Talk, Talks
from call_floor.truth import Kind, drawn

CALLERS = (0, 1, 4, 5)
TUESDAY_TEN_IN_BERLIN = seconds(2026, 10, 20, 8)


def small(seed: int = 1, leads: int = 200) -> World:
    return make_world(seed, leads, callers=CALLERS)


def someone(world: World, zone: str = "Europe/Berlin", plan: str = "Trade show") -> Person:
    return next(
        person
        for person in world.people
        if person.zones == (zone,) and world.plans[person.plan].name == plan
    )


def a_talk(outcome: str = "no_answer", promise: float | None = None) -> Talk:
    return Talk(outcome=outcome, minutes=1, worth=0, promise=promise)


def test_the_same_seed_makes_the_same_world_and_another_seed_other_truths() -> None:
    first, again, other = small(), small(), small(2)
    assert first.truth == again.truth != other.truth
    assert [one.answers for one in first.people] == [one.answers for one in again.people]
    assert first.truth.answers[Kind.FORM] != other.truth.answers[Kind.FORM]


def test_the_same_order_in_the_same_world_brings_the_same() -> None:
    scores = [run(small(), peers(small())["random"]())[0] for _ in range(2)]
    assert scores[0] == scores[1]
    assert scores[0].dials > len(small().people)


def test_who_knows_the_truths_does_better_than_every_peer() -> None:
    world = make_world(3, 1500, callers=CALLERS)
    best = max(run(world, make())[0].total for make in peers(world).values())
    assert bound(world).total > best


@pytest.mark.parametrize("name", list(peers(make_world(1, 10))))
def test_no_peer_breaks_a_rule(name: str) -> None:
    """Q6: what is compared obeys the same rules."""
    world = small()
    score, _ = run(world, peers(world)[name]())
    assert score.violations == {}


def test_the_referee_sees_a_call_outside_the_hours() -> None:
    world = small()
    referee = Referee(world)
    referee.starts(someone(world), TUESDAY_TEN_IN_BERLIN - 2 * HOUR, 0)
    assert referee.violations == {"outside calling hours": 1}


def test_the_referee_asks_every_clock_somebody_may_be_under() -> None:
    """Nine in New York is eight in Chicago."""
    world = small()
    both = ("America/Chicago", "America/New_York")
    person = next(
        one
        for one in world.people
        if one.zones == both and world.plans[one.plan].hours == (9.0, 17.5)
    )
    referee = Referee(world)
    referee.starts(person, at_local("America/New_York", 20746, 9.1), 0)
    assert referee.violations == {"outside calling hours": 1}


def test_the_referee_sees_two_callers_on_one_lead_and_tries_too_soon() -> None:
    world = small()
    person = someone(world)
    referee = Referee(world)
    referee.starts(person, TUESDAY_TEN_IN_BERLIN, 0)
    referee.starts(person, TUESDAY_TEN_IN_BERLIN + MINUTE, 1)
    assert referee.violations == {"called by two at once": 1, "too soon after the last try": 1}


def test_the_referee_counts_tries_of_the_day_and_in_all() -> None:
    world = small()
    person = someone(world)
    referee = Referee(world)
    for day in range(3):
        for hour in range(3):
            referee.starts(person, TUESDAY_TEN_IN_BERLIN + day * DAY + hour * HOUR, 0)
            referee.ends(person, a_talk())
    assert referee.violations == {"too many tries in a day": 3, "too many tries": 3}


def test_the_referee_sees_a_call_before_the_promised_time_or_after_the_last_word() -> None:
    """Q4: never before it."""
    world = small()
    person = someone(world)
    referee = Referee(world)
    referee.starts(person, TUESDAY_TEN_IN_BERLIN, 0)
    referee.ends(person, a_talk("callback_fixed", TUESDAY_TEN_IN_BERLIN + 3 * HOUR))
    referee.starts(person, TUESDAY_TEN_IN_BERLIN + 2 * HOUR, 0)
    assert referee.violations == {"before a promised time": 1}
    referee.ends(person, a_talk("do_not_call"))
    referee.starts(person, TUESDAY_TEN_IN_BERLIN + DAY, 0)
    assert referee.violations["called after the last word"] == 1


@pytest.mark.parametrize(("after", "is_late"), [(0, False), (300, False), (301, True)])
def test_a_promise_is_late_after_five_minutes(after: float, is_late: bool) -> None:
    world = small()
    person = someone(world)
    referee = Referee(world)
    referee.starts(person, TUESDAY_TEN_IN_BERLIN, 0)
    referee.ends(person, a_talk("callback_fixed", TUESDAY_TEN_IN_BERLIN + 3 * HOUR))
    referee.starts(person, TUESDAY_TEN_IN_BERLIN + 3 * HOUR + after, 1)
    assert referee.violations == {}
    assert bool(referee.late) is is_late


def test_a_promise_that_nobody_kept_is_late() -> None:
    world = small()
    referee = Referee(world)
    referee.starts(someone(world), TUESDAY_TEN_IN_BERLIN, 0)
    due = TUESDAY_TEN_IN_BERLIN + 3 * HOUR
    referee.ends(someone(world), a_talk("callback_fixed", due))
    referee.closes(due + DAY)
    assert referee.on_time == 0


def test_a_queue_that_forgets_the_rules_is_found_out() -> None:
    """A planted fault: everybody may be called at any time and again at once."""

    class Careless(Sorted):
        def take(self, caller: int, at: float) -> Person | None:
            self._resting = [(0.0, number) for _, number in self._resting]
            for case in self._cases.values():
                case.spans = ((0.0, 1e12),)
            return super().take(caller, at)

    world = small()
    score, _ = run(world, Careless(world, lambda case: (case.person.id,)), until=FIRST + 2 * DAY)
    assert score.violations["outside calling hours"]
    assert score.violations["too soon after the last try"]


def test_somebody_away_or_behind_a_wrong_number_is_never_reached() -> None:
    world = small()
    person = replace(someone(world), away=(0.0, 1e12), wrong=[False, False])
    talks = Talks(world)
    assert talks.answer_chance(person, TUESDAY_TEN_IN_BERLIN, promised=False) == 0
    lost = replace(someone(world), wrong=[True, True], spare="")
    talk = talks.dial(lost, TUESDAY_TEN_IN_BERLIN, 0, promised=False)
    assert talk.outcome in {"wrong_number", "bad_number"}
    assert talk.worth == 0


def test_interest_melts_but_not_to_nothing() -> None:
    for seed in range(1, 6):
        truth = drawn(seed)
        for kind in Kind:
            left = [truth.left(kind, hours * HOUR) for hours in (0, 1, 24, 300)]
            assert left == sorted(left, reverse=True)
            assert left[0] == pytest.approx(1)
            assert left[-1] > 0


def test_clocks_go_back_in_europe_in_the_middle_of_the_fortnight() -> None:
    before, after = (at_local("Europe/Berlin", 20744 + day, 9) for day in (2, 9))
    assert after - before == 7 * DAY + HOUR
    assert local("Europe/Berlin", after) == (20753, 1, 9.0)
    spans = ((10.0, 20.0), (30.0, 40.0))
    assert [holds(spans, at) for at in (9, 10, 20, 30)] == [False, True, False, True]
    assert [next_in(spans, at) for at in (5, 15, 20, 41)] == [10, 15, 30, None]


def test_beliefs_upside_down_change_places_and_nothing_else() -> None:
    assert swapped({"a": 1, "b": 2, "c": 3}) == {"a": 3, "b": 2, "c": 1}


def test_the_page_says_who_was_best_and_what_was_broken() -> None:
    def line(policy: str, worth: float, seed: int) -> dict[str, object]:
        return {
            "scenario": "balanced",
            "seed": seed,
            "policy": policy,
            "worth": [worth, worth],
            "drawn": 3,
            "dials": 10,
            "violations": {"called by two at once": 1} if policy == "qualdesk" else {},
            "promises": 100,
            "late": 2,
            "load": 1.5,
            "on": "2026-11-22",
        }

    each = (("list order", 20.0), ("random", 30.0), ("bound", 50.0), ("qualdesk", 45.0))
    lines = [line(policy, worth, seed) for policy, worth in each for seed in (1, 2)]
    runs = {policy: [one for one in lines if one["policy"] == policy] for policy, _ in each}
    assert best_peer(runs) == ("random", 60)
    text = page(lines, callers=4)
    assert "| balanced | 0.900 (aim 0.89) | 1.500 (aim 1.05), random | 2.25 |" in text
    assert "| balanced | 20 | 2 | 200 | 98.00% |" in text
