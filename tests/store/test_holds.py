"""A place that one program has at a time, in a file's folder and on a server."""

import stat
from pathlib import Path

import psycopg
import pytest

from qualdesk.core.clock import SetClock
from qualdesk.core.errors import WorkspaceUnusable
from qualdesk.store.database import Store
from qualdesk.store.dialects.files import FileHold, file_hold
from qualdesk.store.dialects.servers import ServerHold


def test_a_place_is_one_programs_until_it_is_released(
    store: Store, store_url: str, clock: SetClock
) -> None:
    other = Store(store_url, clock=clock, durable=False)
    hold = store.hold("keeper")
    assert hold is not None
    assert hold.is_held()
    assert other.hold("keeper") is None
    hold.release()
    theirs = other.hold("keeper")
    assert theirs is not None
    assert store.hold("keeper") is None
    theirs.release()
    theirs.release()
    other.close()


def test_the_file_of_a_place_is_its_owners_alone_and_stays(sqlite_file: Path) -> None:
    """Removed, it could be two files at once, and two programs in one place."""
    hold = file_hold(sqlite_file, "keeper")
    assert isinstance(hold, FileHold)
    place = sqlite_file.with_name("desk.sqlite-keeper")
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    hold.release()
    assert not hold.is_held()
    assert place.exists()


def test_a_place_that_cannot_be_made_is_refused_in_a_sentence(
    sqlite_store: Store, sqlite_file: Path
) -> None:
    sqlite_file.with_name("desk.sqlite-keeper").mkdir()
    with pytest.raises(WorkspaceUnusable, match="Check the folder"):
        sqlite_store.hold("keeper")


def test_a_workspace_nobody_else_can_reach_needs_no_place(clock: SetClock) -> None:
    alone = Store("sqlite://", clock=clock)
    hold = alone.hold("keeper")
    assert hold is not None
    hold.release()
    assert hold.is_held()
    alone.close()


def test_a_place_is_lost_with_its_connection_and_that_is_noticed(
    postgres_store: Store, postgres_url: str
) -> None:
    hold = postgres_store.hold("keeper")
    assert isinstance(hold, ServerHold)
    with psycopg.connect(postgres_url, autocommit=True) as server:
        server.execute("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'")
    assert not hold.is_held()
    assert not hold.is_held()
    again = postgres_store.hold("keeper")
    assert again is not None
    again.release()
