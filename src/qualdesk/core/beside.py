"""What a call brought beside its outcome: material to send, a yes to mails, a talk with sales."""

from datetime import date, datetime
from enum import StrEnum

from qualdesk.core.frozen import frozen
from qualdesk.core.ids import LeadId, MeetingId, OptInId, SendingId
from qualdesk.core.times import Promise, day_words, local_time, place_of
from qualdesk.core.wording import tr


class BesideKind(StrEnum):
    """What can stand beside an outcome; each can be taken back by its number."""

    MATERIAL = "material"
    OPT_IN = "opt_in"
    MEETING = "meeting"


class MeetingKind(StrEnum):
    """How sales comes to talk to somebody."""

    LIVE = "live"  # handed over while they were on the line
    SLOT = "slot"  # at a time that was agreed


@frozen
class Sending:
    """Material somebody asked for (D7).

    Attributes:
        address: where it goes: an e-mail address, or another in words.
        wanted_on: the day it is wanted on, None for at once.
        sent_at: when somebody sent it, UTC; None while it waits.
    """

    id: SendingId
    lead_id: LeadId
    what: str
    address: str
    wanted_on: date | None
    asked_by: str
    asked_at: datetime
    sent_by: str = ""
    sent_at: datetime | None = None
    name: str = ""

    def says_on(self, zone: str) -> str:
        """The wish, and what became of it: “Send price list to a@b.example by Thu 19 Mar”."""
        what, to = self.what, self.address
        if self.sent_at is not None:
            day = _day(self.sent_at, zone)
            if to:
                return tr("{what} was sent to {address} on {day}", what=what, address=to, day=day)
            return tr("{what} was sent on {day}", what=what, day=day)
        if self.wanted_on is None:
            return (
                tr("Send {what} to {address}", what=what, address=to)
                if to
                else tr("Send {what}", what=what)
            )
        day = day_words(self.wanted_on)
        if to:
            return tr("Send {what} to {address} by {day}", what=what, address=to, day=day)
        return tr("Send {what} by {day}", what=what, day=day)


@frozen
class OptIn:
    """A yes to mails, with the words it was a yes to (D7): proof that belongs to the person."""

    id: OptInId
    lead_id: LeadId
    address: str
    wording: str
    language: str
    asked_by: str
    given_at: datetime
    withdrawn_at: datetime | None = None
    name: str = ""

    def says_on(self, zone: str) -> str:
        """What they said yes to, and on which day of that clock."""
        day = _day(self.given_at, zone)
        if self.address:
            return tr("Said yes to mails to {address} on {day}", address=self.address, day=day)
        return tr("Said yes to mails on {day}", day=day)


@frozen
class Meeting:
    """A talk with sales (D8): handed over on the line, or at a time that was agreed.

    Attributes:
        promise: the wall time that was agreed, on their clock; None for a live hand-over.
        starts_at: the instant of it, or of the hand-over, UTC.
        minutes: how long it is to last; 0 for a live hand-over.
        zone: the person's clock.
    """

    id: MeetingId
    lead_id: LeadId
    kind: MeetingKind
    salesperson: str
    promise: Promise | None
    starts_at: datetime
    minutes: int
    agreed_by: str
    zone: str = "UTC"

    @property
    def says(self) -> str:
        """With whom and when, with the year, as a brief needs it."""
        zone = self.promise.zone if self.promise else self.zone
        wall = self.promise.wall if self.promise else local_time(self.starts_at, zone)
        when = tr(
            "{day} {year} at {at:%H:%M} in {place}",
            day=day_words(wall.date()),
            year=wall.year,
            at=wall,
            place=place_of(zone),
        )
        if self.kind is MeetingKind.LIVE:
            return tr(
                "Handed over to {salesperson} on the line, {when}",
                salesperson=self.salesperson,
                when=when,
            )
        return tr(
            "Meets {salesperson} on {when}, {minutes} minutes",
            salesperson=self.salesperson,
            when=when,
            minutes=self.minutes,
        )


@frozen
class BesideCall:
    """All that stands beside a lead's outcomes now; what was taken back is not among it."""

    sendings: tuple[Sending, ...] = ()
    opt_ins: tuple[OptIn, ...] = ()
    meetings: tuple[Meeting, ...] = ()

    def lines_on(self, zone: str) -> tuple[tuple[BesideKind, str], ...]:
        """A line for each, talks with sales first: what was promised weighs most.

        ``zone`` is the clock by which days are said.
        """
        return (
            *((BesideKind.MEETING, one.says) for one in self.meetings),
            *((BesideKind.MATERIAL, one.says_on(zone)) for one in self.sendings),
            *((BesideKind.OPT_IN, one.says_on(zone)) for one in self.opt_ins),
        )


@frozen
class Invitation:
    """A talk with sales, as both calendars keep it.

    Attributes:
        number: of the meeting; the same meeting written again replaces itself in a calendar.
        promise: when it is, on the clock of the person; ``minutes`` how long.
        phone: the number to call, E.164; empty where there is none.
        is_call: whether they agreed to be called then, without a talk being booked; the number is
            that of the lead.
    """

    number: int
    promise: Promise
    minutes: int
    title: str
    about: str
    written_at: datetime
    salesperson: str
    salesperson_email: str = ""
    person: str
    person_email: str = ""
    phone: str = ""
    is_call: bool = False


NOTHING_BESIDE = BesideCall()


def _day(at: datetime, zone: str) -> str:
    return day_words(local_time(at, zone).date())
