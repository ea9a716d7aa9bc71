"""What a file does to the leads, as values: four counts that add up, and the rows left out."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qualdesk.core.frozen import frozen
from qualdesk.core.list_words import counted
from qualdesk.core.wording import tr, tr_n
from qualdesk.qt.widgets.shares import Share

if TYPE_CHECKING:
    from qualdesk.desk.intake import Loaded


@frozen
class Counts:
    """What a file does: its rows, and the four counts they fall into."""

    rows: int
    new: int
    updated: int
    merged: int
    left_out: int

    @property
    def adds_up(self) -> bool:
        """Whether no row vanished."""
        return self.new + self.updated + self.merged + self.left_out == self.rows

    @property
    def leads(self) -> int:
        """How many leads the file brings or brings up to date."""
        return self.new + self.updated

    @property
    def shares(self) -> tuple[Share, ...]:
        """The four counts as parts of a bar."""
        return (
            Share(count=self.new, says=tr("new"), fill="chart1"),
            Share(count=self.updated, says=tr("updated"), fill="chart2"),
            Share(count=self.merged, says=tr("merged into another row"), fill="chart5"),
            Share(count=self.left_out, says=tr("left out"), fill="bad_fill"),
        )


def counts_of(loaded: "Loaded") -> Counts:
    """The four counts of a load."""
    return Counts(
        rows=loaded.rows,
        new=loaded.new,
        updated=loaded.updated,
        merged=loaded.merged,
        left_out=loaded.left_out,
    )


def rows_in_words(count: int) -> str:
    """``1 row``, ``1,204 rows``."""
    return counted(count, "row")


def progress_in_words(done: int, of: int | None) -> str:
    """``1,000 of 2,000 rows``, or only how many are done where nobody knows of how many."""
    if not of:
        return rows_in_words(done)
    return tr_n(of, "{done:,} of {n:,} row", "{done:,} of {n:,} rows", done=done)


def undoing_in_words(done: int, of: int | None) -> str:
    """That a list is being undone, and how far that is as soon as it can be told."""
    return tr("Undoing… {done:,} of {of:,}", done=done, of=of) if of else tr("Undoing…")


def first_of(things: Sequence[str], most: int) -> tuple[str, ...]:
    """The first of many things, and how many more there are: a card is no longer than its page."""
    if len(things) <= most:
        return tuple(things)
    return (*things[: most - 1], tr("and {more:,} more", more=len(things) - most + 1))
