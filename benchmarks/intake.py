"""Intake against the phone library alone: the same column, in the same run, as JSON lines.

    python benchmarks/intake.py [--smoke | --full]

Ours reads the file, understands every row, finds duplicates in the file and the workspace, and
writes leads into SQLite. The floor only parses, checks, formats and places the numbers of the
same column (``phonenumbers`` with its pattern cache), which was most of what any intake cost.

For each size: the ratio of both (by the clock, and by processor time, which other programs on
the machine disturb less), what a row costs in each part of the reading, and then one load
in a process of its own with its peak of memory, while another process asks for the next lead
and for the writer's place again and again. ``--full`` loads a million rows too, once.
"""

import argparse
import csv
import json
import os
import random
import resource
import sqlite3
import statistics
import subprocess
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
from qualdesk.core.columns import guess_columns
from qualdesk.core.intake import RowReader
from qualdesk.desk import Desk
from qualdesk.files.lists import open_list
from qualdesk.store.drafts import draft_of
from qualdesk.store.suppression import Fingerprints

_FIRST = ("Anna", "Ben", "Clara", "David", "Eva", "Finn", "Greta", "Hugo", "Ines", "Jonas")
_START = ("Ad", "Bro", "Cas", "Dor", "En", "Fro", "Gra", "Ha", "Iv", "Ju", "Kes", "Lam", "Mer")
_MIDDLE = ("al", "ber", "ci", "den", "er", "fel", "gan", "hol", "in", "kel", "len", "mar", "nor")
_END = ("bach", "dale", "eau", "feld", "ger", "ham", "inski", "ler", "mann", "sson", "ton", "wick")
_FORMS = ("GmbH", "Ltd", "Inc.", "SAS", "S.L.", "AB")
_NAME = "Fair"
_AT = datetime(2026, 3, 17, 9, 0, tzinfo=UTC)
Column = list[tuple[str, str]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="2,000 rows, three runs")
    parser.add_argument("--full", action="store_true", help="a million rows too, once")
    parser.add_argument("--load", nargs=2, metavar=("WORKSPACE", "LIST"), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.load:
        load_alone(*asked.load)
        return
    sizes = {2_000: 3} if asked.smoke else {10_000: 5, 100_000: 5}
    for size, runs in (sizes | ({1_000_000: 1} if asked.full else {})).items():
        with tempfile.TemporaryDirectory() as folder:
            measure(Path(folder), size, runs)


def measure(folder: Path, size: int, runs: int) -> None:
    path = folder / "list.csv"
    column = write_list(path, size)
    phonenumbers.enable_pattern_cache()
    floor, ours, fleeting, parts, shares = [], [], [], [], []
    for run in range(runs):  # side by side, so that a busy moment hits all of them
        began = time.process_time()
        floor.append(timed(lambda: bare(column)))
        between = time.process_time()
        ours.append(load(folder / f"{run}", path, durable=True))
        shares.append((between - began) / (time.process_time() - between))
        if runs > 1:
            fleeting.append(load(folder / f"{run}-fleeting", path, durable=False))
        parts.append(reading(path))
    each = {what: [one[what] for one in parts] for what in parts[0]}
    each |= {"floor": floor, "whole": ours, "whole_without_fsync": fleeting or ours}
    micros = {what: round(statistics.median(t) / size * 1e6, 1) for what, t in each.items()}
    ratios = [bare_s / ours_s for bare_s, ours_s in zip(floor, ours, strict=True)]
    say(
        benchmark="intake",
        rows=size,
        runs=runs,
        ratio=round(statistics.median(ratios), 3),
        ratio_of_processor_time=round(statistics.median(shares), 3),
        goal_ratio=0.6,
        intake_rows_per_s=round(size / statistics.median(ours)),
        floor_numbers_per_s=round(size / statistics.median(floor)),
        microseconds_a_row=micros,
        load_average=os.getloadavg()[0],
    )
    say(benchmark="intake_meanwhile", rows=size, **meanwhile(folder, path))


def reading(path: Path) -> dict[str, float]:
    """Seconds for each part of the reading of a whole list; each holds the one before."""

    def rows(each: Callable[[int, list[str]], object]) -> None:
        with open_list(path) as table:
            for number, cells in table.rows():
                each(number, cells)

    with open_list(path) as table:
        first = [cells for _, cells in table.first_rows]
        columns = guess_columns(table.headings, first)
    prints = Fingerprints(b"k" * 32)
    reader, drafter = (RowReader(columns, first_rows=first) for _ in range(2))
    return {
        "decode": timed(lambda: rows(lambda _number, _cells: None)),
        "decode_read": timed(lambda: rows(reader.read)),
        "decode_read_draft": timed(
            lambda: rows(lambda number, cells: draft_of(drafter.read(number, cells), prints))
        ),
    }


def meanwhile(folder: Path, path: Path) -> dict[str, object]:
    """One load in a process of its own, and what others feel of it."""
    workspace = folder / "team.sqlite"
    write_list(folder / "first.csv", 500)
    desk = desk_on(workspace)
    desk.library.new_campaign(_NAME, hours=(0, 24 * 60), days=range(7))
    desk.intake.load(folder / "first.csv", campaign=_NAME)
    writer = sqlite3.connect(workspace, isolation_level=None, timeout=60)
    idle = watch(desk, writer, lambda took: took > 2)
    command = [sys.executable, __file__, "--load", str(workspace), str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as loading:
        busy = watch(desk, writer, lambda _took: loading.poll() is not None)
        told = json.loads(loading.communicate()[0])
    writer.close()
    desk.close()
    return {**told, "idle": idle, "loading": busy, "goal_longest_wait_ms": 200}


def watch(
    desk: Desk, writer: sqlite3.Connection, is_over: Callable[[float], bool]
) -> dict[str, float]:
    """How long a next lead takes, and a writer waits for its place, in milliseconds."""
    leads, waits = [], []
    started = time.perf_counter()
    while not is_over(time.perf_counter() - started):
        leads.append(timed(lambda: next_and_back(desk)) * 1000)
        waits.append(timed(lambda: writer.executescript("BEGIN IMMEDIATE; COMMIT")) * 1000)
        time.sleep(0.02)
    leads.sort()
    return {
        "next_lead_and_back_median": round(statistics.median(leads), 2),
        "next_lead_and_back_p95": round(leads[int(len(leads) * 0.95)], 2),
        "next_lead_and_back_longest": round(leads[-1], 1),
        "writer_longest_wait": round(max(waits), 1),
        "times": len(leads),
    }


def load_alone(workspace: str, path: str) -> None:
    """Load a list and tell the seconds, the rows and the peak of memory of this process."""
    desk = desk_on(Path(workspace))
    seconds = timed(lambda: desk.intake.load(Path(path), campaign=_NAME))
    desk.close()
    own, others = (
        resource.getrusage(who).ru_maxrss
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    say(
        load_seconds=round(seconds, 1),
        peak_mb=round(own / 1024),
        peak_mb_of_its_reader=round(others / 1024),
    )


def desk_on(workspace: Path, *, durable: bool = True) -> Desk:
    address = f"sqlite:///{workspace}"
    return open_desk(address, clock=SetClock(_AT), caller="bench", durable=durable)


def next_and_back(desk: Desk) -> None:
    """The next lead with its whole card, and back untouched."""
    lead = getattr(desk.calling.next_lead(), "lead", None)
    if lead is not None:
        desk.calling.release(lead.id)


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
                rows = [*rows[-200:], row]
            out.writerow(row)
            column.append((row[4], _REGION[row[5]]))
    return column


def invented(number: int, chance: random.Random) -> tuple[str, ...]:
    country, region = chance.choice(list(_REGION.items()))
    last = "".join(chance.choice(part) for part in (_START, _MIDDLE, _MIDDLE, _END))
    name = f"{chance.choice(_FIRST)} {last}"
    company = f"Works {number} {chance.choice(_FORMS)}"
    note = "Wants a date on site." if number % 3 == 0 else ""
    digits = f"{chance.randrange(10**7):07}"
    phone = _SHAPE[region].format(a=digits[:3], b=digits[3:], c=digits[:4], d=digits[1:])
    email = f"{name.replace(' ', '.').lower()}@works{number}.example"
    return (name, "Plant manager", company, email, phone, country, note)


def bare(column: Column) -> None:
    """What the library's own documentation does with a column of numbers."""
    for text, region in column:
        number = phonenumbers.parse(text, region)
        phonenumbers.is_valid_number(number)
        phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
        time_zones_for_number(number)


def load(folder: Path, path: Path, *, durable: bool) -> float:
    """The seconds a whole intake takes, on a workspace that is there already."""
    folder.mkdir()
    desk = desk_on(folder / "desk.sqlite", durable=durable)
    desk.library.new_campaign(_NAME)
    seconds = timed(lambda: desk.intake.load(path, campaign=_NAME))
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
