"""Fields that the mouse wheel never changes: scrolling past must not change what is signed."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QSizePolicy, QSpinBox, QWidget
from typing_extensions import override

from qualdesk.qt.theme import look
from qualdesk.qt.widgets.dates import DayField
from qualdesk.qt.widgets.fields import Choice, give_words_room, gives_undo


class StillChoice(Choice):
    """One of a few values, chosen by a click or by the keys."""

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class StillDay(DayField):
    """A day, typed or moved with the arrows."""

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class NumberField(QSpinBox):
    """A whole number; Up and Down move it by one, PgUp and PgDn by ten.

    ``none`` is what stands there in place of the smallest number, where that means nothing is
    said; ``width`` is unscaled.
    """

    changed = Signal(int)
    """A person chose this number; a number shown by the page is not told."""

    def __init__(
        self,
        name: str,
        low: int,
        high: int,
        parent: QWidget | None = None,
        *,
        width: int = 56,
        none: str = "",
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setRange(low, high)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSpecialValueText(none)
        self._wide = width
        self.valueChanged.connect(self.changed)

    def show_number(self, number: int) -> None:
        """Show another number; it counts as nobody's choice."""
        if number != self.value():
            self.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            self.setValue(number)
            self.blockSignals(False)  # noqa: FBT003 - Qt's own signature

    @override
    def event(self, event: QEvent) -> bool:
        if gives_undo(event, self):
            event.ignore()
            return False
        handled = super().event(event)
        give_words_room(self, event, 9)
        return handled

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # As Tab does: with the cursor before 60, typing 90 would make 9,060 of it.
        if event.reason() == Qt.FocusReason.OtherFocusReason:
            self.selectAll()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(self._wide), look().px(34))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
