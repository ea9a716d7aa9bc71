"""For which client something is to count; whoever has one client is asked nothing."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qualdesk.core.do_not_call import HOUSE
from qualdesk.core.errors import QualdeskError
from qualdesk.core.wording import tr
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.fields import Choice
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.work import Work


class ClientField(QWidget):
    """The clients there are, one chosen; hidden where there are not several."""

    def __init__(self) -> None:
        super().__init__()
        self.choice = Choice(tr("Client"))
        self._names: tuple[str, ...] = ()
        self._first = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(PlainLabel(tr("For which client?"), face="hint_medium", tone="text2"))
        column.addWidget(self.choice)
        reveal(self, shown=False)

    def ask(self, work: Work, owner: QObject) -> None:
        """Learn from the desk which there are; what is chosen stays."""
        work.ask(
            lambda desk: [one.name for one in desk.clients.all()],
            self.offer,
            owner=owner,
            refused=_goes_without,
        )

    def begin_with(self, client: str) -> None:
        """Begin with this client chosen, where there is one of that name."""
        self._first = client
        if client in self._names:
            self.choice.setCurrentIndex(self._names.index(client))

    def offer(self, names: Sequence[str]) -> None:
        """Offer these; the one with no name is for campaigns of no client in particular."""
        chosen = self.client if self._names else self._first
        self._names = tuple(names)
        labels = {"": tr("No client in particular"), HOUSE: tr("All clients")}
        self.choice.set_values([labels.get(one, one) for one in names])
        if chosen in self._names:
            self.choice.setCurrentIndex(self._names.index(chosen))
        reveal(self, shown=len(self._names) > 1)

    @property
    def client(self) -> str:
        """The client chosen; empty for no client in particular, ``HOUSE`` for all."""
        place = self.choice.currentIndex()
        return self._names[place] if 0 <= place < len(self._names) else ""


def _goes_without(_error: QualdeskError) -> None:
    """What keeps the desk from answering is said where the campaign is made."""
