"""A time of day to type, as people write it."""

import re
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from qualdesk.qt.theme import look
from qualdesk.qt.widgets.fields import Field
from qualdesk.qt.widgets.paint import advance

_TIME: Final = re.compile(r"\s*(\d{1,2})(?:\s*[:.h]?\s*(\d{2}))?\s*(am|pm)?\s*", re.IGNORECASE)
_HALF: Final = 12
_DAY: Final = 24 * 60


class HourField(Field):
    """A time of day: 9, 9:30, 17.30 or 5 pm; shown as 09:00 when it is left."""

    def __init__(self, name: str, minutes: int) -> None:
        super().__init__(name, "09:00")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_minutes(minutes)
        self.editingFinished.connect(self._tidy)

    @property
    def minutes(self) -> int | None:
        """The minutes after midnight that were typed, None for what is no time of day."""
        return minutes_in(self.text())

    def set_minutes(self, minutes: int) -> None:
        """Show this time of day, minutes after midnight."""
        if self.minutes != minutes or not self.hasFocus():
            self.setText(clock_words(minutes))

    @override
    def sizeHint(self) -> QSize:
        return QSize(advance("00:00", "body") + look().px(34), look().px(34))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _tidy(self) -> None:
        minutes = self.minutes
        if minutes is not None and self.text() != clock_words(minutes):
            self.setText(clock_words(minutes))


def minutes_in(text: str) -> int | None:
    """The minutes after midnight of a time of day as people write it; None when it is none."""
    found = _TIME.fullmatch(text)
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half:
        if not 1 <= hour <= _HALF:
            return None
        hour = hour % _HALF + (_HALF if half == "pm" else 0)
    minutes = hour * 60 + minute
    return minutes if minute < 60 and minutes <= _DAY else None  # noqa: PLR2004 - an hour


def clock_words(minutes: int) -> str:
    """Minutes after midnight as a clock shows them: 09:00."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
