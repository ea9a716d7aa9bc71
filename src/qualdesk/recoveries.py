"""The door for what is done with a workspace that is not open: its backups, and its way back."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from qualdesk import keys
from qualdesk.bootstrap import file_of, looked_at
from qualdesk.core.backups import USUAL_PLAN, BackupPlan, Difference
from qualdesk.core.clock import SystemClock
from qualdesk.core.errors import KeyNeeded, Refused
from qualdesk.core.findings import LEFT_READABLE, CheckedFile, Finding
from qualdesk.core.frozen import frozen
from qualdesk.core.progress import Progress
from qualdesk.core.salvaged import Salvaged
from qualdesk.core.wording import tr
from qualdesk.desk.recovery import Forgotten, Recovery
from qualdesk.store import backup, backups, seals, wiping
from qualdesk.store.backups import Backup
from qualdesk.store.differing import difference

__all__ = [
    "Backup",
    "Forgotten",
    "Preview",
    "back_up_now",
    "backups_of",
    "check",
    "folder_of",
    "newest_good",
    "preview",
    "put_back",
    "replace_all",
    "salvage",
    "take_as_it_is",
]


@frozen
class Preview:
    """What putting a backup in place would come to.

    Attributes:
        path: the backup, which was read through and is whole.
        made: what its name says of it; None for a copy that lies elsewhere.
    """

    path: Path
    made: Backup | None
    difference: Difference


def backups_of(url: str, plan: BackupPlan = USUAL_PLAN) -> tuple[Backup, ...]:
    """The backups of a workspace file in their folder, the newest first; of a server's none.

    Raises:
        WorkspaceUnusable: the folder cannot be read.
    """
    file = file_of(url)
    return backups.backups_of(file, plan) if file else ()


def folder_of(url: str, plan: BackupPlan = USUAL_PLAN) -> Path | None:
    """Where the backups of a workspace file lie; None for a server's."""
    file = file_of(url)
    return backups.folder_of(file, plan) if file else None


def newest_good(url: str, plan: BackupPlan = USUAL_PLAN) -> Backup | None:
    """The newest backup that is whole and as it was written; None where there is none to read.

    Raises:
        WorkspaceUnusable: the folder cannot be read.
    """
    file = file_of(url)
    keys.use_kept(file)
    with suppress(KeyNeeded):
        return backups.newest_good(file, plan) if file else None
    return None


def back_up_now(url: str, plan: BackupPlan = USUAL_PLAN) -> Backup:
    """A checked backup in the folder, while people work.

    Raises:
        Refused: there is no workspace yet, or it is a team's, which its server backs up.
        WorkspaceUnusable: it cannot be written.
    """
    with _recovery(url, plan) as recovery:
        return recovery.make()


def replace_all(url: str, plan: BackupPlan = USUAL_PLAN) -> Forgotten:
    """A new backup, and none of those that were made before it: they may hold who was erased.

    Raises:
        Refused: there is no workspace yet, or it is a team's, which its server backs up.
        WorkspaceUnusable: no new one can be made: nothing was removed.
    """
    with _recovery(url, plan) as recovery:
        return recovery.forget_before(SystemClock().now())


def preview(url: str, name: str, plan: BackupPlan = USUAL_PLAN) -> Preview:
    """What putting this backup in place would come to: a path, a name in the folder, “newest”.

    Raises:
        KeyNeeded: it is encrypted, and its passphrase was not given.
        Refused: there is no such backup, or the workspace is a team's.
        WorkspaceUnusable: the backup is damaged.
    """
    file = _own_file(url)
    keys.use_kept(file)
    path = backups.find(file, plan, name)
    backup.refuse_bad(path)
    made = {one.path: one for one in backups.backups_of(file, plan)}
    return Preview(path=path, made=made.get(path), difference=difference(file, path))


def put_back(url: str, name: str, plan: BackupPlan = USUAL_PLAN) -> Path | None:
    """Put a backup in a workspace's place; where the present one is kept, None if none was.

    Raises:
        KeyNeeded: it is encrypted, and its passphrase was not given.
        Refused: the file is no backup, the workspace is open, or it is a team's.
        WorkspaceUnusable: the file cannot be written.
    """
    file = _own_file(url)
    keys.use_kept(file)
    return backup.restore(backups.find(file, plan, name), file, SystemClock().now())


def check(url: str, plan: BackupPlan = USUAL_PLAN) -> CheckedFile:
    """Look through a workspace's database and mend what can be mended.

    Raises:
        Refused: there is no workspace.
        WorkspaceUnusable: it cannot be read at all.
    """
    file = file_of(url)
    if file is not None and not file.exists():
        raise Refused(tr("There is no workspace at {file}.", file=file))
    # Opening it removes them: what was there is looked for before.
    left = wiping.left_of(file) if file else ()
    with _recovery(url, plan) as recovery:
        found = recovery.check()
    if not left:
        return found
    stayed = [one for one in left if one.exists()]
    where = ", ".join(one.name for one in stayed or left)
    count = len(stayed or left)
    told = Finding(kind=LEFT_READABLE, count=count, detail=where, is_mended=not stayed)
    return replace(found, findings=(told, *found.findings))


def salvage(url: str, plan: BackupPlan = USUAL_PLAN, progress: Progress | None = None) -> Salvaged:
    """Put what can be read of a damaged workspace into a new file beside it.

    The damaged one is only read. Do-not-calls it has lost come from the newest good backup. The
    new file is put in place as a backup is.

    Raises:
        Refused: there is no workspace file, or nothing in it can be read.
        KeyNeeded: it is encrypted, and its passphrase was not given.
        WorkspaceTooNew: a newer program made it.
        WorkspaceUnusable: it cannot be read, or the new one cannot be written.
        Cancelled: somebody stopped it; nothing is left of it.
    """
    file = _own_file(url)
    if not file.exists():
        raise Refused(tr("There is no workspace at {file}.", file=file))
    keys.use_kept(file)
    progress, clock = progress or Progress(), SystemClock()
    good = newest_good(url, plan)
    target = backups.place_for_salvage(file, clock.now())
    wiping.clear_salvaged(file)
    from qualdesk.store import salvaging  # read where a file is damaged, not at each start

    return salvaging.salvage(file, target, clock, good.path if good else None, progress)


def take_as_it_is(url: str) -> None:
    """Let a workspace file count as it is that was changed by another program than ours.

    Raises:
        Refused: there is no workspace file.
        WorkspaceUnusable: it cannot be read or written.
    """
    file = _own_file(url)
    if not file.exists():
        raise Refused(tr("There is no workspace at {file}.", file=file))
    seals.take_as_it_is(file)


def _own_file(url: str) -> Path:
    file = file_of(url)
    if file is None:
        raise Refused(tr("A team's workspace is put back on its server, with pg_restore."))
    return file


@contextmanager
def _recovery(url: str, plan: BackupPlan) -> Iterator[Recovery]:
    file = file_of(url)
    if file is not None and not file.exists():
        raise Refused(
            tr("There is no workspace at {file} yet, so there is nothing to copy.", file=file)
        )
    with looked_at(url, plan) as store:
        yield Recovery(store)
