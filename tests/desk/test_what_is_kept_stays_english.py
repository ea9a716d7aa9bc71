"""What the workspace keeps is English whatever the window speaks: others read it, programs too."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from calls import a_campaign, a_lead, an_event, answer_all_it_takes, calling, next_card
from makers import BERLIN, MORNING
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import NotNow, Refused
from qualdesk.core.events import Phase
from qualdesk.core.outcomes import Outcome
from qualdesk.core.times import Promise
from qualdesk.core.wording import Language, speak
from qualdesk.desk import Desk
from qualdesk.desk.supervising import Supervising
from qualdesk.files.outcomes import shipped_outcomes
from qualdesk.store.database import Store
from qualdesk.store.leads import load_lead
from qualdesk.store.messages import waiting_at
from qualdesk.store.schema import metadata

TWO = ("+493023125001", "+493023125002")
THURSDAY = Promise(wall=datetime(2026, 3, 19, 10, 30), zone=BERLIN)  # noqa: DTZ001 - wall time
BESIDE: Mapping[str, Mapping[str, Any]] = {
    "callback_fixed": {"callback_at": THURSDAY},
    "partial": {"callback_at": THURSDAY},
    "not_qualified": {"reason": "Too small"},
    "number_changed": {"new_number": "+49 30 23125 777"},
    "research": {"note": "Which Albers?"},
    "to_supervisor": {"note": "Wants a contract"},
}
OUTCOMES = [outcome for outcome in shipped_outcomes() if not outcome.by_program]
MARK = "§"
"""Stands at the end of every text in the language of these tests, and in nobody's words."""


@pytest.fixture(autouse=True)
def marked() -> Iterator[None]:
    """A language like English, whose every text bears the mark."""

    def mark(text: str, about: str, count: int) -> str:
        del about, count
        return f"{text}{MARK}"

    speak(Language(code="xx", translate=mark))
    yield
    speak(None)


def marked_rows(store: Store) -> list[str]:
    """The tables that keep a word of the window's language."""
    with store.reading() as tx:
        return [
            f"{table.name}: {row}"
            for table in metadata.sorted_tables
            for row in tx.connection.execute(sa.select(table))
            if MARK in repr(row) or r"\u00a7" in repr(row)
        ]


@pytest.mark.parametrize("outcome", OUTCOMES, ids=lambda outcome: outcome.code)
def test_an_outcome_is_said_in_the_language_of_the_window_and_kept_in_english(
    store: Store, clock: SetClock, outcome: Outcome
) -> None:
    campaign = a_campaign(store)
    if outcome.phase is Phase.BEFORE:
        campaign = an_event(store, campaign, MORNING + timedelta(days=2))
    lead = a_lead(store, campaign, phones=TWO)
    desk = calling(store, clock)
    attempt = desk.start_attempt(lead)
    answer_all_it_takes(desk, attempt.id)
    done = desk.finish(attempt.id, outcome.code, **BESIDE.get(outcome.code, {}))
    assert MARK in done.says
    assert marked_rows(store) == []
    clock.advance(timedelta(days=40))
    next_or_none = desk.next_lead()
    assert next_or_none is not None
    assert marked_rows(store) == []


def test_a_skipped_lead_rests_with_an_english_reason_that_is_shown_translated(
    store: Store, clock: SetClock
) -> None:
    lead = a_lead(store, a_campaign(store), phones=TWO)
    desk = calling(store, clock)
    next_card(desk)
    said = desk.skip(lead, "Not a good moment")
    with store.reading() as tx:
        assert load_lead(tx, lead).reason == "Skipped: Not a good moment"
    assert MARK in said.says
    assert marked_rows(store) == []


def test_that_somebody_was_named_is_kept_in_english(store: Store, clock: SetClock) -> None:
    lead = a_lead(store, a_campaign(store), phones=TWO)
    desk = calling(store, clock)
    attempt = desk.start_attempt(lead)
    desk.refer(lead, name="Jonas Reimer", number="030 23125 444")
    desk.refer(lead, name="Mia Krug", how="note")
    assert attempt.lead_id == lead
    assert marked_rows(store) == []
    with pytest.raises(Refused, match=MARK):
        desk.refer(lead, name=" ")


def test_a_lead_that_is_pinned_and_kept_out_keeps_the_supervisors_own_words(
    store: Store, clock: SetClock
) -> None:
    lead = a_lead(store, a_campaign(store), phones=TWO)
    supervising = Supervising(store, clock, "Sam")
    assert MARK in supervising.pin(lead).says
    assert MARK in supervising.unpin(lead).says
    assert supervising.keep_out(lead, "Called by the CEO").says.startswith("Kept out of the queue")
    assert marked_rows(store) == []


def test_a_rule_says_no_in_the_language_of_the_window(store: Store, clock: SetClock) -> None:
    lead = a_lead(store, a_campaign(store), phones=TWO)
    clock.advance(timedelta(hours=12))
    with pytest.raises(NotNow, match=MARK):
        calling(store, clock).start_attempt(lead)
    assert marked_rows(store) == []


def test_a_call_beyond_the_rules_keeps_the_rule_in_english(store: Store, clock: SetClock) -> None:
    lead = a_lead(store, a_campaign(store), phones=TWO)
    clock.advance(timedelta(hours=9))
    attempt = calling(store, clock).start_attempt(lead, because="They asked for tonight")
    assert attempt.lead_id == lead
    assert marked_rows(store) == []


def test_who_lost_a_call_reads_it_translated_though_it_is_kept_in_english(
    store: Store, clock: SetClock
) -> None:
    lead = a_lead(store, a_campaign(store), phones=TWO)
    next_card(calling(store, clock))
    Desk(store, clock, "Ben").search.take_up(lead)
    with store.reading() as tx:
        (left,) = waiting_at(tx, lead)
    assert left.says == f"They called us. Ben took the call, so the lead left your desk.{MARK}"
    assert marked_rows(store) == []
