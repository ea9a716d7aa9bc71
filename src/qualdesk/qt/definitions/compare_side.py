"""Beside the criteria: how these words differ from earlier ones."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from qualdesk.core.changes import Change
from qualdesk.core.criteria import Definition
from qualdesk.core.frozen import frozen
from qualdesk.core.wording import tr
from qualdesk.qt.definitions.sign_off import WIDTH, ChangeList
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.card import Heading
from qualdesk.qt.widgets.fields import Choice
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.side import SideCard


@frozen
class Earlier:
    """Earlier words: a version that was kept, or a draft that somebody wrote over."""

    name: str
    definition: Definition
    hint: str = ""


class CompareSide(SideCard):
    """One of the earlier versions or drafts, and what changed since."""

    chosen = Signal(object)
    """The ``Earlier`` words to compare with."""
    again_wanted = Signal(object)
    """The draft is to say again what these ``Earlier`` words say."""
    done = Signal()

    def __init__(self) -> None:
        super().__init__(WIDTH)
        self.setAccessibleName(tr("Compare with a version"))
        self._offered: tuple[Earlier, ...] = ()
        self.close_it = PushButton(tr("Done"), icon="check", keys="Escape", height=30)
        self.version = Choice(tr("Compare with"))
        self._says = PlainLabel(face="hint", tone="text2", wrap=True)
        self._title = Heading(tr("What changed since"))
        self.changes = ChangeList()
        self.again = PushButton(tr("Write these words again"), icon="undo-2")
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        column.addWidget(Heading(tr("Compare"), end=self.close_it, face="card_title"))
        column.addWidget(self.version)
        column.addWidget(self._says)
        column.addWidget(self._title)
        column.addWidget(self.changes)
        column.addSpacing(6)
        column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(body)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.addWidget(scroll)
        self.setFocusProxy(self.version)
        self.version.activated.connect(self._choose)
        self.again.clicked.connect(lambda: self.again_wanted.emit(self.current))
        self.close_it.clicked.connect(self.done)

    @property
    def current(self) -> Earlier | None:
        """The words chosen."""
        at = self.version.currentIndex()
        return self._offered[at] if 0 <= at < len(self._offered) else None

    def offer(self, offered: Sequence[Earlier]) -> None:
        """Offer these earlier words, the newest first."""
        self._offered = tuple(offered)
        self.version.set_values([one.name for one in offered], self.version.currentText())
        some = bool(self._offered)
        for each in (self.version, self._title, self.changes, self.again):
            reveal(each, shown=some)
        if not some:
            self._says.setText(tr("No version was kept yet. One is, once both have signed."))
        self._choose()

    def show_changes(self, earlier: Earlier, changes: Sequence[Change]) -> None:
        """Show how the words differ from those, if they are still the ones chosen."""
        if earlier != self.current:
            return
        self.changes.show_changes(changes)
        same = "" if changes else tr("They say the same.")
        self._says.setText(" ".join(filter(None, (earlier.hint, same))))
        reveal(self._says, shown=bool(self._says.text()))
        reveal(self._title, shown=bool(changes))
        reveal(self.again, shown=bool(changes))

    def _choose(self, *_place: int) -> None:
        if self.current is not None:
            self.chosen.emit(self.current)
