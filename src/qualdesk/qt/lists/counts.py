"""What a file does to the leads, as values: four counts that add up, and the rows left out."""

from collections.abc import Sequence
from dataclasses import dataclass

from qualdesk.desk.intake import Loaded
from qualdesk.qt.widgets.shares import Share


@dataclass(frozen=True, kw_only=True, slots=True)
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
            Share(count=self.new, says="new", fill="chart1"),
            Share(count=self.updated, says="updated", fill="chart2"),
            Share(count=self.merged, says="merged into another row", fill="chart5"),
            Share(count=self.left_out, says="left out", fill="bad_fill"),
        )


def counts_of(loaded: Loaded) -> Counts:
    """The four counts of a load."""
    return Counts(
        rows=loaded.rows,
        new=loaded.new,
        updated=loaded.updated,
        merged=loaded.merged,
        left_out=loaded.left_out,
    )


def leads_in_words(count: int) -> str:
    """``1 lead``, ``1,204 leads``."""
    return "1 lead" if count == 1 else f"{count:,} leads"


def rows_in_words(count: int) -> str:
    """``1 row``, ``1,204 rows``."""
    return "1 row" if count == 1 else f"{count:,} rows"


def first_of(things: Sequence[str], most: int) -> tuple[str, ...]:
    """The first of many things, and how many more there are: a card is no longer than its page."""
    if len(things) <= most:
        return tuple(things)
    return (*things[: most - 1], f"and {len(things) - most + 1:,} more")
