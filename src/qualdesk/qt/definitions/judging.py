"""One case to judge: its answers, and each criterion in turn by the keys 1, 2 and 3."""

from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.agreement import Judgement
from qualdesk.core.rating import RatedAnswer, RatedCriterion, RatingCase
from qualdesk.core.wording import tr
from qualdesk.qt.definitions.evidence import INSET
from qualdesk.qt.definitions.leads_side import AnswerLine
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.bars import ThinBar
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.card import Heading, UprightRule
from qualdesk.qt.widgets.option import Option, OptionButton
from qualdesk.qt.widgets.paint import box, smooth
from qualdesk.qt.widgets.pool import Pool

KEYS: Final = {
    Qt.Key.Key_1: Judgement.MET,
    Qt.Key.Key_2: Judgement.NOT_MET,
    Qt.Key.Key_3: Judgement.UNCLEAR,
}


class JudgingCard(QWidget):
    """The answers at the left, the criterion in hand at the right; the next one follows by itself.

    PgUp goes back to the criterion before, or to the case before.
    """

    judged = Signal(object, str, object)
    """The ``RatingCase``, the criterion and the ``Judgement``."""
    back_wanted = Signal(int)
    """The case at this position is to be judged anew."""
    stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("A case to judge"))
        # The ring would be around half the page: it is drawn around what the keys choose.
        self.setProperty("paintsOwnFocus", True)  # noqa: FBT003 - Qt's own signature
        self.case: RatingCase | None = None
        self.place = 0
        # The next case is on its way: a key pressed twice must not judge what nobody has read.
        self._is_last_said = False
        self._where = PlainLabel(face="body_strong")
        self._bar = ThinBar(tr("Cases judged"), 4)
        rows = QVBoxLayout()
        rows.setSpacing(8)
        self._answers: Pool[AnswerLine, RatedAnswer] = Pool(rows, AnswerLine, _fill)
        self._label = PlainLabel(face="name", wrap=True)
        self._means = PlainLabel(face="body", tone="text2", wrap=True)
        self._step = PlainLabel(face="hint", tone="text2")
        self.options = {
            judgement: OptionButton(Option(key=str(number), title=judgement.label))
            for number, judgement in enumerate(Judgement, 1)
        }
        self.stop = PushButton(tr("Stop here, go on later"), kind="quiet", keys="Escape")
        self._lay_out(rows)
        self.stop.clicked.connect(self.stopped)
        for judgement, option in self.options.items():
            option.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            option.clicked.connect(lambda _on=False, judgement=judgement: self.say(judgement))

    def _lay_out(self, rows: QVBoxLayout) -> None:
        answers = QWidget()
        column = QVBoxLayout(answers)
        column.setContentsMargins(INSET, 4, 14, 12)
        column.setSpacing(10)
        column.addWidget(Heading(tr("What was answered")))
        column.addLayout(rows)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(answers)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        right = QVBoxLayout()
        right.setContentsMargins(16, 4, 16, 12)
        right.setSpacing(8)
        right.addWidget(self._where)
        right.addWidget(self._bar)
        right.addSpacing(6)
        right.addWidget(self._step)
        right.addWidget(self._label)
        right.addWidget(self._means)
        for option in self.options.values():
            right.addWidget(option)
        right.addStretch(1)
        right.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(scroll, 1)
        row.addWidget(UprightRule())
        row.addLayout(right, 1)

    def show_case(self, case: RatingCase) -> None:
        """Show this case at its first criterion that is open, or at its last."""
        is_same = self.case is not None and self.case.position == case.position
        self.case = case
        self._is_last_said = is_same and self._is_last_said
        self._answers.show(case.answers)
        waiting = [at for at, one in enumerate(case.criteria) if one.judgement is None]
        if not is_same:
            self.place = waiting[0] if waiting else 0
        self._show()

    def take_cursor(self) -> None:
        """The keys judge now."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def criterion(self) -> RatedCriterion | None:
        """The criterion in hand."""
        return self.case.criteria[self.place] if self.case is not None else None

    def say(self, judgement: Judgement) -> None:
        """Judge the criterion in hand and go on to the next."""
        case, criterion = self.case, self.criterion
        if case is None or criterion is None:
            return
        if self._is_last_said:
            return
        if self.place + 1 < len(case.criteria):
            self.place += 1
            self._show()
        else:
            self._is_last_said = True
        self.judged.emit(case, criterion.id, judgement)
        self.take_cursor()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        judgement = KEYS.get(Qt.Key(event.key()))
        if judgement is not None and not event.isAutoRepeat():
            self.say(judgement)
        elif event.key() == Qt.Key.Key_PageUp:
            self._back()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            places = [option.geometry() for option in self.options.values()]
            around = places[0].united(places[-1]).adjusted(-6, -6, 6, 6)
            box(smooth(self), QRectF(around), edge="focus", radius=12, width=2)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _back(self) -> None:
        self._is_last_said = False
        if self.place:
            self.place -= 1
            self._show()
        elif self.case is not None and self.case.position > 1:
            self.back_wanted.emit(self.case.position - 1)

    def _show(self) -> None:
        case, criterion = self.case, self.criterion
        if case is None or criterion is None:
            return
        self._where.setText(tr("Case {place} of {of}", place=case.position, of=case.of))
        self._bar.set(case.position - 1, case.of)
        self._step.setText(
            tr("Criterion {place} of {of}", place=self.place + 1, of=len(case.criteria))
        )
        self._label.setText(criterion.label)
        self._means.setText(criterion.means)
        for judgement, option in self.options.items():
            option.mark(is_on=criterion.judgement is judgement)
        self.setAccessibleName(
            tr(
                "Case {place} of {of}, {label}: {means}. 1 met, 2 not met, 3 cannot tell",
                place=case.position,
                of=case.of,
                label=criterion.label,
                means=criterion.means,
            )
        )


def _fill(line: AnswerLine, answer: RatedAnswer) -> None:
    said = answer.says
    words = answer.words.strip()
    both = said or words
    if said and words and words != said:
        both = f"{said}: {tr('“{words}”', words=words)}"
    line.show_answer(answer.asked, both or tr("No answer", about="of a question"))
