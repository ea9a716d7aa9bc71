"""On the way to a page: its code is read piece by piece, and what is typed waits for it."""

import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any, Final, TypeAlias

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from qualdesk.core.wording import tr
from qualdesk.qt.plain import PlainLabel, name_aloud

CODE: Final[dict[str, tuple[str, ...]]] = {
    "lists": (
        *("qualdesk.core.column_guesses", "qualdesk.qt.lists.import_view"),
        *("qualdesk.qt.lists.page", "qualdesk.qt.lists.place"),
    ),
    "campaigns": ("qualdesk.qt.campaigns.place",),
    "campaign": ("qualdesk.qt.campaigns.sections", "qualdesk.qt.campaigns.page"),
    "script": (
        *("qualdesk.qt.scripts.answers_part", "qualdesk.qt.scripts.form"),
        *("qualdesk.qt.scripts.shelf", "qualdesk.qt.scripts.editor"),
    ),
    "definition": (
        *("qualdesk.qt.definitions.criterion_editor", "qualdesk.qt.definitions.rating_view"),
        *("qualdesk.qt.definitions.view", "qualdesk.qt.definitions.page"),
    ),
    "handoff": (
        *("qualdesk.core.next_batch", "qualdesk.qt.handoff.bar"),
        *("qualdesk.qt.handoff.next_page", "qualdesk.qt.handoff.place"),
    ),
    "floor": (
        *("qualdesk.core.floor_words", "qualdesk.qt.floor.asks_card"),
        *("qualdesk.qt.floor.forecast_card", "qualdesk.qt.floor.page"),
    ),
    "reports": (
        *("qualdesk.core.report_tables", "qualdesk.qt.reports.report_part"),
        "qualdesk.qt.reports.page",
    ),
    "history": ("qualdesk.qt.history.page",),
    "settings": ("qualdesk.qt.settings.privacy", "qualdesk.qt.settings.page"),
    "my_day": ("qualdesk.qt.my_day.page",),
    "my_leads": ("qualdesk.qt.sales.page",),
}
"""What is read before a page can be made, by the page's key: the module it is in comes last.

What stands before that is read on the way there anyway. Each is a piece of at most 25 ms.
"""
_QUIET_MS: Final = 200
_DONE: Final = object()
Typed: TypeAlias = QKeyEvent | QInputMethodEvent
"""A key pressed or let go, or letters composed of several."""
_KEYS: Final = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease})


class Going(QWidget):
    """Stands in front where there is no page yet, and says why when it takes a moment.

    The code is read here, on the window's thread, which looks up between two pieces: classes of
    Qt's made on another thread while the window runs now and then took the program down. Keys
    pressed meanwhile were meant for the page: they are kept, and come to it in their order.
    So is what an input method or a dead key made of several. Whoever goes somewhere else instead
    does not wait.

    Attributes:
        to: the key of the page somebody is on the way to; empty where nobody is.
        again: does what was kept, in the window.
    """

    def __init__(self, make: Callable[[str], Any], again: Callable[[Typed], None]) -> None:
        """``make`` makes a page by its key, ``again`` does what was kept, in the window.

        A page that takes long to make has a ``make()`` of its own: what it yields between are
        the moments at which the window looks up.
        """
        super().__init__()
        # Without it a dead key and its letter come as two keys, and nobody makes an "é" of them.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.to = ""
        self.again, self._make = again, make
        self._pieces: Iterator[None] | None = None
        self._then: list[Callable[[], None]] = []
        self._kept: list[Typed] = []
        self._says = ""
        self._line: PlainLabel | None = None
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._quiet.timeout.connect(self._speak)
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._read_on)

    def say(self, words: str) -> None:
        """Say what is going on, unless it is over in the time it takes to notice."""
        self._says = words
        name_aloud(self, words)
        if self._line is not None:
            self._line.setText("")
        self._quiet.start()

    def go(self, key: str, title: str, then: Callable[[], None]) -> bool:
        """Do ``then`` as soon as the code of a page is there; whether it was there already."""
        if self.to != key:
            self.leave()
            if sys.modules.keys() >= set(CODE.get(key, ())):
                then()
                return True
            self.to = key
            self.say(tr("Opening {page} …", page=title))
            self._next.start()
        self._then.append(then)
        return False

    @override
    def event(self, event: QEvent) -> bool:
        """Every key is kept, also those that are commands or walk through the window."""
        if self.to and isinstance(event, QKeyEvent):
            if event.type() in _KEYS:
                self._kept.append(event.clone())
            event.accept()
            return True
        if self.to and isinstance(event, QInputMethodEvent):
            if event.commitString():
                made = QInputMethodEvent()
                made.setCommitString(event.commitString())
                self._kept.append(made)
            event.accept()
            return True
        return super().event(event)

    def _read_on(self) -> None:
        """Read the next piece; behind the last one the page is made, and then shown."""
        try:
            is_there = self._step()
        except BaseException:
            self.leave()
            raise
        if is_there:
            self._arrive()
        else:
            self._next.start()

    def _step(self) -> bool:
        """Do one piece of what is to be done; whether nothing was left."""
        module = next((each for each in CODE[self.to] if each not in sys.modules), "")
        if module:
            import_module(module)
            return False
        if self._pieces is None:
            page = self._make(self.to)
            self._pieces = page.make() if hasattr(page, "make") else iter(())
            return False
        return next(self._pieces, _DONE) is _DONE

    def _arrive(self) -> None:
        # What is being composed was meant for the page as well: it is finished while it is kept.
        if self.hasFocus():
            QGuiApplication.inputMethod().commit()
        thens, kept = self._then, self._kept
        self.leave()
        for then in thens:
            then()
        while kept and not self.to:
            self.again(kept.pop(0))
        self._kept += kept

    def leave(self) -> None:
        """Nobody is on the way any more: nothing is read on, and what was typed is for nobody."""
        self.to, self._then, self._kept = "", [], []
        self._pieces = None
        self._quiet.stop()
        self._next.stop()

    def _speak(self) -> None:
        if not self.isVisible():
            return
        if self._line is None:
            self._line = PlainLabel(face="body", tone="text2", wrap=True)
            self._line.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column = QVBoxLayout(self)
            column.setContentsMargins(20, 20, 20, 20)
            column.addStretch(2)
            column.addWidget(self._line)
            column.addStretch(3)
        self._line.setText(self._says)
