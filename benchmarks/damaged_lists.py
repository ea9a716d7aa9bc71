"""Files damaged at random, read one after the other by one reused process, as a JSON line.

    python benchmarks/damaged_lists.py [--count N] [--seed N]

The tests read 2,000 of them each time; this reads as many as wanted, and names each file that
ended in anything but rows or a sentence by its seed, so that it can be made again.
"""

import argparse
import json
import resource
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from mutated_lists import read_mutated


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    started = time.perf_counter()
    tally = read_mutated(asked.count, seed=asked.seed)
    figures = {
        "benchmark": "damaged_lists",
        "files": tally.count,
        "loaded": tally.loaded.total(),
        "refused": tally.refused.total(),
        "fallen": len(tally.fallen),
        "rows": tally.rows,
        "by_kind": {kind: [tally.loaded[kind], tally.refused[kind]] for kind in tally.refused},
        "slowest_s": round(tally.slowest, 2),
        "seconds": round(time.perf_counter() - started),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "readers_peak_mb": round(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024),
        "which": tally.fallen[:100],
    }
    sys.stdout.write(json.dumps(figures) + "\n")
    return 1 if tally.fallen else 0


if __name__ == "__main__":
    sys.exit(main())
