"""A team's database in the window: the password is asked for in place, and tried until it fits."""

from pathlib import Path

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from links.test_passwords import OwnKeyring, own
from qt.grabs import cut_words, grab, unnamed
from qt.windows import settings_in, text_of
from qualdesk.core.clock import SystemClock
from qualdesk.qt.app import opener
from qualdesk.qt.desk_window import DeskWindow
from qualdesk.qt.trouble import PasswordPage
from test_team import PASSWORD, asks_for_a_password

__all__ = ["own"]
LONG = 20_000


def test_the_password_is_asked_in_place_and_kept_by_the_keyring_alone(
    qtbot: QtBot, tmp_path: Path, postgres_address: str, postgres_url: str, own: OwnKeyring
) -> None:
    with asks_for_a_password(postgres_address, postgres_url.rpartition("/")[2]) as address:
        settings = settings_in(tmp_path, address)
        clock = SystemClock()
        window = DeskWindow(settings, opener(clock), clock)
        qtbot.addWidget(window.shell)
        window.start()
        qtbot.waitUntil(lambda: isinstance(window.shell.page, PasswordPage), timeout=LONG)
        first = window.shell.page
        grab(window.shell, "password", (1024, 640))
        assert cut_words(window.shell) == []
        assert unnamed(window.shell) == []
        assert address in text_of(first)
        first.password.setText("wrong")
        first.keep.setChecked(False)
        first.main()
        qtbot.waitUntil(lambda: window.shell.page is not first, timeout=LONG)
        second = window.shell.page
        assert isinstance(second, PasswordPage)
        QTest.keyClicks(second.password, PASSWORD)
        second.main()
        qtbot.waitUntil(lambda: window.shell.at == "lists", timeout=LONG)
        qtbot.waitUntil(lambda: bool(own.kept), timeout=LONG)
        assert list(own.kept.values()) == [PASSWORD]
        written = [file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()]
        assert not any(PASSWORD.encode() in each for each in written)
        window.shell.close()
