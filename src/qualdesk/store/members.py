"""The people who work here: when each was last seen, and the days they are away."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import sqlalchemy as sa

from qualdesk.store.database import Transaction
from qualdesk.store.schema import member

_SEEN_AGAIN = timedelta(minutes=1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Away:
    """The days somebody is away, the first and the last; both count."""

    first: date
    last: date

    def on(self, day: date) -> bool:
        """Whether they are away on that day."""
        return self.first <= day <= self.last


def note_seen(tx: Transaction, name: str) -> None:
    """Somebody is at work now. Written once a minute at most: it is on the way to every call."""
    tx.run(
        tx.dialect.named(_SEEN),
        {
            "name": name,
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
    return {
        row.name: Away(
            first=date.fromisoformat(row.away_from), last=date.fromisoformat(row.away_until)
        )
        for row in rows
    }


def working(tx: Transaction, since: datetime | None) -> tuple[str, ...]:
    """The names of those who were seen at work since then, or ever, in order."""
    query = sa.select(member.c.name).order_by(member.c.name)
    if since is not None:
        query = query.where(member.c.seen_at >= since)
    return tuple(tx.connection.scalars(query))


_SEEN = """INSERT INTO member (name, seen_at) VALUES (:name, :now)
    ON CONFLICT (name) DO UPDATE SET seen_at = excluded.seen_at
    WHERE member.seen_at IS NULL OR member.seen_at < :since OR member.seen_at > :now"""
