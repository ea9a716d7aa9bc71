"""Every key can be changed; what would clash is refused by name; what is shown follows."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from qt.grabs import cut_words, grab, unnamed
from qt.windows import Chosen, text_of
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import Refused
from qualdesk.qt.app import opener
from qualdesk.qt.desk_window import DeskWindow
from qualdesk.qt.key_sheet import ALWAYS, key_sheet_pdf, sheet_lines
from qualdesk.qt.settings.key_catcher import WAITS, KeyCatcher
from qualdesk.qt.settings.page import SettingsPage
from qualdesk.qt.shortcuts import (
    KeyBoard,
    check_key,
    first_keys,
    holder,
    keys_of,
    shipped_shortcuts,
    shortcuts,
    show_keys,
    table_with,
    use_keys,
    with_keys,
)
from qualdesk.qt.widgets.buttons import LinkButton, PushButton
from qualdesk.qt.widgets.keycap import KeyCap, KeyedLabel
from qualdesk.qt.widgets.outcome import OutcomeButton
from qualdesk.settings import Settings, load_settings

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture(autouse=True)
def usual_keys(qapp: QApplication) -> Iterator[None]:
    """The table belongs to the application: no test leaves its own keys behind."""
    del qapp
    yield
    use_keys({})


def line(command: str) -> Any:
    return next(each for each in shortcuts() if each.id == command)


def test_a_key_of_ones_own_stands_in_place_of_the_usual_ones() -> None:
    assert use_keys({"note": ("Ctrl+Shift+X",), "primary": ("Ctrl+Shift+Space",)}) == ()
    assert first_keys()["note"] == "Ctrl+Shift+X"
    assert line("primary").keys == ("Ctrl+Shift+Space",)
    assert line("skip").keys == ("F7",)
    assert with_keys("{note}, then {question_next}.") == "Ctrl+Shift+X, then PgDn."
    assert keys_of("Ctrl+J") == "Ctrl+J"


@pytest.mark.parametrize(
    ("key", "says"),
    [
        ("", "no key"),
        ("Nonsense", "no key"),
        ("Ctrl+K, Ctrl+C", "no key"),
        ("A", "for typing"),
        ("Shift+7", "for typing"),
        ("Ctrl+C", "needed by fields"),
        ("Ctrl+Left", "needed by fields"),
        ("Tab", "needed by fields"),
        ("Esc", "needed by fields"),
        ("F10", "needed by fields"),
        ("Alt+F4", "needed by fields"),
        ("Ctrl+Alt+Q", "many keyboards"),
        ("Alt+Q", "opens menus"),
    ],
)
def test_keys_that_others_need_are_refused_with_the_reason(key: str, says: str) -> None:
    with pytest.raises(Refused, match=says):
        check_key(key)


@pytest.mark.parametrize("each", shipped_shortcuts(), ids=lambda each: each.id)
def test_every_shipped_key_could_have_been_chosen_by_a_person(each: Any) -> None:
    for key in each.keys:
        assert check_key(key)


def test_a_clash_is_named_where_both_commands_are_there() -> None:
    new = line("new")
    other = holder("Ctrl+O", new, shortcuts())
    assert other is not None
    assert other.id == "import"
    # The note is the desk's alone: a key of the lists is free for it.
    assert holder("Ctrl+N", line("note"), shortcuts()) is None
    everywhere = holder("F1", line("note"), shortcuts())
    assert everywhere is not None
    assert everywhere.id == "help"


def test_two_commands_may_change_places() -> None:
    lines, says = table_with({"skip": ("F8",), "referral": ("F7",)})
    keys = {each.id: each.keys for each in lines}
    assert (keys["skip"], keys["referral"], says) == (("F8",), ("F7",), ())


def test_what_cannot_be_used_is_said_and_has_its_usual_key() -> None:
    lines, says = table_with({"skip": ("F8",), "dance": ("F4",), "note": ("A",)})
    keys = {each.id: each.keys for each in lines}
    assert keys["skip"] == ("F7",)
    assert keys["note"] == ("F2",)
    assert "no command called dance" in says[0]
    assert "for typing" in says[1]
    assert "“Add a referral” has that key" in says[2]


KEYS = st.sampled_from(["F2", "F3", "F7", "F8", "F9", "Ctrl+N", "Ctrl+M", "Alt+1", "Ctrl+1", "A"])
COMMANDS = st.sampled_from([each.id for each in shipped_shortcuts()])


@given(own=st.dictionaries(COMMANDS, KEYS.map(lambda key: (key,)), max_size=6))
def test_whatever_is_chosen_no_key_means_two_things_in_one_place(own: dict[str, Any]) -> None:
    lines, _says = table_with(own)
    assert [each.id for each in lines] == [each.id for each in shipped_shortcuts()]
    for each in lines:
        assert each.keys
        assert all(holder(key, each, lines) is None for key in each.keys)


def test_what_shows_a_key_shows_the_new_one(qtbot: QtBot) -> None:
    """Buttons, caps, outcomes and sentences name a command, not a key (bar 7)."""
    window = QWidget()
    qtbot.addWidget(window)
    button = PushButton("New", window, keys="new")
    link = LinkButton("Skip", "skip", window)
    cap = KeyCap("note", window)
    outcome = OutcomeButton("outcome_1", "No answer", parent=window)
    words = KeyedLabel("{undo} takes it back.", window)
    window.show()
    says = use_keys(
        {
            "new": ("Ctrl+M",),
            "skip": ("Ctrl+Shift+S",),
            "note": ("Ctrl+Shift+J",),
            "outcome_1": ("Ctrl+Shift+1",),
            "undo": ("Ctrl+Shift+B",),
        }
    )
    assert says == ()
    show_keys(window)
    assert button.accessibleName() == "New, Ctrl M"
    assert link.accessibleName() == "Skip, Ctrl Shift S"
    assert cap.text() == "Ctrl+Shift+J"
    assert outcome.accessibleName() == "No answer, Ctrl Shift 1"
    assert words.text() == "Ctrl+Shift+B takes it back."


def test_a_changed_key_works_and_the_old_one_does_nothing(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    field = QLineEdit(window)
    done: list[str] = []
    board = KeyBoard(window, lambda: {"note": lambda: done.append("note")})
    window.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClick(field, Qt.Key.Key_F2)
    assert done == ["note"]
    use_keys({"note": ("Ctrl+Shift+X",)})
    board.bind()
    board.settle()
    QTest.keyClick(field, Qt.Key.Key_F2)
    QTest.keyClick(field, Qt.Key.Key_X, CTRL | SHIFT)
    assert done == ["note", "note"]


def test_only_moving_keys_repeat_while_they_are_held(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    use_keys({"question_next": ("Ctrl+Shift+X",), "primary": ("Ctrl+Shift+Space",)})
    board = KeyBoard(window, dict)
    assert board.bound["Ctrl+Shift+X"].autoRepeat()
    assert not board.bound["Ctrl+Shift+Space"].autoRepeat()


def test_the_next_key_is_caught_and_esc_leaves_it(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    catcher = KeyCatcher("note", "Go to the note")
    catcher.setParent(window)
    caught: list[str] = []
    catcher.caught.connect(caught.append)
    window.show()
    catcher.setFocus()
    QTest.keyClick(catcher, Qt.Key.Key_Return)
    assert catcher.accessibleName() == WAITS
    QTest.keyClick(catcher, Qt.Key.Key_Escape)
    assert (caught, catcher.accessibleName()) == ([], "Go to the note, F2")
    catcher.wait()
    QTest.keyClick(catcher, Qt.Key.Key_Control, CTRL)
    QTest.keyClick(catcher, Qt.Key.Key_M, CTRL | SHIFT)
    assert caught == ["Ctrl+Shift+M"]


@pytest.fixture
def window(
    qtbot: QtBot, sqlite_file: Path, tmp_path: Path, clock: SetClock
) -> Iterator[DeskWindow]:
    settings = Settings(
        database=f"sqlite:///{sqlite_file}",
        caller="Maya Lind",
        is_named=True,
        theme="light",
        data_folder=tmp_path / "data",
        config_folder=tmp_path / "config",
        log_file=tmp_path / "log" / "qualdesk.log",
    )
    chosen = Chosen(new_file=tmp_path / "sheet.pdf")
    made = DeskWindow(settings, opener(clock), clock, chosen)
    qtbot.addWidget(made.shell)
    made.start()
    qtbot.waitUntil(lambda: made.shell.at == "lists", timeout=20_000)
    qtbot.waitUntil(made.shell.isActiveWindow)
    yield made
    made.shell.close()


def press(window: DeskWindow, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(QApplication.focusWidget() or window.shell, key, held)


def page_of(window: DeskWindow) -> SettingsPage:
    return window.preferences.page


def test_ctrl_comma_opens_the_settings_and_goes_back(window: DeskWindow) -> None:
    press(window, Qt.Key.Key_Comma, CTRL)
    assert window.shell.at == "settings"
    assert window.shell.rail.settings.isChecked()
    press(window, Qt.Key.Key_Comma, CTRL)
    assert window.shell.at == "lists"
    window.shell.rail.settings.click()
    assert window.shell.at == "settings"
    press(window, Qt.Key.Key_Escape)
    assert window.shell.at == "lists"


def test_a_key_is_changed_by_keyboard_alone_kept_and_shown_everywhere(window: DeskWindow) -> None:
    window.preferences.open("keys")
    page = page_of(window)
    press(window, Qt.Key.Key_F, CTRL)
    QTest.keyClicks(page.keys.search, "new list")
    shown = [row for row in page.keys.rows.values() if row.whole.isVisible()]
    assert [row.line.id for row in shown] == ["new"]
    row = shown[0]
    row.catcher.setFocus()
    press(window, Qt.Key.Key_Return)
    # F5 asks the page to look again elsewhere; while a key is waited for it is only a key.
    press(window, Qt.Key.Key_O, CTRL)
    assert "Ctrl+O is the key of “Import a list" in row.says.text()
    row.catcher.setFocus()
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_M, CTRL)
    assert keys_of("new") == "Ctrl+M"
    assert row.back.isVisible()
    assert row.says.text() == "Usually Ctrl+N"
    assert "Ctrl M" in window.lists.overview.new.accessibleName()
    window.shell.show_page("lists")
    press(window, Qt.Key.Key_N, CTRL)
    assert not window.lists.form.isVisible()
    press(window, Qt.Key.Key_M, CTRL)
    assert window.lists.form.isVisible()
    kept = (window.settings.config_folder / "settings.toml").read_text(encoding="utf-8")
    assert 'new = ["Ctrl+M"]' in kept


def test_one_key_or_all_go_back_to_normal(window: DeskWindow) -> None:
    window.choices.keep(keys={"note": ("Ctrl+Shift+X",), "skip": ("F8",), "referral": ("F7",)})
    window.preferences.open("keys")
    keys = page_of(window).keys
    keys.rows["note"].back.click()
    assert keys_of("note") == "F2"
    keys.rows["skip"].back.click()
    assert "F7 is the key of “Add a referral”" in keys.rows["skip"].says.text()
    assert keys_of("skip") == "F8"
    keys.all_back.click()
    assert dict(window.settings.keys) == {}
    assert (keys_of("skip"), keys_of("referral")) == ("F7", "F8")
    assert not keys.all_back.isEnabled()


def test_keys_in_the_file_that_cannot_be_used_are_said_at_the_start(
    qtbot: QtBot, window: DeskWindow, clock: SetClock
) -> None:
    from dataclasses import replace

    own = replace(window.settings, keys={"skip": ("F8",)})
    second = DeskWindow(own, opener(clock), clock, Chosen())
    qtbot.addWidget(second.shell)
    assert "“Add a referral” has that key" in second.shell.notice.accessibleName()
    second.shell.close()


def test_another_size_by_key_is_kept(window: DeskWindow) -> None:
    window.shell.commands()["bigger"]()
    assert window.settings.text_size == 110


def test_another_phone_program_counts_from_the_next_call(qtbot: QtBot, window: DeskWindow) -> None:
    from qualdesk.core.list_files import Limits
    from qualdesk.core.phone_programs import PhoneProgram

    seen: list[Any] = []
    program = PhoneProgram(way="sip")
    window.choices.keep(program=program, copies_number=True, limits=Limits(rows=10))

    def look_at(desk: Any) -> Any:
        return desk.calling.program

    window.work.ask(look_at, seen.append, owner=window, refused=seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [program]
    assert window.desk._steps.copies_number
    window.work.long(
        lambda desk, _progress: desk.intake._limits.rows,
        seen.append,
        owner=window,
        refused=seen.append,
    )
    qtbot.waitUntil(lambda: len(seen) > 1)
    assert seen[-1] == 10


def test_another_name_counts_from_the_next_call_and_the_page_stays(
    qtbot: QtBot, window: DeskWindow
) -> None:
    window.preferences.open("you")
    name = page_of(window).you.name
    name.setFocus()
    name.selectAll()
    QTest.keyClicks(name, "Maya Berg")
    QTest.keyClick(name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.settings.caller == "Maya Berg", timeout=10_000)
    callers: list[Any] = []
    window.work.ask(lambda desk: desk.caller, callers.append, owner=window, refused=callers.append)
    qtbot.waitUntil(lambda: callers == ["Maya Berg"])
    qtbot.wait(50)
    assert window.shell.at == "settings"


def test_a_name_is_not_changed_in_a_call(
    window: DeskWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(window.desk), "state", "on a call")
    window.preferences.open("you")
    page_of(window).you.renamed.emit("Maya Berg")
    assert "You are on a call" in page_of(window).you.name_row.hint
    assert window.settings.caller == "Maya Lind"


def test_the_sheet_of_keys_holds_every_command_with_its_key(
    window: DeskWindow, tmp_path: Path
) -> None:
    """F1, then print: all keys of all pages, as they are now."""
    window.choices.keep(keys={"note": ("Ctrl+Shift+J",)})
    press(window, Qt.Key.Key_F1)
    assert "Print all keys" in window.shell.help.sheet.label
    window.shell.help.sheet.click()
    sheet = tmp_path / "sheet.pdf"
    pages = PdfReader(sheet).pages
    said = " ".join("\n".join(page.extract_text() for page in pages).split())
    for each in shortcuts():
        assert each.does.split(",")[0].split(":")[0][:24] in said, each.does
    assert "Ctrl+Shift+J" in said
    assert "Ctrl+Enter" in said
    assert "All keys are on" in text_of(window.shell.notice)


def test_help_leads_to_changing_keys(window: DeskWindow) -> None:
    press(window, Qt.Key.Key_F1)
    window.shell.help.change.click()
    assert window.shell.at == "settings"
    assert page_of(window).front is page_of(window).keys
    assert window.shell.help.isHidden()


def test_a_sheet_that_cannot_be_written_says_so(window: DeskWindow, tmp_path: Path) -> None:
    (tmp_path / "sheet.pdf").mkdir()
    window.preferences.print_sheet()
    assert "cannot be written" in text_of(window.shell.notice)


def test_the_sheet_goes_by_places_and_keeps_the_order_of_the_table() -> None:
    groups = sheet_lines(shortcuts())
    assert next(iter(groups)) == "Everywhere"
    assert groups["In fields, answers and tables"] == list(ALWAYS)
    assert sum(map(len, groups.values())) == len(shortcuts()) + len(ALWAYS)
    assert key_sheet_pdf(shortcuts()).startswith(b"%PDF")


def test_the_window_with_settings_and_help_is_drawn_whole(window: DeskWindow) -> None:
    window.choices.keep(keys={"note": ("Ctrl+Shift+J",), "palette": ("Ctrl+Shift+K",)})
    window.preferences.open("keys")
    grab(window.shell, "settings-window", (1440, 900))
    assert cut_words(window.shell) == []
    assert unnamed(window.shell) == []
    window.shell.show_keys()
    grab(window.shell, "settings-help", (1366, 768))
    assert cut_words(window.shell.help) == []


def test_what_was_changed_by_hand_is_there_at_the_next_start(tmp_path: Path) -> None:
    class Here:
        user_config_path = tmp_path
        user_data_path = tmp_path
        user_log_path = tmp_path

    (tmp_path / "settings.toml").write_text('[keys]\nnote = "Ctrl+Shift+X"\n', encoding="utf-8")
    found: Any = Here()
    kept = load_settings(environment={}, folders=found)
    assert use_keys(kept.keys) == ()
    assert keys_of("note") == "Ctrl+Shift+X"
