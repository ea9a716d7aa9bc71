"""What was saved late, at the command line: read, taken, left, and taken back."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from late_makers import late_call
from makers import make_clock
from qualdesk.__main__ import main
from qualdesk.store.database import Store

Ask = Callable[..., Any]


@pytest.fixture
def ask(sqlite_file: Path, capsys: pytest.CaptureFixture[str]) -> Ask:
    """Ana saved when Maya had called the same person; a supervisor asks."""
    clock = make_clock()
    store = Store(f"sqlite:///{sqlite_file}", clock=clock, durable=False)
    late_call(store, clock)
    store.close()

    def run(words: str, *, code: int = 0, as_data: bool = False) -> Any:
        told = [*words.split(), "--db", f"sqlite:///{sqlite_file}", "--caller", "Sam"]
        ended = main([*told, "--at", f"{clock.now().isoformat()}", *(["--json"] * as_data)])
        said = capsys.readouterr()
        assert ended == code, said.err
        return json.loads(said.out) if as_data else said.err if code else said.out

    return run


def test_it_is_read_taken_and_taken_back(ask: Ask) -> None:
    told = ask("late list")
    assert "Katrin Albers, saved by Ana" in told
    assert "Project: A second line" in told
    assert "It ended with: Not a fit." in told
    (one,) = ask("late list", as_data=True)
    assert ask(f"late take {one['id']}").startswith("It counts now: Not a fit")
    assert ask("late list") == "Nothing was saved late.\n"
    ask(f"late take-back {one['id']}")
    assert "on record" in ask(f"late leave {one['id']}")
    assert ask("late list --campaign Nowhere", code=2)


def test_one_that_is_not_there_is_said_to_be_none(ask: Ask) -> None:
    assert "no such late save" in ask("late take nothing", code=2)
