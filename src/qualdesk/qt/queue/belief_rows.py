"""What the queue believes, as lines of a table: start value, what was learned, how sure it is."""

from typing import Final

from qualdesk.core.belief_lines import BeliefLine
from qualdesk.core.list_words import counted
from qualdesk.core.wording import number, tr, tr_later
from qualdesk.qt.widgets.cells import Cell, Column
from qualdesk.qt.widgets.chip import ChipTone

COLUMNS: Final = (
    Column(title=tr_later("Belief"), width=250, stretch=True),
    Column(title=tr_later("Start value"), width=104, align="right"),
    Column(title=tr_later("Now"), width=150, align="right"),
    Column(title=tr_later("Rests on"), width=124, align="right"),
    Column(title=tr_later("Calls say"), width=158),
)


def value_words(value: float, unit: str) -> str:
    """A value as people say it: “13%”, “1.20 times”, “2 minutes”."""
    if unit == "chance":
        return number(value, ".0%" if value >= _ROUND else ".1%")
    if unit == "minutes":
        return tr("{minutes:.1f} min", minutes=value)
    return tr("{factor:.2f} times", factor=value)


def between_words(row: BeliefLine) -> str:
    """Between what it lies nine times in ten: “10 to 16%”; empty before there are calls."""
    if not row.calls:
        return ""
    low, high = value_words(row.low, row.unit), value_words(row.high, row.unit)
    return tr("{low} to {high}", low=low.split()[0].rstrip("%"), high=high)


def cell_of(row: BeliefLine, column: int) -> Cell:
    """What a cell of the beliefs shows."""
    if column == 0:
        return Cell(text=row.says, second=row.group, face="body_medium")
    if column == 1:
        second = tr("edited") if row.is_edited else ""
        return Cell(
            text=value_words(row.start, row.unit), second=second, tone="text2", second_tone="warn"
        )
    if column == 2:  # noqa: PLR2004 - the third column
        moved = value_words(row.now, row.unit) != value_words(row.start, row.unit)
        return Cell(
            text=value_words(row.now, row.unit),
            second=between_words(row),
            face="body_strong" if moved else "body",
            tone="accent_text" if moved else "text",
        )
    if column == 3:  # noqa: PLR2004 - the fourth column
        calls = counted(row.calls, "call") if row.calls else "0"
        return Cell(text=calls, tone="text" if row.calls else "text3")
    return Cell(text=row.sure or tr("No calls yet"), chip=_tone(row))


def _tone(row: BeliefLine) -> ChipTone:
    if not row.is_sure:
        return "plain"
    return "ok" if row.low <= row.start <= row.high else "info"


_ROUND: Final = 0.1
