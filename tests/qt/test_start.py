"""The start of the window: one for each workspace, quick, and plain about what is in the way."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from qualdesk.bootstrap import open_desk

HERE = Path(__file__).parent
PROGRAM = [sys.executable, str(HERE / "start_window.py")]


class Window:
    """A real window in a process of its own, and what it says."""

    def __init__(self, workspace: str, folder: Path, seconds: float = 120) -> None:
        self.process = subprocess.Popen(
            [*PROGRAM, workspace, str(folder), str(seconds)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def until(self, line: str) -> list[str]:
        """What it said up to this line."""
        said: list[str] = []
        for each in self._out:
            said.append(each.strip())
            if said[-1].startswith(line):
                return said
        raise AssertionError(f"it never said “{line}”: {said}")

    def end(self) -> int:
        """Wait until it has ended; its exit code."""
        self.process.communicate(timeout=60)
        return self.process.returncode

    def kill(self) -> None:
        """End it at once, as a crash or a power cut does."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.communicate()

    @property
    def _out(self) -> IO[str]:
        assert self.process.stdout is not None
        return self.process.stdout


@pytest.fixture
def first(sqlite_file: Path, tmp_path: Path) -> Iterator[Window]:
    window = Window(f"sqlite:///{sqlite_file}", tmp_path / "data")
    yield window
    window.kill()


def test_the_start_imports_nothing_heavy(first: Window) -> None:
    said = first.until("open")
    assert "heavy: []" in said


def test_a_second_start_raises_the_first_window_and_ends_well(
    first: Window, sqlite_file: Path, tmp_path: Path
) -> None:
    first.until("open")
    second = Window(f"sqlite:///{sqlite_file}", tmp_path / "data")
    assert second.end() == 0
    assert first.until("raised")
    assert first.process.poll() is None


def test_another_workspace_has_a_window_of_its_own(first: Window, tmp_path: Path) -> None:
    first.until("open")
    other = Window(f"sqlite:///{tmp_path / 'other.sqlite'}", tmp_path / "data")
    other.until("open")
    other.kill()
    assert first.process.poll() is None


def test_after_a_crash_the_next_start_takes_the_place(
    first: Window, sqlite_file: Path, tmp_path: Path
) -> None:
    first.until("open")
    first.kill()
    again = Window(f"sqlite:///{sqlite_file}", tmp_path / "data")
    assert again.until("open")
    again.kill()


def test_the_command_line_may_work_beside_the_window(first: Window, sqlite_file: Path) -> None:
    first.until("open")
    desk = open_desk(f"sqlite:///{sqlite_file}", caller="Rosa")
    desk.library.new_campaign("Made beside the window")
    assert [one.campaign.name for one in desk.library.campaigns()] == ["Made beside the window"]
    desk.close()
