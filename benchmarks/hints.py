"""What it costs to tell other desks to look again, by where the notification is sent.

    python benchmarks/hints.py --postgres ADDRESS [--smoke]

Eight desks change a row each and commit, as fast as they can, on a PostgreSQL server; in each
round all four ways have their turn. JSON lines, commits a second of all desks together:

* ``none``: nobody is told;
* ``inside``: each transaction that changes something sends its notification itself;
* ``behind``: each is followed by one in a transaction of its own;
* ``ours``: the same, at most one a second and desk.

A transaction with a notification in it takes a lock of the whole server from just before its
commit until it is on the disk, so such commits go one after the other.
"""

import argparse
import json
import os
import statistics
import threading
import time

import psycopg

DESKS = 8
WAYS = ("none", "inside", "behind", "ours")
_TABLE = "hints_of_a_benchmark"
_CHANGE = f"UPDATE {_TABLE} SET n = n + 1 WHERE id = %s"  # noqa: S608 - our own table
_TELL = "NOTIFY hints_of_a_benchmark"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="one short round")
    parser.add_argument("--postgres", required=True, metavar="ADDRESS")
    asked = parser.parse_args()
    address = f"{asked.postgres}/postgres"
    rounds, seconds = (1, 0.3) if asked.smoke else (5, 2.0)
    found: dict[str, list[float]] = {way: [] for way in WAYS}
    with psycopg.connect(address, autocommit=True) as server:
        server.execute(f"CREATE TABLE {_TABLE} (id int PRIMARY KEY, n int DEFAULT 0)")
        server.execute(f"INSERT INTO {_TABLE} SELECT generate_series(1, {DESKS})")
        try:
            for _ in range(rounds):
                for way in WAYS:
                    found[way].append(commits(address, way, seconds))
        finally:
            server.execute(f"DROP TABLE {_TABLE}")
    none = statistics.median(found["none"])
    for way, rates in found.items():
        rate = statistics.median(rates)
        line = {"benchmark": "hints", "way": way, "desks": DESKS, "commits": round(rate)}
        print(json.dumps(line | {"share": round(rate / none, 2), "load": os.getloadavg()[0]}))


def commits(address: str, way: str, seconds: float) -> float:
    """Commits a second of all desks together."""
    made = [0] * DESKS
    ready = threading.Barrier(DESKS)

    def work(desk: int) -> None:
        with psycopg.connect(address) as connection:
            ready.wait()
            end, told_at = time.perf_counter() + seconds, 0.0
            while time.perf_counter() < end:
                connection.execute(_CHANGE, (desk + 1,))
                if way == "inside":
                    connection.execute(_TELL)
                connection.commit()
                made[desk] += 1
                if way == "behind" or (way == "ours" and time.perf_counter() - told_at >= 1):
                    told_at = time.perf_counter()
                    connection.autocommit = True
                    connection.execute(_TELL)
                    connection.autocommit = False

    desks = [threading.Thread(target=work, args=(n,)) for n in range(DESKS)]
    for one in desks:
        one.start()
    for one in desks:
        one.join()
    return sum(made) / seconds


if __name__ == "__main__":
    main()
