"""The calling rules against an oracle written beside them, and every clock change of ten years.

    python benchmarks/calling_rules.py [--smoke]

A million random cases (a number, a place, an instant; some with earlier calls or a time that was
agreed) are put to the program and to ``tests/rules_oracle.py``, which reads the same files and
shares no code. Then the hours of a queue are held against a clock on the wall, minute by minute,
on every day from 2025 to 2035 on which the clocks of any zone change. JSON lines; the differences
must be none.
"""

import argparse
import json
import sys
import time
from pathlib import Path
from zoneinfo import available_timezones

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from rule_cases import clock_changes, run, wrong_minutes

_HOURS = ((0, 24 * 60), (9 * 60, 17 * 60 + 30), (90, 150), (23 * 60, 24 * 60))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="4,000 cases, ten zones")
    is_smoke = parser.parse_args().smoke
    wrong = _cases(100 if is_smoke else 25_000) + _clocks(sorted(available_timezones()), is_smoke)
    return 1 if wrong else 0


def _cases(people: int) -> int:
    began = time.perf_counter()
    told = run(people, days=4, instants=10, seed=20261122)
    line = {
        "what": "random cases against the oracle",
        "cases": told.cases,
        "allowed": told.allowed,
        "differences": told.differences,
        "allowed_outside": told.allowed_outside,
        "seconds": round(time.perf_counter() - began, 1),
        "first_difference": told.first,
    }
    print(json.dumps(line), flush=True)
    return told.differences + told.allowed_outside


def _clocks(zones: list[str], is_smoke: bool) -> int:  # noqa: FBT001 - a size
    began = time.perf_counter()
    wrong = days = 0
    for zone in zones[::60] if is_smoke else zones:
        for day in clock_changes(zone, 2025, 2035):
            days += 1
            wrong += sum(wrong_minutes(zone, day, *hours) for hours in _HOURS)
    line = {
        "what": "days on which clocks change, 2025 to 2035",
        "zones": len(zones[::60] if is_smoke else zones),
        "days": days,
        "wrong_minutes": wrong,
        "seconds": round(time.perf_counter() - began, 1),
    }
    print(json.dumps(line), flush=True)
    return wrong


if __name__ == "__main__":
    sys.exit(main())
