"""Whether two pictures of a window show the same, whatever drew their letters."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

_CELLS: Final = (72, 45)
"""Columns and rows a picture is averaged to: one is about as wide as two letters."""
SAME_MEAN, SAME_WORST = 1.5, 40.0
"""Of 255 shades of grey: how far all cells may differ on average, and the one that does most.

Another release of FreeType moves a mean by a few tenths; a row or a card more moves it by more.
"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Likeness:
    """How far two pictures differ, in shades of grey of 255."""

    mean: float
    worst: float

    @property
    def is_same(self) -> bool:
        """Whether they show the same."""
        return self.mean <= SAME_MEAN and self.worst <= SAME_WORST


def likeness(one: QImage, other: QImage) -> Likeness:
    """How far two pictures differ; those of two sizes differ wholly."""
    if one.size() != other.size():
        return Likeness(mean=255.0, worst=255.0)
    apart = np.abs(_cells(one) - _cells(other))
    return Likeness(mean=float(apart.mean()), worst=float(apart.max()))


def keep(picture: QImage, path: Path) -> bool:
    """Keep a picture unless the one that is there shows the same; whether it was written.

    Each picture that is written anew makes the project larger for ever.
    """
    if path.exists() and likeness(picture, QImage(str(path))).is_same:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    assert picture.save(str(path), "PNG", 0)
    return True


def _cells(picture: QImage) -> NDArray[np.float64]:
    smooth = Qt.TransformationMode.SmoothTransformation
    wide, high = _CELLS
    small = picture.convertToFormat(QImage.Format.Format_Grayscale8).scaled(
        wide, high, Qt.AspectRatioMode.IgnoreAspectRatio, smooth
    )
    lines = np.frombuffer(small.constBits(), np.uint8).reshape(high, small.bytesPerLine())
    return lines[:, :wide].astype(np.float64)
