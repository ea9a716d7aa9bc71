"""A file for what was typed and is not saved yet: only its person can read it, and it is short."""

import contextlib
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

from qualdesk.core.errors import Refused
from qualdesk.core.typed import Typed, typed_from, typed_plain

_ONLY_MINE = 0o600


def keep_typed(path: Path, typed: Typed) -> bool:
    """Write it in place of what the file held; False when the file cannot be written.

    Not flushed to the disk: it is for a program that is killed, while every second that the
    desk waits for a disk is one in which nobody can type.
    """
    fresh = path.with_suffix(".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with contextlib.suppress(FileNotFoundError):
            fresh.unlink()
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _ONLY_MINE)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(typed_plain(typed), file, ensure_ascii=True)
        fresh.replace(path)
    except OSError:
        return False
    return True


def read_typed(path: Path) -> Typed | None:
    """What the file holds; None when there is none, or it cannot be read any more."""
    try:
        found = typed_from(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, Refused):
        return None
    return None if found.is_empty else found


def drop_typed(path: Path) -> None:
    """Everything is saved: nothing of it stays on this computer."""
    for one in (path, path.with_suffix(".new")):
        with contextlib.suppress(OSError):
            one.unlink()


def take_up_typed(path: Path) -> Typed | None:
    """What this program's file holds, else what the same person's program that is gone left.

    The file of that one becomes this one's, so that of two programs only one takes it up.
    """
    found = read_typed(path)
    if found is not None:
        return found
    for left in sorted(path.parent.glob(f"{_whose(path)}-*.json")):
        if left == path or is_running(left.stem.rpartition("-")[2]):
            continue
        with contextlib.suppress(OSError):
            left.replace(path)
            if (found := read_typed(path)) is not None:
                return found
    return None


def drop_typed_about(path: Path, is_erased: Callable[[int], bool]) -> int:
    """Take away what anybody on this computer typed in this workspace about who was erased.

    How many files went. Another computer takes its own away at its next start.
    """
    dropped = 0
    for one in path.parent.glob(f"{_whose(path).rpartition('-')[0]}-*.json"):
        found = read_typed(one)
        if found is not None and is_erased(found.lead_id):
            drop_typed(one)
            dropped += 1
    return dropped


def is_running(process: str) -> bool:
    """Whether a program with that number runs on this computer; what is no number does not."""
    if not process.isdecimal() or int(process) == os.getpid():
        return False
    if sys.platform == "win32":
        return _runs_on_windows(int(process))
    try:
        os.kill(int(process), 0)  # asks only: nothing is sent
    except PermissionError:
        return True
    except (OSError, OverflowError):
        return False
    return True


def _runs_on_windows(process: int) -> bool:
    import ctypes

    system = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined,unused-ignore]
    handle = system.OpenProcess(_MAY_WAIT, 0, process)
    if not handle:
        return False
    is_over = system.WaitForSingleObject(handle, 0) == 0
    system.CloseHandle(handle)
    return not is_over


def _whose(path: Path) -> str:
    """The name of a file without the number of its program."""
    return path.stem.rpartition("-")[0] or path.stem


_MAY_WAIT = 0x0010_0000
