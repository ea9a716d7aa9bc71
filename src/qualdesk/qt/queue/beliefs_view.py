"""What the queue believes: start values anybody can read and change, and what calls taught."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.core.belief_lines import BeliefLine
from qualdesk.core.wording import number, tr, tr_later, tr_n
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.queue.belief_rows import COLUMNS, between_words, cell_of, value_words
from qualdesk.qt.queue.searched import SearchedView
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.card import Rule
from qualdesk.qt.widgets.cells import TableOf
from qualdesk.qt.widgets.fields import Field
from qualdesk.qt.widgets.filters import Filter, FilterRow
from qualdesk.qt.widgets.notices import Banner
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.rows import IconRow
from qualdesk.qt.widgets.side import SideCard

_ALL, _EDITED = "", "edited"
_SIDES: Final = {
    "answer": tr_later("Answers", about="people who pick up"),
    "qualify": tr_later("Qualifies", about="people who pick up"),
    "minutes": tr_later("Minutes", about="people who pick up"),
}
_EMPTY: Final = (tr_later("No belief fits"), tr_later("Choose another filter, or search less."))
_SAYS: Final = tr_later(
    "Start values are round guesses, never the truth. Every call moves what the queue goes by, "
    "and the more calls there are the less the start value counts."
)
_KINDS: Final = {
    "chance": tr_later("A chance: 13 means 13 of 100."),
    "times": tr_later("A factor: 1 changes nothing, 2 doubles the chance, 0.5 halves it."),
    "minutes": tr_later("Minutes of a caller."),
}


class BeliefsView(SearchedView):
    """Every belief with its start value, what was learned, and on how many calls that rests."""

    written = Signal(str, float)
    """Another start value: the belief's key, and the value."""
    reset = Signal(str)
    """The shipped start value again, for this belief."""

    def __init__(self) -> None:
        self.side = BeliefSide()
        search = Field(tr("Find a belief"), tr("Find a belief"), icon="search", keys="find")
        filters = FilterRow(tr("Which beliefs are shown"))
        super().__init__(tr("What the queue believes"), search, filters, self.side, _EMPTY)
        self.rows: tuple[BeliefLine, ...] = ()
        self.notice = Banner("bad")
        self.model: TableOf[BeliefLine] = TableOf(COLUMNS, cell_of)
        self.table.show_rows_of(self.model)
        self.put_together(tr(_SAYS), self.notice, 200)
        self.search.textChanged.connect(lambda _text: self._narrow())
        self.filters.changed.connect(lambda _key: self._narrow())
        self.table.chosen.connect(lambda _row: self.side.show_row(self.current()))
        self.table.opened.connect(lambda _row: self._open())
        self.side.written.connect(self.written)
        self.side.reset.connect(self.reset)

    def show_rows(self, rows: Sequence[BeliefLine]) -> None:
        """Show these beliefs; the cursor stays where it was."""
        self.rows = tuple(rows)
        sides = [_side(row) for row in rows]
        edited = sum(row.is_edited for row in rows)
        heaps = [Filter(key=_ALL, title=tr("All"), count=len(rows))]
        titles = {key: tr(says, about="people who pick up") for key, says in _SIDES.items()}
        heaps += [Filter(key=key, title=titles[key], count=sides.count(key)) for key in titles]
        if edited:
            heaps.append(Filter(key=_EDITED, title=tr("Edited"), count=edited, tone="warn"))
        self.filters.set_filters(heaps)
        self._narrow()

    def current(self) -> BeliefLine | None:
        """The belief the cursor is on."""
        place = self.table.currentIndex().row()
        return self.model.rows[place] if 0 <= place < len(self.model.rows) else None

    def tell(self, says: str) -> None:
        """Say what went wrong; nothing to say takes the line away."""
        self.notice.set("bad", "", says)
        reveal(self.notice, shown=bool(says))

    def _open(self) -> None:
        self.both.open()
        self.side.value.setFocus()

    def _narrow(self) -> None:
        before = self.current()
        typed, on = self.search.text().strip().casefold(), self.filters.on
        rows = [
            row
            for row in self.rows
            if (on in {_ALL, _side(row)} or (on == _EDITED and row.is_edited))
            and typed in f"{row.says} {row.group}".casefold()
        ]
        self.model.set_rows(rows)
        self.tell_found(any_found=bool(rows))
        keys = [row.key for row in rows]
        at = keys.index(before.key) if before is not None and before.key in keys else 0
        self.table.choose(at)
        self.side.show_row(self.current())


class BeliefSide(SideCard):
    """One belief: where it comes from, what calls made of it, and another start value for it."""

    written = Signal(str, float)
    reset = Signal(str)

    def __init__(self) -> None:
        super().__init__(340)
        self.setAccessibleName(tr("The belief chosen"))
        self._row: BeliefLine | None = None
        self._title = PlainLabel(face="card_title", wrap=True)
        self._group = PlainLabel(face="hint", tone="text2", wrap=True)
        self._start, self._now, self._sure = IconRow(), IconRow(), IconRow()
        self.value = Field(tr("Another start value"), tr("Another start value"))
        self._kind = PlainLabel(face="hint", tone="text2", wrap=True)
        self.write = PushButton(tr("Set"), icon="check", keys="Return", height=32)
        self.shipped = PushButton(tr("Back to the shipped value"), icon="undo-2", height=32)
        self._body = QWidget()
        self._lay_out()
        self.setFocusProxy(self.value)
        self.value.returnPressed.connect(self._write)
        self.write.clicked.connect(self._write)
        self.shipped.clicked.connect(self._reset)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._body)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        for part in (self._title, self._group, self._start, self._now, self._sure, Rule()):
            column.addWidget(part)
        column.addWidget(PlainLabel(tr("Another start value"), face="body_strong"))
        column.addWidget(self.value)
        column.addWidget(self._kind)
        line = QVBoxLayout()
        line.setSpacing(8)
        for button in (self.write, self.shipped):
            row = QHBoxLayout()
            row.addWidget(button)
            row.addStretch(1)
            line.addLayout(row)
        column.addLayout(line)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._body)

    def show_row(self, row: BeliefLine | None) -> None:
        """Show this belief; what is being typed stays while it is the same one."""
        same = row is not None and self._row is not None and row.key == self._row.key
        self._row = row
        reveal(self._body, shown=row is not None)
        if row is None:
            return
        self._title.setText(row.says)
        self._group.setText(row.group)
        by = tr("written by somebody here") if row.is_edited else tr("shipped with the program")
        start = tr("Start value {value}", value=value_words(row.start, row.unit))
        self._start.set("file-text", start, by)
        now = tr("The queue goes by {value}", value=value_words(row.now, row.unit))
        self._now.set("phone", now, _rests_on(row.calls))
        between = between_words(row)
        self._sure.set(
            "scale", row.sure, tr("Nine times in ten {between}", between=between) if between else ""
        )
        if not same:
            self.value.setText(_typed(row))
            self._say_kind(row)
        reveal(self.shipped, shown=row.is_edited)

    def _say_kind(self, row: BeliefLine) -> None:
        self._kind.setText(tr(_KINDS[row.unit]))
        self._kind.set_look(tone="text2")

    def _write(self) -> None:
        row = self._row
        if row is None:
            return
        try:
            value = float(self.value.text().strip().removesuffix("%").replace(",", "."))
        except ValueError:
            self._kind.setText(f"{tr('Not a number.')} {tr(_KINDS[row.unit])}")
            self._kind.set_look(tone="bad")
            return
        self._say_kind(row)
        self.written.emit(row.key, value / 100 if row.unit == "chance" else value)

    def _reset(self) -> None:
        if self._row is not None:
            self.reset.emit(self._row.key)


def _typed(row: BeliefLine) -> str:
    """The start value as it is typed."""
    return number(row.start * 100 if row.unit == "chance" else row.start, "g")


def _side(row: BeliefLine) -> str:
    """What a belief is about: an answer, qualifying, or the time it takes."""
    return row.key.partition(".")[0]


def _rests_on(calls: int) -> str:
    if not calls:
        return tr("nobody was called like this yet")
    return tr_n(calls, "from {n:,} call of this floor", "from {n:,} calls of this floor")
