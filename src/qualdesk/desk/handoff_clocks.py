"""The two clocks of leads with sales: what nobody read or answered comes back by the rules."""

from collections.abc import Sequence

from qualdesk.core.campaigns import Campaign
from qualdesk.core.changes import NO_CHANGES, Changes
from qualdesk.core.handoff_states import ItemState
from qualdesk.core.leads import Bucket
from qualdesk.core.recycling import UNANSWERED, UNREAD, rule_for
from qualdesk.store.campaigns import load_campaign
from qualdesk.store.database import Store, Transaction
from qualdesk.store.handoff_items import DueItem, due_items, is_any_due, stop_clock
from qualdesk.store.history import note

# Five milliseconds each on a busy machine: callers wait for a tenth of a second at most.
AT_ONCE = 20
# What is left comes with the next tick: nothing is lost by waiting a minute.
_ROUNDS = 250


class Clocks:
    """Takes leads back that sales never read or answered, and moves those it sent back.

    Each campaign's own rules say where they go. Without a rule they stay where they are, and no
    clock of theirs runs any more.
    """

    def __init__(self, store: Store, caller: str) -> None:
        self._store = store
        self._caller = caller

    def tick(self, most: int = AT_ONCE) -> Changes:
        """Do what is due by now, ``most`` leads to a transaction; what was touched."""
        with self._store.reading() as tx:
            if not is_any_due(tx):
                return NO_CHANGES
        changes = NO_CHANGES
        for _ in range(_ROUNDS):
            with self._store.transaction() as tx:
                due = due_items(tx, most)
                changes |= self._act(tx, due)
            if len(due) < most:
                break
        return changes

    def _act(self, tx: Transaction, due: Sequence[DueItem]) -> Changes:
        campaigns = {one.campaign_id: load_campaign(tx, one.campaign_id) for one in due}
        back: list[DueItem] = []
        stays: list[DueItem] = []
        for one in due:
            (back if _follow(tx, one, campaigns[one.campaign_id]) else stays).append(one)
        stop_clock(tx, [one.id for one in stays])
        for batch_id in sorted({one.batch_id for one in back}):
            leads = [one.lead_id for one in back if one.batch_id == batch_id]
            note(tx, self._caller, "came back", "handoff_batch", batch_id, leads=leads)
        return Changes(
            leads=frozenset(one.lead_id for one in back),
            campaigns=frozenset(campaigns),
            batches=frozenset(one.batch_id for one in due),
            queue=bool(back),
        )


def _follow(tx: Transaction, one: DueItem, campaign: Campaign) -> bool:
    """Do what the campaign's rule says; whether it has one."""
    is_answered = one.state == ItemState.SENT_BACK.value
    nobody_said = UNREAD if one.state == ItemState.SENT.value else UNANSWERED
    rule = rule_for(campaign.handoff.recycle, one.reason if is_answered else nobody_said)
    if rule is None:
        return False
    from qualdesk.desk.recycling import send_off, way_by

    way = way_by(rule, campaign, tx.now, one.reason if is_answered else "")
    stands_in = (Bucket.SENT_BACK,) if is_answered else (Bucket.IN_BATCH,)
    send_off(tx, one.id, one.lead_id, way, stands_in)
    return True
