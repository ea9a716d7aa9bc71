"""A talk with sales: handed over while the person is on the line, or at a time they agreed to."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from qualdesk.core.beside import BesideCall, BesideKind, Invitation, Meeting
from qualdesk.core.changes import Changes
from qualdesk.core.clock import Clock
from qualdesk.core.errors import Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import AttemptId, LeadId, MeetingId
from qualdesk.core.introductions import Introduction, booked_talk, introduce
from qualdesk.core.leads import Bucket
from qualdesk.core.members import Member
from qualdesk.core.questions import check_words
from qualdesk.core.times import Promise, both_clocks, day_words, place_of
from qualdesk.core.wording import tr, tr_later
from qualdesk.desk.beside import BesideDone
from qualdesk.desk.promising import heard_said, promising
from qualdesk.desk.situations import Situation, situation
from qualdesk.files.whole_files import write_whole
from qualdesk.store import beside as kept
from qualdesk.store import calls
from qualdesk.store import members as staff
from qualdesk.store.database import Store, Transaction
from qualdesk.store.history import note as write_history
from qualdesk.store.leads import load_lead

SHORTEST, LONGEST = 10, 480
"""How many minutes a talk with sales can last."""


@frozen
class Takes:
    """Somebody of sales a talk can be with, and whether they are there now."""

    name: str
    is_on_duty: bool
    phone: str = ""
    says: str = ""


@frozen
class HandOver:
    """Before a hand-over: who takes it, what to say to them, and what is missing for it.

    Attributes:
        people: those on duty first, then the rest of sales, each group by name.
        introduction: the three lines to say to them.
        lacks: why it cannot go to sales yet, a sentence; empty when it can.
    """

    people: tuple[Takes, ...]
    introduction: Introduction
    lacks: str = ""


@frozen
class SlotRead:
    """A time for a talk, read back in both clocks.

    ``is_possible`` is False when it cannot be booked; ``warning`` says why, or what is poor
    about it. ``promised`` is the third line to say to sales when the talk is booked for then.
    """

    promise: Promise
    says: str
    warning: str = ""
    is_possible: bool = True
    promised: str = ""


class Meetings:
    """Talks with sales, agreed on a call. Only what qualifies is ever given to them."""

    def __init__(self, store: Store, clock: Clock, caller: str, *, zone: str = "") -> None:
        self._store = store
        self._clock = clock
        self._caller = caller
        self._zone = zone

    def hand_over_to(self, lead_id: LeadId) -> HandOver:
        """Who of sales could take a lead over now, and the three lines to say to them (D8).

        Raises:
            NotFound: there is no such lead.
        """
        with self._store.reading() as tx:
            found = situation(tx, lead_id, self._caller)
            people = _sales(tx, found)
            return HandOver(
                people=tuple(sorted(people, key=lambda one: (not one.is_on_duty, one.name))),
                introduction=_introduction(found, kept.beside(tx, lead_id)),
                lacks=found.standing.lacks,
            )

    def hand_over(self, attempt_id: AttemptId, salesperson: str) -> BesideDone:
        """Write down that somebody of sales took the call over; the outcome is given as always.

        Said twice on a call it is once.

        Raises:
            Refused: something is missing for a qualified lead, or it is no call of this caller.
            NotFound: there is no such call.
        """
        with self._store.transaction() as tx:
            found, name = self._with_sales(tx, attempt_id, salesperson)
            same = kept.handed_over(tx, attempt_id, name)
            if same is not None:
                return _done(tx, found.lead.id, same)
            new_id = kept.add_meeting(
                tx,
                found.lead.id,
                attempt_id,
                salesperson=name,
                promise=None,
                minutes=0,
                zone=found.standing.zone,
                by=self._caller,
            )
            write_history(tx, self._caller, "handed over on the line", "lead", found.lead.id)
            return _done(tx, found.lead.id, new_id)

    def read_slot(
        self, text: str, lead_id: LeadId, salesperson: str = "", minutes: int = 30
    ) -> SlotRead:
        """A time for a talk as it was said, on the person's clock, read back in both.

        Raises:
            TimeNotUnderstood: it cannot be read, or has passed.
            NotFound: there is no such lead.
        """
        with self._store.reading() as tx:
            found = situation(tx, lead_id, self._caller)
            one = promising(tx, found, self._caller, self._zone)
            promise, ours = heard_said(one, text).promise, one.ours
            refused = _stopped(found) or _why_not(tx, promise, salesperson, minutes)
            return SlotRead(
                promise=promise,
                says=both_clocks(promise.at, promise.zone, ours),
                warning=refused or _off_duty(tx, promise.at, salesperson),
                is_possible=not refused,
                promised=_introduction(found, kept.beside(tx, lead_id), promise).promised,
            )

    def book(
        self, attempt_id: AttemptId, salesperson: str, promise: Promise, minutes: int = 30
    ) -> BesideDone:
        """Book a talk with sales at the time that was agreed, on the person's clock (D8).

        The same talk booked again is the same talk.

        Raises:
            Refused: the salesperson has another talk then, the time has passed, something is
                missing for a qualified lead, they asked not to be called, or it is no call of
                this caller.
            NotFound: there is no such call.
        """
        if not SHORTEST <= minutes <= LONGEST:
            raise Refused(tr(_TALK_LASTS, shortest=SHORTEST, longest=LONGEST))
        with self._store.transaction() as tx:
            # Two callers may promise the same half hour of one salesperson at this moment.
            tx.dialect.one_at_a_time(tx.connection, "meetings")
            found, name = self._with_sales(tx, attempt_id, salesperson)
            if _stopped(found):
                raise Refused(_stopped(found))
            same = _same(tx, found.lead.id, name, promise)
            if same is not None:
                return _done(tx, found.lead.id, same.id)
            refused = _why_not(tx, promise, name, minutes)
            if refused:
                raise Refused(refused)
            new_id = kept.add_meeting(
                tx,
                found.lead.id,
                attempt_id,
                salesperson=name,
                promise=promise,
                minutes=minutes,
                zone=promise.zone,
                by=self._caller,
            )
            write_history(tx, self._caller, "booked a talk with sales", "lead", found.lead.id)
            return _done(tx, found.lead.id, new_id)

    def agreed(self, salesperson: str, since: datetime, until: datetime) -> tuple[Meeting, ...]:
        """What somebody of sales has agreed to within that span of time, the earliest first."""
        with self._store.reading() as tx:
            return kept.meetings_of(tx, salesperson, since, until)

    def invitation(self, meeting_id: MeetingId) -> bytes:
        """A booked talk as an .ics file for both calendars.

        Raises:
            NotFound: there is no such talk, or it was taken back.
            Refused: it was a hand-over on the line: there is no time to note.
        """
        with self._store.reading() as tx:
            return _calendar([_invitation(tx, kept.load_meeting(tx, meeting_id))])

    def write_invitation(self, meeting_id: MeetingId, folder: Path) -> Path:
        """Write a booked talk as an .ics file into a folder; its path.

        Raises:
            NotFound: there is no such talk, or it was taken back.
            Refused: it was a hand-over on the line, or the folder cannot be written to.
        """
        with self._store.reading() as tx:
            meeting = kept.load_meeting(tx, meeting_id)
            written = _calendar([_invitation(tx, meeting)])
        day = f"{meeting.promise.wall:%Y-%m-%d-%H%M}" if meeting.promise else ""
        target = folder / f"meeting-{meeting_id}-{day}.ics"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            write_whole(target, written)
        except OSError as error:
            says = tr(
                "The invitation cannot be written to {folder}: {why}. Choose another folder.",
                folder=folder,
                why=error.strerror,
            )
            raise Refused(says) from error
        return target

    def _with_sales(
        self, tx: Transaction, attempt_id: AttemptId, salesperson: str
    ) -> tuple[Situation, str]:
        """The lead of a call that may go to sales, and the name of who takes it.

        Raises:
            Refused: it may not, or nobody is named.
        """
        call = calls.load_call(tx, attempt_id)
        if call.caller != self._caller:
            raise Refused(
                tr("This is a call of {caller}.", caller=call.caller or tr("somebody else"))
            )
        found = situation(tx, call.lead_id, self._caller)
        name = check_words(salesperson)
        if not name:
            raise Refused(tr("Who of sales? Choose somebody by their number."))
        if found.standing.lacks:
            raise Refused(found.standing.lacks)
        return found, name


def _sales(tx: Transaction, found: Situation) -> list[Takes]:
    """All of sales, and whoever receives the campaign's leads."""
    here = [one for one in staff.members(tx) if not one.has_left(tx.now)]
    people = [_reached(tx, one, found.lead.id) for one in here if one.role == "sales"]
    receiver = found.campaign.handoff.receiver.strip()
    if receiver and receiver not in {one.name for one in people}:
        named = staff.find_member(tx, receiver) or Member(name=receiver, role="sales")
        people += [] if named.has_left(tx.now) else [named]
    return [_takes(one, tx.now) for one in people]


def _reached(tx: Transaction, one: Member, lead_id: LeadId) -> Member:
    """The same, with how they are reached, which a caller of a team is told on a call only."""
    if not tx.dialect.acts_only:
        return one
    phone, email = staff.sales_reached(tx, lead_id).get(one.name, ("", ""))
    return replace(one, phone=phone, email=email)


def _takes(one: Member, now: datetime) -> Takes:
    if one.is_on_duty(now):
        return Takes(name=one.name, is_on_duty=True, phone=one.phone, says=tr("on duty now"))
    says = tr("hours not known")
    if one.is_away(now):
        says = tr("away")
    elif one.duty:
        says = tr("not on duty now")
    return Takes(name=one.name, is_on_duty=False, phone=one.phone, says=says)


def _introduction(found: Situation, there: BesideCall, talk: Promise | None = None) -> Introduction:
    """The three lines; ``talk`` is the time that is about to be booked."""
    zone = found.standing.zone
    promised = [booked_talk(talk)] if talk else []
    promised += [f"{says}." for _kind, says in there.lines_on(zone)]
    return introduce(found.lead.contact, found.script, found.answers, promised)


def _calendar(talks: Sequence[Invitation]) -> bytes:
    # Imported when it is needed: its import would cost every start.
    from qualdesk.files.calendars import calendar

    return calendar(talks)


def _same(tx: Transaction, lead_id: LeadId, name: str, promise: Promise) -> Meeting | None:
    there = kept.beside(tx, lead_id).meetings
    return next((m for m in there if m.salesperson == name and m.promise == promise), None)


def _stopped(found: Situation) -> str:
    """Why no talk can be booked with them whenever it is: sales would phone them."""
    if found.stands.state != Bucket.DO_NOT_CALL:
        return ""
    return tr("They asked not to be called, and sales would call them then. Hand them over now.")


def _why_not(tx: Transaction, promise: Promise, salesperson: str, minutes: int) -> str:
    """Why a talk cannot be then: it has passed, or theirs is taken."""
    if promise.at <= tx.now:
        return tr("That time has passed. Choose a later one.")
    ends_at = promise.at + timedelta(minutes=minutes)
    taken = kept.meetings_of(tx, salesperson, promise.at, ends_at) if salesperson else ()
    if not taken:
        return ""
    other = taken[0].promise
    assert other is not None
    return tr(
        "{salesperson} has a talk then: {day}, {at:%H:%M} in {place}, {minutes} minutes. "
        "Choose another.",
        salesperson=salesperson,
        day=day_words(other.wall.date()),
        at=other.wall,
        place=place_of(other.zone),
        minutes=taken[0].minutes,
    )


def _off_duty(tx: Transaction, at: datetime, salesperson: str) -> str:
    one = staff.find_member(tx, salesperson) if salesperson else None
    if one is None or not one.duty or one.is_on_duty(at):
        return ""
    return tr(
        "{salesperson} is not on duty then. Book it only if they agreed.", salesperson=salesperson
    )


def _invitation(tx: Transaction, meeting: Meeting) -> Invitation:
    if meeting.promise is None:
        raise Refused(tr("It was handed over on the line: there is no time to note."))
    contact = load_lead(tx, meeting.lead_id).contact
    named = staff.find_member(tx, meeting.salesperson)
    seller = _reached(tx, named, meeting.lead_id) if named else None
    return Invitation(
        number=meeting.id,
        promise=meeting.promise,
        minutes=meeting.minutes,
        title=f"{contact.name} and {meeting.salesperson}",
        about=", ".join(part for part in (contact.title, contact.company_name) if part),
        written_at=tx.now,
        salesperson=meeting.salesperson,
        salesperson_email=seller.email if seller else "",
        person=contact.name,
        person_email=next(iter(contact.emails), ""),
        phone=next((phone.e164 for phone in contact.dialable), ""),
    )


def invitations(tx: Transaction, meetings: Sequence[Meeting]) -> tuple[Invitation, ...]:
    """The invitations of those talks that have a time."""
    return tuple(_invitation(tx, one) for one in meetings if one.promise is not None)


def _done(tx: Transaction, lead_id: LeadId, number: MeetingId) -> BesideDone:
    there = kept.beside(tx, lead_id)
    mine = next(one for one in there.meetings if one.id == number)
    return BesideDone(
        says=f"{mine.says}.",
        beside=there,
        kind=BesideKind.MEETING,
        number=number,
        changes=Changes(leads=frozenset({lead_id})),
    )


_TALK_LASTS = tr_later("A talk lasts {shortest} to {longest} minutes.")
