"""The definition page in a new workspace and a low window; what is begun and not meant goes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from makers import make_clock
from qt.definition_desks import DEFINITION, MARKETING, Agreeing, agreeing
from qt.grabs import cut_words, grab
from qt.windows import text_of
from qualdesk.core.criteria import Side
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.popover import _SHADE


@pytest.fixture
def two(qapp: QApplication, tmp_path: Path) -> Iterator[Agreeing]:
    del qapp
    with agreeing(tmp_path, make_clock()) as found:
        yield found


@pytest.fixture
def bare(qapp: QApplication, tmp_path: Path) -> Iterator[Agreeing]:
    """A workspace in which nobody was ever finished."""
    del qapp
    with agreeing(tmp_path, make_clock(), past=False) as found:
        yield found


def test_with_nothing_to_try_on_the_past_is_offered_in_little_room(
    bare: Agreeing, tmp_path: Path
) -> None:
    view = bare.page.view
    tried = view.tried
    assert tried.load.isVisible()
    assert tried.load.accessibleName() == "Load past history, Ctrl O"
    template = tmp_path / "template.csv"
    bare.chosen.answers["new_file"] = template
    bare.tab_to("Save the template").click()  # type: ignore[attr-defined]  # it is a button
    bare.settle()
    assert template.exists()
    assert "has a column for each question" in text_of(view.past), "it is said where it is seen"
    tried.load.click()
    assert bare.chosen.asked[-1] == "past history"
    bare.keys.press("Escape")
    grab(bare.shell, "definition-empty-low", (1366, 768))
    assert tried.height() < 130
    rows = view.criteria.table
    assert rows.rowAt(rows.viewport().height() - 1) in {-1, 6}, "all seven criteria are there"
    assert cut_words(view) == []


def test_a_trial_says_what_it_is_compared_with(two: Agreeing, bare: Agreeing) -> None:
    tried = two.page.view.tried
    assert not tried.load.isVisible()
    assert "Compared with version 3." in text_of(tried)
    assert "Compared" not in text_of(bare.page.view.tried)


@pytest.mark.parametrize("waits", [False, True])
def test_a_criterion_nobody_wrote_goes_with_esc_and_a_signature_holds(
    two: Agreeing, waits: bool
) -> None:
    """Ctrl+N was pressed by mistake: marketing agreed to the words, and is not asked again."""
    two.page.editing.set_threshold(66)
    two.settle()
    with two.desk() as desk:
        desk.definitions.sign(DEFINITION, Side.MARKETING, MARKETING)
    two.page.refresh()
    two.settle()
    two.page.view.criteria.table.setFocus()
    two.keys.press("Ctrl+N")
    if waits:
        two.settle()
    two.keys.press("Escape")
    two.settle()
    assert two.page.view.side.currentWidget() is two.page.view.sign_off
    with two.desk() as desk:
        standing = desk.definitions.standing(DEFINITION)
        assert [one.id for one in standing.draft.definition.criteria][-1] != "who_else"
        assert standing.side(Side.MARKETING).is_signed
    two.keys.press("Ctrl+N")
    two.keys.type("Who decides with them")
    two.keys.press("Escape")
    two.settle()
    with two.desk() as desk:
        kept = desk.definitions.draft(DEFINITION).definition.criteria[-1]
        assert kept.label == "Who decides with them", "what was written stays"


def test_no_draft_is_left_of_a_criterion_nobody_wrote(two: Agreeing) -> None:
    two.keys.press("Ctrl+N")
    two.settle()
    two.keys.press("Escape")
    two.settle()
    with two.desk() as desk:
        assert not desk.definitions.draft(DEFINITION).revision
    assert two.page.view.criteria._title.text() == "Version 3", "it is the one in force"


def test_the_card_to_sign_stands_within_the_panel(two: Agreeing) -> None:
    two.shell.resize(1366, 768)
    two.page.editing.set_threshold(66)
    two.settle()
    two.page.signatures.ask(Side.MARKETING)
    card, panel = two.page.signatures.sign, two.page.view.sign_off
    grab(two.shell, "definition-sign-low", (1366, 768))
    assert card.isVisible()
    shade = look().px(_SHADE)
    right = card.mapTo(two.shell, QPoint(card.width(), 0)).x() - shade
    edge = panel.mapTo(two.shell, QPoint(panel.width(), 0)).x()
    assert right <= edge
