"""Whatever a stranger wrote into a form is shown as the text it is, and at once."""

import ast
import time
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QEnterEvent, QHelpEvent, QTextDocumentFragment
from PySide6.QtWidgets import QApplication, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from qualdesk.qt.plain import LONGEST, PlainLabel, plain_tooltip, safe_text
from qualdesk.qt.theme import FACES, look
from qualdesk.qt.widgets.avatar import Avatar, initials
from qualdesk.qt.widgets.buttons import LinkButton, PushButton
from qualdesk.qt.widgets.chip import Chip
from qualdesk.qt.widgets.facts import AnswerRow, KnownRow, MissingRow
from qualdesk.qt.widgets.notices import Banner
from qualdesk.qt.widgets.option import Option, OptionButton
from qualdesk.qt.widgets.outcome import OutcomeButton
from qualdesk.qt.widgets.queue import NextCard, NowCard, ReasonShown

# 20 nested tables hold a label that guesses rich text for 42 s; each level doubles it.
TABLES = "<table border=1><tr><td>" * 30
PICTURE = '<img src="file:///etc/hostname" width=400 height=400>'
AMPERSAND = "O'Neil & <i>Sons"
NO_BREAK = "W" * 5000
HOSTILE = [TABLES, PICTURE, AMPERSAND, NO_BREAK, "a\u202egpj.exe", "&lt;b&gt;", "\x00\x1b[31m"]


def every_sink(text: str) -> Iterator[QWidget]:
    yield PlainLabel(text)
    yield PlainLabel(text, wrap=True)
    yield PlainLabel(text, elide=True)
    yield PushButton(text)
    yield LinkButton(text)
    yield Chip(text)
    yield Avatar(text)
    yield OptionButton(Option(key="1", title=text, second=text, trailing=text))
    yield OutcomeButton("Alt+1", text, text)
    yield AnswerRow(text, text, text)
    yield MissingRow(text, text)
    yield KnownRow(text, text, 5)
    yield Banner("warn", text, text)
    now, following = NowCard(), NextCard()
    now.set(text, text, 5, [ReasonShown(text=text)])
    following.set(text, text)
    yield now
    yield following


@pytest.mark.parametrize("text", HOSTILE)
def test_no_widget_takes_a_leads_text_for_html(qtbot: QtBot, text: str) -> None:
    began = time.perf_counter()
    for sink in every_sink(text):
        qtbot.addWidget(sink)
        sink.resize(QSize(300, 60))
        assert not sink.grab().isNull()
        for label in [sink, *sink.findChildren(PlainLabel)]:
            if isinstance(label, PlainLabel):
                assert label.textFormat() == Qt.TextFormat.PlainText
                assert label.buddy() is None
    assert time.perf_counter() - began < 5


def test_tags_are_drawn_letter_by_letter(qtbot: QtBot) -> None:
    tags, quiet = PlainLabel("<b>x</b>"), PlainLabel("x")
    for label in (tags, quiet):
        qtbot.addWidget(label)
    metrics = look().metrics("body")
    assert tags.text() == "<b>x</b>"
    assert tags.sizeHint().width() >= metrics.horizontalAdvance("<b>x</b>")
    assert tags.sizeHint().width() > quiet.sizeHint().width() * 3


def test_an_ampersand_makes_no_keyboard_shortcut(qtbot: QtBot) -> None:
    for made in (PushButton("Leaf &Grain"), OptionButton(Option(key="1", title="Leaf &Grain"))):
        qtbot.addWidget(made)
        assert made.shortcut().isEmpty()
        assert "Leaf &Grain" in made.accessibleName()


@pytest.mark.parametrize("text", HOSTILE)
def test_a_tip_shows_the_text_and_nothing_of_its_markup(qtbot: QtBot, text: str) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    plain_tooltip(widget, text)
    shown = QTextDocumentFragment.fromHtml(widget.toolTip()).toPlainText()
    assert shown.split() == safe_text(text, 600).split()
    plain_tooltip(widget, "")
    assert widget.toolTip() == ""


def test_a_label_that_is_cut_tells_the_whole_text_to_a_mouse_that_rests_on_it(
    qtbot: QtBot,
) -> None:
    label = PlainLabel("<b>A name</b> longer than its place", elide=True)
    qtbot.addWidget(label)
    place = QPoint(5, 5)
    help_wanted = QHelpEvent(QEvent.Type.ToolTip, place, place)
    for width, told in ((60, "<b>A name</b> longer than its place"), (600, "")):
        label.resize(width, 20)
        QApplication.sendEvent(label, QEnterEvent(place, place, place))
        QApplication.sendEvent(label, help_wanted)
        assert QTextDocumentFragment.fromHtml(QToolTip.text()).toPlainText() == told
        QApplication.sendEvent(label, QEvent(QEvent.Type.Leave))
        QToolTip.hideText()
        qtbot.waitUntil(lambda: not QToolTip.text())


@given(st.text(st.characters(exclude_categories=()), max_size=300))
def test_shown_text_has_no_character_that_turns_or_steers(text: str) -> None:
    shown = safe_text(text)
    turning = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    assert not turning & set(shown)
    assert all(each == "\n" or each.isprintable() or ord(each) > 0x9F for each in shown)
    shown.encode("utf-8")
    assert safe_text(shown) == shown


@given(st.text(max_size=60), st.integers(min_value=1, max_value=40))
def test_shown_text_is_never_longer_than_its_limit(text: str, limit: int) -> None:
    assert len(safe_text(text, limit)) <= limit


def test_long_text_ends_in_a_mark_and_words_are_kept() -> None:
    assert safe_text("x" * (LONGEST + 1)).endswith("…")
    assert safe_text("x" * LONGEST) == "x" * LONGEST
    assert safe_text("Zoë O'Neil-Müller, 東京 & Söhne") == "Zoë O'Neil-Müller, 東京 & Söhne"
    assert safe_text("two\r\nlines\tand a tab") == "two\nlines and a tab"
    assert safe_text(" two\n lines ", one_line=True) == "two lines"


def test_a_wrapping_label_is_never_cut_in_a_column(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    text = "You said the new line comes in autumn. When does it have to be running? " * 4
    labels = [PlainLabel(text, face=face, wrap=True) for face in ("say", "body", "hint")]
    for label in labels:
        column.addWidget(label)
    column.addStretch(1)
    page.show()
    for width in (180, 333, 640, 1200):
        page.resize(width, 1800)
        qtbot.waitUntil(lambda width=width: page.width() == width)
        assert [label.is_cut() for label in labels] == [False, False, False]


def test_a_label_says_when_it_is_cut(qtbot: QtBot) -> None:
    label = PlainLabel("Head of Packaging Operations", elide=True)
    wrapping = PlainLabel("Head of Packaging Operations", wrap=True)
    for each in (label, wrapping):
        qtbot.addWidget(each)
        each.resize(60, 19)
        assert each.is_cut()
        each.resize(400, 60)
        assert not each.is_cut()


def test_a_line_has_the_height_of_the_type_scale(qtbot: QtBot) -> None:
    for face in FACES:
        label = PlainLabel("x\ny", face=face, wrap=True)
        qtbot.addWidget(label)
        assert label.heightForWidth(200) == 2 * FACES[face].line


def test_initials_come_from_any_name() -> None:
    assert initials("Katrin Albers") == "KA"
    assert initials("maria de la cruz") == "MC"
    assert initials("Cher") == "C"
    assert initials("") == initials("— …") == "?"


def test_only_the_wrapper_opens_doors_that_guess_rich_text(product_code: dict[str, str]) -> None:
    # Each of these takes a text that looks like HTML for HTML.
    guessing = {"QLabel", "QMessageBox", "QProgressDialog", "QInputDialog", "QErrorMessage"}
    guessing |= {"QFormLayout", "QWizardPage", "QTextEdit", "QTextBrowser", "QWhatsThis"}
    guessing |= {"setToolTip", "setWhatsThis", "setHtml", "insertHtml", "setOpenExternalLinks"}
    found = {
        f"{name}: {word}"
        for name, code in product_code.items()
        if name != "plain.py"
        for node in ast.walk(ast.parse(code))
        for word in names_in(node)
        if word in guessing
    }
    assert found == set()


def names_in(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Name):
        yield node.id
    if isinstance(node, ast.Attribute):
        yield node.attr
    if isinstance(node, ast.alias):
        yield node.name.rpartition(".")[2]
