"""The outbox: a small file on this computer with the saves that a team's server has not got yet.

It is no workspace and has no place in one: one table, of saves in the order they were made in.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa

from qualdesk.core.saves import Save
from qualdesk.store.columns import UtcDateTime
from qualdesk.store.dialects import Sqlite, told_plainly

_KEPT: Final = timedelta(hours=12)
"""How long it stays known that a save was sent, for whoever looks into that; without its words."""

_metadata = sa.MetaData()
_save = sa.Table(
    "save",
    _metadata,
    sa.Column("place", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("id", sa.Text, nullable=False, unique=True),
    sa.Column("does", sa.Text, nullable=False),
    sa.Column("said", sa.Text, nullable=False),
    sa.Column("lead_id", sa.Integer, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("kept_at", UtcDateTime, nullable=False),
    sa.Column("done_at", UtcDateTime, nullable=True),
    sqlite_autoincrement=True,
)
sa.Index("ix_save_waiting", _save.c.place, sqlite_where=sa.text("done_at IS NULL"))


class OutboxFile:
    """One file, of one login at one team's workspace. Each change is on the disk when it returns.

    Used by several threads: each look and each change has a connection of its own.
    """

    def __init__(self, path: Path) -> None:
        """Open it, made with mode 0600 in a folder of one's own when it is new.

        Raises:
            WorkspaceUnusable: it cannot be made or read there; the sentence says why.
        """
        self.path = path
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._dialect = Sqlite()
        self._engine = self._dialect.make_engine(sa.make_url(f"sqlite:///{path}"), durable=True)
        sa.event.listen(self._engine, "connect", _forget_what_is_removed)
        # One it was looked through with is connected already, and would let words stand.
        self._engine.dispose()
        with self._changing() as connection:
            _metadata.create_all(connection)

    def put(self, save: Save) -> int:
        """Keep a save; how many wait now. One that is kept already is not kept twice."""
        with self._changing() as connection:
            connection.execute(
                self._dialect.insert(_save)
                .values(
                    id=save.id,
                    does=save.does,
                    said=json.dumps(save.said, ensure_ascii=False, allow_nan=False),
                    lead_id=save.lead_id,
                    name=save.name,
                    kept_at=save.kept_at,
                )
                .on_conflict_do_nothing()
            )
            return _count(connection)

    def done(self, save_id: str, at: datetime) -> int:
        """The server has this one: its words go from this computer. How many still wait."""
        with self._changing() as connection:
            this = _save.update().where(_save.c.id == save_id)
            connection.execute(this.values(done_at=at, said="{}", name=""))
            return _count(connection)

    def waiting(self, limit: int = 100) -> tuple[Save, ...]:
        """The first of what the server has not got, in the order in which it was kept."""
        query = sa.select(_save).where(_save.c.done_at.is_(None)).order_by(_save.c.place)
        with self._looking() as connection:
            return tuple(map(_read, connection.execute(query.limit(limit))))

    def count(self) -> int:
        """How many saves the server has not got."""
        with self._looking() as connection:
            return _count(connection)

    def tidy(self, now: datetime) -> None:
        """Take away what the server has had for a while; the disk keeps no trace of what it has."""
        with self._changing() as connection:
            connection.execute(_save.delete().where(_save.c.done_at < now - _KEPT))
        raw = self._engine.raw_connection()
        try:
            driver: Any = raw.driver_connection
            # The log beside the file still has what was written over in it.
            driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        finally:
            raw.close()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    @contextmanager
    def _changing(self) -> Iterator[sa.Connection]:
        with told_plainly(self._dialect), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _looking(self) -> Iterator[sa.Connection]:
        with told_plainly(self._dialect), self._dialect.reading(self._engine) as connection:
            yield connection


def _count(connection: sa.Connection) -> int:
    query = sa.select(sa.func.count()).where(_save.c.done_at.is_(None))
    return int(connection.scalar(query) or 0)


def _read(row: Any) -> Save:
    return Save(
        id=row.id,
        does=row.does,
        said=json.loads(row.said),
        lead_id=row.lead_id,
        name=row.name,
        kept_at=row.kept_at.astimezone(UTC),
    )


def _forget_what_is_removed(driver: Any, _record: object) -> None:
    """What is taken away is written over: it is what people said."""
    driver.execute("PRAGMA secure_delete=ON").fetchall()
