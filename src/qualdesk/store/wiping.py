"""Files that are to leave nothing behind: written over before they are removed."""

import os
from pathlib import Path
from typing import Final

_PIECE: Final = 1024 * 1024


def wipe(path: Path) -> bool:
    """Write zeros over a file; whether that could be done.

    A disk that moves what it writes may keep pieces of it.
    """
    try:
        size = path.stat().st_size
        with path.open("rb+") as file:
            for at in range(0, size, _PIECE):
                file.write(bytes(min(_PIECE, size - at)))
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        return False
    return True


def flush(folder: Path) -> None:
    """Write the names in a folder to the disk, as its files are.

    Raises:
        OSError: it cannot be done.
    """
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
