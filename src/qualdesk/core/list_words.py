"""Counts and cells as the groups of a list say them."""

from qualdesk.core.plain_text import shortened, without_tricks
from qualdesk.core.wording import tr, tr_n

_LETTERS = 120
_FEW = 10


def counted(count: int, one: str, many: str = "") -> str:
    """A count with its word: ``1 row``, ``1,204 rows``."""
    single, several = f"{{n:,}} {one}", f"{{n:,}} {many or one + 's'}"
    return tr_n(count, single, several)


def choose_once(count: int) -> str:
    """That one answer holds for all rows of a question."""
    if count == 1:
        return tr("Choose once.")
    if count == 2:  # noqa: PLR2004 - a pair
        return tr("Choose once for both.")
    return tr("Choose once for all {count:,}.", count=count)


def cell(text: str) -> str:
    """A cell as a table shows it: one short line, without what hides or turns text."""
    return shortened(" ".join(without_tricks(text[: 4 * _LETTERS]).split()), _LETTERS)


def share(part: int, whole: int) -> str:
    """How many of all: ``5 of 8`` for few, ``8 in 10`` for many, never a share of nothing."""
    if whole < _FEW or part in {0, whole}:
        return tr("all", about="rows") if part == whole else _of(part, whole)
    tenths = round(10 * part / whole)
    if tenths in {0, 10}:
        # Rounded to none or to all it would say what is not so.
        return _of(part, whole)
    return tr("{tenths} in 10", tenths=tenths)


def _of(part: int, whole: int) -> str:
    return tr("{part:,} of {whole:,}", part=part, whole=whole)
