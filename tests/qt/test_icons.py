"""The shipped icons: each one there is used, each one used is there, in any colour."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from qualdesk.qt.icons import Icons
from qualdesk.resources import shipped

NAMES = sorted(path.stem for path in shipped("icons").glob("*.svg"))


def inks(icons: Icons, name: str, colour: str, ratio: float = 1.0) -> set[str]:
    image = icons.pixmap(name, QColor(colour), 24, ratio).toImage()
    found = set(memoryview(image.convertToFormat(QImage.Format.Format_ARGB32).bits()).cast("I"))
    return {QColor.fromRgba(each).name() for each in found if each >> 24 == 255}


def distance(one: str, other: str) -> int:
    left, right = QColor(one), QColor(other)
    pairs = zip(left.toTuple(), right.toTuple(), strict=True)
    return max(abs(here - there) for here, there in pairs)


@pytest.mark.parametrize("name", [name for name in NAMES if name != "qualdesk"])
def test_an_icon_takes_the_colour_asked_for(qapp: object, name: str) -> None:
    del qapp
    seen = inks(Icons(), name, "#b3261e", 4.0)
    assert "#b3261e" in seen
    assert max(distance(ink, "#b3261e") for ink in seen) <= 1


def test_an_icon_is_sharp_on_any_screen_and_drawn_once(qapp: object) -> None:
    del qapp
    icons = Icons()
    plain, double = (icons.pixmap("phone", QColor("red"), 16, ratio) for ratio in (1.0, 2.0))
    assert (plain.width(), double.width()) == (16, 32)
    assert double.deviceIndependentSize().width() == 16
    again = icons.pixmap("phone", QColor("red"), 16, 2.0)
    assert again.cacheKey() == double.cacheKey()
    faint = icons.pixmap("phone", QColor(255, 0, 0, 40), 16, 1.0).toImage()
    alphas = {faint.pixelColor(x, y).alpha() for x in range(16) for y in range(16)}
    assert max(alphas) == pytest.approx(40, abs=2)


def test_an_icon_for_a_menu_has_both_densities(qapp: object) -> None:
    del qapp
    icon = Icons().icon("phone", QColor("red"), 18)
    assert {size.width() for size in icon.availableSizes()} >= {18}
    assert not icon.isNull()


def test_a_name_that_is_not_shipped_is_refused(qapp: object) -> None:
    del qapp
    with pytest.raises(FileNotFoundError):
        Icons().pixmap("no-such-icon", QColor(Qt.GlobalColor.red), 16)


def test_every_icon_shipped_is_used(product_code: dict[str, str]) -> None:
    code = "\n".join(product_code.values())
    words = set(re.findall(r'"([a-z0-9-]+)"', code))
    assert [name for name in NAMES if name not in words] == []
    assert 40 <= len(NAMES) <= 90


def test_outlines_are_as_thin_as_drawn_and_name_their_licence() -> None:
    for name in NAMES:
        svg = shipped("icons", f"{name}.svg").read_text("utf-8")
        if name != "qualdesk":
            assert 'stroke-width="1.9"' in svg
            assert "ISC" in svg
    assert shipped("icons", "LICENSE-lucide.txt").is_file()
