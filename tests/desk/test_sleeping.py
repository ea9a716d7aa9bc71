"""A laptop that slept in the middle of a call: it goes on, unless somebody else called them."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from calls import PROJECT, a_campaign, a_lead, calling, next_card
from qualdesk.core.cards import NothingToCall
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import ClaimLost, Refused
from qualdesk.desk.keeper import Keeper
from qualdesk.store import queue, schema
from qualdesk.store.database import Store

ASLEEP = queue.LEASE * 2


def test_the_heartbeat_keeps_a_lead_as_long_as_somebody_works_on_it(
    store: Store, clock: SetClock
) -> None:
    """Model 2: a claim is a lease; complaint 10: it ends when nobody is there any more."""
    only = a_lead(store, a_campaign(store, with_script=False))
    ana, ben = calling(store, clock, "Ana"), calling(store, clock, "Ben")
    assert next_card(ana).lead.id == only
    for _ in range(6):
        clock.advance(timedelta(minutes=5))
        assert ana.renew().leads == frozenset()
        Keeper(store, clock, "Sam").tick()
        assert isinstance(ben.next_lead(), NothingToCall)
    clock.advance(queue.LEASE)
    assert next_card(ben).lead.id == only


def test_a_call_that_slept_is_taken_up_by_the_first_heartbeat(
    store: Store, clock: SetClock
) -> None:
    only = a_lead(store, a_campaign(store, with_script=False))
    ana, ben = calling(store, clock, "Ana"), calling(store, clock, "Ben")
    call = ana.start_attempt(only)
    clock.advance(ASLEEP)
    Keeper(store, clock, "Sam").tick()
    with store.reading() as tx:
        assert tx.connection.scalar(sa.select(schema.lead.c.claimed_by)) is None
    assert ana.renew().leads == {only}
    assert isinstance(ben.next_lead(), NothingToCall)
    ana.record_answer(call.id, PROJECT, "Still on the phone")
    ana.finish(call.id, "not_qualified", reason="No budget")


def test_a_call_that_slept_too_long_is_kept_beside_the_one_of_who_called_them_since(
    store: Store, clock: SetClock
) -> None:
    """Model 2: superseded, so nothing is overwritten and nothing is dropped."""
    only = a_lead(store, a_campaign(store, with_script=False), zones=("Europe/Berlin",))
    ana, ben = calling(store, clock, "Ana"), calling(store, clock, "Ben")
    card = next_card(ana)
    clock.advance(ASLEEP)
    assert next_card(ben).lead.id == card.lead.id == only
    assert ana.renew().leads == frozenset(), "nothing of hers is open"
    with pytest.raises(Refused, match="Ben has this lead now"):
        ana.start_attempt(only)
    ben.release(only)
    call = ana.start_attempt(only)
    clock.advance(ASLEEP)
    with store.transaction() as tx:
        queue.wake(tx)
        queue.claim_lead(tx, only, "Ben")
    assert ana.renew().leads == {only}
    with pytest.raises(ClaimLost, match="Ben has"):
        ana.record_answer(call.id, PROJECT, "Said while asleep")
    with pytest.raises(ClaimLost):
        ana.finish(call.id, "not_qualified", reason="No budget", note="Ask in autumn")
    with store.reading() as tx:
        calls = {one.id: one for one in tx.connection.execute(sa.select(schema.attempt))}
        late = calls[call.id]
        assert (late.is_conflict, late.outcome, late.note) == (
            True,
            "not_qualified",
            "Ask in autumn",
        )
        kept = tx.connection.execute(sa.select(schema.answer)).one()
    assert (kept.value, kept.is_conflict) == ("Said while asleep", True)
