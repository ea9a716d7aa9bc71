"""Counts are kept by the database: by whoever writes, at little cost, in old workspaces too."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa

from handoff_makers import REASONS
from makers import make_campaign, make_lead
from qualdesk.core.clock import SetClock
from qualdesk.core.lead_groups import ANSWERED, LEFT, TAKEN, WAITS
from qualdesk.core.leads import Bucket
from qualdesk.desk import Desk
from qualdesk.store.database import Store
from qualdesk.store.leads import place
from qualdesk.store.migrations import STEPS
from qualdesk.store.migrations.upgrade import upgrade
from qualdesk.store.schema import lead, tally, tally_delta
from qualdesk.store.tally import kept_counts, off_by, recount
from qualdesk.store.tally_triggers import drop_triggers, make_triggers
from way_back_makers import answer, leave, qualify


def written(store: Store) -> list[tuple[object, ...]]:
    """Everything that is kept of counts."""
    with store.reading() as tx:
        return [
            tuple(row)
            for table in (tally, tally_delta)
            for row in tx.connection.execute(sa.select(table))
        ]


def is_right(store: Store) -> bool:
    with store.reading() as tx:
        return off_by(tx.connection) == ()


def test_a_claim_and_its_renewal_count_nothing(store: Store, clock: SetClock) -> None:
    desk = Desk(store, clock, "ana")
    with store.transaction() as tx:
        make_lead(tx, make_campaign(tx))
    before = written(store)
    card = desk.calling.next_lead()
    desk.calling.renew()
    desk.calling.release(card.lead.id)
    assert written(store) == before


def test_a_loaded_list_is_counted_by_its_groups_and_not_by_its_rows(
    postgres_store: Store, clock: SetClock
) -> None:
    desk = Desk(postgres_store, clock, "rosa")
    desk.library.new_campaign("Fair", region="DE")
    rows = [{"name": f"P {n}", "phone": f"+4930231{n:05}"} for n in range(300)]
    loaded = desk.intake.load(rows, campaign="Fair")
    assert loaded.new == 300
    assert desk.floor.board("Fair").total == 300
    assert len(written(postgres_store)) < 10
    assert is_right(postgres_store)


def test_what_sales_has_of_a_lead_follows_every_answer(store: Store) -> None:
    with store.transaction() as tx:
        fair = make_campaign(tx)
    one, other = qualify(store, fair), qualify(store, fair)
    _, ids = leave(store, fair, one, other)
    assert bits(store, one) == LEFT | WAITS
    answer(store, ids[one])
    answer(store, ids[other], REASONS[0])
    assert (bits(store, one), bits(store, other)) == (LEFT | ANSWERED | TAKEN, LEFT | ANSWERED)
    assert is_right(store)


def test_leads_that_go_are_counted_no_more(store: Store) -> None:
    with store.transaction() as tx:
        fair = make_campaign(tx)
        for bucket in (Bucket.WAITING, Bucket.NURTURE, Bucket.NOT_A_FIT):
            place(tx, make_lead(tx, fair), bucket)
    with store.transaction() as tx:
        tx.connection.execute(lead.delete())
    with store.reading() as tx:
        counts = kept_counts(tx, fair.id)
    assert (counts.total, dict(counts.groups), dict(counts.done)) == (0, {}, {})


def test_a_step_that_builds_a_table_anew_leaves_the_counting_alive(
    store: Store, copied_steps: Callable[[str], Path]
) -> None:
    with store.transaction() as tx:
        fair = make_campaign(tx)
        make_lead(tx, fair)
    with store.migrating() as tx:
        upgrade(tx.connection, copied_steps("lead"), "9999")
    with store.transaction() as tx:
        place(tx, make_lead(tx, fair), Bucket.NURTURE)
    with store.reading() as tx:
        assert kept_counts(tx, fair.id).total == 2
    assert is_right(store)


@pytest.fixture
def copied_steps(tmp_path: Path) -> Callable[[str], Path]:
    """The steps with one more behind them, that builds a table anew."""

    def made(table: str) -> Path:
        folder = Path(shutil.copytree(STEPS.folder, tmp_path / "steps"))
        text = f"""
import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{STEPS.head}"

def upgrade():
    with op.batch_alter_table("{table}", recreate="auto") as batch:
        batch.add_column(sa.Column("mood", sa.Text(), server_default="", nullable=False))
        batch.alter_column("external_id", existing_type=sa.Text(), type_=sa.String(80))
"""
        (folder / "versions" / "9999_moods.py").write_text(text, encoding="utf-8")
        return folder

    return made


def test_a_workspace_that_kept_no_counts_is_counted_once(store: Store) -> None:
    with store.transaction() as tx:
        drop_triggers(tx.connection)
        fair = make_campaign(tx)
        for _ in range(3):
            make_lead(tx, fair)
        assert kept_counts(tx, fair.id).total == 0
        assert recount(tx.connection) > 0
        make_triggers(tx.connection)
    with store.reading() as tx:
        assert kept_counts(tx, fair.id).total == 3
    assert is_right(store)
    with store.transaction() as tx:
        assert recount(tx.connection) == 0


def bits(store: Store, lead_id: int) -> int:
    has = sa.select(lead.c.with_sales).where(lead.c.id == lead_id)
    with store.reading() as tx:
        return int(tx.connection.scalar(has) or 0)
