"""What the Floor page asks the desk: the figures and the parts; what is late is dropped."""

import time
from collections.abc import Callable
from typing import Final, TypeVar

from PySide6.QtCore import QObject, Signal

from qualdesk.core.errors import QualdeskError
from qualdesk.core.floor_figures import Board, Stands
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId
from qualdesk.core.times import day_words, local_time
from qualdesk.core.wording import tr
from qualdesk.desk import Desk
from qualdesk.qt.floor.stands_card import Part
from qualdesk.qt.work import Work

T = TypeVar("T")
# What takes longer goes beside: a caller at the same desk waits for nothing.
_SHORT: Final = 0.05


@frozen
class Seen:
    """One look: the figures, and where the leads of the part stand that is looked at."""

    board: Board
    part: Part | None
    stands: Stands
    seconds: float


class Looking(QObject):
    """One look at a time. A look that is asked for meanwhile is one more look afterwards."""

    seen = Signal(object)
    """The figures as ``Seen``."""
    offered = Signal(object)
    """The parts of the campaign that can be looked at, a tuple of ``Part``."""
    recounted = Signal(object)
    """Numbers were counted anew: what that changed, as ``Recounted``."""
    refused = Signal(object)
    """The desk could not look: its ``QualdeskError``."""

    def __init__(self, work: Work, zone: str) -> None:
        super().__init__()
        self._work, self._zone = work, zone
        self._campaign: CampaignId | None = None
        self._part: Part | None = None
        self._is_on, self._is_owed = False, False
        self._took = 1.0

    @property
    def campaign(self) -> CampaignId | None:
        """Which campaign is looked at."""
        return self._campaign

    def begin(self, campaign: CampaignId | None) -> None:
        """Look at this campaign from now on; what is on its way for another comes for nobody."""
        if campaign != self._campaign:
            self._campaign, self._part = campaign, None
        self.look()
        self._ask_parts()

    def look_at_parts(self) -> None:
        """Ask again which lists and batches there are."""
        self._ask_parts()

    def choose(self, part: Part) -> None:
        """Look at this part of the campaign as well."""
        self._part = None if part.is_whole else part
        self.look()

    def look(self) -> None:
        """Ask for the figures now, or as soon as those under way have come."""
        wanted, part = self._campaign, self._part
        if wanted is None:
            return
        if self._is_on:
            self._is_owed = True
            return
        self._is_on = True

        def read(desk: Desk) -> Seen:
            began = time.perf_counter()
            board = desk.floor.board(wanted)
            stands = _of_part(desk, part) if part is not None else _of_all(board)
            took = time.perf_counter() - began
            return Seen(board=board, part=part, stands=stands, seconds=took)

        self._ask(read, self._came, self._failed, short=self._took < _SHORT)

    def recount(self, campaign: CampaignId) -> None:
        """Let the numbers of a campaign be what its rows say."""
        self._ask(lambda desk: desk.floor.recount(campaign), self.recounted.emit, self.refused.emit)

    def _came(self, seen: Seen) -> None:
        self._is_on = False
        self._took = seen.seconds
        is_mine = seen.board.campaign == self._campaign and seen.part == self._part
        if is_mine:
            self.seen.emit(seen)
        if self._is_owed or not is_mine:
            self._is_owed = False
            self.look()

    def _failed(self, error: QualdeskError) -> None:
        self._is_on = self._is_owed = False
        self._took = 1.0
        self.refused.emit(error)

    def _ask_parts(self) -> None:
        wanted, zone = self._campaign, self._zone
        if wanted is None:
            return
        self._ask(
            lambda desk: (wanted, parts_of(desk, wanted, zone)),
            self._parts_came,
            lambda _error: None,
        )

    def _parts_came(self, found: tuple[CampaignId, tuple[Part, ...]]) -> None:
        campaign, parts = found
        if campaign == self._campaign:
            self.offered.emit(parts)

    def _ask(
        self,
        read: Callable[[Desk], T],
        done: Callable[[T], None],
        refused: Callable[[QualdeskError], None],
        *,
        short: bool = False,
    ) -> None:
        if short:
            self._work.ask(read, done, owner=self, refused=refused)
        else:
            self._work.long(lambda desk, _progress: read(desk), done, owner=self, refused=refused)


def parts_of(desk: Desk, campaign: CampaignId, zone: str) -> tuple[Part, ...]:
    """The whole campaign, its lists and batches, the newest first; days in the reader's zone."""
    lists = [
        Part(
            label=tr(
                "List: {file}, {day}",
                file=one.file_name,
                day=day_words(local_time(one.loaded_at, zone).date()),
            ),
            list_id=one.id,
        )
        for one in desk.floor.lists_of(campaign)
    ]
    batches = [
        Part(
            label=tr(
                "Batch {number}, {day}",
                number=one.number,
                day=day_words(local_time(one.sent_at, zone).date()),
            ),
            batch_id=one.batch_id,
        )
        for one in desk.handoff.batches(campaign)
    ]
    return (Part(label=tr("The whole campaign")), *lists, *batches)


def _of_all(board: Board) -> Stands:
    return Stands(title="", total=board.total, stands=board.stands)


def _of_part(desk: Desk, part: Part) -> Stands:
    if part.list_id is not None:
        return desk.floor.stands(list_id=part.list_id)
    return desk.floor.stands(batch_id=part.batch_id)
