"""The list of those who were at an event: read as any list, and what it says of every lead."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from qualdesk.core.campaigning import Attendees
from qualdesk.core.campaigns import Campaign
from qualdesk.core.changes import Changes
from qualdesk.core.errors import Problem, Refused
from qualdesk.core.events import Attendance
from qualdesk.core.ids import CampaignId
from qualdesk.core.list_choices import ListChoices
from qualdesk.core.progress import Progress
from qualdesk.core.times import time_words
from qualdesk.core.wording import tr
from qualdesk.desk.intake import Intake
from qualdesk.desk.list_results import Loaded
from qualdesk.store import events
from qualdesk.store.campaigns import load_campaign, the_campaign
from qualdesk.store.database import Store, Transaction


def take_list(  # noqa: PLR0917 - the door of the campaign's page hands all of it on
    store: Store,
    intake: Intake,
    campaign: str | CampaignId,
    source: str | Path | Iterable[Mapping[str, Any]],
    choices: ListChoices,
    progress: Progress,
) -> Attendees:
    """Load the list, and count how the campaign's leads stand after it.

    Raises:
        NotFound: there is no such campaign.
        Refused: the campaign has no event, or it is not over.
        ListRefused: the file cannot be read.
    """
    with store.reading() as tx:
        found = the_campaign(tx, campaign)
        ended_at = _ended(found, tx.now)
    mine = replace(choices, attended_at=ended_at)
    loaded = intake.load(source, campaign=found.id, choices=mine, progress=progress)
    with store.reading() as tx:
        return _attendees(tx, load_campaign(tx, found.id), loaded)


def _ended(found: Campaign, now: datetime) -> datetime:
    """When the event ended.

    Raises:
        Refused: it has not.
    """
    if found.event is None:
        raise Refused(tr("Say first when the event was: this campaign is about none."))
    if found.event.ends_at > now:
        ends = time_words(found.event.ends_at, found.window.zone, now=now)
        raise Refused(
            tr("The event is not over before {ends}. Load who was there then.", ends=ends)
        )
    return found.event.ends_at


def _attendees(tx: Transaction, found: Campaign, loaded: Loaded) -> Attendees:
    stands = events.attendance_of(tx, found.id)
    assert loaded.list_id is not None
    return Attendees(
        campaign_id=found.id,
        list_id=loaded.list_id,
        rows=loaded.rows,
        matched=loaded.updated,
        new=loaded.new,
        walked_in=events.walked_in(tx, loaded.list_id),
        repeated=loaded.merged,
        left_out=tuple(
            Problem(place=tr("row {number}", number=row.row_number), says=row.reason)
            for row in loaded.left_out_rows
        ),
        attended=stands.of(Attendance.ATTENDED),
        no_show=stands.of(Attendance.NO_SHOW),
        never_registered=stands.of(Attendance.NEVER_REGISTERED),
        notes=loaded.notes,
        changes=loaded.changes | Changes(campaigns=frozenset({found.id}), queue=True),
    )
