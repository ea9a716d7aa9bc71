"""Where the rows of a list come from: an open file, or a program."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from qualdesk.core.column_guesses import said_of_values
from qualdesk.core.columns import (
    PEOPLE,
    Column,
    ListColumns,
    heading_fingerprint,
    read_columns,
)
from qualdesk.core.errors import ListRefused, Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.intake import TEST_ROW, ReadRow, RowReader
from qualdesk.core.list_choices import NO_CHOICES, ListChoices
from qualdesk.core.list_files import cells_shortened
from qualdesk.core.list_presets import Preset, cleaner
from qualdesk.core.places import country_of
from qualdesk.core.plain_text import shortened, storable
from qualdesk.core.program_rows import MappingReader, headings_of, said_of_keys
from qualdesk.core.wording import tr
from qualdesk.desk.list_memory import NO_MEMORY, ListMemory
from qualdesk.files.lists import RawTable
from qualdesk.store.lists import ListFacts


@frozen
class ListSource:
    """Rows to load, wherever they come from: each with its number, its cells and its meaning.

    Attributes:
        guessed: the columns whose meaning was guessed and may be another, where ``notes`` do
            not say so already.
        columns: all of them, none where a program named the fields itself.
        notes: what is to be said of the columns, each a sentence.
    """

    facts: ListFacts
    headings: tuple[str, ...]
    about: int
    guessed: tuple[Column, ...]
    rows: Callable[[], Iterator[tuple[int, str, ReadRow]]]
    columns: tuple[Column, ...] = ()
    notes: tuple[str, ...] = ()


@frozen
class Reading:
    """How rows are read: the country of bare numbers, the zone of wall times, and for whom.

    Attributes:
        memory: what the script asks, and how the source was read the last time.
        choices: what a person decided about the list.
    """

    region: str
    zone: str
    caller: str
    memory: ListMemory = NO_MEMORY
    choices: ListChoices = NO_CHOICES


def source_of_file(table: RawTable, mapping: Mapping[str, str] | None, how: Reading) -> ListSource:
    """The rows of an open file, read under its columns.

    Raises:
        ListRefused: nothing in it can be a person.
        Refused: the mapping does not fit the file.
    """
    found = columns_of(table, mapping, how.memory)
    columns = found.columns
    if not {column.field for column in columns} & PEOPLE:
        raise ListRefused(_nobody_here(table))
    reader = _reader_of(table, columns, how)
    read = _reading_of(found.preset, table.headings, reader)

    def rows() -> Iterator[tuple[int, str, ReadRow]]:
        for number, given in table.rows():
            cells, raw = _kept(given)
            yield number, raw, read(number, cells)

    headings = tuple(column.heading for column in columns)
    kept = {
        "headings": headings,
        "fields": {column.heading: column.meaning for column in columns},
        "fingerprint": heading_fingerprint(table.headings),
    }
    facts = ListFacts(
        file_name=table.file_name, sha256=table.sha256, mapping=kept, loaded_by=how.caller
    )
    return ListSource(
        facts=facts,
        headings=headings,
        about=table.about,
        guessed=tuple(one for one in columns if one.is_guess and not any(said_of_values(one))),
        rows=rows,
        columns=columns,
        notes=tuple(filter(None, (*table.notes, *found.notes, cells_shortened(table.shortened)))),
    )


def columns_of(
    table: RawTable, mapping: Mapping[str, str] | None, memory: ListMemory
) -> ListColumns:
    """What the columns of an open file become.

    Raises:
        Refused: the mapping does not fit the file.
    """
    return read_columns(
        [storable(heading) for heading in table.headings],
        [cells for _, cells in table.first_rows],
        mapping,
        questions=memory.questions,
        remembered=memory.remembered,
    )


def source_of_program(given: Sequence[Mapping[str, Any]], how: Reading) -> ListSource:
    """The rows a program made."""
    reader = MappingReader(region=how.region, zone=how.zone, choices=how.choices)
    headings = headings_of(given)

    def rows() -> Iterator[tuple[int, str, ReadRow]]:
        for number, row in enumerate(given, start=1):
            _, raw = _kept([str(row.get(heading) or "") for heading in headings])
            yield number, raw, reader.read(number, {key: _kept_value(row[key]) for key in row})

    facts = ListFacts(file_name="", sha256="", mapping={"headings": headings}, loaded_by=how.caller)
    return ListSource(
        facts=facts,
        headings=headings,
        about=len(given),
        guessed=(),
        rows=rows,
        notes=tuple(filter(None, [said_of_keys(headings)])),
    )


def region_named(text: str) -> str:
    """The ISO code of a country a person named, empty for nothing.

    Raises:
        Refused: no country is called that.
    """
    country = country_of(text)
    if text.strip() and not country:
        raise Refused(
            tr(
                "“{country}” is no country we know. Write its name or code, such as DE.",
                country=text,
            )
        )
    return country


def _kept(cells: Sequence[str]) -> tuple[Sequence[str], str]:
    """The cells as a database can keep them, and as one text."""
    raw = json.dumps(cells)
    # Escaped in the text, so that one look tells of a whole row that there is nothing to do.
    if "\\u0000" in raw or "\\ud" in raw:
        cells = [storable(cell) for cell in cells]
        raw = json.dumps(cells)
    return cells, raw


def _kept_value(value: Any) -> Any:
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, list | tuple):
        return [_kept_value(one) for one in value]
    return value


def _nobody_here(table: RawTable) -> str:
    """Why a table is no list of people; where else to look, when there is a where else."""
    nobody = tr("No column here looks like a name, a number or an e-mail.")
    others = [sheet.name for sheet in table.sheets if sheet.name != table.sheet and sheet.rows]
    if not others:
        return f"{nobody} {tr('Is this the right file?')}"
    short = [shortened(name, _LONGEST_NAME) for name in others[:_SHEETS_NAMED]]
    named = ", ".join(tr("“{words}”", words=name) for name in short)
    sheet, more = shortened(table.sheet, _LONGEST_NAME), len(others) - _SHEETS_NAMED
    if more > 0:
        says = tr(
            "It is the sheet “{sheet}”; choose another: {sheets} or one of {more} more.",
            sheet=sheet,
            sheets=named,
            more=more,
        )
    else:
        says = tr("It is the sheet “{sheet}”; choose another: {sheets}.", sheet=sheet, sheets=named)
    return f"{nobody} {says}"


def _reader_of(table: RawTable, columns: Sequence[Column], how: Reading) -> RowReader:
    """The reader of a table's rows, with the order of its dates settled."""

    def reader(rows: Iterable[Sequence[str]]) -> RowReader:
        return RowReader(
            columns,
            region=how.region,
            zone=how.zone,
            first_rows=rows,
            choices=how.choices,
            tells_fixes=True,
        )

    made = reader(cells for _, cells in table.first_rows)
    # A date with a 13 in it may stand far below: only then the list is read twice.
    return reader(cells for _, cells in table.rows()) if made.dates.asks else made


def _reading_of(
    preset: Preset | None, headings: Sequence[str], reader: RowReader
) -> Callable[[int, Sequence[str]], ReadRow]:
    """How a row becomes its meaning; some programs mark their cells, and their test rows."""
    clean = cleaner(preset, headings)
    if preset is None or (clean is None and not preset.test_mark):
        return reader.read

    def read(number: int, cells: Sequence[str]) -> ReadRow:
        row = reader.read(number, clean(cells) if clean else cells)
        is_test = preset.is_test(cells) and not row.left_out
        return replace(row, left_out=TEST_ROW) if is_test else row

    return read


_SHEETS_NAMED, _LONGEST_NAME = 1, 18
