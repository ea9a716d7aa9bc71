"""What is wrong, whole, where the top bar has room for its beginning only."""

import re
from typing import Protocol

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qualdesk.qt.widgets.notices import Banner
from qualdesk.qt.widgets.paint import reveal


class Front(Protocol):
    """What the line asks of the window."""

    @property
    def page(self) -> QWidget | None:
        """The page in front."""
        ...


class WrongLine(QWidget):
    """A line between the top bar and the page, as high as its words need.

    Where the page in front says the same already, as the call desk does, it stays away.
    """

    def __init__(self, front: Front) -> None:
        super().__init__()
        self._front = front
        self._says = ""
        self.banner = Banner("warn")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 8)
        column.addWidget(self.banner)
        # The page learns of it in the same moment: whether it says it is known after.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._show)
        reveal(self, shown=False)

    def say(self, says: str) -> None:
        """Say what is wrong; nothing takes the line away."""
        self._says = says
        self._soon.start()

    def look(self) -> None:
        """Another page is in front: perhaps it does not say it."""
        self._soon.start()

    def _show(self) -> None:
        shown = bool(self._says) and not self._is_said()
        if shown:
            self.banner.set("warn", "", self._says)
        reveal(self, shown=shown)

    def _is_said(self) -> bool:
        page = self._front.page
        lines = page.findChildren(Banner) if page is not None else ()
        why = re.split(r":\s", self._says, maxsplit=1)[-1]
        return any(self._is_in(line, why) for line in lines if line.isVisible())

    def _is_in(self, line: Banner, why: str) -> bool:
        return why in line.accessibleName() or bool(line.also and self._says.startswith(line.also))
