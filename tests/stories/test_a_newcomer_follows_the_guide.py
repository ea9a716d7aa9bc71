"""A newcomer starts the program and does, by keys alone, what a guide says (Q4)."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from qt.guided import Newcomer, a_newcomer, steps_of
from qt.likeness import likeness
from qualdesk.qt import theme

DOCS = Path(__file__).resolve().parents[2] / "docs"
GUIDES = {"guide-caller.md": 25, "guide-supervisor.md": 22}
"""How many steps each has at least: a guide that is not read as steps would pass."""


@pytest.fixture
def newcomer(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Newcomer]:
    theme.apply(qapp, "light", 1.0)
    with a_newcomer(tmp_path, monkeypatch) as made:
        yield made


@pytest.mark.parametrize("guide", GUIDES)
def test_every_step_of_the_guide_does_what_the_guide_says(newcomer: Newcomer, guide: str) -> None:
    """Each key is pressed and each word typed where the guide has it; what it says is to be seen.

    Nothing else is done: no mouse, no call into the program (Q4, D1). Where the guide has a
    picture of the window, the window looks like it.
    """
    steps = steps_of(DOCS / guide)
    assert len(steps) >= GUIDES[guide]
    assert all(step.does for step in steps), "a step says what to do, or what is to be seen"
    for step in steps:
        newcomer.do(step)
    assert newcomer.pictures
    unlike = {
        name: apart
        for name, picture in newcomer.pictures.items()
        if not (apart := likeness(picture, QImage(str(DOCS / name)))).is_same
    }
    assert not unlike, "python tests/qt/pictures.py --guides makes them anew"


@pytest.mark.parametrize("guide", GUIDES)
def test_steps_are_numbered_in_each_part_from_one(guide: str) -> None:
    last: dict[str, int] = {}
    for step in steps_of(DOCS / guide):
        assert step.number == last.get(step.title, 0) + 1
        last[step.title] = step.number


def test_a_step_that_is_not_true_is_noticed(newcomer: Newcomer, tmp_path: Path) -> None:
    """The story can fail: a key that does something else, a sentence the window never says."""
    page = tmp_path / "guide.md"
    page.write_text("# G\n\n1. Press <kbd>1</kbd>: *What shall we call you?*\n2. *Not there.*\n")
    true, untrue = steps_of(page)
    newcomer.do(true)
    with pytest.raises(AssertionError, match="step 2: Not there"):
        newcomer.do(untrue)
