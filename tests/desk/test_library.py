"""Campaigns as a supervisor or a program makes them."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

from makers import MORNING, make_lead
from qualdesk.core.campaigns import REHEARSAL, CampaignPlan
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import DocumentRefused, NotFound, Refused
from qualdesk.core.sources import CallLimits, CallWindow, HandoffTerms
from qualdesk.desk.library import Library
from qualdesk.desk.queue import Queue
from qualdesk.resources import shipped
from qualdesk.store import history
from qualdesk.store.database import Store


@pytest.fixture
def library(sqlite_store: Store, clock: SetClock) -> Library:
    return Library(sqlite_store, clock, "ruth")


def test_a_program_s_campaign_needs_a_name_only(library: Library) -> None:
    made = library.new_campaign("Spring fair")
    assert made.source == REHEARSAL
    assert made.limits == CallLimits()
    assert made.before_calls() == ()
    assert library.campaign("spring fair") == library.campaign(made.id) == made


@pytest.mark.parametrize(
    "hours", [("08:30", "18:00"), (510, 1080), (time(8, 30), time(18)), ("08:30", 1080)]
)
def test_hours_are_written_as_people_or_programs_do(library: Library, hours: tuple) -> None:
    made = library.new_campaign("Fair", hours=hours, days=[0, 5], max_attempts=3, max_per_day=1)
    assert made.limits.hours == (510, 1080)
    assert made.limits.days == {0, 5}
    assert (made.limits.max_attempts, made.limits.max_per_day) == (3, 1)


@pytest.mark.parametrize(
    "asked",
    [
        {"hours": ("18:00", "08:00")},
        {"hours": ("half past", "18:00")},
        {"days": []},
        {"max_attempts": 0},
        {"window": (MORNING, MORNING)},
        {"window": (datetime(2026, 3, 17), None)},  # noqa: DTZ001 - nobody says where
    ],
)
def test_what_cannot_be_is_refused_in_words(library: Library, asked: dict) -> None:
    with pytest.raises(Refused):
        library.new_campaign("Fair", **asked)
    assert library.campaigns() == ()


def test_midnight_can_end_the_day(library: Library) -> None:
    assert library.new_campaign("Fair", hours=("00:00", "24:00")).limits.hours == (0, 1440)


def test_a_window_is_a_pair_of_instants_or_a_call_window(library: Library) -> None:
    closes = MORNING + timedelta(days=3)
    pair = library.new_campaign("Pair", window=(None, closes))
    whole = library.new_campaign("Whole", window=CallWindow(closes_at=closes, zone="Europe/Paris"))
    assert pair.window.closes_at == whole.window.closes_at == closes
    assert whole.window.zone == "Europe/Paris"


def test_calls_wait_for_the_source_card(library: Library, sqlite_store: Store) -> None:
    """O3: three questions about every list before calling starts."""
    made = library.new_campaign("Fair", source=None)
    assert made.before_calls()
    with sqlite_store.transaction() as tx:
        make_lead(tx, made)
    queue = Queue(sqlite_store, sqlite_store.clock, "ana")
    assert queue.upcoming("Fair") == ()
    assert [reason.code for reason in queue.why_empty("Fair").reasons] == ["source_card"]
    library.set_source("Fair", REHEARSAL)
    assert len(queue.upcoming("Fair")) == 1


def test_summaries_count_what_is_there(library: Library, sqlite_store: Store) -> None:
    """S1: leads, called, finished, qualified."""
    made = library.new_campaign("Fair")
    library.new_campaign("Empty")
    with sqlite_store.transaction() as tx:
        leads = [make_lead(tx, made) for _ in range(4)]
        tx.connection.exec_driver_sql(
            "UPDATE lead SET state = 'qualified', ready = FALSE, last_attempt_at = made_at "
            "WHERE id = ?",
            (leads[0],),
        )
        tx.connection.exec_driver_sql(
            "UPDATE lead SET state = 'not_a_fit', ready = FALSE, last_attempt_at = made_at "
            "WHERE id = ?",
            (leads[1],),
        )
    empty, fair = library.campaigns()
    assert (empty.campaign.name, empty.leads, empty.open) == ("Empty", 0, 0)
    assert (fair.leads, fair.called, fair.finished, fair.qualified, fair.open) == (4, 2, 2, 1, 2)


def test_the_sample_script_and_definition_work_together(library: Library) -> None:
    script, definition = library.shipped_script(), library.shipped_definition()
    made = library.new_campaign("Fair", script=script, definition=definition)
    assert library.script(made.id) == script
    # Its names are an example: nobody signed it here.
    assert library.definition("Fair") == replace(definition, signatures=())
    plain = library.new_campaign("Plain")
    assert library.script(plain.id) is None
    assert library.definition(plain.id) is None
    library.set_script(plain.id, script)
    library.set_definition(plain.id, definition)
    assert library.campaign("Plain").script_version_id == made.script_version_id


def test_a_definition_that_no_script_question_answers_is_refused(library: Library) -> None:
    script = library.shipped_script()
    made = library.new_campaign("Fair", definition=library.shipped_definition())
    poorer = replace(script, stages=script.stages[:1])
    with pytest.raises(DocumentRefused) as refused:
        library.set_script(made.id, poorer)
    assert refused.value.problems
    assert library.script(made.id) is None


def test_a_campaign_from_files_takes_what_they_say(library: Library) -> None:
    source = next(shipped("samples").glob("*.toml"))
    made = library.new_from_files("My fair", source=source)
    assert made.name == "My fair"
    assert made.source is not None
    assert made.source.unanswered() == ()
    assert library.script(made.id) == library.shipped_script()
    bare = library.new_from_files("Bare")
    assert bare.source is None


def test_changes_are_written_into_the_history(library: Library, sqlite_store: Store) -> None:
    made = library.new_campaign("Fair")
    terms = HandoffTerms(receiver="Sam", receiver_email="sam@example.com")
    assert library.set_handoff(made.id, terms).handoff == terms
    assert library.pause(made.id).is_paused
    assert not library.pause(made.id, is_paused=False).is_paused
    later = (None, datetime(2026, 4, 1, tzinfo=UTC))
    changed = library.set_times(made.id, window=later, limits=CallLimits(max_attempts=2))
    assert changed.window.closes_at == later[1]
    assert changed.limits.max_attempts == 2
    with sqlite_store.reading() as tx:
        told = [entry.what for entry in history.entries(tx, "campaign", made.id)]
        assert history.verify(tx) is None
    assert told == ["changed the times", "went on", "paused", "changed the hand-off", "made"]


def test_what_is_not_there_is_named_with_what_is(library: Library, tmp_path: Path) -> None:
    library.add(CampaignPlan(name="Spring fair"))
    with pytest.raises(NotFound, match="“Spring fair”"):
        library.campaign("Winter")
    with pytest.raises(Refused):
        library.new_from_files("Fair", source=tmp_path / "nothing.toml")
