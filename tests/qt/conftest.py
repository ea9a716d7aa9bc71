"""Each test of the window starts light and at normal size, in one application."""

import pytest
from PySide6.QtWidgets import QApplication

from qualdesk.qt import theme


@pytest.fixture(autouse=True)
def look(qapp: QApplication):
    found = theme.apply(qapp, "light", 1.0)
    yield found
    theme.apply(qapp, "light", 1.0)
