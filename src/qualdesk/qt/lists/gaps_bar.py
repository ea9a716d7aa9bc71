"""What is missing before calls can start, on top of a form: links to the fields."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from qualdesk.core.permission import Gap
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.buttons import LinkButton
from qualdesk.qt.widgets.card import Card
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.rows import IconMark

_SHOWN: Final = 4
_LABELS: Final = {
    "what": "What it was",
    "who": "Who is on the list",
    "responding_to": "What drew them",
    "basis": "The ground for calling",
    "says": "The ground in a sentence",
    "given_on": "When it was given",
    "where": "Where it was given",
    "evidence": "Where the proof is",
    "wording": "The wording",
    "scope": "Whether it covers the phone",
    "cost": "What it cost",
    "owner": "Who answers questions",
    "nurture": "Where not-now leads go",
    "window": "Until when to call",
}


class GapsBar(Card):
    """How many things are missing, and the first of them as links."""

    pressed = Signal(str)
    """The field of a gap is to be shown."""

    def __init__(self) -> None:
        super().__init__(ground="warn_soft", line=None, radius=8)
        self._mark = IconMark("triangle-alert")
        self._title = PlainLabel(face="body_strong")
        self._rest = PlainLabel(face="body", tone="text2")
        self._fields = [""] * _SHOWN
        self.links = [LinkButton("") for _ in range(_SHOWN)]
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 7, 12, 7)
        row.setSpacing(16)
        row.addWidget(self._mark)
        row.addWidget(self._title)
        for place, link in enumerate(self.links):
            row.addWidget(link)
            link.clicked.connect(lambda _=False, at=place: self.pressed.emit(self._fields[at]))
        row.addWidget(self._rest)
        row.addStretch(1)

    def show_gaps(self, gaps: Sequence[Gap]) -> None:
        """Show what is missing; with nothing missing, that calls can start."""
        things = "1 thing" if len(gaps) == 1 else f"{len(gaps)} things"
        self._title.setText(f"{things} before calls can start" if gaps else "Calls can start")
        tone = "warn" if gaps else "ok"
        self._mark.set("triangle-alert" if gaps else "circle-check", tone)
        self.set_ground(f"{tone}_soft")
        for place, link in enumerate(self.links):
            reveal(link, shown=place < len(gaps))
            if place < len(gaps):
                self._fields[place] = gaps[place].field
                link.set(_LABELS[gaps[place].field])
        more = len(gaps) - _SHOWN
        self._rest.setText(f"and {more} more" if more > 0 else "")
        reveal(self._rest, shown=more > 0)
