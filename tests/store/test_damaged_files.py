"""A damaged workspace file: what is read is what was saved, or the damage is said.

``QUALDESK_DAMAGED=1000`` makes as many copies of each sort as wanted.
"""

import os
import random
from pathlib import Path

import pytest

from damaged import TO_THE_FILE, TO_THE_LOG, Damage, copy_of, filled, go_on, opened, rows_of
from makers import MORNING
from qualdesk import recoveries
from qualdesk.__main__ import main
from qualdesk.bootstrap import facts_of, open_desk
from qualdesk.core.backups import BackupPlan
from qualdesk.core.errors import QualdeskError, WorkspaceUnusable
from qualdesk.store import backup

_COPIES = int(os.environ.get("QUALDESK_DAMAGED", "5"))


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace file that was closed."""
    path = tmp_path_factory.mktemp("closed") / "desk.sqlite"
    filled(path).close()
    return path


@pytest.fixture(scope="module")
def left_open(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, object]:
    """What a killed program leaves, and all that it had saved."""
    folder = tmp_path_factory.mktemp("open")
    store = filled(folder / "desk.sqlite")
    store.close()
    store = opened(folder / "desk.sqlite")
    go_on(store)
    rows = rows_of(store)
    left = copy_of(folder / "desk.sqlite", folder / "left.sqlite")
    store.close()
    return left, rows


def what_is_said(path: Path) -> str:
    """All that is said of a workspace by those who ask, from the outside in."""
    said = []
    try:
        facts = facts_of(str(path))
        said.append(facts.doubt)
        open_desk(str(path)).close()
        said.append(facts_of(str(path)).doubt)
        found = recoveries.check(str(path))
        said += [one.says for one in found.findings]
    except QualdeskError as error:
        said.append(error.says)
    return " ".join(filter(None, said))


def no_silent_wrong(path: Path, rows: object) -> bool:
    """Whether damage is said; fails where other rows than were saved are read without a word."""
    said = what_is_said(path)
    if said:
        return True
    desk_rows = opened(path)
    try:
        assert rows_of(desk_rows) == rows
    finally:
        desk_rows.close()
    return False


@pytest.mark.parametrize("kind", TO_THE_FILE)
def test_a_damaged_file_is_said_or_does_no_harm(
    kind: str, closed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = opened(closed)
    rows = rows_of(store)
    store.close()
    for number in range(_COPIES):
        said = harm(TO_THE_FILE[kind], closed, tmp_path / "desk.sqlite", number, rows)
        # Pages of empty tables are alike: to swap two of them changes nothing.
        assert said or (tmp_path / "desk.sqlite").read_bytes()[100:] == closed.read_bytes()[100:]
    no_traceback(tmp_path / "desk.sqlite", capsys)


@pytest.mark.parametrize("kind", TO_THE_LOG)
def test_a_damaged_or_lost_log_is_said_or_does_no_harm(
    kind: str,
    left_open: tuple[Path, object],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    left, rows = left_open
    said = [
        harm(TO_THE_LOG[kind], left, tmp_path / "desk.sqlite", number, rows, of="-wal")
        for number in range(_COPIES)
    ]
    assert any(said)
    no_traceback(tmp_path / "desk.sqlite", capsys)


def harm(
    damage: Damage, source: Path, target: Path, number: int, rows: object, of: str = ""
) -> bool:
    copy_of(source, target)
    damage(target.with_name(target.name + of), random.Random(number))
    return no_silent_wrong(target, rows)


def no_traceback(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever is asked at the command line is answered in a sentence."""
    for words in (("doctor", "--check"), ("queue",)):
        assert main([*words, "--db", str(path)]) in {0, 1, 2}
    told = capsys.readouterr()
    assert "Traceback" not in told.err + told.out
    assert "Something went wrong" not in told.err + told.out


def test_a_file_a_killed_program_left_is_read_to_its_last_word(
    left_open: tuple[Path, object], tmp_path: Path
) -> None:
    left, rows = left_open
    path = copy_of(left, tmp_path / "desk.sqlite")
    assert not no_silent_wrong(path, rows)


def test_a_file_of_which_the_name_alone_is_left_is_no_new_workspace(
    closed: Path,
    left_open: tuple[Path, object],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A power cut can leave it so. It is begun anew where nothing says that there was one."""
    path = copy_of(closed, tmp_path / "desk.sqlite")
    made = recoveries.back_up_now(str(path))
    path.write_bytes(b"")
    assert "is empty, and a workspace was in it" in what_is_said(path)
    assert path.read_bytes() == b""
    seen = recoveries.preview(str(path), "newest")
    assert seen.path == made.path
    assert "is not known" in seen.difference.says[0]
    recoveries.put_back(str(path), "newest")
    assert not what_is_said(path)
    killed = copy_of(left_open[0], tmp_path / "killed.sqlite")
    killed.write_bytes(b"")
    log = killed.with_name("killed.sqlite-wal").read_bytes()
    assert "is empty, and a workspace was in it" in what_is_said(killed)
    assert killed.with_name("killed.sqlite-wal").read_bytes() == log
    assert main(["doctor", "--db", str(killed)]) == 2
    assert "salvage" not in capsys.readouterr().out, "there is nothing in it to be read"
    kept = recoveries.put_back(str(killed), str(made.path))
    assert kept
    assert kept.with_name(kept.name + "-wal").read_bytes() == log, "what is left of the newest"
    new = tmp_path / "new.sqlite"
    copy_of(made.path, made.path.with_name(made.path.name.replace("desk-", "new-2-")))
    new.touch()
    assert not what_is_said(new), "those are of another, called new-2"


def test_an_emptied_file_is_noticed_wherever_its_backups_lie(closed: Path, tmp_path: Path) -> None:
    path, plan = copy_of(closed, tmp_path / "desk.sqlite"), BackupPlan(folder=str(tmp_path / "far"))
    recoveries.back_up_now(str(path), plan)
    path.write_bytes(b"")
    for asks in (
        lambda: open_desk(str(path), backups=plan),
        lambda: facts_of(str(path), plan),
        lambda: recoveries.check(str(path), plan),
        lambda: recoveries.back_up_now(str(path), plan),
    ):
        with pytest.raises(WorkspaceUnusable, match="is empty, and a workspace was in it"):
            asks()
    assert path.read_bytes() == b""


@pytest.mark.parametrize("kind", TO_THE_FILE)
def test_a_damaged_backup_is_never_put_back(kind: str, closed: Path, tmp_path: Path) -> None:
    whole = tmp_path / "whole.sqlite"
    backup.copy_whole(closed, whole)
    backup.refuse_bad(whole)
    for number in range(_COPIES):
        bad = copy_of(whole, tmp_path / "bad.sqlite")
        TO_THE_FILE[kind](bad, random.Random(number))
        if bad.read_bytes()[100:] == whole.read_bytes()[100:]:
            continue
        with pytest.raises(QualdeskError):
            backup.restore(bad, tmp_path / "desk.sqlite", MORNING)
        assert not (tmp_path / "desk.sqlite").exists()
