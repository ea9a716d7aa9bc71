"""Who has left: no longer offered for anything, theirs handed on, their name kept; both bases."""

from datetime import date, datetime, time, timedelta

import pytest

from calls import a_campaign, a_lead, calling, next_card
from makers import BERLIN
from qualdesk.core.cards import CallCard
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import NothingToUndo, Refused
from qualdesk.core.ids import LeadId
from qualdesk.core.members import Away, read_hours
from qualdesk.core.routing_rules import Routing, RoutingRule, RuleKind
from qualdesk.core.times import Promise
from qualdesk.desk.leavers import Leavers, theirs_words
from qualdesk.desk.people import People
from qualdesk.desk.phones import PhonesDesk
from qualdesk.desk.queue import Queue
from qualdesk.desk.routing import RoutingRules
from qualdesk.desk.story import Story
from qualdesk.desk.supervising import Supervising
from qualdesk.store.database import Store
from qualdesk.store.leavers import Theirs

TODAY = date(2026, 3, 17)


@pytest.fixture
def people(store: Store, clock: SetClock) -> People:
    found = People(store, clock, "Sue")
    for name, role in (("Sue", "supervisor"), ("Ana", "caller"), ("Ben", "caller")):
        found.set_details(name, role=role)
    return found


@pytest.fixture
def leavers(store: Store, clock: SetClock, people: People) -> Leavers:
    return Leavers(store, clock, people.member().name)


def _promised(store: Store, clock: SetClock, lead: LeadId, caller: str, days: int) -> LeadId:
    """A call back this caller promised, at half past two, so many days from today."""
    desk = calling(store, clock, caller)
    wall = datetime.combine(TODAY + timedelta(days=days), time(14, 30))
    call = desk.start_attempt(lead)
    desk.finish(call.id, "callback_fixed", callback_at=Promise(wall=wall, zone=BERLIN))
    clock.advance(timedelta(seconds=11))
    return lead


def test_who_left_keeps_their_name_and_what_was_theirs_goes_on(
    store: Store, clock: SetClock, people: People, leavers: Leavers
) -> None:
    fair = a_campaign(store, with_script=False)
    one, _two = a_lead(store, fair, "One Person"), a_lead(store, fair, "Two People")
    ana, queue = calling(store, clock, "Ana"), Queue(store, clock, "Sue")
    promised = _promised(store, clock, one, "Ana", 1)
    in_hand = next_card(ana).lead.id
    before = leavers.look("ana")
    assert before.theirs == Theirs(promised=1, held=1)
    assert theirs_words(before.theirs) == "1 call back · 1 lead in hand"
    assert not before.can_be_removed
    done = leavers.leave("Ana", to="Ben")
    assert done.says == (
        "Ana has left. Ben keeps the call back they promised. "
        "One lead of theirs is back in the queue."
    )
    (owed,) = queue.callbacks()
    assert (owed.lead_id, owed.callback.owner) == (promised, "Ben")
    again = calling(store, clock, "Ben").next_lead()
    assert isinstance(again, CallCard)
    assert again.lead.id == in_hand
    said = [line.says for line in Story(store, clock, "Sue").lately().lines]
    assert any("Wrote down that Ana left" in line for line in said)
    assert "Ana" in {line.who for line in Story(store, clock, "Sue").lately().lines}
    back = leavers.take_back("Ana")
    assert back.says == "Ana is here as before. One call back is theirs again."
    assert queue.callbacks()[0].callback.owner == "Ana"
    with pytest.raises(NothingToUndo, match="Ana has not left"):
        leavers.take_back("Ana")
    assert people.member("Ana").left_on is None


def test_without_a_name_call_backs_are_anybodys_and_of_a_later_day_those_due_then(
    store: Store, clock: SetClock, people: People, leavers: Leavers
) -> None:
    fair = a_campaign(store, with_script=False)
    one, two = a_lead(store, fair, "One Person"), a_lead(store, fair, "Two People")
    people.set_hours("Ana", shifts=read_hours("mon-fri 9-17"), zone=BERLIN)
    soon = _promised(store, clock, one, "Ana", 1)
    late = _promised(store, clock, two, "Ana", 3)
    done = leavers.leave("Ana", TODAY + timedelta(days=2))
    assert done.says == (
        "Ana works here until Wed 18 Mar. The call back they promised is anybody's."
    )
    owners = {one.lead_id: one.callback.owner for one in Queue(store, clock, "Sue").callbacks()}
    assert owners == {soon: "Ana", late: ""}
    ana = people.member("Ana")
    assert ana.absences == (), "it is no absence"
    assert not ana.has_left(clock.now())
    assert ana.is_off(TODAY + timedelta(days=2))
    people.set_absences("Ana", [Away(first=TODAY, last=TODAY)])
    assert people.member("Ana").left_on == TODAY + timedelta(days=2), "days away leave it alone"
    assert leavers.leave("Ana").says.startswith("Ana has left.")
    with pytest.raises(Refused, match="Ana has left already"):
        leavers.leave("Ana")


def test_who_left_is_offered_for_nothing_until_they_are_taken_on_again(
    store: Store, clock: SetClock, people: People, leavers: Leavers
) -> None:
    fair = a_campaign(store, with_script=False)
    lead = a_lead(store, fair, "One Person")
    people.set_details("Lena", role="sales")
    routing, sam = RoutingRules(store, clock, "Sue"), Supervising(store, clock, "Sue")
    phones = PhonesDesk(store, clock, "Sue")
    for name in ("Ana", "Ben"):
        calling(store, clock, name).renew()
    sam.push(lead, "Ana")
    assert leavers.look("Ana").theirs == Theirs(given=1)
    assert leavers.leave("Ana").says == "Ana has left. One lead of theirs is back in the queue."
    leavers.leave("Lena")
    by_country = RoutingRule(
        id="r", name="DE", kind=RuleKind.REGION, people=("Lena",), countries=("DE",)
    )
    with pytest.raises(Refused, match="Lena"):
        routing.set_routing(fair.id, Routing(rules=(by_country,)))
    assert "Lena" not in {one.name for one in routing.people(fair.id)}
    with pytest.raises(Refused, match="Nobody called “Ana” works here"):
        sam.push(lead, "Ana")
    with pytest.raises(Refused, match="Nobody called “Ana” works here"):
        phones.move("Ana", fair.id)
    with pytest.raises(Refused, match="Ana makes no calls here"):
        leavers.leave("Ben", to="Ana")
    assert leavers.take_on("Ana").says == "Ana works here again."
    assert sam.push(lead, "Ana").says == "One Person is next for Ana."
    with pytest.raises(Refused, match="Ana has not left"):
        leavers.take_on("Ana")


def test_a_name_typed_wrongly_is_removed_and_nobody_who_did_something(
    store: Store, clock: SetClock, people: People, leavers: Leavers
) -> None:
    people.set_details("Anna", role="caller")
    people.set_absences("Anna", [Away(first=TODAY, last=TODAY)])
    assert leavers.look("Anna").can_be_removed
    assert leavers.remove("Anna").says == "Anna is off the list."
    assert "Anna" not in {one.name for one in people.members()}
    a_lead(store, a_campaign(store, with_script=False), "One Person")
    next_card(calling(store, clock, "Ben"))
    with pytest.raises(Refused, match="Ben is named in this workspace"):
        leavers.remove("Ben")
    for act in (leavers.remove, leavers.leave):
        with pytest.raises(Refused, match="Somebody else has to say"):
            act("Sue")
        with pytest.raises(Refused, match="Nobody called “Nora” is on the list"):
            act("Nora")
