"""Saving what is typed on a page, half a second behind, and taking it back step by step."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from qualdesk.core.clock import Clock
from qualdesk.core.errors import QualdeskError
from qualdesk.core.ids import CampaignId
from qualdesk.core.times import local_time
from qualdesk.core.wording import tr
from qualdesk.desk import Desk
from qualdesk.qt.campaigns.settled import Settled, Shown, keep
from qualdesk.qt.work import Work

_PAUSE_MS: Final = 500
_MOST_STEPS: Final = 100


class Saving(QObject):
    """Keeps what stands on the page of one campaign; one save at a time, the newest words last."""

    kept = Signal(object)
    """What the page then shows, as ``Shown``."""
    told = Signal(str)
    """Saved, Saving, or why it is not saved yet."""

    def __init__(self, work: Work, clock: Clock, zone: str, owner: QObject) -> None:
        super().__init__(owner)
        self._work, self._clock, self._zone = work, clock, zone
        self._campaign: CampaignId | None = None
        self._kept: Settled | None = None
        self._wanted: Settled | None = None
        self._before: list[Settled] = []
        self._is_saving = False
        self._is_undoing = False
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._soon.timeout.connect(self.save)

    @property
    def is_due(self) -> bool:
        """Whether something typed is not saved yet."""
        return self._wanted is not None or self._is_saving

    def begin(self, campaign: CampaignId, said: Settled) -> None:
        """The page shows this campaign, which says this."""
        if campaign != self._campaign:
            self._before.clear()
        self._campaign, self._kept, self._wanted = campaign, said, None
        self._soon.stop()

    def write(self, said: Settled) -> None:
        """This stands on the page now: it is saved when the typing pauses.

        An answer that is taken away would stop the calls of others while its new words are
        typed; it waits until the field is left.
        """
        if self._kept is None:
            return
        self._wanted = said if said != self._kept or self._is_saving else None
        if self._wanted is None:
            self._soon.stop()
            return
        self.told.emit(tr("Saving"))
        if said.unanswered - self._kept.unanswered:
            self._soon.stop()
        else:
            self._soon.start()

    def hold(self, why: str) -> None:
        """What stands on the page cannot be saved as it is."""
        self._soon.stop()
        self._wanted = None
        self.told.emit(tr("Not saved yet: {why}", why=why))

    def save(self) -> None:
        """Save what was typed now: the field, or the page, is left."""
        self._soon.stop()
        said, before, campaign = self._wanted, self._kept, self._campaign
        if said is None or before is None or campaign is None or self._is_saving:
            return
        self._wanted, self._is_saving = None, True

        def work(desk: Desk) -> Shown:
            return keep(desk, campaign, before, said)

        def done(shown: Shown) -> None:
            self._saved(campaign, said, shown)

        def refused(error: QualdeskError) -> None:
            self._is_saving = self._is_undoing = False
            if campaign == self._campaign:
                self.told.emit(tr("Not saved yet: {why}", why=error.says))

        self._work.ask(work, done, owner=self, refused=refused)

    def undo(self) -> Settled | None:
        """What stood on the page one step before, which is saved anew; None at the beginning."""
        if self.is_due or not self._before:
            return None
        said = self._before.pop()
        self._wanted, self._is_undoing = said, True
        self.save()
        return said

    def _saved(self, campaign: CampaignId, said: Settled, shown: Shown) -> None:
        was_undoing = self._is_undoing
        self._is_saving = self._is_undoing = False
        if campaign != self._campaign or self._kept is None:
            return
        if not was_undoing:
            self._before = [*self._before, self._kept][-_MOST_STEPS:]
        self._kept = said
        now = local_time(self._clock.now(), self._zone)
        if self._wanted is not None and self._wanted != said:
            self.write(self._wanted)
        else:
            self._wanted = None
            self.told.emit(tr("Saved {now:%H:%M}", now=now))
        self.kept.emit(shown)
