"""Answers to choose from by number: one option, and the group that owns the digit keys."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QRadioButton, QSizePolicy, QWidget
from typing_extensions import override

from qualdesk.core.frozen import frozen
from qualdesk.core.wording import tr
from qualdesk.qt.plain import safe_text
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.paint import (
    RIGHT,
    advance,
    box,
    caps,
    glyph,
    is_lit,
    smooth,
    words,
)

# On a French keyboard the digit row types letters: the key itself counts, not its letter.
_ROW_OF_DIGITS = {10: "1", 11: "2", 12: "3", 13: "4", 14: "5", 15: "6", 16: "7", 17: "8", 18: "9"}
_ROW_OF_DIGITS |= {19: "0"}
_LETTERS_OF_THE_ROW = frozenset("&é\"'(-è_çà§!")


_CHECK = 16 + 12


@frozen
class Option:
    """What one option shows: its digit, its words, and where given a second line and an end."""

    key: str
    title: str
    second: str = ""
    trailing: str = ""


class OptionButton(QRadioButton):
    """One answer with its number. A radio button to screen readers, drawn as a wide box."""

    def __init__(self, option: Option, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._option = option
        self.set(option)

    @property
    def option(self) -> Option:
        """What the button shows now."""
        return self._option

    def set(self, option: Option) -> None:
        """Show another option in place; the checked state stays as it is."""
        self._option = Option(
            key=option.key,
            title=safe_text(option.title, 200, one_line=True),
            second=safe_text(option.second, 200, one_line=True),
            trailing=safe_text(option.trailing, 120, one_line=True),
        )
        shown = self._option
        parts = (shown.title, shown.second, shown.trailing, tr("key {key}", key=shown.key))
        self.setAccessibleName(", ".join(filter(None, parts)))
        self.updateGeometry()
        self.update()

    def mark(self, *, is_on: bool) -> None:
        """Check or clear the option. Qt alone never lets a chosen radio button be cleared."""
        exclusive = self.autoExclusive()
        self.setAutoExclusive(False)
        self.setChecked(is_on)
        self.setAutoExclusive(exclusive)

    @override
    def sizeHint(self) -> QSize:
        px = look().px
        shown = self._option
        text = max(advance(shown.title, "text_strong"), advance(shown.second, "hint"))
        end = advance(shown.trailing, "hint") + px(12) if shown.trailing else 0
        return QSize(px(11 + 20 + 11) + text + end + px(40), px(50 if shown.second else 38))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(120), self.sizeHint().height())

    @override
    def hitButton(self, pos: object) -> bool:
        del pos
        return True

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        px, shown, chosen = look().px, self._option, self.isChecked()
        painter = smooth(self)
        rect = QRectF(self.rect())
        if chosen:
            box(painter, rect, fill="accent_soft", edge="accent", width=1.5)
        else:
            box(painter, rect, fill="hover" if is_lit(self) else "surface", edge="line")
        middle = rect.center().y()
        x = px(11) + caps(painter, px(11), middle, [shown.key]) + px(11)
        end = rect.width() - px(12)
        if chosen and rect.width() >= self.sizeHint().width():
            end -= px(16)
            glyph(painter, "check", end, middle, 16, "accent_text")
            end -= px(12)
        if shown.trailing:
            room = advance(shown.trailing, "hint")
            where = QRectF(end - room, 0, room, rect.height())
            words(painter, where, shown.trailing, face="hint", tone="text2", align=RIGHT)
            end -= room + px(12)
        face = "text_strong" if chosen or shown.second else "text_medium"
        if not shown.second:
            words(painter, QRectF(x, 0, end - x, rect.height()), shown.title, face=face)
            return
        top = middle - px(18)
        words(painter, QRectF(x, top, end - x, px(20)), shown.title, face=face)
        below = QRectF(x, top + px(20), end - x, px(16))
        words(painter, below, shown.second, face="hint", tone="text2")

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()


class OptionGroup(QWidget):
    """A set of options of which one or none is chosen; the digit keys act only while in it.

    With ``several``, each digit adds its option or takes it away again; 0 stands alone.

    Buttons are kept and shown again: another question changes their words in place. Numbers
    run down the columns. Letters typed here belong to the field for their words.
    """

    chosen = Signal(str)
    """The digit of the option just chosen, or an empty text after Backspace."""
    kept = Signal()
    """Enter: keep what is chosen and go on."""
    typed = Signal(str)
    """A letter was typed: the page puts it into "in their words"."""

    def __init__(
        self,
        name: str = "",
        parent: QWidget | None = None,
        *,
        looks: type[OptionButton] = OptionButton,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name or tr("Answers"))
        self._looks = looks
        self._buttons: list[OptionButton] = []
        self._count = 0
        self._several = False
        self._chosen: tuple[str, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self._wanted = self._across = 1
        # Once the page has come to rest: the widths on the way there are nobody's.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._fit)

    def set_options(
        self, options: Sequence[Option], columns: int = 2, *, several: bool = False
    ) -> None:
        """Show these options, none chosen, in so many columns: fewer where words lack room."""
        self._count = len(options)
        self._several = several
        while len(self._buttons) < self._count:
            button = self._looks(Option(key="", title=""), self)
            button.clicked.connect(self._pressed)
            button.installEventFilter(self)
            self._buttons.append(button)
        self._chosen = ()
        for place, button in enumerate(self._buttons):
            button.setVisible(place < self._count)
            button.mark(is_on=False)
            # Exclusive ones are radio buttons to screen readers, the others check boxes.
            button.setAutoExclusive(not several)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            if place < self._count:
                button.set(options[place])
        self._wanted = columns
        self._arrange(columns)
        self._soon.start()
        if self._count:
            self.setFocusProxy(self._buttons[0])

    def keys(self) -> list[str]:
        """The digits of the options shown."""
        return [each.option.key for each in self._buttons[: self._count]]

    def change(self, options: Sequence[Option]) -> None:
        """Show other words for the same options; what is chosen and the cursor stay."""
        for button, option in zip(self._buttons, options, strict=False):
            button.set(option)

    def choice(self) -> str:
        """The digit of the chosen option; empty when none is."""
        return next(iter(self.choices()), "")

    def choices(self) -> tuple[str, ...]:
        """The digits of all chosen options, in order."""
        shown = self._buttons[: self._count]
        return tuple(each.option.key for each in shown if each.isChecked())

    def choose(self, key: str) -> bool:
        """Choose the option with this digit; empty clears. False when there is no such option."""
        shown = self._buttons[: self._count]
        if key and key not in [each.option.key for each in shown]:
            return False
        for each in shown:
            is_it = bool(key) and each.option.key == key
            if not self._several or key in {"", "0"}:
                each.mark(is_on=is_it)
            elif is_it:
                each.mark(is_on=each.option.key not in self._chosen)
            elif each.option.key == "0":
                each.mark(is_on=False)
        self._chosen = self.choices()
        # The cursor comes to what is chosen, and not to the first of them.
        if shown:
            self.setFocusProxy(next((each for each in shown if each.isChecked()), shown[0]))
        return True

    @override
    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._took(event)
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._soon.start()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._soon.start()

    def _fit(self) -> None:
        across = self._columns_with_room()
        if across != self._across:
            self._arrange(across)

    def _arrange(self, across: int) -> None:
        """Stand in so many columns; numbers run down them."""
        self._across = across
        rows = -(-self._count // self._across)
        for place, button in enumerate(self._buttons[: self._count]):
            self._grid.addWidget(button, place % rows, place // rows)

    def _columns_with_room(self) -> int:
        shown = self._buttons[: self._count]
        widest = max((each.sizeHint().width() for each in shown), default=0)
        # The mark of what is chosen gives way before a column does: its edge and weight say so too.
        widest -= look().px(_CHECK)
        between = self._grid.spacing()
        return max(min(self._wanted, (self.width() + between) // (widest + between)), 1)

    def _pressed(self) -> None:
        button = self.sender()
        if isinstance(button, OptionButton):
            self.choose(button.option.key)
            self.chosen.emit(button.option.key)

    def _took(self, event: QKeyEvent) -> bool:
        """Whether the key press was one of the group's own."""
        plain = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        if event.modifiers() & ~plain:
            return False
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            # A key held down must not run through the whole script.
            if not event.isAutoRepeat():
                self.kept.emit()
            return True
        if key == Qt.Key.Key_Backspace:
            self.choose("")
            self.chosen.emit("")
            return True
        named = digit_of(event) or self._letter_of(event)
        if named:
            if self.choose(named):
                self._buttons[self.keys().index(named)].setFocus()
                self.chosen.emit(named)
            return True
        if event.text().isprintable() and event.text().strip():
            self.typed.emit(event.text())
            return True
        return False

    def _letter_of(self, event: QKeyEvent) -> str:
        """The letter of an option, where there are more options than digits."""
        letter = event.text().upper()
        return letter if letter in self.keys() else ""


def digit_of(event: QKeyEvent) -> str:
    """The digit a key press means, also on keyboards whose digit row types letters."""
    text = event.text()
    if text.isascii() and text.isdigit():
        return text
    if text in _LETTERS_OF_THE_ROW:
        return _ROW_OF_DIGITS.get(event.nativeScanCode(), "")
    return ""
