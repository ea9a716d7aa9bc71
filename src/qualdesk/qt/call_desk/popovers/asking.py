"""The common shape of the desk's pop-overs: a title, what is asked, Cancel and one way on."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.wording import tr
from qualdesk.qt.plain import PlainLabel, name_aloud
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.popover import PopOver
from qualdesk.qt.widgets.rows import IconMark

_ENTERS: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Asking(PopOver):
    """A pop-over that asks for one thing. Enter takes it, Esc closes it and keeps what was typed.

    Subclasses put their fields into ``form`` and say in ``problem`` why Enter cannot take it yet.
    The line of the head stands below the title, or where asked for at the end of its row.
    """

    accepted = Signal()
    """Enter was pressed and there is nothing in the way."""

    def __init__(
        self,
        window: QWidget,
        name: str,
        *,
        icon: str,
        action: str,
        tone: str = "accent_text",
        width: int = 480,
        has_hint_beside: bool = False,
    ) -> None:
        super().__init__(window, name, width)
        self._mark = IconMark(icon, tone, 18)
        self._title = PlainLabel(name, face="card_title", wrap=True)
        self._hint = PlainLabel(face="hint", tone="text2", wrap=True)
        self._problem = PlainLabel(face="hint_medium", tone="bad", wrap=True)
        self._problem.hide()
        self.cancel = PushButton(tr("Cancel"), kind="quiet", keys="Escape")
        self.action = PushButton(action, kind="accent", keys="Return", icon="check")
        self.cancel.clicked.connect(self.close_over)
        self.action.clicked.connect(self.take)
        head = QHBoxLayout()
        head.setSpacing(9)
        head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        words = QHBoxLayout() if has_hint_beside else QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title, 1 if has_hint_beside else 0)
        words.addWidget(self._hint)
        head.addLayout(words, 1)
        self._hint.hide()
        self.form = QVBoxLayout()
        self.form.setSpacing(10)
        foot = QHBoxLayout()
        foot.addWidget(self.cancel)
        foot.addStretch(1)
        foot.addWidget(self.action)
        self.body.addLayout(head)
        self.body.addLayout(self.form)
        self.body.addWidget(self._problem)
        self.body.addLayout(foot)

    def head(self, title: str, hint: str = "") -> None:
        """Show another title, and a line below it."""
        self._title.setText(title)
        name_aloud(self, title)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def complain(self, says: str) -> None:
        """Say why it was not taken; an empty text takes the line away. What was typed stays."""
        self._problem.setText(says)
        self._problem.setVisible(bool(says))

    @property
    def complaint(self) -> str:
        """Why it was not taken, empty when nothing is in the way."""
        return self._problem.text() if self._problem.isVisibleTo(self) else ""

    def problem(self) -> str:
        """Why Enter cannot take this yet, in a sentence; empty when it can."""
        return ""

    def take(self) -> None:
        """Take what was given, or say what is missing."""
        found = self.problem()
        self.complain(found)
        if not found:
            self.accepted.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTERS and plain == Qt.KeyboardModifier.NoModifier:
            self.take()
            return
        super().keyPressEvent(event)


def labelled(label: str, field: QWidget, width: int = 96) -> QHBoxLayout:
    """A field with its label before it, in a row."""
    row = QHBoxLayout()
    row.setSpacing(10)
    said = PlainLabel(label, face="hint_medium", tone="text2")
    said.setMinimumWidth(width)
    row.addWidget(said)
    row.addWidget(field, 1)
    return row
