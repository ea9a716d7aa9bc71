"""Promises on every night in ten years on which clocks jump (Q4, always true 11)."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from qualdesk.core.times import Promise, instant_of

ZONES = [
    "Africa/Cairo",
    "Africa/Casablanca",
    "America/Chicago",
    "America/Denver",
    "America/Havana",
    "America/Los_Angeles",
    "America/New_York",
    "America/Santiago",
    "America/Sao_Paulo",
    "America/St_Johns",
    "Asia/Beirut",
    "Asia/Jerusalem",
    "Asia/Kolkata",
    "Asia/Tokyo",
    "Atlantic/Azores",
    "Australia/Adelaide",
    "Australia/Lord_Howe",
    "Australia/Sydney",
    "Europe/Berlin",
    "Europe/Dublin",
    "Europe/London",
    "Pacific/Auckland",
    "Pacific/Chatham",
]
MINUTE = timedelta(minutes=1)


def jumps(zone: str) -> list[tuple[datetime, timedelta]]:
    """Every instant from 2025 to 2035 at which clocks there jump, and by how much."""
    there = ZoneInfo(zone)

    def offset(at: datetime) -> timedelta:
        return at.astimezone(there).utcoffset() or timedelta()

    found = []
    hour = datetime(2025, 1, 1, tzinfo=UTC)
    while hour.year < 2036:
        before, after = hour, hour + timedelta(hours=6)
        if offset(before) != offset(after):
            while after - before > MINUTE:
                middle = before + (after - before) // 2
                before, after = (
                    (middle, after) if offset(middle) == offset(hour) else (before, middle)
                )
            found.append((after.replace(second=0, microsecond=0), offset(after) - offset(hour)))
        hour += timedelta(hours=6)
    return found


JUMPS = {zone: jumps(zone) for zone in ZONES}


def test_there_are_jumps_to_try() -> None:
    assert sum(map(len, JUMPS.values())) > 300
    assert JUMPS["Asia/Tokyo"] == []


@pytest.mark.parametrize("zone", ZONES)
def test_a_skipped_minute_goes_to_the_first_one_after_the_gap(zone: str) -> None:
    for at, by in JUMPS[zone]:
        shown = at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
        if by > timedelta():
            for skipped in (shown - by, shown - by / 2, shown - MINUTE):
                assert Promise(wall=skipped, zone=zone).at == at
            assert Promise(wall=shown - by - MINUTE, zone=zone).at == at - MINUTE
            assert Promise(wall=shown, zone=zone).at == at


@pytest.mark.parametrize("zone", ZONES)
def test_a_repeated_minute_means_its_first_passing(zone: str) -> None:
    for at, by in JUMPS[zone]:
        shown = at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
        if by < timedelta():
            assert Promise(wall=shown, zone=zone).at == at + by
            assert Promise(wall=shown - by - MINUTE, zone=zone).at == at - MINUTE
            assert Promise(wall=shown - by, zone=zone).at == at - by


@pytest.mark.parametrize("zone", ZONES)
def test_later_on_their_clock_is_never_earlier_in_truth(zone: str) -> None:
    for at, _ in JUMPS[zone]:
        start = at.astimezone(ZoneInfo(zone)).replace(tzinfo=None) - timedelta(hours=3)
        instants = [instant_of(start + 5 * n * MINUTE, zone) for n in range(12 * 6)]
        assert instants == sorted(instants)
