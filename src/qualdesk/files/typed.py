"""A file for what was typed and is not saved yet: only its person can read it, and it is short."""

import contextlib
import json
import os
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
