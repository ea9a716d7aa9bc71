"""The states of a call and what each key does in them, without any window."""

from datetime import timedelta

import pytest

from qt.cards import NOW
from qualdesk.core.outcomes import Catalogue
from qualdesk.files.outcomes import read_outcomes
from qualdesk.qt.call_desk.flow import (
    CallState,
    Flow,
    MainStep,
    Press,
    clock_words,
    needs_more,
    rare_outcomes,
)
from qualdesk.resources import shipped

READY = Flow().ready(NOW)
DIALLING = READY.dialled(NOW)
ON_A_CALL = DIALLING.reached(NOW)
WRAPPING_UP = ON_A_CALL.ended(NOW)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return read_outcomes(shipped("outcomes.toml"))


def test_the_main_key_walks_through_a_call_in_its_order() -> None:
    steps = [flow.main_step for flow in (READY, DIALLING, ON_A_CALL, WRAPPING_UP)]
    assert steps == [MainStep.DIAL, MainStep.REACHED, MainStep.END, MainStep.CHOOSE]


def test_an_outcome_chosen_on_the_call_never_ends_it() -> None:
    chosen = ON_A_CALL.chose("callback_fixed")
    assert chosen.state is CallState.ON_A_CALL
    assert chosen.main_step is MainStep.END_AND_SAVE
    assert chosen.ended(NOW).main_step is MainStep.SAVE


def test_what_was_chosen_is_forgotten_with_the_next_lead() -> None:
    assert ON_A_CALL.chose("qualified").ready(NOW).chosen == ""
    assert ON_A_CALL.chose("qualified").empty(NOW).chosen == ""


def test_outcomes_of_a_call_nobody_answered_stand_in_ready_and_dialling() -> None:
    """Fixed places: 1 to 5 before somebody answers, 4 and 6 to 9 afterwards (D6)."""
    assert READY.keys_shown == DIALLING.keys_shown == (1, 2, 3, 4, 5)
    assert ON_A_CALL.keys_shown == WRAPPING_UP.keys_shown == (4, 6, 7, 8, 9)
    assert Flow().keys_shown == ()


@pytest.mark.parametrize("key", [1, 2, 3])
def test_nobody_there_is_saved_at_once(catalogue: Catalogue, key: int) -> None:
    outcome = catalogue.on_key(key)
    assert outcome is not None
    assert DIALLING.press(outcome) is Press.SAVE
    assert READY.press(outcome) is Press.DIAL_FIRST


def test_only_a_wrong_number_and_do_not_call_work_without_a_call(catalogue: Catalogue) -> None:
    allowed = [o.code for o in catalogue if READY.press(o) is not Press.DIAL_FIRST]
    assert sorted(allowed) == ["do_not_call", "wrong_number"]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("callback_fixed", Press.ASK),
        ("nurture", Press.ASK),
        ("not_qualified", Press.ASK),
        ("gatekeeper", Press.ASK),
        ("do_not_call", Press.ASK),
        ("to_supervisor", Press.ASK),
        ("qualified", Press.CHOOSE),
        ("wrong_person", Press.CHOOSE),
        ("wrong_number", Press.CHOOSE),
    ],
)
def test_an_outcome_asks_for_what_it_needs(
    catalogue: Catalogue, code: str, expected: Press
) -> None:
    assert ON_A_CALL.press(catalogue.outcome(code)) is expected


def test_an_outcome_that_lacks_something_leads_there(catalogue: Catalogue) -> None:
    assert ON_A_CALL.press(catalogue.outcome("qualified"), lacks=True) is Press.MISSING


def test_what_is_decided_after_somebody_answered_waits_for_the_end_of_the_talk(
    catalogue: Catalogue,
) -> None:
    assert not ON_A_CALL.ends_with(catalogue.outcome("nurture"))
    assert not DIALLING.ends_with(catalogue.outcome("nurture")), "they were reached after all"
    assert DIALLING.ends_with(catalogue.outcome("gatekeeper"))
    assert DIALLING.ends_with(catalogue.outcome("fax"))


def test_every_outcome_can_be_given_somewhere(catalogue: Catalogue) -> None:
    """Those with a digit stand in the bar, the rare ones under more; none is out of reach."""
    reachable = {"do_not_call"}
    for flow in (DIALLING, ON_A_CALL):
        reachable |= {o.code for o in catalogue if o.key in flow.keys_shown}
        rare = rare_outcomes(flow, catalogue)
        assert len(rare) <= 10, "there are ten digits"
        reachable |= {o.code for o in rare}
    assert reachable == {o.code for o in catalogue if not o.by_program}


def test_a_break_never_begins_with_somebody_on_the_line() -> None:
    assert READY.may_break
    assert WRAPPING_UP.may_break
    assert not DIALLING.may_break
    assert not ON_A_CALL.may_break


def test_a_break_returns_to_where_it_began() -> None:
    chosen = WRAPPING_UP.chose("nurture")
    back = chosen.on_break(NOW).back(NOW + timedelta(minutes=10))
    assert back.state is CallState.WRAPPING_UP
    assert back.chosen == "nurture"
    assert back.elapsed(NOW + timedelta(minutes=11)) == timedelta(minutes=1)


def test_the_timer_counts_from_the_start_of_the_state() -> None:
    assert ON_A_CALL.elapsed(NOW + timedelta(seconds=222)) == timedelta(seconds=222)
    assert ON_A_CALL.elapsed(NOW - timedelta(seconds=5)) == timedelta(), "a clock set back"
    assert Flow().elapsed(NOW) == timedelta()


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0, "00:00"), (222, "03:42"), (3599, "59:59"), (3822, "1:03:42")]
)
def test_a_timer_reads_like_a_timer(seconds: int, shown: str) -> None:
    assert clock_words(timedelta(seconds=seconds)) == shown


def test_nothing_is_asked_for_where_a_key_is_enough(catalogue: Catalogue) -> None:
    plain = [o.code for o in catalogue if o.key in {1, 2, 3, 5, 9} and needs_more(o)]
    assert plain == []
