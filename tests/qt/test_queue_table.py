"""The queue's table by itself: its order, its filters, and rows that are fetched when seen.

Q3 (why this lead now, why none), Q5 (counts that add up), Q6 (each block says its rule).
"""

from array import array
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from qt.grabs import cut_words, grab, unnamed
from qt.queued import HOSTILE, NOW, explained, line, past_calls, why
from qt.windows import BERLIN, text_of
from qualdesk.core.campaigns import Campaign
from qualdesk.core.cards import EmptyReason, QueueFilter, protected
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.qt import theme
from qualdesk.qt.call_desk.empty import EmptyDesk
from qualdesk.qt.call_desk.popovers.at_hand import PriorityPopOver
from qualdesk.qt.queue.columns import CAMPAIGN, LEAD, NEXT, WHY, says_of
from qualdesk.qt.queue.lead_side import LeadSide
from qualdesk.qt.queue.table_view import QueueTable
from qualdesk.qt.queue.words import filters_of, reasons_of
from qualdesk.qt.widgets.paged import PAGE
from qualdesk.qt.widgets.table import cell_width


@pytest.fixture
def table(qtbot: QtBot) -> QueueTable:
    """A queue whose rows come at once when they are asked for."""
    made = QueueTable(BERLIN)
    qtbot.addWidget(made)
    made.model.wanted.connect(
        lambda ids: made.show_lines(ids, {LeadId(each): line(each - 1) for each in ids})
    )
    made.resize(900, 640)
    made.show()
    return made


@pytest.fixture
def side(qtbot: QtBot) -> LeadSide:
    made = LeadSide(BERLIN)
    qtbot.addWidget(made)
    made.resize(390, 640)
    made.show()
    return made


def shown(qtbot: QtBot, table: QueueTable, leads: int) -> None:
    table.show_counts(why(leads), NOW, callbacks=20, pinned=1)
    table.show_ids(array("q", range(1, leads + 1)), NOW)
    if leads:
        qtbot.waitUntil(lambda: table.current() is not None)


def test_each_line_says_who_why_now_and_when(qtbot: QtBot, table: QueueTable) -> None:
    """Q3: one line a supervisor can read, whether the lead is called now or waits."""
    shown(qtbot, table, 12)
    drawn = table.model.drawn()
    assert drawn[0][:4] == (
        "1",
        "Katrin Albers, Elbkorn Foods",
        "PackTech Expo 2026",
        "Asked for a call, Pinned",
    )
    assert drawn[0][4:] == ("64", "0", "11:24, Berlin", "Now")
    assert drawn[6][WHY] == "Resting between tries, Stand scan"
    assert drawn[6][NEXT] == "14:24, today"
    assert drawn[8][NEXT] == "12:24, by Dana"
    assert drawn[9][WHY] == "Kept out: Their lawyer wrote to us, Webinar"
    assert drawn[11][WHY] == "With Ana, Referral"


def test_the_campaign_everybody_is_of_leaves_its_room_to_the_reason(
    qtbot: QtBot, table: QueueTable
) -> None:
    """Q3: “Outside calling hours” is read whole at 1366 by 768, not “outside callin...”."""
    with_campaign = make_campaigns("PackTech Expo 2026", "Dairy days")
    table.resize(898, 640)
    table.fit(narrow=False, wide=False)
    shown(qtbot, table, 12)
    table.show_campaigns(with_campaign, None)
    assert not table.table.isColumnHidden(CAMPAIGN), "leads of two campaigns are told apart"
    before = table.table.columnWidth(WHY)
    table.show_campaigns(with_campaign, with_campaign[1].id)
    assert table.table.isColumnHidden(CAMPAIGN)
    assert table.table.columnWidth(WHY) >= before + 90
    for row in range(12):
        assert cell_width(table.model.cell_at(row, WHY)) <= table.table.columnWidth(WHY)
    table.show_campaigns(with_campaign[:1], None)
    assert table.table.isColumnHidden(CAMPAIGN), "there is only one"
    table.show_campaigns(with_campaign, None)
    table.fit(narrow=True, wide=False)
    assert table.table.isColumnHidden(CAMPAIGN), "a narrow window has no room"
    table.fit(narrow=False, wide=True)
    table.campaign.setCurrentIndex(1)
    table.campaign.activated.emit(1)
    assert table.table.isColumnHidden(CAMPAIGN), "chosen by hand"


def make_campaigns(*names: str) -> list[Campaign]:
    return [Campaign(id=CampaignId(place), name=name) for place, name in enumerate(names, start=1)]


def test_a_lead_written_by_somebody_hostile_stays_text(qtbot: QtBot, table: QueueTable) -> None:
    shown(qtbot, table, 12)
    assert "<b>Ines</b>" in table.model.index(4, LEAD).data()
    assert "\u202e" not in table.model.index(4, LEAD).data()
    assert line(4).name == HOSTILE


def test_leads_outside_calling_hours_are_one_reason_whatever_their_clock() -> None:
    """Q5: the filter counts all of them, and names no clock where there are several."""
    by_clock = [
        EmptyReason(code="hours", says=f"outside calling hours in {place}", leads=leads)
        for place, leads in (("Berlin", 5), ("Madrid", 3))
    ]
    assert reasons_of(by_clock) == (("hours", "outside calling hours", 8),)
    assert reasons_of(by_clock[:1]) == (("hours", "outside calling hours in Berlin", 5),)


def test_the_filters_between_all_and_pinned_add_up_to_all(qtbot: QtBot, table: QueueTable) -> None:
    """Q5: no lead is counted twice, none is missing."""
    shown(qtbot, table, 240)
    filters = filters_of(why(240), callbacks=20, pinned=3)
    assert [each.key for each in filters] == [
        *("", "now", "later", "blocked", "kept_out"),
        *("callbacks", "pinned"),
    ]
    assert sum(each.count for each in filters[1:5]) == filters[0].count == 240
    waiting = sum(leads for _code, _says, leads in reasons_of(why(240).reasons))
    assert waiting == filters[2].count + filters[3].count


def test_what_is_wanted_is_a_heap_or_one_reason_and_the_words_typed(
    qtbot: QtBot, table: QueueTable
) -> None:
    shown(qtbot, table, 240)
    heard: list[QueueFilter] = []
    table.narrowed.connect(lambda: heard.append(table.wanted))
    table.filters.choose("callbacks")
    assert heard[-1] == QueueFilter(state="callbacks")
    place = next(
        at for at in range(table.reason.count()) if table.reason.itemText(at).startswith("Outside")
    )
    table.reason.setCurrentIndex(place)
    table.reason.activated.emit(place)
    assert heard[-1] == QueueFilter(state="hours")
    table.filters.choose("now")
    assert heard[-1] == QueueFilter(state="now")
    table.search.setText("  albers ")
    qtbot.waitUntil(lambda: heard[-1].text == "albers")


def test_a_million_leads_are_a_million_numbers_and_a_page_of_rows(
    qtbot: QtBot, table: QueueTable
) -> None:
    asked: list[tuple[int, ...]] = []
    table.model.wanted.connect(asked.append)
    table.show_ids(array("q", range(1, 1_000_001)), NOW)
    qtbot.waitUntil(lambda: table.current() is not None)
    table.table.choose(999_999)
    qtbot.waitUntil(lambda: table.current() is not None)
    current = table.current()
    assert current is not None
    assert current.lead_id == 1_000_000
    table.table.choose(500_000)
    qtbot.waitUntil(lambda: table.current() is not None)
    assert max(map(len, asked)) <= PAGE
    assert len(asked) <= 6


def test_rows_of_an_order_that_is_gone_are_dropped(qtbot: QtBot) -> None:
    table = QueueTable(BERLIN)
    qtbot.addWidget(table)
    asked: list[tuple[int, ...]] = []
    table.model.wanted.connect(asked.append)
    table.show()
    table.show_ids(array("q", range(1, 300)), NOW)
    qtbot.waitUntil(lambda: len(asked) == 1)
    table.show_ids(array("q", range(500, 600)), NOW)
    table.show_lines(asked[0], {LeadId(each): line(each) for each in asked[0]})
    assert table.current() is None
    qtbot.waitUntil(lambda: len(asked) == 2)
    assert asked[1][0] == 500


def test_rows_that_did_not_come_are_asked_for_when_they_are_looked_at_again(
    qtbot: QtBot,
) -> None:
    table = QueueTable(BERLIN)
    qtbot.addWidget(table)
    asked: list[tuple[int, ...]] = []
    table.model.wanted.connect(asked.append)
    table.show()
    table.show_ids(array("q", range(1, 9)), NOW)
    qtbot.waitUntil(lambda: len(asked) == 1)
    table.model.give_up()
    table.model.repaint_rows()
    qtbot.waitUntil(lambda: len(asked) == 2)
    assert asked[0] == asked[1]


def test_the_cursor_stays_on_its_lead_when_the_order_changes(
    qtbot: QtBot, table: QueueTable
) -> None:
    shown(qtbot, table, 240)
    table.table.choose(7)
    table.show_ids(array("q", [50, 8, *range(60, 200)]), NOW)
    qtbot.waitUntil(lambda: table.current() is not None)
    current = table.current()
    assert current is not None
    assert current.lead_id == 8


def test_an_empty_queue_says_why_and_when_it_goes_on(qtbot: QtBot, table: QueueTable) -> None:
    """Q3: the counts of the reasons add up to all open leads, and the next time is said."""
    table.show_counts(why(resting=31, hours=12, promised=14, others=6), NOW, callbacks=14, pinned=0)
    table.filters.choose("now")
    table.show_ids(array("q"), NOW)
    said = text_of(table)
    assert "Nothing to call right now" in said
    assert "12:24" in said
    assert "Together 63 open leads" in said
    table.search.setText("nobody")
    table.show_ids(array("q"), NOW)
    assert "No lead here" in text_of(table)
    assert "Nothing to call right now" not in text_of(table)
    del qtbot


def test_the_explanation_adds_up_to_the_number_and_names_the_rule(side: LeadSide) -> None:
    """Q3, Q6: every part with its points, and the rule that allows or stops the call."""
    blocked = line(6)
    side.show_line(blocked, NOW)
    found = explained(blocked.lead_id, allowed=False)
    side.explain(found, past_calls())
    said = text_of(side)
    assert sum(part.points for part in found.priority.reasons) == found.priority.points == 64
    assert side.parts.accessibleName().startswith("Points 64: ")
    for part in found.priority.reasons:
        assert f"{part.points:+d}" in said
    assert "It is 20:40 in Berlin; calls end at 20:00." in said
    assert "Rule: de-federal" in said
    assert "2 calls" in said
    assert "Mon 16 Mar, Ana: No answer. Try before ten" in said
    assert "Germany: a business must be likely to want the call." in said


def test_an_explanation_of_another_lead_is_not_shown(side: LeadSide) -> None:
    side.show_line(line(0), NOW)
    side.explain(explained(LeadId(999)))
    assert "64" not in text_of(side)


def test_keeping_out_asks_for_a_reason_in_its_place_and_esc_leaves_it(side: LeadSide) -> None:
    heard: list[str] = []
    side.acts.kept_out.connect(heard.append)
    side.show_line(line(0), NOW)
    side.acts.ask_out()
    field = side.acts.keep_line.field
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert heard == []
    assert "Say it in a few words" in text_of(side)
    QTest.keyClicks(field, "their  lawyer wrote ")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not side.acts.asks
    side.acts.ask_out()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert heard == ["their lawyer wrote"]
    side.show_line(line(9), NOW)
    assert side.acts.out.label == "Let in"
    assert not side.acts.pin.isEnabled()


def test_a_lead_says_who_has_it_or_gets_it_next() -> None:
    assert says_of(line(11)) == "With Ana"
    assert says_of(line(3)) == "Given to Sam"
    assert says_of(line(0)) == "Can be called now"


@pytest.mark.parametrize("scale", [1.0, 1.25])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_cut_and_everything_is_named(
    qtbot: QtBot, qapp: QApplication, table: QueueTable, side: LeadSide, scheme: Any, scale: float
) -> None:
    theme.apply(qapp, scheme, scale)
    shown(qtbot, table, 240)
    side.show_line(line(8), NOW)
    side.explain(explained(line(8).lead_id, allowed=False))
    grab(table, f"queue-table-{scheme}-{scale}", (round(850 * scale), round(640 * scale)))
    grab(side, f"queue-side-{scheme}-{scale}", (round(390 * scale), round(640 * scale)))
    for each in (table, side):
        assert cut_words(each) == []
        assert unnamed(each) == []
    side.acts.ask_give()
    grab(side, f"queue-side-give-{scheme}-{scale}")
    assert cut_words(side) == []


def test_a_promise_of_ones_own_comes_first_and_may_be_passed_by(qtbot: QtBot) -> None:
    """Q4: no fresh call runs into a promise, unless the caller wants one all the same."""
    empty = EmptyDesk()
    qtbot.addWidget(empty)
    empty.show()
    says = "your call back with Dana Vogt at 10:30"
    empty.explain(protected(why(promised=2, resting=3), says, NOW), BERLIN, NOW)
    said = text_of(empty)
    assert "Your promise comes first" in said
    assert f"Next is {says}." in said
    assert "Together 5 open leads" in said
    with qtbot.waitSignal(empty.anyway_pressed):
        empty.anyway.click()
    empty.explain(why(resting=3), BERLIN, NOW)
    assert not empty.anyway.isVisible()
    assert not empty.rules.isVisible()


def test_leads_that_wait_for_a_rule_show_the_way_to_the_rules(qtbot: QtBot) -> None:
    """Q6: whoever asks why nobody is called finds the rule."""
    empty = EmptyDesk()
    qtbot.addWidget(empty)
    empty.show()
    empty.explain(why(law=4, kept_out=1), BERLIN, NOW)
    assert empty.rules.isVisible()
    with qtbot.waitSignal(empty.rules_pressed):
        empty.rules.click()
    assert cut_words(empty) == []


def test_the_number_on_the_desk_is_shown_part_by_part(qtbot: QtBot) -> None:
    """Q3: the parts stand in the order in which they add up."""
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    over = PriorityPopOver(page)
    over.show_parts(explained(LeadId(1)).priority)
    over.open(page)
    said = text_of(over)
    assert "Priority 64, part by part" in said
    assert all(words in said for words in ("+31", "+24", "-12", "Window closes Friday"))
    assert cut_words(over) == []
