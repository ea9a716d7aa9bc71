"""Leads on the same clocks share a cell, and its hours are worked out ahead."""

from concurrent.futures import ThreadPoolExecutor, wait
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from makers import BERLIN, make_campaign, make_lead
from qualdesk.core.clock import SetClock
from qualdesk.core.ids import CampaignId, ListId
from qualdesk.core.sources import CallLimits, CallWindow
from qualdesk.store import campaigns, cell_marks, cells, stacks
from qualdesk.store.database import Store, Transaction
from qualdesk.store.schema import cell as cell_table
from qualdesk.store.schema import lead, lead_list, open_hours

NEW_YORK = "America/New_York"


def _hours(tx: Transaction, cell_id: int) -> list[tuple[datetime, datetime]]:
    query = sa.select(open_hours).where(open_hours.c.cell_id == cell_id)
    rows = tx.connection.execute(query.order_by(open_hours.c.opens_at))
    return [(row.opens_at, row.closes_at) for row in rows]


def test_the_same_zones_in_any_order_are_one_cell(store: Store) -> None:
    with store.transaction() as tx:
        fair, webinar = make_campaign(tx), make_campaign(tx)
        one = cells.cell_for(tx, fair.id, (BERLIN, NEW_YORK))
        assert cells.cell_for(tx, fair.id, [NEW_YORK, BERLIN, BERLIN]) == one
        assert cells.cell_for(tx, fair.id, [BERLIN]) != one
        assert cells.cell_for(tx, webinar.id, (BERLIN, NEW_YORK)) != one


def test_a_cell_is_open_only_while_every_clock_is_inside_calling_hours(store: Store) -> None:
    """Model 5, Q6: 9:00 in New York is 14:00 in Berlin, which closes at 17:30 there."""
    with store.transaction() as tx:
        cell = cells.cell_for(tx, make_campaign(tx).id, (BERLIN, NEW_YORK))
        tuesday = datetime(2026, 3, 17, tzinfo=UTC)
        today = (tuesday + timedelta(hours=13), tuesday + timedelta(hours=16.5))
        assert today in _hours(tx, cell)


def test_nobody_is_called_whose_clock_is_not_known(store: Store) -> None:
    with store.transaction() as tx:
        cell = cells.cell_for(tx, make_campaign(tx).id, ())
        assert _hours(tx, cell) == []
        assert cells.refresh(tx) == 0


def test_hours_are_worked_out_again_when_few_are_left(store: Store, clock: SetClock) -> None:
    with store.transaction() as tx:
        cell = cells.cell_for(tx, make_campaign(tx).id, (BERLIN,))
        assert cells.refresh(tx) == 0
    clock.advance(timedelta(days=13))
    with store.transaction() as tx:
        assert cells.refresh(tx) == 1
        assert _hours(tx, cell)[-1][1] > tx.now + timedelta(days=10)
    clock.advance(timedelta(days=-20))
    with store.transaction() as tx:
        assert cells.refresh(tx) == 1
        assert any(opens <= tx.now + timedelta(days=3) for opens, _ in _hours(tx, cell))


def test_new_limits_and_windows_change_the_hours(store: Store) -> None:
    with store.transaction() as tx:
        fair = make_campaign(tx)
        cell = cells.cell_for(tx, fair.id, (BERLIN,))
        window = CallWindow(closes_at=datetime(2026, 3, 17, 12, tzinfo=UTC))
        campaigns.set_times(tx, fair.id, window, CallLimits(hours=(600, 720)))
        assert cells.refresh(tx) == 1
        assert _hours(tx, cell) == [
            (datetime(2026, 3, 16, 9, 24, tzinfo=UTC), datetime(2026, 3, 16, 11, tzinfo=UTC)),
            (datetime(2026, 3, 17, 9, tzinfo=UTC), datetime(2026, 3, 17, 11, tzinfo=UTC)),
        ]


def _list(tx: Transaction, campaign_id: CampaignId, state: str = "loading") -> ListId:
    made = lead_list.insert().values(campaign_id=campaign_id, state=state, loaded_at=tx.now)
    return ListId(tx.connection.execute(made.returning(lead_list.c.id)).scalar_one())


def test_hours_can_be_worked_out_some_cells_at_a_time(store: Store) -> None:
    """A list from all over the world has hundreds of clocks; callers wait for some of them."""
    with store.transaction() as tx:
        fair = make_campaign(tx)
        for zones in ((BERLIN,), (NEW_YORK,), (BERLIN, NEW_YORK)):
            cells.cell_for(tx, fair.id, zones)
        tx.connection.execute(cell_table.update().values(compiled_until=None))
        assert [cells.refresh(tx, at_most=2) for _ in range(3)] == [2, 1, 0]


def test_a_cell_of_a_list_that_is_loading_never_opens(store: Store, clock: SetClock) -> None:
    """Also when the campaign's hours change meanwhile, and when weeks go by."""
    with store.transaction() as tx:
        fair = make_campaign(tx)
        mine = cells.cell_for(tx, fair.id, (BERLIN,), _list(tx, fair.id))
        assert mine != cells.cell_for(tx, fair.id, (BERLIN,))
        assert _hours(tx, mine) == []
        campaigns.set_times(tx, fair.id, CallWindow(), CallLimits(hours=(600, 720)))
        assert cells.refresh(tx) == 2
        assert _hours(tx, mine) == []
    clock.advance(timedelta(days=30))
    with store.transaction() as tx:
        assert cells.refresh(tx) == 2
        assert _hours(tx, mine) == []


def test_publishing_opens_a_list_s_cells_and_merging_empties_them(store: Store) -> None:
    with store.transaction() as tx:
        fair = make_campaign(tx)
        home = cells.cell_for(tx, fair.id, (BERLIN,))
        new = _list(tx, fair.id)
        second = cells.cell_for(tx, fair.id, (BERLIN,), new)
        other = cells.cell_for(tx, fair.id, (NEW_YORK,), new)
        leads = [make_lead(tx, fair) for _ in range(5)]
        stacks.move_leads(tx, leads, new)
        assert cells.is_loading(tx, leads[0])
        assert not stacks.merge_some(tx, 2), "nothing is moved before it is published"
        tx.connection.execute(lead_list.update().values(state="published"))
        cells.open_cells_of(tx, new)
        assert not cells.is_loading(tx, leads[0])
        cells.refresh(tx)
        assert _hours(tx, second) == _hours(tx, home) != []
        steps = 0
        while stacks.merge_some(tx, 2):
            steps += 1
        assert steps >= 5, "three chunks of leads, then their stack, then the cells"
        stands_in = set(tx.connection.scalars(sa.select(lead.c.cell_id)))
        assert stands_in == {home}
        left = tx.connection.execute(sa.select(cell_table.c.id, cell_table.c.of_list)).all()
        assert {tuple(row) for row in left} == {(home, 0), (other, 0)}


def test_a_cell_whose_hours_are_worked_out_elsewhere_is_not_removed(
    postgres_store: Store, clock: SetClock
) -> None:
    """Two desks of a team: what the other is writing would hold on to a row that is gone."""
    address = postgres_store.url.render_as_string(hide_password=False)
    elsewhere = Store(address, clock=clock)
    with postgres_store.transaction() as tx:
        cell = cells.cell_for(tx, make_campaign(tx).id, (BERLIN,))
        cell_marks.work_out_anew(tx)
    with elsewhere.transaction() as other:
        assert cells.refresh(other) == 1
        with postgres_store.transaction() as tx:
            tx.connection.exec_driver_sql("SET LOCAL lock_timeout = '2s'")
            assert not cells.drop_empty(tx, cell), "it waits for nobody, and takes nothing away"
    with postgres_store.transaction() as tx:
        assert cells.drop_empty(tx, cell)
    elsewhere.close()


def test_desks_that_come_to_a_new_cell_at_once_work_out_its_hours_once(
    postgres_store: Store,
) -> None:
    """As a morning begins: sixteen desks dial, each the first lead on a clock nobody met yet."""
    with postgres_store.transaction() as tx:
        fair = make_campaign(tx)

    def come_to() -> int:
        with postgres_store.transaction() as tx:
            return cells.cell_for(tx, fair.id, [NEW_YORK])

    with ThreadPoolExecutor(2) as others:
        with postgres_store.transaction() as tx:
            made = cells.cell_for(tx, fair.id, [NEW_YORK])
            its_hours = tx.connection.exec_driver_sql("SELECT txid_current()").scalar_one()
            coming = [others.submit(come_to) for _ in range(2)]
            wait(coming, timeout=0.3)
        assert [one.result(timeout=10) for one in coming] == [made, made]
    with postgres_store.reading() as tx:
        whose = tx.connection.exec_driver_sql("SELECT DISTINCT xmin::text::bigint FROM open_hours")
        assert whose.scalars().all() == [its_hours]
