"""Copies of the workspace file: made while people work, checked, and put back."""

import os
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from qualdesk.core.errors import (
    KeyNeeded,
    Refused,
    WorkspaceDamaged,
    WorkspaceFull,
    WorkspaceUnusable,
)
from qualdesk.core.wording import tr, tr_later
from qualdesk.store import ciphers, wiping
from qualdesk.store.database import Store, Transaction
from qualdesk.store.places import is_worked_in, is_workspace_file
from qualdesk.store.schema_campaigns import workspace
from qualdesk.store.seals import IN_WORK, UNKNOWN, mark_of, refuse_changed, seal_copy, sum_of

_BY_THE_SERVER = tr_later(
    "A team's workspace is backed up on its server: ask who runs it for pg_dump, which makes "
    "a file that pg_restore reads back."
)
_BAD = tr_later("{path} is damaged: {why}. Choose another backup. Nothing was changed.")
_NOT_AS_WRITTEN = tr_later(
    "{path} is not as it was written: it was damaged since. Choose another backup. Nothing was "
    "changed."
)
# A piece of a copy: some megabytes, written to the disk before the next.
_PAGES = 2_000
_NOT_OURS = tr_later("This file is not a backup of a qualdesk workspace. Nothing was changed.")


def back_up(store: Store, target: Path) -> Path:
    """Copy the workspace to a file while it is in use; the copy is checked before it counts.

    The file appears whole or not at all, readable by its owner only. An earlier backup that
    was there is replaced by the new one, and nothing else is.

    Raises:
        Refused: the workspace is not a file, or the target is the workspace itself, a folder,
            or a file that is no backup.
        WorkspaceUnusable: the copy cannot be written, or was not whole.
    """
    source = file_of(store)
    _refuse_to_replace(target, source)
    copy_whole(source, target)
    with store.transaction() as tx:
        remember(tx)
    return target


def last_backup_at(tx: Transaction) -> datetime | None:
    """When the workspace was last copied, None when never."""
    query = sa.select(workspace.c.value).where(workspace.c.key == "backed_up_at")
    kept = tx.connection.scalar(query)
    return datetime.fromisoformat(kept) if kept else None


def restore(backup: Path, target: Path, at: datetime) -> Path | None:
    """Put a backup in the workspace's place; the present file is kept aside. Its new path.

    Raises:
        Refused: the backup is no workspace, or the workspace is open somewhere or a folder.
        WorkspaceUnusable: the file cannot be written.
    """
    refuse_bad(backup)
    if target.is_dir():
        raise Refused(tr("{path} is a folder. Name the workspace file in it.", path=target))
    fresh = target.with_name(target.name + ".restoring")
    copy_whole(backup, fresh)
    kept = None
    try:
        if target.exists():
            _settle(target)
            kept = _beside(target, "before-restore", at)
            keep_also_as(target, kept)
            for log in ("-wal", "-shm"):
                # A log left here would be read into the file that comes in its place.
                beside = target.with_name(target.name + log)
                if beside.exists():
                    beside.replace(kept.with_name(kept.name + log))
        fresh.replace(target)
        wiping.flush(target.parent)
    except OSError as error:
        raise WorkspaceUnusable(
            tr("{path} cannot be replaced: {why}.", path=target, why=error.strerror)
        ) from error
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
    return kept


def keep_also_as(path: Path, other: Path) -> None:
    """Give a file a second name, so that it is at its place until another takes it at once.

    Raises:
        OSError: it cannot be written there.
    """
    try:
        os.link(path, other)
    except OSError:
        # A file system without second names: for a moment there is none under the first.
        path.replace(other)


def refuse_bad(backup: Path) -> None:
    """Do nothing for a backup that is as it was written, and whole.

    Raises:
        Refused: it is no workspace of ours.
        WorkspaceUnusable: it is damaged, or cannot be read.
    """
    if not backup.exists():
        raise Refused(tr("There is no file “{file}”. Check its name.", file=backup))
    if not backup.is_file() or not is_workspace_file(backup):
        raise Refused(tr(_NOT_OURS))
    try:
        mark = mark_of(backup)
        if mark not in {UNKNOWN, IN_WORK}:
            if sum_of(backup) != mark:
                raise WorkspaceDamaged(tr(_NOT_AS_WRITTEN, path=backup))
            # Sealed once it was found whole, and not a byte of it is another since.
            return
        with closing(_looked_into(backup)) as file:
            told = file.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if told != "ok":
            raise WorkspaceDamaged(tr(_BAD, path=backup, why=told))
    except OSError as error:
        raise WorkspaceDamaged(tr(_BAD, path=backup, why=error)) from error
    except ciphers.errors() as error:
        raise WorkspaceDamaged(tr(_BAD, path=backup, why=error)) from error


def file_of(store: Store) -> Path:
    """The file of a workspace.

    Raises:
        Refused: it is not in a file, but on a server.
    """
    if store.dialect.name != "sqlite" or not store.url.database:
        raise Refused(tr(_BY_THE_SERVER))
    return Path(store.url.database).absolute()


def _refuse_to_replace(target: Path, source: Path) -> None:
    try:
        if source == target.absolute() or (target.exists() and target.samefile(source)):
            raise Refused(tr("A backup needs a place of its own. Choose another file."))
        if target.is_dir():
            raise Refused(tr("{path} is a folder. Name a file in it for the backup.", path=target))
        if target.exists() and not is_workspace_file(target):
            raise Refused(
                tr("{path} is there already and is no backup. Choose another file.", path=target)
            )
        if target.exists() and is_worked_in(target):
            raise Refused(
                tr("{path} is a workspace and no backup of one. Choose another file.", path=target)
            )
    except OSError as error:
        raise WorkspaceUnusable(
            tr("{path} cannot be written: {why}.", path=target, why=error.strerror)
        ) from error


def copy_whole(source: Path, target: Path, *, anew: bool = False) -> None:
    """A checked copy of a workspace under its final name, or none. Nobody who writes waits for it.

    Checked are its structure, its tables, and how many rows each of them has, against what the
    workspace had at that one moment; then the copy is sealed. Written ``anew``, it holds its rows
    and nothing else: pages of a file keep what was removed from them.

    Raises:
        WorkspaceUnusable: it cannot be read or written, or was not whole.
    """
    fresh = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(fresh, os.O_CREAT | os.O_TRUNC | os.O_RDWR, 0o600))
        _fill(fresh, source)
        if anew:
            _write_anew(fresh)
        _write_through(fresh)
        fresh.replace(target)
        wiping.flush(target.parent)
    except OSError as error:
        raise WorkspaceUnusable(
            tr("{path} cannot be written: {why}.", path=target, why=error.strerror)
        ) from error
    except ciphers.errors() as error:
        if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_FULL:
            raise WorkspaceFull from error
        raise WorkspaceUnusable(
            tr("{path} cannot be copied: {why}.", path=source, why=error)
        ) from error
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)


def _looked_into(path: Path) -> Any:
    """A connection that only reads."""
    return ciphers.connect(path, reads_only=True, isolation_level=None)


def _holds(driver: Any) -> list[tuple[str, str, int]]:
    """Every table, index and trigger in its words, and how many rows each table has."""
    parts = driver.execute("SELECT name, sql, type FROM sqlite_master ORDER BY type, name")
    told = []
    for name, text, kind in parts.fetchall():
        count = f'SELECT COUNT(*) FROM "{name}"'  # noqa: S608 - the names of our own tables
        rows = driver.execute(count).fetchone()[0] if kind == "table" else 0
        told.append((name, text or "", rows))
    return told


def _fill(fresh: Path, source: Path) -> None:
    """Copy one moment of a workspace into an empty file, check it against it, and seal it."""
    with (
        closing(_looked_into(source)) as old,
        closing(ciphers.connect_beside(fresh, source, isolation_level=None)) as new,
    ):
        # One moment of the workspace, whatever is written meanwhile: without it a copy made in
        # pieces begins again each time somebody saves.
        old.execute("BEGIN")
        held = _holds(old)
        old.backup(new, pages=_PAGES, progress=lambda *_: _write_through(fresh))
        old.execute("ROLLBACK")
        # One file without a log beside it, which could be left behind when it is moved.
        new.execute("PRAGMA journal_mode=DELETE")
        told = new.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if told == "ok" and _holds(new) != held:
            told = tr("it does not hold what the workspace held")
        if told != "ok":
            raise WorkspaceDamaged(tr("The copy is damaged and was thrown away: {why}", why=told))
        seal_copy(new, fresh)


def _write_anew(fresh: Path) -> None:
    """Put in a copy's place one that has its rows alone; write over the one with more in it."""
    bare = fresh.with_name(f"{fresh.name}.anew")
    try:
        os.close(os.open(bare, os.O_CREAT | os.O_TRUNC | os.O_RDWR, 0o600))
        with closing(ciphers.connect(fresh, isolation_level=None)) as file:
            held = _holds(file)
            file.execute("VACUUM INTO ?", (str(bare),))
        with closing(ciphers.connect(bare, isolation_level=None)) as file:
            told = file.execute("PRAGMA integrity_check(1)").fetchone()[0]
            if told != "ok" or _holds(file) != held:
                raise WorkspaceDamaged(
                    tr("The copy is damaged and was thrown away: {why}", why=told)
                )
            seal_copy(file, bare)
        wiping.wipe(fresh)
        bare.replace(fresh)
    finally:
        bare.unlink(missing_ok=True)


def _write_through(path: Path) -> None:
    """Piece by piece: all of it at the end would keep those waiting who save on the same disk."""
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _settle(path: Path) -> None:
    """Bring what stands in the log beside the file into it: the log stays behind in a move.

    Without a log nobody has it open, and it is moved as it is to the last byte; as a damaged one.
    Beside an empty file the log is all there is: SQLite would throw it away.

    Raises:
        Refused: somebody has the file open and would go on writing into the one moved away.
    """
    if not path.with_name(path.name + "-wal").exists() or not path.stat().st_size:
        return
    try:
        refuse_changed(path)
    except WorkspaceDamaged:
        return  # It opens nowhere, and is moved as it is.
    try:
        with closing(ciphers.connect(path, timeout=1)) as file:
            mode = file.execute("PRAGMA journal_mode=DELETE").fetchone()[0]
    except KeyNeeded:
        return  # Nobody can read it: it is kept aside as it is, with its log.
    except ciphers.errors() as error:
        if getattr(error, "sqlite_errorcode", 0) != sqlite3.SQLITE_BUSY:
            return  # A damaged file is what people restore for: it is kept aside as it is.
        mode = "wal"
    if mode != "delete":
        raise Refused(tr("This workspace is open. Close its windows and commands, then restore."))


def _beside(path: Path, why: str, at: datetime) -> Path:
    return path.with_name(f"{path.stem}.{why}-{at:%Y%m%d-%H%M%S-%f}{path.suffix}")


def remember(tx: Transaction) -> None:
    """Write down that a copy was made now; it is as old as the workspace says."""
    now = tx.now.isoformat()
    insert = tx.dialect.insert(workspace).values(key="backed_up_at", value=now)
    tx.connection.execute(insert.on_conflict_do_update(index_elements=["key"], set_={"value": now}))
