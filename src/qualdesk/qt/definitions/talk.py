"""What marketing and sales say to each other before they sign."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.core.definition import Side
from qualdesk.core.drafts import Remark, SideState
from qualdesk.core.times import time_words
from qualdesk.core.wording import tr
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.avatar import Avatar
from qualdesk.qt.widgets.buttons import LinkButton, PushButton
from qualdesk.qt.widgets.card import Heading
from qualdesk.qt.widgets.fields import Field
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.pool import Pool

_Said = tuple[str, str, str, str]
_TONES = {Side.MARKETING: "accent", Side.SALES: "ok"}


class Talk(QWidget):
    """The remarks with who said them and when, and a line to write the next one."""

    said = Signal(str)
    """What was written; the line is empty again once the desk has kept it."""

    def __init__(self, zone: str) -> None:
        super().__init__()
        self._zone = zone
        self.write = LinkButton(tr("Write…"))
        self.line = Field(
            tr("Say something about this definition"), tr("What should the other side know?")
        )
        self._send = PushButton(tr("Say it"), icon="send")
        self._nothing = PlainLabel(tr("Nobody has said anything yet."), face="hint", tone="text2")
        rows = QVBoxLayout()
        rows.setSpacing(8)
        self._rows: Pool[_RemarkRow, _Said] = Pool(rows, _RemarkRow, _RemarkRow.show_remark)
        self._writing = QWidget()
        writing = QHBoxLayout(self._writing)
        writing.setContentsMargins(0, 0, 0, 0)
        writing.setSpacing(8)
        writing.addWidget(self.line, 1)
        writing.addWidget(self._send)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Heading(tr("Talk"), end=self.write))
        column.addWidget(self._nothing)
        column.addLayout(rows)
        column.addWidget(self._writing)
        reveal(self._writing, shown=False)
        self.write.clicked.connect(self.begin)
        self.line.returnPressed.connect(self._say)
        self._send.clicked.connect(self._say)

    def show_remarks(
        self, remarks: Sequence[Remark], sides: Sequence[SideState], now: datetime
    ) -> None:
        """Show what was said, the oldest first."""
        tones = {state.name: _TONES[state.side] for state in sides if state.name}
        self._rows.show(
            [
                (
                    one.who,
                    time_words(one.said_at, self._zone, now=now),
                    one.says,
                    _TONES[one.side] if one.side is not None else tones.get(one.who, ""),
                )
                for one in remarks
            ]
        )
        reveal(self._nothing, shown=not remarks)

    def begin(self) -> None:
        """Show the line to write in and put the cursor into it."""
        reveal(self._writing, shown=True)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def kept(self) -> None:
        """What was written is kept: the line is empty again and makes room."""
        self.line.clear()
        reveal(self._writing, shown=False)
        self.write.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_line(self) -> bool:
        """Put the line away; what was typed stays for the next time. False where it was."""
        was_open = self._writing.isVisible()
        if was_open:
            reveal(self._writing, shown=False)
            self.write.setFocus(Qt.FocusReason.OtherFocusReason)
        return was_open

    def _say(self) -> None:
        text = self.line.text().strip()
        if text:
            self.said.emit(text)


class _RemarkRow(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._avatar = Avatar(size=24)
        self._who = PlainLabel(face="hint_strong")
        self._when = PlainLabel(face="hint", tone="text2")
        self._says = PlainLabel(face="body", tone="text2", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._who)
        head.addWidget(self._when)
        head.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(head)
        words.addWidget(self._says)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(9)
        row.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def show_remark(self, said: _Said) -> None:
        who, when, says, tone = said
        self._avatar.set_name(who, tone or None)
        self._who.setText(who)
        self._when.setText(when)
        self._says.setText(says)
