"""A number or a date and on which side of it an answer must lie."""

from datetime import date
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from qualdesk.core.conditions import is_date
from qualdesk.core.criterion_answers import Bound
from qualdesk.core.questions import Question, QuestionKind
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.definitions.still_fields import StillChoice
from qualdesk.qt.widgets.fields import Field
from qualdesk.qt.widgets.paint import reveal

_ABOVE: Final = {True: tr_later("More than"), False: tr_later("Less than")}
_LATER: Final = {True: tr_later("After"), False: tr_later("Before")}


class BoundRow(QWidget):
    """Any answer, more than or less than, and than what."""

    chosen = Signal(object)
    """The ``Bound`` as it was chosen; nothing is told while what stands there is none."""

    def __init__(self, name: str, any_words: str) -> None:
        super().__init__()
        self._any = any_words
        self._question: Question | None = None
        self.kind = StillChoice(name, (any_words,))
        self.than = Field(tr("{name}: than what", name=name))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.kind, 3)
        row.addWidget(self.than, 2)
        self.kind.activated.connect(self._told)
        self.than.textEdited.connect(self._told)

    def show_bound(self, bound: Bound, question: Question) -> None:
        """Show this bound of answers to this question."""
        words = _LATER if question.kind is not QuestionKind.NUMBER else _ABOVE
        above, below = tr(words[True]), tr(words[False])
        wanted = self._any
        if bound.than is not None:
            wanted = above if bound.is_above else below
        if question != self._question or self.kind.currentText() != wanted:
            half_said = self.kind.currentIndex() > 0 and bound.than is None
            if question != self._question or not half_said:
                self._question = question
                self.kind.set_values((self._any, above, below), wanted)
        if bound.than is not None and _read(self.than.text(), question) != bound.than:
            self.than.setText(str(bound.than))
        self.than.setPlaceholderText(
            question.unit or tr("number") if question.kind is QuestionKind.NUMBER else "2026-09-30"
        )
        reveal(self.than, shown=self.kind.currentIndex() > 0)

    def _told(self, *_changed: object) -> None:
        is_any = self.kind.currentIndex() == 0
        reveal(self.than, shown=not is_any)
        if self._question is None:
            return
        than = _read(self.than.text(), self._question)
        if is_any:
            self.chosen.emit(Bound())
        elif than is not None:
            self.chosen.emit(Bound(than=than, is_above=self.kind.currentIndex() == 1))


def _read(text: str, question: Question) -> int | float | str | None:
    """What was typed, as a condition compares with it; None while it is nothing of the kind."""
    text = text.strip()
    if question.kind is not QuestionKind.NUMBER:
        return text if _is_a_day(text) else None
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        return None
    return int(number) if number.is_integer() else number


def _is_a_day(text: str) -> bool:
    """Whether there is such a day: no answer is ever after one of a thirteenth month."""
    try:
        return is_date(text) and bool(date.fromisoformat(text))
    except ValueError:
        return False
