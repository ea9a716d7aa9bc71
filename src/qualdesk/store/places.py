"""Where a workspace file may lie: on this computer's own disk, never on a network drive."""

import os
import sys
from pathlib import Path

from qualdesk.core.errors import WorkspaceElsewhere, WorkspaceUnusable
from qualdesk.core.wording import tr
from qualdesk.store import ciphers
from qualdesk.store.looking import head_of

# Stands in the header of every workspace file ("QDSK"), where SQLite keeps a program's mark.
APPLICATION_ID = 0x5144534B

# File systems that other computers reach too. The write-ahead log needs memory shared by all
# who open the file, which two computers do not have: the file would be damaged.
_NETWORK_TYPES = {
    "9p",
    "afs",
    "ceph",
    "cifs",
    "davfs",
    "fuse.sshfs",
    "gfs2",
    "glusterfs",
    "lustre",
    "ncpfs",
    "nfs",
    "nfs4",
    "ocfs2",
    "smb3",
    "smbfs",
    "virtiofs.remote",
}
_REMOTE_ON_WINDOWS = 4


def refuse_network_drive(path: Path) -> None:
    """Do nothing for a place on this computer's disk.

    Raises:
        WorkspaceElsewhere: the place is on a network drive.
    """
    if is_on_network(path):
        raise WorkspaceElsewhere(
            tr(
                "{path} is on a network drive, where a workspace file gets damaged. Choose "
                "a folder on this computer, or use PostgreSQL for a team.",
                path=path,
            )
        )


def is_on_network(path: Path, mounts: str | None = None) -> bool:
    """Whether the file would lie on a network drive.

    ``mounts`` is the text of the mount table (``/proc/self/mounts``), for tests.
    """
    if sys.platform == "win32":
        return _is_remote_on_windows(path)
    if mounts is None:
        try:
            mounts = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace")
        except OSError:
            return False
    place = os.path.realpath(path)
    best, kind = "", ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:  # noqa: PLR2004 - device, mount point, type
            continue
        point = fields[1].encode().decode("unicode_escape")
        inside = place == point or place.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            best, kind = point, fields[2]
    return kind in _NETWORK_TYPES


def refuse_foreign_file(path: Path) -> None:
    """Do nothing for a workspace, or where there is no file yet. Reads 72 bytes, opens nothing.

    Raises:
        WorkspaceUnusable: another program's file; opening it would already change it.
    """
    if path.exists() and path.stat().st_size and not is_workspace_file(path):
        raise WorkspaceUnusable(
            tr(
                "{file} is not a qualdesk workspace. Nothing was changed. Choose another file.",
                file=path.name,
            )
        )


def is_empty(path: Path) -> bool:
    """Whether there is a file of which nothing but the name is there."""
    return path.is_file() and not path.stat().st_size


def refuse_emptied(path: Path, *, has_backups: bool = False) -> None:
    """Do nothing where there is no file yet, or a new one that nothing was saved in.

    What a power cut or a full disk leaves of a file may be its name alone. It is no new workspace
    where its log lies beside it, or there are backups of it: SQLite would throw the log away, and
    people would begin to work on an empty desk.

    Raises:
        WorkspaceUnusable: what was in the file is gone.
    """
    log = path.with_name(path.name + "-wal")
    if is_empty(path) and (has_backups or (log.exists() and log.stat().st_size)):
        raise WorkspaceUnusable(
            tr(
                "{path} is empty, and a workspace was in it. Put a backup back: qualdesk restore "
                "newest. To begin anew, move the empty file away. Nothing was changed.",
                path=path,
            )
        )


def is_workspace_file(path: Path) -> bool:
    """Whether the file bears the mark of a workspace.

    Raises:
        KeyNeeded: it is encrypted, and no passphrase that opens it was given.
        WorkspaceUnusable: it cannot be read.
    """
    try:
        header = head_of(path, 72)
    except OSError as error:
        raise WorkspaceUnusable(
            tr("{path} cannot be read: {why}.", path=path, why=error.strerror)
        ) from error
    if ciphers.is_encrypted(path):
        return bool(ciphers.fact(path, "application_id") == APPLICATION_ID)
    mark = APPLICATION_ID.to_bytes(4, "big")
    return header.startswith(b"SQLite format 3\0") and header[68:72] == mark


def is_worked_in(path: Path) -> bool:
    """Whether a workspace file was opened for work; a copy of one never was.

    Raises:
        OSError: it cannot be read.
    """
    if ciphers.is_encrypted(path):
        return bool(ciphers.fact(path, "journal_mode") == "wal")
    # How SQLite writes to the file: 2 with a write-ahead log, which copies are made without.
    return head_of(path, 20)[18:20] == b"\2\2"


def _is_remote_on_windows(path: Path) -> bool:
    import ctypes

    drive = os.path.splitdrive(path.resolve())[0]
    if drive.startswith("\\\\"):
        return True
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - the name exists on Windows only
    return bool(kernel.GetDriveTypeW(drive + "\\") == _REMOTE_ON_WINDOWS)
