"""The one place that starts threads: two lanes of work, whose results land in the window."""

import sys
from collections.abc import Callable
from functools import partial
from typing import Any, Final, TypeVar

from PySide6.QtCore import QObject, Qt, QThreadPool, QTimer, Signal, Slot
from shiboken6 import isValid

from qualdesk.core.errors import QualdeskError
from qualdesk.core.progress import Cancelled, Progress

T = TypeVar("T")
DESK: Final = "desk"
LONG: Final = "long"
_POLL_MS: Final = 100
# A lane that waits for its turn to run Python gets it this soon. Python's own five milliseconds
# add up over the steps of a next lead while a list is being loaded.
_TURN_SECONDS: Final = 0.001
_FAULT: Final = "Something went wrong inside qualdesk. What was saved is safe; try again."


class Run(QObject):
    """Work under way. It lives on the window's thread and may be stopped from there."""

    def __init__(self, owner: QObject, progress: Progress) -> None:
        super().__init__()
        self.owner = owner
        self.progress = progress
        self._timer = QTimer(self)
        self._timer.setInterval(_POLL_MS)

    def stop(self) -> None:
        """Ask the work to stop at its next report; what it began is undone."""
        self.progress.cancel()

    def look(self, looked: Callable[[Progress], None]) -> None:
        """Tell ``looked`` ten times a second how far the work is."""
        self._timer.timeout.connect(lambda: self._told(looked))
        self._timer.start()

    def settle(self) -> bool:
        """The work is over; whether anybody still waits for it."""
        self._timer.stop()
        return isValid(self.owner)

    def _told(self, looked: Callable[[Progress], None]) -> None:
        if isValid(self.owner):
            looked(self.progress)


class Background(QObject):
    """Two lanes, each a thread that does one thing after the other.

    Short work of the call never waits for an import: that runs on the other lane.
    """

    _arrived = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        sys.setswitchinterval(_TURN_SECONDS)
        self._lanes = {name: _lane() for name in (DESK, LONG)}
        self._runs: set[Run] = set()
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
        ``sys.excepthook`` and is told to ``refused`` in one sentence.
        """
        run = Run(owner, Progress())
        self._runs.add(run)
        if looked is not None:
            run.look(looked)

        def carry() -> None:
            landing = _tried(work, run.progress, done, refused, stopped)
            self._arrived.emit((run, landing))

        self._lanes[lane].start(carry)
        return run

    def close(self, patience_ms: int = 10_000) -> bool:
        """Stop what can be stopped and wait for the rest; whether all of it ended in time."""
        for run in self._runs:
            run.stop()
        ended = {name: pool.waitForDone(patience_ms) for name, pool in self._lanes.items()}
        return all(ended.values())

    @Slot(object)
    def _land(self, arrived: tuple[Run, Callable[[], None]]) -> None:
        run, landing = arrived
        self._runs.discard(run)
        if run.settle():
            landing()


def _lane() -> QThreadPool:
    """A pool of one thread that stays: its connections to the workspace are kept open."""
    pool = QThreadPool()
    pool.setMaxThreadCount(1)
    pool.setExpiryTimeout(-1)
    return pool


def _tried(
    work: Callable[[Progress], T],
    progress: Progress,
    done: Callable[[T], None],
    refused: Callable[[QualdeskError], None] | None,
    stopped: Callable[[], None] | None,
) -> Callable[[], None]:
    """Do the work; what is to be said about it on the window's thread."""
    try:
        result = work(progress)
    except Cancelled:
        return stopped or _nothing
    except QualdeskError as error:
        return partial(refused, error) if refused is not None else _nothing
    except Exception as fault:  # noqa: BLE001 - the edge of a thread: the window must hear of it
        return partial(_tell_fault, fault, refused)
    return partial(done, result)


def _tell_fault(fault: Exception, refused: Callable[[QualdeskError], None] | None) -> None:
    sys.excepthook(type(fault), fault, fault.__traceback__)
    if refused is not None:
        refused(QualdeskError(_FAULT))


def _nothing(*_anything: Any) -> None:
    """Nobody asked to hear of it."""
