"""Every key can be changed; what would clash is refused by name; what is shown follows."""

from collections.abc import Iterator
from dataclasses import replace
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

from qt.grabs import cut_at_rest, cut_words, grab, unnamed
from qt.windows import Chosen, text_of
from qualdesk.core.clock import SetClock
from qualdesk.core.errors import Refused
from qualdesk.core.list_files import Limits
from qualdesk.core.phone_programs import PhoneProgram
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


def test_every_shipped_key_could_have_been_chosen_by_a_person() -> None:
    for each in shipped_shortcuts():
        for key in each.keys:
            assert check_key(key), each.id


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
            "undo": ("Ctrl+Shift+K",),
        }
    )
    assert says == ()
    show_keys(window)
    assert button.accessibleName() == "New, Ctrl M"
    assert link.accessibleName() == "Skip, Ctrl Shift S"
    assert cap.text() == "Ctrl+Shift+J"
    assert outcome.accessibleName() == "No answer, Ctrl Shift 1"
    assert words.text() == "Ctrl+Shift+K takes it back."


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


def test_a_key_is_changed_by_keyboard_alone_kept_and_shown_everywhere(window: DeskWindow) -> None:
    """Ctrl+, opens the page, a key is given and taken back, and Esc leads back to the work."""
    press(window, Qt.Key.Key_Comma, CTRL)
    assert window.shell.at == "settings"
    assert window.shell.rail.settings.isChecked()
    press(window, Qt.Key.Key_Comma, CTRL)
    assert window.shell.at == "lists"
    window.preferences.open("keys")
    keys = page_of(window).keys
    press(window, Qt.Key.Key_F, CTRL)
    QTest.keyClicks(keys.search, "new list")
    shown = [row for row in keys.rows.values() if row.whole.isVisible()]
    assert [row.line.id for row in shown] == ["new"]
    row = shown[0]
    row.catcher.setFocus()
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_O, CTRL)
    assert "Ctrl+O is the key of “Import a list" in row.says.text()
    assert row.catcher.accessibleName() == WAITS, "the next key is taken without asking again"
    press(window, Qt.Key.Key_M, CTRL)
    assert keys_of("new") == "Ctrl+M"
    assert row.back.isVisible()
    assert row.says.text() == "Usually Ctrl+N"
    assert "Ctrl M" in window.lists.overview.new.accessibleName()
    kept = (window.settings.config_folder / "settings.toml").read_text(encoding="utf-8")
    assert 'new = ["Ctrl+M"]' in kept
    press(window, Qt.Key.Key_Escape)
    assert window.shell.at == "lists"
    press(window, Qt.Key.Key_N, CTRL)
    assert not window.lists.form.isVisible()
    press(window, Qt.Key.Key_M, CTRL)
    assert window.lists.form.isVisible()


def test_a_command_is_found_by_key_as_soon_as_the_keys_are_in_front(window: DeskWindow) -> None:
    """A section that comes to the front brings its keys with it."""
    press(window, Qt.Key.Key_Comma, CTRL)
    press(window, Qt.Key.Key_Down)
    page = page_of(window)
    assert page.index.at == "keys"
    press(window, Qt.Key.Key_F, CTRL)
    assert page.keys.search.hasFocus()
    window.preferences.open("privacy")
    assert page.index.buttons["privacy"].hasFocus(), "the cursor is on the section in front"


def test_one_key_or_all_go_back_to_normal_and_help_prints_them(
    window: DeskWindow, tmp_path: Path
) -> None:
    """F1, then print: all keys of all pages, as they are now."""
    window.choices.keep(keys={"note": ("Ctrl+Shift+J",), "skip": ("F8",), "referral": ("F7",)})
    press(window, Qt.Key.Key_F1)
    window.shell.help.sheet.click()
    pages = PdfReader(tmp_path / "sheet.pdf").pages
    said = " ".join("\n".join(page.extract_text() for page in pages).split())
    for each in shortcuts():
        assert each.does.split(",")[0].split(":")[0][:24] in said, each.does
    assert "Ctrl+Shift+J" in said
    assert "Ctrl+Enter" in said
    assert "All keys are on" in text_of(window.shell.notice)
    (tmp_path / "sheet.pdf").unlink()
    (tmp_path / "sheet.pdf").mkdir()
    window.preferences.print_sheet()
    assert "cannot be written" in text_of(window.shell.notice)
    window.shell.say("info", "")

    window.shell.show_keys()
    window.shell.help.change.click()
    assert page_of(window).front is page_of(window).keys
    assert window.shell.help.isHidden()
    grab(window.shell, "settings-window", (1440, 900))
    assert cut_at_rest(window.shell) == []
    assert unnamed(window.shell) == []
    window.shell.show_keys()
    grab(window.shell, "settings-help", (1366, 768))
    assert cut_words(window.shell.help) == []
    press(window, Qt.Key.Key_Escape)

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


def test_what_is_chosen_counts_at_once_for_whatever_works_by_it(
    qtbot: QtBot, window: DeskWindow, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Phone program, copies, limits, size and name; keys that cannot be used are said."""
    seen: list[Any] = []

    def ask(work: Any, *, long: bool = False) -> Any:
        seen.clear()
        if long:
            window.work.long(
                lambda desk, _progress: work(desk), seen.append, owner=window, refused=seen.append
            )
        else:
            window.work.ask(work, seen.append, owner=window, refused=seen.append)
        qtbot.waitUntil(lambda: bool(seen), timeout=10_000)
        return seen[0]

    program = PhoneProgram(way="sip")
    window.choices.keep(program=program, copies_number=True, limits=Limits(rows=10))
    assert ask(lambda desk: desk.calling.program) == program
    assert window.desk._steps.copies_number
    assert ask(lambda desk: desk.intake._limits.rows, long=True) == 10
    window.shell.commands()["bigger"]()
    assert window.settings.text_size == 110

    window.preferences.open("you")
    you = page_of(window).you
    with monkeypatch.context() as on_a_call:
        on_a_call.setattr(type(window.desk), "state", "on a call")
        you.renamed.emit("Maya Berg")
    assert "You are on a call" in you.name_row.hint
    assert window.settings.caller == "Maya Lind"
    you.renamed.emit("Maya Berg")
    qtbot.waitUntil(lambda: window.settings.caller == "Maya Berg", timeout=10_000)
    assert ask(lambda desk: desk.caller) == "Maya Berg"
    assert window.shell.at == "settings"

    own = replace(window.settings, keys={"skip": ("F8",)})
    second = DeskWindow(own, opener(clock), clock, Chosen())
    assert "“Add a referral” has that key" in second.shell.notice.accessibleName()
    second.shell.close()
    second.shell.deleteLater()


def test_the_sheet_goes_by_places_and_keeps_the_order_of_the_table() -> None:
    groups = sheet_lines(shortcuts())
    assert next(iter(groups)) == "Everywhere"
    assert groups["In fields, answers and tables"] == list(ALWAYS)
    for each in shortcuts():
        shown = [title for title, lines in groups.items() if each.does in dict(lines).values()]
        assert len(shown) >= len(each.places), each.id
    assert key_sheet_pdf(shortcuts()).startswith(b"%PDF")


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
