"""Files handed to the window go where they belong, and nowhere while somebody is on the line."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from qt.windows import drop
from qualdesk.qt import handed_over
from qualdesk.qt.handed_over import HandedOver


class Window(QWidget):
    """As much of the window as files are let go on."""

    def __init__(self, at: str = "desk") -> None:
        super().__init__()
        self.bound_for = at
        self.said: list[str] = []
        self.loaded: list[tuple[Path, ...]] = []

    def say(self, _tone: str, _title: str, says: str) -> None:
        self.said.append(says)

    def hear(self, *, may: bool = True, practising: bool = False) -> None:
        shell: Any = self
        HandedOver(
            shell, self.loaded.append, may_take=lambda: may, is_practising=lambda: practising
        )


@pytest.fixture
def own_windows(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    found: list[Path] = []
    monkeypatch.setattr(handed_over, "in_own_window", found.append)
    return found


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    leads, workspace = tmp_path / "leads.csv", tmp_path / "spring.qualdesk"
    leads.write_text("Company\n")
    workspace.write_bytes(b"")
    return leads, workspace


def test_a_list_goes_to_the_lists_and_a_workspace_opens_in_a_window_of_its_own(
    qtbot: QtBot, files: tuple[Path, Path], own_windows: list[Path]
) -> None:
    window = Window()
    qtbot.addWidget(window)
    window.hear()
    drop(window, *files)
    assert window.loaded == [(files[0],)]
    assert own_windows == [files[1]]


def test_a_file_that_is_gone_again_is_said_and_nothing_is_loaded(
    qtbot: QtBot, tmp_path: Path, own_windows: list[Path]
) -> None:
    window = Window()
    qtbot.addWidget(window)
    window.hear()
    drop(window, tmp_path / "was here.csv")
    assert window.said == ["was here.csv is not there any more."]
    assert window.loaded == []
    assert own_windows == []


@pytest.mark.parametrize(
    ("at", "may", "practising", "says"),
    [
        ("desk", False, False, []),
        ("desk", True, True, ["Leave the practice first, then drop the list again."]),
        ("", True, False, ["The workspace is not open yet. Hand the file over again then."]),
    ],
)
def test_during_a_call_practice_or_a_question_of_the_start_no_list_is_taken(
    qtbot: QtBot,
    files: tuple[Path, Path],
    at: str,
    *,
    may: bool,
    practising: bool,
    says: list[str],
) -> None:
    """Who may not be bothered was told so by whoever asked them."""
    window = Window(at)
    qtbot.addWidget(window)
    window.hear(may=may, practising=practising)
    drop(window, files[0])
    assert window.loaded == []
    assert window.said == says
