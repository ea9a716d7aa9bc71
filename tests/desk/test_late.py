"""Saved late: a supervisor sees what was said beside what the lead says now, and chooses."""

import pytest
import sqlalchemy as sa

from calls import a_campaign, a_lead, calling, next_card
from late_makers import late_call
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import NothingToUndo, Refused
from qualdesk.core.history_words import Checked
from qualdesk.core.ids import LeadId
from qualdesk.core.leads import Bucket
from qualdesk.desk import Desk
from qualdesk.desk.late import Late
from qualdesk.store import calls as kept_calls
from qualdesk.store import history, queue, schema
from qualdesk.store.database import Store
from qualdesk.store.late_saves import late_waiting, load_late


def supervised(store: Store, clock: SetClock) -> Late:
    return Desk(store, clock, "Sam").late


def stands(store: Store, lead: LeadId) -> tuple[object, ...]:
    with store.reading() as tx:
        row = tx.connection.execute(sa.select(schema.lead).where(schema.lead.c.id == lead)).one()
    return (row.state, row.due_at, row.last_outcome, row.attempts, row.ready)


def answers(store: Store, clock: SetClock, lead: LeadId) -> dict[str, object]:
    card = Desk(store, clock, "Sam").calling.card(lead)
    return {str(name): one.value for name, one in card.answers.items()}


def test_it_is_laid_beside_what_the_lead_says_now(store: Store, clock: SetClock) -> None:
    """Q5: what came late is in nobody's way and in nobody's blind spot."""
    late_call(store, clock)
    (one,) = supervised(store, clock).waiting()
    assert (one.lead, one.caller, one.outcome, one.note) == (
        "Katrin Albers", "Ana", "Not a fit", "Ask in autumn",
    )  # fmt: skip
    assert one.stands == Bucket.WAITING.label
    assert [(said.asked, said.late, said.now) for said in one.said] == [
        ("Project", "A second line", "")
    ]
    assert "Somebody else had this lead" in one.why


def test_left_on_record_it_changes_nothing_and_waits_no_more(store: Store, clock: SetClock) -> None:
    lead = late_call(store, clock)
    desk = supervised(store, clock)
    before, (one,) = stands(store, lead), desk.waiting()
    done = desk.leave(one.id)
    assert "on record" in done.says
    assert desk.waiting() == ()
    assert stands(store, lead) == before
    with pytest.raises(Refused, match="meanwhile"):
        desk.take(one.id)
    desk.take_back(one.id)
    assert [each.id for each in desk.waiting()] == [one.id]


def test_taken_over_it_counts_as_one_act_and_undone_nothing_is_left_of_that(
    store: Store, clock: SetClock
) -> None:
    """Model 10: what was done can be undone, and the history holds both."""
    lead = late_call(store, clock)
    desk = supervised(store, clock)
    before, said = stands(store, lead), answers(store, clock, lead)
    assert said == {"date": "later"}
    (one,) = desk.waiting()
    done = desk.take(one.id)
    assert done.changes.leads == {lead}
    assert stands(store, lead)[0] == Bucket.NOT_A_FIT
    assert answers(store, clock, lead) == {"date": "later", "project": "A second line"}
    assert desk.waiting() == ()
    desk.take_back(one.id)
    assert (stands(store, lead), answers(store, clock, lead)) == (before, said)
    assert [each.id for each in desk.waiting()] == [one.id]
    with store.reading() as tx:
        told = [row.what for row in tx.connection.execute(sa.select(schema.history))]
        assert isinstance(history.check(tx), Checked)
    assert told[-2:] == ["took a late save", "took a late save back"]


def test_a_promise_that_came_late_is_kept_with_its_time(store: Store, clock: SetClock) -> None:
    """Q4: a call back somebody agreed to is none the less agreed when the line was down."""
    lead = late_call(store, clock, outcome="callback_fixed")
    desk = supervised(store, clock)
    (one,) = desk.waiting()
    desk.take(one.id)
    state, due_at, *_ = stands(store, lead)
    assert state == Bucket.CALLBACK
    with store.reading() as tx:
        (kept,) = tx.connection.execute(
            sa.select(schema.callback).where(schema.callback.c.state == "set")
        )
    assert due_at is not None
    assert kept.owner == "Ana"


def test_who_is_called_right_now_is_not_changed_under_their_caller(
    store: Store, clock: SetClock
) -> None:
    lead = late_call(store, clock)
    desk = supervised(store, clock)
    (one,) = desk.waiting()
    with store.transaction() as tx:
        queue.claim_lead(tx, lead, "Maya")
    assert desk.waiting()[0].has_now == "Maya"
    with pytest.raises(Refused, match="Maya has this lead in hand"):
        desk.take(one.id)


def test_what_was_done_with_the_lead_since_stays(store: Store, clock: SetClock) -> None:
    lead = late_call(store, clock)
    desk = supervised(store, clock)
    (one,) = desk.waiting()
    desk.take(one.id)
    calling(store, clock, "Maya").do_not_call(lead)
    clock.advance(queue.UNDO * 2)
    with pytest.raises(NothingToUndo):
        desk.take_back(one.id)


def test_it_is_a_supervisors_to_choose(store: Store, clock: SetClock) -> None:
    late_call(store, clock)
    desk = Desk(store, clock, "Sam")
    desk.people.set_details("Sue", role="supervisor")
    desk.people.set_details("Sam", role="caller")
    (one,) = desk.late.waiting()
    for act in (desk.late.leave, desk.late.take, desk.late.take_back):
        with pytest.raises(Refused, match="supervisor"):
            act(one.id)


def test_a_lost_call_in_which_nothing_was_said_is_nobodys_work(
    store: Store, clock: SetClock
) -> None:
    lead = a_lead(store, a_campaign(store))
    ana = calling(store, clock, "Ana")
    next_card(ana)
    call = ana.start_attempt(lead)
    clock.advance(queue.LEASE * 2)
    with store.transaction() as tx:
        queue.wake(tx)
        queue.claim_lead(tx, lead, "Maya")
    ana.next_lead()
    with store.reading() as tx:
        assert kept_calls.load_call(tx, call.id).is_conflict
        assert load_late(tx, call.id).caller == "Ana"
        assert late_waiting(tx) == ()


def test_of_a_person_who_is_erased_no_word_of_it_stays(store: Store, clock: SetClock) -> None:
    lead = late_call(store, clock)
    desk = Desk(store, clock, "Sam")
    desk.erasing.erase(lead)
    with store.reading() as tx:
        kept = tx.connection.execute(sa.select(schema.late_save)).all()
    assert kept == []
