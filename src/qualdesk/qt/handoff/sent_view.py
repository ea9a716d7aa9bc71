"""The batches that have left: what sales took, sent back, or has not answered, and why."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.core.handoff import BatchSummary
from qualdesk.core.times import day_words, local_time
from qualdesk.core.wording import tr
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.card import Card
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.pool import Pool
from qualdesk.qt.widgets.shares import Share, SharesBar

_SHOWN = 2


class SentView(Card):
    """The newest batches side by side, and why leads came back."""

    def __init__(self, zone: str) -> None:
        super().__init__()
        self.setAccessibleName(tr("Batches that have left"))
        self._zone = zone
        self._empty = PlainLabel(
            tr("No batch has left yet. Its answers from sales will stand here."),
            face="body",
            tone="text2",
            wrap=True,
        )
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 12, 16, 12)
        self._row.setSpacing(24)
        parts = QHBoxLayout()
        parts.setSpacing(24)
        self._batches = Pool(parts, _Sent, self._fill)
        self._why = _Reasons()
        self._row.addLayout(parts, 2)
        self._row.addWidget(self._empty, 1)
        self._row.addWidget(self._why, 1)
        self.show_batches(())

    def show_batches(self, batches: Sequence[BatchSummary]) -> None:
        """Show these batches, the newest first."""
        newest = sorted(batches, key=lambda batch: batch.sent_at, reverse=True)
        self._batches.show(newest[:_SHOWN])
        reveal(self._empty, shown=not batches)
        self._why.show_reasons(batches)

    def _fill(self, part: "_Sent", batch: BatchSummary) -> None:
        part.show_batch(batch, self._zone)


class _Sent(QWidget):
    """One batch: its number and day, the bar of its answers, and by when sales answers."""

    def __init__(self) -> None:
        super().__init__()
        self._title = PlainLabel(face="body_strong")
        self._day = PlainLabel(face="hint", tone="text2")
        self._due = PlainLabel(face="hint", tone="text2", elide=True)
        self._bar = SharesBar(dots=False)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._day)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        column.addLayout(head)
        column.addWidget(self._bar)
        column.addWidget(self._due)

    def show_batch(self, batch: BatchSummary, zone: str) -> None:
        """Show another batch in place."""
        self._title.setText(tr("Batch {number}", number=batch.number))
        self._day.setText(day_words(local_time(batch.sent_at, zone).date()))
        self._bar.set_shares(
            (
                Share(count=batch.taken, says=tr("taken"), fill="ok_fill", tone="ok"),
                Share(count=batch.sent_back, says=tr("sent back"), fill="bad_fill", tone="bad"),
                Share(count=batch.waiting, says=tr("waiting"), fill="chart5"),
            )
        )
        answered = tr("All are answered")
        waits = tr("Answers due {day}", day=day_words(batch.answer_by))
        self._due.setText(waits if batch.waiting else answered)


class _Reasons(QWidget):
    """Why leads came back, the most frequent reason first."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(PlainLabel(tr("Why leads came back"), face="body_strong"))
        rows = QVBoxLayout()
        rows.setSpacing(1)
        self._rows: Pool[_Reason, tuple[str, int]] = Pool(rows, _Reason, _Reason.set)
        column.addLayout(rows)
        column.addStretch(1)

    def show_reasons(self, batches: Sequence[BatchSummary]) -> None:
        """Count the reasons of all these batches; without any the part hides."""
        counts: dict[str, int] = {}
        for batch in batches:
            for reason, count in batch.reasons:
                counts[reason] = counts.get(reason, 0) + count
        most = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:3]
        self._rows.show(most)
        reveal(self, shown=bool(most))


class _Reason(QWidget):
    """One reason and how often it was given."""

    def __init__(self) -> None:
        super().__init__()
        self._says = PlainLabel(face="hint", tone="text2", elide=True)
        self._count = PlainLabel(face="hint_strong")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._says, 1)
        row.addWidget(self._count)

    def set(self, reason: tuple[str, int]) -> None:
        """Show another reason and its count in place."""
        says, count = reason
        self._says.setText(says)
        self._count.setText(str(count))
