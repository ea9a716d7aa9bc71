"""A workspace written anew, so that nothing that was removed can be read out of it any more."""

from typing import Any

import sqlalchemy as sa

from qualdesk.core.errors import Refused
from qualdesk.core.wording import tr
from qualdesk.store.database import Store
from qualdesk.store.dialects import told_plainly

_MAY = """SELECT count(*) = 0 FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
    WHERE nspname = 'public' AND relkind = 'r' AND NOT pg_has_role(current_user, relowner, 'USAGE')
    AND NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)"""


def compact(store: Store) -> None:
    """Write the whole workspace anew. Everybody else waits meanwhile.

    A file is written anew and its log emptied. On a server every table and index is; what
    stands in the server's own log goes as that log is written over, and is the administrator's.

    Raises:
        Refused: the login does not own the tables, or somebody kept reading the file so long
            that its log could not be emptied; nothing is lost, and it can be asked again.
        WorkspaceUnusable: one of its kinds.
    """
    with told_plainly(store.dialect):
        if store.dialect.name == "sqlite":
            _break_seal(store)
            try:
                _file(store.engine)
            finally:
                # Once more: somebody may have closed the file, and sealed it, before it changed.
                _break_seal(store)
        else:
            _server(store.engine)


def _break_seal(store: Store) -> None:
    """Writing a file anew is no transaction, and its bytes are others after it."""
    with store.transaction():
        pass


def _file(engine: sa.Engine) -> None:
    connection = engine.raw_connection()
    try:
        driver: Any = connection.driver_connection
        driver.execute("PRAGMA busy_timeout=10000").fetchall()
        driver.execute("VACUUM")
        is_busy = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    finally:
        # With its usual patience again for whoever has it next.
        connection.invalidate()
        connection.close()
    if is_busy:
        raise Refused(
            tr(
                "The file is written anew, but another window reads it and holds its log. Close "
                "the other windows and compact it again."
            )
        )


def _server(engine: sa.Engine) -> None:
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        if not connection.exec_driver_sql(_MAY).scalar_one():
            raise Refused(
                tr(
                    "Only who owns the tables of a team's server can write them anew. Ask its "
                    "administrator to run VACUUM FULL in a quiet hour."
                )
            )
        connection.exec_driver_sql("SET statement_timeout = 0")
        try:
            connection.exec_driver_sql("VACUUM FULL")
        finally:
            connection.exec_driver_sql("RESET statement_timeout")
