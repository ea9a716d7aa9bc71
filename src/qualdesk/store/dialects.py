"""Everything that differs between SQLite and PostgreSQL, and nothing else."""

import os
import re
import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event, exc
from sqlalchemy.dialects import postgresql, sqlite

from qualdesk.core.clock import Clock, SystemClock
from qualdesk.core.errors import (
    QualdeskError,
    Refused,
    WorkspaceBusy,
    WorkspaceFull,
    WorkspaceUnreachable,
    WorkspaceUnusable,
)
from qualdesk.store.places import APPLICATION_ID, refuse_foreign_file, refuse_network_drive

_BUSY_TIMEOUT_SECONDS = 10


class Dialect(ABC):
    """What the store must know about the database it talks to."""

    name: str
    # What the statements of the queue (queue_sql.py) say differently.
    queue_parts: Mapping[str, str]
    # Where a value goes in a plain statement that is run for many rows.
    mark: str

    @staticmethod
    @abstractmethod
    def named(text: str) -> str:
        """A statement with values written ``:name``, as the driver wants them."""

    @staticmethod
    @abstractmethod
    def moment(at: datetime) -> Any:
        """An instant as the driver wants it in a plain statement."""

    @staticmethod
    @abstractmethod
    def instant(value: Any) -> datetime | None:
        """An instant as it comes out of a plain statement."""

    @abstractmethod
    def make_engine(self, url: sa.URL, *, durable: bool) -> sa.Engine:
        """An engine whose transactions are whole, also those that change the schema."""

    @abstractmethod
    def now(self, connection: sa.Connection, clock: Clock) -> datetime:
        """The instant that decides leases and due times, in UTC."""

    @abstractmethod
    def reading(self, engine: sa.Engine) -> AbstractContextManager[sa.Connection]:
        """A connection for a look that keeps nobody from writing."""

    @abstractmethod
    def migrating(self, engine: sa.Engine) -> AbstractContextManager[sa.Connection]:
        """A transaction in which tables may be built anew."""

    @abstractmethod
    def insert(self, table: sa.Table) -> sqlite.Insert | postgresql.Insert:
        """An insert that can say what happens when the row is there already."""

    @abstractmethod
    def new_ids(self, connection: sa.Connection, table: sa.Table, count: int) -> Sequence[int]:
        """Numbers for ``count`` rows about to be written into a table, taken by nobody else."""

    @abstractmethod
    def one_at_a_time(self, connection: sa.Connection, what: str) -> None:
        """Wait until no other transaction is busy with ``what``; held until this one ends."""

    @abstractmethod
    def explain(self, error: exc.DBAPIError) -> QualdeskError | None:
        """The plain sentence for a known fault, None for one that is a mistake of ours."""


class Sqlite(Dialect):
    """A file on this computer: write-ahead log, every answer flushed to the disk."""

    name = "sqlite"
    mark = "?"
    queue_parts = MappingProxyType(
        {
            # One writer at a time: the best head of a cell is free.
            "heads": """SELECT open_cell.points AS points, open_cell.client AS client,
                open_cell.max_attempts AS max_attempts, $head_of_cell AS lead_id
                FROM open_cell""",
            "skip_taken": "",
            "grace_is_over": "julianday(lead.due_at) + campaign.grace_seconds / 86400.0"
            " <= julianday(:now)",
        }
    )

    @staticmethod
    def named(text: str) -> str:
        """As it is."""
        return text

    @staticmethod
    def moment(at: datetime) -> str:
        """Text that sorts as time does."""
        return at.strftime("%Y-%m-%dT%H:%M:%S.%fZ")

    @staticmethod
    def instant(value: Any) -> datetime | None:
        """From that text."""
        return datetime.fromisoformat(value) if value else None

    def make_engine(self, url: sa.URL, *, durable: bool) -> sa.Engine:
        """An engine on the file, made with mode 0600 when it is new.

        ``durable=False`` leaves the flushing to the operating system: for simulations in a
        temporary folder only, since a power cut then loses saved answers.

        Raises:
            WorkspaceElsewhere: the file would lie on a network drive.
            WorkspaceUnusable: it is another program's file.
        """
        if url.database and url.database != ":memory:":
            path = Path(url.database)
            refuse_network_drive(path)
            refuse_foreign_file(path)
            if not path.exists():
                path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        engine = sa.create_engine(url, connect_args={"timeout": _BUSY_TIMEOUT_SECONDS})
        event.listen(engine, "connect", _prepare_durable if durable else _prepare_fleeting)
        event.listen(engine, "begin", _begin_immediate)
        return engine

    def now(self, connection: sa.Connection, clock: Clock) -> datetime:  # noqa: ARG002 - one way to ask
        """The injected clock's time: the desk and the file share one computer."""
        return clock.now()

    @contextmanager
    def reading(self, engine: sa.Engine) -> Iterator[sa.Connection]:
        """A deferred transaction: it sees one state and takes no writer's place."""
        with engine.connect().execution_options(qualdesk_reading=True) as connection:
            yield connection

    @contextmanager
    def migrating(self, engine: sa.Engine) -> Iterator[sa.Connection]:
        """References are asked at the end: a table that is built anew is missing for a moment."""
        with engine.connect() as connection:
            driver = connection.connection.driver_connection
            assert driver is not None
            driver.execute("PRAGMA foreign_keys=OFF")
            try:
                with connection.begin():
                    yield connection
                    if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                        raise WorkspaceUnusable(
                            "The workspace could not be brought up to date. Nothing was changed."
                        )
            finally:
                driver.execute("PRAGMA foreign_keys=ON")

    def insert(self, table: sa.Table) -> sqlite.Insert:
        """SQLite's own insert."""
        return sqlite.insert(table)

    def new_ids(self, connection: sa.Connection, table: sa.Table, count: int) -> Sequence[int]:
        """Those after the last: whoever writes is alone."""
        last = connection.scalar(sa.select(sa.func.max(table.c.id))) or 0
        return range(last + 1, last + 1 + count)

    def one_at_a_time(self, connection: sa.Connection, what: str) -> None:
        """Nothing to do: a writer is alone anyway."""

    def explain(self, error: exc.DBAPIError) -> QualdeskError | None:
        """SQLite's known faults in words."""
        code = getattr(error.orig, "sqlite_errorcode", 0) & 0xFF
        said = {
            sqlite3.SQLITE_BUSY: WorkspaceBusy,
            sqlite3.SQLITE_LOCKED: WorkspaceBusy,
            sqlite3.SQLITE_FULL: WorkspaceFull,
        }.get(code)
        if said is not None:
            return said()
        sentence = {
            sqlite3.SQLITE_READONLY: "Nothing can be saved there: the file is read-only. Choose "
            "another place, or make it writable.",
            sqlite3.SQLITE_CANTOPEN: "The workspace cannot be opened there. Check the folder.",
            sqlite3.SQLITE_NOTADB: "This file is not a qualdesk workspace. Nothing was changed.",
            sqlite3.SQLITE_CORRUPT: "The workspace file is damaged. Nothing was changed. Restore "
            "the last backup with: qualdesk restore FILE.",
            sqlite3.SQLITE_IOERR: "The disk did not answer. Nothing was saved; try again.",
        }.get(code)
        return WorkspaceUnusable(sentence) if sentence else None


class Postgres(Dialect):
    """A server a team shares. Its clock decides; a rehearsal's clock only for the owner."""

    name = "postgresql"
    mark = "%s"
    queue_parts = MappingProxyType(
        {
            # Others may be taking the first ones this very moment, so a claim looks at more
            # heads than there are desks: those of the best cells, which hold the best leads.
            "heads": """SELECT best.points AS points, best.client AS client,
                best.max_attempts AS max_attempts, top.id AS lead_id
                FROM (
                    SELECT open_cell.*, head.id AS head_id, head.rank AS head_rank
                    FROM open_cell CROSS JOIN LATERAL (
                        SELECT lead.id, lead.rank FROM lead
                        WHERE lead.ready AND lead.cell_id = open_cell.id
                        ORDER BY lead.rank DESC, lead.id LIMIT 1
                    ) AS head
                    ORDER BY head.rank + open_cell.points DESC, head.id LIMIT 24
                ) AS best CROSS JOIN LATERAL (
                    SELECT lead.id FROM lead
                    WHERE lead.ready AND lead.cell_id = best.id
                    ORDER BY lead.rank DESC, lead.id LIMIT 24
                ) AS top""",
            "skip_taken": "FOR UPDATE OF lead SKIP LOCKED",
            "grace_is_over": "lead.due_at + campaign.grace_seconds * interval '1 second' <= :now",
        }
    )

    @staticmethod
    def named(text: str) -> str:
        """With each ``:name`` as psycopg writes it."""
        return re.sub(r":(\w+)", r"%(\1)s", text)

    @staticmethod
    def moment(at: datetime) -> datetime:
        """As it is."""
        return at

    @staticmethod
    def instant(value: Any) -> datetime | None:
        """As it is, in UTC."""
        at: datetime | None = value
        return at.astimezone(UTC) if at else None

    def make_engine(self, url: sa.URL, *, durable: bool) -> sa.Engine:  # noqa: ARG002 - the server's
        """An engine that notices a lost network within seconds instead of minutes."""
        return sa.create_engine(
            url.set(drivername="postgresql+psycopg"),
            pool_size=2,
            max_overflow=2,
            pool_pre_ping=True,
            connect_args={
                "connect_timeout": 5,
                "keepalives": 1,
                "keepalives_idle": 5,
                "keepalives_interval": 2,
                "keepalives_count": 2,
                "tcp_user_timeout": 6000,
                "options": "-c idle_in_transaction_session_timeout=10000 -c timezone=UTC",
            },
        )

    def now(self, connection: sa.Connection, clock: Clock) -> datetime:
        """The server's time. A clock set by hand counts for the owner of the tables only.

        Raises:
            Refused: somebody else would move the team's clock.
        """
        if isinstance(clock, SystemClock):
            at: datetime = connection.exec_driver_sql("SELECT clock_timestamp()").scalar_one()
            return at.astimezone(UTC)
        if not connection.info.get("may_set_the_clock"):
            if connection.exec_driver_sql(_IS_NOT_OWNER).scalar_one():
                raise Refused(
                    "Only the owner of a team's workspace may set its clock. Rehearse on a file."
                )
            connection.info["may_set_the_clock"] = True
        return clock.now()

    @contextmanager
    def reading(self, engine: sa.Engine) -> Iterator[sa.Connection]:
        """A transaction the server itself keeps from writing."""
        with engine.connect() as connection:
            connection.exec_driver_sql("SET TRANSACTION READ ONLY, ISOLATION LEVEL REPEATABLE READ")
            yield connection

    @contextmanager
    def migrating(self, engine: sa.Engine) -> Iterator[sa.Connection]:
        """One transaction, that rather gives up than keeps the whole team waiting."""
        with engine.begin() as connection:
            connection.exec_driver_sql("SET LOCAL lock_timeout = '10s'")
            yield connection

    def insert(self, table: sa.Table) -> postgresql.Insert:
        """PostgreSQL's own insert."""
        return postgresql.insert(table)

    def new_ids(self, connection: sa.Connection, table: sa.Table, count: int) -> Sequence[int]:
        """From the table's own sequence."""
        query = sa.text(
            "SELECT nextval(pg_get_serial_sequence(:name, 'id')) FROM generate_series(1, :count)"
        )
        return connection.scalars(query, {"name": table.name, "count": count}).all()

    def one_at_a_time(self, connection: sa.Connection, what: str) -> None:
        """An advisory hold the server gives up with the transaction."""
        connection.execute(
            sa.text("SELECT pg_advisory_xact_lock(hashtext(:what))"), {"what": f"qualdesk {what}"}
        )

    def explain(self, error: exc.DBAPIError) -> QualdeskError | None:
        """PostgreSQL's known faults in words."""
        state = getattr(error.orig, "sqlstate", None) or ""
        if error.connection_invalidated or state[:2] in {"08", "57"} or not state:
            return WorkspaceUnreachable()
        name = getattr(getattr(error.orig, "diag", None), "constraint_name", None)
        if state in {"40001", "40P01", "55P03"} or name == "uq_lead_claim":
            return WorkspaceBusy()
        if state[:2] == "53":
            return WorkspaceFull()
        if state[:2] in {"28", "42"} and state in {"28000", "28P01", "42501"}:
            return WorkspaceUnusable(
                "The team database does not let you in. Ask who runs it for your login's rights."
            )
        return None


_IS_NOT_OWNER = """SELECT EXISTS (
    SELECT 1 FROM pg_class WHERE oid = to_regclass('workspace')
    AND NOT pg_has_role(current_user, relowner, 'USAGE')
)"""


def dialect_for(url: sa.URL) -> Dialect:
    """The dialect for a database address.

    Raises:
        Refused: qualdesk does not keep workspaces in such a database.
    """
    kind = url.get_backend_name()
    if kind == "sqlite":
        return Sqlite()
    if kind == "postgresql":
        return Postgres()
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
        plain = dialect.explain(error)
        if plain is None:
            raise
        raise plain from error


def _prepare(connection: Any, synchronous: str) -> None:
    # The driver's own transaction handling leaves half a migration behind; ours begins below.
    connection.isolation_level = None
    if connection.execute("PRAGMA page_count").fetchone()[0] == 0:
        # Before the write-ahead log, so that the mark stands in the file itself from the start.
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    for pragma in (
        "journal_mode=WAL",
        f"synchronous={synchronous}",
        "foreign_keys=ON",
        "temp_store=MEMORY",
        "cache_size=-32000",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _prepare_durable(connection: Any, _: Any) -> None:
    _prepare(connection, "FULL")


def _prepare_fleeting(connection: Any, _: Any) -> None:
    _prepare(connection, "OFF")


def _begin_immediate(connection: sa.Connection) -> None:
    # A deferred transaction that reads and then writes fails at once when another wrote
    # meanwhile, however long the timeout: so every writer takes its place first.
    reading = connection.get_execution_options().get("qualdesk_reading", False)
    connection.exec_driver_sql("BEGIN DEFERRED" if reading else "BEGIN IMMEDIATE")
