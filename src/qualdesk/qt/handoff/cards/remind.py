"""The card that reminds sales of a batch: who is reminded, and by when they were to answer."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qualdesk.core.handoff import BatchSummary
from qualdesk.core.handoff_states import BatchItem, ItemState
from qualdesk.core.ids import BatchId
from qualdesk.core.times import day_words
from qualdesk.core.wording import tr, tr_n
from qualdesk.qt.call_desk.popovers.asking import Asking
from qualdesk.qt.widgets.pool import Pool
from qualdesk.qt.widgets.rows import IconRow

_WIDTH = 440
_WAITS = (ItemState.SENT, ItemState.READ, ItemState.UNANSWERED)


class RemindCard(Asking):
    """Who is reminded of which leads. What was sent cannot be called back, so it is shown first."""

    said = Signal(object)
    """The batch whose people are reminded."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(
            window,
            tr("Remind sales"),
            icon="mail",
            action=tr("Remind them"),
            width=_WIDTH,
        )
        self._batch = BatchId(0)
        people = QVBoxLayout()
        people.setSpacing(6)
        self._people: Pool[IconRow, tuple[str, int]] = Pool(people, IconRow, _show)
        self.form.addLayout(people)
        self.accepted.connect(self._said)

    def begin(self, batch: BatchSummary, items: Sequence[BatchItem]) -> None:
        """Begin for this batch and its leads as they stand."""
        self._batch = batch.batch_id
        waits = Counter(item.receiver for item in items if item.state in _WAITS)
        self.head(
            tr("Remind sales of batch {number}", number=batch.number),
            tr("Answers were asked for by {day}.", day=day_words(batch.answer_by)),
        )
        self._people.show(sorted(waits.items()))
        self.complain("")

    @property
    def first(self) -> QWidget:
        """Where the cursor belongs."""
        return self.action

    def _said(self) -> None:
        self.close_over()
        self.said.emit(self._batch)


def _show(row: IconRow, waits: tuple[str, int]) -> None:
    name, leads = waits
    row.set("user", name, tr_n(leads, "{n:,} lead waits", "{n:,} leads wait"))
