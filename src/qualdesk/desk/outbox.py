"""The saves of a call on their way to a team's server: kept here first, then done there.

Kept before anything is sent, so that no kill, no dead line and no restart loses one. Sent again
where nobody knows whether the server had it: every save done twice under its id is one.
"""

from pathlib import Path

from qualdesk.core.clock import Clock
from qualdesk.core.errors import ClaimLost, QualdeskError, WorkspaceUnusable
from qualdesk.core.ids import LeadId
from qualdesk.core.progress import Progress
from qualdesk.core.saves import LateOne, Save, Sent
from qualdesk.desk import Desk
from qualdesk.desk.saves import OPERATIONS, do, do_late
from qualdesk.store.outbox import OutboxFile


class Outbox:
    """What one person did at one team's workspace, on this computer, until the server has it."""

    def __init__(self, path: Path, clock: Clock) -> None:
        """Open the outbox, made when it is new.

        Raises:
            WorkspaceUnusable: it cannot be made or read there; the sentence says why.
        """
        self._file = OutboxFile(path)
        self._clock = clock

    def put(self, save: Save) -> int:
        """Keep a save on the disk; how many wait now.

        Raises:
            WorkspaceUnusable: the disk is full, or does not answer.
        """
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

    def _done(self, save: Save) -> None:
        self._file.done(save.id, self._clock.now())


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
