"""What would close the gap of a list: the cheapest change of each kind, each tried."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import TypeAlias

from qualdesk.core.forecast import Foreseen, foresee
from qualdesk.core.forecast_draws import Draw
from qualdesk.core.forecast_facts import Facts
from qualdesk.core.forecast_values import Closing, Forecast, Levers
from qualdesk.core.forecast_words import closing_words
from qualdesk.core.times import instant_of, local_time

_Tried: TypeAlias = tuple[float, Levers, Foreseen]
"""What a change leaves beyond the leads nobody may call, the change, and all it would do."""
_NOBODY: Mapping[str, str] = MappingProxyType({})


def closings_of(
    facts: Facts, now: Forecast, drawn: Sequence[Draw], borrow: Mapping[str, str] = _NOBODY
) -> tuple[Closing, ...]:
    """What closes the gap, the cheapest first: fewer giveaway tries, callers, a longer window.

    Leads nobody may call whoever comes are no gap that any of these could close. A kind that
    cannot close it alone is named with what it leaves, where that is at most half; where none
    does even that, the one that leaves least. ``borrow``: who could come from another campaign, by
    name, and how they are shown.
    """
    if now.missed is None or facts.closes_at is None or facts.finished_then is not None:
        return ()
    never = sum(facts.out_of_reach.values())
    gap = now.missed.middle - never
    if gap < 1:
        return ()
    search = _Search(facts, drawn, never, gap, borrow)
    found = (
        search.first(_fewer_tries(facts)),
        search.first(Levers(borrowed=(name,)) for name in list(borrow)[:1]),
        search.callers(),
        search.first(_longer(facts)),
    )
    some = tuple(one for one in found if one is not None)
    return some or search.least()


class _Search:
    """Changes of one kind after the other, each tried."""

    def __init__(
        self,
        facts: Facts,
        drawn: Sequence[Draw],
        never: int,
        gap: float,
        shown: Mapping[str, str],
    ) -> None:
        self._facts, self._drawn, self._never, self._gap = facts, drawn, never, gap
        self._shown = shown
        self._least: _Tried | None = None

    def first(self, some: Iterator[Levers]) -> Closing | None:
        """The first that closes the gap; else the one that leaves least, when that is half."""
        best: _Tried | None = None
        for levers in some:
            left, seen = self._left(levers)
            if best is None or left < best[0]:
                best = (left, levers, seen)
            if left < _CLOSED:
                break
        if best is not None and (self._least is None or best[0] < self._least[0]):
            self._least = best
        return None if best is None or best[0] > self._gap / 2 else self._said(best)

    def least(self) -> tuple[Closing, ...]:
        """Of all that was tried the one that leaves least, where it helps a lead at all."""
        best = self._least
        return (self._said(best),) if best is not None and best[0] <= self._gap - 1 else ()

    def callers(self) -> Closing | None:
        """So many callers more as it takes, from the last day on that is early enough."""
        days = _workdays(self._facts)
        found = (
            self.first(
                Levers(callers=count, callers_from=days[0]) for count in range(1, _CALLERS + 1)
            )
            if days
            else None
        )
        if found is None or self._left(found.levers)[0] >= _CLOSED:
            return found
        low, high = 0, len(days) - 1
        while low < high:
            middle = (low + high + 1) // 2
            later = replace(found.levers, callers_from=days[middle])
            low, high = (middle, high) if self._left(later)[0] < _CLOSED else (low, middle - 1)
        levers = replace(found.levers, callers_from=days[low])
        seen = self._left(levers)[1]
        return Closing(says=closing_words(self._facts, levers, seen), levers=levers)

    def _said(self, best: _Tried) -> Closing:
        # Who is shown as a seat is not told by name.
        names = tuple(self._shown[name] for name in best[1].borrowed)
        levers = replace(best[1], borrowed=names)
        return Closing(says=closing_words(self._facts, levers, best[2]), levers=levers)

    def _left(self, levers: Levers) -> tuple[float, Foreseen]:
        seen = foresee(self._facts, levers, self._drawn)
        return seen.missed.middle - self._never, seen


def _fewer_tries(facts: Facts) -> Iterator[Levers]:
    if not facts.giveaway_open:
        return
    now = min(facts.giveaway_tries or facts.max_tries, facts.max_tries)
    for tries in range(now - 1, 0, -1):
        yield Levers(giveaway_tries=tries)


def _longer(facts: Facts) -> Iterator[Levers]:
    """The window longer by working days, at the same time of the day on the campaign's clock."""
    assert facts.closes_at is not None
    wall, added = local_time(facts.closes_at, facts.zone).replace(tzinfo=None), 0
    for _ in range(_DAYS):
        wall += timedelta(days=1)
        if (wall - timedelta(seconds=1)).weekday() in facts.workdays:
            added += 1
            if added in _TRIED:
                yield Levers(closes_at=instant_of(wall, facts.zone))


def _workdays(facts: Facts) -> list[date]:
    """The working days until the close, today first."""
    assert facts.closes_at is not None
    day = local_time(facts.at, facts.zone).date()
    last = local_time(facts.closes_at, facts.zone).date()
    count = min((last - day).days, _DAYS)
    days = [day + timedelta(days=number) for number in range(count + 1)]
    return [one for one in days if one.weekday() in facts.workdays]


_CLOSED = 1.0
_CALLERS = 3
_DAYS = 30
_TRIED = {1, 2, 3, 5, 8, 12}
