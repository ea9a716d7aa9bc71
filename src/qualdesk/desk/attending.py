"""How all leads of a campaign stand with its event, once a list says who came or is undone."""

from collections.abc import Collection

from qualdesk.core.ids import CampaignId
from qualdesk.desk.pace import Pace
from qualdesk.store import events
from qualdesk.store.database import Store


def stand_all_anew(store: Store, campaign_id: CampaignId) -> None:
    """Work out how every lead of the campaign stands with its event, in chunks nobody waits for.

    It cannot be stopped half-way: the list is there by then. Killed in between, the keeper does
    the rest, and until then some stand as they stood before.
    """
    pace, after = Pace(rows=1000, most=20_000), 0
    may_be_more = True
    while may_be_more:
        with pace.step() as at_most, store.transaction() as tx:
            last = events.stand_anew_some(tx, campaign_id, after, at_most)
        after, may_be_more = last or after, last is not None
    with store.transaction() as tx:
        events.note_attendees(tx, campaign_id)


def rest_until_over(store: Store, campaign_id: CampaignId, codes: Collection[str]) -> None:
    """Let those come back at the event's end, as it is now, who rest until it is over.

    ``codes`` are the outcomes that let a lead rest so. A lead that was called since rests by
    what that call ended with.
    """
    pace, is_done = Pace(rows=500), False
    while not is_done:
        with pace.step() as at_most, store.transaction() as tx:
            is_done = events.rest_until_over_some(tx, campaign_id, codes, at_most)


def catch_up(store: Store) -> None:
    """Do the same where it was broken off."""
    with store.reading() as tx:
        behind = events.campaigns_behind(tx)
    for campaign_id in behind:
        stand_all_anew(store, campaign_id)
