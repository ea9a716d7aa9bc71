"""Why sales may send leads back, which criterion each reason is about, and what an hour costs."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from qualdesk.core.sources import HandoffTerms, cost_in
from qualdesk.core.wording import tr
from qualdesk.qt.campaigns.section import put, row_of
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.fields import Field
from qualdesk.qt.widgets.keyed import KeyedChoice
from qualdesk.qt.widgets.paint import reveal

REASONS: Final = 5


class ReasonTerms(QWidget):
    """Five reasons, each with what it is about: a sixth that came from a file stays as it is."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.reasons = [
            Field(
                tr("Reason {number} to send a lead back", number=number),
                tr("Left out while it is empty"),
            )
            for number in range(1, REASONS + 1)
        ]
        self.about = [
            KeyedChoice(tr("What reason {number} is about", number=number))
            for number in range(1, REASONS + 1)
        ]
        self.hour = Field(tr("What an hour of calls costs"), tr("In the currency of the list"))
        self._lay_out()
        for field in (*self.reasons, self.hour):
            field.textChanged.connect(self.changed)
        for choice in self.about:
            choice.currentIndexChanged.connect(self.changed)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(row_of((tr("What does an hour of calls cost?"), self.hour, 1)))
        self._title = _small(tr("The criterion it is about"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(0, 3)
        grid.addWidget(_small(tr("Why sales sends leads back")), 0, 0)
        grid.addWidget(self._title, 0, 1)
        for row, (reason, about) in enumerate(zip(self.reasons, self.about, strict=True), 1):
            grid.addWidget(reason, row, 0)
            grid.addWidget(about, row, 1)
            grid.setRowMinimumHeight(row, look().px(41))
        column.addLayout(grid)

    @property
    def in_order(self) -> Sequence[QWidget]:
        """Its fields in reading order."""
        pairs = zip(self.reasons, self.about, strict=True)
        return (self.hour, *(each for pair in pairs for each in pair))

    def fill(self, terms: HandoffTerms, criteria: Sequence[tuple[str, str]]) -> None:
        """Show these terms; ``criteria`` are those of the definition, each with its label."""
        if self._typed() != terms.reasons[:REASONS]:
            for at, field in enumerate(self.reasons):
                put(field, terms.reasons[at] if at < len(terms.reasons) else "")
        known = {key for key, _ in criteria}
        # Of a definition that was in use before: nobody's word is dropped.
        others = [(one, one) for one in sorted({*terms.criteria_of.values()} - known)]
        offered = [("", tr("No criterion")), *criteria, *others]
        for reason, choice in zip(self.reasons, self.about, strict=True):
            choice.offer(offered)
            choice.choose(terms.criteria_of.get(reason.text().strip(), ""))
            reveal(choice, shown=len(offered) > 1)
        reveal(self._title, shown=len(offered) > 1)
        if self.hour.text().strip() != _written(terms.hour_cost):
            self.hour.setText(_written(terms.hour_cost))

    def into(self, terms: HandoffTerms) -> HandoffTerms:
        """The terms with what stands here; what a file said more finely stays."""
        reasons = (*self._typed(), *terms.reasons[REASONS:])
        criteria = self._about(terms)
        if criteria == terms.criteria_of:
            criteria = terms.criteria_of
        said = self.hour.text().strip()
        hour = terms.hour_cost if said == _written(terms.hour_cost) else cost_in(said)
        return replace(terms, reasons=reasons, criteria_of=criteria, hour_cost=hour)

    def _about(self, terms: HandoffTerms) -> Mapping[str, str]:
        """The criterion each reason is about; also of reasons that stand in no field."""
        were_here = set(terms.reasons[:REASONS])
        found = {one: about for one, about in terms.criteria_of.items() if one not in were_here}
        for reason, choice in zip(self.reasons, self.about, strict=True):
            if choice.key and reason.text().strip():
                found[reason.text().strip()] = choice.key
        return found

    def _typed(self) -> tuple[str, ...]:
        return tuple(text for field in self.reasons if (text := field.text().strip()))


def _written(cost: float | None) -> str:
    return "" if cost is None else f"{cost:.2f}".removesuffix(".00")


def _small(says: str) -> PlainLabel:
    return PlainLabel(says, face="hint_medium", tone="text2")
