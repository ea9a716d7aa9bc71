"""The line that says what became of an export or an answer sheet, with the way to its folder."""

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout

from qualdesk.core.wording import tr
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.buttons import IconButton, PushButton
from qualdesk.qt.widgets.card import Card
from qualdesk.qt.widgets.notices import BannerTone
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.rows import IconMark

_ICONS = {"ok": "circle-check", "warn": "triangle-alert", "bad": "octagon-alert", "info": "info"}


class ResultLine(Card):
    """A sentence on a tinted ground; after an export also its folder, to open or to copy.

    Where something is left to do about it, a button says what.
    """

    acted = Signal(str)
    """The button was pressed: what it said."""

    def __init__(self) -> None:
        super().__init__(ground="ok_soft", line=None, radius=0)
        self._folder: Path | None = None
        self._mark = IconMark("circle-check", "ok")
        self._title = PlainLabel(face="body_strong", wrap=True)
        self._place = PlainLabel(face="hint", tone="text2", elide=True)
        self.open = PushButton(tr("Open folder"), icon="folder", height=30)
        self.copy = PushButton(tr("Copy path"), icon="copy", height=30)
        self.act = PushButton("", height=30)
        self._close = IconButton("x", tr("Take this line away"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(10)
        row.addWidget(self._mark)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._title)
        words.addWidget(self._place)
        row.addLayout(words, 1)
        for button in (self.act, self.open, self.copy, self._close):
            row.addWidget(button)
        self.open.clicked.connect(self._open)
        self.copy.clicked.connect(self._copy)
        self.act.clicked.connect(lambda: self.acted.emit(self.act.label))
        self._close.clicked.connect(self.clear)
        self.clear()

    def say(self, tone: BannerTone, says: str, place: str = "") -> None:
        """Show a sentence."""
        self._folder = None
        self._show(tone, says, place)

    def show_folder(
        self, says: str, folder: Path, *, tone: BannerTone = "ok", action: str = ""
    ) -> None:
        """Show that a batch has left, where it lies, and what can be done about it now."""
        self._folder = folder
        self._show(tone, says, str(folder), action)
        self.copy.set(tr("Copy path"), icon="copy")

    def clear(self) -> None:
        """Take the line away."""
        self._folder = None
        reveal(self, shown=False)

    @property
    def says(self) -> str:
        """The sentence shown; empty when there is none."""
        return "" if self.isHidden() else self._title.text()

    def _show(self, tone: BannerTone, says: str, place: str, action: str = "") -> None:
        self._mark.set(_ICONS.get(tone, "info"), tone)
        self._title.setText(says)
        self._place.setText(place)
        reveal(self._place, shown=bool(place))
        if action:
            self.act.set(action)
        reveal(self.act, shown=bool(action))
        reveal(self.open, shown=self._folder is not None)
        reveal(self.copy, shown=self._folder is not None)
        self.set_ground(f"{tone}_soft")
        self.setAccessibleName(". ".join(filter(None, (says, place))))
        reveal(self, shown=True)

    def _open(self) -> None:
        if self._folder is not None and self._folder.is_dir():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _copy(self) -> None:
        if self._folder is not None:
            QApplication.clipboard().setText(str(self._folder))
            self.copy.set(tr("Copied"), icon="check")
