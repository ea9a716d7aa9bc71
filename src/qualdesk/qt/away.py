"""What is shown at a start while the team's server is out of reach: it goes on by itself."""

from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QTimer, Signal

from qualdesk.core.clock import Clock
from qualdesk.core.times import local_time
from qualdesk.core.wording import tr, tr_n
from qualdesk.qt.call_desk.line import TRY_EVERY
from qualdesk.qt.middle_page import MiddlePage
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.rows import IconRow

_SECOND: Final = timedelta(seconds=1)


class AwayPage(MiddlePage):
    """Since when the server has been out of reach, what is safe here, when it is tried again."""

    try_wanted = Signal()

    def __init__(self, title: str, place: str, clock: Clock, zone: str) -> None:
        super().__init__(("wifi-off", "warn"), title, "")
        self._title, self._clock, self._zone = title, clock, zone
        self._since = clock.now()
        self._next_at: datetime | None = None
        self.stands = PlainLabel("", face="body_strong", wrap=True)
        self.kept = IconRow("circle-check", "", face="body")
        self.again = PushButton(tr("Try now"), icon="refresh-cw", kind="accent")
        for each in (IconRow("users", place, face="body", tone="text2"), self.kept, self.stands):
            self.body.addWidget(each)
        self.add_ways(self.again)
        self.again.clicked.connect(self.main)
        self._timer = QTimer(self, interval=int(_SECOND.total_seconds() * 1000))
        self._timer.timeout.connect(self.tick)
        self.show_waiting(0)

    def failed(self, says: str) -> None:
        """The server was not reached: why, and when it is tried again."""
        self._next_at = self._clock.now() + TRY_EVERY
        self.says.setText(says)
        self.setAccessibleName(f"{self._title}. {says}")
        self._timer.start()
        self._tell()

    def trying(self) -> None:
        """It is being tried: nobody asks for it twice."""
        self._next_at = None
        self._timer.stop()
        self._tell()

    def show_waiting(self, saves: int) -> None:
        """So many saves wait here; they go out before the first lead is asked for."""
        says = tr_n(
            saves,
            "{n} save is safe on this computer. It is sent before your first lead comes.",
            "{n:,} saves are safe on this computer. They are sent before your first lead comes.",
        )
        self.kept.set("circle-check", says if saves else "", tone="ok")

    def tick(self) -> None:
        """A second has passed: count down, and try again when it is time."""
        if self._next_at is not None and self._clock.now() >= self._next_at:
            self.main()
        else:
            self._tell()

    def main(self) -> None:
        """The one big key: try now."""
        if self._next_at is not None:
            self.try_wanted.emit()

    def _tell(self) -> None:
        since = tr("Out of reach since {at:%H:%M}.", at=local_time(self._since, self._zone))
        if self._next_at is None:
            then = tr("Trying now …")
        else:
            left = max(-(-(self._next_at - self._clock.now()) // _SECOND), 0)
            then = tr("Trying again in {left} s.", left=left)
        self.stands.setText(f"{since} {then}")
