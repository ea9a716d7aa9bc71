"""What calls teach: nothing without calls, the truth with many, and never more than they say."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from math import isclose
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index_makers import BERLIN, NOW, TRAITS, make_ahead
from qualdesk.core.beliefs import ANSWER_LEVELS, QUALIFY_LEVELS, Beliefs, answer_levels
from qualdesk.core.calling_rules import day_part
from qualdesk.core.index import Odds, chances, index_of
from qualdesk.core.learning import (
    NOTHING_LEARNED,
    Found,
    Tally,
    learn,
    learned_from_plain,
    learned_to_plain,
)
from qualdesk.core.sources import SourceType
from qualdesk.core.traits import Interest, Role, Traits
from qualdesk.files.beliefs import shipped_beliefs

BELIEFS = shipped_beliefs()
TALLIES = st.builds(
    lambda dials, answered, qualified, **rest: Tally(
        dials=dials,
        answered=min(dials, answered),
        qualified=min(dials, answered, qualified),
        **rest,
    ),
    traits=TRAITS,
    hour=st.integers(-1, 23),
    weekday=st.integers(-1, 6),
    part=st.integers(0, 3),
    age=st.none() | st.floats(0, 2000),
    dials=st.integers(0, 60),
    answered=st.integers(0, 60),
    qualified=st.integers(0, 60),
    unanswered_time=st.integers(0, 400).map(lambda minutes: timedelta(minutes=minutes)),
    answered_time=st.integers(0, 4000).map(lambda minutes: timedelta(minutes=minutes)),
)


def make_tally(traits: Traits, dials: int, answered: int, qualified: int = 0, **at: int) -> Tally:
    """Calls at ten on a Tuesday, where no other time is given."""
    when = {"hour": 10, "weekday": 1, "part": 0, **at}
    return Tally(traits=traits, dials=dials, answered=answered, qualified=qualified, **when)


def test_a_floor_without_calls_goes_by_its_beliefs() -> None:
    assert learn(BELIEFS, []) == replace(
        NOTHING_LEARNED,
        unanswered_minutes=BELIEFS.unanswered_minutes,
        conversation_minutes=BELIEFS.conversation_minutes,
    )
    taught, untaught = Odds(BELIEFS, learn(BELIEFS, [])), Odds(BELIEFS)
    assert taught.answer == untaught.answer == BELIEFS.answer
    assert taught.qualify == untaught.qualify
    assert taught.minutes == untaught.minutes


@given(tallies=st.lists(TALLIES, max_size=25), seed=st.integers(0, 99))
def test_the_same_calls_always_teach_the_same(tallies: list[Tally], seed: int) -> None:
    learned = learn(BELIEFS, tallies)
    assert learn(BELIEFS, tallies) == learned
    shuffled = list(tallies)
    Random(seed).shuffle(shuffled)
    other = learn(BELIEFS, shuffled)
    for factor, levels in learned.answer.items():
        for level, found in levels.items():
            assert isclose(found.value, other.answer[factor][level].value, rel_tol=0.02)


@given(tallies=st.lists(TALLIES, max_size=25))
def test_what_is_learned_is_a_chance_with_bounds_around_it(tallies: list[Tally]) -> None:
    learned = learn(BELIEFS, tallies)
    assert learned.calls == sum(tally.dials for tally in tallies)
    for side, known in ((learned.answer, ANSWER_LEVELS), (learned.qualify, QUALIFY_LEVELS)):
        for factor, levels in side.items():
            assert levels.keys() <= set(known[factor])
            for found in levels.values():
                assert 0 <= found.low < found.value < found.high
                assert found.says
    for answer, qualify, minutes in [
        chances(Odds(BELIEFS, learned), make_ahead(tally.traits), NOW) for tally in tallies
    ]:
        assert 0 < answer <= BELIEFS.cap
        assert 0 < qualify <= 1
        assert minutes > 0


@given(tallies=st.lists(TALLIES, max_size=10))
def test_what_was_learned_is_kept_as_plain_text(tallies: list[Tally]) -> None:
    learned = learn(BELIEFS, tallies)
    assert learned_from_plain(json.loads(json.dumps(learned_to_plain(learned)))) == learned


@given(
    answered=st.integers(0, 40), more=st.integers(1, 40), source=st.sampled_from(list(SourceType))
)
def test_more_answers_never_lower_a_chance(answered: int, more: int, source: SourceType) -> None:
    traits = Traits(source=source)
    few = learn(BELIEFS, [make_tally(traits, 100, answered)])
    many = learn(BELIEFS, [make_tally(traits, 100, answered + more)])
    ahead = make_ahead(traits)
    assert chances(Odds(BELIEFS, many), ahead, NOW)[0] >= chances(Odds(BELIEFS, few), ahead, NOW)[0]


def test_a_level_is_what_was_seen_beside_what_was_expected() -> None:
    """``(k + seen) / (k + expected)``, for a factor nothing else has a part in."""
    alone = Beliefs(answer={"source": {"list": 0.1}}, qualify={"source": {"list": 0.1}})
    learned = learn(alone, [make_tally(Traits(source=SourceType.LIST), 1000, 300)])
    # All factors of these calls share what they showed; together they foretell what was seen.
    foretold = 0.1
    for levels in learned.answer.values():
        for one in levels.values():
            if one.calls:
                foretold *= one.times
    assert foretold == pytest.approx(0.3, rel=0.05)
    found = learned.answer["source"]["list"]
    assert found.calls == 1000
    assert found.seen == 300


def test_a_few_calls_hardly_move_a_belief() -> None:
    """Three lucky calls are no truth; the page says that they are too few."""
    traits = Traits(source=SourceType.LIST)
    learned = learn(BELIEFS, [make_tally(traits, 3, 3, 3)])
    found = learned.answer["source"]["list"]
    assert found.says == "too few to say"
    assert not found.is_sure
    assert found.believed < found.value < 1.5 * found.believed
    assert found.calls == 3


def test_many_calls_say_plainly_that_a_belief_was_wrong() -> None:
    traits = Traits(source=SourceType.LIST)
    other = Traits(source=SourceType.TRADE_SHOW)
    learned = learn(BELIEFS, [make_tally(traits, 2000, 600), make_tally(other, 2000, 280)])
    assert learned.answer["source"]["list"].says == "more than believed"
    assert learned.answer["source"]["trade_show"].says == "less than believed"


def test_a_list_nobody_answers_from_is_told_from_a_floor_that_is_answered() -> None:
    traits = Traits(source=SourceType.LIST)
    other = Traits(source=SourceType.TRADE_SHOW)
    silent = [make_tally(traits, 2000, 0), make_tally(other, 2000, 280)]
    found = learn(BELIEFS, silent).answer["source"]
    assert found["list"].says == "less than believed"
    assert found["list"].value < 0.02
    assert found["trade_show"].times > 0.8


def test_beliefs_weigh_less_where_others_of_their_kind_proved_wrong() -> None:
    """The same thirty calls to a webinar: believed on a floor whose other sources were as told."""

    def webinar_after(answered: int) -> float:
        known = make_tally(Traits(source=SourceType.TRADE_SHOW), 2000, answered)
        webinar = Traits(source=SourceType.WEBINAR, interest=Interest.LOOKED)
        learned = learn(BELIEFS, [known, make_tally(webinar, 30, 12)])
        return learned.answer["source"]["webinar"].times

    assert webinar_after(answered=1200) > 1.2 * webinar_after(answered=330)


def test_what_came_as_believed_is_said_to_be_so() -> None:
    traits = Traits(source=SourceType.TRADE_SHOW)
    chance = 1.0
    for factor, level in answer_levels(traits, hour=10, weekday=1, part=0, age=None):
        chance *= BELIEFS.answer.get(factor, {}).get(level, 1.0)
    learned = learn(BELIEFS, [make_tally(traits, 1000, round(1000 * chance))])
    assert learned.answer["source"]["trade_show"].says == "as believed"
    assert learned.answer["source"]["trade_show"].times == pytest.approx(1.0, abs=0.01)


def test_an_hour_lends_half_of_what_it_shows_to_the_hours_beside_it() -> None:
    traits = Traits(source=SourceType.TRADE_SHOW, role=Role.HEAD)
    learned = learn(
        BELIEFS, [make_tally(traits, 500, 200, hour=14), make_tally(traits, 500, 30, hour=9)]
    )
    hours = learned.answer["hour"]
    assert hours["14"].times > hours["13"].times > 1.0
    assert hours["15"].times > 1.0
    assert hours["9"].times < hours["8"].times < 1.0
    assert hours["13"].calls == 0
    assert "12" not in hours
    assert learned.answer["role_hour"].keys() == {f"head {hour}" for hour in (8, 9, 10, 13, 14, 15)}


def test_no_hour_is_lent_from_before_midnight_or_after_it() -> None:
    traits = Traits(source=SourceType.TRADE_SHOW)
    learned = learn(
        BELIEFS, [make_tally(traits, 50, 5, hour=0), make_tally(traits, 50, 5, hour=23)]
    )
    assert learned.answer["hour"].keys() == {"0", "1", "22", "23"}


def test_calls_at_an_unknown_hour_teach_all_but_the_hour() -> None:
    traits = Traits(source=SourceType.LIST)
    learned = learn(BELIEFS, [make_tally(traits, 500, 200, hour=-1, weekday=-1)])
    assert "hour" not in learned.answer
    assert "weekday" not in learned.answer
    assert learned.answer["source"]["list"].times > 1.5


def test_the_minutes_are_those_of_the_floor() -> None:
    traits = Traits(source=SourceType.LIST)
    tally = replace(
        make_tally(traits, 1000, 100),
        unanswered_time=timedelta(minutes=900),
        answered_time=timedelta(minutes=1200),
    )
    learned = learn(BELIEFS, [tally])
    assert learned.unanswered_minutes == pytest.approx(1.0, rel=0.05)
    assert learned.conversation_minutes == pytest.approx(12.0, rel=0.1)


def test_a_call_left_open_over_night_and_a_clock_that_stood_still_teach_little() -> None:
    traits = Traits(source=SourceType.LIST)
    forgotten = replace(make_tally(traits, 100, 50), answered_time=timedelta(days=100))
    learned = learn(BELIEFS, [forgotten])
    assert learned.conversation_minutes == 4 * BELIEFS.conversation_minutes
    stood_still = learn(BELIEFS, [make_tally(traits, 10_000, 5_000)])
    assert stood_still.unanswered_minutes == BELIEFS.unanswered_minutes / 4


@given(tallies=st.lists(TALLIES, max_size=5))
def test_beliefs_that_weigh_next_to_nothing_break_nothing(tallies: list[Tally]) -> None:
    light = replace(BELIEFS, answer_strength=0.1, qualify_strength=0.1, source_strength=0.01)
    learned = learn(light, tallies)
    for levels in (*learned.answer.values(), *learned.qualify.values()):
        for found in levels.values():
            assert 0 <= found.low <= found.value <= found.high


def test_a_found_level_says_how_it_stands() -> None:
    found = Found(believed=1.0, value=1.2, seen=60, expected=50, calls=400, low=1.05, high=1.4)
    assert found.says == "more than believed"
    assert found.times == 1.2
    assert replace(found, low=0.9).says == "as believed"
    assert replace(found, seen=3, expected=2).says == "too few to say"


# A floor with a truth of its own: nothing in it is a belief of ours.
TRUTH = {
    "contact_form": (0.30, 0.40),
    "trade_show": (0.14, 0.20),
    "webinar": (0.12, 0.15),
    "content_download": (0.10, 0.08),
    "list": (0.06, 0.03),
}
HOURS = {9: 0.8, 10: 1.3, 11: 1.2, 12: 0.7, 13: 0.8, 14: 1.0, 15: 1.1, 16: 1.1}


def upside_down(beliefs: Beliefs) -> Beliefs:
    """The same beliefs with the best source thought the worst, and the best hour too."""

    def turned(levels: Mapping[str, float]) -> dict[str, float]:
        ranked = sorted(levels, key=lambda level: levels[level])
        return {level: levels[other] for level, other in zip(ranked, reversed(ranked), strict=True)}

    return replace(
        beliefs,
        answer={
            **beliefs.answer,
            "source": turned(beliefs.answer["source"]),
            "hour": turned(beliefs.answer["hour"]),
        },
        qualify={**beliefs.qualify, "source": turned(beliefs.qualify["source"])},
    )


class Floor:
    """Leads from five sources; each quarter of an hour those are called that stand first.

    A fifth of the calls go down the list, since the best stacks have nobody rested left.
    """

    def __init__(self, beliefs: Beliefs, seed: int) -> None:
        self.beliefs = beliefs
        self.tallies: list[Tally] = []
        self._chance = Random(seed)

    def works(self, hour: int, dials: int = 25) -> float:
        """An hour of calls, four times so many; what is expected to qualify by the truth."""
        odds = Odds(self.beliefs, learn(self.beliefs, self.tallies))
        won = 0.0
        for quarter in range(4):
            now = NOW.replace(hour=hour - 1, minute=15 * quarter)
            stacks = [make_ahead(Traits(source=SourceType(source)), now) for source in TRUTH]
            best = sorted(stacks, key=lambda one: -index_of(odds, one, now, 0.0))
            for place, share in enumerate((20, 5)):
                won += self._calls(best[place].traits, hour, share * dials // 25)
        return won

    def _calls(self, traits: Traits, hour: int, dials: int) -> float:
        answers, qualifies = TRUTH[traits.source.value]
        answers *= HOURS[hour]
        answered = sum(self._chance.random() < answers for _ in range(dials))
        qualified = sum(self._chance.random() < qualifies for _ in range(answered))
        part = day_part(NOW.replace(hour=hour - 1), BERLIN)
        self.tallies.append(make_tally(traits, dials, answered, qualified, hour=hour, part=part))
        return dials * answers * qualifies


IDEAL = sum(
    4 * share * answers * qualifies * sum(HOURS.values())
    for share, (answers, qualifies) in zip((20, 5), TRUTH.values(), strict=False)
)


@pytest.mark.parametrize("seed", range(3))
def test_beliefs_that_are_upside_down_are_found_out_within_two_weeks(seed: int) -> None:
    """Ten days of eight hours: the floor ends up calling in the right order."""
    floor = Floor(upside_down(BELIEFS), seed)
    days = [sum(floor.works(hour) for hour in HOURS) for _ in range(10)]
    assert days[0] < 0.7 * IDEAL
    assert sum(days[-3:]) / 3 > 0.9 * IDEAL


def test_right_beliefs_cost_little_to_be_doubted() -> None:
    """What goes to find out about neglected sources is a small share of the calls."""
    floor = Floor(BELIEFS, seed=7)
    days = [sum(floor.works(hour) for hour in HOURS) for _ in range(10)]
    assert sum(days) > 0.9 * 10 * IDEAL
    assert days[-1] > 0.97 * IDEAL


def test_the_true_hours_come_out_of_the_calls() -> None:
    floor = Floor(upside_down(BELIEFS), seed=5)
    for _ in range(10):
        for hour in HOURS:
            floor.works(hour)
    believed = Odds(floor.beliefs).clock[Role.UNKNOWN]
    assert believed[10] < believed[12]
    clock = Odds(floor.beliefs, learn(floor.beliefs, floor.tallies)).clock[Role.UNKNOWN]
    assert clock[10] > 1.2 * clock[12]
    assert clock[11] > clock[9]


def test_interest_that_does_not_melt_as_believed_is_learned_by_its_age() -> None:
    show = Traits(source=SourceType.TRADE_SHOW, interest=Interest.LOOKED)
    tallies = [
        replace(make_tally(show, 800, 400, qualified), age=age)
        for age, qualified in ((10.0, 80), (300.0, 80))
    ]
    learned = learn(BELIEFS, tallies)
    ages = learned.qualify["age"]
    assert ages["old"].times > 1.3 > ages["day"].times
    assert ages["old"].says == "more than believed"
