"""What the tabs of beliefs and rules share: a table with its search, and one row beside it."""

from abc import abstractmethod
from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.core.errors import QualdeskError
from qualdesk.core.wording import tr
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.queue.undoing import Acting
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.beside import Beside
from qualdesk.qt.widgets.card import Card, Rule
from qualdesk.qt.widgets.empty_place import EmptyPlace
from qualdesk.qt.widgets.fields import Field
from qualdesk.qt.widgets.filters import FilterRow
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.table import PlainTable
from qualdesk.qt.widgets.undo import Toast
from qualdesk.qt.widgets.wide import keep_wide
from qualdesk.qt.work import Work


class SearchedView(QWidget):
    """A table that is searched and filtered, with the row under the cursor beside it."""

    def __init__(
        self,
        name: str,
        search: Field,
        filters: FilterRow,
        side: QWidget,
        empty: tuple[str, str],
    ) -> None:
        super().__init__()
        self.search, self.filters = search, filters
        self.table = PlainTable(name, row_height=46)
        self.card = Card()
        self.both = Beside(self.card, side)
        self._side = side
        self._nothing = EmptyPlace(*map(tr, empty))
        self.setFocusProxy(self.table)

    def put_together(
        self, says: str, above: QWidget, least: int, between: Sequence[QWidget] = ()
    ) -> None:
        """Lay it out.

        ``above`` stands over all of it, ``between`` over the table, ``says`` below it; ``least``
        is how narrow the search may get, in pixels.
        """
        for each in (self._nothing, above, *between):
            reveal(each, shown=False)
        tools = QHBoxLayout()
        tools.setContentsMargins(16, 12, 16, 10)
        tools.setSpacing(12)
        keep_wide(self.search, least=least)
        tools.addWidget(self.search, 2)
        tools.addWidget(self.filters, 3)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 9)
        foot.addWidget(PlainLabel(says, face="hint", tone="text2", wrap=True), 1)
        table = QVBoxLayout(self.card)
        table.setContentsMargins(1, 1, 1, 1)
        table.setSpacing(0)
        table.addLayout(tools)
        for each in between:
            indented = QVBoxLayout()
            indented.setContentsMargins(16, 0, 16, 0)
            indented.addWidget(each)
            table.addLayout(indented)
        table.addWidget(self.table, 1)
        table.addWidget(self._nothing, 1)
        table.addWidget(Rule())
        table.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(14)
        column.addWidget(above)
        column.addWidget(self.both, 1)

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks through, in reading order."""
        return (self.card, self._side)

    def tell_found(self, *, any_found: bool) -> None:
        """Show the rows, or say that none fits."""
        reveal(self.table, shown=any_found)
        reveal(self._nothing, shown=not any_found)


class SearchedPage(QWidget):
    """Such a view at work: its keys, and acts that can be taken back."""

    changed = Signal(object)
    """What an act touched, as ``Changes``."""

    def __init__(self, work: Work, clock: Clock, shown: SearchedView) -> None:
        super().__init__()
        self._work = work
        self._shown = shown
        self.toast = Toast(self)
        self.acting = Acting(work, clock, self.toast)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(shown)
        self.setFocusProxy(shown.table)
        self.acting.acted.connect(self._acted)
        self.acting.refused.connect(self.refused)

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks through, in reading order."""
        return self._shown.panes

    @abstractmethod
    def refresh(self) -> None:
        """Ask the desk again."""

    @abstractmethod
    def refused(self, error: QualdeskError) -> None:
        """Say what the desk refused."""

    def commands(self) -> dict[str, Callable[[], None]]:
        """What keys do here, by the ids of the shortcut table."""
        return {"find": self.search_here}

    def search_here(self) -> None:
        """Put the cursor into the search."""
        self._shown.search.setFocus()
        self._shown.search.selectAll()

    def undo(self) -> None:
        """Take back what the toast offers."""
        self.acting.undo()

    def step_back(self) -> bool:
        """Esc: the table again; False where the cursor is there already."""
        was_away = self._shown.both.close_side()
        if self._shown.table.hasFocus() and not was_away:
            return False
        self._shown.table.setFocus()
        return True

    def _acted(self, changes: Changes) -> None:
        px = look().px
        self.toast.move(px(16), self.height() - self.toast.height() - px(8))
        self.refresh()
        self.changed.emit(changes)
