"""A backup is whole or absent, checked before it counts, and can be put back."""

import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from makers import MORNING, make_campaign, make_lead
from qualdesk.core.errors import Refused, WorkspaceUnusable
from qualdesk.store import backup, queue
from qualdesk.store.database import Store


def _names(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as file:
        return [name for (name,) in file.execute("SELECT name FROM campaign ORDER BY id")]


def test_a_backup_holds_what_was_saved_and_says_when_it_was_made(
    sqlite_store: Store, tmp_path: Path
) -> None:
    target = tmp_path / "backups" / "monday.sqlite"
    with sqlite_store.transaction() as tx:
        make_campaign(tx, "Spring fair")
        assert backup.last_backup_at(tx) is None
    assert backup.back_up(sqlite_store, target) == target
    assert _names(target) == ["Spring fair"]
    assert target.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in target.parent.iterdir()] == ["monday.sqlite"]
    with sqlite_store.reading() as tx:
        assert backup.last_backup_at(tx) == MORNING
    with sqlite_store.transaction() as tx:
        make_campaign(tx, "Autumn webinar")
    backup.back_up(sqlite_store, target)
    assert _names(target) == ["Spring fair", "Autumn webinar"]


def test_callers_go_on_while_a_backup_is_made(sqlite_store: Store, tmp_path: Path) -> None:
    with sqlite_store.transaction() as tx:
        fair = make_campaign(tx)
        for _ in range(300):
            make_lead(tx, fair)
    copies = []
    copying = threading.Thread(
        target=lambda: copies.extend(
            backup.back_up(sqlite_store, tmp_path / f"{number}.sqlite") for number in range(5)
        )
    )
    copying.start()
    claims = 0
    while copying.is_alive() or claims < 20:
        with sqlite_store.transaction() as tx:
            claims += queue.claim_next(tx, f"caller {claims}") is not None
        if claims == 300:
            break
    copying.join()
    assert len(copies) == 5
    for copy in copies:
        with closing(sqlite3.connect(copy)) as file:
            assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_restored_workspace_is_the_one_that_was_backed_up(
    sqlite_file: Path, sqlite_store: Store, tmp_path: Path
) -> None:
    kept = tmp_path / "kept.sqlite"
    with sqlite_store.transaction() as tx:
        make_campaign(tx, "Spring fair")
    backup.back_up(sqlite_store, kept)
    with sqlite_store.transaction() as tx:
        make_campaign(tx, "By mistake")
    sqlite_store.close()
    aside = backup.restore(kept, sqlite_file, MORNING)
    assert _names(sqlite_file) == ["Spring fair"]
    assert aside is not None
    assert aside.name == "desk.before-restore-20260317-092400-000000.sqlite"
    assert _names(aside) == ["Spring fair", "By mistake"]
    assert sqlite_file.stat().st_mode & 0o777 == 0o600
    assert kept.exists()


def test_a_backup_can_be_put_where_nothing_is(sqlite_store: Store, tmp_path: Path) -> None:
    with sqlite_store.transaction() as tx:
        make_campaign(tx, "Spring fair")
    kept = backup.back_up(sqlite_store, tmp_path / "kept.sqlite")
    fresh = tmp_path / "other" / "desk.sqlite"
    assert backup.restore(kept, fresh, MORNING) is None
    assert _names(fresh) == ["Spring fair"]


def test_an_open_workspace_is_not_replaced_under_a_caller(
    sqlite_file: Path, sqlite_store: Store, tmp_path: Path
) -> None:
    kept = backup.back_up(sqlite_store, tmp_path / "kept.sqlite")
    with sqlite_store.transaction() as tx:
        make_campaign(tx, "Spring fair")
    with pytest.raises(Refused, match="open"):
        backup.restore(kept, sqlite_file, MORNING)
    assert _names(sqlite_file) == ["Spring fair"]
    assert sorted(path.name for path in tmp_path.glob("*.sqlite")) == ["desk.sqlite", "kept.sqlite"]


def test_a_damaged_workspace_is_kept_aside_with_its_log(
    sqlite_file: Path, sqlite_store: Store, tmp_path: Path
) -> None:
    kept = backup.back_up(sqlite_store, tmp_path / "kept.sqlite")
    sqlite_store.close()
    sqlite_file.write_bytes(b"\0" * 8192)
    log = sqlite_file.with_name("desk.sqlite-wal")
    log.write_bytes(b"of another time")
    aside = backup.restore(kept, sqlite_file, MORNING)
    assert aside is not None
    assert aside.read_bytes() == b"\0" * 8192
    assert not log.exists()
    assert _names(sqlite_file) == []


def test_only_a_backup_of_ours_is_restored(sqlite_file: Path, tmp_path: Path) -> None:
    before = sqlite_file.read_bytes()
    with closing(sqlite3.connect(tmp_path / "recipes.sqlite")) as file:
        file.execute("CREATE TABLE recipes (name text)")
    (tmp_path / "text.txt").write_text("Dear Ana", encoding="utf-8")
    said = {
        "recipes.sqlite": "not a backup",
        "text.txt": "not a backup",
        "nothing.sqlite": "There is no file",
    }
    for name, says in said.items():
        with pytest.raises(Refused, match=says):
            backup.restore(tmp_path / name, sqlite_file, MORNING)
    assert sqlite_file.read_bytes() == before


def test_a_half_written_backup_is_not_restored(
    sqlite_file: Path, sqlite_store: Store, tmp_path: Path
) -> None:
    with sqlite_store.transaction() as tx:
        fair = make_campaign(tx)
        for _ in range(100):
            make_lead(tx, fair)
    kept = backup.back_up(sqlite_store, tmp_path / "kept.sqlite")
    sqlite_store.close()
    before = sqlite_file.read_bytes()
    whole = kept.read_bytes()
    kept.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(WorkspaceUnusable):
        backup.restore(kept, sqlite_file, MORNING)
    assert sqlite_file.read_bytes() == before


def test_the_workspace_is_no_place_for_its_own_backup(
    sqlite_file: Path, sqlite_store: Store
) -> None:
    with pytest.raises(Refused, match="place of its own"):
        backup.back_up(sqlite_store, sqlite_file)


def test_a_full_disk_leaves_the_old_backup_and_says_so(
    sqlite_file: Path, sqlite_store: Store, tmp_path: Path
) -> None:
    with sqlite_store.transaction() as tx:
        fair = make_campaign(tx, "Spring fair")
        for _ in range(200):
            make_lead(tx, fair)
    kept = backup.back_up(sqlite_store, tmp_path / "kept.sqlite")
    before = kept.read_bytes()
    program = f"""
import resource, signal, sys
from pathlib import Path
sys.path[:0] = {[str(Path(__file__).parents[1])]!r}
from makers import make_clock
from qualdesk.core.errors import WorkspaceUnusable
from qualdesk.store.backup import back_up
from qualdesk.store.database import Store
store = Store("sqlite:///{sqlite_file}", clock=make_clock())
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))
try:
    back_up(store, Path({str(kept)!r}))
except WorkspaceUnusable as error:
    print(error.says)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()
    assert kept.read_bytes() == before
    assert list(tmp_path.glob(".kept*")) == []


def test_a_team_s_workspace_is_backed_up_on_its_server(
    postgres_store: Store, tmp_path: Path
) -> None:
    with pytest.raises(Refused, match="pg_dump"):
        backup.back_up(postgres_store, tmp_path / "desk.sqlite")


def test_a_backup_is_found_by_a_path_from_here(
    sqlite_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As people type it: ``qualdesk restore monday.sqlite``."""
    monkeypatch.chdir(tmp_path)
    with sqlite_store.transaction() as tx:
        make_campaign(tx, "Spring fair")
    backup.back_up(sqlite_store, Path("monday.sqlite"))
    backup.restore(Path("monday.sqlite"), Path("put back.sqlite"), MORNING)
    assert _names(tmp_path / "put back.sqlite") == ["Spring fair"]


def test_a_restore_that_is_cut_off_leaves_the_workspace_where_it_was(
    sqlite_file: Path, sqlite_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the next start finds no file there and makes an empty workspace."""
    kept = backup.back_up(sqlite_store, tmp_path / "kept.sqlite")
    with sqlite_store.transaction() as tx:
        make_campaign(tx, "Spring fair")
    sqlite_store.close()
    takes_place = Path.replace

    def cut_off(self: Path, target: Path) -> Path:
        if self.name.endswith(".restoring"):
            raise OSError(5, "Input/output error")
        return takes_place(self, target)

    monkeypatch.setattr(Path, "replace", cut_off)
    with pytest.raises(WorkspaceUnusable, match="cannot be replaced"):
        backup.restore(kept, sqlite_file, MORNING)
    assert _names(sqlite_file) == ["Spring fair"]
