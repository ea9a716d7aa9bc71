"""Whether all that was typed is saved, at the right of the top bar."""

import re
from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from qualdesk.core.wording import tr
from qualdesk.qt.plain import PlainLabel, plain_tooltip
from qualdesk.qt.theme import look
from qualdesk.qt.widgets.paint import advance, box, glyph, reveal, smooth, words

_LONGEST: Final = 420


def is_saved(says: str) -> bool:
    """Whether what a page says of its saving means that all is saved, now or at a time."""
    begins = tr("Saved {now:%H:%M}").partition("{")[0]
    # A time follows, and not “here”: that waits for the line.
    has_time = bool(begins) and says.startswith(begins) and says[len(begins) :][:1].isdigit()
    return says == tr("Saved") or has_time


def is_saving(says: str) -> bool:
    """Whether it means that the saving is under way."""
    return says == tr("Saving")


def in_short(says: str) -> str:
    """The beginning of a long reason, for where the whole of it stands in the line below."""
    begin = re.split(r"[.:]\s", says, maxsplit=1)[0].rstrip(" .:\N{NO-BREAK SPACE}")
    return begin if advance(begin, "hint_medium") <= look().px(_LONGEST) // 2 else tr("See below")


class SaveState(PlainLabel):
    """A dot and a word: green when all is saved, a ring while it is being saved.

    What is not saved stands there in amber with a sign, so that colour never says it alone. A
    reason too long for its place is said in short; the window shows the whole of it below.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, face="hint", tone="text2", elide=True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._says_it, self._is_well, self._is_saved = True, True, False
        self.whole = ""

    def say(self, says: str) -> None:
        """Saved, Saving, or why it is not saved yet; nothing takes the words away."""
        self._is_saved = is_saved(says)
        self._is_well = not says or self._is_saved or is_saving(says)
        self.whole = says
        self.setText(says)
        self.set_look(face="hint_medium", tone="text2" if self._is_well else "warn")
        self.setAccessibleName(says)
        plain_tooltip(self, says)
        reveal(self, shown=bool(says))
        self.updateGeometry()

    @property
    def is_long(self) -> bool:
        """Whether it says more than it has room for in any window."""
        return not self._is_well and advance(self.whole, self._face) > look().px(_LONGEST)

    @property
    def is_well(self) -> bool:
        """Whether nothing is wrong."""
        return self._is_well

    def be_short(self, *, is_short: bool) -> None:
        """Say only the beginning; the name for screen readers and the tip stay whole."""
        says = in_short(self.whole) if is_short else self.whole
        if says != self.text():
            self.setText(says)
            self.updateGeometry()

    def show_words(self, *, shown: bool) -> None:
        """Whether there is room for the word; what is not saved is always said."""
        if shown != self._says_it:
            self._says_it = shown
            self.updateGeometry()
            self.update()

    def room_for(self, *, with_words: bool, is_short: bool = False) -> int:
        """How wide it is with or without its word, or with the beginning of it, in pixels."""
        px = look().px
        mark = px(8) if self._is_well else px(16)
        if self._is_well and not with_words:
            return mark
        return mark + px(7) + advance(in_short(self.whole) if is_short else self.whole, self._face)

    @override
    def sizeHint(self) -> QSize:
        is_short = self.text() != self.whole
        return QSize(self.room_for(with_words=self._says_it, is_short=is_short), look().px(20))

    @override
    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return hint if self._is_well else QSize(min(hint.width(), look().px(120)), hint.height())

    @override
    def is_cut(self) -> bool:
        """Whether the words do not fit; a dot alone is no word."""
        if self._is_well and not self._says_it:
            return False
        mark = look().px(8 if self._is_well else 16) + look().px(7)
        return bool(self.text()) and self.width() < mark + advance(self.text(), self._face)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        px = look().px
        painter = smooth(self)
        middle = self.height() / 2
        if self._is_well:
            dot = QRectF(0, middle - px(4), px(8), px(8))
            box(
                painter,
                dot,
                fill="ok_fill" if self._is_saved else None,
                edge=None if self._is_saved else "text3",
                radius=4,
                width=1.5,
            )
            x = float(px(8 + 7))
        else:
            x = glyph(painter, "triangle-alert", 0, middle, 16, "warn") + px(7)
        if self._says_it or not self._is_well:
            where = QRectF(x, 0, self.width() - x, self.height())
            words(painter, where, self.text(), face=self._face, tone=self._tone)


class LiveMark(SaveState):
    """A green dot and the time of the last look while a page follows what others do.

    While it does not, that stands there in amber with a sign.
    """

    def tell(self, says: str, *, is_live: bool) -> None:
        """Say how old the figures of the page are; nothing takes the words away."""
        self.say(says)
        self._is_saved, self._is_well = is_live, is_live or not says
        self.set_look(tone="text2" if self._is_well else "warn")
        self.updateGeometry()
        self.update()
