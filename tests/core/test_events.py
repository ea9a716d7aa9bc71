"""Values around an event: its phase, what each outcome is for, and sums that must add up."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makers import make_card
from qualdesk.core.attendance import as_attendee
from qualdesk.core.campaigning import Attendees, CampaignSetup, Section, Todo
from qualdesk.core.campaigns import Campaign
from qualdesk.core.errors import DocumentRefused, Problem, Refused
from qualdesk.core.events import SAID_BEFORE, Attendance, AttendanceCounts, CampaignEvent, Phase
from qualdesk.core.ids import CampaignId, ContactId, LeadId, ScriptVersionId
from qualdesk.core.kept_choices import choices_of, kept_choices
from qualdesk.core.leads import Bucket, Contact, Lead, Signals
from qualdesk.core.list_choices import ListChoices
from qualdesk.core.outcomes import After, Catalogue
from qualdesk.core.sources import Touchpoint, TouchpointKind
from qualdesk.files.outcomes import outcomes_in, shipped_outcomes, shipped_text

START = datetime(2026, 3, 19, 9, tzinfo=UTC)
EVENT = CampaignEvent(starts_at=START, ends_at=START + timedelta(hours=3))
FAIR = Campaign(id=CampaignId(1), name="Fair", source=make_card(), event=EVENT)
instants = st.datetimes(datetime(2026, 3, 18), datetime(2026, 3, 21), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis wants bare bounds
OWN = """
[[outcome]]
code = "maybe"
label = "Maybe"
after = "{after}"
bucket = "waiting"
key = {key}
{more}
"""


@given(instants)
def test_the_flip_is_at_the_end_and_at_no_other_instant(at: datetime) -> None:
    assert (EVENT.phase(at) is Phase.BEFORE) == (at < EVENT.ends_at)
    assert FAIR.phase(at) is EVENT.phase(at)
    assert replace(FAIR, event=None).phase(at) is Phase.AFTER


def test_an_event_that_ends_before_it_starts_is_refused() -> None:
    for ends_at in (START, START - timedelta(hours=1)):
        with pytest.raises(Refused, match="later end"):
            CampaignEvent(starts_at=START, ends_at=ends_at)


def test_before_the_event_its_own_script_is_read_when_there_is_one() -> None:
    usual, invite = ScriptVersionId(3), ScriptVersionId(4)
    one = replace(FAIR, script_version_id=usual)
    assert one.script_in(Phase.BEFORE) == one.script_in(Phase.AFTER) == usual
    two = replace(one, before_script_version_id=invite)
    assert (two.script_in(Phase.BEFORE), two.script_in(Phase.AFTER)) == (invite, usual)


def test_no_key_of_a_phase_is_two_outcomes_and_none_is_lost() -> None:
    catalogue = shipped_outcomes()
    for phase in Phase:
        keys = [one.key for one in catalogue.of(phase) if one.key]
        assert sorted(keys) == list(range(1, 10))
        fitting = [one for one in catalogue if one.phase in {None, phase}]
        assert [one.code for one in catalogue.of(phase)] == [one.code for one in fitting]
        assert catalogue.of(phase) is catalogue.of(phase), "worked out once"


def test_a_catalogue_without_phases_is_the_same_on_both_sides() -> None:
    plain = Catalogue(replace(one, phase=None, key=0) for one in shipped_outcomes())
    assert list(plain.of(Phase.BEFORE)) == list(plain.of(Phase.AFTER)) == list(plain)


def test_what_is_said_before_an_event_is_what_a_call_before_it_is_for() -> None:
    """Q1: before the event the goal is registration, after it qualification."""
    goals = {one.code for one in shipped_outcomes() if one.reaches_goal}
    assert goals == {"qualified", "registered", "will_come"}
    before = [one for one in shipped_outcomes() if one.phase is Phase.BEFORE]
    assert {one.attendance for one in before} == SAID_BEFORE
    assert {(one.after, one.bucket) for one in before} == {(After.EVENT, Bucket.WAITING)}


@pytest.mark.parametrize(
    ("after", "key", "more", "place"),
    [
        ("event", 0, "", "phase"),
        ("rest", 0, 'attendance = "coming"', "phase"),
        ("rest", 0, 'phase = "before"\nattendance = "attended"', "attendance"),
        ("event", 7, 'phase = "before"', "key"),
        ("rest", 1, "", "key"),
    ],
)
def test_an_outcome_that_fits_no_event_is_refused_at_its_place(
    after: str, key: int, more: str, place: str
) -> None:
    written = shipped_text() + OWN.format(after=after, key=key, more=more)
    with pytest.raises(DocumentRefused) as refused:
        outcomes_in(written)
    assert [one.place for one in refused.value.problems] == [f"outcome “maybe”, {place}"]


def test_a_key_may_be_another_outcome_s_on_one_side_only() -> None:
    found = outcomes_in(shipped_text() + OWN.format(after="rest", key=1, more='phase = "before"'))
    assert [found.of(phase).on_key(1).code for phase in Phase] == ["maybe", "no_answer"]  # type: ignore[union-attr]
    assert found.of(Phase.BEFORE).outcome("no_answer").key == 0


# --- who was there


def test_who_stands_in_the_list_was_there_unless_it_says_otherwise() -> None:
    note = Touchpoint(kind=TouchpointKind.NOTE, says="Asked for prices")
    away = Touchpoint(kind=TouchpointKind.NO_SHOW, says="Registered, did not attend")
    stay = Touchpoint(kind=TouchpointKind.ATTENDED, says="Attended 9 minutes", value="9", at=START)
    assert as_attendee((note, away), EVENT.ends_at) == (note, away)
    assert as_attendee((stay,), EVENT.ends_at) == (stay,), "they know better when"
    told = as_attendee((note,), EVENT.ends_at)
    assert told[0] == note
    assert (told[1].kind, told[1].at) == (TouchpointKind.ATTENDED, EVENT.ends_at)


def test_the_choice_that_a_list_says_who_came_is_kept_with_it() -> None:
    for at in (None, START):
        assert choices_of(kept_choices(ListChoices(attended_at=at))).attended_at == at


@pytest.mark.parametrize("how", list(Attendance))
def test_a_card_says_once_how_somebody_stands(how: Attendance) -> None:
    lead = Lead(
        id=LeadId(1),
        campaign_id=FAIR.id,
        contact=Contact(name="Anna", id=ContactId(1)),
        signals=Signals(),
        bucket=Bucket.WAITING,
        attendance=how,
    )
    assert lead.attendance_says == ("" if how is Attendance.UNSAID else how.label)
    stay = Touchpoint(kind=TouchpointKind.ATTENDED, says="Attended 42 minutes")
    told = replace(lead, touchpoints=(stay,)).attendance_says
    assert told == ("" if how.value in {"attended", "no_show"} else lead.attendance_says)


def test_counts_that_do_not_add_up_say_so() -> None:
    counts = {Attendance.ATTENDED: 2, Attendance.NO_SHOW: 1}
    told = AttendanceCounts(counts=counts, total=3)
    assert (told.adds_up, told.of(Attendance.ATTENDED), told.of(Attendance.COMING)) == (True, 2, 0)
    assert not replace(told, total=4).adds_up


def test_every_row_of_the_list_is_accounted_for() -> None:
    there = Attendees(
        campaign_id=FAIR.id,
        list_id=None,
        rows=5,
        matched=1,
        new=2,
        walked_in=1,
        repeated=1,
        left_out=(Problem(place="row 5", says="No name."),),
        attended=2,
        no_show=1,
        never_registered=0,
    )
    assert there.adds_up
    assert not replace(there, matched=2).adds_up
    assert there.says == "2 attended, 1 of them walked in; 1 did not come, 0 never registered."


# --- what calls wait for


def setup_with(*todo: Todo, may_start: bool = False) -> CampaignSetup:
    return CampaignSetup(
        campaign=FAIR,
        event=EVENT,
        zone="UTC",
        phase=Phase.BEFORE,
        script=None,
        before_script=None,
        definition=None,
        people=FAIR.people,
        attendance=AttendanceCounts(counts={}, total=0),
        attendees_at=None,
        todo=todo,
        calls_may_start=may_start,
    )


def test_the_top_line_says_whether_calls_wait() -> None:
    """O3."""
    source = Todo(section=Section.SOURCE, says="Who is on the list?", field="who")
    script = Todo(section=Section.SCRIPT, says="Choose a script.", stops_calls=False)
    assert setup_with().says == ""
    assert setup_with(source).says == "1 thing before calls can start"
    assert setup_with(source, script).says == "2 things before calls can start"
    assert setup_with(script, may_start=True).says == "1 thing to add, calls go on"
    assert setup_with(source, script).todo_in(Section.SCRIPT) == (script,)
