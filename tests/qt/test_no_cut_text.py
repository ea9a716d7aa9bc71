"""No word is cut on any screen: at each size, with larger text, in a longer language (bar 15)."""

import os
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from makers import make_clock
from qt.desks import LEADS
from qt.everywhere import MORE, Everywhere, a_full_workspace, everywhere
from qt.seen import cut, longer_words, settle_paint, shown, watching_for_cuts
from qualdesk.qt import theme
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.scripts.outline import OutlineList
from qualdesk.qt.theme import Look
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.option import Option, OptionGroup
from qualdesk.qt.widgets.queue import NextCard
from qualdesk.qt.widgets.table import PlainTable
from qualdesk.qt.widgets.undo import UndoCard

USUAL = ((1366, 768), (1440, 900), (1920, 1080))
# Each change looks at the smallest; QUALDESK_EVERY_SIZE=1 walks through all of them.
SIZES = USUAL if "QUALDESK_EVERY_SIZE" in os.environ else USUAL[:1]
DATA = {part for lead in (*LEADS, *MORE) for part in lead if part} | {"PackTech", "Trade show"}


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_full_workspace(tmp_path_factory.mktemp("full"), make_clock())


@pytest.fixture
def walk(
    qapp: QApplication, workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Everywhere]:
    del qapp
    (tmp_path / "desk.sqlite").write_bytes(workspace.read_bytes())
    with everywhere(tmp_path, make_clock(), monkeypatch) as found:
        yield found


def whole_elsewhere(root: QWidget) -> str:
    """All that tells the whole of itself in a tip: cells, rows of an outline, who is next."""
    found = [each.text() for each in shown(root, NextCard)]
    found += [each.toolTip() for each in shown(root, UndoCard)]
    for table in shown(root, PlainTable):
        model = table.model()
        found += ["\n".join(row) for row in model.drawn()] if model is not None else []
    for outline in shown(root, OutlineList):
        found += [row.name for row in outline._rows.rows]
    for label in shown(root, PlainLabel):
        found += [label.text()] if label._elide else []
    return "\n".join(found)


def _begins(text: str) -> str:
    """The text as the table knows it: without what made it longer, the first of several samples."""
    return text.split(" ~", maxsplit=1)[0].split(" · ", maxsplit=1)[0]


@pytest.mark.parametrize(("scale", "longer"), [(1.0, False), (1.5, False), (1.0, True)])
def test_nothing_is_cut_on_any_screen(
    walk: Everywhere, look: Look, scale: float, longer: bool
) -> None:
    """What has no room scrolls, stands in fewer columns, or gives way before what matters."""
    look.choose(scale=scale)
    wrong: dict[str, str] = {}
    strict = scale == 1.0 and not longer
    # Known to be narrow in a longer language, to be shortened with the translation: a link of the
    # script editor, who calls back, and the mark of the row of headings.
    known = {"Versions", "Me; anyone after 20 minutes", "1 Headings"}
    words = longer_words(
        lambda text: len(text) < 6 or text in known or any(part in text for part in DATA)
    )
    with words if longer else nullcontext(), watching_for_cuts(look) as ended:
        for name, root in walk.screens():
            for width, height in SIZES:
                walk.size(width, height)
                ended.clear()
                settle_paint(root)
                told = whole_elsewhere(root)
                lost = [f"ended: {text}" for text in ended if _begins(text) not in told]
                for each in (*cut(root, strict=strict), *lost):
                    wrong.setdefault(each, f"{name} at {width}")
    assert not wrong, "\n".join(f"{where}: {what}" for what, where in wrong.items())


def test_the_checker_sees_what_is_cut(qtbot: QtBot, look: Look) -> None:
    """A checker that cannot fail proves nothing: each kind of harm, made on purpose."""
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    label, button, field = PlainLabel("Head of Packaging"), PushButton("Import a list"), QLineEdit()
    field.setPlaceholderText("First and last name of the person")
    for each in (label, button, field):
        column.addWidget(each)
    page.resize(400, 200)
    page.show()
    settle_paint(page)
    assert cut(page) == []
    label.setFixedWidth(20)
    button.setFixedWidth(20)
    field.setFixedWidth(60)
    settle_paint(page)
    kinds = {each.partition(":")[0] for each in cut(page)}
    assert kinds == {"cut", "squeezed", "hint cut"}
    label.setFixedSize(QSize(200, 40))
    column.removeWidget(label)
    column.removeWidget(button)
    label.move(0, 0)
    button.setFixedSize(QSize(200, 40))
    button.move(100, 10)
    assert any(each.startswith("on each other") for each in cut(page))
    button.move(390, 10)
    assert any(each.startswith("outside") for each in cut(page))
    with watching_for_cuts(look) as ended:
        elided = PlainLabel("Head of Packaging", elide=True)
        qtbot.addWidget(elided)
        elided.resize(30, 20)
        elided.grab()
        assert ended == ["Head of Packaging"]


def test_answers_take_fewer_columns_where_their_words_lack_room(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    group = OptionGroup()
    QVBoxLayout(page).addWidget(group)
    words = "A rather long answer, as other languages have it"
    group.set_options([Option(key=str(n), title=words) for n in range(1, 5)], columns=2)
    page.resize(1000, 300)
    page.show()

    def lefts() -> set[int]:
        return {button.x() for button in group._buttons}

    qtbot.waitUntil(lambda: len(lefts()) == 2)
    page.resize(480, 300)
    qtbot.waitUntil(lambda: len(lefts()) == 1)
    page.resize(1000, 300)
    qtbot.waitUntil(lambda: len(lefts()) == 2)


def test_text_grows_to_150_and_shrinks_to_85_and_no_further(look: Look) -> None:
    for asked, given in ((0.2, 0.85), (0.85, 0.85), (1.5, 1.5), (3.0, 1.5)):
        look.choose(scale=asked)
        assert look.scale == given
        assert look.px(100) == round(100 * given)
    theme.apply(QApplication.instance(), "light", 1.0)  # type: ignore[arg-type]
