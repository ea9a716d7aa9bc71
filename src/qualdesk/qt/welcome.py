"""The first start: the caller's name, and what they would like to do first."""

from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.times import local_time
from qualdesk.qt.lists.overview_side import DropPlace
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.buttons import ButtonKind, PushButton
from qualdesk.qt.widgets.card import Card
from qualdesk.qt.widgets.drop import DropTarget
from qualdesk.qt.widgets.fields import Field
from qualdesk.qt.widgets.rows import IconMark, IconRow

_SAMPLE: Final = (
    "A made-up trade show with about 120 leads, a script and a definition. It lies in a file of "
    "its own: throw it away any time."
)
_OWN: Final = (
    "Drop a CSV or Excel file, or choose one. You see what would happen before anything is saved."
)
_NEEDED: Final = "Write your name first, then choose below. Your calls stand under it."
_KEPT: Final = "Your calls stand under this name."
_SAFE: Final = "Nothing was changed."
_MORNING_ENDS, _DAY_ENDS = 12, 18


class WelcomePage(QWidget):
    """Asks for a name in place, and offers the sample or the person's own list."""

    chosen = Signal(str, object)
    """The name typed, and the file to load: None for an empty start."""
    sample_chosen = Signal(str)
    """The name typed; they would like to look around first."""

    def __init__(self, now: datetime, zone: str, name: str = "") -> None:
        super().__init__()
        greeting = _greeting(local_time(now, zone).hour)
        self._title = PlainLabel(f"{greeting}. What shall we call you?", face="name", wrap=True)
        self.name = Field("Your name", "First and last name")
        self.name.setText(name)
        self._hint = PlainLabel(face="hint", tone="text2", wrap=True)
        self.own = _Way("upload", "ok", "Load my own lead list", _OWN, "Begin", "accent")
        self.sample = _Way("play", "accent", "Look around with sample leads", _SAMPLE, "Open it")
        self._drop_place = DropPlace("Or drop a lead list here: CSV or Excel")
        self._drop = DropTarget(self, "Drop the lead list here")
        self._lay_out()
        self.own.button.clicked.connect(lambda: self._go(None))
        self.sample.button.clicked.connect(self._look_around)
        self._drop.dropped.connect(lambda files: self._go(files[0]))
        self.name.textChanged.connect(self._look)
        self.name.returnPressed.connect(lambda: self._go(None))
        self._look()

    def _lay_out(self) -> None:
        inner = QVBoxLayout()
        inner.setSpacing(14)
        inner.addWidget(self._title)
        asked = PlainLabel("Your name", face="body_strong")
        asked.setBuddy(self.name)
        inner.addSpacing(6)
        inner.addWidget(asked)
        inner.addSpacing(-8)
        who = QHBoxLayout()
        who.setSpacing(12)
        self.name.setFixedWidth(320)
        who.addWidget(self.name)
        who.addWidget(self._hint, 1, Qt.AlignmentFlag.AlignVCenter)
        inner.addLayout(who)
        inner.addSpacing(10)
        ways = QHBoxLayout()
        ways.setSpacing(16)
        ways.addWidget(self.own, 1)
        ways.addWidget(self.sample, 1)
        inner.addLayout(ways)
        inner.addWidget(self._drop_place)
        safe = "Everything stays on this computer, in one file. No account, no tracking."
        inner.addWidget(IconRow("info", safe, face="body", tone="text2"))
        frame = QWidget()
        frame.setMaximumWidth(920)
        frame.setLayout(inner)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(frame, 8)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)

    def main(self) -> None:
        """The one big key: begin."""
        self._go(None)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.name.setFocus()
            return
        super().keyPressEvent(event)

    def _look(self) -> None:
        named = bool(self.name.text().strip())
        for way in (self.own, self.sample):
            way.button.setEnabled(named)
        self._hint.setText(_KEPT if named else _NEEDED)
        self._hint.set_look(tone="text2")

    def _look_around(self) -> None:
        if self.name.text().strip():
            self.sample_chosen.emit(self.name.text().strip())

    def _go(self, file: Path | None) -> None:
        if self.name.text().strip():
            self.chosen.emit(self.name.text().strip(), file)
        else:
            self._hint.set_look(tone="warn")
            self.name.setFocus()


class TroublePage(QWidget):
    """A workspace that cannot be used: what is so, what is safe, what to do."""

    retry_pressed = Signal()
    close_pressed = Signal()

    def __init__(self, title: str, says: str, place: str) -> None:
        super().__init__()
        self.setAccessibleName(f"{title}. {says}")
        card = Card()
        card.setMaximumWidth(640)
        self.says = PlainLabel(says, face="text", tone="text2", wrap=True)
        self.again = PushButton("Try again", icon="refresh-cw", kind="accent")
        self.close_window = PushButton("Close")
        column = QVBoxLayout(card)
        column.setContentsMargins(28, 26, 28, 26)
        column.setSpacing(12)
        column.addWidget(IconMark("file-warning", "bad", 28))
        column.addWidget(PlainLabel(title, face="page_title", wrap=True))
        column.addWidget(self.says)
        column.addWidget(IconRow("folder", place, face="body", tone="text2"))
        if _SAFE not in says:
            column.addWidget(IconRow("circle-check", _SAFE, face="body"))
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.again)
        buttons.addWidget(self.close_window)
        buttons.addStretch(1)
        column.addLayout(buttons)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card, 6)
        row.addStretch(1)
        whole = QVBoxLayout(self)
        whole.addStretch(1)
        whole.addLayout(row)
        whole.addStretch(2)
        self.again.clicked.connect(self.retry_pressed)
        self.close_window.clicked.connect(self.close_pressed)

    def main(self) -> None:
        """The one big key: try again."""
        self.retry_pressed.emit()


class _Way(Card):
    """One way to begin: an icon, a title, two sentences, a button."""

    def __init__(  # noqa: PLR0917 - read in the order it is drawn
        self,
        icon: str,
        tone: str,
        title: str,
        says: str,
        action: str,
        kind: ButtonKind = "edge",
    ) -> None:
        super().__init__()
        mark_ground = Card(ground=f"{tone}_soft", line=None, radius=8)
        mark_ground.setFixedSize(46, 46)
        ink = "accent_text" if tone == "accent" else tone
        around = QVBoxLayout(mark_ground)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(IconMark(icon, ink, 22), 0, Qt.AlignmentFlag.AlignCenter)
        self.button = PushButton(action, kind=kind, height=38)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 22, 22, 22)
        column.setSpacing(10)
        column.addWidget(mark_ground)
        column.addSpacing(4)
        column.addWidget(PlainLabel(title, face="card_title", wrap=True))
        column.addWidget(PlainLabel(says, face="body", tone="text2", wrap=True))
        column.addStretch(1)
        column.addSpacing(6)
        column.addWidget(self.button)


def _greeting(hour: int) -> str:
    if hour < _MORNING_ENDS:
        return "Good morning"
    return "Good afternoon" if hour < _DAY_ENDS else "Good evening"
