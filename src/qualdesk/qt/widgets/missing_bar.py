"""What is missing, on top of a page: how many things, and the first of them as links."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from qualdesk.core.wording import tr
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.buttons import LinkButton
from qualdesk.qt.widgets.card import Card
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.rows import IconMark

_SHOWN: Final = 4


class MissingBar(Card):
    """A line of links, amber while something is missing and green when nothing is."""

    pressed = Signal(str)
    """The place of the thing that is to be done, as it was given."""

    def __init__(self) -> None:
        super().__init__(ground="warn_soft", line=None, radius=8)
        self._mark = IconMark("triangle-alert")
        self._title = PlainLabel(face="body_strong")
        self._rest = PlainLabel(face="body", tone="text2")
        self._places = [""] * _SHOWN
        self.links = [LinkButton("") for _ in range(_SHOWN)]
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 7, 12, 7)
        row.setSpacing(16)
        row.addWidget(self._mark)
        row.addWidget(self._title)
        for at, link in enumerate(self.links):
            row.addWidget(link)
            link.clicked.connect(lambda _=False, at=at: self.pressed.emit(self._places[at]))
        row.addWidget(self._rest)
        row.addStretch(1)

    def show_missing(self, title: str, things: Sequence[tuple[str, str]]) -> None:
        """Show what is missing, each as the place where it is done and its name on the link."""
        self._title.setText(title)
        tone = "warn" if things else "ok"
        self._mark.set("triangle-alert" if things else "circle-check", tone)
        self.set_ground(f"{tone}_soft")
        for at, link in enumerate(self.links):
            reveal(link, shown=at < len(things))
            if at < len(things):
                self._places[at], name = things[at]
                link.set(name)
        more = len(things) - _SHOWN
        self._rest.setText(tr("and {more} more", more=more) if more > 0 else "")
        reveal(self._rest, shown=more > 0)
