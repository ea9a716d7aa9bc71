"""What a qualified lead is: the version, the sentence with its threshold, and the criteria."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from qualdesk.core.definition import Definition
from qualdesk.core.scripts import CallScript
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.definitions.rows import NOTHING, rows_of
from qualdesk.qt.definitions.still_fields import NumberField
from qualdesk.qt.definitions.table import CriteriaTable
from qualdesk.qt.definitions.tier_rows import TierRows
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.buttons import LinkButton, PushButton
from qualdesk.qt.widgets.card import Card, Rule
from qualdesk.qt.widgets.chip import Chip
from qualdesk.qt.widgets.notices import Banner
from qualdesk.qt.widgets.paint import reveal

MOST_POINTS: Final = 10_000
_KEYS: Final = tr_later("Enter changes a criterion, Alt+Up and Alt+Down move it, Del takes it out.")


class CriteriaCard(Card):
    """The definition as it is being written."""

    threshold_typed = Signal(int)
    """A person chose this many points."""
    add_wanted = Signal()
    compare_wanted = Signal()
    side_wanted = Signal()
    """The sign-off is to be shown, where there is no room for it beside."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Criteria"))
        self._title = PlainLabel(face="page_title")
        self._chip = Chip("", "accent")
        self.compare = PushButton(tr("Compare"), kind="quiet", icon="git-compare", keys="versions")
        self.side = PushButton(tr("Sign-off"), icon="signature", height=30)
        self._before = PlainLabel(face="body", tone="text2")
        self.threshold = NumberField(tr("Points a lead needs"), 1, MOST_POINTS, width=56)
        self._after = PlainLabel(face="body", tone="text2", elide=True)
        self.add = PushButton(tr("Add a criterion"), icon="plus", keys="new")
        self._problem = Banner("warn")
        self._waiting = Banner("info")
        self._is_narrow, self._waits = False, ""
        self.table = CriteriaTable()
        self.tiers = TierRows()
        self.add_tier = LinkButton(tr("Add another way to qualify"))
        self._keys = PlainLabel(tr(_KEYS), face="hint", tone="text2", elide=True)
        self.setFocusProxy(self.table)
        self._lay_out()
        self.threshold.changed.connect(self.threshold_typed)
        self.add.clicked.connect(self.add_wanted)
        self.compare.clicked.connect(self.compare_wanted)
        self.side.clicked.connect(self.side_wanted)
        self._waiting.pressed.connect(self.side_wanted)

    def _lay_out(self) -> None:
        for each in (self._chip, self._problem, self._waiting, self.side):
            reveal(each, shown=False)
        head = QHBoxLayout()
        head.setContentsMargins(18, 11, 14, 0)
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self._chip)
        head.addStretch(1)
        head.addWidget(self.compare)
        head.addWidget(self.side)
        sentence = QHBoxLayout()
        sentence.setContentsMargins(18, 3, 14, 9)
        sentence.setSpacing(8)
        sentence.addWidget(self._before)
        sentence.addWidget(self.threshold)
        sentence.addWidget(self._after, 1)
        sentence.addWidget(self.add)
        problem = QVBoxLayout()
        problem.setContentsMargins(16, 0, 14, 0)
        problem.setSpacing(6)
        problem.addWidget(self._waiting)
        problem.addWidget(self._problem)
        foot = QHBoxLayout()
        foot.setContentsMargins(18, 1, 14, 1)
        foot.addWidget(self._keys, 100)
        foot.addStretch(1)
        foot.addWidget(self.add_tier)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(sentence)
        column.addLayout(problem)
        column.addWidget(self.table, 1)
        column.addWidget(Rule())
        column.addWidget(self.tiers)
        column.addLayout(foot)

    def show_definition(
        self,
        definition: Definition,
        script: CallScript | None,
        marks: Mapping[str, str],
        problems: Mapping[str, str],
        notes: Mapping[str, str] = NOTHING,
    ) -> None:
        """Show these words; the cursor and what is being typed stay where they are."""
        self._before.setText(_before(definition))
        self._after.setText(tr("points of {most}.", most=definition.most))
        self.threshold.show_number(definition.threshold)
        self.table.show_criteria(rows_of(definition, script, marks, problems, notes))
        self.tiers.show_tiers(definition)

    def show_version(self, title: str, chip: str) -> None:
        """Show which version this is, and how far it is from the one in force."""
        self._title.setText(title)
        self._chip.set(chip, "accent")
        reveal(self._chip, shown=bool(chip))

    def show_problem(self, says: str) -> None:
        """Say what keeps this definition from being signed; nothing takes the line away."""
        self._problem.set("warn", "", says)
        reveal(self._problem, shown=bool(says))

    def show_waiting(self, says: str) -> None:
        """Say what waits for a person in the sign-off, where that is not there to say it."""
        self._waits = says
        self._waiting.set("info", "", says, action=tr("Open the sign-off"))
        reveal(self._waiting, shown=self._is_narrow and bool(says))

    def fold(self, *, is_narrow: bool) -> None:
        """Offer the sign-off by a button where there is no room for it beside."""
        self._is_narrow = is_narrow
        reveal(self._waiting, shown=is_narrow and bool(self._waits))
        reveal(self.side, shown=is_narrow)
        reveal(self._keys, shown=not is_narrow)


def _before(definition: Definition) -> str:
    """The first half of the sentence."""
    must = len(definition.must_haves)
    if not must:
        return tr("A lead is qualified with a yes to a call and")
    if must == 1:
        return tr("A lead is qualified with the must-have and")
    return tr("A lead is qualified with all must-haves and")
