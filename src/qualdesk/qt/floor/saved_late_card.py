"""What was saved late: a line that shows only when it waits, with a card behind it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import Clock
from qualdesk.core.errors import QualdeskError
from qualdesk.core.late_saves import LateSave
from qualdesk.core.wording import tr, tr_n
from qualdesk.desk import Desk
from qualdesk.desk.late import LateDone
from qualdesk.qt.floor.saved_late_over import SavedLateOver
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.shortcuts import with_keys
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.card import Card
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.rows import IconMark
from qualdesk.qt.work import Work


class SavedLateCard(Card):
    """How much was saved late, and the way to it."""

    changed = Signal(object)
    """What it touched, as ``Changes``."""
    lead_wanted = Signal(object)
    """The lead somebody wants to see, by its id."""
    list_wanted = Signal(str)
    """The code of the list behind a number."""

    def __init__(self, work: Work, clock: Clock, zone: str) -> None:
        super().__init__(ground="warn_soft", line=None)
        self._work, self._clock, self._zone = work, clock, zone
        self._over: SavedLateOver | None = None
        self._back: str | None = None
        self._turn = 0
        self.campaign: Campaign | None = None
        self.late: tuple[LateSave, ...] = ()
        self.says = PlainLabel(face="body_strong", wrap=True)
        self.show_button = PushButton(tr("Show"), icon="chevron-right", height=30)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(10)
        row.addWidget(IconMark("users", "warn"))
        row.addWidget(self.says, 1)
        row.addWidget(self.show_button)
        self.show_button.clicked.connect(self.open)
        self.setFocusProxy(self.show_button)
        reveal(self, shown=False)

    @property
    def over(self) -> SavedLateOver:
        """The card to choose in; made when it is first needed."""
        if self._over is None:
            over = self._over = SavedLateOver(self.window(), self._clock, self._zone)
            over.taken.connect(self._take)
            over.left.connect(self._leave)
            over.lead_wanted.connect(self.lead_wanted)
            over.closed.connect(lambda: reveal(self, shown=bool(self.late)))
        return self._over

    def show_campaign(self, campaign: Campaign | None) -> None:
        """Show what was saved late in this campaign from now on."""
        before = self.campaign.id if self.campaign else None
        self.campaign = campaign
        if campaign is None or campaign.id != before:
            self._back = None
            self._show(())
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

        def came(found: tuple[LateSave, ...]) -> None:
            if turn == self._turn:
                self._show(found)

        self._work.ask(lambda desk: desk.late.waiting(campaign), came, owner=self, refused=_stays)

    def commands(self) -> dict[str, Callable[[], None]]:
        """What keys do here, by the ids of the shortcut table."""
        return {"undo": self.undo} if self._back is not None else {}

    def open(self) -> None:
        """Show what was saved late, to be chosen about."""
        over = self.over
        over.show_late(self.late, words_of(self.late))
        over.say("")
        over.open(self.show_button, over.first)

    def undo(self) -> None:
        """Take the last choice back."""
        back, self._back = self._back, None
        if back is not None:
            self._do(lambda desk: desk.late.take_back(back), can_undo=False)

    def _take(self, one: LateSave) -> None:
        self._do(lambda desk: desk.late.take(one.id))

    def _leave(self, one: LateSave) -> None:
        self._do(lambda desk: desk.late.leave(one.id))

    def _do(self, what: Callable[[Desk], LateDone], *, can_undo: bool = True) -> None:
        def done(found: LateDone) -> None:
            self._back = found.late_id if can_undo else None
            taken_back = with_keys(tr("{undo} takes it back.")) if can_undo else ""
            self.over.say(f"{found.says} {taken_back}".strip())
            self.changed.emit(found.changes)
            self.refresh()

        def refused(error: QualdeskError) -> None:
            self.over.say(error.says, is_bad=True)
            self.refresh()

        self._work.ask(what, done, owner=self, refused=refused)

    def _show(self, found: tuple[LateSave, ...]) -> None:
        self.late = found
        self.says.setText(words_of(found))
        over = self._over
        is_open = over is not None and over.isVisible()
        # While the card is open its anchor stays, also when the last of it was chosen about.
        reveal(self, shown=bool(found) or is_open)
        if over is not None and is_open:
            over.show_late(found, words_of(found))


def words_of(found: tuple[LateSave, ...]) -> str:
    """How much was saved late, in a sentence; empty when nothing was."""
    if not found:
        return ""
    return tr_n(
        len(found),
        "{n} call was saved late: somebody else had the lead by then.",
        "{n:,} calls were saved late: somebody else had the leads by then.",
    )


def _stays(_error: QualdeskError) -> None:
    """The page says that the desk cannot be asked; the line stays as it was."""
