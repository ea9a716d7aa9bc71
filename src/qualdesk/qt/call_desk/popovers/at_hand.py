"""What is at hand and asks nothing: the parts of a priority, what to say to an objection."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from qualdesk.core.priority import Priority, Reason
from qualdesk.core.questions import Aside
from qualdesk.qt.call_desk.aside_row import AsideRow
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.pool import Pool
from qualdesk.qt.widgets.popover import PopOver
from qualdesk.qt.widgets.rows import IconRow


class ObjectionsPopOver(PopOver):
    """What to say to what people object (D2); nothing is asked and nothing saved."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, "If they object", width=480)
        self.body.addWidget(PlainLabel("If they object", face="card_title"))
        rows = QVBoxLayout()
        rows.setSpacing(8)
        self._rows: Pool[AsideRow, Aside] = Pool(rows, AsideRow, AsideRow.set)
        self.body.addLayout(rows)

    def show_asides(self, asides: Sequence[Aside]) -> None:
        """List these, in the order of the script."""
        self._rows.show(asides)


class PriorityPopOver(PopOver):
    """Every part of a place in the queue; the points add up to the number (Q3)."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, "Why now", width=320)
        self._title = PlainLabel("Why now", face="card_title")
        self.body.addWidget(self._title)
        rows = QVBoxLayout()
        rows.setSpacing(6)
        self._rows: Pool[IconRow, Reason] = Pool(rows, IconRow, _fill_part)
        self.body.addLayout(rows)

    def show_parts(self, priority: Priority) -> None:
        """List the parts, largest first."""
        self._title.setText(f"Priority {priority.points}, part by part")
        parts = sorted(priority.reasons, key=lambda reason: -reason.points)
        self._rows.show(parts)


def _fill_part(row: IconRow, part: Reason) -> None:
    row.set("plus" if part.points >= 0 else "minus", f"{abs(part.points)}  {part.says}")
