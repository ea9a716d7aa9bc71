"""Where the history stands in the window: a page beside the Floor, made when it is asked for."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qualdesk.core.campaigns import Campaign
from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.core.errors import QualdeskError
from qualdesk.core.ids import CampaignId
from qualdesk.core.wording import tr
from qualdesk.qt.floor.way_in import FLOOR
from qualdesk.qt.shell import Shell
from qualdesk.qt.work import Work

if TYPE_CHECKING:
    from qualdesk.qt.history.page import HistoryList

HISTORY: Final = "history"


class HistoryPlace(QWidget):
    """Holds the page. In the rail it belongs to the Floor, and it is for whom the Floor is."""

    changed = Signal(object)
    """What was touched here, as ``Changes``: nothing, the history is only read."""
    lead_wanted = Signal(object)
    """The lead whose card is to be read, by its ``LeadId``."""

    def __init__(self, shell: Shell, work: Work, clock: Clock, zone: str) -> None:
        super().__init__()
        self._shell, self._work = shell, work
        self._made_of = (work, clock, zone)
        self._page: HistoryList | None = None
        self._has_floor = True
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._whole = whole
        shell.add_aside(HISTORY, tr("History"), self, of=FLOOR)
        shell.place_opened.connect(self._opened)
        self._offer(is_open=True)

    @property
    def page(self) -> "HistoryList":
        """The page; made now where nobody asked for it before."""
        if self._page is None:
            from qualdesk.qt.history.page import HistoryList

            self._page = HistoryList(*self._made_of)
            self._page.closed.connect(lambda: self._shell.show_page(FLOOR))
            self._page.lead_wanted.connect(self.lead_wanted)
            self._page.campaign_wanted.connect(self._to_campaign)
            self._page.stand_alone(alone=not self._has_floor)
            self._whole.addWidget(self._page)
            self.setFocusProxy(self._page)
        return self._page

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks through, in reading order."""
        return self._page.panes if self._page is not None else ()

    def main(self) -> None:
        """The one big key: opens what the cursor is on."""
        self.page.main()

    def show_campaign(self, campaign: Campaign | None) -> None:
        """Show what was done in this campaign."""
        is_first = self._page is None
        self.page.show_campaign(campaign)
        if is_first and self.isVisible():
            self.page.table.setFocus()
        self._shell.settle_keys()

    def refresh(self) -> None:
        """Read the history again."""
        self.page.refresh()

    def touched(self, changes: Changes) -> None:
        """Something was done elsewhere."""
        self.page.touched(changes)

    def step_back(self) -> bool:
        """Esc leads back to the Floor."""
        return self.page.step_back()

    def commands(self) -> dict[str, Callable[[], None]]:
        """What keys do here, by the ids of the shortcut table."""
        return self._page.commands() if self._page is not None else {}

    def open(self) -> None:
        """Bring the history to the front."""
        self._shell.show_page(HISTORY)

    def _to_campaign(self, campaign: CampaignId) -> None:
        """Work on a campaign from now on, and show its page."""

        def came(found: Campaign | None) -> None:
            if found is not None:
                self._shell.campaign_chosen.emit(found)
                self._shell.show_page("campaigns")

        def refused(error: QualdeskError) -> None:
            self._shell.say("warn", "", error.says)

        self._work.ask(
            lambda desk: next(
                (one.campaign for one in desk.library.campaigns() if one.campaign.id == campaign),
                None,
            ),
            came,
            owner=self,
            refused=refused,
        )

    def _opened(self, key: str, is_open: bool) -> None:  # noqa: FBT001 - Qt's own signature
        if key == FLOOR:
            self._has_floor = is_open
            self._shell.set_open(HISTORY, is_open=is_open)
        elif key == HISTORY:
            self._offer(is_open=is_open)

    def _offer(self, *, is_open: bool) -> None:
        if is_open:
            self._shell.offer({"history": self.open})
        else:
            self._shell.withdraw("history")
