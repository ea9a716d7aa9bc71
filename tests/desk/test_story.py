"""What was changed by whom, in words: read from the history, names looked up when it is read."""

from datetime import timedelta
from pathlib import Path

import pytest

from calls import a_campaign, a_lead, calling
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import NotFound
from qualdesk.core.history_sentences import HistoryKind
from qualdesk.core.history_words import SENTENCES
from qualdesk.core.ids import LeadId
from qualdesk.desk import Desk
from qualdesk.store.database import Store
from qualdesk.store.history import note


@pytest.fixture
def desk(store: Store, clock: SetClock) -> Desk:
    return Desk(store, clock, "Sue")


@pytest.fixture
def leads(store: Store, clock: SetClock) -> tuple[LeadId, LeadId]:
    """One lead of each of two campaigns; the first was called."""
    fair, other = a_campaign(store, name="Fair"), a_campaign(store, name="Webinar")
    katrin, olaf = a_lead(store, fair), a_lead(store, other, "Olaf Brandt", company="")
    caller = calling(store, clock)
    caller.finish(caller.start_attempt(katrin).id, "no_answer")
    clock.advance(timedelta(seconds=11))
    return katrin, olaf


def said(desk: Desk, *of: str, **narrowed: object) -> list[str]:
    page = desk.story.lately(*of, **narrowed)  # type: ignore[arg-type]
    return [f"{one.who}: {one.says}" for one in page.lines]


def test_what_was_done_is_said_in_words_the_newest_first(
    desk: Desk, leads: tuple[LeadId, LeadId], clock: SetClock, tmp_path: Path
) -> None:
    desk.library.pause("Webinar", is_paused=True)
    desk.supervising.pin(leads[1])
    file = tmp_path / "fair.csv"
    file.write_text("Name,Phone\nIda Voss,+49 40 66969 555\nNobody,\n", encoding="utf-8")
    desk.intake.load(file, campaign="Fair")
    page = desk.story.lately()
    assert [f"{one.who}: {one.says}" for one in page.lines] == [
        "Sue: Loaded the list fair.csv. Rows: 2, new: 2, updated: 0, merged: 0, left out: 0",
        "Sue: Let Olaf Brandt be called before all others",
        "Sue: Paused Webinar",
        "Ana: Called Katrin Albers, Elbkorn Foods: No answer",
    ]
    assert page.before is None
    assert [one.lead_id for one in page.lines] == [None, leads[1], None, leads[0]]
    assert [one.campaign_id for one in page.lines] == [1, 2, 2, 1]
    assert page.lines[0].at == clock.now()


def test_it_is_narrowed_by_campaign_lead_person_and_kind(
    desk: Desk, leads: tuple[LeadId, LeadId]
) -> None:
    desk.library.pause("Fair", is_paused=True)
    desk.supervising.pin(leads[1])
    call = "Ana: Called Katrin Albers, Elbkorn Foods: No answer"
    assert said(desk, "Fair") == ["Sue: Paused Fair", call]
    assert said(desk, lead=leads[0]) == [call]
    assert said(desk, who="Ana") == [call]
    assert said(desk, kind=HistoryKind.CAMPAIGNS) == ["Sue: Paused Fair"]
    assert said(desk, "Fair", who="Sue") == ["Sue: Paused Fair"]
    assert desk.story.people() == ("Ana", "Sue")
    with pytest.raises(NotFound):
        desk.story.lately("Moon")


def test_pages_follow_each_other_and_nothing_stands_twice(store: Store, desk: Desk) -> None:
    with store.transaction() as tx:
        for number in range(1, 26):
            note(tx, "Ana", "looked up", "lead", number)
    seen, before = list[int](), None
    while True:
        page = desk.story.lately(before=before, limit=10)
        seen += [one.number for one in page.lines]
        before = page.before
        if before is None:
            break
        with store.transaction() as tx:
            note(tx, "Ben", "looked up", "lead", 99)
    assert seen == sorted(seen, reverse=True)
    assert len(seen) == len(set(seen)) == 25, "what is done meanwhile moves no line"


def test_somebody_erased_is_named_nowhere(desk: Desk, leads: tuple[LeadId, LeadId]) -> None:
    desk.erasing.erase(leads[0])
    found = desk.story.lately()
    assert not any("Albers" in one.says for one in found.lines)
    assert "Called somebody who was erased: No answer" in [one.says for one in found.lines]
    assert all(one.lead_id is None for one in found.lines)


def test_where_names_are_switched_off_callers_are_seats_and_others_keep_their_names(
    desk: Desk, leads: tuple[LeadId, LeadId]
) -> None:
    del leads
    desk.people.set_details("Sue", role="supervisor")
    desk.people.set_details("Ana", role="caller")
    desk.phones.show_names(shown=False)
    assert "Caller 1: Called Katrin Albers, Elbkorn Foods: No answer" in said(desk)
    assert "Sue: Wrote down what Caller 1 does" in said(desk)
    assert not any("Ana" in one for one in said(desk))
    assert desk.story.people() == ("Caller 1", "Sue")
    assert len(said(desk, who="Caller 1")) == 1, "a seat is somebody to look for"
    assert not said(desk, who="Ana"), "a name does not tell whose seat it is"
    assert said(desk, who="Sue"), "who is no caller is looked for by name"


def test_what_the_desk_of_a_supervisor_did_is_told_with_its_details(
    desk: Desk, store: Store, leads: tuple[LeadId, LeadId]
) -> None:
    with store.transaction() as tx:
        note(tx, "Sue", "moved a caller", "member", "Ana", to=2)
        note(tx, "Sue", "referred", "lead", leads[1], by=leads[0], existing=False)
        note(tx, "Sue", "chose outcomes", "workspace", "outcomes", codes=["no_answer", "busy"])
        note(tx, "Sue", "wrote a report", "report", "day", campaign=[1, 2])
    assert said(desk, limit=4) == [
        "Sue: Wrote a report of Fair and Webinar into a file",
        "Sue: Chose what a call can end with: No answer and Busy",
        "Sue: Added Olaf Brandt, whom Katrin Albers, Elbkorn Foods named",
        "Sue: Moved Ana to Webinar",
    ]


def test_every_sentence_is_said_of_things_that_are_gone(store: Store, desk: Desk) -> None:
    """A batch, a list, a script that is there no more: its line can still be read."""
    with store.transaction() as tx:
        for subject, what in SENTENCES:
            note(tx, "Ana", what.replace("*", "x"), subject, 77)
    page = desk.story.lately(limit=500)
    assert len(page.lines) == len(SENTENCES)
    assert all(one.says and "{" not in one.says for one in page.lines)


def test_the_whole_history_is_checked(desk: Desk, leads: tuple[LeadId, LeadId]) -> None:
    del leads
    found = desk.story.check()
    assert found.fault is None
    assert found.entries == len(desk.story.lately().lines)
