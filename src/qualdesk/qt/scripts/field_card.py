"""Putting in what was said before: the card that offers the fields and asks for a fall-back."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QWidget
from typing_extensions import override

from qualdesk.core.scripts import CallScript
from qualdesk.core.wording import tr
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.scripts.field_names import FieldName, fields_for
from qualdesk.qt.scripts.say_field import SayField
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.fields import Field
from qualdesk.qt.widgets.popover import PopOver

_LINES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class FieldCard(PopOver):
    """Type to find a field, Down to choose it, Tab to say what stands there without it, Enter."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, tr("What was said before"), 420)
        self._field: SayField | None = None
        self._offered: tuple[FieldName, ...] = ()
        self._matching: list[FieldName] = []
        self.wanted = Field(tr("Find a field"), tr("Type to find"), icon="search")
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Fields"))
        self.list.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.list.setFixedHeight(look().px(190))
        self.fall_back = Field(tr("If it is missing, say"), tr("for instance: the new line"))
        self.put = PushButton(tr("Put it in"), kind="edge", icon="plus")
        self.body.addWidget(PlainLabel(tr("Use what was said before"), face="card_title"))
        self.body.addWidget(self.wanted)
        self.body.addWidget(self.list)
        self.body.addWidget(
            PlainLabel(tr("If it is missing, say"), face="hint_medium", tone="text2")
        )
        self.body.addWidget(self.fall_back)
        self.body.addWidget(self.put, 0, Qt.AlignmentFlag.AlignRight)
        self.wanted.textChanged.connect(self._filter)
        self.wanted.installEventFilter(self)
        self.fall_back.installEventFilter(self)
        self.list.itemDoubleClicked.connect(lambda _item: self._put_in())
        self.put.clicked.connect(self._put_in)

    def begin(self, field: SayField, script: CallScript, question_id: str = "") -> None:
        """Put a field into these words; the chip beside the cursor is changed where one is."""
        self._field = field
        self._offered = fields_for(script, question_id)
        chip = field.chip_here()
        self.wanted.clear()
        self.fall_back.setText(chip.fall_back or "" if chip else "")
        self._filter("")
        if chip is not None:
            places = [at for at, one in enumerate(self._matching) if one.field == chip.name]
            self.list.setCurrentRow(next(iter(places), 0))
        self.open(field, self.fall_back if chip is not None else self.wanted)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
                self._put_in()
                return True
            if watched is self.wanted and event.key() in _LINES:
                step = _LINES[Qt.Key(event.key())]
                row = min(max(self.list.currentRow() + step, 0), self.list.count() - 1)
                self.list.setCurrentRow(row)
                return True
        return super().eventFilter(watched, event)

    def _filter(self, text: str) -> None:
        typed = text.casefold().strip()
        self._matching = [one for one in self._offered if typed in one.label.casefold()]
        self.list.clear()
        self.list.addItems([one.label for one in self._matching])
        self.list.setCurrentRow(0)

    def _put_in(self) -> None:
        row = self.list.currentRow()
        if self._field is None or not 0 <= row < len(self._matching):
            return
        self._field.put_in(self._matching[row].field, self.fall_back.text().strip() or None)
        self.close_over()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)
