"""The saves of a call on their way to a team's server: kept here first, then done there.

Kept before anything is sent, so that no kill, no dead line and no restart loses one. Sent again
where nobody knows whether the server had it: every save done twice under its id is one.
"""

import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Final

from qualdesk.core.clock import Clock
from qualdesk.core.errors import ClaimLost, QualdeskError, WorkspaceUnusable
from qualdesk.core.ids import LeadId
from qualdesk.core.progress import Progress
from qualdesk.core.saves import LateOne, Save, Sent
from qualdesk.desk import Desk
from qualdesk.desk.saves import OPERATIONS, do, do_late

_AT_ONCE: Final = timedelta(seconds=1)
"""What is sent this soon was said when it arrives."""


def steady_seconds() -> float:
    """Seconds on a clock that nobody turns; it goes on while the computer sleeps, where it can."""
    of_boot = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if of_boot is None else time.clock_gettime(of_boot)


class Outbox:
    """What one person did at one team's workspace, on this computer, until the server has it."""

    def __init__(
        self, path: Path, clock: Clock, steady: Callable[[], float] = steady_seconds
    ) -> None:
        """Open the outbox, made when it is new.

        ``steady`` tells how long a save waited here, whatever becomes of the computer's clock.

        Raises:
            WorkspaceUnusable: it cannot be made or read there; the sentence says why.
        """
        from qualdesk.store.outbox import OutboxFile

        self._file = OutboxFile(path)
        self._clock, self._steady = clock, steady
        self._kept = dict[str, float]()

    def put(self, save: Save) -> int:
        """Keep a save on the disk; how many wait now.

        Raises:
            WorkspaceUnusable: the disk is full, or does not answer.
        """
        self._kept[save.id] = self._steady()
        return self._file.put(save)

    @property
    def waiting(self) -> int:
        """How many saves the server has not got."""
        return self._file.count()

    def send(self, desk: Desk, save: Save) -> object:
        """Do a save that is kept here; what its operation gives back.

        Raises:
            WorkspaceUnusable: the server cannot be reached or used: it waits on.
            QualdeskError: it was refused, or kept beside somebody else's call: it waits no more,
                its person is told.
        """
        try:
            found = do(desk, save)
        except WorkspaceUnusable:
            raise
        except QualdeskError:
            self._done(save)
            raise
        self._done(save)
        return found

    def replay(self, desk: Desk, zone: str, progress: Progress | None = None) -> Sent:
        """Do all that waits, in the order in which it was kept; what became of it.

        What cannot be done any more is kept on the server for a supervisor. ``zone`` is the
        clock on which the report says since when somebody else has a lead.

        Raises:
            WorkspaceUnusable: the server is out of reach again; the rest waits on.
        """
        sent, late = 0, dict[int, LateOne]()
        while waiting := [one for one in self._file.waiting() if one.does in OPERATIONS]:
            of = sent + self.waiting
            for save in waiting:
                with desk.said_before(self._waited(save)):
                    why = _replayed(desk, save, zone)
                self._done(save)
                sent += 1
                if why:
                    late[save.lead_id] = LateOne(name=save.name, why=why, lead_id=save.lead_id)
                if progress is not None:
                    progress.report(sent, of)
        self._file.tidy(self._clock.now())
        return Sent(sent=sent, late=tuple(late.values()))

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def _waited(self, save: Save) -> timedelta:
        """How long ago a save was made.

        Of one that another run of the program kept, this computer's clock has to say it.
        """
        if save.id in self._kept:
            waited = timedelta(seconds=self._steady() - self._kept[save.id])
        else:
            waited = self._clock.now() - save.kept_at
        return waited if waited > _AT_ONCE else timedelta()

    def _done(self, save: Save) -> None:
        self._kept.pop(save.id, None)
        self._file.done(save.id, self._clock.now())


def waiting_in(path: Path, clock: Clock) -> int:
    """How many saves wait in that file for a server; none where there is no such file.

    Raises:
        WorkspaceUnusable: it cannot be read; the sentence says why.
    """
    if not path.exists():
        return 0
    outbox = Outbox(path, clock)
    try:
        return outbox.waiting
    finally:
        outbox.close()


def _replayed(desk: Desk, save: Save, zone: str) -> str:
    """Do a save that waited; why it is for the supervisor, empty when it counts."""
    try:
        do_late(desk, save)
    except WorkspaceUnusable:
        raise
    except ClaimLost:
        return desk.late.who_has(LeadId(save.lead_id), zone)
    except QualdeskError as error:
        # Of somebody who was erased no word is kept again.
        desk.late.keep_save(save, error.says)
        return f"{save.name}: {error.says}" if save.name else error.says
    return ""
