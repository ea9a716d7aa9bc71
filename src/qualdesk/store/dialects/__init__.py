"""Everything that differs between SQLite and PostgreSQL, and nothing else."""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from sqlalchemy import exc
from sqlalchemy.dialects.sqlite import Insert
from sqlalchemy.dialects.sqlite.dml import OnConflictDoNothing

from qualdesk.core.errors import Refused
from qualdesk.core.transport import USUAL_TRUST, Trust
from qualdesk.store.dialects.base import Dialect, Ears, Hold
from qualdesk.store.dialects.postgres import Postgres
from qualdesk.store.dialects.sqlite import Sqlite

__all__ = [
    "Dialect",
    "Ears",
    "Hold",
    "InsertOr",
    "Postgres",
    "Sqlite",
    "dialect_for",
    "insert_or",
    "told_plainly",
]


class InsertOr(Insert):
    """An insert that may find its row there already; both databases read it."""

    inherit_cache = True

    def unless_there(self) -> "InsertOr":
        """The same, doing nothing for a row that is there."""
        return self.ext(_UnlessThere())


class _UnlessThere(OnConflictDoNothing):
    """As SQLite's; PostgreSQL asks in addition for the name of a rule, and none is meant."""

    inherit_cache = True
    constraint_target = None


def insert_or(table: sa.Table) -> InsertOr:
    """An insert that can say what happens when the row is there already; both databases read it.

    It is SQLite's, so that whoever works in a file does not read what is PostgreSQL's.
    """
    return InsertOr(table)


def dialect_for(url: sa.URL, trust: Trust = USUAL_TRUST) -> Dialect:
    """The dialect for a database address; ``trust`` is what is accepted on the way to a server.

    Raises:
        Refused: qualdesk does not keep workspaces in such a database.
    """
    kind = url.get_backend_name()
    if kind == "sqlite":
        return Sqlite()
    if kind == "postgresql":
        # A start on a file does not wait for what a server needs.
        from qualdesk.store.dialects.by_acts import TeamPostgres

        return TeamPostgres(trust)
    raise Refused(
        f"A workspace lives in SQLite or PostgreSQL, not in “{kind}”. Give an address such as "
        "sqlite:///desk.sqlite or postgresql://server/desk."
    )


@contextmanager
def told_plainly(dialect: Dialect) -> Iterator[None]:
    """Turn a database's known faults into sentences; let the others through as they are."""
    try:
        yield
    except exc.DBAPIError as error:
        plain = dialect.explain(error.orig, is_gone=error.connection_invalidated)
        if plain is None:
            raise
        raise plain from error
    except dialect.driver_errors() as error:
        plain = dialect.explain(error, is_gone=False)
        if plain is None:
            raise
        raise plain from error
