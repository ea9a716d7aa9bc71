"""What the definition page asks of the past: trials, changed leads, gaps. The newest wins."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from qualdesk.core.cards import CallCard
from qualdesk.core.definition import Definition
from qualdesk.core.errors import QualdeskError
from qualdesk.core.gap import Gap
from qualdesk.core.ids import CampaignId
from qualdesk.core.progress import Progress
from qualdesk.core.replay import ChangedLead, Trial
from qualdesk.desk import Desk
from qualdesk.qt.work import LongWork, Work

T = TypeVar("T")


class PastAsked(QObject):
    """Asks on the long lane, so that no call waits for it; an older question is stopped."""

    tried = Signal(object)
    """The ``Trial`` that was asked for last."""
    looked = Signal(object)
    """How far the trial is, as ``Progress``; None when nothing is on its way."""
    refused = Signal(str)
    """Why there is no answer, a sentence."""

    campaign: CampaignId | None = None
    """Only this campaign's leads; None for those of all."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._trial: LongWork | None = None
        self._turn = 0

    def try_on(self, draft: Definition, against: Definition | None) -> None:
        """Try a draft on finished leads, beside the version it would take the place of."""
        self._turn += 1
        turn, campaign = self._turn, self.campaign
        if self._trial is not None:
            self._trial.stop()

        def ask(desk: Desk, progress: Progress) -> Trial:
            return desk.trying.trial(draft, against, campaign, progress)

        def done(trial: Trial) -> None:
            if turn == self._turn:
                self._trial = None
                self.looked.emit(None)
                self.tried.emit(trial)

        self._trial = self._work.long(
            ask,
            done,
            owner=self,
            refused=self._refused,
            looked=lambda progress: self._look(turn, progress),
        )

    def changed(self, trial: Trial, show: Callable[[tuple[ChangedLead, ...]], None]) -> None:
        """Name the leads that change under a trial, at its threshold of now."""
        campaign = self.campaign
        self._long(lambda desk, _progress: desk.trying.changed(trial, campaign), show)

    def gap(self, marketing: Definition, sales: Definition, show: Callable[[Gap], None]) -> None:
        """Lay two versions over the same answers."""
        campaign = self.campaign

        def ask(desk: Desk, progress: Progress) -> Gap:
            return desk.trying.gap(marketing, sales, campaign, progress)

        self._long(ask, show)

    def card(self, lead: ChangedLead, show: Callable[[CallCard], None]) -> None:
        """Open a lead: all that is known of it."""
        number = lead.lead_id
        if number is not None:
            self._work.ask(
                lambda desk: desk.calling.card(number), show, owner=self, refused=self._refused
            )

    def _long(self, ask: Callable[[Desk, Progress], T], done: Callable[[T], None]) -> None:
        self._work.long(ask, done, owner=self, refused=self._refused)

    def _look(self, turn: int, progress: Progress) -> None:
        if turn == self._turn and self._trial is not None:
            self.looked.emit(progress)

    def _refused(self, error: QualdeskError) -> None:
        self.looked.emit(None)
        self.refused.emit(error.says)
