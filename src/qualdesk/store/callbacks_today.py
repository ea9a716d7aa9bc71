"""The call backs of a day, each counted once: kept, missed, late or still to come."""

import json
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.on_phones import CallBacks, PromisedCall
from qualdesk.core.times import time_words
from qualdesk.store.callbacks import KEPT
from qualdesk.store.database import Transaction
from qualdesk.store.queue_sql import filled, moments
from qualdesk.store.schema_calls import callback
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_people import company, contact


def callbacks_of_day(
    tx: Transaction, campaign_id: CampaignId, start: datetime, end: datetime
) -> CallBacks:
    """The call backs due in this span, and those from before it that nobody has made yet.

    Only those at a time that people named. Kept: called within the campaign's grace. Missed:
    called later, or settled otherwise after it had passed. What was settled otherwise before
    that, as when they called us, is no call back of the day any more.
    """
    counts: Counter[str] = Counter()
    due = []
    for row in tx.connection.execute(_STILL, {"of": campaign_id, "until": end}):
        if row.due_at > tx.now:
            counts["to_come"] += 1
        else:
            due.append(row)
    open_now = _open_to_anyone(tx, [row.lead_id for row in due])
    late = [_promised(row, tx.now, is_open=row.lead_id in open_now) for row in due]
    asked = {"of": campaign_id, "since": start, "until": end}
    for one in tx.connection.execute(_SETTLED, asked):
        if one.missed_at is not None:
            counts["missed"] += 1
        elif one.state == KEPT:
            counts["kept"] += 1
    return CallBacks(
        today=counts.total() + len(late),
        kept=counts["kept"],
        missed=counts["missed"],
        late=len(late),
        to_come=counts["to_come"],
        calls=tuple(late),
        earlier=sum(row.due_at < start for row in due),
    )


def _open_to_anyone(tx: Transaction, late: Sequence[int]) -> frozenset[int]:
    """Which leads of late call backs the queue would offer to anybody, by its own words."""
    if not late:
        return frozenset()
    values = {**moments(tx), "ids": json.dumps(late), "caller": ""}
    rows = tx.run(filled(type(tx.dialect), _ANYBODYS), values).fetchall()
    return frozenset(row[0] for row in rows)


def _promised(row: Any, now: datetime, *, is_open: bool) -> PromisedCall:
    return PromisedCall(
        lead=LeadId(row.lead_id),
        name=row.name,
        company=row.company or "",
        due_at=row.due_at,
        wall=time_words(row.due_at, row.zone, now=now),
        owner=row.callback_owner,
        is_late=True,
        is_open=is_open,
    )


_ANYBODYS = """SELECT lead.id FROM lead JOIN campaign ON campaign.id = lead.campaign_id
    WHERE lead.id IN ($named) AND lead.state = 'callback' AND lead.due_at <= :now
        AND $may_keep"""
_FIXED = callback.c.kind == sa.literal_column("'fixed'")
# By the index of call backs: that of campaigns, which it may take instead, leads past every lead.
_OF = sa.literal_column("lead.campaign_id + 0") == sa.bindparam("of", type_=sa.Integer)
_UNTIL = callback.c.due_at < sa.bindparam("until", type_=callback.c.due_at.type)
_SINCE = callback.c.due_at >= sa.bindparam("since", type_=callback.c.due_at.type)
_STILL = (
    sa.select(
        callback.c.lead_id,
        callback.c.due_at,
        callback.c.zone,
        lead.c.callback_owner,
        contact.c.name,
        company.c.name.label("company"),
    )
    .join_from(callback, lead, lead.c.id == callback.c.lead_id)
    .join(contact, contact.c.id == lead.c.contact_id)
    .outerjoin(company, company.c.id == contact.c.company_id)
    .where(callback.c.state == sa.literal_column("'set'"), _FIXED, _UNTIL, _OF)
    .where(lead.c.state == Bucket.CALLBACK.value)
    .order_by(callback.c.due_at, callback.c.id)
)
_SETTLED = (
    sa.select(callback.c.state, callback.c.missed_at)
    .join_from(callback, lead, lead.c.id == callback.c.lead_id)
    .where(callback.c.state != sa.literal_column("'set'"), _FIXED, _SINCE, _UNTIL, _OF)
)
