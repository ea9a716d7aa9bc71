"""What stands beside the table of lists: what a campaign needs, what can be done with a list."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.campaigns import Campaign
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.lists.counts import first_of, undoing_in_words
from qualdesk.qt.lists.rows import ListState, OverviewRow
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.bars import ThinBar
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.drop import draw_drop_place
from qualdesk.qt.widgets.paint import reveal, smooth
from qualdesk.qt.widgets.pool import Pool
from qualdesk.qt.widgets.rows import IconRow
from qualdesk.qt.widgets.side import SideCard

_WIDTH: Final = 308
_MOST_NAMES: Final = 8
_MOST_MISSING: Final = 7
_GROUNDS: Final = {ListState.UNFINISHED: ("warn_soft", None)}
_SAYS: Final = {
    ListState.READY: tr_later(
        "Undo takes its new leads out and puts back what it changed, for 30 days. "
        "Leads with calls stay."
    ),
    ListState.OLD: tr_later("It was loaded over 30 days ago and stays."),
    ListState.LOADING: tr_later("It is being loaded. Nobody is called from it yet."),
    ListState.UNFINISHED: tr_later(
        "Loading it was broken off. Nobody is called from it. Go on, or take it back."
    ),
    ListState.UNDOING: tr_later("Undoing it was broken off. Go on with that."),
    ListState.UNDONE: tr_later("Its leads are gone, and what it changed is as before."),
}


class BeforeCalls(SideCard):
    """What a campaign still needs before its leads may be called, and the way there."""

    answer_pressed = Signal()

    def __init__(self) -> None:
        super().__init__(_WIDTH)
        self._title = PlainLabel(face="card_title", wrap=True)
        self._says = PlainLabel(face="body", tone="text2", wrap=True)
        rows = QVBoxLayout()
        rows.setSpacing(8)
        self._rows: Pool[IconRow, tuple[str, str, str]] = Pool(rows, IconRow, _fill)
        self.answer = PushButton(tr("Answer them"), icon="pencil-line")
        self.answer.clicked.connect(self.answer_pressed)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 13, 16, 15)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addWidget(self._says)
        column.addLayout(rows)
        column.addWidget(self.answer)

    def show_campaign(self, campaign: Campaign) -> None:
        """Show what this campaign needs, or what callers are told when nothing is missing."""
        missing = campaign.before_calls()
        self.set_ground("warn_soft" if missing else "surface", None if missing else "line")
        if missing:
            self._title.setText(campaign.to_do)
            self._says.setText(tr("Callers must know who they call, and why."))
            shown = first_of(missing, _MOST_MISSING)
            self._rows.show([("circle-dashed", each, "warn") for each in shown])
            self.answer.set(tr("Answer them"), icon="pencil-line")
            return
        card = campaign.source
        self._title.setText(tr("What callers are told"))
        self._says.setText(card.what if card else "")
        facts = (
            [("users", card.who, "text3"), ("message-square", card.responding_to, "text3")]
            if card
            else []
        )
        receiver = campaign.handoff.receiver
        goes = (
            tr("Qualified leads go to {receiver}", receiver=receiver)
            if receiver
            else tr("Nobody gets qualified leads yet")
        )
        self._rows.show([*facts, ("send", goes, "text3")])
        self.answer.set(tr("Change this"), icon="pencil-line")


class ListSide(SideCard):
    """One list: where it stands, going on with it, and taking it back."""

    go_on_pressed = Signal()
    undo_pressed = Signal()

    def __init__(self) -> None:
        super().__init__(_WIDTH)
        self._title = PlainLabel(face="card_title", wrap=True)
        self._says = PlainLabel(face="body", tone="text2", wrap=True)
        self._progress = ThinBar(tr("How far the undoing is"), 6)
        names = QVBoxLayout()
        names.setSpacing(4)
        self._names: Pool[IconRow, tuple[str, str, str]] = Pool(names, IconRow, _fill)
        self.go_on = PushButton(tr("Go on"), icon="play")
        self.undo = PushButton(tr("Undo import"), icon="undo-2")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.go_on)
        buttons.addWidget(self.undo)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 13, 16, 15)
        column.setSpacing(10)
        for part in (self._title, self._says, self._progress):
            column.addWidget(part)
        column.addLayout(names)
        column.addLayout(buttons)
        self.go_on.clicked.connect(self.go_on_pressed)
        self.undo.clicked.connect(self.undo_pressed)

    def show_list(self, row: OverviewRow) -> None:
        """Show where this list stands and what can be done with it."""
        ground, line = _GROUNDS.get(row.state, ("surface", "line"))
        self.set_ground(ground, line)
        self._title.setText(row.name)
        self._says.setText(tr(_SAYS[row.state]))
        self._names.show(())
        reveal(self._progress, shown=False)
        is_unfinished = row.state is ListState.UNFINISHED
        self.undo.set(tr("Take it back") if is_unfinished else tr("Undo import"), icon="undo-2")
        self.undo.setEnabled(True)
        reveal(self.go_on, shown=row.can_resume or row.state is ListState.UNDOING)
        reveal(self.undo, shown=row.can_undo and row.state is not ListState.UNDOING)

    def show_undoing(self, done: int, of: int | None) -> None:
        """It is being undone."""
        self._says.setText(undoing_in_words(done, of))
        self._progress.set(done, of or max(done * 2, 1))
        reveal(self._progress, shown=True)
        reveal(self.go_on, shown=False)
        self.undo.setEnabled(False)

    def show_undone(self, says: str, names: Sequence[str]) -> None:
        """It is undone; ``names`` are leads that stay, each with its reason."""
        self._says.setText(f"{tr('Undone.')} {says}")
        shown = first_of(names, _MOST_NAMES)
        self._names.show([("phone", name, "text3") for name in shown])
        for part in (self._progress, self.go_on, self.undo):
            reveal(part, shown=False)


class DropPlace(QWidget):
    """A dashed place that says files may be dropped; the whole window takes them."""

    def __init__(self, says: str) -> None:
        super().__init__()
        self._says = says
        self.setAccessibleName(says)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(look().px(300), look().px(120))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(300), look().px(72))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        draw_drop_place(smooth(self), QRectF(self.rect()), self._says)


def _fill(row: IconRow, shown: tuple[str, str, str]) -> None:
    icon, text, tone = shown
    row.set(icon, text, tone=tone)
