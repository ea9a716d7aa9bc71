"""The tables in the rows of a file: where each begins and ends, and what stands around them.

Rows go by one after the other, so a file may be of any length. Whatever is no row of the table
that is read is noted with its numbers: nothing is dropped without a word.
"""

import re
from collections import Counter, deque
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import islice

from qualdesk.core.frozen import frozen
from qualdesk.core.heading_words import SURE
from qualdesk.core.headings import plain_heading
from qualdesk.core.list_fields import Field
from qualdesk.files.header_rows import LONG_ENOUGH, LOOK_AT, facts_of, find_start, joined_headings
from qualdesk.files.set_aside import ABOVE, AGAIN, BELOW, OTHER, Notes, SetAside
from qualdesk.files.table_ends import Shape, bare, is_below_table, is_next_table

Row = tuple[int, list[str]]

# Totals and notes are looked for in so many rows at the end of a table.
_HELD = 30
_AHEAD = 8
_VALUES = 50


@frozen
class FoundTable:
    """A table in a file, as far as the file was looked at.

    Attributes:
        name: the line right above it, empty when there is none.
        header_rows: the numbers of its rows of headings, none when it has none.
        headings: one for each column; a blank one is called ``Column n``.
        first_row: the number of its first row under the headings, 0 when it has none.
        last_row: the number of its last row, 0 when it has none.
        rows: how many rows it has.
        people: how much it looks like people: of name, e-mail, number and company how many.
    """

    name: str
    header_rows: tuple[int, ...]
    headings: tuple[str, ...]
    first_row: int
    last_row: int
    rows: int
    people: int
    shape: Shape

    @property
    def header_row(self) -> int:
        """The number of the row of headings next to the rows, 0 when the table has none."""
        return self.header_rows[-1] if self.header_rows else 0

    @property
    def starts_at(self) -> int:
        """The number of the first row that belongs to it."""
        return self.header_rows[0] if self.header_rows else self.first_row


def find_tables(rows: Iterable[Row]) -> tuple[FoundTable, ...]:
    """Every table in ``rows``, in their order; a table of headings alone is one too."""
    ahead = _Ahead(rows)
    found = []
    while (part := _next_part(ahead)) is not None:
        body = list(_body(ahead, part.shape, Notes()))
        found.append(_table(part, body))
    return tuple(found)


def table_under(rows: Sequence[Row], header_row: int) -> FoundTable | None:
    """The table whose headings are in the row of this number, whatever the rows look like."""
    at = next((at for at, (number, _) in enumerate(rows) if number == header_row), None)
    if at is None:
        return None
    part = _Part(name="", above=[], header=[rows[at]], shape=_shape([rows[at]], rows[at + 1 :]))
    return _table(part, list(_body(_Ahead(rows[at + 1 :]), part.shape, Notes())))


def likeliest(tables: Sequence[FoundTable]) -> FoundTable | None:
    """The table that looks most like the people to call; else the largest."""

    def likeness(table: FoundTable) -> tuple[bool, bool, int, int]:
        named = bool(_GUESTS.search(table.name)) - bool(_HOSTS.search(table.name))
        return table.rows > 0, table.people > 1, named, table.rows

    return max(tables, key=likeness, default=None)


def rows_of(
    table: FoundTable,
    rows: Iterable[Row],
    others: Sequence[FoundTable] = (),
    aside: list[SetAside] | None = None,
) -> Iterator[Row]:
    """The rows of one table out of all rows of the file; blank ones are none.

    Whatever is no row of it is put into ``aside``, which is complete when the rows are through.
    ``others`` are the tables before it.
    """
    notes = Notes()
    ahead = _Ahead(rows)
    for number, cells in ahead:
        if number >= table.starts_at:
            ahead.put_back((number, cells))
            break
        if any(cell.strip() for cell in cells):
            other = next((one for one in others if one.starts_at <= number <= one.last_row), None)
            notes.add(number, OTHER if other else ABOVE, part=other)
    ahead.skip_to(table.header_row + 1)
    yield from _body(ahead, table.shape, notes)
    _note_rest(ahead, notes)
    if aside is not None:
        aside[:] = notes.all


class _Ahead:
    """Rows that can be looked at before they are taken."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.rows = iter(rows)
        self.near: deque[Row] = deque()

    def __iter__(self) -> "_Ahead":
        return self

    def __next__(self) -> Row:
        return self.near.popleft() if self.near else next(self.rows)

    def put_back(self, row: Row) -> None:
        """Take this one again."""
        self.near.appendleft(row)

    def look(self, count: int) -> list[Row]:
        """The next rows, which stay to be taken."""
        self.near.extend(islice(self.rows, max(0, count - len(self.near))))
        return list(islice(self.near, count))

    def skip_to(self, number: int) -> None:
        """Leave out the rows before the one of this number."""
        while (near := self.look(1)) and near[0][0] < number:
            self.near.popleft()


@frozen
class _Part:
    """The beginning of a table; its rows come next."""

    name: str
    above: list[Row]
    header: list[Row]
    shape: Shape


def _next_part(ahead: _Ahead) -> _Part | None:
    """Go on to the rows of the next table; None when nothing is left."""
    while near := ahead.look(LOOK_AT):
        start = find_start([cells for _, cells in near])
        if start is None:
            ahead.skip_to(near[-1][0] + 1)
            continue
        header = [near[at] for at in start.header]
        first = start.header[0] if start.header else start.body
        above = [row for row in near[:first] if any(cell.strip() for cell in row[1])]
        if start.body < len(near):
            ahead.skip_to(near[start.body][0])
        else:
            ahead.skip_to(near[-1][0] + 1)
        alone = [facts_of(cells) for _, cells in above[-1:]]
        name = next((text for text in alone[0].cells if text), "") if alone else ""
        return _Part(
            name=name if alone and alone[0].filled == 1 else "",
            above=above,
            header=header,
            shape=_shape(header, near[start.body :]),
        )
    return None


def _shape(header: Sequence[Row], below: Sequence[Row]) -> Shape:
    headings = tuple(bare(cells) for _, cells in header)
    widths = [len(bare(cells)) for _, cells in below[:_AHEAD]]
    lengths = Counter(len(cells) for _, cells in below if cells)
    return Shape(
        width=max(map(len, headings), default=max(widths, default=0)),
        length=max(lengths, key=lengths.__getitem__, default=0),
        headings=headings,
    )


def _body(ahead: _Ahead, shape: Shape, notes: Notes) -> Iterator[Row]:
    """The rows up to the end of the table; the last few are held until the end is seen.

    An ordinary row passes two looks at its cells: lists have a million of them.
    """
    near, rows, length = ahead.near, ahead.rows, shape.length
    odd = _OddRows(ahead, shape, notes)
    held: deque[Row] = deque()
    fewest = max(1, min(2, shape.width))
    key, headings = shape.key()
    has_any = False
    while row := near.popleft() if near else next(rows, None):
        cells = row[1]
        if (
            odd.after_blank
            or len(cells) != length
            or length - cells.count("") < fewest
            or cells[key].strip() in headings
            or not (cells[0].strip() or any(map(str.strip, cells)))
        ):
            # Without headings the first row is the table, or it would be found again for ever.
            if (has_any or headings) and odd.is_end(row):
                ahead.put_back(row)
                break
            if odd.is_none(row):
                continue
        held.append(row)
        has_any = True
        if len(held) > _HELD:
            yield held.popleft()
    below = _below(held, shape, odd.after_blanks)
    yield from held
    for number, _ in below:
        notes.add(number, BELOW)


class _OddRows:
    """What a row is that is not like the others: nothing, headings again, the next table."""

    def __init__(self, ahead: _Ahead, shape: Shape, notes: Notes) -> None:
        self._ahead, self._shape, self._notes = ahead, shape, notes
        self._start = ahead.look(1)[0][0] if ahead.look(1) else 0
        self._gaps = 0
        self.after_blank = False
        self.after_blanks: deque[int] = deque(maxlen=_HELD)

    def is_end(self, row: Row) -> bool:
        """Whether the next table begins here."""
        number, cells = row
        if not any(map(str.strip, cells)) or self._shape.is_again(cells):
            return False
        # Where an empty line follows each record, one says nothing.
        is_rare = self._gaps == 1 or self._gaps * 3 <= number - self._start
        is_cut_off = self.after_blank and is_rare
        if is_cut_off:
            self.after_blanks.append(number)
        if any("@" in cell for cell in cells):
            # The commonest of odd rows: a person of whom little is known, but the address.
            return False
        following = [cells for _, cells in self._ahead.look(_AHEAD) if any(cells)]
        return is_next_table(cells, following, self._shape, after_blank=is_cut_off)

    def is_none(self, row: Row) -> bool:
        """Whether this is no row of the list, as it is blank or the headings again."""
        number, cells = row
        is_blank = not any(map(str.strip, cells))
        self._gaps += is_blank and not self.after_blank
        is_again = not is_blank and self._shape.is_again(cells)
        if is_again:
            self._notes.add(number, AGAIN)
        self.after_blank = is_blank or (is_again and self.after_blank)
        return is_blank or is_again


def _below(held: deque[Row], shape: Shape, after_blanks: Container[int]) -> list[Row]:
    """The totals and notes, taken from the last rows of a table."""
    cut_off: list[bool] = []
    for number, cells in held:
        goes_on = bool(cut_off) and cut_off[-1] and facts_of(cells).filled == 1
        cut_off.append(number in after_blanks or goes_on)
    below: list[Row] = []
    while held and is_below_table(held[-1][1], shape, after_blank=cut_off[len(held) - 1]):
        below.append(held.pop())
    return below[::-1]


def _table(part: _Part, body: list[Row]) -> FoundTable:
    texts = joined_headings([cells for _, cells in part.header])
    values = [cells for _, cells in body]
    used = max((len(bare(cells)) for cells in values), default=0)
    # A column without a heading is one when something stands in it.
    width = max(len(bare(texts)), min(used, len(texts) or used))
    named = (texts[at] if at < len(texts) else "" for at in range(width))
    headings = tuple(text or f"Column {at}" for at, text in enumerate(named, start=1))
    return FoundTable(
        name=part.name,
        header_rows=tuple(number for number, _ in part.header),
        headings=headings,
        first_row=body[0][0] if body else 0,
        last_row=body[-1][0] if body else 0,
        rows=len(body),
        people=_people(texts, values[:_VALUES]),
        shape=part.shape,
    )


def _people(headings: Sequence[str], values: Sequence[list[str]]) -> int:
    """Of name, e-mail, number and company, how many a table has, by its headings or values."""
    fields = {SURE.get(plain_heading(heading)) for heading in headings}
    kinds = {kind for kind, of_it in _KINDS.items() if fields & of_it}
    texts = [cell[:LONG_ENOUGH] for cells in values for cell in cells]
    if any(map(_EMAIL.search, texts)):
        kinds.add("email")
    if any(map(_NUMBER.match, texts)):
        kinds.add("phone")
    return len(kinds)


def _note_rest(ahead: _Ahead, notes: Notes) -> None:
    """Note what comes after the table that was read."""
    while (part := _next_part(ahead)) is not None:
        for number, _ in part.above:
            notes.add(number, BELOW)
        inner = Notes()
        numbers = [number for number, _ in part.header]
        for number in numbers:
            notes.add(number, OTHER, part=part)
        for number, _ in _body(ahead, part.shape, inner):
            notes.add(number, OTHER, part=part)
        for one in inner.all:
            notes.add(one.last_row, OTHER, part=part)


_KINDS: dict[str, set[Field | None]] = {
    "name": {Field.NAME, Field.FIRST_NAME, Field.LAST_NAME},
    "email": {Field.EMAIL},
    "phone": {Field.PHONE, Field.DIRECT_PHONE, Field.MOBILE, Field.MAIN_PHONE},
    "company": {Field.COMPANY},
}
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.\w")
_NUMBER = re.compile(r"\s*\+\d[\d\s().\-/]{7,}$|\s*\(?0\d[\d\s().\-/]{6,}$")
_GUESTS = re.compile(
    r"attendee|participant|registrant|visitor|leads?\b|contacts?\b|people|teilnehmer|besucher"
    r"|kontakte|interessent|participants|contactos|asistentes|参加者|来場者",
    re.IGNORECASE,
)
_HOSTS = re.compile(
    r"host|panelist|speaker|organi[sz]er|staff|summary|statisti|moderator|referent|veranstalter"
    r"|zusammenfassung|exhibitor",
    re.IGNORECASE,
)
