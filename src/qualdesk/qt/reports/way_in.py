"""Where reports stand in the window: a page of its own, made when it is first asked for."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qualdesk.core.campaigns import Campaign
from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.core.wording import tr
from qualdesk.qt.choosing import Choosing
from qualdesk.qt.floor.way_in import FLOOR
from qualdesk.qt.shell import Shell
from qualdesk.qt.work import Work

if TYPE_CHECKING:
    from qualdesk.qt.reports.page import ReportsPage

REPORTS: Final = "reports"


class ReportsPlace(QWidget):
    """Holds the page. A start of the program makes none of it."""

    changed = Signal(object)
    """What was touched here, as ``Changes``."""

    def __init__(
        self, shell: Shell, work: Work, clock: Clock, choosing: Choosing, zone: str
    ) -> None:
        super().__init__()
        self._shell = shell
        self._made_of = (work, clock, choosing, zone)
        self._page: ReportsPage | None = None
        self._prints_next = False
        self._is_open = True
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        shell.add_aside(REPORTS, tr("Reports"), self, of=FLOOR)
        shell.page_shown.connect(self._offer)
        shell.place_opened.connect(self._opened)

    @property
    def page(self) -> "ReportsPage":
        """The page; made now where nobody asked for it before."""
        if self._page is None:
            from qualdesk.qt.reports.page import ReportsPage

            self._page = ReportsPage(*self._made_of)
            self._page.floor_wanted.connect(self._to_floor)
            self._page.tabs.changed.connect(lambda _key: self._shell.settle_keys())
            self._whole.addWidget(self._page)
            self.setFocusProxy(self._page)
        return self._page

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks through, in reading order."""
        return self._page.panes if self._page is not None else ()

    def main(self) -> None:
        """The one big key: that of the part in front."""
        self.page.main()

    def show_campaign(self, campaign: Campaign | None) -> None:
        """Report on this campaign from now on."""
        prints, self._prints_next = self._prints_next, False
        self.page.show_campaign(campaign)
        if prints:
            self.page.print_today()
        self._shell.settle_keys()

    def refresh(self) -> None:
        """Ask the desk again; or print, where that was asked for on the Floor."""
        if self._prints_next:
            self._prints_next = False
            self.page.print_today()
        else:
            self.page.refresh()

    def touched(self, changes: Changes) -> None:
        """Something was changed elsewhere."""
        self.page.touched(changes)

    def undo(self) -> None:
        """Put back what was removed here last."""
        self.page.undo()

    def step_back(self) -> bool:
        """Esc leads back to the Floor."""
        self._to_floor()
        return True

    def commands(self) -> dict[str, Callable[[], None]]:
        """What keys do here, by the ids of the shortcut table."""
        return self._page.commands() if self._page is not None else {}

    def open(self) -> None:
        """Bring the reports to the front."""
        self._shell.show_page(REPORTS)

    def print_today(self) -> None:
        """From the Floor: today's report is shown, and where it is printed is asked."""
        self._prints_next = True
        self._shell.show_page(REPORTS)

    def _to_floor(self) -> None:
        self._shell.show_page(FLOOR)

    def _opened(self, key: str, is_open: bool) -> None:  # noqa: FBT001 - Qt's own signature
        """Reports are for whom the Floor is."""
        if key == FLOOR:
            self._shell.set_open(REPORTS, is_open=is_open)
        elif key == REPORTS:
            self._is_open = is_open
            self._offer(self._shell.at)

    def _offer(self, key: str) -> None:
        """On the Floor its key prints the day; elsewhere the same key does other things."""
        here = {"reports": self.open}
        if key == FLOOR:
            here["print_report"] = self.print_today
        for command in ("reports", "print_report"):
            if not self._is_open or command not in here:
                self._shell.withdraw(command)
        if self._is_open:
            self._shell.offer(here)
