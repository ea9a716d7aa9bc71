"""The calling rules and an oracle that was written beside them answer the same."""

from datetime import date

import pytest

from qualdesk.core.rules import RuleBook
from qualdesk.files.rule_sets import shipped_rules
from rule_cases import clock_changes, run, wrong_minutes

# On several continents, at other hours than most, and by half an hour.
ZONES = (
    "Europe/Berlin",
    "America/New_York",
    "America/Havana",
    "America/Nuuk",
    "America/Asuncion",
    "Asia/Beirut",
    "Atlantic/Azores",
    "Australia/Lord_Howe",
    "Pacific/Easter",
    "Africa/Casablanca",
)


def test_rules_and_oracle_agree_and_nobody_is_called_outside_any_clock() -> None:
    """Q6, always true 5. A million cases: benchmarks/calling_rules.py."""
    told = run(people=75, days=4, instants=10, seed=4)
    assert told.cases == 3000
    assert told.differences == 0, told.first
    assert told.allowed_outside == 0
    assert 300 < told.allowed < 1500, "neither side says always the same"


@pytest.mark.parametrize("forgotten", ["us", "au", "fr-2026", "it", "ca", "at"])
def test_the_oracle_sees_a_rule_that_is_forgotten(forgotten: str) -> None:
    plain = shipped_rules()
    book = RuleBook([one for one in plain if one.id != forgotten], plain.holidays)
    told = run(people=150, days=4, instants=5, seed=7, book=book)
    assert told.differences > 0


@pytest.mark.parametrize("zone", ZONES)
def test_hours_are_what_a_clock_on_the_wall_shows_when_clocks_change(zone: str) -> None:
    """Always true 11. Every zone and every change from 2025 to 2035: the same benchmark."""
    days = clock_changes(zone, 2026, 2027)
    for day in days[:6]:
        for opens, closes in ((0, 24 * 60), (90, 150), (22 * 60 + 30, 24 * 60)):
            assert wrong_minutes(zone, day, opens, closes) == 0, (day, opens)


def test_an_hour_that_is_shown_twice_counts_twice_and_a_skipped_one_not_at_all() -> None:
    assert clock_changes("Europe/Berlin", 2026, 2026)[1] == date(2026, 3, 29)
    assert wrong_minutes("Europe/Berlin", date(2026, 10, 25), 120, 180) == 0
    assert wrong_minutes("Europe/Berlin", date(2026, 3, 29), 120, 180) == 0
