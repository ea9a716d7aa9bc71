"""Every page and pop-over by ear and by keyboard: names, roles, order, what is announced.

Bar 16 of the screens: every control has a name, none twice on a screen, Tab reads as people do.
"""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6 import QtGui
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from makers import make_clock
from qt.cards import make_card
from qt.desks import delete_now
from qt.everywhere import Everywhere, everywhere
from qt.seen import colour_alone, said, shown, told
from qt.walked import EVERY, MARKS, Walked, walked
from qualdesk.qt import theme
from qualdesk.qt.call_desk.strip import QueueStrip
from qualdesk.qt.call_desk.verdict_panel import VerdictPanel
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.stops import stops_of
from qualdesk.qt.widgets.callstate import CallState
from qualdesk.qt.widgets.chip import Chip
from qualdesk.qt.widgets.popover import PopOver
from qualdesk.qt.widgets.ring import Ring
from qualdesk.qt.widgets.rows import IconMark


@pytest.fixture(scope="module")
def english(qapp: QApplication) -> Walked:
    return walked(qapp, strict=True, briefly=not EVERY)


@pytest.fixture
def walk(
    qapp: QApplication, filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Everywhere]:
    del qapp
    (tmp_path / "desk.sqlite").write_bytes(filled.read_bytes())
    with everywhere(tmp_path, make_clock(), monkeypatch) as found:
        yield found


def test_every_screen_says_what_stands_on_it_and_tab_reads_it_in_order(english: Walked) -> None:
    expected = {"ready", "break", "definition", "import, problems", "hand-off", "settings, keys"}
    assert expected <= set(english.screens)
    assert not english.unsaid, "\n".join(english.unsaid)
    assert not english.strayed, "no widget may open a window of its own, and take the keyboard"


def test_a_mark_or_a_chip_without_words_is_seen(qapp: QApplication) -> None:
    """3.1: colour never alone; the walk above finds none, and this is what it would find."""
    theme.apply(qapp, "light", 1.0)
    page = QWidget()
    row = QHBoxLayout(page)
    for each in (IconMark("circle-check", "ok"), Chip("", "warn")):
        row.addWidget(each)
    page.show()
    assert len(colour_alone(page, MARKS)) == 2
    row.addWidget(PlainLabel("Agreed by both sides"))
    page.findChild(Chip).set("Sent back", "warn")
    QApplication.processEvents()
    assert colour_alone(page, MARKS) == []
    delete_now(page)


def test_nothing_is_cut_in_english_on_any_screen(english: Walked) -> None:
    """What has no room scrolls, stands in fewer columns, or gives way before what matters."""
    assert not english.cut, "\n".join(f"{where}: {what}" for what, where in english.cut.items())


def test_the_ring_is_whole_around_every_stop_of_every_pop_over(walk: Everywhere) -> None:
    """3.4: two pixels, two outside, never cut at an edge; what scrolls is scrolled to."""
    walk.size(1024, 640)
    cut, rung = [], 0
    for name, root in walk.of_the_desk():
        for stop in root._stops() if isinstance(root, PopOver) else ():
            stop.setFocus(Qt.FocusReason.TabFocusReason)
            root._area.ensureWidgetVisible(stop)
            QApplication.processEvents()
            for ring in shown(root, Ring):
                rung += 1
                if ring.visibleRegion().boundingRect() != ring.rect():
                    cut.append(f"{name}: {said(stop)}")
    assert rung > 50
    assert cut == []


def test_tab_and_shift_tab_go_the_way_the_page_is_read(walk: Everywhere) -> None:
    """Tab is pressed for real, once around; Shift+Tab comes back by the same stops."""
    walk._go("desk")
    order = stops_of(walk.shell)
    order[0].setFocus()
    visited = []
    for _ in order:
        visited.append(QApplication.focusWidget())
        QTest.keyClick(visited[-1], Qt.Key.Key_Tab)
    assert visited == order
    assert QApplication.focusWidget() is order[0]
    QTest.keyClick(order[0], Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is order[-1]


class Ears:
    """What a screen reader would say aloud: stands where Qt would hand it on."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def isActive(self) -> bool:  # noqa: N802 - Qt's own name
        return True

    def updateAccessibility(self, event: Any) -> None:  # noqa: N802 - Qt's own name
        self.heard.append(event.message())


@pytest.fixture
def ears(monkeypatch: pytest.MonkeyPatch) -> Ears:
    found = Ears()
    monkeypatch.setattr(QtGui, "QAccessible", found)
    return found


def test_a_saved_outcome_and_another_verdict_are_said_aloud(qapp: QApplication, ears: Ears) -> None:
    """3.5: verdict changes and saved outcomes are announced; the same verdict is not repeated."""
    del qapp
    strip, panel = QueueStrip(), VerdictPanel()
    left = timedelta(seconds=8)
    strip.offer_undo("Katrin Albers: no answer", "Next try Wed 18 Mar, 09:40", lambda: left)
    assert ears.heard == ["Katrin Albers: no answer. Next try Wed 18 Mar, 09:40"]
    card = make_card()
    assert card.definition is not None
    panel.show_definition(card.definition)
    for _ in range(2):
        panel.show_verdict(card.verdict, None, {})
    assert len(set(ears.heard)) == len(ears.heard)
    strip.withdraw_undo()


def test_the_timers_name_changes_each_minute_only(qapp: QApplication) -> None:
    """A name that changes each second is read aloud each second."""
    del qapp
    timer = CallState()
    names = set()
    for second in range(60, 180):
        timer.set("talking", "On a call", f"{second // 60:02}:{second % 60:02}")
        names.add(told(timer)[0])
    assert names == {"On a call 01", "On a call 02"}
