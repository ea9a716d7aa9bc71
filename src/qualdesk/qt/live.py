"""A page that follows what others do: when it is worth looking again, and how old its look is."""

import time
from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSocketNotifier, QTimer, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from qualdesk.core.changes import NO_CHANGES, Changes
from qualdesk.core.clock import Clock
from qualdesk.core.errors import QualdeskError, WorkspaceUnreachable
from qualdesk.core.frozen import frozen
from qualdesk.core.look_pace import pause_after, wait_before
from qualdesk.core.times import local_time
from qualdesk.core.wording import tr
from qualdesk.desk.wakeups import Ears
from qualdesk.qt.work import Work

# A hint can be lost, and what the clock changes sends none: a look now and then by itself.
POLL_MS: Final = 20_000
# The socket is listened to again this long after it was read: so a flood costs nothing here.
_DEAF_MS: Final = 1_000
# After the second in which one desk sends one hint.
_TOLD_MS: Final = 1_100
# A look that never came back is waited for no longer than so many seconds.
_PATIENCE: Final = 60.0


@frozen
class LiveState:
    """How far a page can be relied on to show what is.

    Attributes:
        is_live: changes of others are heard, and the last look succeeded.
        looked_at: when the figures on the screen were read, UTC; None before the first time.
    """

    is_live: bool = False
    looked_at: datetime | None = None


def live_words(state: LiveState, zone: str) -> str:
    """What the top bar says of it, in the reader's own time; empty before the first look."""
    if state.looked_at is None:
        return ""
    at = local_time(state.looked_at, zone)
    if state.is_live:
        return tr("Live, updated {at:%H:%M}", at=at)
    return tr("Not live, last look {at:%H:%M}", at=at)


class Live(QObject):
    """Tells a page to look again, while it is in front and not more often than it can afford.

    The page looks when ``moved`` comes and says ``looked`` once its figures are on the screen, or
    ``failed``; a look of its own accord begins with ``asked``. After a look of 200 milliseconds
    the next one is at least ten seconds away; between any two there is at least one second. A
    page that is hidden or minimised is told nothing; when it comes back it is told at once. On a
    server its desk listens for the hints of others; a lost connection is taken up again by and
    by, and meanwhile the page looks three times a minute.
    """

    moved = Signal()
    """Something may have changed: look again."""
    state_changed = Signal(object)
    """How live the page is now, a ``LiveState``."""

    def __init__(
        self,
        page: QWidget,
        work: Work,
        clock: Clock,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(page)
        self._page, self._work, self._clock, self._steady = page, work, clock, steady
        self.state = LiveState()
        self._ears: Ears | None = None
        self._notifier: QSocketNotifier | None = None
        self._is_open, self._is_connecting, self._hears = False, False, False
        self._tries = 0
        self._began: float | None = None
        self._next_at = float("-inf")
        self._is_owed = False
        self._window: QWidget | None = None
        self._poll = self._timer(self.poll, POLL_MS, once=False)
        self._soon = self._timer(self._look)
        self._again = self._timer(self._listen)
        self._ready = self._timer(self._open_ears, _DEAF_MS)
        page.installEventFilter(self)
        work.closing.connect(self._left)
        self._settle()

    def touched(self, changes: Changes) -> None:
        """Another page of this window has changed something."""
        if changes != NO_CHANGES:
            self.heard()

    def heard(self) -> None:
        """Something may have changed: the page looks now, or as soon as it may."""
        self._is_owed = True
        if not self._is_open or self._is_looking():
            return
        wait = self._next_at - self._steady()
        if wait <= 0:
            self._look()
        elif not self._soon.isActive():
            self._soon.start(int(wait * 1000) + 1)

    def asked(self) -> None:
        """The page looks now, also where nobody told it to."""
        self._is_owed = False
        if self._began is None:
            self._began = self._steady()

    def looked(self) -> None:
        """The page shows what it just read."""
        self._keep(LiveState(is_live=self._hears, looked_at=self._clock.now()))
        # What the look costs is over when its figures are painted, which comes before this.
        QTimer.singleShot(0, self, self._over)

    def failed(self) -> None:
        """The page could not look: it shows what it showed before."""
        self._keep(LiveState(looked_at=self.state.looked_at))
        self._over()

    def poll(self) -> None:
        """The slow look by itself: three times a minute while the page is in front."""
        if self._is_open:
            self._work.ask(
                lambda desk: desk.wakeups.moved(),
                self._polled,
                owner=self,
                refused=lambda _error: self.failed(),
            )

    def rest(self) -> None:
        """The page is not in front any more: nothing is asked and nobody is listened to."""
        self._is_open, self._hears = False, False
        for timer in (self._poll, self._soon, self._again, self._ready):
            timer.stop()
        self._began = None
        self._hang_up()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice when the page, or the window it is in, is shown, hidden or minimised."""
        if event.type() in _OF_SIGHT:
            QTimer.singleShot(0, self, self._settle)
        return False

    def _settle(self) -> None:
        """Begin or stop following, as the page can be seen or not."""
        window = self._page.window()
        if window is not self._window:
            if self._window not in {None, self._page}:
                self._window.removeEventFilter(self)
            if window is not self._page:
                window.installEventFilter(self)
            self._window = window
        is_seen = self._page.isVisible() and not window.isMinimized()
        if is_seen and not self._is_open:
            self._is_open = True
            self._poll.start()
            self._listen()
            if not self._is_looking():
                self.heard()
        elif not is_seen and self._is_open:
            self.rest()

    def _look(self) -> None:
        if self._is_open:
            self._began = None
            self.asked()
            self.moved.emit()

    def _is_looking(self) -> bool:
        """Whether a look is under way; one that never came back is not waited for."""
        return self._began is not None and self._steady() - self._began < _PATIENCE

    def _over(self) -> None:
        """The look is over: the next one comes after as long a pause as it was dear."""
        now = self._steady()
        began, self._began = self._began, None
        self._next_at = now + pause_after(0.0 if began is None else now - began)
        if self._is_owed:
            self.heard()

    def _polled(self, has_moved: bool) -> None:  # noqa: FBT001 - what comes back from the lane
        if has_moved or not self.state.is_live:
            self.heard()
        elif self.state.looked_at is not None:
            # Nobody wrote since: what is on the screen is what is.
            self._keep(LiveState(is_live=True, looked_at=self._clock.now()))

    def _listen(self) -> None:
        """Ask the desk for ears; not on the lane of the call, a server may take long to answer."""
        if not self._is_open or self._is_connecting:
            return
        self._is_connecting = True
        self._work.long(
            lambda desk, _progress: desk.wakeups.listen(),
            self._listens,
            owner=self,
            refused=self._lost,
        )

    def _listens(self, ears: Ears | None) -> None:
        self._is_connecting = False
        self._hang_up()
        self._ears = ears
        if not self._is_open:
            self._hang_up()
            return
        if ears is not None and ears.fileno() < 0:
            # Closed on their way, with the desk they are from.
            self._lost(WorkspaceUnreachable())
            return
        if ears is not None:
            self._notifier = QSocketNotifier(ears.fileno(), QSocketNotifier.Type.Read, self)
            self._notifier.activated.connect(self._woken)
        self._hears = True
        if self._tries:
            # What was said while nobody listened.
            self._tries = 0
            self.heard()
        self._keep(LiveState(is_live=True, looked_at=self.state.looked_at))

    def _woken(self) -> None:
        """Something came in on the socket; it is not looked at again for a second."""
        ears, notifier = self._ears, self._notifier
        if ears is None or notifier is None:
            return
        notifier.setEnabled(False)
        try:
            has_heard = ears.take()
        except QualdeskError as error:
            self._lost(error)
            return
        self._ready.start()
        if has_heard:
            self.heard()

    def _open_ears(self) -> None:
        if self._notifier is not None:
            self._notifier.setEnabled(True)

    def _lost(self, _error: QualdeskError) -> None:
        """Nobody is heard any more: try again by and by, and say so at the top."""
        self._is_connecting, self._hears = False, False
        self._hang_up()
        self._keep(LiveState(looked_at=self.state.looked_at))
        if self._is_open:
            self._again.start(int(wait_before(self._tries) * 1000))
            self._tries += 1

    def _left(self) -> None:
        """The window ends, or goes over to another workspace, where it listens by and by."""
        if self._is_open:
            self._lost(WorkspaceUnreachable())

    def _hang_up(self) -> None:
        notifier, self._notifier = self._notifier, None
        ears, self._ears = self._ears, None
        if notifier is not None:
            notifier.setEnabled(False)
            notifier.deleteLater()
        if ears is not None:
            ears.close()

    def _keep(self, state: LiveState) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit(state)

    def _timer(self, act: Callable[[], None], every: int = 0, *, once: bool = True) -> QTimer:
        timer = QTimer(self, interval=every, singleShot=once)
        timer.timeout.connect(act)
        return timer


class Telling(QObject):
    """Lets other desks look again once a piece of work here is over, with what was done last.

    The first hint of a second goes out with what was changed; those behind it are owed.
    """

    def __init__(self, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._later = QTimer(self, interval=_TOLD_MS, singleShot=True)
        self._later.timeout.connect(self._tell)

    def owe(self) -> None:
        """Something was changed here."""
        if not self._later.isActive():
            self._later.start()

    def _tell(self) -> None:
        self._work.ask(
            lambda desk: desk.wakeups.tell(),
            lambda _told: None,
            owner=self,
            refused=lambda _error: None,
        )


_OF_SIGHT: Final = frozenset(
    {
        QEvent.Type.Show,
        QEvent.Type.Hide,
        QEvent.Type.WindowStateChange,
        QEvent.Type.ParentChange,
    }
)
