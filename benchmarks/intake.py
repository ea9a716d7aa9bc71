"""Intake against the phone library alone: the same column, in the same run, as JSON lines.

    python benchmarks/intake.py [--smoke | --full]

Ours reads the file, understands every row, finds duplicates in the file and the workspace, and
writes leads into SQLite. The floor only parses, checks, formats and places the numbers of the
same column (``phonenumbers`` with its pattern cache), which is most of what any intake costs.
"""

import argparse
import csv
import json
import os
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import phonenumbers
from phonenumbers.timezone import time_zones_for_number

from qualdesk.bootstrap import open_desk
from qualdesk.core.clock import SetClock

_FIRST = ("Anna", "Ben", "Clara", "David", "Eva", "Finn", "Greta", "Hugo", "Ines", "Jonas")
_LAST = ("Adler", "Brook", "Castel", "Dorn", "Engel", "Frost", "Grant", "Hale", "Ivers", "Jung")
_FORMS = ("GmbH", "Ltd", "Inc.", "SAS", "S.L.", "AB")
Column = list[tuple[str, str]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="2,000 rows, three runs")
    parser.add_argument("--full", action="store_true", help="100,000 rows too")
    asked = parser.parse_args()
    runs = 3 if asked.smoke else 5
    sizes = (2_000,) if asked.smoke else (10_000, 100_000) if asked.full else (10_000,)
    for size in sizes:
        measure(size, runs)


def measure(size: int, runs: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "list.csv"
        column = write_list(path, size)
        floor, ours, fleeting = [], [], []
        for run in range(runs):  # side by side, so that a busy moment hits both
            floor.append(timed(lambda: bare(column)))
            ours.append(load(Path(folder) / f"{run}", path, durable=True))
            fleeting.append(load(Path(folder) / f"{run}-fleeting", path, durable=False))
    rate = {
        "floor_numbers_per_s": round(size / statistics.median(floor)),
        "intake_rows_per_s": round(size / statistics.median(ours)),
        "intake_rows_per_s_without_fsync": round(size / statistics.median(fleeting)),
    }
    say(
        benchmark="intake",
        rows=size,
        runs=runs,
        **rate,
        ratio=round(rate["intake_rows_per_s"] / rate["floor_numbers_per_s"], 3),
        goal_ratio=0.6,
        peak_mb=round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        load_average=os.getloadavg()[0],
    )


def write_list(path: Path, size: int) -> Column:
    """An invented list: eight countries, one in twenty rows a repeat, a note in every third."""
    chance = random.Random(7)
    column: Column = []
    with path.open("w", newline="", encoding="utf-8") as stream:
        out = csv.writer(stream)
        out.writerow(("Name", "Job title", "Company", "E-mail", "Phone", "Country", "Stand note"))
        rows: list[tuple[str, ...]] = []
        for number in range(size):
            if rows and chance.random() < 0.05:
                row = chance.choice(rows[-200:])
            else:
                row = invented(number, chance)
                rows.append(row)
            out.writerow(row)
            column.append((row[4], _REGION[row[5]]))
    return column


def invented(number: int, chance: random.Random) -> tuple[str, ...]:
    country, region = chance.choice(list(_REGION.items()))
    name = f"{chance.choice(_FIRST)} {chance.choice(_LAST)}{number}"
    company = f"Works {number} {chance.choice(_FORMS)}"
    note = "Wants a date on site." if number % 3 == 0 else ""
    digits = f"{chance.randrange(10**7):07}"
    phone = _SHAPE[region].format(a=digits[:3], b=digits[3:], c=digits[:4], d=digits[1:])
    email = f"{name.replace(' ', '.').lower()}@works{number}.example"
    return (name, "Plant manager", company, email, phone, country, note)


def bare(column: Column) -> None:
    """What the library's own documentation does with a column of numbers."""
    phonenumbers.enable_pattern_cache()
    for text, region in column:
        number = phonenumbers.parse(text, region)
        phonenumbers.is_valid_number(number)
        phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
        time_zones_for_number(number)


def load(folder: Path, path: Path, *, durable: bool) -> float:
    """The seconds a whole intake takes, on a workspace that is there already."""
    folder.mkdir()
    clock = SetClock(datetime(2026, 3, 17, 9, 0, tzinfo=UTC))
    desk = open_desk(f"sqlite:///{folder}/desk.sqlite", clock=clock, caller="b", durable=durable)
    desk.library.new_campaign("Fair")
    seconds = timed(lambda: desk.intake.load(path, campaign="Fair"))
    desk.close()
    return seconds


def timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def say(**figures: object) -> None:
    sys.stdout.write(json.dumps(figures) + "\n")
    sys.stdout.flush()


_REGION = {
    "Germany": "DE",
    "USA": "US",
    "United Kingdom": "GB",
    "France": "FR",
    "Spain": "ES",
    "Australia": "AU",
    "Sweden": "SE",
    "Poland": "PL",
}
_SHAPE = {
    "DE": "040 {d} 1",
    "US": "(212) {a}-{b}",
    "GB": "020 7{a} {b}",
    "FR": "01 {d} 00",
    "ES": "91{b} {a}",
    "AU": "02 9{a} {b}",
    "SE": "08-{d}",
    "PL": "22 {a} {b}",
}

if __name__ == "__main__":
    main()
