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
