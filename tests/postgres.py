"""A PostgreSQL server of the tests' own, from the machine's package, on a free port."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg
import pytest

_INITDB = ("-U", "tester", "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C.UTF-8")
# Nothing here need outlive a power cut.
_SERVE = (
    *("-h", "127.0.0.1"),
    *("-c", "fsync=off"),
    *("-c", "synchronous_commit=off"),
    *("-c", "full_page_writes=off"),
    *("-c", "max_connections=60"),
    *("-c", "shared_buffers=64MB"),
    *("-c", "log_min_messages=fatal"),
    *("-c", "jit=off"),
    *("-c", "autovacuum=off"),
)
# As a team's server is: what it says is saved is on the disk.
DURABLE = (
    *("-c", "fsync=on"),
    *("-c", "synchronous_commit=on"),
    *("-c", "full_page_writes=on"),
    *("-c", "max_connections=250"),
    *("-c", "shared_buffers=256MB"),
    *("-c", "autovacuum=on"),
)

_ROOM = 2 * 1024**3


def binaries() -> Path | None:
    """The folder with initdb and postgres, or None where PostgreSQL is not installed.

    ``QUALDESK_POSTGRES`` names another one, to try what is said here on a newer PostgreSQL.
    """
    if chosen := os.environ.get("QUALDESK_POSTGRES"):
        return Path(chosen).resolve()
    there = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    found = str(there[-1]) if there else shutil.which("initdb")
    return Path(found).resolve().parent if found else None


@dataclass
class Server:
    """A server that can be stopped, started again and killed; its data stays where it is.

    ``address`` has no database name. ``port`` stays the same, as its desks know it by that.
    """

    folder: Path
    place: Path
    more: tuple[str, ...] = ()
    port: int = 0
    pid: int = 0
    _running: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    @property
    def address(self) -> str:
        """Where it is, for whoever may do everything."""
        return f"postgresql://tester@127.0.0.1:{self.port}"

    def start(self) -> None:
        """Until it answers."""
        self.port = self.port or _free_port()
        words: list[str | Path] = [self.folder / "postgres", "-D", self.place / "data"]
        self._running = subprocess.Popen(
            [*words, "-p", str(self.port), "-k", self.place, *_SERVE, *self.more],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=self.place,
            **_as_ordinary(),
        )
        self.pid = self._running.pid
        _wait_for(self._running, self.address)

    def stop(self, how: str = "fast") -> None:
        """``fast``: it ends what goes on and closes its files; ``immediate``: as if it crashed."""
        if self._running is not None:
            self._running.send_signal(_WAYS_TO_END[how])
            self._running.wait(timeout=60)
            self._running = None


_WAYS_TO_END = {"fast": signal.SIGINT, "immediate": signal.SIGQUIT}


@contextmanager
def running_server(dress: Callable[[Path], tuple[str, ...]] | None = None) -> Iterator[str]:
    """A running server; its address without a database name. Skips where there is none.

    ``dress`` is given the folder of its data before it starts, and says what else it starts with.

    In CI (``CI=true``) a missing server is a failure: a green run there means both databases.
    """
    with own_server(dress) as server:
        yield server.address


@contextmanager
def own_server(
    dress: Callable[[Path], tuple[str, ...]] | None = None,
    *,
    is_durable: bool = False,
    where: str | None = None,
) -> Iterator[Server]:
    """A server that can be stopped and started; ``is_durable`` on a disk, with every flush.

    ``where``: the folder its data is made in; in memory where there is room, else.
    """
    folder = binaries()
    if folder is None:
        says = "PostgreSQL is not installed: every test on it is left out. apt install postgresql"
        if os.environ.get("CI") == "true":
            pytest.fail(says)
        pytest.skip(says)
    where = where or (None if is_durable else _in_memory())
    with tempfile.TemporaryDirectory(prefix="qualdesk-pg-", dir=where) as place:
        server = Server(folder=folder, place=Path(place), more=DURABLE if is_durable else ())
        _make_data(server)
        server.more += dress(server.place / "data") if dress else ()
        server.start()
        try:
            yield server
        finally:
            server.stop()


def _in_memory() -> str | None:
    """Where files cost no disk: each test makes and drops a database of a thousand of them."""
    shared = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it
    has_room = shared.is_dir() and shutil.disk_usage(shared).free > _ROOM
    return str(shared) if has_room and os.access(shared, os.W_OK) else None


def _make_data(server: Server) -> None:
    login = _ordinary_login()
    if login is not None:
        os.chown(server.place, login.pw_uid, login.pw_gid)
    server.place.chmod(0o755)
    subprocess.run(
        [server.folder / "initdb", "-D", server.place / "data", *_INITDB],
        check=True,
        stdout=subprocess.DEVNULL,
        cwd=server.place,
        **_as_ordinary(),
    )


def _as_ordinary() -> dict[str, Any]:
    """Whom a program of the server's runs as, when the tests run as root."""
    login = _ordinary_login()
    if login is None:
        return {}
    return {"user": login.pw_uid, "group": login.pw_gid, "extra_groups": []}


def _ordinary_login() -> pwd.struct_passwd | None:
    """Whom the server runs as when the tests run as root, which PostgreSQL refuses."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise RuntimeError("Neither postgres nor nobody is a login here.")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(server: subprocess.Popen[bytes], address: str) -> None:
    for _ in range(200):
        assert server.poll() is None, "PostgreSQL did not start."
        try:
            psycopg.connect(f"{address}/postgres").close()
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError("PostgreSQL did not answer within ten seconds.")


@contextmanager
def copied_database(address: str, template: str, name: str) -> Iterator[str]:
    """A database made from a template, gone afterwards; its whole address."""
    with psycopg.connect(f"{address}/postgres", autocommit=True) as admin:
        admin.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        try:
            yield f"{address}/{name}"
        finally:
            admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
