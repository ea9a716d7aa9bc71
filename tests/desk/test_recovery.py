"""Backups that are made by themselves: when, why, and what is said where one cannot be made."""

import os
from datetime import timedelta
from pathlib import Path

import pytest

from makers import make_campaign
from qualdesk.core.backups import CHANGE, DAILY, IMPORT, NONE_BY_ITSELF, USUAL_PLAN, BackupPlan
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import Refused
from qualdesk.desk import Desk
from qualdesk.desk.recovery import Recovery, back_up_before
from qualdesk.store import backup_notes, looking
from qualdesk.store.backups import backups_of, find, folder_of, refuse_bad_folder
from qualdesk.store.database import Store
from qualdesk.store.migrations import prepare


@pytest.fixture
def recovery(sqlite_store: Store) -> Recovery:
    sqlite_store.backups = USUAL_PLAN
    with sqlite_store.transaction() as tx:
        make_campaign(tx, "Spring fair")
    return Recovery(sqlite_store)


def whys(recovery: Recovery) -> list[str]:
    return [one.why for one in recovery.backups()]


def test_one_backup_a_day(recovery: Recovery, clock: SetClock) -> None:
    for hours, made in ((0, 1), (1, 1), (22, 1), (1, 2), (1, 2)):
        clock.advance(timedelta(hours=hours))
        recovery.keep_daily()
        assert len(recovery.backups()) == made


def test_the_keeper_makes_it_where_copies_are_wanted(sqlite_store: Store, clock: SetClock) -> None:
    desk = Desk(sqlite_store, clock, "Sue")
    (step,) = [one for one in desk.keeper.steps() if one.name == "backup"]
    desk.keeper.do(step)
    sqlite_store.backups = NONE_BY_ITSELF
    desk.keeper.do(step)
    assert desk.recovery.backups() == ()
    sqlite_store.backups = USUAL_PLAN
    desk.keeper.do(step)
    assert whys(desk.recovery) == ["daily"]


def test_before_each_list_and_before_changes_of_many_leads_at_times(
    recovery: Recovery, sqlite_store: Store, clock: SetClock
) -> None:
    for why, minutes in ((IMPORT, 1), (IMPORT, 1), (CHANGE, 1), (CHANGE, 9), (CHANGE, 1)):
        assert back_up_before(sqlite_store, why) == ""
        clock.advance(timedelta(minutes=minutes))
    assert whys(recovery) == ["change", "import", "import"]


def test_a_list_that_is_loaded_is_preceded_by_a_backup_without_it(
    recovery: Recovery, sqlite_store: Store, clock: SetClock
) -> None:
    desk = Desk(sqlite_store, clock, "Sue")
    rows = [{"name": "Ana Berg", "phone": "+493023125001"}]
    done = desk.intake.load(rows, campaign="Spring fair")
    assert whys(recovery) == ["import"]
    desk.intake.undo(done.list_id)
    assert whys(recovery) == ["import"], "the one before the list is minutes old"


def test_a_backup_that_fails_is_said_and_stops_nothing(
    recovery: Recovery, sqlite_store: Store, clock: SetClock, tmp_path: Path
) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("no folder", encoding="utf-8")
    sqlite_store.backups = BackupPlan(folder=str(blocked))
    with pytest.raises(Refused, match="goes on"):
        recovery.keep_daily()
    recovery.keep_daily()
    said = back_up_before(sqlite_store, IMPORT)
    assert "before a list was loaded" in said
    with sqlite_store.reading() as tx:
        trouble = backup_notes.trouble(tx)
    assert trouble is not None
    assert str(blocked) in trouble.says
    clock.advance(timedelta(hours=2))
    with pytest.raises(Refused):
        recovery.keep_daily()
    sqlite_store.backups = USUAL_PLAN
    recovery.make()
    with sqlite_store.reading() as tx:
        assert backup_notes.trouble(tx) is None
    with pytest.raises(Refused, match="is a file"):
        refuse_bad_folder(str(blocked))


@pytest.mark.usefixtures("recovery")
def test_each_load_and_each_way_back_says_that_it_was_made_without_a_backup(
    sqlite_store: Store, clock: SetClock, tmp_path: Path
) -> None:
    desk = Desk(sqlite_store, clock, "Sue")
    rows = [{"name": "Ana Berg", "phone": "+493023125001", "id": "one"}]
    loaded = desk.intake.load(rows, campaign="Spring fair")
    assert loaded.list_id is not None
    blocked = tmp_path / "a file"
    blocked.write_text("no folder", encoding="utf-8")
    sqlite_store.backups = BackupPlan(folder=str(blocked))
    stop = tmp_path / "stop.csv"
    stop.write_text("phone\n+493023125001\n", encoding="utf-8")
    deals = tmp_path / "deals.csv"
    deals.write_text("Email,Stage\nana@berg.example,Closed Won\n", encoding="utf-8")
    stopped = desk.do_not_call.load(stop, client="")
    told = [*stopped.notes, *(note.says for note in desk.way_back.load_outcomes(deals).notes)]
    told += [desk.do_not_call.lift(stopped.list.id, "Wrong file").unsafe]
    told += [desk.intake.undo(loaded.list_id).says]
    assert len(told) == 4
    assert all("Work goes on without it." in one for one in told)
    assert not any("Work goes on" in one for one in loaded.notes)


def test_a_team_s_workspace_is_left_to_its_server(postgres_store: Store) -> None:
    postgres_store.backups = USUAL_PLAN
    recovery = Recovery(postgres_store)
    recovery.keep_daily()
    assert recovery.backups() == ()
    assert back_up_before(postgres_store, IMPORT) == ""
    with pytest.raises(Refused, match="pg_dump"):
        recovery.make()


def test_a_backup_is_found_by_its_name_or_as_the_newest(
    recovery: Recovery, sqlite_file: Path, clock: SetClock
) -> None:
    old = recovery.make()
    clock.advance(timedelta(hours=1))
    new = recovery.make()
    assert find(sqlite_file, USUAL_PLAN, "newest") == new.path
    assert find(sqlite_file, USUAL_PLAN, old.path.name) == old.path
    data = bytearray(looking.head_of(new.path, 10**8))
    data[5000] ^= 1
    new.path.write_bytes(data)
    assert find(sqlite_file, USUAL_PLAN, "newest") == old.path, "a damaged one is passed over"
    old.path.unlink()
    with pytest.raises(Refused, match="no good backup"):
        find(sqlite_file, USUAL_PLAN, "newest")


def test_workspaces_of_one_name_share_a_folder_and_none_takes_the_others_backups(
    tmp_path: Path, clock: SetClock
) -> None:
    plan = BackupPlan(folder=str(tmp_path / "disk"), days=1, weeks=0, months=0)
    stores = []
    for name in ("north", "south"):
        stores.append(Store(f"sqlite:///{tmp_path / name / 'desk.sqlite'}", clock=clock))
        prepare(stores[-1])
        stores[-1].backups = plan
    (tmp_path / "north" / "desk.db").touch()
    north, south = map(Recovery, stores)
    theirs = north.make()
    for _ in range(5):
        clock.advance(timedelta(hours=1))
        south.make(DAILY)
    assert [one.path for one in north.backups()] == [theirs.path]
    assert len(south.backups()) == 3
    assert south.forget_before(clock.now()).stayed == ()
    assert theirs.path.exists(), "of another workspace"
    file = tmp_path / "north" / "desk.sqlite"
    assert folder_of(file, USUAL_PLAN) == file.parent / "backups"
    assert backups_of(file.with_name("desk.db"), plan) == ()
    for store in stores:
        store.close()


def test_a_backup_just_made_stays_also_where_the_clock_went_wrong_before(
    recovery: Recovery, sqlite_store: Store, clock: SetClock
) -> None:
    sqlite_store.backups = BackupPlan(days=2, weeks=0, months=0)
    now = clock.now()
    for day in range(5):
        clock.set(now + timedelta(days=3000 + day))
        recovery.make(IMPORT)
    clock.set(now)
    made = recovery.make(CHANGE)
    assert made.path.exists()
    assert made in recovery.backups()
    recovery.keep_daily()
    assert whys(recovery).count("daily") == 0, "one of today is there"


def test_a_backup_that_goes_while_the_folder_is_read_is_none(
    recovery: Recovery, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A window and the keeper may both thin them out."""
    gone = recovery.make()
    clock.advance(timedelta(hours=1))
    stays = recovery.make()
    looked = Path.stat

    def stat(self: Path, **more: bool) -> os.stat_result:
        if self == gone.path:
            raise FileNotFoundError(2, "No such file", str(self))
        return looked(self, **more)

    monkeypatch.setattr(Path, "stat", stat)
    assert [one.path for one in recovery.backups()] == [stays.path]
