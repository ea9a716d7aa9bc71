"""The look: every pair of colours can be read, light and dark, at every text size."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qualdesk.qt import theme
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.theme import FACES, Look, load_themes
from qualdesk.qt.widgets.fields import Field, NoteField

# What stands on what, and the contrast it needs (WCAG 2.2: text 4.5, edges and charts 3,
# words read aloud 7). The design measured the same pairs.
GROUNDS = {
    "app": "text text2 text3 accent_text ok warn bad call focus=3",
    "surface": "text text2 text3 say=7 coach accent_text ok warn bad call info edge=3 focus=3 "
    "ok_fill=3 warn_fill=3 bad_fill=3 call_fill=3 chart1=3 chart3=3 chart4=3 chart6=3",
    "sunken": "text text2 text3 coach edge=3",
    "hover": "text text2 text3",
    "accent_soft": "text text2 text3 accent_text warn",
    "ok_soft": "text text2 text3 ok",
    "warn_soft": "text text2 text3 warn accent_text",
    "bad_soft": "text text2 bad",
    "call_soft": "text text2 call",
    "info_soft": "info",
    "accent": "on_accent",
    "accent_hover": "on_accent",
    "rail": "rail_text",
    "rail_sel": "rail_on",
    "key": "key_text",
    "toast": "toast_text toast_link",
}


def pairs() -> Iterator[tuple[str, str, float]]:
    for ground, inks in GROUNDS.items():
        for each in inks.split():
            ink, _, need = each.partition("=")
            yield ink, ground, float(need or 4.5)


def light_of(colour: str) -> float:
    """Relative luminance after WCAG 2.2."""
    parts = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((light_of(one), light_of(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_of_contrast_is_the_standards_own() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_every_pair_of_colours_can_be_read(name: str) -> None:
    colours = load_themes()[name].colours
    too_weak = [
        f"{ink} on {ground}: {contrast(colours[ink], colours[ground]):.2f}, needs {need}"
        for ink, ground, need in pairs()
        if contrast(colours[ink], colours[ground]) < need
    ]
    assert len(list(pairs())) == 66
    assert too_weak == []


@pytest.mark.parametrize("name", ["light", "dark"])
def test_more_contrast_keeps_every_pair_and_makes_lines_strong(name: str) -> None:
    colours = load_themes()[name].with_more_contrast().colours
    for ink, ground, need in pairs():
        assert contrast(colours[ink], colours[ground]) >= need
    assert contrast(colours["line"], colours["surface"]) >= 3


def test_both_themes_know_the_same_roles() -> None:
    themes = load_themes()
    assert themes["light"].colours.keys() == themes["dark"].colours.keys()


def test_a_chosen_scheme_reaches_palette_and_painters(qapp: QApplication, look: Look) -> None:
    for scheme in ("dark", "light"):
        look.choose(scheme)
        colours = load_themes()[scheme].colours
        assert look.theme.name == scheme
        assert look.colour("accent") == QColor(colours["accent"])
        assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(colours["app"])
        assert colours["surface"] in qapp.styleSheet()


def test_the_system_decides_while_nobody_chose(qapp: QApplication, look: Look) -> None:
    look.choose("system")
    asks_for_dark = qapp.styleHints().colorScheme() == Qt.ColorScheme.Dark
    assert look.scheme == "system"
    assert look.theme.name == ("dark" if asks_for_dark else "light")


def _system_is_dark(app: QApplication) -> bool:
    return app.styleHints().colorScheme() == Qt.ColorScheme.Dark


def test_a_change_of_the_system_is_followed_only_while_nobody_chose(
    qapp: QApplication, look: Look
) -> None:
    told: list[str] = []
    look.choose("light" if _system_is_dark(qapp) else "dark")
    look._scheme = "system"
    look.changed.connect(lambda: told.append(look.theme.name))
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert told == ["dark" if _system_is_dark(qapp) else "light"]
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert len(told) == 1, "nothing has changed, so nothing is drawn anew"
    look.choose("dark")
    told.clear()
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert told == []
    assert look.theme.name == "dark"


def test_there_is_one_look_however_often_it_is_applied(qapp: QApplication, look: Look) -> None:
    assert theme.apply(qapp, "dark", 1.25) is look
    assert theme.look() is look


def test_the_shipped_font_is_used_with_figures_of_equal_width(look: Look) -> None:
    for name, face in FACES.items():
        info = QFontInfo(look.font(name))
        assert info.family() == "Inter"
        assert info.pixelSize() == face.size
        assert info.weight() == face.weight
        metrics = QFontMetricsF(look.font(name))
        widths = [metrics.horizontalAdvance(figure * 20) for figure in "0123456789"]
        assert max(widths) - min(widths) < 1


@pytest.mark.parametrize(("asked", "given"), [(0.2, 0.85), (1.25, 1.25), (9.0, 1.5)])
def test_text_size_stays_between_its_ends_and_scales_lengths(
    look: Look, asked: float, given: float
) -> None:
    look.choose(scale=asked)
    assert look.scale == given
    assert look.px(100) == round(100 * given)
    assert look.font("say").pixelSize() == look.px(18)
    assert look.line("say") == look.px(26)


def test_a_label_already_shown_grows_with_the_text_size(look: Look) -> None:
    label = PlainLabel("Katrin Albers", face="name")
    small = label.sizeHint()
    look.choose(scale=1.5)
    assert label.sizeHint().height() == round(small.height() * 1.5)
    assert label.sizeHint().width() > small.width() * 1.4


def test_the_style_sheet_leaves_no_gap_to_fill(qapp: QApplication, look: Look) -> None:
    look.choose("dark", 1.25)
    sheet = qapp.styleSheet()
    assert "@" not in sheet
    assert "40px" in sheet  # a field of 32 at 125 %


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_a_field_waits_for_can_be_read(qtbot: QtBot, look: Look, scheme: theme.Scheme) -> None:
    look.choose(scheme)
    for field in (Field("Find", "Find in this batch"), NoteField("Note", "Note for sales")):
        qtbot.addWidget(field)
        field.ensurePolished()
        assert field.palette().color(QPalette.ColorRole.PlaceholderText) == look.colour("text3")


def test_widgets_have_no_style_sheet_of_their_own(product_code: dict[str, str]) -> None:
    # One sheet from tokens: a sheet for one widget would not follow dark mode or text size.
    using = [name for name, code in product_code.items() if ".setStyleSheet(" in code]
    assert using == ["theme.py"]
