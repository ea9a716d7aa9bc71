"""The columns of the queue: place, who, where from, why now, and when."""

from datetime import datetime
from typing import Final

from qualdesk.core.cards import QueueLine
from qualdesk.core.permission import kept_out_words
from qualdesk.core.times import day_words, local_time, place_of
from qualdesk.core.wording import number, tr, tr_later
from qualdesk.qt.reasons import look_of
from qualdesk.qt.widgets.cells import Cell, Column

COLUMNS: Final = (
    Column(title=tr_later("Place", about="order"), about="order", width=60, align="right"),
    Column(title=tr_later("Lead"), width=164, stretch=1),
    Column(title=tr_later("Campaign"), width=154),
    Column(title=tr_later("Why now"), width=184, stretch=3),
    Column(title=tr_later("Points"), width=62, align="right"),
    Column(title=tr_later("Tries"), width=52, align="right"),
    Column(title=tr_later("Their clock"), width=88),
    Column(title=tr_later("Next", about="call"), width=84, about="call"),
)
PLACE, LEAD, CAMPAIGN, WHY, POINTS, TRIES, CLOCK, NEXT = range(len(COLUMNS))
FREE: Final = "free"


def cell_of(line: QueueLine, place: int, column: int, now: datetime, zone: str) -> Cell:
    """What a cell of the queue shows; ``zone`` is the reader's own."""
    if column == PLACE:
        return Cell(text=number(place + 1), tone="text3")
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
        return tr("Kept out: {reason}", reason=kept_out_words(line.kept_out))
    if line.held_by:
        return tr("With {caller}", caller=line.held_by)
    if line.pushed_to:
        return tr("Given to {caller}", caller=line.pushed_to)
    said = tr("Can be called now") if line.code == FREE else line.says
    return said[:1].upper() + said[1:]


def _lead(line: QueueLine) -> Cell:
    name = line.name or line.company or tr("No name")
    return Cell(text=name, second=line.company if line.name else "", face="body_strong")


def _campaign(line: QueueLine) -> Cell:
    return Cell(text=line.campaign, second=_source(line), tone="text2")


def _points(line: QueueLine) -> Cell:
    if line.code != FREE:
        return Cell(text="-", tone="text3")
    return Cell(text=number(line.points), face="body_strong")


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
        second = tr("Pinned") if line.is_pinned else ""
        if line.pushed_to or line.held_by:
            second = says_of(line)
        return Cell(text=reason, second=second, icon=icon, icon_tone=tone)
    return Cell(text=says_of(line), second=reason, tone="text2", icon=icon, icon_tone=tone)


def _clock(line: QueueLine, now: datetime) -> Cell:
    if not line.zone:
        return Cell(text=tr("No zone"), tone="warn")
    return Cell(text=f"{local_time(now, line.zone):%H:%M}", second=place_of(line.zone))


def _next(line: QueueLine, now: datetime, zone: str) -> Cell:
    if line.code == FREE and not line.is_callback:
        return Cell(text=tr("Now"), tone="ok", face="body_medium")
    if line.next_at is None:
        return Cell(text=tr("No time") if line.code != FREE else tr("Now"), tone="text3")
    owner = tr("by {caller}", caller=line.callback_owner) if line.callback_owner else ""
    if line.next_at <= now:
        return Cell(text=tr("Now"), second=owner, tone="ok", face="body_medium")
    there = local_time(line.next_at, zone)
    return Cell(text=f"{there:%H:%M}", second=owner or _day(there, local_time(now, zone)))


def _day(there: datetime, here: datetime) -> str:
    if there.date() == here.date():
        return tr("today")
    day = day_words(there.date())
    return day if there.year == here.year else tr("{day} {year}", day=day, year=there.year)


_STANDING: Final = {LEAD: _lead, CAMPAIGN: _campaign, WHY: _why, POINTS: _points, TRIES: _tries}
