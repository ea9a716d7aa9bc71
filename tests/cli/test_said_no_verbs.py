"""One no at a time at the command line: seen, taken back, kept for a time; a person erased."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from qualdesk.__main__ import main

AT = "2026-03-17T10:24+01:00"
WHOLE = """
[campaign]
name = "Fair"
region = "DE"

[source]
type = "trade_show"
what = "Spring fair"
who = "Visitors of the stand"
responding_to = "The stand"
owner = "Tom Reyes"
nurture = "The quarterly letter"
cost = 0

[source.permission]
basis = "legitimate_interest"
says = "They left their card for a call."
given_on = 2026-03-02
where = "At the stand"
evidence = "Scanner export"

[window]
zone = "Europe/Berlin"
no_end = true
"""


class Desk:
    """The program as a person runs it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self._capsys = folder, capsys
        self.workspace = f"sqlite:///{folder / 'desk.sqlite'}"

    def run(self, *words: str) -> tuple[int, str, str]:
        code = main(["--db", self.workspace, "--caller", "Maya", "--at", AT, *words])
        out, err = self._capsys.readouterr()
        return code, out, err

    def ask(self, *words: str) -> Any:
        code, out, err = self.run(*words, "--json")
        assert code in {0, 1}, err
        return json.loads(out)


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    """Ada said no on a call this morning."""
    desk = Desk(tmp_path, capsys)
    source, people = tmp_path / "fair.toml", tmp_path / "people.csv"
    source.write_text(WHOLE, encoding="utf-8")
    people.write_text(
        "Name,Company,Phone,E-mail\nAda Quist,Pumps GmbH,+49 30 23125 101,ada@pumps.example\n",
        encoding="utf-8",
    )
    desk.ask("campaign", "new", "Fair", "--source", str(source))
    desk.ask("intake", str(people), "--campaign", "Fair")
    desk.ask("call", "next", "--dial")
    desk.ask("call", "finish", "do_not_call", "--asked-by", "Her office")
    return desk


def test_what_was_said_is_shown_and_taken_back_with_a_reason(desk: Desk) -> None:
    (said,) = desk.ask("do-not-call", "said", "1")
    assert (said["asked_by"], said["by"], said["scope"]) == ("Her office", "Maya", "person")
    _, out, _ = desk.run("do-not-call", "said", "1")
    assert out == (
        f"{said['id']}. Tue 17 Mar 2026: Her office said no to this person, kept by Maya. "
        "For good\n"
    )
    code, _, err = desk.run("do-not-call", "take-back", str(said["id"]))
    assert (code, "--because" in err) == (2, True)
    code, out, _ = desk.run("do-not-call", "take-back", str(said["id"]), "--because", "A mistake")
    assert (code, out) == (0, "Taken back. 1 lead is back.\n")
    _, out, _ = desk.run("do-not-call", "said", "1")
    assert out.endswith("No longer: A mistake\n")
    buckets = desk.ask("buckets", "--campaign", "Fair")["buckets"]
    assert (buckets["waiting"], buckets["do_not_call"]) == (1, 0)


def test_how_long_a_no_is_kept_is_said_and_told(desk: Desk) -> None:
    assert desk.run("do-not-call", "keep")[1] == "A no is kept for good.\n"
    assert desk.ask("do-not-call", "keep", "--days", "4000")["days"] == 4000
    assert desk.run("do-not-call", "keep")[1] == "A no is kept for 4,000 days.\n"
    assert desk.ask("do-not-call", "keep", "--for-good")["days"] is None


def test_all_that_stops_calls_is_written_to_a_new_file(desk: Desk) -> None:
    file = desk.folder / "kept.csv"
    code, out, _ = desk.run("do-not-call", "entries", str(file))
    assert (code, out) == (0, f"3 entries written to {file}.\n")
    assert "Ada" not in file.read_text("ascii")
    assert desk.run("do-not-call", "entries", str(file))[0] == 2


def test_nobody_is_erased_by_a_slip_of_the_fingers(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The number of the lead is asked once more, and what went is said."""
    for typed in ("", "2\n", "yes\n"):
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        code, _, err = desk.run("erase", "1")
        assert code == 2
        assert "Ada Quist (+493023125101, ada@pumps.example; 1 lead) goes for good" in err
        assert "Nothing was erased" in err
    monkeypatch.setattr(sys, "stdin", io.StringIO("1\n"))
    code, out, _ = desk.run("erase", "1")
    assert code == 0
    assert out.startswith("Gone: name, numbers (1), addresses (1)")
    assert "Backups made before now still hold them: replace them." in out
    assert "Ada" not in out
    assert "qualdesk compact" in out
    assert "qualdesk backups --replace" in out
    code, _, err = desk.run("erase", "1", "--sure", "1")
    assert (code, "erased already" in err) == (2, True)
    assert desk.run("backup")[0] == 0
    code, out, _ = desk.run("backups", "--replace")
    assert (code, "from before that are gone" in out) == (0, True)
    _, out, _ = desk.run("backups")
    assert out.count(".sqlite") == 1, "one, and it was made after the erasing"
    loaded = desk.ask("intake", str(desk.folder / "people.csv"), "--campaign", "Fair")
    assert (loaded["new"], loaded["left_out"]) == (0, 1), "the same file brings nobody back"
