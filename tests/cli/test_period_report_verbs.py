"""Reports of a day, a week, a campaign at the command line, and those made by themselves (S1)."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from makers import make_campaign, make_lead
from qualdesk.__main__ import main
from qualdesk.core.clock import SetClock
from qualdesk.core.sources import CallWindow
from qualdesk.desk import Desk
from qualdesk.store.database import Store

Ask = Callable[..., Any]
TUESDAY = "2026-03-17T18:30+01:00"


@pytest.fixture
def ask(
    sqlite_store: Store,
    sqlite_file: Path,
    clock: SetClock,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Ask:
    """A campaign with two leads of which one was called."""
    with sqlite_store.transaction() as tx:
        made = make_campaign(tx, "PackTech", window=CallWindow(zone="Europe/Berlin"))
        for _ in range(2):
            make_lead(tx, made)
    desk = Desk(sqlite_store, clock, "Rosa")
    call = desk.calling.start_attempt(desk.calling.next_lead().lead.id)  # type: ignore[union-attr]
    desk.calling.finish(call.id, "no_answer")
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home" / name.lower()))

    def run(*words: str, plain: bool = False, code: int = 0) -> Any:
        told = ["report", *words, "--db", f"sqlite:///{sqlite_file}", "--at", TUESDAY]
        found = main(told if plain else [*told, "--json"])
        said = capsys.readouterr()
        assert found == code, said.err
        if code:
            return said.err
        return said.out if plain else json.loads(said.out)

    return run


def test_a_day_is_told_in_lines_and_as_data(ask: Ask) -> None:
    said = ask("day", "--campaign", "PackTech", plain=True)
    assert "Report: PackTech" in said
    assert "until 18:30" in said
    assert "Calls: On this day 1" in said
    assert "leads reached / leads called at least once" in said
    found = ask("day", "2026-03-17")
    numbers = {row["What"]: row for row in found["parts"]["numbers"]}
    assert numbers["Calls"]["On this day"] == 1
    assert numbers["Leads of the list"]["The list since it began"] == 2
    assert found["campaigns"] == ["PackTech"]
    assert ask("week", "2026-W12")["last"] == "2026-03-22"
    assert ask("campaign", "PackTech")["of"] == "campaign"


def test_what_is_no_day_is_answered_with_how_to_write_one(ask: Ask) -> None:
    said = ask("day", "2026-03-99", code=2)
    assert "“2026-03-99” is no day of the calendar. Write it like 2026-03-17" in said
    assert "--help" not in said
    assert "still to come" in ask("day", "2026-03-18", code=2)
    assert "Write it like 2026-W12" in ask("week", "sometime", code=2)
    assert "still to come" in ask("week", "2026-W13", code=2)


def test_reports_are_written_as_the_name_of_the_file_says(ask: Ask, tmp_path: Path) -> None:
    assert ask("day", "--out", str(tmp_path / "day.pdf"))["file"].endswith("day.pdf")
    assert (tmp_path / "day.pdf").read_bytes().startswith(b"%PDF")
    ask("campaign", "PackTech", "--out", str(tmp_path / "all.xlsx"))
    assert (tmp_path / "all.xlsx").read_bytes().startswith(b"PK")
    assert ".pdf or a .xlsx" in ask("day", "--out", str(tmp_path / "day.txt"), code=2)


def test_schedules_are_added_listed_switched_off_removed_and_put_back(
    ask: Ask, tmp_path: Path
) -> None:
    folder = str(tmp_path)
    made = ask("schedule", "add", "day", "--folder", folder, "--campaign", "PackTech")
    assert made["says"] == "Day: PackTech, each working day at 18:00 in Berlin."
    assert made["next_at"].startswith("2026-03-18T17:00")
    said = ask(
        *("schedule", "add", "week", "--folder", folder, "--on", "fri", "--time", "17:15"),
        *("--zone", "Europe/London", "--kind", "xlsx", "--kind", "pdf"),
        plain=True,
    )
    assert "each Friday at 17:15 in London" in said
    assert ask("schedule", "off", "2")["next_at"] is None
    assert "switched off" in ask("schedule", "list", plain=True)
    ask("schedule", "remove", "2")
    assert [one["number"] for one in ask("schedule", "list")] == [1]
    ask("schedule", "put-back", "2")
    ask("schedule", "on", "2")
    assert [one["on"] for one in ask("schedule", "list")] == [True, True]
    assert "is no time of day; write it like 18:00" in ask(
        "schedule", "add", "day", "--folder", folder, "--time", "six", code=2
    )
    assert "no schedule with the number 9" in ask("schedule", "off", "9", code=2)
    assert "not there" in ask("schedule", "add", "day", "--folder", f"{folder}/none", code=2)
    runs = ask("schedule", "list")[0]["runs"]
    assert runs == []
