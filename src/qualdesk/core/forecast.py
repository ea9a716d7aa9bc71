"""How a list may end by its close: many ways things may be, gone through, and what they span."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import exp, sqrt
from statistics import NormalDist, fmean

from qualdesk.core.forecast_draws import Draw, draws
from qualdesk.core.forecast_facts import Facts
from qualdesk.core.forecast_plan import Plan, plan_of
from qualdesk.core.forecast_run import Ended, run
from qualdesk.core.forecast_values import AS_IT_IS, Band, ForecastDay, Levers
from qualdesk.core.frozen import frozen
from qualdesk.core.times import local_time


@frozen
class Foreseen:
    """What may become of a list by its close, in numbers; see ``Forecast`` for what they mean."""

    finished: Band
    missed: Band
    qualified: Band
    chance: float
    days: tuple[ForecastDay, ...]


def foresee(facts: Facts, levers: Levers = AS_IT_IS, drawn: Sequence[Draw] = ()) -> Foreseen:
    """How the list may end, as it is or with these levers.

    ``drawn`` are the draws of these facts (:func:`draws`), so that several levers share them.
    """
    plan = plan_of(facts, levers)
    ways = drawn or draws(facts)
    some = _of_them(ways, plan)
    ended = [run(plan, one) for one in some]
    never = float(sum(facts.out_of_reach.values()))
    missed = _band([_missed(one, never) for one in ended], least=never, most=_open(facts))
    return Foreseen(
        finished=Band(
            low=facts.total - missed.high,
            middle=facts.total - missed.middle,
            high=facts.total - missed.low,
        ),
        missed=missed,
        qualified=_band(
            [_Normal(facts.qualified + one.qualified, sqrt(one.qualified)) for one in ended],
            least=facts.qualified,
            most=facts.qualified + _open(facts),
        ),
        chance=0.0 if never else fmean(_all_finished(one) for one in ended),
        days=_days(facts, plan, ended),
    )


def pace_needed(facts: Facts) -> tuple[tuple[date, float], ...]:
    """How many should be finished by the end of each day, at an even pace over the working days."""
    if facts.closes_at is None:
        return ()
    first = local_time(facts.opens_at, facts.zone).date()
    last = local_time(facts.closes_at - timedelta(seconds=1), facts.zone).date()
    count = max(1, min((last - first).days + 1, _LONGEST))
    days = [first + timedelta(days=number) for number in range(count)]
    working = [day for day in days if day.weekday() in facts.workdays] or days
    done, needed = 0, []
    for day in days:
        done += day in working
        needed.append((day, facts.total * done / len(working)))
    return tuple(needed)


def needed_now(facts: Facts) -> int:
    """How many should be finished by now, of the working day in progress by its hours."""
    needed = pace_needed(facts)
    today = local_time(facts.at, facts.zone)
    before = [count for day, count in needed if day < today.date()]
    until = [count for day, count in needed if day <= today.date()]
    start, end = (before[-1] if before else 0.0), (until[-1] if until else 0.0)
    hours = today.hour + today.minute / 60
    share = min(1.0, max(0.0, (hours - _DAY[0]) / (_DAY[1] - _DAY[0])))
    return round(start + (end - start) * share)


@dataclass(frozen=True, slots=True)
class _Normal:
    """One way's number: its middle and how far luck reaches."""

    middle: float
    spread: float

    def below(self, value: float) -> float:
        """The chance that it is less than that."""
        if self.spread < _SMALL:
            return 1.0 if self.middle < value else 0.0
        return _NORMAL.cdf((value - self.middle) / self.spread)


def _missed(one: Ended, never: float) -> _Normal:
    # Below zero there is time to spare: how much of it says how likely luck takes it all.
    latent = one.missed if one.missed - one.waiting > 0 else one.missed - one.spare
    latent = max(latent, one.waiting - one.spare)
    spread = sqrt(one.luck + one.waiting)
    if one.spare > 0:
        return _Normal(never + one.waiting, sqrt(one.waiting + _ROOM))
    return _Normal(never + latent, spread)


def _all_finished(one: Ended) -> float:
    """The chance that nobody is left: there was time, and a try, for each."""
    unmet = one.missed - one.waiting
    spread = sqrt(one.luck + _ROOM)
    enough = _NORMAL.cdf((0.5 - (unmet if unmet > 0 else -one.spare)) / spread)
    return enough * exp(-one.waiting)


def _band(ways: Sequence[_Normal], *, least: float, most: float) -> Band:
    """The middle and the bounds of 80 cases in 100 of all ways together."""
    low, middle, high = (min(max(_quantile(ways, share), least), most) for share in (0.1, 0.5, 0.9))
    return Band(low=low, middle=middle, high=high)


def _quantile(ways: Sequence[_Normal], share: float) -> float:
    low = min(one.middle - 4 * one.spread for one in ways)
    high = max(one.middle + 4 * one.spread for one in ways)
    for _ in range(_STEPS):
        between = (low + high) / 2
        if fmean(one.below(between) for one in ways) < share:
            low = between
        else:
            high = between
    return (low + high) / 2


def _days(facts: Facts, plan: Plan, ended: Sequence[Ended]) -> tuple[ForecastDay, ...]:
    found = []
    for number, day in enumerate(plan.days):
        ways = []
        for one in ended:
            whole = one.finished[-1] - plan.finished
            share = (one.finished[number] - plan.finished) / whole if whole > _SMALL else 1.0
            luck = (one.luck + one.waiting) * share
            ways.append(_Normal(facts.finished + one.finished[number], sqrt(luck)))
        band = _band(ways, least=facts.finished, most=facts.total)
        found.append(ForecastDay(day=day.day, finished=band))
    return tuple(found)


def _of_them(ways: Sequence[Draw], plan: Plan) -> Sequence[Draw]:
    """Fewer ways where each takes long, so that a lever is answered while it moves."""
    steps = max(1, len(plan.days) * len(plan.cells))
    most = max(_FEWEST, min(len(ways), _WORK // steps))
    return ways[:most]


def _open(facts: Facts) -> float:
    return float(facts.total - facts.finished)


_NORMAL = NormalDist()
_SMALL = 1e-6
_ROOM = 0.25
_STEPS = 24
_LONGEST = 400
_FEWEST = 16
_WORK = 24_000
_DAY = (9.0, 17.0)
