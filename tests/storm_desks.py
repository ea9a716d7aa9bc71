"""Desks for the storm: a program that forks a caller for each line it reads, as often as asked.

Each caller takes leads, calls, answers and ends, with holds of a second or two, until it is
killed. A line ``replay NAME`` only saves what that one meant to save and was not told of.
"""

import json
import os
import sys
import traceback
from datetime import timedelta
from types import MappingProxyType

from qualdesk.core import claim_limits

WARM_UP = "warm-up"
"""Who makes the first call, before anybody is forked."""
LEASE = float(os.environ.get("QUALDESK_STORM_LEASE", "1"))
"""Whole seconds a hold lasts in a storm: longer than a save takes on the computer it is on."""


def shorten_leases(seconds: float) -> None:
    """Holds of this length instead of a quarter of an hour.

    Before anything of the store is imported: its statements are made with them, and so are the
    functions of a team's server, when ``qualdesk team init`` is run by a program that did this.
    """
    assert "qualdesk.store.queue" not in sys.modules, "too late: the statements are made"
    lease = timedelta(seconds=seconds)
    leases = {**claim_limits.LEASES, "open": lease, "next": lease}
    claim_limits.LEASE, claim_limits.LEASES = lease, MappingProxyType(leases)


def log_in_as(login: str) -> None:
    """Connect by this login from now on, with all that the store has learnt of its statements."""
    from qualdesk.store.dialects.watched import WatchedConnection

    connect = WatchedConnection.connect

    def by_login(*given: object, **named: object) -> WatchedConnection:
        return connect(*given, **{**named, "user": login})

    WatchedConnection.connect = by_login


def main(url: str, lease: str, folder: str = "", glances: str = "0", logins: str = "{}") -> None:
    shorten_leases(float(lease))
    from qualdesk.core.clock import SystemClock
    from qualdesk.store.database import Store
    from storm_callers import Caller, say, warm_up

    # Made here, before anybody is forked: what it learns of its statements they all know. An
    # address with a place for the name in it gives everybody a login of their own.
    whose = json.loads(logins)
    shared = Store(url.format(name=whose.get(WARM_UP)), clock=SystemClock())
    warm_up(shared)
    for line in sys.stdin:
        replays, _, name = line.strip().rpartition(" ")
        child = os.fork()
        if child == 0:
            try:
                if whose:
                    log_in_as(whose[name])
                caller = Caller(shared, name, float(lease), folder, float(glances))
                if replays:
                    caller.replay()
                    say("replayed", name)
                    os._exit(0)
                caller.work()
            except Exception:  # noqa: BLE001 - whatever it is, it is told and counted
                traceback.print_exc()
                say("fell", name, os.getpid())
            finally:
                os._exit(1)
        say("caller", name, child)


if __name__ == "__main__":
    main(*sys.argv[1:])
