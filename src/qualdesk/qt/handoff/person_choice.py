"""Choosing by hand who gets a lead: the people of sales, at work or not, and how laden."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qualdesk.core.receiving import Receiving
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.cells import Cell, Column, TableOf
from qualdesk.qt.widgets.popover import PopOver
from qualdesk.qt.widgets.table import PlainTable

_WIDTH: Final = 420
_ROW: Final = 46
_MOST_ROWS: Final = 7
_COLUMNS: Final = (Column(title=tr_later("Goes to"), width=200, stretch=True),)
BY_THE_RULES: Final = Receiving(name="")


class PersonChoice(PopOver):
    """A card with everybody who can get the lead; Enter gives it to them."""

    picked = Signal(str)
    """Who gets it; empty to leave it to the rules again."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, tr("Choose a person"), _WIDTH)
        self._title = PlainLabel(face="card_title", wrap=True)
        self.model: TableOf[Receiving] = TableOf(_COLUMNS, _cell)
        self.table = PlainTable(tr("People of sales"), row_height=_ROW)
        self.table.horizontalHeader().hide()
        self.table.show_rows_of(self.model)
        self.body.addWidget(self._title)
        self.body.addWidget(self.table)
        self.body.addWidget(
            PlainLabel(
                tr("Enter gives them the lead, Esc leaves it as it is."),
                face="hint",
                tone="text2",
                wrap=True,
            )
        )
        self.table.opened.connect(self._pick)

    def begin(self, lead: str, people: Sequence[Receiving], chosen: str = "") -> None:
        """Offer these people for the lead of that name; ``chosen`` is who gets it by hand now."""
        self._title.setText(tr("Who gets {name}?", name=lead))
        rows = (*((BY_THE_RULES,) if chosen else ()), *people)
        self.model.set_rows(rows)
        self.table.setFixedHeight(look().px(_ROW) * min(max(len(rows), 1), _MOST_ROWS) + 2)
        names = [one.name for one in rows]
        self.table.choose(names.index(chosen) if chosen in names else 0)

    def _pick(self, row: int) -> None:
        name = self.model.rows[row].name
        self.close_over()
        self.picked.emit(name)


def _cell(one: Receiving, column: int) -> Cell:
    del column
    if one is BY_THE_RULES:
        return Cell(
            text=tr("Whoever the rules name"), second=tr("As before it was chosen"), icon="undo-2"
        )
    waits = one.is_full or one.is_away or one.is_on_duty is False
    return Cell(
        text=one.name,
        second=one.says,
        person=one.name,
        face="body_medium",
        second_tone="warn" if waits else "text2",
    )
