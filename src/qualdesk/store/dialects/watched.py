"""A connection that notices when nothing comes back any more, also behind a go-between.

TCP notices a cable that is pulled. It does not notice a tunnel or a proxy that still takes what it
is given and carries it no further: then only asking the server anew tells.
"""

import select
import socket
import struct
import time
from collections.abc import Generator
from time import monotonic
from typing import Any

import psycopg

# Seconds of silence after which the server is asked whether it is there; its answer may take two
# more. A statement that takes long is asked about again and again, which costs nothing.
_SILENCE = 2.0
_PATIENCE = 2.0
# Seconds after an answer in which a line that nobody closed is taken to stand.
_FRESH = 30.0
# Every PostgreSQL answers this with one letter, before it knows who asks: SSLRequest.
_MAY_IT_BE_ENCRYPTED = struct.pack("!ii", 8, 80877103)


class WatchedConnection(psycopg.Connection[Any]):
    """Waits for a server only as long as there is one."""

    _heard_at = float("-inf")

    def wait(self, gen: Generator[Any, Any, Any], *args: Any, **kwargs: Any) -> Any:
        """As psycopg waits, with a look after the server when it is silent."""
        said = super().wait(self._watch(gen), *args, **kwargs)
        self._heard_at = _elapsed()
        return said

    @property
    def is_fresh(self) -> bool:
        """Whether the server answered a moment ago and has not hung up: nothing is asked of it.

        A server that goes says so, as does whoever closes the line: then there is something to
        read.
        """
        if self.closed or _elapsed() - self._heard_at > _FRESH:
            return False
        return not select.select([self.pgconn.socket], [], [], 0)[0]

    def _watch(self, gen: Generator[Any, Any, Any]) -> Generator[Any, Any, Any]:
        """Pass everything on both ways, and count the seconds in which nothing comes.

        Raises:
            psycopg.OperationalError: the server does not answer any more.
        """
        heard = monotonic()
        try:
            wanted = next(gen)
            while True:
                ready = yield wanted
                if ready:
                    heard = monotonic()
                elif monotonic() - heard > _SILENCE:
                    if not self._is_there():
                        gen.close()
                        self.pgconn.finish()
                        raise psycopg.OperationalError("The server does not answer any more.")
                    heard = monotonic()
                wanted = gen.send(ready)
        except StopIteration as ended:
            return ended.value

    def _is_there(self) -> bool:
        """Whether a server still answers there; what it answers does not matter.

        Asked by a socket of our own: libpq's ping would keep every thread of the program waiting
        for it, the window's among them.
        """
        try:
            with _reached(self.pgconn) as door:
                door.sendall(_MAY_IT_BE_ENCRYPTED)
                return bool(door.recv(1))
        except OSError:
            return False


def _elapsed() -> float:
    """Seconds that go on while the computer sleeps, when lines are cut and nobody hears of it."""
    of = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", None))
    return monotonic() if of is None else time.clock_gettime(of)


def _reached(wire: Any) -> socket.socket:
    """A connection of its own to the same server.

    Raises:
        OSError: nobody is there.
    """
    host, port = wire.host.decode(), int(wire.port)
    if host.startswith(("/", "@")):
        door = socket.socket(socket.AF_UNIX)
        door.settimeout(_PATIENCE)
        try:
            door.connect(f"{host}/.s.PGSQL.{port}".replace("@", "\0", 1))
        except OSError:
            door.close()
            raise
        return door
    return socket.create_connection((wire.hostaddr.decode() or host, port), timeout=_PATIENCE)
