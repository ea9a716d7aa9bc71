"""SQLite: a file on this computer."""

import os
import sqlite3
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.dialects import sqlite

from qualdesk.core.clock import Clock
from qualdesk.core.errors import (
    QualdeskError,
    WorkspaceBusy,
    WorkspaceDamaged,
    WorkspaceFull,
    WorkspaceMoved,
    WorkspaceUnusable,
)
from qualdesk.store import ciphers
from qualdesk.store.dialects.base import Dialect
from qualdesk.store.dialects.files import FileNeighbours
from qualdesk.store.looking import connected, disconnected, is_connected
from qualdesk.store.places import (
    APPLICATION_ID,
    refuse_emptied,
    refuse_foreign_file,
    refuse_network_drive,
)
from qualdesk.store.seals import break_seal, close_with_seal, doubt_at_opening, refuse_changed
from qualdesk.store.wiping import clear_left

_BUSY_TIMEOUT_SECONDS = 10
_LOOKS_FOR_MILLISECONDS = 8
# Pages in the log before whoever writes brings them into the file; eight times the usual. A page
# that many rows of a list change is then written there once, and a list does it by itself.
_LONGEST_LOG = 8000
# Pages that each connection keeps, in KiB.
_PLAIN_KIB, _ENCRYPTED_KIB = 4_000, 32_000
_BREAKS = "qualdesk_breaks_seal"


class Sqlite(Dialect):
    """A file on this computer: write-ahead log, every answer flushed to the disk."""

    name = "sqlite"
    mark = "?"
    neighbours = FileNeighbours()
    seal = staticmethod(lambda engine: _seal(engine))  # noqa: PLW0108 - it stands further down
    queue_parts = MappingProxyType(
        {
            # Walked in this order, which the indexes give: nothing is sorted, and the walk ends at
            # the first lead. One writer at a time: nobody else is taking it. By the index of
            # those who are ready: the other one leads through all that rest, stack by stack. Not
            # by EXISTS: newer SQLites make a join of it, and sort what the index gives in order.
            "walk": "$look_walk",
            "look_walk": """SELECT lead.id AS id FROM stack CROSS JOIN cell CROSS JOIN campaign
                CROSS JOIN campaign AS pick CROSS JOIN lead
                WHERE (
                        SELECT 1 FROM lead AS one INDEXED BY ix_lead_next
                        WHERE one.ready AND one.stack_id = stack.id LIMIT 1
                    ) IS NOT NULL
                    AND cell.id = stack.cell_id AND campaign.id = cell.campaign_id
                    AND pick.id = campaign.id AND $may_open
                    AND lead.stack_id = stack.id AND $fits
                ORDER BY $stack_order, lead.rested_at, lead.id LIMIT 1""",
            "seconds_of_started": "(julianday(started_at) - 2440587.5) * 86400.0",
            "seconds_of_ended": "(julianday(ended_at) - 2440587.5) * 86400.0",
            "since_the_span": """strftime('%Y-%m-%dT%H:%M:%f', :now,
                '-' || cell_limit.seconds || ' seconds') || '000Z'""",
            "skip_taken": "",
            "plan_by_index": "",
            # The path begins with a dollar, which stands for a part of a statement here.
            "is_giveaway": "COALESCE("
            "json_extract(lead.signals, char(36) || '.giveaway_only'), FALSE)",
            "grace_is_over": "julianday(lead.due_at) + campaign.grace_seconds / 86400.0"
            " <= julianday(:now)",
            # A list of numbers, handed over as one JSON text.
            "named": "SELECT value FROM json_each(:ids)",
            # What follows from now is worked out before: text sorts as time does, no more.
            **{
                name: f":{name}"
                for name in ("until", "agreed_since", "busy_since", "soon", "today")
            },
            "is_unseen": "julianday(member.seen_at) + campaign.grace_seconds / 86400.0"
            " <= julianday(:now)",
        }
    )

    @staticmethod
    def named(text: str) -> str:
        """As it is."""
        return text

    @staticmethod
    def language() -> sa.Dialect:
        """SQLite's, with values by their place."""
        return sqlite.dialect()

    @staticmethod
    def moment(at: datetime) -> str:
        """Text that sorts as time does."""
        return at.astimezone(UTC).isoformat(timespec="microseconds")[:26] + "Z"

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
            WorkspaceUnusable: it is another program's file, or empty where a workspace was.
            KeyNeeded: it is encrypted, and no passphrase that opens it was given.
        """
        path = _file_of(url)
        if path is not None:
            refuse_network_drive(path)
            refuse_foreign_file(path)
            refuse_emptied(path)
            if not is_connected(path):
                refuse_changed(path)
                clear_left(path)
            looked = doubt_at_opening(path)
            _make_file(path)
        engine = sa.create_engine(
            url,
            **_how_to_connect(path),
            # No values in what a crash tells: they are people, and keys of clients.
            hide_parameters=True,
        )
        event.listen(engine, "connect", _prepare_durable if durable else _prepare_fleeting)
        event.listen(engine, "begin", _begin_immediate)
        if path is not None:
            _listen_for_seal(engine, path, durable=durable)
            if looked is not None:
                with engine.connect().execution_options(qualdesk_reading=True) as connection:
                    self.doubt = looked(connection.connection.driver_connection)
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

    @contextmanager
    def erasing(self, engine: sa.Engine) -> Iterator[sa.Connection]:
        """What is removed is written over, and the log that still has it is emptied."""
        with engine.connect() as connection:
            driver: Any = connection.connection.driver_connection
            before = driver.execute("PRAGMA secure_delete").fetchone()[0]
            driver.execute("PRAGMA secure_delete=ON").fetchall()
            try:
                with connection.begin():
                    yield connection
                driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            finally:
                driver.execute(f"PRAGMA secure_delete={before}").fetchall()

    def insert(self, table: sa.Table) -> sqlite.Insert:
        """SQLite's own insert."""
        return sqlite.insert(table)

    def new_ids(self, connection: sa.Connection, table: sa.Table, count: int) -> Sequence[int]:
        """Those after the last: whoever writes is alone."""
        text = f'SELECT MAX(id) FROM "{table.name}"'  # noqa: S608 - our own names
        last = connection.exec_driver_sql(text).scalar() or 0
        return range(last + 1, last + 1 + count)

    def one_at_a_time(self, connection: sa.Connection, what: str) -> None:
        """Nothing to do: a writer is alone anyway."""

    def settle(self, engine: sa.Engine) -> None:
        """From the log into the file: readers and writers go on meanwhile."""
        connection = engine.raw_connection()
        try:
            driver: Any = connection.driver_connection
            driver.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
        finally:
            connection.close()

    def driver_errors(self) -> tuple[type[Exception], ...]:
        """Those of Python's own driver, and of that for encrypted files."""
        return _errors()

    def explain(self, error: BaseException | None, *, is_gone: bool) -> QualdeskError | None:  # noqa: ARG002 - a file does not go away
        """SQLite's known faults in words."""
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        is_moved = str(error) == "qualdesk moved"
        said = (
            WorkspaceMoved
            if is_moved
            else {
                sqlite3.SQLITE_BUSY: WorkspaceBusy,
                sqlite3.SQLITE_LOCKED: WorkspaceBusy,
                sqlite3.SQLITE_FULL: WorkspaceFull,
                sqlite3.SQLITE_CORRUPT: WorkspaceDamaged,
            }.get(code)
        )
        if said is not None:
            return said()
        sentence = {
            sqlite3.SQLITE_READONLY: "Nothing can be saved there: the file is read-only. Choose "
            "another place, or make it writable.",
            sqlite3.SQLITE_CANTOPEN: "The workspace cannot be opened there. Check the folder.",
            sqlite3.SQLITE_NOTADB: "This file is not a qualdesk workspace. Nothing was changed.",
            sqlite3.SQLITE_IOERR: "The disk did not answer. Nothing was saved; try again.",
        }.get(code)
        return WorkspaceUnusable(sentence) if sentence else None


def _file_of(url: sa.URL) -> Path | None:
    """The file at an address; None for a workspace in memory."""
    return Path(url.database) if url.database and url.database != ":memory:" else None


def _how_to_connect(path: Path | None) -> dict[str, Any]:
    """What SQLAlchemy is told of the driver: another one opens encrypted files."""
    if path is None or not ciphers.is_encrypted(path):
        return {"connect_args": {"timeout": _BUSY_TIMEOUT_SECONDS}}
    ciphers.key_of(path)

    def connected() -> Any:
        return ciphers.connect(path, timeout=_BUSY_TIMEOUT_SECONDS, check_same_thread=False)

    return {"module": ciphers.driver(path), "creator": connected}


def _errors() -> tuple[type[Exception], ...]:
    """What a driver can raise here: that of encrypted files is not read only to be named."""
    return ciphers.errors() if "sqlcipher3" in sys.modules else (sqlite3.Error,)


def _seal(engine: sa.Engine) -> None:
    """The sum of what the file is now, which is asked for when it is opened again."""
    path = _file_of(engine.url)
    if path is None or not path.exists():
        return
    with suppress(*_errors(), sa.exc.DBAPIError, QualdeskError):
        connection = engine.raw_connection()
        try:
            close_with_seal(connection.driver_connection, path)
        finally:
            connection.close()


def _listen_for_seal(engine: sa.Engine, path: Path, *, durable: bool) -> None:
    """The first that is written breaks the seal of the file, and that stands in the file itself."""

    def begun(connection: sa.Connection) -> None:
        if not connection.get_execution_options().get("qualdesk_reading", False):
            driver: Any = connection.connection.driver_connection
            connection.info[_BREAKS] = break_seal(driver, durable=durable)

    def given_back(driver: Any, record: Any) -> None:
        if driver is not None and record.info.pop(_BREAKS, False):
            # Once for each time it is opened: a log that is lost after that is missed.
            driver.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()

    event.listen(engine, "begin", begun)
    event.listen(engine, "checkin", given_back)
    event.listen(engine, "connect", lambda *_: connected(path))
    event.listen(engine, "close", lambda *_: disconnected(path))


def _make_file(path: Path) -> None:
    try:
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise WorkspaceUnusable(
            f"No workspace can be made at {path}: {error.strerror}. Choose another place."
        ) from error


def _prepare(connection: Any, synchronous: str) -> None:
    # The driver's own transaction handling leaves half a migration behind; ours begins below.
    connection.isolation_level = None
    if connection.execute("PRAGMA page_count").fetchone()[0] == 0:
        # Before the write-ahead log, so that the mark stands in the file itself from the start.
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    # Each connection keeps pages, and a desk has several. The system keeps those of a plain file
    # as well and hands them over at once; those of an encrypted one are decrypted each time.
    kept = _PLAIN_KIB if isinstance(connection, sqlite3.Connection) else _ENCRYPTED_KIB
    for pragma in (
        "journal_mode=WAL",
        f"synchronous={synchronous}",
        "foreign_keys=ON",
        "temp_store=MEMORY",
        f"cache_size=-{kept}",
        f"wal_autocheckpoint={_LONGEST_LOG}",
        # The longer SQLite waits the more rarely it looks, up to ten times a second: the short
        # pauses of a list being loaded would be missed. We look again ourselves.
        f"busy_timeout={_LOOKS_FOR_MILLISECONDS}",
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
    if reading:
        connection.exec_driver_sql("BEGIN DEFERRED")
        return
    driver: Any = connection.connection.driver_connection
    deadline = time.monotonic() + _BUSY_TIMEOUT_SECONDS
    while True:
        try:
            driver.execute("BEGIN IMMEDIATE")
        except _errors() as error:
            is_busy = getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY
            if not is_busy or time.monotonic() > deadline:
                raise
        else:
            return
