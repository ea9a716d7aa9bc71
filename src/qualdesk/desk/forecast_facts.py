"""From what was read to the facts of a forecast: who can be reached when, and by whom."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta

from qualdesk.core.calling_rules import CallHours, Interval, open_hours
from qualdesk.core.forecast_facts import Facts
from qualdesk.core.forecast_plan import merged, shared_minutes
from qualdesk.core.sources import CallWindow
from qualdesk.core.times import instant_of, local_time
from qualdesk.desk.forecast_callers import at_work, days_called, seen_calls
from qualdesk.desk.forecast_groups import grouped
from qualdesk.desk.forecast_reading import Material
from qualdesk.store.forecast_reading import OpenLeads

BEYOND = timedelta(days=35)
"""So far beyond the close hours are looked at: a window may be made longer."""
FARTHEST = timedelta(days=120)


def facts_of(read: Material) -> Facts:
    """The facts of a forecast. A window without an end has no groups: nothing can be said of it."""
    window = read.campaign.window
    if window.closes_at is None or _is_over(read):
        return _without_groups(read)
    until = min(window.closes_at + BEYOND, read.at + FARTHEST)
    opens = _opens(read, until)
    callers, others = at_work(read, until)
    reach = _Reach(read, opens, merged([span for one in callers for span in one.shifts]))
    shifts = tuple(span for span in reach.shifts if span.opens_at < window.closes_at)
    within = [one for one in read.leads if reach.holds(one)]
    groups, clocks = grouped(read, within, opens, shifts)
    return replace(
        _plain(read),
        groups=groups,
        clocks=clocks,
        callers=callers,
        others=others,
        days_called=days_called(read),
        seen=seen_calls(read, is_giveaway=False),
        seen_giveaway=seen_calls(read, is_giveaway=True),
        out_of_reach=dict(reach.unreachable),
        giveaway_open=sum(group.total for group in groups if group.is_giveaway),
    )


def cells_out_of_reach(read: Material) -> tuple[int, ...]:
    """The cells whose leads nobody may call before the close while anybody is at work."""
    closes_at = read.campaign.window.closes_at
    if closes_at is None or read.at >= closes_at:
        return ()
    opens = _opens(read, closes_at)
    callers, _ = at_work(read, closes_at)
    reach = _Reach(read, opens, merged([span for one in callers for span in one.shifts]))
    return tuple(cell for cell in opens if reach.why(cell))


@dataclass
class _Reach:
    """Which open leads can be called before the close, and why others cannot."""

    read: Material
    opens: Mapping[int, tuple[Interval, ...]]
    shifts: tuple[Interval, ...]
    unreachable: Counter[str] = field(default_factory=Counter)
    _known: dict[int, str] = field(default_factory=dict)

    def why(self, cell: int) -> str:
        """Why leads of a cell cannot be called: ``zone``, ``law``, ``closed``, ``hours``."""
        if cell not in self._known:
            self._known[cell] = self._why(cell)
        return self._known[cell]

    def holds(self, some: OpenLeads) -> bool:
        """Whether these leads can be called; those that cannot are counted by why."""
        why = ""
        if self.read.campaign.is_paused:
            why = "paused"
        elif some.state == "research" and some.wakes is None:
            why = "research"
        elif some.is_kept_out:
            why = "kept_out"
        elif some.state != "callback":
            why = self.why(some.cell_id)
        if why:
            self.unreachable[why] += some.leads
        return not why

    def _why(self, cell: int) -> str:
        closes_at = self.read.campaign.window.closes_at
        assert closes_at is not None
        kept = next(one for one in self.read.cells if one.id == cell)
        if not kept.zones:
            return "zone"
        today = local_time(self.read.at, kept.zones[0]).date()
        if self.read.laws[cell].lacking(today):
            return "law"
        spans = [span for span in self.opens[cell] if span.opens_at < closes_at]
        if not spans:
            return "closed"
        before = [span for span in self.shifts if span.opens_at < closes_at]
        if self.shifts and not shared_minutes(spans, before):
            return "hours"
        return ""


def _plain(read: Material) -> Facts:
    campaign, window = read.campaign, read.campaign.window
    left = sum(one.leads for one in read.leads)
    return Facts(
        campaign=campaign.id,
        at=read.at,
        zone=window.zone,
        total=read.loaded,
        finished=read.loaded - left,
        closes_at=window.closes_at,
        opens_at=window.opens_at or _first_day(read),
        workdays=campaign.limits.days,
        planned=campaign.planned_callers,
        max_tries=campaign.limits.max_attempts,
        giveaway_tries=campaign.giveaway_attempts,
        per_day=campaign.limits.max_per_day,
        minutes=read.odds.minutes,
        cap=read.odds.beliefs.cap,
        has_shifts=any(one.shifts for one in read.members if one.role == "caller"),
        unknown="" if _is_over(read) else campaign.stopped_by(read.at),
        qualified=sum(count for one, count in read.groups.items() if one.is_qualified),
    )


def _without_groups(read: Material) -> Facts:
    closes_at = read.campaign.window.closes_at
    then = None
    if closes_at is not None:
        quarter = int(closes_at.timestamp() // 900)
        then = sum(count for at, count in read.done.items() if at < quarter)
    return replace(_plain(read), finished_then=then)


def _is_over(read: Material) -> bool:
    closes_at = read.campaign.window.closes_at
    return closes_at is not None and read.at >= closes_at


def _first_day(read: Material) -> datetime:
    """Since when the list is worked where nobody said when its window opens."""
    hours = [one.at for one in read.calls if one.campaign_id == read.campaign.id]
    if not hours:
        return read.at
    zone = read.campaign.window.zone
    return instant_of(datetime.combine(local_time(min(hours), zone), time(0)), zone)


def _opens(read: Material, until: datetime) -> dict[int, tuple[Interval, ...]]:
    """The open hours of each cell; cells alike share them."""
    window = read.campaign.window
    ahead = CallWindow(opens_at=window.opens_at, zone=window.zone, has_no_end=True)
    known: dict[tuple[tuple[str, ...], str], tuple[Interval, ...]] = {}
    found = {}
    for cell in read.cells:
        law = read.laws[cell.id]
        key = (cell.zones, law.legal.key)
        if key not in known:
            hours = CallHours(zones=cell.zones, limits=read.campaign.limits, window=ahead, law=law)
            known[key] = open_hours(hours, read.at, until)
        found[cell.id] = known[key]
    return found
