"""The page of My day: three cards side by side, or below each other where there is no room."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.campaigns import Campaign
from qualdesk.core.changes import Changes
from qualdesk.core.errors import QualdeskError
from qualdesk.core.my_day import MyDay
from qualdesk.core.times import day_words
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.call_desk.room import scrolling
from qualdesk.qt.my_day.cards import CallsCard, PromisesCard, SalesCard
from qualdesk.qt.plain import PlainLabel
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.buttons import LinkButton, MainButton
from qualdesk.qt.widgets.fitted import Fitted
from qualdesk.qt.work import Work

_SIDE_BY_SIDE: Final = 1000
_TITLE: Final = tr_later("Your day, {day}")
_OWN: Final = tr_later("Only you see this. Nothing here is compared with anybody.")


class MyDayPage(Fitted):
    """What one caller promised and did today, and what sales said of their leads."""

    changed = Signal(object)
    """What an operation touched, as ``Changes``: this page only reads."""
    desk_wanted = Signal()
    """Back to the calls."""
    practice_wanted = Signal()
    """A few calls without a phone."""

    def __init__(self, work: Work, zone: str) -> None:
        super().__init__()
        self._work, self._zone = work, zone
        self._title = PlainLabel(face="name", wrap=True)
        self._hint = PlainLabel(tr(_OWN), face="body", tone="text2", wrap=True)
        self.promises, self.calls, self.sales = PromisesCard(), CallsCard(), SalesCard()
        self.back = MainButton(tr("Back to the desk"), icon="headset")
        self.practise = LinkButton(tr("Practise three calls"), "practice")
        self._lay_out()
        self.back.clicked.connect(self.desk_wanted)
        self.practise.clicked.connect(self.practice_wanted)
        self.setFocusProxy(self.back)

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What F6 walks through."""
        return (self._bar,)

    def main(self) -> None:
        """The one big key: back to the calls."""
        self.desk_wanted.emit()

    def step_back(self) -> bool:
        """Esc leads back to the calls."""
        self.desk_wanted.emit()
        return True

    def commands(self) -> dict[str, Callable[[], None]]:
        """No keys of its own."""
        return {}

    def show_campaign(self, campaign: Campaign | None) -> None:
        """The day is one of all campaigns: look again."""
        del campaign
        self.refresh()

    def touched(self, changes: Changes) -> None:
        """Something was called or answered meanwhile."""
        if changes.leads or changes.queue:
            self.refresh()

    def refresh(self) -> None:
        """Ask the desk again."""
        zone = self._zone
        self._work.ask(
            lambda desk: desk.my_day.today(zone), self.show_day, owner=self, refused=self._refused
        )

    def show_day(self, day: MyDay) -> None:
        """Show a day."""
        self._title.setText(tr(_TITLE, day=day_words(day.day)))
        self._hint.setText(tr(_OWN))
        for card in (self.promises, self.calls, self.sales):
            card.show_day(day)

    @override
    def fit(self) -> None:
        wide = self.width() / look().scale >= _SIDE_BY_SIDE
        directions = QBoxLayout.Direction
        self._cards.setDirection(directions.LeftToRight if wide else directions.TopToBottom)

    def _refused(self, error: QualdeskError) -> None:
        self._hint.setText(error.says)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self._hint)
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards.setSpacing(16)
        self._cards.addWidget(self.promises, 5)
        self._cards.addWidget(self.calls, 4)
        self._cards.addWidget(self.sales, 4)
        column.addLayout(self._cards)
        column.addStretch(1)
        self._bar = QWidget()
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(24, 12, 24, 16)
        bar.setSpacing(20)
        bar.addWidget(self.practise)
        bar.addStretch(1)
        bar.addWidget(self.back)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scrolling(inside), 1)
        whole.addWidget(self._bar)
