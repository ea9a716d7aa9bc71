"""Applying what was tried, and taking it back: one step each, beside the window."""

from datetime import timedelta

from PySide6.QtCore import QObject, Signal

from qualdesk.core.clock import Clock
from qualdesk.core.errors import QualdeskError
from qualdesk.core.forecast_values import Applied, Levers
from qualdesk.core.ids import CampaignId
from qualdesk.core.wording import tr
from qualdesk.qt.queue.undoing import UNDO_FOR
from qualdesk.qt.widgets.undo import Toast
from qualdesk.qt.work import Work


class LeverSteps(QObject):
    """One step at a time, on the lane of long work: fewer tries may end thousands of leads.

    The lane is the forecast's own, so what it keeps of a campaign is let go with the step.
    """

    applied = Signal(object)
    """It holds now: ``Applied``."""
    taken_back = Signal(object)
    """All is as it was: ``Applied``."""
    refused = Signal(object)
    """The error the desk refused with."""

    def __init__(self, work: Work, clock: Clock, toast: Toast) -> None:
        super().__init__(toast)
        self._work, self._clock, self._toast = work, clock, toast
        self._token: int | None = None
        self._until = clock.now()
        self.is_busy = False
        toast.clicked.connect(self.undo)

    @property
    def can_undo(self) -> bool:
        """Whether the last step can be taken back now."""
        return self._token is not None and not self.is_busy and self._clock.now() < self._until

    def apply(self, campaign: CampaignId, levers: Levers) -> None:
        """Let these levers hold; the toast offers to take them back."""
        if self.is_busy:
            return
        self.is_busy = True
        self._work.long(
            lambda desk, _progress: desk.forecasting.apply(campaign, levers),
            self._was_applied,
            owner=self,
            refused=self._not_done,
        )

    def undo(self) -> None:
        """Take the last step back, while that is possible."""
        token = self._token
        self._toast.hide()
        if token is None or not self.can_undo:
            return
        self._token, self.is_busy = None, True
        self._work.long(
            lambda desk, _progress: desk.forecasting.take_back(token),
            self._was_taken_back,
            owner=self,
            refused=self._not_done,
        )

    def _was_applied(self, done: Applied) -> None:
        self.is_busy = False
        self._token = done.token
        self._until = self._clock.now() + UNDO_FOR
        self._toast.tell(tr("Applied"), self._left, tr("Undo"), "undo")
        self.applied.emit(done)

    def _was_taken_back(self, done: Applied) -> None:
        self.is_busy = False
        self.taken_back.emit(done)

    def _not_done(self, error: QualdeskError) -> None:
        self.is_busy = False
        self.refused.emit(error)

    def _left(self) -> timedelta:
        return self._until - self._clock.now()
