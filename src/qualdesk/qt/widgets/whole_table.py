"""A table of a few rows that are all in sight: the page it stands on scrolls, and not the table."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QSizePolicy
from typing_extensions import override

from qualdesk.qt.theme import look
from qualdesk.qt.widgets.cells import TableModel
from qualdesk.qt.widgets.table import PlainTable


class WholeTable(PlainTable):
    """As high as its rows. It is quiet: where its cursor is shows while it has the keyboard."""

    def __init__(self, name: str, *, row_height: int = 36, has_head: bool = True) -> None:
        super().__init__(name, row_height=row_height, quiet=True)
        self._high = row_height
        self.setObjectName("bare")
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.horizontalHeader().setVisible(has_head)

    @override
    def show_rows_of(self, model: TableModel) -> None:
        super().show_rows_of(model)
        model.modelReset.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        model = self.model()
        rows = model.rowCount() if model is not None else 0
        header = self.horizontalHeader()
        head = 0 if header.isHidden() else header.sizeHint().height()
        return QSize(self._least_width(), head + rows * look().px(self._high) + 2)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _least_width(self) -> int:
        """The width at which no heading is cut and every column has what it was given."""
        model = self.model()
        if not isinstance(model, TableModel):
            return 0
        shown = (at for at in range(len(model.columns)) if not self.isColumnHidden(at))
        return sum(max(look().px(model.columns[at].width), self._heading(at)) for at in shown) + 2
