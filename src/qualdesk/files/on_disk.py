"""A list's file on the disk: there, readable and unchanged, or the sentence that says why not."""

import errno
import hashlib
import os
import stat
import sys
from pathlib import Path

from qualdesk.core.errors import ListRefused
from qualdesk.core.frozen import frozen
from qualdesk.core.wording import tr, tr_later


@frozen
class Standing:
    """A file as it stood at a moment: whether it was changed since shows by these."""

    path: Path
    size: int
    changed_ns: int
    inode: int

    def refuse_changed(self) -> None:
        """Do nothing while the file is as it was.

        Raises:
            ListRefused: it was written to meanwhile; half of it would be of another list.
            OSError: it is gone.
        """
        if standing(self.path) != self:
            raise ListRefused(
                tr(
                    "{file} was changed while it was read. Nothing was loaded: wait until it is "
                    "whole, and load it again.",
                    file=self.path.name,
                )
            )


def standing(path: Path) -> Standing:
    """How the file at ``path`` stands now.

    Raises:
        ListRefused: it is a folder, or something that never ends, such as a device.
        OSError: there is nothing, or it cannot be looked at.
    """
    try:
        found = path.stat()
    except ValueError as error:  # a zero character in the name
        raise ListRefused(tr(_GONE)) from error
    if stat.S_ISDIR(found.st_mode):
        raise ListRefused(tr("This is a folder, not a list. Choose the file in it."))
    if not stat.S_ISREG(found.st_mode):
        raise ListRefused(
            tr("This is a device or a pipe, not a file. Choose a list kept as a file.")
        )
    return Standing(path=path, size=found.st_size, changed_ns=found.st_mtime_ns, inode=found.st_ino)


def file_hash(path: Path) -> str:
    """The SHA-256 of a file's bytes: how the same file is recognised the second time."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def why_unreadable(path: Path, error: OSError) -> str:
    """What the system said of a file, as a sentence that says what to do."""
    name = path.name
    code = getattr(error, "winerror", None)
    if code in _HELD_ON_WINDOWS or error.errno in _HELD or _is_held(path, error):
        return tr("{file} is open in another program. Close it there, or save a copy.", file=name)
    if error.errno in _NOT_ALLOWED:
        return tr(
            "You are not allowed to read {file}. Save a copy where you are, and load that.",
            file=name,
        )
    if code in _FAR_GONE_ON_WINDOWS or error.errno in _FAR_GONE:
        return tr(
            "{file} can no longer be reached: its drive or the network is gone. Connect "
            "it, and load the list again.",
            file=name,
        )
    if error.errno in {errno.ENOENT, errno.ENOTDIR}:
        return tr(_GONE)
    if error.errno in _FULL:
        return tr("The disk of this computer is full. Make room there, and load the list again.")
    return tr(
        "{file} cannot be read ({why}). Copy it to this computer and load that.",
        file=name,
        why=error.strerror,
    )


def _is_held(path: Path, error: OSError) -> bool:
    """Whether a refusal comes from another program: by its rights we may read the file."""
    if error.errno not in _NOT_ALLOWED:
        return False
    as_we_are = os.access in os.supports_effective_ids
    return sys.platform == "win32" or os.access(path, os.R_OK, effective_ids=as_we_are)


_GONE = tr_later("There is no such file. Check the name and the folder.")


def _codes(*names: str) -> set[int]:
    # Not every system has every one of them.
    return {getattr(errno, name) for name in names if hasattr(errno, name)}


_NOT_ALLOWED = _codes("EACCES", "EPERM")
_HELD = _codes("EBUSY", "ETXTBSY", "EAGAIN", "EDEADLK")
_HELD_ON_WINDOWS = {32, 33}
_FAR_GONE = _codes(
    *("EIO", "ENXIO", "ENODEV", "ESTALE", "ENOTCONN", "ECONNRESET", "EHOSTDOWN"),
    *("EHOSTUNREACH", "ENETDOWN", "ENETUNREACH", "ETIMEDOUT"),
)
_FAR_GONE_ON_WINDOWS = {21, 53, 55, 59, 64, 67, 121, 1231}
_FULL = _codes("ENOSPC", "EDQUOT")
