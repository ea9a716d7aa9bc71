"""The bar below an import: what will happen, that nothing is saved yet, and the next step."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.core.wording import tr, tr_later, tr_n
from qualdesk.qt.lists.counts import Counts, progress_in_words
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.bars import ThinBar
from qualdesk.qt.widgets.buttons import MainButton, PushButton
from qualdesk.qt.widgets.card import UprightRule
from qualdesk.qt.widgets.footer import Footer
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.shares import SharesBar
from qualdesk.qt.widgets.wide import keep_wide

_SAFE: Final = (
    tr_later("Nothing is saved yet."),
    tr_later("After the import you can undo it for 30 days."),
)


class ImportFooter(Footer):
    """One bar for all steps of an import."""

    back_pressed = Signal()
    save_pressed = Signal()
    """The rows left out are to be saved to a file."""
    main_pressed = Signal()
    stop_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.shares = SharesBar(tr("What happens to the rows"))
        self._rule = UprightRule()
        self._title = PlainLabel(face="body_strong", elide=True)
        self._says = PlainLabel(face="hint", tone="text2", elide=True)
        self._bar = ThinBar(tr("How far it is"), 4)
        self.back = PushButton(tr("Back"), height=40)
        self.save = PushButton(tr("Save problem rows…"), icon="download", height=40)
        self.stop = PushButton(tr("Stop"), height=40)
        self.main = MainButton(tr("Go on"), "arrow-right")
        self._words = QWidget()
        self._lay_out()
        self.back.clicked.connect(self.back_pressed)
        self.save.clicked.connect(self.save_pressed)
        self.stop.clicked.connect(self.stop_pressed)
        self.main.clicked.connect(self.main_pressed)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addStretch(1)
        column.addWidget(self._title)
        column.addWidget(self._says)
        column.addWidget(self._bar)
        column.addStretch(1)
        keep_wide(self.shares, most=560)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self.shares, 3)
        row.addWidget(self._rule)
        row.addWidget(self._words)
        row.addStretch(1)
        self.row.setSpacing(10)
        self.row.addLayout(row, 1)
        for button in (self.back, self.save, self.stop, self.main):
            self.row.addWidget(button)

    def show_step(self, title: str, says: str, main: str = "", icon: str = "arrow-right") -> None:
        """Show a sentence and, where there is one, the next step."""
        self._show(shares=False, save=False, main=bool(main), back=True)
        self.tell(title, says)
        if main:
            self.main.set(main, icon=icon, keys="primary")

    def show_counts(self, counts: Counts) -> None:
        """Show what would happen, and the button that makes it happen."""
        self._show(shares=True, save=counts.left_out > 0, main=True, back=True)
        self.shares.set_shares(counts.shares)
        self.tell(*map(tr, _SAFE))
        self.main.set(
            tr_n(counts.leads, "Import {n:,} lead", "Import {n:,} leads"),
            icon="check",
            keys="primary",
        )
        self.main.setEnabled(counts.leads > 0)

    def show_counting(self, done: int, of: int | None) -> None:
        """Rows are being counted again; every button goes on working."""
        rows = progress_in_words(done, of)
        self._says.setText(
            tr("Counting again: {rows}", rows=rows) if done else tr("Counting again")
        )
        self._bar.set(done, of or max(done * 2, 1))
        reveal(self._bar, shown=True)

    def show_work(self, title: str, says: str, done: int, of: int | None) -> None:
        """Show work that has to end first, with the way to stop it."""
        self._show(shares=False, save=False, main=False, back=False)
        self.tell(title, says)
        self._bar.set(done, of or max(done * 2, 1))
        reveal(self._bar, shown=True)
        reveal(self.stop, shown=True)

    def show_stoppable(self, title: str, says: str) -> None:
        """Show that work goes on by itself, with the way to stop it."""
        self._show(shares=False, save=False, main=False, back=False)
        self.tell(title, says)
        reveal(self.stop, shown=True)

    def show_done(self, title: str, says: str, main: str, icon: str, *, save: bool) -> None:
        """Show that it is over, and what comes next."""
        self._show(shares=False, save=save, main=True, back=False)
        self.tell(title, says)
        self.main.set(main, icon=icon, keys="primary")

    def tell(self, title: str, says: str) -> None:
        """Say something else in the bar; the buttons stay."""
        self._title.setText(title)
        self._says.setText(says)
        reveal(self._bar, shown=False)

    def _show(self, *, shares: bool, save: bool, main: bool, back: bool) -> None:
        reveal(self.shares, shown=shares)
        reveal(self._rule, shown=shares)
        reveal(self._bar, shown=False)
        reveal(self.stop, shown=False)
        reveal(self.save, shown=save)
        reveal(self.main, shown=main)
        reveal(self.back, shown=back)
        self.main.setEnabled(main)
