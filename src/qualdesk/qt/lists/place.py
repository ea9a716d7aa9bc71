"""The Lists page with its tabs: lists, the queue, what the queue believes, calling rules."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from qualdesk.core.campaigns import Campaign
from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.core.wording import tr, tr_later
from qualdesk.desk import Desk
from qualdesk.qt.choosing import Choosing
from qualdesk.qt.lists.page import ListsPage
from qualdesk.qt.queue.beliefs_page import BeliefsPage
from qualdesk.qt.queue.rules_page import RulesPage
from qualdesk.qt.queue.view import QueueView
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.tabs import Tab, TabRow
from qualdesk.qt.work import Work

if TYPE_CHECKING:
    from qualdesk.qt.lists.do_not_call_page import DoNotCallPage

LISTS, QUEUE, BELIEFS, RULES = "lists", "queue", "beliefs", "rules"
DO_NOT_CALL = "do_not_call"
_TABS: Final = (
    Tab(key=LISTS, title=tr_later("Lists")),
    Tab(key=QUEUE, title=tr_later("Queue")),
    Tab(key=BELIEFS, title=tr_later("What the queue believes")),
    Tab(key=RULES, title=tr_later("Calling rules")),
    Tab(key=DO_NOT_CALL, title=tr_later("Do-not-call lists")),
)


class ListsPlace(QWidget):
    """The parts of one page, each made when somebody first looks at it.

    A list being imported, or a form, has the page to itself.
    """

    changed = Signal(object)
    """What a part touched, as ``Changes``."""
    desk_wanted = Signal()
    """A lead was taken to the own desk."""
    keys_changed = Signal()
    """Other keys work now: another part came to the front."""

    def __init__(
        self, lists: ListsPage, work: Work, clock: Clock, choosing: Choosing, zone: str
    ) -> None:
        super().__init__()
        self._work, self._clock, self._zone = work, clock, zone
        self.lists = lists
        self.tabs = TabRow(
            tr("Parts of the Lists page"), [replace(tab, title=tr(tab.title)) for tab in _TABS]
        )
        self._campaign: Campaign | None = None
        self._campaigns: tuple[Campaign, ...] = ()
        self._shown: set[str] = {LISTS}
        self._stack = QStackedWidget()
        self._parts: dict[str, Any] = {}
        self._makers: dict[str, Callable[[], Any]] = {
            LISTS: lambda: lists,
            QUEUE: self._make_queue,
            BELIEFS: partial(BeliefsPage, work, clock),
            RULES: self._make_rules,
            DO_NOT_CALL: partial(_made_do_not_call, work, choosing, zone),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        self._part(LISTS)
        self.setFocusProxy(self.lists)
        self.tabs.changed.connect(self._show)
        self.lists.errand_changed.connect(self._fit_tabs)
        self.lists.view_changed.connect(self._fit_tabs)

    @property
    def front(self) -> Any:
        """The part in front."""
        return self._part(self.tabs.on)

    @property
    def queue(self) -> QueueView:
        """The tab of the queue; made now where nobody asked for it before."""
        found: QueueView = self._part(QUEUE)
        return found

    @property
    def beliefs(self) -> BeliefsPage:
        """The tab of what the queue believes; made now where nobody asked for it before."""
        found: BeliefsPage = self._part(BELIEFS)
        return found

    @property
    def rules(self) -> RulesPage:
        """The tab of calling rules; made now where nobody asked for it before."""
        found: RulesPage = self._part(RULES)
        return found

    @property
    def do_not_call(self) -> "DoNotCallPage":
        """The tab of do-not-call lists; made now where nobody asked for it before."""
        found: DoNotCallPage = self._part(DO_NOT_CALL)
        return found

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks through, in reading order."""
        return (self.tabs, *self.front.panes)

    def show_campaign(self, campaign: Campaign | None) -> None:
        """Work on this campaign, in every part as it comes to the front."""
        self._campaign = campaign
        self._shown = {self.tabs.on}
        self.front.show_campaign(campaign)
        self._ask_campaigns()
        self._ask_due()

    def refresh(self) -> None:
        """Ask the desk again for the part in front."""
        self.front.refresh()
        self._ask_campaigns()

    def touched(self, changes: Changes) -> None:
        """Something was changed elsewhere."""
        self.front.touched(changes)

    def main(self) -> None:
        """The one big key of the part in front, where it has one."""
        if hasattr(self.front, "main"):
            self.front.main()

    def commands(self) -> dict[str, Callable[[], None]]:
        """What keys do here, by the ids of the shortcut table."""
        own: dict[str, Callable[[], None]] = self.front.commands()
        if not self.tabs.isVisible():
            return own
        return {
            **own,
            "tab_next": lambda: self.tabs.step(1),
            "tab_prev": lambda: self.tabs.step(-1),
        }

    def undo(self) -> None:
        """Take the last act of the part in front back."""
        self.front.undo()

    def step_back(self) -> bool:
        """Esc: one step back in the part in front; False where there is none."""
        return bool(self.front.step_back())

    def _part(self, key: str) -> Any:
        if key not in self._parts:
            part = self._parts[key] = self._makers[key]()
            self._stack.addWidget(part)
            part.changed.connect(self._touched)
        return self._parts[key]

    def _make_queue(self) -> QueueView:
        queue = QueueView(self._work, self._clock, self._zone)
        queue.counted.connect(lambda leads: self.tabs.say(QUEUE, tr("{leads:,} open", leads=leads)))
        queue.load_wanted.connect(lambda: self.tabs.choose(LISTS))
        queue.rules_wanted.connect(lambda: self.tabs.choose(RULES))
        queue.desk_wanted.connect(self.desk_wanted)
        queue.show_campaigns(self._campaigns)
        return queue

    def _make_rules(self) -> RulesPage:
        rules = RulesPage(self._work, self._clock)
        rules.counted.connect(self._say_due)
        return rules

    def _show(self, key: str) -> None:
        part = self._part(key)
        cursor = QApplication.focusWidget()
        was_here = cursor is not None and self._stack.isAncestorOf(cursor)
        self._stack.setCurrentWidget(part)
        self.setFocusProxy(part)
        if was_here:
            # Where its own keys work, and not in its first field.
            part.setFocus(Qt.FocusReason.OtherFocusReason)
        if key not in self._shown:
            self._shown.add(key)
            part.show_campaign(self._campaign)
        else:
            part.refresh()
        self.keys_changed.emit()

    def _fit_tabs(self) -> None:
        """An import is one thing after the other: nothing stands beside it."""
        reveal(self.tabs, shown=self.tabs.on != LISTS or self.lists.is_at_overview)
        self.keys_changed.emit()

    def _touched(self, changes: Changes) -> None:
        self.changed.emit(changes)
        if changes.campaigns:
            self._ask_campaigns()

    def _say_due(self, due: int) -> None:
        self.tabs.say(RULES, tr("{due} to look up", due=due) if due else "", "warn")

    def _ask_campaigns(self) -> None:
        """Tell the queue which campaigns there are."""

        def ask(desk: Desk) -> tuple[Campaign, ...]:
            return tuple(one.campaign for one in desk.library.campaigns())

        def show(campaigns: tuple[Campaign, ...]) -> None:
            self._campaigns = campaigns
            if QUEUE in self._parts:
                self.queue.show_campaigns(campaigns)

        self._work.ask(ask, show, owner=self, refused=lambda _error: None)

    def _ask_due(self) -> None:
        """What is due to be looked up is said on its tab before anybody opens it."""
        if RULES in self._parts:
            self.rules.refresh()
            return
        self._work.ask(
            lambda desk: len(desk.rules.due_for_review()),
            self._say_due,
            owner=self,
            refused=lambda _error: None,
        )


def _made_do_not_call(work: Work, choosing: Choosing, zone: str) -> "DoNotCallPage":
    """Few days need it, and it reads what reads the lists themselves."""
    from qualdesk.qt.lists.do_not_call_page import DoNotCallPage

    return DoNotCallPage(work, choosing, zone)
