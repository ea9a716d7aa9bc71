"""S4: somebody on the line asks where we have their number from, and then for everything."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qt.desks import fill
from qt.grabs import grab
from qt.windows import settings_in
from qualdesk.bootstrap import open_desk
from qualdesk.core.clock import SetClock
from qualdesk.qt import theme
from qualdesk.qt.app import opener
from qualdesk.qt.desk_window import DeskWindow
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.buttons import PushButton
from seats import CALLER, NADIA

CAST = {"Ana": CALLER}
NONE = Qt.KeyboardModifier.NoModifier
LONG = 20_000


@pytest.fixture(params=["light", "dark"])
def window(
    request: pytest.FixtureRequest,
    qtbot: QtBot,
    qapp: QApplication,
    sqlite_file: Path,
    clock: SetClock,
    tmp_path: Path,
) -> Iterator[DeskWindow]:
    theme.apply(qapp, request.param, 1.0)
    url = f"sqlite:///{sqlite_file}"
    setup = open_desk(url, clock=clock, caller=NADIA)
    fill(setup)
    setup.close()
    settings = settings_in(tmp_path, url, caller="Ana", theme=request.param)
    made = DeskWindow(settings, opener(clock), clock)
    made.shell.resize(1366, 768)
    qtbot.addWidget(made.shell)
    made.start()
    qtbot.waitUntil(lambda: made.desk.state == "ready" and not made.desk.is_settling, timeout=LONG)
    yield made
    made.shell.close()


def test_one_key_lays_out_what_to_say_and_the_call_goes_on(
    window: DeskWindow,
    qtbot: QtBot,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """“Where did you get my number?” is answered with F5, from the card: no server is asked."""
    qtbot.waitUntil(window.shell.isActiveWindow)
    asked: list[object] = []
    # The line goes down: whatever is asked of the workspace from now on waits for ever.
    for way in ("ask", "long"):
        monkeypatch.setattr(window.work, way, lambda *_, **__: asked.append(_))
    QTest.keyClick(QApplication.focusWidget() or window.shell, Qt.Key.Key_F5, NONE)
    over = window.desk.asked
    assert over is not None
    assert asked == []
    said = [one.text() for one in over.findChildren(PlainLabel) if one.isVisibleTo(over)]
    assert said[0] == "“Where did you get my number?”"
    assert any(one.startswith("We have your details from: ") for one in said)
    assert any(one.startswith("We may call you on this ground: ") for one in said)
    assert said[-1].startswith("You can say no at any time")
    (shut,) = over.findChildren(PushButton)
    assert (shut.accessibleName(), shut.hasFocus()) == ("Close, Esc", True)
    grab(window.shell, f"origin-{request.node.callspec.params['window']}")
    asked.clear()  # the window counts how far the calling is whenever it comes to that
    QTest.keyClick(shut, Qt.Key.Key_Escape, NONE)
    assert window.desk.asked is None
    assert window.desk.state == "ready"
    assert asked == []
