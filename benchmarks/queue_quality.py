"""What the order of calls is worth: the program against other orders on a simulated floor.

    python benchmarks/queue_quality.py [--smoke | --write] [--callers 10] [--jobs 1]
        [--scenario NAME ...] [--seeds 1 2 3 4 5] [--results FILE] [--only OUR_OR_THEIRS]

Ten callers work two weeks through six campaigns on three sides of the world. Who answers, when,
and who qualifies is decided by hidden people; what holds for them is drawn anew for each seed,
and nobody told the program. It is driven through its public door, one desk for each caller; its
peers work the same floor under the same rules. What is compared is the number of qualified
conversations to be expected of the dials each of them made.

Each run is one JSON line. With ``--results`` lines are kept, and what stands there already is
not run again: the whole table takes hours. ``--write`` makes docs/queue-quality.md from them.
Fewer ``--callers`` make a smaller floor with as many leads for each of them. ``--smoke`` is two
days of three callers, and fails when a rule or a promise was broken.
"""

import argparse
import json
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from call_floor.bound import bound
from call_floor.clocks import DAY
from call_floor.floor import Score, run
from call_floor.inverted import upside_down
from call_floor.peers import peers
from call_floor.people import FIRST, LAST, World, make_world
from call_floor.product import Qualdesk
from call_floor.table import page

from qualdesk.core.clock import SystemClock

SEEDS = (1, 2, 3, 4, 5)
FLOORS = {10: tuple(range(10)), 4: (0, 1, 4, 5), 3: (0, 1, 4)}
PAGE = Path(__file__).parent.parent / "docs" / "queue-quality.md"
OURS, BOUND = "qualdesk", "bound"


@dataclass(frozen=True, kw_only=True, slots=True)
class Scenario:
    """A floor: so many leads for ten callers."""

    leads: int
    closes_soon: bool = False
    is_inverted: bool = False


SCENARIOS = {
    "scarce callers": Scenario(leads=40_000),
    "balanced": Scenario(leads=8_000),
    "abundant callers": Scenario(leads=2_500),
    "beliefs upside down": Scenario(leads=8_000, is_inverted=True),
    "a window closes in two days": Scenario(leads=8_000, closes_soon=True),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Job:
    """One way to queue in one world."""

    scenario: str
    seed: int
    policy: str
    callers: int
    until: float = LAST
    leads: int = 0

    @property
    def key(self) -> tuple[str, int, str, int]:
        """What makes it another job than any other."""
        return self.scenario, self.seed, self.policy, self.callers


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="two days, and only what is never so")
    parser.add_argument("--write", action="store_true", help="write the page from the results")
    parser.add_argument("--callers", type=int, default=10, choices=sorted(FLOORS))
    parser.add_argument("--jobs", type=int, default=1, help="processes")
    parser.add_argument("--scenario", nargs="+", default=list(SCENARIOS), choices=list(SCENARIOS))
    parser.add_argument("--seeds", nargs="+", type=int, default=list(SEEDS))
    parser.add_argument("--results", type=Path, help="a file of JSON lines to go on with")
    parser.add_argument("--only", choices=("ours", "theirs"))
    asked = parser.parse_args()
    say(
        what="machine",
        processors=os.cpu_count(),
        load=[round(each, 1) for each in os.getloadavg()],
        python=sys.version.split()[0],
        on=f"{SystemClock().now():%Y-%m-%d}",
    )
    if asked.smoke:
        sys.exit(smoke())
    wanted = [
        Job(scenario=scenario, seed=seed, policy=policy, callers=asked.callers)
        for scenario in asked.scenario
        for seed in asked.seeds
        for policy in policies(asked.only)
    ]
    known = read(asked.results)
    jobs = [job for job in wanted if job.key not in {key_of(line) for line in known}]
    lines = [*known, *work(jobs, asked.jobs, asked.results)]
    if asked.write:
        own = [line for line in lines if line["callers"] == asked.callers]
        PAGE.write_text(page(own, callers=asked.callers), encoding="utf-8")


def policies(only: str | None) -> list[str]:
    theirs = [*peers(make_world(1, 10)), BOUND]
    return {"ours": [OURS], "theirs": theirs, None: [*theirs, OURS]}[only]


def work(jobs: list[Job], processes: int, results: Path | None) -> list[dict[str, object]]:
    """Do the jobs; each line is kept as soon as it is known."""
    lines = []
    with ProcessPoolExecutor(processes) as pool:
        for line in pool.map(do, jobs):
            say(**line)
            lines.append(line)
            if results is not None:
                with results.open("a", encoding="utf-8") as file:
                    file.write(json.dumps(line) + "\n")
    return lines


def do(job: Job) -> dict[str, object]:
    """Run one way to queue through its world."""
    begun = time.perf_counter()
    score = outcome(job, world_of(job))
    return {
        "scenario": job.scenario,
        "seed": job.seed,
        "policy": job.policy,
        "callers": job.callers,
        "worth": [round(week, 2) for week in score.worth],
        "drawn": score.drawn,
        "dials": score.dials,
        "idle_minutes": round(score.idle),
        "violations": score.violations,
        "promises": score.promises,
        "late": score.late,
        "seconds": round(time.perf_counter() - begun, 1),
        "load": round(os.getloadavg()[0], 1),
        "on": f"{SystemClock().now():%Y-%m-%d}",
    }


def world_of(job: Job) -> World:
    scenario = SCENARIOS[job.scenario]
    leads = job.leads or scenario.leads * job.callers // 10
    callers = FLOORS[job.callers]
    return make_world(job.seed, leads, closes_soon=scenario.closes_soon, callers=callers)


def outcome(job: Job, world: World) -> Score:
    if job.policy == BOUND:
        return bound(world)
    if job.policy == OURS:
        beliefs = upside_down() if SCENARIOS[job.scenario].is_inverted else ""
        with Qualdesk(world, beliefs=beliefs) as queue:
            return run(world, queue, until=job.until)[0]
    return run(world, peers(world)[job.policy](), until=job.until)[0]


def smoke() -> int:
    """Whether a rule or a promise was broken in two days; the order itself is not judged."""
    until = FIRST + 1.75 * DAY
    job = Job(scenario="balanced", seed=1, policy=OURS, callers=3, until=until, leads=250)
    line = do(job)
    say(**line)
    late, promises = int(str(line["late"])), int(str(line["promises"]))
    is_kept = not line["violations"] and late <= max(1, promises // 100)
    say(what="limit", of="rules and promises", is_kept=is_kept)
    return 0 if is_kept else 1


def read(results: Path | None) -> list[dict[str, object]]:
    if results is None or not results.exists():
        return []
    return [json.loads(line) for line in results.read_text(encoding="utf-8").splitlines()]


def key_of(line: dict[str, object]) -> tuple[object, ...]:
    return tuple(line[name] for name in ("scenario", "seed", "policy", "callers"))


def say(**told: object) -> None:
    print(json.dumps({"benchmark": "queue_quality", **told}), flush=True)


if __name__ == "__main__":
    main()
