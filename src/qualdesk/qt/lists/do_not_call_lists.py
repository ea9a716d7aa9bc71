"""The do-not-call lists that were loaded, and beside them the one under the cursor."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.core.do_not_call import HOUSE
from qualdesk.core.list_words import counted
from qualdesk.core.times import day_words, local_time
from qualdesk.core.wording import number, tr, tr_later, tr_n
from qualdesk.qt.lists.counts import first_of
from qualdesk.qt.lists.overview_side import DropPlace
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.card import Card
from qualdesk.qt.widgets.cells import Cell, Column, TableOf
from qualdesk.qt.widgets.chip import Chip
from qualdesk.qt.widgets.empty_place import EmptyPlace
from qualdesk.qt.widgets.fields import Field
from qualdesk.qt.widgets.notices import Banner
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.pool import Pool
from qualdesk.qt.widgets.rows import IconRow
from qualdesk.qt.widgets.side import SideCard
from qualdesk.qt.widgets.table import PlainTable

if TYPE_CHECKING:
    from qualdesk.core.ids import SuppressionListId
    from qualdesk.desk.do_not_call import DoNotCallList

COLUMNS: Final = (
    Column(title=tr_later("List"), width=300, stretch=True),
    Column(title=tr_later("For"), width=190),
    Column(title=tr_later("Rows"), width=86, align="right"),
    Column(title=tr_later("Entries that hold"), width=140, align="right"),
)
FOR: Final = {
    HOUSE: tr_later("Nobody on it is called for any client, those too that come later."),
    "": tr_later("Nobody on it is called in a campaign of no client in particular."),
}
"""For whom a list counts that is no single client's."""
_EMPTY: Final = (
    tr_later("No do-not-call list yet"),
    tr_later(
        "A client's list of whom nobody may call for them. Drop one here, or choose its file: you "
        "see what it holds before anything is kept."
    ),
)
_WIDTH: Final = 308
_MOST_NOTES: Final = 6


class ListsView(QWidget):
    """The table of lists, with what can be done with one of them."""

    take_back_pressed = Signal(object, str)
    """A list is to be taken back: its ``DoNotCallList``, and why."""

    def __init__(self, zone: str) -> None:
        super().__init__()
        self._zone = zone
        self.notice = Banner("ok")
        self._count = Chip("0")
        self.model: TableOf[DoNotCallList] = TableOf(COLUMNS, self._cell)
        self.table = PlainTable(tr("Do-not-call lists"), row_height=46)
        self.table.show_rows_of(self.model)
        self._empty = EmptyPlace(*map(tr, _EMPTY))
        self.side = ListSide(zone)
        self._drop = DropPlace(tr("Drop a do-not-call list here"))
        self._lay_out()
        self.table.chosen.connect(lambda _row: self._chose())
        self.side.take_back.clicked.connect(self._take_back)
        self.side.because.returnPressed.connect(self._take_back)
        self.setFocusProxy(self.table)

    def _lay_out(self) -> None:
        for each in (self.notice, self._count, self.table, self._empty, self.side):
            reveal(each, shown=False)
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 10)
        head.setSpacing(8)
        head.addWidget(PlainLabel(tr("Do-not-call lists"), face="card_title"))
        head.addWidget(self._count)
        head.addStretch(1)
        self._card = Card()
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(1, 1, 1, 9)  # the corners stay round
        inside.setSpacing(0)
        inside.addLayout(head)
        inside.addWidget(self.table, 1)
        inside.addWidget(self._empty, 1)
        side = QVBoxLayout()
        side.setSpacing(14)
        side.addWidget(self.side)
        side.addWidget(self._drop)
        side.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(14)
        middle.addWidget(self._card, 1)
        middle.addLayout(side)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(14)
        column.addWidget(self.notice)
        column.addLayout(middle, 1)

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks through, in reading order."""
        return (self.table, self.side)

    def show_lists(
        self, found: "Sequence[DoNotCallList]", front: "SuppressionListId | None" = None
    ) -> None:
        """Show these; the cursor goes to ``front``, or stays where it was if it can."""
        before = self.current()
        self.model.set_rows(found)
        self._count.set(counted(len(found), "list"))
        reveal(self._count, shown=bool(found))
        reveal(self.table, shown=bool(found))
        reveal(self._empty, shown=not found)
        wanted = front or (before.id if before else None)
        ids = [one.id for one in found]
        self.table.choose(ids.index(wanted) if wanted in ids else 0)
        self._chose()

    def forget(self) -> None:
        """The workspace closes: nothing that was said of its lists is said of those of another."""
        reveal(self.notice, shown=False)
        self.model.set_rows(())
        self.side.forget()
        self._chose()

    def current(self) -> "DoNotCallList | None":
        """The list the cursor is on."""
        place = self.table.currentIndex().row()
        return self.model.rows[place] if 0 <= place < len(self.model.rows) else None

    def _chose(self) -> None:
        row = self.current()
        reveal(self.side, shown=row is not None)
        if row is not None:
            self.side.show_list(row)

    def _take_back(self) -> None:
        row = self.current()
        if row is not None:
            self.take_back_pressed.emit(row, self.side.because.text())

    def _cell(self, row: "DoNotCallList", column: int) -> Cell:
        is_over = row.lifted_at is not None
        tone = "text3" if is_over else "text"
        if column == 0:
            icon, second_tone = _look_of(row)
            return Cell(
                text=row.name,
                second=_second(row, self._zone),
                face="body_strong",
                tone=tone,
                second_tone=second_tone,
                icon=icon,
                icon_tone=second_tone,
            )
        texts = ("", for_whom(row.client), number(row.rows), number(row.entries))
        return Cell(text=texts[column], tone="text2" if column == 1 else tone)


class ListSide(SideCard):
    """One list: what it came to when it was loaded, and taking it back as a whole."""

    def __init__(self, zone: str) -> None:
        super().__init__(_WIDTH)
        self._zone = zone
        self._list: SuppressionListId | None = None
        self._told: dict[SuppressionListId, tuple[str, ...]] = {}
        self._title = PlainLabel(face="card_title", wrap=True)
        self._says = PlainLabel(face="body", tone="text2", wrap=True)
        rows = QVBoxLayout()
        rows.setSpacing(6)
        self.notes: Pool[IconRow, str] = Pool(rows, IconRow, _fill_note)
        self._why = PlainLabel(tr("Why it is taken back"), face="hint_medium", tone="text2")
        self.because = Field(tr("Why it is taken back"), tr("The wrong client's list"))
        self.take_back = PushButton(tr("Take it back"), icon="undo-2")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 13, 16, 15)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addWidget(self._says)
        column.addLayout(rows)
        asks = QVBoxLayout()
        asks.setSpacing(3)
        asks.addWidget(self._why)
        asks.addWidget(self.because)
        column.addLayout(asks)
        column.addWidget(self.take_back)

    def keep_notes(self, list_id: "SuppressionListId", notes: Sequence[str]) -> None:
        """What was said of a list when it was loaded stays beside it while the window is open."""
        self._told[list_id] = tuple(notes)

    def forget(self) -> None:
        """Another workspace is opened: its lists have numbers of their own."""
        self._told.clear()
        self._list = None
        self.because.clear()

    def show_list(self, row: "DoNotCallList") -> None:
        """Show where this list stands and what can be done with it."""
        if row.id != self._list:
            self.because.clear()
        self._list = row.id
        self._title.setText(row.name)
        self._says.setText(_stands(row, self._zone))
        self.notes.show(first_of(self._told.get(row.id, ()), _MOST_NOTES))
        can_lift = row.lifted_at is None or row.entries > 0
        for part in (self._why, self.because, self.take_back):
            reveal(part, shown=can_lift)

    def work(self, *, is_going_on: bool) -> None:
        """While a list is read or taken back no other is taken back."""
        self.take_back.setEnabled(not is_going_on)


def for_whom(client: str) -> str:
    """Whose list it is, in words."""
    if client == HOUSE:
        return tr("All clients")
    return client or tr("No client in particular")


def _look_of(row: "DoNotCallList") -> tuple[str, str]:
    if row.lifted_at is not None:
        return "undo-2", "text3"
    return ("ban", "text2") if row.is_whole else ("triangle-alert", "warn")


def _second(row: "DoNotCallList", zone: str) -> str:
    if row.lifted_at is not None:
        when = day_words(local_time(row.lifted_at, zone).date())
        return tr("Taken back {when} by {who}", when=when, who=row.lifted_by)
    if not row.is_whole:
        return tr("Not read to its end: load it again")
    when = day_words(local_time(row.loaded_at, zone).date())
    loaded = tr("Loaded {when} by {who}", when=when, who=row.loaded_by)
    if not row.left_out:
        return loaded
    out = tr_n(row.left_out, "{n:,} row could not be read", "{n:,} rows could not be read")
    return f"{loaded}, {out}"


def _stands(row: "DoNotCallList", zone: str) -> str:
    if row.lifted_at is not None and row.entries:
        return tr("Taking it back was broken off. Go on with that.")
    if row.lifted_at is not None:
        when = day_words(local_time(row.lifted_at, zone).date())
        return tr("It stops nobody since {when}: {why}", when=when, why=row.lifted_because)
    if not row.is_whole:
        return tr("What was read of it holds. Load the same file again to go on, or take it back.")
    if row.client in FOR:
        return tr(FOR[row.client])
    return tr(
        "Nobody on it is called for {whom}. Taken back, whoever nothing else stops stands where "
        "they stood.",
        whom=row.client,
    )


def _fill_note(row: IconRow, says: str) -> None:
    row.set("info", says, tone="info")
