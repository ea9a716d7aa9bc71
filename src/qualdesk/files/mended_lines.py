"""One line whose quotes do not add up, parted into cells as its writer meant it."""

import re


def mended_cells(line: str, delimiter: str, quote: str, width: int) -> list[str]:
    """The cells of a line no strict reader takes.

    A quote ends a cell only before a delimiter, so quotes inside a text are kept; one that is
    never closed, or opened before another cell opens, is dropped. Of several ways to read it
    the one that has ``width`` cells, as the other rows have, is taken.
    """
    line = line.rstrip("\r\n")
    ways = (
        _parted(line, delimiter, quote, pairs=True),
        _parted(line, delimiter, quote, pairs=False),
        [cell.strip(" " + quote) for cell in line.split(delimiter)],
    )
    return next((cells for cells in ways if len(cells) == width), ways[0])


def _parted(line: str, delimiter: str, quote: str, *, pairs: bool) -> list[str]:
    cells = []
    closing = re.compile(f"{quote} *(?={re.escape(delimiter)}|$)")
    at = 0
    while True:
        opened = at + (len(line[at : at + 80]) - len(line[at : at + 80].lstrip(" ")))
        end = -1
        if line.startswith(quote, opened):
            end = _end_of_quoted(line, opened + 1, (delimiter, quote, closing), pairs=pairs)
        if end >= 0:
            cells.append(line[opened + 1 : end].replace(quote * 2, quote))
            after = line.find(delimiter, end)
        else:
            after = line.find(delimiter, at)
            cell = line[at:] if after < 0 else line[at:after]
            cells.append(cell.strip(" " + quote) if line.startswith(quote, opened) else cell)
        if after < 0:
            return cells
        at = after + 1


def _end_of_quoted(
    line: str, start: int, signs: tuple[str, str, re.Pattern[str]], *, pairs: bool
) -> int:
    """Where the quote that closes the cell stands; -1 when the cell was not meant to be quoted.

    ``pairs``: whether two quotes before a delimiter are one in the text; otherwise the second
    of them closes the cell, as where a program forgot to double an inch mark.
    """
    delimiter, quote, closing = signs
    at = line.find(quote, start)
    while at >= 0:
        is_doubled = line.startswith(quote, at + 1) and not (at == start and at + 2 == len(line))
        opens = at > start and line[at - 1] == delimiter
        if is_doubled:
            if not pairs and not opens and closing.match(line, at + 1):
                return at + 1
            at = line.find(quote, at + 2)
            continue
        if closing.match(line, at):
            return at
        if opens:
            return -1
        at = line.find(quote, at + 1)
    return -1
