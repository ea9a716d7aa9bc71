"""Leads whose tries are used up by new limits: ended in small steps, so that no caller waits."""

from qualdesk.core.campaigns import Campaign
from qualdesk.desk.pace import Pace
from qualdesk.store import used_up
from qualdesk.store.database import Store


def end_used_up(store: Store, found: Campaign, limits: used_up.Limits | None = None) -> int:
    """End the leads of a campaign that have used up their tries; how many.

    By the limits that hold, or those that are about to. A step is some hundred leads and one
    transaction; whatever is called between two of them stays as it is. When this is broken off
    the rest is offered to nobody all the same, and ended when its turn comes.
    """
    holds = limits or used_up.limits_of(found)
    pace, ended, after = Pace(), 0, 0
    while True:
        with pace.step() as rows, store.transaction() as tx:
            some = used_up.end_some(tx, found, holds, rows, after=after)
        if not some:
            return ended
        ended, after = ended + len(some), some[-1]
