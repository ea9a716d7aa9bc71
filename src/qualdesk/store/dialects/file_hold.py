"""A place held beside a workspace file, for one program on this computer at a time."""

import os
import sys
from pathlib import Path


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
