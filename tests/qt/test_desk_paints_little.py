"""Another lead changes in place: only what is other is painted, measured and laid out."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from shutil import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from qt.cards import NOW, make_card
from qt.desks import LONDON, Lanes, desk_on
from qt.test_call_flow import DIALLING, ON_A_CALL, READY, WRAPPING_UP
from qualdesk.core.cards import CallCard
from qualdesk.core.clock import SetClock
from qualdesk.core.ids import LeadId
from qualdesk.qt import theme
from qualdesk.qt.call_desk.course import course_of
from qualdesk.qt.call_desk.flow import Flow
from qualdesk.qt.call_desk.page import CallDeskPage
from qualdesk.qt.call_desk.view import DeskView
from qualdesk.qt.plain import PlainLabel, wrapped
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.ring import FocusRing, Ring


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication) -> DeskView:
    theme.apply(qapp, "light", 1.0)
    made = DeskView({})
    qtbot.addWidget(made)
    made.resize(1850, 1020)
    made.show()
    return made


def _show(view: DeskView, card: CallCard, flow: Flow = READY) -> None:
    course = course_of(card)
    view.show_card(card, NOW, "Europe/London")
    view.verdict.show_definition(card.definition)
    view.verdict.show_verdict(card.verdict, card.newest, {})
    view.script.ask(course, can_answer=flow.is_in_call)
    view.bar.show_flow(flow, "+49 40 66969214", NOW)


def _another(card: CallCard, name: str) -> CallCard:
    contact = replace(card.lead.contact, name=name)
    return replace(card, lead=replace(card.lead, id=LeadId(77), contact=contact))


class _Seen(QObject):
    """Counts what becomes of each widget."""

    def __init__(self, kind: QEvent.Type) -> None:
        super().__init__()
        self._kind = kind
        self.widgets: Counter[QWidget] = Counter()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == self._kind and isinstance(watched, QWidget):
            self.widgets[watched] += 1
        return False


@contextmanager
def _seeing(view: QWidget, kind: QEvent.Type) -> Iterator[_Seen]:
    QApplication.processEvents()
    seen = _Seen(kind)
    watched = [view, *view.findChildren(QWidget)]
    for each in watched:
        each.installEventFilter(seen)
    yield seen
    QApplication.processEvents()
    for each in watched:
        each.removeEventFilter(seen)


def test_another_lead_paints_what_is_other_and_nothing_else(view: DeskView) -> None:
    """Outcome key to next lead painted in 50 ms: half of that was painting what stood there."""
    card = make_card()
    _show(view, card)
    with _seeing(view, QEvent.Type.Paint) as painted:
        _show(view, _another(card, "Ines Vogt"))
    said = {each.text() for each in painted.widgets if isinstance(each, PlainLabel)}
    assert "Ines Vogt" in said
    assert "Before this call" not in said
    assert view.script.trail not in painted.widgets
    assert view.script.note not in painted.widgets
    assert not {view.verdict, *view.verdict.findChildren(QWidget)} & set(painted.widgets)
    outcomes = set(view.bar._outcomes.values())
    assert not outcomes & set(painted.widgets), "each does what it did with the lead before"


def test_the_same_lead_again_lays_nothing_out(view: DeskView) -> None:
    card = make_card()
    _show(view, card)
    with _seeing(view.bar, QEvent.Type.LayoutRequest) as laid_out:
        _show(view, card)
    assert not laid_out.widgets


@pytest.mark.parametrize("flow", [READY, DIALLING, ON_A_CALL, WRAPPING_UP])
@pytest.mark.parametrize("width", [1850, 1300, 1000, 760])
def test_the_bar_reckons_its_width_as_its_layout_comes_to_it(
    view: DeskView, flow: Flow, width: int
) -> None:
    view.resize(width, 1020)
    _show(view, make_card(), flow)
    QApplication.processEvents()
    layout = view.bar.layout()
    assert layout is not None
    assert view.bar._needed() == layout.minimumSize().width()


def test_from_two_rows_to_one_every_key_has_its_place(view: DeskView) -> None:
    """The ring on the main key once laid the bar out from within its own layout."""
    FocusRing(view)
    view.activateWindow()
    view.resize(1100, 760)
    for flow in (ON_A_CALL, WRAPPING_UP, READY, ON_A_CALL, READY):
        _show(view, make_card(), flow)
        view.bar.main.setFocus()
        QApplication.processEvents()
        for key in (view.bar.do_not_call, view.bar.main):
            assert view.bar._right.rect().contains(key.geometry()), flow.state


def test_the_ring_is_never_moved_from_within_a_layout(qtbot: QtBot) -> None:
    window, button = QWidget(), PushButton("Dial")
    QVBoxLayout(window).addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
    FocusRing(window)
    qtbot.addWidget(window)
    window.resize(300, 200)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    button.setFocus()
    (ring,) = window.findChildren(Ring)
    before = ring.geometry()
    button.move(button.pos().x(), 90)
    assert ring.geometry() == before
    QApplication.processEvents()
    assert ring.geometry() == button.geometry().adjusted(-4, -4, 4, 4)


def test_what_is_read_beside_a_lead_is_asked_for_when_the_lead_is_painted(
    qtbot: QtBot, filled: Path, tmp_path: Path, clock: SetClock
) -> None:
    """Asked before, it would take turns with the painting, and both take twice as long."""
    file = Path(copy(filled, tmp_path / "desk.sqlite"))
    lanes = Lanes(lambda: desk_on(file, clock))
    page = CallDeskPage(lanes, clock, LONDON)
    qtbot.addWidget(page)
    painted: list[tuple[str, bool, tuple[str, ...]]] = []
    look = page._meanwhile._painted

    class Window(QObject):
        @override
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            del watched
            if event.type() == QEvent.Type.UpdateRequest:
                painted.append((page.lead_name, look.isActive(), page.view.strip.names_next))
            return False

    window = Window()
    page.installEventFilter(window)
    page.show()
    # A window the screen does not show yet is not painted at all.
    qtbot.waitExposed(page)
    page.refresh()
    lanes.settle()
    with_lead = [seen for seen in painted if seen[0]]
    assert with_lead[0][1:] == (True, ()), "neither asked nor answered before"
    assert page.view.strip.names_next, "and then it came"
    page.leave()
    assert lanes.close()


@given(st.text(st.sampled_from("Wilm aé東\n-"), max_size=60), st.integers(20, 500))
def test_words_that_do_not_wrap_have_the_height_they_are_laid_out_in(text: str, width: int) -> None:
    label = PlainLabel(text, wrap=True)
    line = theme.look().line("body")
    lines = wrapped(label.text(), "body", width, line)[1]
    assert label.heightForWidth(width) == lines * line


def test_a_width_that_was_kept_is_measured_anew_in_another_size(qapp: QApplication) -> None:
    look = theme.apply(qapp, "light", 1.0)
    small = look.advance("No answer", "body")
    try:
        look.choose(scale=1.5)
        assert look.advance("No answer", "body") > small * 1.3
    finally:
        look.choose(scale=1.0)
    assert look.advance("No answer", "body") == small
