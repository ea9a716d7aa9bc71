"""The verbs about who works here: their hours, what they do, and how they are reached."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from qualdesk.cli.plain import say
from qualdesk.core.errors import Refused
from qualdesk.core.languages import language_name
from qualdesk.core.members import ROLES, Away, Member, hours_words, read_hours
from qualdesk.core.times import day_words
from qualdesk.core.wording import tr
from qualdesk.desk import Desk

if TYPE_CHECKING:
    from qualdesk.desk.leavers import LeftKept

Verb = Callable[[str, str], ArgumentParser]


def add_people_verbs(verb: Verb) -> None:
    """Add the verbs with ``verb``, which makes one from its name and what it does."""
    hours = verb(
        "hours", "say when somebody works: “mon-fri 9-12:30 13-17; sat 9-12”, “” for never said"
    )
    hours.add_argument("hours", nargs="?", metavar="HOURS", help="when they make calls")
    hours.add_argument("--duty", metavar="HOURS", help="when a call can be handed to them")
    hours.add_argument("--zone", metavar="ZONE", help="the clock they are on: Europe/Berlin")
    details = verb("set", "say what somebody does and how they are reached")
    details.add_argument("--role", choices=tuple(ROLES))
    details.add_argument("--email", metavar="ADDRESS")
    details.add_argument("--phone", metavar="NUMBER")
    details.add_argument("--languages", metavar="TAGS", help="the best one first: de,en")
    away = verb("away", "say all the days somebody is away: 2026-03-19, 2026-04-01..2026-04-07")
    away.add_argument("days", nargs="*", metavar="DAYS", help="none: they are not away")
    away.add_argument("--because", default="", metavar="WORDS")
    holidays = verb("holidays", "say whose public holidays somebody keeps: DE, US-AL")
    holidays.add_argument("calendar", nargs="?", metavar="CALENDAR", help="“” for nobody's")
    holidays.add_argument(
        "--works-on",
        action="append",
        metavar="DAY",
        type=date.fromisoformat,
        help="a holiday on which they work all the same; may be given again",
    )
    calls = verb("campaigns", "say which campaigns somebody calls for")
    calls.add_argument("campaigns", nargs="*", metavar="CAMPAIGN", help="none: all of them")
    for made in (hours, details, away, holidays, calls):
        made.add_argument("--name", default="", metavar="NAME", help="of whom (default: you)")
    _add_leaving(verb)
    duty = verb("on-duty", "who a call can be handed to now")
    duty.add_argument("--role", choices=tuple(ROLES), default="sales")


def _add_leaving(verb: Verb) -> None:
    left = verb("left", "say that somebody does not work here any more; without a name, who left")
    left.add_argument("name", nargs="?", default="", metavar="NAME")
    left.add_argument(
        "--from",
        dest="first",
        type=date.fromisoformat,
        metavar="DAY",
        help="the first day on which they are not here (default: today)",
    )
    left.add_argument(
        "--to", default="", metavar="NAME", help="who keeps their call backs (default: anybody)"
    )
    left.add_argument("--undo", action="store_true", help="they are here, as before it was said")
    back = verb("back", "take somebody who left on again")
    back.add_argument("name", metavar="NAME")
    remove = verb("remove", "take a name typed wrongly off the list: nothing was done under it")
    remove.add_argument("name", metavar="NAME")


def people(desk: Desk, asked: Namespace) -> int:
    """Everybody who works here."""
    found = desk.people.members()
    # Who left stands last.
    found = tuple(sorted(found, key=lambda one: one.left_on is not None))
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


def write_absences(desk: Desk, asked: Namespace) -> int:
    """Say all the days somebody is away."""
    name = asked.name or desk.people.member().name
    absences = [_days(one, asked.because) for one in asked.days]
    return _said(desk.people.set_absences(name, absences).member, asked)


def write_holidays(desk: Desk, asked: Namespace) -> int:
    """Say whose public holidays somebody keeps, or see it."""
    name = asked.name or desk.people.member().name
    done = desk.people.set_calendar(name, asked.calendar, at_work_on=asked.works_on)
    return _said(done.member, asked)


def write_campaigns(desk: Desk, asked: Namespace) -> int:
    """Say which campaigns somebody calls for."""
    name = asked.name or desk.people.member().name
    return _said(desk.people.set_campaigns(name, asked.campaigns).member, asked)


def write_left(desk: Desk, asked: Namespace) -> int:
    """Say that somebody left, or undo it; without a name, see who did."""
    if not asked.name:
        gone = [one for one in desk.people.members() if one.left_on is not None]
        lines = [_line(one) for one in gone] or ["Nobody has left."]
        say([_data(one) for one in gone], lines, as_data=asked.json)
        return 0
    if asked.undo:
        return _told(desk.leavers.take_back(asked.name), asked)
    return _told(desk.leavers.leave(asked.name, asked.first, asked.to), asked)


def take_on(desk: Desk, asked: Namespace) -> int:
    """Somebody who left works here again."""
    return _told(desk.leavers.take_on(asked.name), asked)


def remove(desk: Desk, asked: Namespace) -> int:
    """Take somebody off the list who never did anything."""
    return _told(desk.leavers.remove(asked.name), asked)


def on_duty(desk: Desk, asked: Namespace) -> int:
    """Who of a role a call can be handed to now."""
    found = desk.people.on_duty(asked.role)
    none = f"Nobody of role “{asked.role}” is on duty now."
    lines = [_line(one) for one in found] or [none]
    say([_data(one) for one in found], lines, as_data=asked.json)
    return 0


def _days(text: str, because: str) -> Away:
    first, _, last = text.partition("..")
    try:
        return Away(
            first=date.fromisoformat(first),
            last=date.fromisoformat(last or first),
            because=because,
        )
    except ValueError:
        raise Refused(
            tr("“{days}” is no days. Write them like: 2026-04-01..2026-04-07.", days=text[:40])
        ) from None


def _said(one: Member, asked: Namespace) -> int:
    say(_data(one), [_line(one)], as_data=asked.json)
    return 0


def _told(done: "LeftKept", asked: Namespace) -> int:
    say({**_data(done.member), "says": done.says}, [done.says], as_data=asked.json)
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
        "away": one.absences,
        "calendar": one.calendar,
        "at_work_on": one.at_work_on,
        "campaigns": one.campaigns,
        "client": one.client,
        "left_on": one.left_on,
    }


def _line(one: Member) -> str:
    """Somebody in a line: what they do, when, and how they are reached."""
    days = [f"{day_words(away.first)} to {day_words(away.last)}" for away in one.absences]
    some = len(one.campaigns)
    parts = (
        ROLES.get(one.role, one.role),
        f"not here from {day_words(one.left_on)} on" if one.left_on else "",
        f"calls {hours_words(one.shifts)}" if one.shifts else "",
        f"on duty {hours_words(one.duty)}" if one.duty else "",
        one.zone,
        ", ".join(map(language_name, one.languages)),
        one.email,
        one.phone,
        f"away {', '.join(days)}" if days else "",
        f"holidays of {one.calendar}" if one.calendar else "",
        f"calls for {some} {'campaign' if some == 1 else 'campaigns'}" if some else "",
        f"for {one.client} alone" if one.client else "",
    )
    return f"{one.name}: {' · '.join(filter(None, parts))}"


VERBS = {
    ("people", ""): people,
    ("people", "hours"): write_hours,
    ("people", "set"): write_details,
    ("people", "away"): write_absences,
    ("people", "holidays"): write_holidays,
    ("people", "campaigns"): write_campaigns,
    ("people", "left"): write_left,
    ("people", "back"): take_on,
    ("people", "remove"): remove,
    ("people", "on-duty"): on_duty,
}
