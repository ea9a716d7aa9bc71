"""What the queue believes, as lines of a table: start value, what was learned, how sure it is."""

from typing import Final

from qualdesk.core.belief_lines import BeliefLine
from qualdesk.qt.widgets.cells import Cell, Column
from qualdesk.qt.widgets.chip import ChipTone

COLUMNS: Final = (
    Column(title="Belief", width=250, stretch=True),
    Column(title="Start value", width=104, align="right"),
    Column(title="Now", width=150, align="right"),
    Column(title="Rests on", width=124, align="right"),
    Column(title="Calls say", width=158),
)
_TONES: Final[dict[str, ChipTone]] = {
    "As believed": "ok",
    "More than believed": "info",
    "Less than believed": "info",
}


def value_words(value: float, unit: str) -> str:
    """A value as people say it: “13 %”, “1.20 times”, “2 minutes”."""
    if unit == "chance":
        shown = f"{value * 100:.0f}" if value >= _ROUND else f"{value * 100:.1f}"
        return f"{shown} %"
    if unit == "minutes":
        return f"{value:.1f} min"
    return f"{value:.2f} times"


def between_words(row: BeliefLine) -> str:
    """Between what it lies nine times in ten: “10 to 16 %”; empty before there are calls."""
    if not row.calls:
        return ""
    low, high = value_words(row.low, row.unit), value_words(row.high, row.unit)
    return f"{low.split()[0]} to {high}"


def cell_of(row: BeliefLine, column: int) -> Cell:
    """What a cell of the beliefs shows."""
    if column == 0:
        return Cell(text=row.says, second=row.group, face="body_medium")
    if column == 1:
        second = "edited" if row.is_edited else ""
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
        calls = "1 call" if row.calls == 1 else f"{row.calls:,} calls"
        return Cell(text=calls if row.calls else "0", tone="text" if row.calls else "text3")
    return Cell(text=row.sure or "No calls yet", chip=_TONES.get(row.sure, "plain"))


_ROUND: Final = 0.1
