"""The verbs of copies of a workspace: backup, backups, restore; and the check of its database."""

from argparse import Namespace
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from qualdesk import keys, recoveries
from qualdesk.bootstrap import back_up, file_of
from qualdesk.cli.plain import say
from qualdesk.core.backups import REASONS, age_words
from qualdesk.core.clock import SystemClock
from qualdesk.core.errors import QualdeskError
from qualdesk.core.wording import tr
from qualdesk.recoveries import Backup
from qualdesk.settings import Settings

_LEFT = 1


def add_recovery_verbs(verb: Callable[[str, str], Any]) -> None:
    """Add backup, backups, restore and salvage, each made by ``verb`` from its name and words."""
    copy = verb("backup", "copy the workspace, to a file or into the folder of backups")
    copy.add_argument("file", type=Path, metavar="FILE", nargs="?")
    there = verb("backups", "the backups in their folder, how old they are, why they were made")
    there.add_argument(
        "--replace",
        action="store_true",
        help="after erasing somebody: make a new one and remove all that were made before",
    )
    restore = verb("restore", "put a backup in the workspace's place")
    restore.add_argument(
        "file", metavar="FILE", help="a path, a name in the folder of backups, or newest"
    )
    restore.add_argument(
        "--preview", action="store_true", help="only say what would be gone; change nothing"
    )
    verb("salvage", "put what can be read of a damaged workspace into a new file beside it")


def add_check(doctor: Any) -> None:
    """What the doctor takes besides."""
    doctor.add_argument(
        "--check",
        action="store_true",
        help="look through the whole database, and mend what can be mended",
    )
    doctor.add_argument(
        "--as-it-is",
        action="store_true",
        help="with --check: let a file that another program changed count as it is",
    )


def make_backup(settings: Settings, asked: Namespace) -> int:
    """Copy the workspace while people work in it: to a file, or into the folder of backups."""
    if asked.file is None:
        made = recoveries.back_up_now(settings.database, settings.backups)
        say({"backup": made.path}, [f"The workspace is copied to {made.path}."], as_data=asked.json)
        return 0
    earlier = None
    with suppress(OSError):
        earlier = datetime.fromtimestamp(asked.file.stat().st_mtime, UTC)
    target = back_up(settings.database, asked.file)
    lines = [f"The workspace is copied to {target}."]
    if earlier:
        lines.append(f"It replaces the backup of {earlier:%Y-%m-%d %H:%M} UTC.")
    say({"backup": target, "replaces": earlier}, lines, as_data=asked.json)
    return 0


def list_backups(settings: Settings, asked: Namespace) -> int:
    """Every backup in the folder, the newest first; asked to, one new one in the place of all."""
    if asked.replace:
        return _replace(settings, asked)
    folder = recoveries.folder_of(settings.database, settings.backups)
    if folder is None:
        says = (
            "A team's workspace is backed up on its server: ask who runs it for pg_dump. How old "
            "that backup is, is not known here."
        )
        say({"folder": None, "backups": ()}, [says], as_data=asked.json)
        return 0
    found = recoveries.backups_of(settings.database, settings.backups)
    lines = [_line(one) for one in found] or ["There is no backup yet. Make one: qualdesk backup"]
    data = [
        {"file": one.path, "made_at": one.made_at, "why": one.why, "bytes": one.size}
        for one in found
    ]
    say({"folder": folder, "backups": data}, [f"In {folder}:", *lines], as_data=asked.json)
    return 0


def _replace(settings: Settings, asked: Namespace) -> int:
    """Nobody who was erased is in a backup any more: a new one is made, those before it go."""
    done = recoveries.replace_all(settings.database, settings.backups)
    lines = [
        f"The workspace is copied to {done.backup.path}.",
        f"Backups from before that are gone: {len(done.removed)}.",
        *(f"It could not be removed: {one.path}" for one in done.stayed),
    ]
    data = {"backup": done.backup.path, "removed": [one.path for one in done.removed]}
    say(data | {"stayed": [one.path for one in done.stayed]}, lines, as_data=asked.json)
    return _LEFT if done.stayed else 0


def restore(settings: Settings, asked: Namespace) -> int:
    """Put a copy in the workspace's place; what was there is kept aside."""
    seen = recoveries.preview(settings.database, asked.file, settings.backups)
    lines = [f"The backup {seen.path}{_of(seen.made)} is whole.", *seen.difference.says]
    aside = None
    if not asked.preview:
        aside = recoveries.put_back(settings.database, str(seen.path), settings.backups)
        lines.append(f"{seen.path} is the workspace now.")
        if aside:
            lines.append(f"What was there before is kept as {aside}.")
            lines.append(f"To go back to it: qualdesk restore {aside}")
    data = {"backup": seen.path, "gone": seen.difference, "kept_aside": aside}
    say(data | {"restored": None if asked.preview else seen.path}, lines, as_data=asked.json)
    return 0


def salvage(settings: Settings, asked: Namespace) -> int:
    """Put what can be read of a damaged workspace into a new file; 1 where something is missing."""
    done = recoveries.salvage(settings.database, settings.backups)
    lines = [*done.says, f"Put it in place: qualdesk restore {done.path}"]
    missing = [one for one in done.tables if not one.is_whole]
    data = {"file": done.path, "missing": missing, "unknown_people": done.nobody}
    data |= {"history_from": done.history, "paused": done.is_paused}
    say(data, lines, as_data=asked.json)
    return 0 if done.is_whole else _LEFT


def check(settings: Settings, asked: Namespace) -> int:
    """Look through the database and mend what can be mended; 1 while something is wrong."""
    if asked.as_it_is:
        recoveries.take_as_it_is(settings.database)
    try:
        found = recoveries.check(settings.database, settings.backups)
    except QualdeskError as error:
        if keys.is_locked(file_of(settings.database)):
            raise  # Its passphrase is asked for, and this is done again.
        lines = [error.says, *way_out(settings)]
        say({"trouble": error.says}, lines, as_data=asked.json)
        return 2
    lines = [*found.says]
    if not found.is_well:
        lines += way_out(settings)
    data = {
        "is_well": found.is_well,
        "findings": [
            {"kind": one.kind, "count": one.count, "mended": one.is_mended, "says": one.says}
            for one in found.findings
        ],
        "backup": found.backup,
    }
    say(data, lines, as_data=asked.json)
    return 0 if found.is_well else _LEFT


def way_out(settings: Settings) -> list[str]:
    """What helps where a workspace file cannot be used: its newest good backup, or its pieces."""
    lines: list[str] = []
    file = file_of(settings.database)
    if keys.is_locked(file):
        return lines  # As far as anybody knows nothing is wrong with it.
    with suppress(QualdeskError):
        good = recoveries.newest_good(settings.database, settings.backups)
        if good is not None:
            lines += [
                f"The newest good backup is {good.path}{_of(good).rstrip(',')}.",
                "See what is newer than it: qualdesk restore newest --preview",
                "Put it back: qualdesk restore newest",
            ]
    if file is not None and file.exists() and file.stat().st_size:
        lines.append(f"Put what can be read of {file} into a new file: qualdesk salvage")
    return lines


def _line(one: Backup) -> str:
    size = f"{one.size / 1_000_000:,.1f} MB"
    age = age_words(one.made_at, SystemClock().now())
    return f"  {one.path.name}  {age}, {tr(REASONS[one.why])}, {size}"


def _of(made: Backup | None) -> str:
    if made is None:
        return ""
    return f", made {made.made_at:%Y-%m-%d %H:%M} UTC {tr(REASONS[made.why])},"


VERBS: Mapping[str, Callable[[Settings, Namespace], int]] = {
    "backup": make_backup,
    "backups": list_backups,
    "restore": restore,
    "salvage": salvage,
}
