"""Clients at the command line: which there are, a new one, who works for one alone."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qualdesk.__main__ import main

Ask = Callable[..., Any]


@pytest.fixture
def ask(sqlite_file: Path, capsys: pytest.CaptureFixture[str]) -> Ask:
    def run(*words: str, plain: bool = False, by: str = "Sue", code: int = 0) -> Any:
        told = [*words, "--db", f"sqlite:///{sqlite_file}", "--caller", by]
        found = main(told if plain else [*told, "--json"])
        said = capsys.readouterr()
        assert found == code, said.err
        if code:
            return said.err
        return said.out if plain else json.loads(said.out)

    return run


def test_clients_are_written_down_listed_and_bound(ask: Ask) -> None:
    assert ask("client", plain=True) == "There is no client yet.\n"
    assert ask("client", "add", "Acme", plain=True) == "Client: Acme\n"
    said = ask("client", "bind", "Cora", "acme", plain=True)
    assert said == "Cora works for Acme.\n"
    assert ask("client", "list", plain=True) == "Acme: 0 campaigns · for it alone: Cora\n"
    assert ask("client", "list") == [{"name": "Acme", "campaigns": 0, "people": ["Cora"]}]
    assert "for one client" in ask("client", "add", "Bolt", by="Cora", code=2)
    assert ask("client", "bind", "Cora", plain=True) == "Cora works for all clients.\n"


def test_a_campaign_is_made_for_a_client(ask: Ask) -> None:
    ask("campaign", "new", "Spring fair", "--client", "Acme")
    assert ask("client", "list", plain=True) == "Acme: 1 campaign\n"


_BY_ID = (
    *("queue --why 2", "queue pin 2", "queue let-in 2", "queue keep-out 2 --because no"),
    *("queue take-over 2", "person 2", "erase 2 --sure 2", "do-not-call said 2"),
    *("history --lead 2", "message leave 2 Hello", "message list 2", "question ask 2 What?"),
    *("call incoming 2", "call found 2 --note no", "handoff recycle 2 --to queue"),
)


def test_who_is_bound_finds_nobody_of_another_client_by_name_by_number_or_by_id(
    ask: Ask, tmp_path: Path
) -> None:
    """O7, in a file: one of theirs and one of Bolt's, and every verb that takes a lead."""
    people = {"Acme": "Ida Holm,Pumps,+493023125001", "Bolt": "Jan Moss,Mills,+493023125777"}
    for client, person in people.items():
        ask("campaign", "new", f"{client} fair", "--client", client)
        path = tmp_path / f"{client}.csv"
        path.write_text(f"name,company,phone\n{person}\n", encoding="utf-8")
        ask("intake", str(path), "--campaign", f"{client} fair")
    ask("client", "bind", "Cora", "Acme")
    for text in ("Moss", "Mills", "+49 30 23125777"):
        assert ask("find", text)["leads"]
        found = ask("find", text, by="Cora")
        assert (found["leads"], found["companies"]) == ([], []), text
    assert ask("find", "Holm", by="Cora")["leads"]
    assert "Moss" not in ask("queue", plain=True, by="Cora")
    for words in _BY_ID:
        assert "There is no lead number 2." in ask(*words.split(), by="Cora", code=2), words
    for words in ("buckets", "floor", "queue"):
        said = ask(words, "--campaign", "Bolt fair", by="Cora", code=2)
        assert "The campaigns are: “Acme fair”." in said
    ask("queue", "pin", "2")
