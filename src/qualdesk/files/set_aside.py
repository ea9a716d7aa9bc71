"""What of a file is no row of the list: noted with its numbers, and said in a sentence."""

from collections.abc import Sequence
from typing import NamedTuple

from qualdesk.core.wording import tr, tr_later

ABOVE = tr_later("above the table")
AGAIN = tr_later("the headings again")
BELOW = tr_later("below the table")
OTHER = tr_later("another table")


class SetAside(NamedTuple):
    """Rows of the file that are no rows of the list, by their numbers, and what they are."""

    first_row: int
    last_row: int
    why: str


class Notes:
    """What was set aside, lines that follow each other as one."""

    def __init__(self) -> None:
        self.all: list[SetAside] = []
        self._part: object = None

    def add(self, number: int, why: str, part: object = None) -> None:
        """Note a row; ``part`` is the table it belongs to, when it belongs to another."""
        last = self.all[-1] if self.all else None
        goes_on = last and last.why == why and part is self._part
        if last and goes_on and (why != AGAIN or number == last.last_row + 1):
            self.all[-1] = last._replace(last_row=max(number, last.last_row))
        else:
            self.all.append(SetAside(number, number, why))
        self._part = part


def said_of_aside(aside: Sequence[SetAside]) -> tuple[str, ...]:
    """What is set aside, a sentence for each kind."""
    said = []
    for why, (of_one, of_many, of_more) in _SAID.items():
        spans = [one for one in aside if one.why == why]
        if spans:
            is_one = len(spans) == 1 and spans[0].first_row == spans[0].last_row
            shown = ", ".join(map(_span, spans[:_SPANS_SHOWN]))
            more = len(spans) - _SPANS_SHOWN
            if more > 0:
                said.append(tr(of_more, rows=shown, more=more))
            else:
                said.append(tr(of_one if is_one else of_many, rows=shown))
    return tuple(said)


def _span(one: SetAside) -> str:
    return (
        str(one.first_row) if one.first_row == one.last_row else f"{one.first_row}-{one.last_row}"
    )


_SPANS_SHOWN = 5
_SAID = {
    ABOVE: (
        tr_later("Row {rows} stands above the table and is not loaded."),
        tr_later("Rows {rows} stand above the table and are not loaded."),
        tr_later("Rows {rows} and {more} more stand above the table and are not loaded."),
    ),
    AGAIN: (
        tr_later("Row {rows} is the headings again and is not loaded."),
        tr_later("Rows {rows} are the headings again and not loaded."),
        tr_later("Rows {rows} and {more} more are the headings again and not loaded."),
    ),
    BELOW: (
        tr_later("Row {rows} stands below the table and is not loaded."),
        tr_later("Rows {rows} stand below the table and are not loaded."),
        tr_later("Rows {rows} and {more} more stand below the table and are not loaded."),
    ),
    OTHER: (
        tr_later("Row {rows} is another table and is not loaded."),
        tr_later("Rows {rows} are another table and are not loaded."),
        tr_later("Rows {rows} and {more} more are another table and are not loaded."),
    ),
}
