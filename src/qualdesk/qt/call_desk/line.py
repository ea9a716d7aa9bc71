"""The line to a team's server: what is saved is kept here first, and goes out when it is back."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from qualdesk.bootstrap import open_outbox
from qualdesk.core.cards import CallCard, NothingToCall
from qualdesk.core.clock import Clock
from qualdesk.core.errors import QualdeskError, WorkspaceUnreachable
from qualdesk.core.phone_programs import USUAL_PROGRAM, PhoneProgram
from qualdesk.core.progress import Progress
from qualdesk.core.saves import LateOne, Sent
from qualdesk.core.wording import tr, tr_later, tr_n
from qualdesk.desk import Desk
from qualdesk.desk.offline import can_be_called, nothing_here
from qualdesk.desk.outbox import Outbox
from qualdesk.desk.saves import Doing
from qualdesk.qt.call_desk.along import AlongCards
from qualdesk.qt.work import Work

TRY_EVERY: Final = timedelta(seconds=15)
"""How long the server is left alone between two tries."""
_BACK: Final = tr_later("The line is back.")


class Line(QObject):
    """Knows whether the server can be reached, keeps saves meanwhile and sends them by itself.

    On a workspace file there is no outbox: nothing is kept and the line is never down.
    """

    changed = Signal()
    """It went down, or what waits here is another number."""
    unkept = Signal(str)
    """Saves cannot be kept on this computer, and why."""
    back = Signal(object)
    """It is back, and all that waited is sent: what became of it, as ``Sent``."""

    def __init__(self, work: Work, clock: Clock, zone: str) -> None:
        super().__init__()
        self._work, self._clock, self._zone = work, clock, zone
        self._outbox: Outbox | None = None
        self._is_trying, self._progress = False, Progress()
        self._sent, self._late = 0, dict[str, LateOne]()
        self.down_since: datetime | None = None
        self.next_try_at: datetime | None = None
        self.waiting = 0
        self.sent_now: tuple[int, int] | None = None
        self.card: Callable[[], CallCard | None] = lambda: None
        self.ahead: CallCard | None = None
        self.along = AlongCards(work, clock, self.lost)
        self.along.gave_back.connect(self.gave_back)
        self.program = USUAL_PROGRAM

    @property
    def now(self) -> datetime:
        """The instant on this computer's clock, UTC."""
        return self._clock.now()

    @property
    def keeps(self) -> bool:
        """Whether what is saved is kept on this computer first."""
        return self._outbox is not None

    @property
    def is_down(self) -> bool:
        """Whether the server cannot be reached, or has not got all that waits here."""
        return self.down_since is not None

    @property
    def says_kept(self) -> str:
        """What is said of a save that is safe here."""
        return tr_n(
            self.waiting,
            "Saved here. It goes to the team when the line is back: {n} save waits.",
            "Saved here. It goes to the team when the line is back: {n:,} saves wait.",
        )

    def keep_in(self, path: Path | None, program: PhoneProgram = USUAL_PROGRAM) -> None:
        """Keep each save in this file before it goes to a team's server; None in a workspace file.

        What the file holds already goes out first; it is said where none can be kept there.
        """
        try:
            outbox = None if path is None else open_outbox(path, self._clock)
        except QualdeskError as error:
            outbox = None
            self.unkept.emit(error.says)
        self.use(outbox, program)

    def use(self, outbox: Outbox | None, program: PhoneProgram = USUAL_PROGRAM) -> None:
        """Keep saves in this outbox from now on, or in none; what it holds goes out first.

        To be called before the first lead is asked for: a call that has ended is not opened again.
        ``program``: whom numbers are handed to while the line is down.
        """
        self.program = program
        if self._outbox is not None:
            self._outbox.close()
        self._outbox = outbox
        self.down_since = self.next_try_at = self.ahead = None
        self.along.clear()
        self._is_trying, self.waiting = False, 0
        if outbox is None:
            return
        # On the lane of the call: whatever is asked for next comes after it.
        self._work.ask(
            lambda desk: outbox.replay(desk, self._zone),
            self._began,
            owner=self,
            refused=self._unsent,
        )

    def keep(
        self, doing: Doing, done: Callable[[], None], refused: Callable[[QualdeskError], None]
    ) -> None:
        """Keep a save on the disk; ``done`` when it is there."""
        outbox, card = self._outbox, self.card()
        if outbox is None:
            done()
            return
        lead_id, name = (card.lead.id, card.lead.contact.name) if card else (0, "")
        save = doing.kept(lead_id, name, self._clock.now())

        def kept(waiting: int) -> None:
            self._count(waiting)
            done()

        self._work.here(lambda: outbox.put(save), kept, owner=self, refused=refused)

    def send(self, desk: Desk, doing: Doing) -> object:
        """Do a save on the server that is kept here, or one that is not; on the lane of the call.

        Raises:
            QualdeskError: whatever its operation raises.
        """
        outbox = self._outbox
        if outbox is None:
            return doing(desk)
        return outbox.send(desk, doing.kept(0, "", self._clock.now()))

    def gave_back(self) -> None:
        """The lead kept for after the call went back: anybody may be calling them by now."""
        self.ahead = None

    def lost(self, error: QualdeskError) -> bool:
        """Hear that something could not be done; whether it is because the line is down."""
        if not self.keeps or not isinstance(error, WorkspaceUnreachable):
            return False
        if self.down_since is None:
            self.down_since = self._clock.now()
            self.next_try_at = self.down_since + TRY_EVERY
            self._recount()
            self.changed.emit()
        return True

    def tick(self) -> None:
        """A second has passed: try again when it is time."""
        if not self.is_down:
            self.along.tick()
        if self.next_try_at is not None and self._clock.now() >= self.next_try_at:
            self.try_now()

    def try_now(self) -> None:
        """Send what waits, on the lane beside; nobody waits for it."""
        outbox = self._outbox
        if outbox is None or self._is_trying or not self.is_down:
            return
        self._is_trying, self.next_try_at = True, None
        self.changed.emit()

        def work(desk: Desk, progress: Progress) -> Sent:
            self._progress = progress
            desk.calling.renew()  # first of all the lead in hand; and something has to be asked
            return outbox.replay(desk, self._zone, progress)

        self._work.long(work, self._replayed, owner=self, refused=self._not_yet, looked=self._look)

    def next_here(self) -> CallCard | NothingToCall:
        """What there is to call while the line is down, each once.

        The lead kept for after the call, then those that were taken along.
        """
        card = next(iter(self.left_here), None)
        self.ahead = None
        if card is None:
            return nothing_here(self._zone)
        self.along.drop(card.lead.id)
        return card

    @property
    def left_here(self) -> tuple[CallCard, ...]:
        """Who may still be called without a line after the lead at the desk, in their order."""
        now, ahead = self._clock.now(), self.ahead
        first = (ahead,) if ahead is not None and can_be_called(ahead, now) else ()
        known = {one.lead.id for one in first}
        return first + tuple(one for one in self.along.cards if one.lead.id not in known)

    def _unsent(self, error: QualdeskError) -> None:
        self.lost(error)
        self._recount()

    def _began(self, sent: Sent) -> None:
        if sent.sent:
            self.back.emit(sent)

    def _replayed(self, sent: Sent) -> None:
        """The server has what there was; perhaps something was kept meanwhile."""
        outbox, self._progress = self._outbox, Progress()
        self._sent += sent.sent
        self._late |= {one.why: one for one in sent.late}
        if outbox is not None:
            self._work.here(
                lambda: outbox.waiting, self._is_over, owner=self, refused=self._not_yet
            )

    def _is_over(self, waiting: int) -> None:
        self._is_trying, self.sent_now = False, None
        self._count(waiting)
        if waiting:
            self.try_now()
            return
        sent = Sent(sent=self._sent, late=tuple(self._late.values()))
        self._sent, self._late = 0, {}
        self.down_since = self.next_try_at = None
        self.changed.emit()
        self.back.emit(sent)

    def _not_yet(self, error: QualdeskError) -> None:
        del error
        self._sent += self._progress.done
        self._is_trying, self.sent_now, self._progress = False, None, Progress()
        self.next_try_at = self._clock.now() + TRY_EVERY
        self._recount()
        self.changed.emit()

    def _look(self, progress: Progress) -> None:
        if progress.of:
            self.sent_now = (progress.done, progress.of)
            self.changed.emit()

    def _recount(self) -> None:
        outbox = self._outbox
        if outbox is not None:
            self._work.here(
                lambda: outbox.waiting, self._count, owner=self, refused=lambda _error: None
            )

    def _count(self, waiting: int) -> None:
        if waiting != self.waiting:
            self.waiting = waiting
            self.changed.emit()


def report(sent: Sent) -> str:
    """What is said when the line is back."""
    return " ".join(filter(None, (tr(_BACK), sent.says)))
