"""A caller's day: the next lead, the call, what is saved, what stands in the way."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event

from calls import DATE, MACHINE, PROJECT, TODAY, a_campaign, a_lead, calling, next_card
from makers import BERLIN, MORNING
from qualdesk.core.cards import CallCard, NothingToCall
from qualdesk.core.clock import SetClock
from qualdesk.core.definition import VerdictKind
from qualdesk.core.errors import AnswerRefused, NotFound, NotNow, Refused
from qualdesk.core.ids import AttemptId
from qualdesk.core.leads import Bucket
from qualdesk.core.scripts import WANTS_CALL
from qualdesk.core.sources import CallLimits, CallWindow, Touchpoint, TouchpointKind
from qualdesk.core.times import local_time
from qualdesk.core.words import read
from qualdesk.store import campaigns
from qualdesk.store.calls import load_call
from qualdesk.store.database import Store, Transaction


def test_the_next_lead_comes_with_all_a_caller_needs(store: Store, clock: SetClock) -> None:
    """Q3 and O4: why this lead now, and what they did."""
    did = Touchpoint(kind=TouchpointKind.DEMO, says="Watched the demo, 6 minutes", by="Tom Reyes")
    lead = a_lead(store, a_campaign(store), touchpoints=(did,))
    card = next_card(calling(store, clock))
    assert card.lead.id == lead
    assert card.lead.bucket is Bucket.WITH_CALLER
    assert card.lead.touchpoints == (did,)
    assert card.priority.why_now
    assert card.decision.is_allowed
    assert card.attempt is None
    assert card.claimed_until == MORNING + timedelta(minutes=15)
    assert card.consequences["no_answer"].says == "again 13:24"
    assert "max_attempts" not in card.consequences, "that one the program gives itself"


def test_a_server_is_asked_for_the_next_lead_in_five_journeys(
    postgres_store: Store, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Q4: the beginning, what comes before a claim, the claim, the card, the end."""
    for _ in range(3):
        a_lead(postgres_store, a_campaign(postgres_store))
    desk, alone, is_joined = calling(postgres_store, clock), [], False
    run, dialect = Transaction.run, type(postgres_store.dialect)
    in_one_journey = dialect.in_one_journey

    @contextmanager
    def joined(driver: Any) -> Iterator[None]:
        nonlocal is_joined
        is_joined = True
        with in_one_journey(driver):
            yield
        is_joined = False
        alone.append("several")

    def told(tx: Transaction, text: str, values: Any) -> Any:
        if not is_joined:
            alone.append(text)
        return run(tx, text, values)

    monkeypatch.setattr(Transaction, "run", told)
    monkeypatch.setattr(dialect, "in_one_journey", staticmethod(joined))
    for _ in range(2):
        desk.release(next_card(desk).lead.id)
    alone.clear()
    next_card(desk)
    before, claim, card = alone
    assert (before, card) == ("several", "several")
    assert "UPDATE lead" in claim


def test_the_words_to_read_know_the_lead(store: Store, clock: SetClock) -> None:
    """D2: openers fit what the person responded to."""
    did = Touchpoint(kind=TouchpointKind.DEMO, says="watched the demo", by="Tom Reyes", at=MORNING)
    a_lead(store, a_campaign(store), touchpoints=(did,))
    desk = calling(store, clock)
    words = next_card(desk).words
    said = read("Good {{part_of_day}}, you {{source.did}} on {{source.when}}.", words)
    assert said == "Good morning, you watched the demo on Tue 17 Mar."
    assert read("{{lead.full_name}} at {{lead.company}}, {{caller.name}}", words) == (
        "Katrin Albers at Elbkorn Foods, Ana"
    )


def test_an_empty_queue_says_why(store: Store, clock: SetClock) -> None:
    """Q3."""
    campaign = a_campaign(store)
    a_lead(store, campaign)
    clock.set(MORNING.replace(hour=20))
    empty = calling(store, clock).next_lead()
    assert isinstance(empty, NothingToCall)
    assert empty.open_leads == 1
    assert empty.next_at == MORNING.replace(hour=8, minute=0) + timedelta(days=1)


def test_who_holds_a_lead_gets_it_again(store: Store, clock: SetClock) -> None:
    campaign = a_campaign(store)
    a_lead(store, campaign, "One")
    a_lead(store, campaign, "Two")
    desk = calling(store, clock)
    first = next_card(desk)
    assert next_card(desk).lead.id == first.lead.id
    assert desk.held() == next_card(desk)
    assert next_card(calling(store, clock, "Ben")).lead.id != first.lead.id


def test_a_campaign_is_asked_for_by_name(store: Store, clock: SetClock) -> None:
    a_lead(store, a_campaign(store, name="One"), "First")
    a_lead(store, a_campaign(store, name="Two"), "Second")
    card = calling(store, clock).next_lead("Two")
    assert isinstance(card, CallCard)
    assert card.lead.contact.name == "Second"
    with pytest.raises(NotFound, match="Three"):
        calling(store, clock, "Ben").next_lead("Three")


def test_a_call_is_written_before_it_is_dialled(store: Store, clock: SetClock) -> None:
    """Complaint 11, always true 3: with the rule that allowed it and the versions it is under."""
    campaign = a_campaign(store)
    lead = a_lead(store, campaign, phones=("+493023125001", "+493023125002"))
    desk = calling(store, clock)
    next_card(desk)
    attempt = desk.start_attempt(lead)
    assert (attempt.number, attempt.started_at) == ("+493023125001", MORNING)
    with store.reading() as tx:
        kept = load_call(tx, attempt.id)
    assert kept.is_open
    assert kept.decision is not None
    assert kept.decision.rule == "house-hours"
    assert kept.decision.zones == (BERLIN,)
    assert kept.script_version_id == campaign.script_version_id
    assert kept.definition_version_id == campaign.definition_version_id
    card = desk.card(lead)
    assert card.attempt == attempt
    assert card.lead.attempts == 1


def test_dialling_twice_is_one_call(store: Store, clock: SetClock) -> None:
    """Always true 4."""
    lead = a_lead(store, a_campaign(store), phones=("+493023125001", "+493023125002"))
    desk = calling(store, clock)
    next_card(desk)
    attempt = desk.start_attempt(lead, attempt_id="11111111-1111-4111-8111-111111111111")
    assert desk.start_attempt(lead, attempt_id=attempt.id) == attempt
    assert desk.start_attempt(lead) == attempt
    assert desk.start_attempt(lead, "+493023125001") == attempt
    assert desk.card(lead).lead.attempts == 1
    with pytest.raises(Refused, match="on a call with them"):
        desk.start_attempt(lead, "+493023125002")


def test_another_of_their_numbers_may_be_dialled_and_no_stranger_s(
    store: Store, clock: SetClock
) -> None:
    lead = a_lead(store, a_campaign(store), phones=("+493023125001", "+493023125002"))
    desk = calling(store, clock)
    next_card(desk)
    with pytest.raises(Refused, match="none of their numbers"):
        desk.start_attempt(lead, "+442079460000")
    assert desk.start_attempt(lead, "+493023125002").number == "+493023125002"


def test_an_answer_is_saved_when_it_is_given(store: Store, clock: SetClock) -> None:
    """D4: typed data with their own words beside it; the verdict moves at once."""
    lead = a_lead(store, a_campaign(store))
    desk = calling(store, clock)
    next_card(desk)
    attempt = desk.start_attempt(lead)
    first = desk.record_answer(attempt.id, PROJECT, "New line in autumn")
    assert first.newest == PROJECT
    assert first.verdict is not None
    assert (first.verdict.points, first.verdict.kind) == (10, VerdictKind.NURTURE)
    second = desk.record_answer(attempt.id, DATE, "Soon", words="before Christmas")
    assert (second.answers[DATE].value, second.answers[DATE].words) == ("soon", "before Christmas")
    assert second.consequences["qualified"].says == "needs 1 answer"
    third = desk.record_answer(attempt.id, WANTS_CALL, True)
    assert third.consequences["qualified"].says == "to hand-off"
    assert third.verdict is not None
    assert third.verdict.kind is VerdictKind.QUALIFIED
    card = desk.card(lead)
    assert card.answers == third.answers
    assert card.verdict == third.verdict
    assert card.newest == WANTS_CALL


def test_the_newest_answer_counts_and_a_cleared_one_does_not(store: Store, clock: SetClock) -> None:
    lead = a_lead(store, a_campaign(store))
    desk = calling(store, clock)
    next_card(desk)
    attempt = desk.start_attempt(lead)
    desk.record_answer(attempt.id, DATE, "soon")
    changed = desk.record_answer(attempt.id, DATE, "later")
    assert changed.answers[DATE].value == "later"
    cleared = desk.clear_answer(attempt.id, DATE)
    assert DATE not in cleared.answers
    assert cleared.newest is None
    unknown = desk.record_answer(attempt.id, DATE, None, does_not_know=True)
    assert unknown.answers[DATE].does_not_know


def test_saving_an_answer_twice_saves_it_once(store: Store, clock: SetClock) -> None:
    """Always true 4: a repeated save after the line was cut changes nothing."""
    lead = a_lead(store, a_campaign(store))
    desk = calling(store, clock)
    next_card(desk)
    attempt = desk.start_attempt(lead)
    answer_id = "22222222-2222-4222-8222-222222222222"
    desk.record_answer(attempt.id, DATE, "soon", answer_id=answer_id)
    desk.record_answer(attempt.id, DATE, "later")
    again = desk.record_answer(attempt.id, DATE, "soon", answer_id=answer_id)
    assert again.answers[DATE].value == "later", "the old save is no new answer"
    desk.finish(attempt.id, "busy")
    desk.record_answer(attempt.id, DATE, "soon", answer_id=answer_id)
    with pytest.raises(Refused, match="has ended"):
        desk.record_answer(attempt.id, DATE, "soon")


def test_answers_of_a_branch_not_taken_are_kept_and_do_not_count(
    store: Store, clock: SetClock
) -> None:
    """Complaint 17, always true 8."""
    lead = a_lead(store, a_campaign(store))
    desk = calling(store, clock)
    next_card(desk)
    attempt = desk.start_attempt(lead)
    desk.record_answer(attempt.id, TODAY, "machine")
    counted = desk.record_answer(attempt.id, MACHINE, "Two thermoformers")
    assert counted.verdict is not None
    assert counted.verdict.points == 5
    hidden = desk.record_answer(attempt.id, TODAY, "hand")
    assert hidden.verdict is not None
    assert hidden.verdict.points == 0
    assert MACHINE in hidden.answers
    assert f"answer.{MACHINE}" not in desk.card(lead).words


@pytest.mark.parametrize(
    ("question", "value", "says"),
    [
        (DATE, "whenever", "no answer to"),
        ("shoe_size", "42", "The script asks no “shoe_size”. It asks: project"),
        ("hello", "yes", "is read aloud"),
        (DATE, None, "nothing to save yet"),
        (PROJECT, "x" * 5000, "too long"),
    ],
)
def test_an_answer_that_does_not_fit_is_refused_in_words(
    store: Store, clock: SetClock, question: str, value: object, says: str
) -> None:
    lead = a_lead(store, a_campaign(store))
    desk = calling(store, clock)
    next_card(desk)
    attempt = desk.start_attempt(lead)
    with pytest.raises(AnswerRefused, match=says):
        desk.record_answer(attempt.id, question, value)
    assert desk.card(lead).answers == {}


def test_without_a_script_any_question_may_be_answered(store: Store, clock: SetClock) -> None:
    lead = a_lead(store, a_campaign(store, with_script=False))
    desk = calling(store, clock)
    next_card(desk)
    attempt = desk.start_attempt(lead)
    desk.record_answer(attempt.id, "budget", 1200)
    kept = desk.record_answer(attempt.id, "tools", ["a", "b"])
    assert (kept.answers["budget"].value, kept.answers["tools"].value) == (1200, ("a", "b"))  # type: ignore[index]
    assert kept.verdict is None


def test_what_a_form_said_is_confirmed_instead_of_asked_again(
    store: Store, clock: SetClock
) -> None:
    """O6: with where it comes from; it counts only once confirmed on the call."""
    form = (
        Touchpoint(kind=TouchpointKind.FORM_ANSWER, says="soon", question="date", value="Soon"),
        Touchpoint(kind=TouchpointKind.FORM_ANSWER, says="We pack", question="today", value="pack"),
    )
    lead = a_lead(store, a_campaign(store), touchpoints=form)
    desk = calling(store, clock)
    card = next_card(desk)
    assert (card.answers[DATE].value, card.answers[DATE].confirmed) == ("soon", False)
    assert card.answers[TODAY].words == "pack", "a form's own wording fits no option"
    assert card.verdict is not None
    assert card.verdict.points == 0
    attempt = desk.start_attempt(lead)
    kept = desk.confirm_answer(attempt.id, DATE)
    assert kept.answers[DATE].confirmed
    assert kept.verdict is not None
    assert kept.verdict.points == 10
    with pytest.raises(AnswerRefused, match="nothing to confirm"):
        desk.confirm_answer(attempt.id, PROJECT)


def test_a_note_is_saved_as_it_is_typed(store: Store, clock: SetClock) -> None:
    """Complaint 12."""
    lead = a_lead(store, a_campaign(store))
    desk = calling(store, clock)
    next_card(desk)
    attempt = desk.start_attempt(lead)
    desk.write_note(attempt.id, "Hates the downtime\x00")
    assert desk.card(lead).attempt.note == "Hates the downtime"  # type: ignore[union-attr]
    desk.finish(attempt.id, "no_answer")
    assert desk.card(lead).past_calls[0].note == "Hates the downtime"


def test_no_step_of_a_call_reads_a_whole_table(sqlite_store: Store, clock: SetClock) -> None:
    """A screen's cost does not grow with the table: with 100,000 leads an answer is saved as soon.

    What the claim itself reads is looked at in the tests of the queue.
    """
    campaign = a_campaign(sqlite_store, region="DE")
    lead = a_lead(sqlite_store, campaign)
    asked: dict[str, Any] = {}

    def note(*told: Any) -> None:
        asked[told[2]] = told[3]

    event.listen(sqlite_store.engine, "before_cursor_execute", note)
    desk = calling(sqlite_store, clock)
    next_card(desk)
    call = desk.start_attempt(lead)
    desk.record_answer(call.id, PROJECT, "A new line")
    desk.refer(lead, name="Jens Petersen", number="030 23125 444", email="jens@x.example")
    desk.finish(call.id, "no_answer")
    desk.undo()
    desk.do_not_call(lead)
    next_card(desk)
    event.remove(sqlite_store.engine, "before_cursor_execute", note)
    whole = {f"SCAN {table}" for table in ("lead", "contact", "contact_phone", "contact_email",
             "company", "attempt", "answer", "callback", "touchpoint", "handoff_item",
             "suppression", "intake_row")}  # fmt: skip
    with sqlite_store.reading() as tx:
        for text, values in asked.items():
            if text.startswith(("SELECT", "UPDATE", "DELETE")):
                plan = tx.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}", values).all()
                assert not [row[3] for row in plan if row[3] in whole], text


def test_a_note_that_comes_after_the_outcome_makes_no_conflict(
    store: Store, clock: SetClock
) -> None:
    """Model 2: the call ended rightly; that somebody has the lead by now changes nothing of it."""
    lead = a_lead(store, a_campaign(store))
    desk, later = calling(store, clock), calling(store, clock, "Ben")
    next_card(desk)
    attempt = desk.start_attempt(lead)
    desk.finish(attempt.id, "no_answer")
    clock.set(MORNING + timedelta(days=1, hours=4))
    assert next_card(later).lead.id == lead
    desk.write_note(attempt.id, "A machine answered")
    with store.reading() as tx:
        kept = load_call(tx, attempt.id)
    assert (kept.note, kept.is_conflict) == ("A machine answered", False)


def test_opening_fit_early_is_counted(store: Store, clock: SetClock) -> None:
    """D1."""
    lead = a_lead(store, a_campaign(store))
    desk = calling(store, clock)
    next_card(desk)
    attempt = desk.start_attempt(lead)
    desk.open_fit(attempt.id)
    desk.open_fit(attempt.id)
    card = desk.card(lead)
    assert card.attempt is not None
    assert card.attempt.fit_opened_early


def test_no_number_is_dialled_outside_hours(store: Store, clock: SetClock) -> None:
    """Q6: the dial asks again, and says which rule and until when."""
    lead = a_lead(store, a_campaign(store))
    desk = calling(store, clock)
    next_card(desk)
    clock.set(MORNING.replace(hour=19, minute=40))
    card = desk.card(lead)
    assert not card.decision.is_allowed
    with pytest.raises(NotNow, match=r"20:40 in Berlin.*Next: Wed 18 Mar, 09:00\."):
        desk.start_attempt(lead)
    assert desk.card(lead).lead.attempts == 0


def test_limits_of_the_campaign_are_asked_at_the_dial(store: Store, clock: SetClock) -> None:
    """Complaint 8 and Q6: tries in all, tries a day, the rest between two."""
    campaign = a_campaign(store, limits=CallLimits(max_attempts=2, max_per_day=1))
    lead = a_lead(store, campaign)
    desk = calling(store, clock)
    desk.finish(desk.start_attempt(lead).id, "busy")
    with pytest.raises(NotNow, match=r"moments ago.*Next: Wed 18 Mar, 09:00"):
        desk.start_attempt(lead)
    clock.advance(timedelta(hours=2))
    with pytest.raises(NotNow, match="once today already"):
        desk.start_attempt(lead)
    clock.set(MORNING + timedelta(days=1))
    done = desk.finish(desk.start_attempt(lead).id, "busy")
    assert (done.bucket, done.says) == (Bucket.UNREACHABLE, "last try, then not reached")
    clock.set(MORNING + timedelta(days=2))
    with pytest.raises(NotNow, match="All 2 tries are used up"):
        desk.start_attempt(lead)


def test_a_phone_problem_is_a_try_and_only_a_promise_buys_one_more(
    store: Store, clock: SetClock
) -> None:
    """Q4 and Q6: what they were promised is kept; nothing else goes past the last try."""
    lead = a_lead(store, a_campaign(store, limits=CallLimits(max_attempts=2)))
    desk = calling(store, clock)
    done = desk.finish(desk.start_attempt(lead).id, "technical")
    assert done.bucket is Bucket.WAITING
    clock.advance(timedelta(hours=1))
    last = desk.start_attempt(lead).id
    agreed_at = clock.now() + timedelta(hours=2)
    assert desk.finish(last, "callback_fixed", callback_at=agreed_at).bucket is Bucket.CALLBACK
    clock.set(agreed_at)
    card = next_card(desk)
    assert (card.lead.id, card.lead.attempts) == (lead, 2)
    kept = desk.start_attempt(lead).id
    done = desk.finish(kept, "technical")
    assert (done.bucket, done.says) == (Bucket.UNREACHABLE, "last try, then not reached")
    clock.advance(timedelta(days=1))
    assert isinstance(desk.next_lead(), NothingToCall)
    with pytest.raises(NotNow, match="All 2 tries are used up"):
        desk.start_attempt(lead)


def test_nothing_is_dialled_without_a_source_card(store: Store, clock: SetClock) -> None:
    """O3: three questions about every list before calling starts."""
    lead = a_lead(store, a_campaign(store, source=None))
    desk = calling(store, clock)
    assert isinstance(desk.next_lead(), NothingToCall)
    with pytest.raises(NotNow, match="source card"):
        desk.start_attempt(lead)


def test_nothing_is_dialled_while_the_campaign_is_paused(store: Store, clock: SetClock) -> None:
    campaign = a_campaign(store)
    lead = a_lead(store, campaign)
    with store.transaction() as tx:
        campaigns.pause(tx, campaign.id, is_paused=True)
    with pytest.raises(NotNow, match="paused"):
        calling(store, clock).start_attempt(lead)


def test_nothing_is_dialled_after_the_window(store: Store, clock: SetClock) -> None:
    window = CallWindow(closes_at=MORNING + timedelta(hours=1), zone=BERLIN)
    lead = a_lead(store, a_campaign(store, window=window))
    desk = calling(store, clock)
    next_card(desk)
    clock.advance(timedelta(hours=1))
    with pytest.raises(NotNow, match="window has closed"):
        desk.start_attempt(lead)


def test_a_lead_somebody_else_holds_cannot_be_dialled(store: Store, clock: SetClock) -> None:
    """Complaint 9."""
    lead = a_lead(store, a_campaign(store))
    next_card(calling(store, clock, "Ben"))
    with pytest.raises(Refused, match="Ben has this lead now"):
        calling(store, clock).start_attempt(lead)


def test_a_lead_given_back_is_offered_to_the_next_caller(store: Store, clock: SetClock) -> None:
    lead = a_lead(store, a_campaign(store))
    desk = calling(store, clock)
    before = next_card(desk)
    desk.release(lead)
    assert desk.held() is None
    card = next_card(calling(store, clock, "Ben"))
    assert card.lead == before.lead


def test_a_call_given_back_keeps_its_distance_to_the_next(store: Store, clock: SetClock) -> None:
    """The number may have rung: who was just called is not called again by the next caller."""
    lead = a_lead(store, a_campaign(store))
    desk = calling(store, clock)
    attempt = desk.start_attempt(lead)
    desk.release(attempt.id)
    assert isinstance(calling(store, clock, "Ben").next_lead(), NothingToCall)
    clock.advance(timedelta(minutes=15))
    card = next_card(calling(store, clock, "Ben"))
    assert card.lead.attempts == 1
    assert [call.label for call in card.past_calls] == ["Given back"]
    with pytest.raises(NotFound):
        desk.release(AttemptId("nowhere"))


def test_holding_on_is_a_matter_of_renewing(store: Store, clock: SetClock) -> None:
    """Complaint 10: who vanishes keeps nobody waiting for longer than a quarter of an hour."""
    lead = a_lead(store, a_campaign(store))
    desk = calling(store, clock)
    next_card(desk)
    clock.advance(timedelta(minutes=14))
    desk.renew()
    clock.advance(timedelta(minutes=14))
    assert isinstance(calling(store, clock, "Ben").next_lead(), NothingToCall)
    clock.advance(timedelta(minutes=2))
    assert next_card(calling(store, clock, "Ben")).lead.id == lead


def test_after_a_crash_the_same_call_is_offered_with_its_answers(
    store: Store, clock: SetClock
) -> None:
    """Always true 3: also when the hold ran out meanwhile and nobody took the lead."""
    campaign = a_campaign(store)
    lead = a_lead(store, campaign, "Katrin Albers")
    desk = calling(store, clock)
    next_card(desk)
    attempt = desk.start_attempt(lead)
    desk.record_answer(attempt.id, PROJECT, "New line")
    clock.advance(timedelta(minutes=40))
    again = next_card(calling(store, clock))
    assert again.attempt is not None
    assert again.attempt.id == attempt.id
    assert again.answers[PROJECT].value == "New line"
    done = calling(store, clock).finish(attempt.id, "no_answer")
    assert done.bucket is Bucket.WAITING


def test_a_time_is_read_back_in_both_clocks_and_checked(store: Store, clock: SetClock) -> None:
    """Q4, complaint 14."""
    window = CallWindow(closes_at=MORNING + timedelta(days=5), zone=BERLIN)
    lead = a_lead(store, a_campaign(store, window=window))
    desk = calling(store, clock)
    fine = desk.read_time("thu half past ten", lead)
    assert (fine.says, fine.warning) == (
        "Thursday 19 March, 10:30 in Berlin (09:30 for you)",
        "",
    )
    assert local_time(fine.promise.at, BERLIN).hour == 10
    evening = desk.read_time("thu 19:00", lead)
    assert evening.warning == "19:00 is outside calling hours there. Keep it only if they named it."
    late = desk.read_time("27.3. 9", lead)
    assert late.warning.startswith("That is after the window closes (Sun 22 Mar, 10:24).")
    offered = desk.suggest_times(lead)
    assert len(offered) == 3
    assert [it.warning for it in offered] == ["", "", ""]
    assert offered[0].says == "today, Tuesday 17 March, 13:00 in Berlin (12:00 for you)"


def test_not_knowing_is_an_answer_to_a_question_that_is_asked(
    store: Store, clock: SetClock
) -> None:
    desk = calling(store, clock)
    attempt = desk.start_attempt(a_lead(store, a_campaign(store)))
    with pytest.raises(AnswerRefused, match="asks no “when”"):
        desk.record_answer(attempt.id, "when", None, does_not_know=True)
    assert desk.record_answer(attempt.id, "project", None, does_not_know=True).newest == "project"
