"""Moving a workspace at the command line: there, back, compared, closed, stopped; no password."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
import sqlalchemy as sa

from calls import a_campaign, a_lead
from links.test_passwords import OwnKeyring, own
from makers import make_clock
from postgres import copied_database
from qualdesk.__main__ import main
from qualdesk.bootstrap import keep_password, team_address
from qualdesk.cli import move_verbs
from qualdesk.store import queue
from qualdesk.store.database import Store
from test_team import PASSWORD, asks_for_a_password

__all__ = ["own"]
Ask = Callable[..., Any]
# Ends itself, as kill -9 would, when the table named last is being copied.
_DIES = """
import os, signal, sys
from qualdesk.core.progress import Progress
from qualdesk.__main__ import main
report = Progress.report
def dies(self, done, of=None, says=None):
    report(self, done, of, says)
    if says == "lead":
        os.kill(os.getpid(), signal.SIGKILL if sys.argv[1] == "kill" else signal.SIGTERM)
Progress.report = dies
sys.exit(main(sys.argv[2:]))
"""


@pytest.fixture
def file(sqlite_file: Path) -> Path:
    store = Store(f"sqlite:///{sqlite_file}", clock=make_clock(), durable=False)
    a_lead(store, a_campaign(store, name="Fair"))
    store.close()
    return sqlite_file


@pytest.fixture
def server(postgres_address: str) -> Iterator[str]:
    with copied_database(postgres_address, "template0", "moved_by_command") as url:
        yield url


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]) -> Ask:
    """Runs a command; its text, or its data with ``--json``."""

    def run(*words: object, code: int = 0) -> Any:
        assert main([*map(str, words)]) == code
        said = capsys.readouterr()
        return json.loads(said.out) if "--json" in words else said.out or said.err

    return run


def test_a_workspace_moves_to_a_server_and_back_and_says_what_was_compared(
    ask: Ask, file: Path, server: str, tmp_path: Path
) -> None:
    there = ask("move", "--from", file, "--to", server)
    assert "rows were read back there and found equal." in there
    assert "The old one is unchanged, and open" in there
    (line,) = [line for line in there.splitlines() if line.endswith("  lead")]
    assert ask("move", "--from", file, "--to", server, code=2).startswith("There are tables")
    back = ask("move", "--db", server, "--to", tmp_path / "back.sqlite", "--json")
    assert back["equal"] is True
    (leads,) = [one for one in back["target"]["tables"] if one["name"] == "lead"]
    assert line.split() == [leads["sha256"][:16], "1", "lead"]
    pair = ("move", "--from", file, "--to", tmp_path / "back.sqlite", "--check")
    assert "Both are equal" in ask(*pair)
    ask("queue", "pin", "1", "--db", file)
    assert "Not equal: lead, 1 rows in the source." in ask(*pair, code=1)


def test_a_closed_source_is_opened_by_nobody_until_it_is_opened_again(
    ask: Ask, file: Path, tmp_path: Path
) -> None:
    target = tmp_path / "new.sqlite"
    ask("move", "--from", file, "--to", target, "--close-source")
    assert f"moved to {target}" in ask("queue", "--db", file, code=2)
    assert "Fair" in ask("campaign", "list", "--db", target)
    assert "another workspace" in ask("move", "--from", file, "--open-again")
    assert ask("move", "--from", file, "--open-again") == "It was not closed.\n"
    assert "Fair" in ask("campaign", "list", "--db", file)


def test_what_lacks_or_does_not_go_is_said_in_a_sentence(
    ask: Ask, file: Path, tmp_path: Path
) -> None:
    assert "Say where it moves to" in ask("move", "--from", file, code=2)
    away = tmp_path / "not-there.sqlite"
    assert "no workspace" in ask("move", "--from", away, "--to", tmp_path / "x", code=2)
    store = Store(f"sqlite:///{file}", clock=make_clock(), durable=False)
    with store.transaction() as tx:
        tx.connection.execute(sa.text("UPDATE lead SET claim_until = NULL"))
        assert queue.claim_next(tx, "ana") is not None
    store.close()
    held = ("move", "--from", file, "--to", tmp_path / "x.sqlite", "--at", "2026-03-17T09:24+00:00")
    assert "A caller has a lead: ana." in ask(*held, code=2)
    assert "found equal" in ask(*held, "--even-while-held")


def test_a_password_is_asked_for_or_kept_and_is_in_no_address_and_no_output(
    ask: Ask,
    file: Path,
    server: str,
    postgres_address: str,
    tmp_path: Path,
    own: OwnKeyring,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with asks_for_a_password(postgres_address, server.rpartition("/")[2]) as address:
        inside = address.replace("@", f":{PASSWORD.replace('/', '%2F').replace('@', '%40')}@")
        said = ask("move", "--from", file, "--to", inside, code=2)
        assert said.startswith("Take the password out of the address.")
        assert PASSWORD not in said
        said = ask("move", "--from", file, "--to", address, code=2)
        assert "wants a password" in said
        assert own.kept == {}
        asked: list[str] = []
        monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
        monkeypatch.setattr(move_verbs, "getpass", lambda says: asked.append(says) or PASSWORD)
        said = ask("move", "--from", file, "--to", address)
        assert asked == [f"Password for {address}: "]
        assert "found equal" in said
        assert PASSWORD not in said
        assert keep_password(team_address(address, PASSWORD))
        said = ask("move", "--from", address, "--to", tmp_path / "back.sqlite", "--json")
        assert len(asked) == 1
        assert PASSWORD not in json.dumps(said)
        login = address.partition("://")[2].partition("@")[0]
        with psycopg.connect(server) as admin:
            admin.execute(f"REASSIGN OWNED BY {login} TO tester")


@pytest.mark.parametrize("way", ["kill", "end"])
def test_killed_or_told_to_end_half_way_there_is_no_workspace(
    way: str, ask: Ask, file: Path, server: str, tmp_path: Path
) -> None:
    target = tmp_path / "new" / "desk.sqlite"
    for to in (str(target), server) if way == "kill" else (str(target),):
        words = [sys.executable, "-c", _DIES, way, "move", "--from", str(file), "--to", to]
        done = subprocess.run(
            words, capture_output=True, text=True, check=False, env=dict(os.environ), timeout=60
        )
        assert done.returncode == (-signal.SIGKILL if way == "kill" else 2)
        assert ("Stopped. Both places are as they were." in done.stderr) == (way == "end")
        assert not target.exists()
        if way == "end":
            assert list(target.parent.glob(".*")) == []
        assert "found equal" in ask("move", "--from", file, "--to", to)
        target.unlink(missing_ok=True)
    assert [one.name for one in target.parent.glob(".*")] == []
