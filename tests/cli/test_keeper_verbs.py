"""The keeper: alone, two of them, killed, told to end, and with a server that goes away."""

import json
import os
import re
import signal
import subprocess
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest

from qualdesk.__main__ import main
from qualdesk.cli.edge import tried
from qualdesk.cli.keeper_verbs import _Service
from qualdesk.cli.stopping import Stopping
from qualdesk.core.changes import NO_CHANGES
from qualdesk.core.clock import SetClock, SystemClock
from qualdesk.core.errors import Refused
from qualdesk.desk import Desk
from qualdesk.desk.keeper import Hold, Step
from qualdesk.settings import load_settings
from qualdesk.store import keeping
from qualdesk.store.database import Store

AT_WORK = "This keeper is at work.\n"


class Script(Stopping):
    """Waits that take no time: at each one something of the test's happens, then it is over."""

    def __init__(self, *acts: Callable[[], object]) -> None:
        super().__init__()
        self.acts = list(acts)
        self.waited: list[float] = []

    def wait(self, seconds: float) -> bool:
        self.waited.append(seconds)
        if self.acts:
            self.acts.pop(0)()
        else:
            self.is_asked = True
        return self.is_asked


def served(desk: Desk, *acts: Callable[[], object], **asked: bool) -> tuple[int, Script]:
    """A keeper on this desk, in this process; what it ended with, and how long it waited."""
    wants = Namespace(**{"once": False, "verbose": True, "json": False, **asked})
    with Script(*acts) as script:
        settings = load_settings(database=str(desk._store.url), caller="keeper")
        return _Service(desk, wants, script, lambda work: tried(settings, work)).run(), script


@contextmanager
def started(url: str, *words: str) -> Iterator["subprocess.Popen[str]"]:
    """A keeper in a process of its own, at work."""
    command = [sys.executable, "-m", "qualdesk", "keeper", "--db", url, *words]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as keeper:
        assert keeper.stderr is not None
        try:
            assert keeper.stderr.readline() == AT_WORK
            yield keeper
        finally:
            keeper.kill()


def take_place(store: Store) -> Hold:
    """The place, as soon as whoever had it is gone; the server sees that a moment later."""
    for _ in range(500):
        hold = store.hold("keeper")
        if hold is not None:
            return hold
        os.sched_yield()
    raise AssertionError("nobody let go of the place")


def all_done(said: str) -> int:
    """In how many of the lines about rounds every step was done."""
    return len(re.findall(r"UTC: (\d+) of \1 steps in", said))


def is_kept(store: Store) -> bool:
    with store.reading() as tx:
        return keeping.is_kept(tx)


@pytest.fixture
def desk(store_url: str) -> Iterator[Desk]:
    clock = SystemClock()
    made = Desk(Store(store_url, clock=clock, durable=False), clock, "keeper")
    yield made
    made.close()


def test_a_killed_keeper_lets_go_of_its_place(desk: Desk, store_url: str) -> None:
    store = desk._store
    with started(store_url) as keeper:
        assert store.hold("keeper") is None, "one at a time, whichever process"
        keeper.kill()
        keeper.wait()
        take_place(store).release()


def test_told_to_end_it_tells_windows_and_lets_go_of_its_place(
    sqlite_store: Store, sqlite_file: Path
) -> None:
    with started(f"sqlite:///{sqlite_file}", "--verbose") as keeper:
        assert keeper.stdout is not None
        assert all_done(keeper.stdout.readline())
        keeper.terminate()
        assert (keeper.wait(), keeper.stderr and keeper.stderr.read()) == (0, "")
    take_place(sqlite_store).release()
    assert not is_kept(sqlite_store), "windows need not wait three minutes"


def test_a_second_keeper_waits_and_takes_over_when_the_first_is_gone(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    first = desk.keeper.take_place()
    assert first is not None
    code, script = served(desk, lambda: None, first.release)
    said = capsys.readouterr()
    assert said.err == (
        f"Another keeper is at work. This one takes over when it ends.\n{AT_WORK}"
    ), "each is said once"
    assert all_done(said.out) == 1
    assert code == 0
    assert script.waited[:2] == [5, 5]
    assert script.waited[2] == pytest.approx(60, abs=10)


def test_one_round_leaves_the_work_to_a_keeper_that_is_at_it(
    desk: Desk, sqlite_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    del sqlite_file
    assert served(desk, once=True)[0] == 0
    assert all_done(capsys.readouterr().out) == 1
    assert not is_kept(desk._store), "it has ended"
    first = desk.keeper.take_place()
    assert first is not None
    assert served(desk, once=True)[0] == 0
    assert capsys.readouterr() == (
        "",
        "Another keeper is at work. This one takes over when it ends.\n",
    )
    first.release()


def test_a_step_that_fails_is_told_once_and_keeps_no_other_from_its_work(
    desk: Desk, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    wrong: list[Exception] = [Refused("The folder is gone."), KeyError("of ours")]

    def fails() -> Any:
        if wrong:
            raise wrong[0]

    steps = (
        Step(name="reports", do=fails),
        Step(name="order", do=lambda: done.append("order") or NO_CHANGES),
    )
    monkeypatch.setattr(desk.keeper, "steps", lambda: steps)
    code, _ = served(desk, lambda: None, lambda: wrong.pop(0), wrong.clear)
    said = capsys.readouterr()
    assert said.err == (
        f"{AT_WORK}reports: The folder is gone.\nreports: KeyError\nreports: works again.\n"
    )
    assert done == ["order"] * 4
    assert [line.partition("UTC: ")[2][:6] for line in said.out.splitlines()] == [
        *["1 of 2"] * 3,
        "2 of 2",
    ]
    assert code == 0
    assert served(desk, once=True)[0] == 0
    wrong.append(Refused("The folder is gone."))
    assert served(desk, once=True)[0] == 2, "whoever asked for one round is told"


def test_told_to_end_it_ends_between_two_steps(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a step began is done; the next one is the next keeper's."""
    done: list[str] = []

    def told() -> None:
        os.kill(os.getpid(), signal.SIGTERM)
        done.append("first")

    steps = (Step(name="first", do=told), Step(name="second", do=lambda: done.append("second")))
    monkeypatch.setattr(desk.keeper, "steps", lambda: steps)
    before = signal.getsignal(signal.SIGTERM)
    assert served(desk)[0] == 0
    assert done == ["first"]
    assert "1 of 2 steps" in capsys.readouterr().out
    assert signal.getsignal(signal.SIGTERM) is before


def test_a_signal_ends_a_wait_and_a_second_one_ends_at_once() -> None:
    with Stopping() as stopping:
        assert not stopping.wait(0)
        signal.raise_signal(signal.SIGINT)
        assert stopping.wait(60), "or the test would take a minute"
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGTERM)


def test_it_outlives_a_server_that_goes_away_and_comes_back(
    postgres_store: Store,
    postgres_url: str,
    postgres_address: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    name = postgres_url.rpartition("/")[2]
    desk = Desk(postgres_store, SetClock(SystemClock().now()), "keeper")

    def on_server(statement: str, *values: str) -> None:
        with psycopg.connect(f"{postgres_address}/postgres", autocommit=True) as server:
            server.execute(statement, values)

    def goes() -> None:
        on_server(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false')
        cut()

    def cut() -> None:
        # Until they are gone: one that is about to be cut off still takes what it is told.
        ends = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = %s"
        on_server(ends, name)

    def comes() -> None:
        on_server(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true')

    code, script = served(desk, goes, lambda: None, lambda: None, comes, cut, lambda: None)
    said = capsys.readouterr()
    assert said.err.splitlines() == [
        "This keeper is at work.",
        "The team database cannot be reached. Check the network and try again.",
        "workspace: works again.",
    ]
    assert all_done(said.out) >= 3, "before, when it came back, and after the cut"
    assert [round(wait) for wait in script.waited[2:4]] == [1, 2], "it asks less and less often"
    assert code == 0
    desk.close()


def test_it_is_a_verb_with_a_name_of_its_own(
    sqlite_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url = f"sqlite:///{sqlite_file}"
    assert main(["keeper", "--once", "--json", "--db", url]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["done"] == said["of"] > 0
    assert main(["keeper", "--once", "--db", f"{url}.not"]) == 2, "a mistyped one is not made"
    assert "There is no workspace" in capsys.readouterr().err
