"""Work beside the window: where it runs, where it lands, and what becomes of faults."""

import gc
import os
import subprocess
import sys
import weakref
from threading import Event, get_ident
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from pytestqt.qtbot import QtBot

from qualdesk.core.errors import QualdeskError, Refused
from qualdesk.core.progress import Progress
from qualdesk.qt.background import LONG, Background


@pytest.fixture
def background() -> Any:
    made = Background()
    yield made
    assert made.close()


def test_work_runs_beside_the_window_and_its_result_lands_in_it(
    qtbot: QtBot, background: Background
) -> None:
    here, owner, landed = get_ident(), QObject(), []
    background.run(
        lambda _progress: get_ident(),
        lambda there: landed.append((there, get_ident())),
        owner=owner,
    )
    qtbot.waitUntil(lambda: bool(landed))
    ((there, back),) = landed
    assert there != here
    assert back == here


def test_a_lane_does_one_thing_after_the_other_on_one_thread(
    qtbot: QtBot, background: Background
) -> None:
    owner, landed = QObject(), []
    for number in range(50):
        background.run(
            lambda _progress, number=number: (number, get_ident()), landed.append, owner=owner
        )
    qtbot.waitUntil(lambda: len(landed) == 50)
    assert [number for number, _ in landed] == list(range(50))
    assert len({thread for _, thread in landed}) == 1


def test_the_call_never_waits_for_long_work(qtbot: QtBot, background: Background) -> None:
    owner, landed, gate = QObject(), [], Event()
    background.run(lambda _progress: gate.wait(20), landed.append, owner=owner, lane=LONG)
    background.run(lambda _progress: "short", landed.append, owner=owner)
    qtbot.waitUntil(lambda: landed == ["short"])
    gate.set()
    qtbot.waitUntil(lambda: landed == ["short", True])


def test_a_refusal_is_told_and_is_no_fault(qtbot: QtBot, background: Background) -> None:
    owner, told = QObject(), []

    def refuse(_progress: Progress) -> None:
        raise Refused("Not like this.")

    background.run(refuse, told.append, owner=owner, refused=told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], Refused)
    assert told[0].says == "Not like this."


def test_a_fault_is_reported_and_the_page_is_told_in_a_sentence(
    qtbot: QtBot, background: Background, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner, told, seen = QObject(), [], []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_rest: seen.append(kind))

    def break_down(_progress: Progress) -> None:
        raise ZeroDivisionError

    background.run(break_down, told.append, owner=owner, refused=told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert seen == [ZeroDivisionError]
    assert isinstance(told[0], QualdeskError)
    assert "ZeroDivision" not in told[0].says


def test_stopping_is_silent_but_for_the_one_who_asked(qtbot: QtBot, background: Background) -> None:
    owner, told, looked = QObject(), [], []

    def count(progress: Progress) -> None:
        for number in progress.over(iter(lambda: 0, 1), every=1):
            Event().wait(0.005)
            del number

    run = background.run(
        count,
        told.append,
        owner=owner,
        lane=LONG,
        refused=told.append,
        looked=lambda progress: looked.append(progress.done),
        stopped=lambda: told.append("stopped"),
    )
    qtbot.waitUntil(lambda: len(looked) > 2)
    run.stop()
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["stopped"]
    assert looked == sorted(looked)
    seen = len(looked)
    qtbot.wait(250)
    assert len(looked) == seen


def test_nobody_is_told_anything_after_they_have_gone(qtbot: QtBot, background: Background) -> None:
    owner, keeper, landed, gate = QObject(), QObject(), [], Event()
    background.run(lambda _progress: gate.wait(20), landed.append, owner=owner)
    background.run(lambda _progress: "after", landed.append, owner=keeper)
    import shiboken6

    shiboken6.delete(owner)
    gate.set()
    qtbot.waitUntil(lambda: bool(landed))
    assert landed == ["after"]


@pytest.mark.usefixtures("qapp")
def test_closing_lets_a_save_end_and_stops_long_work() -> None:
    background, owner, saved = Background(), QObject(), []

    def forever(progress: Progress) -> None:
        for _each in progress.over(iter(lambda: 0, 1), every=1):
            Event().wait(0.005)

    background.run(forever, saved.append, owner=owner, lane=LONG)
    background.run(lambda _progress: saved.append("saved"), lambda _done: None, owner=owner)
    assert background.close()
    assert saved == ["saved"]


def test_nothing_is_begun_once_it_is_over(qtbot: QtBot, background: Background) -> None:
    """A timer may go off between the end of the window and its deletion."""
    done: list[int] = []
    assert background.close()
    background.run(lambda _progress: 1, done.append, owner=background)
    qtbot.waitUntil(lambda: done == [1])
    background.end()
    background.run(lambda _progress: 2, done.append, owner=background).stop()
    assert background.close()
    QCoreApplication.processEvents()
    assert done == [1]


def test_what_the_window_let_go_never_dies_on_a_lane(qtbot: QtBot, background: Background) -> None:
    """S1: a widget that dies on another thread takes the program, and the call, down with it."""
    here, died, owner = get_ident(), [], QObject()

    def make_and_let_go() -> None:
        for _ in range(40):
            held = QObject()
            held.me = held  # type: ignore[attr-defined]
            weakref.finalize(held, lambda: died.append(get_ident()))

    def make_much(_progress: Progress) -> list[list[int]]:
        return [[number] for number in range(200_000)]

    for lane in ("desk", LONG):
        make_and_let_go()
        landed: list[object] = []
        background.run(make_much, landed.append, owner=owner, lane=lane)
        qtbot.waitUntil(lambda landed=landed: bool(landed))
    qtbot.waitUntil(lambda: len(died) == 80)
    assert set(died) == {here}


def test_what_was_asked_of_a_lane_dies_in_the_window(qtbot: QtBot, background: Background) -> None:
    here, died, landed, owner = get_ident(), [], [], QObject()
    for number in range(2_000):
        held = QObject()
        weakref.finalize(held, lambda: died.append(get_ident()))
        background.run(lambda _progress, held=held: held is None, landed.append, owner=owner)
        del held
        if number % 5 == 0:
            QCoreApplication.processEvents()
    qtbot.waitUntil(lambda: len(landed) == 2_000)
    qtbot.waitUntil(lambda: len(died) == 2_000)
    assert set(died) == {here}


def test_python_collects_by_itself_again_when_no_lane_works() -> None:
    held = [Background(), Background()]
    assert not gc.isenabled()
    assert held[0].close()
    assert not gc.isenabled(), "the other still works"
    assert held[1].close()
    assert held[1].close(), "once more is no harm"
    assert gc.isenabled()


def test_what_the_program_is_made_of_is_not_looked_through_again(qtbot: QtBot) -> None:
    """No stall above a tenth of a second: to look through all of it took nearly as long."""
    background = Background()
    made_of = gc.get_freeze_count()
    assert made_of > 10_000
    pages = [[number] for number in range(5_000)]
    gc.set_threshold(*(before := gc.get_threshold())[:2], 1)
    try:
        for _ in range(3):
            gc.collect(1)  # until the oldest are due
        qtbot.waitUntil(lambda: gc.get_freeze_count() >= made_of + len(pages))
    finally:
        gc.set_threshold(*before)
    assert background.close()
    assert gc.get_freeze_count() == 0, "a window that is closed is let go whole"


_MUCH_WORK = """
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from qualdesk.qt.background import DESK, LONG, Background

app = QApplication([])
window = QWidget()
label = QLabel(window)
window.show()
background, landed = Background(), []
for number in range(3_000):
    background.run(
        lambda _progress: [[each] for each in range(100)],
        landed.append,
        owner=window,
        lane=LONG if number % 2 else DESK,
        looked=lambda progress: label.setText(str(progress.done)),
    )
    if number % 4 == 0:
        app.processEvents()
while len(landed) < 3_000:
    app.processEvents()
assert background.close()
print("all landed")
"""


def test_thousands_of_quick_steps_each_with_its_timer_leave_the_program_standing() -> None:
    """S1: in a process of its own, because what this would take down is the process."""
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", _MUCH_WORK],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stdout.strip()) == (0, "all landed"), done.stderr
