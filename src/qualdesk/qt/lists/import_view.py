"""A file on its way to becoming leads, in four steps on one page."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from qualdesk.core.places import country_of
from qualdesk.qt.lists.check_view import CheckView, Counts, LeftOut
from qualdesk.qt.lists.columns_view import ColumnsView
from qualdesk.qt.lists.import_footer import ImportFooter
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.card import Card
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.rows import IconMark
from qualdesk.qt.widgets.steps import Step, StepBar

_TITLES: Final = ("File", "Columns", "Check", "Load")


class ImportView(QWidget):
    """The steps File, Columns, Check, Load. It shows; the page asks the desk."""

    retry_pressed = Signal()
    other_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._says = ["", "", "", ""]
        self.steps = StepBar()
        self.columns = ColumnsView()
        self.check = CheckView()
        self.trouble = _Trouble()
        self.footer = ImportFooter()
        self._stack = QStackedWidget()
        for view in (self.trouble, self.columns, self.check):
            self._stack.addWidget(view)
        inner = QVBoxLayout()
        inner.setContentsMargins(16, 16, 16, 16)
        inner.setSpacing(14)
        inner.addWidget(self.steps)
        inner.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inner, 1)
        column.addWidget(self.footer)
        self.trouble.again.clicked.connect(self.retry_pressed)
        self.trouble.other.clicked.connect(self.other_pressed)

    @property
    def region(self) -> str:
        """The country of numbers without +, as its two letters; empty for the campaign's."""
        return country_of(self.columns.region.text())

    def show_reading(self, name: str) -> None:
        """The file is being read."""
        self._says = [name, "", "", ""]
        self._step(0)
        self.trouble.tell("Reading the file", name, trouble=False)
        self._stack.setCurrentWidget(self.trouble)
        self.footer.show_work("Reading the file", name, 0, None)

    def show_trouble(self, name: str, says: str) -> None:
        """The file cannot be read: the one sentence, and two ways on."""
        self._says[0] = name
        self._step(0)
        self.trouble.tell(says, name, trouble=True)
        self._stack.setCurrentWidget(self.trouble)
        self.footer.show_waiting("Nothing was changed.", "The lists are as they were.")
        self.trouble.again.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_columns(self, rows: str, matched: str) -> None:
        """The columns are there to be looked at; ``rows`` and ``matched`` go onto the steps."""
        self._says[0:2] = [rows, matched]
        self._step(1)
        self._stack.setCurrentWidget(self.columns)
        self.footer.show_waiting(
            "Nothing is saved yet.", "First see what would happen.", "Check the rows", "list-checks"
        )
        self.columns.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_work(self, title: str, says: str, done: int, of: int | None) -> None:
        """Rows are being checked or loaded."""
        self.footer.show_work(title, says, done, of)

    def show_checked(
        self, counts: Counts, rows: tuple[LeftOut, ...], notes: tuple[str, ...]
    ) -> None:
        """What loading the file would do."""
        self._says[2] = (
            "1 row left out" if counts.left_out == 1 else f"{counts.left_out:,} left out"
        )
        self._says[3] = f"{counts.leads:,} leads"
        self._step(2)
        self.check.show_result(counts, rows, notes, done=False)
        self._stack.setCurrentWidget(self.check)
        self.footer.show_counts(counts, done=False)
        self.footer.main.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_done(self, counts: Counts, rows: tuple[LeftOut, ...], notes: tuple[str, ...]) -> None:
        """What loading the file has done."""
        self._step(4)
        self.check.show_result(counts, rows, notes, done=True)
        self._stack.setCurrentWidget(self.check)
        self.footer.show_counts(counts, done=True)
        self.footer.main.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, now: int) -> None:
        states = ["done"] * now + ["now"] + ["later"] * len(_TITLES)
        self.steps.set_steps(
            [
                Step(title=title, says=says, state=state)  # type: ignore[arg-type]
                for title, says, state in zip(_TITLES, self._says, states, strict=False)
            ]
        )


class _Trouble(Card):
    """A file that cannot be read, or one that is being read: a sentence in the middle."""

    def __init__(self) -> None:
        super().__init__()
        self._mark = IconMark("file-warning", "bad", 28)
        self._title = PlainLabel(face="page_title", wrap=True)
        self._file = PlainLabel(face="body", tone="text2", wrap=True)
        self.again = PushButton("Try again", icon="refresh-cw")
        self.other = PushButton("Choose another file…", icon="folder", keys="Ctrl+O")
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 28, 28, 28)
        column.setSpacing(10)
        column.addStretch(2)
        for each in (self._mark, self._title, self._file, self.again, self.other):
            column.addWidget(each)
        column.addStretch(3)

    def tell(self, says: str, name: str, *, trouble: bool) -> None:
        """Show this sentence about this file."""
        icon, tone = ("file-warning", "bad") if trouble else ("file-spreadsheet", "accent_text")
        self._mark.set(icon, tone)
        self._title.setText(says)
        self._file.setText(name)
        reveal(self.again, shown=trouble)
        reveal(self.other, shown=trouble)
