"""Talks with sales as calendar files other programs open, whatever a name holds."""

from datetime import UTC, datetime, timedelta

import pytest
from icalendar import Calendar

from qualdesk.core.beside import Invitation
from qualdesk.core.times import Promise
from qualdesk.files.calendars import calendar

NOW = datetime(2026, 3, 17, 9, 24, tzinfo=UTC)


def a_talk(wall: datetime, zone: str = "Europe/Berlin", **more: object) -> Invitation:
    told = {
        "number": 7,
        "promise": Promise(wall=wall, zone=zone),
        "minutes": 30,
        "title": "Katrin Albers and Lena Brandt",
        "about": "Plant manager, Elbkorn Foods",
        "written_at": NOW,
        "salesperson": "Lena Brandt",
        "person": "Katrin Albers",
    }
    return Invitation(**{**told, **more})  # type: ignore[arg-type]


def wall(*parts: int) -> datetime:
    return datetime(*parts)  # type: ignore[misc, arg-type] # noqa: DTZ001 - wall time


def test_several_talks_are_one_calendar_with_their_clocks() -> None:
    talks = [
        a_talk(wall(2026, 3, 19, 10, 30)),
        a_talk(wall(2026, 7, 1, 9, 0), "America/New_York", number=8),
    ]
    book = Calendar.from_ical(calendar(talks))
    assert [event.start for event in book.events] == [talk.promise.at for talk in talks]
    named = {str(zone["tzid"]) for zone in book.walk("VTIMEZONE")}
    assert named == {"Europe/Berlin", "America/New_York"}


@pytest.mark.parametrize(
    ("at", "zone"),
    [
        (wall(2026, 3, 29, 2, 30), "Europe/Berlin"),  # clocks skip it
        (wall(2026, 10, 25, 2, 30), "Europe/Berlin"),  # and pass it twice
        (wall(2026, 10, 25, 1, 45), "Europe/Berlin"),
        (wall(2026, 3, 8, 1, 45), "America/New_York"),
    ],
)
def test_a_talk_lasts_as_long_as_agreed_also_when_clocks_change(at: datetime, zone: str) -> None:
    talk = a_talk(at, zone, minutes=90)
    (event,) = Calendar.from_ical(calendar([talk])).events
    assert event.start.astimezone(UTC) == talk.promise.at
    assert event["duration"].dt == timedelta(minutes=90)


def test_no_name_becomes_another_property() -> None:
    nasty = 'Eve\r\nATTENDEE:mailto:x@evil.example\r\nBEGIN:VALARM\u202e;"x",'
    talk = a_talk(wall(2026, 3, 19, 10, 30), title=nasty, about=nasty, person=nasty,
                  person_email="eve@elbkorn.example")  # fmt: skip
    (event,) = Calendar.from_ical(calendar([talk])).events
    who = event["attendee"]
    assert str(who) == "mailto:eve@elbkorn.example"
    assert len(event.subcomponents) == 1
    assert "\u202e" not in str(event["summary"])


def test_an_empty_calendar_is_one_too() -> None:
    assert Calendar.from_ical(calendar([])).events == []


def test_a_call_that_was_agreed_and_a_talk_of_one_number_are_two_entries() -> None:
    """One would take the other's place in a calendar that knows both."""
    at = wall(2026, 3, 19, 10, 30)
    book = Calendar.from_ical(calendar([a_talk(at), a_talk(at, is_call=True)]))
    assert [str(event["uid"]) for event in book.events] == [
        "meeting-7-20260319T1030@qualdesk",
        "call-7-20260319T1030@qualdesk",
    ]
