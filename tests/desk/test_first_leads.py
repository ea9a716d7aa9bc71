"""The first five leads under rules that are not saved: as the queue will be once they are."""

from dataclasses import fields, replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from calls import a_campaign, a_lead, calling
from makers import MORNING
from qualdesk.core.campaigning import FirstLead
from qualdesk.core.campaigns import Campaign, CampaignPlan
from qualdesk.core.clock import SetClock
from qualdesk.core.ids import LeadId
from qualdesk.core.leads import Signals
from qualdesk.core.sources import CallLimits, CallWindow, SourceType
from qualdesk.core.times import Promise
from qualdesk.desk import Desk
from qualdesk.store.database import Store

BERLIN, NEW_YORK = "Europe/Berlin", "America/New_York"
KINDS = (
    Signals(source=SourceType.WEBINAR, asked_for_call=True, engagement=1),
    Signals(source=SourceType.TRADE_SHOW, saw_demo=True, engagement=2),
    Signals(source=SourceType.TRADE_SHOW),
    Signals(source=SourceType.TRADE_SHOW, giveaway_only=True),
)


@pytest.fixture
def desk(store: Store, clock: SetClock) -> Desk:
    return Desk(store, clock, "ruth")


def plan_of(campaign: Campaign) -> CampaignPlan:
    """The rules of a campaign, to be changed and tried."""
    return CampaignPlan(**{one.name: getattr(campaign, one.name) for one in fields(CampaignPlan)})


def ids(found: tuple[FirstLead, ...]) -> list[LeadId]:
    return [one.lead_id for one in found]


def test_under_the_rules_as_they_are_it_is_the_queue(store: Store, desk: Desk) -> None:
    """Q3: in the same order, for the same reasons."""
    campaign = a_campaign(store)
    for number in range(8):
        a_lead(store, campaign, f"Person {number}", signals=KINDS[number % 4])
    desk.keeper.tick()
    found = desk.campaigning.first_five(campaign.id)
    queue = desk.queue.upcoming(campaign.id, limit=5)
    assert ids(found) == [row.lead_id for row in queue]
    assert [one.points for one in found] == [row.priority.points for row in queue]
    assert all(one.is_free and one.says == "now" for one in found)
    assert found[0].reasons == tuple(one.says for one in queue[0].priority.why_now)
    assert found[0].reasons


def test_other_hours_say_who_would_be_free_and_when(store: Store, desk: Desk) -> None:
    campaign = a_campaign(store)
    lead = a_lead(store, campaign)
    later = replace(plan_of(campaign), limits=CallLimits(hours=(13 * 60, 17 * 60)))
    (first,) = desk.campaigning.first_five(campaign.id, later)
    assert (first.lead_id, first.is_free, first.says) == (lead, False, "13:00")
    (now,) = desk.campaigning.first_five(campaign.id)
    assert now.is_free, "nothing was saved"


def test_fewer_tries_leave_out_who_has_had_them(store: Store, clock: SetClock, desk: Desk) -> None:
    campaign = a_campaign(store)
    tried, fresh = a_lead(store, campaign), a_lead(store, campaign, "Kai Lorenz")
    ana = calling(store, clock)
    ana.finish(ana.start_attempt(tried).id, "busy")
    clock.advance(timedelta(hours=1))
    assert set(ids(desk.campaigning.first_five(campaign.id))) == {tried, fresh}
    once = replace(plan_of(campaign), limits=replace(campaign.limits, max_attempts=1))
    assert ids(desk.campaigning.first_five(campaign.id, once)) == [fresh]


def test_a_window_that_is_over_leaves_nobody(store: Store, desk: Desk) -> None:
    campaign = a_campaign(store)
    a_lead(store, campaign)
    over = CallWindow(closes_at=MORNING - timedelta(hours=1))
    assert desk.campaigning.first_five(campaign.id, replace(plan_of(campaign), window=over)) == ()


def test_a_promise_that_is_due_comes_first_and_one_ahead_at_its_time(
    store: Store, clock: SetClock, desk: Desk
) -> None:
    """Q4: never before the promised time."""
    campaign = a_campaign(store)
    lead, other = a_lead(store, campaign), a_lead(store, campaign, "Kai Lorenz")
    ana = calling(store, clock)
    at = Promise(wall=(MORNING + timedelta(hours=4)).replace(tzinfo=None), zone=BERLIN)
    ana.finish(ana.start_attempt(lead).id, "callback_fixed", callback_at=at)
    ahead = desk.campaigning.first_five(campaign.id)
    assert [(one.lead_id, one.is_free) for one in ahead] == [(other, True), (lead, False)]
    assert ahead[1].next_at == at.at
    clock.set(at.at)
    due = desk.campaigning.first_five(campaign.id)
    assert ids(due) == [lead, other]
    assert due[0].reasons[0].startswith("Call back due")


def test_calls_need_not_have_started(store: Store, desk: Desk) -> None:
    """The page shows whom the first call would go to while the source card is being written."""
    campaign = a_campaign(store, source=None)
    lead = a_lead(store, campaign)
    assert ids(desk.campaigning.first_five(campaign.id)) == [lead]
    assert desk.queue.upcoming(campaign.id) == ()


@settings(
    max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(
    start=st.integers(7, 12),
    length=st.integers(1, 8),
    tries=st.integers(1, 4),
    made=st.lists(
        st.tuples(st.sampled_from(KINDS), st.sampled_from([BERLIN, NEW_YORK])), max_size=6
    ),
)
def test_saving_the_rules_changes_nothing_in_what_was_shown(
    sqlite_store: Store,
    start: int,
    length: int,
    tries: int,
    made: list[tuple[Signals, str]],
) -> None:
    """What is shown while rules are edited is what they do."""
    desk = Desk(sqlite_store, sqlite_store.clock, "ruth")
    campaign = a_campaign(sqlite_store)
    for number, (signals, zone) in enumerate(made):
        a_lead(sqlite_store, campaign, f"Person {number}", signals=signals, zones=(zone,))
    limits = CallLimits(hours=(start * 60, (start + length) * 60), max_attempts=tries)
    shown = desk.campaigning.first_five(campaign.id, replace(plan_of(campaign), limits=limits))
    assert len(shown) == min(5, len(made))
    desk.library.set_times(campaign.id, limits=limits)
    assert ids(desk.campaigning.first_five(campaign.id)) == ids(shown)
    desk.keeper.tick()
    free = [one.lead_id for one in shown if one.is_free]
    assert [row.lead_id for row in desk.queue.upcoming(campaign.id, limit=5)] == free


def test_looking_waits_for_nobody_who_writes(sqlite_store: Store) -> None:
    """No caller waits for a supervisor who edits rules, and the other way round."""
    desk = Desk(sqlite_store, sqlite_store.clock, "ruth")
    campaign = a_campaign(sqlite_store)
    lead = a_lead(sqlite_store, campaign)
    with sqlite_store.transaction():
        assert ids(desk.campaigning.first_five(campaign.id, plan_of(campaign))) == [lead]
        assert desk.campaigning.setup(campaign.id).attendance.total == 1
