"""The Floor in the window: its page, and over it the list behind a number."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from qualdesk.core.campaigns import Campaign
from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.qt.live import Live, LiveState
from qualdesk.qt.widgets.roomy import KEEPS_ITS_ROOM
from qualdesk.qt.work import Work

if TYPE_CHECKING:
    from qualdesk.core.floor_figures import Behind
    from qualdesk.core.ids import CampaignId
    from qualdesk.desk import Desk
    from qualdesk.qt.floor.behind_view import BehindView
    from qualdesk.qt.floor.page import FloorPage

_ALARM: Final = "alarm"


class FloorPlace(QWidget):
    """Holds the page, which is made when it is first asked for: few starts of a day need it."""

    changed = Signal(object)
    """What was touched here, as ``Changes``."""
    keys_changed = Signal()
    """Other keys work now: a list came to the front, or went."""
    lead_wanted = Signal(object)
    """The lead whose card is to be read, by its ``LeadId``."""
    live_changed = Signal(object)
    """How live the page is now, a ``LiveState``."""
    lists_wanted = Signal()
    campaigns_wanted = Signal()
    reports_wanted = Signal()
    history_wanted = Signal()

    def __init__(self, work: Work, clock: Clock, zone: str) -> None:
        super().__init__()
        self._work, self._clock, self._zone = work, clock, zone
        self._campaign: Campaign | None = None
        self._came_from: QWidget | None = None
        self._page: FloorPage | None = None
        self._behind: BehindView | None = None
        self._live: Live | None = None
        self.setProperty(KEEPS_ITS_ROOM, True)  # noqa: FBT003 - Qt's own signature
        self._stack = QStackedWidget()
        # Until the page is made the cursor waits here, and not on the page that was in front.
        self.setFocusProxy(self._stack)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    @property
    def page(self) -> "FloorPage":
        """The page; made now where nobody asked for it before."""
        for _piece in self.make():
            pass
        assert self._page is not None
        return self._page

    def make(self) -> Iterator[None]:
        """Make the page piece by piece, so that the window looks up between two of them.

        Whoever asks for it in between has it made at once, and that one stays.
        """
        if self._page is not None:
            return
        from qualdesk.qt.floor.page import FloorPage

        page = FloorPage(self._work, self._clock, self._zone)
        yield
        page.lay_out()
        yield
        if self._page is None:
            self._take(page)

    @property
    def behind(self) -> "BehindView | None":
        """The list behind a number, while one is in front."""
        is_front = self._behind is not None and self._stack.currentWidget() is self._behind
        return self._behind if is_front else None

    @property
    def live(self) -> LiveState:
        """How live the page is."""
        return self._live.state if self._live is not None else LiveState()

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks through, in reading order."""
        if self._page is None:
            return ()
        return self._page.panes if self.behind is None else (self.behind.back, self.behind.table)

    def main(self) -> None:
        """The one big key: of the list it opens the lead, of the page there is none."""
        if self.behind is not None:
            self.behind.table.opened.emit(self.behind.table.currentIndex().row())

    def show_campaign(self, campaign: Campaign | None) -> None:
        """Show this campaign from now on, from its page."""
        is_first = self._page is None
        before = self._campaign.id if self._campaign else None
        self._campaign = campaign
        if self.behind is not None and (campaign is None or campaign.id != before):
            self.close_list()
        if self._live is not None:
            self._live.asked()
        self.page.show_campaign(campaign)
        if is_first and self.isVisible() and not self._has_cursor_elsewhere():
            self.page.take_cursor()

    def refresh(self) -> None:
        """Ask the desk again."""
        if self._live is not None:
            self._live.asked()
        self.page.looking.look_at_parts()
        self._look()

    def touched(self, changes: Changes) -> None:
        """Something was changed elsewhere: look again, not more often than can be afforded."""
        if self._live is not None:
            self._live.touched(changes)
            self.page.touched(changes)

    def commands(self) -> dict[str, Callable[[], None]]:
        """What keys do here, by the ids of the shortcut table."""
        if self._page is None:
            return {}
        return self._page.commands() if self.behind is None else self._page.phones.commands()

    def step_back(self) -> bool:
        """Esc: from the list to the number it stands behind; False where no list is open."""
        if self.behind is None:
            return False
        self.close_list()
        return True

    def open_list(self, code: str) -> None:
        """Show the leads behind a number, or a place, of the campaign in work."""
        if self._campaign is None:
            return
        from qualdesk.qt.floor.behind_view import Asked, BehindView

        if self._behind is None:
            self._behind = BehindView(self._work, self._clock, self._zone)
            self._behind.closed.connect(self.close_list)
            self._behind.lead_wanted.connect(self.lead_wanted)
            self.page.phones.give_from(self._behind)
            self._stack.addWidget(self._behind)
        if self.behind is None:
            self._came_from = QApplication.focusWidget()
        campaign = self._campaign.id
        self._stack.setCurrentWidget(self._behind)
        read = partial(read_page, campaign, code)
        self._behind.open(Asked(campaign=campaign, code=code, read=read))
        self.setFocusProxy(self._behind)
        self._behind.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.keys_changed.emit()

    def close_list(self) -> None:
        """Back to the page, and to the very number the list was opened from."""
        if self._behind is None or self.behind is None:
            return
        self._behind.forget()
        self._stack.setCurrentWidget(self.page)
        self.setFocusProxy(self.page.area)
        back, self._came_from = self._came_from, None
        if back is not None and self.page.isAncestorOf(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.page.take_cursor()
        self.keys_changed.emit()

    def _take(self, page: "FloorPage") -> None:
        """Let the page stand here, and hear what it says."""
        self._page = page
        self._stack.addWidget(page)
        self.setFocusProxy(page.area)
        self._live = Live(self, self._work, self._clock)
        self._live.moved.connect(self._look)
        self._live.state_changed.connect(self.live_changed)
        page.looked.connect(self._live.looked)
        page.not_looked.connect(self._live.failed)
        page.changed.connect(self.changed)
        page.list_wanted.connect(self.open_list)
        page.lead_wanted.connect(self.lead_wanted)
        page.lists_wanted.connect(self.lists_wanted)
        page.campaigns_wanted.connect(self.campaigns_wanted)
        page.reports_wanted.connect(self.reports_wanted)
        page.history_wanted.connect(self.history_wanted)
        page.looked.connect(self.keys_changed)
        page.keys_changed.connect(self.keys_changed)

    def _look(self) -> None:
        self.page.refresh()
        if self.behind is not None:
            self.behind.refresh()

    def _has_cursor_elsewhere(self) -> bool:
        """Whether somebody went on to another part of the window before the page had come."""
        now = QApplication.focusWidget()
        return now is not None and now.isVisible() and not self.isAncestorOf(now)


def read_page(
    campaign: "CampaignId", code: str, desk: "Desk", after: int | None, limit: int
) -> "Behind":
    """A page of the list behind a code."""
    from qualdesk.qt.floor.alarm import rows_of_alarm

    if code != _ALARM:
        return desk.floor.behind(campaign, code, after=after, limit=limit)
    return rows_of_alarm(desk, campaign)
