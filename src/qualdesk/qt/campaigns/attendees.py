"""Who was at the event: the file that says so, and how the leads stand after it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qualdesk.core.campaigning import Attendees, CampaignSetup
from qualdesk.core.events import Attendance, Phase
from qualdesk.core.times import day_words, local_time
from qualdesk.core.wording import tr, tr_later, tr_n, within
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.widgets.bars import ThinBar
from qualdesk.qt.widgets.buttons import PushButton
from qualdesk.qt.widgets.card import Card
from qualdesk.qt.widgets.drop import DropTarget
from qualdesk.qt.widgets.notices import Banner, BannerTone
from qualdesk.qt.widgets.paint import reveal
from qualdesk.qt.widgets.pool import Pool
from qualdesk.qt.widgets.rows import IconRow

_BEFORE: Final = tr_later("When the event is over, a list of who came is read here.")
_AFTER: Final = tr_later(
    "A list from the stand or the webinar says who came. Drop it here, or choose it."
)
_ORDER: Final = tuple(how for how in Attendance if how)
_MOST_LEFT_OUT: Final = 4
_ICONS: Final = {
    Attendance.REGISTERED: "ticket",
    Attendance.COMING: "check",
    Attendance.CANNOT: "circle-x",
    Attendance.ATTENDED: "check-check",
    Attendance.NO_SHOW: "user-plus",
    Attendance.NEVER_REGISTERED: "circle-dashed",
}


class AttendeesCard(Card):
    """How many registered, came, and did not; the file with who came may be dropped on it."""

    file_pressed = Signal()
    """A file is to be chosen."""
    dropped = Signal(object)
    """Files were let go on it, as a tuple of ``Path``."""
    undo_pressed = Signal()
    stop_pressed = Signal()

    def __init__(self, zone: str) -> None:
        super().__init__()
        self._zone = zone
        self.setAccessibleName(tr("Who was there"))
        self._says = PlainLabel(face="body", tone="text2", wrap=True)
        self._progress = ThinBar(tr("How far the list is read"), 6)
        self.notice = Banner("ok")
        self.file = PushButton(tr("Who was there…"), icon="upload")
        self.undo = PushButton(tr("Undo the list"), icon="undo-2")
        self.stop = PushButton(tr("Stop"), icon="x")
        rows = QVBoxLayout()
        rows.setSpacing(4)
        self._rows: Pool[IconRow, tuple[str, str]] = Pool(rows, IconRow, _fill)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(9)
        column.addWidget(PlainLabel(tr("Who was there"), face="body_strong"))
        column.addWidget(self._says)
        column.addLayout(rows)
        column.addWidget(self._progress)
        column.addWidget(self.notice)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        for button in (self.file, self.undo, self.stop):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        self._show_work(shown=False)
        reveal(self.notice, shown=False)
        drop = DropTarget(self, tr("Drop the list of who was there"))
        drop.dropped.connect(self.dropped)
        self.file.clicked.connect(self.file_pressed)
        self.undo.clicked.connect(self.undo_pressed)
        self.stop.clicked.connect(self.stop_pressed)

    @property
    def in_order(self) -> Sequence[QWidget]:
        """The buttons in the order in which Tab goes through them."""
        return (self.file, self.undo, self.stop)

    def show_setup(self, setup: CampaignSetup) -> None:
        """Show how the leads stand with the event; without an event the card hides."""
        reveal(self, shown=setup.event is not None)
        counts = setup.attendance
        self._rows.show(
            [(_ICONS[how], _standing(how, counts.of(how))) for how in _ORDER if counts.of(how)]
        )
        is_over = setup.phase is Phase.AFTER
        if setup.attendees_at is None:
            self._says.setText(tr(_AFTER if is_over else _BEFORE))
        else:
            at = local_time(setup.attendees_at, self._zone)
            day = day_words(at.date())
            self._says.setText(
                tr("The list of who came was loaded on {day}, {at:%H:%M}.", day=day, at=at)
            )
        reveal(self.file, shown=is_over)
        reveal(self.undo, shown=setup.attendees_at is not None)

    def show_work(self, done: int, of: int | None) -> None:
        """The list is being read."""
        self._progress.set(done, of or max(done * 2, 1))
        self._show_work(shown=True)
        reveal(self.notice, shown=False)

    def show_result(self, result: Attendees) -> None:
        """Say what the list came to, and which rows were left out."""
        self._show_work(shown=False)
        left = [str(one) for one in result.left_out[:_MOST_LEFT_OUT]]
        more = len(result.left_out) - len(left)
        if more > 0:
            left.append(tr_n(more, "and {n} more row left out", "and {n} more rows left out"))
        lines = [*result.notes, *left]
        self.tell("warn" if result.left_out else "ok", result.says, "\n".join(lines))

    def tell(self, tone: BannerTone, says: str, more: str = "") -> None:
        """Say what happened; nothing to say takes the line away."""
        self._show_work(shown=False)
        if says:
            self.notice.set(tone, says if more else "", more or says)
        reveal(self.notice, shown=bool(says))

    def _show_work(self, *, shown: bool) -> None:
        reveal(self._progress, shown=shown)
        reveal(self.stop, shown=shown)
        self.file.setEnabled(not shown)


def _standing(how: Attendance, count: int) -> str:
    """How many stand so: "12 registered"."""
    return tr("{count:,} {standing}", count=count, standing=within(how.label))


def _fill(row: IconRow, shown: tuple[str, str]) -> None:
    icon, text = shown
    row.set(icon, text)
