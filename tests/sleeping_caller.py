"""A caller who calls, answers once, is put to sleep, and goes on: a program of its own.

``sleeping_caller.py ADDRESS NAME [LEASE]``: with a lease in seconds it stops itself after its
first answer, as a laptop that is shut does; without one it never sleeps, asks until there is a
lead for it, and ends the call as one that nobody answered. What became of each save it says.
"""

import os
import signal
import sys
import time

from storm_desks import shorten_leases


def main(url: str, name: str, lease: str = "") -> None:
    if lease:
        shorten_leases(float(lease))
    from qualdesk.core.cards import CallCard
    from qualdesk.core.clock import SystemClock
    from qualdesk.core.errors import ClaimLost
    from qualdesk.desk.calling import Calling
    from qualdesk.files.outcomes import shipped_outcomes
    from qualdesk.store.database import Store

    store = Store(url, clock=SystemClock())
    desk = Calling(store, store.clock, name, shipped_outcomes())
    while not isinstance(card := desk.next_lead(), CallCard):
        time.sleep(0.05)
    call = desk.start_attempt(card.lead.id)
    desk.record_answer(call.id, "q", "first")
    said = ["kept"]
    if lease:
        os.kill(os.getpid(), signal.SIGSTOP)
    how = ("not_qualified", "No need") if lease else ("no_answer", "")
    for step in (
        lambda: desk.record_answer(call.id, "q", "late"),
        lambda: desk.finish(call.id, how[0], reason=how[1]),
    ):
        try:
            step()
            said.append("kept")
        except ClaimLost:
            said.append("conflict")
    if said[-1] == "kept":
        said[-1] = "ended"
    store.close()
    sys.stdout.write(" ".join(said))


if __name__ == "__main__":
    main(*sys.argv[1:])
