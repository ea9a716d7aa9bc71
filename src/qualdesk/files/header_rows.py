"""Where the headings of a table stand: found, not assumed, because one list in four hides them."""

import re
from collections import Counter
from collections.abc import Sequence

LOOK_AT = 60
# A row with so much less than the one below it is a line above the headings.
_NARROW = 0.7
_LONG_ENOUGH = 200


def find_header(rows: Sequence[Sequence[str]]) -> int | None:
    """The index in ``rows`` of the row of headings; None when the data starts without one.

    Lines above the headings (a title, the date of an export) have fewer cells than the table.
    ``rows`` are the first of the file, blank ones included; nothing else is looked at.
    """
    widths = Counter(_width(row) for row in rows[:LOOK_AT] if any(row))
    filled = {index: _filled(row) for index, row in enumerate(rows[:LOOK_AT]) if _filled(row)}
    if not filled:
        return None
    # The commonest width; of two as common, the wider, because a preamble is narrow.
    usual = max(widths, key=lambda width: (widths[width], width))
    enough = 1 if usual == 1 else max(2, round(usual * 0.6))
    found = None
    for index, count in filled.items():
        if looks_like_data(rows[index]):
            if found is not None or count > usual * _NARROW:
                return found
        elif count >= enough and (found is None or filled[found] <= count * _NARROW):
            found = index
        elif found is not None:
            return found
    return found if found is not None else next(iter(filled))


def looks_like_data(row: Sequence[str]) -> bool:
    """Whether a row holds what headings never hold: an address, a number to dial, a date."""
    return any(_DATA.search(cell[:_LONG_ENOUGH]) for cell in row)


def _filled(row: Sequence[str]) -> int:
    return sum(1 for cell in row if cell.strip())


def _width(row: Sequence[str]) -> int:
    """How many cells a row has without the empty ones at its end."""
    return max((index + 1 for index, cell in enumerate(row) if cell.strip()), default=0)


_DATA = re.compile(
    r"[^@\s]+@[^@\s]+\.\w+"  # an e-mail address
    r"|^\s*\+?[\d\s().\-/]{7,}$"  # a number to dial, or a date
    r"|^\s*-?\d+(?:[.,]\d+)?\s*$"  # an amount
)
