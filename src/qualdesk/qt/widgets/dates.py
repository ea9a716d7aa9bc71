"""A day to choose: typed or moved with the arrows, written as on every other screen."""

from datetime import date
from typing import Final

from PySide6.QtCore import QDate, QEvent, QLocale, QSize, Signal
from PySide6.QtWidgets import QAbstractSpinBox, QDateEdit, QSizePolicy, QWidget
from typing_extensions import override

from qualdesk.core.wording import spoken
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.fields import give_words_room, gives_undo
from qualdesk.qt.widgets.paint import advance

_FORMATS: Final = {"de": "ddd d. MMM yyyy"}
_FORMAT: Final = "ddd d MMM yyyy"


class DayField(QDateEdit):
    """A day in words, "Thu 19 Mar 2026"; the arrow keys move the part the cursor is in.

    ``is_by_hand`` says whether a person chose the day shown.
    """

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLocale(QLocale(spoken() if spoken() in _FORMATS else "en_GB"))
        self.setDisplayFormat(_FORMATS.get(spoken(), _FORMAT))
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.is_by_hand = False
        self.dateChanged.connect(self._moved)

    @property
    def day(self) -> date:
        """The day shown."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def set_day(self, day: date) -> None:
        """Show another day; it counts as nobody's choice."""
        self.setDate(QDate(day.year, day.month, day.day))
        self.is_by_hand = False

    @override
    def event(self, event: QEvent) -> bool:
        if gives_undo(event, self):
            event.ignore()
            return False
        handled = super().event(event)
        give_words_room(self, event, 10)
        return handled

    @override
    def sizeHint(self) -> QSize:
        how, written = self.displayFormat(), self.locale()
        days = (written.toString(QDate(2026, month, 28), how) for month in range(1, 13))
        widest = max(advance(day, "body") for day in days)
        return QSize(widest + look().px(32), look().px(34))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _moved(self) -> None:
        self.is_by_hand = True
        self.changed.emit()
