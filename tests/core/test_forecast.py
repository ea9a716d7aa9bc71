"""How a list may end by its close: in numbers, without a workspace."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from qualdesk.core.calling_rules import Interval
from qualdesk.core.forecast import Foreseen, foresee, needed_now, pace_needed
from qualdesk.core.forecast_draws import Draw, draws, pace_of
from qualdesk.core.forecast_facts import AtWork, DayCalled, Facts, LeadGroup, SeenCalls
from qualdesk.core.forecast_plan import merged, more_on, plan_of, shared_minutes
from qualdesk.core.forecast_run import run
from qualdesk.core.forecast_values import AS_IT_IS, Levers
from qualdesk.core.forecast_words import closed, how_it_ends, what_stands_in_the_way
from qualdesk.core.ids import CampaignId

# Tuesday 17 March 2026, nine o'clock; the window closes on Thursday week at 17:00.
AT = datetime(2026, 3, 17, 9, tzinfo=UTC)
CLOSES = datetime(2026, 3, 26, 17, tzinfo=UTC)
ANSWERS = (0.14, 0.13, 0.12, 0.11, 0.1, 0.1)


def _days(first: int, last: int, count: int = 40) -> tuple[Interval, ...]:
    """Each working day from ``first`` to ``last`` o'clock."""
    midnights = (AT.replace(hour=0) + timedelta(days=number) for number in range(count))
    return tuple(
        Interval(opens_at=day + timedelta(hours=first), closes_at=day + timedelta(hours=last))
        for day in midnights
        if day.weekday() < 5
    )


def _facts(leads: int = 600, callers: int = 2, **said: object) -> Facts:
    groups = (
        LeadGroup(leads=(leads // 2,), answers=ANSWERS, qualifies=0.2),
        LeadGroup(leads=(leads // 4,), answers=ANSWERS, qualifies=0.3, clock=1),
        LeadGroup(
            leads=(leads // 4,),
            answers=tuple(one / 2 for one in ANSWERS),
            qualifies=0.05,
            is_giveaway=True,
            is_last=True,
        ),
    )
    plain: dict[str, object] = {
        "groups": groups,
        "clocks": (_days(9, 17), _days(13, 20)),
        "callers": tuple(AtWork(name=f"{one}", shifts=_days(9, 17)) for one in range(callers)),
        "opens_at": AT,
        "closes_at": CLOSES,
    }
    made = {**plain, **said}
    return Facts(
        campaign=CampaignId(1), at=AT, zone="UTC", total=leads, finished=0, **made  # type: ignore[arg-type]
    )  # fmt: skip


def _ordered(seen: Foreseen) -> bool:
    bands = (seen.finished, seen.missed, seen.qualified, *(day.finished for day in seen.days))
    return all(band.low <= band.middle <= band.high for band in bands)


@pytest.mark.parametrize("callers", [0, 1, 3, 12])
def test_every_band_holds_its_middle_and_all_leads_are_somewhere(callers: int) -> None:
    seen = foresee(_facts(callers=callers))
    assert _ordered(seen)
    assert seen.finished.middle + seen.missed.middle == pytest.approx(600)
    assert seen.finished.low + seen.missed.high == pytest.approx(600)
    assert 0 <= seen.chance <= 1
    for day, after in zip(seen.days, seen.days[1:], strict=False):
        assert day.finished.middle <= after.finished.middle + 0.01


def test_the_same_facts_always_give_the_same() -> None:
    assert foresee(_facts()) == foresee(_facts())


def test_more_callers_never_miss_more() -> None:
    facts = _facts(callers=1)
    drawn = draws(facts)
    seen = [foresee(facts, Levers(callers=more), drawn) for more in range(6)]
    missed = [one.missed.middle for one in seen]
    assert missed == sorted(missed, reverse=True)
    assert missed[0] > missed[-1] + 100
    chances = [one.chance for one in seen]
    assert chances == sorted(chances)


def test_callers_who_come_later_help_less() -> None:
    facts = _facts(callers=1)
    days = [date(2026, 3, day) for day in (17, 19, 23, 26)]
    missed = [foresee(facts, Levers(callers=1, callers_from=day)).missed.middle for day in days]
    assert missed == sorted(missed)


def test_more_time_never_finishes_less() -> None:
    facts = _facts(callers=1)
    finished = [
        foresee(facts, Levers(closes_at=CLOSES + timedelta(days=days))).finished.middle
        for days in (0, 1, 4, 6, 8)
    ]
    assert finished == sorted(finished)
    assert finished[-1] > finished[0]


def test_fewer_tries_for_giveaways_leave_fewer() -> None:
    facts = _facts(callers=2)
    missed = [foresee(facts, Levers(giveaway_tries=tries)).missed.middle for tries in (1, 3, 6)]
    assert missed == sorted(missed)
    assert missed[0] < missed[-1]


def test_leads_whose_giveaway_tries_are_used_up_are_finished_at_once() -> None:
    group = LeadGroup(leads=(0, 0, 50), answers=ANSWERS, qualifies=0.1, is_giveaway=True)
    facts = _facts(50, groups=(group,))
    assert plan_of(facts, Levers(giveaway_tries=2)).finished == 50
    assert foresee(facts, Levers(giveaway_tries=2)).missed.middle == pytest.approx(0, abs=0.5)


def test_a_short_list_with_many_callers_is_finished_and_a_long_one_is_not() -> None:
    sure = foresee(_facts(12, callers=6, seen=SeenCalls(dials=900, answered=120, foretold=120)))
    assert sure.chance > 0.8
    assert foresee(_facts(3000, callers=1)).chance < 0.01


def test_leads_out_of_reach_are_missed_whoever_comes() -> None:
    seen = foresee(_facts(619, out_of_reach={"hours": 19}), Levers(callers=20))
    assert seen.missed.low >= 19
    assert seen.chance == 0


def test_calls_seen_move_the_chances_and_make_them_surer() -> None:
    poor = SeenCalls(dials=2000, answered=100, foretold=260, ended=60, foretold_qualified=20)
    before, after = draws(_facts()), draws(_facts(seen=poor))
    assert _mean(after) < 0.6 < _mean(before)
    assert _spread(after) < _spread(before) / 2


def _mean(drawn: tuple[Draw, ...]) -> float:
    return sum(one.answer[0] for one in drawn) / len(drawn)


def _spread(drawn: tuple[Draw, ...]) -> float:
    middle = _mean(drawn)
    return sum((one.answer[0] - middle) ** 2 for one in drawn)


def test_the_pace_is_learned_from_days_with_enough_to_do() -> None:
    """A day on which callers waited for leads says nothing of what they can do."""
    full = (DayCalled(shift=960, spent=480),) * 6
    idle = (*full, DayCalled(shift=960, spent=10, is_full=False))
    assert pace_of(full) == pace_of(idle)
    middle, unsure, daily = pace_of(full)
    assert 0.5 <= middle < 0.55
    assert pace_of(())[1] > unsure
    assert daily < pace_of(())[2] + 1e-9


def test_many_callers_even_each_other_out() -> None:
    assert pace_of((), heads=9)[2] < pace_of((), heads=1)[2]


def test_leads_promised_or_asleep_until_after_the_close_are_missed() -> None:
    late = ((date(2026, 4, 2), 1, 5),)
    group = LeadGroup(leads=(0,), asleep=late, promised=late, answers=ANSWERS, qualifies=0.1)
    facts = _facts(10, groups=(group,))
    assert group.total == 10
    assert plan_of(facts, AS_IT_IS).beyond == 10
    assert foresee(facts).missed.middle == pytest.approx(10, abs=1)


def test_a_clock_that_is_closed_while_all_work_leaves_its_leads() -> None:
    group = LeadGroup(leads=(40,), answers=ANSWERS, qualifies=0.1, clock=1)
    facts = _facts(40, groups=(group,), clocks=(_days(9, 17), _days(19, 22)))
    assert foresee(facts, Levers(callers=9)).missed.middle == pytest.approx(40, abs=1)


def test_planned_callers_count_and_borrowed_ones_bring_their_shifts() -> None:
    facts = _facts(callers=1, planned=((date(2026, 3, 19), 2),))
    assert more_on(facts, AS_IT_IS, date(2026, 3, 18)) == 0
    assert more_on(facts, Levers(callers=1), date(2026, 3, 19)) == 3
    lent = _facts(callers=1, others=(AtWork(name="Tom", shifts=_days(9, 17), share=0.0),))
    alone, both = plan_of(lent, AS_IT_IS), plan_of(lent, Levers(borrowed=("Tom",)))
    assert both.days[0].minutes == 2 * alone.days[0].minutes


def test_callers_more_work_house_hours_where_nobody_said_any() -> None:
    days = plan_of(_facts(callers=0), Levers(callers=1)).days
    assert days[0].minutes == 8 * 60
    assert not any(day.minutes for day in days if day.day.weekday() > 4)


def test_a_run_loses_no_lead() -> None:
    plan = plan_of(_facts(), AS_IT_IS)
    for draw in draws(_facts())[:8]:
        ended = run(plan, draw)
        assert ended.finished[-1] + ended.missed == pytest.approx(600)
        assert 0 <= ended.waiting <= ended.missed
        assert ended.luck >= 0


def test_spans_are_merged_and_shared_to_the_minute() -> None:
    nine, ten, eleven = (AT + timedelta(hours=hours) for hours in range(3))
    one, other = Interval(opens_at=nine, closes_at=ten), Interval(opens_at=ten, closes_at=eleven)
    assert merged([other, one]) == (Interval(opens_at=nine, closes_at=eleven),)
    assert shared_minutes((one, other), (Interval(opens_at=nine, closes_at=eleven),)) == 120
    assert shared_minutes((one,), (other,)) == 0


def test_the_pace_needed_is_even_over_the_working_days() -> None:
    needed = pace_needed(_facts(80))
    assert needed[0] == (date(2026, 3, 17), 10)
    weekend = [count for day, count in needed if day.weekday() > 4]
    assert weekend == [40, 40]
    assert needed[-1] == (date(2026, 3, 26), 80)
    assert needed_now(_facts(80)) == 0
    assert needed_now(replace(_facts(80), at=AT + timedelta(days=1, hours=4))) == 15
    assert pace_needed(_facts(closes_at=None)) == ()


def test_it_is_said_in_sentences() -> None:
    facts = _facts(callers=1)
    says = how_it_ends(facts, foresee(facts), CLOSES)
    assert "will probably not be finished by Thu 26 Mar (" in says
    sure = _facts(2, callers=9, seen=SeenCalls(dials=3000, answered=400, foretold=400))
    assert "All of it" in how_it_ends(sure, foresee(sure), CLOSES)
    why = what_stands_in_the_way({"hours": 1, "law": 2, "zone": 0, "research": 3, "closed": 4})
    assert "1 lead may only be called when nobody is at work" in why
    assert "2 leads may not be called: the law" in why
    assert "3 leads wait for somebody to find a number" in why
    assert "4 leads have no calling hours left" in why
    assert "what time it is" not in why
    over = closed(replace(facts, finished_then=600), CLOSES)
    assert over == "The window closed on Thu 26 Mar. All of it was finished by then."


def test_a_lever_is_answered_by_fewer_ways_where_each_takes_long() -> None:
    """A slider that moves is not made to wait by a long window."""
    facts = _facts(closes_at=AT + timedelta(days=110), clocks=(_days(9, 17, 150),) * 2)
    assert _ordered(foresee(facts))
