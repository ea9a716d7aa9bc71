"""Every page and pop-over by ear and by keyboard: names, roles, states, order, announcements.

Bar 16 of the screens, and the accessible names of 3.5.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from makers import make_clock
from qt.everywhere import Everywhere, a_full_workspace, everywhere
from qt.seen import out_of_order, settle_paint, unheard, unsaid_pictures

# They stand beside words that say the same, or are a ground.
QUIET = {"Card", "Rule", "UprightRule", "KeyCap", "IconMark", "_Chevron", "_Dot", "_Step"}


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


def test_every_screen_says_what_stands_on_it_and_tab_reads_it_in_order(walk: Everywhere) -> None:
    walk.size(1440, 900)
    wrong: list[str] = []
    seen: list[str] = []
    for name, root in walk.screens():
        settle_paint(root)
        seen.append(name)
        found = (*unheard(root), *unsaid_pictures(root, QUIET), *out_of_order(root))
        wrong += [f"{name}: {each}" for each in found]
    assert len(seen) > 40
    assert not wrong, "\n".join(wrong)
