"""`qualdesk team limits`: how many leads callers may be shown, and how many they were."""

import json
from collections.abc import Sequence

import pytest

from qualdesk.__main__ import main
from team_desks import TeamDesk


def _run(team: TeamDesk, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(["team", "limits", "--db", team.url("Nadia"), *words])
    told = capsys.readouterr()
    return code, told.out, told.err


def _callers(lines: Sequence[str]) -> list[str]:
    return [line.partition(":")[0] for line in lines]


def test_limits_are_shown_and_raised_for_one_caller_and_for_all(
    team: TeamDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    code, shown, _ = _run(team, capsys)
    assert code == 0
    assert shown.splitlines()[0].startswith("Each caller, unless said: 60 an hour, 400 a day")
    assert _callers(shown.splitlines()[1:]) == ["Ben", "Maya"]
    words = ("--of", "Maya", "--per-hour", "80", "--because", "a small list")
    assert _run(team, capsys, *words)[1].strip() == (
        "Maya may be shown 80 leads an hour and 400 a day."
    )
    assert _run(team, capsys, "--per-hour", "50", "--because", "a bought list")[0] == 0
    told = json.loads(_run(team, capsys, "--json")[1])
    assert [one["limits"]["per_hour"] for one in told["callers"]] == [50, 80]
    assert told["usual"]["per_hour"] == 50


def test_without_a_reason_nothing_is_changed(
    team: TeamDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, says = _run(team, capsys, "--per-hour", "80")
    assert code == 2
    assert "Say why" in says
    assert "60 an hour" in _run(team, capsys)[1]


def test_a_name_nobody_has_is_refused(team: TeamDesk, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, says = _run(team, capsys, "--of", "Otto")
    assert code == 2
    assert "Otto" in says
