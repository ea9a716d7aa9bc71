"""Open leads in the few groups a forecast goes by: the same clock, much the same chances."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from math import log

from qualdesk.core.beliefs import (
    age_level,
    answer_levels,
    attempt_level,
    qualify_levels,
    standing_answer_levels,
)
from qualdesk.core.calling_rules import Interval
from qualdesk.core.forecast_facts import LeadGroup
from qualdesk.core.forecast_plan import shared_minutes
from qualdesk.core.odds import Odds
from qualdesk.core.outlook import hours_since
from qualdesk.core.times import local_time
from qualdesk.core.traits import Interest, Traits
from qualdesk.desk.forecast_reading import Material
from qualdesk.store.forecast_reading import OpenLeads

Clock = tuple[Interval, ...]


def grouped(
    read: Material,
    leads: Iterable[OpenLeads],
    opens: Mapping[int, Clock],
    shifts: Sequence[Interval],
) -> tuple[tuple[LeadGroup, ...], tuple[Clock, ...]]:
    """The leads in a few groups, and the clocks they are called by.

    ``opens`` are the open hours of each cell, ``shifts`` when anybody is at work before the close.
    """
    some = tuple(leads)
    of_cell, clocks = _clocks(some, opens, shifts)
    today = local_time(read.at, read.campaign.window.zone).date()
    width = read.campaign.limits.max_attempts
    chances = Chances(read)
    heaps: dict[_Key, _Heap] = {}
    for one in some:
        traits = Traits.from_key(one.traits)
        found = chances.of(traits)
        worth = round(2 * log(max(found[0] * found[1], _LEAST)))
        key = (of_cell.get(one.cell_id, 0), traits.interest is Interest.GIVEAWAY, worth)
        heaps.setdefault(key, _Heap([0] * width)).add(one, found, today)
    factors = [read.odds.of_answer("attempt", attempt_level(tries)) for tries in range(width)]
    groups = tuple(
        heap.group(key, factors, is_last=key[1] and read.giveaway_last)
        for key, heap in _few(heaps).items()
    )
    return groups, clocks


class Chances:
    """What is believed and learned of leads, on average over the hours in which they are called."""

    def __init__(self, read: Material) -> None:
        self._odds, self._now = read.odds, read.at
        start, end = read.campaign.limits.hours
        self._hours = range(start // 60, max(start // 60 + 1, -(-end // 60)))
        self._week = _mean(
            read.odds.of_answer("weekday", str(day)) for day in read.campaign.limits.days
        )
        self._known: dict[Traits, tuple[float, float]] = {}

    def of(self, traits: Traits) -> tuple[float, float]:
        """The chance of an answer, but for the number of the try, and that it then qualifies."""
        if traits not in self._known:
            self._known[traits] = (self._answer(traits), self._qualify(traits))
        return self._known[traits]

    def foretold(self, traits: Traits, hour: int, weekday: int) -> tuple[float, float]:
        """The chances of a call that was made then on their clock; -1 where nobody knew."""
        if hour < 0:
            answer, qualify = self.of(traits)
            return answer * self._odds.of_answer("attempt", attempt_level(traits.attempts)), qualify
        levels = answer_levels(traits, hour=hour, weekday=weekday, part=-1, age=None)
        answer = _product(self._odds, levels)
        return min(answer, self._odds.beliefs.cap), self._qualify(traits)

    def _answer(self, traits: Traits) -> float:
        standing = [one for one in standing_answer_levels(traits) if one[0] != "attempt"]
        clock = _mean(self._odds.clock[traits.role][hour % 24] for hour in self._hours)
        return min(_product(self._odds, standing) * clock * self._week, self._odds.beliefs.cap)

    def _qualify(self, traits: Traits) -> float:
        odds = self._odds
        age = hours_since(traits.anchor, self._now)
        levels = [one for one in qualify_levels(traits, age) if one[0] != "age"]
        chance = odds.beliefs.melting_of(traits).left(age) * odds.of_qualify("age", age_level(age))
        for factor, level in levels:
            chance *= odds.of_qualify(factor, level)
        return min(1.0, chance)


_Key = tuple[int, bool, int]


@dataclass
class _Heap:
    """Leads of one clock that are alike, while they are gathered."""

    leads: list[int]
    asleep: Counter[tuple[date, int]] = field(default_factory=Counter)
    promised: Counter[tuple[date, int]] = field(default_factory=Counter)
    answer: float = 0.0
    qualifies: float = 0.0
    total: int = 0

    def add(self, some: OpenLeads, chances: tuple[float, float], today: date) -> None:
        """Put these leads among them; ``chances`` are of an answer, and that one qualifies."""
        tries = min(some.attempts, len(self.leads) - 1)
        if some.state == "callback":
            self.promised[max(some.wakes or today, today), tries] += some.leads
        elif some.wakes is not None and some.wakes > today:
            self.asleep[some.wakes, tries] += some.leads
        else:
            self.leads[tries] += some.leads
        self._weigh(some.leads, *chances)

    def take(self, other: "_Heap") -> None:
        """Take other leads in as well."""
        self.leads = [one + more for one, more in zip(self.leads, other.leads, strict=True)]
        self.asleep += other.asleep
        self.promised += other.promised
        self._weigh(other.total, other.answer, other.qualifies)

    def group(self, key: _Key, factors: Sequence[float], *, is_last: bool) -> LeadGroup:
        """The same as a group; ``factors`` is what each try multiplies an answer with."""
        return LeadGroup(
            leads=tuple(self.leads),
            asleep=tuple((day, tries, count) for (day, tries), count in self.asleep.items()),
            promised=tuple((day, tries, count) for (day, tries), count in self.promised.items()),
            answers=tuple(self.answer * factor for factor in factors),
            qualifies=self.qualifies,
            clock=key[0],
            is_giveaway=key[1],
            is_last=is_last,
        )

    def _weigh(self, leads: int, answer: float, qualifies: float) -> None:
        self.total += leads
        if self.total:
            self.answer += (answer - self.answer) * leads / self.total
            self.qualifies += (qualifies - self.qualifies) * leads / self.total


def _few(heaps: dict[_Key, _Heap]) -> dict[_Key, _Heap]:
    """No more heaps than a redraw has time for: the smallest goes to the one most like it."""
    found = dict(sorted(heaps.items()))
    while len(found) > _GROUPS:
        smallest = min(found, key=lambda key: found[key].total)
        gone = found.pop(smallest)
        nearest = min(
            found,
            key=lambda key: (
                key[1] != smallest[1],
                key[0] != smallest[0],
                abs(key[2] - smallest[2]),
            ),
        )
        found[nearest].take(gone)
    return found


def _clocks(
    leads: Iterable[OpenLeads], opens: Mapping[int, Clock], shifts: Sequence[Interval]
) -> tuple[dict[int, int], tuple[Clock, ...]]:
    """Which clock each cell goes by: those of most leads, the others by the nearest of them.

    Near are those for whom callers have about as many minutes.
    """
    weights: Counter[Clock] = Counter()
    for one in leads:
        weights[opens.get(one.cell_id, ())] += one.leads
    kept = [spans for spans, _ in weights.most_common(_CLOCKS)] or [()]

    @cache
    def minutes(spans: Clock) -> float:
        return shared_minutes(spans, shifts)

    def nearest(spans: Clock) -> int:
        if spans in kept:
            return kept.index(spans)
        return min(range(len(kept)), key=lambda at: abs(minutes(kept[at]) - minutes(spans)))

    places = {spans: nearest(spans) for spans in weights}
    return {cell: places.get(spans, 0) for cell, spans in opens.items()}, tuple(kept)


def _product(odds: Odds, levels: Iterable[tuple[str, str]]) -> float:
    chance = 1.0
    for factor, level in levels:
        if level:
            chance *= odds.of_answer(factor, level)
    return chance


def _mean(values: Iterable[float]) -> float:
    some = list(values)
    return sum(some) / len(some) if some else 1.0


_CLOCKS = 4
_GROUPS = 10
_LEAST = 1e-6
