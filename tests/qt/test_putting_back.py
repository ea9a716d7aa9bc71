"""A damaged workspace at opening: said, set aside, and the newest good backup offered."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from damaged import PARTS, copy_of, filled, go_on, opened
from makers import make_campaign
from qt.windows import settings_in, text_of
from qualdesk import recoveries
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import WorkspaceDamaged, WorkspaceFull, WorkspaceUnusable
from qualdesk.qt.app import opener
from qualdesk.qt.desk_window import DeskWindow
from qualdesk.qt.putting_back import is_about_file
from qualdesk.qt.settings.backups import BackupRows
from qualdesk.qt.trouble import TroublePage
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.settings import Settings
from qualdesk.store.campaigns import campaigns

LONG = 20_000


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A workspace file with a backup, and what was saved since."""
    file = tmp_path / "desk.sqlite"
    filled(file).close()
    recoveries.back_up_now(str(file))
    store = opened(file)
    go_on(store)
    store.close()
    return settings_in(tmp_path, file)


@pytest.fixture
def window(qtbot: QtBot, settings: Settings, clock: SetClock) -> Iterator[DeskWindow]:
    """The window on that workspace, not opened yet."""
    found = DeskWindow(settings, opener(clock), clock)
    qtbot.addWidget(found.shell)
    yield found
    found.shell.close()


def damage(settings: Settings) -> bytes:
    file = Path(settings.database.removeprefix("sqlite:///"))
    data = bytearray(file.read_bytes())
    data[9000] ^= 4
    file.write_bytes(data)
    return bytes(data)


def rows_of(window: DeskWindow) -> BackupRows:
    return window.preferences.page.workspace.backups


def button(page: QWidget, label: str) -> PushButton:
    return next(one for one in page.findChildren(PushButton) if one.accessibleName() == label)


def no_room(*_of: object) -> None:
    raise WorkspaceFull


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_what_can_be_read_of_a_damaged_file_is_worked_with(
    qtbot: QtBot, window: DeskWindow, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also what is newer than the backup; without one nothing else is offered but as it is."""
    damage(settings)
    window.start()
    qtbot.waitUntil(lambda: "newest good backup" in text_of(window.shell), timeout=LONG)
    page = window.shell.page
    assert isinstance(page, TroublePage)
    monkeypatch.setattr(recoveries, "salvage", no_room)
    button(page, "Read what can be read").click()
    qtbot.waitUntil(lambda: WorkspaceFull().says in text_of(page), timeout=LONG)
    monkeypatch.undo()
    button(page, "Read what can be read").setFocus()
    for _ in range(2):  # the second press finds no other button under the cursor
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert not button(page, "Read what can be read").isEnabled()
    assert WorkspaceFull().says not in text_of(page), "it is read again"
    qtbot.waitUntil(lambda: "What could be read is in" in text_of(page), timeout=LONG)
    assert "43 leads" in text_of(page)
    assert "being read" not in text_of(page)
    for _ in range(2):
        button(page, "Work with the new file").click()
    qtbot.waitUntil(lambda: window.shell.at == "desk", timeout=LONG)
    assert "The new file is the workspace now." in text_of(window.shell)
    file = Path(settings.database.removeprefix("sqlite:///"))
    assert len(list(file.parent.glob("desk.before-restore-*.sqlite"))) == 1
    store = opened(file)
    with store.reading() as tx:
        assert "Reunion" in {one.name for one in campaigns(tx)}
    store.close()


def test_a_damaged_file_is_set_aside_and_the_newest_backup_takes_its_place(
    qtbot: QtBot, window: DeskWindow, settings: Settings
) -> None:
    bad = damage(settings)
    window.start()
    qtbot.waitUntil(lambda: "newest good backup" in text_of(window.shell), timeout=LONG)
    page = window.shell.page
    assert isinstance(page, TroublePage)
    said = text_of(page)
    assert "is not as qualdesk left it" in said
    assert "3 leads" in said or "not known" in said
    button(page, "Put this backup in place").click()
    qtbot.waitUntil(lambda: window.shell.at == "desk", timeout=LONG)
    folder = Path(settings.database.removeprefix("sqlite:///")).parent
    (aside,) = folder.glob("desk.before-restore-*.sqlite")
    assert aside.read_bytes()[9000] == bad[9000], "nothing is written over"


def test_a_file_somebody_changed_can_be_opened_as_it_is(
    qtbot: QtBot, window: DeskWindow, settings: Settings
) -> None:
    damage(settings)
    window.start()
    qtbot.waitUntil(lambda: "Open it as it is" in names(window), timeout=LONG)
    page = window.shell.page
    assert isinstance(page, TroublePage)
    button(page, "Open it as it is").click()
    qtbot.waitUntil(lambda: window.shell.at == "desk", timeout=LONG)


def names(window: DeskWindow) -> list[str]:
    return [one.accessibleName() for one in window.shell.findChildren(PushButton)]


def test_a_backup_is_looked_at_and_put_in_place_from_the_settings(
    qtbot: QtBot, window: DeskWindow, settings: Settings
) -> None:
    window.start()
    qtbot.waitUntil(lambda: window.shell.at == "desk", timeout=LONG)
    window.shell.rail.settings_pressed.emit()
    rows: BackupRows = rows_of(window)
    rows.refresh(settings.database)
    qtbot.waitUntil(rows.look.isEnabled, timeout=LONG)
    assert "There " in rows.where_row.hint
    rows.look.click()
    assert rows.look.isEnabled(), "a button that is shut off meanwhile loses the cursor"
    qtbot.waitUntil(lambda: "Newer than the backup" in rows.back_row.hint, timeout=LONG)
    assert "3 leads" in rows.back_row.hint
    rows.check.click()
    qtbot.waitUntil(lambda: "Nothing is wrong" in rows.check_row.hint, timeout=LONG)
    rows.put_back.click()
    folder = Path(settings.database.removeprefix("sqlite:///")).parent
    qtbot.waitUntil(
        lambda: len(list(folder.glob("desk.before-restore-*.sqlite"))) == 1, timeout=LONG
    )
    says = "The backup is the workspace now."
    qtbot.waitUntil(lambda: says in text_of(window.shell), timeout=LONG)


def test_what_may_be_missing_is_said_above_the_desk_until_it_was_checked(
    qtbot: QtBot, window: DeskWindow, settings: Settings, tmp_path: Path
) -> None:
    file = Path(settings.database.removeprefix("sqlite:///"))
    store = opened(file)
    with store.transaction() as tx:
        make_campaign(tx, "Said last")
    copy_of(file, tmp_path / "killed.sqlite")
    store.close()
    for part in PARTS:
        file.with_name(file.name + part).unlink(missing_ok=True)
    # The log beside it is lost.
    (tmp_path / "killed.sqlite").replace(file)
    window.start()
    qtbot.waitUntil(
        lambda: "the log beside the file is gone" in text_of(window.shell), timeout=LONG
    )
    button(window.shell, "Check database").click()
    qtbot.waitUntil(lambda: window.shell.at == "settings", timeout=LONG)


def test_how_many_backups_stay_is_kept_and_goes_back(
    qtbot: QtBot, window: DeskWindow, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    del qtbot, monkeypatch
    rows: BackupRows = rows_of(window)
    rows.counts["days"].setValue(14)
    assert window.settings.backups.days == 14
    assert "days = 14" in (settings.config_folder / "settings.toml").read_text("utf-8")
    rows.kept_row.back_pressed.emit()
    assert window.settings.backups.days == 7


@pytest.mark.parametrize(
    ("error", "is_so"),
    [(WorkspaceDamaged(), True), (WorkspaceUnusable(), True), (WorkspaceFull(), False)],
)
def test_a_backup_is_offered_where_another_file_may_help(
    error: WorkspaceUnusable, is_so: bool
) -> None:
    assert is_about_file(error) is is_so
