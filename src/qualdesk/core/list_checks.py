"""What was found in a list before it is loaded: problems grouped by the way they are mended."""

from enum import StrEnum

from qualdesk.core.frozen import frozen
from qualdesk.core.list_choices import RowMend
from qualdesk.core.wording import tr, tr_later

MOST_ROWS_SHOWN = 500
"""Rows a group keeps to be looked at; its count is always of all of them."""


class Section(StrEnum):
    """The four heaps a group lies on, in this order."""

    ASKS = "asks"
    FIXED = "fixed"
    LEFT_OUT = "left_out"
    KNOW = "know"

    @property
    def label(self) -> str:
        """The heap as the screen says it."""
        return tr(_LABELS[self])


class RowTone(StrEnum):
    """How a row stands: ready, ready but worth a look, or left out."""

    READY = "ready"
    LOOK = "look"
    OUT = "out"


class FixKind(StrEnum):
    """What was mended in a row without asking, because there is no doubt."""

    NUMBER = "number"
    NAME = "name"
    DATE = "date"
    EMAIL = "email"
    SOURCE = "source"


@frozen
class Fix:
    """Something in a row that was mended: as it stood in the file, and as it is now."""

    kind: FixKind
    before: str
    after: str


@frozen
class Offer:
    """A way to mend one row, as a link beside it: what it says, and the mend it makes.

    ``mend`` None opens the row for writing: the person types the new text of ``heading``.
    """

    says: str
    mend: RowMend | None = None
    heading: str = ""


@frozen
class CheckedRow:
    """One row of a group, before and after.

    Attributes:
        number: the row's number in its file.
        result: what becomes of it, in a few words ("Ready", "Looks British.", "Left out.").
    """

    number: int
    name: str
    company: str
    before: str
    after: str
    result: str
    tone: RowTone
    offers: tuple[Offer, ...] = ()


@frozen
class Option:
    """One of the answers to a question about a group of rows.

    ``wants`` names what must be picked next, "country" or nothing: the answer is then that
    country's code instead of ``id``.
    """

    id: str
    title: str
    says: str
    is_suggested: bool = False
    wants: str = ""


@frozen
class CheckGroup:
    """Rows with the same thing to say of them.

    Attributes:
        id: what an answer in :class:`ListChoices` names.
        title: the group in a few words, ``says`` what is in it, ``count`` how many rows.
        heading: the same as a full statement ("9 numbers could belong to more than one
            country"), and ``explains`` what it means and what can be done.
        options: the answers to choose from, for a group that asks.
        answer: the id chosen, or the code of a country; empty while the default holds.
        default: the id that holds while nobody answers: always the one that loses nothing.
        rows: the first rows, at most :data:`MOST_ROWS_SHOWN`.
    """

    id: str
    section: Section
    title: str
    says: str
    count: int
    heading: str
    explains: str
    options: tuple[Option, ...] = ()
    answer: str = ""
    default: str = ""
    rows: tuple[CheckedRow, ...] = ()


_LABELS = {
    Section.ASKS: tr_later("Needs your answer"),
    Section.FIXED: tr_later("Fixed for you"),
    Section.LEFT_OUT: tr_later("Left out"),
    Section.KNOW: tr_later("Good to know"),
}
