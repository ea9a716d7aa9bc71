"""An encrypted workspace in the window: its passphrase is asked for in place, until it fits."""

from pathlib import Path

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from links.test_passwords import OwnKeyring, own
from qt.grabs import cut_words, grab, unnamed
from qt.windows import settings_in, text_of
from qualdesk import keys
from qualdesk.bootstrap import open_desk
from qualdesk.core.clock import SystemClock
from qualdesk.qt.app import opener
from qualdesk.qt.desk_window import DeskWindow
from qualdesk.qt.trouble import PasswordPage
from qualdesk.store import ciphers

__all__ = ["own"]
LONG = 20_000
KEY = "four small words here"


def test_the_passphrase_is_asked_in_place_and_kept_where_it_is_wanted(
    qtbot: QtBot, tmp_path: Path, own: OwnKeyring
) -> None:
    file = tmp_path / "desk @ home.sqlite"
    open_desk(str(file)).close()
    keys.encrypt(file, KEY)
    ciphers.forget(file)
    settings = settings_in(tmp_path, file)
    window = DeskWindow(settings, opener(SystemClock()), SystemClock())
    qtbot.addWidget(window.shell)
    window.start()
    qtbot.waitUntil(lambda: isinstance(window.shell.page, PasswordPage), timeout=LONG)
    first = window.shell.page
    grab(window.shell, "passphrase", (1024, 640))
    assert cut_words(window.shell) == []
    assert unnamed(window.shell) == []
    assert "This workspace is encrypted" in text_of(first)
    assert not first.keep.isChecked()
    first.password.setText("wrong words")
    first.main()
    qtbot.waitUntil(lambda: window.shell.page is not first, timeout=LONG)
    second = window.shell.page
    assert isinstance(second, PasswordPage)
    assert "does not open" in text_of(second)
    assert own.kept == {}
    QTest.keyClicks(second.password, KEY)
    second.keep.setChecked(True)
    second.main()
    qtbot.waitUntil(lambda: window.shell.at == "lists", timeout=LONG)
    qtbot.waitUntil(lambda: bool(own.kept), timeout=LONG)
    assert keys.has_kept(file)
    window.shell.close()
    ciphers.forget(file)
