"""What stands in the tables of a report: values that a workbook can work with, and their words."""

from collections.abc import Sequence
from decimal import Decimal
from typing import TypeAlias

from qualdesk.core.frozen import frozen
from qualdesk.core.shares import Share
from qualdesk.core.wording import number, tr

FEW = 10
"""Of fewer than this a share is said in numbers: "2 of 6" and no percentage."""


@frozen
class Money:
    """An amount of a currency, as ISO 4217 or as somebody wrote it; empty where nobody said."""

    amount: Decimal
    currency: str

    @property
    def says(self) -> str:
        """The amount to the hundredth, with its currency."""
        return f"{number(float(self.amount), ',.2f')} {self.currency}".strip()


@frozen
class Each:
    """What one has cost: the amount in one column of its row by the count in another."""

    cost_at: int
    count_at: int
    money: Money | None


@frozen
class Rate:
    """A share: the count in one column of its row by the count in another."""

    yes_at: int
    of_at: int
    share: Share

    @property
    def says(self) -> str:
        """The rate in words: "34%", "2 of 6" of few, nothing of nothing."""
        if not self.share.of:
            return ""
        if self.share.of < FEW:
            return tr("{yes:,} of {of:,}", yes=self.share.yes, of=self.share.of)
        return tr("{share:.0%}", share=self.share.yes / self.share.of)


@frozen
class Edge:
    """The lowest or the highest share that fits what was seen, 0 to 1; None of too few."""

    share: float | None

    @property
    def says(self) -> str:
        """It in words, "29%"; empty of too few."""
        return "" if self.share is None else tr("{share:.0%}", share=self.share)


@frozen
class Total:
    """The sum of the column's counts above it."""

    count: int


Value: TypeAlias = str | int | Money | Each | Rate | Edge | Total | None


@frozen
class ReportTable:
    """One part of a report.

    Attributes:
        key: what it is called in a program; ``title`` what it is called on screen and paper.
        says: sentences above the table; a part may have no table at all.
        rows: as many values each as there are headings.
    """

    key: str
    title: str
    says: Sequence[str] = ()
    headings: Sequence[str] = ()
    rows: Sequence[Sequence[Value]] = ()


def edges(share: Share) -> tuple[Edge, Edge]:
    """The interval of a share as two cells; empty ones of fewer than 30."""
    low, high = share.interval if share.is_enough else (None, None)
    return Edge(share=low), Edge(share=high)


def text_of(value: Value) -> str:
    """A value as it is read: on the screen, on paper, at the command line."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, int):
        return number(value)
    if isinstance(value, Total):
        return number(value.count)
    if isinstance(value, Each):
        return "" if value.money is None else value.money.says
    return value.says


def is_figure(value: Value) -> bool:
    """Whether it stands on the right, under its fellows."""
    return not isinstance(value, str)
