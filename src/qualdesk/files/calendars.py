"""Talks and agreed calls of sales as a calendar file (.ics, RFC 5545) any calendar opens."""

from collections.abc import Iterable
from datetime import timedelta

from icalendar import Alarm, Calendar, Event, vCalAddress, vText

from qualdesk.core.beside import Invitation
from qualdesk.core.plain_text import without_tricks
from qualdesk.core.times import zone
from qualdesk.core.wording import english

_AROUND = timedelta(days=366)
_REMINDER = timedelta(minutes=-15)


@english()
def calendar(invitations: Iterable[Invitation]) -> bytes:
    """The talks as one calendar file, with the rules of every clock they are said on."""
    book = Calendar()
    book.add("prodid", "-//qualdesk//talks with sales//EN")
    book.add("version", "2.0")
    book.add("calscale", "GREGORIAN")
    # Not a request: nobody is asked to answer by mail, the time was agreed on the phone.
    book.add("method", "PUBLISH")
    talks = tuple(invitations)
    for one in talks:
        book.add_component(_event(one))
    days = [one.promise.wall.date() for one in talks]
    if days:
        # The rules of the clock around the talks are enough: all of a century is pages of dates.
        book.add_missing_timezones(min(days) - _AROUND, max(days) + _AROUND)
    written: bytes = book.to_ical()
    return written


def _event(one: Invitation) -> Event:
    # From the instant: an hour that clocks skip has no wall time of its own.
    starts = one.promise.at.astimezone(zone(one.promise.zone))
    event = Event()
    kind = "call" if one.is_call else "meeting"
    event.add("uid", f"{kind}-{one.number}-{one.promise.wall:%Y%m%dT%H%M}@qualdesk")
    event.add("dtstamp", one.written_at)
    event.add("dtstart", starts)
    # Counted in instants: a clock that changes in between must not stretch the talk.
    event.add("duration", timedelta(minutes=one.minutes))
    event.add("summary", _plain(one.title))
    told = [_plain(one.about), f"Call {one.phone}" if one.phone else ""]
    event.add("description", "\n".join(part for part in told if part))
    if one.phone:
        event.add("location", f"By phone, {one.phone}")
    for name, email, role in (
        (one.salesperson, one.salesperson_email, "CHAIR"),
        (one.person, one.person_email, "REQ-PARTICIPANT"),
    ):
        if email:
            event.add("attendee", _attendee(name, email, role), encode=False)
    event.add_component(_alarm())
    return event


def _attendee(name: str, email: str, role: str) -> vCalAddress:
    who = vCalAddress(f"mailto:{_plain(email)}")
    who.params["CN"] = vText(_plain(name).replace('"', "'"))
    who.params["ROLE"] = vText(role)
    return who


def _alarm() -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", "Talk with sales")
    alarm.add("trigger", _REMINDER)
    return alarm


def _plain(text: str) -> str:
    """One line without what could pass for another property or turn letters around."""
    return " ".join(without_tricks(text).split())
