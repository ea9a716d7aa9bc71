"""What the law says of a call, worked out a second time: from the files, minute by minute.

Written beside the program and not from it: it reads the TOML itself, asks the clocks of Python,
and shares nothing with ``core/law``, ``core/calling_rules`` and ``core/legal``.
"""

import tomllib
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import phonenumbers
import phonenumbers.timezone
from phonenumbers import PhoneNumberType

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
HOUSE = (9 * 60, 17 * 60 + 30)
_UNDER = {
    "GF": "FR", "GP": "FR", "MQ": "FR", "RE": "FR", "YT": "FR", "BL": "FR", "MF": "FR",
    "PM": "FR", "AS": "US", "GU": "US", "MP": "US", "PR": "US", "VI": "US", "CC": "AU",
    "CX": "AU", "NF": "AU",
}  # fmt: skip
_PLACED = {
    PhoneNumberType.FIXED_LINE,
    PhoneNumberType.FIXED_LINE_OR_MOBILE,
}


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One person and one instant.

    ``state`` is the code of a state of the United States; ``hours`` and the first ``days`` of the
    week are the house's own.
    """

    number: str
    country: str
    state: str
    audience: str
    grounds: frozenset[str]
    zones: tuple[str, ...]
    at: datetime
    tries: tuple[datetime, ...] = ()
    agreed: bool = False
    hours: tuple[int, int] = HOUSE
    days: int = 5


class Oracle:
    """The shipped rules, read by a stranger."""

    def __init__(self, resources: Path) -> None:
        self.sets: list[dict[str, Any]] = []
        for path in sorted((resources / "rules").glob("*.toml")):
            self.sets += tomllib.loads(path.read_text(encoding="utf-8"))["rule_set"]
        self.holidays = tomllib.loads((resources / "holidays.toml").read_text(encoding="utf-8"))

    def stopped_by(self, asked: Asked) -> set[str]:
        """The ids of the rule sets that stop this call, and ``house`` when the house does."""
        reached = places(asked.number, asked.country, asked.state)
        found: set[str] = set()
        for name in asked.zones:
            there = asked.at.astimezone(ZoneInfo(name))
            found |= {
                one["id"]
                for one in self.sets
                if one["enforcement"] == "block"
                and asked.audience in one["audience"]
                and self._reaches(one, reached)
                and self._in_force(one, there.date())
                and self._forbids(one, there, asked)
            }
            minute = there.hour * 60 + there.minute
            in_house = there.weekday() < asked.days and asked.hours[0] <= minute < asked.hours[1]
            if not in_house and not asked.agreed:
                found.add("house")
        return found

    def _reaches(self, one: dict[str, Any], reached: set[tuple[str, str]]) -> bool:
        return any(
            one["country"] == country and one.get("subdivision", state) == state
            for country, state in reached
        )

    def _in_force(self, one: dict[str, Any], day: date) -> bool:
        if "valid_from" in one and day < one["valid_from"]:
            return False
        return not ("valid_to" in one and day > one["valid_to"])

    def _forbids(self, one: dict[str, Any], there: datetime, asked: Asked) -> bool:
        excused = set(one.get("exempt_if", [])) & asked.grounds
        for need in one.get("requires", []):
            given = bool(asked.grounds) if need == "lawful_basis" else need in asked.grounds
            if not given and not excused:
                return True
        for limit in one.get("limits", []):
            span = timedelta(hours=limit["within_hours"])
            if sum(1 for each in asked.tries if asked.at - each < span) >= limit["calls"]:
                return True
        if asked.agreed and "agreed_time" in one.get("exempt_if", []):
            return False
        return not self._minute_is_free(one, there)

    def _minute_is_free(self, one: dict[str, Any], there: datetime) -> bool:
        today = there.date()
        if one.get("on_holidays") == "closed" and self._is_holiday(one, today):
            return False
        hours = one.get("hours", {})
        name = DAYS[today.weekday()]
        spans = hours.get(name)
        if spans is None and today.weekday() < 5:
            spans = hours.get("mon-fri")
        if spans is None:
            spans = hours.get("daily")
        if "eve_of_holidays" in one and self._is_holiday(one, today + timedelta(days=1)):
            spans = one["eve_of_holidays"]
        if spans is None:
            return True
        clock = f"{there:%H:%M}"
        return any(text.split("-")[0] <= clock < text.split("-")[1] for text in spans)

    def _is_holiday(self, one: dict[str, Any], day: date) -> bool:
        own = f"{one['country']}-{one.get('subdivision', '')}"
        table = self.holidays.get(own, self.holidays.get(one["country"], {}))
        return day.isoformat() in table


@cache
def places(number: str, country: str, state: str) -> set[tuple[str, str]]:
    """Every country the call may reach, with a state of it, or none."""
    parsed = phonenumbers.parse(number)
    region = phonenumbers.region_code_for_number(parsed) or ""
    kind = phonenumbers.number_type(parsed)
    found = {(country, state)} if country else set()
    one_clock = kind == PhoneNumberType.MOBILE and _clocks_of(parsed.country_code) == 1
    is_placed = kind in _PLACED or one_clock
    if region and (is_placed or not country):
        code = str(parsed.national_number)[:3]
        by_code = state_of_code(code) if region == "US" else ""
        if by_code in {"FL", "OK"} or (by_code and (country != "US" or not state)):
            found.add(("US", by_code))
        else:
            found.add((region, ""))
    return found | {(_UNDER[land], "") for land, _ in found if land in _UNDER}


@cache
def _clocks_of(code: int) -> int:
    """On how many clocks the countries of a calling code lie; two codes have one of their own."""
    if code in {44, 353}:
        return 1
    probe = phonenumbers.PhoneNumber(country_code=code, national_number=0)
    return len(set(phonenumbers.timezone.time_zones_for_geographical_number(probe)))


@cache
def state_of_code(code: str) -> str:
    """The state of an area code, from the places that numbers under it are listed in."""
    from phonenumbers.geodata import GEOCODE_DATA

    named = GEOCODE_DATA.get(f"1{code}", {}).get("en", "")
    if named in NAMES:
        return NAMES[named]
    cities = [
        named,
        *(
            GEOCODE_DATA[f"1{code}{end:03}"].get("en", "")
            for end in range(1000)
            if f"1{code}{end:03}" in GEOCODE_DATA
        ),
    ]
    ends = [city.rsplit(", ", 1)[1] for city in cities if ", " in city]
    return max(set(ends), key=ends.count) if ends else ""


NAMES = {
    "Alabama": "AL", "Alaska": "AK", "Arizona": "AZ", "Arkansas": "AR", "California": "CA",
    "Colorado": "CO", "Connecticut": "CT", "Delaware": "DE", "Florida": "FL", "Georgia": "GA",
    "Hawaii": "HI", "Idaho": "ID", "Illinois": "IL", "Indiana": "IN", "Iowa": "IA",
    "Kansas": "KS", "Kentucky": "KY", "Louisiana": "LA", "Maine": "ME", "Maryland": "MD",
    "Massachusetts": "MA", "Michigan": "MI", "Minnesota": "MN", "Mississippi": "MS",
    "Missouri": "MO", "Montana": "MT", "Nebraska": "NE", "Nevada": "NV", "New Hampshire": "NH",
    "New Jersey": "NJ", "New Mexico": "NM", "New York": "NY", "North Carolina": "NC",
    "North Dakota": "ND", "Ohio": "OH", "Oklahoma": "OK", "Oregon": "OR", "Pennsylvania": "PA",
    "Rhode Island": "RI", "South Carolina": "SC", "South Dakota": "SD", "Tennessee": "TN",
    "Texas": "TX", "Utah": "UT", "Vermont": "VT", "Virginia": "VA", "Washington State": "WA",
    "Washington D.C.": "DC", "West Virginia": "WV", "Wisconsin": "WI", "Wyoming": "WY",
}  # fmt: skip


def shown_minutes(zone: str, day: date, opens: int, closes: int) -> set[datetime]:
    """Every minute in which a clock there shows that day and a time from opens to closes."""
    return {
        at for at, shown, minute in walls(zone, day) if shown == day and opens <= minute < closes
    }


@lru_cache(maxsize=4)
def walls(zone: str, day: date) -> tuple[tuple[datetime, date, int], ...]:
    """Each minute around a day, with the day and the minute of it that a clock there shows."""
    there = ZoneInfo(zone)
    start = datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(hours=26)
    every = (start + timedelta(minutes=minute) for minute in range(78 * 60))
    seen = ((at, at.astimezone(there)) for at in every)
    return tuple((at, wall.date(), wall.hour * 60 + wall.minute) for at, wall in seen)
