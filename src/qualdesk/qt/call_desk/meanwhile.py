"""What is asked of the desk beside the call: nothing on the screen ever waits for it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Final, TypeVar

from PySide6.QtCore import QObject, Signal

from qualdesk.core.cards import CallCard
from qualdesk.core.errors import QualdeskError
from qualdesk.core.ids import LeadId
from qualdesk.desk import Desk
from qualdesk.qt.call_desk.coming import LeftWord, beside_of, read_words
from qualdesk.qt.call_desk.session import Session
from qualdesk.qt.work import Work

T = TypeVar("T")
SOON: Final = timedelta(minutes=30)


class Meanwhile(QObject):
    """The lead that comes next, the strip, the hold on the lead, promises that come due.

    What fails here is tried again by itself: what a person must hear of, they hear when they
    save.
    """

    beside = Signal(object)
    """``Beside`` the card that was asked for."""
    held = Signal(object)
    """The ``CallCard`` still in hand after its hold was renewed, None when there is none."""
    promised = Signal(object)
    """The caller's promises that are due, as ``OwnPromise``; asked for in a call."""
    told = Signal(str)
    """Why something that was pressed cannot be done."""

    def __init__(self, work: Work, session: Session) -> None:
        super().__init__()
        self._work, self._session = work, session

    def look(self, lead_id: LeadId | None) -> None:
        """Look at what is read beside this lead, or beside none."""
        campaign = self._session.campaign
        self._ask(lambda desk: beside_of(desk, campaign, lead_id), self.beside.emit)

    def prepare(self, lead_id: LeadId) -> None:
        """A call with this lead goes on: keep the next one ready, and show who it is."""
        campaign = self._session.campaign

        def work(desk: Desk) -> object:
            desk.calling.fetch_ahead(campaign)
            return beside_of(desk, campaign, lead_id)

        self._ask(work, self.beside.emit)

    def let_go(self) -> None:
        """Nobody is called for a while: the lead kept ready goes back."""
        self._ask(lambda desk: desk.calling.let_go_ahead(), _nothing)

    def renew(self) -> None:
        """Keep the hold on the lead while somebody works on it, and see whether it stands."""

        def work(desk: Desk) -> CallCard | None:
            desk.calling.renew()
            return desk.calling.held()

        self._ask(work, self.held.emit)

    def promises(self, within: timedelta = timedelta()) -> None:
        """Ask which promises of the caller are due, or come within that time."""
        self._ask(lambda desk: desk.calling.promises_due(within), self.promised.emit)

    def make_next(self, lead_id: LeadId) -> None:
        """The person promised a call comes next."""
        self._ask(lambda desk: desk.calling.make_next(lead_id), _nothing, told=True)

    def give_to_anyone(self, lead_id: LeadId) -> None:
        """Anybody may keep that promise, from its time on."""
        self._ask(lambda desk: desk.calling.give_to_anyone(lead_id), _nothing, told=True)

    def read(self, words: tuple[LeftWord, ...]) -> None:
        """What was left about the lead has been read."""
        if words:
            self._ask(read_words(words), _nothing)

    def _ask(
        self, work: Callable[[Desk], T], done: Callable[[T], None], *, told: bool = False
    ) -> None:
        def refused(error: QualdeskError) -> None:
            if told:
                self.told.emit(error.says)

        self._work.ask(work, done, owner=self, refused=refused)


def _nothing(_done: object) -> None:
    """Nobody waits for it."""
