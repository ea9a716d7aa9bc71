"""The three cards of My day: what was promised, what was done, what sales said."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.core.my_day import DayCounts, MyDay, PromiseToday, SalesSaid
from qualdesk.core.times import day_words, local_time
from qualdesk.core.wording import tr, tr_later, tr_n
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.card import Card, Heading, Rule
from qualdesk.qt.widgets.chip import Chip
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.rows import IconRow

MOST = 60
"""Rows of a card; more than these are counted in a last line."""


class PromisesCard(Card):
    """The call backs promised for today, with their times on both clocks."""

    def __init__(self) -> None:
        super().__init__()
        self._heading = Heading(tr("Promised for today"), face="card_title")
        self._nothing = PlainLabel(tr(_NO_PROMISES), face="body", tone="text2", wrap=True)
        self._column = _column(self, self._heading, self._nothing)
        self._rows = _Rows(self._column)

    def show_day(self, day: MyDay) -> None:
        """Show what is promised."""
        count = len(day.promises)
        self._heading.set(tr("Promised for today"), str(count) if count else "")
        reveal(self._nothing, shown=not count)
        self._rows.show([_promise_row(one, day.zone) for one in day.promises])
        self.setAccessibleName(tr("Promised for today, {count}", count=count))


class CallsCard(Card):
    """How many calls, how many conversations, how often discovery came first."""

    def __init__(self) -> None:
        super().__init__()
        self._figures = [_Figure(), _Figure(), _Figure()]
        row = QHBoxLayout()
        row.setSpacing(24)
        for figure in self._figures:
            row.addWidget(figure, 1)
        self._nothing = PlainLabel(tr(_NO_CALLS), face="body", tone="text2", wrap=True)
        self._column = _column(self, Heading(tr("Your calls"), face="card_title"))
        self._column.addLayout(row)
        self._column.addWidget(self._nothing)
        self._rows = _Rows(self._column)

    def show_day(self, day: MyDay) -> None:
        """Show what was done."""
        counts = day.counts
        for figure, (number, says) in zip(self._figures, _figures(counts), strict=True):
            figure.show_number(number, says)
        reveal(self._nothing, shown=not counts.calls)
        self._rows.show([_count_row(label, count) for label, count in counts.outcomes])
        said = [f"{number} {says}" for number, says in _figures(counts)]
        self.setAccessibleName(". ".join((tr("Your calls"), *said)))


class SalesCard(Card):
    """What sales took of this caller's leads, and what came back and why."""

    def __init__(self) -> None:
        super().__init__()
        self._heading = Heading(tr("What sales said"), tr("in two weeks"), face="card_title")
        self._waiting = PlainLabel(face="hint", tone="text2", wrap=True)
        self._nothing = PlainLabel(tr(_NO_ANSWERS), face="body", tone="text2", wrap=True)
        self._column = _column(self, self._heading, self._waiting, self._nothing)
        self._rows = _Rows(self._column)

    def show_day(self, day: MyDay) -> None:
        """Show what sales said."""
        took, back = len(day.taken), len(day.came_back)
        self._heading.set(
            tr("What sales said"),
            tr("{took} taken, {back} sent back", took=took, back=back) if day.said else "",
        )
        self._waiting.setText(
            tr_n(
                day.waiting,
                "{n} lead of yours waits for an answer.",
                "{n} leads of yours wait for an answer.",
            )
        )
        reveal(self._waiting, shown=bool(day.waiting))
        reveal(self._nothing, shown=not day.said)
        self._rows.show([_said_row(one, day.zone) for one in (*day.came_back, *day.taken)])
        self.setAccessibleName(
            tr("What sales said: {took} taken, {back} sent back", took=took, back=back)
        )


class _Figure(QWidget):
    """A number with what it counts below it."""

    def __init__(self) -> None:
        super().__init__()
        self._number = PlainLabel(face="points")
        self._says = PlainLabel(face="hint", tone="text2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._number)
        column.addWidget(self._says)
        # A stretch and no alignment: an aligned widget is not asked how high its words wrap.
        column.addStretch(1)

    def show_number(self, number: str, says: str) -> None:
        """Show another number in place."""
        self._number.setText(number)
        self._says.setText(says)


class _Rows:
    """Rows at the end of a card, made anew when they change: a day has few of them."""

    def __init__(self, card: QVBoxLayout) -> None:
        self._column = QVBoxLayout()
        self._column.setSpacing(10)
        card.addLayout(self._column)
        card.addStretch(1)
        self._made: list[QWidget] = []

    def show(self, rows: Iterable[QWidget]) -> None:
        """Show these rows in place of the last ones."""
        for old in self._made:
            old.hide()
            self._column.removeWidget(old)
            old.deleteLater()
        fresh = list(rows)
        more = len(fresh) - MOST
        self._made = fresh[:MOST]
        if more > 0:
            self._made.append(
                PlainLabel(tr("and {more} more", more=more), face="hint", tone="text3")
            )
        for row in self._made:
            self._column.addWidget(row)
            reveal(row, shown=True)


def _column(card: Card, *first: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(card)
    column.setContentsMargins(20, 16, 20, 18)
    column.setSpacing(10)
    for each in first:
        column.addWidget(each)
    return column


def _figures(counts: DayCounts) -> tuple[tuple[str, str], ...]:
    first = (
        tr("{part} of {all}", part=counts.discovery_first, all=counts.came_to_fit)
        if counts.came_to_fit
        else "0"
    )
    return (
        (str(counts.calls), tr_n(counts.calls, "call", "calls", about="below its number")),
        (
            str(counts.conversations),
            tr_n(counts.conversations, "conversation", "conversations", about="below its number"),
        ),
        (first, tr("came to fit by way of discovery")),
    )


def _promise_row(one: PromiseToday, zone: str) -> QWidget:
    row = QWidget()
    who = ", ".join(filter(None, (one.name, one.company)))
    said = QVBoxLayout()
    said.setSpacing(1)
    said.addWidget(PlainLabel(who, face="body_strong", wrap=True))
    said.addWidget(PlainLabel(one.says_when(zone), face="body", tone="text2", wrap=True))
    line = QHBoxLayout()
    line.setSpacing(12)
    line.addLayout(said, 1)
    column = QVBoxLayout(row)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    column.addWidget(Rule())
    column.addLayout(line)
    if one.kept_at is not None:
        chip = Chip(tr("called {at:%H:%M}", at=local_time(one.kept_at, zone)), "ok")
    elif one.callback.says_late:
        chip = Chip(one.callback.says_late, "warn")
    elif one.callback.late:
        chip = Chip(tr("due now"), "call")
    else:
        chip = Chip(tr("ahead"), "plain")
    line.addWidget(chip, 0, Qt.AlignmentFlag.AlignVCenter)
    return row


def _count_row(label: str, count: int) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(PlainLabel(label, face="body", wrap=True), 1)
    line.addWidget(PlainLabel(str(count), face="body_strong"))
    return row


def _said_row(said: SalesSaid, zone: str) -> QWidget:
    there = local_time(said.at, zone)
    who = ", ".join(filter(None, (said.name, said.company)))
    day = day_words(there.date())
    row = IconRow(face="body_strong")
    when = tr("taken {day}", day=day) if said.takes else tr("sent back {day}", day=day)
    hint = f"{when}: {said.why}" if said.why else when
    row.set("check-check" if said.takes else "undo-2", who, hint, "ok" if said.takes else "warn")
    return row


_NO_PROMISES = tr_later("Nothing is promised for today. A call back you agree on stands here.")
_NO_CALLS = tr_later("No call yet today.")
_NO_ANSWERS = tr_later(
    "No answer in the last two weeks. What sales takes or sends back stands here."
)
