"""From leads counted in groups to the numbers of the Floor: what each number means, in one place.

A group is all leads of a campaign that are the same to every number: the same source, bucket,
last word, and what sales has of them. There are some hundred groups however many leads there are.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TypeAlias

from qualdesk.core.floor_figures import DayFigures, HourFigures, SourceFigures, Stand
from qualdesk.core.leads import Bucket
from qualdesk.core.sources import SourceType
from qualdesk.core.times import local_time
from qualdesk.core.wording import tr, tr_later

LEFT, ANSWERED, TAKEN, WAITS = 1, 2, 4, 8
"""What sales has of a lead, as bits: it left and was not recalled; sales answered; took it; an
answer is waited for."""

TRIES = "tries:"
CLOSED = "closed"
"""Why a lead is not reached, as its group says it: its tries are used up, with the outcome of the
last one behind the colon; its window has closed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """Leads that are the same to every number of the Floor.

    Attributes:
        state: the key of a bucket; another text where something is wrong.
        reason: for those in research the outcome of the last call; for those not reached why.
        was_dialled: whether a number of theirs was dialled.
        sales: bits of :data:`LEFT`, :data:`ANSWERED`, :data:`TAKEN` and :data:`WAITS`.
    """

    source: str
    is_giveaway: bool
    state: str
    reason: str
    was_dialled: bool
    was_reached: bool
    sales: int

    @classmethod
    def from_key(cls, key: str) -> "Group":
        """The group a key of the kept counts stands for."""
        source, giveaway, state, reason, dialled, reached, sales = key.split("|")
        return cls(
            source=source,
            is_giveaway=giveaway == "1",
            state=state,
            reason=reason,
            was_dialled=dialled == "1",
            was_reached=reached == "1",
            sales=int(sales),
        )

    @property
    def key(self) -> str:
        """The group as the kept counts write it."""
        flags = ("01"[self.is_giveaway], "01"[self.was_dialled], "01"[self.was_reached])
        giveaway, dialled, reached = flags
        parts = (self.source, giveaway, self.state, self.reason, dialled, reached, str(self.sales))
        return "|".join(parts)

    @property
    def was_called(self) -> bool:
        """Whether they were called, or called us: who is spoken to needs no dial any more."""
        return self.was_dialled or self.was_reached

    @property
    def is_finished(self) -> bool:
        """Whether they wait for no call any more."""
        return self.state not in OPEN

    @property
    def is_qualified(self) -> bool:
        """Whether they qualified, whatever became of it at sales."""
        return self.state in _QUALIFIED or bool(self.sales & LEFT)

    @property
    def has_verdict(self) -> bool:
        """Whether a conversation with them ended in a verdict."""
        return self.was_reached and (self.is_qualified or self.state in _VERDICTS)

    def stand(self, wrong_numbers: Collection[str]) -> str:
        """Where they stand: the code of a :class:`Stand`.

        ``wrong_numbers`` are the outcomes that say that a number does not lead to the person.
        """
        if self.state == Bucket.WAITING:
            return "try_again" if self.was_called else "never_called"
        if self.state == Bucket.RESEARCH and self.reason in wrong_numbers:
            return "wrong_number"
        if self.state == Bucket.UNREACHABLE:
            return self._why_not_reached(wrong_numbers)
        return self.state

    def _why_not_reached(self, wrong_numbers: Collection[str]) -> str:
        if self.reason == CLOSED:
            return "window_closed"
        last = self.reason.removeprefix(TRIES)
        if last == self.reason:
            return Bucket.UNREACHABLE.value
        return "wrong_number" if last in wrong_numbers else "tried_out"


Groups: TypeAlias = Mapping[Group, int]
"""How many leads are in each group."""

FIGURES: Mapping[str, Callable[[Group], bool]] = {
    "called": lambda group: group.was_called,
    "finished": lambda group: group.is_finished,
    "reached": lambda group: group.was_reached,
    "cooperated": lambda group: group.has_verdict,
    "qualified": lambda group: group.is_qualified,
    "to_hand_off": lambda group: group.state == Bucket.QUALIFIED,
    "handed": lambda group: bool(group.sales & LEFT),
    "answered": lambda group: bool(group.sales & ANSWERED),
    "taken": lambda group: bool(group.sales & TAKEN),
    "unanswered": lambda group: bool(group.sales & WAITS),
    "giveaway": lambda group: group.is_giveaway,
}
"""Which groups each number counts, by its name on the board."""


def figures_of(groups: Groups) -> dict[str, int]:
    """The numbers of the board that count leads, by their names there."""
    return {
        name: sum(leads for group, leads in groups.items() if is_in(group))
        for name, is_in in FIGURES.items()
    }


def buckets_of(groups: Groups, held: Groups) -> dict[Bucket, int]:
    """How many leads are in each bucket; those ``held`` are with a caller."""
    counts = Counter(dict.fromkeys(Bucket, 0))
    known = {bucket.value for bucket in Bucket}
    for some, sign in ((groups, 1), (held, -1)):
        for group, leads in some.items():
            if group.state in known:
                counts[Bucket(group.state)] += sign * leads
    counts[Bucket.WITH_CALLER] += sum(held.values())
    return dict(counts)


def stands_of(groups: Groups, held: Groups, wrong_numbers: Collection[str]) -> tuple[Stand, ...]:
    """Where all these leads stand, in the order they are shown; places nobody is at left out."""
    counts: Counter[str] = Counter()
    for some, sign in ((groups, 1), (held, -1)):
        for group, leads in some.items():
            counts[group.stand(wrong_numbers)] += sign * leads
    counts[Bucket.WITH_CALLER.value] += sum(held.values())
    return stands_counted(counts)


def stands_counted(counts: Mapping[str, int]) -> tuple[Stand, ...]:
    """Places with so many leads each, in their order; those nobody knows come last."""
    unknown = sorted(set(counts) - set(_PLACES))
    return tuple(
        Stand(code=code, label=stand_label(code), leads=counts[code])
        for code in (*_PLACES, *unknown)
        if counts.get(code)
    )


def stand_label(code: str) -> str:
    """A place as the screen says it; a code nobody knows is shown as it is."""
    if code in _LABELS:
        return tr(_LABELS[code], about="where a lead stands")
    return Bucket(code).label if code in _PLACES else code


def sources_of(groups: Groups) -> tuple[SourceFigures, ...]:
    """What came of the leads of each source, the largest first, giveaways apart (S3)."""
    together: dict[tuple[SourceType, bool], Counter[str]] = {}
    for group, leads in groups.items():
        counts = together.setdefault((source_of(group.source), group.is_giveaway), Counter())
        counts["leads"] += leads
        for name in _OF_A_SOURCE:
            counts[name] += leads * FIGURES[name](group)
    found = [
        SourceFigures(
            type=source,
            label=source_label(source, is_giveaway=giveaway),
            is_giveaway=giveaway,
            **{name: counts[name] for name in ("leads", *_OF_A_SOURCE)},
        )
        for (source, giveaway), counts in together.items()
        if counts["leads"]
    ]
    return tuple(sorted(found, key=lambda one: (one.is_giveaway, -one.leads, one.type)))


def source_of(written: str) -> SourceType:
    """The source a lead's signals name; what is none of the list is OTHER."""
    known = {one.value for one in SourceType}
    return SourceType(written) if written in known else SourceType.OTHER


def source_label(source: SourceType, *, is_giveaway: bool) -> str:
    """A source as the screen says it."""
    if not is_giveaway:
        return source.label
    return tr("{source}, came only for the giveaway", source=source.label)


def days_of(quarters: Mapping[int, int], zone: str, now: datetime) -> tuple[DayFigures, ...]:
    """How many were finished by the end of each day, from the first such day to today.

    ``quarters`` counts the finished leads by the quarter of an hour of their last call, or of
    loading where there was none, in quarters since 1970 UTC: no zone's day begins between two.
    """
    today = local_time(now, zone).date()
    by_day: Counter[date] = Counter()
    for quarter, leads in quarters.items():
        at = datetime.fromtimestamp(quarter * _QUARTER, UTC)
        by_day[min(today, local_time(at, zone).date())] += leads
    days, sum_so_far = [], 0
    day = min((day for day, leads in by_day.items() if leads), default=today)
    while day <= today:
        sum_so_far += by_day[day]
        days.append(DayFigures(day=day, finished=sum_so_far))
        day += timedelta(days=1)
    return tuple(days)


def hours_of(
    calls: Iterable[tuple[int, int, str, int]], spoken_to: Collection[str]
) -> tuple[HourFigures, ...]:
    """When people answer: calls by weekday, hour and outcome, summed by weekday and hour.

    ``spoken_to`` are the outcomes in which somebody was spoken to.
    """
    dials: Counter[tuple[int, int]] = Counter()
    answered: Counter[tuple[int, int]] = Counter()
    for weekday, hour, outcome, count in calls:
        dials[weekday, hour] += count
        answered[weekday, hour] += count * (outcome in spoken_to)
    return tuple(
        HourFigures(weekday=day, hour=hour, dials=count, answered=answered[day, hour])
        for (day, hour), count in sorted(dials.items())
        if count
    )


OPEN = frozenset({Bucket.WAITING.value, Bucket.CALLBACK.value, Bucket.RESEARCH.value})
"""The buckets whose leads still wait for a call or for a number."""
_QUARTER = 900
_OF_A_SOURCE = ("called", "reached", "qualified", "answered", "taken")
_VERDICTS = frozenset({Bucket.NURTURE.value, Bucket.NOT_A_FIT.value})
_QUALIFIED = frozenset(
    bucket.value
    for bucket in (
        *(Bucket.QUALIFIED, Bucket.IN_BATCH, Bucket.TAKEN, Bucket.SENT_BACK),
        *(Bucket.WON, Bucket.LOST),
    )
)
_LABELS = {
    "never_called": tr_later("Never called", about="where a lead stands"),
    "try_again": tr_later("Try again", about="where a lead stands"),
    "tried_out": tr_later("Tries used up", about="where a lead stands"),
    "wrong_number": tr_later("Wrong number", about="where a lead stands"),
    "window_closed": tr_later("Window closed", about="where a lead stands"),
    "merged": tr_later("Same person as another row", about="where a lead stands"),
    "left_out": tr_later("Left out when it was loaded", about="where a lead stands"),
    "taken_back": tr_later("Taken back with its list", about="where a lead stands"),
    # Places of the queue as well, said in fewer words here.
    "taken": tr_later("Taken by sales", about="where a lead stands"),
    "do_not_call": tr_later("Do not call", about="where a lead stands"),
}
_PLACES = (
    *("qualified", "in_batch", "taken", "won", "lost", "sent_back"),
    *("nurture", "not_a_fit", "callback", "with_caller", "try_again", "never_called"),
    *("research", "tried_out", "wrong_number", "window_closed", "unreachable", "do_not_call"),
    *("merged", "left_out", "taken_back"),
)
