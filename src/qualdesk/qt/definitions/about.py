"""What a definition is called, and the day on which both look at it again."""

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.core.criteria import Definition
from qualdesk.core.wording import tr
from qualdesk.qt.definitions.still_fields import StillDay
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.buttons import IconButton, LinkButton
from qualdesk.qt.widgets.fields import Field
from qualdesk.qt.widgets.paint import reveal

# A quarter: long enough for leads to be won or lost, short enough to remember why.
REVIEW_AFTER: Final = timedelta(days=91)


class About(QWidget):
    """Both belong to the words that are signed: another day asks for both signatures again."""

    named = Signal(str)
    """What it is called now."""
    review_set = Signal(object)
    """The ``date`` of the review, or None for no day."""

    def __init__(self) -> None:
        super().__init__()
        self._today = date.min
        self.name = Field(tr("Name of the definition"), tr("Qualified lead"))
        self.day = StillDay(tr("Look at it again on"))
        self.none = IconButton("x", tr("No day to look at it again"))
        self.begin = LinkButton(tr("Set a day to look at it again"))
        when = QHBoxLayout()
        when.setSpacing(6)
        when.addWidget(self.day)
        when.addWidget(self.none)
        when.addWidget(self.begin)
        when.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(PlainLabel(tr("Name of the definition"), face="hint", tone="text2"))
        column.addWidget(self.name)
        column.addWidget(PlainLabel(tr("Look at it again on"), face="hint", tone="text2"))
        column.addLayout(when)
        self.name.textEdited.connect(self._rename)
        self.day.changed.connect(self._set_day)
        self.none.clicked.connect(lambda: self.review_set.emit(None))
        self.begin.clicked.connect(lambda: self.review_set.emit(self._today + REVIEW_AFTER))

    def show_definition(self, definition: Definition, today: date) -> None:
        """Show these; a name that is being typed keeps its cursor."""
        self._today = today
        if not self.name.hasFocus() and self.name.text() != definition.name:
            self.name.setText(definition.name)
        day = definition.review_on
        if day is not None and self.day.day != day:
            self.day.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            self.day.set_day(day)
            self.day.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        for part in (self.day, self.none):
            reveal(part, shown=day is not None)
        reveal(self.begin, shown=day is None)

    def _rename(self, text: str) -> None:
        if text.strip():
            self.named.emit(text.strip())

    def _set_day(self) -> None:
        self.review_set.emit(self.day.day)
