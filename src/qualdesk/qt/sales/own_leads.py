"""Where My leads stands in the window: a page of its own, the first one for people of sales."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from qualdesk.core.clock import Clock
from qualdesk.core.errors import QualdeskError
from qualdesk.core.wording import tr
from qualdesk.qt.choosing import Choosing
from qualdesk.qt.shell import Shell
from qualdesk.qt.work import Work

if TYPE_CHECKING:
    from qualdesk.qt.sales.page import MyLeadsPage

_LEADS: Final = "my_leads"
_SALES: Final = "sales"


class OwnLeads(QObject):
    """Puts the page into the window, and brings it to the front for whom it is made."""

    def __init__(
        self, shell: Shell, work: Work, clock: Clock, choosing: Choosing, zone: str
    ) -> None:
        super().__init__(shell)
        self._shell, self._work = shell, work
        self._before = ""
        self._made_of = (work, clock, choosing, zone)
        shell.add_aside(_LEADS, tr("My leads"), self._made)
        shell.offer({_LEADS: lambda: shell.show_page(_LEADS)})

    @property
    def page(self) -> "MyLeadsPage":
        """The page; made now where nobody asked for it before."""
        found: MyLeadsPage = self._shell.page_of(_LEADS)
        return found

    def ask(self) -> None:
        """A workspace is open: people of sales begin with their leads, unless they went on."""
        self._before = self._shell.bound_for
        self._work.ask(
            lambda desk: desk.people.role(),
            self._told,
            owner=self,
            refused=self._refused,
        )

    def _made(self) -> "MyLeadsPage":
        from qualdesk.qt.sales.page import MyLeadsPage

        return MyLeadsPage(*self._made_of)

    def _told(self, role: str) -> None:
        if role == _SALES and self._shell.bound_for == self._before:
            self._shell.show_page(_LEADS)

    def _refused(self, _error: QualdeskError) -> None:
        """Nobody knows what they do here: the page stays where its key leads."""
