"""The brief of one's own lead in sight: asked for one at a time, and read once it stays there."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from qualdesk.core.errors import QualdeskError
from qualdesk.core.handoff_states import ItemState
from qualdesk.core.ids import ItemId
from qualdesk.qt.work import Work

if TYPE_CHECKING:
    from qualdesk.desk.sales import OwnLead

READ_AFTER_MS: Final = 1500


class Looking(QObject):
    """Asks the desk for leads. One that the arrows only pass over does not count as read."""

    found = Signal(object)
    """The :class:`OwnLead` that was asked for last."""
    read = Signal(object)
    """It stayed in sight: from now on it counts as read. The :class:`OwnLead` as it stands."""
    refused = Signal(object, str)
    """The lead there is no brief of, and why, in a sentence."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._wanted: ItemId | None = None
        self._asked: ItemId | None = None
        self._in_sight: ItemId | None = None
        self._is_opened = False
        self._rests = QTimer(self, singleShot=True)
        self._rests.timeout.connect(self.mark)

    def ask(self, item: ItemId) -> None:
        """Show this lead as soon as it is there."""
        self._leave()
        self._wanted = item
        if self._asked is None:
            self._ask_next()

    def forget(self) -> None:
        """None is wanted any more."""
        self._leave()
        self._wanted = None

    def mark(self) -> None:
        """The lead in sight is being read: now, and not only once it has stayed there.

        One that is still on its way is read as soon as it comes.
        """
        self._is_opened = self._asked is not None
        item, self._in_sight = self._in_sight, None
        self._rests.stop()
        if item is not None:
            self._work.ask(
                lambda desk: desk.sales.read(item),
                self.read.emit,
                owner=self,
                refused=lambda error: self.refused.emit(item, error.says),
            )

    def _leave(self) -> None:
        self._rests.stop()
        self._in_sight, self._is_opened = None, False

    def _ask_next(self) -> None:
        item, self._wanted = self._wanted, None
        self._asked = item
        if item is not None:
            self._work.ask(
                lambda desk: desk.sales.look(item),
                self._found,
                owner=self,
                refused=self._refused,
            )

    def _found(self, own: "OwnLead") -> None:
        is_newest = self._wanted is None
        self._ask_next()
        if is_newest:
            if own.item.state is ItemState.SENT or own.item.read_at is None:
                self._in_sight = own.item.item_id
                self._rests.start(0 if self._is_opened else READ_AFTER_MS)
            self.found.emit(own)

    def _refused(self, error: QualdeskError) -> None:
        asked, is_newest = self._asked, self._wanted is None
        self._ask_next()
        if is_newest:
            self.refused.emit(asked, error.says)
