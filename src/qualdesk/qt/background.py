"""The one place that starts threads: lanes of work, whose results land in the window."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, TypeVar

from PySide6.QtCore import QObject, Qt, QThreadPool, QTimer, Signal, Slot
from shiboken6 import isValid

from qualdesk.core.errors import QualdeskError
from qualdesk.core.progress import Cancelled, Progress
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.garbage import Garbage

T = TypeVar("T")
DESK: Final = "desk"
LONG: Final = "long"
HERE: Final = "here"
_POLL_MS: Final = 100
# A lane that waits for its turn to run Python gets it this soon. Python's own five milliseconds
# add up over the steps of a next lead while a list is being loaded.
_TURN_SECONDS: Final = 0.001
_FAULT: Final = tr_later("Something went wrong inside qualdesk. What was saved is safe; try again.")


class Run:
    """Work under way. It is made and let go on the window's thread, and stopped from there."""

    # Not an object of Qt's with its timer as a child: while Python takes such a pair apart, Qt
    # now and then reaches for the child's half that is gone already, and the program dies.
    def __init__(self, owner: QObject, progress: Progress) -> None:
        self.owner = owner
        self.progress = progress
        self._timer: QTimer | None = None

    def stop(self) -> None:
        """Ask the work to stop at its next report; what it began is undone."""
        self.progress.cancel()

    def look(self, looked: Callable[[Progress], None]) -> None:
        """Tell ``looked`` ten times a second how far the work is."""
        self._timer = QTimer()
        self._timer.setInterval(_POLL_MS)
        self._timer.timeout.connect(lambda: self._told(looked))
        self._timer.start()

    def settle(self) -> bool:
        """The work is over; whether anybody still waits for it."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        return isValid(self.owner)

    def _told(self, looked: Callable[[Progress], None]) -> None:
        if isValid(self.owner):
            looked(self.progress)


class Background(QObject):
    """Lanes, each a thread that does one thing after the other.

    Short work of the call never waits for an import: that runs on the other lane. What is kept on
    this computer's own disk waits for no server: it has the third.
    """

    _arrived = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        sys.setswitchinterval(_TURN_SECONDS)
        self._lanes = {name: _lane() for name in (DESK, LONG, HERE)}
        self._runs: set[Run] = set()
        self._is_over = False
        self._garbage = Garbage(self)
        self._garbage.hold()
        self._arrived.connect(self._land, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        *,
        owner: QObject,
        lane: str = DESK,
        refused: Callable[[QualdeskError], None] | None = None,
        looked: Callable[[Progress], None] | None = None,
        stopped: Callable[[], None] | None = None,
    ) -> Run:
        """Do ``work`` on a lane; then ``done`` with its result, here on the window's thread.

        ``refused`` hears a refusal, ``looked`` how far it is, ``stopped`` that it was stopped.
        When ``owner`` is gone by then, nobody hears anything. A fault nobody expected goes to
        ``sys.excepthook`` and is told to ``refused`` in one sentence. After :meth:`end` nothing is
        done and nobody hears anything.
        """
        run = Run(owner, Progress())
        if self._is_over:
            return run
        self._runs.add(run)
        if looked is not None:
            run.look(looked)

        sent = [_Errand(run, work, done, refused, stopped)]

        def carry() -> None:
            # The lane keeps the list only: what it was the last to hold, such as a timer, would
            # die on its thread when the window is through with it first.
            sent[0].carry_out()
            self._arrived.emit(sent)

        self._lanes[lane].start(carry)
        return run

    def close(self, patience_ms: int = 10_000) -> bool:
        """Stop what can be stopped and wait for the rest; whether all of it ended in time."""
        for run in self._runs:
            run.stop()
        ended = {name: pool.waitForDone(patience_ms) for name, pool in self._lanes.items()}
        if all(ended.values()):
            self._garbage.let_go()
        return all(ended.values())

    def end(self) -> None:
        """Begin nothing any more."""
        self._is_over = True

    @Slot(object)
    def _land(self, sent: "list[_Errand]") -> None:
        errand = sent.pop()
        self._runs.discard(errand.run)
        if errand.run.settle():
            errand.landing()


@dataclass(slots=True)
class _Errand:
    """What a lane is to do, and what is to be said about it on the window's thread."""

    run: Run
    work: Callable[[Progress], Any]
    done: Callable[[Any], None]
    refused: Callable[[QualdeskError], None] | None
    stopped: Callable[[], None] | None
    landing: Callable[[], None] = lambda: None

    def carry_out(self) -> None:
        """Do the work, on the lane's thread."""
        try:
            result = self.work(self.run.progress)
        except Cancelled:
            self.landing = self.stopped or self.landing
        except QualdeskError as error:
            if self.refused is not None:
                self.landing = partial(self.refused, error)
        except Exception as fault:  # noqa: BLE001 - the edge of a thread: the window must hear of it
            self.landing = partial(_tell_fault, fault, self.refused)
        else:
            self.landing = partial(self.done, result)


def _lane() -> QThreadPool:
    """A pool of one thread that stays: its connections to the workspace are kept open."""
    pool = QThreadPool()
    pool.setMaxThreadCount(1)
    pool.setExpiryTimeout(-1)
    return pool


def _tell_fault(fault: Exception, refused: Callable[[QualdeskError], None] | None) -> None:
    sys.excepthook(type(fault), fault, fault.__traceback__)
    if refused is not None:
        refused(QualdeskError(tr(_FAULT)))
