"""What is at hand and asks nothing: the parts of a priority, what to say to an objection."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.core.priority import Priority
from qualdesk.core.questions import Aside
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.call_desk.aside_row import AsideRow
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.parts import PartShown, PartsList
from qualdesk.qt.widgets.pool import Pool
from qualdesk.qt.widgets.popover import PopOver

_POINTS: Final = tr_later(
    "Points are the qualified conversations that 100 hours of such calls bring, as far as the "
    "queue can tell."
)


class ReadPopOver(PopOver):
    """Something to be read: nothing is asked and nothing saved. Its last line says how it goes."""

    def lay(self, *parts: QWidget | QVBoxLayout) -> None:
        """Lay out what is to be read, one below the other, and how the card is closed."""
        self.shut = PushButton(tr("Close"), kind="quiet", keys="Escape")
        self.shut.clicked.connect(self.close_over)
        for part in parts:
            if isinstance(part, QWidget):
                self.body.addWidget(part)
            else:
                self.body.addLayout(part)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.shut)
        self.body.addLayout(foot)


class ObjectionsPopOver(ReadPopOver):
    """What to say to an objection, and ways out (D2)."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, tr("What to say"), width=480)
        rows = QVBoxLayout()
        rows.setSpacing(8)
        self._rows: Pool[AsideRow, Aside] = Pool(rows, AsideRow, AsideRow.set)
        self.lay(PlainLabel(tr("What to say"), face="card_title"), rows)

    def show_asides(self, asides: Sequence[Aside]) -> None:
        """List these, in the order of the script."""
        self._rows.show(asides)


class PriorityPopOver(ReadPopOver):
    """Every part of a place in the queue; the points add up to the number (Q3)."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, tr("Why now"), width=420)
        self._title = PlainLabel(tr("Why now"), face="card_title")
        self._parts = PartsList(tr("Points"))
        hint = PlainLabel(tr(_POINTS), face="hint", tone="text2", wrap=True)
        self.lay(self._title, self._parts, hint)

    def show_parts(self, priority: Priority) -> None:
        """Show the parts in the order in which they add up."""
        self._title.setText(tr("Priority {points:,}, part by part", points=priority.points))
        self._parts.show_parts(
            [PartShown(says=part.says, points=part.points) for part in priority.reasons]
        )
