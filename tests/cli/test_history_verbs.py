"""What was done, and whether all of it is there, at the command line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from calls import a_campaign, a_lead
from makers import make_clock
from qualdesk.__main__ import main
from qualdesk.store.database import Store
from qualdesk.store.schema import history

Ask = Callable[..., Any]


@pytest.fixture
def store(sqlite_file: Path) -> Any:
    made = Store(f"sqlite:///{sqlite_file}", clock=make_clock(), durable=False)
    a_lead(made, a_campaign(made, name="Fair"))
    yield made
    made.close()


@pytest.fixture
def ask(sqlite_file: Path, store: Store, capsys: pytest.CaptureFixture[str]) -> Ask:
    """Runs a command on that workspace; its text, or its data with ``--json``."""
    del store

    def run(*words: str, caller: str = "Sue", code: int = 0) -> Any:
        told = [*words, "--db", f"sqlite:///{sqlite_file}", "--at", "2026-03-17T10:24+01:00"]
        assert main([*told, "--caller", caller]) == code
        said = capsys.readouterr()
        return json.loads(said.out) if "--json" in words else said.out or said.err

    return run


def test_the_history_is_printed_in_words_and_narrowed(ask: Ask) -> None:
    ask("queue", "pin", "1")
    ask("queue", "unpin", "1", caller="Ana")
    unpinned, pinned = ask("history").splitlines()
    katrin, at = "Katrin Albers, Elbkorn Foods", "2026-03-17 09:24 UTC"
    assert unpinned == f"2: {at}, Ana: Let {katrin} stand where the chances put it."
    assert pinned == f"1: {at}, Sue: Let {katrin} be called before all others."
    assert len(ask("history", "--who", "Ana").splitlines()) == 1
    assert ask("history", "--limit", "1").splitlines()[-1] == "Older ones: --before 2"
    assert ask("history", "--kind", "team") == "Nothing was done here yet that fits.\n"
    (line, *_) = ask("history", "--campaign", "Fair", "--lead", "1", "--json")["lines"]
    assert (line["who"], line["kind"], line["lead_id"]) == ("Ana", "queue", 1)


def test_whether_the_history_is_whole_is_said(ask: Ask, store: Store) -> None:
    assert ask("history", "verify") == "Nothing was done here yet.\n"
    for word in ("pin", "unpin", "pin"):
        ask("queue", word, "1")
    whole = ask("history", "verify")
    assert whole.startswith("All 3 entries are as they were written.\nThe last one is ")
    with store.transaction() as tx:
        tx.connection.execute(sa.update(history).where(history.c.id == 2).values(who="Ben"))
    assert ask("history", "verify", code=1).startswith("Entry 2 was changed, removed or moved")
    with store.transaction() as tx:
        tx.connection.execute(history.delete())
    cut = ask("history", "verify", code=1)
    assert "Entries that are missing: 3." in cut


def test_a_question_is_asked_answered_and_withdrawn(ask: Ask) -> None:
    said = ask("question", "ask", "1", "What was promised?", caller="Ana")
    assert said.startswith("1: Asked.")
    assert ask("question", "list") == "1: What was promised? (Fair; asked by Ana)\n"
    assert ask("question", "answer", "1", "A demo.").startswith("It stands beside every lead")
    assert ask("question", "change", "1", "Two demos.").startswith("It stands beside")
    assert ask("question", "list", "--answered").endswith("Sue: Two demos.\n")
    assert ask("question", "take-back", "1") == (
        "The answer is taken back. The question waits again.\n"
    )
    ask("question", "withdraw", "1")
    assert ask("question", "list", "--campaign", "Fair") == "No question.\n"
    assert ask("question", "put-back", "1") == "The question is back.\n"
    assert "Write the answer" in ask("question", "answer", "1", " ", code=2)


def test_calls_are_looked_at_again(ask: Ask) -> None:
    assert ask("review", "list") == "Nothing was set aside in a call here.\n"
    refused = ask("review", "fine", "none", code=2)
    assert refused == "There is no such call, or no rule was set aside in it.\n"
    assert ask("review", "note", "none", "Ask first.", code=2) == refused
    assert ask("review", "take-back", "none", code=2) == refused
