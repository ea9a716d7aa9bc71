"""Who works here at the command line: hours, what they do, who is on duty."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qualdesk.__main__ import main

Ask = Callable[..., Any]
TUESDAY = "2026-03-17T10:24+01:00"


@pytest.fixture
def ask(sqlite_file: Path, capsys: pytest.CaptureFixture[str]) -> Ask:
    def run(*words: str, plain: bool = False, code: int = 0) -> Any:
        told = [*words, "--db", f"sqlite:///{sqlite_file}", "--at", TUESDAY, "--caller", "Ana"]
        found = main(told if plain else [*told, "--json"])
        said = capsys.readouterr()
        assert found == code, said.err
        if code == 2:
            return said.err
        return said.out if plain else json.loads(said.out)

    return run


def test_a_callers_own_hours_are_written_and_seen(ask: Ask) -> None:
    assert ask("people", plain=True) == "Nobody has worked here yet.\n"
    assert ask("people", "hours")["shifts"] == "", "nobody said"
    said = ask("people", "hours", "mon-fri 9-17; sat 9-12", "--zone", "Europe/London")
    assert (said["name"], said["shifts"]) == ("Ana", "mon-fri 09:00-17:00; sat 09:00-12:00")
    assert ask("people", "hours", plain=True) == (
        "Ana: Caller · calls mon-fri 09:00-17:00; sat 09:00-12:00 · Europe/London\n"
    )
    assert ask("people", "hours", "--name", "ana")["name"] == "Ana", "in any case of the name"
    assert ask("people", "hours", "")["shifts"] == ""


def test_who_of_sales_is_on_duty_is_listed(ask: Ask) -> None:
    """D8: whom a call can be handed to now."""
    nobody = "Nobody of role “sales” is on duty now.\n"
    assert ask("people", "on-duty", plain=True) == nobody
    details = ("--role", "sales", "--email", "kim@example.com", "--languages", "German,en")
    ask("people", "set", "--name", "Kim", *details)
    assert ask("people", "on-duty", plain=True) == nobody
    ask("people", "hours", "--name", "Kim", "--duty", "tue 10-12", "--zone", "Europe/Berlin")
    assert [one["name"] for one in ask("people", "on-duty")] == ["Kim"]
    assert ask("people", plain=True) == (
        "Kim: Salesperson · on duty tue 10:00-12:00 · Europe/Berlin · German, English"
        " · kim@example.com\n"
    )


def test_absences_and_holidays_are_written_in_a_line(ask: Ask) -> None:
    ask("people", "hours", "mon-fri 9:00-12:30 13:00-17:00", "--zone", "Europe/Berlin")
    ask("people", "away", "2026-04-01..2026-04-07", "2026-03-19", "--because", "course")
    ask("people", "holidays", "de", "--works-on", "2026-04-06")
    assert ask("people", plain=True) == (
        "Ana: Caller · calls mon-fri 09:00-12:30 13:00-17:00 · Europe/Berlin"
        " · away Thu 19 Mar to Thu 19 Mar, Wed 1 Apr to Tue 7 Apr · holidays of DE\n"
    )
    assert ask("people", "away")["away"] == []
    assert "is no days" in ask("people", "away", "soon", code=2)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("hours", "always", "--zone", "Europe/Berlin"), "“always” is no hours."),
        (("hours", "mon-fri 9-17"), "Say on which clock these hours are"),
        (("hours", "--zone", "Berlin"), "no time zone called “Berlin”"),
        (("set", "--email", "nowhere"), "no e-mail address"),
        (("set", "--role", "boss"), "boss"),
        (("set", "--languages", "Klingon"), "“Klingon” is no language known here."),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(
    ask: Ask, words: tuple[str, ...], says: str
) -> None:
    assert says in ask("people", *words, code=2)
    assert ask("people") == []


def test_who_has_left_is_said_listed_undone_and_taken_on_again(ask: Ask) -> None:
    """A supervisor takes somebody off the roster; a typing mistake goes altogether."""
    for name in ("Ben", "Bne"):
        ask("people", "set", "--name", name, "--role", "caller")
    assert ask("people", "left", plain=True) == "Nobody has left.\n"
    said = ask("people", "left", "ben", "--from", "2026-04-01")
    assert (said["says"], said["left_on"]) == ("Ben works here until Tue 31 Mar.", "2026-04-01")
    assert ask("people", "left", "Ben", plain=True) == "Ben has left.\n"
    assert ask("people", "left", plain=True) == "Ben: Caller · not here from Tue 17 Mar on\n"
    assert ask("people", "left", "Ben", "--undo")["left_on"] == "2026-04-01", "as before"
    assert ask("people", "back", "Ben", plain=True) == "Ben works here again.\n"
    assert ask("people", "remove", "Bne", plain=True) == "Bne is off the list.\n"
    assert [one["name"] for one in ask("people")] == ["Ben"]
    assert ask("people", "left", "Bne", code=2).strip() == "Nobody called “Bne” is on the list."
