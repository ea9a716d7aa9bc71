"""A file on its way to becoming leads, in four steps on one page."""

from collections.abc import Mapping, Sequence
from typing import Final, get_args

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from qualdesk.core.list_checks import CheckGroup
from qualdesk.core.wording import tr, tr_later, tr_n
from qualdesk.qt.lists.columns_view import ColumnsView
from qualdesk.qt.lists.counts import Counts, rows_in_words
from qualdesk.qt.lists.deciding import at_most, questions_in_words
from qualdesk.qt.lists.done_view import DoneView
from qualdesk.qt.lists.file_view import FileView
from qualdesk.qt.lists.import_footer import ImportFooter
from qualdesk.qt.lists.problems_view import ProblemsView
from qualdesk.qt.lists.work_card import WorkCard
from qualdesk.qt.widgets.steps import Step, StepBar, StepState

_TITLES: Final = (tr_later("File"), tr_later("Columns"), tr_later("Problems"), tr_later("Import"))
_AFTER: Final = len(_TITLES)
_DONE, _NOW, _LATER = get_args(StepState)


class ImportView(QWidget):
    """The steps File, Columns, Problems, Import. It shows; the run asks the desk."""

    retry_pressed = Signal()
    other_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._says = ["", "", "", ""]
        self._asked = ""
        self.steps = StepBar()
        self.work = WorkCard()
        self.file = FileView()
        self.columns = ColumnsView()
        self.problems = ProblemsView()
        self.done = DoneView()
        self.footer = ImportFooter()
        self._stack = QStackedWidget()
        for view in (self.work, self.file, self.columns, self.problems, self.done):
            self._stack.addWidget(view)
        inner = QVBoxLayout()
        inner.setContentsMargins(16, 14, 16, 14)
        inner.setSpacing(14)
        inner.addWidget(self.steps)
        inner.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inner, 1)
        column.addWidget(self.footer)
        self.work.again.clicked.connect(self.retry_pressed)
        self.work.other.clicked.connect(self.other_pressed)

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks through, in reading order."""
        problems = self.problems
        return (
            self.file.table,
            self.file.campaign,
            self.columns.table,
            self.columns.becomes,
            problems.groups,
            problems.detail.options,
            problems.detail.table,
            self.done.undo,
            self.footer,
        )

    def show_reading(self, name: str) -> None:
        """The file is being read."""
        self._says = [name, "", "", ""]
        self._step(0)
        self.work.show_work(tr("Reading the file"), name, 0, None)
        self._stack.setCurrentWidget(self.work)
        self.footer.show_step(tr("Nothing is saved yet."), "")

    def show_trouble(self, name: str, says: str) -> None:
        """The file cannot be read: the one sentence, and two ways on."""
        self._says[0] = name
        self._step(0)
        self.work.show_trouble(says, name)
        self._stack.setCurrentWidget(self.work)
        self.footer.show_step(tr("Nothing was changed."), tr("The lists are as they were."))
        self.work.again.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_file(self, name: str, rows: int, *, is_exact: bool) -> None:
        """The file was found to be read so; ``rows`` go onto the step."""
        count = rows_in_words(rows)
        said = f"{name}, {count}" if is_exact else tr("{file}, about {rows}", file=name, rows=count)
        self._says = [said, "", "", ""]
        self._step(0)
        self._show(self.file)
        self.footer.show_step(
            tr("Nothing is saved yet."),
            tr("Next: what the columns become."),
            tr("Check the columns"),
        )

    def show_columns(self) -> None:
        """The columns are there to be looked at."""
        self._says[1:] = [self.columns.matched(), "", ""]
        self._step(1)
        self._show(self.columns)
        self.footer.show_step(
            tr("Nothing is saved yet."),
            tr("Next: what would happen to the rows."),
            tr("Check the rows"),
        )

    def tell_columns(self) -> None:
        """The columns were changed: say so on the step."""
        self._says[1] = self.columns.matched()
        self._step(1)

    def show_problems(
        self, name: str, counts: Counts, groups: Sequence[CheckGroup], answers: Mapping[str, str]
    ) -> None:
        """What importing the file would do, and what was found in it."""
        is_new = self._stack.currentWidget() is not self.problems
        self.problems.show_groups(groups, answers, counts.left_out)
        self._says[0] = f"{name}, {rows_in_words(counts.rows)}"
        self._say_questions(groups, answers)
        most = at_most(counts.rows, groups)
        self._says[3] = tr_n(most, "{n:,} lead at most", "{n:,} leads at most")
        self._step(2)
        self.footer.show_counts(counts)
        if is_new:
            self.problems.groups.choose_group("")
            self.problems.groups.choose_open_question()
            self._show(self.problems)
            if not groups:
                self.footer.main.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_answers(self, groups: Sequence[CheckGroup], answers: Mapping[str, str]) -> None:
        """Show other answers at once, before the rows are counted again."""
        self.problems.show_answers(answers)
        self._say_questions(groups, answers)
        self._step(2)

    def show_import(
        self, title: str, says: str, done: int = 0, of: int | None = None, *, left: str = ""
    ) -> None:
        """Leads are being imported: how far it is, and that everything else goes on."""
        self._step(3)
        more = tr("You can go on: calls and other pages work meanwhile.")
        self.work.show_work(title, says, done, of, f"{left}. {more}" if left else more)
        if self._stack.currentWidget() is not self.work:
            self._stack.setCurrentWidget(self.work)
        self.footer.show_stoppable(tr("You can go on."), tr("Stop leaves everything as it was."))

    def show_done(
        self, counts: Counts, campaign: str, notes: Sequence[str], missing: Sequence[str]
    ) -> None:
        """What importing the file has done, and what comes next."""
        self._says[2] = self._asked
        self._says[3] = tr("{leads:,} imported", leads=counts.leads)
        self._step(_AFTER)
        self.done.show_done(counts, campaign, notes)
        self.done.show_missing(missing)
        main, icon = (
            (tr("Set up the campaign"), "pencil-line")
            if missing
            else (tr("Start calling"), "phone")
        )
        self.footer.show_done(
            tr("It is saved."),
            tr("You can undo it for 30 days, here and in the lists."),
            main,
            icon,
            save=counts.left_out > 0,
        )
        self._stack.setCurrentWidget(self.done)
        self.footer.main.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_undone(self, says: str, names: Sequence[str]) -> None:
        """The import was taken back."""
        self.done.show_undone(says, names)
        self._says[3] = tr("undone")
        self._step(_AFTER)
        stays = tr("The list stays in the table, with what became of it.")
        self.footer.show_done(
            tr("It is undone."), stays, tr("Back to the lists"), "check", save=False
        )
        self.footer.main.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_questions(self, groups: Sequence[CheckGroup], answers: Mapping[str, str]) -> None:
        self._says[2] = questions_in_words(groups, answers)
        self._asked = questions_in_words(groups, answers, is_over=True)

    def _show(self, view: QWidget) -> None:
        self._stack.setCurrentWidget(view)
        view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, now: int) -> None:
        states = [_DONE] * now + [_NOW] + [_LATER] * _AFTER
        self.steps.set_steps(
            [
                Step(title=tr(title), says=says, state=state)
                for title, says, state in zip(_TITLES, self._says, states, strict=False)
            ]
        )
