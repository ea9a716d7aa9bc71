"""The event of a campaign: when it is, who stands for the campaign, how its leads stand with it."""

from collections import Counter
from dataclasses import asdict

import sqlalchemy as sa

from qualdesk.core.campaigns import CampaignPeople
from qualdesk.core.events import Attendance, AttendanceCounts, CampaignEvent
from qualdesk.core.ids import CampaignId, ScriptVersionId
from qualdesk.store.database import Transaction
from qualdesk.store.schema import campaign, lead


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


def attendance_of(tx: Transaction, campaign_id: CampaignId) -> AttendanceCounts:
    """How the campaign's leads stand with its event; ``total`` is counted on its own."""
    rows = tx.connection.execute(
        sa.select(lead.c.attendance, sa.func.count())
        .where(lead.c.campaign_id == campaign_id)
        .group_by(lead.c.attendance)
    )
    counts = Counter({Attendance(how): count for how, count in rows})
    total = tx.connection.scalar(
        sa.select(sa.func.count()).select_from(lead).where(lead.c.campaign_id == campaign_id)
    )
    return AttendanceCounts(counts=dict(counts), total=total or 0)


def _write(tx: Transaction, campaign_id: CampaignId, **values: object) -> None:
    tx.connection.execute(campaign.update().where(campaign.c.id == campaign_id).values(**values))
