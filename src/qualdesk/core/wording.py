"""Words for people, in the language the window speaks. English is what stands in the code.

A sentence is written once, whole, with named places for what changes in it; other languages may
put those places elsewhere. Text that is kept in the workspace or a file is never given here.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from string import Formatter
from typing import Any, Final, TypeAlias

from typing_extensions import override

from qualdesk.core.frozen import frozen

Translate: TypeAlias = Callable[[str, str, int], str]
"""The English text, what it is about, and the number it counts (-1: none), to the text shown."""


@frozen
class Language:
    """How words and numbers are shown.

    Attributes:
        code: ISO 639-1, as "de".
        translate: gives the English text back where it knows no other.
        thousands: between groups of three digits.
        decimal: before the parts of one.
        percent: after a share.
    """

    code: str
    translate: Translate
    thousands: str = ","
    decimal: str = "."
    percent: str = "%"


def tr(text: str, /, *, about: str = "", **values: Any) -> str:
    """A text in the language spoken, its places filled: ``tr("Call {name}", name=name)``.

    Places take Python's formats; ``{count:,}`` and ``{share:.0%}`` follow the language's own way
    with numbers. ``about`` tells apart one English text with two meanings. Without values the
    text is shown as it stands, braces and all. Values are never read as templates.
    """
    said = _language()
    found = said.translate(text, about, -1) if said.translate is not _as_it_is else text
    return _filled(found, text, values) if values else found


def tr_n(count: int, one: str, many: str, /, *, about: str = "", **values: Any) -> str:
    """A text that counts something, which stands in it as ``{n}``: one of it, or any other number.

    The language spoken may have more forms than these two.
    """
    english = one if count == 1 else many
    said = _language()
    if said.translate is _as_it_is:
        return _filled(english, english, {"n": count, **values})
    found = said.translate(many, about, count)
    return _filled(english if found == many else found, english, {"n": count, **values})


def tr_later(text: str, /, *, about: str = "") -> str:
    """Marks a text that is given to :func:`tr` where it is shown: a label kept in a table.

    What it is ``about`` is said in both places.
    """
    del about
    return text


def number(count: float, form: str = ",") -> str:
    """A number as the language writes it: “1,204” in English, “1.204” in German.

    ``form`` is Python's: ".1f" gives “0.9” or “0,9”, ".0%" “13%” or “13 %”.
    """
    return _FILLING.format_field(count, form)


def listed(parts: Iterable[str]) -> str:
    """All of them in a sentence: “a, b and c”; empty for none."""
    *others, last = [*parts] or [""]
    return tr("{others} and {last}", others=", ".join(others), last=last) if others else last


def either(parts: Iterable[str]) -> str:
    """Any one of them in a sentence: “a, b or c”; empty for none."""
    *others, last = [*parts] or [""]
    return tr("{others} or {last}", others=", ".join(others), last=last) if others else last


def within(label: str) -> str:
    """A label inside a sentence: without capitals in English, as it stands in other languages."""
    return label.lower() if spoken() == _ENGLISH.code else label


def speak(language: Language | None) -> None:
    """From now on words are in this language; None for English. Windows made before stay as is."""
    global _spoken  # noqa: PLW0603 - one window speaks one language, as one process has one locale
    _spoken = language or _ENGLISH


@contextmanager
def english() -> Iterator[None]:
    """What is said within is to be kept in the workspace or a file: it stays English.

    Kept in the language of whoever looked, it would be one of several there, and the program
    could no longer read it back. Also a decorator; of a generator only the beginning is within.
    """
    before = _kept.set(_ENGLISH)
    try:
        yield
    finally:
        _kept.reset(before)


def spoken() -> str:
    """The code of the language spoken, as "en"."""
    return _language().code


class _Filling(Formatter):
    """Fills places as Python does, with the language's own way to write numbers."""

    @override
    def format_field(self, value: Any, format_spec: str) -> str:
        shown = str(format(value, format_spec))
        said = _language()
        if not isinstance(value, int | float) or said is _ENGLISH:
            return shown
        marks = {",": said.thousands, ".": said.decimal, "%": said.percent}
        return "".join(marks.get(sign, sign) for sign in shown)


def _filled(text: str, english: str, values: dict[str, Any]) -> str:
    """The text with its places filled; in English where a translation names a place wrongly."""
    try:
        return _FILLING.vformat(text, (), values)
    except (KeyError, IndexError, ValueError):
        if text == english:
            raise
        return _FILLING.vformat(english, (), values)


def _language() -> Language:
    return _kept.get() or _spoken


def _as_it_is(text: str, about: str, count: int) -> str:
    del about, count
    return text


_FILLING: Final = _Filling()
_ENGLISH: Final = Language(code="en", translate=_as_it_is)
_spoken = _ENGLISH
_kept: ContextVar[Language | None] = ContextVar("kept", default=None)
