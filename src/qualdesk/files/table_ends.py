"""Where a table ends: totals and notes below it, its headings again, another table after it."""

import re
from collections.abc import Sequence

from qualdesk.core.frozen import frozen
from qualdesk.files.header_rows import LONG_ENOUGH, Cells, RowFacts, facts_of, looks_like_data

# Up to so many lines stand between the title of a table and its headings.
_TITLE_LINES = 6
_PAIR = 2
_WIDE = 4
_SENTENCE = 5


@frozen
class Shape:
    """What the rows of a table are like.

    Attributes:
        width: how many columns it has.
        length: how many cells most of its rows have, empty ones at their ends too.
        headings: its rows of headings, bare of empty cells at their ends.
    """

    width: int
    length: int
    headings: tuple[tuple[str, ...], ...]

    def key(self) -> tuple[int, set[str]]:
        """A column by which its headings are told from its rows, and what they say there."""
        columns = range(min([self.length, *map(len, self.headings)]))
        whole = (at for at in columns if all(row[at] for row in self.headings))
        key = next(whole, 0)
        return key, {row[key] for row in self.headings if key < len(row) and row[key]}

    def is_again(self, cells: Cells) -> bool:
        """Whether a row is the headings once more, as where exports were put together."""
        return bool(self.headings) and bare(cells) in self.headings


def bare(cells: Cells) -> tuple[str, ...]:
    """A row without the space around its cells and the empty cells at its end."""
    texts = [cell.strip() for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    return tuple(texts)


def is_next_table(
    cells: Cells, following: Sequence[Cells], shape: Shape, *, after_blank: bool
) -> bool:
    """Whether another table begins with this row: its title, or its headings.

    In doubt the row is one of the list, because a row too many can be seen and left out.
    """
    if shape.width < _PAIR:
        return False
    if not after_blank and _is_wide(cells) and looks_like_data(cells):
        return False
    facts = facts_of(cells)
    if facts.filled == 1:
        is_title = shape.width > _PAIR and not facts.has_data
        stands_out = (
            after_blank or len(cells) == 1 or bool(_SECTION.search(" ".join(cells)[:LONG_ENOUGH]))
        )
        return is_title and _headings_follow(following, shape, after_blank=stands_out)
    if facts.has_data and facts.known < _PAIR:
        is_line = after_blank and _is_line(facts, shape)
        return is_line and _headings_follow(following, shape, after_blank=True)
    if not facts.is_label:
        return False
    return _are_headings(facts, following, shape, after_blank=after_blank)


def is_below_table(cells: Cells, shape: Shape, *, after_blank: bool) -> bool:
    """Whether one of the last rows is no row of the table but a total or a note below it."""
    texts = [cell.strip()[:LONG_ENOUGH] for cell in cells if cell.strip()]
    first, rest = texts[0], texts[1:]
    if not rest:
        is_cut_off = after_blank and (shape.width > _PAIR or len(cells) < shape.length)
        return _is_note(first, shape, is_cut_off=is_cut_off)
    if any(_CONTACT.search(text) for text in rest):
        return False
    words = [text for text in texts if not _AMOUNT.match(text)]
    if words and len(words) < len(texts):
        return all(_TOTAL.match(text) for text in words)
    if not words:
        # Sums without a word stand under the columns they add up, not under the first.
        return after_blank and not cells[0].strip() and len(texts) * 2 <= shape.width
    return bool(_NOTE.match(first)) and len(texts) * 2 <= max(shape.width, _WIDE)


def _is_note(text: str, shape: Shape, *, is_cut_off: bool) -> bool:
    """Whether a cell that stands alone is a note; a person may have no more than a name."""
    if _TOTAL.match(text) or _NOTE.match(text):
        return True
    is_sentence = shape.width > _PAIR and len(text.split()) >= _SENTENCE
    return is_sentence or (is_cut_off and not _CONTACT.search(text))


def _is_wide(cells: Cells) -> bool:
    """Whether more than one cell says something, by a look that costs next to nothing."""
    return len(cells) - cells.count("") > 1


def _is_line(facts: RowFacts, shape: Shape) -> bool:
    """Whether a row is too narrow for the table: a thing and its value."""
    return facts.width <= _PAIR and shape.width >= _WIDE


def _headings_follow(following: Sequence[Cells], shape: Shape, *, after_blank: bool) -> bool:
    """Whether the rows after a title come to headings, over other lines about the table."""
    for at, row in enumerate(following[:_TITLE_LINES]):
        if not _is_wide(row):
            continue
        facts = facts_of(row)
        if facts.filled < _PAIR or (facts.has_data and _is_line(facts, shape)):
            continue
        if shape.is_again(row) and not after_blank:
            # What seemed a title may be a person of whom only the name is known.
            return False
        is_label = facts.is_label and (facts.known > 1 or not facts.has_data)
        return is_label and _are_headings(
            facts, following[at + 1 :], shape, after_blank=after_blank
        )
    return False


def _are_headings(
    facts: RowFacts, following: Sequence[Cells], shape: Shape, *, after_blank: bool
) -> bool:
    if facts.known > 1:
        return True
    own = {text for row in shape.headings for text in row if text}
    shared = sum(text in own for text in facts.cells if text)
    if shared > 1 and shared * 2 >= facts.filled:
        return True
    if not after_blank or facts.filled <= _PAIR or facts.width == shape.width or not following:
        return False
    if len(facts.cells) == len(following[0]) != shape.length:
        return True
    below = facts_of(following[0])
    return below.has_data and below.width <= facts.width and below.filled > 1


_SECTION = re.compile(
    r"\b(?:details|list|report|table|session|part|section|attendees?|participants|registrants"
    r"|panelists?|hosts?|speakers?|leads|contacts|liste|teilnehmer|tabelle|bericht|teil)\b",
    re.IGNORECASE,
)
_CONTACT = re.compile(r"[^@\s]+@[^@\s]+\.\w|^\s*\+|(?:\d[\s().\-/]*){9,}")
# Each digit fits in one way only: else a long number that is no amount takes for ever.
_AMOUNT = re.compile(r"[^\w\s]?\s?-?\d+(?:[.,' ]\d+)*\s?(?:%|€|\$|£|[A-Z]{3})?$")
_TOTAL = re.compile(
    r"\W*(?:grand |sub[- ]?)?(?:totals?|sums?|summen?|gesamt(?:summe|zahl)?|insgesamt|anzahl|count"
    r"|average|mean|zwischensumme|mittelwert|durchschnitt|suma|somme|moyenne|promedio"
    r"|number of|no\. of|合計|総計|件数|平均)"
    r"(?: ?(?:of|der|de)?\b ?\w+)?\s*(?:[:=]\s*)?[\d.,' ]*"
    r"(?:\(\d[^()]*\))?\W*$",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"\W*(?:generated|exported|downloaded|printed|report(?:ed)? (?:by|on|generated|created|date)"
    r"|created (?:by|on|with)|powered by|source\s*:|pages? \d|end of|confidential|copyright|©"
    r"|notes?\s*:|legend|filters?\s*:|filtered by|disclaimer|for internal use|\d+ (?:rows|records)"
    r"|erstellt|exportiert|generiert|gedruckt|quelle\s*:|seite \d|stand\s*:|stand \d|hinweise?\s*:"
    r"|anmerkung(?:en)?\s*:|vertraulich|ende der|legende|nur für"
    r"|généré|exporté|imprimé|source :|fin de|confidentiel"
    r"|generado|exportado|fuente\s*:|página \d|fin del|confidencial|nota\s*:)"
    r"|\*+ ?\w|[-=_*]{3,}$",
    re.IGNORECASE,
)
