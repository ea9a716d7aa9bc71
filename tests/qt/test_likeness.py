"""Pictures are compared by what they show: letters may be drawn otherwise, a card may not go."""

from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from qt.likeness import SAME_MEAN, keep, likeness

SCREENSHOTS = Path(__file__).resolve().parents[2] / "docs" / "screenshots"
READY = SCREENSHOTS / "guide" / "ready.png"


def drawn_otherwise(picture: QImage) -> QImage:
    """As another drawer of letters leaves it: each edge a little softer, and moved a little."""
    smooth, ignore = (
        Qt.TransformationMode.SmoothTransformation,
        Qt.AspectRatioMode.IgnoreAspectRatio,
    )
    wide, high = picture.width(), picture.height()
    return picture.scaled(wide - 24, high - 15, ignore, smooth).scaled(wide, high, ignore, smooth)


def with_patch(picture: QImage, where: QRect) -> QImage:
    made = picture.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(made)
    painter.fillRect(where, QColor("white"))
    painter.end()
    return made


def test_letters_that_are_drawn_otherwise_show_the_same() -> None:
    picture = QImage(str(READY))
    assert likeness(picture, picture).mean < 0.01
    apart = likeness(picture, drawn_otherwise(picture))
    assert apart.is_same
    assert 0 < apart.mean < SAME_MEAN


def test_a_key_that_is_gone_is_noticed() -> None:
    """The main key alone is a fiftieth of the window."""
    picture = QImage(str(READY))
    wide, high = picture.width(), picture.height()
    main_key = QRect(wide - 210, high - 66, 196, 52)
    assert not likeness(picture, with_patch(picture, main_key)).is_same


def test_another_page_or_size_is_another_picture() -> None:
    picture = QImage(str(READY))
    assert not likeness(picture, QImage(str(READY.with_name("my-day.png")))).is_same
    assert not likeness(picture, picture.scaled(1366, 768)).is_same


def test_a_picture_that_shows_the_same_is_not_written_anew(tmp_path: Path) -> None:
    picture, path = QImage(str(READY)), tmp_path / "made" / "ready.png"
    assert keep(picture, path)
    before = path.read_bytes()
    assert not keep(drawn_otherwise(picture), path)
    assert path.read_bytes() == before
    assert keep(QImage(str(READY.with_name("my-day.png"))), path)
