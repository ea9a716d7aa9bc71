"""A workspace file bears a sum of its bytes while it is closed, and says how it was left."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from damaged import copy_of, filled, go_on, opened, rows_of
from makers import make_campaign, make_clock
from qualdesk.core.errors import WorkspaceDamaged
from qualdesk.store import looking, seals
from qualdesk.store.compacting import compact
from qualdesk.store.database import Store

_WRITES = """
import sqlite3, sys
file = sqlite3.connect(sys.argv[1])
file.execute("INSERT INTO workspace VALUES ('by another', '')")
file.commit()
file.close()
"""

_ENDS = """
import sys
sys.path.insert(0, sys.argv[2])
from pathlib import Path
from damaged import go_on, opened
store = opened(Path(sys.argv[1]))
go_on(store)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk.sqlite"


def test_a_closed_file_is_sealed_and_what_is_written_first_breaks_the_seal(path: Path) -> None:
    filled(path).close()
    sealed = seals.mark_of(path)
    assert sealed == seals.sum_of(path)
    assert sealed not in {seals.UNKNOWN, seals.IN_WORK}
    store = opened(path)
    rows_of(store)
    assert seals.mark_of(path) == sealed, "looking breaks nothing"
    go_on(store)
    assert seals.mark_of(path) == seals.IN_WORK
    store.close()
    assert seals.mark_of(path) == seals.sum_of(path)
    assert seals.mark_of(path) != sealed


def test_a_transaction_that_came_to_nothing_leaves_the_seal(path: Path) -> None:
    filled(path).close()
    sealed = seals.mark_of(path)
    store = opened(path)
    with pytest.raises(ZeroDivisionError), store.transaction():
        raise ZeroDivisionError
    assert seals.mark_of(path) == sealed
    store.close()


def test_whoever_closes_last_seals(path: Path) -> None:
    one = filled(path)
    two = opened(path)
    one.close()
    go_on(two)
    assert seals.mark_of(path) == seals.IN_WORK
    two.close()
    assert seals.mark_of(path) == seals.sum_of(path)
    assert opened(path).dialect.doubt == ""


def test_a_simulation_claims_nothing(path: Path) -> None:
    filled(path).close()
    store = Store(f"sqlite:///{path}", clock=make_clock(), durable=False)
    with store.transaction() as tx:
        make_campaign(tx)
    store.close()
    assert seals.mark_of(path) == seals.UNKNOWN


def test_a_file_that_another_program_changed_is_not_opened_until_it_is_taken_as_it_is(
    path: Path,
) -> None:
    filled(path).close()
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("UPDATE campaign SET name = 'Another' WHERE id = 1")
    before = path.read_bytes()
    with pytest.raises(WorkspaceDamaged, match="not as qualdesk left it"):
        opened(path)
    assert path.read_bytes() == before
    seals.take_as_it_is(path)
    store = opened(path)
    with store.reading() as tx:
        names = tx.connection.exec_driver_sql("SELECT name FROM campaign ORDER BY id").scalars()
        assert list(names) == ["Another", "Autumn webinar"]
    store.close()


def test_a_log_that_is_gone_or_short_is_said(path: Path, tmp_path: Path) -> None:
    filled(path).close()
    store = opened(path)
    go_on(store)
    whole, gone, short = (
        copy_of(path, tmp_path / f"{name}.sqlite") for name in ("whole", "gone", "short")
    )
    store.close()
    gone.with_name("gone.sqlite-wal").unlink()
    log = short.with_name("short.sqlite-wal")
    log.write_bytes(log.read_bytes()[: -2 * 4096])
    doubts = [opened(one).dialect.doubt for one in (whole, gone, short)]
    assert doubts == ["", str(seals.LOG_IS_GONE), str(seals.LOG_IS_SHORT)]


@pytest.mark.skipif(sys.platform == "win32", reason="locks of a file go with its handle there")
def test_a_look_at_the_file_lets_go_of_no_lock_that_keeps_its_log(path: Path) -> None:
    """Else a command beside the window removes the log the window goes on writing."""
    store = filled(path)
    looking.head_of(path, 72)
    list(looking.pieces_of(path))
    opened(path).close()
    subprocess.run([sys.executable, "-c", _WRITES, str(path)], check=True)
    assert path.with_name("desk.sqlite-wal").exists()
    go_on(store)
    store.close()
    kept = opened(path)
    with kept.reading() as tx:
        names = tx.connection.exec_driver_sql("SELECT COUNT(*) FROM campaign").scalar_one()
    assert names == 5
    kept.close()


def test_nothing_is_held_open_once_the_last_connection_is_closed(path: Path) -> None:
    store = filled(path)
    looking.head_of(path, 72)
    assert looking.is_connected(path)
    store.close()
    assert not looking.is_connected(path)
    assert looking.head_of(path, 16) == b"SQLite format 3\0"


def test_a_file_that_was_written_anew_is_sealed_as_it_is_then(path: Path) -> None:
    """Writing it anew is no transaction of ours, and changes nearly every byte."""
    filled(path).close()
    store = opened(path)
    compact(store)
    store.close()
    assert seals.mark_of(path) == seals.sum_of(path)
    opened(path).close()


def test_whoever_writes_while_another_sums_the_bytes_up_is_not_sealed_over(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = filled(path)
    summed = seals.sum_of

    def interrupted(file: Path) -> int:
        found = summed(file)
        at = file.stat()
        with closing(sqlite3.connect(file, isolation_level=None)) as another:
            another.execute("INSERT INTO workspace VALUES ('by another', '')")
            another.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        # A file system that tells times no finer than it takes to write.
        os.utime(file, ns=(at.st_atime_ns, at.st_mtime_ns))
        return found

    monkeypatch.setattr(seals, "sum_of", interrupted)
    one.close()
    monkeypatch.undo()
    assert seals.mark_of(path) == seals.IN_WORK
    opened(path).close()


def test_a_file_that_is_written_while_it_is_looked_at_is_not_taken_for_a_damaged_one(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(path).close()
    window = opened(path)
    rows_of(window)
    summed = seals.sum_of

    def interrupted(file: Path) -> int:
        go_on(window)
        window.settle()
        return summed(file)

    monkeypatch.setattr(seals, "sum_of", interrupted)
    seals.refuse_changed(path)
    monkeypatch.undo()
    window.close()


def test_a_second_desk_of_the_program_does_not_read_the_whole_file_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A window opens one for each of its lanes, and a file may have 500 MB."""
    filled(path).close()
    window = opened(path)
    rows_of(window)
    monkeypatch.setattr(seals, "sum_of", lambda _: pytest.fail("read through once more"))
    opened(path).close()
    monkeypatch.undo()
    window.close()


def test_a_program_that_ends_without_closing_leaves_no_doubt(path: Path) -> None:
    """Python closes the file for it, and with it the log goes: nothing is missing all the same."""
    filled(path).close()
    tests = str(Path(__file__).parents[1])
    subprocess.run([sys.executable, "-c", _ENDS, str(path), tests], check=True)
    assert not path.with_name("desk.sqlite-wal").exists()
    store = opened(path)
    assert store.dialect.doubt == ""
    store.close()
