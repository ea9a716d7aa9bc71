"""The tab “Who gets what” at work: it asks the desk, and keeps rules as they are changed."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.campaigns import Campaign
from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.core.errors import QualdeskError
from qualdesk.core.ids import CampaignId
from qualdesk.core.receiving import Receiving
from qualdesk.core.routing_rules import NO_ROUTING, Routing, RoutingRule, RuleQuestion
from qualdesk.core.wording import tr, tr_n
from qualdesk.desk import Desk
from qualdesk.desk.routing import OwnersLoaded
from qualdesk.qt.choosing import Choosing
from qualdesk.qt.handoff.routing_view import RoutingView
from qualdesk.qt.queue.undoing import Act, Acting, Touched
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.fitted import Fitted
from qualdesk.qt.widgets.undo import Toast
from qualdesk.qt.work import Work

_Asked: TypeAlias = tuple[CampaignId, Routing, tuple[Receiving, ...], tuple[RuleQuestion, ...]]


class RoutingPage(Fitted):
    """The rules of one campaign, and the accounts of its client."""

    changed = Signal(object)
    """What was touched, as ``Changes``: the next batch goes to others now."""

    def __init__(self, work: Work, clock: Clock, choosing: Choosing) -> None:
        super().__init__()
        self._work, self._choosing = work, choosing
        self._campaign: Campaign | None = None
        self._routing = NO_ROUTING
        self.view = RoutingView()
        self.toast = Toast(self)
        self.acting = Acting(work, clock, self.toast)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.setFocusProxy(self.view.table)
        self.view.changed.connect(self._keep)
        self.acting.acted.connect(self._kept)
        self.acting.refused.connect(self._not_kept)
        self.view.accounts_pressed.connect(self.choose_accounts)
        self.view.tell("")

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks through, in reading order."""
        return (self.view,)

    def show_campaign(self, campaign: Campaign | None) -> None:
        """Show the rules of this campaign."""
        self._campaign = campaign
        self.view.setEnabled(campaign is not None)
        self.view.tell("")
        self.refresh()

    def refresh(self) -> None:
        """Ask the desk again."""
        if self._campaign is not None:
            wanted = self._campaign.id
            self._work.ask(
                lambda desk: _asked(desk, wanted), self._show, owner=self, refused=self._refused
            )

    def touched(self, changes: Changes) -> None:
        """Something was changed elsewhere: ask again where it concerns these rules."""
        mine = self._campaign is not None and self._campaign.id in changes.campaigns
        if mine or changes.batches:
            self.refresh()

    def commands(self) -> dict[str, Callable[[], None]]:
        """What keys do here, by the ids of the shortcut table."""
        return self.view.commands()

    def undo(self) -> None:
        """Take the last change of the rules back, while that is possible."""
        self.acting.undo()

    @override
    def fit(self) -> None:
        """The toast stands beside the buttons, or above them where there is no room."""
        last = self.view.remove.geometry()
        x = self.width() - self.toast.width() - look().px(8)
        is_beside = x > last.right()
        y = last.center().y() - self.toast.height() // 2 if is_beside else last.top()
        self.toast.move(x, y if is_beside else y - self.toast.height())

    def add_rule(self, rule: RoutingRule) -> None:
        """Open the card of a rule that a lead lacks."""
        self.view.add_rule(rule)

    def choose_accounts(self) -> None:
        """Ask for a list of accounts and load it."""
        path = self._choosing.file(self, tr("The list of accounts"), "accounts", "*.csv *.xlsx")
        if path is not None:
            self.load_accounts(path)

    def load_accounts(self, path: Path) -> None:
        """Load whose account each company of the client is."""
        campaign = self._campaign
        if campaign is not None:
            # A CRM's list may hold every company it knows: no call waits for it.
            self._work.long(
                lambda desk, _progress: desk.routing.load_owners(path, campaign.client),
                self._loaded,
                owner=self,
                refused=self._refused,
            )

    def _keep(self, routing: Routing) -> None:
        if self._campaign is not None:
            do, back = (_setting(self._campaign.id, one) for one in (routing, self._routing))
            self._routing = routing
            self.acting.do(Act(says=tr("The rules are changed"), do=do, back=back))

    def _show(self, found: _Asked) -> None:
        campaign, routing, people, questions = found
        if self._campaign is not None and campaign == self._campaign.id:
            self._routing = routing
            self.view.know_questions(questions)
            self.view.show_routing(routing, people)

    def _kept(self, changes: Changes) -> None:
        self.view.tell("")
        self.fit()
        self.refresh()
        self.changed.emit(changes)

    def _not_kept(self, error: QualdeskError) -> None:
        self.view.tell(error.says)
        self.refresh()

    def _loaded(self, loaded: OwnersLoaded) -> None:
        says = tr_n(loaded.kept, "{n} account loaded.", "{n} accounts loaded.")
        left = " ".join(map(str, loaded.problems[:_SHOWN]))
        more = len(loaded.problems) - _SHOWN
        rest = tr("And {more:,} more.", more=more) if more > 0 else ""
        self.view.tell(" ".join(filter(None, (says, left, rest))))
        self.changed.emit(loaded.changes)

    def _refused(self, error: QualdeskError) -> None:
        self.view.tell(error.says)


def _setting(campaign: CampaignId, routing: Routing) -> Callable[[Desk], Touched]:
    return lambda desk: Touched(changes=desk.routing.set_routing(campaign, routing))


def _asked(desk: Desk, campaign: CampaignId) -> _Asked:
    asked = desk.routing
    return campaign, asked.routing(campaign), asked.people(campaign), asked.questions(campaign)


_SHOWN = 3
