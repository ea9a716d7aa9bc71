"""The keeper's part in the order: it learns from calls, ranks stacks, sorts leads, and no more."""

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from makers import make_campaign, make_lead
from qualdesk.core.clock import SetClock
from qualdesk.core.leads import Signals
from qualdesk.core.sources import SourceType
from qualdesk.desk import Desk
from qualdesk.store import believed, queue, ranking, stacks
from qualdesk.store.database import Store
from qualdesk.store.schema import lead, stack

ASKED = Signals(source=SourceType.CONTACT_FORM, asked_for_call=True)


def test_calls_made_through_the_desk_are_learned_from_within_the_hour(
    store: Store, clock: SetClock
) -> None:
    desk = Desk(store, clock, "ana")
    with store.transaction() as tx:
        fair = make_campaign(tx)
        for _ in range(4):
            make_lead(tx, fair)
    desk.keeper.tick()
    for outcome in ("no_answer", "nurture", "gatekeeper"):
        card = desk.calling.next_lead()
        attempt = desk.calling.start_attempt(card.lead.id)
        clock.advance(timedelta(minutes=3))
        desk.calling.finish(attempt.id, outcome)
        clock.advance(timedelta(seconds=20))
    desk.keeper.tick()
    with store.reading() as tx:
        assert believed.learned(tx).calls == 0, "the hour is not over"
    clock.advance(timedelta(hours=1))
    desk.keeper.tick()
    with store.reading() as tx:
        found = believed.learned(tx)
    assert found.calls == 3
    reached = found.answer["source"]["trade_show"]
    assert (reached.calls, reached.seen) == (3, 1), "who answers for somebody else is not them"


def test_each_quarter_of_an_hour_the_stacks_are_ranked_and_empty_ones_go(
    store: Store, clock: SetClock
) -> None:
    desk = Desk(store, clock, "ana")
    with store.transaction() as tx:
        fair = make_campaign(tx)
        one, other = make_lead(tx, fair), make_lead(tx, fair, signals=ASKED)
        empty = stacks.stack_for(tx, _cell_of(tx, one), "")
    desk.keeper.tick()
    with store.transaction() as tx:
        assert tx.connection.scalar(sa.select(stack.c.id).where(stack.c.id == empty)) is None
        tx.connection.execute(stack.update().values(score=-1.0))
    desk.keeper.tick()
    with store.reading() as tx:
        assert _scores(tx) == {-1.0}, "the same quarter of an hour"
    clock.advance(timedelta(minutes=15))
    desk.keeper.tick()
    with store.reading() as tx:
        assert min(_scores(tx)) > 0
        assert set(tx.connection.scalars(sa.select(stack.c.ranked_at))) == {clock.now()}
        assert not ranking.is_due(tx)
    assert desk.calling.next_lead().lead.id == other


def test_who_wakes_up_is_ranked_before_their_hours_open(store: Store, clock: SetClock) -> None:
    """A floor calls from one coast to the other: no cell opens with yesterday's order."""
    desk = Desk(store, clock, "ana")
    with store.transaction() as tx:
        fair = make_campaign(tx)
        for signals in (None, ASKED):
            make_lead(tx, fair, signals=signals, zones=["America/Los_Angeles"])
    clock.set(datetime(2026, 3, 17, 15, 1, tzinfo=UTC))
    desk.keeper.tick()
    with store.transaction() as tx:
        tx.connection.execute(stack.update().values(score=-1.0))
    clock.set(datetime(2026, 3, 17, 15, 16, tzinfo=UTC))
    desk.keeper.tick()
    with store.reading() as tx:
        assert _scores(tx) == {-1.0}, "nobody can come to them yet"
    clock.set(datetime(2026, 3, 17, 15, 46, tzinfo=UTC))
    desk.keeper.tick()
    with store.reading() as tx:
        assert min(_scores(tx)) > 0


def test_a_lead_let_in_meanwhile_is_ranked_within_the_minute(store: Store, clock: SetClock) -> None:
    desk = Desk(store, clock, "ana")
    with store.transaction() as tx:
        make_lead(tx, make_campaign(tx))
        tx.connection.execute(lead.update().values(state="research", ready=False))
    desk.keeper.tick()
    with store.transaction() as tx:
        tx.connection.execute(stack.update().values(score=-1.0))
    clock.advance(timedelta(minutes=16))
    desk.keeper.tick()
    with store.transaction() as tx:
        assert _scores(tx) == {-1.0}
        tx.connection.execute(lead.update().values(state="waiting", ready=True))
    clock.advance(timedelta(minutes=1))
    desk.keeper.tick()
    with store.reading() as tx:
        assert min(_scores(tx)) > 0


def test_where_no_window_is_open_a_command_does_the_timer_s_work_once_an_hour(
    store: Store, clock: SetClock
) -> None:
    desk = Desk(store, clock, "ana")
    with store.transaction() as tx:
        make_lead(tx, make_campaign(tx))
    desk.keeper.catch_up()
    with store.transaction() as tx:
        assert not believed.is_learning_due(tx)
        tx.connection.execute(stack.update().values(score=-1.0))
    clock.advance(timedelta(minutes=59))
    desk.keeper.catch_up()
    with store.reading() as tx:
        assert _scores(tx) == {-1.0}
    clock.advance(timedelta(minutes=1))
    desk.keeper.catch_up()
    with store.reading() as tx:
        assert min(_scores(tx)) > 0
        assert not believed.is_learning_due(tx)


def test_the_keeper_moves_no_lead_out_of_a_caller_s_hands(store: Store, clock: SetClock) -> None:
    desk = Desk(store, clock, "ana")
    with store.transaction() as tx:
        fair = make_campaign(tx)
        make_lead(tx, fair)
    card = desk.calling.next_lead()
    with store.transaction() as tx:
        make_lead(tx, fair, signals=ASKED)
        unsorted = stacks.stack_for(tx, _cell_of(tx, card.lead.id), "")
        tx.connection.execute(lead.update().values(stack_id=unsorted))
    clock.advance(timedelta(minutes=5))
    for _ in range(3):
        desk.keeper.tick()
        clock.advance(timedelta(minutes=3))
        with store.reading() as tx:
            held = queue.held(tx, "ana")
        assert held
        assert held.lead_id == card.lead.id
        assert desk.calling.next_lead().lead.id == card.lead.id


def _cell_of(tx: object, lead_id: int) -> int:
    query = sa.select(lead.c.cell_id).where(lead.c.id == lead_id)
    return tx.connection.scalar(query)


def _scores(tx: object) -> set[float]:
    return set(tx.connection.scalars(sa.select(stack.c.score)))
