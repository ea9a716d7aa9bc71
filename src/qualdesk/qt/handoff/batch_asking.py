"""Asking for the next batch: all of it, or after an act only the leads that were touched."""

from collections.abc import Collection

from PySide6.QtCore import QObject, Signal

from qualdesk.core.errors import QualdeskError
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.core.next_batch import NextBatch
from qualdesk.core.progress import Progress
from qualdesk.desk import Desk
from qualdesk.qt.handoff.model import BatchRow, rows_of
from qualdesk.qt.work import LongWork, Work


@frozen
class Looked:
    """One look at the next batch, its rows in their order, and whose look it is."""

    batch: NextBatch
    rows: tuple[BatchRow, ...]
    own_name: str


class BatchAsking(QObject):
    """Asks the desk beside the call, one look at a time; wishes of meanwhile make one look more."""

    found = Signal(object)
    """What was seen, as :class:`Looked`."""
    refused = Signal(object)
    """The error the desk refused with."""
    looking = Signal(int, int)
    """So many of so many leads were looked at."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._campaign: CampaignId | None = None
        self._receiver: str | None = None
        self._going: LongWork | None = None
        self._touched: set[LeadId] = set()
        self._wants_all = self._wants_some = False

    def ask(
        self,
        campaign: CampaignId,
        receiver: str | None,
        leads: Collection[LeadId] | None = None,
    ) -> None:
        """Look at the batch again: at these leads only, or at every one for None."""
        is_other = campaign != self._campaign
        self._campaign, self._receiver = campaign, receiver
        if leads is None or is_other:
            self._wants_all = True
            if self._going is not None:
                self._going.stop()
        else:
            self._wants_some = True
            self._touched.update(leads)
        if self._going is None:
            self._next()

    def forget(self) -> None:
        """Nothing is wanted any more."""
        self._campaign = None
        self._wants_all = self._wants_some = False
        self._touched.clear()
        if self._going is not None:
            self._going.stop()

    def _next(self) -> None:
        campaign, receiver = self._campaign, self._receiver
        if campaign is None or not (self._wants_all or self._wants_some):
            return
        leads = None if self._wants_all else frozenset(self._touched)
        self._wants_all = self._wants_some = False
        self._touched.clear()

        def look(desk: Desk, progress: Progress) -> Looked:
            batch = desk.handoff.next_batch(
                campaign, receiver=receiver, leads=leads, progress=progress
            )
            # Put in order here: thousands of rows would hold up the window.
            return Looked(batch=batch, rows=rows_of(batch), own_name=desk.caller)

        self._going = self._work.long(
            look,
            self._found,
            owner=self,
            refused=self._refused,
            looked=self._looked,
            stopped=self._over,
        )

    def _found(self, looked: Looked) -> None:
        self._over()
        if looked.batch.campaign == self._campaign:  # another may have been chosen meanwhile
            self.found.emit(looked)

    def _refused(self, error: QualdeskError) -> None:
        self._over()
        self.refused.emit(error)

    def _over(self) -> None:
        self._going = None
        self._next()

    def _looked(self, progress: Progress) -> None:
        if progress.of:
            self.looking.emit(progress.done, progress.of)
