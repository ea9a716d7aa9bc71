"""What waits for the person in front: asked in the background, and the way to the first of it."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from qualdesk.core.wording import tr_later
from qualdesk.desk import Desk
from qualdesk.qt.work import Work

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qualdesk.qt.campaigns.rows import Waits

OPEN_WAITING: Final = tr_later("Open the definition")


class Waiting(QObject):
    """Signatures and reviews that wait, as the desk said last."""

    told = Signal(str)
    """What waits, in sentences; nothing is told while nothing does."""
    wanted = Signal(object, str)
    """The ``Campaign`` and the id of the definition that waits in it: it is to be opened."""

    def __init__(self, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._found: tuple[Waits, ...] = ()

    @property
    def says(self) -> str:
        """All of it in sentences, empty for nothing."""
        return " ".join(one.says for one in self._found)

    def show(self, found: "Sequence[Waits]") -> None:
        """This is what waits now."""
        self._found = tuple(found)

    def ask(self) -> None:
        """Ask beside the call what waits, and tell it where something does."""

        def done(found: "tuple[Waits, ...]") -> None:
            self.show(found)
            if found:
                self.told.emit(self.says)

        self._work.long(
            lambda desk, _progress: _what_waits(desk),
            done,
            owner=self,
            refused=lambda _error: None,
        )

    def open(self) -> None:
        """Have the first definition that waits opened."""
        first = next(iter(self._found), None)
        if first is not None and first.campaign is not None:
            self.wanted.emit(first.campaign, first.definition)


def _what_waits(desk: Desk) -> "tuple[Waits, ...]":
    # Imported late: it is asked when the first lead is on the screen, and who never signs has no
    # use for all that agreements are made of.
    if not desk.people.signs_definitions():
        return ()
    from qualdesk.qt.campaigns.rows import what_waits

    return what_waits(desk)
