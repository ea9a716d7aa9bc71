"""The card in which a supervisor chooses what becomes of what was saved late."""

from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from qualdesk.core.clock import Clock
from qualdesk.core.late_saves import LateSave
from qualdesk.core.times import time_words
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.floor.waiting_over import WaitingOver
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.cells import Cell, Column
from qualdesk.qt.widgets.paint import reveal

COLUMNS: Final = (
    Column(title=tr_later("Saved late"), width=300, stretch=3),
    Column(title=tr_later("By whom"), width=170, stretch=2),
)
# Title, sentence, what was said, two rows of buttons, and the space between them.
_AROUND: Final = 430


class SavedLateOver(WaitingOver[LateSave]):
    """What was saved late, one under the other; of the one in work, what was said beside what is.

    In the list T lets it count, L leaves it on record only. Ctrl+Z takes the last choice back.
    """

    taken = Signal(object)
    """The ``LateSave`` that is to count."""
    left = Signal(object)
    """The ``LateSave`` that stays on record only."""

    def __init__(self, window: QWidget, clock: Clock, zone: str) -> None:
        super().__init__(
            window,
            clock,
            zone,
            name=tr("Saved late"),
            columns=COLUMNS,
            letters=_LETTERS,
            around=_AROUND,
        )
        self._about = PlainLabel(face="body_medium", wrap=True)
        self._said = PlainLabel(face="body", wrap=True)
        self._stands = PlainLabel(face="hint", tone="text2", wrap=True)
        self.take = PushButton(tr("Let it count"), kind="accent", icon="check", keys="T")
        self.leave = PushButton(tr("Only on record"), icon="archive-restore", keys="L")
        self.read = PushButton(tr("Read the card"), icon="file-text")
        for part in (self._title, self.result, self._about, self._said, self._stands):
            self.body.addWidget(part)
        self.add_buttons(self.take, self.leave, self.read)
        self.body.addWidget(self.table)
        self.take.clicked.connect(self._take)
        self.leave.clicked.connect(self._leave)
        self.read.clicked.connect(self._read)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """T and L, wherever the cursor is on the card: nothing is typed here."""
        if event.modifiers() == Qt.KeyboardModifier.NoModifier and event.key() in _LETTERS:
            (self._take if event.key() == Qt.Key.Key_T else self._leave)()
            return
        super().keyPressEvent(event)

    @override
    def key_of(self, one: LateSave) -> Any:
        return one.id

    @override
    def show_current(self) -> None:
        one = self.current
        if one is not None:
            when = time_words(one.at, self._zone, now=self._clock.now())
            self._about.setText(
                tr("{who} about {lead}, arrived {when}", who=one.caller, lead=one.lead, when=when)
            )
            self._said.setText("\n".join(_lines(one)))
            holder = tr("{who} has them in hand now.", who=one.has_now) if one.has_now else ""
            now = tr("Where the lead stands now: {where}.", where=one.stands)
            self._stands.setText("\n".join(filter(None, (one.why, now, holder))))
        for part in (self._about, self._said, self._stands, self.leave, self.read):
            reveal(part, shown=one is not None)
        reveal(self.take, shown=one is not None and one.can_take)
        self.fit()

    @override
    def cell(self, one: LateSave, column: int) -> Cell:
        if column == 0:
            return Cell(text=one.lead, second=one.outcome or one.stands, face="body_strong")
        return Cell(text=one.caller, second=time_words(one.at, self._zone, now=self._clock.now()))

    def _take(self) -> None:
        if self.current is not None and self.current.can_take:
            self.taken.emit(self.current)

    def _leave(self) -> None:
        if self.current is not None:
            self.left.emit(self.current)

    def _read(self) -> None:
        if self.current is not None:
            self.close_over()
            self.lead_wanted.emit(self.current.lead_id)


def _lines(one: LateSave) -> list[str]:
    """What was said, each beside what stands there now."""
    lines = []
    for said in one.said:
        if said.now and said.now != said.late:
            lines.append(
                tr("{asked}: {late} (now: {now})", asked=said.asked, late=said.late, now=said.now)
            )
        else:
            lines.append(tr("{asked}: {said}", asked=said.asked, said=said.late))
    if one.note:
        lines.append(tr("Note: {note}", note=one.note))
    if one.outcome:
        lines.append(tr("It ended with: {outcome}.", outcome=one.outcome))
    return lines or [tr("The call was not ended.")]


_LETTERS: Final = frozenset({Qt.Key.Key_T, Qt.Key.Key_L})
