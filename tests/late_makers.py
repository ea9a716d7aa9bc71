"""A call that was saved late: its lead was somebody else's by then."""

from datetime import timedelta

import pytest

from calls import DATE, PROJECT, a_campaign, a_lead, calling, next_card
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import ClaimLost
from qualdesk.core.ids import LeadId
from qualdesk.core.times import Promise
from qualdesk.store import queue
from qualdesk.store.database import Store


def late_call(store: Store, clock: SetClock, *, outcome: str = "not_qualified") -> LeadId:
    """Ana's laptop slept in a call; Maya called them meanwhile, and has ended her call."""
    lead = a_lead(store, a_campaign(store), zones=("Europe/Berlin",))
    ana = calling(store, clock, "Ana")
    next_card(ana)
    call = ana.start_attempt(lead)
    ana.record_answer(call.id, DATE, "soon")
    clock.advance(queue.LEASE * 2)
    with store.transaction() as tx:
        queue.wake(tx)
        queue.claim_lead(tx, lead, "Maya")
    maya = calling(store, clock, "Maya")
    other = maya.start_attempt(lead)
    maya.record_answer(other.id, DATE, "later")
    maya.finish(other.id, "no_answer")
    clock.advance(timedelta(seconds=30))
    with pytest.raises(ClaimLost):
        ana.record_answer(call.id, PROJECT, "A second line")
    beside = {"reason": "No budget"}
    if outcome == "callback_fixed":
        wall = (clock.now() + timedelta(days=1)).replace(tzinfo=None, minute=0)
        with pytest.raises(ClaimLost):
            ana.finish(call.id, outcome, callback_at=Promise(wall=wall, zone="Europe/Berlin"))
    else:
        with pytest.raises(ClaimLost):
            ana.finish(call.id, outcome, note="Ask in autumn", **beside)
    return lead
