"""Desks on one workspace file: a place held beside it, and the version of what is in it."""

import os
import sys
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from qualdesk.core.errors import WorkspaceUnusable


class FileHold:
    """A place kept for as long as its file is open: a killed program lets go of it.

    The file stays when the place is given up. Whoever removed it would let two have the place:
    one on the file that is gone, one on the new one.
    """

    def __init__(self, file: int) -> None:
        self._file: int | None = file

    def is_held(self) -> bool:
        """Whether the place is still ours: until it is released."""
        return self._file is not None

    def release(self) -> None:
        """Let somebody else have the place."""
        file, self._file = self._file, None
        if file is not None:
            os.close(file)


class OwnHold:
    """A place in a workspace that nobody else can reach."""

    def is_held(self) -> bool:
        """Always: there is nobody else."""
        return True

    def release(self) -> None:
        """Nothing to do."""


class FileNeighbours:
    """Desks that share a file: they lock files beside it, and see its version."""

    sends_hints = False

    def hold(self, engine: sa.Engine, what: str) -> FileHold | OwnHold | None:
        """A locked file beside the workspace: only this computer has the workspace.

        Raises:
            WorkspaceUnusable: the file cannot be made.
        """
        place = engine.url.database
        if not place or place == ":memory:":
            return OwnHold()
        try:
            return file_hold(Path(place), what)
        except OSError as error:
            raise WorkspaceUnusable(
                f"No file can be made beside {place}: {error.strerror}. Check the folder."
            ) from error

    def listen(self, engine: sa.Engine) -> None:
        """Nobody sends hints through a file: its version is asked for instead."""

    def hint(self, connection: sa.Connection) -> None:
        """Nothing to do: whoever has the file open sees its version."""

    def version(self, driver: Any) -> int:
        """SQLite's own count of what others have committed, as this connection sees it."""
        return int(driver.execute("PRAGMA data_version").fetchall()[0][0])


def file_hold(workspace: Path, what: str) -> FileHold | None:
    """The place called ``what`` beside a workspace file; None while another program has it.

    Raises:
        OSError: the file cannot be made there.
    """
    place = workspace.with_name(f"{workspace.name}-{what}")
    file = os.open(place, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        _lock(file)
    except OSError:
        os.close(file)
        return None
    return FileHold(file)


def _lock(file: int) -> None:
    """Lock it without waiting; the system unlocks it when the file is closed, or the program ends.

    Raises:
        OSError: somebody else has it.
    """
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
