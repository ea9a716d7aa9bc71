"""A limit of the team at the desk: no dialog, no lost outcome; a count down to the next lead."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from shutil import copy
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from qt.desks import LONDON, Lanes, desk_on
from qt.grabs import cut_words, grab
from qt.windows import text_of
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import PacedOut
from qualdesk.desk.calling import Calling
from qualdesk.qt.call_desk.coming import fetched_ahead
from qualdesk.qt.call_desk.page import CallDeskPage

LIMIT = "You took 60 leads in the last hour, which is what your team allows."


class Gate:
    """A server's limit that is shut from when it is told to until its time."""

    def __init__(self, clock: SetClock) -> None:
        self._clock = clock
        self.until = clock.now()

    def shut(self, seconds: int) -> None:
        self.until = self._clock.now() + timedelta(seconds=seconds)

    def pass_or_refuse(self) -> None:
        if self._clock.now() < self.until:
            raise PacedOut(LIMIT, until=self.until)


@pytest.fixture
def gate(clock: SetClock, monkeypatch: pytest.MonkeyPatch) -> Gate:
    made = Gate(clock)
    for name in ("next_lead", "fetch_ahead"):
        real = getattr(Calling, name)

        def gated(self: Calling, *asked: Any, _real: Any = real, **more: Any) -> Any:
            made.pass_or_refuse()
            return _real(self, *asked, **more)

        monkeypatch.setattr(Calling, name, gated)
    return made


@pytest.fixture
def lanes(filled: Path, tmp_path: Path, clock: SetClock) -> Iterator[Lanes]:
    file = Path(copy(filled, tmp_path / "desk.sqlite"))
    made = Lanes(lambda: desk_on(file, clock))
    yield made
    made.close()


@pytest.fixture
def page(qtbot: QtBot, lanes: Lanes, clock: SetClock) -> CallDeskPage:
    made = CallDeskPage(lanes, clock, LONDON, open_link=lambda _link: True)
    qtbot.addWidget(made)
    made.resize(1366, 700)
    made.show()
    made.refresh()
    lanes.settle()
    return made


def test_an_outcome_is_saved_though_a_limit_holds_the_next_lead_back(
    page: CallDeskPage, lanes: Lanes, gate: Gate, clock: SetClock
) -> None:
    first = page._steps.card
    assert first is not None
    saved: list[Any] = []
    page._session.finished.connect(saved.append)
    gate.shut(seconds=150)
    page.main()
    lanes.settle()
    page.commands()["outcome_1"]()
    lanes.settle()
    empty = page.view.empty
    assert page.state == "empty"
    assert "Your team's limit for now" in text_of(empty)
    assert empty.says == f"{LIMIT} The next lead comes by itself in 02:30."
    assert not empty._load.isVisible(), "a list more is no way round a limit"
    assert [one.outcome for one in saved] == ["no_answer"]
    clock.advance(timedelta(seconds=100))
    page._steps.tick()
    lanes.settle()
    assert empty.says.endswith("in 00:50.")
    grab(page, "call-desk-paced", (1366, 700))
    assert cut_words(page) == []
    clock.advance(timedelta(seconds=50))
    page._steps.tick()
    lanes.settle()
    assert page.state == "ready", "the next lead came by itself"
    assert page._steps.card is not None
    assert page._steps.card.lead.id != first.lead.id


def test_looking_again_before_its_time_says_the_same(
    page: CallDeskPage, lanes: Lanes, gate: Gate
) -> None:
    held = page._steps.card
    assert held is not None
    gate.shut(seconds=60)
    page._session.release(held.lead.id)
    lanes.settle()
    QTest.keyClick(page.view.bar.main, Qt.Key.Key_Return)
    lanes.settle()
    assert page.view.empty.says.startswith(LIMIT)
    assert page.state == "empty"


def test_the_lead_shown_as_next_stays_where_none_may_be_kept_ready(
    gate: Gate, filled: Path, tmp_path: Path, clock: SetClock
) -> None:
    desk = desk_on(Path(copy(filled, tmp_path / "desk.sqlite")), clock)
    shown = desk.queue.upcoming(None, limit=1)[0].lead_id
    gate.shut(seconds=5)
    assert fetched_ahead(desk, None, shown) == shown
    desk.close()
