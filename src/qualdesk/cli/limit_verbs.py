"""The verb about how much callers of a team may be shown, and how much they were."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import asdict, replace

from qualdesk.bootstrap import open_desk
from qualdesk.cli.plain import say
from qualdesk.core.claim_limits import ClaimLimits, LimitUse
from qualdesk.core.errors import Refused
from qualdesk.desk import Desk
from qualdesk.settings import Settings

Verb = Callable[[str, str], ArgumentParser]
_OPTIONS = {
    "seconds_between": "the least seconds from one lead to the next",
    "per_hour": "leads in any sixty minutes",
    "per_day": "leads in any 24 hours",
    "offline": "leads that may be taken along",
}


def add_limit_verbs(verb: Verb) -> None:
    """Add the verb with ``verb``, which makes one from its name and what it does."""
    limits = verb("limits", "how many leads callers may be shown, and how many they were")
    limits.add_argument("--of", default="", metavar="NAME", help="of one caller (default: of all)")
    for name, says in _OPTIONS.items():
        option = f"--{name.replace('_', '-')}"
        limits.add_argument(option, type=int, metavar="N", help=says)
    limits.add_argument("--because", default="", metavar="WORDS", help="why they are changed")


def limits(settings: Settings, asked: Namespace) -> int:
    """Show the limits, or change those that are named."""
    desk = open_desk(
        settings.database,
        caller=settings.caller,
        rules=settings.rules_folder,
        backups=settings.backups,
    )
    try:
        changed = {name: getattr(asked, name) for name in _OPTIONS}
        given = {name: value for name, value in changed.items() if value is not None}
        return _change(desk, asked, given) if given else _show(desk, asked)
    finally:
        desk.close()


def _show(desk: Desk, asked: Namespace) -> int:
    found = [use for use in desk.limits.all() if asked.of in {"", use.caller}]
    if asked.of and not found:
        raise Refused(f"There is no caller called {asked.of} with a login here.")
    usual = desk.limits.usual()
    lines = [f"Each caller, unless said: {_words(usual)}", *map(_line, found)]
    lines += [
        f"{one.caller} came near the limit of the {one.span}: {one.taken} of {one.allowed}."
        for one in desk.limits.alarms()
        if asked.of in {"", one.caller}
    ]
    told = {"usual": asdict(usual), "callers": [asdict(use) for use in found]}
    say(told, lines, as_data=asked.json)
    return 0


def _change(desk: Desk, asked: Namespace, given: dict[str, int]) -> int:
    own = {use.caller: use.limits for use in desk.limits.all()}
    before = own.get(asked.of) or desk.limits.usual()
    done = desk.limits.set(asked.of, replace(before, **given), asked.because)
    say({"says": done.says}, [done.says], as_data=asked.json)
    return 0


def _line(use: LimitUse) -> str:
    near = ", close to a limit" if use.is_near else ""
    hour, day = use.limits.per_hour, use.limits.per_day
    return f"{use.caller}: {use.this_hour} of {hour} this hour, {use.today} of {day} today{near}"


def _words(limits: ClaimLimits) -> str:
    return (
        f"{limits.per_hour} an hour, {limits.per_day} a day, "
        f"{limits.seconds_between} seconds between two, {limits.offline} taken along"
    )
