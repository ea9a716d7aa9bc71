"""What became of a list: every row counted once, for its owner, and written to a file."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.core.errors import QualdeskError
from qualdesk.core.fates import Fate, ListFates
from qualdesk.core.ids import ListId
from qualdesk.core.list_words import counted
from qualdesk.core.wording import number, tr, tr_n
from qualdesk.qt.choosing import Choosing
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.pool import Pool
from qualdesk.qt.widgets.side import SideCard
from qualdesk.qt.work import Work

if TYPE_CHECKING:
    from qualdesk.desk.fates import FatesWritten

_WIDTH: Final = 308
_MOST: Final = 8
_GOOD: Final = frozenset({Fate.WON, Fate.TAKEN, Fate.QUALIFIED})
_BAD: Final = frozenset({Fate.DO_NOT_CALL, Fate.LEFT_OUT})


class FatesCard(SideCard):
    """How many rows of a list became what; it asks the desk for the list it is shown."""

    write_pressed = Signal()
    """The list's owner is to get it as a file."""

    def __init__(self, work: Work) -> None:
        super().__init__(_WIDTH)
        self._work = work
        self._list: ListId | None = None
        self.fates: ListFates | None = None
        self._title = PlainLabel(tr("What became of it"), face="card_title", wrap=True)
        self._owner = PlainLabel(face="hint", tone="text2", wrap=True)
        rows = QVBoxLayout()
        rows.setSpacing(2)
        self._rows: Pool[_Row, tuple[str, int, str]] = Pool(rows, _Row, _Row.set)
        self._says = PlainLabel(face="hint", tone="text2", wrap=True)
        self.write = PushButton(tr("Write it for the owner…"), icon="download")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 13, 16, 15)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._owner)
        column.addLayout(rows)
        column.addWidget(self._says)
        column.addWidget(self.write)
        self.write.clicked.connect(self.write_pressed)
        self.look(None)

    @property
    def says(self) -> str:
        """What is said under the rows."""
        return self._says.text()

    @property
    def shown(self) -> tuple[tuple[str, int], ...]:
        """The lines as a person reads them; their counts add up to the rows."""
        return tuple(part.line for part in self._rows.parts if not part.isHidden())

    def look(self, list_id: ListId | None) -> None:
        """Show what became of this list; without one the card is empty."""
        if list_id != self._list or list_id is None:
            self.fates = None
            self._rows.show(())
            self._owner.setText("")
            self._say("")
            self.write.setEnabled(False)
        self._list = list_id
        if list_id is not None:
            self._work.long(
                lambda desk, _progress: desk.fates.of_list(list_id),
                self._show,
                owner=self,
                refused=self._refused,
            )

    def save(self, choosing: Choosing, over: QWidget) -> None:
        """Ask for a file and write what became of each row into it."""
        list_id = self._list
        if list_id is None or self.fates is None:
            return
        name = f"{Path(self.fates.file_name).stem or 'list'}-{_SUFFIX}"
        path = choosing.new_file(over, tr("Where to put the file"), "fates", name)
        if path is None:
            return
        chosen = path if path.suffix else path.with_suffix(".csv")
        self._work.long(
            lambda desk, progress: desk.fates.write(
                list_id, chosen, may_replace=True, progress=progress
            ),
            self._written,
            owner=self,
            refused=self._refused,
        )

    def _show(self, fates: ListFates) -> None:
        if fates.list_id != self._list:
            return
        self.fates = fates
        owner = tr("Owner of the list: {owner}", owner=fates.owner)
        self._owner.setText(owner if fates.owner else tr("Nobody is named as its owner."))
        self._rows.show(_lines(fates))
        self._say(tr("{rows} in all, each counted once.", rows=counted(fates.rows, "row")))
        self.write.setEnabled(True)

    def _written(self, done: "FatesWritten") -> None:
        self._say(
            tr_n(
                done.rows,
                "{n} row is in {file}.",
                "{n:,} rows are in {file}.",
                file=done.path.name,
            )
        )

    def _refused(self, error: QualdeskError) -> None:
        self._say(error.says)

    def _say(self, says: str) -> None:
        self._says.setText(says)
        reveal(self._says, shown=bool(says))


class _Row(QWidget):
    """A fate, and how many rows have it."""

    def __init__(self) -> None:
        super().__init__()
        self.line = ("", 0)
        self._label = PlainLabel(face="body", wrap=True)
        self._count = PlainLabel(face="body_strong")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._label, 1)
        row.addWidget(self._count)

    def set(self, line: tuple[str, int, str]) -> None:
        """Show another line in place."""
        label, count, tone = line
        self.line = (label, count)
        self._label.setText(label)
        self._count.setText(number(count))
        self._count.set_look(tone=tone)


def _lines(fates: ListFates) -> list[tuple[str, int, str]]:
    """The good ends and those with the most rows; the others together: the sum stays the rows."""
    kept = fates.in_order
    if len(kept) > _MOST:
        # What was won is rare, and the first thing an owner looks for.
        most = sorted(kept, key=lambda pair: (pair[0] not in _GOOD, -pair[1]))[: _MOST - 1]
        kept = tuple(one for one in kept if one in most)
    lines = [(fate.label, rows, _tone(fate)) for fate, rows in kept]
    others = len(fates.in_order) - len(kept)
    if others:
        rest = sum(fates.counts.values()) - sum(rows for _, rows in kept)
        lines.append((tr_n(others, "{n} other end", "{n} other ends"), rest, "text"))
    return lines


def _tone(fate: Fate) -> str:
    if fate in _GOOD:
        return "ok"
    return "bad" if fate in _BAD else "text"


_SUFFIX: Final = "what-became-of-it.csv"
