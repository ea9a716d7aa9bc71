"""To a question, words at hand or another language, by a few letters of its name."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from qualdesk.core.wording import tr
from qualdesk.qt.call_desk.popovers.asking import Asking
from qualdesk.qt.plain import safe_text
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.fields import Field


class JumpPopOver(Asking):
    """To a question by a few letters of its name."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(
            window, tr("Jump to a question"), icon="search", action=tr("Go there"), width=440
        )
        self.letters = Field(tr("Jump to a question"), tr("A few letters of it"))
        self._list = QListWidget()
        self._list.setAccessibleName(tr("Questions"))
        self._questions: tuple[tuple[str, str], ...] = ()
        self._found: list[str] = []
        self.form.addWidget(self.letters)
        self.form.addWidget(self._list)
        self.letters.textChanged.connect(self._filter)
        self._list.itemActivated.connect(lambda _item: self.take())

    def begin(self, questions: Sequence[tuple[str, str]]) -> None:
        """Offer these: id and name."""
        self._questions = tuple(questions)
        self.letters.clear()
        self._filter("")
        self.complain("")

    @property
    def question(self) -> str:
        """The id of the question chosen, empty when none fits."""
        row = self._list.currentRow()
        return self._found[row] if 0 <= row < len(self._found) else ""

    @override
    def problem(self) -> str:
        return "" if self.question else tr("No question has these letters.")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None and self._found:
            self._list.setCurrentRow((self._list.currentRow() + step) % len(self._found))
            return
        super().keyPressEvent(event)

    def _filter(self, text: str) -> None:
        wanted = text.casefold().split()
        found = [
            (key, name)
            for key, name in self._questions
            if all(part in name.casefold() for part in wanted)
        ]
        self._found = [key for key, _name in found]
        self._list.clear()
        line = look().px(30)
        for _key, name in found:
            item = QListWidgetItem(safe_text(name, 120, one_line=True), self._list)
            item.setSizeHint(QSize(0, line))
        self._list.setFixedHeight(line * min(max(len(found), 1), 8) + 4)
        self._list.setCurrentRow(0 if found else -1)
