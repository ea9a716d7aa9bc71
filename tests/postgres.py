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
from pathlib import Path

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

_ROOM = 2 * 1024**3


def binaries() -> Path | None:
    """The folder with initdb and postgres, or None where PostgreSQL is not installed."""
    there = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    found = str(there[-1]) if there else shutil.which("initdb")
    return Path(found).resolve().parent if found else None


@contextmanager
def running_server(dress: Callable[[Path], tuple[str, ...]] | None = None) -> Iterator[str]:
    """A running server; its address without a database name. Skips where there is none.

    ``dress`` is given the folder of its data before it starts, and says what else it starts with.

    In CI (``CI=true``) a missing server is a failure: a green run there means both databases.
    """
    folder = binaries()
    if folder is None:
        says = "PostgreSQL is not installed: every test on it is left out. apt install postgresql"
        if os.environ.get("CI") == "true":
            pytest.fail(says)
        pytest.skip(says)
    with tempfile.TemporaryDirectory(prefix="qualdesk-pg-", dir=_in_memory()) as place:
        yield from _serve(folder, Path(place), dress)


def _in_memory() -> str | None:
    """Where files cost no disk: each test makes and drops a database of a thousand of them."""
    shared = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it
    has_room = shared.is_dir() and shutil.disk_usage(shared).free > _ROOM
    return str(shared) if has_room and os.access(shared, os.W_OK) else None


def _serve(
    folder: Path, place: Path, dress: Callable[[Path], tuple[str, ...]] | None = None
) -> Iterator[str]:
    login = _ordinary_login()
    if login is not None:
        os.chown(place, login.pw_uid, login.pw_gid)
    place.chmod(0o755)
    as_login = {} if login is None else {"user": login.pw_uid, "group": login.pw_gid}
    if login is not None:
        as_login["extra_groups"] = []
    data = place / "data"
    subprocess.run(
        [folder / "initdb", "-D", data, *_INITDB],
        check=True,
        stdout=subprocess.DEVNULL,
        cwd=place,
        **as_login,
    )
    port = _free_port()
    more = dress(data) if dress else ()
    words: list[str | Path] = [folder / "postgres", "-D", data, "-p", str(port), "-k", place]
    server = subprocess.Popen(
        [*words, *_SERVE, *more],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=place,
        **as_login,
    )
    try:
        address = f"postgresql://tester@127.0.0.1:{port}"
        _wait_for(server, address)
        yield address
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(timeout=30)


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
