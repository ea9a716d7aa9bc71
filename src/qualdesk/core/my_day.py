"""A caller's own day: what they promised, what they did, what sales made of it. Nobody else's."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta

from qualdesk.core.cards import DueCallback
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import LeadId, ScriptVersionId
from qualdesk.core.outcomes import Outcome
from qualdesk.core.scripts import CallScript, StageKind
from qualdesk.core.times import both_clocks, instant_of, local_time

SALES_WITHIN = timedelta(days=14)
"""How far back what sales said is shown: an answer takes them days."""


@frozen
class PromiseToday:
    """A call back this caller promised and that is due today, or is late from before.

    Attributes:
        at: its instant, UTC. ``kept_at``: when they were called for it; None while open.
    """

    lead_id: LeadId
    name: str
    company: str
    at: datetime
    callback: DueCallback
    kept_at: datetime | None = None

    def says_when(self, zone: str) -> str:
        """Its time on their clock and on ours: “Thu 19 Mar, 10:30 in Berlin (09:30 for you)”."""
        return both_clocks(self.at, self.callback.promise.zone, zone)


@frozen
class CallToday:
    """A call of this caller, as far as the day is counted from it.

    Attributes:
        questions: those answered in it.
        fit_opened_early: Fit was opened before discovery had its answers (D1).
    """

    outcome: str
    script: ScriptVersionId | None
    questions: tuple[str, ...] = ()
    fit_opened_early: bool = False


@frozen
class SalesSaid:
    """What sales said of a lead this caller qualified; ``reason`` is empty when they took it."""

    lead_id: LeadId
    name: str
    company: str
    at: datetime
    takes: bool
    reason: str = ""
    note: str = ""

    @property
    def why(self) -> str:
        """The reason with what they wrote beside it."""
        return ": ".join(part for part in (self.reason, self.note) if part)


@frozen
class RecentCall:
    """A call this caller made or took, with the name of whom; ``at`` is when it began, UTC.

    ``outcome`` is its code, empty while there is none.
    """

    lead_id: LeadId
    name: str
    company: str
    at: datetime
    outcome: str = ""


@frozen
class DayCounts:
    """What was done in a day.

    Attributes:
        calls: numbers dialled. ``conversations``: calls in which somebody was spoken to.
        discovery_first: conversations that came to Fit by way of discovery; ``came_to_fit`` of
            so many that came there at all.
        outcomes: how the calls ended, in words, the most frequent first.
    """

    calls: int = 0
    conversations: int = 0
    discovery_first: int = 0
    came_to_fit: int = 0
    outcomes: tuple[tuple[str, int], ...] = ()


@frozen
class MyDay:
    """One caller's day. It holds no figure of anybody else, and nothing to compare it with.

    Attributes:
        day: on the clock of ``zone``, the caller's own.
        promises: the earliest first. ``said``: what sales said in two weeks, the newest first.
        waiting: leads of theirs that sales has not answered yet.
    """

    day: date
    zone: str
    promises: tuple[PromiseToday, ...]
    counts: DayCounts
    said: tuple[SalesSaid, ...]
    waiting: int = 0

    @property
    def taken(self) -> tuple[SalesSaid, ...]:
        """What sales took."""
        return tuple(one for one in self.said if one.takes)

    @property
    def came_back(self) -> tuple[SalesSaid, ...]:
        """What sales sent back, with the reason."""
        return tuple(one for one in self.said if not one.takes)


def day_bounds(now: datetime, zone: str) -> tuple[date, datetime, datetime]:
    """The day it is in a zone, and the instants at which it begins and ends there, UTC."""
    day = local_time(now, zone).date()
    return (
        day,
        instant_of(datetime.combine(day, time()), zone),
        instant_of(datetime.combine(day + timedelta(days=1), time()), zone),
    )


def count_day(
    calls: Iterable[CallToday],
    outcomes: Mapping[str, Outcome],
    labels: Mapping[str, str],
    scripts: Mapping[ScriptVersionId, CallScript],
) -> DayCounts:
    """Count the calls of a day. A call that is still going on counts as dialled only."""
    made = conversations = first = came = 0
    ended: dict[str, int] = {}
    for call in calls:
        made += 1
        outcome = outcomes.get(call.outcome)
        if call.outcome:
            label = labels.get(call.outcome, call.outcome)
            ended[label] = ended.get(label, 0) + 1
        if outcome is None or not outcome.was_reached:
            continue
        conversations += 1
        script = scripts.get(call.script) if call.script is not None else None
        if call.fit_opened_early or _asked_fit(call, script):
            came += 1
            first += not call.fit_opened_early
    return DayCounts(
        calls=made,
        conversations=conversations,
        discovery_first=first,
        came_to_fit=came,
        outcomes=tuple(sorted(ended.items(), key=lambda one: (-one[1], one[0]))),
    )


def _asked_fit(call: CallToday, script: CallScript | None) -> bool:
    return script is not None and any(
        script.stage_of(question) is StageKind.FIT for question in call.questions
    )
