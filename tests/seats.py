"""Where a story goes on: a workspace in a file, or, in the rehearsal of a team, one on a server.

A story says by :data:`CAST` who of it is what. In a file nobody is held to that. In the rehearsal
(``team_rehearsal.py``) whoever is cast has a login of their own, in a window as in a program, and
nothing they do goes by another one. Whoever looks behind the scenes is :data:`NADIA`, a supervisor.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import sqlalchemy as sa

from qualdesk.core.clock import Clock, SystemClock
from qualdesk.store.database import Store

CALLER, SUPERVISOR, SALES = "caller", "supervisor", "sales"
NADIA = "Nadia"
"""A supervisor who looks on."""
CAST = {NADIA: SUPERVISOR, "Maya Lind": CALLER, "Ana Noor": CALLER, "Ruth Tanner": SUPERVISOR}
"""Who is what where a story says nothing else; a story's own ``CAST`` comes before it.

Nothing said of a name, ``""``, is a desk at which several people sit.
"""


def _in_a_file(workspace: Path | str, name: str) -> str:
    del name
    return workspace if isinstance(workspace, str) else f"sqlite:///{workspace}"


_filed: list[bool] = []
_address: list[Callable[[Path | str, str], str]] = [_in_a_file]


def address(workspace: Path | str, name: str = NADIA) -> str:
    """The address by which somebody of the cast opens it; a file's is the same for everybody."""
    return _address[-1](workspace, name)


def behind(workspace: Path | str, clock: Clock | None = None) -> Store:
    """What is kept there, for whoever looks behind the scenes."""
    return Store(address(workspace), clock=clock or SystemClock(), durable=False)


def rows(workspace: Path | str, asked: str) -> list[Any]:
    """What a plain statement finds there."""
    store = behind(workspace)
    try:
        with store.reading() as tx:
            return list(tx.connection.execute(sa.text(asked)))
    finally:
        store.close()


@contextmanager
def held(workspace: Path | str) -> Iterator[Callable[[], None]]:
    """Another program holds it: nobody can save until the function is called, or it is over."""
    url = sa.make_url(address(workspace))
    line: Any
    if url.get_backend_name() == "sqlite":
        line = sqlite3.connect(str(url.database), isolation_level=None)
        line.execute("BEGIN IMMEDIATE")
    else:
        line = psycopg.connect(url.render_as_string(hide_password=False))
        line.execute("LOCK TABLE attempt, answer IN SHARE ROW EXCLUSIVE MODE")
    is_over: list[bool] = []

    def over() -> None:
        if not is_over:
            is_over.append(True)
            line.rollback()

    try:
        yield over
    finally:
        over()
        line.close()


@contextmanager
def in_a_file() -> Iterator[None]:
    """What is opened meanwhile is a file, also in the rehearsal: it is moved when it is made."""
    _filed.append(True)
    try:
        yield
    finally:
        _filed.pop()


def is_in_a_file() -> bool:
    """Whether files are files now."""
    return bool(_filed)


@contextmanager
def elsewhere(found: Callable[[Path | str, str], str]) -> Iterator[None]:
    """Meanwhile workspaces are where that function says."""
    _address.append(found)
    try:
        yield
    finally:
        _address.pop()
