"""A caller who reads German: what is shown is German, and what is kept stays what it was."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from qualdesk.core.wording import tr
from qualdesk.qt.call_desk.popovers.others import ASKED_BY, DoNotCallPopOver, ReasonPopOver
from qualdesk.qt.key_sheet import sheet_lines
from qualdesk.qt.languages import take_up
from qualdesk.qt.palette.hits import command_hits
from qualdesk.qt.save_state import is_saved, is_saving
from qualdesk.qt.shortcuts import check_key, printed, shipped_shortcuts, with_keys
from qualdesk.qt.theme import Look
from qualdesk.qt.widgets.option import OptionGroup
from qualdesk.qt.widgets.paint import key_names


@pytest.fixture(autouse=True)
def german(qapp: QApplication) -> Iterator[None]:
    take_up(qapp, "de")
    yield
    take_up(qapp, "en")


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> QWidget:
    del look
    made = QWidget()
    qtbot.addWidget(made)
    return made


def options_of(group: OptionGroup) -> str:
    return " ".join(each.accessibleName() for each in group.findChildren(QWidget))


def test_who_asked_not_to_be_called_is_kept_in_the_same_words_in_every_language(
    page: QWidget,
) -> None:
    """A do-not-call is evidence: it must read the same to whoever looks at it (S4)."""
    over = DoNotCallPopOver(page)
    over.asked_by.setCurrentIndex(2)
    assert over.asked_by.currentText() == "Schriftlich"
    assert over.who_asked == ASKED_BY[2] == "In writing"


def test_a_reason_is_shown_in_german_and_kept_as_it_is_counted(page: QWidget) -> None:
    over = ReasonPopOver(page)
    over.begin("Title", ("No need", "Too small"))
    assert "Kein Bedarf" in options_of(over.options)
    over.options.choose("1")
    over.line.setText("haben schon eine Linie")
    assert (over.chosen, over.reason) == ("No need", "No need: haben schon eine Linie")


def test_a_reason_in_a_workspace_of_its_own_words_is_shown_as_it_was_written(
    page: QWidget,
) -> None:
    over = ReasonPopOver(page)
    over.begin("Title", ("Keine Halle in Reichweite",))
    assert "Keine Halle in Reichweite" in options_of(over.options)


def test_keys_read_as_they_stand_on_a_german_keyboard() -> None:
    assert printed("Ctrl+Shift+Del") == "Strg+Umschalt+Entf"
    assert key_names("Ctrl+PgDown") == ("Strg", "Bild↓")
    assert with_keys("{undo}") == "Strg+Z"


def test_the_keys_themselves_stay_what_they_are() -> None:
    assert check_key("Ctrl+Shift+B") == "Ctrl+Shift+B"


def test_commands_are_found_by_their_german_words() -> None:
    found = command_hits("empf", shipped_shortcuts(), lambda _command: None)
    assert [each.keys for each in found if not each.is_heading] == ["referral"]


def test_the_sheet_of_keys_is_in_german() -> None:
    groups = sheet_lines(shipped_shortcuts())
    assert {"Überall", "Arbeitsplatz", "In Feldern, Antworten und Tabellen"} <= groups.keys()
    assert ("Strg+A", "In einer Tabelle: alle Zeilen ankreuzen") in groups[
        "In Feldern, Antworten und Tabellen"
    ]


@pytest.mark.parametrize("language", ["en", "de"])
def test_saved_and_saving_are_told_from_trouble_in_every_language(
    qapp: QApplication, language: str
) -> None:
    """Amber with a sign is for what is not saved, and for nothing else (S4)."""
    take_up(qapp, language)
    assert is_saved(tr("Saved"))
    assert is_saving(tr("Saving"))
    trouble = tr("Not saved yet: {why}", why="Saved Gespeichert")
    for says in (trouble, tr("Saving"), ""):
        assert not is_saved(says)
    assert not is_saving(trouble)
