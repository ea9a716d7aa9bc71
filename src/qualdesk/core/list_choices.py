"""What a person decided about a list: one value, whether a window, a file or a program says it."""

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from enum import StrEnum

from qualdesk.core.errors import Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.rules import Audience
from qualdesk.core.wording import tr

LEAVE_OUT = "leave_out"
"""The answer to a problem that every question has: these rows stay out, and go to a file."""


class IfKnown(StrEnum):
    """What happens to a row whose person is known already.

    UPDATE adds what is new and never overwrites what is there; SKIP leaves the row out;
    KEEP_BOTH makes a second person.
    """

    UPDATE = "update"
    SKIP = "skip"
    KEEP_BOTH = "keep_both"


@frozen
class RowMend:
    """One row mended by hand.

    Attributes:
        region: the ISO country its numbers are read in, empty for what holds for the list.
        cells: new texts of its cells, by heading.
        leave_out: whether it stays out, whatever else is said.
    """

    region: str = ""
    cells: Mapping[str, str] = field(default_factory=dict)
    leave_out: bool = False


@frozen
class ListForm:
    """How a file is to be read where the person knows better; empty means: find it out.

    Attributes:
        header_row: the number of the row with the headings, 0 when the file has none.
    """

    sheet: str = ""
    encoding: str = ""
    delimiter: str = ""
    header_row: int | None = None


@frozen
class ListChoices:
    """Everything a person can decide about a list before it is loaded.

    Attributes:
        mapping: the field of a column by its heading, where the guess is wrong. A field, or
            ``question:ID`` for a column that answers a question of the campaign's script.
        region: the ISO country of numbers without a ``+``, empty for the campaign's.
        day_first: whether ``03/04`` is the third of April; None lets the column decide.
        answers: to the problems found, by their id: the id of one of the options. A problem
            nobody answered takes its safe default.
        rows: rows mended by hand, by their number in the file.
        if_known: what happens to people who are known already.
        only_new: whether rows the campaign had in an earlier list are left out.
        remember: whether the mapping is kept for the next list from this source.
        audience: what its people are to the law, None for what the campaign says.
        attended_at: for the list of those who were at the campaign's event, when that was over:
            whoever is in it attended, unless a column says otherwise.
        are_registered: whether it is the list of those who registered for that event.
    """

    form: ListForm = ListForm()
    mapping: Mapping[str, str] = field(default_factory=dict)
    region: str = ""
    day_first: bool | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[int, RowMend] = field(default_factory=dict)
    if_known: IfKnown = IfKnown.UPDATE
    only_new: bool = False
    remember: bool = True
    audience: Audience | None = None
    attended_at: datetime | None = None
    are_registered: bool = False

    @property
    def is_about_event(self) -> bool:
        """Whether the list says how people stand with the campaign's event."""
        return self.are_registered or self.attended_at is not None

    def __post_init__(self) -> None:
        """Refuse a mend of no row.

        Raises:
            Refused: a row number is below 1.
        """
        if any(number < 1 for number in self.rows):
            raise Refused(tr("Rows of a file are counted from 1."))


NO_CHOICES = ListChoices()
