"""Verbs that only look make nothing, and no file is replaced that a person did not mean."""

import json
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
    assert list(folder.iterdir()) == []


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
