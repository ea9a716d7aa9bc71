"""The strip above a practice call: that nothing is real, what they say, which key comes next."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.core.practice import PlayedCall
from qualdesk.core.times import local_time
from qualdesk.core.wording import tr, tr_later
from qualdesk.desk.practice import PracticeCall
from qualdesk.qt.call_desk.announce import announce
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.practice.pointer import Pointer
from qualdesk.qt.shortcuts import with_keys
from qualdesk.qt.widgets.avatar import Avatar
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.card import Card, UprightRule
from qualdesk.qt.widgets.keycap import KeyCap
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.rows import IconMark

TITLE = tr_later("Practice. Nothing here is real.")
_RINGS = tr_later("It rings …")
_SILENT = tr_later("Nobody is on the line.")


class PracticeStrip(Card):
    """One line of the window while somebody practises."""

    leave_pressed = Signal()
    """They have had enough."""

    def __init__(self) -> None:
        super().__init__(ground="call_soft", line=None, radius=10)
        self._title = PlainLabel(tr(TITLE), face="body_strong")
        self._place = PlainLabel(face="hint", tone="text2")
        self._who = Avatar(size=36)
        self._name = PlainLabel(face="hint_strong", tone="text2")
        self.voice = PlainLabel(face="text_medium", wrap=True)
        self.pointer = PlainLabel(face="body", tone="text2", wrap=True)
        self._key = KeyCap("")
        self.leave = PushButton(tr("Leave"), kind="edge", height=30)
        self.leave.clicked.connect(self.leave_pressed)
        self._lay_out()

    def show_call(self, call: PracticeCall, now: datetime, zone: str) -> None:
        """Show which call this is, and the clock of the practice."""
        clock = f"{local_time(now, zone):%H:%M}"
        self._place.setText(
            tr(
                "Call {number} of {of}, {clock} on the practice clock",
                number=call.number,
                of=call.of,
                clock=clock,
            )
        )
        person = call.person
        self._who.set_name(person.name, "accent")
        self._name.setText(f"{person.name}. {person.mood}")

    def show_voice(self, played: PlayedCall, *, rings: bool) -> None:
        """Show what they say; a screen reader says it too."""
        says = (
            tr("“{words}”", words=played.says)
            if played.says
            else (tr(_RINGS) if rings else tr(_SILENT))
        )
        if says != self.voice.text():
            self.voice.setText(says)
            self.voice.set_look(tone="text" if played.says else "text3")
            announce(self.voice, says)

    def show_pointer(self, found: Pointer) -> None:
        """Point to the next key."""
        key = found.key or found.command
        self.pointer.setText(with_keys(found.says))
        self._key.set_keys(key)
        reveal(self._key, shown=bool(key))
        reveal(self._pointing, shown=bool(found.says))

    def _lay_out(self) -> None:
        place = QVBoxLayout()
        place.setSpacing(2)
        place.addStretch(1)
        place.addWidget(self._title)
        place.addWidget(self._place)
        place.addStretch(1)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addStretch(1)
        said.addWidget(self._name)
        said.addWidget(self.voice)
        said.addStretch(1)
        self._pointing = QWidget()
        points = QHBoxLayout(self._pointing)
        points.setContentsMargins(0, 0, 0, 0)
        points.setSpacing(8)
        points.addWidget(IconMark("arrow-right", "call"), 0, Qt.AlignmentFlag.AlignVCenter)
        points.addWidget(self.pointer, 1, Qt.AlignmentFlag.AlignVCenter)
        points.addWidget(self._key, 0, Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 12, 8)
        row.setSpacing(12)
        row.addLayout(place)
        row.addWidget(UprightRule())
        row.addWidget(self._who, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(said, 5)
        row.addWidget(UprightRule())
        row.addWidget(self._pointing, 3)
        row.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignVCenter)
