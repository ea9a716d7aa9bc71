"""What every test shares: Qt without a screen, a set clock, and a real store in each database."""

import gc
import json
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

if sys.platform.startswith("linux"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import Phase, settings
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from makers import make_clock
from postgres import copied_database, running_server
from postgres_desks import Desks
from qualdesk.core.beliefs import Beliefs
from qualdesk.core.clock import SetClock
from qualdesk.files.beliefs import beliefs_from_plain, shipped_beliefs
from qualdesk.files.rule_sets import shipped_rules
from qualdesk.store.database import Store
from qualdesk.store.migrations import prepare
from shared_statements import share_statements
from team_desks import team, team_template
from team_rehearsal import take_the_stage

# Before any test that opens desks is imported: some stories are played by real logins too.
take_the_stage()
share_statements()
__all__ = ["team", "team_template"]

# QUALDESK_EXAMPLES makes every random test as long as wanted; each change runs this many.
_EXAMPLES = int(os.environ.get("QUALDESK_EXAMPLES", "30"))
# A change is checked with the same examples each time, and told of a failure at once: new ones are
# looked for, and made small, by whoever has the time.
_IS_CHECK = "CI" in os.environ
_PHASES = [phase for phase in Phase if not (_IS_CHECK and phase in {Phase.shrink, Phase.explain})]
settings.register_profile(
    "desk", deadline=None, max_examples=_EXAMPLES, derandomize=_IS_CHECK, phases=_PHASES
)
settings.load_profile("desk")


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are processors: a test that waits for a window or a server uses none."""
    return (os.cpu_count() or 1) + 1


def pytest_collection(session: pytest.Session) -> None:
    """Ten thousand tests are found and stay: nothing of them is garbage to look for meanwhile."""
    del session
    gc.disable()


def pytest_collection_finish(session: pytest.Session) -> None:
    """Garbage is looked for from now on, among what the tests make."""
    del session
    gc.freeze()
    gc.enable()


@pytest.fixture(scope="session", autouse=True)
def one_application(qapp: QApplication) -> QApplication:
    """The window's application, before a brief is printed: that would make a lesser one."""
    return qapp


@pytest.fixture(autouse=True)
def no_widget_left(one_application: QApplication) -> Iterator[None]:
    """Widgets let go are deleted at once: otherwise each later change of the look restyles all."""
    del one_application
    yield
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def clock() -> SetClock:
    """A working morning: Tuesday 17 March 2026, 10:24 in Berlin."""
    return make_clock()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty workspace; copying it costs a hundredth of making one."""
    path = tmp_path_factory.mktemp("template") / "desk.sqlite"
    _make_empty(f"sqlite:///{path}")
    return path


@pytest.fixture
def sqlite_file(sqlite_template: Path, tmp_path: Path) -> Path:
    """A workspace file of this test's own, empty."""
    return Path(shutil.copy(sqlite_template, tmp_path / "desk.sqlite"))


@pytest.fixture
def sqlite_store(sqlite_file: Path, clock: SetClock) -> Iterator[Store]:
    """A store on an SQLite file."""
    yield from _opened(f"sqlite:///{sqlite_file}", clock)


@pytest.fixture(scope="session")
def postgres_address() -> Iterator[str]:
    """The address of a running PostgreSQL server with the database ``template_desk``."""
    with running_server() as address, copied_database(address, "template0", "template_desk"):
        _make_empty(f"{address}/template_desk")
        yield address


@pytest.fixture(scope="session")
def postgres_desks(postgres_address: str) -> Desks:
    """Empty workspaces on that server."""
    return Desks(postgres_address, "template_desk")


@pytest.fixture
def postgres_url(postgres_desks: Desks) -> Iterator[str]:
    """A workspace on PostgreSQL of this test's own, empty."""
    url = postgres_desks.take()
    yield url
    postgres_desks.give_back(url)


@pytest.fixture
def postgres_store(postgres_url: str, clock: SetClock) -> Iterator[Store]:
    """A store on PostgreSQL, on the set clock: the tests own the database."""
    yield from _opened(postgres_url, clock)


@pytest.fixture(params=["sqlite", "postgresql"])
def store_url(request: pytest.FixtureRequest) -> str:
    """The address of an empty workspace, once in each database."""
    if request.param == "sqlite":
        return f"sqlite:///{request.getfixturevalue('sqlite_file')}"
    return str(request.getfixturevalue("postgres_url"))


@pytest.fixture
def store(store_url: str, clock: SetClock) -> Iterator[Store]:
    """A store; the test runs once on SQLite and once on PostgreSQL."""
    yield from _opened(store_url, clock)


def read_beliefs(own: str) -> Beliefs:
    """A workspace's own version of what the queue believes, or the one that is shipped."""
    return beliefs_from_plain(json.loads(own)) if own else shipped_beliefs()


def _opened(url: str, clock: SetClock) -> Iterator[Store]:
    opened = Store(url, clock=clock, durable=False, rules=shipped_rules, beliefs=read_beliefs)
    yield opened
    opened.close()


def _make_empty(url: str) -> None:
    made = Store(url, clock=make_clock(), durable=False)
    prepare(made)
    made.close()
