"""A table as a new file, whole or not at all: a workbook, or one of the two kinds of CSV."""

import errno
from collections.abc import Sequence
from pathlib import Path

from qualdesk.core.errors import ExportRefused, Problem
from qualdesk.core.wording import tr, tr_later
from qualdesk.files.lead_tables import csv_for_machines, csv_for_spreadsheets, workbook
from qualdesk.files.whole_files import write_whole

MOST_ROWS = 1_048_575
"""How many rows a sheet takes beside its headings."""


def write_table(
    path: Path,
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    for_machines: bool = False,
    may_replace: bool = False,
) -> None:
    """Write the table to ``path``: a workbook for ``.xlsx``, else CSV.

    Args:
        path: the file to make.
        headings: what stands above the columns.
        rows: text in every cell; nothing in it is ever run by a spreadsheet program.
        for_machines: CSV with every value untouched, for a program that reads it.
        may_replace: somebody was asked already whether a file that is there may go.

    Raises:
        ExportRefused: a file is there already, the rows are too many for a sheet, or nothing
            can be written there.
    """
    check_free(path, may_replace=may_replace)
    content = table_for(path, headings, rows, for_machines=for_machines)
    write_new(path, content, may_replace=True)


def table_for(
    path: Path,
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    for_machines: bool = False,
) -> bytes:
    """What :func:`write_table` writes to ``path``: a large workbook takes seconds to make.

    Raises:
        ExportRefused: the rows are too many for a sheet.
    """
    if path.suffix.casefold() != ".xlsx":
        return (csv_for_machines if for_machines else csv_for_spreadsheets)(headings, rows)
    if len(rows) > MOST_ROWS:
        raise ExportRefused(
            tr(
                "A sheet takes {most:,} rows, and these are {rows:,}. Write a .csv file.",
                most=MOST_ROWS,
                rows=len(rows),
            )
        )
    return workbook(headings, rows, "Rows")


def write_new(path: Path, content: bytes, *, may_replace: bool = False) -> None:
    """Write a file whole; what stood there before stays until the new one is whole.

    Raises:
        ExportRefused: a file is there already and may not go, or nothing can be written there.
    """
    check_free(path, may_replace=may_replace)
    try:
        write_whole(path, content)
    except OSError as error:
        fault = tr(_FAULTS.get(error.errno or 0, _FAULT), file=path.name)
        problem = Problem(place=str(path), says=str(error))
        raise ExportRefused(fault, [problem]) from error


def check_free(path: Path, *, may_replace: bool = False) -> None:
    """Do nothing where a file may be written by this name.

    Raises:
        ExportRefused: something is there already; a name typed twice must not cost a file.
    """
    if path.exists() and not (may_replace and path.is_file()):
        raise ExportRefused(tr("{file} is there already. Choose another name.", file=path.name))


_FAULT = tr_later("{file} cannot be written there. Choose another folder.")
_FAULTS = {
    errno.ENOSPC: tr_later("The disk is full, so {file} was not written. Make room there."),
    errno.EDQUOT: tr_later("Your share of the disk is used up, so {file} was not written."),
    errno.EFBIG: tr_later("The disk takes no file of that size. Choose another folder."),
    errno.ENOENT: tr_later("The folder for {file} is gone. Choose another folder."),
    errno.EACCES: tr_later(
        "{file} cannot be written: it is open elsewhere, or you may not write there."
    ),
    errno.EPERM: tr_later(
        "{file} cannot be written: it is open elsewhere, or you may not write there."
    ),
}
