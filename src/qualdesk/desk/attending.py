"""How all leads of a campaign stand with its event, once a list says who came or is undone."""

from qualdesk.core.ids import CampaignId
from qualdesk.core.progress import Progress
from qualdesk.desk.pace import Pace
from qualdesk.store import events
from qualdesk.store.database import Store


def stand_all_anew(store: Store, campaign_id: CampaignId, progress: Progress) -> None:
    """Work out how every lead of the campaign stands with its event, in chunks nobody waits for.

    Killed in between, the keeper does the rest: until then some stand as they stood before.
    """
    with store.reading() as tx:
        total = events.attendance_of(tx, campaign_id).total
    pace, done = Pace(rows=1000, most=20_000), 0
    after: int | None = 0
    while after is not None:
        progress.report(min(done, total), total, "Comparing with who came")
        with pace.step() as at_most, store.transaction() as tx:
            after = events.stand_anew_some(tx, campaign_id, after, at_most)
        done += at_most
    with store.transaction() as tx:
        events.note_attendees(tx, campaign_id)


def catch_up(store: Store) -> None:
    """Do the same where it was broken off."""
    with store.reading() as tx:
        behind = events.campaigns_behind(tx)
    for campaign_id in behind:
        stand_all_anew(store, campaign_id, Progress())
