"""The bar below an import: what will happen, that nothing is saved yet, and the next step."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.qt.lists.check_view import Counts
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.bars import ThinBar
from qualdesk.qt.widgets.buttons import MainButton, PushButton
from qualdesk.qt.widgets.footer import Footer
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.shares import SharesBar


class ImportFooter(Footer):
    """One bar for all steps of an import."""

    back_pressed = Signal()
    save_pressed = Signal()
    """The left-out rows are to be saved to a file."""
    main_pressed = Signal()
    stop_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shares = SharesBar("What happens to the rows")
        self._title = PlainLabel(face="body_strong", elide=True)
        self._says = PlainLabel(face="hint", tone="text2", elide=True)
        self._bar = ThinBar("How far it is", 8)
        self.back = PushButton("Back", keys="Esc")
        self.save = PushButton("Save the left-out rows…", icon="download")
        self.stop = PushButton("Stop")
        self.main = MainButton("Go on", "arrow-right")
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
        column.addWidget(self._title)
        column.addWidget(self._says)
        self._bar.setMinimumWidth(200)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(self._shares, 3)
        row.addWidget(self._words, 2)
        row.addWidget(self._bar, 2)
        self.row.addLayout(row, 1)
        for button in (self.back, self.save, self.stop, self.main):
            self.row.addWidget(button)

    def show_waiting(self, title: str, says: str, main: str = "", icon: str = "upload") -> None:
        """Show a sentence and, where there is one, the next step."""
        self._show(shares=False, bar=False, save=False, main=bool(main))
        self.tell(title, says)
        if main:
            self.main.set(main, icon=icon, keys="Ctrl+Return")

    def show_work(self, title: str, says: str, done: int, of: int | None) -> None:
        """Show work under way, with the way to stop it."""
        self._show(shares=False, bar=True, save=False, main=False, back=False)
        self.tell(title, says)
        self._bar.set(done, of or max(done * 2, 1))

    def show_counts(self, counts: Counts, *, done: bool) -> None:
        """Show what would happen, or, ``done``, what has happened."""
        self._show(shares=True, bar=False, save=counts.left_out > 0, main=True)
        self._shares.set_shares(counts.shares)
        leads = "1 lead" if counts.leads == 1 else f"{counts.leads:,} leads"
        if done:
            self.tell("It is saved.", "The left-out rows are kept with the list.")
            self.main.set("Back to the lists", icon="check", keys="Ctrl+Return")
        else:
            self.tell("Nothing is saved yet.", "Back changes the columns.")
            self.main.set(f"Load {leads}", icon="check", keys="Ctrl+Return")
        self.main.setEnabled(done or counts.leads > 0)
        reveal(self.back, shown=not done)

    def tell(self, title: str, says: str) -> None:
        """Say something else in the bar; the buttons stay."""
        self._title.setText(title)
        self._says.setText(says)

    def _show(self, *, shares: bool, bar: bool, save: bool, main: bool, back: bool = True) -> None:
        reveal(self._shares, shown=shares)
        reveal(self._bar, shown=bar)
        reveal(self.stop, shown=bar)
        reveal(self.save, shown=save)
        reveal(self.main, shown=main)
        reveal(self.back, shown=back)
        self.main.setEnabled(main)
