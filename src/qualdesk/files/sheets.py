"""Lists as spreadsheets: asked of a process of their own, kept in a temporary file until read."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from qualdesk.core.errors import ListRefused
from qualdesk.files import sheet_child

_MEANWHILE = "This workbook cannot be read: it is damaged, or far larger than it looks. "
_TRY = "Open it, save only the list as CSV, and load that."


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """A sheet that was read: its name, its neighbours, and the file its rows are kept in."""

    name: str
    format: str
    sheets: tuple[str, ...]
    hidden: tuple[str, ...]
    kept: IO[str]

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """The rows with their number in the sheet, the first being 1."""
        self.kept.seek(0)
        self.kept.readline()
        for number, line in enumerate(self.kept, start=1):
            row = json.loads(line)
            if isinstance(row, list):
                yield number, row


def read_sheet(path: Path, *, sheet: str = "") -> Sheet:
    """The sheet called ``sheet`` of a workbook, or its first that is visible and not empty.

    Raises:
        ListRefused: the workbook cannot be read, with the sentence that says why.
    """
    command = [sys.executable, "-m", sheet_child.__name__, str(path.resolve()), sheet]
    # The rows outlive this function: whoever has the Sheet closes the file.
    kept = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 - closed with the table
    try:
        done = subprocess.run(  # noqa: S603 - our own program, no shell
            command,
            stdout=kept,
            stderr=subprocess.DEVNULL,
            stdin=subprocess.DEVNULL,
            timeout=sheet_child.MOST_SECONDS + 10,
            check=False,
        )
        return _checked(kept, done.returncode)
    except subprocess.TimeoutExpired as error:
        kept.close()
        raise ListRefused(_MEANWHILE + _TRY) from error
    except BaseException:
        kept.close()
        raise


def _checked(kept: IO[str], returncode: int) -> Sheet:
    """The sheet, when the process ended well and wrote all of it."""
    if returncode not in {0, 2}:
        raise ListRefused(_MEANWHILE + _TRY)
    last = _last_line(kept)
    if "refused" in last:
        raise ListRefused(last["refused"])
    if "end" not in last:
        raise ListRefused(_MEANWHILE + _TRY)
    kept.seek(0)
    about = json.loads(kept.readline())
    return Sheet(
        name=about["sheet"],
        format=about["format"],
        sheets=tuple(about["sheets"]),
        hidden=tuple(about["hidden"]),
        kept=kept,
    )


def _last_line(kept: IO[str]) -> dict[str, str]:
    size = kept.seek(0, os.SEEK_END)
    kept.seek(max(0, size - 4096))
    tail = [line for line in kept.read().splitlines() if line.strip()]
    last = json.loads(tail[-1]) if tail and tail[-1].startswith("{") else {}
    return last if isinstance(last, dict) else {}
