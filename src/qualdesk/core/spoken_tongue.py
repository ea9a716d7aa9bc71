"""A language in which times are said: how its words are put plainly, and how a time is written.

A text in another language is turned into the few English words that one reader knows: "halb elf"
becomes "10:30", "pasado mañana" becomes "day after tomorrow". So a language is a table.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

Turn = tuple[str, str | Callable[[re.Match[str]], str]]
"""A pattern over folded text, and what stands in its place."""


# No slots, unlike other values: its patterns are made once and kept. One is never equal to another.
@dataclass(frozen=True, kw_only=True, eq=False)
class Tongue:
    """One language.

    Attributes:
        tag: its tag, ``de``.
        weekdays: their names, Monday first; ``months`` those of the months.
        written: how a day and a time are written, with ``{weekday}``, ``{day}``, ``{month}``,
            ``{year}`` and ``{clock}``.
        year: how a year stands in there, with ``{}``.
        numbers: number words, folded, and what they count.
        idioms: what is turned before numbers are; ``turns`` what is turned after them.
        first: how the first of a month is written.
    """

    tag: str
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    written: str
    year: str = " {}"
    first: str = "1"
    numbers: Mapping[str, int] = field(default_factory=dict)
    idioms: tuple[Turn, ...] = ()
    turns: tuple[Turn, ...] = ()

    def plainly(self, folded: str) -> str:
        """The words of this language as the reader knows them; what it does not know stays."""
        text = folded
        for pattern, plain in self._before:
            text = pattern.sub(plain, text)
        if self.numbers:
            text = self._number.sub(lambda found: str(self.numbers[found[0]]), text)
        for pattern, plain in self._after:
            text = pattern.sub(plain, text)
        return " ".join(text.split())

    @cached_property
    def _before(self) -> list[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]]:
        return [(re.compile(pattern), plain) for pattern, plain in self.idioms]

    @cached_property
    def _after(self) -> list[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]]:
        return [(re.compile(pattern), plain) for pattern, plain in self.turns]

    @cached_property
    def _number(self) -> re.Pattern[str]:
        longest_first = sorted(self.numbers, key=len, reverse=True)
        return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])")


def folded(text: str) -> str:
    """Small letters without accents: people type "manana" and "fevrier", and mean them."""
    letters = unicodedata.normalize("NFD", text.casefold().replace("\u2019", "'"))
    return "".join(each for each in letters if not "\u0300" <= each <= "\u036f")


def past(hour: int | str, minutes: int | str) -> str:
    """So many minutes past an hour, as a clock shows it."""
    return f"{hour}:{int(minutes):02d}"


def before(hour: int | str, minutes: int | str) -> str:
    """So many minutes before an hour; before one it is twelve."""
    last = int(hour) - 1
    return past(last if last > 0 else 12 if last == 0 else 23, 60 - int(minutes))


def names(table: Mapping[str, str], *, ends: str = "") -> Iterable[Turn]:
    """A turn for each plain word of a table: plain word to the pattern that means it."""
    return tuple((rf"\b(?:{pattern}){ends}\b\.?", plain) for plain, pattern in table.items())
