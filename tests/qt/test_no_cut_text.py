"""No word is cut on any screen: at each size, with larger text (bar 15)."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from qt.seen import cut, settle_paint, watching_for_cuts
from qt.walked import EVERY, walked
from qualdesk.qt import theme
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.theme import Look
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.option import Option, OptionGroup


def test_nothing_is_cut_in_larger_text(qapp: QApplication) -> None:
    """At half as large again; English at its usual size is walked with the checks by ear."""
    cut_words = walked(qapp, scale=1.5, briefly=not EVERY).cut
    assert not cut_words, "\n".join(f"{where}: {what}" for what, where in cut_words.items())


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
