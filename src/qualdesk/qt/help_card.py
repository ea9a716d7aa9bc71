"""The keys of the page in front, over the page, for as long as somebody looks."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from qualdesk.core.wording import tr
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.shortcuts import Shortcut
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.keycap import KeyCap
from qualdesk.qt.widgets.popover import PopOver

_CORNER: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


class HelpCard(PopOver):
    """What each key does here. It changes nothing and Esc takes it away."""

    sheet_wanted = Signal()
    """All keys of all pages are to be printed."""
    keys_wanted = Signal()
    """Keys are to be changed."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, tr("Keys of this page"), width=760)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(3, 1)
        self._lines: list[tuple[KeyCap, PlainLabel]] = []
        self.body.addWidget(PlainLabel(tr("Keys of this page"), face="page_title"))
        self.body.addLayout(self._grid)
        self.sheet = PushButton(tr("Print all keys…"), icon="file-text")
        self.change = PushButton(tr("Change keys"), icon="sliders-horizontal", kind="quiet")
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self.sheet)
        foot.addWidget(self.change)
        foot.addStretch(1)
        self.body.addLayout(foot)
        self.sheet.clicked.connect(self._want_sheet)
        self.change.clicked.connect(self._want_keys)

    def turn(self, table: Sequence[Shortcut], anchor: QWidget) -> None:
        """Show these keys, or take the card away when it is there."""
        if self.isVisible():
            self.close_over()
            return
        self._fill(table)
        self.open(anchor, self)

    def shown(self) -> list[tuple[str, str]]:
        """What stands on the card: key and words, line by line."""
        return [(cap.text(), words.text()) for cap, words in self._lines if not cap.isHidden()]

    def _want_sheet(self) -> None:
        self.close_over()
        self.sheet_wanted.emit()

    def _want_keys(self) -> None:
        self.close_over()
        self.keys_wanted.emit()

    def _fill(self, table: Sequence[Shortcut]) -> None:
        while len(self._lines) < len(table):
            self._lines.append((KeyCap("help"), PlainLabel(face="body", wrap=True)))
        half = -(-len(table) // 2)
        for at, (cap, words) in enumerate(self._lines):
            there = at < len(table)
            if there:
                row, side = at % half, 2 * (at // half)
                self._grid.addWidget(cap, row, side, _CORNER)
                self._grid.addWidget(words, row, side + 1)
                cap.set_keys(table[at].id)
                words.setText(tr(table[at].does))
            # Only once they stand on the card: alone each would open as a window of its own.
            cap.setVisible(there)
            words.setVisible(there)
