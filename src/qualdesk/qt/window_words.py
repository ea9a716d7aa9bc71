"""The window of a campaign in words: when it closes, and how long that is."""

from datetime import datetime

from qualdesk.core.sources import CallWindow
from qualdesk.core.times import day_words, local_time
from qualdesk.qt.widgets.cells import Cell


def window_cell(window: CallWindow, zone: str, now: datetime | None) -> Cell:
    """The window as a cell of a table; ``zone`` is the reader's, for one agreed in none."""
    if window.closes_at is None:
        return Cell(text="No end" if window.has_no_end else "Not said yet", tone="text3")
    closes = local_time(window.closes_at, window.zone if window.zone != "UTC" else zone)
    text = f"Closes {day_words(closes.date())}, {closes:%H:%M}"
    if now is None:
        return Cell(text=text)
    if now >= window.closes_at:
        return Cell(text=text, second="Closed", second_tone="bad")
    days = (window.closes_at - now).days
    left = {0: "Closes within a day", 1: "1 day left"}.get(days, f"{days} days left")
    return Cell(text=text, second=left)
