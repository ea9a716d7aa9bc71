"""What a supervisor can do with one lead of the queue: the buttons, and the lines they ask."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.cards import QueueLine
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.plain import PlainLabel, plain_tooltip
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.fields import Field
from qualdesk.qt.widgets.paint import reveal

_KEEP_OUT: Final = (
    tr_later("Why is it kept out?"),
    tr_later("Callers and other supervisors read it."),
    tr_later("Keep out"),
)
_GIVE: Final = (
    tr_later("Who gets it next?"),
    tr_later("The name of a caller. They get it before all others."),
    tr_later("Give"),
)


class LeadActs(QWidget):
    """Pin, keep out, give, take over. Keeping out and giving ask for one line, here in place."""

    pin_pressed = Signal()
    """Pin the lead, or unpin it where it is pinned."""
    let_in_pressed = Signal()
    take_over_pressed = Signal()
    kept_out = Signal(str)
    """The lead is to be kept out, for this reason."""
    given = Signal(str)
    """The lead is to go to this caller."""

    def __init__(self) -> None:
        super().__init__()
        self.pin = PushButton(tr("Pin"), icon="pin", keys="pin")
        self.out = PushButton(tr("Keep out"), icon="ban", keys="Del")
        self.give = PushButton(tr("Give"), icon="user-plus", keys="give_lead")
        self.take = PushButton(tr("Take over"), icon="headset", keys="take_over")
        self.keep_line = _AskLine(*map(tr, _KEEP_OUT))
        self.give_line = _AskLine(*map(tr, _GIVE))
        self._line: QueueLine | None = None
        self._buttons = QWidget()
        grid = QGridLayout(self._buttons)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        places = ((self.pin, 0, 0), (self.out, 0, 1), (self.give, 1, 0), (self.take, 1, 1))
        for button, row, column in places:
            grid.addWidget(button, row, column, Qt.AlignmentFlag.AlignLeft)
        grid.setColumnStretch(2, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        for part in self._parts:
            whole.addWidget(part)
        self.close_lines()
        self._listen()

    def _listen(self) -> None:
        self.pin.clicked.connect(self.pin_pressed)
        self.out.clicked.connect(self.ask_out)
        self.give.clicked.connect(self.ask_give)
        self.take.clicked.connect(self.take_over_pressed)
        self.keep_line.said.connect(self._say_out)
        self.give_line.said.connect(self._say_give)
        for line in (self.keep_line, self.give_line):
            line.left.connect(self.close_lines)
        plain_tooltip(self.pin, tr("First as soon as the rules allow it, before all other leads"))
        plain_tooltip(self.out, tr("Not called until it is let in again; the reason is shown"))
        plain_tooltip(self.give, tr("A caller gets it next"))
        plain_tooltip(self.take, tr("You get it at your desk, from whoever has it"))

    @property
    def asks(self) -> bool:
        """Whether a line is open that waits for words."""
        return self._buttons.isHidden()

    @property
    def _parts(self) -> tuple[QWidget, ...]:
        """What stands here, one at a time."""
        return (self._buttons, self.keep_line, self.give_line)

    def show_line(self, line: QueueLine | None) -> None:
        """Offer what can be done with this lead; a line that is open for another one closes."""
        if line is None or self._line is None or line.lead_id != self._line.lead_id:
            self.close_lines()
            self.keep_line.field.clear()
        self._line = line
        is_pinned = line is not None and line.is_pinned
        is_out = line is not None and bool(line.kept_out)
        self.pin.set(tr("Unpin") if is_pinned else tr("Pin"), icon="pin", keys="pin")
        self.out.set(
            tr("Let in") if is_out else tr("Keep out"),
            icon="check" if is_out else "ban",
            keys="Del",
        )
        for button in (self.pin, self.out, self.give, self.take):
            button.setEnabled(line is not None)
        self.pin.setEnabled(line is not None and not is_out)

    def ask_out(self) -> None:
        """Ask why the lead is kept out, or let it in at once where it is out."""
        if self._line is None:
            return
        if self._line.kept_out:
            self.let_in_pressed.emit()
            return
        self._open(self.keep_line)

    def ask_give(self) -> None:
        """Ask who gets the lead."""
        if self._line is not None:
            self._open(self.give_line)

    def close_lines(self) -> None:
        """Show the buttons; what was typed stays in its line."""
        self._turn_to(self._buttons)

    def _open(self, line: "_AskLine") -> None:
        self._turn_to(line)
        line.field.setFocus(Qt.FocusReason.OtherFocusReason)
        line.field.selectAll()

    def _turn_to(self, shown: QWidget) -> None:
        for part in self._parts:
            reveal(part, shown=part is shown)

    def _say_out(self, words: str) -> None:
        self.close_lines()
        self.kept_out.emit(words)

    def _say_give(self, words: str) -> None:
        self.close_lines()
        self.given.emit(words)


class _AskLine(QWidget):
    """One line to type: Enter says it, Esc leaves it."""

    said = Signal(str)
    left = Signal()

    def __init__(self, asks: str, hint: str, verb: str) -> None:
        super().__init__()
        self.field = Field(asks)
        self._hint = hint
        self._says = PlainLabel(hint, face="hint", tone="text2", wrap=True)
        self._do = PushButton(verb, keys="Return", height=32)
        self._leave = PushButton(tr("Leave it"), kind="quiet", keys="Esc", height=32)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._do)
        line.addWidget(self._leave)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(PlainLabel(asks, face="body_strong"))
        column.addWidget(self.field)
        column.addWidget(self._says)
        column.addLayout(line)
        self.field.returnPressed.connect(self._say)
        self._do.clicked.connect(self._say)
        self._leave.clicked.connect(self.left)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _say(self) -> None:
        words = " ".join(self.field.text().split())
        if not words:
            self._says.setText(tr("Say it in a few words, or leave it with Esc."))
            self._says.set_look(tone="bad")
            self.field.setFocus()
            return
        self._says.setText(self._hint)
        self._says.set_look(tone="text2")
        self.said.emit(words)
