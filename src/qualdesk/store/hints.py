"""Hints to other desks that something was changed, and the look whether others changed it."""

import time
from contextlib import suppress
from typing import Final

import sqlalchemy as sa
from sqlalchemy import exc

from qualdesk.store.dialects import Dialect

# The server has one queue of hints for all; nobody looks more often than this anyway.
AT_MOST_EVERY: Final = 1.0


class Hints:
    """What one desk owes the others: that they look again.

    A hint goes out behind the transaction that changed something. Of several within a second the
    first sends one; the rest stay owed and go out with the next, or when somebody pays. A hint
    that cannot be sent is let go: what was saved is saved, and boards look by themselves as well.
    """

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect
        self._sent_at = -AT_MOST_EVERY
        self.is_owed = False

    def owe(self, connection: sa.Connection) -> None:
        """Something was changed through this connection, whose transaction is over."""
        if not self._dialect.neighbours.sends_hints:
            return
        self.is_owed = True
        if time.monotonic() - self._sent_at >= AT_MOST_EVERY:
            self._send(connection)

    def note(self) -> None:
        """Something was changed: the hint goes out with the next one, or when somebody pays."""
        self.is_owed = self._dialect.neighbours.sends_hints

    def pay(self, engine: sa.Engine) -> None:
        """Send what is owed now, if anything is."""
        if self.is_owed:
            with suppress(exc.SQLAlchemyError), engine.connect() as connection:
                self._send(connection)

    def _send(self, connection: sa.Connection) -> None:
        self.is_owed = False
        self._sent_at = time.monotonic()
        with suppress(exc.SQLAlchemyError, *self._dialect.driver_errors()):
            self._dialect.neighbours.hint(connection)


class Watch:
    """Sees whether anybody else wrote into the workspace since the last look. Changes nothing.

    It keeps a connection of its own, because that is what SQLite counts by; it is made at the
    first look.
    """

    def __init__(self, dialect: Dialect, engine: sa.Engine) -> None:
        self._dialect = dialect
        self._engine = engine
        self._connection: sa.PoolProxiedConnection | None = None
        self._version: int | None = None

    def has_moved(self) -> bool:
        """Whether a look is worth it: somebody wrote, it is the first look, or nobody can tell."""
        if self._dialect.neighbours.sends_hints:
            return True
        if self._connection is None:
            self._connection = self._engine.raw_connection()
        before = self._version
        self._version = self._dialect.neighbours.version(self._connection.driver_connection)
        return self._version is None or self._version != before

    def close(self) -> None:
        """Give the connection back."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
