"""The batch to come: each qualified lead with whom it goes to, what keeps it, and what was said."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from handoff_makers import a_definition, a_script
from makers import make_contact, make_lead
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import ExportRefused, NotFound, Refused
from qualdesk.core.ids import AttemptId, LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.next_batch import BatchLead
from qualdesk.core.progress import Cancelled, Progress
from qualdesk.core.routing import Cap, Routing, RoutingRule, RuleKind
from qualdesk.core.sources import HandoffTerms
from qualdesk.desk.handoff import Handoff
from qualdesk.desk.library import Library
from qualdesk.desk.routing import RoutingRules
from qualdesk.store.calls import begin, change_call
from qualdesk.store.database import Store
from qualdesk.store.history import entries, verify
from qualdesk.store.leads import place
from qualdesk.store.members import members
from qualdesk.store.schema import contact, member
from qualdesk.store.schema import lead as lead_table
from qualdesk.store.schema_calls import handoff_item
from sent_makers import a_qualified_lead, a_salesperson

TERMS = HandoffTerms(receiver="Lena Brandt", receiver_email="lena@home.example", batch_size=5)
UK = RoutingRule(
    id="uk", kind=RuleKind.REGION, name="Region UK", people=("Sam Osei",), countries=("GB",)
)


@pytest.fixture
def campaign(store: Store, clock: SetClock) -> Campaign:
    a_salesperson(store, "Lena Brandt")
    a_salesperson(store, "Sam Osei", zone="Europe/London")
    return Library(store, clock, "Rosa").new_campaign(
        "PackTech Expo 2026", script=a_script(), definition=a_definition(), handoff=TERMS
    )


@pytest.fixture
def handoff(store: Store, clock: SetClock) -> Handoff:
    return Handoff(store, clock, "Rosa")


@pytest.fixture
def rules(store: Store, clock: SetClock) -> RoutingRules:
    return RoutingRules(store, clock, "Rosa")


def lives_in(store: Store, lead_id: LeadId, country: str, postcode: str = "") -> None:
    with store.transaction() as tx:
        whose = lead_table.select().with_only_columns(lead_table.c.contact_id)
        tx.connection.execute(
            contact.update()
            .where(contact.c.id.in_(whose.where(lead_table.c.id == lead_id)))
            .values(country=country, postcode=postcode)
        )


def a_lead(store: Store, campaign: Campaign, name: str, country: str = "", **more: Any) -> LeadId:
    lead_id = a_qualified_lead(store, campaign, name, **more)
    lives_in(store, lead_id, country)
    return lead_id


def by_name(leads: tuple[BatchLead, ...]) -> dict[str, BatchLead]:
    return {one.name: one for one in leads}


def test_each_lead_says_to_whom_it_goes_and_why_to_them(
    store: Store, campaign: Campaign, handoff: Handoff, rules: RoutingRules
) -> None:
    """Picture 04."""
    a_lead(store, campaign, "Marcus Hale", "United Kingdom", company_name="Avonbrook Dairy")
    a_lead(store, campaign, "Katrin Albers", "DE", company_name="Elbkorn Foods")
    rules.set_routing(campaign.id, Routing(rules=(UK,)))
    found = by_name(handoff.next_batch(campaign.id).ready)
    marcus, katrin = found["Marcus Hale"], found["Katrin Albers"]
    assert (marcus.receiver, marcus.via) == ("Sam Osei", "Region UK")
    assert katrin.receiver == "Lena Brandt"
    assert (katrin.company, katrin.when, katrin.caller) == (
        "Elbkorn Foods",
        "Within 3 months; on date",
        "Maya",
    )
    assert katrin.points == handoff.brief(katrin.lead_id).points
    assert katrin.one_line == handoff.brief(katrin.lead_id).in_one_line
    assert handoff.next_batch(campaign.id).goes_to == (("Lena Brandt", 1), ("Sam Osei", 1))


def test_a_lead_nobody_covers_blocks_nobody_and_brings_its_rule(
    store: Store, campaign: Campaign, handoff: Handoff, rules: RoutingRules, tmp_path: Path
) -> None:
    """T2: the one that has no one to go to stays; the others leave."""
    Library(store, handoff._clock, "Rosa").set_handoff(campaign.id, replace(TERMS, receiver=""))
    a_lead(store, campaign, "Anton Rieder", "AT")
    leaves = a_lead(store, campaign, "Marcus Hale", "GB")
    rules.set_routing(campaign.id, Routing(rules=(UK,)))
    batch = handoff.next_batch(campaign.id)
    (anton,) = batch.blocked
    assert (anton.name, anton.lacks) == ("Anton Rieder", ("No rule covers Austria.",))
    assert anton.fix is not None
    done = handoff.export(campaign.id, tmp_path)
    assert done.leads == (leaves,)
    assert [(one.name, leads) for one, leads in done.receivers] == [("Sam Osei", 1)]
    assert [one.lacks for one in done.left_behind] == [("No rule covers Austria.",)]

    rules.add_rule(campaign.id, replace(anton.fix, people=("Lena Brandt",)))
    (ready,) = handoff.next_batch(campaign.id).ready
    assert (ready.receiver, ready.via) == ("Lena Brandt", "Austria")


def test_a_batch_leaves_to_several_people_each_by_their_own_address(
    store: Store, campaign: Campaign, handoff: Handoff, rules: RoutingRules, tmp_path: Path
) -> None:
    a_lead(store, campaign, "Marcus Hale", "GB")
    a_lead(store, campaign, "Katrin Albers", "DE")
    rules.set_routing(campaign.id, Routing(rules=(UK,)))
    done = handoff.export(campaign.id, tmp_path)
    told = {one.name: (one.email, one.zone) for one, _ in done.receivers}
    # The campaign says where its own receiver is written to.
    assert told == {
        "Sam Osei": ("sam@sealers.example", "Europe/London"),
        "Lena Brandt": ("lena@home.example", "Europe/Berlin"),
    }


def test_a_cap_counts_what_was_given_today_and_the_rest_waits_unblocked(
    store: Store,
    campaign: Campaign,
    handoff: Handoff,
    rules: RoutingRules,
    clock: SetClock,
    tmp_path: Path,
) -> None:
    caps = (Cap(salesperson="Lena Brandt", per_day=2),)
    rules.set_routing(campaign.id, Routing(caps=caps))
    for number in range(3):
        a_lead(store, campaign, f"Person {number}")
    first = handoff.next_batch(campaign.id)
    assert (len(first.ready), len(first.later), first.blocked) == (2, 1, ())
    done = handoff.export(campaign.id, tmp_path)
    assert len(done.leads) == 2
    assert done.left_behind[0].lacks[0].startswith("Lena Brandt can take it from")
    again = handoff.next_batch(campaign.id)
    assert (again.ready, len(again.later)) == ((), 1)
    with pytest.raises(ExportRefused):
        handoff.export(campaign.id, tmp_path)
    clock.advance(timedelta(days=1))
    assert len(handoff.next_batch(campaign.id).ready) == 1


def test_a_supervisor_chooses_who_gets_a_lead_and_takes_the_choice_back(
    store: Store, campaign: Campaign, handoff: Handoff, tmp_path: Path
) -> None:
    lead_id = a_lead(store, campaign, "Katrin Albers")
    moved = handoff.choose_receiver(lead_id, " Sam Osei ")
    assert (moved.was, moved.changes.leads) == ("", frozenset({lead_id}))
    (row,) = handoff.next_batch(campaign.id).ready
    assert (row.receiver, row.via, row.chosen) == ("Sam Osei", "Chosen by Rosa", "Sam Osei")
    # Ctrl+Z: what it was before is chosen again.
    assert handoff.choose_receiver(lead_id, moved.was).was == "Sam Osei"
    (row,) = handoff.next_batch(campaign.id).ready
    assert (row.receiver, row.chosen) == ("Lena Brandt", "")
    with pytest.raises(NotFound, match="Piet Smit is not in the team"):
        handoff.choose_receiver(lead_id, "Piet Smit")
    handoff.choose_receiver(lead_id, "Sam Osei")
    done = handoff.export(campaign.id, tmp_path)
    assert [(one.name, leads) for one, leads in done.receivers] == [("Sam Osei", 1)]
    with pytest.raises(NotFound, match="not among the qualified leads"):
        handoff.choose_receiver(lead_id, "Sam Osei")
    with store.reading() as tx:
        assert verify(tx) is None
        written = entries(tx, "lead", lead_id)
    assert [one.what for one in written].count("chose who gets it") == 3
    assert "Sam Osei" not in str(written)


def test_whoever_was_chosen_and_left_the_team_is_said_and_nobody_gets_it_instead(
    store: Store, campaign: Campaign, handoff: Handoff
) -> None:
    lead_id = a_lead(store, campaign, "Katrin Albers")
    handoff.choose_receiver(lead_id, "Sam Osei")
    with store.transaction() as tx:
        tx.connection.execute(member.delete().where(member.c.name == "Sam Osei"))
        assert [one.name for one in members(tx)] == ["Lena Brandt"]
    (row,) = handoff.next_batch(campaign.id).blocked
    assert row.lacks == ("Sam Osei is not in the team. Choose somebody else.",)


def test_the_one_line_is_edited_and_leaves_so(
    store: Store, campaign: Campaign, handoff: Handoff, tmp_path: Path
) -> None:
    lead_id = a_lead(store, campaign, "Katrin Albers")
    own = handoff.brief(lead_id).in_one_line
    assert own
    moved = handoff.say_line(lead_id, "  New line\n in October. \u202e ")
    assert moved.was == ""
    assert handoff.brief(lead_id).in_one_line == "New line in October."
    assert handoff.next_batch(campaign.id).ready[0].one_line == "New line in October."
    assert handoff.say_line(lead_id, "").was == "New line in October."
    assert handoff.brief(lead_id).in_one_line == own
    with pytest.raises(Refused, match="160 letters at most, this has 161"):
        handoff.say_line(lead_id, "x" * 161)
    handoff.say_line(lead_id, "=HYPERLINK(1) Runs from October.")
    done = handoff.export(campaign.id, tmp_path)
    (line,) = (done.folder / "leads.jsonl").read_text("utf-8").splitlines()
    assert "=HYPERLINK(1) Runs from October." in json.dumps(json.loads(line))
    assert handoff.brief(lead_id).in_one_line == "=HYPERLINK(1) Runs from October."


def test_who_held_a_lead_back_is_said(
    store: Store, campaign: Campaign, handoff: Handoff, clock: SetClock
) -> None:
    lead_id = a_lead(store, campaign, "Rosa Marin")
    Handoff(store, clock, "Tim").hold_back(lead_id)
    (row,) = handoff.next_batch(campaign.id).held_back
    assert (row.held_by, row.receiver) == ("Tim", "Lena Brandt")
    handoff.put_back(lead_id)
    assert handoff.next_batch(campaign.id).ready[0].held_by == ""


def test_what_was_said_of_a_lead_ends_when_it_qualifies_anew(
    store: Store, campaign: Campaign, handoff: Handoff, clock: SetClock
) -> None:
    """A word on last year's talk is no word on this year's."""
    lead_id = a_lead(store, campaign, "Katrin Albers")
    handoff.say_line(lead_id, "Last year's word.")
    clock.advance(timedelta(days=300))
    with store.transaction() as tx:
        place(tx, lead_id, Bucket.WAITING)
    _qualify_again(store, campaign, lead_id)
    assert handoff.brief(lead_id).in_one_line != "Last year's word."
    assert handoff.next_batch(campaign.id).ready[0].one_line != "Last year's word."


def test_after_an_act_only_the_leads_it_touched_are_looked_at_anew(
    store: Store, campaign: Campaign, handoff: Handoff, rules: RoutingRules, clock: SetClock
) -> None:
    """10,000 leads must not be judged again because one was held back."""
    leads = [a_lead(store, campaign, f"Person {number}") for number in range(4)]
    handoff.next_batch(campaign.id)
    looked: list[int | None] = []

    class Seen(Progress):
        def report(self, done: int, of: int | None = None, says: str | None = None) -> None:
            super().report(done, of, says)
            looked.append(of)

    handoff.hold_back(leads[0])
    batch = handoff.next_batch(campaign.id, leads=[leads[0]], progress=Seen())
    assert looked == [1]
    assert [one.lead_id for one in batch.held_back] == [leads[0]]
    assert batch == Handoff(store, clock, "Rosa").next_batch(campaign.id)

    # Rules say at once where each one goes, and no lead is looked at for that.
    rules.set_routing(campaign.id, Routing(rules=(_turn("Sam Osei"),)))
    looked.clear()
    batch = handoff.next_batch(campaign.id, leads=[], progress=Seen())
    assert looked == []
    assert {one.receiver for one in batch.leads} == {"Sam Osei"}

    # Who left meanwhile is gone, and who came is there, asked for or not.
    with store.transaction() as tx:
        place(tx, leads[1], Bucket.WAITING)
    newcomer = a_lead(store, campaign, "Person 9")
    batch = handoff.next_batch(campaign.id, leads=[], progress=Seen())
    assert looked == [1]
    assert {one.lead_id for one in batch.leads} == {leads[0], leads[2], leads[3], newcomer}


def test_looking_can_be_stopped(store: Store, campaign: Campaign, handoff: Handoff) -> None:
    a_lead(store, campaign, "Katrin Albers")
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        handoff.next_batch(campaign.id, progress=progress)
    assert len(handoff.next_batch(campaign.id).ready) == 1


def test_leads_held_back_use_up_nobody_s_turn(
    store: Store, campaign: Campaign, handoff: Handoff, rules: RoutingRules
) -> None:
    rules.set_routing(campaign.id, Routing(rules=(_turn("Lena Brandt", "Sam Osei"),)))
    first, second, third = (a_lead(store, campaign, f"Person {n}") for n in range(3))
    before = {one.lead_id: one.receiver for one in handoff.next_batch(campaign.id).ready}
    assert before == {first: "Lena Brandt", second: "Sam Osei", third: "Lena Brandt"}
    handoff.hold_back(third)
    batch = handoff.next_batch(campaign.id)
    assert {one.lead_id: one.receiver for one in batch.ready} == {
        first: "Lena Brandt",
        second: "Sam Osei",
    }


def test_an_account_goes_to_its_owner_in_any_spelling(
    store: Store, campaign: Campaign, handoff: Handoff, rules: RoutingRules, tmp_path: Path
) -> None:
    accounts = tmp_path / "accounts.csv"
    accounts.write_text("Account Name;Owner\nZIELONE POLA SP. Z O.O.;sam osei\n", "utf-8")
    rules.load_owners(accounts)
    a_lead(store, campaign, "Piotr Zielinski", "PL", company_name="Zielone Pola")
    (row,) = handoff.next_batch(campaign.id).ready
    assert (row.receiver, row.via) == ("Sam Osei", "Owns the account")


def _turn(*people: str) -> RoutingRule:
    return RoutingRule(id="turn", kind=RuleKind.TURN, name="", people=people)


def _qualify_again(store: Store, campaign: Campaign, lead_id: LeadId) -> None:
    """Another call on which the lead qualified."""
    with store.transaction() as tx:
        call = AttemptId(str(uuid4()))
        versions = (campaign.script_version_id, campaign.definition_version_id)
        begin(tx, call, lead_id, caller="Maya", number="+493023125001", token=2, versions=versions)
        change_call(tx, call, outcome="qualified", ended_at=tx.now)
        place(tx, lead_id, Bucket.QUALIFIED)


def test_a_lead_of_another_campaign_is_none_of_this_batch(
    store: Store, campaign: Campaign, handoff: Handoff
) -> None:
    with store.transaction() as tx:
        make_lead(tx, campaign, make_contact(tx, "Not Qualified"))
    assert handoff.next_batch(campaign.id).leads == ()


def test_how_many_sales_took_is_of_those_it_answered(
    store: Store, campaign: Campaign, handoff: Handoff, tmp_path: Path
) -> None:
    """S4: the head of the page says it, and nothing while nobody answered."""
    for number in range(3):
        a_lead(store, campaign, f"Person {number}")
    assert handoff.acceptance(campaign.id).of == 0
    done = handoff.export(campaign.id, tmp_path)
    sheet = tmp_path / "answered.csv"
    with store.reading() as tx:
        rows = tx.connection.execute(handoff_item.select().order_by(handoff_item.c.lead_id)).all()
    title = f"PackTech Expo 2026, batch {done.number}"
    said = ("takes;", "sends back;Wrong person", ";")
    lines = [f"{row.id};{title};{answer}" for row, answer in zip(rows, said, strict=True)]
    sheet.write_text("\n".join(["Lead ID;Batch;Takes it?;Reason", *lines]), "utf-8")
    handoff.answers(sheet)
    took = handoff.acceptance(campaign.id)
    assert (took.yes, took.of) == (1, 2)
