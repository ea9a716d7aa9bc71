"""What callers of a team may ask beyond the lead in hand: each look-up is counted and logged.

They are functions of the server (``team/look_ups.py``), because a caller's login reads no other
lead. They write what they named, so each needs a transaction that may write.
"""

import json
from collections.abc import Sequence
from typing import Any

from qualdesk.core.ids import CampaignId, ContactId, LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.my_day import RecentCall
from qualdesk.core.searching import Asked
from qualdesk.store.database import Transaction
from qualdesk.store.search import Row

_SPELLINGS = 3


def find_caller_back(tx: Transaction, asked: Asked) -> list[Row]:
    """Who is on the line: by the end of their number or by their whole name, five at most.

    Less than that finds nobody, and is not counted.

    Raises:
        PacedOut: that was asked as often as it may be within an hour; told by the server.
    """
    names = [] if asked.digits or not asked.is_full_name else _name_keys(asked)
    endings = list(asked.endings())
    if not names and not endings:
        return []
    found = tx.run(_FIND, {"endings": endings, "names": names}).fetchall()
    return [_row(*one) for one in found]


def company_strip(tx: Transaction, lead_id: LeadId) -> Sequence[Any]:
    """Who else is at the company of the lead in hand, those called last first: four at most.

    Rows of lead, contact, name, state, called_at, called_by, outcome, held_by, and how many
    there are together.

    Raises:
        PacedOut: that was asked as often as it may be within an hour; told by the server.
    """
    rows: Sequence[Any] = tx.run(_STRIP, {"lead": lead_id}).fetchall()
    return rows


def my_recent(tx: Transaction) -> tuple[RecentCall, ...]:
    """One's own last calls, the last first, fifty at most.

    Raises:
        PacedOut: that was asked as often as it may be within an hour; told by the server.
    """
    return tuple(
        RecentCall(
            lead_id=LeadId(lead_id),
            name=name,
            company=company,
            at=tx.dialect.instant(at) or tx.now,
            outcome=outcome,
        )
        for lead_id, name, company, at, outcome in tx.run(_RECENT, {}).fetchall()
    )


def _name_keys(asked: Asked) -> list[str]:
    """The name as it may be kept: its words in order, in each of their spellings."""
    spelled = [
        " ".join(sorted(word[min(at, len(word) - 1)] for word in asked.words))
        for at in range(_SPELLINGS)
    ]
    return list(dict.fromkeys(spelled))


def _row(*columns: Any) -> Row:
    lead_id, contact_id, campaign_id, campaign, name, name_key, company, zones, state, *more = (
        columns
    )
    claimed_by, claim_kind, claim_until, due_at, owner, outcome, at, is_referred, ending = more
    return Row(
        lead_id=LeadId(lead_id),
        contact_id=ContactId(contact_id),
        company_id=None,
        campaign_id=CampaignId(campaign_id),
        campaign=campaign,
        client="",
        name=name,
        name_key=name_key,
        company=company,
        company_key="",
        city="",
        zones=tuple((json.loads(zones) if isinstance(zones, str) else zones) or ()),
        bucket=Bucket(state),
        reason="",
        held_by=claimed_by or "",
        hold=claim_kind or "",
        held_until=claim_until,
        due_at=due_at,
        wake_at=None,
        callback_owner=owner,
        attempts=0,
        last_outcome=outcome,
        last_attempt_at=at,
        is_referred=is_referred,
        ending=ending,
    )


_FIND = "SELECT * FROM act.find_caller_back(%(endings)s::text[], %(names)s::text[])"
_STRIP = "SELECT * FROM act.company_strip(%(lead)s::integer)"
_RECENT = "SELECT * FROM act.my_recent()"
