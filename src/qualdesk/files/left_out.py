"""The rows that became no lead, as a file a person can mend and load again."""

import os
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from qualdesk.core.errors import ExportRefused
from qualdesk.files.lead_tables import csv_for_spreadsheets

HEADINGS = ("Row", "Why it was left out")


def write_left_out(
    path: Path, headings: Sequence[str], rows: Iterable[tuple[int, Sequence[str], str]]
) -> None:
    """Write rows (number, cells, reason) under their own headings, whole or not at all.

    Raises:
        ExportRefused: nothing can be written there.
    """
    listed = [(*_padded(cells, len(headings)), str(number), why) for number, cells, why in rows]
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
        raise ExportRefused(
            f"The rows left out cannot be written to {path.name}. Choose another folder."
        ) from error


def _padded(cells: Sequence[str], width: int) -> list[str]:
    """As many cells as there are headings; what hangs over is put into the last one."""
    if len(cells) <= width:
        return [*cells, *[""] * (width - len(cells))]
    return [*cells[: width - 1], " | ".join(cells[width - 1 :])]
