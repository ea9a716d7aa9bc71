"""The call backs of a day, each counted once: kept, missed, late or still to come."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.members import Away
from qualdesk.core.on_phones import CallBacks, PromisedCall
from qualdesk.core.times import time_words
from qualdesk.store.callbacks import KEPT
from qualdesk.store.database import Transaction
from qualdesk.store.members import away_days
from qualdesk.store.schema import callback, campaign, company, contact, lead


@dataclass(frozen=True, kw_only=True, slots=True)
class _Open:
    """A promise nobody has kept yet, and who may."""

    row: Any
    now: datetime
    away: Away | None

    @property
    def is_open(self) -> bool:
        """Whether anybody may keep it now: nobody's, its time long over, or its caller away."""
        grace = timedelta(seconds=self.row.grace_seconds)
        is_away = self.away is not None and self.away.on(self.now.date())
        return not self.row.callback_owner or is_away or self.row.due_at + grace <= self.now


def callbacks_of_day(
    tx: Transaction, campaign_id: CampaignId, start: datetime, end: datetime
) -> CallBacks:
    """The call backs due in this span, and those from before it that nobody has made yet.

    Only those at a time that people named. Kept: called within the campaign's grace. Missed:
    called later, or settled otherwise after it had passed. What was settled otherwise before
    that, as when they called us, is no call back of the day any more.
    """
    counts: Counter[str] = Counter()
    away = away_days(tx)
    late = []
    for row in tx.connection.execute(_STILL, {"of": campaign_id, "until": end}):
        if row.due_at > tx.now:
            counts["to_come"] += 1
        else:
            late.append(_promised(_Open(row=row, now=tx.now, away=away.get(row.callback_owner))))
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
    )


def _promised(one: _Open) -> PromisedCall:
    row = one.row
    return PromisedCall(
        lead=LeadId(row.lead_id),
        name=row.name,
        company=row.company or "",
        due_at=row.due_at,
        wall=time_words(row.due_at, row.zone, now=one.now),
        owner=row.callback_owner,
        is_late=True,
        is_open=one.is_open,
    )


_FIXED = callback.c.kind == sa.literal_column("'fixed'")
_OF = lead.c.campaign_id == sa.bindparam("of")
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
        campaign.c.grace_seconds,
    )
    .join_from(callback, lead, lead.c.id == callback.c.lead_id)
    .join(campaign, campaign.c.id == lead.c.campaign_id)
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
