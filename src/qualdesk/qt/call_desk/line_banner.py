"""What is said while the line to a team's server is down, and when it is back. Never a dialog."""

from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Signal

from qualdesk.core.saves import Sent
from qualdesk.core.times import local_time
from qualdesk.core.wording import tr, tr_n
from qualdesk.desk.offline import along_words, held_words
from qualdesk.qt.call_desk.at_desk import AtDesk
from qualdesk.qt.call_desk.line import Line, report
from qualdesk.qt.call_desk.notice import Notice
from qualdesk.qt.call_desk.view import DeskView
from qualdesk.qt.widgets.paint import reveal

_SECOND = timedelta(seconds=1)


class LineBanner(QObject):
    """A banner above the call: since when, what is safe here, who is held, when it is tried again.

    It stays while the line is down and takes no key; the other lines of the desk stand below it.
    """

    over = Signal(object)
    """The line is back, and the report about what was ``Sent`` is said."""

    def __init__(self, line: Line, at_desk: AtDesk, view: DeskView, notice: Notice) -> None:
        super().__init__(view)
        self._line, self._at, self._view, self._notice = line, at_desk, view, notice
        line.unkept.connect(lambda says: notice.say("warn", says))
        line.changed.connect(self.show)
        at_desk.moved.connect(lambda _state: self.show())
        line.back.connect(self._back)
        view.line.pressed.connect(line.try_now)

    def show(self) -> None:
        """Say how it stands right now; each second it counts down."""
        banner, line = self._view.line, self._line
        if line.down_since is None:
            reveal(banner, shown=False)
            return
        # How many saves are safe is said here, so it takes no room above the page as well.
        banner.also = line.says_kept.partition(".")[0]
        since = local_time(line.down_since, self._at.zone)
        title = tr("Working offline since {at:%H:%M}", at=since)
        is_trying = line.next_try_at is None
        action = "" if is_trying else tr("Try now")
        banner.set("warn", title, " ".join(self._sentences()), action=action, icon="wifi-off")
        reveal(banner, shown=True)

    @property
    def says(self) -> str:
        """What stands there, empty while the line is not down."""
        banner = self._view.line
        return "" if banner.isHidden() else banner.accessibleName()

    def _sentences(self) -> list[str]:
        line, now, card = self._line, self._line.now, self._at.card
        found = []
        if card is not None:
            is_in_call = self._at.flow.is_in_call
            found.append(_may_do(len(line.left_here), is_in_call=is_in_call))
        if line.waiting:
            found.append(
                tr_n(
                    line.waiting,
                    "{n} save is safe on this computer and will be sent.",
                    "{n:,} saves are safe on this computer and will be sent.",
                )
            )
        if card is not None:
            found.append(held_words(card, now, self._at.zone))
            found += self._along(now)
        if line.sent_now is not None:
            done, of = line.sent_now
            found.append(tr("Sending {done:,} of {of:,} …", done=done, of=of))
        elif line.next_try_at is None:
            found.append(tr("Trying now …"))
        else:
            left = max(-(-(line.next_try_at - now) // _SECOND), 0)
            found.append(tr("Trying again in {left} s.", left=left))
        return found

    def _along(self, now: datetime) -> list[str]:
        """Of those that were taken along: until when, and as of when the rules were asked."""
        along, zone = self._line.along, self._at.zone
        held = along_words(along.cards, now, zone)
        if not held or along.as_of is None:
            return []
        asked = tr("Who may be called is as of {at:%H:%M}.", at=local_time(along.as_of, zone))
        return [held, asked]

    def _back(self, sent: Sent) -> None:
        self.show()
        tone = "info" if sent.late else "ok"
        self._notice.offer(tone, "", report(sent), icon="" if sent.late else "circle-check")  # type: ignore[arg-type]
        self.over.emit(sent)


def _may_do(others: int, *, is_in_call: bool) -> str:
    """What can be done without a line."""
    if is_in_call and others:
        return tr_n(
            others,
            "You can finish this call, and call {n} more lead kept for you.",
            "You can finish this call, and call {n} more leads kept for you.",
        )
    if is_in_call:
        return tr("You can finish this call.")
    if others:
        return tr_n(
            others,
            "You can call this lead, and {n} more kept for you.",
            "You can call this lead, and {n} more kept for you.",
        )
    return tr("You can call this lead.")
