"""One desk's morning on a computer whose clock may be wrong: a program of its own.

It takes a lead, promises a call in two hours, asks for a lead that may not be called today, and
tells what it was given in one line of JSON. What it computes with its own clock shows there.
"""

import json
import sys
import time
from datetime import datetime

from qualdesk.core.cards import CallCard
from qualdesk.core.clock import SystemClock
from qualdesk.core.errors import NotNow
from qualdesk.desk.calling import Calling
from qualdesk.desk.team import Team
from qualdesk.files.outcomes import shipped_outcomes
from qualdesk.store.database import Store

_HELD = "SELECT EXTRACT(EPOCH FROM claim_until - clock_timestamp()) FROM lead WHERE claimed_by = %s"
_DUE = "SELECT EXTRACT(EPOCH FROM due_at - clock_timestamp()) FROM callback WHERE owner = %s"


def main(url: str, caller: str, closed: str, until: str = "") -> None:
    """``until``: the call goes on until its clock says that."""
    clock = SystemClock()
    store = Store(url, clock=clock)
    desk = Calling(store, clock, caller, shipped_outcomes(), zone="Europe/Berlin")
    card = desk.next_lead()
    assert isinstance(card, CallCard)
    held = _seconds(store, _HELD, caller)
    call = desk.start_attempt(card.lead.id)
    while until and clock.now() <= datetime.fromisoformat(until):
        time.sleep(0.01)
    read = desk.read_time("in 2 hours", card.lead.id)
    desk.finish(call.id, "callback_fixed", callback_at=read.promise)
    due = _seconds(store, _DUE, caller)
    rule = ""
    try:
        desk.start_attempt(int(closed))
    except NotNow as refused:
        rule = refused.says
    told = {
        "lead": card.lead.id,
        "held": held,
        "due": due,
        "rule": rule,
        "clock": Team(store).wrong_clock(),
        "ended": clock.now().isoformat(),
    }
    store.close()
    sys.stdout.write(json.dumps(told))


def _seconds(store: Store, query: str, caller: str) -> float:
    with store.reading() as tx:
        return float(tx.run(query, (caller,)).fetchone()[0])


if __name__ == "__main__":
    main(*sys.argv[1:])
