"""Backups of the workspace that are made by themselves, and the check of its database."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from qualdesk.core.backups import (
    BY_HAND,
    CHANGE,
    DAILY,
    ERASURE,
    MENDING,
    NONE_BY_ITSELF,
    REASONS,
    is_due,
)
from qualdesk.core.changes import NO_CHANGES, Changes
from qualdesk.core.errors import Refused, WorkspaceDamaged, WorkspaceUnusable
from qualdesk.core.findings import LEFT_OPEN, STRUCTURE, CheckedFile, Finding
from qualdesk.core.frozen import frozen
from qualdesk.core.progress import Progress
from qualdesk.core.wording import tr
from qualdesk.store import backup_notes
from qualdesk.store.database import Store

if TYPE_CHECKING:
    from qualdesk.store.backups import Backup

# Of acts on many leads, one backup in so long; after a failure nothing is tried for longer.
_OF_CHANGES: Final = timedelta(minutes=10)
_TRIED_AGAIN: Final = timedelta(hours=1)


@frozen
class Forgotten:
    """Backups that still held somebody who was erased, and are gone; those that stayed."""

    backup: "Backup"
    removed: "tuple[Backup, ...]"
    stayed: "tuple[Backup, ...]"

    @property
    def changes(self) -> Changes:
        """Nothing in the workspace."""
        return NO_CHANGES


class Recovery:
    """Looks after copies of a workspace file; a server's workspace is looked after there."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def makes_backups(self) -> bool:
        """Whether copies are made by themselves here."""
        plan = self._store.backups or NONE_BY_ITSELF
        keeps_any = bool(plan.days or plan.weeks or plan.months)
        return keeps_any and self._store.dialect.name == "sqlite"

    def backups(self) -> "tuple[Backup, ...]":
        """The backups in the folder, the newest first; none of a server's workspace.

        Raises:
            WorkspaceUnusable: the folder cannot be read.
        """
        plan = self._store.backups
        if plan is None or self._store.dialect.name != "sqlite":
            return ()
        # What may be missing is asked at each start, and needs none of these.
        from qualdesk.store.backup import file_of
        from qualdesk.store.backups import backups_of

        return backups_of(file_of(self._store), plan)

    def copies(self) -> "tuple[Backup, ...]":
        """The backups, and what was kept aside when one was put in place; the newest first.

        Raises:
            WorkspaceUnusable: the folder cannot be read.
        """
        plan = self._store.backups
        if plan is None or self._store.dialect.name != "sqlite":
            return ()
        from qualdesk.store.backup import file_of
        from qualdesk.store.backups import every_copy

        return every_copy(file_of(self._store), plan)

    def make(self, why: str = BY_HAND) -> "Backup":
        """A checked backup in the folder, now.

        Raises:
            Refused: the workspace is a team's, or none are kept here.
            WorkspaceUnusable: it cannot be written.
        """
        from qualdesk.store import backups

        plan = self._store.backups
        if plan is None:
            raise Refused(tr("No backups are kept of this workspace."))
        made = backups.make(self._store, plan, why)
        with self._store.quietly(), self._store.transaction() as tx:
            backup_notes.went_well(tx)
        return made

    def keep_daily(self) -> Changes:
        """A backup, where the last is a day old. Cheap otherwise.

        Raises:
            Refused: it could not be made. Work goes on; it is tried again after an hour.
        """
        if not self.makes_backups or not is_due(self.backups(), self._store.clock.now()):
            return NO_CHANGES
        with self._store.reading() as tx:
            trouble = backup_notes.trouble(tx)
        if trouble is not None and self._store.clock.now() - trouble.at < _TRIED_AGAIN:
            return NO_CHANGES
        says = self._try(DAILY)
        if says:
            raise Refused(says)
        return NO_CHANGES

    def doubt(self) -> str:
        """What may be missing since a program ended too early, in words; empty where nothing is.

        It is said until the database was checked.
        """
        if self._store.dialect.name != "sqlite":
            return ""
        with self._store.reading() as tx:
            doubt = backup_notes.doubt(tx)
        return tr(doubt) if doubt else ""

    def forget_before(self, instant: datetime) -> Forgotten:
        """Remove every copy made before an instant, once a new one is made and checked.

        The new one is written anew: what was removed from the workspace is in no byte of it, also
        where the workspace itself was not compacted. Those removed are written over first.

        Raises:
            Refused: the workspace is a team's, or no backups are kept of it here.
            WorkspaceUnusable: no new one can be made: nothing was removed.
        """
        from qualdesk.store import backups
        from qualdesk.store.backup import file_of

        fresh = self.make(ERASURE)
        plan = self._store.backups
        assert plan is not None
        older = backups.made_before(file_of(self._store), plan, instant)
        stayed = backups.remove(older, wipe=True)
        gone = tuple(one for one in older if one not in stayed)
        return Forgotten(backup=fresh, removed=gone, stayed=stayed)

    def check(self, progress: Progress | None = None) -> CheckedFile:
        """Look through the whole database, and mend what follows from the rest of it.

        A backup is made before anything is mended; where none can be, nothing is.

        Raises:
            WorkspaceUnusable: the database cannot be read at all.
        """
        # Imported late: seldom asked for, and what it looks through is most of the store.
        from qualdesk.store import checking

        progress = progress or Progress()
        left_open = self._left_open()
        try:
            found = checking.faults_of(self._store, lambda what: progress.report(0, says=what))
        except WorkspaceDamaged as error:
            # In the database's words, as of a damage that it lists: ours name the way out again.
            told = getattr(error.__cause__, "orig", None) or error.__cause__ or error.says
            return CheckedFile(findings=(Finding(kind=STRUCTURE, detail=str(told).rstrip(".")),))
        if not found or not any(checking.may_be_mended(one) for one in found):
            return CheckedFile(findings=(*left_open, *found))
        copy = self.make(MENDING).path if self.makes_backups else ""
        mended = checking.mend_faults(self._store)
        return CheckedFile(findings=(*left_open, *mended), backup=str(copy))

    def _left_open(self) -> Sequence[Finding]:
        """What was said when the file was opened after a program had ended; said once more."""
        doubt = self.doubt()
        if not doubt:
            return ()
        with self._store.transaction() as tx:
            backup_notes.forget_doubt(tx)
        return (Finding(kind=LEFT_OPEN, detail=doubt, is_mended=True),)

    def _try(self, why: str) -> str:
        """Make a backup; why that failed, which is written down and stops nothing."""
        try:
            self.make(why)
        except (Refused, WorkspaceUnusable) as error:
            says = tr(
                "The backup {why} could not be made: {fault} Work goes on without it.",
                why=tr(REASONS[why]),
                fault=error.says,
            )
            with self._store.quietly(), self._store.transaction() as tx:
                backup_notes.went_wrong(tx, error.says)
            return says
        return ""


def back_up_before(store: Store, why: str) -> str:
    """A backup before a list is loaded or many leads are changed; why there is none, in words.

    Of changes of many leads one in ten minutes; none where copies are not made by themselves. A
    failure is written down, and what was asked goes on.
    """
    recovery = Recovery(store)
    if not recovery.makes_backups:
        return ""
    now = store.clock.now()
    if why == CHANGE and any(
        timedelta() <= now - one.made_at < _OF_CHANGES for one in recovery.backups()
    ):
        return ""
    return recovery._try(why)  # noqa: SLF001 - of the same module
