"""Files that are to leave nothing behind: written over before they are removed."""

import os
import re
from contextlib import suppress
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


def left_of(path: Path) -> tuple[Path, ...]:
    """What lies beside a workspace file of an encryption that was killed half way.

    It may be readable: the file or its log as they were, or one that was begun.
    """
    of_this = re.compile(rf"\.{re.escape(path.name)}\.(log|\d+)\.(old|new)(-wal|-shm|-journal)?")
    found = []
    with suppress(OSError):
        for one in sorted(path.parent.iterdir()):
            known = of_this.fullmatch(one.name)
            if known and not (known[1].isdecimal() and _is_at_work(int(known[1]))):
                found.append(one)
    return tuple(found)


def clear_left(path: Path) -> None:
    """Remove that, written over; a second name of what is in use is only a name, and goes as such.

    Nothing is done where the workspace itself is not there: one of them may be it.
    """
    in_use = [path, path.with_name(f"{path.name}-wal")]
    for one in left_of(path) if path.exists() else ():
        with suppress(OSError):
            if not any(file.exists() and one.samefile(file) for file in in_use):
                wipe(one)
            one.unlink()


def clear_salvaged(path: Path) -> None:
    """Remove what a salvage of this file left that was killed; one that runs keeps its own."""
    begun = re.compile(
        rf"\.{re.escape(path.stem)}\.salvaged-[\w.-]*{re.escape(path.suffix)}"
        r"\.(\d+)\.new(\.read)?(-wal|-shm|-journal)?"
    )
    with suppress(OSError):
        for one in sorted(path.parent.iterdir()):
            known = begun.fullmatch(one.name)
            if known and not _is_at_work(int(known[1])):
                one.unlink()


def _is_at_work(process: int) -> bool:
    """Whether a program of that number runs. Windows, unasked, removes no file that is open."""
    if os.name != "posix":
        return False
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return process != os.getpid()


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
