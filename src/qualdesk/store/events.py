"""The event of a campaign: when it is, who stands for the campaign, how its leads stand with it.

How somebody stands is worked out anew from what they said before the event and from the lists of
those who registered and of those who came, whatever came first. So nothing depends on the order
in which calls end and lists are loaded and taken back.
"""

from collections.abc import Collection
from dataclasses import asdict
from datetime import datetime

import sqlalchemy as sa

from qualdesk.core.campaigns import CampaignPeople
from qualdesk.core.events import EXPECTED, Attendance, AttendanceCounts, CampaignEvent
from qualdesk.core.ids import CampaignId, LeadId, ListId, ScriptVersionId
from qualdesk.core.leads import Bucket
from qualdesk.store.acts import act
from qualdesk.store.database import Transaction
from qualdesk.store.list_turns import PUBLISHED
from qualdesk.store.quick import quick_row, quick_write
from qualdesk.store.schema_campaigns import campaign
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_lists import intake_row, lead_list


def set_event(
    tx: Transaction, campaign_id: CampaignId, event: CampaignEvent | None, zone: str
) -> None:
    """Write down when the event is, None for no event, and the clock its times are said in."""
    _write(
        tx,
        campaign_id,
        event_starts_at=event.starts_at if event else None,
        event_ends_at=event.ends_at if event else None,
        window_zone=zone,
    )


def set_people(tx: Transaction, campaign_id: CampaignId, people: CampaignPeople) -> None:
    """Write down who stands for the campaign."""
    _write(tx, campaign_id, people=asdict(people))


def set_before_script(
    tx: Transaction, campaign_id: CampaignId, version: ScriptVersionId | None
) -> None:
    """Let callers read from this script before the event; None: from the one of after."""
    _write(tx, campaign_id, before_script_version_id=version)


def rest_until_over_some(
    tx: Transaction, campaign_id: CampaignId, codes: Collection[str], at_most: int
) -> bool:
    """Let some leads come back at the event's end that rest until it is over; whether all do.

    Without an event, or when it is over, they have rested. Their calling hours are asked when
    they are offered.
    """
    ends_at = tx.connection.scalar(
        sa.select(campaign.c.event_ends_at).where(campaign.c.id == campaign_id)
    )
    until = max(ends_at or tx.now, tx.now)
    ids = tx.connection.scalars(
        sa.select(lead.c.id)
        .where(
            lead.c.campaign_id == campaign_id,
            lead.c.state == Bucket.WAITING.value,
            lead.c.event_answer != "",
            lead.c.last_outcome.in_(codes),
            lead.c.wake_at > tx.now,
            lead.c.wake_at != until,
        )
        .order_by(lead.c.id)
        .limit(at_most)
        .with_for_update()
    ).all()
    moved = lead.update().where(lead.c.id.in_(ids))
    tx.connection.execute(moved.values(wake_at=until, rested_at=until))
    return len(ids) < at_most


def rest_until_over(tx: Transaction, lead_id: LeadId, codes: Collection[str]) -> None:
    """Let one lead that rests until the event is over come back at the end it has by now."""
    over = quick_row(tx, _OVER, {"of_lead": lead_id})
    ends_at = over.event_ends_at if over else None
    resting = {"of_lead": lead_id, "until": max(ends_at or tx.now, tx.now), "codes": list(codes)}
    quick_write(tx, _REST, resting)


def attendance_of(tx: Transaction, campaign_id: CampaignId) -> AttendanceCounts:
    """How the campaign's leads stand with its event; of the rest nothing is said yet."""
    rows = tx.connection.execute(
        sa.select(lead.c.attendance, sa.func.count())
        # Written out, or the index of those of whom something is known would not be used.
        .where(lead.c.campaign_id == campaign_id, lead.c.attendance != sa.literal_column("''"))
        .group_by(lead.c.attendance)
    )
    counts = {Attendance(how): count for how, count in rows}
    total = tx.connection.scalar(
        sa.select(sa.func.count()).select_from(lead).where(lead.c.campaign_id == campaign_id)
    )
    unsaid = (total or 0) - sum(counts.values())
    return AttendanceCounts(
        counts={Attendance.UNSAID: unsaid, **counts} if unsaid else counts, total=total or 0
    )


def say_attendance(tx: Transaction, lead_id: LeadId, said: Attendance) -> None:
    """Write down what somebody said about coming, and how they stand with it."""
    quick_write(tx, _SAY, {"of_lead": lead_id, "said": said.value})
    stand_anew(tx, [lead_id])


def stand_anew(tx: Transaction, lead_ids: Collection[LeadId]) -> None:
    """Work out how these leads stand with their event, from all that is known now."""
    quick_write(tx, _STAND_THESE, {"leads": list(lead_ids)})


def stand_anew_some(
    tx: Transaction, campaign_id: CampaignId, after: int, at_most: int
) -> int | None:
    """The same for the next leads of a campaign by their number; None when there are no more."""
    ids = tx.connection.scalars(
        sa.select(lead.c.id)
        .where(lead.c.campaign_id == campaign_id, lead.c.id > after)
        .order_by(lead.c.id)
        .limit(at_most)
    ).all()
    if not ids:
        return None
    mine = (lead.c.campaign_id == campaign_id, lead.c.id.between(ids[0], ids[-1]))
    tx.connection.execute(_STAND.where(*mine))
    return int(ids[-1])


def note_attendees(tx: Transaction, campaign_id: CampaignId) -> None:
    """Write down when the newest list of attendees that stands was loaded, None for none."""
    _write(
        tx,
        campaign_id,
        attendees_at=_NEWEST.where(lead_list.c.campaign_id == campaign_id).scalar_subquery(),
    )


def campaigns_behind(tx: Transaction) -> tuple[CampaignId, ...]:
    """The campaigns whose leads were not all compared with their lists of attendees."""
    newest = _NEWEST.where(lead_list.c.campaign_id == campaign.c.id).correlate(campaign)
    is_behind = newest.scalar_subquery().is_distinct_from(campaign.c.attendees_at)
    return tuple(
        CampaignId(one) for one in tx.connection.scalars(sa.select(campaign.c.id).where(is_behind))
    )


def attendee_lists(tx: Transaction, campaign_id: CampaignId) -> tuple[ListId, ...]:
    """The lists of attendees that stand, the newest first."""
    query = sa.select(lead_list.c.id).where(lead_list.c.campaign_id == campaign_id, *_STANDS)
    ids = tx.connection.scalars(query.order_by(lead_list.c.id.desc()))
    return tuple(ListId(one) for one in ids)


def walked_in(tx: Transaction, list_id: ListId) -> int:
    """How many people a list of attendees brought whom the campaign did not know, and who came."""
    query = sa.select(sa.func.count()).where(
        intake_row.c.list_id == list_id,
        intake_row.c.result == "new",
        intake_row.c.attendance == Attendance.ATTENDED.value,
    )
    return tx.connection.scalar(query) or 0


def _write(tx: Transaction, campaign_id: CampaignId, **values: object) -> None:
    tx.connection.execute(campaign.update().where(campaign.c.id == campaign_id).values(**values))


_STANDS = (lead_list.c.state == PUBLISHED, lead_list.c.attended_at.is_not(None))
_NEWEST = sa.select(sa.func.max(lead_list.c.loaded_at)).where(*_STANDS)


def _is_said(how: Attendance) -> sa.ColumnElement[bool]:
    """Whether a list that stands says so of a lead."""
    return (
        sa.exists()
        .where(
            intake_row.c.lead_id == lead.c.id,
            intake_row.c.attendance == how.value,
            lead_list.c.id == intake_row.c.list_id,
            lead_list.c.state == PUBLISHED,
        )
        .correlate(lead)
    )


_HAS_NO_LIST = ~sa.exists().where(
    lead_list.c.campaign_id == lead.c.campaign_id, *_STANDS
).correlate(lead)
_STAND = lead.update().values(
    attendance=sa.case(
        (sa.and_(_HAS_NO_LIST, lead.c.event_answer != ""), lead.c.event_answer),
        (sa.and_(_HAS_NO_LIST, _is_said(Attendance.REGISTERED)), Attendance.REGISTERED.value),
        (_HAS_NO_LIST, Attendance.UNSAID.value),
        (_is_said(Attendance.ATTENDED), Attendance.ATTENDED.value),
        (lead.c.event_answer.in_([one.value for one in EXPECTED]), Attendance.NO_SHOW.value),
        (_is_said(Attendance.REGISTERED), Attendance.NO_SHOW.value),
        (_is_said(Attendance.NO_SHOW), Attendance.NO_SHOW.value),
        else_=Attendance.NEVER_REGISTERED.value,
    )
)
_OF_LEAD = lead.c.id == sa.bindparam("of_lead")
_OVER = (
    sa.select(campaign.c.event_ends_at)
    .join(lead, lead.c.campaign_id == campaign.c.id)
    .where(_OF_LEAD)
)
_UNTIL: sa.BindParameter[datetime] = sa.bindparam("until", type_=lead.c.wake_at.type)
_CODES: sa.BindParameter[list[str]] = sa.bindparam("codes", expanding=True)
_REST = act(
    "rest_until_over",
    lead.update()
    .where(
        _OF_LEAD,
        lead.c.state == Bucket.WAITING.value,
        lead.c.event_answer != "",
        lead.c.last_outcome.in_(_CODES),
        lead.c.wake_at > _UNTIL,
    )
    .values(wake_at=_UNTIL, rested_at=_UNTIL),
)
_SAY = act(
    "say_attendance", lead.update().where(_OF_LEAD).values(event_answer=sa.bindparam("said"))
)
# What lists say of a lead decides it, and is nobody's to read.
_THESE: sa.BindParameter[list[int]] = sa.bindparam("leads", expanding=True)
_STAND_THESE = act("stand_with_event", _STAND.where(lead.c.id.in_(_THESE)), beyond=True)
