"""Notices in the page: a sentence on a tinted ground, with a way on."""

from typing import Final, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from qualdesk.qt.plain import PlainLabel, name_aloud
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.card import Card
from qualdesk.qt.widgets.rows import IconMark

BannerTone = Literal["info", "ok", "call", "warn", "bad"]

_ICONS: Final = {
    "info": "info",
    "ok": "circle-check",
    "call": "sprout",
    "warn": "triangle-alert",
    "bad": "octagon-alert",
}


class Banner(Card):
    """A sentence on a tinted ground with an icon; where useful a second one, and two ways on.

    Attributes:
        also: how something begins that it says in other words, empty for nothing.
    """

    also = ""
    pressed = Signal()
    """The button at the end was pressed."""
    other_pressed = Signal()
    """The quieter button behind it was pressed."""

    def __init__(self, tone: BannerTone = "info", title: str = "", text: str = "") -> None:
        super().__init__(ground=f"{tone}_soft", line=None, radius=8)
        self._mark = IconMark(_ICONS[tone])
        self._title = PlainLabel(face="body_strong", wrap=True)
        self._text = PlainLabel(face="hint", tone="text2", wrap=True)
        self._button = PushButton("", kind="edge", height=30)
        self._button.clicked.connect(self.pressed)
        self._other = PushButton("", kind="quiet", height=30)
        self._other.clicked.connect(self.other_pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 10, 8)
        row.setSpacing(10)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        self._row, self._column = row, QVBoxLayout()
        column = self._column
        column.setSpacing(2)
        column.addStretch(0)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addStretch(1)
        row.addLayout(column, 1)
        row.addWidget(self._button)
        row.addWidget(self._other)
        self.set(tone, title, text)

    def set(
        self,
        tone: BannerTone,
        title: str,
        text: str = "",
        *,
        action: str = "",
        other: str = "",
        icon: str = "",
    ) -> None:
        """Show another notice in place. With one line only, give it as ``text``."""
        self._mark.set(icon or _ICONS[tone], tone)
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._text.setText(text)
        self._text.setVisible(bool(text))
        for button, says in ((self._button, action), (self._other, other)):
            button.setVisible(bool(says))
            if says:
                button.set(says)
        # One line beside a button stands at its height; more begin at the top, as they are read.
        is_beside = bool(action) and not (title and text)
        self._column.setStretch(0, int(is_beside))
        top, middle = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignVCenter
        self._row.setAlignment(self._mark, middle if is_beside else top)
        self.set_ground(f"{tone}_soft")
        name_aloud(self, ". ".join(filter(None, (title.removesuffix("."), text))))

    @property
    def last_way(self) -> PushButton:
        """The last way on that is offered, above which it may ask something."""
        return self._button if self._other.isHidden() else self._other

    def take_focus(self) -> bool:
        """Put the cursor on the first way on; False when there is none."""
        if not self._button.isVisibleTo(self):
            return False
        self._button.setFocus(Qt.FocusReason.OtherFocusReason)
        return True
