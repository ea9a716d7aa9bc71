"""A transaction is kept whole or not at all, and known faults are told in words."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
import sqlalchemy as sa

from makers import MORNING, make_campaign, make_clock, make_lead
from postgres import copied_database
from qualdesk.core.clock import SystemClock
from qualdesk.core.errors import WorkspaceFull, WorkspaceUnreachable, WorkspaceUnusable
from qualdesk.store import queue
from qualdesk.store.database import Store, Transaction
from qualdesk.store.schema import campaign, lead


def _count(store: Store) -> int:
    with store.reading() as tx:
        return tx.connection.execute(sa.select(sa.func.count()).select_from(campaign)).scalar_one()


def test_a_transaction_that_fails_leaves_nothing(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.transaction() as tx:
        _fail_after_writing(tx)
    assert _count(store) == 0
    with store.transaction() as tx:
        make_campaign(tx)
    assert _count(store) == 1


def _fail_after_writing(tx: Transaction) -> None:
    make_campaign(tx)
    raise ZeroDivisionError


def test_a_transaction_inside_another_is_a_mistake_of_ours(store: Store) -> None:
    with (
        store.transaction(),
        pytest.raises(RuntimeError, match="inside a transaction"),
        store.transaction(),
    ):
        pass
    with store.transaction() as tx:
        make_campaign(tx)
    assert _count(store) == 1


def test_a_look_keeps_nobody_from_writing_and_sees_one_state(store: Store) -> None:
    with store.reading() as look:
        before = look.connection.execute(sa.select(campaign)).all()
        with store.transaction() as tx:
            make_campaign(tx)
        assert look.connection.execute(sa.select(campaign)).all() == before == []
    assert _count(store) == 1


def test_settling_brings_the_log_into_the_file_while_somebody_looks(
    sqlite_store: Store, tmp_path: Path
) -> None:
    with sqlite_store.transaction() as tx:
        make_campaign(tx)
    with sqlite_store.reading() as look:
        assert look.connection.execute(sa.select(campaign)).all()
        sqlite_store.settle()
    # The file alone, without its log.
    alone = tmp_path / "alone.sqlite"
    alone.write_bytes(Path(str(sqlite_store.url.database)).read_bytes())
    with closing(sqlite3.connect(alone)) as copy:
        assert copy.execute("SELECT COUNT(*) FROM campaign").fetchone() == (1,)


def test_a_team_s_server_keeps_a_look_from_writing(postgres_store: Store) -> None:
    with pytest.raises(sa.exc.InternalError), postgres_store.reading() as tx:
        make_campaign(tx)
    assert _count(postgres_store) == 0


def test_a_server_s_own_clock_decides(postgres_url: str) -> None:
    store = Store(postgres_url, clock=SystemClock())
    with store.reading() as tx:
        first = tx.now
    with store.transaction() as tx:
        assert timedelta() < tx.now - first < timedelta(seconds=10)
        assert tx.now.tzinfo is UTC
    store.close()


def test_an_instant_comes_back_as_it_went_in_from_any_zone(store: Store) -> None:
    there = datetime(
        2026, 3, 17, 12, 30, 0, 123456, tzinfo=timezone(timedelta(hours=5, minutes=30))
    )
    with store.transaction() as tx:
        one = make_lead(tx, make_campaign(tx))
        tx.connection.execute(lead.update().values(wake_at=there, ready=False))
        kept = tx.connection.scalar(sa.select(lead.c.wake_at).where(lead.c.id == one))
        plain = tx.run("SELECT wake_at FROM lead", {}).fetchone()[0]
        assert kept == tx.dialect.instant(plain) == there
        assert kept.tzinfo is UTC
        before, after = (tx.dialect.moment(there + timedelta(microseconds=n)) for n in (-1, 1))
        assert before < plain < after
        with pytest.raises((ValueError, sa.exc.StatementError), match="names no instant"):
            tx.connection.execute(lead.update().values(wake_at=datetime(2026, 3, 17)))  # noqa: DTZ001 - that is the point


def test_a_full_disk_is_told_and_nothing_is_lost(sqlite_store: Store) -> None:
    with sqlite_store.transaction() as tx:
        fair = make_campaign(tx)
        found = make_lead(tx, fair)
    with sqlite_store.engine.connect() as connection:
        driver = connection.connection.driver_connection
        pages = driver.execute("PRAGMA page_count").fetchone()[0]
        driver.execute(f"PRAGMA max_page_count={pages}")
    with pytest.raises(WorkspaceFull), sqlite_store.transaction() as tx:
        _ = [make_lead(tx, fair) for _ in range(500)]
    with sqlite_store.transaction() as tx:
        assert queue.claim_next(tx, "ana").lead_id == found


def test_a_place_where_no_file_can_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear Ana", encoding="utf-8")
    with pytest.raises(WorkspaceUnusable, match="No workspace can be made"):
        Store(f"sqlite:///{tmp_path / 'letter.txt' / 'desk.sqlite'}", clock=make_clock())


def test_a_damaged_file_is_told_with_the_way_out(sqlite_file: Path) -> None:
    whole = bytearray(sqlite_file.read_bytes())
    for start in range(4096, len(whole), 4096):
        whole[start : start + 64] = b"\xff" * 64
    sqlite_file.write_bytes(bytes(whole))
    store = Store(f"sqlite:///{sqlite_file}", clock=make_clock())
    with pytest.raises(WorkspaceUnusable, match="qualdesk restore"), store.transaction() as tx:
        make_lead(tx, make_campaign(tx))
    store.close()


def test_an_error_of_the_driver_is_told_too(sqlite_store: Store) -> None:
    other = sqlite3.connect(sqlite_store.url.database, isolation_level=None)
    other.execute("DROP TABLE open_hours")
    other.close()
    with pytest.raises(sqlite3.OperationalError), sqlite_store.transaction() as tx:
        tx.run("SELECT cell_id FROM open_hours", {})


def test_a_server_that_is_not_there_is_told(postgres_address: str) -> None:
    nowhere = Store("postgresql://tester@127.0.0.1:1/desk", clock=make_clock())
    with pytest.raises(WorkspaceUnreachable), nowhere.reading():
        pass
    missing = Store(f"{postgres_address}/no_such_desk", clock=make_clock())
    with pytest.raises(WorkspaceUnusable), missing.reading():
        pass


def test_a_lost_connection_is_told_and_the_next_try_works(postgres_address: str) -> None:
    with copied_database(postgres_address, "template_desk", "lost_desk") as url:
        store = Store(url, clock=make_clock())
        with pytest.raises(WorkspaceUnreachable), store.transaction() as tx:
            _write_after_the_end(tx, url, by_driver=True)
        with pytest.raises(WorkspaceUnreachable), store.transaction() as tx:
            _write_after_the_end(tx, url, by_driver=False)
        with store.transaction() as tx:
            make_campaign(tx)
        _end_others(url)
        with store.transaction() as tx:
            make_campaign(tx)
        assert tx.now == MORNING, "one that was closed while it lay there is not told"
        store.close()


def _write_after_the_end(tx: Transaction, url: str, *, by_driver: bool) -> None:
    _end_others(url)
    if by_driver:
        tx.run("SELECT 1", {})
    else:
        make_campaign(tx)


def _end_others(url: str) -> None:
    other = Store(url, clock=make_clock())
    with other.transaction() as ours:
        ours.connection.exec_driver_sql(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    other.close()
