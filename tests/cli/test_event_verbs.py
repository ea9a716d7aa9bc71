"""A campaign around its event at the command line: the same as on its page."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from makers import make_campaign, make_clock, make_lead
from qualdesk.__main__ import main
from qualdesk.store.database import Store

Ask = Callable[..., Any]
MORNING, AFTER = "2026-03-17T10:24+01:00", "2026-03-19T18:30+01:00"
STARTS, ENDS = "2026-03-19T14:00+01:00", "2026-03-19T18:00+01:00"
LEADS = "Name,Company,Phone\nAnna,Berg Ltd,+49 30 23125 001\nBo,Thal Ltd,+49 30 23125 002\n"
THERE = (
    "Name,Company,Phone,Minutes attended\nAnna,Berg Ltd,+49 30 23125 001,42\n"
    "Dora,Dorn AG,+49 30 23125 004,12\n,,,\n"
)


@pytest.fixture
def ask(sqlite_file: Path, capsys: pytest.CaptureFixture[str]) -> Ask:
    def run(*words: str, at: str = MORNING, plain: bool = False, code: int = 0) -> Any:
        told = [*words, "--db", f"sqlite:///{sqlite_file}", "--at", at, "--caller", "ruth"]
        found = main(told if plain else [*told, "--json"])
        said = capsys.readouterr()
        assert found == code, said.err
        if code == 2:
            return said.err
        return said.out if plain else json.loads(said.out)

    return run


@pytest.fixture
def fair(ask: Ask, tmp_path: Path) -> Path:
    """A campaign with two leads, and the file that says who came."""
    ask("campaign", "new", "Fair")
    leads, there = tmp_path / "leads.csv", tmp_path / "there.csv"
    leads.write_text(LEADS, encoding="utf-8")
    there.write_text(THERE, encoding="utf-8")
    ask("intake", str(leads), "--campaign", "Fair")
    return there


def test_the_event_is_said_and_seen(ask: Ask, fair: Path) -> None:
    assert fair
    assert ask("campaign", "event", "Fair", plain=True) == "This campaign is about no event.\n"
    berlin = ("--zone", "Europe/Berlin")
    said = ask("campaign", "event", "Fair", "--starts", STARTS, "--ends", ENDS, *berlin)
    assert (said["phase"], said["zone"]) == ("before", "Europe/Berlin")
    text = ask("campaign", "event", "Fair", plain=True)
    assert text.startswith("Event: Thu 19 Mar, 14:00 to Thu 19 Mar, 18:00 in Europe/Berlin")
    assert "now is before it" in text
    assert ask("campaign", "event", "Fair", at=AFTER)["phase"] == "after"
    assert ask("campaign", "event", "Fair", "--none")["event"] is None


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--starts", STARTS), "when the event starts and when it ends"),
        (("--starts", ENDS, "--ends", STARTS), "ends before it starts"),
        (("--none", "--ends", ENDS), "or --none"),
        (("--zone", "Europe/Berlin"), "with its zone"),
        (("--before-script", "nobody"), "no script"),
    ],
)
def test_half_an_event_is_refused(ask: Ask, fair: Path, words: tuple[str, ...], says: str) -> None:
    assert fair
    assert says in ask("campaign", "event", "Fair", *words, code=2)
    assert ask("campaign", "event", "Fair")["event"] is None


def test_who_came_is_loaded_counted_and_taken_back(ask: Ask, fair: Path) -> None:
    ask("campaign", "event", "Fair", "--starts", STARTS, "--ends", ENDS)
    early = ask("campaign", "attendees", "Fair", str(fair), code=2)
    assert "not over" in early
    text = ask("campaign", "attendees", "Fair", str(fair), at=AFTER, plain=True, code=0)
    assert text.startswith("2 attended, 1 of them walked in; 0 did not come, 1 never registered.")
    seen = ask("campaign", "setup", "Fair", at=AFTER)["setup"]["attendance"]
    assert (seen["attended"], seen["never_registered"]) == (2, 1)
    undone = ask("campaign", "attendees", "Fair", "--undo", at=AFTER)
    assert undone["removed"] == 1
    assert "No list" in ask("campaign", "attendees", "Fair", "--undo", at=AFTER, code=2)
    assert "--undo" in ask("campaign", "attendees", "Fair", at=AFTER, code=2)


def test_who_registered_is_loaded_and_missed_when_they_do_not_come(
    ask: Ask, fair: Path, tmp_path: Path
) -> None:
    ask("campaign", "event", "Fair", "--starts", STARTS, "--ends", ENDS)
    path = tmp_path / "registered.csv"
    path.write_text("Name,Company,Phone\nBo,Thal Ltd,+49 30 23125 002\n", encoding="utf-8")
    text = ask("campaign", "registered", "Fair", str(path), plain=True)
    assert "0 new, 1 updated" in text
    assert "  1 registered" in text
    text = ask("campaign", "attendees", "Fair", str(fair), at=AFTER, plain=True)
    assert text.startswith("2 attended, 1 of them walked in; 1 did not come, 0 never registered.")


def test_before_the_event_a_call_ends_with_what_is_for_before_it(
    ask: Ask, sqlite_file: Path
) -> None:
    """Q1: the command line obeys, too."""
    store = Store(f"sqlite:///{sqlite_file}", clock=make_clock(), durable=False)
    with store.transaction() as tx:
        made = make_campaign(tx, "Show")
        make_lead(tx, made)
    store.close()
    ask("campaign", "event", "Show", "--starts", STARTS, "--ends", ENDS)
    outcomes = ask("call", "next", "--dial")["outcomes"]
    assert {"registered", "will_come", "cannot_come"} <= set(outcomes)
    assert "partial" not in outcomes
    refused = ask("call", "finish", "partial", "--call-back", "tomorrow 9", code=2)
    assert "is for calls after the event" in refused
    done = ask("call", "finish", "registered")
    assert (done["outcome"], done["says"]) == ("registered", outcomes["registered"])
    assert ask("campaign", "setup", "Show")["setup"]["attendance"]["registered"] == 1


def test_the_setup_says_what_calls_wait_for_and_where(ask: Ask, fair: Path) -> None:
    """O3."""
    assert fair
    text = ask("campaign", "setup", "Fair", plain=True)
    first = text.splitlines()[0]
    assert first.startswith("Campaign “Fair”.")
    assert "before calls can start" in first
    assert "  Source: What was the event or offer?" in text
    assert "  Window: Until when is calling worthwhile?" in text
    assert "  Hand-off: Who gets the qualified leads?" in text
    assert "The first leads:" in text
    found = ask("campaign", "setup", "Fair")["setup"]
    assert found["calls_may_start"] is False
    assert {one["section"] for one in found["todo"]} >= {"source", "window", "handoff"}
