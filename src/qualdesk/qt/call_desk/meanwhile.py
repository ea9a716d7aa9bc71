"""What is asked of the desk beside the call: nothing on the screen ever waits for it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final, TypeVar

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from qualdesk.core.cards import CallCard
from qualdesk.core.errors import QualdeskError
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.desk import Desk
from qualdesk.qt.call_desk.coming import Beside, LeftWord, beside_of, fetched_ahead, read_words
from qualdesk.qt.call_desk.session import Session
from qualdesk.qt.work import Work

T = TypeVar("T")
SOON: Final = timedelta(minutes=30)
_COUNTED_FOR_MS: Final = 20_000


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

    _of: CampaignId | None
    _last: Beside | None

    def __init__(self, work: Work, session: Session) -> None:
        super().__init__()
        self._work, self._session = work, session
        self._counted = QElapsedTimer()
        self._left, self._of, self._last = 0, session.campaign, None
        self._beside: LeadId | None = None
        # A timer comes after all that was posted, so after the paint.
        self._painted = QTimer(self, singleShot=True, interval=0)
        self._painted.timeout.connect(self._look)

    def look(self, lead_id: LeadId | None) -> None:
        """Look at what is read beside this lead, or beside none, as soon as that is painted.

        Not at once: the lane and the painting would take turns, and each take twice as long.
        """
        self._beside, self._session.line.ahead = lead_id, None
        if lead_id is not None:
            self._session.line.along.drop(lead_id)
        self._painted.start()

    def prepare(self, lead_id: LeadId) -> None:
        """A call with this lead goes on: keep the next one ready, the one shown as next."""
        campaign = self._session.campaign
        last = self._last if self._last and self._last.lead_id == lead_id else None
        left = last.left_today if last else self._left_today()
        shown = next((row.lead_id for row in last.rows), None) if last else None

        def work(desk: Desk) -> Beside:
            kept = fetched_ahead(desk, campaign, shown)
            if last is not None and kept == shown:
                # Mostly it is the one shown as next; but the company is in conversation now.
                return replace(last, company=desk.calling.company(lead_id))
            found = beside_of(desk, campaign, lead_id, left)
            return replace(found, words=last.words) if last is not None else found

        self._ask(work, lambda found: self._looked(found, is_counted=left is None))
        self._session.line.ahead = None
        if self._session.line.keeps:  # its card as well: it can be called without a line
            self._ask(lambda desk: _card_ahead(desk, campaign, shown), self._keep_ahead)
            self._fill()

    def let_go(self) -> None:
        """Nobody is called for a while: the lead kept ready goes back."""
        line = self._session.line
        if not line.is_down:  # else nobody hears of it: they stay here for as long as they are held
            line.along.clear()
        self._ask(lambda desk: desk.calling.let_go_ahead(), lambda _done: line.gave_back())

    def renew(self) -> None:
        """Keep the hold on the lead while somebody works on it, and see whether it stands."""

        def work(desk: Desk) -> CallCard | None:
            desk.calling.renew()
            return desk.calling.held()

        self._ask(work, self.held.emit)
        self._fill()

    def promises(self, within: timedelta = timedelta()) -> None:
        """Ask which promises of the caller are due, or come within that time."""
        self._ask(lambda desk: desk.calling.promises_due(within), self.promised.emit)

    def make_next(self, lead_id: LeadId) -> None:
        """The person promised a call comes next."""
        self._ask(lambda desk: desk.calling.make_next(lead_id), _nothing, told=True)

    def give_to_anyone(self, lead_id: LeadId) -> None:
        """Anybody may keep that promise, from its time on."""
        self._ask(lambda desk: desk.calling.give_to_anyone(lead_id), _nothing, told=True)

    def back_at(self, at: datetime) -> None:
        """The break that is being taken ends then, UTC; supervisors see it."""
        self._ask(lambda desk: desk.phones.note_state("break", at), _nothing)

    def read(self, words: tuple[LeftWord, ...]) -> None:
        """What was left about the lead has been read."""
        if words:
            self._ask(read_words(words), _nothing)

    def _look(self) -> None:
        lead_id, campaign, left = self._beside, self._session.campaign, self._left_today()
        self._ask(
            lambda desk: beside_of(desk, campaign, lead_id, left),
            lambda found: self._looked(found, is_counted=left is None),
        )

    def _left_today(self) -> int | None:
        """What was counted a moment ago, of this campaign."""
        is_fresh = self._counted.isValid() and not self._counted.hasExpired(_COUNTED_FOR_MS)
        return self._left if is_fresh and self._of == self._session.campaign else None

    def _looked(self, found: Beside, *, is_counted: bool) -> None:
        if is_counted:
            self._counted.start()
        self._left, self._of = found.left_today, self._session.campaign
        self._last = found
        self.beside.emit(found)

    def _ask(
        self, work: Callable[[Desk], T], done: Callable[[T], None], *, told: bool = False
    ) -> None:
        def refused(error: QualdeskError) -> None:
            self._session.line.lost(error)
            if told:
                self.told.emit(error.says)

        self._work.ask(work, done, owner=self, refused=refused)

    def _keep_ahead(self, card: CallCard | None) -> None:
        self._session.line.ahead = card
        if card is not None:
            self._session.line.along.drop(card.lead.id)

    def _fill(self) -> None:
        """Take along what may be, while there is a line."""
        line = self._session.line
        if line.keeps and not line.is_down:
            line.along.fill(self._session.campaign)


def _card_ahead(desk: Desk, campaign: CampaignId | None, shown: LeadId | None) -> CallCard | None:
    """The card of the lead kept for after the call."""
    kept = fetched_ahead(desk, campaign, shown)
    return desk.calling.card(kept) if kept is not None else None


def _nothing(_done: object) -> None:
    """Nobody waits for it."""
