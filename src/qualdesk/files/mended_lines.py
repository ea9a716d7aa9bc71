"""One line whose quotes do not add up, parted into cells as its writer meant it."""

import re
from bisect import bisect_left
from collections.abc import Iterator

# Beyond these a line is parted in one way only: no hostile one takes minutes.
_MOST_QUOTES = 200
_MOST_CELLS = 300
_MOST_STEPS = 2_000
_LONGEST = 20_000


def mended_cells(line: str, delimiter: str, quote: str, width: int) -> list[str]:
    """The cells of a line no strict reader takes.

    A quote ends a cell only before a delimiter, so quotes inside a text are kept; one that is
    never closed, or opened before another cell opens, is dropped. Of several ways to read it
    one that has ``width`` cells, as the other rows have, is taken.
    """
    line = line.rstrip("\r\n")
    mender = _Mender(line, delimiter, quote)
    is_small = len(line) <= _LONGEST and width <= _MOST_CELLS
    if is_small and line.count(quote) <= _MOST_QUOTES:
        cells = mender.parted(0, width)
        if cells is not None:
            return list(cells)
    return mender.parted_first_way()


class _Mender:
    """The ways to part one line."""

    def __init__(self, line: str, delimiter: str, quote: str) -> None:
        self._line = line
        self._delimiter = delimiter
        self._quote = quote
        ends = re.compile(f"{quote} *(?={re.escape(delimiter)}|$)")
        # Where a quoted cell can end, and where the next one begins.
        found = [(one.start(), one.end() + 1) for one in ends.finditer(line)]
        self._ends = [(end, -1 if after > len(line) else after) for end, after in found]
        self._known: dict[tuple[int, int], tuple[str, ...] | None] = {}

    def parted(self, at: int, width: int) -> tuple[str, ...] | None:
        """The rest of the line from ``at`` in just ``width`` cells; None where there is no way."""
        if width < 1 or len(self._known) > _MOST_STEPS:
            return None
        if (at, width) not in self._known:
            self._known[at, width] = self._find(at, width)
        return self._known[at, width]

    def parted_first_way(self) -> list[str]:
        """The line in whatever cells come first."""
        cells, at = [], 0
        while at >= 0:
            cell, at = next(self._cells_at(at, most=1))
            cells.append(cell)
        return cells

    def _find(self, at: int, width: int) -> tuple[str, ...] | None:
        for cell, after in self._cells_at(at):
            if after < 0:
                if width == 1:
                    return (cell,)
                continue
            rest = self.parted(after, width - 1)
            if rest is not None:
                return (cell, *rest)
        return None

    def _cells_at(self, at: int, most: int = _MOST_QUOTES) -> Iterator[tuple[str, int]]:
        """What the cell at a place can be, and where the next begins (-1: none).

        The likeliest comes first; of the places where a quoted one can end ``most`` are tried.
        """
        line, quote = self._line, self._quote
        opened = at
        while line.startswith(" ", opened):
            opened += 1
        if line.startswith(quote, opened):
            first = bisect_left(self._ends, (opened + 1,))
            improper = []
            for end, after in self._ends[first : first + most]:
                cell = line[opened + 1 : end]
                if quote in cell.replace(quote * 2, ""):
                    improper.append((cell.replace(quote * 2, quote), after))
                else:
                    yield cell.replace(quote * 2, quote), after
            yield from improper
        after = line.find(self._delimiter, at)
        cell = line[at:] if after < 0 else line[at:after]
        # A quote nobody closed says nothing.
        is_stray = line.startswith(quote, opened)
        yield cell.strip(" ").strip(quote) if is_stray else cell, after + 1 if after >= 0 else -1
