"""How a practice call went, in three lines, and the way to the next one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from qualdesk.core.practice import Line
from qualdesk.core.wording import tr, tr_later
from qualdesk.desk.practice import PracticeCall
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.buttons import LinkButton, MainButton
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.rows import IconRow
from qualdesk.qt.widgets.side import SideCard


class Review(SideCard):
    """Three lines and one button. Nothing is marked and nothing is kept."""

    next_pressed = Signal()
    """On to the next call, or back to real work after the last one."""
    again_pressed = Signal()
    """Once more from the first call."""

    def __init__(self) -> None:
        super().__init__(640)
        self._title = PlainLabel(face="page_title", wrap=True)
        self._hint = PlainLabel(face="body", tone="text2", wrap=True)
        self.lines = tuple(IconRow(face="text") for _ in range(3))
        self.next = MainButton(tr("Next call"), icon="arrow-right")
        self.again = LinkButton(tr("Practise once more"))
        self.next.clicked.connect(self.next_pressed)
        self.again.clicked.connect(self.again_pressed)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 26, 28, 26)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self._hint)
        column.addSpacing(4)
        for line in self.lines:
            column.addWidget(line)
        column.addSpacing(8)
        buttons = QHBoxLayout()
        buttons.setSpacing(16)
        buttons.addWidget(self.next)
        buttons.addWidget(self.again)
        buttons.addStretch(1)
        column.addLayout(buttons)

    def show_lines(self, call: PracticeCall, lines: Sequence[Line]) -> None:
        """Say how the call went."""
        is_last = call.number == call.of
        self._title.setText(
            tr("Those were all {of} calls", of=call.of)
            if is_last
            else tr("Your call with {name}", name=call.person.name)
        )
        self._hint.setText(tr(_DONE) if is_last else tr(_ON))
        for row, line in zip(self.lines, lines, strict=True):
            icon, tone = ("circle-check", "ok") if line.is_good else ("sprout", "call")
            row.set(icon, line.says, tone=tone)
        self.next.set(
            tr("Back to real work") if is_last else tr("Next call"),
            icon="arrow-right",
            keys="primary",
        )
        reveal(self.again, shown=is_last)
        self.setAccessibleName(" ".join(line.says for line in lines))
        self.next.setFocus()


_ON = tr_later("This counts nowhere. What went well, and what to try next time:")
_DONE = tr_later("None of it counts anywhere, and all of it is thrown away when you leave.")
