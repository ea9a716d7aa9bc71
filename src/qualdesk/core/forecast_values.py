"""A forecast of a list as values: how it may end by its close, and what would change that (S2)."""

from dataclasses import field
from datetime import date, datetime

from qualdesk.core.changes import Changes
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId


@frozen
class Band:
    """A number that is not known yet: the middle, and the bounds of 80 cases in 100."""

    low: float
    middle: float
    high: float


@frozen
class ForecastDay:
    """How many leads will be finished by the end of a day of the campaign's clock."""

    day: date
    finished: Band


@frozen
class Levers:
    """What a supervisor tries, beside what holds now.

    Attributes:
        callers: so many callers more (or fewer, below 0) than the shifts say.
        callers_from: from which day of the campaign's clock on; None: from now.
        giveaway_tries: how often who came for the giveaway alone is tried at most; None: as is.
        closes_at: when the window closes instead, UTC; None: as is.
        borrowed: callers of other campaigns who call for this one, by name.
    """

    callers: int = 0
    callers_from: date | None = None
    giveaway_tries: int | None = None
    closes_at: datetime | None = None
    borrowed: tuple[str, ...] = ()


AS_IT_IS = Levers()


@frozen
class Closing:
    """One thing that would close the gap, in words, with the levers that try it."""

    says: str
    levers: Levers


@frozen
class Forecast:
    """How a list may end by the close of its window.

    Attributes:
        at: when it was made, UTC; ``closes_at`` when the window closes, None when it does not.
        total: leads of the list; ``finished_now`` those that are finished.
        needed_now: so many should be finished by now at an even pace over the working days.
        finished: by the close; ``missed`` leads not finished by then; ``qualified`` by then.
        chance: that all are finished by the close, 0 to 1; None when too little is known.
        unknown: why nothing can be said yet, a sentence; empty when a forecast is given.
        days: from today to the close; ``needed`` the even pace, for every day from the opening.
        says: the forecast in a sentence; ``why`` what stands in the way, a sentence or empty.
        closings: what would close the gap, the cheapest first; none when there is no gap.
        out_of_reach: open leads nobody may call while somebody is at work, whoever else comes:
            the list behind is ``unreachable_in_time``.
    """

    campaign: CampaignId
    at: datetime
    closes_at: datetime | None
    zone: str
    total: int
    finished_now: int
    says: str
    needed_now: int = 0
    finished: Band | None = None
    missed: Band | None = None
    qualified: Band | None = None
    chance: float | None = None
    unknown: str = ""
    why: str = ""
    days: tuple[ForecastDay, ...] = ()
    needed: tuple[tuple[date, float], ...] = ()
    levers: Levers = AS_IT_IS
    closings: tuple[Closing, ...] = field(default=())
    out_of_reach: int = 0

    @property
    def finished_by_close(self) -> Band | None:
        """What is finished by the close in whole leads: with those missed, as said, the list."""
        if self.missed is None:
            return self.finished
        low, middle, high = (
            float(self.total - round(left))
            for left in (self.missed.high, self.missed.middle, self.missed.low)
        )
        return Band(low=low, middle=middle, high=high)


@frozen
class Applied:
    """Levers that hold now, in a sentence; ``token`` takes all of it back in one step."""

    says: str
    token: int
    changes: Changes
