"""The window of a campaign in words: when it closes, and how long that is."""

from datetime import datetime

from qualdesk.core.sources import CallWindow
from qualdesk.core.times import day_words, local_time
from qualdesk.core.wording import tr, tr_n
from qualdesk.qt.widgets.cells import Cell


def window_cell(window: CallWindow, zone: str, now: datetime | None) -> Cell:
    """The window as a cell of a table; ``zone`` is the reader's, for one agreed in none."""
    if window.closes_at is None:
        return Cell(text=tr("No end") if window.has_no_end else tr("Not said yet"), tone="text3")
    closes = local_time(window.closes_at, window.zone if window.zone != "UTC" else zone)
    text = tr("Closes {day}, {at:%H:%M}", day=day_words(closes.date()), at=closes)
    if now is None:
        return Cell(text=text)
    if now >= window.closes_at:
        return Cell(text=text, second=tr("Closed"), second_tone="bad")
    days = (window.closes_at - now).days
    left = tr_n(days, "1 day left", "{n} days left") if days else tr("Closes within a day")
    return Cell(text=text, second=left)
