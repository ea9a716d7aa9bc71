"""Beside the criteria: how these words differ from an earlier version."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from qualdesk.core.changes import Change
from qualdesk.core.drafts import DocumentVersion
from qualdesk.core.times import time_words
from qualdesk.qt.definitions.sign_off import WIDTH, ChangeList
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.card import Heading
from qualdesk.qt.widgets.fields import Choice
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.side import SideCard


class CompareSide(SideCard):
    """One of the versions that were kept, and what changed since."""

    chosen = Signal(int)
    """The number of the version to compare with."""
    again_wanted = Signal(int)
    """The draft is to become that version again."""
    done = Signal()

    def __init__(self, zone: str) -> None:
        super().__init__(WIDTH)
        self.setAccessibleName("Compare with a version")
        self._zone = zone
        self._versions: tuple[DocumentVersion, ...] = ()
        self.close_it = PushButton("Done", icon="check", keys="Escape", height=30)
        self.version = Choice("Compare with")
        self._says = PlainLabel(face="hint", tone="text2", wrap=True)
        self._title = Heading("What changed since")
        self.changes = ChangeList()
        self.again = PushButton("Write this version again", icon="undo-2")
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        column.addWidget(Heading("Compare", end=self.close_it, face="card_title"))
        column.addWidget(self.version)
        column.addWidget(self._says)
        column.addWidget(self._title)
        column.addWidget(self.changes)
        column.addSpacing(6)
        column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(body)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.addWidget(scroll)
        self.setFocusProxy(self.version)
        self.version.activated.connect(self._choose)
        self.again.clicked.connect(lambda: self.again_wanted.emit(self.number))
        self.close_it.clicked.connect(self.done)

    @property
    def number(self) -> int:
        """The version chosen, 0 for none."""
        at = self.version.currentIndex()
        return self._versions[at].number if 0 <= at < len(self._versions) else 0

    def offer(self, versions: Sequence[DocumentVersion], now: datetime) -> None:
        """Offer these versions, the newest first."""
        self._versions = tuple(sorted(versions, key=lambda one: -one.number))
        names = [
            f"Version {one.number}, {time_words(one.at, self._zone, now=now)}"
            f"{', in force' if one.in_force else ''}"
            for one in self._versions
        ]
        self.version.set_values(names, self.version.currentText())
        some = bool(self._versions)
        for each in (self.version, self._title, self.changes, self.again):
            reveal(each, shown=some)
        if not some:
            self._says.setText("No version was kept yet. One is, once both have signed.")
        self._choose()

    def show_changes(self, number: int, changes: Sequence[Change]) -> None:
        """Show how the words differ from that version, if it is still the one chosen."""
        if number != self.number:
            return
        self.changes.show_changes(changes)
        by = next((one.by for one in self._versions if one.number == number), "")
        kept = f"Kept by {by}. " if by else ""
        self._says.setText(kept + ("" if changes else f"These are the words of version {number}."))
        reveal(self._title, shown=bool(changes))
        reveal(self.again, shown=bool(changes))

    def _choose(self, *_place: int) -> None:
        if self.number:
            self.chosen.emit(self.number)
