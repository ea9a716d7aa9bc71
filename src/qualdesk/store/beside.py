"""What calls brought beside their outcomes: material to send, yeses to mails, talks with sales."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from qualdesk.core.beside import BesideCall, BesideKind, Meeting, MeetingKind, OptIn, Sending
from qualdesk.core.errors import NotFound
from qualdesk.core.ids import (
    AttemptId,
    CampaignId,
    ContactId,
    LeadId,
    MeetingId,
    OptInId,
    SendingId,
)
from qualdesk.core.times import Promise
from qualdesk.core.wording import tr
from qualdesk.store import beside_sql as sql
from qualdesk.store.bulk import chunks
from qualdesk.store.database import Transaction
from qualdesk.store.quick import quick_row, quick_rows, quick_write
from qualdesk.store.schema_campaigns import campaign
from qualdesk.store.schema_desk import meeting, opt_in, sending
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_people import contact

# The longest a talk with sales can be: how far back one can begin that is not over yet.
LONGEST = timedelta(hours=8)


def beside(tx: Transaction, lead_id: LeadId) -> BesideCall:
    """What stands beside a lead's outcomes."""
    return beside_many(tx, [lead_id]).get(lead_id, BesideCall())


def beside_many(tx: Transaction, ids: Sequence[LeadId]) -> dict[LeadId, BesideCall]:
    """The same for many leads; those that have nothing are left out.

    A yes to mails is the person's: it stands beside each lead of theirs, of the client it was
    given to.
    """
    wanted = {"ids": list(ids)}
    sendings: defaultdict[LeadId, list[Sending]] = defaultdict(list)
    opt_ins: defaultdict[LeadId, list[OptIn]] = defaultdict(list)
    meetings: defaultdict[LeadId, list[Meeting]] = defaultdict(list)
    for row in quick_rows(tx, SENDINGS, wanted):
        sendings[LeadId(row.lead_id)].append(_sending(row))
    for row in quick_rows(tx, OPT_INS, wanted):
        opt_ins[LeadId(row.of_lead)].append(_opt_in(row))
    for row in quick_rows(tx, MEETINGS, wanted):
        meetings[LeadId(row.lead_id)].append(_meeting(row))
    return {
        one: BesideCall(
            sendings=tuple(sendings.get(one, ())),
            opt_ins=tuple(opt_ins.get(one, ())),
            meetings=tuple(meetings.get(one, ())),
        )
        for one in {*sendings, *opt_ins, *meetings}
    }


def add_sending(
    tx: Transaction,
    lead_id: LeadId,
    attempt_id: AttemptId | None,
    *,
    what: str,
    address: str,
    wanted_on: date | None,
    by: str,
) -> SendingId:
    """Keep what somebody asked to be sent."""
    values = {
        "lead_id": lead_id,
        "attempt_id": attempt_id,
        "what": what,
        "address": address,
        "wanted_on": wanted_on.isoformat() if wanted_on else "",
        "caller": by,
        "now": tx.now,
    }
    return SendingId(quick_row(tx, sql.ADD_SENDING, values).id)


def note_sent(tx: Transaction, sending_id: SendingId, by: str) -> LeadId:
    """Write down that material went out; whose it was.

    Raises:
        NotFound: nothing waits to be sent under that number.
    """
    values = {"number": sending_id, "now": tx.now, "caller": by}
    found = quick_row(tx, sql.NOTE_SENT, values)
    if found is None:
        raise NotFound(tr("Nothing waits to be sent under number {number}.", number=sending_id))
    return LeadId(found.lead_id)


def to_send(tx: Transaction, campaign_id: CampaignId | None = None) -> tuple[Sending, ...]:
    """All material that waits to be sent, what is wanted first before the rest."""
    query = (
        sa.select(sending, contact.c.name)
        .join(lead, lead.c.id == sending.c.lead_id)
        .join(contact, contact.c.id == lead.c.contact_id)
        .where(sending.c.sent_at.is_(None), sending.c.undone_at.is_(None))
        .order_by(sending.c.wanted_on, sending.c.id)
    )
    if campaign_id is not None:
        query = query.where(lead.c.campaign_id == campaign_id)
    return tuple(_sending(row) for row in tx.connection.execute(query))


def add_opt_in(
    tx: Transaction,
    lead_id: LeadId,
    attempt_id: AttemptId,
    *,
    address: str,
    wording: str,
    language: str,
    by: str,
) -> OptInId:
    """Keep a yes to mails, with the words it was a yes to; said twice on a call it is the same.

    On another call it is another yes: taking that back leaves the first one.
    """
    person = _person_of(tx, lead_id)
    same = sa.select(opt_in.c.id).where(
        opt_in.c.contact_id == person,
        opt_in.c.attempt_id == attempt_id,
        opt_in.c.address == address,
        opt_in.c.wording == wording,
        opt_in.c.withdrawn_at.is_(None),
    )
    known = tx.connection.scalar(same)
    if known is not None:
        return OptInId(known)
    values = {
        "contact_id": person,
        "lead_id": lead_id,
        "attempt_id": attempt_id,
        "address": address,
        "wording": wording,
        "language": language,
        "caller": by,
        "now": tx.now,
    }
    return OptInId(quick_row(tx, sql.ADD_OPT_IN, values).id)


def opt_ins(tx: Transaction, campaign_id: CampaignId | None = None) -> tuple[OptIn, ...]:
    """Every yes to mails, those that were withdrawn among them, the oldest first."""
    query = (
        sa.select(opt_in, contact.c.name)
        .join(contact, contact.c.id == opt_in.c.contact_id)
        .order_by(opt_in.c.id)
    )
    if campaign_id is not None:
        of_lead = lead.c.id == opt_in.c.lead_id
        query = query.join(lead, of_lead).where(lead.c.campaign_id == campaign_id)
    return tuple(_opt_in(row) for row in tx.connection.execute(query))


def add_meeting(
    tx: Transaction,
    lead_id: LeadId,
    attempt_id: AttemptId,
    *,
    salesperson: str,
    promise: Promise | None,
    minutes: int,
    zone: str,
    by: str,
) -> MeetingId:
    """Keep a talk with sales: at the time promised, or handed over now where there is none."""
    values = {
        "lead_id": lead_id,
        "attempt_id": attempt_id,
        "kind": (MeetingKind.SLOT if promise else MeetingKind.LIVE).value,
        "salesperson": salesperson,
        "wall": promise.wall.isoformat() if promise else "",
        "zone": promise.zone if promise else zone,
        "starts_at": promise.at if promise else tx.now,
        "minutes": minutes,
        "caller": by,
        "now": tx.now,
    }
    return MeetingId(quick_row(tx, sql.ADD_MEETING, values).id)


def load_meeting(tx: Transaction, meeting_id: MeetingId) -> Meeting:
    """A talk with sales by its number.

    Raises:
        NotFound: there is none, or it was taken back.
    """
    query = sa.select(meeting).where(meeting.c.id == meeting_id, meeting.c.undone_at.is_(None))
    row = tx.connection.execute(query).first()
    if row is None:
        raise NotFound(tr("There is no meeting number {number}.", number=meeting_id))
    return _meeting(row)


def handed_over(tx: Transaction, attempt_id: AttemptId, salesperson: str) -> MeetingId | None:
    """The hand-over of this call to that salesperson, if it is written down already."""
    query = sa.select(meeting.c.id).where(
        meeting.c.attempt_id == attempt_id,
        meeting.c.salesperson == salesperson,
        meeting.c.kind == MeetingKind.LIVE.value,
        meeting.c.undone_at.is_(None),
    )
    found = tx.connection.scalar(query)
    return None if found is None else MeetingId(found)


def meetings_of(
    tx: Transaction, salesperson: str, since: datetime, until: datetime
) -> tuple[Meeting, ...]:
    """What somebody of sales has agreed to that lies within that span, or reaches into it."""
    asked = {"salesperson": salesperson, "since": since - LONGEST, "until": until}
    found = (_meeting(row) for row in quick_rows(tx, sql.TALKS_OF, asked))
    return tuple(one for one in found if one.starts_at + timedelta(minutes=one.minutes) > since)


def take_back(tx: Transaction, kind: BesideKind, number: int) -> LeadId:
    """Take something back that stands beside an outcome; whose it was. What it said is kept.

    Raises:
        NotFound: there is no such thing, or it was taken back before.
    """
    found = quick_row(tx, sql.TAKE_BACK[kind], {"number": number, "now": tx.now})
    if found is None:
        raise NotFound(tr("That is taken back already, or was never there."))
    return LeadId(found.lead_id)


def call_off(tx: Transaction, ids: Collection[LeadId]) -> tuple[MeetingId, ...]:
    """Take back the talks booked with these leads that are still to come; which ones."""
    found: list[int] = []
    for some in chunks(sorted(ids)):
        for off in (sql.CALL_OFF_STOPPED, sql.CALL_OFF):
            found += [row.id for row in quick_rows(tx, off, {"leads": some, "now": tx.now})]
    return tuple(MeetingId(one) for one in sorted(found))


def stand_again(tx: Transaction, ids: Sequence[MeetingId]) -> None:
    """Book talks again that were called off.

    A lead that may not be called even so gets none, and a time that was promised to somebody
    else meanwhile stays theirs.
    """
    if not ids:
        return
    tx.dialect.one_at_a_time(tx.connection, "meetings")
    for row in quick_rows(tx, sql.CALLED_OFF, {"numbers": list(ids)}):
        one = _meeting(row)
        ends_at = one.starts_at + timedelta(minutes=one.minutes)
        if not meetings_of(tx, one.salesperson, one.starts_at, ends_at):
            quick_write(tx, sql.STAND_AGAIN, {"number": one.id})


def clear(tx: Transaction, person: ContactId | None, ids: Collection[LeadId]) -> None:
    """Remove all of it for somebody who is erased: addresses, wishes and talks say who they are.

    Without the ``person`` what came of these leads alone: others have them too.
    """
    for table in (sending, meeting, opt_in):
        tx.connection.execute(table.delete().where(table.c.lead_id.in_(ids)))
    if person is not None:
        tx.connection.execute(opt_in.delete().where(opt_in.c.contact_id == person))


def _person_of(tx: Transaction, lead_id: LeadId) -> int:
    found = tx.connection.scalar(sa.select(lead.c.contact_id).where(lead.c.id == lead_id))
    if found is None:
        raise NotFound(tr("There is no lead number {number}.", number=lead_id))
    return int(found)


def _sending(row: Any) -> Sending:
    return Sending(
        id=SendingId(row.id),
        lead_id=LeadId(row.lead_id),
        what=row.what,
        address=row.address,
        wanted_on=date.fromisoformat(row.wanted_on) if row.wanted_on else None,
        asked_by=row.asked_by,
        asked_at=row.asked_at,
        sent_by=row.sent_by,
        sent_at=row.sent_at,
        name=getattr(row, "name", ""),
    )


def _opt_in(row: Any) -> OptIn:
    return OptIn(
        id=OptInId(row.id),
        lead_id=LeadId(row.lead_id),
        address=row.address,
        wording=row.wording,
        language=row.language,
        asked_by=row.asked_by,
        given_at=row.given_at,
        withdrawn_at=row.withdrawn_at,
        name=getattr(row, "name", ""),
    )


def _meeting(row: Any) -> Meeting:
    wall = datetime.fromisoformat(row.wall) if row.wall else None
    return Meeting(
        id=MeetingId(row.id),
        lead_id=LeadId(row.lead_id),
        kind=MeetingKind(row.kind),
        salesperson=row.salesperson,
        promise=Promise(wall=wall, zone=row.zone) if wall else None,
        starts_at=row.starts_at,
        minutes=row.minutes,
        agreed_by=row.agreed_by,
        zone=row.zone or "UTC",
    )


# Built once: each card needs them.
_IDS: sa.BindParameter[list[int]] = sa.bindparam("ids", expanding=True)
SENDINGS = (
    sa.select(sending)
    .where(sending.c.lead_id.in_(_IDS), sending.c.undone_at.is_(None))
    .order_by(sending.c.id)
)
_GIVEN_AT, _GIVEN_TO = lead.alias("given_at"), campaign.alias("given_to")
OPT_INS = (
    sa.select(opt_in, lead.c.id.label("of_lead"))
    .join(lead, lead.c.contact_id == opt_in.c.contact_id)
    .join(campaign, campaign.c.id == lead.c.campaign_id)
    .join(_GIVEN_AT, _GIVEN_AT.c.id == opt_in.c.lead_id)
    .join(_GIVEN_TO, _GIVEN_TO.c.id == _GIVEN_AT.c.campaign_id)
    .where(
        lead.c.id.in_(_IDS),
        opt_in.c.withdrawn_at.is_(None),
        # A yes to one client's mails is none to those of another.
        _GIVEN_TO.c.client == campaign.c.client,
    )
    .order_by(opt_in.c.id)
)
MEETINGS = (
    sa.select(meeting)
    .where(meeting.c.lead_id.in_(_IDS), meeting.c.undone_at.is_(None))
    .order_by(meeting.c.id)
)
