"""Search: whoever is looked for is found by what people type, and nobody's lead is touched."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from makers import MORNING, make_campaign, make_contact, make_lead
from qualdesk.core.clock import SetClock
from qualdesk.core.ids import LeadId
from qualdesk.core.times import Promise
from qualdesk.desk import Desk
from qualdesk.store import schema, search, search_words
from qualdesk.store.database import Store
from qualdesk.store.people import load_contact

PEOPLE = (
    ("Katrin Albers", "Elbkorn Foods", "+494066969214", "katrin.albers@elbkorn.example"),
    ("Jens Petersen", "Elbkorn Foods", "+494066969215", "jens@elbkorn.example"),
    ("Elke Bruns", "Elbwerk Molkerei", "+493023125417", "elke@elbwerk.example"),
    ("Dana O'Brien", "Harbor Pine", "+12125550178", "dana@harborpine.example"),
    ("Łukasz Müller", "Nordlicht 24", "+4420794600179", "l.mueller@nordlicht.example"),
)
# What is typed, and who is found by it.
TYPED = {
    "elb": ["Elke Bruns", "Jens Petersen", "Katrin Albers"],
    "KATRIN": ["Katrin Albers"],
    "albers kat": ["Katrin Albers"],
    "petersen elbkorn": ["Jens Petersen"],
    "o'brien": ["Dana O'Brien"],
    "brien": ["Dana O'Brien"],
    "lukasz mueller": ["Łukasz Müller"],
    "24": ["Łukasz Müller"],
    "9214": ["Katrin Albers"],
    "0178": ["Dana O'Brien"],
    "040 66969 214": ["Katrin Albers"],
    "040 66969": ["Jens Petersen", "Katrin Albers"],
    "+49 (0)40 66969-214": ["Katrin Albers"],
    "0049 40 66969214": ["Katrin Albers"],
    "tel:+494066969214": ["Katrin Albers"],
    "(212) 555-0178": ["Dana O'Brien"],
    "jens@elbkorn.example": ["Jens Petersen"],
    "jens@elb": ["Jens Petersen"],
    "%": [],
    "k_trin": [],
    "214": [],
}


@pytest.fixture
def desk(store: Store, clock: SetClock) -> Desk:
    return Desk(store, clock, "Mara Lind")


@pytest.fixture
def leads(store: Store) -> dict[str, LeadId]:
    """The people above, each a lead of one campaign, by their first word."""
    with store.transaction() as tx:
        fair = make_campaign(tx, region="DE")
        people = {
            name: make_contact(tx, name, company_name=at, phones=[number], emails=[mail])
            for name, at, number, mail in PEOPLE
        }
        # As a list that is loaded keeps them.
        for name, key in (("Łukasz Müller", "lukasz muller"), ("Dana O'Brien", "dana o'brien")):
            mine = schema.contact.update().where(schema.contact.c.id == people[name])
            tx.connection.execute(mine.values(name_key=key))
            words = schema.name_word.delete().where(schema.name_word.c.contact_id == people[name])
            tx.connection.execute(words)
            search_words.keep_names(tx, [(people[name], key)])
        return {name.split()[0]: make_lead(tx, fair, people[name]) for name in people}


def names(desk: Desk, text: str) -> list[str]:
    return [one.name for one in desk.search.find(text).leads]


def test_people_are_found_by_what_is_typed(desk: Desk, leads: dict[str, LeadId]) -> None:
    assert leads
    assert {text: sorted(names(desk, text)) for text in TYPED} == {
        text: sorted(found) for text, found in TYPED.items()
    }


def test_companies_are_counted_and_all_their_leads_are_a_step_away(
    desk: Desk, leads: dict[str, LeadId]
) -> None:
    desk.calling.do_not_call(leads["Jens"])
    (first, second) = desk.search.find("elb").companies
    assert (first.name, first.line) == (
        "Elbkorn Foods",
        "2 people, no calls, 1 is on do not call",
    )
    assert second.line == "1 person, no calls, nobody is on do not call"
    there = desk.search.company(first.id)
    assert [(one.name, one.may_be_called) for one in there] == [
        ("Jens Petersen", False),
        ("Katrin Albers", True),
    ]


def test_each_line_says_where_the_lead_stands_and_whose_it_is(
    desk: Desk, store: Store, clock: SetClock, leads: dict[str, LeadId]
) -> None:
    other = Desk(store, clock, "Ben Adler")
    call = other.calling.start_attempt(leads["Elke"])
    at = Promise(
        wall=MORNING.replace(tzinfo=None) + timedelta(days=2, hours=4), zone="Europe/Berlin"
    )
    other.calling.finish(call.id, "callback_fixed", callback_at=at)
    clock.advance(timedelta(minutes=1))
    other.calling.start_attempt(leads["Jens"])
    mine = desk.calling.start_attempt(leads["Katrin"])
    told = {one.name: one.line for one in desk.search.find("elb").leads}
    assert told == {
        "Katrin Albers": "Elbkorn Foods. On your desk now",
        "Jens Petersen": "Elbkorn Foods. With Ben Adler now",
        "Elke Bruns": "Elbwerk Molkerei. Call back Thu 19 Mar, 13:24, Ben Adler",
    }
    assert desk.search.find("9215").leads[0].line.startswith("Elbkorn Foods, number ends 9215.")
    desk.calling.finish(mine.id, "no_answer")
    assert "No answer, Tue 17 Mar" in desk.search.find("katrin").leads[0].line


def test_what_is_in_hand_comes_first_then_promises_then_whole_names(
    desk: Desk, leads: dict[str, LeadId]
) -> None:
    desk.calling.start_attempt(leads["Elke"])
    assert names(desk, "elb")[0] == "Elke Bruns"
    assert names(desk, "e")[0] == "Elke Bruns"
    assert leads


def test_who_calls_needs_digits_or_a_full_name_and_leafs_through_nobody(
    desk: Desk, leads: dict[str, LeadId]
) -> None:
    """The disclosure limit of rulings: four digits or more, or a full name."""
    assert [one.name for one in desk.search.who_calls("9214").leads] == ["Katrin Albers"]
    assert [one.name for one in desk.search.who_calls("petersen jens").leads] == ["Jens Petersen"]
    for little in ("elbkorn", "katrin", "921"):
        found = desk.search.who_calls(little)
        assert found.leads == ()
        assert found.says == "Type the last four digits of their number, or their full name."
    assert desk.search.who_calls("Elbkorn Foods").leads == ()
    assert desk.search.who_calls("9999").says == "No lead called “9999”."
    assert leads


def test_nothing_typed_finds_nothing_and_says_nothing(desk: Desk) -> None:
    for nothing in ("", "   ", "\x00\u202e"):
        assert desk.search.find(nothing).says == ""
        assert desk.search.who_calls(nothing).leads == ()
    assert desk.search.find("elbk").says == "No lead called “elbk”."


def test_names_and_numbers_of_lists_are_found_changed_and_forgotten_with_them(
    desk: Desk, store: Store
) -> None:
    """Intake, a later list that fills gaps, the undoing of both, and words that stay of nobody."""
    desk.library.new_campaign("Fair", region="DE")
    row = {"phone": "030 23125 101", "email": "anna@hafen.example"}
    desk.intake.load([{**row, "name": ""}], campaign="Fair")
    assert names(desk, "030 23125 101") == ["anna@hafen.example"]
    told = desk.intake.load(
        [
            {**row, "name": "Anna Hafen", "company": "Hafenwerk GmbH"},
            {"name": "Bo Krüger", "company": "Hafenwerk", "phone": "030 23125 102"},
        ],
        campaign="Fair",
    )
    assert sorted(names(desk, "hafenwerk")) == ["Anna Hafen", "Bo Krüger"]
    assert names(desk, "krueger") == ["Bo Krüger"]
    assert told.list_id is not None
    desk.intake.undo(told.list_id)
    assert [names(desk, text) for text in ("hafenwerk", "krueger", "anna hafen", "0102")] == [
        []
    ] * 4
    assert names(desk, "5101") == ["anna@hafen.example"]
    assert all_words(store) == set()


def test_a_referral_is_found_at_once_and_an_erased_person_never_again(
    desk: Desk, store: Store, leads: dict[str, LeadId]
) -> None:
    desk.calling.refer(leads["Elke"], name="Rosa Marin", number="030 23125 733")
    assert names(desk, "marin rosa") == ["Rosa Marin"]
    assert desk.search.find("rosa").leads[0].stands == "Referral, not called yet"
    (rosa,) = desk.search.find("5733").leads
    desk.search.leave_message(rosa.lead_id, "Rosa asked for prices")
    desk.search.leave_message(leads["Elke"], "Rosa Marin sits beside her")
    done = desk.erasing.erase(rosa.lead_id)
    assert names(desk, "rosa") == names(desk, "5733") == []
    assert {"rosa", "marin"}.isdisjoint(all_words(store))
    assert desk.search.messages(rosa.lead_id) == ()
    assert leads["Elke"] in done.went.named_in


def test_leads_of_a_list_that_is_not_loaded_to_its_end_are_nobodys(
    desk: Desk, store: Store, leads: dict[str, LeadId]
) -> None:
    with store.transaction() as tx:
        cell = sa.select(schema.lead.c.cell_id).where(schema.lead.c.id == leads["Elke"])
        new = tx.connection.scalar(
            schema.lead_list.insert()
            .values(
                campaign_id=sa.select(schema.lead.c.campaign_id)
                .where(schema.lead.c.id == leads["Elke"])
                .scalar_subquery(),
                state="loading",
                loaded_at=tx.now,
            )
            .returning(schema.lead_list.c.id)
        )
        mine = schema.cell.update().where(schema.cell.c.id == cell.scalar_subquery())
        tx.connection.execute(mine.values(of_list=new))
    assert names(desk, "elke") == []


def test_ones_own_leads_are_found_among_very_many_others(
    desk: Desk, store: Store, leads: dict[str, LeadId], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "MOST", 2)
    with store.transaction() as tx:
        fair = make_campaign(tx)
        for number in range(4):
            make_lead(tx, fair, make_contact(tx, f"Aaron Ela{number}"))
    desk.calling.start_attempt(leads["Elke"])
    assert names(desk, "el")[0] == "Elke Bruns"


def test_no_search_reads_all_people_all_leads_or_all_numbers(
    sqlite_store: Store, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a million leads would cost: each table is entered by an index, or by its key."""
    monkeypatch.setattr(search, "MOST", 0)
    asked: list[tuple[str, object]] = []

    def note(*told: object) -> None:
        asked.append((str(told[2]), told[3]))

    desk = Desk(sqlite_store, clock, "Mara Lind")
    sa.event.listen(sqlite_store.engine, "before_cursor_execute", note)
    for text in TYPED:
        desk.search.find(text)
    sa.event.remove(sqlite_store.engine, "before_cursor_execute", note)
    with sqlite_store.reading() as tx:
        steps = {
            str(step[-1])
            for text, values in asked
            if text.startswith("SELECT") and "campaign.region" not in text
            for step in tx.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}", values)
        }
    assert any("ix_contact_phone_ending" in step for step in steps)
    assert any("name_word USING PRIMARY KEY" in step for step in steps)
    whole = {step for step in steps if step.startswith("SCAN ") and "near" not in step}
    assert whole <= {"SCAN CONSTANT ROW", "SCAN (subquery-1)"}


def test_people_who_were_there_before_search_came_are_found(
    desk: Desk, store: Store, leads: dict[str, LeadId]
) -> None:
    """What the step of the tables writes for a workspace is what the program keeps itself."""
    with store.reading() as tx:
        for lead_id in leads.values():
            of = sa.select(schema.lead.c.contact_id).where(schema.lead.c.id == lead_id)
            person = load_contact(tx, tx.connection.scalar(of))
            assert person.name in names(desk, person.name)


def all_words(store: Store) -> set[str]:
    with store.reading() as tx:
        tables = (schema.name_word, schema.company_word)
        return {word for table in tables for word in tx.connection.scalars(sa.select(table.c.word))}
