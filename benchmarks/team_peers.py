"""How many leads desks take from one server, beside two job queues made for PostgreSQL.

    python benchmarks/team_peers.py [--smoke] [--leads 20000] [--workers 16] [--rounds 3]

Each takes the same number of leads, or jobs, from one server by sixteen processes, in turns in
one run: put in, then fetched one at a time and finished one at a time, each step committed. A
second, the whole from the first fetch to the last finish:

* ``ours``: the claim of the next lead, then it is put where it ends and let go. A claim asks every
  rule about calling anew (hours on their clock, limits of tries, do not call), keeps promises
  first, holds to one company one caller, and gives a hold that ends by itself;
* ``procrastinate``: ``fetch_job`` and ``finish_job`` of its own job manager, each on a connection
  of its worker; the worker around them, which polls and logs, is left out;
* ``pgqueuer``: ``dequeue`` and ``log_jobs`` of its own queries, a job at a time, on asyncpg.

Neither of the two knows rules, promises or limits, and both give a job to whoever asks first;
they are the floor of what taking one thing from one table costs through a library. They are
installed by pip into a folder beside this run the first time (``--folder``), never into qualdesk.
JSON lines.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import psycopg
from next_lead import set_aside
from team_leads import fill_server
from team_runs import Took, run

from postgres import binaries, copied_database, own_server
from qualdesk.store import queue
from qualdesk.store.database import Store

_WANTED = ("procrastinate==3.10.0", "pgqueuer==1.6.0", "psycopg[binary]", "asyncpg")
WAYS = ("ours", "procrastinate", "pgqueuer")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="200 leads, 4 workers, one round")
    parser.add_argument("--leads", type=int, default=20_000)
    parser.add_argument("--workers", type=int, default=16)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "team-peers")
    asked = parser.parse_args()
    if asked.smoke:
        asked.leads, asked.workers, asked.rounds = 200, 4, 1
    if binaries() is None:
        say(says="PostgreSQL is not installed")
        return
    python = _own_python(asked.folder)
    rates: dict[str, list[float]] = {way: [] for way in WAYS}
    with own_server(is_durable=True) as server:
        with psycopg.connect(f"{server.address}/postgres") as wire:
            version = wire.execute("SHOW server_version").fetchone()[0]
        say(what="machine", server=version, processors=os.cpu_count(), peers=_WANTED[:2])
        for number in range(asked.rounds):
            for way in WAYS:
                name = f"{way}_{number}"
                with copied_database(server.address, "template0", name) as url:
                    rate = _ours(url, asked) if way == "ours" else _theirs(python, way, url, asked)
                rates[way].append(rate)
                say(what="round", of=way, a_second=round(rate))
    for way, each in rates.items():
        ours = statistics.median(rates["ours"])
        median = statistics.median(each)
        say(what=way, a_second=round(median), rounds=asked.rounds, to_ours=round(median / ours, 2))


def _ours(url: str, asked: argparse.Namespace) -> float:
    fill_server(url, asked.leads)
    whole = run(url, asked.workers, 0, claims_until_none)
    assert len(whole["cycle"]) == asked.leads, len(whole["cycle"])
    return asked.leads / (max(whole["until"]) - min(whole["from"]))


def claims_until_none(store: Store, name: str, _seconds: float) -> Took:
    """Leads claimed and ended one by one until there are none, each step a transaction."""
    took: Took = {"cycle": [], "from": [time.perf_counter()]}
    while True:
        began = time.perf_counter()
        with store.transaction() as tx:
            held = queue.claim_next(tx, name)
        if held is None:
            return {**took, "until": [began]}
        set_aside(store, held)
        took["cycle"].append((time.perf_counter() - began) * 1000)


def _own_python(folder: Path) -> Path:
    """A Python with both of them installed, and nothing of ours."""
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "-q", *_WANTED], check=True)
    return python


def _theirs(python: Path, way: str, url: str, asked: argparse.Namespace) -> float:
    told = subprocess.run(
        [python, "team_peers_worker.py", way, url, str(asked.leads), str(asked.workers)],
        cwd=Path(__file__).parent,
        check=True,
        capture_output=True,
        text=True,
        env={key: value for key, value in os.environ.items() if key != "PYTHONPATH"},
    )
    found = json.loads(told.stdout)
    assert found["done"] == asked.leads, found
    return float(found["done"]) / float(found["seconds"])


def say(**told: object) -> None:
    load = round(os.getloadavg()[0], 1)
    print(json.dumps({"benchmark": "team_peers", **told, "load": load}), flush=True)


if __name__ == "__main__":
    main()
