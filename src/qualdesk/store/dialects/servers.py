"""Connections to a server that stay: one that hears of changes, one that holds a place."""

from contextlib import suppress
from typing import Any

import sqlalchemy as sa

from qualdesk.core.errors import WorkspaceUnreachable

# The name hints go by. Whoever can connect can send one: it says nothing and is never trusted.
CHANNEL = "qualdesk_moved"
# The server lets go of a computer that went dark within a minute; its own way takes two hours.
_NOTICES_SILENCE = (
    "SET tcp_keepalives_idle = 30",
    "SET tcp_keepalives_interval = 10",
    "SET tcp_keepalives_count = 3",
)
# Advisory locks of two numbers, the first for all places. Those of a transaction
# (one_at_a_time) have one number: a place and a turn of the same name never wait for each other.
_TAKE = "SELECT pg_try_advisory_lock(hashtext('qualdesk places'), hashtext(%s))"


class ServerEars:
    """A connection that hears when another desk has changed something. Of no thread's own."""

    def __init__(self, engine: sa.Engine) -> None:
        self._session = _own_session(engine)
        try:
            self._session.execute(f"LISTEN {CHANNEL}")
        except BaseException:
            self.close()
            raise

    def fileno(self) -> int:
        """The socket that can be read from when there is something to hear; -1 once closed."""
        return -1 if self._session.closed else int(self._session.fileno())

    def take(self) -> bool:
        """Take what has come up to now without waiting; whether anything was heard.

        How many came, and what they say, does not matter.

        Raises:
            WorkspaceUnreachable: the connection is lost; it hears nothing any more.
        """
        import psycopg

        wire = self._session.pgconn
        has_heard = False
        try:
            wire.consume_input()
            while wire.notifies() is not None:
                has_heard = True
        except psycopg.Error as error:
            self.close()
            raise WorkspaceUnreachable from error
        return has_heard

    def close(self) -> None:
        """Stop listening."""
        with suppress(OSError):
            self._session.close()


class ServerHold:
    """A place kept for as long as the connection lives: a killed program lets go of it."""

    def __init__(self, session: Any) -> None:
        self._session = session

    def is_held(self) -> bool:
        """Whether the place is still ours; it is not when the server was gone in between."""
        import psycopg

        try:
            self._session.execute("SELECT 1")
        except psycopg.Error:
            self.release()
            return False
        return True

    def release(self) -> None:
        """Let somebody else have the place from now on: the server notices an end a bit later."""
        import psycopg

        with suppress(OSError, psycopg.Error):
            self._session.execute("SELECT pg_advisory_unlock_all()")
        with suppress(OSError):
            self._session.close()


class ServerNeighbours:
    """Desks that share a server: it holds places, and carries hints from one to the other."""

    sends_hints = True

    def hold(self, engine: sa.Engine, what: str) -> ServerHold | None:
        """Held by a session of its own, whichever computer it comes from."""
        session = _own_session(engine)
        try:
            is_ours = session.execute(_TAKE, (what,)).fetchone()[0]
        except BaseException:
            session.close()
            raise
        if is_ours:
            return ServerHold(session)
        session.close()
        return None

    def listen(self, engine: sa.Engine) -> ServerEars:
        """A connection of its own."""
        return ServerEars(engine)

    def hint(self, connection: sa.Connection) -> None:
        """An empty notification, between two transactions of this connection.

        Not inside one: a transaction that has something to tell keeps all others that have
        waiting until it is on the disk. This one writes nothing and is over at once.
        """
        driver: Any = connection.connection.driver_connection
        driver.autocommit = True
        try:
            driver.execute(f"NOTIFY {CHANNEL}")
        finally:
            driver.autocommit = False

    def version(self, driver: Any) -> None:
        """The server keeps none that is cheap to ask for."""


def _own_session(engine: sa.Engine) -> Any:
    """A connection outside the pool, that begins no transaction by itself."""
    lent = engine.raw_connection()
    session: Any = lent.driver_connection
    lent.detach()
    session.autocommit = True
    for setting in _NOTICES_SILENCE:
        session.execute(setting)
    return session
