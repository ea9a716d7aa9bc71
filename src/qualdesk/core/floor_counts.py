"""From leads counted in groups to the numbers of the Floor: what each number means."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import UTC, date, datetime, timedelta

from qualdesk.core.floor_figures import DayFigures, HourFigures, SourceFigures, Stand
from qualdesk.core.lead_groups import ANSWERED, LEFT, TAKEN, WAITS, Group, Groups
from qualdesk.core.leads import Bucket
from qualdesk.core.sources import SourceType
from qualdesk.core.times import local_time
from qualdesk.core.wording import tr, tr_later

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


_QUARTER = 900
_OF_A_SOURCE = ("called", "reached", "qualified", "answered", "taken")
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
