"""Finding people, taking calls that come in, and messages, at the command line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from makers import make_campaign, make_clock, make_contact, make_lead
from qualdesk.__main__ import main
from qualdesk.store.database import Store

Ask = Callable[..., Any]


@pytest.fixture
def katrin(sqlite_file: Path) -> int:
    """The number of a lead somebody may look for."""
    store = Store(f"sqlite:///{sqlite_file}", clock=make_clock(), durable=False)
    with store.transaction() as tx:
        person = make_contact(
            tx, "Katrin Albers", company_name="Elbkorn Foods", phones=["+494066969214"]
        )
        lead = make_lead(tx, make_campaign(tx, "Fair", region="DE"), person)
    store.close()
    return int(lead)


@pytest.fixture
def ask(sqlite_file: Path, katrin: int, capsys: pytest.CaptureFixture[str]) -> Ask:
    """Runs a command on that workspace; its text, or its data with ``--json``."""
    del katrin

    def run(*words: str, caller: str = "Mara Lind", code: int = 0) -> Any:
        told = [*words, "--db", f"sqlite:///{sqlite_file}", "--at", "2026-03-17T10:24+01:00"]
        assert main([*told, "--caller", caller]) == code
        said = capsys.readouterr()
        if code:
            return said.err
        return json.loads(said.out) if "--json" in words else said.out

    return run


def test_people_and_companies_are_listed_with_the_number_of_the_lead(ask: Ask, katrin: int) -> None:
    assert ask("find", "040 66969 214").splitlines() == [
        f"{katrin}: Katrin Albers. Elbkorn Foods, number ends 9214. Not called yet. Fair"
    ]
    assert ask("find", "elb").splitlines()[-1] == (
        "Elbkorn Foods: 1 person, no calls, nobody is on do not call"
    )
    assert ask("find", "elbx") == "No lead called “elbx”.\n"
    assert ask("find", " ") == "Type what to look for.\n"
    found = ask("find", "katrin", "--json")
    assert [one["lead_id"] for one in found["leads"]] == [katrin]


def test_whose_call_comes_in_is_found_and_taken_up(ask: Ask, katrin: int) -> None:
    assert "last four digits" in ask("find", "elb", "--calling")
    assert ask("find", "9214", "--calling").startswith(f"{katrin}: Katrin Albers.")
    told = ask("call", "incoming", str(katrin))
    assert "They called us." in told
    assert "+494066969214." not in told
    ask("call", "finish", "nurture")
    assert "They called us." not in ask("call", "incoming", str(katrin + 1), code=2)


def test_messages_are_left_listed_and_read(ask: Ask, katrin: int) -> None:
    said = ask("message", "leave", str(katrin), "Rings after three", "--for", "Ben")
    assert said == "The message waits for Ben.\n"
    assert ask("message", "leave", str(katrin), "And on Fridays").endswith("has the lead next.\n")
    assert ask("message", "list") == "No message waits to be read.\n"
    (mine,) = ask("message", "list", "--json", caller="Ben")
    assert (mine["says"], mine["left_by"]) == ("Rings after three", "Mara Lind")
    assert len(ask("message", "list", str(katrin)).splitlines()) == 2
    assert ask("message", "read", str(mine["id"]), caller="Ben") == "Read.\n"
    assert ask("message", "list", caller="Ben") == "No message waits to be read.\n"
    assert ask("message", "leave", str(katrin), " ", code=2).strip() == (
        "Write what they should know."
    )
