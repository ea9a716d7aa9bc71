"""The people of a world, the campaigns they came through, and when they came."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

from call_floor.clocks import DAY, HOUR, MINUTE, Span, at_local, open_spans, seconds
from call_floor.shifts import EVERYBODY, NIGHT
from call_floor.truth import PARTS, PHONES, ROLES, Kind, Truth, away_spans, drawn

# Two working weeks in which Europe puts its clocks back. Sydney's Monday begins on Sunday.
FIRST = seconds(2026, 10, 18, 20)
LAST = seconds(2026, 10, 31, 0)
WEEK = seconds(2026, 10, 24, 20)


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """A campaign and the rules under which its people are called.

    Attributes:
        share: its share of all leads; ``mix`` the shares of the kinds in it.
        hours: the hours of calling on the person's clocks.
        rest: the least seconds between two tries.
        closes: when calling stops being worthwhile.
    """

    name: str
    share: float
    mix: dict[Kind, float]
    hours: tuple[float, float] = (9.0, 17.5)
    most: int = 6
    per_day: int = 2
    rest: float = 15 * MINUTE
    closes: float = LAST + 5 * DAY


@dataclass(kw_only=True, slots=True, eq=False)
class Person:
    """Somebody on a list, with all that nobody on the floor knows.

    Attributes:
        zone: the clock they live by; ``zones`` those they may live by, as the list says.
        anchor: when their interest was greatest.
        answers: their own chance of an answer, before the hour and the part of the day.
        qualifies: their own chance to qualify while interest is fresh.
        parts: how much likelier they answer in each part of their own day.
        wrong: whether each of their numbers is none of theirs.
    """

    id: int
    plan: int
    kind: Kind
    role: str
    phone: str
    spare: str
    zone: str
    zones: tuple[str, ...]
    arrives: float
    anchor: float
    answers: float
    qualifies: float
    parts: tuple[float, ...]
    away: Span
    wrong: list[bool]
    cell: tuple[int, tuple[str, ...]] = field(init=False)

    def __post_init__(self) -> None:
        """The campaign and the clocks: people of one cell may be called at the same times."""
        self.cell = (self.plan, self.zones)


@dataclass(frozen=True, kw_only=True, slots=True)
class World:
    """Truths, campaigns, and people in the order in which their lists are loaded."""

    seed: int
    truth: Truth
    plans: tuple[Plan, ...]
    people: tuple[Person, ...]
    callers: tuple[int, ...] = EVERYBODY

    def spans(self, person: Person) -> tuple[Span, ...]:
        """When the rules let this person be called."""
        return spans_of(self.plans[person.plan], person.zones)

    def arrivals(self) -> Iterator[tuple[float, list[Person]]]:
        """The lists as they are loaded: those there at the start, then what comes in."""
        batch: list[Person] = []
        for person in self.people:
            if batch and (person.arrives, person.plan) != (batch[0].arrives, batch[0].plan):
                yield batch[0].arrives, batch
                batch = []
            batch.append(person)
        if batch:
            yield batch[0].arrives, batch


def spans_of(plan: Plan, zones: tuple[str, ...]) -> tuple[Span, ...]:
    """When people of the campaign with those clocks may be called."""
    found = open_spans(zones, plan.hours, FIRST - DAY, LAST + 7 * DAY)
    return tuple((a, min(b, plan.closes)) for a, b in found if a < plan.closes)


def make_world(
    seed: int,
    leads: int,
    *,
    closes_soon: bool = False,
    callers: tuple[int, ...] = EVERYBODY,
) -> World:
    """A world of so many leads; ``closes_soon``: the fair's window closes after two days.

    A floor of fewer ``callers`` leaves out the side of the world nobody works for.
    """
    truth = drawn(seed)
    chance = random.Random(f"people {seed} {leads}")
    closes = seconds(2026, 10, 20, 16, 30) if closes_soon else seconds(2026, 10, 30, 16)
    plans = (
        Plan(
            name="Bought list",
            share=0.30,
            mix={Kind.LIST: 1},
            hours=(10.0, 16.0),
            most=4,
            per_day=1,
        ),
        Plan(name="Conference", share=0.12, mix={Kind.CONFERENCE: 1}, per_day=1),
        Plan(name="Download", share=0.18, mix={Kind.DOWNLOAD: 1}),
        Plan(
            name="Trade show",
            share=0.20,
            mix={
                Kind.STAND_ASKED: 0.08,
                Kind.STAND_DEMO: 0.25,
                Kind.STAND_SCAN: 0.42,
                Kind.STAND_GIVEAWAY: 0.25,
            },
            closes=closes,
        ),
        Plan(name="Webinar", share=0.12, mix={Kind.ATTENDED: 0.45, Kind.NO_SHOW: 0.55}),
        Plan(name="Contact form", share=0.08, mix={Kind.FORM: 1}, most=8, per_day=3),
    )
    shares = _PLACE_SHARES if NIGHT & set(callers) else _PLACE_SHARES[:-1]
    people = [
        _person(truth, chance, plans, number, shares)
        for number, plan in enumerate(plans)
        for _ in range(round(leads * plan.share))
    ]
    people.sort(key=lambda one: (one.arrives, one.plan))
    for number, person in enumerate(people):
        person.id = number
    return World(seed=seed, truth=truth, plans=plans, people=tuple(people), callers=tuple(callers))


def _person(
    truth: Truth,
    chance: random.Random,
    plans: tuple[Plan, ...],
    plan: int,
    places: tuple[float, ...],
) -> Person:
    mix = plans[plan].mix
    kind = chance.choices(list(mix), list(mix.values()))[0]
    zone, zones = chance.choices(_PLACES[: len(places)], places)[0]
    zone = chance.choice(zones) if len(zones) > 1 else zone
    role = chance.choices(ROLES, (0.2, 0.4, 0.3, 0.1))[0]
    phone = chance.choices(PHONES, _PHONE_SHARES.get(kind, (0.35, 0.3, 0.35)))[0]
    arrives, anchor = _came(kind, chance, zone)
    drift = 2.5 if kind is Kind.LIST else 1.0
    parts = [chance.gammavariate(truth.spread, 1 / truth.spread) for _ in range(PARTS)]
    return Person(
        id=0,
        plan=plan,
        kind=kind,
        role=role,
        phone=phone,
        spare="main" if phone != "main" and chance.random() < _HAVE_SPARE else "",
        zone=zone,
        zones=zones,
        arrives=arrives,
        anchor=anchor,
        answers=truth.answers[kind]
        * truth.phone[phone]
        * truth.role_answers[role]
        * chance.gammavariate(truth.reach, 1 / truth.reach),
        qualifies=truth.qualifies[kind]
        * truth.role_qualifies[role]
        * chance.gammavariate(truth.interest, 1 / truth.interest),
        parts=tuple(parts),
        away=away_spans(chance, truth, FIRST),
        wrong=[chance.random() < truth.wrong[phone] * drift, chance.random() < truth.wrong["main"]],
    )


def _came(kind: Kind, chance: random.Random, zone: str) -> tuple[float, float]:
    """When they stood on a list, and when their interest was greatest."""
    if kind is Kind.FORM:
        day, _, _ = 20744 + chance.choices(range(13), _FORM_DAYS)[0], 0, 0
        wrote = at_local(zone, day, min(23.9, max(0.0, chance.gauss(13.5, 4))))
        wrote = max(wrote, FIRST - 12 * HOUR)
        return max(FIRST, _ten_minutes(wrote)), wrote
    if kind is Kind.DOWNLOAD:
        at = chance.uniform(FIRST - 10 * DAY, LAST - 2 * DAY)
        # Downloads come as a list each hour.
        return max(FIRST, HOUR * (at // HOUR + 1)), at
    if kind in {Kind.ATTENDED, Kind.NO_SHOW}:
        return seconds(2026, 10, 22, 5), seconds(2026, 10, 21, 15)
    if kind is Kind.CONFERENCE:
        return FIRST, seconds(2026, 10, 14, 16)
    if kind is Kind.LIST:
        return FIRST, FIRST
    return FIRST, seconds(2026, 10, 16, 16)


def _ten_minutes(at: float) -> float:
    return 600 * (at // 600 + 1)


_HAVE_SPARE = 0.15
_FORM_DAYS = (1, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 2)  # from a Sunday on
_PLACES = (
    ("Europe/London", ("Europe/London",)),
    ("Europe/Berlin", ("Europe/Berlin",)),
    ("America/New_York", ("America/New_York",)),
    ("America/Chicago", ("America/Chicago",)),
    # Kentucky: its address alone does not say which clock.
    ("America/New_York", ("America/Chicago", "America/New_York")),
    ("America/Los_Angeles", ("America/Los_Angeles",)),
    ("Australia/Sydney", ("Australia/Sydney",)),
)
_PLACE_SHARES = (0.24, 0.26, 0.16, 0.08, 0.04, 0.08, 0.14)
_PHONE_SHARES = {Kind.LIST: (0.1, 0.3, 0.6), Kind.FORM: (0.55, 0.3, 0.15)}
