"""The line to the server goes dead in a call: the lead comes free, what comes late is kept."""

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import psycopg
import pytest
import sqlalchemy as sa

from calls import PROJECT, a_campaign, a_lead, calling, next_card
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import ClaimLost, WorkspaceUnreachable
from qualdesk.core.ids import LeadId
from qualdesk.store.database import Store
from qualdesk.store.dialects import watched
from qualdesk.store.queue import LEASE
from qualdesk.store.schema import answer, attempt, lead
from tls_postgres import line_to

ONE = "00000000-0000-0000-0000-000000000001"


def _holder(store: Store, lead_id: LeadId) -> str | None:
    with store.reading() as tx:
        who: str | None = tx.connection.scalar(
            sa.select(lead.c.claimed_by).where(lead.c.id == lead_id)
        )
        return who


def test_a_lead_behind_a_dead_line_is_free_when_its_hold_ends_and_the_late_save_is_a_conflict(
    postgres_store: Store, postgres_url: str, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Q5: nobody is held up for longer than the hold, and nothing that was said is lost."""
    monkeypatch.setattr(watched, "_SILENCE", 0.1)
    monkeypatch.setattr(watched, "_PATIENCE", 0.5)
    one = a_lead(postgres_store, a_campaign(postgres_store))
    port = sa.make_url(postgres_url).port
    with line_to(port) as line:
        away = Store(postgres_url.replace(f":{port}/", f":{line.port}/"), clock=clock)
        ana, ben = calling(away, clock), calling(postgres_store, clock, "Ben")
        call = ana.start_attempt(next_card(ana).lead.id)
        line.cut()
        with pytest.raises(WorkspaceUnreachable):
            ana.record_answer(call.id, PROJECT, "A second line", answer_id=ONE)
        clock.advance(LEASE - timedelta(seconds=2))
        assert not hasattr(ben.next_lead(), "lead"), "still hers"
        assert _holder(postgres_store, one) == "Ana"
        clock.advance(timedelta(seconds=4))
        assert next_card(ben).lead.id == one
        ben.record_answer(ben.start_attempt(one).id, PROJECT, "His words")
        line.mend()
        for _ in range(2):
            with pytest.raises(ClaimLost, match="Ben has this lead now"):
                ana.record_answer(call.id, PROJECT, "A second line", answer_id=ONE)
        away.close()
    assert _holder(postgres_store, one) == "Ben"
    with postgres_store.reading() as tx:
        query = sa.select(attempt.c.caller, answer.c.value, answer.c.is_conflict)
        rows = tx.connection.execute(query.join(attempt, attempt.c.id == answer.c.attempt_id))
        kept = {(row.caller, row.value, row.is_conflict) for row in rows}
    assert kept == {("Ana", "A second line", True), ("Ben", "His words", False)}


def test_looking_after_a_silent_server_stops_no_other_thread(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The window goes on painting while the lane of the call waits to hear from the server."""
    port = sa.make_url(postgres_url).port
    with line_to(port) as line:
        address = postgres_url.replace(f":{port}/", f":{line.port}/")
        wire = watched.WatchedConnection.connect(address)
        assert wire._is_there()
        line.cut()
        # The one that waits ends only because another thread hangs up meanwhile.
        monkeypatch.setattr(watched, "_PATIENCE", 30.0)
        with ThreadPoolExecutor(1) as lane:
            waits = lane.submit(wire._is_there)
            while len(line.ends) < 6 and not waits.done():
                pass
            line.hang_up()
            assert not waits.result(timeout=10)
        wire.close()


def test_a_server_behind_a_socket_in_a_folder_is_looked_after_too(postgres_address: str) -> None:
    with psycopg.connect(f"{postgres_address}/postgres") as admin:
        folder = admin.execute("SHOW unix_socket_directories").fetchone()[0]
    port = sa.make_url(postgres_address).port
    with watched.WatchedConnection.connect(
        f"host={folder} port={port} user=tester dbname=postgres"
    ) as wire:
        assert wire._is_there()


def test_a_line_that_slept_with_its_computer_is_asked_before_it_is_used(
    postgres_address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The clock that counts what a program waits stands still meanwhile."""
    with watched.WatchedConnection.connect(f"{postgres_address}/postgres") as wire:
        wire.execute("SELECT 1")
        assert wire.is_fresh
        now = time.clock_gettime(time.CLOCK_BOOTTIME)
        monkeypatch.setattr(time, "clock_gettime", lambda _: now + 3600)
        assert not wire.is_fresh
