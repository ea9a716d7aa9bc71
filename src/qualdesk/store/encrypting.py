"""A workspace file encrypted, decrypted, or given another passphrase.

It is copied, compared, and put in the place of the old one.

The file that is there stays as it is until the new one is whole, compared row by row, and on the
disk. Then they change places at once; what was readable before is written over.
"""

import os
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, Final

from qualdesk.core.errors import Refused, WorkspaceDamaged, WorkspaceFull, WorkspaceUnusable
from qualdesk.core.frozen import frozen
from qualdesk.core.wording import tr, tr_later
from qualdesk.store import ciphers, wiping
from qualdesk.store.backup import keep_also_as
from qualdesk.store.looking import is_connected
from qualdesk.store.places import is_workspace_file, refuse_network_drive

_FULL: Final = 13
_LOGS: Final = ("-wal", "-shm", "-journal")
_OPEN: Final = tr_later(
    "This workspace is open. Close its windows and commands, then do this again. Nothing was "
    "changed."
)
_SHORT: Final = tr_later(
    "A passphrase has at least {count} characters; four words are easy to keep in mind and hard "
    "to guess. Nothing was changed."
)


@frozen
class Changed:
    """What became of a file.

    Attributes:
        rows: how many rows were compared.
        is_wiped: whether the readable file of before was written over; None where none was.
    """

    path: Path
    rows: int
    is_wiped: bool | None = None


def encrypt(path: Path, passphrase: str) -> Changed:
    """Encrypt a plain workspace file, or give an encrypted one another passphrase.

    Of an encrypted one, the present passphrase must have been given (``ciphers.give``).

    Raises:
        Refused: it is no workspace, is open somewhere, or the passphrase is too short.
        KeyNeeded: the present passphrase does not open it.
        WorkspaceUnusable: it cannot be read or written, or what encrypts is not installed.
    """
    ciphers.driver(path)
    if len(passphrase) < ciphers.SHORTEST:
        raise Refused(tr(_SHORT, count=ciphers.SHORTEST))
    was_plain = not _looked_at(path)
    done = _changed(path, ciphers.new_key(passphrase), wipe=was_plain)
    ciphers.give(path, passphrase)
    return done


def decrypt(path: Path) -> Changed:
    """Make an encrypted workspace file a plain one; its passphrase must have been given.

    Raises:
        Refused: it is not encrypted, no workspace, or open somewhere.
        KeyNeeded: the passphrase does not open it.
        WorkspaceUnusable: it cannot be read or written, or what decrypts is not installed.
    """
    if not _looked_at(path):
        raise Refused(tr("{file} is not encrypted. Nothing was changed.", file=path.name))
    done = _changed(path, "", wipe=False)
    ciphers.forget(path)
    return done


def _looked_at(path: Path) -> bool:
    """Whether it is encrypted.

    Raises:
        Refused: it is no workspace.
    """
    refuse_network_drive(path)
    if not path.is_file() or not is_workspace_file(path):
        raise Refused(tr("There is no qualdesk workspace at {path}.", path=path))
    if is_connected(path):
        raise Refused(tr(_OPEN))
    return ciphers.is_encrypted(path)


def _changed(path: Path, key: str, *, wipe: bool) -> Changed:
    fresh = path.with_name(f".{path.name}.{os.getpid()}.new")
    wiping.clear_left(path)
    try:
        is_log_wiped = _close_log(path, wipe=wipe)
        fresh.unlink(missing_ok=True)
        os.close(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        rows = _copied(path, fresh, key)
        with fresh.open("rb+") as file:
            os.fsync(file.fileno())
        is_wiped = _change_places(path, fresh, wipe=wipe)
        is_wiped = is_wiped and is_log_wiped
    except OSError as error:
        raise WorkspaceUnusable(
            tr("{path} cannot be written: {why}.", path=path, why=error.strerror)
        ) from error
    except ciphers.errors() as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == _FULL:
            raise WorkspaceFull from error
        raise WorkspaceUnusable(
            tr("{path} cannot be copied: {why}.", path=path, why=error)
        ) from error
    finally:
        for end in ("", *_LOGS):
            fresh.with_name(fresh.name + end).unlink(missing_ok=True)
    return Changed(path=path, rows=rows, is_wiped=is_wiped)


def _close_log(path: Path, *, wipe: bool) -> bool:
    """Bring the log into the file; nobody else may have it open.

    ``wipe``: and write over what it said. Whether nothing of it is left to be read.

    Raises:
        Refused: somebody has it open.
    """
    log, same = (path.with_name(f"{path.name}-wal"), path.with_name(f".{path.name}.log.old"))
    if wipe and log.exists():
        # SQLite removes a log that is in the file: by a second name it can be written over.
        same.unlink(missing_ok=True)
        with suppress(OSError):
            os.link(log, same)
    is_gone = same.exists() or not log.exists()
    try:
        mode = ""
        with suppress(*ciphers.errors()), closing(ciphers.connect(path, timeout=1)) as file:
            mode = file.execute("PRAGMA journal_mode=DELETE").fetchone()[0]
        if mode != "delete":
            raise Refused(tr(_OPEN))
        return is_gone and (not same.exists() or wiping.wipe(same))
    finally:
        same.unlink(missing_ok=True)


def _copied(path: Path, fresh: Path, key: str) -> int:
    """Copy all of it and compare; how many rows there are.

    Raises:
        WorkspaceDamaged: the copy is not what was copied.
    """
    module = ciphers.driver(path)
    own = ciphers.key_of(path) if ciphers.is_encrypted(path) else ""
    with closing(module.connect(str(path), isolation_level=None)) as file:
        file.execute("PRAGMA cipher_log_level = NONE").fetchall()
        if own:
            file.execute(f"PRAGMA key = {ciphers.in_words(own)}").fetchall()
        file.execute("PRAGMA temp_store=MEMORY").fetchall()
        file.execute(f"ATTACH DATABASE ? AS fresh KEY {ciphers.in_words(key)}", (str(fresh),))
        # Flushed to the disk once, when it is whole.
        file.execute("PRAGMA fresh.synchronous=OFF").fetchall()
        file.execute("SELECT sqlcipher_export('fresh')").fetchall()
        for fact in ("application_id", "user_version"):
            value = file.execute(f"PRAGMA main.{fact}").fetchone()[0]
            # A number of before would be the sum of the plain file's bytes.
            file.execute(f"PRAGMA fresh.{fact}={value if fact == 'application_id' else 0}")
        rows = 0
        for name, count, differs in _compared(file):
            if differs:
                raise WorkspaceDamaged(
                    tr("The copy of {table} was not whole and was thrown away.", table=name)
                )
            rows += count
        for check in (
            "fresh.integrity_check(1)",
            *(["fresh.cipher_integrity_check"] if key else []),
        ):
            told = file.execute(f"PRAGMA {check}").fetchall()
            if told not in ([], [("ok",)]):
                raise WorkspaceDamaged(
                    tr("The copy is damaged and was thrown away: {why}", why=told[0][0])
                )
        file.execute("DETACH DATABASE fresh")
    return rows


def _compared(file: Any) -> Iterator[tuple[str, int, bool]]:
    """Each table with its rows, and whether the copy has others; the words of the schema too."""
    told = "SELECT type, name, tbl_name, sql FROM {}.sqlite_master ORDER BY 1, 2, 3"
    before, after = (file.execute(told.format(one)).fetchall() for one in ("main", "fresh"))
    yield "sqlite_master", 0, before != after
    for kind, name, _, text in before:
        if kind != "table" or (text or "").upper().startswith("CREATE VIRTUAL"):
            continue
        rows = f'SELECT * FROM {{}}."{name}"'  # noqa: S608 - the names of our own tables
        ours, theirs = rows.format("main"), rows.format("fresh")
        count, other = (
            file.execute(f"SELECT COUNT(*) FROM ({one})").fetchone()[0]  # noqa: S608
            for one in (ours, theirs)
        )
        lost = file.execute(f"SELECT 1 FROM ({ours} EXCEPT {theirs}) LIMIT 1").fetchone()  # noqa: S608
        yield name, count, count != other or lost is not None


def _change_places(path: Path, fresh: Path, *, wipe: bool) -> bool | None:
    """Put the new file in the old one's place at once; then write over the old one."""
    old = path.with_name(f".{path.name}.{os.getpid()}.old")
    old.unlink(missing_ok=True)
    keep_also_as(path, old)
    fresh.replace(path)
    wiping.flush(path.parent)
    is_wiped = wiping.wipe(old) if wipe else None
    old.unlink(missing_ok=True)
    wiping.flush(path.parent)
    return is_wiped
