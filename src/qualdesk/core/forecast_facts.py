"""What a forecast rests on, as values: leads that are alike, calls seen, who calls when."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime

from qualdesk.core.calling_rules import Interval
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId


@frozen
class LeadGroup:
    """Open leads that are alike to a forecast.

    Attributes:
        leads: how many may be called as soon as their hours are open, by tries made so far.
        asleep: how many rest until that day, by day and tries made.
        promised: call backs by the day they are due and the tries made.
        answers: the chance of an answer of the first try, the second ... in their open hours.
        qualifies: the chance that a conversation qualifies.
        clock: which of :attr:`Facts.clocks` they are called by.
        is_giveaway: they came for the giveaway alone; ``is_last``: called after all others.
    """

    leads: tuple[int, ...] = ()
    asleep: tuple[tuple[date, int, int], ...] = ()
    promised: tuple[tuple[date, int, int], ...] = ()
    answers: tuple[float, ...]
    qualifies: float
    clock: int = 0
    is_giveaway: bool = False
    is_last: bool = False

    @property
    def total(self) -> int:
        """How many leads they are."""
        later = sum(count for _, _, count in (*self.asleep, *self.promised))
        return sum(self.leads) + later


@frozen
class SeenCalls:
    """What came of calls of the list so far, of giveaway leads or of the others.

    Attributes:
        dials: how many; ``answered`` those in which the person was spoken to.
        foretold: answers that all else that is known foretold of just these dials.
        ended: after so many of them the lead was finished; ``promised`` a call back was due.
        lost: so many showed that no number leads to the person: the lead waits for a new one.
        qualified: so many qualified; ``foretold_qualified`` as ``foretold``.
    """

    dials: int = 0
    answered: int = 0
    foretold: float = 0.0
    ended: int = 0
    promised: int = 0
    lost: int = 0
    qualified: int = 0
    foretold_qualified: float = 0.0


@frozen
class DayCalled:
    """A day on which the list was called: minutes on shift, and what its dials took of them.

    ``is_full``: there was more to call than there was time for, so the day says how much callers
    can do and not how much there was to do.
    """

    shift: float
    spent: float
    is_full: bool = True


@frozen
class AtWork:
    """Somebody who calls for the list, or could: their shifts ahead, days away left out.

    ``share``: the part of their time this list has, 0 to 1.
    """

    name: str
    shifts: tuple[Interval, ...]
    share: float = 1.0


@frozen
class Facts:
    """All that a forecast of one list rests on, read at one moment.

    Attributes:
        at: when it was read, UTC; ``opens_at`` since when the list is worked.
        clocks: open hours ahead, merged by likeness, well beyond the close.
        workdays: the weekdays on which the list is called, Monday 0.
        out_of_reach: open leads nobody may call before the close, by why; they are in no group.
        planned: callers a supervisor plans beyond those who are known: from which day, how many.
        max_tries: tries per lead; ``giveaway_tries`` those of who came for the giveaway alone.
        per_day: tries of one lead per day at most.
        minutes: what an unanswered dial takes, and a conversation.
        cap: the highest chance of an answer anybody is given.
        has_shifts: somebody said when callers work. ``unknown``: why nothing can be said, a
            sentence.
        finished_then: for a window that is closed: finished at its close.
    """

    campaign: CampaignId
    at: datetime
    zone: str
    total: int
    finished: int
    closes_at: datetime | None
    opens_at: datetime
    groups: tuple[LeadGroup, ...] = ()
    clocks: tuple[tuple[Interval, ...], ...] = ()
    callers: tuple[AtWork, ...] = ()
    others: tuple[AtWork, ...] = ()
    days_called: tuple[DayCalled, ...] = ()
    seen: SeenCalls = SeenCalls()
    seen_giveaway: SeenCalls = SeenCalls()
    workdays: frozenset[int] = frozenset(range(5))
    out_of_reach: Mapping[str, int] = field(default_factory=dict)
    planned: tuple[tuple[date, int], ...] = ()
    max_tries: int = 6
    giveaway_tries: int | None = None
    giveaway_open: int = 0
    per_day: int = 2
    minutes: tuple[float, float] = (2.0, 8.0)
    cap: float = 0.9
    qualified: int = 0
    finished_then: int | None = None
    has_shifts: bool = False
    unknown: str = ""
