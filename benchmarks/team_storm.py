"""The claim storm at full size: sixteen desks killed at random, a server that stops and crashes.

    python benchmarks/team_storm.py [--smoke] [--as-callers] [--claims 100000] [--kills 1500]
        [--restarts 20]

The desks of ``tests/storms.py`` on a server of this run's own, on the disk, with every flush.
Holds last one second, or as many as ``QUALDESK_STORM_LEASE`` says. Nine of ten leads are given
back unread, so that claims are what there is most of; the others are called, answered and ended.
Of these three in a hundred last longer than the hold, and a fifth of them keep it alive. The
server is stopped in turn as it should be and as if it crashed. Each desk writes down what it
means to save before it asks for it, and whoever comes back in its place saves what was not
confirmed, under the same ids. A desk that falls is counted, and comes back as one that was killed.

``--as-callers``: each desk is logged in as a caller of a team, as ``qualdesk team init`` makes
them, with the limits raised. Such a desk sees a lead no longer than it holds it, also in the
middle of a save: let a hold last longer than a save takes, as with three seconds on a computer
that has other work.

JSON lines: the figures, and what was looked at afterwards. It ends with an error where anything
was held twice, lost, or kept twice.
"""

import argparse
import json
import os
import random
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import psycopg

from storm_desks import LEASE, WARM_UP, shorten_leases

# Before the store is there: a team's functions are made with holds of this length.
shorten_leases(LEASE)

from team_logins import address_of_a_login, logins_for  # noqa: E402

from postgres import binaries, own_server  # noqa: E402
from storms import (  # noqa: E402
    DESKS,
    Storm,
    all_meant_is_there_once,
    new_workspace,
    no_two_had_one_lead,
    nothing_is_lost,
    prepared,
    watch_claims,
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="300 claims, 6 kills, 2 restarts")
    parser.add_argument("--as-callers", action="store_true", help="by a login each, of a team")
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--kills", type=int, default=1_500)
    parser.add_argument("--restarts", type=int, default=20)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    asked = parser.parse_args()
    if asked.smoke:
        asked.claims, asked.kills, asked.restarts = 300, 6, 2
    if binaries() is None:
        say(says="PostgreSQL is not installed")
        return
    with own_server(is_durable=True) as server, tempfile.TemporaryDirectory() as folder:
        store = prepared(new_workspace(server.address), max(200, asked.claims // 30))
        logins = {}
        if asked.as_callers:
            desks = (f"desk-{number}" for number in range(DESKS))
            logins = logins_for(store, (WARM_UP, *desks))
        watch_claims(store)
        with psycopg.connect(f"{server.address}/storm") as wire:
            settings = {name: wire.execute(f"SHOW {name}").fetchone()[0] for name in _SETTINGS}
        say(what="begins", **vars(asked), desks=DESKS, lease=LEASE, **settings)
        url = store.url.render_as_string(hide_password=False)
        storm = Storm(
            url=address_of_a_login(url) if logins else url,
            logins=logins,
            claims=asked.claims,
            kills=asked.kills,
            seed=asked.seed,
            longest=asked.claims,
            folder=folder,
            glances=0.9,
            server=server,
            restarts=asked.restarts,
        )
        store.close()
        began = time.perf_counter()
        storm.run()
        told = storm.told
        say(
            what="storm",
            seconds=round(time.perf_counter() - began),
            claims=told.counts["took"],
            kills=storm.killed,
            restarts=len(storm.restarted),
            calls=len(told.begun),
            kept=len(told.kept),
            ended=len(told.ended),
            conflicts=len(told.conflicts),
            saved_again=told.counts["replays"],
            found_no_server=told.counts["away"],
            out_of_sight=told.counts["out-of-sight"],
            refused=told.counts["refused"],
            fell=told.counts["fell"] + told.counts["lost-server"],
            found_nothing=told.counts["idle"],
        )
        nothing_is_lost(store, told)
        meant = all_meant_is_there_once(store, Path(folder))
        claims = no_two_had_one_lead(store)
        say(what="looked at", claims_on_the_server=claims, held_twice=0, lost=0, twice=0, **meant)
        store.close()
        assert told.counts["took"] >= asked.claims, "too slow"


_SETTINGS = ("server_version", "fsync", "synchronous_commit", "full_page_writes")


def say(**told: object) -> None:
    load = round(os.getloadavg()[0], 1)
    print(json.dumps({"benchmark": "team_storm", **told, "load": load}), flush=True)


if __name__ == "__main__":
    main()
