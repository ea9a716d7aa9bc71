"""Calls in which a rule of the house was set aside, looked at again by a supervisor (D1)."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from calls import PROJECT, a_campaign, a_lead, calling
from qualdesk.core.call_reviews import Aside
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import NotFound, Refused
from qualdesk.core.ids import AttemptId, LeadId
from qualdesk.desk.erasing import Erasing
from qualdesk.desk.fit_reviews import FitReviews
from qualdesk.desk.incoming import Incoming
from qualdesk.desk.people import People
from qualdesk.desk.phones import PhonesDesk
from qualdesk.files.outcomes import shipped_outcomes
from qualdesk.store.database import Store
from qualdesk.store.history import entries
from qualdesk.store.messages import waiting_for
from qualdesk.store.schema import attempt


@pytest.fixture
def reviews(store: Store, clock: SetClock) -> FitReviews:
    return FitReviews(store, clock, "Sue")


def opened_early(
    store: Store, clock: SetClock, lead: LeadId, caller: str = "Ana", outcome: str = "refused_soft"
) -> AttemptId:
    """A call in which Fit was opened after one answer of discovery."""
    desk = calling(store, clock, caller)
    call = desk.start_attempt(lead)
    desk.record_answer(call.id, PROJECT, "A second line", words="for the plant")
    desk.open_fit(call.id)
    clock.advance(timedelta(minutes=4))
    desk.finish(call.id, outcome)
    clock.advance(timedelta(seconds=11))
    return call.id


def test_a_call_that_opened_fit_early_waits_with_what_was_said(
    store: Store, clock: SetClock, reviews: FitReviews
) -> None:
    campaign = a_campaign(store, name="Fair")
    early, usual = a_lead(store, campaign), a_lead(store, campaign, "Olaf Brandt")
    opened_early(store, clock, early)
    desk = calling(store, clock)
    desk.finish(desk.start_attempt(usual).id, "no_answer")
    (waits,) = reviews.waiting("Fair")
    assert (waits.lead, waits.caller) == ("Katrin Albers, Elbkorn Foods", "Ana")
    assert waits.aside == {Aside.DISCOVERY}
    assert waits.says == "Fit was opened before discovery had its answers."
    assert waits.said == (("Project", "A second line, for the plant"),)
    assert (waits.outcome, waits.minutes) == ("Not interested", 4)
    assert reviews.counts("Fair").says == (
        "1 call opened Fit early. Found fine: 0, with a note: 0, not looked at: 1."
    )


def test_a_call_made_against_a_rule_waits_with_the_rule_and_the_reason(
    store: Store, clock: SetClock, reviews: FitReviews
) -> None:
    lead = a_lead(store, a_campaign(store, name="Fair"))
    call = opened_early(store, clock, lead)
    with store.transaction() as tx:
        told = {"rule": "max-per-day", "says": "Tried twice today.", "because": "They asked."}
        this = attempt.update().where(attempt.c.id == call)
        tx.connection.execute(this.values(overridden=told, fit_opened_early=False))
    (waits,) = reviews.waiting()
    assert waits.aside == {Aside.RULE}
    assert waits.says == "Called although: Tried twice today. Because: They asked."
    assert "although a rule spoke against it" in reviews.counts().says


def test_the_reason_to_call_somebody_who_was_erased_goes_with_them(
    store: Store, clock: SetClock, reviews: FitReviews
) -> None:
    """That a rule was set aside is counted; why may say who they were."""
    lead = a_lead(store, a_campaign(store, name="Fair"))
    call = opened_early(store, clock, lead)
    with store.transaction() as tx:
        told = {"rule": "max-per-day", "says": "Twice.", "because": "Katrin Albers asked."}
        this = attempt.update().where(attempt.c.id == call)
        tx.connection.execute(this.values(overridden=told))
    Erasing(store, clock, "Sue").erase(lead)
    (waits,) = reviews.waiting()
    assert (waits.rule, waits.because) == ("Twice.", "")
    assert "Albers" not in repr(waits)
    with store.reading() as tx:
        assert "Albers" not in repr(tx.connection.execute(sa.select(attempt)).all())


def test_it_is_found_fine_or_its_caller_is_left_a_note_and_both_are_taken_back(
    store: Store, clock: SetClock, reviews: FitReviews
) -> None:
    campaign = a_campaign(store, name="Fair")
    one, other = a_lead(store, campaign), a_lead(store, campaign, "Olaf Brandt")
    fine, noted = opened_early(store, clock, one), opened_early(store, clock, other)
    assert reviews.fine(fine).changes.leads == {one}
    reviews.note(noted, "Ask first who else is in it.")
    assert reviews.waiting() == ()
    assert reviews.counts("Fair").says == (
        "2 calls opened Fit early. Found fine: 1, with a note: 1, not looked at: 0."
    )
    with pytest.raises(Refused, match="Somebody has looked at this call meanwhile"):
        reviews.note(fine, "And you?")
    with store.reading() as tx:
        (left,) = waiting_for(tx, "Ana")
        assert (left.left_by, left.says) == ("Sue", "Ask first who else is in it.")
        assert entries(tx, "lead", other)[0].what == "left a note on a call"
    assert reviews.take_back(noted).says == "The call waits to be looked at again."
    reviews.take_back(fine)
    assert len(reviews.waiting()) == 2
    with store.reading() as tx:
        assert waiting_for(tx, "Ana") == ()
    with pytest.raises(NotFound):
        reviews.take_back(fine)


def test_a_note_that_was_read_is_said_to_stay(
    store: Store, clock: SetClock, reviews: FitReviews
) -> None:
    call = opened_early(store, clock, a_lead(store, a_campaign(store)))
    reviews.note(call, "Ask first who else is in it.")
    with store.reading() as tx:
        (left,) = waiting_for(tx, "Ana")
    Incoming(store, clock, "Ana", shipped_outcomes()).read_message(left.id)
    assert reviews.take_back(call).says.endswith("The note was read already.")


def test_only_a_supervisor_looks_at_calls_again_in_a_team_that_has_one(
    store: Store, clock: SetClock, reviews: FitReviews
) -> None:
    call = opened_early(store, clock, a_lead(store, a_campaign(store)))
    People(store, clock, "Sue").set_details("Sue", role="supervisor")
    with pytest.raises(Refused, match="by a supervisor"):
        FitReviews(store, clock, "Ana").fine(call)
    with pytest.raises(Refused, match="Write what they should know"):
        reviews.note(call, "  ")
    assert reviews.fine(call).says == "Looked at. It was fine."


def test_a_call_taken_back_or_without_anything_set_aside_is_not_there(
    store: Store, clock: SetClock, reviews: FitReviews
) -> None:
    lead = a_lead(store, a_campaign(store))
    desk = calling(store, clock)
    call = desk.start_attempt(lead)
    desk.open_fit(call.id)
    assert reviews.waiting() == (), "it goes on still"
    desk.finish(call.id, "no_answer")
    assert len(reviews.waiting()) == 1
    desk.undo(call.id)
    assert reviews.waiting() == ()
    with pytest.raises(NotFound):
        reviews.fine(AttemptId("none"))


def test_where_names_are_switched_off_its_caller_is_a_seat(
    store: Store, clock: SetClock, reviews: FitReviews
) -> None:
    opened_early(store, clock, a_lead(store, a_campaign(store)))
    for name, role in (("Sue", "supervisor"), ("Ana", "caller")):
        People(store, clock, "Sue").set_details(name, role=role)
    PhonesDesk(store, clock, "Sue").show_names(shown=False)
    (waits,) = reviews.waiting()
    assert waits.caller == "Caller 1"


def test_the_few_calls_are_found_by_their_index(sqlite_store: Store) -> None:
    with sqlite_store.reading() as tx:
        query = sa.text(
            "EXPLAIN QUERY PLAN SELECT id FROM attempt WHERE (attempt.fit_opened_early OR "
            "attempt.overridden IS NOT NULL) AND ended_at IS NOT NULL ORDER BY started_at DESC"
        )
        plan = " ".join(str(row) for row in tx.connection.execute(query))
        assert "ix_attempt_set_aside" in plan
