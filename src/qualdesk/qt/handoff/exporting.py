"""A batch being written: begun from the page, beside the calls, and stopped when asked."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from qualdesk.core.errors import QualdeskError
from qualdesk.core.frozen import frozen
from qualdesk.core.handoff import Contents
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.core.progress import Progress
from qualdesk.desk import Desk
from qualdesk.qt.work import LongWork, Work

if TYPE_CHECKING:
    from qualdesk.desk.handoff import Exported


@frozen
class Order:
    """What is to leave, as it was chosen when the button was pressed.

    ``receiver`` and ``receiver_email`` are whoever gets what no rule gives to others, None for
    whom the campaign names.
    """

    campaign: CampaignId
    leads: Sequence[LeadId]
    answer_by: date
    contents: Contents
    receiver: str | None = None
    receiver_email: str | None = None


class Exporting(QObject):
    """Lets one batch leave at a time."""

    working = Signal(int, object, str)
    """How far it is: so many of so many, and what is being done."""
    exported = Signal(object)
    """The batch has left: :class:`Exported`."""
    refused = Signal(object)
    """The error it was refused with; the batch is unchanged and still ready."""
    stopped = Signal()
    """It was stopped; the batch is unchanged and still ready."""

    def __init__(self, work: Work, owner: QWidget) -> None:
        super().__init__(owner)
        self._work = work
        self._going: LongWork | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a batch is being written."""
        return self._going is not None

    def begin(self, order: Order, folder: Path) -> None:
        """Write the batch below this folder."""
        if self._going is not None:
            return

        def export(desk: Desk, progress: Progress) -> "Exported":
            return desk.handoff.export(
                order.campaign,
                folder,
                receiver=order.receiver,
                receiver_email=order.receiver_email,
                answer_by=order.answer_by,
                leads=order.leads,
                contents=order.contents,
                progress=progress,
            )

        self.working.emit(0, len(order.leads), "")
        self._going = self._work.long(
            export,
            self._left,
            owner=self,
            refused=self._refused,
            looked=lambda seen: self.working.emit(seen.done, seen.of, seen.says),
            stopped=self._stopped,
        )

    def stop(self) -> None:
        """Stop what is being written; nothing of it stays."""
        if self._going is not None:
            self._going.stop()

    def _left(self, done: "Exported") -> None:
        self._going = None
        self.exported.emit(done)

    def _refused(self, error: QualdeskError) -> None:
        self._going = None
        self.refused.emit(error)

    def _stopped(self) -> None:
        self._going = None
        self.stopped.emit()
