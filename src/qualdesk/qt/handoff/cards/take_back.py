"""The card that takes a lead back from sales: into the queue, or to rest until a day."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.handoff_states import BatchItem, ItemState
from qualdesk.core.ids import ItemId, LeadId
from qualdesk.core.recycling import RecycleTo
from qualdesk.core.wording import tr
from qualdesk.qt.call_desk.popovers.asking import Asking
from qualdesk.qt.widgets.dates import DayField
from qualdesk.qt.widgets.fields import Field
from qualdesk.qt.widgets.labelled import labelled
from qualdesk.qt.widgets.option import Option, OptionGroup
from qualdesk.qt.widgets.paint import reveal

_WIDTH = 480
_QUEUE, _NURTURE = "1", "2"
_RESTS = timedelta(days=30)


class TakeBackCard(Asking):
    """Where a lead goes that sales does not want, or never answered; by number, undone in 10 s."""

    said = Signal(str, object, object, object, str)
    """The item, its lead, where it goes, from which day (None: at once), and the track."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(
            window,
            tr("Take a lead back"),
            icon="archive-restore",
            action=tr("Take it back"),
            width=_WIDTH,
        )
        self._item, self._lead = ItemId(""), LeadId(0)
        self.options = OptionGroup(tr("Where it goes"))
        self.options.set_options(
            (
                Option(
                    key=_QUEUE,
                    title=tr("Back to the queue"),
                    second=tr("Called again, with what sales said"),
                ),
                Option(
                    key=_NURTURE,
                    title=tr("Nurture"),
                    second=tr("Rests on a track until a day"),
                ),
            ),
            columns=1,
        )
        self.day = DayField(tr("Called again from"))
        self.track = Field(tr("Track"), tr("As the source says"))
        self._rest = QWidget()
        rest = QHBoxLayout(self._rest)
        rest.setContentsMargins(0, 0, 0, 0)
        rest.setSpacing(10)
        labelled(rest, tr("Called again from"), self.day)
        labelled(rest, tr("Track"), self.track, 1)
        self.form.addWidget(self.options)
        self.form.addWidget(self._rest)
        self.options.chosen.connect(lambda _key: self._chose())
        self.options.kept.connect(self.take)
        self.accepted.connect(self._said)

    def begin(self, item: BatchItem, today: date) -> None:
        """Begin for this lead; back to the queue is offered first."""
        self._item, self._lead = item.item_id, item.lead_id
        is_late = item.state is ItemState.UNANSWERED
        says = (
            tr("Sales has not answered about {name}", name=item.name)
            if is_late
            else tr("Sales sent back {name}: {reason}", name=item.name, reason=item.reason)
        )
        self.head(says, item.company)
        self.options.choose(_QUEUE)
        self.day.set_day(today + _RESTS)
        self.track.clear()
        self.complain("")
        self._chose()

    @property
    def first(self) -> QWidget:
        """Where the cursor belongs."""
        return self.options

    @override
    def problem(self) -> str:
        return "" if self.options.choice() else tr("Choose where it goes, by number.")

    def _chose(self) -> None:
        reveal(self._rest, shown=self.options.choice() == _NURTURE)

    def _said(self) -> None:
        rests = self.options.choice() == _NURTURE
        to = RecycleTo.NURTURE if rests else RecycleTo.QUEUE
        day = self.day.day if rests else None
        self.close_over()
        self.said.emit(self._item, self._lead, to, day, self.track.text().strip() if rests else "")
