"""Verbs that only look make nothing, and no file is replaced that a person did not mean."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from qualdesk.__main__ import main
from qualdesk.bootstrap import open_desk

LOOKS = (
    ("campaign", "list"),
    ("intake", "list.csv", "--campaign", "Fair"),
    ("intake", "list.csv", "--campaign", "Fair", "--dry-run"),
    ("queue", "--campaign", "Fair"),
    ("buckets", "--campaign", "Fair"),
    ("call", "next", "--campaign", "Fair"),
    ("call", "undo"),
    ("handoff", "export", "--campaign", "Fair", "--out", "batches"),
    ("handoff", "answers", "answers.xlsx"),
    ("handoff", "tell", "1"),
    ("handoff", "notices", "1"),
    ("handoff", "batches", "--campaign", "Fair"),
    ("handoff", "items", "1"),
    ("handoff", "waiting", "--campaign", "Fair"),
    ("handoff", "recall", "1", "--because", "Wrong list"),
    ("handoff", "dispute", "x", "--because", "No"),
    ("handoff", "review", "1", "--stands", "--because", "No"),
    ("handoff", "withdraw", "1"),
    ("handoff", "recycle", "1"),
    ("handoff", "mine"),
    ("handoff", "take", "x"),
    ("handoff", "send-back", "x", "--reason", "Wrong person"),
    ("handoff", "outcomes"),
    ("handoff", "outcomes", "crm.csv"),
    ("handoff", "calls"),
    ("handoff", "told", "1"),
    ("handoff", "next", "--campaign", "Fair"),
    ("handoff", "rules", "--campaign", "Fair"),
    ("handoff", "give", "1"),
    ("handoff", "owners"),
    ("handoff", "profiles"),
    ("handoff", "profile", "salesforce"),
    ("handoff", "keep-profile", "ours.toml"),
    ("handoff", "remove-profile", "ours"),
    ("report", "why-back"),
    ("report", "cost"),
    ("report", "digest"),
    ("report", "nurture", "--campaign", "Fair"),
    ("report", "fate", "1"),
    ("report", "statement", "--period", "2026-03"),
    ("script", "list"),
    ("script", "take", "script.toml"),
    ("definition", "show", "qualified-lead"),
    ("backup", "copy.sqlite"),
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder a person stands in, with no workspace chosen by their environment."""
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    monkeypatch.delenv("QUALDESK_DB", raising=False)
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home" / name.lower()))
    return here


@pytest.fixture
def workspace(folder: Path) -> Path:
    path = folder / "desk.sqlite"
    desk = open_desk(str(path))
    desk.library.new_campaign("Fair")
    desk.close()
    return path


def _names(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as file:
        return [name for (name,) in file.execute("SELECT name FROM campaign ORDER BY id")]


@pytest.mark.parametrize("words", LOOKS, ids=" ".join)
def test_a_mistyped_workspace_is_refused_and_not_made(
    folder: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    missing = folder / "new" / "dekc.sqlite"
    assert main(["--db", str(missing), *words]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert str(missing) in said.err
    assert words[0] == "backup" or "qualdesk campaign new" in said.err
    assert list(folder.iterdir()) == []


def test_before_the_first_campaign_nothing_is_made_in_the_data_folder(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["campaign", "list"]) == 2
    assert "qualdesk campaign new" in capsys.readouterr().err
    assert main(["doctor", "--json"]) == 0
    facts = json.loads(capsys.readouterr().out)["database"]
    assert facts["number"] == ""
    assert not Path(facts["place"]).exists()
    assert not (folder.parent / "home").exists()
    assert main(["campaign", "new", "Fair"]) == 0
    assert main(["campaign", "list"]) == 0
    assert "Fair" in capsys.readouterr().out


def test_the_doctor_makes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = folder / "new" / "dekc.sqlite"
    assert main(["--db", str(missing), "doctor"]) == 0
    assert f"{missing}, not made yet" in capsys.readouterr().out
    assert main(["--db", str(missing), "doctor", "--check"]) == 2
    assert capsys.readouterr().out == f"There is no workspace at {missing}.\n"
    assert main(["--db", str(missing), "restore", "backup.sqlite"]) == 2
    assert capsys.readouterr().err == "There is no file “backup.sqlite”. Check its name.\n"
    assert list(folder.iterdir()) == []


def test_the_doctor_says_of_a_damaged_file_nothing_it_does_not_know(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It stood there as “not made yet”, and its backups as “never”."""
    damaged = folder / "desk.sqlite"
    damaged.write_bytes(b"SQLite format 3\0" + b"x" * 5000)
    assert main(["--db", str(damaged), "doctor"]) == 2
    says = capsys.readouterr().out
    assert f"SQLite at {damaged}, which was not opened" in says
    assert "never" not in says
    assert "not made yet" not in says


@pytest.mark.parametrize("address", ["sqlite://", "sqlite:///", "sqlite:///:memory:"])
@pytest.mark.parametrize(
    "words",
    [("campaign", "new", "Fair"), ("campaign", "list"), ("doctor",), ("restore", "desk.sqlite")],
    ids=" ".join,
)
def test_an_address_without_a_file_is_refused(
    workspace: Path, capsys: pytest.CaptureFixture[str], address: str, words: tuple[str, ...]
) -> None:
    """What is said to be saved must be there the next day."""
    assert main(["--db", address, *words]) == 2
    said = capsys.readouterr()
    assert "names no file" in said.err + said.out
    assert list(workspace.parent.iterdir()) == [workspace]


@pytest.mark.parametrize("there", ["Dear Ana", "", "SQLite format 3\0" + "x" * 90])
def test_a_backup_replaces_no_file_of_somebody_else(
    workspace: Path, capsys: pytest.CaptureFixture[str], there: str
) -> None:
    target = workspace.with_name("letter.txt")
    target.write_text(there, encoding="utf-8")
    assert main(["--db", str(workspace), "backup", "letter.txt"]) == 2
    said = capsys.readouterr()
    assert said.err.count("\n") == 1
    assert "letter.txt" in said.err
    assert target.read_text(encoding="utf-8") == there


def test_a_backup_replaces_no_workspace_that_people_work_in(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = workspace.with_name("other.sqlite")
    desk = open_desk(str(other))
    desk.library.new_campaign("Of another team")
    desk.close()
    assert main(["--db", str(workspace), "backup", "other.sqlite"]) == 2
    assert "other.sqlite" in capsys.readouterr().err
    assert _names(other) == ["Of another team"]


def test_the_workspace_behind_a_link_is_no_place_for_its_own_backup(workspace: Path) -> None:
    link = workspace.with_name("link.sqlite")
    link.symlink_to(workspace)
    assert main(["--db", str(workspace), "backup", "link.sqlite"]) == 2
    assert link.is_symlink()


def test_a_folder_is_no_place_for_a_backup(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--db", str(workspace), "backup", "."]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "folder" in said
    assert "went wrong inside" not in said


def test_an_earlier_backup_is_replaced_and_that_is_said(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["--db", str(workspace), "backup", "monday.sqlite"]
    assert main(words) == 0
    assert "replaces" not in capsys.readouterr().out
    assert main(["--db", str(workspace), "campaign", "new", "Webinar"]) == 0
    capsys.readouterr()
    assert main(words) == 0
    assert "It replaces the backup of 20" in capsys.readouterr().out
    assert _names(Path("monday.sqlite")) == ["Fair", "Webinar"]


def test_a_backup_is_restored_from_a_path_from_here_to_where_nothing_is(workspace: Path) -> None:
    assert main(["--db", "desk.sqlite", "backup", "monday.sqlite"]) == 0
    assert main(["--db", "new/desk.sqlite", "restore", "monday.sqlite"]) == 0
    assert _names(workspace.parent / "new" / "desk.sqlite") == ["Fair"]


def test_a_folder_is_not_moved_aside_for_a_restored_workspace(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--db", str(workspace), "backup", "monday.sqlite"]) == 0
    Path("work").mkdir()
    assert main(["--db", "work", "restore", "monday.sqlite"]) == 2
    assert "folder" in capsys.readouterr().err
    assert sorted(path.name for path in workspace.parent.iterdir()) == [
        "desk.sqlite",
        "monday.sqlite",
        "work",
    ]
