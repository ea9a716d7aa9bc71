"""The Queue page: who is called next and why, and a supervisor's hand on it."""

from array import array
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.campaigns import Campaign
from qualdesk.core.cards import NothingToCall, QueueFilter, QueueLine
from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.core.errors import QualdeskError
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId
from qualdesk.core.leads import Bucket
from qualdesk.core.progress import Progress
from qualdesk.core.wording import tr
from qualdesk.desk import Desk
from qualdesk.qt.queue.balance_side import BalanceSide, balances
from qualdesk.qt.queue.lead_side import LeadSide
from qualdesk.qt.queue.table_view import QueueTable
from qualdesk.qt.queue.undoing import Act, Acting, Touched
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.beside import Beside
from qualdesk.qt.widgets.fitted import Fitted
from qualdesk.qt.widgets.notices import Banner
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.undo import Toast
from qualdesk.qt.work import LongWork, Work

_NARROW: Final = 1180
_WIDE: Final = 1700


@frozen
class Looked:
    """One look at the queue: the leads that fit, how many stand where, and the campaigns."""

    ids: Sequence[int]
    at: datetime
    why: NothingToCall
    callbacks: int
    pinned: int


class QueueView(Fitted):
    """The queue in its order beside the explanation of the lead chosen."""

    changed = Signal(object)
    """What an act touched, as ``Changes``."""
    counted = Signal(int)
    """How many leads are open, in the campaigns shown."""
    desk_wanted = Signal()
    """A lead was taken to the own desk: it is to be called there."""
    rules_wanted = Signal()
    """Leads wait because of a rule: the rules are to be shown."""
    load_wanted = Signal()
    """The queue is empty and a list is to be loaded."""

    def __init__(self, work: Work, clock: Clock, zone: str) -> None:
        super().__init__()
        self._work, self._clock, self._zone = work, clock, zone
        self._look: LongWork | None = None
        self._campaign: Campaign | None = None
        self._campaigns: tuple[Campaign, ...] = ()
        self.notice = Banner("bad")
        self.list = QueueTable(zone)
        self.lead = LeadSide(zone)
        self.balance = BalanceSide()
        self.toast = Toast(self)
        self.acting = Acting(work, clock, self.toast)
        self.setFocusProxy(self.list.table)
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        reveal(self.notice, shown=False)
        self._side = QWidget()
        self._sides = QStackedLayout(self._side)
        self._both = Beside(self.list, self._side)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(14)
        column.addWidget(self.notice)
        column.addWidget(self._both, 1)
        # Put in before, they would be gone through once more with each part they are in.
        for each in (self.lead, self.balance):
            self._sides.addWidget(each)

    def _listen(self) -> None:
        table, acts = self.list, self.lead.acts
        table.narrowed.connect(self.refresh)
        table.model.wanted.connect(self._fetch)
        table.chosen.connect(self._show_lead)
        table.opened.connect(self.show_why)
        table.balance_pressed.connect(self.turn_balance)
        table.empty.look_pressed.connect(self.refresh)
        table.empty.load_pressed.connect(self.load_wanted)
        table.empty.rules_pressed.connect(self.rules_wanted)
        acts.pin_pressed.connect(self.pin)
        acts.let_in_pressed.connect(self._let_in)
        acts.kept_out.connect(self._keep_out)
        acts.given.connect(self._give)
        acts.take_over_pressed.connect(self.take_over)
        self.balance.acted.connect(self.acting.do)
        self.balance.left.connect(self.turn_balance)
        self.acting.acted.connect(self._acted)
        self.acting.refused.connect(self._refused)

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks through, in reading order."""
        return (self.list, self._side)

    def show_campaign(self, campaign: Campaign | None) -> None:
        """Show the queue of this campaign; all of them for None."""
        self._campaign = campaign
        self.list.show_campaigns(self._campaigns, campaign.id if campaign else None)
        self.refresh()

    def show_campaigns(self, campaigns: Sequence[Campaign]) -> None:
        """These are the campaigns there are now."""
        before, chosen = self.list.wanted, self._chosen_id
        self._campaigns = tuple(campaigns)
        self.list.show_campaigns(campaigns, chosen)
        if self.list.wanted != before:
            self.refresh()

    def refresh(self) -> None:
        """Look at the queue again."""
        wanted = self.list.wanted
        if self._look is not None:
            self._look.stop()
        # All leads are read, so it goes beside the call and never before it.
        self._look = self._work.long(
            lambda desk, progress: _looked(desk, progress, wanted),
            lambda found: self._show(wanted, found),
            owner=self,
            refused=self._refused,
        )

    def touched(self, changes: Changes) -> None:
        """Something was changed elsewhere: look again."""
        if changes.queue or changes.leads or changes.campaigns:
            self.refresh()

    def commands(self) -> dict[str, Callable[[], None]]:
        """What keys do here, by the ids of the shortcut table."""
        acts = self.lead.acts
        return {
            "find": self.search_here,
            "pin": self.pin,
            "take_out": lambda: self._ask(acts.ask_out),
            "give_lead": lambda: self._ask(acts.ask_give),
            "take_over": self.take_over,
            "balance": self.turn_balance,
        }

    def step_back(self) -> bool:
        """Esc: close the line that is open, or the weights; False where nothing is."""
        if self.lead.acts.asks:
            self.lead.acts.close_lines()
            self.list.table.setFocus()
            return True
        if self._sides.currentWidget() is self.balance:
            self.turn_balance()
            return True
        if self._both.close_side():
            self.list.table.setFocus()
            return True
        return False

    def undo(self) -> None:
        """Take back what the toast offers."""
        self.acting.undo()

    def search_here(self) -> None:
        """Put the cursor into the search."""
        self.list.search.setFocus()
        self.list.search.selectAll()

    def show_why(self) -> None:
        """Put the cursor into the explanation."""
        self._sides.setCurrentWidget(self.lead)
        self._both.open()
        self.lead.take_cursor()

    def _ask(self, ask: Callable[[], None]) -> None:
        """Open a line of the lead's card, which has to be there for it."""
        self._sides.setCurrentWidget(self.lead)
        if self.lead.line is not None and not self.lead.line.kept_out:
            self._both.open()
        ask()

    def turn_balance(self) -> None:
        """Show the weights and shares of the campaigns, or the lead again."""
        to_balance = self._sides.currentWidget() is not self.balance
        self._sides.setCurrentWidget(self.balance if to_balance else self.lead)
        if to_balance:
            self._both.open()
            self._ask_balance()
            self.balance.campaign.setFocus()
        else:
            self._both.close_side()
            self.list.table.setFocus()

    def pin(self) -> None:
        """Pin the lead chosen, or unpin it."""
        line = self.lead.line
        if line is None:
            return
        lead, name = line.lead_id, _named(line)
        pin = lambda desk: desk.supervising.pin(lead)  # noqa: E731 - one of a pair
        unpin = lambda desk: desk.supervising.unpin(lead)  # noqa: E731 - one of a pair
        if line.is_pinned:
            self.acting.do(
                Act(says=tr("{lead} is not pinned any more", lead=name), do=unpin, back=pin)
            )
        else:
            self.acting.do(
                Act(says=tr("{lead} is pinned to the top", lead=name), do=pin, back=unpin)
            )

    def take_over(self) -> None:
        """Take the lead chosen to the own desk."""
        line = self.lead.line
        if line is None:
            return
        lead = line.lead_id

        def take(desk: Desk) -> Touched:
            desk.supervising.take_over(lead)
            return Touched(changes=Changes(leads=frozenset({lead}), queue=True))

        says = tr("{lead} is at your desk", lead=_named(line))
        self.acting.do(Act(says=says, do=take, then=self.desk_wanted.emit))

    @property
    def _chosen_id(self) -> CampaignId | None:
        """The campaign shown; until the list of them has come, the one in work."""
        if self._campaigns:
            return self.list.campaign_id
        return self._campaign.id if self._campaign else None

    def _ask_balance(self) -> None:
        """Ask what is said of each campaign beside the others, and what that costs."""
        chosen = self._chosen_id
        self._work.ask(
            balances,
            lambda found: self.balance.show_balances(found, chosen),
            owner=self,
            refused=self._refused,
        )

    @override
    def fit(self) -> None:
        """Lay the parts out for the room there is."""
        here = look()
        width = self.width() / here.scale
        self.list.fit(narrow=width < _NARROW, wide=width > _WIDE)
        self.toast.move(here.px(16), self.height() - self.toast.height() - here.px(8))

    def _keep_out(self, because: str) -> None:
        line = self.lead.line
        if line is not None:
            lead = line.lead_id
            act = Act(
                says=tr("{lead} is kept out", lead=_named(line)),
                do=lambda desk: desk.supervising.keep_out(lead, because),
                back=lambda desk: desk.supervising.let_in(lead),
            )
            self.acting.do(act)
            self.list.table.setFocus()

    def _let_in(self) -> None:
        line = self.lead.line
        if line is not None:
            lead, because = line.lead_id, line.kept_out
            act = Act(
                says=tr("{lead} is in the queue again", lead=_named(line)),
                do=lambda desk: desk.supervising.let_in(lead),
                back=lambda desk: desk.supervising.keep_out(lead, because),
            )
            self.acting.do(act)

    def _give(self, caller: str) -> None:
        line = self.lead.line
        if line is not None:
            lead = line.lead_id
            act = Act(
                says=tr("{lead} goes to {caller} next", lead=_named(line), caller=caller),
                do=lambda desk: desk.supervising.push(lead, caller),
                back=lambda desk: desk.supervising.take_push_back(lead),
            )
            self.acting.do(act)
            self.list.table.setFocus()

    def _acted(self, changes: Changes) -> None:
        reveal(self.notice, shown=False)
        self.fit()
        self.refresh()
        if self._sides.currentWidget() is self.balance:
            self._ask_balance()
        self.changed.emit(changes)

    def _show(self, wanted: QueueFilter, found: Looked) -> None:
        if wanted != self.list.wanted:
            return
        self._look = None
        reveal(self.notice, shown=False)
        self.list.show_counts(found.why, found.at, callbacks=found.callbacks, pinned=found.pinned)
        self.list.show_ids(found.ids, found.at)
        self.counted.emit(found.why.open_leads)

    def _fetch(self, ids: tuple[int, ...]) -> None:
        """Fetch the rows that come into view."""

        def refused(error: QualdeskError) -> None:
            self.list.model.give_up()
            self._refused(error)

        self._work.ask(
            lambda desk: {each.lead_id: each for each in desk.queue.lines(ids)},
            lambda lines: self.list.show_lines(ids, lines),
            owner=self,
            refused=refused,
        )

    def _show_lead(self, line: QueueLine | None) -> None:
        now = self._clock.now()
        self.lead.show_line(line, now)
        if line is not None:
            lead = line.lead_id
            self._work.ask(
                lambda desk: (desk.queue.explain(lead), desk.calling.card(lead).past_calls),
                lambda found: self.lead.explain(*found),
                owner=self,
                refused=self._refused,
            )

    def _refused(self, error: QualdeskError) -> None:
        self.notice.set("bad", "", error.says)
        reveal(self.notice, shown=True)


def _looked(desk: Desk, progress: Progress, wanted: QueueFilter) -> Looked:
    """Look at the whole queue once."""
    progress.check()
    found = desk.queue.listing(wanted)
    pinned = desk.queue.listing(QueueFilter(campaign=wanted.campaign, state="pinned"))
    why = desk.queue.why_empty(wanted.campaign)
    return Looked(
        ids=array("q", found.lead_ids),
        at=found.looked_at,
        why=why,
        callbacks=desk.floor.buckets(wanted.campaign).counts[Bucket.CALLBACK],
        pinned=pinned.total,
    )


def _named(line: QueueLine) -> str:
    return line.name or line.company or tr("This lead")
