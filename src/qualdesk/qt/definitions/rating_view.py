"""Two people judge the same answers, by the keyboard, and see where they differ."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from qualdesk.core.agreement import CriterionAgreement, Judgement
from qualdesk.core.rating import RatingCase, RatingRound
from qualdesk.core.times import day_words, local_time
from qualdesk.core.wording import tr, tr_later, tr_n
from qualdesk.qt.definitions.evidence import INSET, EvidenceCard
from qualdesk.qt.definitions.judging import JudgingCard
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.cells import Cell, Column, TableOf
from qualdesk.qt.widgets.fields import Choice, Field
from qualdesk.qt.widgets.notices import Banner, BannerTone
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.table import PlainTable

_COLUMNS: Final = (
    Column(title=tr_later("Criterion"), width=170, stretch=2),
    Column(title=tr_later("How far both agree"), width=320, stretch=3),
    Column(title="", width=150),
)
_SAYS: Final = tr_later(
    "Two people judge the same answers without knowing whose they are. Where they differ by more "
    "than chance, the question is understood too differently to count."
)


class RatingView(EvidenceCard):
    """A round, who has judged how much of it, and the agreement on each criterion."""

    begin_wanted = Signal()
    """A new round is to begin."""
    round_chosen = Signal(object)
    """The ``RatingRound`` to show."""
    judge_wanted = Signal(str)
    """This rater wants the next case."""
    judged = Signal(object, str, str)
    """A ``RatingCase``, a criterion of it and the ``Judgement``, by the rater named here."""
    case_wanted = Signal(int)
    """The case before, to judge it anew: its position."""

    def __init__(self, zone: str) -> None:
        super().__init__(tr("Judge the same answers"))
        self._zone = zone
        self._rounds: tuple[RatingRound, ...] = ()
        self.begin = PushButton(tr("Begin a round of 30"), icon="plus")
        self.round = Choice(tr("Round"))
        self.rater = Field(tr("Who judges"), tr("Who judges"))
        self.judge = PushButton(tr("Judge"), icon="scale", keys="Return")
        self.judging = JudgingCard()
        self._notice = Banner("info")
        self.model: TableOf[CriterionAgreement] = TableOf(_COLUMNS, _cell, _ground)
        self.table = PlainTable(tr("How far both agree"), row_height=46, quiet=True)
        self.table.show_rows_of(self.model)
        self._overview = QWidget()
        self._stack = QStackedWidget()
        self.says.setText(tr(_SAYS))
        self._lay_out()
        self.setFocusProxy(self.rater)
        self.begin.clicked.connect(self.begin_wanted)
        self.round.activated.connect(self._choose)
        self.judge.clicked.connect(self._judge)
        self.rater.returnPressed.connect(self._judge)
        self.judging.judged.connect(self._judged)
        self.judging.stopped.connect(self.show_overview)
        self.judging.back_wanted.connect(self.case_wanted)

    def _lay_out(self) -> None:
        self.tools.addWidget(self.begin)
        who = QHBoxLayout()
        who.setContentsMargins(INSET, 0, 14, 10)
        who.setSpacing(8)
        who.addWidget(self.round, 3)
        who.addWidget(self.rater, 2)
        who.addWidget(self.judge)
        column = QVBoxLayout(self._overview)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(who)
        notice = QVBoxLayout()
        notice.setContentsMargins(INSET, 0, 14, 8)
        notice.addWidget(self._notice)
        column.addLayout(notice)
        column.addWidget(self.table, 100)
        column.addStretch(1)
        self._stack.addWidget(self._overview)
        self._stack.addWidget(self.judging)
        self.body.addWidget(self._stack, 1)

    @property
    def current(self) -> RatingRound | None:
        """The round shown."""
        at = self.round.currentIndex()
        return self._rounds[at] if 0 <= at < len(self._rounds) else None

    def show_rounds(self, rounds: Sequence[RatingRound], rater: str) -> None:
        """Show these rounds, the newest first; ``rater`` is offered as who judges."""
        before = self.current
        self._rounds = tuple(rounds)
        names = [self._name(one) for one in self._rounds]
        ids = [one.id for one in self._rounds]
        keep = ids.index(before.id) if before is not None and before.id in ids else 0
        self.round.set_values(names)
        self.round.setCurrentIndex(keep if names else -1)
        if not self.rater.text():
            self.rater.setText(rater)
        for each in (self.round, self.rater, self.judge, self.table):
            reveal(each, shown=bool(names))
        had_cursor = self.isAncestorOf(QApplication.focusWidget() or self)
        self.setFocusProxy(self.rater if names else self.begin)
        if self.isVisible() and not had_cursor:
            self.setFocus()
        if not names:
            self.tell("info", tr("No round was begun yet. A round takes the answers of 30 leads."))
        self._choose()

    def show_agreement(self, agreement: Sequence[CriterionAgreement]) -> None:
        """Show how far the two agree on each criterion."""
        self.model.set_rows(agreement)
        poor = [one.label for one in agreement if one.is_poor]
        found = self.current
        if poor:
            says = tr(
                "Understood too differently: {criteria}. Write these questions anew.",
                criteria=", ".join(poor),
            )
            self.tell("warn", says)
        elif found is not None:
            self.tell("info", found.says)

    def tell(self, tone: BannerTone, says: str) -> None:
        """Say something above the table."""
        self._notice.set(tone, "", says)

    def show_case(self, case: RatingCase | None) -> None:
        """Judge this case; None when this rater has judged all of them."""
        if case is None:
            self.show_overview()
            return
        self.judging.show_case(case)
        self._stack.setCurrentWidget(self.judging)
        self.judging.take_cursor()

    def show_overview(self) -> None:
        """Show the agreement again."""
        self._stack.setCurrentWidget(self._overview)
        self.rater.setFocus()
        self._choose()

    @property
    def is_judging(self) -> bool:
        """Whether a case is in front."""
        return self._stack.currentWidget() is self.judging

    def _name(self, one: RatingRound) -> str:
        day = day_words(local_time(one.made_at, self._zone).date())
        return tr_n(
            one.cases,
            "{n} case, version {version}, begun {day}",
            "{n} cases, version {version}, begun {day}",
            version=one.version,
            day=day,
        )

    def _choose(self, *_place: int) -> None:
        if self.current is not None:
            self.round_chosen.emit(self.current)

    def _judge(self) -> None:
        name = self.rater.text().strip()
        if name:
            self.judge_wanted.emit(name)
        else:
            self.tell("warn", tr("Say who judges: the agreement is between two people."))

    def _judged(self, case: RatingCase, criterion: str, judgement: Judgement) -> None:
        self.judged.emit(case, criterion, judgement.value)


def _cell(one: CriterionAgreement, column: int) -> Cell:
    if column == 0:
        return Cell(text=one.label, face="body_strong")
    if column == 1:
        return Cell(text=one.kappa.says[:1].upper() + one.kappa.says[1:])
    if one.is_poor:
        return Cell(
            text=tr("Too different"),
            face="body_strong",
            tone="warn",
            icon="triangle-alert",
            icon_tone="warn",
        )
    return Cell(text=tr("Agreed"), chip="ok") if one.kappa.is_enough else Cell()


def _ground(one: CriterionAgreement) -> str:
    return "warn_soft" if one.is_poor else ""
