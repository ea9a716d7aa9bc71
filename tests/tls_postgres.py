"""A PostgreSQL server that encrypts, with a certificate of the tests' own, and ways to it."""

import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
import trustme

from postgres import running_server

PASSWORD = "s3cret with@signs"
# No loopback by its name: where it is stands beside it, so that it counts as far away.
NAME = "desk.example"
# Each login is let in one way only; all but the tests' own over TLS.
_LETS_IN = """local all all trust
host all tester 127.0.0.1/32 trust
hostssl all maya 127.0.0.1/32 scram-sha-256
hostssl all old 127.0.0.1/32 md5
hostssl all clear 127.0.0.1/32 password
hostssl all open 127.0.0.1/32 trust
"""


@dataclass(frozen=True, kw_only=True)
class SafeServer:
    """Where the server is, and who signed its certificate."""

    port: int
    ca_file: Path
    other_ca_file: Path

    def address(
        self, *, host: str = NAME, port: int = 0, login: str = "maya", more: str = ""
    ) -> str:
        """The address of its database, as if it were far away; without a password."""
        where = f"{host}:{port or self.port}"
        return f"postgresql://{login}@{where}/postgres?hostaddr=127.0.0.1{more}"


@contextmanager
def safe_server(folder: Path) -> Iterator[SafeServer]:
    """A server with TLS and four logins, each let in another way."""
    ca, other = trustme.CA(), trustme.CA()
    ca.cert_pem.write_to_path(folder / "ca.pem")
    other.cert_pem.write_to_path(folder / "other.pem")

    def dress(data: Path) -> tuple[str, ...]:
        own = ca.issue_cert(NAME)
        _put(data / "server.crt", own.cert_chain_pems[0].bytes())
        _put(data / "server.key", own.private_key_pem.bytes())
        _put(data / "pg_hba.conf", _LETS_IN.encode())
        return ("-c", "ssl=on")

    with running_server(dress) as admin:
        with psycopg.connect(f"{admin}/postgres", autocommit=True) as wire:
            for login in ("maya", "clear", "open"):
                wire.execute(f"CREATE ROLE {login} SUPERUSER LOGIN PASSWORD '{PASSWORD}'")
            wire.execute("SET password_encryption = 'md5'")
            wire.execute(f"CREATE ROLE old SUPERUSER LOGIN PASSWORD '{PASSWORD}'")
        yield SafeServer(
            port=int(admin.rpartition(":")[2]),
            ca_file=folder / "ca.pem",
            other_ca_file=folder / "other.pem",
        )


def _put(file: Path, content: bytes) -> None:
    """A file as the server wants it: its own, and nobody else's to read."""
    file.write_bytes(content)
    file.chmod(0o600)
    if os.geteuid() == 0:
        os.chown(file, file.parent.stat().st_uid, file.parent.stat().st_gid)


@dataclass
class Line:
    """A line to a server that can go dead: it stays open, and nothing comes through any more."""

    port: int
    is_dead: threading.Event = field(default_factory=threading.Event)
    is_down: threading.Event = field(default_factory=threading.Event)
    ends: list[socket.socket] = field(default_factory=list)

    def cut(self) -> None:
        """Nothing comes through from now on; nobody is told."""
        self.is_dead.set()

    def hang_up(self) -> None:
        """Both ends hear that it is over, and who calls from now on as well."""
        self.is_dead.set()
        self.is_down.set()
        for end in self.ends:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def mend(self) -> None:
        """It carries again, whoever calls from now on."""
        self.is_down.clear()
        self.is_dead.clear()

    def carry(self, away: socket.socket, home: socket.socket) -> None:
        """Carry bytes one way until the line is dead or an end hangs up."""
        with suppress(OSError):
            while data := away.recv(65536):
                if self.is_dead.is_set():
                    return
                home.sendall(data)


@contextmanager
def line_to(port: int) -> Iterator[Line]:
    """A line that carries everything to a server, until it is cut."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        line = Line(port=int(door.getsockname()[1]))

        def answer() -> None:
            with suppress(OSError):
                while True:
                    caller, _ = door.accept()
                    if line.is_down.is_set():
                        caller.close()
                        continue
                    called = socket.create_connection(("127.0.0.1", port))
                    line.ends += [caller, called]
                    for pair in ((caller, called), (called, caller)):
                        threading.Thread(target=line.carry, args=pair, daemon=True).start()

        threading.Thread(target=answer, daemon=True).start()
        try:
            yield line
        finally:
            line.cut()
            door.close()
            for end in line.ends:
                end.close()
