"""What every report of “What came of it” is: controls, a sentence, and a body below them."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.core.campaigns import Campaign
from qualdesk.core.changes import Changes
from qualdesk.core.errors import QualdeskError
from qualdesk.desk import Desk
from qualdesk.qt.handoff.result import ResultLine
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.work import Work

T = TypeVar("T")


class LessonPart(QWidget):
    """One report over the hand-off. The page hosts any widget with these names.

    A report asks the desk by itself, on the long lane: it looks at everything that left. What
    arrives late, after another campaign or another choice, is dropped.
    """

    changed = Signal(object)
    """What it touched, as ``Changes``: most reports touch nothing."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._asked = 0
        self._has_refused = False
        self.campaign: Campaign | None = None
        self.controls = QHBoxLayout()
        self.controls.setSpacing(12)
        self.says = PlainLabel(face="body", tone="text2", wrap=True)
        self.result = ResultLine()
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 12, 16, 16)
        self.body.setSpacing(12)
        self.body.addLayout(self.controls)
        self.body.addWidget(self.says)
        self.body.addWidget(self.result)

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks through, in reading order."""
        return (self,)

    def show_campaign(self, campaign: Campaign | None) -> None:
        """Report on this campaign from now on."""
        self.campaign = campaign
        self.setEnabled(campaign is not None)
        self.result.clear()
        self.refresh()

    def refresh(self) -> None:
        """Ask the desk again."""

    def touched(self, changes: Changes) -> None:
        """Something was changed elsewhere: ask again where it may be in the figures."""
        if changes.batches or changes.campaigns or changes.leads:
            self.refresh()

    def commands(self) -> dict[str, Callable[[], None]]:
        """What keys do here, by the ids of the shortcut table."""
        return {}

    def ask(self, work: Callable[[Desk], T], show: Callable[[T], None]) -> None:
        """Ask the desk; ``show`` is told unless something else was asked for meanwhile."""
        self._asked += 1
        mine = self._asked

        def done(found: T) -> None:
            if mine == self._asked:
                if self._has_refused:
                    self._has_refused = False
                    self.result.clear()
                show(found)

        def not_told(error: QualdeskError) -> None:
            if mine == self._asked:
                self._has_refused = True
                self.refused(error)

        self._work.long(lambda desk, _progress: work(desk), done, owner=self, refused=not_told)

    def refused(self, error: QualdeskError) -> None:
        """Say why something was not done."""
        self.result.say("bad", error.says)

    def add_controls(self, *controls: Any) -> None:
        """Put controls in a row above the report; what follows stands at its end."""
        for one in controls:
            self.controls.addWidget(one)
        self.controls.addStretch(1)
