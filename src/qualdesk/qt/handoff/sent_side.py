"""Beside what has left: the acts on a batch, who was told of it, and one of its leads."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.handoff import BatchSummary
from qualdesk.core.wording import tr, tr_n
from qualdesk.qt.handoff.item_card import ItemCard
from qualdesk.qt.handoff.notices_view import NoticesView
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.card import Card
from qualdesk.qt.widgets.fitted import Fitted
from qualdesk.qt.widgets.paint import reveal

_WIDTH: Final = 420


class SideColumn(Fitted):
    """Cards one under the other, as wide as drawn; what does not fit scrolls."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._inside = QWidget()
        self.cards = QVBoxLayout(self._inside)
        self.cards.setContentsMargins(0, 0, 0, 0)
        self.cards.setSpacing(14)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidgetResizable(True)
        self._area.setWidget(self._inside)
        self._inside.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)

    @override
    def fit(self) -> None:
        """As wide as drawn, or as the longest row of buttons needs."""
        needed = self._inside.minimumSizeHint().width()
        wanted = max(look().px(_WIDTH), needed)
        if wanted != self.minimumWidth():
            self.setFixedWidth(wanted)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return super().eventFilter(watched, event)


class SentSide(SideColumn):
    """The batch, its notices and its lead; without a batch all of it hides."""

    recall_pressed = Signal()
    """The batch is to be recalled."""
    remind_pressed = Signal()
    """Sales is to be reminded of the batch."""
    tell_pressed = Signal()
    """Sales was told of the batch by no way yet: it is to be told."""

    def __init__(self, zone: str) -> None:
        super().__init__(tr("The batch and its leads"))
        self._card = Card()
        self._title = PlainLabel(face="card_title", wrap=True)
        self._says = PlainLabel(face="body", tone="text2", wrap=True)
        self.tell = PushButton(tr("Tell sales"), icon="send")
        self.remind = PushButton(tr("Remind them"), icon="mail")
        self.recall = PushButton(tr("Recall…"), kind="danger", icon="undo-2", keys="recall")
        self.notices = NoticesView(zone)
        self.item = ItemCard(zone)
        self._lay_out()
        self.tell.clicked.connect(self.tell_pressed)
        self.remind.clicked.connect(self.remind_pressed)
        self.recall.clicked.connect(self.recall_pressed)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._card)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._says)
        for each in (self.tell, self.remind, self.recall):
            column.addWidget(each, 0, Qt.AlignmentFlag.AlignLeft)
        for card in (self._card, self.item, self.notices):
            self.cards.addWidget(card)
        self.cards.addStretch(1)

    def show_batch(self, batch: BatchSummary | None, *, is_told: bool) -> None:
        """Show what can be done with this batch; ``is_told``: somebody was told of it, or will."""
        for part in (self._card, self.notices):
            reveal(part, shown=batch is not None)
        if batch is None:
            self.item.show_nothing()
            return
        self._title.setText(tr("Batch {number}", number=batch.number))
        self._says.setText(_says(batch))
        waits = batch.waiting > 0 and batch.recalled_at is None
        reveal(self.tell, shown=waits and not is_told)
        reveal(self.remind, shown=waits and is_told)
        reveal(self.recall, shown=waits)


def _says(batch: BatchSummary) -> str:
    if batch.recalled_at is not None:
        return tr("Recalled: {because}", because=batch.recalled_because)
    if batch.waiting:
        return tr_n(
            batch.waiting,
            "{n:,} of {leads:,} waits for an answer.",
            "{n:,} of {leads:,} wait for an answer.",
            leads=batch.leads,
        )
    return tr("Sales has answered about all of them.")
