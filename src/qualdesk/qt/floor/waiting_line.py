"""A line of the Floor that shows only while something waits, with the card behind it."""

from abc import abstractmethod
from collections.abc import Callable
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from qualdesk.core.campaigns import Campaign
from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.core.errors import QualdeskError
from qualdesk.core.ids import CampaignId
from qualdesk.core.wording import tr
from qualdesk.desk import Desk
from qualdesk.qt.floor.waiting_over import NOTHING_WAITS, WaitingOver
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.shortcuts import with_keys
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.card import Card
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.rows import IconMark
from qualdesk.qt.work import Work


class Did(Protocol):
    """What the desk answers to what was done here."""

    @property
    def says(self) -> str:
        """What was done."""
        ...

    @property
    def changes(self) -> Changes:
        """What it touched."""
        ...


_Found = TypeVar("_Found")
_Over = TypeVar("_Over", bound=WaitingOver[Any])
_Done = TypeVar("_Done", bound=Did)


class WaitingLine(Card, Generic[_Found, _Over]):
    """Says how much waits, and leads to the card in which it is dealt with, one after the other.

    ``found`` is what the desk said last, ``_Found`` the kind of it: what it is when nothing waits
    is handed in.
    """

    changed = Signal(object)
    """What it touched, as ``Changes``."""
    lead_wanted = Signal(object)
    """The lead somebody wants to see, by its id."""
    list_wanted = Signal(str)
    """The code of the list behind a number."""

    def __init__(self, work: Work, clock: Clock, zone: str, *, icon: str, nothing: _Found) -> None:
        super().__init__(ground="warn_soft", line=None)
        self._work, self._clock, self._zone = work, clock, zone
        self._over: _Over | None = None
        self._back: Callable[[Desk], Did] | None = None
        self._turn = 0
        self.campaign: Campaign | None = None
        self.found = self._nothing = nothing
        self.says = PlainLabel(face="body_strong", wrap=True)
        self.show_button = PushButton(tr("Show"), icon="chevron-right", height=30)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(10)
        row.addWidget(IconMark(icon, "warn"))
        row.addWidget(self.says, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.show_button)
        self.show_button.clicked.connect(self.open)
        self.setFocusProxy(self.show_button)
        reveal(self, shown=False)

    @abstractmethod
    def words(self, found: _Found) -> str:
        """How much waits, in sentences; empty when nothing does."""

    @abstractmethod
    def ask(self, desk: Desk, campaign: CampaignId) -> _Found:
        """What waits of a campaign, on the lane of short looks."""

    @abstractmethod
    def make_over(self) -> _Over:
        """The card, with what it asks for heard."""

    @abstractmethod
    def fill(self, over: _Over) -> None:
        """Show what was found in the card."""

    @property
    def over(self) -> _Over:
        """The card; made when it is first needed."""
        if self._over is None:
            over = self._over = self.make_over()
            over.lead_wanted.connect(self.lead_wanted)
            over.closed.connect(lambda: reveal(self, shown=bool(self.words(self.found))))
        return self._over

    def show_campaign(self, campaign: Campaign | None) -> None:
        """Show what waits of this campaign from now on."""
        before = self.campaign.id if self.campaign else None
        self.campaign = campaign
        if campaign is None or campaign.id != before:
            self._back = None
            self._show(self._nothing)
            if self._over is not None:
                self._over.close_over()
        self.refresh()

    def refresh(self) -> None:
        """Ask the desk again."""
        self._turn += 1
        turn = self._turn
        if self.campaign is None:
            return
        campaign = self.campaign.id

        def came(found: _Found) -> None:
            if turn == self._turn:
                self._show(found)

        self._work.ask(lambda desk: self.ask(desk, campaign), came, owner=self, refused=_stays)

    def commands(self) -> dict[str, Callable[[], None]]:
        """What keys do here, by the ids of the shortcut table."""
        return {"undo": self.undo} if self._back is not None else {}

    def open(self) -> None:
        """Show what waits, to be dealt with."""
        over = self.over
        self.fill(over)
        over.say("")
        over.open(self.show_button, over.first)

    def undo(self) -> None:
        """Take back what was done last."""
        back, self._back = self._back, None
        if back is not None:
            self.do(back)

    def do(
        self,
        what: Callable[[Desk], _Done],
        back: Callable[[Desk], Did] | None = None,
        was_done: Callable[[], None] = lambda: None,
    ) -> None:
        """Do it and say so in the card; ``back`` takes it back, None for what cannot be."""

        def done(found: _Done) -> None:
            self._back = back
            was_done()
            taken_back = with_keys(tr("{undo} takes it back.")) if back is not None else ""
            self.over.say(f"{found.says} {taken_back}".strip())
            self.changed.emit(found.changes)
            self.refresh()

        def refused(error: QualdeskError) -> None:
            self.over.say(error.says, is_bad=True)
            self.refresh()

        self._work.ask(what, done, owner=self, refused=refused)

    def _show(self, found: _Found) -> None:
        self.found = found
        words = self.words(found)
        self.says.setText(words or tr(NOTHING_WAITS))
        # Other lines of the page have such a button too.
        self.show_button.renamed(tr("Show: {what}", what=self.says.text()))
        over = self._over
        is_open = over is not None and over.isVisible()
        # While the card is open its anchor stays, also when the last of it was dealt with.
        reveal(self, shown=bool(words) or is_open)
        if over is not None and is_open:
            self.fill(over)


def _stays(_error: QualdeskError) -> None:
    """The page says that the desk cannot be asked; the line stays as it was."""
