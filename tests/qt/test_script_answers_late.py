"""The script editor says and opens only what belongs to what is in front, in a writer's words."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from makers import make_clock
from qt.test_script_editor import Office
from qt.windows import Chosen
from qualdesk.qt.scripts.wording import with_question
from qualdesk.qt.widgets.popover import PopOver


@pytest.fixture
def office(filled: Path, tmp_path: Path, qapp: QApplication) -> Iterator[Office]:
    del qapp
    path = tmp_path / "desk.sqlite"
    path.write_bytes(filled.read_bytes())
    found = Office(path, make_clock(), Chosen())
    yield found
    found.close()


def test_a_card_asked_for_does_not_open_over_another_page(office: Office) -> None:
    """Its answer came when the person had gone on: Ctrl+Enter would land on somebody's call."""
    office.open()
    other = QWidget()
    office.shell.add_page("desk", "Desk", "headset", other)
    for ask in (office.editor.shelf.show_versions, office.editor.shelf.show_library):
        office.shell.show_page("campaigns")
        ask()
        office.shell.show_page("desk")
        office.lanes.settle()
        assert not [one for one in office.shell.findChildren(PopOver) if one.isVisible()]
        assert office.shell.at == "desk"
    office.shell.show_page("campaigns")
    office.editor.shelf.show_versions()
    office.lanes.settle()
    assert office.editor.shelf.versions_card is not None
    assert office.editor.shelf.versions_card.isVisible()


def test_what_stops_a_script_is_said_once_by_the_question_until_it_is_mended(
    office: Office,
) -> None:
    office.open("role")
    fine = office.script
    silent = replace(office.question("date"), say="")
    office.editor.writing.put(with_question(office.script, silent))
    office.check()
    office.keys.press("Ctrl+Return")
    office.lanes.settle()
    says = office.editor.notice.accessibleName()
    assert says.startswith("“Discovery call” cannot be used yet: 1 problem.")
    assert silent.ask in says
    assert "stages." not in says
    assert says.count("empty") == 1
    assert office.editor.notice.isVisible()
    office.editor.writing.put(fine)
    office.check()
    assert not office.editor.notice.isVisible()


def test_esc_in_the_preview_goes_back_to_writing_first(office: Office) -> None:
    office.open("date")
    office.keys.press("Ctrl+P")
    preview = office.editor.preview
    assert preview.isAncestorOf(QApplication.focusWidget())
    office.keys.press("Escape")
    assert office.left == []
    assert office.editor.outline.isAncestorOf(QApplication.focusWidget())
    office.keys.press("Escape")
    assert office.left == [True]


def test_a_long_question_is_read_from_its_beginning(office: Office) -> None:
    office.open("date")
    ask = office.editor.form.words.ask
    long = replace(office.question("date"), ask="What is their part in choosing " * 6)
    office.editor.writing.put(with_question(office.script, long))
    assert ask.cursorPosition() == 0
    ask.setFocus()
    office.keys.press("End")
    office.keys.press("Tab")
    assert ask.cursorPosition() == 0


def test_a_question_and_what_its_answers_mean_are_not_cut(office: Office) -> None:
    office.shell.resize(1440, 900)
    office.open("role")
    form = office.editor.form
    words = [(form.words.ask, form.words.ask.text())]
    words += [(line.feeds, line.feeds.currentText()) for line in form.answers.rows.lines[:5]]
    for field, text in words:
        assert field.fontMetrics().horizontalAdvance(text) < field.width() - 24, text


def test_versions_offer_no_draft_where_nothing_was_changed(office: Office) -> None:
    office.open()
    office.editor.shelf.show_versions()
    office.lanes.settle()
    card = office.editor.shelf.versions_card
    assert card is not None
    named = [card.newer.itemText(at) for at in range(card.newer.count())]
    assert [each.split(",")[0] for each in named] == ["Version 1"]
    assert "Nothing was changed since version 1." in card.says
    card.close_over()
    office.editor.writing.put(replace(office.script, name="Stand call"))
    office.save()
    office.editor.shelf.show_versions()
    office.lanes.settle()
    assert card.newer.itemText(0) == "Draft 2"
    assert len(card.changes) == 1


def test_no_side_case_is_announced_where_there_is_none(office: Office) -> None:
    office.open("date")
    part = office.editor.form.asides
    assert not office.question("date").asides
    assert not part.caption.isVisible()
    assert part.add.isVisibleTo(office.editor)
    part.add.click()
    QTest.qWait(10)
    assert part.caption.isVisibleTo(office.editor)
