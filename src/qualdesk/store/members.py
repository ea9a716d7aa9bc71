"""The people who work here: their hours, when each was last seen, the days they are away."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.core.members import Away, Member, hours_from_plain, hours_to_plain
from qualdesk.store.acts import BOTH, CALLER, SALES, act, text_act
from qualdesk.store.database import Transaction
from qualdesk.store.quick import TextLook, quick_row, quick_rows, quick_text
from qualdesk.store.schema_campaigns import campaign, member
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_roster import absence, campaign_member

_SEEN_AGAIN = timedelta(minutes=1)
# Who left is away from that day on until this one: whatever asks who is away knows it by itself.
_FOR_GOOD = date.max.isoformat()


def members(tx: Transaction) -> tuple[Member, ...]:
    """Everybody who works here, by name."""
    rows = tx.connection.execute(sa.select(*_read_by(tx)).order_by(member.c.name)).all()
    away, theirs = _absences(tx), _campaigns(tx)
    return tuple(_member(tx, row, away, theirs) for row in rows)


def role_of(tx: Transaction, name: str) -> str | None:
    """What somebody of exactly that name does here; None when nobody has it."""
    row = quick_row(tx, _ROLE, {"of_whom": name})
    return None if row is None else row.role


def find_member(tx: Transaction, name: str) -> Member | None:
    """Who has exactly that name; None when nobody has."""
    row = tx.connection.execute(sa.select(*_read_by(tx)).where(member.c.name == name)).first()
    return _member(tx, row, _absences(tx, name), _campaigns(tx, name)) if row else None


def keep_member(tx: Transaction, one: Member) -> None:
    """Keep what somebody does, when they work and how they are reached; new names are added.

    The days they are away are kept by :func:`keep_absences`, the campaigns they call for by
    :func:`keep_campaigns`.
    """
    values = {
        "role": one.role,
        "email": one.email,
        "phone": one.phone,
        "zone": one.zone,
        "shifts": hours_to_plain(one.shifts),
        "duty": hours_to_plain(one.duty),
        "languages": list(one.languages),
        "calendar": one.calendar,
        "at_work_on": [day.isoformat() for day in one.at_work_on],
        "client": one.client,
    }
    tx.connection.execute(
        tx.dialect.insert(member)
        .values(name=one.name, **values)
        .on_conflict_do_update(index_elements=["name"], set_=values)
    )


def keep_own(tx: Transaction, one: Member) -> None:
    """Keep when whoever is logged in works and what they speak; of nobody else, and no more."""
    tx.connection.execute(
        _KEEP_OWN,
        {
            "caller": one.name,
            "own_zone": one.zone,
            "own_shifts": hours_to_plain(one.shifts),
            "own_duty": hours_to_plain(one.duty),
            "own_languages": list(one.languages),
        },
    )


def note_seen(tx: Transaction, name: str) -> None:
    """Somebody is at work now. Written once a minute at most: it is on the way to every call."""
    quick_text(tx, *seen(tx, name))


def seen(tx: Transaction, name: str) -> TextLook:
    """What notes it. No look of a claim reads it, so that it may be sent with those."""
    at, again = tx.dialect.moment(tx.now), tx.dialect.moment(tx.now - _SEEN_AGAIN)
    return tx.dialect.named(_SEEN), {"caller": name, "now": at, "since": again}


def keep_absences(tx: Transaction, name: str, absences: Iterable[Away]) -> None:
    """Keep the days somebody is away, all of them; who is new is added.

    Since when they work here no more stays as it is, and no day away begins on that one.
    """
    _make(tx, name)
    theirs = absence.c.name == name
    tx.connection.execute(absence.delete().where(theirs, absence.c.last_day != _FOR_GOOD))
    left = tx.connection.scalar(sa.select(absence.c.first_day).where(theirs))
    rows = [
        {
            "name": name,
            "first_day": one.first.isoformat(),
            "last_day": one.last.isoformat(),
            "because": one.because,
        }
        for one in absences
        if one.first.isoformat() != left
    ]
    if rows:
        tx.connection.execute(absence.insert(), rows)


def keep_left(tx: Transaction, name: str, first: date | None) -> None:
    """Keep from which day on somebody works here no more; None: they do."""
    theirs = absence.c.name == name
    tx.connection.execute(absence.delete().where(theirs, absence.c.last_day == _FOR_GOOD))
    if first is not None:
        day = first.isoformat()
        tx.connection.execute(absence.delete().where(theirs, absence.c.first_day == day))
        gone = {"name": name, "first_day": day, "last_day": _FOR_GOOD}
        tx.connection.execute(absence.insert().values(gone))


def keep_campaigns(tx: Transaction, name: str, campaigns: Iterable[CampaignId]) -> None:
    """Keep which campaigns somebody calls for; none means all of them."""
    _make(tx, name)
    tx.connection.execute(campaign_member.delete().where(campaign_member.c.name == name))
    rows = [{"name": name, "campaign_id": one} for one in dict.fromkeys(campaigns)]
    if rows:
        tx.connection.execute(campaign_member.insert(), rows)


def works_on(tx: Transaction, name: str, campaign: CampaignId) -> bool:
    """Whether somebody calls for that campaign; who said none calls for all."""
    rows = quick_rows(tx, _WORKS_ON, {"of_whom": name})
    return not rows or campaign in {row.campaign_id for row in rows}


def away_on(tx: Transaction, day: date) -> frozenset[str]:
    """The names of those who are away that day."""
    query = sa.select(absence.c.name).where(
        absence.c.first_day <= day.isoformat(), absence.c.last_day >= day.isoformat()
    )
    return frozenset(tx.connection.scalars(query))


def working(tx: Transaction, since: datetime | None) -> tuple[str, ...]:
    """The names of those who were seen at work since then, or ever, in order.

    Without those who have left.
    """
    query = sa.select(member.c.name).where(still_here(tx)).order_by(member.c.name)
    if since is not None:
        query = query.where(member.c.seen_at >= since)
    return tuple(tx.connection.scalars(query))


def still_here(tx: Transaction) -> sa.ColumnElement[bool]:
    """That a row of ``member`` is of somebody who has not left, on the day it is in UTC."""
    gone = sa.select(absence.c.name).where(
        absence.c.last_day == _FOR_GOOD, absence.c.first_day <= tx.now.date().isoformat()
    )
    return member.c.name.not_in(gone)


def sales_reached(tx: Transaction, lead_id: LeadId) -> Mapping[str, tuple[str, str]]:
    """By what number and address each of sales is reached, by name, for who hands this lead over.

    A caller of a team is told in their call with the lead, or of one they agreed a talk for.
    """
    rows = quick_rows(tx, _SALES_REACHED, {"lead_id": lead_id})
    return {row.name: (row.phone, row.email) for row in rows}


def _read_by(tx: Transaction) -> list[sa.ColumnElement[Any]]:
    """What this login may know of people: callers of a team, not how others are reached."""
    if not tx.dialect.acts_only:
        return [each for each in member.c if each.name != "login"]
    hidden = {"login", "email", "phone"}
    blank = [sa.literal("").label(name) for name in ("email", "phone")]
    return [*(each for each in member.c if each.name not in hidden), *blank]


def _make(tx: Transaction, name: str) -> None:
    made = tx.dialect.insert(member).values(name=name)
    tx.connection.execute(made.on_conflict_do_nothing(index_elements=["name"]))


def _absences(tx: Transaction, name: str | None = None) -> Mapping[str, list[Away]]:
    query = sa.select(absence).order_by(absence.c.first_day)
    if name is not None:
        query = query.where(absence.c.name == name)
    found = defaultdict(list)
    for row in tx.connection.execute(query):
        first, last = map(date.fromisoformat, (row.first_day, row.last_day))
        found[row.name].append(Away(first=first, last=last, because=row.because))
    return found


def _campaigns(tx: Transaction, name: str | None = None) -> Mapping[str, list[CampaignId]]:
    query = sa.select(campaign_member).order_by(campaign_member.c.campaign_id)
    if name is not None:
        query = query.where(campaign_member.c.name == name)
    found = defaultdict(list)
    for row in tx.connection.execute(query):
        found[row.name].append(CampaignId(row.campaign_id))
    return found


def _member(
    tx: Transaction,
    row: Any,
    away: Mapping[str, list[Away]],
    theirs: Mapping[str, list[CampaignId]],
) -> Member:
    days = tx.rules().holidays.days if row.calendar else {}
    return Member(
        name=row.name,
        role=row.role,
        email=row.email,
        phone=row.phone,
        zone=row.zone,
        shifts=hours_from_plain(row.shifts),
        duty=hours_from_plain(row.duty),
        languages=tuple(row.languages or ()),
        absences=tuple(one for one in away.get(row.name, ()) if one.last < date.max),
        left_on=next((one.first for one in away.get(row.name, ()) if one.last == date.max), None),
        calendar=row.calendar,
        holidays=days.get(row.calendar, {}),
        at_work_on=tuple(map(date.fromisoformat, row.at_work_on or ())),
        campaigns=tuple(theirs.get(row.name, ())),
        client=row.client,
    )


_ROLE = sa.select(member.c.role).where(member.c.name == sa.bindparam("of_whom"))
_WORKS_ON = sa.select(campaign_member.c.campaign_id).where(
    campaign_member.c.name == sa.bindparam("of_whom")
)
_SALES_REACHED = act(
    "sales_reached",
    sa.select(member.c.name, member.c.phone, member.c.email)
    .where(
        member.c.role == "sales",
        member.c.client.in_(
            sa.select(campaign.c.client)
            .join(lead, lead.c.campaign_id == campaign.c.id)
            .where(lead.c.id == sa.bindparam("lead_id"))
            .union_all(sa.select(sa.literal("", sa.Text)))
        ),
    )
    .order_by(member.c.name),
    beyond=True,
    only="""EXISTS (
        SELECT 1 FROM attempt WHERE lead_id = :lead_id AND caller = act.me()
            AND ended_at IS NULL AND NOT is_conflict
    ) OR EXISTS (
        SELECT 1 FROM meeting WHERE lead_id = :lead_id AND agreed_by = act.me()
            AND undone_at IS NULL
    )""",
)
_SEEN = text_act(
    "note_seen",
    """INSERT INTO member (name, seen_at) VALUES (:caller, :now)
    ON CONFLICT (name) DO UPDATE SET seen_at = excluded.seen_at
    WHERE member.seen_at IS NULL OR member.seen_at < :since OR member.seen_at > :now""",
    takes={"since": "timestamptz"},
    to=(CALLER, SALES),
    beyond=True,
)
_JSON = member.c.shifts.type
_KEEP_OWN = act(
    "keep_own_hours",
    member.update()
    .where(member.c.name == sa.bindparam("caller"))
    .values(
        zone=sa.bindparam("own_zone"),
        shifts=sa.bindparam("own_shifts", type_=_JSON),
        duty=sa.bindparam("own_duty", type_=_JSON),
        languages=sa.bindparam("own_languages", type_=_JSON),
    ),
    to=BOTH,
)
