"""The next batch as rows of a table: who is in it, who is not, and why, in words."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from qualdesk.core.ids import LeadId
from qualdesk.core.next_batch import BatchLead, NextBatch
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.widgets.cells import Cell, Column
from qualdesk.qt.widgets.filters import Filter

COLUMNS: Final = (
    Column(title="", width=40),
    Column(title=tr_later("Lead"), width=220, stretch=True),
    Column(title=tr_later("Points"), width=64, align="right"),
    Column(title=tr_later("When"), width=150),
    Column(title=tr_later("Goes to"), width=200),
)
ALL: Final = "all"


class Place(StrEnum):
    """Where a qualified lead stands before the next batch."""

    READY = "ready"
    BLOCKED = "blocked"
    HELD_BACK = "held_back"
    LATER = "later"


_CAN_LEAVE: Final = frozenset({Place.READY, Place.LATER})


@dataclass(frozen=True, kw_only=True, slots=True)
class BatchRow:
    """A lead of the next batch and its place in it."""

    lead: BatchLead
    place: Place

    @property
    def id(self) -> LeadId:
        """The lead's number."""
        return self.lead.lead_id


class Ticks:
    """Which leads will leave: all that are ready, until somebody ticks otherwise.

    Kept by exception, so that a lead that becomes ready later is ticked like its neighbours.
    """

    def __init__(self) -> None:
        self._turned: set[LeadId] = set()

    def is_on(self, row: BatchRow) -> bool:
        """Whether the lead will leave."""
        return row.place in _CAN_LEAVE and (row.place is Place.READY) != (row.id in self._turned)

    def turn(self, row: BatchRow) -> bool:
        """Tick or untick; False for a lead that cannot leave now."""
        if row.place not in _CAN_LEAVE:
            return False
        self._turned ^= {row.id}
        return True

    def turn_all(self, rows: tuple[BatchRow, ...]) -> None:
        """Tick all that can leave; when all are ticked, untick them."""
        able = [row for row in rows if row.place in _CAN_LEAVE]
        wanted = not all(self.is_on(row) for row in able)
        self._turned ^= {row.id for row in able if self.is_on(row) is not wanted}

    def leaving(self, rows: tuple[BatchRow, ...]) -> tuple[LeadId, ...]:
        """The leads that will leave, in the order of the table."""
        return tuple(row.id for row in rows if self.is_on(row))


def rows_of(batch: NextBatch) -> tuple[BatchRow, ...]:
    """Every qualified lead once: those that leave, those to mend, those kept, those for later."""
    parts = (
        (Place.READY, batch.ready),
        (Place.BLOCKED, batch.blocked),
        (Place.HELD_BACK, batch.held_back),
        (Place.LATER, batch.later),
    )
    return tuple(BatchRow(lead=lead, place=place) for place, leads in parts for lead in leads)


def filters_of(rows: tuple[BatchRow, ...]) -> tuple[Filter, ...]:
    """The filters over the table, each with its count; "later" only when a batch is full."""
    counts = {place: sum(row.place is place for row in rows) for place in Place}
    shown = [
        Filter(key=ALL, title=tr("All"), count=len(rows)),
        Filter(key=Place.READY, title=tr("Ready"), count=counts[Place.READY]),
        Filter(key=Place.BLOCKED, title=tr("To fix"), count=counts[Place.BLOCKED], tone="warn"),
        Filter(key=Place.HELD_BACK, title=tr("Held back"), count=counts[Place.HELD_BACK]),
    ]
    if counts[Place.LATER]:
        shown.append(Filter(key=Place.LATER, title=tr("Next time"), count=counts[Place.LATER]))
    return tuple(shown)


def chosen_by(key: str, rows: tuple[BatchRow, ...], words: str = "") -> tuple[BatchRow, ...]:
    """The rows a filter shows, narrowed to those whose name or company has ``words``."""
    wanted = words.strip().casefold()
    return tuple(
        row
        for row in rows
        if key in {ALL, row.place} and wanted in f"{row.lead.name} {row.lead.company}".casefold()
    )


def cell_of(row: BatchRow, column: int, ticks: Ticks, receiver: str) -> Cell:
    """One cell of the table."""
    cells = (
        lambda: Cell(tick=ticks.is_on(row)),
        lambda: _who(row.lead),
        lambda: _points(row.lead),
        lambda: _when(row.lead),
        lambda: _goes_to(row, receiver),
    )
    return cells[column]()


def ground_of(row: BatchRow) -> str:
    """The ground of a row: amber for a lead that something keeps here."""
    return "warn_soft" if row.place is Place.BLOCKED else ""


def _who(lead: BatchLead) -> Cell:
    company = ", ".join(filter(None, (lead.company, lead.city)))
    return Cell(text=lead.name, second=company, face="body_strong", person=lead.name)


def _points(lead: BatchLead) -> Cell:
    return Cell(
        text=tr("none", about="points") if lead.points is None else str(lead.points),
        face="body_strong",
    )


def _when(lead: BatchLead) -> Cell:
    return Cell(text=lead.when or tr("Not asked"), tone="text" if lead.when else "text3")


def _goes_to(row: BatchRow, receiver: str) -> Cell:
    if row.place is Place.BLOCKED:
        first, more = row.lead.lacks[:1], len(row.lead.lacks) - 1
        says = first[0] if first else tr("Something is missing")
        return Cell(
            text=tr("Stays here"),
            second=tr("{says}, and {more} more", says=says, more=more) if more > 0 else says,
            face="body_medium",
            tone="warn",
            second_tone="warn",
            icon="circle-alert",
            icon_tone="warn",
        )
    if row.place is Place.HELD_BACK:
        return Cell(text=tr("Held back"), second=tr("Stays until you put it back"), icon="pause")
    if row.place is Place.LATER:
        says = tr("Space takes it along")
        return Cell(text=tr("Next time, this batch is full"), second=says, icon="clock")
    if row.lead.receiver:
        return Cell(text=row.lead.receiver, second=row.lead.via, tone="text")
    if not receiver.strip():
        return Cell(text=tr("Nobody yet"), second=tr("Write who gets it below"), tone="text2")
    return Cell(text=receiver, tone="text")
