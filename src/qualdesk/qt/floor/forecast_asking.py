"""Asking for a forecast in the background: as it is, and with the levers that are tried."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from PySide6.QtCore import QObject, Signal

from qualdesk.core.forecast_values import AS_IT_IS, Forecast, Levers
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId
from qualdesk.desk import Desk
from qualdesk.qt.floor.lever_words import parts_of
from qualdesk.qt.work import Work


@frozen
class Seen:
    """A forecast as it is, with what its chart and its levers need.

    Attributes:
        finished: by the end of each day of the campaign's clock so far, the earliest first.
        giveaway: leads of those who came for the giveaway alone.
        could_borrow: callers of other campaigns, by name.
    """

    forecast: Forecast
    finished: tuple[tuple[date, int], ...] = ()
    giveaway: int = 0
    could_borrow: tuple[str, ...] = ()


@frozen
class Tried:
    """A forecast with levers, and what each of them does on its own."""

    forecast: Forecast
    effects: Mapping[str, Forecast] = field(default_factory=dict)


class ForecastAsking(QObject):
    """One question at a time: while one is under way, only the newest wish waits behind it.

    A slider asks faster than anybody can answer, and only its last place matters.
    """

    seen = Signal(object)
    """The forecast as it is: ``Seen``."""
    tried = Signal(object)
    """The forecast with the levers asked for last: ``Tried``."""
    refused = Signal(object)
    """The error the desk refused with."""

    def __init__(self, work: Work, owner: QObject) -> None:
        super().__init__(owner)
        self._work = work
        self._campaign: CampaignId | None = None
        self._wish: Levers | None = None
        self._wants_fresh = False
        self._wants_base = False
        self._is_busy = False

    def show_campaign(self, campaign: CampaignId | None) -> None:
        """Ask about this campaign from now on; what arrives about another is dropped."""
        self._campaign, self._wish = campaign, None
        self._wants_base = False

    def look(self, *, fresh: bool) -> None:
        """Ask how it is; ``fresh`` reads what it rests on anew."""
        self._wants_base = True
        self._wants_fresh = self._wants_fresh or fresh
        self._next()

    def try_levers(self, levers: Levers) -> None:
        """Ask how it would be; only the newest levers are answered."""
        self._wish = levers
        self._next()

    def forget_levers(self) -> None:
        """Nothing is tried any more."""
        self._wish = None

    def _next(self) -> None:
        campaign = self._campaign
        if self._is_busy or campaign is None:
            return
        if self._wants_base:
            fresh, self._wants_fresh, self._wants_base = self._wants_fresh, False, False
            self._is_busy = True
            self._work.long(
                lambda desk, _progress: _look(desk, campaign, fresh=fresh),
                lambda found: self._was_seen(campaign, found),
                owner=self,
                refused=self._not_told,
            )
        elif self._wish is not None:
            levers = self._wish
            self._is_busy = True
            self._work.long(
                lambda desk, _progress: _try(desk, campaign, levers),
                lambda found: self._was_tried(campaign, levers, found),
                owner=self,
                refused=self._not_told,
            )

    def _was_seen(self, campaign: CampaignId, found: Seen) -> None:
        self._is_busy = False
        if campaign == self._campaign:
            self.seen.emit(found)
        self._next()

    def _was_tried(self, campaign: CampaignId, levers: Levers, found: Tried) -> None:
        self._is_busy = False
        if campaign == self._campaign and levers == self._wish:
            self._wish = None
            self.tried.emit(found)
        self._next()

    def _not_told(self, error: object) -> None:
        self._is_busy = False
        self._wish = None
        self.refused.emit(error)
        self._next()


def _look(desk: Desk, campaign: CampaignId, *, fresh: bool) -> Seen:
    forecast = desk.forecasting.forecast(campaign, fresh=fresh)
    board = desk.floor.board(campaign)
    return Seen(
        forecast=forecast,
        finished=tuple((each.day, each.finished) for each in board.days),
        giveaway=board.giveaway,
        could_borrow=desk.forecasting.could_borrow(campaign),
    )


def _try(desk: Desk, campaign: CampaignId, levers: Levers) -> Tried:
    whole = desk.forecasting.forecast(campaign, levers)
    if levers == AS_IT_IS:
        return Tried(forecast=whole)
    parts = parts_of(levers)
    effects = {
        key: whole if len(parts) == 1 else desk.forecasting.forecast(campaign, part)
        for key, part in parts.items()
    }
    return Tried(forecast=whole, effects=effects)
