"""Do-not-call lists as files: numbers in any shape a list can have, hashes, and our own out."""

import os
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field
from pathlib import Path

from qualdesk.core.columns import Field, guess_columns
from qualdesk.core.errors import ExportRefused, ListRefused
from qualdesk.core.frozen import frozen
from qualdesk.core.identity import company_key, email_key, name_key
from qualdesk.core.keyed_hashes import hash_in
from qualdesk.core.list_choices import ListForm
from qualdesk.core.phone_notes import note_words
from qualdesk.core.phones import prepare_for_many, read_phones
from qualdesk.core.places import country_of
from qualdesk.core.wording import tr, tr_later
from qualdesk.files.header_rows import find_header
from qualdesk.files.lists import RawTable, Row, open_list

NO_NUMBER = tr_later("There is no number in this row.")
NO_HASH = tr_later("This is no hash: 64 digits of 0 to 9 and a to f.")
MOSTLY = 0.5


@frozen
class ListedRow:
    """One row of a do-not-call list.

    Attributes:
        numbers: E.164; ``emails`` as compared; ``person`` the keys of name and company.
        says: what could not be read, empty when all could.
        has_extension: whether a number had one, which is then stopped as a whole line.
    """

    row_number: int
    numbers: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    person: tuple[str, str] | None = None
    says: str = ""
    has_extension: bool = False

    @property
    def holds(self) -> bool:
        """Whether anything in it can be kept."""
        return bool(self.numbers or self.emails or self.person)


@frozen
class HashedRow:
    """One row of a list of hashes; the hash is empty when there is none in it."""

    row_number: int
    hash: str


@frozen
class _Columns:
    """Where in a row the numbers stand, and whatever else a person is known by."""

    phones: tuple[int, ...]
    emails: tuple[int, ...] = ()
    name: tuple[int, ...] = ()
    company: int | None = None
    country: int | None = None

    @property
    def are_any(self) -> bool:
        return bool(self.phones or self.emails or (self.name and self.company is not None))


@frozen
class NumberFile:
    """An open do-not-call list. Use it in a ``with`` of :func:`open_list`'s table."""

    table: RawTable
    first_row: int
    _columns: _Columns = field(repr=False)
    _region: str = ""

    def rows(self) -> Iterator[ListedRow]:
        """Every row under the headings, and any above them that holds a number."""
        prepare_for_many()
        for number, cells in self.table.rows():
            row = _listed(number, cells, self._columns, self._region)
            if number >= self.first_row or row.numbers:
                yield row


def open_plain(path: Path) -> RawTable:
    """The file with every row as a row: a heading may turn out to be a number.

    Raises:
        ListRefused: it is no list, or one that cannot be read.
    """
    return open_list(path, ListForm(header_row=0))


def numbers_in(table: RawTable, region: str = "") -> NumberFile:
    """How the table is read as numbers; ``region`` is the ISO country of those without ``+``.

    Raises:
        ListRefused: there is no column of numbers, addresses or names in it, or it is hashes.
    """
    if holds_hashes(table):
        raise ListRefused(tr("These are hashes, not numbers. Give the key they were made with."))
    first = [cells for _, cells in table.first_rows]
    at = _heading_row(first)
    headings = first[at] if at is not None else []
    under = first[at + 1 :] if at is not None else first
    columns = _columns_of(headings, under, region)
    if not columns.are_any:
        raise ListRefused(tr("No column of this file holds numbers. Choose the list of numbers."))
    begins = 1 if at is None else table.first_rows[at][0] + 1
    return NumberFile(table=table, first_row=begins, _columns=columns, _region=region)


def holds_hashes(table: RawTable) -> bool:
    """Whether it is a list of hashes: a number is none, and no hash is a number."""
    return _column_of([cells for _, cells in table.first_rows], hash_in) is not None


def headings_in(table: RawTable) -> Sequence[str]:
    """The headings above the rows; empty where there are none."""
    first = [cells for _, cells in table.first_rows]
    at = _heading_row(first)
    return () if at is None else first[at]


def hashes_in(table: RawTable) -> Iterator[HashedRow]:
    """Every row of a list of hashes; a heading above them is no row.

    Raises:
        ListRefused: no column of it holds hashes.
    """
    column = _column_of([cells for _, cells in table.first_rows], hash_in)
    if column is None:
        raise ListRefused(
            tr("This file holds no hashes. A hash is 64 digits of 0 to 9 and a to f, one in a row.")
        )
    return _hashes(table.rows(), column)


def write_lines(path: Path, lines: Iterable[str]) -> None:
    """Write one line after the other to a new file, whole or not at all.

    Raises:
        ExportRefused: a file is there already, or none can be written there.
    """
    if path.exists():
        raise ExportRefused(tr("{file} is there already. Choose another name.", file=path.name))
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".do-not-call-")
        try:
            with os.fdopen(handle, "w", encoding="ascii", newline="\n") as stream:
                stream.writelines(f"{line}\n" for line in lines)
                stream.flush()
                os.fsync(stream.fileno())
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise ExportRefused(
            tr("The list cannot be written to {file}. Choose another folder.", file=path.name)
        ) from error


def _heading_row(rows: Sequence[Sequence[str]]) -> int | None:
    """Which of the first rows are headings; a row that somebody can be reached by is none."""
    at = find_header(rows)
    return None if at is None or any(map(_is_reachable, rows[at])) else at


def _hashes(rows: Iterable[Row], column: int) -> Iterator[HashedRow]:
    seen = False
    for number, cells in rows:
        found = hash_in(cells[column]) if column < len(cells) else ""
        if found or seen:
            yield HashedRow(row_number=number, hash=found)
        seen = seen or bool(found)


def _column_of(rows: Sequence[Sequence[str]], reads: Callable[[str], object]) -> int | None:
    """The column most of whose cells can be read so, None when there is none."""
    best, share = None, MOSTLY
    for column in range(max(map(len, rows), default=0)):
        cells = [row[column] for row in rows if column < len(row) and row[column].strip()]
        hits = sum(bool(reads(cell)) for cell in cells)
        # A heading, and a note above it, are no reason to doubt a short list.
        if hits and hits / max(len(cells) - 1, 1) > share:
            best, share = column, hits / max(len(cells) - 1, 1)
    return best


def _columns_of(headings: Sequence[str], rows: Sequence[Sequence[str]], region: str) -> _Columns:
    guessed = guess_columns(headings, rows)
    at: dict[Field, list[int]] = {}
    for column in guessed:
        at.setdefault(column.field, []).append(column.index)
    phones = [index for one in _PHONES for index in at.get(one, ())]
    if not phones:
        found = _column_of(rows, lambda cell: _numbers(cell, region))
        if found is None:
            found = _column_of(rows, _NUMBER_LIKE.fullmatch)
        taken = {index for one in _OTHERS for index in at.get(one, ())}
        phones = [] if found is None or found in taken else [found]
    name = at.get(Field.NAME) or [*at.get(Field.FIRST_NAME, ()), *at.get(Field.LAST_NAME, ())]
    return _Columns(
        phones=tuple(phones),
        emails=tuple(at.get(Field.EMAIL, ())),
        name=tuple(index for index in name if index not in phones),
        company=next(iter(at.get(Field.COMPANY, ())), None),
        country=next(iter(at.get(Field.COUNTRY, ())), None),
    )


def _listed(number: int, cells: Sequence[str], columns: _Columns, region: str) -> ListedRow:
    def cell(index: int | None) -> str:
        return cells[index].strip() if index is not None and index < len(cells) else ""

    region = country_of(cell(columns.country)) or region
    written = [cell(index) for index in columns.phones if cell(index)]
    phones = [phone for text in written for phone in read_phones(text, region=region)]
    good = [phone for phone in phones if phone.e164]
    emails = [email_key(cell(index)) for index in columns.emails]
    name = name_key(" ".join(cell(index) for index in columns.name))
    works_at = company_key(cell(columns.company))
    row = ListedRow(
        row_number=number,
        numbers=tuple(dict.fromkeys(phone.e164 for phone in good)),
        emails=tuple(dict.fromkeys(key for key in emails if key)),
        # A name alone is many people's.
        person=(name, works_at) if name and works_at else None,
        says=next(
            (note_words(phone.note) or tr(NO_NUMBER) for phone in phones if not phone.e164), ""
        ),
        has_extension=any(phone.extension for phone in good),
    )
    if row.holds or row.says:
        return row
    return ListedRow(row_number=number, says=tr(NO_NUMBER))


def _numbers(cell: str, region: str) -> list[str]:
    return [phone.e164 for phone in read_phones(cell, region=region) if phone.e164]


def _is_reachable(cell: str) -> bool:
    """Whether a cell holds what only a row can: a number, an address, a hash."""
    is_number = _NUMBER_LIKE.fullmatch(cell.strip()) is not None
    return is_number or bool(hash_in(cell)) or bool(_ADDRESS.fullmatch(cell.strip()))


_PHONES = (Field.PHONE, Field.DIRECT_PHONE, Field.MOBILE, Field.MAIN_PHONE)
_OTHERS = (Field.EMAIL, Field.NAME, Field.COMPANY, Field.COUNTRY)
_NUMBER_LIKE = re.compile(
    r"(?!\d{1,4}[-./]\d{1,2}[-./]\d{2,4}$)(?=(?:\D*\d){6,})[\s'p:tel.]*[+(\d][\d\s().,/\-]{5,40}"
)
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
