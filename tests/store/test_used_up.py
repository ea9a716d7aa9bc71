"""Leads that have used up their tries are ended some at a time, and put back as they stood."""

from datetime import timedelta

import sqlalchemy as sa

from makers import make_campaign, make_lead
from qualdesk.core.campaigns import Campaign
from qualdesk.core.ids import LeadId
from qualdesk.core.leads import Signals
from qualdesk.core.sources import SourceType
from qualdesk.store import plan_changes, used_up
from qualdesk.store.database import Store, Transaction
from qualdesk.store.forecast_reading import calls_made, cells_of, open_leads, out_of_reach
from qualdesk.store.schema import lead

GIVEAWAY = Signals(source=SourceType.TRADE_SHOW, giveaway_only=True)
TWO = used_up.Limits(tries=6, giveaway=2)


def _fair(tx: Transaction) -> tuple[Campaign, list[LeadId]]:
    """Three giveaway leads with two tries, and one other."""
    made = make_campaign(tx)
    leads = [make_lead(tx, made, signals=GIVEAWAY) for _ in range(3)] + [make_lead(tx, made)]
    tx.connection.execute(lead.update().values(attempts=2))
    return made, leads


def _step(tx: Transaction, made: Campaign) -> int:
    stand = plan_changes.stand_of(tx, made, ())
    return plan_changes.begin(tx, made.id, "Mia", stand, stand)


def test_only_those_that_used_them_up_are_ended_some_at_a_time(store: Store) -> None:
    with store.transaction() as tx:
        made, leads = _fair(tx)
        first = used_up.end_some(tx, made, TWO, 2)
        assert first == tuple(leads[:2])
        assert used_up.end_some(tx, made, TWO, 2, after=first[-1]) == (leads[2],)
        assert used_up.end_some(tx, made, TWO, 2, after=leads[2]) == ()
        states = tx.connection.execute(sa.select(lead.c.state).order_by(lead.c.id)).scalars().all()
    assert states == ["unreachable"] * 3 + ["waiting"]


def test_those_in_hand_are_left_to_who_has_them(store: Store) -> None:
    with store.transaction() as tx:
        made, leads = _fair(tx)
        tx.connection.execute(
            lead.update()
            .where(lead.c.id == leads[0])
            .values(
                claimed_by="ana",
                claim_kind="open",
                claim_until=tx.now + timedelta(minutes=1),
                ready=False,
            )
        )
        assert used_up.end_some(tx, made, TWO, 9) == tuple(leads[1:3])


def test_they_are_put_back_exactly_as_they_stood(store: Store) -> None:
    with store.transaction() as tx:
        made, leads = _fair(tx)
        rests = {"wake_at": tx.now + timedelta(hours=2), "ready": False, "state_reason": "Busy"}
        tx.connection.execute(lead.update().where(lead.c.id == leads[1]).values(**rests))
        before = tx.connection.execute(sa.select(lead).order_by(lead.c.id)).all()
        change = _step(tx, made)
        used_up.end_some(tx, made, TWO, 9, change=change)
        assert used_up.put_back_some(tx, change, 2) == tuple(leads[:2])
        assert used_up.put_back_some(tx, change, 2) == (leads[2],)
        assert used_up.put_back_some(tx, change, 2) == ()
        assert tx.connection.execute(sa.select(lead).order_by(lead.c.id)).all() == before


def test_a_step_is_kept_with_how_it_stood_and_how_far_it_is(store: Store) -> None:
    with store.transaction() as tx:
        made, _ = _fair(tx)
        change = _step(tx, made)
        found = plan_changes.find(tx, change)
        assert found is not None
        assert found.before == found.after == plan_changes.stand_of(tx, made, ())
        assert plan_changes.newest_applied(tx, made.id) == 0
        assert plan_changes.unfinished(tx, tx.now + timedelta(minutes=1), made.id) == (change,)
        plan_changes.mark(tx, change, plan_changes.APPLIED)
        assert plan_changes.newest_applied(tx, made.id) == change
        assert plan_changes.unfinished(tx, tx.now + timedelta(minutes=1), made.id) == ()
        assert plan_changes.find(tx, change + 1) is None


def test_open_leads_are_counted_by_all_that_matters_to_a_forecast(store: Store) -> None:
    with store.transaction() as tx:
        made, leads = _fair(tx)
        tx.connection.execute(
            lead.update()
            .where(lead.c.id == leads[3])
            .values(state="research", ready=False, wake_at=None)
        )
        tx.connection.execute(
            lead.update().where(lead.c.id == leads[0]).values(state="not_a_fit", ready=False)
        )
        found = sorted(open_leads(tx, made.id), key=lambda one: one.state)
        assert [(one.state, one.attempts, one.leads) for one in found] == [
            ("research", 2, 1),
            ("waiting", 2, 2),
        ]
        cells = [one.id for one in cells_of(tx, made.id)]
        assert out_of_reach(tx, made.id, []) == (leads[3],)
        assert out_of_reach(tx, made.id, cells) == tuple(leads[1:])
        assert not list(calls_made(tx, ["ana"]))
