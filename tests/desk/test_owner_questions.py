"""Ask the list owner: several callers ask, somebody who knows answers once for everybody."""

from collections.abc import Callable

import pytest
import sqlalchemy as sa

from calls import a_campaign, a_lead, calling
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import NotFound, NothingToUndo, Refused
from qualdesk.core.ids import LeadId
from qualdesk.core.owner_questions import OwnerQuestionId
from qualdesk.desk.erasing import Erasing
from qualdesk.desk.owner_questions import OwnerQuestions
from qualdesk.desk.people import People
from qualdesk.desk.phones import PhonesDesk
from qualdesk.store.database import Store
from qualdesk.store.history import entries, verify
from qualdesk.store.schema import (
    contact,
    intake_row,
    lead,
    lead_list,
    owner_ask,
    owner_question,
)

PROMISED = "What was promised at the stand?"


def asking(store: Store, clock: SetClock, name: str) -> OwnerQuestions:
    return OwnerQuestions(store, clock, name)


def acts_on(desk: OwnerQuestions, number: OwnerQuestionId) -> tuple[Callable[[], object], ...]:
    """All that is for a supervisor or the owner."""
    return (
        lambda: desk.answer(number, "Nothing."),
        lambda: desk.change_answer(number, "Nothing."),
        lambda: desk.take_back(number),
        lambda: desk.withdraw(number),
    )


@pytest.fixture
def leads(store: Store) -> tuple[LeadId, LeadId]:
    campaign = a_campaign(store, name="Fair")
    return a_lead(store, campaign), a_lead(store, campaign, "Olaf Brandt")


def on_two_lists(store: Store, leads: tuple[LeadId, LeadId]) -> None:
    """Each of the leads came with a list of its own."""
    with store.transaction() as tx:
        for number, lead in enumerate(leads, 1):
            made = {"id": number, "campaign_id": 1, "file_name": f"day {number}.csv"}
            tx.connection.execute(
                lead_list.insert().values(**made, state="published", loaded_at=tx.now)
            )
            row = {"list_id": number, "row_number": 1, "raw": [], "lead_id": lead}
            tx.connection.execute(intake_row.insert().values(**row))


def test_what_several_ask_is_answered_once_and_stands_beside_every_lead(
    store: Store, clock: SetClock, leads: tuple[LeadId, LeadId]
) -> None:
    katrin, olaf = leads
    ana, ben, sue = (asking(store, clock, name) for name in ("Ana", "Ben", "Sue"))
    first = ana.ask(katrin, f"  {PROMISED}\n")
    assert first.is_new
    assert first.says == "Asked. The list owner or a supervisor answers it for everybody."
    again = ben.ask(olaf, "what did they promise at the stand")
    assert not again.is_new
    assert again.question.id == first.question.id
    assert f"“{PROMISED}”" in again.says
    assert not ana.ask(katrin, PROMISED).is_new, "asked twice by one caller it is asked once"
    (waits,) = sue.waiting("Fair")
    assert waits.callers == ("Ana", "Ben")
    assert [one.says for one in waits.asked] == [PROMISED, "what did they promise at the stand"]
    done = sue.answer(waits.id, "A demo account for 30 days.")
    assert done.says.endswith("The 2 who asked are told.")
    assert sue.waiting() == ()
    for name, their in (("Ana", katrin), ("Cem", olaf)):
        card = calling(store, clock, name).card(their)
        assert [(one.asks, one.answer, one.by) for one in card.list_answers] == [
            (PROMISED, "A demo account for 30 days.", "Sue")
        ]
    with store.reading() as tx:
        assert [one.what for one in entries(tx, "campaign", 1)] == [
            "answered about the list",
            *["asked the list owner"] * 3,
        ]
        told = [str(one.details) for one in entries(tx, "campaign", 1)]
        assert not any("promise" in one or "demo" in one for one in told), "no word of it"
        assert verify(tx) is None


def test_who_asked_is_told_once_and_again_when_the_answer_changes(
    store: Store, clock: SetClock, leads: tuple[LeadId, LeadId]
) -> None:
    ana, cem, sue = (asking(store, clock, name) for name in ("Ana", "Cem", "Sue"))
    number = ana.ask(leads[0], PROMISED).question.id
    assert ana.news() == ()
    sue.answer(number, "A demo account.")
    assert [one.answer for one in ana.news()] == ["A demo account."]
    assert cem.news() == ()
    ana.heard(number)
    assert ana.news() == ()
    changed = sue.change_answer(number, "A demo account for 30 days.")
    assert changed.was == "A demo account."
    assert [one.answer for one in ana.news()] == ["A demo account for 30 days."]
    known = cem.ask(leads[1], "what was promised at the stand")
    assert known.says == "This is answered already: A demo account for 30 days."
    assert cem.news() == (), "they read it when they asked"
    assert cem.ask(leads[1], "what was promised at the stand", anew=True).is_new


def test_what_was_done_about_a_question_is_taken_back(
    store: Store, clock: SetClock, leads: tuple[LeadId, LeadId]
) -> None:
    ana, sue = asking(store, clock, "Ana"), asking(store, clock, "Sue")
    number = ana.ask(leads[0], PROMISED).question.id
    with pytest.raises(NothingToUndo):
        sue.take_back(number)
    sue.answer(number, "A demo account.")
    with pytest.raises(Refused, match="Sue has answered this meanwhile: A demo account"):
        sue.answer(number, "Nothing.")
    assert sue.take_back(number).was == "A demo account."
    assert ana.news() == ()
    assert calling(store, clock).card(leads[0]).list_answers == ()
    assert [one.id for one in sue.waiting()] == [number]
    ana.withdraw(number)
    assert sue.waiting() == ()
    with pytest.raises(NotFound):
        sue.answer(number, "Nothing.")
    assert [sue.put_back(number).question] == list(sue.waiting())
    with pytest.raises(NotFound):
        sue.put_back(OwnerQuestionId(99))


def test_only_a_supervisor_or_the_owner_of_the_list_answers_in_a_team_that_has_one(
    store: Store, clock: SetClock, leads: tuple[LeadId, LeadId]
) -> None:
    People(store, clock, "Sue").set_details("Sue", role="supervisor")
    ana, ben = asking(store, clock, "Ana"), asking(store, clock, "Ben")
    number = ana.ask(leads[0], PROMISED).question.id
    ben.ask(leads[1], PROMISED)
    for act in acts_on(ben, number):
        with pytest.raises(Refused, match="for a supervisor, or for the owner of the list"):
            act()
    assert asking(store, clock, "Sue").answer(number, "A demo account.").question.is_answered


def test_a_question_needs_words_that_can_be_read_between_two_calls(
    store: Store, clock: SetClock, leads: tuple[LeadId, LeadId]
) -> None:
    ana = asking(store, clock, "Ana")
    for says, why in ((" \n", "Write what you want to know"), ("x" * 501, "too long")):
        with pytest.raises(Refused, match=why):
            ana.ask(leads[0], says)
    number = ana.ask(leads[0], PROMISED).question.id
    with pytest.raises(Refused, match="Write the answer"):
        ana.answer(number, "  ")
    assert len(ana.waiting()) == 1


def test_an_answer_about_one_list_stands_beside_its_leads_only(
    store: Store, clock: SetClock, leads: tuple[LeadId, LeadId]
) -> None:
    on_two_lists(store, leads)
    ana = asking(store, clock, "Ana")
    one = ana.ask(leads[0], PROMISED).question
    assert (one.list_name, one.campaign) == ("day 1.csv", "Fair")
    other = ana.ask(leads[1], PROMISED)
    assert other.is_new, "the stand was another on the other day"
    ana.answer(one.id, "A demo account.")
    assert [len(calling(store, clock).card(lead).list_answers) for lead in leads] == [1, 0]


def test_where_names_are_switched_off_who_asked_is_a_seat(
    store: Store, clock: SetClock, leads: tuple[LeadId, LeadId]
) -> None:
    for name, role in (("Sue", "supervisor"), ("Ana", "caller"), ("Ben", "caller")):
        People(store, clock, "Sue").set_details(name, role=role)
    for name in ("Ana", "Ben"):
        asking(store, clock, name).ask(leads[0], PROMISED)
    PhonesDesk(store, clock, "Sue").show_names(shown=False)
    (waits,) = asking(store, clock, "Sue").waiting("Fair")
    assert sorted(waits.callers) == ["Caller 1", "Caller 2"]
    assert "Ana" not in repr(waits)


def test_what_was_asked_with_somebody_in_front_goes_when_they_are_erased(
    store: Store, clock: SetClock, leads: tuple[LeadId, LeadId]
) -> None:
    ana, ben = asking(store, clock, "Ana"), asking(store, clock, "Ben")
    ana.ask(leads[0], "What was Katrin Albers promised at the stand?")
    ben.ask(leads[1], "Who is on this list?")
    Erasing(store, clock, "Sue").erase(leads[0])
    with store.reading() as tx:
        for table in (owner_question, owner_ask):
            rows = tx.connection.execute(sa.select(table)).all()
            assert "Albers" not in repr(rows)
            assert "Who is on this list?" in repr(rows)


def test_an_answer_and_others_questions_name_nobody_who_was_erased(
    store: Store, clock: SetClock, leads: tuple[LeadId, LeadId]
) -> None:
    """What was asked with somebody else in front stays, and so does the answer: without them."""
    with store.transaction() as tx:
        of = sa.select(lead.c.contact_id).where(lead.c.id == leads[0]).scalar_subquery()
        named = contact.update().where(contact.c.id == of)
        tx.connection.execute(named.values(name="Katrin Marker"))
    ana, sue = asking(store, clock, "Ana"), asking(store, clock, "Sue")
    asked = ana.ask(leads[1], "Was the marker of Frau Marker promised to all?").question
    sue.answer(asked.id, "Yes. KATRIN MARKER said so, and Markers sent one.")
    Erasing(store, clock, "Sue").erase(leads[0])
    [left] = sue.answered()
    assert left.asks == left.asked[0].says == "Was the marker of Frau … promised to all?"
    assert left.answer == "Yes. … said so, and Markers sent one."


def test_what_comes_back_from_an_act_names_no_caller_where_names_are_switched_off(
    store: Store, clock: SetClock, leads: tuple[LeadId, LeadId]
) -> None:
    for name, role in (("Sue", "supervisor"), ("Ana", "caller"), ("Ben", "caller")):
        People(store, clock, "Sue").set_details(name, role=role)
    PhonesDesk(store, clock, "Sue").show_names(shown=False)
    ana, ben, sue = (asking(store, clock, name) for name in ("Ana", "Ben", "Sue"))
    number = ana.ask(leads[0], PROMISED).question.id
    done: list[object] = [ben.ask(leads[1], PROMISED)]
    assert "Ben" in repr(done), "who looks knows who they are"
    done += [sue.answer(number, "Nothing."), sue.change_answer(number, "A sample.")]
    done += [ben.news(), sue.take_back(number), sue.withdraw(number), sue.put_back(number)]
    assert "Ana" not in repr(done)
    assert "Ben" not in repr(done[1:3] + done[4:])


def test_what_a_supervisor_withdrew_is_put_back_by_no_caller(
    store: Store, clock: SetClock, leads: tuple[LeadId, LeadId]
) -> None:
    for name, role in (("Sue", "supervisor"), ("Ana", "caller"), ("Ben", "caller")):
        People(store, clock, "Sue").set_details(name, role=role)
    ana, ben, sue = (asking(store, clock, name) for name in ("Ana", "Ben", "Sue"))
    mine = ana.ask(leads[0], "Who ordered the samples?").question.id
    ana.withdraw(mine)
    with pytest.raises(Refused, match="supervisor"):
        ben.put_back(mine)
    assert ana.put_back(mine).question.callers == ("Ana",)
    sue.withdraw(mine)
    with pytest.raises(Refused, match="supervisor"):
        ana.put_back(mine)
    sue.put_back(mine)
