"""Reading a large list in a process of its own against reading it here, as JSON lines.

    python benchmarks/list_reading.py [--smoke | --full]

Only reading: from the bytes to rows of cells. The floor is ``csv.reader`` over the same file,
which knows no bad line, no row number and no zero character. The other process reads ahead, so
what counts beside the time is how busy it keeps ours: ``our_cpu``. What we do with a row
takes ten times what reading it does, and goes on meanwhile.
"""

import argparse
import csv
import json
import os
import resource
import statistics
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterable
from pathlib import Path

from qualdesk.core.list_files import Limits
from qualdesk.files.lists import open_list

_HERE = Limits(own_process_megabytes=2_000)
_THERE = Limits(own_process_megabytes=0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="20,000 rows, three runs")
    parser.add_argument("--full", action="store_true", help="1,000,000 rows")
    asked = parser.parse_args()
    size = 20_000 if asked.smoke else 1_000_000 if asked.full else 100_000
    runs = 3 if asked.smoke or asked.full else 5
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "list.csv"
        write_list(path, size)
        floor, here, there, cpu_here, cpu_there = [], [], [], [], []
        for _ in range(runs):  # side by side, so that a busy moment hits all
            floor.append(timed(lambda: bare(path)))
            before = time.process_time()
            here.append(timed(lambda: read(path, _HERE)))
            between = time.process_time()
            there.append(timed(lambda: read(path, _THERE)))
            cpu_here.append(between - before)
            cpu_there.append(time.process_time() - between)
        megabytes = round(path.stat().st_size / 1e6)
    figures = {
        "floor_csv_reader_s": round(statistics.median(floor), 3),
        "in_this_process_s": round(statistics.median(here), 3),
        "in_its_own_process_s": round(statistics.median(there), 3),
        "our_cpu_here_s": round(statistics.median(cpu_here), 3),
        "our_cpu_there_s": round(statistics.median(cpu_there), 3),
    }
    say(
        benchmark="list_reading",
        rows=size,
        megabytes=megabytes,
        runs=runs,
        **figures,
        ratio=round(figures["in_its_own_process_s"] / figures["in_this_process_s"], 3),
        our_cpu_ratio=round(figures["our_cpu_there_s"] / figures["our_cpu_here_s"], 3),
        goal_ratio=1.0,
        peak_mb=round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        readers_peak_mb=round(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024),
        load_average=os.getloadavg()[0],
    )


def write_list(path: Path, size: int) -> None:
    """Seven columns, a quoted comma in every seventh row and a line end in every fiftieth."""
    with path.open("w", newline="", encoding="utf-8") as stream:
        out = csv.writer(stream)
        out.writerow(("Name", "Job title", "Company", "E-mail", "Phone", "Country", "Stand note"))
        for number in range(size):
            company = f"Works, {number} GmbH" if number % 7 == 0 else f"Works {number} GmbH"
            note = "Wants a date\non site." if number % 50 == 0 else "Zürich, at two" * (number % 3)
            email = f"person.{number}@works{number}.example"
            phone = f"+1 212 555 01{number % 100:02}"
            out.writerow((f"Anna Berg{number}", "Plant manager", company, email, phone, "US", note))


def bare(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as stream:
        exhaust(csv.reader(stream))


def read(path: Path, limits: Limits) -> None:
    with open_list(path, limits=limits) as table:
        exhaust(table.rows())


def exhaust(rows: Iterable[object]) -> None:
    deque(rows, maxlen=0)


def timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def say(**figures: object) -> None:
    sys.stdout.write(json.dumps(figures) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
