"""Where Python's garbage is collected: on the window's thread, and nowhere else.

Python collects on whichever thread makes the object that is one too many. Widgets that hold each
other and were let go would then die on a lane's thread while the window still sends them events,
and the program with them.
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

_LOOK_MS: Final = 200
_OLDEST: Final = 2


class Garbage(QObject):
    """Collects at moments the event loop has free, while anything is held; Python's own way after.

    What the program is made of is set aside: libraries and pages stay, and to look through all of
    them for the few new things would make the window stand still for a twelfth of a second.

    Made and used on the window's thread.
    """

    _holders = 0
    _has_pages = False

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._is_held = False

    def hold(self) -> None:
        """From now on nothing is collected on any other thread."""
        if not self._is_held:
            self._is_held = True
            if not Garbage._holders:
                gc.freeze()
            Garbage._holders += 1
            gc.disable()
            self._timer.start()

    def let_go(self) -> None:
        """No other thread works for this holder any more."""
        if self._is_held:
            self._is_held = False
            self._timer.stop()
            Garbage._holders -= 1
            if not Garbage._holders:
                Garbage._has_pages = False
                gc.unfreeze()
                gc.enable()

    def _look(self) -> None:
        """Collect what Python would have collected by itself, the oldest only when it is due."""
        due = zip(gc.get_count(), gc.get_threshold(), strict=True)
        over = [generation for generation, (count, most) in enumerate(due) if count > most > 0]
        if over:
            gc.collect(over[-1])
        if over and over[-1] == _OLDEST and not Garbage._has_pages:
            # The first time the pages are new as well: they stay, too.
            Garbage._has_pages = True
            gc.freeze()
