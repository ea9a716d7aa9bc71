"""Who calls for a list and when, and what their calls so far say: the other half of the facts."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from qualdesk.core.calling_rules import Interval
from qualdesk.core.forecast_facts import AtWork, DayCalled, SeenCalls
from qualdesk.core.ids import CampaignId
from qualdesk.core.leads import Bucket
from qualdesk.core.members import Member
from qualdesk.core.outcomes import After, Outcome
from qualdesk.core.times import instant_of, local_time
from qualdesk.core.traits import Interest, Traits
from qualdesk.desk.forecast_groups import Chances
from qualdesk.desk.forecast_reading import Material
from qualdesk.store.forecast_reading import CallsMade


def at_work(read: Material, until: datetime) -> tuple[tuple[AtWork, ...], tuple[AtWork, ...]]:
    """Who calls for the list with what part of their time; and who calls for others alone."""
    mine: list[AtWork] = []
    others: list[AtWork] = []
    for one in read.members:
        if not _calls(read, one):
            continue
        share = share_of(read, one.name)
        found = AtWork(name=one.name, shifts=tuple(_shifts(read, one, until)), share=share)
        (mine if share else others).append(found)
    return tuple(mine), tuple(others)


def share_of(read: Material, name: str) -> float:
    """The part of somebody's time this list has: all or nothing where a supervisor moved them.

    Else as their recent calls were shared out, beside what even shares would be.
    """
    moved = read.moved.get(name)
    if moved is not None:
        return float(moved == read.campaign.id)
    theirs = {one.name: one.campaigns for one in read.members}.get(name, ())
    if theirs and read.campaign.id not in theirs:
        return 0.0
    calls = Counter[bool]()
    for one in read.calls:
        if one.caller == name:
            calls[one.campaign_id == read.campaign.id] += one.calls
    others = [one for one in read.others if not theirs or one.id in theirs]
    even = 1.0 / (1 + len(others))
    return (calls[True] + _EVEN * even) / (calls.total() + _EVEN)


def homes(read: Material) -> dict[str, CampaignId]:
    """Who calls for another campaign: moved there, or by most of their recent calls."""
    found = {}
    for one in read.members:
        calls = Counter[CampaignId]()
        for some in read.calls:
            if some.caller == one.name:
                calls[some.campaign_id] += some.calls
        most = next(iter(calls.most_common(1)), (None, 0))[0]
        home = read.moved.get(one.name, most)
        if one.role == "caller" and one.shifts and home not in {None, read.campaign.id}:
            assert home is not None
            found[one.name] = home
    return found


def days_called(read: Material) -> tuple[DayCalled, ...]:
    """Each recent day: minutes on shift of those who called, and what their dials took of them.

    A day is that of the caller's own clock, as their shifts are.
    """
    dial, talk = read.odds.minutes
    talks = _talked(read)
    by_name = {one.name: one for one in read.members}
    spent: defaultdict[date, float] = defaultdict(float)
    dials, first = Counter[date](), Counter[date]()
    known: defaultdict[str, set[date]] = defaultdict(set)
    for one in read.calls:
        day = local_time(one.at, _zone_of(read, by_name[one.caller])).date()
        known[one.caller].add(day)
        spent[day] += one.calls * (talk if one.outcome in talks else dial)
        dials[day] += one.calls
        is_first = Traits.from_key(one.traits).attempts == 0
        first[day] += one.calls * (is_first or one.campaign_id != read.campaign.id)
    found = []
    for day in sorted(spent):
        # Who did not come that day belongs to what a day can bring.
        there = [name for name, days in known.items() if min(days) <= day <= max(days)]
        shift = sum(_minutes_on(read, by_name[name], day) for name in there)
        if shift >= _ENOUGH:
            is_full = first[day] >= _FIRST_TRIES * dials[day]
            found.append(DayCalled(shift=shift, spent=spent[day], is_full=is_full))
    return tuple(found)


def seen_calls(read: Material, *, is_giveaway: bool) -> SeenCalls:
    """What came of the list's own calls, of giveaway leads or of the others."""
    chances, by_code = Chances(read), {one.code: one for one in read.catalogue}
    talks = _talked(read)
    dials = answered = ended = promised = qualified = lost = 0
    foretold = foretold_qualified = 0.0
    for one in _own(read):
        traits = Traits.from_key(one.traits)
        outcome = by_code.get(one.outcome)
        if (traits.interest is Interest.GIVEAWAY) != is_giveaway or outcome is None:
            continue
        answer, qualify = chances.foretold(traits, one.hour, one.weekday)
        dials += one.calls
        foretold += answer * one.calls
        if one.outcome in talks:
            answered += one.calls
            foretold_qualified += qualify * one.calls
        ended += one.calls * _ends(outcome)
        lost += one.calls * (outcome.after is After.NEXT_NUMBER)
        promised += one.calls * (outcome.bucket is Bucket.CALLBACK)
        qualified += one.calls * outcome.qualifies
    return SeenCalls(
        dials=dials,
        answered=answered,
        foretold=foretold,
        ended=ended,
        promised=promised,
        qualified=qualified,
        foretold_qualified=foretold_qualified,
        lost=lost,
    )


def _own(read: Material) -> Iterator[CallsMade]:
    return (one for one in read.calls if one.campaign_id == read.campaign.id)


def _talked(read: Material) -> frozenset[str]:
    """The outcomes in which the person was spoken to, and nobody else."""
    return frozenset(one.code for one in read.catalogue if one.contacted) - _OTHERS


def _ends(outcome: Outcome) -> bool:
    """Whether a lead waits for no call any more after it."""
    return outcome.bucket not in _OPEN and outcome.after is not After.NEXT_NUMBER


def _calls(read: Material, one: Member) -> bool:
    """Whether somebody makes calls: by their shifts, or by what they did lately."""
    if one.role != "caller":
        return False
    seen = read.seen.get(one.name)
    return bool(one.shifts) or (seen is not None and seen > read.at - _LATELY)


def _shifts(read: Material, one: Member, until: datetime) -> Iterator[Interval]:
    """Their shifts ahead; where nobody said any, the hours of the house on its working days."""
    zone = _zone_of(read, one)
    day, last = local_time(read.at, zone).date(), local_time(until, zone).date()
    while day <= last:
        for span in _spans_on(read, one, day):
            if span.closes_at > read.at:
                yield Interval(opens_at=max(span.opens_at, read.at), closes_at=span.closes_at)
        day += timedelta(days=1)


def _spans_on(read: Material, one: Member, day: date) -> tuple[Interval, ...]:
    """When they call on that day of theirs: breaks, absences and holidays are no time."""
    zone = _zone_of(read, one)
    if one.shifts:
        spans = one.spans_on(day, one.shifts)
        walls = [
            (datetime.combine(day, begins), datetime.combine(day, ends)) for begins, ends in spans
        ]
    elif day.weekday() in read.campaign.limits.days and not one.is_off(day):
        midnight = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - wall time
        begins, ends = read.campaign.limits.hours
        walls = [(midnight + timedelta(minutes=begins), midnight + timedelta(minutes=ends))]
    else:
        walls = []
    return tuple(
        Interval(opens_at=instant_of(begins, zone), closes_at=instant_of(ends, zone))
        for begins, ends in walls
    )


def _zone_of(read: Material, one: Member) -> str:
    return one.zone or read.campaign.window.zone


def _minutes_on(read: Material, one: Member, day: date) -> float:
    spans = (span for span in _spans_on(read, one, day) if span.opens_at < read.at)
    gone = (min(span.closes_at, read.at) - span.opens_at for span in spans)
    return sum(gone, timedelta()).total_seconds() / 60


# A human answered, but not the one who was to be called.
_OTHERS = {"gatekeeper", "wrong_number", "wrong_person"}
_OPEN = {Bucket.WAITING, Bucket.CALLBACK, Bucket.RESEARCH}
_LATELY = timedelta(days=7)
# Even shares weigh as much as so many calls.
_EVEN = 40.0
# A day with less than an hour on shift says nothing of a day.
_ENOUGH = 60.0
# While every fifth dial is a first one there is more to call than there is time for.
_FIRST_TRIES = 0.2
