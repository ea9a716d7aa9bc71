"""What was saved late: a line that shows only when it waits, with a card behind it."""

from typing_extensions import override

from qualdesk.core.clock import Clock
from qualdesk.core.ids import CampaignId
from qualdesk.core.late_saves import LateSave
from qualdesk.core.wording import tr_n
from qualdesk.desk import Desk
from qualdesk.qt.floor.saved_late_over import SavedLateOver
from qualdesk.qt.floor.waiting_line import WaitingLine
from qualdesk.qt.work import Work


class SavedLateCard(WaitingLine[tuple[LateSave, ...], SavedLateOver]):
    """How much was saved late, and the way to it."""

    def __init__(self, work: Work, clock: Clock, zone: str) -> None:
        super().__init__(work, clock, zone, icon="users", nothing=())

    @override
    def words(self, found: tuple[LateSave, ...]) -> str:
        return words_of(found)

    @override
    def ask(self, desk: Desk, campaign: CampaignId) -> tuple[LateSave, ...]:
        return desk.late.waiting(campaign)

    @override
    def make_over(self) -> SavedLateOver:
        over = SavedLateOver(self.window(), self._clock, self._zone)
        over.taken.connect(self._take)
        over.left.connect(self._leave)
        return over

    @override
    def fill(self, over: SavedLateOver) -> None:
        over.show_rows(self.found, words_of(self.found))

    def _take(self, one: LateSave) -> None:
        self.do(lambda desk: desk.late.take(one.id), lambda desk: desk.late.take_back(one.id))

    def _leave(self, one: LateSave) -> None:
        self.do(lambda desk: desk.late.leave(one.id), lambda desk: desk.late.take_back(one.id))


def words_of(found: tuple[LateSave, ...]) -> str:
    """How much was saved late, in a sentence; empty when nothing was."""
    if not found:
        return ""
    return tr_n(
        len(found),
        "{n} call was saved late: somebody else had the lead by then.",
        "{n:,} calls were saved late: somebody else had the leads by then.",
    )
