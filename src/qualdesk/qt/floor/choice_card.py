"""A card with a few choices, one of which Enter takes: where to move a caller, whom to give to."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from qualdesk.core.frozen import frozen
from qualdesk.core.wording import tr_later
from qualdesk.qt.plain import PlainLabel, name_aloud
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.cells import Cell, Column, TableOf
from qualdesk.qt.widgets.popover import PopOver
from qualdesk.qt.widgets.table import PlainTable

_COLUMNS: Final = (Column(title=tr_later("Choice"), width=200, stretch=1),)
_WIDTH: Final = 420
_ROW: Final = 44
_MOST_ROWS: Final = 7
# What stands around the rows: title, sentence, button, and the space between them.
_AROUND: Final = 230


@frozen
class Choice:
    """One line to choose: what it stands for, and how it is said."""

    key: Any
    text: str
    second: str = ""
    person: bool = False


class FewRows(PlainTable):
    """A table in a card: as high as its rows, or as the window leaves room for."""

    def __init__(self, name: str, *, row_height: int = _ROW, around: int = _AROUND) -> None:
        super().__init__(name, row_height=row_height)
        self._high, self._around = row_height, around

    def be_high(self, window: QWidget) -> None:
        """Take the height of the rows, as far as what stands around them stays in the window."""
        model, here = self.model(), look()
        rows = model.rowCount() if model is not None else 0
        header = self.horizontalHeader()
        head = 0 if header.isHidden() else header.sizeHint().height()
        room = window.height() - here.px(self._around) - head
        fitting = max(1, min(rows, _MOST_ROWS, room // here.px(self._high)))
        self.setFixedHeight(head + fitting * here.px(self._high) + 2)

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(240), self.minimumHeight())


class ChoiceCard(PopOver):
    """Asks for one of a few; arrows walk through them, Enter takes the one the cursor is on."""

    chosen = Signal(object)
    """The key of the choice that was taken."""

    def __init__(self, window: QWidget, name: str, action: str, icon: str) -> None:
        super().__init__(window, name, _WIDTH)
        self._over = window
        self._title = PlainLabel(name, face="card_title", wrap=True)
        self._says = PlainLabel(face="body", tone="text2", wrap=True)
        self.model: TableOf[Choice] = TableOf(_COLUMNS, _cell)
        self.table = FewRows(name)
        self.table.horizontalHeader().hide()
        self.table.show_rows_of(self.model)
        self.action = PushButton(action, kind="accent", keys="Return", icon=icon)
        for part in (self._title, self._says, self.table):
            self.body.addWidget(part)
        self.body.addWidget(self.action, alignment=Qt.AlignmentFlag.AlignRight)
        self.table.opened.connect(self._take)
        self.action.clicked.connect(lambda: self._take(self.table.currentIndex().row()))

    def begin(self, title: str, says: str, choices: Sequence[Choice], at: Any = None) -> None:
        """Offer these, with the cursor on the one whose key is ``at``."""
        self._title.setText(title)
        self._says.setText(says)
        name_aloud(self, title)
        self.table.setAccessibleName(title)
        self.model.set_rows(choices)
        self.action.setEnabled(bool(choices))
        keys = [one.key for one in choices]
        self.table.choose(keys.index(at) if at in keys else 0)
        self.table.be_high(self._over)

    def _take(self, row: int) -> None:
        if 0 <= row < len(self.model.rows):
            key = self.model.rows[row].key
            self.close_over()
            self.chosen.emit(key)


def _cell(one: Choice, _column: int) -> Cell:
    person = one.text if one.person else ""
    return Cell(text=one.text, second=one.second, face="body_strong", person=person)
