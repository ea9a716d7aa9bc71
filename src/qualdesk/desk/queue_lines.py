"""The lines of the queue's page: who it is, why now or why not, and when."""

from collections.abc import Collection

from qualdesk.core.cards import QueueLine
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.core.index import points
from qualdesk.core.priority import priority_of
from qualdesk.core.sources import SourceType
from qualdesk.desk.why_empty import says_of
from qualdesk.store.database import Transaction
from qualdesk.store.standing import Name, Standing, names_of, standing_of
from qualdesk.store.worth import Worth, worth_of


def lines_of(tx: Transaction, caller: str, lead_ids: Collection[int]) -> tuple[QueueLine, ...]:
    """These leads as lines, in this order; those not open any more are left out."""
    standing = standing_of(tx, caller, lead_ids)
    names = names_of(tx, lead_ids)
    worth = worth_of(tx, lead_ids)
    return tuple(
        _line(standing[LeadId(one)], names[LeadId(one)], worth[LeadId(one)])
        for one in lead_ids
        if one in standing
    )


def _line(stands: Standing, name: Name, worth: Worth) -> QueueLine:
    first = next(iter(priority_of(worth.parts).why_now), None)
    return QueueLine(
        lead_id=stands.lead_id,
        campaign_id=CampaignId(name.campaign_id),
        campaign=name.campaign,
        name=name.name,
        company=name.company,
        code=stands.code,
        says=says_of(stands),
        points=points(worth.score),
        reason=first.says if first else "",
        source=SourceType(name.source) if name.source else None,
        attempts=stands.attempts,
        next_at=stands.next_at,
        zone=stands.zone,
        is_callback=stands.is_callback,
        callback_owner=stands.callback_owner,
        is_pinned=stands.is_pinned,
        kept_out=stands.kept_out,
        pushed_to=stands.pushed_to,
        held_by=stands.held_by,
    )
