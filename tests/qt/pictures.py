"""Makes the pictures of docs/screenshots: all of them, or those of the desk in a folder.

Usage: python tests/qt/pictures.py --all [light|dark]
       python tests/qt/pictures.py --guides
       python tests/qt/pictures.py docs/screenshots/desk [light|dark]

A picture that shows what the kept one shows is not written anew (qt/likeness.py).
"""

import os
import sys
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from makers import make_clock
from qt.everywhere import Screen, a_full_workspace, everywhere
from qt.likeness import keep
from qt.seen import settle_paint
from qt.side_states import a_bad_day, of_a_first_start, of_practice
from qualdesk.qt import theme
from qualdesk.qt.languages import take_up

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
    "left for you": "left-for-you",
    "search, found": "search-found",
    "strong lines": "strong-lines",
    "late call back": "late-call-back",
    "cannot be saved": "cannot-be-saved",
    "somebody else has it": "somebody-else-has-it",
    "do not call since": "do-not-call-since",
    "no number": "no-number",
    "find a number": "find-a-number",
    "who is calling": "who-is-calling",
    "they called us": "they-called-us",
    "outside hours": "outside-hours",
    "empty queue": "empty-queue",
    "first start": "first-start",
    "first start, name": "first-start-name",
    "practice": "practice",
    "practice, after the call": "practice-after-the-call",
    "ready, in German": "ready-german",
    "on a call, question 4, in German": "fit-german",
    "on a call: outcome_6, in German": "call-back-german",
}
ALL_SIX = {"ready", "discover", "fit", "call-back", "wrapping-up", "next-lead-with-undo"}
DARK_TOO = 1440
"""The one width in which the others are kept in dark."""


def main(out: Path, schemes: list[theme.Scheme]) -> None:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    out.mkdir(parents=True, exist_ok=True)
    for scheme in schemes:
        theme.apply(app, scheme, 1.0)
        for states in (_usual, _in_between, _first_start, _in_german):
            with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
                for name, window in states(app, Path(folder), patch, scheme):
                    if file := STATES.get(name) or _section(name):
                        take(window, file, out, scheme)


def take(window: QWidget, name: str, out: Path, scheme: str) -> None:
    """The window as it is, at each of the sizes that state is kept in."""
    for width, height in SIZES.items():
        if width == DARK_TOO or scheme == "light" or name in ALL_SIX:
            window.resize(width, height)
            settle_paint(window)
            few = with_few_colours(window.grab().toImage())
            keep(few, out / f"{name}-{scheme}-{width}.png")


def _section(name: str) -> str:
    """The file of a part of the settings, empty for what is none."""
    part = name.removeprefix("settings, ")
    # Where files lie on the computer that makes the pictures is of no use to anybody.
    # Some have pictures of their own, on a workspace with more people (qt/doc_pictures.py).
    elsewhere = {"about", "workspace", "people", "team", "privacy"}
    is_shown = part != name and part not in elsewhere
    return f"settings-{part}" if is_shown else ""


def _usual(
    _app: QApplication, folder: Path, patch: pytest.MonkeyPatch, scheme: theme.Scheme
) -> Iterator[Screen]:
    a_full_workspace(folder, make_clock())
    with everywhere(folder, make_clock(), patch, theme=scheme) as walk:
        for part in (walk.of_the_rest, walk.of_the_desk, partial(of_practice, walk)):
            for name, _root in part():
                yield name, walk.shell


def _in_between(
    _app: QApplication, folder: Path, patch: pytest.MonkeyPatch, scheme: theme.Scheme
) -> Iterator[Screen]:
    with a_bad_day(folder, make_clock(), patch, theme=scheme) as (walk, day):
        yield from day.states(walk)


def _first_start(
    _app: QApplication, folder: Path, _patch: pytest.MonkeyPatch, scheme: theme.Scheme
) -> Iterator[Screen]:
    yield from of_a_first_start(folder, make_clock(), theme=scheme)


def _in_german(
    app: QApplication, folder: Path, patch: pytest.MonkeyPatch, scheme: theme.Scheme
) -> Iterator[Screen]:
    take_up(app, "de")
    try:
        a_full_workspace(folder, make_clock())
        with everywhere(folder, make_clock(), patch, theme=scheme) as walk:
            yield from ((f"{name}, in German", walk.shell) for name, _ in walk.of_the_desk())
    finally:
        take_up(app, "en")


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


def make_all(out: Path, schemes: list[theme.Scheme]) -> None:
    """Every picture the docs show: of the desk, the hand-off, the Floor, settings, the README."""
    from qt import doc_pictures, floor_pictures, handoff_pictures

    guides(out.parent)
    main(out / "desk", schemes)
    handoff_pictures.main(out / "hand-off", schemes)
    floor_pictures.main(out / "floor", schemes)
    app = QApplication.instance()
    assert isinstance(app, QApplication)

    def take_one(screen: Screen, under: str) -> None:
        name, window = screen
        window.resize(1440, 900)
        for _ in range(2):
            settle_paint(window)
        keep(with_few_colours(window.grab().toImage()), out / under / f"{name}.png")

    for scheme in schemes:
        doc_pictures.of_the_settings(app, scheme, take_one)
        doc_pictures.of_the_front(app, scheme, take_one)


def guides(docs: Path) -> None:
    """The pictures of the guides: their steps are done, and the window drawn where they say."""
    from qt.guided import a_newcomer, steps_of

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app, "light", 1.0)
    for guide in ("guide-caller.md", "guide-supervisor.md"):
        with (
            TemporaryDirectory() as made,
            pytest.MonkeyPatch.context() as patch,
            a_newcomer(Path(made), patch) as newcomer,
        ):
            for step in steps_of(docs / guide):
                newcomer.do(step)
            for name, picture in newcomer.pictures.items():
                keep(with_few_colours(picture), docs / name)


if __name__ == "__main__":
    chosen: list[theme.Scheme] = [one for one in ("light", "dark") if one in sys.argv[2:]]
    docs = Path(__file__).parents[2] / "docs"
    if not sys.argv[1:] or sys.argv[1] in {"-h", "--help"}:
        sys.stdout.write(f"{__doc__}\n")
    elif sys.argv[1] == "--all":
        make_all(docs / "screenshots", chosen or ["light", "dark"])
    elif sys.argv[1] == "--guides":
        guides(docs)
    else:
        main(Path(sys.argv[1]), chosen or ["light", "dark"])
