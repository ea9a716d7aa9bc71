"""Random people and instants, put to the calling rules and to the oracle."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import phonenumbers

from qualdesk.core.calling_rules import CallHours, may_call, open_hours
from qualdesk.core.law import Law
from qualdesk.core.leads import Company, Contact
from qualdesk.core.legal import legal_of
from qualdesk.core.phones import read_lines
from qualdesk.core.places import zone_candidates
from qualdesk.core.rules import Audience, Ground, RuleBook
from qualdesk.core.sources import CallLimits
from qualdesk.files.rule_sets import shipped_rules
from qualdesk.resources import shipped
from rules_oracle import HOUSE, NAMES, Asked, Oracle, shown_minutes, state_of_code, walls

COUNTRIES = ("US", "US", "US", "CA", "GB", "AU", "FR", "DE", "ES", "IT", "NL", "AT", "CH", "IE")
OTHERS = ("SE", "JP", "GP", "PR", "RE")
STATES = tuple(sorted(set(NAMES.values())))
_FIRST = date(2026, 6, 1)
_DAYS = 900


@dataclass
class Tally:
    """What a run came to."""

    cases: int = 0
    allowed: int = 0
    differences: int = 0
    allowed_outside: int = 0
    first: str = ""


def run(people: int, days: int, instants: int, seed: int, book: RuleBook | None = None) -> Tally:
    """Ask about ``people`` people on so many days each, so many instants a day.

    ``book`` is the rules the program goes by, those it ships when none are given.
    """
    chance = random.Random(seed)
    oracle = Oracle(shipped("rules").parent)
    told = Tally()
    edges = _edges(oracle)
    for _ in range(people):
        hours, asked = _somebody(chance, book or shipped_rules())
        for _ in range(days):
            day = chance.choice(edges) if chance.random() < 0.5 else _any_day(chance)
            for at in _instants(chance, day, instants):
                _judge(told, oracle, hours, _at(chance, asked, at))
    return told


def _judge(told: Tally, oracle: Oracle, hours: CallHours, asked: Asked) -> None:
    told.cases += 1
    stopped = oracle.stopped_by(asked)
    said = may_call(hours, asked.at, agreed=asked.agreed, tries=asked.tries)
    told.allowed += said.is_allowed
    is_same = said.is_allowed is not bool(stopped)
    if not said.is_allowed and said.rule != "house-hours":
        is_same = is_same and said.rule in stopped
    if not asked.agreed and not asked.tries and told.cases % 10 == 0:
        # The hours a claim goes by say the same as the answer at the dial.
        spans = open_hours(hours, asked.at - timedelta(hours=1), asked.at + timedelta(hours=1))
        is_same = is_same and any(span.holds(asked.at) for span in spans) is said.is_allowed
    if not is_same:
        told.differences += 1
        told.first = told.first or f"{asked}: {stopped}, but {said}"
    told.allowed_outside += said.is_allowed and bool(stopped)


def _somebody(chance: random.Random, book: RuleBook) -> tuple[CallHours, Asked]:
    while True:
        number = chance.choice(_NUMBERS)(chance)
        country, state = _address(chance, number)
        lines = read_lines(number)
        if not lines or not lines[0].phone.e164:
            continue
        zones, _ = zone_candidates(country=country, subdivision=state, lines=lines)
        if zones:
            break
    audience = chance.choice((None, None, *Audience))
    company = Company(name="Harbour Freight") if chance.random() < 0.3 else None
    grounds = frozenset(chance.sample(_GROUNDS, chance.randrange(3)))
    contact = Contact(
        name="Alex Doe",
        company=company,
        phones=(lines[0].phone,),
        country=country,
        subdivision=state,
        zones=zones,
    )
    law = Law(book, legal_of(contact, audience=audience, grounds=grounds))
    # Half of the houses leave everything to the law.
    hours, week = chance.choice(((HOUSE, 5), ((0, 24 * 60), 7)))
    limits = CallLimits(hours=hours, days=frozenset(range(week)))
    asked = Asked(
        number=lines[0].phone.e164,
        country=country,
        state=state,
        audience=audience.value if audience else "business" if company else "unknown",
        grounds=frozenset(one.value for one in grounds),
        zones=zones,
        at=datetime(2026, 1, 1, tzinfo=UTC),
        hours=hours,
        days=week,
    )
    return CallHours(zones=zones, limits=limits, law=law), asked


def _at(chance: random.Random, asked: Asked, at: datetime) -> Asked:
    tries: tuple[datetime, ...] = ()
    if chance.random() < 0.2:
        ages = (chance.choice((1, 5, 23, 24, 25, 100, 719, 720)) for _ in range(4))
        tries = tuple(at - timedelta(hours=age, minutes=chance.randrange(2)) for age in ages)
    agreed = chance.random() < 0.1
    fields = {**asked.__dict__, "at": at, "tries": tries, "agreed": agreed}
    return Asked(**fields)


def _address(chance: random.Random, number: str) -> tuple[str, str]:
    if chance.random() < 0.3:
        return "", ""
    country = chance.choice((*COUNTRIES, *OTHERS))
    if chance.random() < 0.5:
        country = phonenumbers.region_code_for_number(phonenumbers.parse(number)) or country
    return country, chance.choice(("", *STATES)) if country == "US" else ""


def _any_day(chance: random.Random) -> date:
    return _FIRST + timedelta(days=chance.randrange(_DAYS))


def _instants(chance: random.Random, day: date, count: int) -> Iterator[datetime]:
    """Instants of a day somewhere on the earth, half of them at full and half hours and beside."""
    start = datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(hours=12)
    for _ in range(count):
        if chance.random() < 0.5:
            beside = chance.choice((-1, 0, 0, 1))
            yield start + timedelta(minutes=30 * chance.randrange(96) + beside)
        else:
            yield start + timedelta(seconds=chance.randrange(48 * 3600))


def _edges(oracle: Oracle) -> list[date]:
    """Days on which something changes: holidays, the days beside, clocks, new laws."""
    days = {
        date.fromisoformat(day)
        for table in oracle.holidays.values()
        if isinstance(table, dict)
        for day in table
    }
    days |= {one["valid_from"] for one in oracle.sets if "valid_from" in one}
    days |= {date(2026, 10, 25), date(2026, 11, 1), date(2027, 3, 14), date(2027, 3, 28)}
    near = {day + timedelta(days=beside) for day in days for beside in (-1, 0, 1)}
    last = _FIRST + timedelta(days=_DAYS)
    return sorted(day for day in near if _FIRST <= day <= last)


def _american(chance: random.Random) -> str:
    return f"+1{chance.choice(_area_codes())}55501{chance.randrange(100):02}"


@cache
def _area_codes() -> tuple[str, ...]:
    return tuple(
        code
        for code in map(str, range(201, 990))
        if state_of_code(code) in STATES
        and phonenumbers.is_valid_number(phonenumbers.parse(f"+1{code}5550100"))
    )


def _of(prefix: str, digits: int) -> Callable[[random.Random], str]:
    def make(chance: random.Random) -> str:
        return prefix + "".join(str(chance.randrange(10)) for _ in range(digits))

    return make


_GROUNDS = [Ground.CONSENT, Ground.LAWFUL_BASIS, Ground.EXISTING_RELATIONSHIP]
_NUMBERS = (
    _american,
    _american,
    _american,
    _of("+180055501", 2),  # toll-free
    _of("+1604555", 4),
    _of("+44207946", 4),
    _of("+4477009001", 2),
    _of("+61255501", 3),
    _of("+614915701", 2),  # a mobile of a country on many clocks
    _of("+3319900", 4),
    _of("+336398", 5),
    _of("+493023125", 3),
    _of("+4915211223", 3),
    _of("+3491055", 4),
    _of("+390655", 6),
    _of("+31201234", 3),
    _of("+4315550", 3),
    _of("+4143555", 4),
    _of("+35312345", 2),
)


def clock_changes(zone: str, first: int, last: int) -> list[date]:
    """The days from one year to the other on which clocks of a zone change."""
    there, found = ZoneInfo(zone), []
    day, end = date(first, 1, 1), date(last, 12, 31)
    before = datetime(first, 1, 1, 12, tzinfo=there).utcoffset()
    while day <= end:
        now = datetime(day.year, day.month, day.day, 12, tzinfo=there).utcoffset()
        if now != before:
            found += [day - timedelta(days=1), day]
        day, before = day + timedelta(days=1), now
    return found


def wrong_minutes(zone: str, day: date, opens: int, closes: int) -> int:
    """In how many minutes around a day the hours of a queue and a clock on the wall disagree."""
    limits = CallLimits(hours=(opens, closes), days=frozenset(range(7)))
    start = datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(hours=26)
    end = start + timedelta(hours=78)
    spans = open_hours(CallHours(zones=(zone,), limits=limits), start, end)
    ours = {
        start + timedelta(minutes=minute)
        for span in spans
        for minute in range(
            (span.opens_at - start) // timedelta(minutes=1),
            -((start - span.closes_at) // timedelta(minutes=1)),
        )
    }
    that_day = {at for at, shown, _ in walls(zone, day) if shown == day and at in ours}
    return len(that_day ^ shown_minutes(zone, day, opens, closes))
