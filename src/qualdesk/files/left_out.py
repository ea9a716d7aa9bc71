"""The rows that became no lead, as a file a person can mend and load again."""

import csv
import os
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from qualdesk.core.errors import ExportRefused
from qualdesk.core.wording import tr
from qualdesk.files.lead_tables import csv_for_spreadsheets

HEADINGS = ("Row", "Why it was left out")


def write_left_out(
    path: Path, headings: Sequence[str], rows: Iterable[tuple[int, Sequence[str], str]]
) -> None:
    """Write rows (number, cells, reason) under their own headings, whole or not at all.

    Without a row there is nothing to mend: no file is written, and one that is there stays.

    Raises:
        ExportRefused: nothing can be written there.
    """
    listed = [(*_padded(cells, len(headings)), str(number), why) for number, cells, why in rows]
    if not listed:
        return
    written = csv_for_spreadsheets((*headings, *HEADINGS), listed)
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".left-out-")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(written)
                stream.flush()
                os.fsync(stream.fileno())
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise _cannot_write(path) from error


def refuse_to_replace(path: Path | None, source: object) -> None:
    """Do nothing where rows left out may be written: no file, or an earlier one of theirs.

    ``source`` is the list being loaded, a path when it is a file. Asked before anything is read
    from it: a name typed twice must not cost a person their list, nor any other file.

    Raises:
        ExportRefused: another file is there, or it is the list itself.
    """
    if path is None:
        return
    try:
        if not path.exists():
            return
        is_file = isinstance(source, str | Path) and Path(source).exists()
        if is_file and path.samefile(str(source)):
            raise ExportRefused(
                tr(
                    "{file} is the list being loaded. Choose another name for the rows left out.",
                    file=path.name,
                )
            )
        if not path.is_file() or not _is_ours(path):
            raise ExportRefused(
                tr(
                    "{file} is there already and holds no rows left out. Choose another name.",
                    file=path.name,
                )
            )
    except OSError as error:
        raise _cannot_write(path) from error


def _is_ours(path: Path) -> bool:
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as stream:
        try:
            headings = next(csv.reader(stream), [])
        except csv.Error:
            return False
    return tuple(headings[-len(HEADINGS) :]) == HEADINGS


def _cannot_write(path: Path) -> ExportRefused:
    return ExportRefused(
        tr("The rows left out cannot be written to {file}. Choose another folder.", file=path.name)
    )


def _padded(cells: Sequence[str], width: int) -> list[str]:
    """As many cells as there are headings; what hangs over is put into the last one."""
    if len(cells) <= width:
        return [*cells, *[""] * (width - len(cells))]
    return [*cells[: width - 1], " | ".join(cells[width - 1 :])]
