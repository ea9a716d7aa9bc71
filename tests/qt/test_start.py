"""The start of the window: one for each workspace, quick, and plain about what is in the way."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from qualdesk.__main__ import main
from qualdesk.bootstrap import open_desk
from qualdesk.core.clock import SetClock
from qualdesk.qt.memory import Memory
from qualdesk.qt.own_zone import own_zone
from qualdesk.settings import Settings

TUESDAY = datetime(2026, 3, 17, 9, 30, tzinfo=UTC)
HERE = Path(__file__).parent
PROGRAM = [sys.executable, str(HERE / "start_window.py")]


class Window:
    """A real window in a process of its own, and what it says."""

    def __init__(
        self,
        workspace: str,
        folder: Path,
        seconds: float = 120,
        *,
        file: Path | None = None,
        at: datetime | None = None,
    ) -> None:
        more = [str(file or ""), *([at.isoformat()] if at else [])]
        self.process = subprocess.Popen(
            [*PROGRAM, workspace, str(folder), str(seconds), *more],
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


def test_the_first_lead_is_there_before_anything_else_is_read_or_made(
    sqlite_file: Path, tmp_path: Path
) -> None:
    """Pages nobody opened are not made; what they and seldom work need is not read."""
    desk = open_desk(f"sqlite:///{sqlite_file}", clock=SetClock(TUESDAY), caller="Maya")
    desk.library.new_campaign("Trade fair")
    desk.intake.load(
        [{"name": "Iris Vogel", "phone": "+49 30 23125 100", "zone": "Europe/Berlin"}],
        campaign="Trade fair",
    )
    desk.close()
    window = Window(f"sqlite:///{sqlite_file}", tmp_path / "data", at=TUESDAY)
    said = window.until("lead")
    window.kill()
    assert "read: []" in said
    assert "untyped: []" in said, "a reference says itself what kind of column it is"
    assert "texts: 0" in said, "Qt's bindings read the text of each module they see"
    assert "kinds: False" in said, "Qt's bindings made every kind of widget to name one"
    assert "made: ['desk', 'floor', 'history', 'reports']" in said, "the last three are empty"


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


def test_a_list_that_is_double_clicked_goes_to_the_window_that_is_open(
    first: Window, sqlite_file: Path, tmp_path: Path
) -> None:
    """Of a second start on a file nothing is left but the file, with the first window."""
    leads = tmp_path / "Trade show, Köln.csv"
    leads.write_text("Company,Phone\n", "utf-8")
    first.until("open")
    second = Window(f"sqlite:///{sqlite_file}", tmp_path / "data", file=leads)
    assert second.end() == 0
    assert first.until("loads")[-2:] == ["raised", "loads ['Trade show, Köln.csv']"]


def test_a_list_is_loaded_by_the_window_it_opens(sqlite_file: Path, tmp_path: Path) -> None:
    leads = tmp_path / "leads.xlsx"
    leads.write_bytes(b"")
    window = Window(f"sqlite:///{sqlite_file}", tmp_path / "data", file=leads)
    assert window.until("loads")[-1] == "loads ['leads.xlsx']"
    window.kill()


@pytest.mark.parametrize(
    ("name", "workspace", "loaded"),
    [
        ("leads.csv", None, "leads.csv"),
        ("Leads.XLSX", None, "Leads.XLSX"),
        ("new campaign.toml", None, "new campaign.toml"),
        ("spring.qualdesk", "spring.qualdesk", None),
        ("desk.sqlite", "desk.sqlite", None),
    ],
)
def test_a_file_alone_is_a_workspace_to_open_or_a_list_to_load(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    workspace: str | None,
    loaded: str | None,
) -> None:
    """What a desktop starts on a double click: ``qualdesk FILE``."""
    (tmp_path / name).write_bytes(b"")
    asked: list[Any] = []

    def opens(settings: Settings, file: Path | None) -> int:
        asked.append((settings.database, file))
        return 0

    monkeypatch.setattr("qualdesk.__main__._open", opens)
    monkeypatch.setenv("QUALDESK_DB", str(tmp_path / "own.sqlite"))
    assert main([str(tmp_path / name)]) == 0
    ((database, file),) = asked
    assert database == f"sqlite:///{tmp_path / (workspace or 'own.sqlite')}"
    assert file == (tmp_path / loaded if loaded else None)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("gone.csv",), "There is no file gone.csv"),
        (("./campaign",), "There is no file campaign"),
        (("a.csv", "b.csv"), "One file is opened at a time"),
        (("desk.sqlite", "--caller", "Maya"), "qualdesk --db FILE"),
        (("no-such-verb",), "invalid choice"),
    ],
)
def test_a_file_that_cannot_be_opened_is_said_in_a_sentence(
    words: tuple[str, ...], why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    said = capsys.readouterr().err
    assert why in said
    assert "\n" not in said.strip()


def test_the_clock_of_the_computer_is_read_from_where_it_is_linked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TZ", raising=False)
    linked, plain = tmp_path / "linked", tmp_path / "plain"
    linked.symlink_to("/usr/share/zoneinfo/Europe/Berlin")
    plain.write_bytes(b"TZif2")
    assert own_zone(linked) == "Europe/Berlin"
    for kind in ("posix", "right"):
        of_a_kind = tmp_path / kind
        of_a_kind.symlink_to(f"../usr/share/zoneinfo/{kind}/Europe/Berlin")
        assert own_zone(of_a_kind) == "Europe/Berlin", "as it is called on every computer"
    for silent in (plain, tmp_path / "gone"):
        assert own_zone(silent) == own_zone(), "Qt finds out where no link says it"
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert own_zone(linked) == "Asia/Tokyo"


def test_a_window_that_stood_on_a_screen_that_is_gone_comes_back_on_one_that_is_there(
    qtbot: QtBot, tmp_path: Path
) -> None:
    """A laptop without its second screen: the window is not somewhere nobody can see."""
    stood, comes = QWidget(), QWidget()
    qtbot.addWidget(stood)
    qtbot.addWidget(comes)
    stood.setGeometry(9000, 7000, 900, 600)
    stood.show()
    Memory(tmp_path).keep_place(stood)
    assert Memory(tmp_path).place(comes)
    comes.show()
    screen = QApplication.primaryScreen().availableGeometry()
    assert screen.intersected(comes.frameGeometry()).width() > 200
    assert screen.contains(comes.geometry().topLeft())
