"""Each test of the window starts light and at normal size, in one application."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from qualdesk.qt import theme
from qualdesk.qt.theme import Look


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[Look]:
    found = theme.apply(qapp, "light", 1.0)
    yield found
    theme.apply(qapp, "light", 1.0)
