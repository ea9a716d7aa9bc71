"""History that was loaded so that there is something to try a definition on."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from qualdesk.core.past_rows import LeftRow, PastLoad, PastLoaded
from qualdesk.core.progress import Progress
from qualdesk.core.times import day_words, local_time
from qualdesk.core.wording import number, tr, tr_later
from qualdesk.qt.definitions.evidence import INSET, EvidenceCard
from qualdesk.qt.widgets.bars import ThinBar
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.card import Heading, Rule
from qualdesk.qt.widgets.cells import Cell, Column, TableOf
from qualdesk.qt.widgets.notices import Banner, BannerTone
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.table import PlainTable

_LOADS: Final = (
    Column(title=tr_later("File"), width=200, stretch=2),
    Column(title=tr_later("Loaded"), width=150, stretch=1),
    Column(title=tr_later("Rows"), width=80, align="right"),
    Column(title=tr_later("Left out"), width=86, align="right"),
)
_ROWS: Final = (
    Column(title=tr_later("Row"), width=70, align="right"),
    Column(title=tr_later("Why it was left out"), width=300, stretch=1),
)
_SAYS: Final = tr_later(
    "A file of earlier leads: what they answered, and what came of them. The template has a "
    "column for each question of the script and one for the result. Nobody in it is called."
)


class PastView(EvidenceCard):
    """The files loaded, each taken back by Del; and the rows of the last that were left out."""

    load_wanted = Signal()
    template_wanted = Signal()
    undo_wanted = Signal(object)
    """The ``PastLoad`` to take back."""

    def __init__(self, zone: str) -> None:
        super().__init__(tr("Past history"))
        self._zone = zone
        self.template = PushButton(tr("Save the template…"), icon="file-spreadsheet")
        self.load = PushButton(tr("Load a file…"), icon="upload", keys="import")
        self._busy = ThinBar(tr("Loading past history"), 4)
        self._result = Banner("ok")
        self.loads: TableOf[PastLoad] = TableOf(_LOADS, self._cell)
        self.table = PlainTable(tr("Files of past history"), row_height=36)
        self.table.show_rows_of(self.loads)
        self.left_out: TableOf[LeftRow] = TableOf(_ROWS, _row_cell)
        self._left_title = Heading(tr("Left out"))
        self._left_table = PlainTable(tr("Rows left out"), quiet=True)
        self._left_table.show_rows_of(self.left_out)
        self._rule = Rule()
        self.says.setText(tr(_SAYS))
        self.setFocusProxy(self.load)
        self._lay_out()
        self.load.clicked.connect(self.load_wanted)
        self.template.clicked.connect(self.template_wanted)
        self.table.opened.connect(self._undo)
        self.undo = PushButton(tr("Take the file back"), kind="danger", height=30)
        self.undo.clicked.connect(lambda: self._undo(self.table.currentIndex().row()))
        self.tools.insertWidget(0, self.undo)
        reveal(self.undo, shown=False)

    def _lay_out(self) -> None:
        for each in (self.template, self.load):
            self.tools.addWidget(each)
        self.indented((self._busy, self._result), 6)
        self.body.addWidget(self.table, 3)
        self.body.addWidget(self._rule)
        title = QVBoxLayout()
        title.setContentsMargins(INSET, 8, 14, 4)
        title.addWidget(self._left_title)
        self.body.addLayout(title)
        self.body.addWidget(self._left_table, 3)
        self.show_busy(None)
        self._show_left_out(())
        reveal(self._result, shown=False)

    def show_loads(self, loads: Sequence[PastLoad]) -> None:
        """Show the files that are loaded, the newest first."""
        self.loads.set_rows(loads)
        self.table.choose(0)
        reveal(self.undo, shown=bool(loads))

    def show_busy(self, progress: Progress | None) -> None:
        """Show how far a file is; None when it is over."""
        reveal(self._busy, shown=progress is not None)
        self.load.setEnabled(progress is None)
        if progress is not None:
            self._busy.set(progress.done, progress.of or max(progress.done * 2, 1))

    def show_loaded(self, loaded: PastLoaded) -> None:
        """Say what became of each row of a file."""
        self.show_busy(None)
        out = len(loaded.left_out)
        parts = [_kept_words(loaded)]
        if loaded.ignored:
            parts.append(
                tr("No question is called {columns}: not read.", columns=", ".join(loaded.ignored))
            )
        self.tell("warn" if out or loaded.ignored else "ok", " ".join([*parts, *loaded.notes]))
        self._show_left_out(loaded.left_out)

    def tell(self, tone: BannerTone, says: str) -> None:
        """Say something above the table."""
        self.show_busy(None)
        self._result.set(tone, "", says)
        reveal(self._result, shown=bool(says))

    def _show_left_out(self, rows: Sequence[LeftRow]) -> None:
        self.left_out.set_rows(rows)
        for each in (self._rule, self._left_title, self._left_table):
            reveal(each, shown=bool(rows))
        self._left_title.set(tr("Left out"), number(len(rows)))

    def _undo(self, row: int) -> None:
        if 0 <= row < len(self.loads.rows):
            self.undo_wanted.emit(self.loads.rows[row])

    def _cell(self, load: PastLoad, column: int) -> Cell:
        day = day_words(local_time(load.loaded_at, self._zone).date())
        return (
            Cell(text=load.name, face="body_strong"),
            Cell(text=f"{day}, {load.loaded_by}"),
            Cell(text=number(load.rows)),
            Cell(text=number(load.left_out)),
        )[column]


def _row_cell(row: LeftRow, column: int) -> Cell:
    return Cell(text=number(row.row)) if column == 0 else Cell(text=row.because)


def _kept_words(loaded: PastLoaded) -> str:
    kept, rows, out = loaded.kept, loaded.rows, len(loaded.left_out)
    if not out:
        return tr("{kept:,} of {rows:,} rows are kept.", kept=kept, rows=rows)
    return tr(
        "{kept:,} of {rows:,} rows are kept, {out:,} left out.", kept=kept, rows=rows, out=out
    )
