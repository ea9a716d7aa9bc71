"""The page of a campaign over a real workspace: saved as it is typed, undone step by step.

O3 (no call before the questions about a list are answered), Q1 (the flip at the event's end).
"""

import csv
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qt.campaign_pages import CARD, WINDOW, a_campaign, an_event, gone, here, settled, write
from qt.grabs import cut_words, grab, unnamed
from qt.windows import BERLIN, Chosen, desk_on, drop, text_of
from qualdesk.core.campaigning import Section
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.sources import UNSAID, HandoffTerms
from qualdesk.qt import theme
from qualdesk.qt.campaigns.editors import whole
from qualdesk.qt.campaigns.page import CampaignPage
from qualdesk.qt.work import Work
from qualdesk.store.database import Store

Opening = Callable[..., CampaignPage]


@pytest.fixture
def chosen() -> Chosen:
    return Chosen()


@pytest.fixture
def opening(
    qtbot: QtBot, sqlite_file: Path, sqlite_store: Store, clock: SetClock, chosen: Chosen
) -> Iterator[Opening]:
    """Opens the page of a campaign that lacks what is said; at 1440 x 900 of the window."""
    work = Work(desk_on(sqlite_file, clock))
    pages: list[CampaignPage] = []

    def open_it(campaign: Campaign | None = None, **said: Any) -> CampaignPage:
        made = whole(CampaignPage(work, clock, chosen, BERLIN))
        pages.append(made)
        made.resize(1364, 844)
        made.show()
        qtbot.waitActive(made)
        made.setFocus()
        made.open(campaign or a_campaign(sqlite_store, clock, **said))
        qtbot.waitUntil(lambda: made._shown is not None, timeout=10_000)
        settled(qtbot, made)
        return made

    yield open_it
    assert work.close()
    for page in pages:
        gone(page)


@pytest.fixture
def kept(sqlite_file: Path, clock: SetClock) -> Iterator[Callable[[CampaignPage], Campaign]]:
    """What the workspace keeps of the campaign on a page."""
    desk = desk_on(sqlite_file, clock)()

    def ask(page: CampaignPage) -> Campaign:
        assert page.campaign is not None
        return desk.library.campaign(page.campaign.id)

    yield ask
    desk.close()


Kept = Callable[[CampaignPage], Campaign]


def test_what_is_missing_stands_on_top_and_each_link_leads_to_its_field(
    opening: Opening,
) -> None:
    """Screens 4.4: “3 things before calls can start”, each a way to where it is done."""
    page = opening(
        source=None, window=UNSAID, handoff=HandoffTerms(receiver=""), name="Spring fair"
    )
    assert "12 things before calls can start" in text_of(page.todo)
    assert "and 8 more" in text_of(page.todo)
    missing = page._missing()
    assert len(missing) == 12
    seen = set()
    for section, gap in missing:
        page.go_to(section, gap)
        seen.add(here())
        assert page.index._at is section
    assert len(seen) == 12
    page.todo.links[1].setFocus()
    QTest.keyClick(here(), Qt.Key.Key_Space)
    assert here() is page.sections.source.who


def test_the_cursor_stands_at_the_first_thing_missing_and_f3_walks_them(opening: Opening) -> None:
    page = opening(source=CARD.__class__(type=CARD.type, what="", who="A", responding_to="B"))
    assert here() is page.sections.source.what
    page.commands()["problem_next"]()
    assert here() is page.sections.permission.basis
    page.commands()["problem_prev"]()
    assert here() is page.sections.source.what


def test_what_is_typed_is_saved_without_a_button(
    qtbot: QtBot, opening: Opening, kept: Kept
) -> None:
    page = opening(handoff=HandoffTerms(receiver=""))
    said: list[str] = []
    page.saved_said.connect(said.append)
    write(page.sections.handoff.receiver, "Lena Brandt")
    assert said == ["Saving"] * len("Lena Brandt")
    settled(qtbot, page)
    assert said[-1] == "Saved 10:24"
    assert kept(page).handoff.receiver == "Lena Brandt"
    assert "Calls can start" in text_of(page.todo)
    assert page.foot.main.label == "Start calling"


def test_every_part_of_the_page_is_kept_and_shown_again(
    qtbot: QtBot, opening: Opening, kept: Kept
) -> None:
    page = opening()
    parts = page.sections
    write(parts.source.facts[2], "Delivery takes ten weeks")
    write(parts.source.behalf, "Sealmark")
    write(parts.source.cost, "1.200,50")
    write(parts.permission.says, "They asked us to phone")
    write(parts.window_card.closes.hour, "16.30")
    parts.rules.days[4].click()
    write(parts.rules.opens, "8")
    parts.rules.per_day.set_figure(1)
    parts.rules.giveaway.click()
    write(parts.people.marketing, "Pia Okafor")
    write(parts.people.sales, "Lena Brandt")
    write(parts.handoff.why.reasons[0], "Not the right person")
    page.save()
    settled(qtbot, page)
    found = kept(page)
    assert found.source is not None
    assert found.source.facts == (*CARD.facts, "Delivery takes ten weeks")
    assert (found.source.on_behalf_of, found.source.cost) == ("Sealmark", 1200.5)
    assert found.source.permission is not None
    assert found.source.permission.says == "They asked us to phone"
    assert found.window.closes_at == WINDOW.closes_at - timedelta(minutes=30)
    assert (found.window.opens_at, found.window.zone) == (WINDOW.opens_at, BERLIN)
    assert found.limits.days == frozenset(range(4))
    assert found.limits.hours == (8 * 60, 17 * 60 + 30)
    assert found.limits.max_per_day == 1
    assert (found.people.marketing, found.people.sales) == ("Pia Okafor", "Lena Brandt")
    assert found.handoff.reasons[0] == "Not the right person"
    again = opening(campaign=found)
    assert again._shown is not None
    assert again.sections.settled(again._shown.settled) == again._shown.settled
    assert again.sections.rules.giveaway.isChecked()
    assert again.sections.source.cost.text() == "1200.50"


def test_undo_takes_back_one_step_after_the_other(
    qtbot: QtBot, opening: Opening, kept: Kept
) -> None:
    page = opening()
    for words in ("Half past nine", "A sealing webinar"):
        write(page.sections.source.what, words)
        settled(qtbot, page)
    for words in ("Half past nine", CARD.what):
        page.undo()
        settled(qtbot, page)
        assert page.sections.source.what.text() == words
        found = kept(page).source
        assert found is not None
        assert found.what == words
    said: list[str] = []
    page.saved_said.connect(said.append)
    page.undo()
    assert said == ["Nothing more to undo here"]


def test_an_answer_that_is_rewritten_stops_no_calls_meanwhile(
    qtbot: QtBot, opening: Opening, kept: Kept
) -> None:
    """O3: a card without an answer stops every caller, so an empty field waits for its words."""
    page = opening()
    write(page.sections.source.what, "")
    assert page.saving.is_due
    qtbot.wait(700)
    found = kept(page)
    assert found.source == CARD
    assert found.calls_may_start
    page.sections.source.who.setFocus()
    settled(qtbot, page)
    assert not kept(page).calls_may_start
    assert "1 thing before calls can start" in text_of(page.todo)


def test_what_another_desk_changed_never_writes_over_what_is_being_typed(
    qtbot: QtBot, opening: Opening, sqlite_file: Path, clock: SetClock
) -> None:
    page = opening()
    field = page.sections.source.who
    write(field, "Visitors of ")
    desk = desk_on(sqlite_file, clock)()
    assert page.campaign is not None
    desk.library.set_handoff(page.campaign.id, HandoffTerms(receiver="Mara Voss"))
    desk.close()
    page.refresh()
    QTest.keyClicks(field, "our stand")
    settled(qtbot, page)
    assert field.text() == "Visitors of our stand"
    page.refresh()
    qtbot.waitUntil(lambda: page.sections.handoff.receiver.text() == "Mara Voss")
    assert field.text() == "Visitors of our stand"


def test_the_rules_are_read_back_in_words_while_they_are_changed(opening: Opening) -> None:
    """Screens 4.4: “No answer: again after 4 h, at most 4 times”."""
    page = opening()
    rules = page.sections.rules
    assert "again after 3 h in another part of the day, at most 6 times" in text_of(rules)
    assert "Mon to Fri, 09:00 to 17:30 on their own clock" in text_of(rules)
    rules.tries.set_figure(8)
    rules.days[5].click()
    rules.gap.set_figure(240)
    assert "again after 4 h in another part of the day, at most 8 times" in text_of(rules)
    assert "Mon to Sat, 09:00 to 17:30 on their own clock" in text_of(rules)


def test_fewer_tries_wait_for_a_word_because_they_end_leads_for_good(
    qtbot: QtBot, opening: Opening, kept: Kept
) -> None:
    page = opening()
    rules = page.sections.rules
    rules.tries.set_figure(3)
    settled(qtbot, page)
    assert kept(page).limits.max_attempts == 6
    assert "Leads tried 3 times or more are then done with for good" in text_of(rules)
    rules.warning.pressed.emit()
    settled(qtbot, page)
    assert kept(page).limits.max_attempts == 3
    assert not rules.warning.isVisible()


def test_what_cannot_be_understood_is_said_and_nothing_of_it_is_kept(
    qtbot: QtBot, opening: Opening, kept: Kept
) -> None:
    page = opening()
    before = kept(page)
    rules, window = page.sections.rules, page.sections.window_card
    said: list[str] = []
    page.saved_said.connect(said.append)
    for field, words, says in (
        (rules.opens, "25:99", "Write the calling hours like 09:00"),
        (rules.opens, "18:00", "Calling hours must start before they end"),
        (window.zone, "Atlantis", "This clock is not known"),
        (window.closes.hour, "noonish", "write the time like 17:00"),
    ):
        shown = field.text()
        write(field, words)
        qtbot.wait(600)
        assert said[-1].startswith("Not saved yet")
        assert says in said[-1]
        assert (kept(page).limits, kept(page).window) == (before.limits, before.window)
        field.setText(shown)


def test_a_city_is_enough_to_say_whose_clock_it_is(
    qtbot: QtBot, opening: Opening, kept: Kept
) -> None:
    page = opening()
    write(page.sections.window_card.zone, "new york")
    assert "In New York it is 05:24 now." in text_of(page.sections.window_card)
    settled(qtbot, page)
    window = kept(page).window
    assert window.zone == "America/New_York"
    # The wall times stay as they stand on the page; the instants follow their clock.
    assert window.closes_at == WINDOW.closes_at + timedelta(hours=5)


def test_an_event_has_a_before_and_an_after(qtbot: QtBot, opening: Opening, kept: Kept) -> None:
    """Q1: the time of the flip is said, with its zone."""
    page = opening()
    window = page.sections.window_card
    assert not window.ends.day.isVisible()
    assert not page.sections.attendees.isVisible()
    window.begins.tick.click()
    write(window.ends.hour, "18")
    assert "Until Tue 31 Mar, 18:00 in Berlin callers invite" in text_of(window)
    page.save()
    settled(qtbot, page)
    event = kept(page).event
    assert event is not None
    assert event.ends_at - event.starts_at == timedelta(hours=9)
    assert page.sections.script.before.isVisible()
    assert page.sections.attendees.isVisible()
    window.begins.tick.click()
    page.save()
    settled(qtbot, page)
    assert kept(page).event is None


def test_the_list_of_who_came_is_dropped_and_undone(
    qtbot: QtBot, opening: Opening, clock: SetClock, tmp_path: Path, sqlite_file: Path,
    sqlite_store: Store,
) -> None:  # fmt: skip
    """Q1: attended, no-show and never registered, from one file."""
    campaign = a_campaign(sqlite_store, clock)
    desk = desk_on(sqlite_file, clock)()
    event = an_event(clock.now())
    desk.campaigning.set_event(campaign.id, event.starts_at, event.ends_at, BERLIN)
    desk.close()
    clock.advance(timedelta(days=3))
    page = opening(campaign=campaign)
    card = page.sections.attendees
    rows = [["Name", "Company", "Phone"], ["Nora Beck", "Beckware", "+49 30 23125 417"]]
    path = tmp_path / "badges.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(rows)
    drop(card, path)
    qtbot.waitUntil(lambda: "1 attended" in text_of(card), timeout=20_000)
    assert "walked in" in text_of(card)
    qtbot.waitUntil(card.undo.isVisible, timeout=10_000)
    card.undo.click()
    qtbot.waitUntil(lambda: "1 attended" not in text_of(card), timeout=20_000)


def test_the_first_five_follow_the_rules_before_they_are_saved(
    qtbot: QtBot, opening: Opening, kept: Kept
) -> None:
    """Screens 4.4: the first five of the queue under these rules, recomputed while editing."""
    page = opening()
    assert text_of(page.first).count("now") >= 5
    write(page.sections.rules.opens, "12:00")
    qtbot.waitUntil(lambda: page.first.is_counting)
    settled(qtbot, page)
    assert "12:00" in text_of(page.first)
    # Fewer tries wait for a word, and count here all the same.
    page.sections.rules.tries.set_figure(1)
    settled(qtbot, page)
    assert kept(page).limits.max_attempts == 6
    assert len([row for row in page.first._rows.parts if row.isVisible()]) == 5


def test_no_lead_is_no_first_five_but_a_sentence(qtbot: QtBot, opening: Opening) -> None:
    page = opening()
    assert page.campaign is not None
    for day in range(7):
        if page.sections.rules.days[day].isChecked():
            page.sections.rules.days[day].click()
    assert "At least one try, on at least one day" in text_of(page.sections.rules)
    settled(qtbot, page)


def test_another_script_counts_from_the_next_lead_and_is_undone(
    qtbot: QtBot, opening: Opening, kept: Kept, sqlite_file: Path, clock: SetClock
) -> None:
    desk = desk_on(sqlite_file, clock)()
    page = opening()
    before = kept(page).script_version_id
    assert page._shown is not None
    made = desk.scripts.new("Spring call", like=page._shown.settled.script)
    desk.scripts.publish(made.script.id)
    desk.close()
    page.refresh()
    choice = page.sections.script.script.choice
    qtbot.waitUntil(lambda: choice.findText("Spring call, version 1") >= 0, timeout=10_000)
    assert "questions, in English" in text_of(page.sections.script)
    choice.setCurrentIndex(choice.findText("Spring call, version 1"))
    page.save()
    settled(qtbot, page)
    assert kept(page).script_version_id != before
    page.undo()
    settled(qtbot, page)
    assert kept(page).script_version_id == before


def test_calls_are_paused_and_go_on(qtbot: QtBot, opening: Opening, kept: Kept) -> None:
    page = opening()
    page.foot.pause.click()
    qtbot.waitUntil(lambda: page.foot.pause.label == "Go on calling")
    assert kept(page).is_paused
    assert not page.foot.main.isEnabled()
    page.foot.pause.click()
    qtbot.waitUntil(lambda: page.foot.main.label == "Start calling")
    assert not kept(page).is_paused


def test_the_index_is_one_stop_and_the_arrows_move_along_it(opening: Opening) -> None:
    page = opening()
    page.index.setFocus()
    for section in list(Section)[1:]:
        QTest.keyClick(here(), Qt.Key.Key_Down)
        assert here() is page.index.buttons[section]
    QTest.keyClick(here(), Qt.Key.Key_Return)
    assert here() is page.sections.handoff.receiver


def test_one_person_does_not_sign_for_both_sides(opening: Opening) -> None:
    """F2: the two sides are two people."""
    page = opening()
    write(page.sections.people.marketing, "Pia Okafor")
    write(page.sections.people.sales, "pia okafor")
    assert "One person cannot sign for both sides." in text_of(page.sections.people)


def test_a_country_typed_shows_what_its_law_says(opening: Opening) -> None:
    page = opening()
    rules = page.sections.rules
    write(rules.by_law.country, "Austral")
    assert "Australia" in text_of(rules.by_law)
    assert "Public holidays closed" in text_of(rules.by_law)
    write(rules.by_law.country, "Nowhere")
    assert "No country we know begins like this." in text_of(rules.by_law)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_cut_and_everything_has_a_name(
    qtbot: QtBot, qapp: QApplication, opening: Opening, scheme: Any
) -> None:
    theme.apply(qapp, scheme, 1.0)
    page = opening(handoff=HandoffTerms(receiver=""), region="DE")
    page.sections.window_card.begins.tick.click()
    page.sections.rules.tries.set_figure(3)
    settled(qtbot, page)
    for size, section in (
        ((1366, 768), Section.SOURCE),
        ((1440, 900), Section.WINDOW),
        ((1920, 1080), Section.RULES),
    ):
        width, height = size[0] - 76, size[1] - 56
        page.go_to(section)
        grab(page, f"campaign-{section}-{size[0]}-{scheme}", (width, height))
        qtbot.waitUntil(lambda: not page.first.is_counting, timeout=10_000)
        assert (page.width(), page.height()) == (width, height)
        assert cut_words(page) == []
        assert unnamed(page) == []
        assert page.first.isVisible() == (size[0] >= 1400)
