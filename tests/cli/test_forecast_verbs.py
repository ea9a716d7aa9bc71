"""The forecast at the command line: looked at, tried with changes, put to work, taken back."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

import pytest

from makers import BERLIN, MORNING, make_campaign, make_lead
from qualdesk.__main__ import main
from qualdesk.core.leads import Signals
from qualdesk.core.members import Member
from qualdesk.core.sources import CallWindow, SourceType
from qualdesk.store.campaigns import find_campaign
from qualdesk.store.database import Store
from qualdesk.store.members import keep_member

Ask = Callable[..., Any]
WINDOW = CallWindow(closes_at=datetime(2026, 3, 19, 16, tzinfo=UTC), zone=BERLIN)


@pytest.fixture
def ask(sqlite_store: Store, sqlite_file: Path, capsys: Any) -> Ask:
    """A fair with more leads than one caller can call in three days."""
    giveaway = Signals(source=SourceType.TRADE_SHOW, giveaway_only=True)
    with sqlite_store.transaction() as tx:
        fair = make_campaign(tx, "Fair", window=WINDOW)
        for number in range(70):
            make_lead(tx, fair, signals=giveaway if number % 2 else None)
        hours = {day: ((time(9), time(17)),) for day in range(5)}
        keep_member(tx, Member(name="Ana", zone=BERLIN, shifts=hours))

    def run(*words: str, plain: bool = False, code: int = 0) -> Any:
        told = ["forecast", *words, "--db", f"sqlite:///{sqlite_file}", "--at", MORNING.isoformat()]
        found = main(told if plain or code == 2 else [*told, "--json"])
        said = capsys.readouterr()
        assert found == code, said.err
        return said.err if code == 2 else said.out if plain else json.loads(said.out)

    return run


def test_it_tells_how_the_list_ends(ask: Ask) -> None:
    told = ask(plain=True)
    assert "will probably not be finished by Thu 19 Mar" in told
    assert "Finished: 0 of 70; at an even pace it should be" in told
    assert "What would close the gap:" in told
    assert "Chance that all are finished: 0%" in told


def test_levers_are_tried_and_change_nothing(ask: Ask, sqlite_store: Store) -> None:
    before = ask("--campaign", "Fair")
    more = ask("--callers", "3", "--from", "2026-03-18")
    assert more["missed"]["middle"] < before["missed"]["middle"]
    assert more["levers"]["callers_from"] == "2026-03-18"
    assert ask("--giveaway-tries", "1")["missed"]["middle"] < before["missed"]["middle"]
    with sqlite_store.reading() as tx:
        found = find_campaign(tx, "Fair")
    assert (found.giveaway_attempts, found.planned_callers) == (None, ())


def test_a_step_holds_until_it_is_taken_back(ask: Ask, sqlite_store: Store) -> None:
    step = ask("--giveaway-tries", "2", "--closes", "2026-03-23T16:00+00:00", "--apply")
    assert "Giveaway leads are tried 2 times at most" in step["says"]
    with sqlite_store.reading() as tx:
        found = find_campaign(tx, "Fair")
    assert found.giveaway_attempts == 2
    assert found.window.closes_at == datetime(2026, 3, 23, 16, tzinfo=UTC)
    assert "as it was before" in ask("--take-back", str(step["step"]), plain=True)
    with sqlite_store.reading() as tx:
        assert find_campaign(tx, "Fair").window == WINDOW


def test_what_cannot_be_asked_is_refused_in_a_sentence(ask: Ask) -> None:
    assert "Nothing is changed yet" in ask("--apply", code=2)
    assert "Say how many callers more" in ask("--from", "2026-03-18", code=2)
    assert "taken back as a whole" in ask("--take-back", "1", "--callers", "1", code=2)
    assert "taken back already" in ask("--take-back", "9", code=2)
