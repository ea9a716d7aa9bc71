"""Encrypted files: how one is known, what opens it, and the keys given in this run of the program.

SQLCipher encrypts each page of a file with AES-256 and signs it, so that a page somebody changed
is not read. Its key is made from a passphrase and the first sixteen bytes of the file, which are
noise; making it takes a tenth of a second on purpose, and is done once for a file.

Passphrases are kept here, in memory and by file, so that none is ever part of an address: those
are shown, logged and seen in the list of programs.
"""

import hashlib
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from threading import Lock
from typing import Any, Final

from qualdesk.core.errors import KeyNeeded, WorkspaceUnusable
from qualdesk.core.wording import tr, tr_later
from qualdesk.store.looking import head_of

PAGE: Final = 4096
SHORTEST: Final = 8
"""Characters of a passphrase."""
_PLAIN: Final = b"SQLite format 3\0"
_SALT: Final = 16
# As SQLCipher 4 makes a key from a passphrase, so that its own tools open our files too.
_ROUNDS: Final = 256_000
# Of 256, how many different bytes a page of noise has at the least. Text and tables have few.
_NOISE: Final = 250
_guard: Final = Lock()
_given: Final[dict[str, str]] = {}
_keys: Final[dict[tuple[str, bytes], str]] = {}
_new: Final[dict[str, bytes]] = {}
_WRONG: Final = tr_later(
    "This passphrase does not open {file}, or the file is damaged. Nothing was changed. Try again."
)
_NOT_INSTALLED: Final = tr_later(
    "{file} is encrypted, and what opens it is not installed. Install it with: "
    'pip install "qualdesk[encrypted]". Nothing was changed.'
)


def is_encrypted(path: Path) -> bool:
    """Whether a file is encrypted, or is new and shall be: looks at its first page.

    Raises:
        OSError: it cannot be read.
    """
    if not path.exists() or not path.stat().st_size:
        return _name(path) in _given
    return not path.stat().st_size % PAGE and is_noise(path)


def is_noise(path: Path) -> bool:
    """Whether the first page of a file can be that of an encrypted one, of whatever is behind it.

    Raises:
        OSError: it cannot be read.
    """
    head = head_of(path, PAGE) if path.is_file() else b""
    return not head.startswith(_PLAIN) and len(set(head)) >= _NOISE


def give(path: Path, passphrase: str) -> None:
    """Use this passphrase for a file and its copies until the program ends. Not tried here."""
    with _guard:
        _given[_name(path)] = passphrase
        _new.pop(_name(path), None)


def give_like(path: Path, passphrase: str, salt: bytes) -> None:
    """Encrypt a new file with the very key of another one, made from this passphrase and noise."""
    with _guard:
        _given[_name(path)] = passphrase
        _new[_name(path)] = salt


def passphrases_for(path: Path) -> tuple[str, ...]:
    """What may open a file: what was given for it, then for others, as a copy goes by theirs."""
    return tuple(filter(None, dict.fromkeys((given(path), *_given.values()))))


def wrong_for(path: Path) -> str:
    """What is said where no passphrase that was given opens a file."""
    return tr(_WRONG, file=path.name)


def raw_key(passphrase: str, salt: bytes) -> str:
    """The key of a file that begins with this noise, as SQLCipher takes it. Never shown or kept."""
    return _made(passphrase, salt)


def forget(path: Path) -> None:
    """Do not use the passphrase of a file any more."""
    with _guard:
        _given.pop(_name(path), None)


def given(path: Path) -> str:
    """The passphrase that was given for a file; empty where none was."""
    return _given.get(_name(path), "")


def is_installed() -> bool:
    """Whether encrypted files can be opened and made here."""
    try:
        _driver()
    except ImportError:
        return False
    return True


def driver(path: Path) -> Any:
    """The library that opens encrypted files.

    Raises:
        WorkspaceUnusable: it is not installed; the sentence says how it is.
    """
    try:
        return _driver()
    except ImportError:
        raise WorkspaceUnusable(tr(_NOT_INSTALLED, file=path.name)) from None


def errors() -> tuple[type[Exception], ...]:
    """What the driver of a plain file raises, and that of an encrypted one."""
    try:
        return (sqlite3.Error, _driver().Error)
    except ImportError:
        return (sqlite3.Error,)


def connect(path: Path, *, reads_only: bool = False, **more: Any) -> Any:
    """A connection to a file, plain or encrypted, as Python's ``sqlite3`` gives one.

    Raises:
        KeyNeeded: it is encrypted, and no passphrase that opens it was given.
        WorkspaceUnusable: it is encrypted, and what opens it is not installed.
        sqlite3.Error: it cannot be opened; or the other driver's, see :func:`errors`.
    """
    address = f"{path.absolute().as_uri()}?mode=ro" if reads_only else str(path)
    if not is_encrypted(path):
        return sqlite3.connect(address, uri=reads_only, **more)
    return _unlocked(path, key_of(path), address, reads_only=reads_only, **more)


def connect_beside(path: Path, like: Path, **more: Any) -> Any:
    """A connection to a new file that is encrypted, with the same key, if another one is.

    Raises:
        KeyNeeded: see :func:`connect`.
    """
    if not is_encrypted(like):
        return sqlite3.connect(path, **more)
    return _unlocked(path, key_of(like), str(path), **more)


def connect_to_both(path: Path, other: Path, name: str) -> Any:
    """A connection that only reads a file, with another one beside it as the schema ``name``.

    Raises:
        KeyNeeded: see :func:`connect`.
    """
    own, theirs = (key_of(one) if is_encrypted(one) else "" for one in (path, other))
    addresses = [f"{one.absolute().as_uri()}?mode=ro" for one in (path, other)]
    module = driver(path) if own or theirs else sqlite3
    file = module.connect(addresses[0], uri=True)
    try:
        if own:
            file.execute(f"PRAGMA key = {in_words(own)}").fetchall()
        key = f" KEY {in_words(theirs)}" if own or theirs else ""
        file.execute(f"ATTACH DATABASE ? AS {name}{key}", (addresses[1],))
    except BaseException:
        file.close()
        raise
    return file


def key_of(path: Path) -> str:
    """The key of an encrypted file as SQLCipher takes it. Never shown, logged or kept on a disk.

    Raises:
        KeyNeeded: no passphrase was given that opens it.
        WorkspaceUnusable: what opens it is not installed.
    """
    module = driver(path)
    is_new = not path.exists() or not path.stat().st_size
    salt = _salt_for_new(path) if is_new else head_of(path, _SALT)
    own = given(path)
    if is_new:
        return _made(own, salt)
    # A copy of a workspace goes by the workspace's passphrase.
    for passphrase in passphrases_for(path):
        key = _made(passphrase, salt)
        try:
            _unlocked(path, key, f"{path.absolute().as_uri()}?mode=ro", reads_only=True).close()
        except KeyNeeded:
            continue
        except module.Error:
            pass  # Busy, or gone meanwhile: whoever asked for the key will meet it and say so.
        return key
    raise KeyNeeded(tr(_WRONG, file=path.name)) if own else KeyNeeded


def fact(path: Path, pragma: str) -> Any:
    """What an encrypted file says of itself, as ``application_id`` or ``journal_mode``.

    Raises:
        KeyNeeded: see :func:`connect`.
        WorkspaceUnusable: it cannot be read.
    """
    try:
        with closing(connect(path, reads_only=True)) as file:
            return file.execute(f"PRAGMA {pragma}").fetchone()[0]
    except errors() as error:
        raise WorkspaceUnusable(
            tr("{path} cannot be read: {why}.", path=path, why=error)
        ) from error


def in_words(key: str) -> str:
    """A key as it stands in a statement."""
    return f'"{key}"'


def new_key(passphrase: str) -> str:
    """A key for a new file from a passphrase, unlike every other that is made from it."""
    return _made(passphrase, os.urandom(_SALT))


def _driver() -> Any:
    from sqlcipher3 import dbapi2

    return dbapi2


def _unlocked(path: Path, key: str, address: str, *, reads_only: bool = False, **more: Any) -> Any:
    """Open it, and read its first page: a wrong key shows there, before anything is written."""
    module = driver(path)
    file = module.connect(address, uri=reads_only, **more)
    try:
        # It would tell the terminal of each key that is wrong.
        file.execute("PRAGMA cipher_log_level = NONE").fetchall()
        file.execute(f"PRAGMA key = {in_words(key)}").fetchall()
        file.execute("SELECT COUNT(*) FROM sqlite_master").fetchall()
    except module.Error as error:
        file.close()
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_NOTADB:
            raise KeyNeeded(tr(_WRONG, file=path.name)) from None
        raise
    except BaseException:
        file.close()
        raise
    return file


def _made(passphrase: str, salt: bytes) -> str:
    """The key from a passphrase: made once."""
    key = _keys.get((passphrase, salt))
    if key is None:
        raw = hashlib.pbkdf2_hmac("sha512", passphrase.encode(), salt, _ROUNDS, 32)
        key = f"x'{raw.hex()}{salt.hex()}'"
        with _guard:
            _keys[passphrase, salt] = key
    return key


def _salt_for_new(path: Path) -> bytes:
    """The noise a new file is to begin with; the same for all who open it at once."""
    with _guard:
        return _new.setdefault(_name(path), os.urandom(_SALT))


def _name(path: Path) -> str:
    return os.path.realpath(path)
