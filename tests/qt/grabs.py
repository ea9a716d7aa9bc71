"""Looking at widgets in tests: pictures where asked for, and words that do not fit."""

import os
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.paint import PaintedButton

_PATIENCE_MS = 2000


def grab(widget: QWidget, name: str, size: tuple[int, int] | None = None) -> None:
    """Lay the widget out at ``size``; with QUALDESK_GRABS=DIR also save it there as a picture."""
    if size is not None:
        widget.resize(QSize(*size))
    widget.show()
    QApplication.processEvents()
    QApplication.processEvents()
    folder = os.environ.get("QUALDESK_GRABS")
    picture = widget.grab()
    assert not picture.isNull()
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        assert picture.save(str(Path(folder) / f"{name}.png"))


def cut_words(root: QWidget) -> list[str]:
    """The words under ``root`` that do not fit the place they have."""
    labels = [
        f"{type(label).__name__}: {label.text()!r} {label.size().toTuple()}"
        for label in root.findChildren(PlainLabel)
        if label.isVisible() and label.is_cut()
    ]
    buttons = [
        f"{type(button).__name__}: {button.accessibleName()!r}"
        for button in root.findChildren(PaintedButton)
        if button.isVisible() and button.width() < button.minimumSizeHint().width()
    ]
    return labels + buttons


def cut_at_rest(root: QWidget) -> list[str]:
    """The same once all has found its place: what arrives while a page is looked at moves it."""
    patience = QDeadlineTimer(_PATIENCE_MS)
    while cut_words(root) and not patience.hasExpired():
        QTest.qWait(10)
    return cut_words(root)


def unnamed(root: QWidget) -> list[str]:
    """The widgets under ``root`` that take the keyboard and say nothing to screen readers."""
    return [
        type(each).__name__
        for each in root.findChildren(QWidget)
        if each.isVisible()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
        and each.focusProxy() is None
        and not each.accessibleName()
    ]
