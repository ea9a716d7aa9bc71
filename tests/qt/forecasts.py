"""Made-up forecasts of a list, and a desk that answers with them (pictures 05 and 09)."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from qualdesk.core.changes import Changes
from qualdesk.core.floor_figures import Board, DayFigures
from qualdesk.core.forecast_values import (
    AS_IT_IS,
    Applied,
    Band,
    Closing,
    Forecast,
    ForecastDay,
    Levers,
)
from qualdesk.core.ids import CampaignId

DAYS = [date(2026, 3, day) for day in (12, 13, 16, 17, 18, 19, 20, 23, 24, 25, 26, 27)]
MORE = [date(2026, 3, 30), date(2026, 3, 31), date(2026, 4, 1)]
TODAY = date(2026, 3, 17)
NOW = datetime(2026, 3, 17, 9, 24, tzinfo=UTC)
CLOSES = datetime(2026, 3, 27, 16, tzinfo=UTC)
PAST = ((date(2026, 3, 12), 46), (date(2026, 3, 13), 95), (date(2026, 3, 16), 132))
TOTAL, DONE = 640, 152


def pace(days: list[date], total: int = TOTAL) -> tuple[tuple[date, float], ...]:
    """The even pace over these working days, for every day between them."""
    found, count, day = [], 0.0, days[0]
    while day <= days[-1]:
        count += total / len(days) if day in days else 0
        found.append((day, count))
        day += timedelta(days=1)
    return tuple(found)


def band_of(share: float, ends: float) -> Band:
    """What may be finished after this share of the days that are left."""
    middle = DONE + (ends - DONE) * share
    return Band(low=middle - 38 * share, middle=middle, high=min(middle + 30 * share, TOTAL))


def make_forecast(ends: float = 560, working: list[date] = DAYS, **other: Any) -> Forecast:
    """A list of 640 of which 152 are finished, that ends at so many."""
    ahead = [day for day in working if day >= TODAY]
    missed = TOTAL - ends
    says = f"At this pace {missed:.0f} leads will not be finished by Fri 27 Mar, 17:00."
    plan = {
        "campaign": CampaignId(1),
        "at": NOW,
        "closes_at": CLOSES,
        "zone": "Europe/Berlin",
        "total": TOTAL,
        "finished_now": DONE,
        "needed_now": 176,
        "says": says if missed else "All 640 leads will be finished by Fri 27 Mar, 17:00.",
        "finished": band_of(1, ends),
        "missed": Band(low=max(missed - 30, 0), middle=missed, high=missed + 38),
        "qualified": Band(low=100, middle=120, high=140),
        "chance": 0.04 if missed else 0.9,
        "days": tuple(
            ForecastDay(day=day, finished=band_of((place + 1) / len(ahead), ends))
            for place, day in enumerate(ahead)
        ),
        "needed": pace(working),
        "closings": (
            Closing(says="One more caller from Thursday closes the gap.", levers=Levers(callers=1)),
            Closing(
                says="So does one try less for the 91 giveaway leads.",
                levers=Levers(giveaway_tries=3),
            ),
        ),
    }
    return Forecast(**{**plan, **other})


@dataclass
class MadeForecasting:
    """Answers with made-up forecasts, and remembers what it was asked."""

    as_it_is: Forecast = field(default_factory=make_forecast)
    asked: list[Levers] = field(default_factory=list)
    fresh: list[bool] = field(default_factory=list)
    applied: Levers = AS_IT_IS
    names: tuple[str, ...] = ("Omar Said", "Priya Nair")

    def forecast(self, campaign: CampaignId, levers: Levers = AS_IT_IS, **how: bool) -> Forecast:
        """So many more are finished for each caller, each try less and each day."""
        assert campaign == self.as_it_is.campaign
        self.asked.append(levers)
        self.fresh.append(how.get("fresh", False))
        base = self.as_it_is
        if levers == AS_IT_IS:
            levers = self.applied
        if levers == AS_IT_IS or base.finished is None:
            return replace(base, levers=levers)
        more = 52 * levers.callers + 40 * len(levers.borrowed)
        more += 0 if levers.giveaway_tries is None else 12 * (6 - levers.giveaway_tries)
        is_longer = levers.closes_at is not None
        more += 48 if is_longer else 0
        made = make_forecast(
            min(560 + more, TOTAL),
            DAYS + MORE if is_longer else DAYS,
            closes_at=levers.closes_at or CLOSES,
        )
        return replace(made, levers=levers)

    def apply(self, campaign: CampaignId, levers: Levers) -> Applied:
        """From now on this is how it is."""
        self.applied = levers
        return Applied(
            says="1 caller more is planned.",
            token=7,
            changes=Changes(campaigns=frozenset({campaign})),
        )

    def take_back(self, token: int) -> Applied:
        """As it was."""
        assert token == 7
        self.applied = AS_IT_IS
        changes = Changes(campaigns=frozenset({self.as_it_is.campaign}))
        return Applied(says="Taken back.", token=token, changes=changes)

    def could_borrow(self, campaign: CampaignId) -> tuple[str, ...]:
        """Two who call for others."""
        del campaign
        return self.names


@dataclass
class MadeDesk:
    """A desk that knows a forecast and what was finished day by day, and nothing else."""

    forecasting: MadeForecasting = field(default_factory=MadeForecasting)

    @property
    def floor(self) -> "MadeDesk":
        return self

    def board(self, campaign: CampaignId) -> Board:
        days = tuple(DayFigures(day=day, finished=count) for day, count in PAST)
        return Board(campaign=campaign, at=NOW, total=TOTAL, giveaway=91, buckets={}, days=days)

    def close(self) -> None:
        """Nothing is open."""
