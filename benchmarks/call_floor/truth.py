"""What is true of a simulated population: drawn anew for each seed, and known to nobody in it.

The middle of every draw is a published figure; how far a world lies from it is chance.
"""

import math
import random
from dataclasses import dataclass
from enum import StrEnum

from call_floor.clocks import DAY, HOUR

PARTS = 4
FIRST_HOUR, LAST_HOUR = 7, 20
MOST = 0.9


class Kind(StrEnum):
    """How somebody came onto a list."""

    FORM = "form"
    STAND_ASKED = "stand_asked"
    STAND_DEMO = "stand_demo"
    STAND_SCAN = "stand_scan"
    STAND_GIVEAWAY = "stand_giveaway"
    ATTENDED = "attended"
    NO_SHOW = "no_show"
    DOWNLOAD = "download"
    CONFERENCE = "conference"
    LIST = "list"


ROLES = ("executive", "manager", "specialist", "unknown")
PHONES = ("mobile", "direct", "main")

# Chance of an answer, chance that the conversation qualifies while interest is fresh.
_REFERENCE = {
    Kind.FORM: (0.25, 0.35),
    Kind.STAND_ASKED: (0.15, 0.30),
    Kind.STAND_DEMO: (0.13, 0.23),
    Kind.STAND_SCAN: (0.13, 0.18),
    Kind.STAND_GIVEAWAY: (0.10, 0.08),
    Kind.ATTENDED: (0.13, 0.18),
    Kind.NO_SHOW: (0.11, 0.11),
    Kind.DOWNLOAD: (0.11, 0.11),
    Kind.CONFERENCE: (0.12, 0.15),
    Kind.LIST: (0.08, 0.04),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Truth:
    """One world's truths. Chances are of one dial; factors have a mean of about one.

    Attributes:
        reach, spread: the shape of how far persons differ in being reachable at all, and from
            one part of their day to another (of a gamma distribution: small is wild).
        edges: where the parts of people's own days begin, in hours.
        melts: what of an event's interest stays, and the hours in which the rest melts.
        form_melts: (share, hours) of the two ways in which a form's interest melts.
        freshness: how much likelier a fresh form's sender answers, and for how many hours.
        promised: the chance that somebody answers at the time they named themselves.
        calls_back: the share of conversations that end in "not now, call me at ...".
    """

    answers: dict[Kind, float]
    qualifies: dict[Kind, float]
    phone: dict[str, float]
    role_answers: dict[str, float]
    role_qualifies: dict[str, float]
    hours: dict[str, dict[int, float]]
    weekdays: tuple[float, ...]
    reach: float
    spread: float
    edges: tuple[float, float, float]
    melts: tuple[float, float]
    form_melts: tuple[tuple[float, float], tuple[float, float]]
    freshness: tuple[float, float]
    promised: float
    calls_back: float
    away: float
    voicemail: float
    gatekeeper: float
    hints: float
    wrong: dict[str, float]
    interest: float

    def part(self, hour: float) -> int:
        """Which part of people's own day that hour is, 0 to 3."""
        return sum(hour >= edge for edge in self.edges)

    def when(self, role: str, hour: float, weekday: int) -> float:
        """How much likelier than on average somebody of that role answers then."""
        there = min(max(int(hour), FIRST_HOUR), LAST_HOUR)
        return self.hours[role][there] * self.weekdays[weekday]

    def lifted(self, kind: Kind, age: float) -> float:
        """How much likelier somebody answers who wrote to us ``age`` seconds ago."""
        if kind is not Kind.FORM:
            return 1.0
        more, hours = self.freshness
        return 1 + more * math.exp(-max(0.0, age) / HOUR / hours)

    def left(self, kind: Kind, age: float) -> float:
        """What is left of the interest ``age`` seconds after it was greatest."""
        hours = max(0.0, age) / HOUR
        if kind is Kind.LIST:
            return 1.0
        if kind is Kind.FORM:
            gone = sum(share * (1 - math.exp(-hours / each)) for share, each in self.form_melts)
            return 1 - gone
        stays, each = self.melts
        return stays + (1 - stays) * math.exp(-hours / each)


def drawn(seed: int) -> Truth:
    """The truths of one world."""
    chance = random.Random(f"truth {seed}")

    def about(middle: float, spread: float = 0.25) -> float:
        return middle * math.exp(chance.gauss(0, spread))

    fast, slow = about(0.5, 0.2), about(0.35, 0.2)
    first = chance.uniform(10, 11.2)
    noon = chance.uniform(12.2, 13.5)
    return Truth(
        answers={kind: about(reference[0]) for kind, reference in _REFERENCE.items()},
        qualifies={kind: about(reference[1]) for kind, reference in _REFERENCE.items()},
        phone={"mobile": about(1.15), "direct": about(1.1), "main": about(0.75)},
        role_answers=dict(zip(ROLES, map(about, (0.8, 1.0, 1.1, 1.0)), strict=True)),
        role_qualifies=dict(zip(ROLES, map(about, (1.2, 1.1, 0.8, 0.9)), strict=True)),
        hours={role: _hours(chance) for role in ROLES},
        weekdays=tuple(about(middle, 0.1) for middle in (0.95, 1.05, 1.05, 1.05, 0.9, 0.6, 0.5)),
        reach=chance.uniform(1.5, 4.0),
        spread=chance.uniform(1.5, 4.0),
        edges=(first, noon, chance.uniform(14.5, 16.0)),
        melts=(chance.uniform(0.25, 0.4), about(72, 0.3)),
        form_melts=((min(0.6, fast), about(1, 0.3)), (min(0.38, slow), about(14, 0.3))),
        freshness=(about(0.8), about(3)),
        promised=chance.uniform(0.6, 0.8),
        calls_back=chance.uniform(0.1, 0.2),
        away=chance.uniform(0.08, 0.2),
        voicemail=chance.uniform(0.3, 0.6),
        gatekeeper=chance.uniform(0.4, 0.7),
        hints=chance.uniform(0.3, 0.6),
        wrong={"mobile": about(0.04), "direct": about(0.05), "main": about(0.02)},
        interest=chance.uniform(1.5, 4.0),
    )


def _hours(chance: random.Random) -> dict[int, float]:
    """A day with two good spells, the best hour 1.3 to 2 times the worst."""
    peaks = (chance.uniform(8.5, 11.5), chance.uniform(14, 18))
    widths = (chance.uniform(1, 2.5), chance.uniform(1, 2.5))
    heights = (1.0, chance.uniform(0.5, 1.2))
    raw = {
        hour: sum(
            height * math.exp(-(((hour + 0.5 - peak) / width) ** 2))
            for peak, width, height in zip(peaks, widths, heights, strict=True)
        )
        for hour in range(FIRST_HOUR, LAST_HOUR + 1)
    }
    worked = [raw[hour] for hour in range(9, 18)]
    ratio = chance.uniform(1.3, 2.0)
    low, high = min(worked), max(worked)
    lifted = {
        hour: 1 + (ratio - 1) * min(1.5, max(0.0, (value - low) / (high - low)))
        for hour, value in raw.items()
    }
    mean = sum(lifted[hour] for hour in range(9, 18)) / 9
    return {hour: value / mean for hour, value in lifted.items()}


def away_spans(chance: random.Random, truth: Truth, first: float) -> tuple[float, float]:
    """When somebody is away; an empty span for most."""
    if chance.random() >= truth.away:
        return 0.0, 0.0
    begins = first + chance.uniform(-5, 13) * DAY
    return begins, begins + chance.uniform(1, 8) * DAY
