"""Running a verb: the desk is opened, asked and closed, and every refusal is one sentence."""

from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from qualdesk.bootstrap import open_desk, refuse_missing
from qualdesk.cli import (
    beside_verbs,
    campaigns,
    client_verbs,
    definition_verbs,
    do_not_call,
    encrypt_verbs,
    event_verbs,
    floor_verbs,
    forecast_verbs,
    handoff_verbs,
    history_verbs,
    house,
    keeper_verbs,
    late_verbs,
    list_verbs,
    marketing_verbs,
    move_verbs,
    owner_verbs,
    past_verbs,
    people_verbs,
    period_report_verbs,
    phone_verbs,
    privacy_verbs,
    queue_verbs,
    report_verbs,
    routing_verbs,
    rule_verbs,
    said_no,
    sales_verbs,
    script_verbs,
    search_verbs,
    team_verbs,
    telling_verbs,
    way_back_verbs,
)
from qualdesk.cli.edge import at_the_edge, tried
from qualdesk.cli.parser import make_parser
from qualdesk.cli.verbs import VERBS
from qualdesk.core.clock import Clock, SetClock, SystemClock
from qualdesk.core.errors import KeyNeeded, Refused
from qualdesk.core.wording import tr
from qualdesk.settings import Settings, load_settings

Rooms = Mapping[str | None, Callable[[Settings, Namespace], int]]

# Read without a workspace: whoever asks for a rule need not have one.
_OF_RULES = {"rules": lambda settings, asked: rule_verbs.rules(settings, clock_for(asked), asked)}

# Opens the workspace itself, and keeps it open.
_OF_THE_HOUSE: Mapping[str, Callable[[Settings, Namespace], int]] = {
    **house.VERBS,
    **encrypt_verbs.VERBS,
    "move": lambda settings, asked: move_verbs.move(settings, asked, clock_for(asked)),
    "team": team_verbs.team,
    "keeper": lambda settings, asked: keeper_verbs.keep(
        settings, asked, clock_for(asked), partial(tried, settings)
    ),
}

_OF_FILES = {**script_verbs.OF_FILES, **definition_verbs.OF_FILES}
# Of the verbs, this one alone: the others would answer for an empty desk at a mistyped address.
_MAKES_A_WORKSPACE = ("campaign", "new")
_OF_THE_DESK = {
    **VERBS,
    **beside_verbs.VERBS,
    **campaigns.VERBS,
    **event_verbs.VERBS,
    **floor_verbs.VERBS,
    **forecast_verbs.VERBS,
    **handoff_verbs.VERBS,
    **history_verbs.VERBS,
    **late_verbs.VERBS,
    **owner_verbs.VERBS,
    **script_verbs.VERBS,
    **definition_verbs.VERBS,
    **past_verbs.VERBS,
    **list_verbs.VERBS,
    **queue_verbs.VERBS,
    **do_not_call.VERBS,
    **said_no.VERBS,
    **people_verbs.VERBS,
    **client_verbs.VERBS,
    **phone_verbs.VERBS,
    **privacy_verbs.VERBS,
    **marketing_verbs.VERBS,
    **report_verbs.VERBS,
    **period_report_verbs.VERBS,
    **routing_verbs.VERBS,
    **sales_verbs.VERBS,
    **search_verbs.VERBS,
    **telling_verbs.VERBS,
    **way_back_verbs.VERBS,
}


def read_command(words: Sequence[str]) -> Namespace:
    """The command a person typed, with every option present.

    Raises:
        Refused: the command is not one of ours, in one sentence.
    """
    asked = make_parser().parse_args(words)
    given = vars(asked)
    for name in ("db", "at", "caller"):
        given.setdefault(name, None)
    given.setdefault("json", False)
    return asked


def settings_for(asked: Namespace) -> Settings:
    """The person's settings, with what the command says in their place."""
    return load_settings(database=asked.db, caller=asked.caller)


def clock_for(asked: Namespace) -> Clock:
    """The computer's clock, or one set by ``--at``."""
    return SetClock(asked.at) if asked.at else SystemClock()


def run(asked: Namespace, rooms: Rooms) -> int:
    """Do what a command asks; 0 done, 1 done with rows left out, 2 refused."""
    settings = settings_for(asked)
    room = rooms.get(asked.verb) or _OF_THE_HOUSE.get(asked.verb) or _OF_RULES.get(asked.verb)
    if room is not None:
        return room(settings, asked)
    verb = (asked.verb, getattr(asked, "what", None) or "")
    if verb in _OF_FILES:
        return _OF_FILES[verb](asked)
    if verb != _MAKES_A_WORKSPACE:
        refuse_missing(settings.database)
    desk = open_desk(
        settings.database,
        clock=clock_for(asked),
        caller=settings.caller,
        limits=settings.limits,
        rules=settings.rules_folder,
        mail=settings.mail,
        backups=settings.backups,
    )
    try:
        _refuse_other_name(desk.caller, asked.caller)
        return _OF_THE_DESK[verb](desk, asked)
    finally:
        desk.close()


def _run_unlocked(settings: Settings, asked: Namespace, rooms: Rooms) -> int:
    """Do what a command asks; before an encrypted file is opened nothing was done yet."""
    try:
        return run(asked, rooms)
    except KeyNeeded as needed:
        if not encrypt_verbs.unlocked(settings, asked):
            raise encrypt_verbs.cannot_ask(needed) from None
        return run(asked, rooms)


def _refuse_other_name(own: str, typed: str | None) -> None:
    """Nobody works under another's name where the login says who they are.

    Raises:
        Refused: ``--caller`` named somebody else.
    """
    if typed and typed.casefold() != own.casefold():
        raise Refused(
            tr(
                "You are logged in as {own}. Leave --caller out: in a team the login says who "
                "somebody is.",
                own=own,
            )
        )


def guarded(words: Sequence[str], rooms: Rooms) -> int:
    """One command from its words to its exit code. Nothing gets out but a sentence.

    ``rooms`` are the verbs of others: the demo, and the window, which opens without a verb.
    """
    asked: list[Namespace] = []

    def settings() -> Settings:
        asked.append(read_command(words))
        return settings_for(asked[0])

    return at_the_edge(settings, lambda settings: _run_unlocked(settings, asked[0], rooms))
