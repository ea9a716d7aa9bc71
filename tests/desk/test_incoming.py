"""Somebody calls us: the lead at once, nobody dialled, whoever had it told; and lines left."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
import sqlalchemy as sa

from calls import PROJECT, a_campaign, answer_all_it_takes
from makers import make_contact, make_lead
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import AnswerRefused, ClaimLost, NotFound, NothingToUndo, NotNow, Refused
from qualdesk.core.ids import LeadId, MessageId
from qualdesk.core.leads import Bucket
from qualdesk.core.outcomes import After
from qualdesk.core.times import Promise
from qualdesk.desk import Desk
from qualdesk.store import callbacks, calls, schema, stories
from qualdesk.store.database import Store
from qualdesk.store.history import entries
from qualdesk.store.leads import place
from qualdesk.store.queue import claim_lead


@pytest.fixture
def campaign(store: Store) -> Campaign:
    return a_campaign(store, name="Fair")


@pytest.fixture
def lead(store: Store, campaign: Campaign) -> LeadId:
    with store.transaction() as tx:
        person = make_contact(tx, "Katrin Albers", phones=["+494066969214"])
        return make_lead(tx, campaign, person)


@pytest.fixture
def desk(store: Store, clock: SetClock, lead: LeadId) -> Desk:
    del lead
    return Desk(store, clock, "Mara Lind")


@pytest.fixture
def other(store: Store, clock: SetClock) -> Desk:
    return Desk(store, clock, "Ben Adler")


def tries(store: Store, lead_id: LeadId) -> tuple[int, int]:
    """How often a lead was tried, and how many of its calls count as dialled."""
    with store.reading() as tx:
        of = schema.attempt.c.lead_id == lead_id
        dialled = sa.select(sa.func.count()).where(of, schema.attempt.c.number != "")
        return calls.stands(tx, lead_id).attempts, int(tx.connection.scalar(dialled) or 0)


def test_who_calls_is_taken_up_in_one_step_and_it_is_no_try(
    desk: Desk, store: Store, lead: LeadId
) -> None:
    (found,) = desk.search.who_calls("9214").leads
    card = desk.search.take_up(found.lead_id)
    assert card.attempt is not None
    assert (card.lead.id, card.attempt.is_incoming, card.attempt.number) == (lead, True, "")
    assert desk.calling.on_call() == card.attempt
    assert desk.search.take_up(lead).attempt == card.attempt
    desk.calling.record_answer(card.attempt.id, PROJECT, None, words="A new line")
    desk.calling.write_note(card.attempt.id, "Called from the train")
    said = card.consequences["nurture"]
    done = desk.calling.finish(card.attempt.id, "nurture")
    assert (done.says, done.bucket) == (said.says, said.bucket) == (said.says, Bucket.NURTURE)
    assert tries(store, lead) == (0, 0)
    (past,) = desk.calling.card(lead).past_calls
    assert (past.caller, past.note) == ("Mara Lind", "Called from the train")


def test_nobody_is_dialled_by_a_call_that_came_in(desk: Desk, lead: LeadId) -> None:
    """Q6: what is no call of ours opens no way round the rules."""
    desk.calling.do_not_call(lead)
    card = desk.search.take_up(lead)
    assert card.attempt is not None
    with pytest.raises(Refused, match="They called us"):
        desk.calling.tel_link(card.attempt)
    with pytest.raises(Refused, match="That number cannot be dialled"):
        desk.calling.start_attempt(lead, "+494066969214")
    assert not card.decision.is_allowed
    desk.calling.release(card.attempt.id)
    with pytest.raises(NotNow):
        desk.calling.start_attempt(lead)


def test_who_asked_not_to_be_called_may_be_spoken_to_and_no_outcome_brings_them_back(
    desk: Desk, lead: LeadId
) -> None:
    desk.calling.do_not_call(lead)
    for outcome in desk.calling.outcomes:
        if outcome.by_program or outcome.needs_reason or outcome.needs_note or outcome.needs_number:
            continue
        if outcome.after in {After.PROMISE, After.SUPPRESS} or outcome.qualifies:
            continue
        card = desk.search.take_up(lead)
        assert card.attempt is not None
        if outcome.code not in card.consequences:
            continue
        said = card.consequences[outcome.code]
        done = desk.calling.finish(card.attempt.id, outcome.code)
        assert (done.says, done.bucket) == (said.says, said.bucket)
        assert (done.says, done.bucket) == ("never called again", Bucket.DO_NOT_CALL)


def test_a_lead_taken_from_a_colleague_tells_them_and_keeps_what_they_wrote(
    desk: Desk, other: Desk, lead: LeadId
) -> None:
    held = other.calling.next_lead()
    assert held.lead.id == lead
    desk.search.take_up(lead)
    (told,) = other.search.my_messages()
    assert told.says == "They called us. Mara Lind took the call, so the lead left your desk."
    assert (told.name, told.left_by) == ("Katrin Albers", "Mara Lind")
    assert other.calling.held() is None
    with pytest.raises(Refused, match="Mara Lind has this lead now"):
        other.calling.start_attempt(lead)
    other.search.read_message(told.id)
    assert other.search.my_messages() == desk.search.my_messages() == ()


@pytest.mark.parametrize("kind", ["next", "undo"])
def test_who_only_had_the_lead_kept_for_later_is_told_nothing(
    desk: Desk, other: Desk, store: Store, lead: LeadId, kind: str
) -> None:
    """They never saw it as theirs: a message about it would be about nobody they know."""
    with store.transaction() as tx:
        claim_lead(tx, lead, "Ben Adler", kind)
    desk.search.take_up(lead)
    assert other.search.my_messages() == ()


def test_a_colleague_on_a_call_with_them_is_not_interrupted(
    desk: Desk, other: Desk, lead: LeadId
) -> None:
    call = other.calling.start_attempt(lead)
    with pytest.raises(Refused, match="Ben Adler is on a call with them now"):
        desk.search.take_up(lead)
    desk.search.leave_message(lead, "They also called the main line", "Ben Adler")
    assert [one.says for one in other.search.messages(lead)] == ["They also called the main line"]
    other.calling.write_note(call.id, "Still talking")
    other.calling.finish(call.id, "no_answer")


def test_a_call_left_open_by_somebody_who_went_home_does_not_keep_them_from_us(
    desk: Desk, other: Desk, clock: SetClock, lead: LeadId
) -> None:
    call = other.calling.start_attempt(lead)
    clock.advance(timedelta(hours=3))
    desk.keeper.tick()
    card = desk.search.take_up(lead)
    assert card.attempt is not None
    assert card.attempt.is_incoming
    with pytest.raises(ClaimLost, match="Mara Lind has this lead now"):
        other.calling.write_note(call.id, "Came back")


def test_one_call_at_a_time_and_what_was_in_hand_goes_back(
    desk: Desk, store: Store, campaign: Campaign, lead: LeadId
) -> None:
    with store.transaction() as tx:
        second = make_lead(tx, campaign, make_contact(tx, "Jens Petersen"))
    held = desk.calling.next_lead()
    waiting = second if held.lead.id == lead else lead
    card = desk.search.take_up(waiting)
    with store.reading() as tx:
        assert calls.stands(tx, held.lead.id).claimed_by == ""
    with pytest.raises(Refused, match=f"You are on a call with {card.lead.contact.name}"):
        desk.search.take_up(held.lead.id)
    assert card.attempt is not None
    desk.calling.finish(card.attempt.id, "nurture")
    assert desk.calling.next_lead().lead.id == held.lead.id


def test_after_a_crash_the_call_that_came_in_is_on_the_desk_with_what_was_said(
    store: Store, clock: SetClock, desk: Desk, lead: LeadId
) -> None:
    card = desk.search.take_up(lead)
    assert card.attempt is not None
    desk.calling.record_answer(card.attempt.id, PROJECT, None, words="A new line")
    clock.advance(timedelta(minutes=40))
    again = Desk(store, clock, "Mara Lind").calling.next_lead()
    assert again.attempt is not None
    assert again.attempt.id == card.attempt.id
    assert again.attempt.is_incoming
    assert again.answers[PROJECT].words == "A new line"


def test_its_outcome_can_be_taken_back_and_a_second_call_after_it_cannot(
    desk: Desk, lead: LeadId
) -> None:
    card = desk.search.take_up(lead)
    assert card.attempt is not None
    done = desk.calling.finish(card.attempt.id, "nurture")
    back = desk.calling.undo(done.attempt_id)
    assert back.attempt is not None
    assert (back.attempt.id, back.attempt.is_incoming) == (card.attempt.id, True)
    desk.calling.finish(card.attempt.id, "nurture")
    desk.search.take_up(lead)
    with pytest.raises(NothingToUndo, match="called again since"):
        desk.calling.undo(done.attempt_id)


def test_a_promise_that_is_due_is_kept_by_their_own_call(
    desk: Desk, store: Store, clock: SetClock, lead: LeadId
) -> None:
    """Q4: who calls at the promised time has been spoken to at the promised time."""
    call = desk.calling.start_attempt(lead)
    wall = clock.now().replace(tzinfo=None) + timedelta(hours=3)
    at = Promise(wall=wall.replace(second=0, microsecond=0), zone="Europe/Berlin")
    desk.calling.finish(call.id, "callback_fixed", callback_at=at)
    clock.advance(timedelta(hours=2, minutes=5))
    card = desk.search.take_up(lead)
    assert card.attempt is not None
    assert card.callback is not None
    desk.calling.finish(card.attempt.id, "nurture")
    with store.reading() as tx:
        told = callbacks.promises_kept(tx)
    assert (told.kept, told.missed) == (1, 0)


def test_a_lead_qualified_in_such_a_call_goes_to_sales_with_its_answers(
    desk: Desk, store: Store, lead: LeadId
) -> None:
    card = desk.search.take_up(lead)
    assert card.attempt is not None
    answer_all_it_takes(desk.calling, card.attempt.id)
    done = desk.calling.finish(card.attempt.id, "qualified")
    assert done.bucket is Bucket.QUALIFIED
    with store.reading() as tx:
        (story,) = stories.load_stories(tx, [lead])
    assert [call.caller for call in story.calls] == ["Mara Lind"]


def test_a_lead_that_sales_has_is_not_taken_from_them(
    desk: Desk, store: Store, lead: LeadId
) -> None:
    with store.transaction() as tx:
        place(tx, lead, Bucket.IN_BATCH)
    with pytest.raises(Refused, match="Sales has this lead now"):
        desk.search.take_up(lead)


def test_nothing_more_is_written_on_such_a_call_once_the_person_is_erased(
    desk: Desk, lead: LeadId
) -> None:
    card = desk.search.take_up(lead)
    assert card.attempt is not None
    desk.search.leave_message(lead, "Ask for Katrin")
    desk.erasing.erase(lead)
    with pytest.raises((Refused, ClaimLost)):
        desk.calling.write_note(card.attempt.id, "Katrin said")
    assert desk.search.messages(lead) == ()


def test_what_is_done_is_in_the_history_without_a_word_of_it(
    desk: Desk, store: Store, lead: LeadId
) -> None:
    desk.search.take_up(lead)
    desk.search.leave_message(lead, "Katrin is on holiday")
    with store.reading() as tx:
        told = [(one.what, one.details) for one in entries(tx, "lead", lead)]
    assert [what for what, _ in told][:2] == ["left a message", "took up"]
    assert "Katrin" not in str(told)


def test_of_two_who_take_the_same_call_at_once_one_has_it(
    desk: Desk, other: Desk, store: Store, lead: LeadId
) -> None:
    """One lead, one caller: also when both press at the same moment."""
    together = Barrier(2)

    def taken(one: Desk) -> str:
        together.wait()
        try:
            one.search.take_up(lead)
        except Refused as refused:
            return refused.says
        return ""

    with ThreadPoolExecutor(2) as both:
        said = sorted(both.map(taken, (desk, other)))
    with store.reading() as tx:
        holder = calls.stands(tx, lead).claimed_by
    assert said == ["", f"{holder} is on a call with them now. Leave a message instead."]


def test_looking_a_lead_up_claims_nothing_and_is_noted(
    desk: Desk, other: Desk, store: Store, lead: LeadId
) -> None:
    """Who may see what: beyond what they hold, what a caller looks up is kept."""
    other.search.leave_message(lead, "Rings after three")
    found = desk.search.look_up(lead)
    assert (found.card.lead.id, found.card.attempt) == (lead, None)
    assert [one.says for one in found.messages] == ["Rings after three"]
    with store.reading() as tx:
        assert calls.stands(tx, lead).claimed_by == ""
        assert (entries(tx, "lead", lead)[0].what, entries(tx, "lead", lead)[0].who) == (
            "looked up",
            "Mara Lind",
        )


def test_a_message_for_one_person_waits_for_them_and_one_for_all_at_the_lead(
    desk: Desk, other: Desk, clock: SetClock, lead: LeadId
) -> None:
    desk.search.leave_message(lead, "  Rings after three  ")
    clock.advance(timedelta(minutes=1))
    desk.search.leave_message(lead, "Ask for the offer", "Ben Adler")
    assert [one.says for one in other.search.messages(lead)] == [
        "Ask for the offer",
        "Rings after three",
    ]
    (mine,) = other.search.my_messages()
    assert (mine.left_for, mine.says, mine.read_at) == ("Ben Adler", "Ask for the offer", None)
    other.search.read_message(mine.id)
    other.search.read_message(mine.id)
    assert [one.says for one in desk.search.messages(lead)] == ["Rings after three"]


@pytest.mark.parametrize("nothing", ["", "   "])
def test_an_empty_message_and_one_for_nobody_are_refused(
    desk: Desk, lead: LeadId, nothing: str
) -> None:
    with pytest.raises(Refused, match="Write what they should know"):
        desk.search.leave_message(lead, nothing)
    with pytest.raises(NotFound):
        desk.search.leave_message(LeadId(9_999), "To whom?")
    with pytest.raises(NotFound):
        desk.search.read_message(MessageId(9_999))
    with pytest.raises(NotFound):
        desk.search.take_up(LeadId(9_999))
    with pytest.raises(AnswerRefused):
        desk.search.leave_message(lead, "x" * 1_000_000)


def test_who_asked_not_to_be_called_is_still_on_the_line_after_an_undo(
    desk: Desk, lead: LeadId
) -> None:
    """Undo instead of questions: the outcome given next is kept, not lost."""
    desk.calling.do_not_call(lead)
    card = desk.search.take_up(lead)
    assert card.attempt is not None
    done = desk.calling.finish(card.attempt.id, "nurture")
    desk.calling.undo(done.attempt_id)
    for seen in (desk.calling.held(), desk.calling.next_lead()):
        assert (seen.lead.id, seen.attempt.id) == (lead, card.attempt.id)
    again = desk.calling.finish(card.attempt.id, "nurture", note="They will write")
    assert (again.outcome, again.bucket) == ("nurture", Bucket.DO_NOT_CALL)
    assert desk.calling.card(lead).past_calls[0].note == "They will write"


@pytest.mark.parametrize("looked_at", ["held", "renewed", "kept by the clock"])
def test_their_call_goes_on_when_the_hold_ran_out_although_nobody_may_call_them(
    desk: Desk, clock: SetClock, lead: LeadId, looked_at: str
) -> None:
    desk.calling.do_not_call(lead)
    card = desk.search.take_up(lead)
    assert card.attempt is not None
    clock.advance(timedelta(hours=3))
    if looked_at == "kept by the clock":
        desk.keeper.tick()
    if looked_at == "renewed":
        desk.calling.renew()
    held = desk.calling.held()
    assert held is not None
    assert (held.lead.id, held.attempt) == (lead, card.attempt)
    done = desk.calling.finish(card.attempt.id, "nurture")
    assert (done.outcome, done.bucket) == ("nurture", Bucket.DO_NOT_CALL)


def test_an_undo_takes_no_lead_from_a_colleague(desk: Desk, other: Desk, lead: LeadId) -> None:
    desk.calling.do_not_call(lead)
    card = desk.search.take_up(lead)
    assert card.attempt is not None
    done = desk.calling.finish(card.attempt.id, "nurture")
    theirs = other.search.take_up(lead)
    assert theirs.attempt is not None
    with pytest.raises(NothingToUndo):
        desk.calling.undo(done.attempt_id)
    other.calling.finish(theirs.attempt.id, "nurture")


def test_giving_their_call_back_does_not_end_the_rest_early(
    desk: Desk, store: Store, lead: LeadId
) -> None:
    """Q6: they were not dialled by it, so nobody dials them sooner either."""
    call = desk.calling.start_attempt(lead)
    desk.calling.finish(call.id, "nurture")
    with store.transaction() as tx:
        rests_until = tx.now + timedelta(hours=3)
        place(tx, lead, Bucket.WAITING, reason="No answer", wake_at=rests_until)
    card = desk.search.take_up(lead)
    assert card.attempt is not None
    desk.calling.release(card.attempt.id)
    with store.reading() as tx:
        row = tx.connection.execute(
            sa.select(schema.lead.c.wake_at, schema.lead.c.state_reason, schema.lead.c.ready)
            .where(schema.lead.c.id == lead)
        ).one()  # fmt: skip
    assert tuple(row) == (rests_until, "No answer", False)


def test_a_call_that_came_in_is_no_dialled_one_after_the_erasing_either(
    desk: Desk, store: Store, lead: LeadId
) -> None:
    dialled = desk.calling.start_attempt(lead)
    desk.calling.finish(dialled.id, "no_answer")
    card = desk.search.take_up(lead)
    assert card.attempt is not None
    assert tries(store, lead) == (1, 1)
    desk.erasing.erase(lead)
    assert tries(store, lead) == (1, 1)
    with pytest.raises(Refused, match="erased"):
        desk.calling.write_note(card.attempt.id, "Katrin said")
    with pytest.raises(Refused, match="erased"):
        desk.beside.send_material(card.attempt.id, "Price list", address="k@elbkorn.example")
