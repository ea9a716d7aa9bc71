"""The leads taken along for when the line goes down: their cards, in this program's memory alone.

Nothing of them is on this computer's disk. With the program that holds them they are gone, and
their holds at the server end by themselves.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QObject, Signal

from qualdesk.core.cards import CallCard
from qualdesk.core.clock import Clock
from qualdesk.core.errors import QualdeskError
from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.core.progress import Progress
from qualdesk.desk import Desk
from qualdesk.desk.along import TakenAlong
from qualdesk.desk.offline import can_be_called
from qualdesk.qt.work import Work

SELDOM: Final = timedelta(minutes=5)
"""How often somebody who may take none along asks whether they may by now."""
_SOON: Final = timedelta(seconds=1)


class AlongCards(QObject):
    """Keeps as many as the caller may have, and gives them out one by one without a line."""

    gave_back = Signal()
    """What came too late went back, and with it the lead kept for after the call."""

    def __init__(
        self, work: Work, clock: Clock, refused: Callable[[QualdeskError], object]
    ) -> None:
        super().__init__()
        self._work, self._clock, self._refused_with = work, clock, refused
        self._cards: tuple[CallCard, ...] = ()
        # Since it was last asked: the answer may be older, and count them still.
        self._dropped: set[LeadId] = set()
        self._is_asking = False
        self._turn = 0
        self._campaign: CampaignId | None = None
        self._again_at: datetime | None = None
        self._not_before: datetime | None = None
        self.as_of: datetime | None = None

    @property
    def cards(self) -> tuple[CallCard, ...]:
        """Those that may still be called without a line, in their order."""
        now = self._clock.now()
        return tuple(one for one in self._cards if can_be_called(one, now))

    def fill(self, campaign: CampaignId | None) -> None:
        """Ask for as many as there may be, and how those that are here stand by now."""
        self._campaign, now = campaign, self._clock.now()
        if self._is_asking or (self._not_before is not None and now < self._not_before):
            return
        self._is_asking, self._again_at = True, None
        self._dropped.clear()
        turn = self._turn

        def work(desk: Desk, progress: Progress) -> TakenAlong:
            del progress
            return desk.calling.take_along(campaign)

        # Beside the lane of the call: each lead is read whole.
        self._work.long(
            work, lambda found: self._took(found, turn), owner=self, refused=self._failed
        )

    def tick(self) -> None:
        """A second has passed: ask for more where the team's limit held some back till now."""
        if self._again_at is not None and self._clock.now() >= self._again_at:
            self.fill(self._campaign)

    def drop(self, lead_id: LeadId) -> None:
        """This one is at the desk, or comes there next."""
        self._dropped.add(lead_id)
        self._cards = tuple(one for one in self._cards if one.lead.id != lead_id)

    def clear(self) -> None:
        """All of them went back, or are of another workspace."""
        self._cards, self._again_at, self._not_before = (), None, None
        self._turn += 1

    def _took(self, found: TakenAlong, turn: int) -> None:
        self._is_asking = False
        if turn != self._turn:
            # Given back while it was asked: what came after that goes back as well.
            self._work.ask(
                lambda desk: desk.calling.let_go_ahead(),
                lambda _done: self.gave_back.emit(),
                owner=self,
                refused=self._failed,
            )
            return
        now = self._clock.now()
        self.as_of = found.as_of
        self._cards = tuple(one for one in found.cards if one.lead.id not in self._dropped)
        self._again_at = max(found.again_at, now + _SOON) if found.again_at else None
        self._not_before = None if found.most else now + SELDOM

    def _failed(self, error: QualdeskError) -> None:
        self._is_asking = False
        self._refused_with(error)
