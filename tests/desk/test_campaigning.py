"""The campaign's page: its event, its people, and what calls still wait for."""

from datetime import timedelta

import pytest

from makers import MORNING
from qualdesk.core.campaigning import Section
from qualdesk.core.campaigns import CampaignPeople
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import Refused
from qualdesk.core.events import Phase
from qualdesk.desk import Desk
from qualdesk.store.database import Store

ENDS = MORNING + timedelta(days=2)


@pytest.fixture
def desk(store: Store, clock: SetClock) -> Desk:
    return Desk(store, clock, "ruth")


def test_each_thing_calls_wait_for_names_its_section(desk: Desk) -> None:
    """O3: nobody is called before somebody said what the list is."""
    desk.library.new_campaign("Fair", source=None)
    setup = desk.campaigning.setup("Fair")
    assert setup.says == f"{len(setup.todo)} things before calls can start"
    assert not setup.calls_may_start
    sections = [one.section for one in setup.todo]
    assert sections == sorted(sections, key=list(Section).index)
    assert {one.field for one in setup.todo_in(Section.SOURCE)} >= {"what", "who", "responding_to"}
    assert len(setup.todo_in(Section.SCRIPT)) == len(setup.todo_in(Section.DEFINITION)) == 1
    assert [one.field for one in setup.todo_in(Section.HANDOFF)] == ["receiver"]


def test_a_campaign_stands_before_its_event_until_that_ends(desk: Desk, clock: SetClock) -> None:
    """Q1: one list flips at the event's end."""
    desk.library.new_campaign("Fair")
    assert desk.campaigning.setup("Fair").phase is Phase.AFTER
    setup = desk.campaigning.set_event("Fair", ENDS - timedelta(hours=3), ENDS, "Europe/Berlin")
    assert setup.event is not None
    assert (setup.phase, setup.event.ends_at, setup.zone) == (Phase.BEFORE, ENDS, "Europe/Berlin")
    clock.set(ENDS - timedelta(microseconds=1))
    assert desk.campaigning.setup("Fair").phase is Phase.BEFORE
    clock.set(ENDS)
    assert desk.campaigning.setup("Fair").phase is Phase.AFTER


def test_an_event_needs_both_its_times_in_order(desk: Desk) -> None:
    desk.library.new_campaign("Fair")
    with pytest.raises(Refused, match="ends before it starts"):
        desk.campaigning.set_event("Fair", ENDS, ENDS)
    with pytest.raises(Refused, match="when the event starts and when it ends"):
        desk.campaigning.set_event("Fair", None, ENDS)
    with pytest.raises(Refused, match="no time zone"):
        desk.campaigning.set_event("Fair", MORNING, ENDS, "Mars/Olympus")
    assert desk.campaigning.setup("Fair").event is None


def test_the_people_of_a_campaign_are_kept(desk: Desk) -> None:
    desk.library.new_campaign("Fair")
    desk.campaigning.set_people("Fair", CampaignPeople(marketing=" Pia Okafor ", sales="Tom Reyes"))
    people = desk.campaigning.setup("Fair").people
    assert people == CampaignPeople(marketing="Pia Okafor", sales="Tom Reyes")
