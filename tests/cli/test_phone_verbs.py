"""Who is on the phones at the command line, and a supervisor's acts on people."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from calls import a_campaign, a_lead, calling
from makers import MORNING
from qualdesk.__main__ import main
from qualdesk.core.clock import SetClock
from qualdesk.desk.people import People
from qualdesk.store.database import Store

Ask = Callable[..., Any]


@pytest.fixture
def ask(sqlite_store: Store, clock: SetClock, sqlite_file: Path, capsys: Any) -> Ask:
    """A morning with one caller, who has promised a call that is late by now."""
    People(sqlite_store, clock, "Ruth").set_details(role="supervisor")
    fair = a_campaign(sqlite_store, name="Fair")
    a_campaign(sqlite_store, name="Other")
    desk = calling(sqlite_store, clock)
    desk.renew()
    first, second = (a_lead(sqlite_store, fair, name, company=name) for name in ("Hale", "Simon"))
    at = MORNING + timedelta(minutes=7)
    desk.finish(desk.start_attempt(first).id, "callback_fixed", callback_at=at)
    clock.advance(timedelta(minutes=6))
    desk.start_attempt(second)

    def run(*words: str, plain: bool = False, code: int = 0) -> Any:
        now = (MORNING + timedelta(minutes=8)).isoformat()
        told = [*words, "--db", f"sqlite:///{sqlite_file}", "--at", now, "--caller", "Ruth"]
        found = main(told if plain or code else [*told, "--json"])
        said = capsys.readouterr()
        assert found == code, said.err
        if code:
            return said.err
        return said.out if plain else json.loads(said.out)

    return run


def test_the_phones_are_read_line_by_line(ask: Ask) -> None:
    assert ask("phones", plain=True) == (
        "Fair:\n"
        "  Ana: Dialling, for 2 min, with Simon; 2 calls, 1 reached, 0 qualified today\n"
        "  Call backs today: 1; 0 kept, 0 missed, 1 late, 0 to come\n"
        "  Late: Hale, 10:31, Ana alone\n"
    )
    (found,) = ask("phones", "--campaign", "Fair")
    assert (found["callers"][0]["name"], found["call_backs"]["late"]) == ("Ana", 1)
    assert "Nobody has called today." in ask("phones", "--campaign", "Other", plain=True)
    assert "no campaign" in ask("phones", "--campaign", "Nowhere", code=2).casefold()


def test_a_caller_is_moved_and_called_back(ask: Ask) -> None:
    says = "Ana calls for “Other” from the next lead.\n"
    assert ask("phones", "move", "ana", "--to", "Other", plain=True) == says
    assert [one["name"] for one in ask("phones", "--campaign", "Other")[0]["callers"]] == ["Ana"]
    assert ask("phones", "move", "Ana", "--back")["to"] is None
    assert "Nobody has moved Ana" in ask("phones", "move", "Ana", "--back", code=2)


def test_late_call_backs_are_opened(ask: Ask) -> None:
    assert ask("phones", "open-late", "Fair")["says"] == "One call back is open to anyone now."
    assert "Late: Hale, 10:31, open to anyone" in ask("phones", plain=True)


def test_names_are_switched_off_and_on(ask: Ask) -> None:
    ask("phones", "names", "off")
    said = ask("phones", plain=True)
    assert "Caller 1: Dialling" in said
    assert "Ana" not in said
    assert ask("phones", "names", "on")["shown"] is True
    assert "Ana: Dialling" in ask("phones", plain=True)
