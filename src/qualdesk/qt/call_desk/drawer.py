"""The right of the desk where it lacks room: its points at the edge, the rest on a press."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.wording import tr
from qualdesk.qt.call_desk.verdict_panel import VerdictPanel
from qualdesk.qt.plain import PlainLabel, plain_tooltip
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.buttons import IconButton


class Drawer(QWidget):
    """The edge that draws the panel out over the script, and puts it away again.

    While the desk is wide enough the panel stands in the row, as its last column, and no edge
    is shown.
    """

    def __init__(self, panel: VerdictPanel, row: QHBoxLayout, ground: QWidget) -> None:
        super().__init__(ground)
        self._panel, self._row, self._ground = panel, row, ground
        self._is_drawer = False
        self._width = 0
        self.button = IconButton("chevron-left", "")
        self._points = PlainLabel(face="card_title")
        self._points.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.button)
        column.addWidget(self._points)
        column.addStretch(1)
        row.addWidget(panel)
        row.addWidget(self)
        self.hide()
        ground.installEventFilter(self)
        self.button.clicked.connect(self.turn)
        panel.judged.connect(self._say)
        self._say()

    def fit(self, *, is_drawer: bool, width: int) -> None:
        """Stand in the row, or over it; ``width`` is the panel's, in pixels."""
        self._width = width
        self._panel.setFixedWidth(width)
        if is_drawer != self._is_drawer:
            self._is_drawer = is_drawer
            if is_drawer:
                self._row.removeWidget(self._panel)
            else:
                self._row.insertWidget(self._row.indexOf(self), self._panel)
            self._panel.setVisible(not is_drawer)
            self.setVisible(is_drawer)
            self._say()
        self._place()

    def turn(self) -> None:
        """Draw the panel out, or put it away."""
        self._panel.setVisible(self._panel.isHidden())
        self._place()
        self._say()

    @property
    def is_out(self) -> bool:
        """Whether the panel lies over the script now."""
        return self._is_drawer and not self._panel.isHidden()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_out:
            self.turn()
            return
        super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        if not self.is_out:
            return
        gap = look().px(4)
        right = self.geometry().left() - gap
        self._panel.setGeometry(QRect(right - self._width, 0, self._width, self._ground.height()))
        self._panel.raise_()

    def _say(self) -> None:
        """The points at the edge, and in the button's name what the panel would say."""
        self._points.setText(self._panel.points)
        what = tr("Hide what is missing and known") if self.is_out else tr("What is missing, known")
        name = ". ".join(filter(None, (what, self._panel.sentence)))
        self.button.set("chevron-right" if self.is_out else "chevron-left", name)
        plain_tooltip(self.button, what)
        plain_tooltip(self._points, tr("Points"))
