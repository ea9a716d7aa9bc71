"""Where My leads stands in the window: a page of its own, the first one for people of sales."""

from typing import Final

from PySide6.QtCore import QObject

from qualdesk.core.clock import Clock
from qualdesk.core.errors import QualdeskError
from qualdesk.core.wording import tr
from qualdesk.qt.choosing import Choosing
from qualdesk.qt.sales.page import MyLeadsPage
from qualdesk.qt.shell import Shell
from qualdesk.qt.work import Work

_SALES: Final = "sales"


class OwnLeads(QObject):
    """Puts the page into the window, and brings it to the front for whom it is made."""

    def __init__(
        self, shell: Shell, work: Work, clock: Clock, choosing: Choosing, zone: str
    ) -> None:
        super().__init__(shell)
        self._shell, self._work = shell, work
        self._before = ""
        self.page = MyLeadsPage(work, clock, choosing, zone)
        shell.add_aside("my_leads", tr("My leads"), self.page)
        shell.offer({"my_leads": lambda: shell.show_page("my_leads")})

    def ask(self) -> None:
        """A workspace is open: people of sales begin with their leads, unless they went on."""
        self._before = self._shell.at
        self._work.ask(
            lambda desk: desk.people.role(),
            self._told,
            owner=self,
            refused=self._refused,
        )

    def _told(self, role: str) -> None:
        if role == _SALES and self._shell.at == self._before:
            self._shell.show_page("my_leads")

    def _refused(self, _error: QualdeskError) -> None:
        """Nobody knows what they do here: the page stays where its key leads."""
