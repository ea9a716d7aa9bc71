"""Says to whoever looks after a team that a caller came near a limit; nothing while nobody did."""

from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from qualdesk.core.claim_limits import ClaimAlarm
from qualdesk.core.errors import QualdeskError
from qualdesk.core.team import Standing
from qualdesk.core.times import local_time
from qualdesk.core.wording import tr, tr_later, tr_n
from qualdesk.qt.shell import Shell
from qualdesk.qt.work import Work

EVERY_MS: Final = 60_000
_LOOKS_AFTER: Final = frozenset({"supervisor", "owner"})
_SAYS: Final = {
    "hour": tr_later("{caller} was shown {taken:,} of {allowed:,} leads an hour by {at}."),
    "day": tr_later("{caller} was shown {taken:,} of {allowed:,} leads in 24 hours by {at}."),
}
_MOST: Final = 3


class LimitAlarms(QObject):
    """Asks once a minute beside the call. Each alarm is said once, where nothing else is said."""

    wanted = Signal()
    """The team and its limits are to be shown."""

    _said_until: datetime | None = None

    def __init__(self, shell: Shell, work: Work, zone: str) -> None:
        super().__init__(shell)
        self._shell, self._work, self._zone = shell, work, zone
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.look)
        shell.closed.connect(self._timer.stop)

    def watch(self, standing: Standing) -> None:
        """Begin to ask where this person looks after the team, and leave off where not."""
        self._said_until = None
        if standing.me is not None and standing.me.role in _LOOKS_AFTER:
            self._timer.start()
            self.look()
        else:
            self._timer.stop()

    def look(self) -> None:
        """Ask who came near a limit."""
        if self._shell.notice.isHidden():
            self._work.long(
                lambda desk, _progress: desk.limits.alarms(),
                self._say,
                owner=self,
                refused=self._unsaid,
            )

    def _say(self, alarms: tuple[ClaimAlarm, ...]) -> None:
        """The latest comes first; nothing is said over something else."""
        if not alarms or alarms[0].at == self._said_until or not self._shell.notice.isHidden():
            return
        self._said_until = alarms[0].at
        title = tr_n(
            len({one.caller for one in alarms}),
            "A caller came close to a limit",
            "{n} callers came close to a limit",
        )
        says = alarm_lines(alarms, self._zone)
        self._shell.say("warn", title, says, tr("Show the team"), self._show)

    def _show(self) -> None:
        self._shell.say("info", "")
        self.wanted.emit()

    def _unsaid(self, _error: QualdeskError) -> None:
        """It is asked again in a minute."""


def alarm_lines(alarms: tuple[ClaimAlarm, ...], zone: str) -> str:
    """Who was shown how many and when, a sentence for each; the latest few."""
    return " ".join(_line(one, zone) for one in alarms[:_MOST])


def _line(one: ClaimAlarm, zone: str) -> str:
    at = f"{local_time(one.at, zone):%H:%M}"
    return tr(_SAYS[one.span], caller=one.caller, taken=one.taken, allowed=one.allowed, at=at)
