"""The verbs about who works here: their hours, what they do, and how they are reached."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from typing import Any

from qualdesk.cli.plain import say
from qualdesk.core.languages import language_name
from qualdesk.core.members import ROLES, Member, hours_words, read_hours
from qualdesk.core.times import day_words
from qualdesk.desk import Desk

Verb = Callable[[str, str], ArgumentParser]


def add_people_verbs(verb: Verb) -> None:
    """Add the verbs with ``verb``, which makes one from its name and what it does."""
    hours = verb("hours", "say when somebody works: “mon-fri 9-17; sat 9-12”, “” for never said")
    hours.add_argument("hours", nargs="?", metavar="HOURS", help="when they make calls")
    hours.add_argument("--duty", metavar="HOURS", help="when a call can be handed to them")
    hours.add_argument("--zone", metavar="ZONE", help="the clock they are on: Europe/Berlin")
    details = verb("set", "say what somebody does and how they are reached")
    details.add_argument("--role", choices=tuple(ROLES))
    details.add_argument("--email", metavar="ADDRESS")
    details.add_argument("--phone", metavar="NUMBER")
    details.add_argument("--languages", metavar="TAGS", help="the best one first: de,en")
    for made in (hours, details):
        made.add_argument("--name", default="", metavar="NAME", help="of whom (default: you)")
    duty = verb("on-duty", "who a call can be handed to now")
    duty.add_argument("--role", choices=tuple(ROLES), default="sales")


def people(desk: Desk, asked: Namespace) -> int:
    """Everybody who works here."""
    found = desk.people.members()
    lines = [_line(one) for one in found] or ["Nobody has worked here yet."]
    say([_data(one) for one in found], lines, as_data=asked.json)
    return 0


def write_hours(desk: Desk, asked: Namespace) -> int:
    """Say when somebody works, or see it."""
    shifts, duty = (None if one is None else read_hours(one) for one in (asked.hours, asked.duty))
    if shifts is None and duty is None and asked.zone is None:
        return _said(desk.people.member(asked.name), asked)
    done = desk.people.set_hours(asked.name, shifts=shifts, duty=duty, zone=asked.zone)
    return _said(done.member, asked)


def write_details(desk: Desk, asked: Namespace) -> int:
    """Say what somebody does and how they are reached; who is new is added."""
    languages = None if asked.languages is None else asked.languages.split(",")
    done = desk.people.set_details(
        asked.name, role=asked.role, email=asked.email, phone=asked.phone, languages=languages
    )
    return _said(done.member, asked)


def on_duty(desk: Desk, asked: Namespace) -> int:
    """Who of a role a call can be handed to now."""
    found = desk.people.on_duty(asked.role)
    none = f"Nobody of role “{asked.role}” is on duty now."
    lines = [_line(one) for one in found] or [none]
    say([_data(one) for one in found], lines, as_data=asked.json)
    return 0


def _said(one: Member, asked: Namespace) -> int:
    say(_data(one), [_line(one)], as_data=asked.json)
    return 0


def _data(one: Member) -> dict[str, Any]:
    """Somebody for a program; hours as they can be written again."""
    return {
        "name": one.name,
        "role": one.role,
        "email": one.email,
        "phone": one.phone,
        "zone": one.zone,
        "shifts": hours_words(one.shifts),
        "duty": hours_words(one.duty),
        "languages": one.languages,
        "away": one.away,
    }


def _line(one: Member) -> str:
    """Somebody in a line: what they do, when, and how they are reached."""
    away = one.away
    days = f"away {day_words(away.first)} to {day_words(away.last)}" if away else ""
    parts = (
        ROLES.get(one.role, one.role),
        f"calls {hours_words(one.shifts)}" if one.shifts else "",
        f"on duty {hours_words(one.duty)}" if one.duty else "",
        one.zone,
        ", ".join(map(language_name, one.languages)),
        one.email,
        one.phone,
        days,
    )
    return f"{one.name}: {' · '.join(filter(None, parts))}"


VERBS = {
    ("people", ""): people,
    ("people", "hours"): write_hours,
    ("people", "set"): write_details,
    ("people", "on-duty"): on_duty,
}
