"""A drill: a day's work, a disk that breaks, and the workspace back from its backup."""

import json
from pathlib import Path
from typing import Any

import pytest

from qualdesk import __version__
from qualdesk.__main__ import main
from qualdesk.bootstrap import open_desk
from qualdesk.resources import shipped


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with a list, as a supervisor makes it at the command line."""
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    file = tmp_path / "desk.sqlite"
    monkeypatch.setenv("QUALDESK_DB", str(file))
    source = str(shipped("samples", "packtech-expo.toml"))
    assert main(["campaign", "new", "Spring fair", "--source", source]) == 0
    people = (f"Person {number},+4930231250{number:02}" for number in range(12))
    (tmp_path / "list.csv").write_text("\n".join(["name,phone", *people]), encoding="utf-8")
    assert main(["intake", str(tmp_path / "list.csv"), "--campaign", "Spring fair"]) in {0, 1}
    return file


def told(capsys: pytest.CaptureFixture[str], *words: str, ends: int = 0) -> Any:
    """What a command says as data."""
    capsys.readouterr()
    assert main([*words, "--json"]) == ends
    return json.loads(capsys.readouterr().out)


def test_the_drill(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (first,) = told(capsys, "backups")["backups"]
    assert first["why"] == "import", "made by itself, before the list"
    made = told(capsys, "backup")["backup"]

    opened = open_desk(str(desk))
    opened.library.new_campaign("After the backup")
    opened.intake.load([{"name": "Eva New", "phone": "+493023125099"}], campaign="Spring fair")
    opened.close()
    before = desk.read_bytes()

    seen = told(capsys, "restore", "newest", "--preview")
    assert seen["gone"]["leads"] == 1
    assert desk.read_bytes() == before, "looking changes nothing"

    data = bytearray(before)
    data[20_000:20_008] = b"bad disk"
    desk.write_bytes(data)
    assert main(["queue", "--campaign", "Spring fair"]) == 2
    assert "not as qualdesk left it" in capsys.readouterr().err
    assert main(["doctor", "--check"]) == 2
    said = capsys.readouterr().out
    assert "qualdesk restore newest" in said
    assert "qualdesk salvage" in said
    pieces = told(capsys, "salvage")
    assert desk.read_bytes() == bytes(data), "nothing is written into a damaged file"
    assert main(["backups"]) == 0
    assert ".salvaged-" not in capsys.readouterr().out, "no backup, and none is thinned for it"
    salvaged = open_desk(pieces["file"])
    assert {one.campaign.name: one.leads for one in salvaged.library.campaigns()} == {
        "Spring fair": 13,
        "After the backup": 0,
    }
    salvaged.close()

    done = told(capsys, "restore", "newest")
    assert done["restored"] == made
    aside = Path(done["kept_aside"])
    assert aside.read_bytes() == bytes(data)
    assert told(capsys, "doctor", "--check")["is_well"]
    opened = open_desk(str(desk))
    (campaign,) = opened.library.campaigns()
    assert (campaign.campaign.name, campaign.leads) == ("Spring fair", 12)
    opened.close()

    aside.write_bytes(before)
    assert main(["restore", str(aside)]) == 0
    opened = open_desk(str(desk))
    assert len(opened.library.campaigns()) == 2, "there is a way back from the way back"
    opened.close()


def test_an_older_program_says_who_made_a_file_and_changes_nothing(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import sqlite3

    with sqlite3.connect(desk) as file:
        file.execute("UPDATE alembic_version SET version_num = '9999'")
        file.execute("UPDATE workspace SET value = '9.4' WHERE key = 'program_version'")
        file.execute("PRAGMA user_version = 0")
    file.close()
    before = desk.read_bytes()
    assert main(["campaign", "list"]) == 2
    says = f"This file was made by qualdesk 9.4. You have {__version__}. Nothing was changed."
    assert says in capsys.readouterr().err
    assert main(["doctor"]) == 2
    told = capsys.readouterr().out
    assert says in told
    assert "restore" not in told, "nothing is wrong with the file"
    assert desk.read_bytes() == before
