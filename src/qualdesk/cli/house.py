"""What this computer has and lacks, and where the data is: the doctor."""

import platform
from argparse import Namespace
from collections.abc import Callable, Mapping

from qualdesk import __version__
from qualdesk.bootstrap import WorkspaceFacts, facts_of, file_of
from qualdesk.cli import doctor, encrypt_verbs, recovery_verbs
from qualdesk.cli.plain import say
from qualdesk.core.backups import age_words
from qualdesk.core.clock import SystemClock
from qualdesk.core.errors import KeyNeeded, QualdeskError, WorkspaceTooNew
from qualdesk.core.team import role_words
from qualdesk.settings import Settings


def examine(settings: Settings, asked: Namespace) -> int:
    """What this computer has and lacks, and where the data is; 2 when something is missing."""
    libraries = doctor.missing_libraries(window=True)
    display = doctor.missing_display()
    facts, trouble, way_out = _workspace(settings, asked)
    lines = [
        f"qualdesk {__version__}, Python {platform.python_version()}, {platform.system()}",
        *_place_lines(facts, trouble),
        f"Caller: {_who(settings, facts)}",
        f"Log: {settings.log_file}",
        f"Display: {display or 'there is one'}",
    ]
    if facts.connected:
        lines.append(f"Connection: {facts.connected.says}")
        lines += [f"Team server: {doubt}" for doubt in facts.connected.doubts]
    lines += [f"Login: {one.says} {one.do}" for one in facts.standing.faults]
    if trouble:
        lines.append(f"The workspace: {trouble}")
        lines += way_out
    if facts.doubt:
        lines.append(f"The workspace: {facts.doubt}")
    if libraries:
        lines.append(f"Missing for the window: {', '.join(libraries)}")
        lines.append(f"Install them with: {doctor.apt_line(libraries)}")
    else:
        lines.append("System libraries: all there")
    data = {
        "version": __version__,
        "python": platform.python_version(),
        "database": facts,
        "trouble": trouble,
        "caller": facts.standing.me.name if facts.standing.me else settings.caller,
        "missing_libraries": libraries,
        "apt": doctor.apt_line(libraries),
        "display": not display,
    }
    say(data, lines, as_data=asked.json)
    return 2 if trouble or facts.standing.faults else 0


def _workspace(settings: Settings, asked: Namespace) -> tuple[WorkspaceFacts, str, list[str]]:
    """The workspace's facts; what is wrong with it if it cannot be looked at, and what helps."""
    try:
        try:
            return facts_of(settings.database, settings.backups), "", []
        except KeyNeeded as needed:
            if not encrypt_verbs.unlocked(settings, asked):
                raise encrypt_verbs.cannot_ask(needed) from None
            return facts_of(settings.database, settings.backups), "", []
    except QualdeskError as error:
        file = file_of(settings.database)
        kind = "PostgreSQL" if file is None else "SQLite"
        place = settings.database.rpartition("@")[2] if file is None else str(file)
        # Nothing is wrong with one that a newer program made: an older backup is no help.
        is_newer = isinstance(error, WorkspaceTooNew)
        helps = [] if is_newer else recovery_verbs.way_out(settings)
        return WorkspaceFacts(kind=kind, place=place), error.says, helps


def _place_lines(facts: WorkspaceFacts, trouble: str) -> list[str]:
    """Where it is, how old its tables and its last copy are; of what cannot be looked at, where."""
    if trouble:
        return [f"Workspace: {facts.kind} at {facts.place}, which was not opened"]
    return [
        f"Workspace: {facts.kind} at {facts.place}" + ("" if facts.number else ", not made yet"),
        f"Tables: step {facts.number}" if facts.number else "Tables: none yet",
        f"Last backup: {_backup_words(facts)}",
    ]


def _who(settings: Settings, facts: WorkspaceFacts) -> str:
    """Whose name calls stand under: the login's in a team, else the one typed here."""
    me = facts.standing.me
    if me is None:
        return settings.caller
    return f"{me.name}, {role_words(me.role).lower()}, as the login {me.login}"


def _backup_words(facts: WorkspaceFacts) -> str:
    if facts.kind == "PostgreSQL":
        return "on the server, by whoever runs it"
    if facts.backed_up_at is None:
        said = "never; make one with: qualdesk backup"
    else:
        age = age_words(facts.backed_up_at, SystemClock().now())
        said = f"{facts.backed_up_at:%Y-%m-%d %H:%M} UTC, {age}"
    return f"{said}. The one after it could not be made: {facts.trouble}" if facts.trouble else said


VERBS: Mapping[str, Callable[[Settings, Namespace], int]] = {
    **recovery_verbs.VERBS,
    "doctor": lambda settings, asked: (
        recovery_verbs.check(settings, asked) if asked.check else examine(settings, asked)
    ),
}
