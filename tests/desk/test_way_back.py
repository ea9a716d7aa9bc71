"""What becomes of leads sales has: clocks, recalls, disputes, and what comes back."""

from datetime import timedelta

import pytest

from makers import make_campaign
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.handoff_states import ItemState
from qualdesk.core.leads import Bucket
from qualdesk.desk.handoff_clocks import Clocks
from qualdesk.desk.way_back import WayBack
from qualdesk.store.database import Store
from way_back_makers import answer, bucket, leave, qualify


@pytest.fixture
def campaign(store: Store) -> Campaign:
    with store.transaction() as tx:
        return make_campaign(tx, "PackTech")


@pytest.fixture
def way_back(store: Store) -> WayBack:
    return WayBack(store, "Rosa")


def test_all_of_it(store: Store, campaign: Campaign, way_back: WayBack, clock: SetClock) -> None:
    katrin, marcus = qualify(store, campaign, "Katrin"), qualify(store, campaign, "Marcus")
    batch, ids = leave(store, campaign, katrin, marcus)
    assert [one.state for one in way_back.items(batch)] == [ItemState.SENT, ItemState.SENT]
    answer(store, ids[katrin], "Wrong person")
    assert [one.name for one in way_back.came_back("Maya")] == ["Katrin"]
    way_back.seen([ids[katrin]])
    assert way_back.came_back("Maya") == ()
    done = way_back.dispute(ids[katrin], "It is the right person")
    assert done.item.state is ItemState.DISPUTED
    assert [one.name for one in way_back.disputes(campaign.id)] == ["Katrin"]
    done = way_back.review(done.dispute_id, changed=True, because="They said so")
    assert (done.item.state, bucket(store, katrin)) == (ItemState.TAKEN, Bucket.TAKEN)
    recalled = way_back.recall(batch, "Wrong list")
    assert (recalled.leads, recalled.answered) == ((marcus,), 1)
    assert bucket(store, marcus) is Bucket.QUALIFIED
    batch, ids = leave(store, campaign, marcus)
    clock.advance(timedelta(days=20))
    changes = Clocks(store, "Rosa").tick()
    assert changes.leads == {marcus}
