"""Each test of the window starts light and at normal size, in one application."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

import qualdesk.qt
from makers import make_clock
from qt.desks import delete_now, desk_on, fill
from qt.script_bench import Bench
from qt.windows import read_pages
from qualdesk.qt import theme
from qualdesk.qt.theme import Look


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[Look]:
    found = theme.apply(qapp, "light", 1.0)
    yield found
    theme.apply(qapp, "light", 1.0)


@pytest.fixture(scope="session", autouse=True)
def _pages_are_read() -> None:
    """Nobody waits for a page on the way to it, whichever test goes there first."""
    read_pages()


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace to copy, with a campaign and four leads: loading leads anew costs a second."""
    path = tmp_path_factory.mktemp("filled") / "desk.sqlite"
    desk = desk_on(path, make_clock())
    fill(desk)
    desk.close()
    return path


@pytest.fixture
def bench(qapp: QApplication) -> Iterator[Bench]:
    del qapp
    made = Bench()
    yield made
    delete_now(made.page)


@pytest.fixture(scope="session")
def product_code() -> dict[str, str]:
    """The text of every module of the window, by its path in ``qualdesk/qt``."""
    root = Path(qualdesk.qt.__file__).parent
    return {
        path.relative_to(root).as_posix(): path.read_text("utf-8")
        for path in sorted(root.rglob("*.py"))
    }
