"""Callers and salespeople of a team: all that stands beside a call, and a lead's way with sales."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from typing import Any

import psycopg
import pytest

from calls import a_campaign, a_lead, answer_all_it_takes, calling, next_card
from conftest import read_beliefs
from handoff_makers import a_brief
from qualdesk.core.briefs import brief_to_json
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SystemClock
from qualdesk.core.errors import NotFound
from qualdesk.core.handoff import Receiver
from qualdesk.core.handoff_states import ItemState
from qualdesk.core.ids import ItemId, LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.offers import Offers
from qualdesk.core.sources import CallLimits, HandoffTerms
from qualdesk.core.times import Promise
from qualdesk.desk.beside import Beside
from qualdesk.desk.calling import Calling
from qualdesk.desk.came_back import CameBack
from qualdesk.desk.campaigning import Campaigning
from qualdesk.desk.incoming import Incoming
from qualdesk.desk.meetings import Meetings
from qualdesk.desk.owner_questions import OwnerQuestions
from qualdesk.desk.phones import PhonesDesk
from qualdesk.desk.researching import Researching
from qualdesk.desk.sales import Sales
from qualdesk.files.outcomes import shipped_outcomes
from qualdesk.files.rule_sets import shipped_rules
from qualdesk.store.campaigns import set_handoff
from qualdesk.store.database import Store
from qualdesk.store.schema_calls import handoff_item
from team_desks import TeamDesk
from way_back_makers import answer, bucket, leave, qualify

CLOCK = SystemClock()
MAIL = "katrin@elbkorn.example"
ASK = "May we write to you about new machines, once a month?"
NUMBER = "+493023125001"
REASONS = ("Wrong person", "No date in sight")
JONAS = Receiver(name="Jonas", email="jonas@sealers.example", zone="Europe/Berlin")
ALL_DAY = CallLimits(
    hours=(0, 24 * 60),
    days=frozenset(range(7)),
    min_gap=timedelta(minutes=1),
    max_per_day=9,
    max_attempts=9,
)


@dataclass
class Floor:
    """A workspace of a team with one campaign; whoever logs in has a door of their own."""

    team: TeamDesk
    store: Store
    campaign: Campaign
    doors: dict[str, Store] = field(default_factory=dict)

    def door(self, name: str) -> Store:
        if name not in self.doors:
            self.doors[name] = _store(self.team.url(name))
        return self.doors[name]

    def lead(self, name: str = "Katrin Albers", **more: Any) -> LeadId:
        return a_lead(self.store, self.campaign, name, **more)

    def caller(self, name: str = "Maya") -> Calling:
        return calling(self.door(name), CLOCK, name)  # type: ignore[arg-type]

    def left(self, name: str = "Katrin Albers") -> tuple[LeadId, ItemId]:
        """A lead that Maya qualified and that left to Jonas, with its id in the batch."""
        lead_id = qualify(self.store, self.campaign, name, phones=[NUMBER])
        _, ids = leave(
            self.store,
            self.campaign,
            lead_id,
            to=JONAS,
            answer_by=CLOCK.now().date() + timedelta(days=7),
        )
        with self.store.transaction() as tx:
            this = handoff_item.update().where(handoff_item.c.id == ids[lead_id])
            brief = a_brief(lead_id=lead_id, name=name)
            tx.connection.execute(this.values(brief=brief_to_json(brief)))
        return lead_id, ids[lead_id]


def _store(url: str) -> Store:
    return Store(url, clock=CLOCK, durable=False, rules=shipped_rules, beliefs=read_beliefs)


@pytest.fixture
def floor(team: TeamDesk) -> Iterator[Floor]:
    with psycopg.connect(team.owner) as owner:
        owner.execute("INSERT INTO claim_limit VALUES ('', 0, 9999, 9999, 0, 'Nadia', now())")
    store = _store(team.owner)
    campaign = a_campaign(store, limits=ALL_DAY)
    with store.transaction() as tx:
        set_handoff(tx, campaign.id, HandoffTerms(receiver="Jonas", reasons=REASONS))
    offers = Offers(materials=("Price list",), opt_in={"en": ASK})
    made = Floor(
        team, store, Campaigning(store, CLOCK, "Nadia").set_offers(campaign.id, offers).campaign
    )
    yield made
    for one in (store, *made.doors.values()):
        one.close()


def test_whom_to_call_for_a_hand_over_is_told_on_the_line_and_to_nobody_else(floor: Floor) -> None:
    """D8: a caller reads no colleague's number, but has to reach who takes the call over."""
    with psycopg.connect(floor.team.owner) as owner:
        owner.execute(
            "UPDATE member SET phone = '030 5', email = name || '@s.example' WHERE role = 'sales'"
        )
        owner.execute("UPDATE member SET client = 'Another' WHERE name = 'Lea'")
    lead = floor.lead(phones=(NUMBER,))
    maya, meetings = floor.caller(), Meetings(floor.door("Maya"), CLOCK, "Maya")
    next_card(maya)

    def numbers() -> dict[str, str]:
        return {one.name: one.phone for one in meetings.hand_over_to(lead).people}

    assert numbers() == {"Jonas": "", "Lea": ""}
    call = maya.start_attempt(lead).id
    assert numbers() == {"Jonas": "030 5", "Lea": ""}, "Lea works for another client"
    answer_all_it_takes(maya, call)
    wall = CLOCK.now().replace(tzinfo=None, second=0, microsecond=0) + timedelta(days=3)
    talk = meetings.book(call, "Jonas", Promise(wall=wall, zone="UTC"))
    assert b"Jonas@s.example" in meetings.invitation(talk.number)  # type: ignore[arg-type]
    with psycopg.connect(floor.team.url("Ben")) as psql:
        assert psql.execute("SELECT * FROM act.sales_reached(%s)", (lead,)).fetchall() == []


def test_material_mails_and_talks_are_noted_sent_and_taken_back(floor: Floor) -> None:
    lead = floor.lead(phones=(NUMBER,))
    maya, beside = floor.caller(), Beside(floor.door("Maya"), CLOCK, "Maya")
    next_card(maya)
    call = maya.start_attempt(lead).id
    answer_all_it_takes(maya, call)
    sent = beside.send_material(call, "Price list", address=MAIL)
    yes = beside.opt_in(call, address=MAIL)
    assert beside.opt_in(call, address=MAIL).number == yes.number, "said twice it is once"
    meetings = Meetings(floor.door("Maya"), CLOCK, "Maya", zone="Europe/London")
    soon = CLOCK.now().replace(tzinfo=None, second=0, microsecond=0) + timedelta(days=3)
    when = Promise(wall=soon, zone="UTC")
    talk = meetings.book(call, "Jonas", when)
    meetings.hand_over(call, "Jonas")
    theirs = meetings.agreed("Jonas", when.at, when.at + timedelta(hours=1))
    assert [one.id for one in theirs] == [talk.number]
    there = maya.card(lead).beside
    assert (len(there.sendings), len(there.opt_ins), len(there.meetings)) == (1, 1, 2)
    (waits,) = beside.to_send()
    beside.sent(waits.id)
    for done in (sent, yes, talk):
        beside.undo(done.kind, done.number)
        with pytest.raises(NotFound, match="taken back already"):
            beside.undo(done.kind, done.number)
    assert len(maya.card(lead).beside.meetings) == 1


def test_a_no_stops_whom_it_names_and_their_talk_and_both_come_back(floor: Floor) -> None:
    lead = floor.lead(phones=(NUMBER,))
    maya = floor.caller()
    next_card(maya)
    same = floor.lead("Karin Albers", company="Rheinglas", phones=(NUMBER,))
    other = floor.lead("Kai Lorenz", company="Weserstahl", phones=("+493023125009",))
    call = maya.start_attempt(lead).id
    answer_all_it_takes(maya, call)
    soon = CLOCK.now().replace(tzinfo=None, second=0, microsecond=0) + timedelta(days=3)
    Meetings(floor.door("Maya"), CLOCK, "Maya").book(call, "Jonas", Promise(wall=soon, zone="UTC"))
    maya.do_not_call(lead, scope="number", number=NUMBER)
    assert [bucket(floor.store, one) for one in (lead, same, other)] == [
        Bucket.DO_NOT_CALL, Bucket.DO_NOT_CALL, Bucket.WAITING,
    ]  # fmt: skip
    assert Beside(floor.store, CLOCK, "Nadia").of(lead).meetings == ()
    again = maya.undo()
    assert len(again.beside.meetings) == 1
    assert [bucket(floor.store, one) for one in (lead, same)] == [
        Bucket.WITH_CALLER, Bucket.WAITING,
    ]  # fmt: skip


def test_what_a_caller_said_before_these_ten_seconds_no_function_takes_back(floor: Floor) -> None:
    lead = floor.lead(phones=(NUMBER,))
    maya = floor.caller()
    next_card(maya)
    maya.do_not_call(lead)
    with psycopg.connect(floor.team.owner) as owner:
        owner.execute("UPDATE suppression SET at = at - interval '1 minute'")
        ids = [row[0] for row in owner.execute("SELECT id FROM suppression").fetchall()]
    with psycopg.connect(floor.team.url("Maya")) as mine:
        asked = "SELECT * FROM act.lift_own_entries(p_because => 'x', p_entries => %s)"
        assert mine.execute(asked, [ids]).fetchall() == []
        asked = (
            "SELECT * FROM act.stand_again(p_of_lead => %s, p_state => 'waiting', p_rested => TRUE,"
            " p_state_reason => '', p_wake_at => NULL, p_due_at => NULL)"
        )
        assert mine.execute(asked, [lead]).fetchall() == []
    assert bucket(floor.store, lead) is Bucket.DO_NOT_CALL


def test_a_line_is_left_for_a_colleague_who_reads_it_without_the_lead(floor: Floor) -> None:
    lead = floor.lead(phones=(NUMBER,))
    maya = floor.caller()
    next_card(maya)
    mine = Incoming(floor.door("Maya"), CLOCK, "Maya", shipped_outcomes())
    bens = Incoming(floor.door("Ben"), CLOCK, "Ben", shipped_outcomes())
    mine.leave_message(lead, "Ask for the plant in Ulm", left_for="Ben")
    mine.leave_message(lead, "Rings at noon")
    (waits,) = bens.my_messages()
    assert (waits.name, waits.says) == ("Katrin Albers", "Ask for the plant in Ulm")
    bens.read_message(waits.id)
    assert bens.my_messages() == ()
    (left,) = mine.messages(lead)
    mine.read_message(left.id)
    assert mine.messages(lead) == ()


def test_somebody_tells_of_themselves_and_of_nobody_else(floor: Floor) -> None:
    phones = PhonesDesk(floor.door("Maya"), CLOCK, "Maya")
    assert phones.note_state("break", CLOCK.now() + timedelta(minutes=15))
    assert phones.note_state("break", CLOCK.now() + timedelta(minutes=30))
    assert phones.note_state("ready")
    nadia = PhonesDesk(floor.door("Nadia"), CLOCK, "Nadia")
    nadia.move("Maya", floor.campaign.id)
    assert phones.my_move() is not None
    with psycopg.connect(floor.team.owner) as owner:
        told = owner.execute("SELECT state, moved_by FROM member WHERE name = 'Maya'").fetchone()
    assert told == ("ready", "")


def test_a_question_about_a_list_is_asked_withdrawn_and_put_back(floor: Floor) -> None:
    lead = floor.lead(phones=(NUMBER,))
    maya = floor.caller()
    next_card(maya)
    mine = OwnerQuestions(floor.door("Maya"), CLOCK, "Maya")
    asked = mine.ask(lead, "Were they told that we call?")
    mine.withdraw(asked.question.id)
    mine.put_back(asked.question.id)
    nadia = OwnerQuestions(floor.door("Nadia"), CLOCK, "Nadia")
    nadia.answer(asked.question.id, "Yes, at the stand.")
    (news,) = mine.news()
    mine.heard(news.id)
    assert mine.news() == ()
    assert [one.answer for one in maya.card(lead).list_answers] == ["Yes, at the stand."]


def test_a_promise_is_given_up_by_whose_it_is(floor: Floor) -> None:
    lead = floor.lead(phones=(NUMBER,))
    maya = floor.caller()
    next_card(maya)
    call = maya.start_attempt(lead).id
    soon = CLOCK.now().replace(tzinfo=None, second=0, microsecond=0) + timedelta(days=3)
    maya.finish(call, "callback_fixed", callback_at=Promise(wall=soon, zone="UTC"))
    _let_go(floor)
    maya.give_to_anyone(lead)
    with psycopg.connect(floor.team.owner) as owner:
        owners = owner.execute(
            "SELECT callback_owner, owner FROM lead JOIN callback ON lead_id = lead.id"
        ).fetchall()
    assert owners == [("", "")]


def test_what_is_looked_up_brings_the_lead_back(floor: Floor) -> None:
    lead = floor.lead(phones=(NUMBER,))
    maya = floor.caller()
    next_card(maya)
    call = maya.start_attempt(lead).id
    maya.finish(call, "research", research_for=timedelta(hours=1), reason="Which?", note="Which?")
    _let_go(floor)
    mine = Researching(floor.door("Maya"), CLOCK, "Maya")
    (looked_up,) = mine.mine()
    assert (looked_up.lead_id, looked_up.name) == (lead, "Katrin Albers")
    mine.found(lead, number="+49 30 23125 777", note="The one in Hamburg")
    assert Researching(floor.door("Maya"), CLOCK, "Maya").mine() == ()


def test_who_qualified_a_lead_is_told_once_that_it_came_back(floor: Floor) -> None:
    _, item = floor.left()
    answer(floor.store, item, reason=REASONS[0])
    mine = CameBack(floor.door("Maya"), "Maya")
    (told,) = mine.came_back()
    assert told.name == "Katrin Albers"
    mine.seen([told.item_id])
    assert mine.came_back() == ()


def test_sales_reads_takes_and_sends_back_what_is_theirs(floor: Floor) -> None:
    lead, item = floor.left()
    other_lead, other = floor.left("Kai Lorenz")
    jonas, lea = Sales(floor.door("Jonas"), "Jonas"), Sales(floor.door("Lea"), "Lea")
    assert {one.item_id for one in jonas.mine()} == {item, other}
    assert lea.mine() == ()
    assert jonas.read(item).item.state is ItemState.READ
    jonas.take(item, opportunity="A line", amount=Decimal(1200), currency="EUR")
    assert bucket(floor.store, lead) is Bucket.TAKEN
    jonas.undo(item)
    assert bucket(floor.store, lead) is Bucket.IN_BATCH
    jonas.take(item)
    jonas.send_back(other, REASONS[0], "Left in May")
    assert bucket(floor.store, other_lead) is Bucket.SENT_BACK
    jonas.undo(other)
    assert bucket(floor.store, other_lead) is Bucket.IN_BATCH
    for refused in (lea.read, lea.take):
        with pytest.raises(NotFound):
            refused(other)


def _let_go(floor: Floor) -> None:
    """The ten seconds of undoing are over."""
    with psycopg.connect(floor.team.owner) as owner:
        owner.execute(
            "UPDATE lead SET claimed_by = NULL, claim_kind = NULL, claim_slot = 0,"
            " claim_until = NULL, ready = (state = 'waiting' AND wake_at IS NULL)"
        )
