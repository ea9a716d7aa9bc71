"""The problems of a list: what was found at the left, the one the cursor is on at the right."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from qualdesk.core.list_checks import CheckGroup
from qualdesk.core.list_choices import RowMend
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.lists.group_list import GroupList, entries
from qualdesk.qt.lists.problem_detail import ProblemDetail
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.card import Card
from qualdesk.qt.widgets.empty_place import EmptyPlace
from qualdesk.qt.widgets.fitted import Fitted
from qualdesk.qt.widgets.option import digit_of
from qualdesk.qt.widgets.paint import reveal

_WIDE: Final = 392
_NARROW: Final = 320
_ROOM: Final = 1300
_NOTHING: Final = (
    tr_later("Nothing stands in the way"),
    tr_later("Every row of the list can be imported as it is."),
)


class ProblemsView(Fitted):
    """Groups and detail, worked by the keyboard: arrows, number keys, Enter.

    It shows groups and says what was decided; whoever shows it asks the desk again.
    """

    answered = Signal(str, str)
    """The id of a group, and the answer to it; an empty one takes it back."""
    mended = Signal(int, object)
    """A row by its number in the file, and its ``RowMend``."""
    finished = Signal()
    """The last question was answered."""

    def __init__(self) -> None:
        super().__init__()
        self._groups: tuple[CheckGroup, ...] = ()
        self._answers: Mapping[str, str] = {}
        self._left_out = 0
        self.groups = GroupList()
        self.detail = ProblemDetail()
        self._nothing = EmptyPlace(*map(tr, _NOTHING))
        self._side = Card()
        self._lay_out()
        self.setFocusProxy(self.groups)
        self.groups.chosen.connect(self._chosen)
        self.groups.opened.connect(self._open)
        self.detail.answered.connect(self._answer)
        self.detail.went_on.connect(self._go_on)
        self.detail.table.mended.connect(self._mend)
        for each in (self.groups, self.detail.table):
            each.installEventFilter(self)

    def _lay_out(self) -> None:
        side = QVBoxLayout(self._side)
        side.setContentsMargins(1, 6, 1, 8)
        side.addWidget(self.groups)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self._side)
        row.addWidget(self.detail, 1)
        row.addWidget(self._nothing, 1)
        reveal(self._nothing, shown=False)

    def show_groups(
        self, groups: Sequence[CheckGroup], answers: Mapping[str, str], left_out: int
    ) -> None:
        """Show what was found, with what was answered; the cursor stays where it was."""
        self._groups, self._left_out = tuple(groups), left_out
        reveal(self._side, shown=bool(groups))
        reveal(self.detail, shown=bool(groups))
        reveal(self._nothing, shown=not groups)
        self.show_answers(answers)

    def show_answers(self, answers: Mapping[str, str]) -> None:
        """Show other answers to the same groups at once, before they are counted again."""
        self._answers = answers
        self.groups.show_lines(entries(self._groups, answers, self._left_out))
        self._chosen(0)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            digit = "" if plain else digit_of(event)
            if digit and self.detail.answer(digit):
                return True
        return super().eventFilter(watched, event)

    @override
    def fit(self) -> None:
        """A narrow window has narrower groups and no company."""
        is_wide = self.width() >= look().px(_ROOM)
        self._side.setFixedWidth(look().px(_WIDE if is_wide else _NARROW))
        self.detail.show_company(shown=is_wide)

    def _chosen(self, _place: int) -> None:
        group = self.groups.group()
        if group is not None:
            self.detail.show_group(group, self._groups, self._answers)

    def _open(self, _place: int) -> None:
        """Enter on a group: to its answers, else to its rows."""
        group = self.groups.group()
        if group is None:
            return
        target = self.detail.options if group.options else self.detail.table
        if group.options or group.rows:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer(self, asked: str, answer: str) -> None:
        self.answered.emit(asked, answer)

    def _go_on(self) -> None:
        """Enter on an answer: to the next question, or on to the import."""
        if self.groups.choose_open_question():
            self.groups.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.finished.emit()

    def _mend(self, number: int, mend: RowMend) -> None:
        says = tr("Left out by you") if mend.leave_out else tr("Mended by you")
        self.detail.table.say_mended(number, says)
        self.mended.emit(number, mend)
