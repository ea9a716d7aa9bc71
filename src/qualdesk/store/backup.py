"""Copies of the workspace file: made while people work, checked, and put back."""

import os
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa

from qualdesk.core.errors import Refused, WorkspaceFull, WorkspaceUnusable
from qualdesk.core.wording import tr, tr_later
from qualdesk.store.database import Store, Transaction
from qualdesk.store.places import is_worked_in, is_workspace_file
from qualdesk.store.schema import workspace

_BY_THE_SERVER = tr_later(
    "A team's workspace is backed up on its server: ask who runs it for pg_dump, which makes "
    "a file that pg_restore reads back."
)
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
    source = _file_of(store)
    _refuse_to_replace(target, source)
    _copy(source, target)
    with store.transaction() as tx:
        _remember(tx)
    return target


def keep_aside(store: Store) -> Path | None:
    """A copy beside the workspace file, made before it is changed; None for a server's.

    Raises:
        WorkspaceUnusable: the copy cannot be written: then nothing must be changed.
    """
    if store.dialect.name != "sqlite":
        return None
    source = _file_of(store)
    target = _beside(source, "before-update", store.clock.now())
    _copy(source, target)
    return target


def last_backup_at(tx: Transaction) -> datetime | None:
    """When the workspace was last copied by hand, None when never."""
    query = sa.select(workspace.c.value).where(workspace.c.key == "backed_up_at")
    kept = tx.connection.scalar(query)
    return datetime.fromisoformat(kept) if kept else None


def restore(backup: Path, target: Path, at: datetime) -> Path | None:
    """Put a backup in the workspace's place; the present file is kept aside. Its new path.

    Raises:
        Refused: the backup is no workspace, or the workspace is open somewhere or a folder.
        WorkspaceUnusable: the file cannot be written.
    """
    if not backup.is_file() or not is_workspace_file(backup):
        raise Refused(tr(_NOT_OURS))
    if target.is_dir():
        raise Refused(tr("{path} is a folder. Name the workspace file in it.", path=target))
    fresh = target.with_name(target.name + ".restoring")
    _copy(backup, fresh)
    kept = None
    try:
        if target.exists():
            _settle(target)
            kept = _beside(target, "before-restore", at)
            target.replace(kept)
            for log in ("-wal", "-shm"):
                # A log left here would be read into the file that comes in its place.
                beside = target.with_name(target.name + log)
                if beside.exists():
                    beside.replace(kept.with_name(kept.name + log))
        fresh.replace(target)
        _flush(target.parent)
    except OSError as error:
        raise WorkspaceUnusable(
            tr("{path} cannot be replaced: {why}.", path=target, why=error.strerror)
        ) from error
    finally:
        fresh.unlink(missing_ok=True)
    return kept


def _file_of(store: Store) -> Path:
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


def _copy(source: Path, target: Path) -> None:
    """A checked copy of a workspace under its final name, or none."""
    fresh = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(fresh, os.O_CREAT | os.O_TRUNC | os.O_RDWR, 0o600))
        with (
            closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as old,
            closing(sqlite3.connect(fresh)) as new,
        ):
            # All at once: a reader of the write-ahead log keeps nobody from saving, while a copy
            # made in pieces starts again whenever somebody saves.
            old.backup(new)
            # One file without a log beside it, which could be left behind when it is moved.
            new.execute("PRAGMA journal_mode=DELETE")
            told = new.execute("PRAGMA quick_check").fetchone()[0]
        if told != "ok":
            raise WorkspaceUnusable(tr("The copy is damaged and was thrown away: {why}", why=told))
        with fresh.open("rb") as file:
            os.fsync(file.fileno())
        fresh.replace(target)
        _flush(target.parent)
    except OSError as error:
        raise WorkspaceUnusable(
            tr("{path} cannot be written: {why}.", path=target, why=error.strerror)
        ) from error
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_FULL:
            raise WorkspaceFull from error
        raise WorkspaceUnusable(
            tr("{path} cannot be copied: {why}.", path=source, why=error)
        ) from error
    finally:
        fresh.unlink(missing_ok=True)


def _settle(path: Path) -> None:
    """Bring what stands in the log beside the file into it: the log stays behind in a move.

    Raises:
        Refused: somebody has the file open and would go on writing into the one moved away.
    """
    try:
        with closing(sqlite3.connect(path, timeout=1)) as file:
            mode = file.execute("PRAGMA journal_mode=DELETE").fetchone()[0]
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) != sqlite3.SQLITE_BUSY:
            return  # A damaged file is what people restore for: it is kept aside as it is.
        mode = "wal"
    if mode != "delete":
        raise Refused(tr("This workspace is open. Close its windows and commands, then restore."))


def _flush(folder: Path) -> None:
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _beside(path: Path, why: str, at: datetime) -> Path:
    return path.with_name(f"{path.stem}.{why}-{at:%Y%m%d-%H%M%S-%f}{path.suffix}")


def _remember(tx: Transaction) -> None:
    now = tx.now.isoformat()
    insert = tx.dialect.insert(workspace).values(key="backed_up_at", value=now)
    tx.connection.execute(insert.on_conflict_do_update(index_elements=["key"], set_={"value": now}))
