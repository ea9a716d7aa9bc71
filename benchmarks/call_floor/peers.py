"""The other ways to choose: lists sorted by a field, and the same with promises kept first."""

import heapq
import random
from collections.abc import Callable, Mapping

from call_floor.clocks import HOUR, MINUTE
from call_floor.people import Person, World
from call_floor.rests import Case, is_open, next_try
from call_floor.talking import Talk
from call_floor.truth import Kind

Key = tuple[float, ...]
KeyOf = Callable[[Case], Key]
GRACE = 2 * MINUTE


def promised(
    due: list[tuple[float, int]], cases: Mapping[int, Case], caller: int, at: float
) -> Case | None:
    """Whose promise is to be kept now by this caller; those of others stay in the heap."""
    passed, found = [], None
    while due and due[0][0] <= at and found is None:
        entry = heapq.heappop(due)
        case = cases[entry[1]]
        is_fresh = at < entry[0] + HOUR
        is_mine = case.owner == caller or at >= entry[0] + GRACE
        if is_mine and (is_fresh or is_open(case, at)):
            found = case
        else:
            passed.append(entry)
    for entry in passed:
        heapq.heappush(due, entry)
    return found


class Sorted:
    """Everybody who may be called now, the smallest key first; promises apart, if asked."""

    def __init__(self, world: World, key: KeyOf, *, promises_first: bool = False) -> None:
        self._world, self._key, self._promises_first = world, key, promises_first
        self._cases: dict[int, Case] = {}
        self._cells: dict[object, list[tuple[Key, int]]] = {}
        self._resting: list[tuple[float, int]] = []
        self._due: list[tuple[float, int]] = []

    def arrive(self, people: list[Person], at: float) -> None:
        """Put them in their places."""
        del at  # whoever is new comes at once
        for person in people:
            case = Case(
                person=person, spans=self._world.spans(person), numbers=1 + bool(person.spare)
            )
            self._cases[person.id] = case
            self._ready(case)

    def take(self, caller: int, at: float) -> Person | None:
        """The first of all that may be called now."""
        while self._resting and self._resting[0][0] <= at:
            self._ready(self._cases[heapq.heappop(self._resting)[1]])
        case = promised(self._due, self._cases, caller, at) if self._promises_first else None
        case = case or self._first(at)
        if case is None:
            return None
        case.begins(at)
        return case.person

    def ended(self, caller: int, person: Person, talk: Talk, at: float) -> None:
        """Let them rest, keep the promise, or be done."""
        case = self._cases[person.id]
        if talk.promise is not None:
            case.due, case.owner = talk.promise, caller
            waiting = self._due if self._promises_first else self._resting
            heapq.heappush(waiting, (talk.promise, person.id))
            return
        again = next_try(self._world, case, talk, at)
        if again is not None:
            heapq.heappush(self._resting, (again, person.id))

    def tick(self, at: float) -> None:
        """Nothing: a field stays as it is."""

    def _ready(self, case: Case) -> None:
        heap = self._cells.setdefault(case.person.cell, [])
        heapq.heappush(heap, (self._key(case), case.person.id))

    def _first(self, at: float) -> Case | None:
        best: list[tuple[Key, int]] | None = None
        for heap in self._cells.values():
            if (
                heap
                and (best is None or heap[0] < best[0])
                and is_open(self._cases[heap[0][1]], at)
            ):
                best = heap
        return self._cases[heapq.heappop(best)[1]] if best else None


def score_of(person: Person) -> float:
    """The points a marketing program gives: by what somebody did and what they are."""
    points = _POINTS[person.kind] + {"executive": 6, "manager": 4}.get(person.role, 0)
    return points + (2 if person.phone != "main" else 0)


def peers(world: World) -> dict[str, Callable[[], Sorted]]:
    """Every peer by its name, ready to be made."""
    luck = random.Random(f"peers {world.seed}")
    lot = {person.id: luck.random() for person in world.people}

    def listed(case: Case) -> Key:
        return (case.person.id,)

    def newest(case: Case) -> Key:
        return (-case.person.id,)

    def by_lot(case: Case) -> Key:
        return (lot[case.person.id],)

    def scored(case: Case) -> Key:
        return (-score_of(case.person), case.person.id)

    def untouched(case: Case) -> Key:
        return (case.tries, case.person.id)

    return {
        "list order": lambda: Sorted(world, listed),
        "newest first": lambda: Sorted(world, newest),
        "random": lambda: Sorted(world, by_lot),
        "highest static score": lambda: Sorted(world, scored),
        "oldest untouched": lambda: Sorted(world, untouched),
        "call backs first": lambda: Sorted(world, listed, promises_first=True),
        "call backs, then untouched": lambda: Sorted(world, untouched, promises_first=True),
        "call backs, then static score": lambda: Sorted(world, scored, promises_first=True),
    }


_POINTS = {
    Kind.FORM: 54,
    Kind.STAND_ASKED: 48,
    Kind.STAND_DEMO: 28,
    Kind.STAND_SCAN: 18,
    Kind.STAND_GIVEAWAY: 3,
    Kind.ATTENDED: 20,
    Kind.NO_SHOW: 16,
    Kind.CONFERENCE: 16,
    Kind.DOWNLOAD: 8,
    Kind.LIST: 6,
}
