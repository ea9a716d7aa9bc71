"""What sales sent back is told once to whoever qualified it, as plain fact."""

from datetime import timedelta

import pytest

from makers import make_campaign
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.desk import Desk
from qualdesk.desk.way_back import WayBack
from qualdesk.store.database import Store
from way_back_makers import answer, leave, qualify


@pytest.fixture
def campaign(store: Store) -> Campaign:
    with store.transaction() as tx:
        return make_campaign(tx, "PackTech")


def test_each_caller_is_told_of_their_own_leads_once(store: Store, campaign: Campaign) -> None:
    katrin = qualify(store, campaign, "Katrin Albers", caller="Maya")
    marcus = qualify(store, campaign, "Marcus Hale", caller="Maya")
    ines = qualify(store, campaign, "Ines Fournier", caller="Ben")
    _, ids = leave(store, campaign, katrin, marcus, ines)
    answer(store, ids[katrin], "Wrong person", "Left in January")
    answer(store, ids[marcus])
    answer(store, ids[ines], "No date in sight")
    maya, ben = WayBack(store, "Maya"), WayBack(store, "Ben")
    (told,) = maya.came_back()
    assert (told.name, told.reason, told.note) == (
        "Katrin Albers",
        "Wrong person",
        "Left in January",
    )
    assert maya.came_back() == (told,), "looking is not telling"
    maya.seen([told.item_id])
    assert maya.came_back() == ()
    assert [one.name for one in ben.came_back()] == ["Ines Fournier"]
    assert [one.name for one in maya.came_back("Ben")] == ["Ines Fournier"]


def test_the_oldest_comes_first_and_twenty_at_most(
    store: Store, campaign: Campaign, clock: SetClock
) -> None:
    leads = [qualify(store, campaign, f"Person {n:02}") for n in range(22)]
    _, ids = leave(store, campaign, *leads)
    for lead_id in leads:
        clock.advance(timedelta(minutes=1))
        answer(store, ids[lead_id], "Wrong person")
    way_back = WayBack(store, "Maya")
    first = way_back.came_back()
    assert [one.lead_id for one in first] == leads[:20]
    way_back.seen([one.item_id for one in first])
    assert [one.lead_id for one in way_back.came_back()] == leads[20:]


def test_a_desk_looks_for_the_one_who_works_at_it(store: Store, clock: SetClock) -> None:
    assert Desk(store, clock, "Maya").way_back.came_back() == ()
