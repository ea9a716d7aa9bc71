"""One desk of a storm, a process of its own: claims leads until there are none, and tells which."""

import json
import sys

from makers import make_clock
from qualdesk.store import queue
from qualdesk.store.database import Store


def main(url: str, name: str) -> None:
    store = Store(url, clock=make_clock())
    with store.reading():
        pass
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    took = []
    while True:
        with store.transaction() as tx:
            # A new name for each claim: a caller holds one lead, a storm wants them all.
            found = queue.claim_next(tx, f"{name} {len(took)}")
        if found is None:
            break
        took.append(found.lead_id)
    store.close()
    sys.stdout.write(json.dumps({"took": took}))


if __name__ == "__main__":
    main(*sys.argv[1:])
