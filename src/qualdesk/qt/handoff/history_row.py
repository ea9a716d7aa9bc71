"""The last two batches that left: what sales took, sent back or has not answered, and why."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.core.handoff import BatchSummary
from qualdesk.core.times import day_words, local_time
from qualdesk.core.wording import number, tr
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.card import Card, UprightRule
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.pool import Pool
from qualdesk.qt.widgets.shares import Share, SharesBar

_SHOWN = 2
_REASONS = 3


class HistoryRow(Card):
    """The newest batches side by side, and why leads came back; one line where it is folded."""

    def __init__(self, zone: str) -> None:
        super().__init__()
        self.setAccessibleName(tr("The last batches"))
        self._zone = zone
        self._is_folded = False
        self._batches: tuple[BatchSummary, ...] = ()
        self._empty = PlainLabel(
            tr("No batch has left yet. Its answers from sales will stand here."),
            face="body",
            tone="text2",
            wrap=True,
        )
        self._in_short = PlainLabel(face="hint_medium", tone="text2", elide=True)
        self._whole = QWidget()
        self._parts: Pool[_Sent, BatchSummary]
        self._why = _Reasons()
        self._lay_out()
        self.show_batches(())

    def _lay_out(self) -> None:
        batches = QHBoxLayout()
        batches.setSpacing(24)
        self._parts = Pool(batches, _Sent, self._fill)
        self._rule = UprightRule()
        row = QHBoxLayout(self._whole)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(20)
        row.addLayout(batches, 2)
        row.addWidget(self._rule)
        row.addWidget(self._why, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(0)
        column.addWidget(self._empty)
        column.addWidget(self._in_short)
        column.addWidget(self._whole)

    def show_batches(self, batches: Sequence[BatchSummary]) -> None:
        """Show the newest of these batches, and the reasons of all of them."""
        newest = sorted(batches, key=lambda batch: batch.sent_at, reverse=True)
        self._batches = tuple(newest[:_SHOWN])
        reasons = _most(batches)
        self._parts.show(self._batches)
        self._why.show_reasons(reasons)
        said = [_said(batch) for batch in self._batches]
        if reasons:
            back = ", ".join(f"{reason} {number(count)}" for reason, count in reasons)
            said.append(tr("Came back: {reasons}", reasons=back))
        self._in_short.setText(" · ".join(said))
        reveal(self._why, shown=bool(reasons))
        reveal(self._rule, shown=bool(reasons))
        self._show_parts()

    def fold(self, *, is_on: bool) -> None:
        """Say it in one line, for a window that is low; or show the bars again."""
        if is_on != self._is_folded:
            self._is_folded = is_on
            self._show_parts()

    def _show_parts(self) -> None:
        reveal(self._empty, shown=not self._batches)
        reveal(self._in_short, shown=self._is_folded and bool(self._batches))
        reveal(self._whole, shown=not self._is_folded and bool(self._batches))

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
        self._due.setText(due_words(batch))


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

    def show_reasons(self, reasons: Sequence[tuple[str, int]]) -> None:
        """Show these reasons and how often each was given."""
        self._rows.show(reasons)


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
        self._count.setText(number(count))


def due_words(batch: BatchSummary) -> str:
    """By when sales answers what is left of a batch, or that nothing is."""
    if batch.recalled_at is not None:
        return tr("Recalled")
    if not batch.waiting:
        return tr("All are answered")
    return tr("Answers due {day}", day=day_words(batch.answer_by))


def _most(batches: Sequence[BatchSummary]) -> list[tuple[str, int]]:
    counts: Counter[str] = Counter()
    for batch in batches:
        counts.update(dict(batch.reasons))
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:_REASONS]


def _said(batch: BatchSummary) -> str:
    return tr(
        "Batch {number}: {taken} taken, {back} sent back, {waiting} waiting",
        number=batch.number,
        taken=number(batch.taken),
        back=number(batch.sent_back),
        waiting=number(batch.waiting),
    )
