"""The card that says how many leads each salesperson takes a day."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from qualdesk.core.receiving import Receiving
from qualdesk.core.routing_rules import Cap, Routing
from qualdesk.core.wording import tr, tr_n
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.figures import Figures
from qualdesk.qt.widgets.popover import PopOver

AS_ALL: Final = -1
_USUAL: Final = (AS_ALL, 0, 1, 3, 5, 10, 20)
_WIDTH: Final = 420


class CapsCard(PopOver):
    """Everybody who can get leads, with the most they take on one day of theirs."""

    said = Signal(object)
    """The caps as they are wanted now, a tuple of :class:`Cap`."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, tr("How many leads each takes a day"), _WIDTH)
        self.rows: dict[str, Figures] = {}
        self._people = QWidget()
        self.save = PushButton(tr("Keep the numbers"), kind="accent", icon="check")
        self.body.addWidget(
            PlainLabel(tr("How many leads each takes a day"), face="card_title", wrap=True)
        )
        self.body.addWidget(self._people)
        self.body.addWidget(self.save, alignment=Qt.AlignmentFlag.AlignRight)
        self.save.clicked.connect(self._keep)

    def begin(self, routing: Routing, people: Sequence[Receiving]) -> None:
        """Offer these people, with the caps of these rules."""
        own = {cap.salesperson: cap.per_day for cap in routing.caps}
        self._people.deleteLater()
        self._people = QWidget()
        grid = QGridLayout(self._people)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(0, 1)
        self.rows = {}
        for at, one in enumerate(people):
            named = tr("Most leads a day for {name}", name=one.name)
            figures = Figures(named, _USUAL, _words)
            figures.set_figure(own.get(one.name, AS_ALL))
            name = PlainLabel(one.name, face="body_medium")
            grid.addWidget(name, at, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(figures, at, 1)
            self.rows[one.name] = figures
        self.body.insertWidget(1, self._people)

    def first(self) -> QWidget:
        """Where the keyboard begins."""
        return next(iter(self.rows.values()), self.save)

    def _keep(self) -> None:
        said = ((name, figures.figure) for name, figures in self.rows.items())
        caps = tuple(Cap(salesperson=name, per_day=most) for name, most in said if most != AS_ALL)
        self.close_over()
        self.said.emit(caps)


def _words(leads: int) -> str:
    if leads == AS_ALL:
        return tr("Like everybody")
    return tr_n(leads, "{n} lead", "{n} leads") if leads else tr("None at present")
