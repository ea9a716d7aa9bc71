"""Where a moved workspace arrives: a file or a server, which has all of it or nothing."""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import exc
from sqlalchemy.schema import AddConstraint, CreateIndex, CreateTable

from qualdesk.core.beliefs import Beliefs
from qualdesk.core.clock import Clock
from qualdesk.core.errors import Refused, WorkspaceUnusable
from qualdesk.core.law import NO_LAW
from qualdesk.core.wording import tr
from qualdesk.store.database import Store, Transaction
from qualdesk.store.dialects import told_plainly
from qualdesk.store.migrations import stamp
from qualdesk.store.moving_rows import Row, named, refuse_row
from qualdesk.store.places import APPLICATION_ID, refuse_network_drive
from qualdesk.store.schema import metadata
from qualdesk.store.tally import add_up, recount
from qualdesk.store.tally_triggers import make_triggers


def refuse_taken(target: Store | Path) -> None:
    """Do nothing for a place with nothing in it.

    Raises:
        Refused: there is something.
        WorkspaceUnusable: it cannot be looked at, or no workspace can live there.
    """
    if isinstance(target, Path):
        _refuse_taken_file(target)
        return
    with target.reading() as tx:
        _refuse_taken_server(tx)


@contextmanager
def arriving(target: Store | Path, clock: Clock) -> Iterator[Transaction]:
    """One unit of work in an empty place: a workspace when it ends well, else nothing is there.

    Raises:
        Refused: there is something by now.
        WorkspaceUnusable: one of its kinds.
    """
    arrives = _in_file(target, clock) if isinstance(target, Path) else _on_server(target)
    with arrives as tx:
        yield tx


def make_tables(tx: Transaction) -> None:
    """The tables alone, which fill faster than with all that watches over them."""
    is_file = tx.dialect.name == "sqlite"
    for table in metadata.sorted_tables:
        # A file takes references with the table only; they are asked at its end.
        made = CreateTable(table, include_foreign_key_constraints=None if is_file else [])
        tx.connection.execute(made)


def write(tx: Transaction, table: sa.Table, rows: Sequence[Row]) -> None:
    """Some rows in the shared form.

    Raises:
        Refused: the database cannot keep one of them.
        WorkspaceUnusable: one of its kinds.
    """
    driver: Any = tx.connection.connection.driver_connection
    try:
        if tx.dialect.name == "sqlite":
            marks = ", ".join("?" * len(table.columns))
            text = f'INSERT INTO "{table.name}" ({named(table)}) VALUES ({marks})'  # noqa: S608 - our own names
            driver.executemany(text, rows)
            return
        with (
            driver.cursor() as cursor,
            cursor.copy(f'COPY "{table.name}" ({named(table)}) FROM STDIN') as into,
        ):
            for row in rows:
                into.write_row(row)
    except tx.dialect.driver_errors() as error:
        if tx.dialect.explain(error, is_gone=driver_is_gone(driver)) is not None:
            raise
        refuse_row(table, rows)


def driver_is_gone(driver: Any) -> bool:
    """Whether the connection to a server is lost."""
    return bool(getattr(driver, "broken", False))


def make_rest(tx: Transaction) -> None:
    """Indexes, references, numbers to come, triggers; and the counts, made anew from the rows.

    Raises:
        WorkspaceUnusable: a row refers to one that is not there.
    """
    for table in metadata.sorted_tables:
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            tx.connection.execute(CreateIndex(index))
    if not _refers_well(tx):
        raise WorkspaceUnusable(
            tr("Rows of the source refer to rows that are not there. Nothing was moved.")
        )
    if tx.dialect.name != "sqlite":
        # Else it reads whole tables until it has counted them, some minutes later.
        tx.connection.exec_driver_sql("ANALYZE")
    make_triggers(tx.connection)
    stamp(tx)
    recount(tx.connection)
    if tx.dialect.name != "sqlite":
        for table in metadata.sorted_tables:
            _count_on(tx, table)
        while add_up(tx):
            pass


def wait_for_each_other(tx: Transaction) -> None:
    """A server ends transactions that pause; this one waits for the other database."""
    if tx.dialect.name != "sqlite":
        for limit in ("idle_in_transaction_session_timeout", "statement_timeout"):
            tx.connection.exec_driver_sql(f"SET LOCAL {limit} = 0")


def _refers_well(tx: Transaction) -> bool:
    """Whether every row that is referred to is there; a server minds it from now on."""
    if tx.dialect.name == "sqlite":
        return tx.connection.exec_driver_sql("PRAGMA foreign_key_check").first() is None
    try:
        for table in metadata.sorted_tables:
            for refers in sorted(table.foreign_key_constraints, key=lambda one: str(one.name)):
                # Else this program would make no table with it any more.
                tx.connection.execute(AddConstraint(refers, isolate_from_table=False))
    except exc.IntegrityError:
        return False
    return True


def _count_on(tx: Transaction, table: sa.Table) -> None:
    """The next number a table gives is the one after its last."""
    own = table.autoincrement_column
    if own is None:
        return
    text = f"""SELECT setval(pg_get_serial_sequence('"{table.name}"', '{own.name}'),
        COALESCE(MAX("{own.name}"), 1), MAX("{own.name}") IS NOT NULL) FROM "{table.name}" """  # noqa: S608 - our own names
    tx.connection.exec_driver_sql(text)


@contextmanager
def _on_server(store: Store) -> Iterator[Transaction]:
    with store.transaction() as tx:
        # Whoever opens the empty database meanwhile waits, and finds a workspace.
        tx.dialect.one_at_a_time(tx.connection, "prepare")
        _refuse_taken_server(tx)
        wait_for_each_other(tx)
        yield tx


@contextmanager
def _in_file(path: Path, clock: Clock) -> Iterator[Transaction]:
    """In a file beside it that gets its name when it is whole."""
    _refuse_taken_file(path)
    _sweep(path)
    fresh = path.with_name(f".{path.name}.{os.getpid()}.moving")
    store = Store(f"sqlite:///{fresh}", clock=clock, durable=False)
    try:
        with told_plainly(store.dialect), store.engine.connect() as connection:
            driver: Any = connection.connection.driver_connection
            # Nothing is taken back here: the file is thrown away as a whole.
            for pragma in ("journal_mode=OFF", "foreign_keys=OFF", "application_id=0"):
                driver.execute(f"PRAGMA {pragma}").fetchall()
            with connection.begin():
                yield Transaction(
                    connection=connection,
                    dialect=store.dialect,
                    now=clock.now(),
                    rules=lambda: NO_LAW.book,
                    beliefs=lambda _: Beliefs(answer={}, qualify={}),
                )
            for pragma in (f"application_id={APPLICATION_ID}", "journal_mode=WAL"):
                driver.execute(f"PRAGMA {pragma}").fetchall()
        store.close()
        _put_in_place(fresh, path)
    finally:
        store.close()
        for beside in ("", "-wal", "-shm"):
            fresh.with_name(fresh.name + beside).unlink(missing_ok=True)


def _put_in_place(fresh: Path, path: Path) -> None:
    try:
        with fresh.open("rb+") as file:
            os.fsync(file.fileno())
        _refuse_taken_file(path)
        fresh.replace(path)
        if os.name == "posix":
            folder = os.open(path.parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)
    except OSError as error:
        raise WorkspaceUnusable(
            tr("{path} cannot be written: {why}.", path=path, why=error.strerror)
        ) from error


def _sweep(path: Path) -> None:
    """Remove what a killed move left beside its target; one that still goes on keeps its own."""
    for left in path.parent.glob(f".{path.name}.*.moving"):
        try:
            with closing(sqlite3.connect(left, timeout=0, isolation_level=None)) as file:
                file.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
                continue
        except sqlite3.DatabaseError:
            pass
        left.unlink(missing_ok=True)


def _refuse_taken_file(path: Path) -> None:
    refuse_network_drive(path)
    if path.is_dir():
        raise Refused(tr("{path} is a folder. Name a file in it.", path=path))
    for beside in ("", "-wal", "-journal"):
        there = path.with_name(path.name + beside)
        if there.exists() and there.stat().st_size:
            raise Refused(
                tr("There is something at {path} already. Move into an empty place.", path=there)
            )


def _refuse_taken_server(tx: Transaction) -> None:
    if sa.inspect(tx.connection).get_table_names():
        raise Refused(
            tr("There are tables in that database already. Move into an empty one, made for it.")
        )
