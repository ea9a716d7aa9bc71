"""One run through the days ahead: what becomes of leads when things are as they were drawn."""

from qualdesk.core.forecast_draws import MOST_DAYS, Draw
from qualdesk.core.forecast_plan import Plan
from qualdesk.core.frozen import frozen


@frozen
class Ended:
    """How one run ends, on average over the luck of single calls, and how far luck reaches.

    Attributes:
        finished: by the end of each day, of the leads in the plan.
        missed: left at the close; ``waiting`` those of them for whom there was time, but no try.
        spare: leads that could have been finished beyond them in the time that was left.
        luck: the variance of ``missed`` by the luck of single calls.
        qualified: by the close.
    """

    finished: tuple[float, ...]
    missed: float
    waiting: float
    spare: float
    luck: float
    qualified: float


def run(plan: Plan, draw: Draw) -> Ended:
    """Go through the days: promises first, then the cells in their order, then second tries."""
    going = _Going(plan, draw)
    finished = []
    for number in range(len(plan.days)):
        going.day(number)
        finished.append(going.finished)
    return going.ended(tuple(finished))


class _Going:
    """The leads on their way through the days."""

    def __init__(self, plan: Plan, draw: Draw) -> None:
        dial, talk = plan.minutes
        self._plan, self._draw = plan, draw
        size = len(plan.ready)
        self._ready = list(plan.ready)
        self._pool = [0.0] * size
        self._dialled = [0.0] * size
        self._came = list(plan.ready)
        self._cells = [
            (
                cell.place,
                min(cell.answer * draw.answer[cell.is_giveaway], plan.cap),
                dial,
                talk - dial,
                cell.qualifies * draw.qualifies,
                cell.clock,
                cell.is_last,
            )
            for cell in plan.cells
        ]
        self._by_place = {cell[0]: cell for cell in self._cells}
        self._work_left = sum(day.minutes > 0 for day in plan.days)
        self._kept = draw.ends, draw.promises, draw.lost
        self._left, self._by_clock = 0.0, [0.0]
        self._used = 0.0
        self.finished = plan.finished
        self._qualified = self._lost = 0.0
        self._unmet = 0.0
        self._spare = 0.0

    def day(self, number: int) -> None:
        """Call through one day."""
        plan, day = self._plan, self._plan.days[number]
        pace = self._draw.pace * self._draw.days[number % MOST_DAYS]
        self._left = day.minutes * pace
        self._by_clock = [minutes * pace for minutes in day.by_clock]
        is_work = day.minutes > 0
        self._work_left -= is_work
        self._kept = self._of_talks()
        for place, count in plan.asleep[number]:
            self._ready[place] += count
            self._came[place] += count
        for place, count in plan.promised[number]:
            self._promise_kept(place, count)
        if is_work:
            for place, waits in enumerate(self._pool):
                if waits > _NOTHING:
                    due = waits * _DUE_A_DAY
                    self._pool[place] -= due
                    self._promise_kept(place, due)
        moved = [0.0] * len(self._ready)
        self._unmet = self._calls(self._ready, moved)
        if day.again and self._left > _NOTHING:
            again = min(1.0, day.again * self._draw.again)
            second = [count * again for count in moved]
            rest = [count - some for count, some in zip(moved, second, strict=True)]
            self._calls(second, rest)
            moved = [one + other for one, other in zip(rest, second, strict=True)]
        for place, count in enumerate(moved):
            if count:
                self._ready[place] += count
        self._spare += self._left

    def _of_talks(self) -> tuple[float, float, float]:
        """Of talks the share that ends and that is promised, of dials that which loses a number.

        Nobody promises a call for after the close: what fits no more before it ends today.
        """
        draw = self._draw
        fits = 1.0 - _SAME_DAY * (1.0 - _DUE_A_DAY) ** self._work_left
        return draw.ends + draw.promises * (1.0 - fits), draw.promises * fits, draw.lost

    def ended(self, finished: tuple[float, ...]) -> Ended:
        """What is left at the close, and the luck in it."""
        ready = sum(self._ready)
        missed = ready + sum(self._pool) + self._lost + self._plan.beyond
        unmet = min(self._unmet, ready)
        done = self.finished - self._plan.finished
        each = self._used / done if done > _NOTHING else _MINUTES_EACH
        return Ended(
            finished=finished,
            missed=missed,
            waiting=missed - unmet,
            spare=self._spare / each if unmet < _HARDLY else 0.0,
            luck=self._luck(tight=unmet > _HARDLY),
            qualified=self._qualified,
        )

    def _promise_kept(self, place: int, count: float) -> None:
        """Dial those whose call back is due; who does not answer has one try less."""
        cell = self._by_place[place]
        _, _, dial, more, qualifies, clock, is_last = cell
        minutes = count * (dial + _KEPT * more)
        if minutes > self._left or minutes > self._by_clock[clock]:
            some = max(0.0, min(self._left, self._by_clock[clock])) / (dial + _KEPT * more)
            self._pool[place] += count - some
            count, minutes = some, some * (dial + _KEPT * more)
        self._left -= minutes
        self._by_clock[clock] -= minutes
        self._used += minutes
        self._count(place, count, _KEPT, qualifies, self._ready, is_last=is_last)

    def _calls(self, ready: list[float], moved: list[float]) -> float:
        """Call who is ready while there is time; how many nobody came to."""
        by_clock, left = self._by_clock, self._left
        ends, promises, lost = self._kept
        unmet = finished = talked = nobody = 0.0
        for place, answer, dial, more, qualifies, clock, is_last in self._cells:
            count = ready[place]
            if count < _NOTHING:
                continue
            minutes = dial + answer * more
            some = min(by_clock[clock], left) / minutes
            if some < count:
                unmet += count - some
                ready[place] = count - some
                if some < _NOTHING:
                    continue
            else:
                some, ready[place] = count, 0.0
            left -= some * minutes
            by_clock[clock] -= some * minutes
            self._dialled[place] += some
            talks = some * answer
            talked += talks * qualifies
            self._pool[place] += talks * promises
            nobody += some * lost
            rest = some - talks * (ends + promises) - some * lost
            finished += talks * ends
            if is_last:
                finished += rest
            else:
                moved[place + 1] += rest
                self._came[place + 1] += rest
        self._used += self._left - left
        self._left = left
        self.finished += finished
        self._qualified += talked
        self._lost += nobody
        return unmet

    def _count(
        self,
        place: int,
        count: float,
        answer: float,
        qualifies: float,
        moved: list[float],
        *,
        is_last: bool,
    ) -> None:
        ends, promises, _ = self._kept
        talks = count * answer
        done = talks * ends
        self._qualified += talks * qualifies
        self._pool[place] += talks * promises
        rest = count - done - talks * promises
        if is_last:
            done += rest
        else:
            moved[place + 1] += rest
            self._came[place + 1] += rest
        self.finished += done

    def _luck(self, *, tight: bool) -> float:
        """The variance of those missed: each dial moves it by what is at risk.

        Going back from the last try: the chance that a lead after it is missed at the end, and
        in a tight window the dials it takes from others.
        """
        ends = self._draw.ends
        done = self.finished - self._plan.finished
        per_minute = done / self._used if tight and self._used > _NOTHING else 0.0
        total = 0.0
        width = self._plan.width
        for base in range(0, len(self._ready), width):
            missed = minutes = 0.0
            for place in range(base + width - 1, base - 1, -1):
                cell = self._by_place.get(place)
                if cell is None or self._came[place] < _NOTHING:
                    missed = minutes = 0.0
                    continue
                _, answer, dial, more, _, _, is_last = cell
                if is_last:
                    missed = minutes = 0.0
                success = answer * ends
                risk = missed + per_minute * minutes
                total += self._dialled[place] * success * (1.0 - success) * risk * risk
                share = min(1.0, self._dialled[place] / self._came[place])
                missed = (1.0 - share) + share * (1.0 - success) * missed
                minutes = share * (dial + answer * more + (1.0 - success) * minutes)
        return total


_NOTHING = 1e-6
_HARDLY = 0.5
_KEPT = 0.6
_DUE_A_DAY = 0.5
# On the last day so many of the times that people name lie after the close.
_SAME_DAY = 0.85
_MINUTES_EACH = 8.0
