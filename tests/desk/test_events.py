"""Before and after an event: what is asked, who came, and that nobody is lost between (Q1)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from calls import SCRIPT, a_campaign, a_lead, an_event, calling
from makers import MORNING
from qualdesk.core.cards import CallCard
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import NothingToUndo, OutcomeRefused, Refused
from qualdesk.core.events import Attendance, Phase
from qualdesk.core.ids import LeadId
from qualdesk.core.leads import Bucket
from qualdesk.core.progress import Cancelled, Progress
from qualdesk.core.sources import TouchpointKind
from qualdesk.desk import Desk
from qualdesk.files.outcomes import shipped_outcomes
from qualdesk.store import schema
from qualdesk.store.database import Store
from qualdesk.store.queue import wake

# The event takes place on Thursday morning, London's clock.
ENDS = MORNING + timedelta(days=2)
COMING = {"registered": "registered", "will_come": "coming", "cannot_come": "cannot"}
HEAD = "Name;Company;Phone;Time in Session (minutes)"


@pytest.fixture
def desk(store: Store, clock: SetClock) -> Desk:
    return Desk(store, clock, "ruth")


def standing(store: Store, *leads: LeadId) -> list[str]:
    """How these leads stand with the event."""
    with store.reading() as tx:
        rows = tx.connection.execute(sa.select(schema.lead.c.id, schema.lead.c.attendance))
        found = {row.id: row.attendance for row in rows}
    return [found[one] for one in leads]


def a_row(name: str, number: str, minutes: str = "") -> dict[str, Any]:
    row: dict[str, Any] = {"name": name, "company": f"{name} Ltd", "phone": f"+4930231252{number}"}
    return {**row, "minutes": minutes} if minutes else row


def load(desk: Desk, *people: Mapping[str, Any]) -> list[LeadId]:
    return [one for one in desk.intake.load(list(people), campaign="Fair") if one is not None]


ANNA, BO = a_row("Anna", "01"), a_row("Bo", "02")
CY, DORA = a_row("Cy", "03"), a_row("Dora", "04")


def a_fair(desk: Desk) -> list[LeadId]:
    """A campaign with an event ahead, and three leads."""
    desk.library.new_campaign("Fair", hours=("00:00", "24:00"), days=range(7), region="DE")
    desk.campaigning.set_event("Fair", ENDS - timedelta(hours=3), ENDS)
    return load(desk, ANNA, BO, CY)


def call(desk: Desk, lead: LeadId, outcome: str, **beside: Any) -> None:
    desk.calling.finish(desk.calling.start_attempt(lead).id, outcome, **beside)


# --- the flip


def test_before_the_event_keys_7_to_9_ask_people_to_come_and_after_it_they_qualify() -> None:
    catalogue = shipped_outcomes()
    before, after = catalogue.of(Phase.BEFORE), catalogue.of(Phase.AFTER)

    def keys(which: Any) -> list[str]:
        return [which.on_key(key).code for key in range(1, 10)]

    assert keys(before)[:6] == keys(after)[:6]
    assert keys(before)[6:] == ["registered", "will_come", "cannot_come"]
    assert keys(after)[6:] == ["nurture", "not_qualified", "qualified"]
    codes = {one.code for one in before}
    assert {"nurture", "not_qualified", "qualified"} <= codes, "under more, not gone"
    assert {one.code for one in catalogue} == codes | {one.code for one in after}


def test_script_and_outcomes_flip_at_the_events_end_and_never_inside_a_call(
    store: Store, clock: SetClock, desk: Desk
) -> None:
    """Q1: one list flips at the event's end; the call that is going on goes on as it began."""
    made = an_event(store, a_campaign(store), ENDS)
    invite = replace(SCRIPT, id="invite", name="Invite")
    desk.library.set_script(made.id, invite)
    desk.library.set_script(made.id, SCRIPT)
    desk.campaigning.use_before(made.id, "invite")
    first, second = a_lead(store, made), a_lead(store, made, "Kai Lorenz")
    ana = calling(store, clock)
    clock.set(ENDS - timedelta(minutes=5))
    card = ana.card(first)
    assert (card.phase, card.script) == (Phase.BEFORE, invite)
    assert "registered" in card.consequences
    attempt = ana.start_attempt(first)
    assert card.is_for(attempt)
    clock.set(ENDS + timedelta(minutes=5))
    card = ana.card(first)
    assert (card.phase, card.script, card.is_for(attempt)) == (Phase.BEFORE, invite, True)
    other = ana.card(second)
    assert (other.phase, other.script) == (Phase.AFTER, SCRIPT)
    assert "registered" not in other.consequences
    with pytest.raises(OutcomeRefused, match="after the event, and this one is before it"):
        ana.finish(attempt.id, "partial", callback_at=ENDS + timedelta(days=1))
    done = ana.finish(attempt.id, "registered")
    assert done.bucket is Bucket.WAITING
    late = ana.start_attempt(second)
    with pytest.raises(OutcomeRefused, match="before the event, and this one is after it"):
        ana.finish(late.id, "registered")


def test_a_card_that_was_shown_before_the_end_is_not_for_a_call_after_it(
    store: Store, clock: SetClock
) -> None:
    """The window then shows the lead afresh: it would read from one script and save for another."""
    lead = a_lead(store, an_event(store, a_campaign(store), ENDS))
    ana = calling(store, clock)
    clock.set(ENDS - timedelta(minutes=1))
    card = ana.card(lead)
    clock.set(ENDS)
    attempt = ana.start_attempt(lead)
    assert not card.is_for(attempt)
    assert ana.card(lead).is_for(attempt)


@pytest.mark.parametrize("code", COMING)
def test_who_answers_before_the_event_comes_back_when_it_is_over_with_all_tries(
    store: Store, clock: SetClock, desk: Desk, code: str
) -> None:
    """What the key says is what happens, and the last try of before is none of after."""
    anna, *_ = a_fair(desk)
    desk.library.set_times(
        "Fair", limits=replace(desk.library.campaign("Fair").limits, max_attempts=1)
    )
    attempt = desk.calling.start_attempt(anna)
    said = desk.calling.card(anna).consequences[code]
    done = desk.calling.finish(attempt.id, code)
    assert (done.says, done.next_at) == (said.says, said.next_at)
    assert done.next_at is not None
    assert done.next_at >= ENDS
    assert standing(store, anna) == [COMING[code]]
    clock.set(ENDS - timedelta(minutes=1))
    with store.transaction() as tx:
        wake(tx)
    assert desk.calling.card(anna).lead.next_at == done.next_at
    clock.set(ENDS)
    found = {row.lead_id for row in desk.queue.upcoming("Fair", limit=10)}
    assert anna in found
    call(desk, anna, "no_answer")


def test_a_window_that_closes_before_the_event_ends_is_said_and_the_lead_waits_for_another(
    clock: SetClock, desk: Desk
) -> None:
    """Nothing is silently dropped: it comes back when the window is moved."""
    anna, *_ = a_fair(desk)
    desk.library.set_times("Fair", window=(None, ENDS - timedelta(hours=1)), limits=None)
    attempt = desk.calling.start_attempt(anna)
    said = desk.calling.card(anna).consequences["registered"]
    assert (said.says, said.next_at, said.bucket) == ("window closes first", None, Bucket.WAITING)
    done = desk.calling.finish(attempt.id, "registered")
    assert (done.says, done.bucket) == (said.says, Bucket.WAITING)
    clock.set(ENDS)
    assert desk.queue.upcoming("Fair") == ()
    desk.library.set_times("Fair", window=(None, ENDS + timedelta(days=9)), limits=None)
    assert anna in {row.lead_id for row in desk.queue.upcoming("Fair", limit=10)}


def test_an_event_that_moves_takes_those_with_it_who_rest_until_it_is_over(
    clock: SetClock, desk: Desk
) -> None:
    anna, bo, _ = a_fair(desk)
    call(desk, anna, "registered")
    call(desk, bo, "nurture")
    nurtured = desk.calling.card(bo).lead.next_at
    later = ENDS + timedelta(days=7)
    desk.campaigning.set_event("Fair", later - timedelta(hours=1), later)
    assert desk.calling.card(anna).lead.next_at == later
    assert desk.calling.card(bo).lead.next_at == nurtured, "who rests for something else stays"
    desk.campaigning.set_event("Fair", None, None)
    clock.advance(timedelta(minutes=16))
    assert anna in {row.lead_id for row in desk.queue.upcoming("Fair", limit=10)}


def test_undoing_what_was_said_before_the_event_unsays_it(store: Store, desk: Desk) -> None:
    anna, *_ = a_fair(desk)
    call(desk, anna, "registered")
    card = desk.calling.undo()
    assert isinstance(card, CallCard)
    assert standing(store, anna) == [""]
    desk.calling.finish(card.attempt.id if card.attempt else "", "cannot_come")
    assert standing(store, anna) == ["cannot"]


# --- the list of those who were there


def test_a_list_of_attendees_says_of_every_lead_how_it_stands(
    store: Store, clock: SetClock, desk: Desk
) -> None:
    """Attended, did not come, never registered, walked in: the counts add up to everybody."""
    anna, bo, cy = a_fair(desk)
    call(desk, anna, "registered")
    call(desk, bo, "will_come")
    clock.set(ENDS)
    there = desk.campaigning.take_attendees(
        "Fair", [{**ANNA, "minutes": "42"}, DORA, DORA, {"name": "", "phone": ""}]
    )
    assert there.says == "2 attended, 1 of them walked in; 1 did not come, 1 never registered."
    assert (there.matched, there.new, there.repeated, len(there.left_out)) == (1, 1, 1, 1)
    assert there.adds_up
    assert there.left_out[0].place == "row 4"
    assert standing(store, anna, bo, cy) == ["attended", "no_show", "never_registered"]
    setup = desk.campaigning.setup("Fair")
    assert (setup.attendance.adds_up, setup.attendance.total) == (True, 4)
    assert setup.attendees_at is not None
    did = desk.calling.card(anna).lead.touchpoints
    assert [(one.kind, one.says, one.at) for one in did] == [
        (TouchpointKind.ATTENDED, "Attended 42 minutes", ENDS)
    ]


def test_a_file_that_says_no_of_somebody_is_believed(
    store: Store, clock: SetClock, desk: Desk, tmp_path: Path
) -> None:
    anna, bo, cy = a_fair(desk)
    clock.set(ENDS)
    path = tmp_path / "attendees.csv"
    lines = [HEAD, "Anna;Anna Ltd;+493023125201;0", "Bo;Bo Ltd;+493023125202;17", ""]
    path.write_text("\n".join(lines), encoding="utf-8")
    there = desk.campaigning.take_attendees("Fair", path)
    assert (there.rows, there.matched, there.attended, there.no_show) == (2, 2, 1, 1)
    assert standing(store, anna, bo, cy) == ["no_show", "attended", "never_registered"]


def test_who_registered_by_themselves_and_did_not_come_is_missed(
    store: Store, clock: SetClock, desk: Desk
) -> None:
    """The registration list of a webinar says as much as a call does; a call says it later."""
    anna, bo, cy = a_fair(desk)
    loaded = desk.campaigning.take_registered("Fair", [ANNA, BO])
    assert (loaded.updated, standing(store, anna, bo, cy)) == (2, ["registered", "registered", ""])
    call(desk, bo, "cannot_come")
    assert standing(store, bo) == ["cannot"]
    clock.set(ENDS)
    desk.campaigning.take_attendees("Fair", [CY])
    assert standing(store, anna, bo, cy) == ["no_show", "no_show", "attended"]
    assert loaded.list_id is not None
    desk.intake.undo(loaded.list_id)
    assert standing(store, anna, bo, cy) == ["never_registered", "never_registered", "attended"]


def test_who_attended_comes_before_who_did_not(clock: SetClock, desk: Desk) -> None:
    """O4, Q2: what somebody did counts for the order."""
    anna, bo, cy = a_fair(desk)
    clock.set(ENDS)
    desk.campaigning.take_attendees("Fair", [{**CY, "minutes": "42"}])
    desk.keeper.tick()
    assert [row.lead_id for row in desk.queue.upcoming("Fair", limit=3)] == [cy, anna, bo]


def test_undoing_the_list_puts_everybody_back(store: Store, clock: SetClock, desk: Desk) -> None:
    """Bar 10: as any list; it can be undone where lists are, too."""
    anna, bo, cy = a_fair(desk)
    call(desk, anna, "registered")
    clock.set(ENDS)
    desk.campaigning.take_attendees("Fair", [ANNA, DORA])
    undone = desk.campaigning.undo_attendees("Fair")
    assert undone.removed == 1
    assert standing(store, anna, bo, cy) == ["registered", "", ""]
    setup = desk.campaigning.setup("Fair")
    assert (setup.attendees_at, setup.attendance.total) == (None, 3)
    assert desk.calling.card(anna).lead.touchpoints == ()
    with pytest.raises(NothingToUndo):
        desk.campaigning.undo_attendees("Fair")
    again = desk.campaigning.take_attendees("Fair", [ANNA, DORA])
    assert again.list_id is not None
    desk.intake.undo(again.list_id)
    assert standing(store, anna, bo, cy) == ["registered", "", ""]


def test_the_list_of_another_day_adds_to_the_first(
    store: Store, clock: SetClock, desk: Desk
) -> None:
    anna, bo, cy = a_fair(desk)
    clock.set(ENDS)
    first = desk.campaigning.take_attendees("Fair", [ANNA])
    second = desk.campaigning.take_attendees("Fair", [BO])
    assert (first.attended, second.attended, second.never_registered) == (1, 2, 1)
    assert first.list_id is not None
    desk.intake.undo(first.list_id)
    assert standing(store, anna, bo, cy) == ["never_registered", "attended", "never_registered"]


def test_a_call_that_ends_after_the_list_was_loaded_is_taken_in(
    store: Store, clock: SetClock, desk: Desk
) -> None:
    """Whichever comes first, the outcome or the list, they stand the same."""
    anna, bo, _ = a_fair(desk)
    clock.set(ENDS - timedelta(minutes=2))
    attempt = desk.calling.start_attempt(anna)
    clock.set(ENDS)
    desk.campaigning.take_attendees("Fair", [BO])
    desk.calling.finish(attempt.id, "will_come")
    assert standing(store, anna, bo) == ["no_show", "attended"]
    desk.calling.undo()
    assert standing(store, anna, bo) == ["never_registered", "attended"]


def test_a_list_of_those_who_were_there_waits_for_the_events_end(desk: Desk) -> None:
    a_fair(desk)
    with pytest.raises(Refused, match="not over before Thu"):
        desk.campaigning.take_attendees("Fair", [ANNA])
    desk.campaigning.set_event("Fair", None, None)
    with pytest.raises(Refused, match="about none"):
        desk.campaigning.take_attendees("Fair", [ANNA])
    with pytest.raises(Refused, match="about none"):
        desk.campaigning.take_registered("Fair", [ANNA])


def test_a_list_that_is_stopped_while_it_is_read_leaves_nothing(
    store: Store, clock: SetClock, desk: Desk
) -> None:
    anna, bo, cy = a_fair(desk)
    clock.set(ENDS)
    stopped = Progress()
    stopped.cancel()
    with pytest.raises(Cancelled):
        desk.campaigning.take_attendees("Fair", [ANNA, DORA], stopped)
    assert standing(store, anna, bo, cy) == ["", "", ""]
    assert desk.campaigning.setup("Fair").attendance.counts == {Attendance.UNSAID: 3}


def test_what_was_broken_off_while_leads_were_compared_the_keeper_finishes(
    store: Store, clock: SetClock, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna, bo, cy = a_fair(desk)
    clock.set(ENDS)
    with monkeypatch.context() as broken:
        broken.setattr("qualdesk.desk.intake.stand_all_anew", _killed)
        with pytest.raises(KeyboardInterrupt):
            desk.campaigning.take_attendees("Fair", [ANNA])
    assert standing(store, anna, bo, cy) == ["", "", ""]
    desk.keeper.tick()
    assert standing(store, anna, bo, cy) == ["attended", "never_registered", "never_registered"]


def _killed(*_: object) -> None:
    raise KeyboardInterrupt
