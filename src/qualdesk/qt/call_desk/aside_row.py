"""A side case: when it comes up, what to say, and what to do then."""

from PySide6.QtWidgets import QVBoxLayout

from qualdesk.core.questions import Aside
from qualdesk.core.wording import tr
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.card import Card


class AsideRow(Card):
    """What to say in a side case."""

    def __init__(self) -> None:
        super().__init__(ground="sunken", line=None, radius=8)
        self._label = PlainLabel(face="hint_medium", tone="text2", wrap=True)
        self._say = PlainLabel(face="text", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 7, 12, 8)
        column.setSpacing(2)
        column.addWidget(self._label)
        column.addWidget(self._say)

    def set(self, aside: Aside) -> None:
        """Show another side case in place."""
        self._label.setText(aside.label)
        said = tr("“{words}”", words=aside.say)
        then = tr("Then: {then}.", then=aside.then.rstrip(".")) if aside.then else ""
        self._say.setText(" ".join(filter(None, (said, then))))
