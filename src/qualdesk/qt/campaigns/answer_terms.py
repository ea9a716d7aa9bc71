"""How long sales has for a lead it has read, what comes of silence, and of answers in doubt."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qualdesk.core.recycling import UNANSWERED, RecycleRule, RecycleTo, rule_for
from qualdesk.core.sources import HandoffTerms
from qualdesk.core.wording import tr, tr_n
from qualdesk.qt.campaigns.section import row_of
from qualdesk.qt.widgets.figures import Figures

STAYS: Final = -1
AT_ONCE: Final = 0
_GRACE: Final = (0, 1, 2, 3, 5)
_DISPUTE: Final = (0, 7, 14, 30)
_SILENCE: Final = (STAYS, AT_ONCE, 30, 90, 180)


class AnswerTerms(QWidget):
    """The terms of answers that have usual values: a campaign file can say more."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.grace = Figures(tr("More time for a lead that was read"), _GRACE, _grace_words)
        self.dispute = Figures(tr("An answer can be disputed for"), _DISPUTE, _dispute_words)
        self.silence = Figures(tr("When sales never answers"), _SILENCE, _silence_words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(
            row_of(
                (tr("More time for a lead that was read"), self.grace, 1),
                (tr("An answer can be disputed for"), self.dispute, 1),
            )
        )
        column.addLayout(row_of((tr("When sales never answers"), self.silence, 1)))
        for choice in self.in_order:
            choice.currentIndexChanged.connect(self.changed)

    @property
    def in_order(self) -> Sequence[Figures]:
        """Its fields in reading order."""
        return (self.grace, self.dispute, self.silence)

    def fill(self, terms: HandoffTerms) -> None:
        """Show these terms."""
        self.grace.set_figure(terms.answer_grace)
        self.dispute.set_figure(terms.dispute_within.days)
        self.silence.set_figure(_silence_of(terms))

    def into(self, terms: HandoffTerms) -> HandoffTerms:
        """The terms with what stands here; what a file said more finely stays."""
        said = replace(terms, answer_grace=self.grace.figure)
        if self.dispute.figure != terms.dispute_within.days:
            said = replace(said, dispute_within=timedelta(days=self.dispute.figure))
        if self.silence.figure != _silence_of(terms):
            said = replace(said, recycle=_recycling(terms, self.silence.figure))
        return said


def _silence_of(terms: HandoffTerms) -> int:
    """After how many days of nurture it comes up again; or at once, or never by itself."""
    rule = rule_for(terms.recycle, UNANSWERED)
    if rule is None:
        return STAYS
    return rule.after_days if rule.to is RecycleTo.NURTURE else AT_ONCE


def _recycling(terms: HandoffTerms, days: int) -> tuple[RecycleRule, ...]:
    others = tuple(one for one in terms.recycle if one.when != UNANSWERED)
    if days == STAYS:
        return others
    before = rule_for(terms.recycle, UNANSWERED)
    if days == AT_ONCE:
        return (*others, RecycleRule(when=UNANSWERED, to=RecycleTo.QUEUE, after_days=0))
    track = before.track if before else ""
    return (*others, RecycleRule(when=UNANSWERED, after_days=days, track=track))


def _grace_words(days: int) -> str:
    return (
        tr_n(days, "{n} working day", "{n} working days") if days else tr("None", about="more time")
    )


def _dispute_words(days: int) -> str:
    return tr_n(days, "{n} day", "{n} days") if days else tr("Not at all")


def _silence_words(days: int) -> str:
    if days == STAYS:
        return tr("Stays until somebody decides")
    if days == AT_ONCE:
        return tr("Back to the queue at once")
    return tr_n(days, "Nurture for {n} day", "Nurture for {n} days")
