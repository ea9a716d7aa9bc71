"""Where the rows of a list come from: an open file, or a program."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from qualdesk.core.columns import Column, Field, Surety, guess_columns, heading_fingerprint
from qualdesk.core.errors import ListRefused, Refused
from qualdesk.core.intake import ReadRow, RowReader
from qualdesk.core.places import country_of
from qualdesk.core.program_rows import MappingReader, headings_of
from qualdesk.files.lists import RawTable
from qualdesk.store.lists import ListFacts


@dataclass(frozen=True, kw_only=True, slots=True)
class ListSource:
    """Rows to load, wherever they come from: each with its number, its cells and its meaning."""

    facts: ListFacts
    headings: tuple[str, ...]
    about: int
    guessed: tuple[Column, ...]
    rows: Callable[[], Iterator[tuple[int, str, ReadRow]]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """How rows are read: the country of bare numbers, the zone of wall times, and for whom."""

    region: str
    zone: str
    caller: str


def source_of_file(table: RawTable, mapping: Mapping[str, str] | None, how: Reading) -> ListSource:
    """The rows of an open file, read under its columns.

    Raises:
        ListRefused: nothing in it can be a person.
        Refused: the mapping does not fit the file.
    """
    first = [cells for _, cells in table.first_rows]
    columns = guess_columns(table.headings, first, mapping)
    if not {column.field for column in columns} & _PEOPLE:
        raise ListRefused(
            "No column here looks like a name, a number or an e-mail. Is this the right file?"
        )
    reader = RowReader(columns, region=how.region, zone=how.zone, first_rows=first)

    def rows() -> Iterator[tuple[int, str, ReadRow]]:
        for number, cells in table.rows():
            yield number, json.dumps(cells), reader.read(number, cells)

    headings = tuple(column.heading for column in columns)
    kept = {
        "headings": headings,
        "fields": {column.heading: column.field.value for column in columns},
        "fingerprint": heading_fingerprint(table.headings),
    }
    facts = ListFacts(
        file_name=table.file_name, sha256=table.sha256, mapping=kept, loaded_by=how.caller
    )
    guessed = tuple(column for column in columns if column.surety is Surety.LIKELY)
    return ListSource(facts=facts, headings=headings, about=table.about, guessed=guessed, rows=rows)


def source_of_program(given: Sequence[Mapping[str, Any]], how: Reading) -> ListSource:
    """The rows a program made."""
    reader = MappingReader(region=how.region, zone=how.zone)
    headings = headings_of(given)

    def rows() -> Iterator[tuple[int, str, ReadRow]]:
        for number, row in enumerate(given, start=1):
            cells = [str(row.get(heading) or "") for heading in headings]
            yield number, json.dumps(cells), reader.read(number, row)

    facts = ListFacts(file_name="", sha256="", mapping={"headings": headings}, loaded_by=how.caller)
    return ListSource(facts=facts, headings=headings, about=len(given), guessed=(), rows=rows)


def region_named(text: str) -> str:
    """The ISO code of a country a person named, empty for nothing.

    Raises:
        Refused: no country is called that.
    """
    country = country_of(text)
    if text.strip() and not country:
        raise Refused(f"“{text}” is no country we know. Write its name or code, such as DE.")
    return country


_PEOPLE = {
    Field.NAME,
    Field.FIRST_NAME,
    Field.LAST_NAME,
    Field.EMAIL,
    Field.PHONE,
    Field.MOBILE,
    Field.DIRECT_PHONE,
    Field.MAIN_PHONE,
}
