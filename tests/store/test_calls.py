"""Calls, answers and promises as they are kept, and taking them back row by row."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from makers import BERLIN, MORNING, make_campaign, make_contact, make_lead
from qualdesk.core.calling_rules import Decision, DecisionState
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import NotFound
from qualdesk.core.ids import AnswerId, AttemptId, ContactId, LeadId
from qualdesk.core.leads import PhoneState
from qualdesk.core.questions import Answer, QuestionId
from qualdesk.core.sources import Touchpoint, TouchpointKind
from qualdesk.core.times import Promise
from qualdesk.core.traits import Traits
from qualdesk.store import answers, callbacks, calls, referrals, undo
from qualdesk.store.database import Store, Transaction
from qualdesk.store.leads import load_lead, place
from qualdesk.store.people import load_contact, set_phone_state
from qualdesk.store.schema import callback, lead, stack

ONE, TWO = AttemptId("1" * 36), AttemptId("2" * 36)
NOTHING: Any = None
PROMISE = Promise(wall=datetime(2026, 3, 19, 10, 30), zone=BERLIN)  # noqa: DTZ001 - wall time


def a_lead(tx: Transaction) -> LeadId:
    return make_lead(tx, make_campaign(tx))


def begin(tx: Transaction, lead_id: LeadId, attempt: AttemptId = ONE, **more: str) -> bool:
    return calls.begin(
        tx, attempt, lead_id, caller=more.get("caller", "Ana"), number="+493023125001", token=1
    )


def keep(tx: Transaction, lead_id: LeadId, number: int, question: str, value: object) -> bool:
    return answers.keep_answer(
        tx,
        AnswerId(f"{number:036}"),
        attempt_id=ONE,
        lead_id=lead_id,
        given=Answer(question=QuestionId(question), value=value),  # type: ignore[arg-type]
    )


def test_a_call_is_written_once_with_the_decision_that_allowed_it(store: Store) -> None:
    decision = Decision(
        state=DecisionState.ALLOWED,
        rule="house-hours",
        says="Inside calling hours.",
        next_at=MORNING,
        zones=(BERLIN,),
        zone_basis="by their number",
    )
    with store.transaction() as tx:
        lead_id = a_lead(tx)
        common = {"caller": "Ana", "number": "+493023125001", "token": 4, "decision": decision}
        assert calls.begin(tx, ONE, lead_id, **common)  # type: ignore[arg-type]
        assert not calls.begin(tx, ONE, lead_id, **common)  # type: ignore[arg-type]
        kept = calls.load_call(tx, ONE)
    assert (kept.decision, kept.token, kept.is_open) == (decision, 4, True)
    with store.reading() as tx, pytest.raises(NotFound):
        calls.load_call(tx, TWO)


def test_a_try_counts_on_the_lead_and_moves_it_to_another_stack(store: Store) -> None:
    with store.transaction() as tx:
        lead_id = a_lead(tx)
        calls.count_try(tx, lead_id, date(2026, 3, 17))
        calls.count_try(tx, lead_id, date(2026, 3, 17))
        twice = calls.stands(tx, lead_id)
        calls.count_try(tx, lead_id, date(2026, 3, 18))
        stands = calls.stands(tx, lead_id)
        key = tx.connection.scalar(sa.select(stack.c.traits).join(lead))
    assert (twice.attempts, twice.tried_that_day) == (2, 2)
    assert (stands.attempts, stands.tried_that_day, stands.tried_on) == (3, 1, date(2026, 3, 18))
    assert stands.last_attempt_at == MORNING
    assert Traits.from_key(key).attempts == 3


def test_the_newest_call_is_the_one_that_goes_on(store: Store, clock: SetClock) -> None:
    with store.transaction() as tx:
        lead_id = a_lead(tx)
        begin(tx, lead_id, ONE)
        calls.change_call(tx, ONE, ended_at=tx.now, outcome="busy", before={"x": 1})
        begin(tx, lead_id, TWO)
        assert (calls.newest_call(tx, lead_id) or NOTHING).id == TWO
        assert (calls.open_call_of(tx, "Ana") or NOTHING).id == TWO
        assert calls.open_call_of(tx, "Ben") is None
        assert (calls.last_outcome(tx, "Ana") or NOTHING).id == ONE
        calls.change_call(tx, TWO, is_conflict=True)
        assert (calls.newest_call(tx, lead_id) or NOTHING).id == ONE
        assert calls.open_call_of(tx, "Ana") is None
    clock.advance(timedelta(minutes=1))
    with store.transaction() as tx:
        calls.change_call(tx, ONE, undone_at=tx.now)
        assert calls.last_outcome(tx, "Ana") is None
        assert calls.past_calls(tx, lead_id, {}) == ()


def test_past_calls_come_newest_first_in_words(store: Store, clock: SetClock) -> None:
    with store.transaction() as tx:
        lead_id = a_lead(tx)
        begin(tx, lead_id, ONE, caller="Aisha Noor")
    clock.advance(timedelta(minutes=1, seconds=20))
    with store.transaction() as tx:
        said = {"hint": "In a meeting.", "note": "Asks for Tuesday", "reason": ""}
        calls.change_call(tx, ONE, ended_at=tx.now, outcome="gatekeeper", **said)
        begin(tx, lead_id, TWO)
        calls.change_call(tx, TWO, ended_at=tx.now)
        newest, first = calls.past_calls(tx, lead_id, {"gatekeeper": "Someone else"})
    assert (newest.label, newest.caller) == ("Given back", "Ana")
    assert (first.label, first.caller, first.minutes) == ("Someone else", "Aisha Noor", 1)
    assert first.note == "In a meeting. Asks for Tuesday"


def test_only_a_row_that_was_no_call_can_be_forgotten(store: Store) -> None:
    with store.transaction() as tx:
        lead_id = a_lead(tx)
        begin(tx, lead_id, ONE)
        calls.begin(tx, TWO, lead_id, caller="Ana", number="", token=1)
        calls.forget_call(tx, ONE)
        calls.forget_call(tx, TWO)
        assert calls.find_call(tx, ONE) is not None
        assert calls.find_call(tx, TWO) is None


def test_the_newest_answer_counts_whatever_kind_of_value_it_has(store: Store) -> None:
    with store.transaction() as tx:
        lead_id = a_lead(tx)
        begin(tx, lead_id)
        values = ["soon", 3, 1.5, True, ("a", "b"), "“Straße” 🙂"]
        for number, value in enumerate(values):
            assert keep(tx, lead_id, number, f"q{number}", value)
        assert keep(tx, lead_id, 10, "q0", "later")
        known = answers.known_answers(tx, lead_id, ONE)[0]
        assert [known[QuestionId(f"q{n}")].value for n in range(6)] == ["later", *values[1:]]
        assert list(known)[-1] == "q0", "said last"
        assert answers.known_answers(tx, lead_id, ONE)[1] == "q0"


def test_the_same_answer_is_kept_once(store: Store) -> None:
    """Always true 4."""
    with store.transaction() as tx:
        lead_id = a_lead(tx)
        begin(tx, lead_id)
        assert keep(tx, lead_id, 1, "date", "soon")
        assert not keep(tx, lead_id, 1, "date", "later")
        assert answers.is_kept(tx, AnswerId(f"{1:036}"))
        assert answers.known_answers(tx, lead_id, ONE)[0][QuestionId("date")].value == "soon"


def test_a_cleared_answer_is_gone_and_a_conflict_never_counts(store: Store) -> None:
    with store.transaction() as tx:
        lead_id = a_lead(tx)
        begin(tx, lead_id)
        keep(tx, lead_id, 1, "date", "soon")
        common = {"attempt_id": ONE, "lead_id": lead_id}
        date_, other = (
            Answer(question=QuestionId("date")),
            Answer(question=QuestionId("x"), value=1),
        )
        answers.keep_answer(tx, AnswerId("b" * 36), given=other, is_conflict=True, **common)  # type: ignore[arg-type]
        assert set(answers.known_answers(tx, lead_id, ONE)[0]) == {"date"}
        answers.keep_answer(tx, AnswerId("c" * 36), given=date_, is_cleared=True, **common)  # type: ignore[arg-type]
        assert answers.known_answers(tx, lead_id, ONE)[0] == {}
        assert answers.known_answers(tx, lead_id, ONE)[1] is None


def test_a_promise_is_kept_when_its_time_has_come_and_dropped_when_not(
    store: Store, clock: SetClock
) -> None:
    """Q4."""
    with store.transaction() as tx:
        lead_id = a_lead(tx)
        begin(tx, lead_id)
        callbacks.promise_call(tx, lead_id, ONE, PROMISE, "Ana")
        callbacks.keep_promises(tx, lead_id)
        current = callbacks.current_promise(tx, lead_id)
        assert current is not None
        assert (current.promise, current.owner, current.state) == (PROMISE, "Ana", "set")
    clock.set(PROMISE.at)
    with store.transaction() as tx:
        callbacks.keep_promises(tx, lead_id)
        callbacks.drop_promises(tx, lead_id)
        assert (callbacks.current_promise(tx, lead_id) or NOTHING).state == "kept"
        callbacks.promise_call(tx, lead_id, ONE, PROMISE, "Ana")
        callbacks.drop_promises(tx, lead_id)
        states = tx.connection.scalars(sa.select(callback.c.state).order_by(callback.c.id)).all()
    assert states == ["kept", "dropped"]


def test_undoing_leaves_alone_what_somebody_touched_since(store: Store) -> None:
    with store.transaction() as tx:
        contact = make_contact(tx, phones=("+493023125001", "+493023125002"))
        lead_id = make_lead(tx, make_campaign(tx), contact)
        begin(tx, lead_id)
        before = undo.snapshot(tx, lead_id)
        for number in ("+493023125001", "+493023125002"):
            set_phone_state(tx, contact, number, PhoneState.WRONG_PERSON, "Wrong number")
        callbacks.promise_call(tx, lead_id, ONE, PROMISE, "Ana")
        kept = undo.changed_since(tx, lead_id, before)
        assert len(kept["contact_phone"]) == 2
        set_phone_state(tx, contact, "+493023125002", PhoneState.OUT_OF_SERVICE, "Rang again")
        undo.restore(tx, lead_id, kept)
        phones = {one.e164: one.state for one in load_contact(tx, ContactId(contact)).phones}
        assert phones == {
            "+493023125001": PhoneState.VALID,
            "+493023125002": PhoneState.OUT_OF_SERVICE,
        }
        assert callbacks.current_promise(tx, lead_id) is None


def test_a_lead_that_was_moved_since_is_said_to_have_moved_on(store: Store) -> None:
    with store.transaction() as tx:
        lead_id = a_lead(tx)
        before = undo.snapshot(tx, lead_id)
        calls.note_outcome(tx, lead_id, "busy")
        kept = undo.changed_since(tx, lead_id, before)
        assert not undo.has_moved_on(tx, lead_id, kept)
        place(tx, lead_id, load_lead(tx, lead_id).bucket, wake_at=tx.now + timedelta(hours=1))
        assert not undo.has_moved_on(tx, lead_id, kept), "only time has passed"
        tx.connection.execute(lead.update().values(state="qualified", ready=False))
        assert undo.has_moved_on(tx, lead_id, kept)


def test_who_named_whom_is_noted_once_and_never_oneself(store: Store) -> None:
    """D5."""
    with store.transaction() as tx:
        campaign = make_campaign(tx)
        contact = make_contact(tx, "Jens Petersen")
        by, other = (
            make_lead(tx, campaign, make_contact(tx, "Katrin Albers")),
            make_lead(tx, campaign),
        )
        jens = make_lead(tx, campaign, contact)
        referrals.link(tx, jens, by)
        referrals.link(tx, jens, other)
        referrals.link(tx, by, by)
        assert load_lead(tx, jens).referred_by == by
        assert load_lead(tx, by).referred_by is None
        assert referrals.named_by(tx, by) == ("Jens Petersen",)
        assert referrals.lead_of(tx, campaign.id, contact) == jens
        assert (referrals.chain_from(tx, by), referrals.chain_from(tx, None)) == (
            ("Katrin Albers",),
            (),
        )
        did = Touchpoint(kind=TouchpointKind.NOTE, says="Named Jens", at=MORNING, by="Ana")
        referrals.add_touchpoint(tx, by, did)
        assert load_lead(tx, by).touchpoints == (did,)
