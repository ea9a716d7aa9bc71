"""Watches every dial with its own reading of the rules, and every promise with its own watch.

It shares nothing with the queues it watches: clocks come from the zone database, one by one.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from call_floor.clocks import HOUR, MINUTE
from call_floor.people import Person, World
from call_floor.talking import Talk

ON_TIME = 5 * MINUTE
_AGREED_FOR = HOUR
_ENDS = {"qualified", "not_qualified", "do_not_call", "nurture", "wrong_person"}
_FRIDAY = 4


@dataclass(kw_only=True, slots=True)
class _Seen:
    """What the referee has seen of one person."""

    dials: list[float] = field(default_factory=list)
    on_phone_with: int | None = None
    promise: float | None = None
    is_over: bool = False
    numbers_left: int = 1


class Referee:
    """Counts what must never happen, by what it was, and promises kept in time."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._seen: dict[int, _Seen] = {}
        self.violations: Counter[str] = Counter()
        self.promises = 0
        self.late: list[tuple[int, float, float | None]] = []

    def starts(self, person: Person, at: float, caller: int) -> bool:
        """A dial begins; whether it keeps a promise."""
        seen = self._seen.setdefault(person.id, _Seen(numbers_left=1 + bool(person.spare)))
        if seen.on_phone_with is not None:
            self.violations["called by two at once"] += 1
        seen.on_phone_with = caller
        if seen.is_over:
            self.violations["called after the last word"] += 1
        promised = seen.promise is not None
        if seen.promise is not None:
            self._judge_promise(person, seen.promise, at)
            agreed = at < seen.promise + _AGREED_FOR
            seen.promise = None
        else:
            agreed = False
            self._judge_limits(person, seen, at)
        if not agreed:
            self._judge_hours(person, at)
        seen.dials.append(at)
        return promised

    def ends(self, person: Person, talk: Talk) -> None:
        """The dial is over."""
        seen = self._seen[person.id]
        seen.on_phone_with = None
        if talk.promise is not None:
            seen.promise = talk.promise
            self.promises += 1
        if talk.outcome in {"wrong_number", "bad_number"}:
            seen.numbers_left -= 1
        if talk.outcome in _ENDS or seen.numbers_left == 0:
            seen.is_over = True

    def closes(self, at: float) -> None:
        """The two weeks are over: promises that were due before and not kept are late."""
        for number, seen in self._seen.items():
            if seen.promise is not None and seen.promise + ON_TIME < at:
                self.late.append((number, seen.promise, None))

    @property
    def on_time(self) -> float:
        """The share of promises kept within five minutes."""
        return 1 - len(self.late) / self.promises if self.promises else 1.0

    def _judge_promise(self, person: Person, due: float, at: float) -> None:
        if at < due:
            self.violations["before a promised time"] += 1
        elif at > due + ON_TIME:
            self.late.append((person.id, due, at))

    def _judge_limits(self, person: Person, seen: _Seen, at: float) -> None:
        plan = self._world.plans[person.plan]
        if len(seen.dials) >= plan.most:
            self.violations["too many tries"] += 1
        if seen.dials and at < seen.dials[-1] + plan.rest:
            self.violations["too soon after the last try"] += 1
        home = ZoneInfo(person.zones[0])
        today = datetime.fromtimestamp(at, home).date()
        on_the_day = sum(datetime.fromtimestamp(each, home).date() == today for each in seen.dials)
        if on_the_day >= plan.per_day:
            self.violations["too many tries in a day"] += 1

    def _judge_hours(self, person: Person, at: float) -> None:
        plan = self._world.plans[person.plan]
        if at >= plan.closes:
            self.violations["after the window"] += 1
        for zone in person.zones:
            there = datetime.fromtimestamp(at, UTC).astimezone(ZoneInfo(zone))
            hour = there.hour + there.minute / 60 + there.second / 3600
            if there.weekday() > _FRIDAY or not plan.hours[0] <= hour < plan.hours[1]:
                self.violations["outside calling hours"] += 1
                return
