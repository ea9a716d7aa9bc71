"""The lines of the history that were read so far; more come as somebody scrolls."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, Signal
from typing_extensions import override

from qualdesk.core.history_words import HistoryLine, HistoryPage
from qualdesk.core.identity import folded
from qualdesk.core.wording import tr_later
from qualdesk.qt.widgets.cells import Cell, Column, Index, TableOf

WHEN, WHO, WHAT = range(3)
COLUMNS: Final = (
    Column(title=tr_later("When"), width=170),
    Column(title=tr_later("Who"), width=150, stretch=1),
    Column(title=tr_later("What was done"), width=360, stretch=5),
)
_ROOT: Final = QModelIndex()


class HistoryModel(TableOf[HistoryLine]):
    """Lines, the newest on top, narrowed by a text; asks for older ones at their end."""

    more_wanted = Signal()

    def __init__(self, cell: Callable[[HistoryLine, int], Cell]) -> None:
        super().__init__(COLUMNS, cell)
        self.lines: tuple[HistoryLine, ...] = ()
        self.before: int | None = None
        self._text = ""
        self._is_asking = False

    def show(self, page: HistoryPage) -> None:
        """Show these lines in place of all."""
        self.lines, self.before, self._is_asking = page.lines, page.before, False
        self._show()

    def add_older(self, page: HistoryPage) -> None:
        """Put older lines below the others."""
        self.before, self._is_asking = page.before, False
        self.lines = (*self.lines, *page.lines)
        fit = tuple(filter(self._fits, page.lines))
        if fit:
            first = len(self.rows)
            self.beginInsertRows(_ROOT, first, first + len(fit) - 1)
            self._rows = (*self._rows, *fit)
            self.endInsertRows()

    def add_newer(self, page: HistoryPage) -> None:
        """Put what was done since on top; all is replaced where it does not join what is there."""
        top = self.lines[0].number if self.lines else 0
        newer = tuple(one for one in page.lines if one.number > top)
        if not newer:
            return
        if len(newer) == len(page.lines):
            self.show(page)
            return
        self.lines = (*newer, *self.lines)
        fit = tuple(filter(self._fits, newer))
        if fit:
            self.beginInsertRows(_ROOT, 0, len(fit) - 1)
            self._rows = (*fit, *self._rows)
            self.endInsertRows()

    def narrow(self, text: str) -> None:
        """Show only lines in which all words of a text stand; of those that were read."""
        self._text = text
        self._show()

    def give_up(self) -> None:
        """What was asked for does not come; scrolling asks again."""
        self._is_asking = False

    @override
    def canFetchMore(self, parent: Index) -> bool:
        is_narrow = bool(self._text.strip())
        is_more = self.before is not None and not self._is_asking and not is_narrow
        return is_more and not parent.isValid()

    @override
    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._is_asking = True
            self.more_wanted.emit()

    def _show(self) -> None:
        fit: Sequence[HistoryLine] = tuple(filter(self._fits, self.lines))
        if fit != self.rows:
            self.set_rows(fit)

    def _fits(self, line: HistoryLine) -> bool:
        words = folded(self._text).split()
        said = folded(f"{line.who} {line.says}") if words else ""
        return all(word in said for word in words)
