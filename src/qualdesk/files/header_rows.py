"""Where the headings of a table stand: found, not assumed, because one list in four hides them."""

import re
from collections import Counter
from collections.abc import Sequence

from qualdesk.core.frozen import frozen
from qualdesk.core.heading_words import SURE
from qualdesk.core.headings import plain_heading

LOOK_AT = 60
# What a cell is shows in its beginning; patterns take long over a cell of a million characters.
LONG_ENOUGH = 200
# A row with so much less than the one below it is a line above the headings.
_NARROW = 0.7
_LONGEST_HEADING = 80
_FEW = 6
_NEAR = 20
# Two columns are as often a thing and its value as a table.
_PAIR = 2

Cells = Sequence[str]


@frozen
class RowFacts:
    """What a row is like.

    Attributes:
        index: its place among the rows looked at.
        filled: how many cells say something; the same again beside itself, as where a cell was
            spread over several columns, counts once.
        width: how many cells there are up to the last one that says something.
        known: how many cells are headings that lists of people have.
        has_data: whether a cell holds what headings never hold.
    """

    index: int
    cells: Cells
    filled: int
    width: int
    known: int
    has_data: bool

    @property
    def is_label(self) -> bool:
        """Whether this can be a row of headings."""
        if self.known > 1 and self.known * 2 >= self.filled:
            return True
        long = sum(len(cell) > _LONGEST_HEADING for cell in self.cells)
        is_line = self.filled <= _PAIR and next(filter(None, self.cells), "").endswith(":")
        return not self.has_data and long * 3 <= self.filled and not is_line


@frozen
class TableStart:
    """Where a table begins: the places of its headings, none when it has none, and of its rows."""

    header: tuple[int, ...]
    body: int


def find_start(rows: Sequence[Cells]) -> TableStart | None:
    """Where the first table in ``rows`` begins; None when they hold nothing.

    Lines above the headings (a title, the date of an export) are narrower than the table.
    """
    facts = [facts_of(row, index) for index, row in enumerate(rows[:LOOK_AT]) if any(row)]
    facts = [one for one in facts if one.width]
    if not facts:
        return None
    if _is_one_column(facts):
        return _start_of_column(facts)
    for at, one in enumerate(facts):
        below = facts[at + 1 :]
        if one.filled < _PAIR or _is_pair_above(one, below) or _is_over_headings(one, below):
            continue
        if one.is_label and not _looks_like_first_row(one, below):
            if _has_its_rows(one, below):
                return _start_under(facts, at)
        elif not _says_one_thing(one, below):
            return TableStart(header=(), body=one.index)
    first = next((at for at, one in enumerate(facts) if one.filled > 1 and one.is_label), None)
    return _start_under(facts, first) if first is not None else TableStart(header=(), body=0)


def find_header(rows: Sequence[Cells]) -> int | None:
    """The place of the first row of headings in ``rows``; None when the data has none."""
    start = find_start(rows)
    return start.header[0] if start and start.header else None


def facts_of(row: Cells, index: int = 0) -> RowFacts:
    """What a row is like; nothing but the row itself is looked at."""
    texts = [cell.strip() for cell in row]
    width = max((at + 1 for at, text in enumerate(texts) if text), default=0)
    spread = [text for at, text in enumerate(texts) if text and (not at or text != texts[at - 1])]
    return RowFacts(
        index=index,
        cells=texts,
        filled=len(spread),
        width=width,
        known=sum(map(is_known_heading, spread)),
        has_data=looks_like_data(texts),
    )


def looks_like_data(row: Cells) -> bool:
    """Whether a row holds what headings never hold: an address, a number to dial, a date."""
    return any(is_data(cell) for cell in row)


def is_data(cell: str) -> bool:
    """Whether a cell holds what a heading never holds."""
    return _DATA.search(cell[:LONG_ENOUGH]) is not None


def is_known_heading(cell: str) -> bool:
    """Whether lists of people have such a heading; with a number it may be somebody's name."""
    if not 0 < len(cell) <= _LONGEST_HEADING or _DIGIT.search(cell):
        return False
    return plain_heading(cell) in SURE


def joined_headings(rows: Sequence[Cells]) -> list[str]:
    """One heading for each column out of one or more rows of them, ``""`` where all are blank.

    A group over several columns goes before each: ``Contact: Phone``. Of two rows that name
    the same things, the one with the better known names counts.
    """
    width = max((len(row) for row in rows), default=0)
    padded = [[*(cell.strip() for cell in row), *[""] * (width - len(row))] for row in rows]
    joined = padded[-1] if padded else []
    for upper in reversed(padded[:-1]):
        above, below = facts_of(upper), facts_of(joined)
        if _is_group(above, below):
            joined = _under_groups(upper, joined)
        else:
            first, second = (upper, joined) if above.known >= below.known else (joined, upper)
            joined = [
                f"{one} {other}" if other.startswith(("(", "[")) else one or other
                for one, other in zip(first, second, strict=True)
            ]
    return joined


def _is_one_column(facts: Sequence[RowFacts]) -> bool:
    wide = sum(one.width > 1 for one in facts)
    return wide * 5 < len(facts) and not any(one.known > 1 for one in facts)


def _start_of_column(facts: Sequence[RowFacts]) -> TableStart:
    """A list of one column has its heading right above its rows."""
    data = next((at for at, one in enumerate(facts) if one.has_data), len(facts))
    above = facts[:data]
    if not above:
        return TableStart(header=(), body=facts[0].index)
    if data == len(facts):
        # All is text: lines above the heading would make a heading of a person.
        above = above[:1]
    named = [one for one in above[-_FEW:] if one.known]
    last = (named or above)[-1]
    return TableStart(header=(last.index,), body=last.index + 1)


def _is_pair_above(one: RowFacts, below: Sequence[RowFacts]) -> bool:
    """Whether a row is a thing and its value, and most rows below it are wider."""
    if one.width > _PAIR or one.known > 1 or is_data(one.cells[0]):
        return False
    widths = Counter(other.width for other in below[:_NEAR])
    usual = max(widths, key=lambda width: (widths[width], width), default=0)
    return usual > _PAIR and widths[usual] > 1


def _has_its_rows(one: RowFacts, below: Sequence[RowFacts]) -> bool:
    """Whether what stands below a row of labels are its rows, and not a table of its own."""
    if not below or one.known > 1:
        return True
    if any(other.known > 1 and other.is_label for other in _until_data(below)):
        return False
    following, after = below[0], below[1] if len(below) > 1 else None
    if following.filled == 1 and not following.has_data and one.width > _PAIR and after:
        # The title of a table stands apart; a row of which only the name is known does not.
        return after.index == one.index + 2
    return one.width > following.width * _NARROW or following.has_data


def _until_data(below: Sequence[RowFacts]) -> list[RowFacts]:
    """The next few rows, up to the first with data that is as wide as a table."""
    near = below[:_FEW]
    end = next((at for at, one in enumerate(near) if one.has_data and one.width > _PAIR), len(near))
    return list(near[:end])


def _looks_like_first_row(one: RowFacts, below: Sequence[RowFacts]) -> bool:
    """Whether a row of texts is a row like those below it: it says what they say, in its place."""
    if one.known:
        return False
    others = [other for other in below[:_NEAR] if list(other.cells) != list(one.cells)]
    # A heading over several rows says the same in each of them, but not where the data is.
    others = [other for other in others if other.has_data] or others[1:]
    return any(
        text and any(at < other.width and other.cells[at] == text for other in others)
        for at, text in enumerate(one.cells)
    )


def _says_one_thing(one: RowFacts, below: Sequence[RowFacts]) -> bool:
    """Whether a row with data is a line above headings, like ``Exported;16.03.2026``."""
    if is_data(one.cells[0]):
        return False
    labels = (other for other in below[: 2 * _FEW] if other.is_label and other.filled > _PAIR)
    wider = next((other for other in labels if one.width <= other.width * _NARROW), None)
    if wider is None:
        return False
    between = [other for other in below if other.index < wider.index]
    return all(other.width <= wider.width * _NARROW for other in between)


def _start_under(facts: Sequence[RowFacts], at: int) -> TableStart:
    """The start of the table whose headings are at ``at``, with the rows of headings around it."""
    header = [facts[at]]
    for above in reversed(facts[:at]):
        if above.index != header[0].index - 1 or not _is_group(above, header[0]):
            break
        header.insert(0, above)
    for place in range(at + 1, min(len(facts), at + 4)):
        following = facts[place]
        if following.index != header[-1].index + 1:
            break
        if not _goes_on(header[-1], following):
            break
        header.append(following)
    return TableStart(header=tuple(one.index for one in header), body=header[-1].index + 1)


def _is_group(above: RowFacts, one: RowFacts) -> bool:
    """Whether a row names groups of the columns of the row below it."""
    if above.has_data or above.filled < _PAIR or above.width > len(one.cells):
        return False
    if above.filled >= one.filled and not (one.known and _fills_gaps(above, one)):
        return False
    if any(text.endswith(":") for text in above.cells):
        return False
    spread = [at for at, text in enumerate(above.cells) if text]
    gaps = above.width - len(set(spread))
    is_doubled = len(spread) > above.filled
    return (gaps > 0 or is_doubled) and above.known <= one.known


def _fills_gaps(above: RowFacts, one: RowFacts) -> bool:
    """Whether two rows are headings only together: where one is blank, the other is not."""
    pairs = [(text, at < len(one.cells) and one.cells[at]) for at, text in enumerate(above.cells)]
    return all(text or below for text, below in pairs) and any(not text for text, _ in pairs)


def _goes_on(one: RowFacts, following: RowFacts) -> bool:
    """Whether the row under headings is headings too; a person must never become one."""
    if list(following.cells) == list(one.cells):
        return True
    if following.has_data or following.filled < _PAIR or not following.is_label:
        return False
    if following.known > 1 and following.known * 2 >= following.filled:
        return True
    in_brackets = (not text or text.startswith(("(", "[", "{")) for text in following.cells)
    return following.filled > _PAIR and all(in_brackets)


def _is_over_headings(one: RowFacts, below: Sequence[RowFacts]) -> bool:
    """Whether a row of few texts names groups of the headings right below it."""
    if len(below) < _PAIR or one.known > 1 or not one.is_label:
        return False
    following, after = below[0], below[1]
    if following.index != one.index + 1 or following.has_data or not following.is_label:
        return False
    is_sparse = one.filled <= following.filled / 2 and _is_group(one, following)
    return is_sparse and (after.has_data or _is_over_headings(following, below[1:]))


def _under_groups(groups: Cells, texts: Cells) -> list[str]:
    """The headings, each after the group that stands over it and over columns to its left."""
    named: list[str] = []
    group = ""
    for above, text in zip(groups, texts, strict=True):
        # A heading over two rows, with nothing below it, is a group of nothing.
        group = above if text and above else group if text else ""
        is_said = not group or plain_heading(group) == plain_heading(text)
        named.append((text if is_said else f"{group}: {text}") if text else above)
    return named


_DIGIT = re.compile(r"\d")
_DATA = re.compile(
    r"[^@\s]+@[^@\s]+\.\w+"  # an e-mail address
    r"|^\s*\+?[\d\s().\-/]{7,}$"  # a number to dial, or a date
    r"|^\s*\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[T ,]|$)"  # a date, with a time or not
    r"|^\s*[^\W\d]{3,9}\.? \d{1,2},? \d{4}\b"  # a date in words
    r"|^\s*(?:https?://|www\.)"
    r"|^\s*[$€£¥]?\s?-?\d+(?:[.,]\d+)*\s?[%$€£¥]?\s*$"  # an amount
)
