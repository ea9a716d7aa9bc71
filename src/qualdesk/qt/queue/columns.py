"""The columns of the queue: place, who, where from, why now, and when."""

from datetime import datetime
from typing import Final

from qualdesk.core.cards import QueueLine
from qualdesk.core.times import local_time, place_of, time_words
from qualdesk.qt.reasons import look_of
from qualdesk.qt.widgets.cells import Cell, Column

COLUMNS: Final = (
    Column(title="Place", width=60, align="right"),
    Column(title="Lead", width=164, stretch=1),
    Column(title="Campaign", width=154),
    Column(title="Why now", width=184, stretch=3),
    Column(title="Points", width=62, align="right"),
    Column(title="Tries", width=52, align="right"),
    Column(title="Their clock", width=88),
    Column(title="Next", width=84),
)
PLACE, LEAD, CAMPAIGN, WHY, POINTS, TRIES, CLOCK, NEXT = range(len(COLUMNS))
FREE: Final = "free"


def cell_of(line: QueueLine, place: int, column: int, now: datetime, zone: str) -> Cell:
    """What a cell of the queue shows; ``zone`` is the reader's own."""
    if column == PLACE:
        return Cell(text=f"{place + 1:,}", tone="text3")
    if column == CLOCK:
        return _clock(line, now)
    if column == NEXT:
        return _next(line, now, zone)
    return _STANDING[column](line)


def ground_of(line: QueueLine) -> str:
    """What a supervisor did by hand stands out."""
    return "accent_soft" if line.is_pinned else ""


def says_of(line: QueueLine) -> str:
    """Where a lead stands, in a few words that begin a line."""
    if line.kept_out:
        return f"Kept out: {line.kept_out}"
    if line.held_by:
        return f"With {line.held_by}"
    if line.pushed_to:
        return f"Given to {line.pushed_to}"
    said = "can be called now" if line.code == FREE else line.says
    return said[:1].upper() + said[1:]


def _lead(line: QueueLine) -> Cell:
    name = line.name or line.company or "No name"
    return Cell(text=name, second=line.company if line.name else "", face="body_strong")


def _campaign(line: QueueLine) -> Cell:
    return Cell(text=line.campaign, second=_source(line), tone="text2")


def _points(line: QueueLine) -> Cell:
    if line.code != FREE:
        return Cell(text="-", tone="text3")
    return Cell(text=f"{line.points:,}", face="body_strong")


def _tries(line: QueueLine) -> Cell:
    return Cell(text=str(line.attempts), tone="text" if line.attempts else "text3")


def _source(line: QueueLine) -> str:
    return line.source.label if line.source is not None else ""


def _why(line: QueueLine) -> Cell:
    icon, tone = look_of(line.code)
    if line.is_pinned:
        icon, tone = "pin", "accent_text"
    reason = line.reason[:1].upper() + line.reason[1:]
    if line.code == FREE:
        second = "Pinned" if line.is_pinned else ""
        if line.pushed_to or line.held_by:
            second = says_of(line)
        return Cell(text=reason, second=second, icon=icon, icon_tone=tone)
    return Cell(text=says_of(line), second=reason, tone="text2", icon=icon, icon_tone=tone)


def _clock(line: QueueLine, now: datetime) -> Cell:
    if not line.zone:
        return Cell(text="No zone", tone="warn")
    return Cell(text=f"{local_time(now, line.zone):%H:%M}", second=place_of(line.zone))


def _next(line: QueueLine, now: datetime, zone: str) -> Cell:
    if line.code == FREE and not line.is_callback:
        return Cell(text="Now", tone="ok", face="body_medium")
    if line.next_at is None:
        return Cell(text="No time" if line.code != FREE else "Now", tone="text3")
    owner = f"by {line.callback_owner}" if line.callback_owner else ""
    if line.next_at <= now:
        return Cell(text="Now", second=owner, tone="ok", face="body_medium")
    day, _, hour = time_words(line.next_at, zone, now=now).rpartition(", ")
    return Cell(text=hour, second=owner or day or "today")


_STANDING: Final = {LEAD: _lead, CAMPAIGN: _campaign, WHY: _why, POINTS: _points, TRIES: _tries}
