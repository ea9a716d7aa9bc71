"""One number before and after a change, and what that means in a few words."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from qualdesk.core.wording import number, tr
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.card import Card
from qualdesk.qt.widgets.rows import IconMark

GOOD: Final = "ok"
WATCH: Final = "warn"
PLAIN: Final = "text2"


class BeforeAfter(Card):
    """A title, a number that was and the number that would be, and a sentence below."""

    def __init__(self, title: str) -> None:
        super().__init__(ground="sunken", line=None, radius=8)
        self._title = title
        self._before = PlainLabel(face="name", tone="text2")
        self._after = PlainLabel(face="timer")
        self._says = PlainLabel(face="hint_medium", tone="ok", wrap=True)
        numbers = QHBoxLayout()
        numbers.setSpacing(9)
        numbers.addWidget(self._before)
        numbers.addWidget(IconMark("arrow-right", "text2", 16))
        numbers.addWidget(self._after)
        numbers.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 9, 12, 9)
        column.setSpacing(2)
        column.addWidget(PlainLabel(title, face="hint_medium", tone="text2"))
        column.addLayout(numbers)
        column.addWidget(self._says)

    def set(self, before: int, after: int, says: str, tone: str) -> None:
        """Show other numbers in place."""
        self._before.setText(number(before))
        self._after.setText(number(after))
        self._says.setText(says)
        self._says.set_look(tone=tone)
        self.setAccessibleName(
            tr(
                "{title}: {before:,}, then {after:,}. {says}",
                title=self._title,
                before=before,
                after=after,
                says=says,
            )
        )

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(120), super().minimumSizeHint().height())
