"""A list's own permission that has ended keeps its leads out of the queue until it holds again."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from calls import a_campaign, calling
from qualdesk.core.cards import CallCard, NothingToCall
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import NotNow
from qualdesk.core.permission import Basis, Permission
from qualdesk.desk import Desk
from qualdesk.store.database import Store

TODAY = Permission(
    basis=Basis.CONSENT,
    says="They ticked that we may phone.",
    given_on=date(2026, 3, 2),
    where="On the download page",
    evidence="Export of 13 March",
    wording="Form 7",
    scope=("phone",),
    expires=date(2026, 3, 17),
)
ADA = {"name": "Ada Quist", "company": "Pumps", "phone": "+49 30 23125 101"}
BEN = {"name": "Ben Ode", "company": "Valves", "phone": "+49 30 23125 102"}


@pytest.fixture
def maya(store: Store, clock: SetClock) -> Desk:
    a_campaign(store, with_script=False, name="Fair", region="DE")
    return Desk(store, clock, "Maya")


def _offered(maya: Desk) -> list[str]:
    return sorted(row.name for row in maya.queue.upcoming("Fair", limit=9))


def test_who_is_only_on_a_list_that_ended_is_not_offered(
    store: Store, clock: SetClock, maya: Desk
) -> None:
    """O3: not only the dial, also the claim asks for the list's own permission."""
    ended = maya.intake.load([ADA, BEN], campaign="Fair")
    maya.intake.load([BEN], campaign="Fair")
    maya.before_calls.set_list_permission(ended.list_id, TODAY)
    maya.keeper.tick()
    assert _offered(maya) == ["Ada Quist", "Ben Ode"], "it holds until the day has ended"
    clock.advance(timedelta(days=1))
    maya.keeper.tick()
    assert _offered(maya) == ["Ben Ode"], "another list's permission holds for him"
    reasons = {one.code: one.leads for one in maya.queue.why_empty("Fair").reasons}
    assert reasons == {"permission": 1, "free": 1}
    ana, ben = calling(store, clock, "Ana"), calling(store, clock, "Ben")
    card = ana.next_lead()
    assert isinstance(card, CallCard)
    assert card.lead.contact.name == "Ben Ode"
    assert isinstance(ben.next_lead(), NothingToCall)
    with pytest.raises(NotNow, match="ended"):
        ben.start_attempt(ended[0])


def test_it_is_offered_again_when_the_permission_is_renewed(clock: SetClock, maya: Desk) -> None:
    ended = maya.intake.load([ADA], campaign="Fair")
    maya.before_calls.set_list_permission(ended.list_id, TODAY)
    clock.advance(timedelta(days=1))
    maya.keeper.tick()
    assert _offered(maya) == []
    renewed = replace(TODAY, expires=date(2027, 3, 17))
    maya.before_calls.set_list_permission(ended.list_id, renewed)
    assert _offered(maya) == ["Ada Quist"]
    maya.keeper.tick()
    assert _offered(maya) == ["Ada Quist"]


def test_a_list_that_brings_them_again_brings_a_permission(clock: SetClock, maya: Desk) -> None:
    ended = maya.intake.load([ADA], campaign="Fair")
    maya.before_calls.set_list_permission(ended.list_id, TODAY)
    clock.advance(timedelta(days=1))
    maya.keeper.tick()
    maya.intake.load([ADA], campaign="Fair")
    assert _offered(maya) == ["Ada Quist"]


def test_a_supervisor_s_own_word_stays(clock: SetClock, maya: Desk) -> None:
    """Kept out for another reason is kept out whatever becomes of the permission."""
    loaded = maya.intake.load([ADA], campaign="Fair")
    maya.supervising.keep_out(loaded[0], "Legal asks")
    maya.before_calls.set_list_permission(loaded.list_id, TODAY)
    clock.advance(timedelta(days=1))
    maya.keeper.tick()
    renewed = replace(TODAY, expires=date(2027, 3, 17))
    maya.before_calls.set_list_permission(loaded.list_id, renewed)
    assert _offered(maya) == []
    reasons = {one.code: one.leads for one in maya.queue.why_empty("Fair").reasons}
    assert reasons == {"kept_out": 1}


def test_many_leads_are_kept_out_a_few_at_a_time(clock: SetClock, maya: Desk) -> None:
    rows = [{"name": f"Person {n}", "phone": f"+49 30 23125 {n:03}"} for n in range(100, 700)]
    ended = maya.intake.load(rows, campaign="Fair")
    maya.before_calls.set_list_permission(ended.list_id, TODAY)
    clock.advance(timedelta(days=1))
    maya.keeper.tick()
    assert _offered(maya) == []
    assert maya.floor.buckets("Fair").adds_up
