"""Who leaves the roster, since when, who keeps their call backs; and those who have left."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.members import Member
from qualdesk.core.times import day_words
from qualdesk.core.wording import tr
from qualdesk.desk.leavers import Leaver, theirs_words
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.settings.rows import SettingRow
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.card import Card
from qualdesk.qt.widgets.dates import DayField
from qualdesk.qt.widgets.fields import Choice
from qualdesk.qt.widgets.labelled import labelled
from qualdesk.qt.widgets.paint import reveal

CALLS: Final = ("caller", "supervisor")


class LeavingCard(Card):
    """What waits for somebody, and what is said of them when they leave."""

    left = Signal(str, object, str)
    """Who works here no more, from which day on, and who keeps their call backs or nobody."""
    removed = Signal(str)
    """Whose name was typed wrongly."""

    def __init__(self) -> None:
        super().__init__(ground="sunken")
        self.name = ""
        self.title = PlainLabel(face="body_strong")
        self.waits = PlainLabel(face="hint", tone="text2", wrap=True)
        self.first = DayField(tr("First day they are not here"))
        self.heir = Choice(tr("Who keeps their call backs"))
        self.leave = PushButton(tr("Has left"), icon="user")
        self.remove = PushButton(tr("Remove from the list"), icon="x")
        row = QHBoxLayout()
        row.setSpacing(12)
        labelled(row, tr("First day they are not here"), self.first)
        labelled(row, tr("Who keeps their call backs"), self.heir, 2)
        for each in (self.leave, self.remove):
            row.addWidget(each, alignment=Qt.AlignmentFlag.AlignBottom)
        row.addStretch(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.waits)
        column.addLayout(row)
        self.leave.clicked.connect(self._leave)
        self.remove.clicked.connect(lambda: self.removed.emit(self.name))

    def show_leaver(self, found: Leaver, today: date, heirs: Sequence[str]) -> None:
        """Show what waits for somebody; ``heirs`` are those who could keep their call backs."""
        self.name = found.member.name
        self.title.setText(tr("{name} leaves", name=self.name))
        waits = theirs_words(found.theirs)
        nothing = tr("Nothing waits for them.")
        if found.can_be_removed:
            nothing = tr("They never did anything here. Was the name typed wrongly? Remove it.")
        self.waits.setText(tr("Theirs: {what}", what=waits) if waits else nothing)
        self.first.set_day(found.member.left_on or today)
        self.heir.set_values([tr("Anybody"), *heirs])
        reveal(self.remove, shown=found.can_be_removed)
        self.first.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter says that they left, from whichever field."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        heir = self.heir.currentText() if self.heir.currentIndex() > 0 else ""
        self.left.emit(self.name, self.first.day, heir)


class GoneRow(SettingRow):
    """Somebody who has left, and the way back."""

    def __init__(self, one: Member, day: date) -> None:
        self.first = day
        self.again = PushButton(tr("Take on again"), icon="undo-2")
        since = tr("Not here from {day} on.", day=day_words(day))
        super().__init__(one.name, since, self.again)
        self.again.renamed(tr("Take {name} on again", name=one.name))


class LeavingPart(QWidget):
    """Below the person the cursor is on: the way out, and under "Left" the way back."""

    asked = Signal()
    """Somebody is to leave: whoever the cursor of the week is on."""
    taken_on = Signal(str)
    """Who works here again."""

    def __init__(self) -> None:
        super().__init__()
        self.open = PushButton(tr("Has left…"), icon="user", keys="L")
        self.show_gone = PushButton("", icon="chevron-right")
        self.card = LeavingCard()
        self.gone = QWidget()
        self.rows: dict[str, GoneRow] = {}
        self._list = QVBoxLayout(self.gone)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(10)
        for each in (self.open, self.show_gone):
            row.addWidget(each)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(row)
        column.addWidget(self.card)
        column.addWidget(self.gone)
        for hidden in (self.card, self.gone, self.show_gone):
            reveal(hidden, shown=False)
        self.open.clicked.connect(self.asked)
        self.show_gone.clicked.connect(self._turn)

    def show_leaver(self, found: Leaver, today: date, people: Sequence[Member]) -> None:
        """Open the card for somebody; ``people`` are those who are here."""
        heirs = [one.name for one in people if one.role in CALLS and one.name != found.member.name]
        reveal(self.card, shown=True)
        self.card.show_leaver(found, today, heirs)

    def close_card(self) -> None:
        """Nobody leaves any more."""
        reveal(self.card, shown=False)

    def show_people_gone(self, people: Sequence[Member]) -> None:
        """Those who have left or are about to, by name; they stay folded, or open."""
        for row in self.rows.values():
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {one.name: GoneRow(one, one.left_on) for one in people if one.left_on}
        for name, row in self.rows.items():
            self._list.addWidget(row)
            row.again.clicked.connect(partial(self._take_on, name))
        reveal(self.show_gone, shown=bool(self.rows))
        self._show_gone(is_open=bool(self.rows) and not self.gone.isHidden())

    def _take_on(self, name: str) -> None:
        self.taken_on.emit(name)

    def _turn(self) -> None:
        self._show_gone(is_open=self.gone.isHidden())

    def _show_gone(self, *, is_open: bool) -> None:
        reveal(self.gone, shown=is_open)
        says = tr("Left: {n:,}", n=len(self.rows))
        self.show_gone.set(says, icon="chevron-down" if is_open else "chevron-right")
