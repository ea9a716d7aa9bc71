"""Which elements of BANT, CHAMP and MEDDIC a question feeds: a line, and the card to choose."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.core.frameworks import Framework, feeds_element, other_tags, with_element
from qualdesk.core.questions import Question
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.scripts.parts import Caption
from qualdesk.qt.scripts.wording import with_question
from qualdesk.qt.scripts.writing import Writing
from qualdesk.qt.widgets.buttons import LinkButton
from qualdesk.qt.widgets.fields import Tick
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.popover import PopOver

_MOST_BESIDE: Final = 4
_HINT: Final = tr_later("Reports sort by these. Who qualifies is said by the definition alone.")
NONE: Final = tr_later("In none of BANT, CHAMP and MEDDIC.")


class FrameworksPart(QWidget):
    """Where the answer stands in reports; no points come from it."""

    def __init__(self, writing: Writing) -> None:
        super().__init__()
        self._writing = writing
        self._says = PlainLabel(face="body", tone="text2", wrap=True)
        self.change = LinkButton(tr("Choose"))
        self.card: FrameworksCard | None = None
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._says, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.change)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Caption(tr("Reported under")))
        column.addLayout(row)
        self.change.clicked.connect(self._open)

    @property
    def says(self) -> str:
        """What it says."""
        return self._says.text()

    def show_question(self, question: Question) -> None:
        """Show what this question feeds."""
        self._says.setText(reported_under(question))
        reveal(self, shown=question.is_asked)
        reveal(self.change, shown=self._writing.is_first_language)
        if self.card is not None:
            self.card.show_question(question)

    def _open(self) -> None:
        question = self._writing.question
        if question is None:
            return
        if self.card is None:
            self.card = FrameworksCard(self.window())
            self.card.chosen.connect(self._choose)
        self.card.show_question(question)
        self.card.open(self.change)

    def _choose(self, framework: Framework, key: str, feeds: bool) -> None:  # noqa: FBT001 - a signal carries it by place
        writing, question = self._writing, self._writing.question
        if question is not None:
            changed = with_element(question, framework, key, feeds=feeds)
            writing.put(with_question(writing.script, changed))


class FrameworksCard(PopOver):
    """All elements to tick, a framework after the other. Every tick counts at once."""

    chosen = Signal(Framework, str, bool)
    """An element, and whether the question feeds it from now on."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, tr("Reported under"), 660)
        self.ticks: dict[tuple[Framework, str], Tick] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        line = 0
        for framework in Framework:
            grid.addWidget(PlainLabel(framework.label, face="body_strong"), line, 0)
            count = len(framework.elements)
            beside = count if count <= _MOST_BESIDE else (count + 1) // 2
            for place, (key, label) in enumerate(framework.elements):
                tick = self._tick(framework, key, label)
                grid.addWidget(tick, line + place // beside, 1 + place % beside)
            line = grid.rowCount()
        self.body.addWidget(PlainLabel(tr("Reported under"), face="card_title"))
        self.body.addLayout(grid)
        self.body.addWidget(PlainLabel(tr(_HINT), face="hint", tone="text2", wrap=True))

    def show_question(self, question: Question) -> None:
        """Tick what this question feeds."""
        for (framework, key), tick in self.ticks.items():
            tick.setChecked(feeds_element(question, framework, key))

    def _tick(self, framework: Framework, key: str, label: str) -> Tick:
        tick = self.ticks[framework, key] = Tick(tr(label))
        tick.setAccessibleName(f"{framework.label}: {tr(label)}")
        tick.clicked.connect(lambda is_on: self.chosen.emit(framework, key, is_on))
        return tick


def reported_under(question: Question) -> str:
    """What a question feeds, by framework: "BANT: Need. CHAMP: Challenges."."""
    return " ".join(_lines(question)) or tr(NONE)


def _lines(question: Question) -> Iterator[str]:
    for framework in Framework:
        fed = [
            tr(label)
            for key, label in framework.elements
            if feeds_element(question, framework, key)
        ]
        if fed:
            yield f"{framework.label}: {', '.join(fed)}."
    if others := other_tags(question):
        yield tr("Other tags: {tags}.", tags=", ".join(others))
