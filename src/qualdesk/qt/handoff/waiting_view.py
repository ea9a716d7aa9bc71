"""Leads sales has not answered, the oldest first, and answers that wait for a review."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from qualdesk.core.clock import Clock
from qualdesk.core.handoff_states import BatchItem, ItemState
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.handoff.sent_rows import ITEM_COLUMNS, item_cell
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.cells import TableOf
from qualdesk.qt.widgets.empty_place import EmptyPlace
from qualdesk.qt.widgets.filters import Filter, FilterRow
from qualdesk.qt.widgets.fitted import Fitted
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.table import PlainTable

ALL, REVIEW, LATE, WAITING = "all", "review", "late", "waiting"
_ROW: Final = 46
_NARROW: Final = 800
_EMPTY: Final = (
    tr_later("Nothing waits for an answer"),
    tr_later("Read what sales sends back here: the answer sheet, the form, or their CRM's export."),
)
_TESTS: Final[dict[str, Callable[[BatchItem], bool]]] = {
    ALL: lambda _item: True,
    REVIEW: lambda item: item.state is ItemState.DISPUTED,
    LATE: lambda item: item.state is ItemState.UNANSWERED,
    WAITING: lambda item: item.state in {ItemState.SENT, ItemState.READ},
}


class WaitingView(Fitted):
    """One table: what a supervisor decides stands first, then what left longest ago."""

    item_chosen = Signal(object)
    """The :class:`BatchItem` the cursor is on now, or None."""
    opened = Signal()
    """Enter on a lead: what can be done about it is asked for."""

    def __init__(self, clock: Clock, zone: str) -> None:
        super().__init__()
        self._items: tuple[BatchItem, ...] = ()
        self.filters = FilterRow(tr("Which answers are shown"))
        self.read = PushButton(tr("Read answers from sales…"), icon="mail-open", keys="import")
        self.model: TableOf[BatchItem] = TableOf(
            ITEM_COLUMNS, lambda row, at: item_cell(row, at, zone, clock.now())
        )
        self.table = PlainTable(tr("Leads that wait for sales"), row_height=_ROW)
        self.table.show_rows_of(self.model)
        self._nothing = EmptyPlace(*map(tr, _EMPTY))
        self.setFocusProxy(self.table)
        tools = QHBoxLayout()
        tools.setContentsMargins(16, 10, 12, 10)
        tools.setSpacing(12)
        tools.addWidget(self.filters, 1)
        tools.addWidget(self.read)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(tools)
        column.addWidget(self.table, 1)
        column.addWidget(self._nothing, 1)
        self.filters.changed.connect(lambda _key: self._narrow())
        self.table.chosen.connect(self._chose)
        self.table.opened.connect(lambda _row: self.opened.emit())
        self.show_items(())

    def show_items(self, items: Sequence[BatchItem]) -> None:
        """Show these leads; the cursor stays on its lead."""
        self._items = tuple(items)
        counts = {key: sum(map(test, self._items)) for key, test in _TESTS.items()}
        self.filters.set_filters(
            [
                Filter(key=ALL, title=tr("All"), count=counts[ALL]),
                Filter(key=REVIEW, title=tr("To review"), count=counts[REVIEW], tone="warn"),
                Filter(key=LATE, title=tr("Not in time"), count=counts[LATE]),
                Filter(key=WAITING, title=tr("Waiting"), count=counts[WAITING]),
            ]
        )
        self._narrow()

    def item(self) -> BatchItem | None:
        """The lead the cursor is on."""
        place = self.table.currentIndex().row()
        return self.model.rows[place] if 0 <= place < len(self.model.rows) else None

    @override
    def fit(self) -> None:
        """Narrow tables leave out who it went to, which stands beside it."""
        self.table.reveal_column(1, shown=self.width() >= look().px(_NARROW))

    def _narrow(self) -> None:
        before = self.item()
        test = _TESTS[self.filters.on or ALL]
        rows = [item for item in self._items if test(item)]
        self.model.set_rows(rows)
        reveal(self.table, shown=bool(rows))
        reveal(self._nothing, shown=not rows)
        ids = [item.item_id for item in rows]
        at = ids.index(before.item_id) if before is not None and before.item_id in ids else 0
        self.table.choose(at)
        if not rows:
            self.item_chosen.emit(None)

    def _chose(self, row: int) -> None:
        if row >= 0:
            self.item_chosen.emit(self.item())
