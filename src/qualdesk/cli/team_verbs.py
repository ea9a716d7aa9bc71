"""The verbs that make a team of a workspace on a server, and look it over."""

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from getpass import getpass
from pathlib import Path

from qualdesk import teams
from qualdesk.cli.limit_verbs import add_limit_verbs, limits
from qualdesk.cli.plain import say
from qualdesk.core.errors import PasswordNeeded, Refused
from qualdesk.core.team_found import LookedOver
from qualdesk.settings import Settings

Verb = Callable[[str, str], ArgumentParser]
DONE, WRONG = 0, 1
ROLES = ("caller", "supervisor", "sales", "auditor")


def add_team_verbs(verb: Verb) -> None:
    """Add the verbs with ``verb``, which makes one from its name and what it does."""
    init = verb("init", "make a team of a workspace on a server; again after each upgrade")
    init.add_argument(
        "--prefix", default="", metavar="WORD", help="how its roles begin (default: the database)"
    )
    add = verb("add-person", "give somebody a login of their own")
    add.add_argument("name", metavar="NAME")
    add.add_argument("--role", choices=ROLES, help="what they may (needed for a new login)")
    add.add_argument(
        "--new-password", action="store_true", help="another password for the login they have"
    )
    add.add_argument(
        "--password-file",
        type=Path,
        metavar="FILE",
        help="a new file for it",
    )
    add.add_argument(
        "--client", default="", metavar="CLIENT", help="for whom alone they work (new logins)"
    )
    bind = verb("bind", "let somebody see one client alone; without a client, all of them")
    bind.add_argument("name", metavar="NAME")
    bind.add_argument("--client", default="", metavar="CLIENT")
    remove = verb("remove-person", "take somebody's login away; what they did stays theirs")
    remove.add_argument("name", metavar="NAME")
    add_limit_verbs(verb)
    check = verb("check", "whether roles, rights and functions are as they should be")
    check.add_argument("--mend", action="store_true", help="put right what can be, and look again")


def team(settings: Settings, asked: Namespace) -> int:
    """Whichever of the verbs was asked for."""
    return _VERBS[asked.what](settings, asked)


def _init(settings: Settings, asked: Namespace) -> int:
    made = teams.set_up_team(settings.database, asked.prefix, ask=_password)
    lines = [
        f"The team is set up: {made.functions} functions, {made.changed} things new or changed.",
        f"Its roles begin with {made.prefix}_.",
        "Who is to work here needs a login: qualdesk team add-person NAME --role caller",
    ]
    say(made, lines, as_data=asked.json)
    return DONE


def _add(settings: Settings, asked: Namespace) -> int:
    if not asked.new_password and not asked.role:
        raise Refused("Say what they may: --role caller, supervisor, sales or auditor.")
    kept = _new_file(asked.password_file)
    try:
        if asked.new_password:
            made = teams.new_password(settings.database, asked.name, ask=_password)
        else:
            by = asked.caller or settings.caller
            made = teams.add_person(
                settings.database,
                asked.name,
                asked.role,
                by=by,
                ask=_password,
                client=asked.client,
            )
    except BaseException:
        if kept is not None:
            asked.password_file.unlink()
        raise
    told = {"login": made.login, "name": made.name, "role": made.role}
    address = teams.address_for(settings.database, made.login)
    told["address"] = address
    lines = [f"{made.name} is let in as {made.login} ({made.role}).", f"Address: {address}"]
    if kept is not None:
        kept(made.password)
        lines.append(f"The password is in {asked.password_file}. Hand it over, then remove it.")
    else:
        told["password"] = made.password
        lines += [f"Password: {made.password}", "It is shown this once. Hand it over by hand."]
    say(told, lines, as_data=asked.json)
    return DONE


def _bind(settings: Settings, asked: Namespace) -> int:
    by = asked.caller or settings.caller
    whose = teams.bind(settings.database, asked.name, asked.client, by=by, ask=_password)
    line = f"{asked.name} works for {whose or 'all clients'}."
    say({"name": asked.name, "client": whose}, [line], as_data=asked.json)
    return DONE


def _remove(settings: Settings, asked: Namespace) -> int:
    by = asked.caller or settings.caller
    gone = teams.remove_person(settings.database, asked.name, by=by, ask=_password)
    lines = [
        f"{gone.login} is gone; {gone.name} is not let in any more.",
        f"Leads they had in hand, which are anybody's now: {gone.released}.",
    ]
    say(gone, lines, as_data=asked.json)
    return DONE


def _check(settings: Settings, asked: Namespace) -> int:
    found = teams.look_over(settings.database, ask=_password)
    if asked.mend and found.can_be_mended:
        teams.set_up_team(settings.database, ask=_password)
        found = teams.look_over(settings.database, ask=_password)
    say(found.found, _lines(found), as_data=asked.json)
    return DONE if found.is_right else WRONG


def _lines(found: LookedOver) -> list[str]:
    lines = []
    for one in found.found:
        lines.append(f"{one.what}: " + ("right" if one.is_right else "not right"))
        lines += [f"    {wrong}" for wrong in one.wrong]
    if found.can_be_mended:
        lines.append("What setting up puts right: qualdesk team check --mend")
    return lines


def _new_file(path: Path | None) -> Callable[[str], object] | None:
    """Writes a password into a file nobody else reads, made before the login is.

    Raises:
        Refused: it is there already, or cannot be made.
    """
    if path is None:
        return None
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError:
        raise Refused(f"{path} cannot be made, or is there already. Name a new file.") from None
    return lambda password: path.write_text(password + "\n", encoding="utf-8")


def _password(place: str) -> str:
    """The administrator's own password, typed without showing it.

    Raises:
        PasswordNeeded: nobody is there to type it.
    """
    if not sys.stdin.isatty():
        raise PasswordNeeded
    return getpass(f"Password for {place}: ")


_VERBS: dict[str, Callable[[Settings, Namespace], int]] = {
    "init": _init,
    "add-person": _add,
    "bind": _bind,
    "remove-person": _remove,
    "check": _check,
    "limits": limits,
}
