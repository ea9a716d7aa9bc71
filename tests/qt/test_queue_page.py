"""The Queue page over a real workspace, worked by the keyboard in the whole window.

Q2 (what a supervisor says about the order counts), Q3 (why this lead, why none), Q5 (counts that
add up), Q6 (each block says its rule).
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from makers import make_campaign, make_contact, make_lead
from qt.grabs import cut_words, grab, unnamed
from qt.windows import text_of
from qualdesk.bootstrap import open_desk
from qualdesk.core.campaigns import Campaign
from qualdesk.core.clock import SetClock
from qualdesk.core.ids import LeadId
from qualdesk.core.leads import Signals
from qualdesk.core.sources import SourceType
from qualdesk.desk import Desk
from qualdesk.qt import theme
from qualdesk.qt.app import opener
from qualdesk.qt.desk_window import DeskWindow
from qualdesk.qt.lists.place import BELIEFS, DO_NOT_CALL, LISTS, QUEUE, RULES
from qualdesk.settings import Settings
from qualdesk.store.database import Store

CTRL = Qt.KeyboardModifier.ControlModifier
PEOPLE = (
    ("Katrin Albers", "Elbkorn Foods", "+494066969214", True),
    ("Marcus Hale", "Avonbrook Dairy", "+493023125418", False),
    ("<b>Ines</b> Fournier", "=HYPERLINK(1)", "+492214710302", False),
    ("Piotr Zielinski", "Wisla Snacks", "+494066969377", False),
)


@pytest.fixture
def fair(sqlite_store: Store) -> Campaign:
    with sqlite_store.transaction() as tx:
        return make_campaign(tx, "PackTech Expo 2026")


@pytest.fixture
def leads() -> list[LeadId]:
    """The numbers of the leads, filled when the window has been opened."""
    return []


def four_leads(store: Store, fair: Campaign) -> list[LeadId]:
    """Four leads of one fair, of whom the first asked for a call."""
    made = []
    with store.transaction() as tx:
        for name, company, number, asked in PEOPLE:
            signals = Signals(source=SourceType.TRADE_SHOW, asked_for_call=asked)
            who = make_contact(tx, name, company_name=company, phones=[number])
            made.append(make_lead(tx, fair, who, signals=signals))
    return made


@pytest.fixture
def desk(sqlite_file: Path, clock: SetClock) -> Iterator[Desk]:
    made = open_desk(f"sqlite:///{sqlite_file}", clock=clock, caller="Sam", durable=False)
    yield made
    made.close()


@pytest.fixture
def window(
    qtbot: QtBot,
    sqlite_file: Path,
    sqlite_store: Store,
    tmp_path: Path,
    clock: SetClock,
    fair: Campaign,
    leads: list[LeadId],
) -> Iterator[Callable[[], DeskWindow]]:
    """Opens the window on the Lists page; the leads come then, so that no desk holds one."""
    settings = Settings(
        database=f"sqlite:///{sqlite_file}",
        caller="Ruth Tanner",
        is_named=True,
        theme="light",
        data_folder=tmp_path / "data",
        config_folder=tmp_path / "config",
        log_file=tmp_path / "log" / "qualdesk.log",
    )
    made: list[DeskWindow] = []

    def open_it() -> DeskWindow:
        found = DeskWindow(replace(settings), opener(clock), clock)
        made.append(found)
        qtbot.addWidget(found.shell)
        found.start()
        qtbot.waitUntil(lambda: found.shell.at == "lists", timeout=20_000)
        leads[:] = four_leads(sqlite_store, fair)
        qtbot.waitUntil(found.shell.isActiveWindow)
        return found

    yield open_it
    for each in made:
        each.shell.close()


def press(window: DeskWindow, key: Qt.Key, modifiers: Any = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or window.shell, key, modifiers)


def at_queue(qtbot: QtBot, window: DeskWindow, rows: int) -> None:
    """The Queue tab by its key, and its rows there."""
    if window.place.tabs.on != QUEUE:
        press(window, Qt.Key.Key_PageDown, CTRL)
    assert window.place.tabs.on == QUEUE
    queue = window.place.queue
    qtbot.waitUntil(lambda: len(queue.list.model.ids) == rows, timeout=20_000)
    qtbot.waitUntil(lambda: rows == 0 or queue.lead.line is not None, timeout=20_000)


def names(window: DeskWindow) -> list[str]:
    model = window.place.queue.list.model
    rows = [model.row_at(place) for place in range(len(model.ids))]
    return [row.name if row is not None else "" for row in rows]


def come(qtbot: QtBot, window: DeskWindow, first: str) -> None:
    qtbot.waitUntil(lambda: names(window)[:1] == [first], timeout=20_000)


def test_the_queue_is_one_key_from_the_lists_and_says_why_each_lead_stands_there(
    qtbot: QtBot, window: Callable[[], DeskWindow]
) -> None:
    """Q3: who asked for a call comes first, and the parts of the number add up to it."""
    opened = window()
    at_queue(qtbot, opened, 4)
    come(qtbot, opened, "Katrin Albers")
    side = opened.place.queue.lead
    qtbot.waitUntil(lambda: side.parts.accessibleName() != "")
    said = side.parts.accessibleName()
    total = int(said.split(":")[0].removeprefix("Points ").replace(",", ""))
    parts = [int(points) for points in re.findall(r" ([+-]\d+)(?=,|$)", said)]
    assert len(parts) > 1
    assert sum(parts) == total
    assert "nothing yet" in text_of(side)
    for tab in (BELIEFS, RULES, DO_NOT_CALL, LISTS):
        press(opened, Qt.Key.Key_PageDown, CTRL)
        assert opened.place.tabs.on == tab
    press(opened, Qt.Key.Key_PageUp, CTRL)
    assert opened.place.tabs.on == DO_NOT_CALL


def test_a_pinned_lead_is_first_for_the_queue_and_for_the_claim_until_it_is_undone(
    qtbot: QtBot, window: Callable[[], DeskWindow], leads: list[LeadId], desk: Desk
) -> None:
    opened = window()
    at_queue(qtbot, opened, 4)
    queue = opened.place.queue
    place = list(queue.list.model.ids).index(leads[3])
    queue.list.table.choose(place)
    qtbot.waitUntil(lambda: queue.lead.line is not None and queue.lead.line.lead_id == leads[3])
    press(opened, Qt.Key.Key_P, CTRL)
    come(qtbot, opened, "Piotr Zielinski")
    assert desk.queue.upcoming(limit=1)[0].lead_id == leads[3]
    assert "pinned to the top" in queue.toast.accessibleName()
    press(opened, Qt.Key.Key_Z, CTRL)
    come(qtbot, opened, "Katrin Albers")
    assert desk.queue.upcoming(limit=1)[0].lead_id == leads[0]


def test_a_lead_is_kept_out_with_a_reason_counted_and_let_in_again(
    qtbot: QtBot, window: Callable[[], DeskWindow], leads: list[LeadId], desk: Desk
) -> None:
    """Q5: it stays in the sum, under its own reason."""
    opened = window()
    at_queue(qtbot, opened, 4)
    come(qtbot, opened, "Katrin Albers")
    queue = opened.place.queue
    press(opened, Qt.Key.Key_Delete)
    assert queue.lead.acts.keep_line.field.hasFocus()
    QTest.keyClicks(queue.lead.acts.keep_line.field, "their lawyer wrote")
    press(opened, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(opened)[-1:] == ["Katrin Albers"], timeout=20_000)
    why = desk.queue.why_empty()
    assert why.open_leads == 4
    assert {reason.code: reason.leads for reason in why.reasons}["kept_out"] == 1
    assert desk.queue.upcoming(limit=1)[0].lead_id != leads[0]
    queue.list.filters.choose("kept_out")
    qtbot.waitUntil(lambda: names(opened) == ["Katrin Albers"], timeout=20_000)
    qtbot.waitUntil(lambda: "their lawyer wrote" in text_of(queue.lead))
    queue.list.table.setFocus()
    press(opened, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(queue.list.model.ids) == 0, timeout=20_000)
    assert desk.queue.upcoming(limit=1)[0].lead_id == leads[0]


def test_a_lead_given_to_a_caller_is_the_next_they_get(
    qtbot: QtBot, window: Callable[[], DeskWindow], leads: list[LeadId], desk: Desk
) -> None:
    opened = window()
    at_queue(qtbot, opened, 4)
    queue = opened.place.queue
    queue.list.table.choose(list(queue.list.model.ids).index(leads[2]))
    qtbot.waitUntil(lambda: queue.lead.line is not None and queue.lead.line.lead_id == leads[2])
    desk.calling.renew()
    press(opened, Qt.Key.Key_G, CTRL)
    QTest.keyClicks(queue.lead.acts.give_line.field, "Sam")
    press(opened, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "goes to Sam next" in queue.toast.accessibleName(), timeout=20_000)
    card: Any = desk.calling.next_lead()
    assert card.lead.id == leads[2]
    assert any("Ruth Tanner" in says for says in card.notices)


def test_nothing_to_call_is_explained_by_counts_that_add_up(
    qtbot: QtBot, window: Callable[[], DeskWindow], leads: list[LeadId], clock: SetClock
) -> None:
    """Q3, Q6: at night every lead waits for calling hours, and the next time is said."""
    clock.set(clock.now().replace(hour=22))
    opened = window()
    at_queue(qtbot, opened, 4)
    queue = opened.place.queue
    queue.list.filters.choose("now")
    qtbot.waitUntil(lambda: "Nothing to call right now" in text_of(queue.list), timeout=20_000)
    said = text_of(queue.list)
    assert f"Together {len(leads)} open leads" in said
    assert "outside calling hours in Berlin" in said
    queue.list.empty.rules.click()
    assert opened.place.tabs.on == RULES


def test_campaigns_are_weighed_in_place_and_it_is_undone(
    qtbot: QtBot, window: Callable[[], DeskWindow]
) -> None:
    opened = window()
    at_queue(qtbot, opened, 4)
    queue = opened.place.queue
    press(opened, Qt.Key.Key_B, CTRL)
    balance = queue.balance
    qtbot.waitUntil(lambda: balance.weight.currentText() == "As much as any other, 100 percent")
    place = balance.weight.findText("Twice as much, 200 percent")
    balance.weight.setCurrentIndex(place)
    balance.weight.activated.emit(place)
    qtbot.waitUntil(lambda: balance.current_weight == 200, timeout=20_000)
    press(opened, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: balance.current_weight == 100, timeout=20_000)
    press(opened, Qt.Key.Key_Escape)
    assert queue.lead.isVisible()


def test_a_lead_somebody_holds_is_taken_over_to_the_own_desk(
    qtbot: QtBot, window: Callable[[], DeskWindow], leads: list[LeadId], desk: Desk
) -> None:
    opened = window()
    held: Any = desk.calling.next_lead()
    assert held.lead.id in leads
    at_queue(qtbot, opened, 4)
    queue = opened.place.queue
    queue.list.table.choose(list(queue.list.model.ids).index(held.lead.id))
    qtbot.waitUntil(lambda: "With Sam" in text_of(queue.lead), timeout=20_000)
    press(opened, Qt.Key.Key_T, CTRL)
    qtbot.waitUntil(lambda: opened.shell.at == "desk", timeout=20_000)
    name = held.lead.contact.name
    qtbot.waitUntil(lambda: opened.desk.lead_name == name, timeout=20_000)


def test_a_start_value_is_written_kept_and_put_back(
    qtbot: QtBot, window: Callable[[], DeskWindow], desk: Desk
) -> None:
    opened = window()
    opened.place.tabs.choose(BELIEFS)
    view = opened.place.beliefs.view
    qtbot.waitUntil(lambda: len(view.rows) > 10, timeout=20_000)
    view.search.setText("where they come from")
    row = view.current()
    assert row is not None
    assert row.unit == "chance"
    view.table.setFocus()
    press(opened, Qt.Key.Key_Return)
    assert view.side.value.hasFocus()
    view.side.value.setText("44")
    press(opened, Qt.Key.Key_Return)

    def kept() -> float:
        return next(one.start for one in desk.queue.beliefs() if one.key == row.key)

    qtbot.waitUntil(lambda: kept() == pytest.approx(0.44), timeout=20_000)
    qtbot.waitUntil(view.side.shipped.isVisible, timeout=20_000)
    view.side.shipped.click()
    qtbot.waitUntil(lambda: kept() == row.shipped, timeout=20_000)


def test_a_rule_is_set_aside_under_the_supervisors_name_and_counts_again(
    qtbot: QtBot, window: Callable[[], DeskWindow], desk: Desk, fair: Campaign
) -> None:
    """Q6: a rule that does not count says why, and who said so."""
    opened = window()
    opened.place.tabs.choose(RULES)
    view = opened.place.rules.view
    qtbot.waitUntil(lambda: len(view.rows) > 10, timeout=20_000)
    view.search.setText("au")
    place = [row.rule.id for row in view.model.rows].index("au")
    view.table.choose(place)
    QTest.keyClicks(view.side.because, "counsel cleared it")
    QTest.keyClick(view.side.because, Qt.Key.Key_Return)

    def aside() -> list[tuple[str, str]]:
        return [(said.by, said.because) for said in desk.library.campaign(fair.id).rules_aside]

    qtbot.waitUntil(lambda: aside() == [("Ruth Tanner", "counsel cleared it")], timeout=20_000)
    qtbot.waitUntil(lambda: "Ruth Tanner" in text_of(view.side), timeout=20_000)
    view.side.aside.click()
    qtbot.waitUntil(lambda: aside() == [], timeout=20_000)


def test_why_a_place_is_not_called_is_answered_in_words(
    qtbot: QtBot, window: Callable[[], DeskWindow]
) -> None:
    """Q6: at ten in Berlin it is evening in Sydney."""
    opened = window()
    opened.place.tabs.choose(RULES)
    view = opened.place.rules.view
    qtbot.waitUntil(lambda: len(view.rows) > 10, timeout=20_000)
    press(opened, Qt.Key.Key_F, CTRL)
    QTest.keyClicks(view.search, "AU")
    press(opened, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "AU is not called now." in text_of(view), timeout=20_000)
    assert "Sydney" in text_of(view)
    view.search.setText("Atlantis")
    press(opened, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "is no place we know" in text_of(view), timeout=20_000)


@pytest.mark.parametrize("typed", ["albers", "elbkorn", "040 66969-214", "+49 40 66969214"])
def test_a_lead_is_found_by_name_company_or_number_in_any_spelling(
    qtbot: QtBot, window: Callable[[], DeskWindow], typed: str
) -> None:
    opened = window()
    at_queue(qtbot, opened, 4)
    press(opened, Qt.Key.Key_F, CTRL)
    assert opened.place.queue.list.search.hasFocus()
    QTest.keyClicks(opened.place.queue.list.search, typed)
    qtbot.waitUntil(lambda: names(opened) == ["Katrin Albers"], timeout=20_000)


@pytest.mark.parametrize(
    ("scheme", "sizes"),
    [("light", [(1366, 768), (1920, 1080)]), ("dark", [(1440, 900), (1024, 640)])],
)
def test_no_word_is_cut_in_any_tab(
    qtbot: QtBot,
    qapp: QApplication,
    window: Callable[[], DeskWindow],
    scheme: Any,
    sizes: list[tuple[int, int]],
) -> None:
    opened = window()
    theme.apply(qapp, scheme, 1.0)
    at_queue(qtbot, opened, 4)
    rows = {
        QUEUE: opened.place.queue.lead.parts.accessibleName,
        LISTS: lambda: opened.lists.overview.model.rows,
        BELIEFS: lambda: opened.place.beliefs.view.rows,
        RULES: lambda: opened.place.rules.view.rows,
    }
    for tab, there in rows.items():
        opened.place.tabs.choose(tab)
        qtbot.waitUntil(lambda there=there: bool(there()), timeout=20_000)
        for size in sizes:
            grab(opened.shell, f"{tab}-{size[0]}x{size[1]}-{scheme}", size)
            assert opened.shell.width() == size[0], f"{tab} asks for more room than there is"
            assert cut_words(opened.place) == []
            assert unnamed(opened.place) == []
