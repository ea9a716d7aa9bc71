"""Makes the pictures of every state of the desk: light and dark, at three sizes.

Usage: python tests/qt/pictures.py docs/screenshots/desk [light|dark] [WIDTH]
"""

import os
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from makers import make_clock
from qt.everywhere import Everywhere, a_full_workspace, everywhere
from qt.seen import settle_paint
from qualdesk.qt import theme

SIZES = {1366: 768, 1440: 900, 1920: 1080}
STATES = {
    "palette": "search",
    "settings": "settings",
    "my_day": "my-day",
    "help": "keys",
    "ready": "ready",
    "ready: why_now": "why-now",
    "ready: skip": "skip",
    "ready: do_not_call": "do-not-call",
    "dialling": "dialling",
    "on a call, discover": "discover",
    "on a call, question 4": "fit",
    "on a call: outcome_6": "call-back",
    "on a call: outcome_7": "nurture",
    "on a call: outcome_8": "not-a-fit",
    "on a call: outcome_more": "more-outcomes",
    "on a call: referral": "referral",
    "on a call: objections": "what-to-say",
    "wrapping up, call back chosen": "wrapping-up",
    "next lead, with undo": "next-lead-with-undo",
    "break": "break",
}


def main(out: Path, schemes: list[theme.Scheme], widths: list[int]) -> None:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    out.mkdir(parents=True, exist_ok=True)
    for scheme in schemes:
        for width in widths:
            theme.apply(app, scheme, 1.0)
            with (
                TemporaryDirectory() as folder,
                pytest.MonkeyPatch.context() as patch,
            ):
                a_full_workspace(Path(folder), make_clock())
                with everywhere(Path(folder), make_clock(), patch, theme=scheme) as walk:
                    take(walk, out, scheme, width)


def take(walk: Everywhere, out: Path, scheme: str, width: int) -> None:
    """Every state of the desk at that width, as it comes."""
    walk.size(width, SIZES[width])
    for part in (walk.of_the_rest, walk.of_the_desk):
        for name, _root in part():
            if STATES.get(name):
                settle_paint(walk.shell)
                picture = walk.shell.grab().toImage()
                few = with_few_colours(picture)
                assert few.save(str(out / f"{STATES[name]}-{scheme}-{width}.png"), "PNG", 0)


def with_few_colours(picture: QImage) -> QImage:
    """The same in 256 colours: a third of the size, and it looks the same.

    One of each hue and shade there is, however rare, as a green dot; then the most frequent.
    """
    full = picture.convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(full.constBits()).cast("I"))
    by_shade: dict[int, int] = {}
    for colour, _ in counted.most_common():
        by_shade.setdefault(colour & 0xE0E0E0, colour)
    chosen = dict.fromkeys([*list(by_shade.values())[:160], *(c for c, _ in counted.most_common())])
    plain = Qt.ImageConversionFlag.ThresholdDither
    return full.convertToFormat(QImage.Format.Format_Indexed8, list(chosen)[:256], plain)


if __name__ == "__main__":
    asked = sys.argv[2:]
    main(
        Path(sys.argv[1]),
        [each for each in ("light", "dark") if each in asked] or ["light", "dark"],
        [each for each in SIZES if str(each) in asked] or list(SIZES),
    )
