"""History as a file: one row for each finished lead, its answers and what became of it."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from qualdesk.core.errors import ExportRefused, Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.list_dates import order_of_dates, read_moment
from qualdesk.core.past_rows import (
    BESIDE,
    EXAMPLE,
    FINISHED,
    LABEL,
    REASON,
    RESULT,
    LeftRow,
    PastColumns,
    PastRow,
    answers_of,
    columns_of,
    result_named,
)
from qualdesk.core.questions import Question, QuestionKind
from qualdesk.core.scripts import CallScript
from qualdesk.core.wording import tr
from qualdesk.files.lead_tables import csv_for_spreadsheets
from qualdesk.files.lists import open_list
from qualdesk.files.set_aside import said_of_aside
from qualdesk.files.whole_files import write_whole

_LONGEST = 200


@frozen
class PastFile:
    """A file of the past, read whole: rows that can be used, and rows that cannot."""

    name: str
    sha256: str
    rows: tuple[PastRow, ...]
    left_out: tuple[LeftRow, ...]
    ignored: tuple[str, ...]
    notes: tuple[str, ...]


def read_past(path: Path, script: CallScript, now: datetime) -> PastFile:
    """The finished leads in a CSV or spreadsheet, their answers checked against the script.

    Columns are called by the id or short name of a question; beside them ``label``,
    ``finished`` (a day), ``result`` and ``reason``. Nothing after ``now`` is finished.

    Raises:
        ListRefused: the file cannot be read, or no column of it names a question.
    """
    with open_list(path) as table:
        columns = columns_of(table.headings, script)
        listed = list(table.rows())
        notes = (*table.notes, *said_of_aside(table.set_aside))
        name, sha256 = table.file_name, table.sha256
    rows: list[PastRow] = []
    left_out: list[LeftRow] = []
    days = _Days([cell for _, cells in listed if (cell := _cell(cells, columns, FINISHED))], now)
    for number, cells in listed:
        try:
            rows.append(_row(number, cells, columns, days))
        except Refused as refused:
            left_out.append(LeftRow(row=number, because=refused.says))
    return PastFile(
        name=name,
        sha256=sha256,
        rows=tuple(rows),
        left_out=tuple(left_out),
        ignored=columns.ignored,
        notes=notes,
    )


def write_template(path: Path, script: CallScript) -> None:
    """Write a CSV to fill in: a column for each question, and a row that shows how.

    Raises:
        ExportRefused: a file is there already, or none can be written there.
    """
    if path.exists():
        raise ExportRefused(tr("{file} is there already. Choose another name.", file=path.name))
    questions = [question for question in script.questions if question.is_asked]
    headings = [*BESIDE, *(question.id for question in questions)]
    example = [EXAMPLE, "2026-03-17", "sent back", "No date in sight"]
    row = [*example, *map(_shown, questions)]
    try:
        write_whole(path, csv_for_spreadsheets(headings, [row]).decode())
    except OSError as error:
        raise ExportRefused(
            tr("The template cannot be written to {file}. Choose another folder.", file=path.name)
        ) from error


class _Days:
    """A column of days, whose order of day and month is decided once for all of it."""

    def __init__(self, values: Sequence[str], now: datetime) -> None:
        self._day_first = order_of_dates(values).day_first
        self._now = now

    def moment(self, cell: str) -> datetime | None:
        """When a lead was finished, None where the row does not say.

        Raises:
            Refused: it cannot be read, or lies ahead.
        """
        if not cell:
            return None
        found = read_moment(cell, day_first=self._day_first, zone="UTC")
        if found is None:
            raise Refused(tr("“{cell}” is no day. Write it like 2026-03-17.", cell=cell[:40]))
        if found.date() > self._now.date():
            raise Refused(
                tr("“{cell}” lies ahead. Write the day on which it was finished.", cell=cell[:40])
            )
        return min(found, self._now)


def _row(number: int, cells: Sequence[str], columns: PastColumns, days: _Days) -> PastRow:
    label = " ".join(_cell(cells, columns, LABEL).split())[:_LONGEST]
    if label == EXAMPLE:
        raise Refused(tr("This is the example of the template."))
    return PastRow(
        row=number,
        label=label or f"Row {number}",
        result=result_named(_cell(cells, columns, RESULT)),
        reason=" ".join(_cell(cells, columns, REASON).split())[:_LONGEST],
        finished_at=days.moment(_cell(cells, columns, FINISHED)),
        answers=answers_of(cells, columns),
    )


def _cell(cells: Sequence[str], columns: PastColumns, name: str) -> str:
    place = columns.beside.get(name)
    return cells[place].strip() if place is not None and place < len(cells) else ""


def _shown(question: Question) -> str:
    """An answer the question takes, as one writes it in a cell."""
    values = [option.value for option in question.choices]
    if question.kind is QuestionKind.CHOICES:
        return ";".join(values[:2])
    return values[0] if values else _EXAMPLES.get(question.kind, "their words, or does not know")


_EXAMPLES = {
    QuestionKind.NUMBER: "3",
    QuestionKind.DATE: "2026-09-30",
    QuestionKind.PERIOD: "2026-Q3",
    QuestionKind.SLOT: "2026-03-19 10:00-12:00",
    QuestionKind.PERSON: "somebody",
}
