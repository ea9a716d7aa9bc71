"""What a supervisor does to a lead before it leaves: hold, choose, mend, edit, print, and undo."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from handoff_makers import a_definition, a_script
from qt.handed import a_next_batch, a_sent_batch
from qt.test_handoff_page import opened, press, qualify, shown
from qt.windows import BERLIN, Chosen, desk_on, text_of
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.ids import LeadId
from qualdesk.core.members import Member
from qualdesk.core.routing_rules import Routing, RoutingRule, RuleKind
from qualdesk.core.sources import HandoffTerms
from qualdesk.desk.library import Library
from qualdesk.qt.handoff.brief_print import file_name
from qualdesk.qt.handoff.fix_banner import ended
from qualdesk.qt.handoff.model import Place
from qualdesk.qt.handoff.next_page import NextPage
from qualdesk.qt.handoff.place import NEXT, PARTS, ROUTING, HandoffPlace, took_in_words
from qualdesk.qt.work import Work
from qualdesk.store.database import Store
from qualdesk.store.members import keep_member

LENA, SAM = "Lena Brandt", "Sam Osei"


@pytest.fixture
def campaign(sqlite_store: Store, clock: SetClock) -> Campaign:
    """A campaign whose leads go to nobody unless a rule, or a person, says so."""
    with sqlite_store.transaction() as tx:
        for name in (LENA, SAM):
            keep_member(tx, Member(name=name, role="sales", email=f"{name[:3]}@sales.example"))
    return Library(sqlite_store, clock, "Rosa").new_campaign(
        "PackTech Expo 2026",
        script=a_script(),
        definition=a_definition(),
        handoff=HandoffTerms(batch_size=5, channels=()),
    )


@pytest.fixture
def chosen(tmp_path: Path) -> Chosen:
    return Chosen(handoff=tmp_path)


@pytest.fixture
def place(
    qtbot: QtBot, sqlite_file: Path, clock: SetClock, chosen: Chosen
) -> Iterator[HandoffPlace]:
    work = Work(desk_on(sqlite_file, clock))
    made = HandoffPlace(work, clock, chosen, BERLIN)
    qtbot.addWidget(made)
    made.resize(1364, 844)
    made.show()
    QTest.qWaitForWindowActive(made)
    yield made
    assert work.close()


def do(place: HandoffPlace, command: str) -> None:
    """What the key of this command does on the tab in front."""
    place.commands()[command]()


def goes_to(page: NextPage) -> list[str]:
    return [row[4] for row in page.batch.model.drawn()]


def test_a_lead_nobody_gets_is_given_to_somebody_by_the_keyboard_and_back(
    qtbot: QtBot, place: HandoffPlace, campaign: Campaign, sqlite_store: Store
) -> None:
    """T2: F3 goes to the lead that lacks something, Ctrl+G chooses, Ctrl+Z takes it back."""
    qualify(sqlite_store, campaign, "Katrin Albers")
    page = opened(qtbot, place, campaign, 1)
    do(place, "fix_next")
    assert page.batch.table.hasFocus()
    do(place, "choose_person")
    qtbot.waitUntil(lambda: page.acts.people is not None and page.acts.people.isVisible())
    card = page.acts.people
    assert card is not None
    assert [one.name for one in card.model.rows] == [LENA, SAM]
    press(card.table, Qt.Key.Key_Down)
    press(card.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: goes_to(page) == [f"{SAM}, Chosen by Rosa"])
    assert page.batch.table.hasFocus(), "the cursor comes back to the table"
    assert "1 lead to 1 person" in text_of(page.bar)
    assert not page.batch.fix.isVisible()
    place.undo()
    qtbot.waitUntil(lambda: page.batch.rows[0].place is Place.BLOCKED)
    assert page.batch.fix.isVisible()


def test_the_rule_that_is_missing_is_added_from_the_line_that_says_so(
    qtbot: QtBot, place: HandoffPlace, campaign: Campaign, sqlite_store: Store
) -> None:
    qualify(sqlite_store, campaign, "Katrin Albers")
    page = opened(qtbot, place, campaign, 1)
    page.batch.fix.pressed.emit()
    qtbot.waitUntil(lambda: page.acts.rule is not None and page.acts.rule.isVisible())
    card = page.acts.rule
    assert card is not None
    press(card.people, Qt.Key.Key_Space)
    card.save.click()
    qtbot.waitUntil(lambda: goes_to(page) == [f"{LENA}, Shared in turn"])
    place.tabs.choose(ROUTING)
    rules = place.parts[ROUTING].view.model
    qtbot.waitUntil(lambda: len(rules.rows) == 1)
    place.tabs.choose(NEXT)
    place.undo()
    qtbot.waitUntil(lambda: page.batch.rows[0].place is Place.BLOCKED)


def test_a_rule_changed_on_its_own_tab_shares_the_batch_out_anew(
    qtbot: QtBot, place: HandoffPlace, campaign: Campaign, sqlite_store: Store
) -> None:
    qualify(sqlite_store, campaign, "Katrin Albers")
    page = opened(qtbot, place, campaign, 1)
    place.tabs.choose(ROUTING)
    rule = RoutingRule(id="rule-1", kind=RuleKind.TURN, name="", people=(SAM,))
    place.parts[ROUTING].view.changed.emit(Routing(rules=(rule,)))
    place.tabs.choose(NEXT)
    qtbot.waitUntil(lambda: goes_to(page) == [f"{SAM}, Shared in turn"])


@pytest.mark.parametrize("held", [False, True])
def test_del_holds_a_lead_back_and_in_a_field_it_deletes_letters(
    qtbot: QtBot, place: HandoffPlace, campaign: Campaign, sqlite_store: Store, held: bool
) -> None:
    qualify(sqlite_store, campaign, "Katrin Albers")
    page = opened(qtbot, place, campaign, 1)
    if not held:
        do(place, "find")
        QTest.keyClicks(page.batch.search, "ab")
        press(page.batch.search, Qt.Key.Key_Home)
        press(page.batch.search, Qt.Key.Key_Delete)
        assert page.batch.search.text() == "b"
        assert page.batch.rows[0].place is not Place.HELD_BACK
        return
    do(place, "hold_back")
    qtbot.waitUntil(lambda: page.batch.rows[0].place is Place.HELD_BACK)
    assert goes_to(page) == ["Nobody yet, Held back by you"]
    do(place, "hold_back")
    qtbot.waitUntil(lambda: page.batch.rows[0].place is Place.BLOCKED)


def test_the_one_line_is_edited_in_its_place_kept_by_enter_and_taken_back(
    qtbot: QtBot, place: HandoffPlace, campaign: Campaign, sqlite_store: Store, clock: SetClock
) -> None:
    qualify(sqlite_store, campaign, "Katrin Albers")
    page = opened(qtbot, place, campaign, 1)
    page.batch.table.setFocus()
    qtbot.waitUntil(lambda: page.brief.lead is not None)
    editor = page.brief.page.editor
    before = editor.label.text()
    do(place, "edit_line")
    assert editor.field.hasFocus()
    QTest.keyClicks(editor.field, "Wants the new line before Easter")
    press(editor.field, Qt.Key.Key_Return)
    assert page.batch.table.hasFocus()
    qtbot.waitUntil(lambda: page.batch.rows[0].lead.one_line.startswith("Wants the new line"))
    qtbot.waitUntil(lambda: editor.label.text() == "Wants the new line before Easter")
    place.undo()
    qtbot.waitUntil(lambda: editor.label.text() == before)
    do(place, "edit_line")
    QTest.keyClicks(editor.field, "Something else")
    press(editor.field, Qt.Key.Key_Escape)
    assert editor.label.isVisible()
    assert editor.label.text() == before
    clock.advance(timedelta(seconds=11))
    place.undo()
    assert page.batch.rows[0].lead.one_line == before


def test_a_line_too_long_says_so_and_waits_with_its_lead(
    qtbot: QtBot, place: HandoffPlace, campaign: Campaign, sqlite_store: Store
) -> None:
    """Nothing typed is lost, and nothing longer than one line leaves."""
    qualify(sqlite_store, campaign, "Katrin Albers")
    qualify(sqlite_store, campaign, "Marcus Hale")
    page = opened(qtbot, place, campaign, 2)
    qtbot.waitUntil(lambda: page.brief.lead == page.batch.model.rows[0].id)
    editor = page.brief.page.editor
    do(place, "edit_line")
    editor.field.setPlainText("far too long " * 20)
    press(editor.field, Qt.Key.Key_Return)
    assert editor.is_writing
    assert "letters too long" in text_of(editor)
    page.batch.table.choose(1)
    qtbot.waitUntil(lambda: page.brief.lead == page.batch.model.rows[1].id)
    assert not editor.is_writing
    page.batch.table.choose(0)
    qtbot.waitUntil(lambda: editor.is_writing)
    assert editor.field.toPlainText().startswith("far too long")
    editor.field.setPlainText("Short now")
    page.batch.table.choose(1)
    qtbot.waitUntil(lambda: page.batch.model.rows[0].lead.one_line == "Short now")


def test_the_brief_is_put_on_paper_where_somebody_says(
    qtbot: QtBot,
    place: HandoffPlace,
    campaign: Campaign,
    sqlite_store: Store,
    chosen: Chosen,
    tmp_path: Path,
) -> None:
    qualify(sqlite_store, campaign, "Katrin Albers")
    page = opened(qtbot, place, campaign, 1)
    qtbot.waitUntil(lambda: page.brief.lead is not None)
    chosen.answers["new_file"] = tmp_path / "paper"
    do(place, "print")
    qtbot.waitUntil(lambda: bool(page.result.says), timeout=8_000)
    assert chosen.asked == ["brief-katrin-albers.pdf"]
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF")
    chosen.answers["new_file"] = tmp_path / "no folder" / "paper.pdf"
    do(place, "print")
    qtbot.waitUntil(lambda: "cannot be written" in page.result.says, timeout=8_000)


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Katrin Albers", "brief-katrin-albers.pdf"),
        ("../../etc/passwd", "brief-etc-passwd.pdf"),
        ("CON: \u202egpj", "brief-con-gpj.pdf"),
        ("***", "brief.pdf"),
    ],
)
def test_a_brief_has_a_name_every_system_takes(name: str, file: str) -> None:
    assert file_name(name) == file


def test_after_an_act_only_the_lead_it_touched_is_looked_at_again(
    qtbot: QtBot,
    place: HandoffPlace,
    campaign: Campaign,
    sqlite_store: Store,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Ten thousand qualified leads are looked at once, not at every press of a key."""
    first = qualify(sqlite_store, campaign, "Katrin Albers")
    qualify(sqlite_store, campaign, "Marcus Hale")
    page = opened(qtbot, place, campaign, 2)
    looked: list[object] = []
    ask = page.asking.ask
    monkeypatch.setattr(page.asking, "ask", lambda *given: (looked.append(given[2]), ask(*given)))
    page.batch.go_to(first)
    do(place, "hold_back")
    qtbot.waitUntil(lambda: page.batch.rows[0].place is Place.HELD_BACK)
    assert looked == [frozenset({first})]


def test_f3_walks_the_leads_that_lack_something_and_names_each(
    place: HandoffPlace,
) -> None:
    page = place.next_page
    batch = a_next_batch(ready=4)
    second = replace(batch.blocked[0], lead_id=LeadId(903), name="Vera Lang", points=2)
    shown(page, replace(batch, blocked=(*batch.blocked, second)))
    names: list[str] = []
    for command in ("fix_next", "fix_next", "fix_next", "fix_prev"):
        do(place, command)
        row = page.batch.current()
        assert row is not None
        assert page.batch.fix.lead == row.lead
        names.append(row.lead.name)
    assert names == ["Anton Rieder", "Vera Lang", "Anton Rieder", "Vera Lang"]
    assert "1 other stays here too" in text_of(page.batch.fix)


def test_what_a_lead_lacks_ends_as_a_sentence_or_as_the_question_it_is() -> None:
    assert ended(["Nobody covers Austria"]) == "Nobody covers Austria."
    assert ended(["Real need. What are they working on?", "No number."]) == (
        "Real need. What are they working on? No number."
    )


def test_what_sales_took_is_said_without_a_share_while_the_numbers_are_small() -> None:
    assert took_in_words(()) == ""
    assert took_in_words((a_sent_batch(1, 2, 4, 9, 3),)) == "Sales took 2 of 6 so far"
    batches = (a_sent_batch(2, 12, 2, 16, 13), a_sent_batch(1, 9, 4, 16, 10))
    assert took_in_words(batches) == "Sales took 21 of 27 so far, 78%"


def test_every_tab_comes_by_key_and_the_cursor_goes_along(
    qtbot: QtBot, place: HandoffPlace, campaign: Campaign, sqlite_store: Store
) -> None:
    qualify(sqlite_store, campaign, "Katrin Albers")
    page = opened(qtbot, place, campaign, 1)
    page.batch.table.setFocus()
    seen = []
    for _ in PARTS:
        do(place, "tab_next")
        seen.append(place.tabs.on)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert place.isAncestorOf(focus)
        assert page.bar.isVisible() is (place.tabs.on == NEXT)
    assert seen == [*list(place.parts)[1:], NEXT]


def test_the_cards_close_when_another_campaign_comes(
    qtbot: QtBot, place: HandoffPlace, campaign: Campaign, sqlite_store: Store
) -> None:
    qualify(sqlite_store, campaign, "Katrin Albers")
    page = opened(qtbot, place, campaign, 1)
    do(place, "choose_person")
    qtbot.waitUntil(lambda: page.acts.people is not None and page.acts.people.isVisible())
    place.show_campaign(None)
    assert page.acts.people is not None
    assert not page.acts.people.isVisible()


def test_what_was_unticked_stays_unticked_when_the_leads_go_to_others(
    qtbot: QtBot, place: HandoffPlace, campaign: Campaign, sqlite_store: Store
) -> None:
    """A rule moves leads from one person to another, and puts nobody back into the batch."""
    qualify(sqlite_store, campaign, "Katrin Albers")
    qualify(sqlite_store, campaign, "Marcus Hale")
    rules = place.parts[ROUTING].view.changed
    page = opened(qtbot, place, campaign, 2)
    place.tabs.choose(ROUTING)
    turn = RoutingRule(id="rule-1", kind=RuleKind.TURN, name="", people=(SAM,))
    rules.emit(Routing(rules=(turn,)))
    place.tabs.choose(NEXT)
    qtbot.waitUntil(lambda: len(page.batch.leaving()) == 2)
    page.batch.table.choose(0)
    press(page.batch.table, Qt.Key.Key_Space)
    stays = page.batch.model.rows[0].id
    assert stays not in page.batch.leaving()
    place.tabs.choose(ROUTING)
    rules.emit(Routing(rules=(replace(turn, people=(LENA,)),)))
    place.tabs.choose(NEXT)
    qtbot.waitUntil(lambda: {row.lead.receiver for row in page.batch.rows} == {LENA})
    assert len(page.batch.leaving()) == 1
    assert stays not in page.batch.leaving()
