"""“Where did you get my number?”: one key, and the answer lies there to be read out."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qualdesk.core.origins import origin_of
from qualdesk.core.wording import tr
from qualdesk.qt.call_desk.asks import Asks
from qualdesk.qt.call_desk.at_desk import AtDesk
from qualdesk.qt.call_desk.popovers.at_hand import ReadPopOver
from qualdesk.qt.call_desk.view import DeskView
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.pool import Pool


class OriginPopOver(ReadPopOver):
    """What to say, a sentence under the other."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, tr("Where did you get my number?"), width=520)
        rows = QVBoxLayout()
        rows.setSpacing(8)
        self._rows: Pool[PlainLabel, str] = Pool(
            rows, lambda: PlainLabel(face="say", tone="say", wrap=True), PlainLabel.setText
        )
        self.lay(PlainLabel(tr("“Where did you get my number?”"), face="card_title"), rows)

    def show_sentences(self, sentences: tuple[str, ...]) -> None:
        """Lay these out to be read."""
        self._rows.show(sentences)
        self.setAccessibleDescription(" ".join(sentences))


class OriginOfNumber(QObject):
    """Opens the answer about the lead at the desk, from its card alone: without a line too."""

    def __init__(self, at_desk: AtDesk, view: DeskView, asks: Asks) -> None:
        super().__init__(view)
        self._at, self._view, self._asks = at_desk, view, asks
        view.lead.origin.clicked.connect(self.show)

    def commands(self) -> dict[str, Callable[[], None]]:
        """What each key of the shortcut table does here, by its id."""
        return {"origin": self.show}

    def show(self) -> None:
        """Open it beside the source of the lead."""
        card = self._at.card
        if card is None:
            return
        over = self._asks.made(OriginPopOver, None)
        over.show_sentences(origin_of(card))
        self._asks.show_over(over, self._view.lead.origin, None)
