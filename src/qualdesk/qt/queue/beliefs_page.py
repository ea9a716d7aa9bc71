"""The tab of what the queue believes, at work: it asks the desk, and writes start values."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qualdesk.core.belief_lines import BeliefLine
from qualdesk.core.campaigns import Campaign
from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.core.errors import QualdeskError
from qualdesk.desk import Desk
from qualdesk.qt.queue.belief_rows import value_words
from qualdesk.qt.queue.beliefs_view import BeliefsView
from qualdesk.qt.queue.undoing import Act, Acting, Touched
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.undo import Toast
from qualdesk.qt.work import Work

_MOVED = Changes(queue=True)


class BeliefsPage(QWidget):
    """Start values beside what calls made of them; each can be written anew and put back."""

    changed = Signal(object)
    """What an act touched, as ``Changes``."""

    def __init__(self, work: Work, clock: Clock) -> None:
        super().__init__()
        self._work = work
        self.view = BeliefsView()
        self.toast = Toast(self)
        self.acting = Acting(work, clock, self.toast)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.setFocusProxy(self.view.table)
        self.view.written.connect(self._write)
        self.view.reset.connect(self._put_back)
        self.acting.acted.connect(self._acted)
        self.acting.refused.connect(self._refused)

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks through, in reading order."""
        return self.view.panes

    def show_campaign(self, campaign: Campaign | None) -> None:
        """Beliefs are the workspace's: every campaign goes by them."""
        del campaign
        self.refresh()

    def refresh(self) -> None:
        """Ask the desk again."""
        self._work.ask(
            lambda desk: desk.queue.beliefs(), self._show, owner=self, refused=self._refused
        )

    def touched(self, changes: Changes) -> None:
        """Calls were learned from, or somebody else wrote a start value."""
        if changes.queue:
            self.refresh()

    def commands(self) -> dict[str, Callable[[], None]]:
        """What keys do here, by the ids of the shortcut table."""
        return {"find": self.search_here}

    def search_here(self) -> None:
        """Put the cursor into the search."""
        self.view.search.setFocus()
        self.view.search.selectAll()

    def undo(self) -> None:
        """Take back what the toast offers."""
        self.acting.undo()

    def step_back(self) -> bool:
        """Esc: the table again; False where the cursor is there already."""
        was_away = self.view.both.close_side()
        if self.view.table.hasFocus() and not was_away:
            return False
        self.view.table.setFocus()
        return True

    def _show(self, rows: tuple[BeliefLine, ...]) -> None:
        self.view.tell("")
        self.view.show_rows(rows)

    def _write(self, key: str, value: float) -> None:
        row = self._row(key)
        if row is None or row.start == value:
            return
        before = row.start
        act = Act(
            says=f"{row.says}: the start value is {value_words(value, row.unit)}",
            do=lambda desk: _written(desk, key, value),
            back=lambda desk: _written(desk, key, before),
        )
        self.acting.do(act)

    def _put_back(self, key: str) -> None:
        row = self._row(key)
        if row is None:
            return
        before = row.start
        act = Act(
            says=f"{row.says}: the shipped start value counts again",
            do=lambda desk: _as_shipped(desk, key),
            back=lambda desk: _written(desk, key, before),
        )
        self.acting.do(act)

    def _row(self, key: str) -> BeliefLine | None:
        return next((row for row in self.view.rows if row.key == key), None)

    def _acted(self, changes: Changes) -> None:
        px = look().px
        self.toast.move(px(16), self.height() - self.toast.height() - px(8))
        self.refresh()
        self.changed.emit(changes)

    def _refused(self, error: QualdeskError) -> None:
        self.view.tell(error.says)


def _written(desk: Desk, key: str, value: float) -> Touched:
    desk.queue.set_belief(key, value)
    return Touched(changes=_MOVED)


def _as_shipped(desk: Desk, key: str) -> Touched:
    desk.queue.reset_beliefs(key)
    return Touched(changes=_MOVED)
