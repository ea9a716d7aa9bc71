"""The folder of backups of a workspace file: made, named, thinned, and the newest good one."""

import hashlib
import os
import re
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from qualdesk.core.backups import ASIDE, ERASURE, REASONS, UPDATE, BackupPlan, spare
from qualdesk.core.errors import KeyNeeded, QualdeskError, Refused, WorkspaceUnusable
from qualdesk.core.frozen import frozen
from qualdesk.core.wording import tr
from qualdesk.store import ciphers, wiping
from qualdesk.store.backup import copy_whole, file_of, refuse_bad
from qualdesk.store.database import Store

_MOMENT = "%Y%m%d-%H%M%S-%f"
_NAME = r"-(\d{8}-\d{6}-\d{6})-([a-z]+)\.sqlite"
_UNFINISHED = r"-(\d{8}-\d{6}-\d{6})-[a-z]+\.sqlite\.\d+\.new(?:\.anew)?"
# One that is being made is younger.
_GIVEN_UP = timedelta(hours=1)
_UNFINISHED_SALVAGE = r"\.salvaged-(\d{8}-\d{6}-\d{6})"
_ASIDE = r"\.(?:before-[a-z]+|salvaged)-(\d{8}-\d{6}-\d{6})"


@frozen
class Backup:
    """A copy of a workspace file.

    Attributes:
        made_at: when, UTC, as its name says.
        why: one of the reasons of ``core/backups.py``.
        size: bytes.
    """

    path: Path
    made_at: datetime
    why: str
    size: int


def folder_of(file: Path, plan: BackupPlan) -> Path:
    """Where the backups of a workspace file lie."""
    return Path(plan.folder).expanduser() if plan.folder else file.parent / "backups"


def backups_of(file: Path, plan: BackupPlan) -> tuple[Backup, ...]:
    """The backups of a workspace file, the newest first; those kept aside are not among them."""
    return _found(folder_of(file, plan), re.escape(_begin_of(file, plan)) + _NAME)


def kept_aside(file: Path) -> tuple[Backup, ...]:
    """Workspace files that others took the place of, and copies older programs kept beside it."""
    return _found(file.parent, re.escape(file.stem) + _ASIDE + re.escape(file.suffix))


def every_copy(file: Path, plan: BackupPlan) -> tuple[Backup, ...]:
    """The backups of a workspace file and those kept aside, the newest first."""
    every = (*backups_of(file, plan), *kept_aside(file))
    return tuple(sorted(every, key=lambda one: one.made_at, reverse=True))


def made_before(file: Path, plan: BackupPlan, instant: datetime) -> tuple[Backup, ...]:
    """Every copy made before an instant, the newest first: what was erased then is in them yet.

    Among them are those that a program began and did not finish, because it was ended.
    """
    begun = (
        *_found(folder_of(file, plan), r"\." + re.escape(_begin_of(file, plan)) + _UNFINISHED),
        *_found(
            file.parent,
            rf"\.{re.escape(file.stem)}{_UNFINISHED_SALVAGE}{re.escape(file.suffix)}\.\d+\.new",
        ),
    )
    given_up = tuple(one for one in begun if one.made_at < instant - _GIVEN_UP)
    return tuple(one for one in (*every_copy(file, plan), *given_up) if one.made_at < instant)


def make(store: Store, plan: BackupPlan, why: str) -> Backup:
    """A checked copy in the folder; those the plan has no place for any more are removed.

    One made after a person was erased is written anew: no byte of them is in it.

    Raises:
        Refused: the workspace is not a file.
        WorkspaceUnusable: the copy cannot be written, or was not whole; nothing was removed.
    """
    file, at = file_of(store), store.clock.now().astimezone(UTC)
    name = f"{_begin_of(file, plan)}-{at.strftime(_MOMENT)}-{why}.sqlite"
    target = folder_of(file, plan) / name
    copy_whole(file, target, anew=why == ERASURE)
    size = target.stat().st_size
    # Not the one just made, where others say that they were made later: a clock was wrong.
    too_many = spare(backups_of(file, plan), plan)
    remove(tuple(one for one in too_many if one.path != target))
    return Backup(path=target, made_at=at, why=why, size=size)


def keep_before_update(store: Store, plan: BackupPlan) -> Path | None:
    """A backup made before the tables are changed; None for a server's workspace.

    Raises:
        WorkspaceUnusable: the copy cannot be written: then nothing must be changed.
    """
    return make(store, plan, UPDATE).path if store.dialect.name == "sqlite" else None


def remove(backups: tuple[Backup, ...], *, wipe: bool = False) -> tuple[Backup, ...]:
    """Remove copies for good, written over first if wanted; those that stayed come back."""
    stayed = []
    for one in backups:
        try:
            for end in ("", "-wal", "-shm", "-journal"):
                path = one.path.with_name(one.path.name + end)
                # One with a second name is in somebody's own copies as well: it is theirs.
                if wipe and path.exists() and path.stat().st_nlink == 1:
                    wiping.wipe(path)
                path.unlink(missing_ok=True)
        except OSError:
            stayed.append(one)
    return tuple(stayed)


def newest_good(file: Path, plan: BackupPlan) -> Backup | None:
    """The newest backup that is as it was written; each is read through until one is.

    Raises:
        KeyNeeded: none that can be read is, and one is encrypted that nothing given opens.
    """
    locked = None
    for one in backups_of(file, plan):
        try:
            refuse_bad(one.path)
        except KeyNeeded:
            locked = locked or one.path
        except QualdeskError:
            continue
        else:
            return one
    if locked is not None:
        tried = ciphers.passphrases_for(locked)
        raise KeyNeeded(ciphers.wrong_for(locked)) if tried else KeyNeeded
    return None


def place_for_salvage(file: Path, at: datetime) -> Path:
    """Where what can be read of a damaged file goes: beside it, found as what was kept aside."""
    moment = at.astimezone(UTC).strftime(_MOMENT)
    return file.with_name(f"{file.stem}.salvaged-{moment}{file.suffix}")


def find(file: Path, plan: BackupPlan, name: str) -> Path:
    """The backup somebody names: by its path, its name in the folder, or ``newest``.

    Raises:
        KeyNeeded: see :func:`newest_good`.
        Refused: there is no backup yet, or none of that name.
    """
    if name == "newest":
        good = newest_good(file, plan)
        if good is None:
            place = folder_of(file, plan)
            raise Refused(tr("There is no good backup of this workspace in {place}.", place=place))
        return good.path
    asked = Path(name)
    inside = folder_of(file, plan) / name
    return inside if not asked.exists() and inside.exists() else asked


def refuse_bad_folder(folder: str) -> None:
    """Do nothing for a folder backups can lie in; it is made when the first is.

    Raises:
        Refused: it is a file.
    """
    if folder and Path(folder).expanduser().is_file():
        raise Refused(tr("{path} is a file. Choose a folder for backups.", path=folder))


def _begin_of(file: Path, plan: BackupPlan) -> str:
    """What the names of its backups begin with: no other workspace's, else one thins the other's.

    Two files of one folder differ in their names. A folder somebody chose is that of every
    workspace of this computer, and two of them may be called the same.
    """
    name = file.stem if file.suffix == ".sqlite" else file.name
    if not plan.folder:
        return name
    place = os.fsencode(os.path.realpath(file.parent))
    return f"{name}-{hashlib.sha256(place).hexdigest()[:8]}"


def _found(folder: Path, pattern: str) -> tuple[Backup, ...]:
    found = []
    try:
        for path in folder.iterdir() if folder.is_dir() else ():
            name = re.fullmatch(pattern, path.name)
            why = name[2] if name and len(name.groups()) > 1 else ASIDE
            if name and why in REASONS:
                # Its day is none, or another program removed it meanwhile.
                with suppress(ValueError, FileNotFoundError):
                    at = datetime.strptime(name[1], _MOMENT).replace(tzinfo=UTC)
                    size = path.stat().st_size
                    found.append(Backup(path=path, made_at=at, why=why, size=size))
    except OSError as error:
        raise WorkspaceUnusable(
            tr("{path} cannot be read: {why}.", path=folder, why=error.strerror)
        ) from error
    return tuple(sorted(found, key=lambda one: (one.made_at, one.path.name), reverse=True))
