"""What could be had at best by who knows the population's truths, though no person's own.

The same index as the program's, with the true chances by type in place of beliefs: what a
dial brings now, less what the same lead would still be worth left alone, per minute.
"""

import heapq
import random
from collections import deque
from dataclasses import dataclass

from call_floor.clocks import DAY, HOUR, local
from call_floor.floor import Score, run
from call_floor.peers import promised
from call_floor.people import FIRST, LAST, Person, World
from call_floor.rests import Case, is_open, next_try
from call_floor.shifts import on_shift
from call_floor.talking import Talk
from call_floor.truth import MOST, PARTS, Kind

Type = tuple[int, Kind, str, str, tuple[str, ...], float]
Group = tuple[Type, tuple[int, ...], int, bool]
_STEP = HOUR / 2
_FARAWAY = "Australia/Sydney"


def bound(world: World) -> Score:
    """The best that any way of weighing the waiting brings, with the truths of the population."""
    first, _ = run(world, Knowing(world, rate=None))
    rate = {region: worth / minutes for region, (worth, minutes) in _rates(world, first).items()}
    tries = [first]
    for share in (0.0, 0.35, 0.7):
        at_rate = {region: share * each for region, each in rate.items()}
        tries.append(run(world, Knowing(world, rate=at_rate))[0])
    return max(tries, key=lambda score: score.total)


def _rates(world: World, score: Score) -> dict[bool, tuple[float, float]]:
    """What a minute of calling brought; the same on both sides of the world."""
    each = (score.total, max(1.0, score.minutes))
    return {False: each, True: each} if world.people else {}


@dataclass(frozen=True, kw_only=True, slots=True)
class _Ahead:
    """What leads of one type are worth from each hour on, by tries made."""

    starts: tuple[float, ...]
    worth: tuple[tuple[float, ...], ...]

    def at(self, tries: int, when: float) -> float:
        """What they are worth at the first hour from then on."""
        row = self.worth[min(tries, len(self.worth) - 1)]
        low, high = 0, len(self.starts)
        while low < high:
            middle = (low + high) // 2
            if self.starts[middle] < when:
                low = middle + 1
            else:
                high = middle
        return row[low]


class Knowing:
    """A queue in order of the index under the population's truths.

    ``rate``: what a caller's minute is worth elsewhere, by region; None: waiting is worth nothing.
    """

    def __init__(self, world: World, *, rate: dict[bool, float] | None) -> None:
        self._world, self._truth, self._rate = world, world.truth, rate
        self._cases: dict[int, Case] = {}
        self._group_of: dict[int, Group] = {}
        self._parts: dict[int, list[int]] = {}
        self._groups: dict[Group, deque[int]] = {}
        self._resting: list[tuple[float, int]] = []
        self._due: list[tuple[float, int]] = []
        self._ahead: dict[Type, _Ahead] = {}
        self._order: list[tuple[float, int, Group]] = []
        self._ordered_at = -1
        self._count = 0
        self._hinted = _told(world)
        self._refused: set[int] = set()

    def arrive(self, people: list[Person], at: float) -> None:
        """Put them among those who are alike."""
        for person in people:
            spans = self._world.spans(person)
            self._cases[person.id] = Case(
                person=person, spans=spans, numbers=1 + bool(person.spare)
            )
            self._parts[person.id] = [0] * PARTS
            self._ready(person.id, at)

    def take(self, caller: int, at: float) -> Person | None:
        """The best of all that may be called now."""
        while self._resting and self._resting[0][0] <= at:
            self._ready(heapq.heappop(self._resting)[1], at)
        case = promised(self._due, self._cases, caller, at) or self._best(at)
        if case is None:
            return None
        case.begins(at)
        _, _, hour = local(case.person.zones[0], at)
        self._parts[case.person.id][self._truth.part(hour)] += 1
        return case.person

    def ended(self, caller: int, person: Person, talk: Talk, at: float) -> None:
        """Let them rest, keep the promise, or be done."""
        case = self._cases[person.id]
        if talk.promise is not None:
            case.due, case.owner = talk.promise, caller
            heapq.heappush(self._due, (talk.promise, person.id))
            return
        if talk.hint:
            case.hint = self._truth.part(talk.hint[0])
        if talk.outcome == "refused_soft":
            self._refused.add(person.id)
        again = next_try(self._world, case, talk, at)
        if again is not None:
            heapq.heappush(self._resting, (again, person.id))

    def tick(self, at: float) -> None:
        """Nothing: the order is made anew each half hour."""

    def _ready(self, number: int, at: float) -> None:
        case = self._cases[number]
        group = (
            _type_of(case.person, case),
            tuple(self._parts[number]),
            case.hint,
            number in self._refused,
        )
        members = self._groups.setdefault(group, deque())
        members.append(number)
        if len(members) == 1 and self._ordered_at == int(at // _STEP):
            self._place(group, at)

    def _best(self, at: float) -> Case | None:
        if self._ordered_at != int(at // _STEP):
            self._ordered_at = int(at // _STEP)
            self._order = []
            for group in [group for group, members in self._groups.items() if not members]:
                del self._groups[group]
            for group in self._groups:
                self._place(group, at)
        passed = []
        found = None
        while self._order and found is None:
            entry = heapq.heappop(self._order)
            members = self._groups.get(entry[2])
            if not members:
                continue
            if is_open(self._cases[members[0]], at):
                found = self._cases[members.popleft()]
            passed.append(entry)
        for entry in passed:
            heapq.heappush(self._order, entry)
        return found

    def _place(self, group: Group, at: float) -> None:
        members = self._groups[group]
        opens = is_open(self._cases[members[0]], at) or is_open(self._cases[members[0]], at + _STEP)
        if not opens:
            return
        index = self._index(group, at)
        if index > 0:
            self._count += 1
            heapq.heappush(self._order, (-index, self._count, group))

    def _index(self, group: Group, at: float) -> float:
        kind, parts, hint, refused = group
        answer, qualify = self._chances(kind, at)
        _, _, hour = local(kind[4][0], at)
        part = self._truth.part(hour)
        tries = sum(parts)
        usual = self._usual(kind)
        answer *= self._truth.reach / (self._truth.reach + usual * tries)
        answer *= self._truth.spread / (self._truth.spread + usual * parts[part])
        if hint >= 0:
            answer *= self._hinted[hint == part]
        answer = min(MOST, answer)
        qualify *= 0.1 if refused else 1.0
        now = answer * qualify * self._with_promises(qualify)
        if self._rate is not None:
            ahead = self._worth_ahead(kind)
            again = at + (DAY if self._world.plans[kind[0]].per_day == 1 else 4 * HOUR)
            now += (1 - answer) * ahead.at(tries + 1, again) - ahead.at(tries, at + HOUR)
        return now / _minutes(kind, answer, qualify)

    def _usual(self, kind: Type) -> float:
        truth = self._truth
        return truth.answers[kind[1]] * truth.phone[kind[3]] * truth.role_answers[kind[2]]

    def _chances(self, kind: Type, at: float) -> tuple[float, float]:
        """The chance of an answer from somebody never tried, and of qualifying, then."""
        truth = self._truth
        _, weekday, hour = local(kind[4][0], at)
        age = at - kind[5]
        answer = self._usual(kind) * truth.when(kind[2], hour, weekday)
        answer *= truth.lifted(kind[1], age) * (1 - truth.away * 0.25)
        qualify = truth.qualifies[kind[1]] * truth.role_qualifies[kind[2]]
        return min(MOST, answer), min(MOST, qualify * truth.left(kind[1], age))

    def _with_promises(self, qualify: float) -> float:
        return 1 + (1 - qualify) * self._truth.calls_back * self._truth.promised

    def _worth_ahead(self, kind: Type) -> _Ahead:
        """Backwards from the end: dial now, or leave it for an hour, whichever is worth more."""
        if kind in self._ahead:
            return self._ahead[kind]
        plan = self._world.plans[kind[0]]
        rate = self._rate or {}
        cost = rate.get(kind[4][0] == _FARAWAY, 0.0)
        starts = self._hours(kind)
        chances = [self._chances(kind, at) for at in starts]
        usual, reach = self._usual(kind), self._truth.reach
        gap = DAY if plan.per_day == 1 else 4 * HOUR
        follows, later = [], len(starts)
        for index in range(len(starts) - 1, -1, -1):
            while later > 0 and starts[later - 1] >= starts[index] + gap:
                later -= 1
            follows.append(later)
        follows.reverse()
        rows: list[tuple[float, ...]] = [(0.0,) * (len(starts) + 1)]
        for tries in range(plan.most - 1, -1, -1):
            after, row = rows[0], [0.0] * (len(starts) + 1)
            for index in range(len(starts) - 1, -1, -1):
                answer, qualify = chances[index]
                answer *= reach / (reach + usual * tries)
                dial = answer * qualify * self._with_promises(qualify)
                dial += (1 - answer) * after[follows[index]]
                dial -= cost * _minutes(kind, answer, qualify)
                row[index] = max(row[index + 1], dial)
            rows.insert(0, tuple(row))
        self._ahead[kind] = _Ahead(starts=tuple(starts), worth=tuple(rows))
        return self._ahead[kind]

    def _hours(self, kind: Type) -> list[float]:
        """The hours ahead in which they may be called and somebody is there to do it."""
        found = []
        for opens, closes in self._world.spans(next(iter(self._members(kind)))):
            at = max(opens, FIRST)
            while at < min(closes, LAST):
                if any(on_shift(caller, at) for caller in self._world.callers):
                    found.append(at)
                at += HOUR
        return found

    def _members(self, kind: Type) -> list[Person]:
        group = next(group for group in self._groups if group[0] == kind and self._groups[group])
        return [self._cases[self._groups[group][0]].person]


def _type_of(person: Person, case: Case) -> Type:
    phone = person.phone if case.numbers > bool(person.spare) else person.spare or person.phone
    step = HOUR if person.kind is Kind.FORM else DAY
    anchor = person.anchor if person.kind is not Kind.DOWNLOAD else step * (person.anchor // step)
    anchor = step * (anchor // step) if person.kind is Kind.FORM else anchor
    return person.plan, person.kind, person.role, phone, person.zones, anchor


def _minutes(kind: Type, answer: float, qualify: float) -> float:
    fails = 1.3 if kind[3] == "main" else 1.1
    return 0.25 + (1 - answer) * fails + answer * (11 * qualify + 3.5 * (1 - qualify))


def _told(world: World) -> dict[bool, float]:
    """How much likelier somebody answers in the part they are said to be in, and in others."""
    chance = random.Random(f"hints {world.seed}")
    shape = world.truth.spread
    best = [max(chance.gammavariate(shape, 1 / shape) for _ in range(PARTS)) for _ in range(4000)]
    high = sum(best) / len(best)
    return {True: 0.85 * high + 0.15, False: 0.85 * (PARTS - high) / (PARTS - 1) + 0.15}
