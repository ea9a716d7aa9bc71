"""A check of the database finds what is wrong, mends what follows from the rest, and says so."""

import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from makers import make_campaign, make_lead
from qualdesk.core.backups import NONE_BY_ITSELF, USUAL_PLAN
from qualdesk.core.clock import SetClock
from qualdesk.desk.recovery import Recovery
from qualdesk.store import backup, backups, checking, differing
from qualdesk.store.database import Store
from qualdesk.store.history import note
from qualdesk.store.schema import (
    history,
    lead,
    name_word,
    suppression,
    tally,
    tally_delta,
    workspace,
)


@pytest.fixture
def worked(store: Store) -> Store:
    """A workspace with three leads and a history, in each database."""
    with store.transaction() as tx:
        campaign = make_campaign(tx, "Spring fair")
        for _ in range(3):
            make_lead(tx, campaign)
        note(tx, "Sue", "made", "campaign", campaign.id)
    return store


def test_a_workspace_of_ours_is_found_well(worked: Store) -> None:
    assert checking.faults_of(worked) == ()
    assert Recovery(worked).check().is_well


def test_what_follows_from_the_rest_is_worked_out_anew(worked: Store) -> None:
    with worked.transaction() as tx:
        kept = tally if worked.dialect.name == "sqlite" else tally_delta
        tx.connection.execute(kept.update().values(counted=kept.c.counted + 5))
        tx.connection.execute(name_word.delete())
        tx.connection.execute(lead.update().values(ready=False))
    found = checking.faults_of(worked)
    assert {one.kind for one in found} == {"counts", "words", "queue_marks"}
    assert not any(one.is_mended for one in found)
    assert Recovery(worked).check().is_well
    assert checking.faults_of(worked) == ()


def test_a_history_that_was_changed_is_said_and_not_mended(worked: Store) -> None:
    with worked.transaction() as tx:
        tx.connection.execute(history.update().values(who="Nobody"))
    found = Recovery(worked).check()
    assert [one.kind for one in found.findings] == ["history"]
    assert not found.is_well
    assert Recovery(worked).check() == found


def test_indexes_marks_and_values_of_a_file(sqlite_store: Store, sqlite_file: Path) -> None:
    with sqlite_store.transaction() as tx:
        campaign = make_campaign(tx, "Spring fair")
        first, second = make_lead(tx, campaign), make_lead(tx, campaign)
    sqlite_store.close()
    with closing(sqlite3.connect(sqlite_file)) as file, file:
        file.execute("UPDATE lead SET referred_by = 99 WHERE id = ?", (first,))
        file.execute("UPDATE lead SET made_at = 'long ago' WHERE id = ?", (second,))
    _write_past_an_index(sqlite_file, "ix_contact_phone_e164")
    found = {one.kind: one for one in checking.faults_of(sqlite_store)}
    assert set(found) == {"indexes", "loose_ends", "values"}
    assert "lead" in found["values"].says
    left = {one.kind: one.is_mended for one in checking.mend_faults(sqlite_store)}
    assert left == {"indexes": True, "loose_ends": True, "values": False}
    assert [one.kind for one in checking.faults_of(sqlite_store)] == ["values"]


def _write_past_an_index(path: Path, name: str) -> None:
    """Change a row while the file does not know of its index."""
    with closing(sqlite3.connect(path)) as file, file:
        where = "FROM sqlite_master WHERE name = ?"
        row = file.execute(f"SELECT * {where}", (name,)).fetchone()
        file.execute("PRAGMA writable_schema=ON")
        file.execute(f"DELETE {where}", (name,))
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("UPDATE contact_phone SET e164 = e164 || '0'")
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("PRAGMA writable_schema=ON")
        file.execute("INSERT INTO sqlite_master VALUES (?, ?, ?, ?, ?)", row)


def test_a_backup_is_made_before_anything_is_mended(sqlite_store: Store) -> None:
    sqlite_store.backups = USUAL_PLAN
    with sqlite_store.transaction() as tx:
        make_lead(tx, make_campaign(tx))
        tx.connection.execute(name_word.delete())
    found = Recovery(sqlite_store).check()
    (copy,) = Recovery(sqlite_store).backups()
    assert str(copy.path) == found.backup
    assert copy.why == "mending"


def test_what_is_newer_than_a_backup_is_counted(sqlite_store: Store, sqlite_file: Path) -> None:
    with sqlite_store.transaction() as tx:
        campaign = make_campaign(tx)
        old = make_lead(tx, campaign)
    made = backups.make(sqlite_store, USUAL_PLAN, "hand")
    with sqlite_store.transaction() as tx:
        make_lead(tx, campaign)
        tx.connection.execute(lead.update().where(lead.c.id == old).values(last_outcome="busy"))
        tx.connection.execute(
            suppression.insert().values(scope="number", fingerprint="f", at=tx.now)
        )
    seen = differing.difference(sqlite_file, made.path)
    assert (seen.leads, seen.changed, seen.stops, seen.back) == (1, 1, 1, 0)
    sqlite_store.close()
    sqlite_file.write_bytes(b"\0" * 100)
    assert "damaged" in differing.difference(sqlite_file, made.path).unread


def test_backups_before_an_instant_go_once_a_new_one_is_there(
    sqlite_store: Store, sqlite_file: Path, clock: SetClock
) -> None:
    """No byte of who was removed is in the new one, nor left on the disk by those from before."""
    recovery = Recovery(sqlite_store)
    sqlite_store.backups = NONE_BY_ITSELF
    with sqlite_store.transaction() as tx:
        make_campaign(tx)
        words = [{"key": f"word {at}", "value": "Qzxvy " * 90} for at in range(60)]
        tx.connection.execute(workspace.insert(), words)
    old = recovery.make()
    aside = sqlite_file.with_name("desk.before-restore-20260301-090000-000000.sqlite")
    backup.copy_whole(sqlite_file, aside)
    moment = clock.now().strftime("%Y%m%d-%H%M%S-%f")
    unfinished = old.path.with_name(f".desk-{moment}-daily.sqlite.77.new")
    shutil.copy(aside, unfinished)
    salvaged = backups.place_for_salvage(sqlite_file, clock.now())
    salvaged = salvaged.with_name(f".{salvaged.name}.77.new")
    shutil.copy(aside, salvaged)
    with sqlite_store.transaction() as tx:
        # As where the library is not built to write over what it removes.
        tx.connection.exec_driver_sql("PRAGMA secure_delete=OFF")
        tx.connection.execute(workspace.delete().where(workspace.c.key.like("word %")))
    sqlite_store.close()
    clock.advance(timedelta(hours=2))
    assert b"Qzxvy" in sqlite_file.read_bytes(), "its free pages still hold them"
    with old.path.open("rb") as held, aside.open("rb") as held_too, unfinished.open("rb") as third:
        done = recovery.forget_before(clock.now())
        assert all(b"Qzxvy" not in one.read() for one in (held, held_too, third))
    assert {one.path for one in done.removed} == {old.path, aside, unfinished, salvaged}
    assert not done.stayed
    assert [one.path for one in recovery.backups()] == [done.backup.path]
    assert list(old.path.parent.iterdir()) == [done.backup.path]
    assert b"Qzxvy" not in done.backup.path.read_bytes()
    backup.refuse_bad(done.backup.path)
