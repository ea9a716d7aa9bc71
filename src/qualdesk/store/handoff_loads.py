"""How many leads each person of sales was given today, on their own day, and when the last one."""

from collections.abc import Mapping
from datetime import datetime, timedelta

import sqlalchemy as sa

from qualdesk.core.members import Member
from qualdesk.core.routing import Load
from qualdesk.core.times import instant_of, local_time
from qualdesk.store.database import Transaction
from qualdesk.store.schema_calls import handoff_batch, handoff_item

# The longest a day of somebody can have begun before now, anywhere.
_A_DAY = timedelta(hours=26)


def load_of(tx: Transaction, people: Mapping[str, Member]) -> Load:
    """What was given to whom. Leads that were recalled count for nobody."""
    given: dict[str, int] = {}
    for row in tx.connection.execute(_GIVEN, {"since": tx.now - _A_DAY}):
        member = people.get(row.receiver)
        if row.sent_at >= _day_began(member.zone if member else "", tx.now):
            given[row.receiver] = given.get(row.receiver, 0) + row.leads
    last = {row.receiver: row.last for row in tx.connection.execute(_LAST)}
    return Load(given_today=given, last_given_at=last)


def _day_began(zone: str, now: datetime) -> datetime:
    there = zone or "UTC"
    day = local_time(now, there).date()
    return instant_of(datetime.combine(day, datetime.min.time()), there)


_LEFT = (
    sa.select(handoff_item.c.receiver)
    .join(handoff_batch, handoff_batch.c.id == handoff_item.c.batch_id)
    .where(handoff_item.c.receiver != "", handoff_item.c.state != "recalled")
)
_GIVEN = (
    _LEFT.add_columns(handoff_batch.c.sent_at, sa.func.count().label("leads"))
    .where(handoff_batch.c.sent_at >= sa.bindparam("since"))
    .group_by(handoff_item.c.receiver, handoff_batch.c.id, handoff_batch.c.sent_at)
)
_LAST = _LEFT.add_columns(sa.func.max(handoff_batch.c.sent_at).label("last")).group_by(
    handoff_item.c.receiver
)
