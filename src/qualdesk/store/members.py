"""The people who work here: their hours, when each was last seen, the days they are away."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from qualdesk.core.members import Away, Member, hours_from_plain, hours_to_plain
from qualdesk.store.acts import BOTH, CALLER, SALES, act, text_act
from qualdesk.store.database import Transaction
from qualdesk.store.schema import member

_SEEN_AGAIN = timedelta(minutes=1)


def members(tx: Transaction) -> tuple[Member, ...]:
    """Everybody who works here, by name."""
    query = sa.select(*_read_by(tx)).order_by(member.c.name)
    return tuple(_member(row) for row in tx.connection.execute(query))


def find_member(tx: Transaction, name: str) -> Member | None:
    """Who has exactly that name; None when nobody has."""
    row = tx.connection.execute(sa.select(*_read_by(tx)).where(member.c.name == name)).first()
    return _member(row) if row else None


def keep_member(tx: Transaction, one: Member) -> None:
    """Keep what somebody does, when they work and how they are reached; new names are added.

    The days they are away are kept by :func:`set_away`.
    """
    values = {
        "role": one.role,
        "email": one.email,
        "phone": one.phone,
        "zone": one.zone,
        "shifts": hours_to_plain(one.shifts),
        "duty": hours_to_plain(one.duty),
        "languages": list(one.languages),
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
    tx.run(
        tx.dialect.named(_SEEN),
        {
            "caller": name,
            "now": tx.dialect.moment(tx.now),
            "since": tx.dialect.moment(tx.now - _SEEN_AGAIN),
        },
    )


def set_away(tx: Transaction, name: str, away: Away | None) -> None:
    """Keep the days somebody is away; None when they are not."""
    days = {
        "away_from": away.first.isoformat() if away else "",
        "away_until": away.last.isoformat() if away else "",
    }
    tx.connection.execute(
        tx.dialect.insert(member)
        .values(name=name, **days)
        .on_conflict_do_update(index_elements=["name"], set_=days)
    )


def away_days(tx: Transaction) -> Mapping[str, Away]:
    """Who is away, or will be, and when."""
    query = sa.select(member.c.name, member.c.away_from, member.c.away_until)
    rows = tx.connection.execute(query.where(member.c.away_from != ""))
    return {row.name: _away(row) for row in rows}


def working(tx: Transaction, since: datetime | None) -> tuple[str, ...]:
    """The names of those who were seen at work since then, or ever, in order."""
    query = sa.select(member.c.name).order_by(member.c.name)
    if since is not None:
        query = query.where(member.c.seen_at >= since)
    return tuple(tx.connection.scalars(query))


def _read_by(tx: Transaction) -> list[sa.ColumnElement[Any]]:
    """What this login may know of people: callers of a team, not how others are reached."""
    if not tx.dialect.acts_only:
        return [each for each in member.c if each.name != "login"]
    hidden = {"login", "email", "phone"}
    blank = [sa.literal("").label(name) for name in ("email", "phone")]
    return [*(each for each in member.c if each.name not in hidden), *blank]


def _member(row: Any) -> Member:
    return Member(
        name=row.name,
        role=row.role,
        email=row.email,
        phone=row.phone,
        zone=row.zone,
        shifts=hours_from_plain(row.shifts),
        duty=hours_from_plain(row.duty),
        languages=tuple(row.languages or ()),
        away=_away(row) if row.away_from else None,
    )


def _away(row: Any) -> Away:
    return Away(first=date.fromisoformat(row.away_from), last=date.fromisoformat(row.away_until))


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
