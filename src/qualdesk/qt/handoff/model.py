"""The next batch as rows of a table: who is in it, who is not, and why, in words."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Any, Final

from qualdesk.core.frozen import frozen
from qualdesk.core.ids import LeadId
from qualdesk.core.next_batch import BatchLead, NextBatch
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.widgets.filters import Filter

ALL: Final = "all"


class Place(StrEnum):
    """Where a qualified lead stands before the next batch."""

    READY = "ready"
    BLOCKED = "blocked"
    HELD_BACK = "held_back"
    LATER = "later"


class Sort(StrEnum):
    """What the rows are in the order of."""

    POINTS = "points"
    WHEN = "when"
    WHO = "who"

    @property
    def label(self) -> str:
        """The order as its button says it."""
        return tr(_SORTS[self])


_SORTS: Final = {
    Sort.POINTS: tr_later("Sorted by points"),
    Sort.WHEN: tr_later("Sorted by when"),
    Sort.WHO: tr_later("Sorted by who gets them"),
}
_CAN_LEAVE: Final = frozenset({Place.READY, Place.LATER})


@frozen
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

    def turn_all(self, rows: Sequence[BatchRow]) -> None:
        """Tick all that can leave; when all are ticked, untick them."""
        able = [row for row in rows if row.place in _CAN_LEAVE]
        wanted = not all(self.is_on(row) for row in able)
        self._turned ^= {row.id for row in able if self.is_on(row) is not wanted}

    def forget(self) -> None:
        """Nobody ticked anything: another campaign is in front."""
        self._turned.clear()

    def leaving(self, rows: Sequence[BatchRow]) -> tuple[BatchRow, ...]:
        """The rows that will leave, in the order of the table."""
        return tuple(row for row in rows if self.is_on(row))


@frozen
class Leaving:
    """What an export would do now.

    Attributes:
        leads: those that would leave.
        goes_to: who would get how many of them, the most first, then by name.
        blocked: how many stay because they lack something; ``held``: because somebody said so;
            ``later``: because this batch is full, or whoever gets them has enough for today.
    """

    leads: tuple[LeadId, ...] = ()
    goes_to: tuple[tuple[str, int], ...] = ()
    blocked: int = 0
    held: int = 0
    later: int = 0


def leaving_of(rows: Sequence[BatchRow], ticks: Ticks) -> Leaving:
    """What an export would do with these rows, as they are ticked."""
    counts: dict[str, int] = {}
    chosen = ticks.leaving(rows)
    for row in chosen:
        counts[row.lead.receiver] = counts.get(row.lead.receiver, 0) + 1
    places = [row.place for row in rows]
    return Leaving(
        leads=tuple(row.id for row in chosen),
        goes_to=tuple(sorted(counts.items(), key=lambda one: (-one[1], one[0].casefold()))),
        blocked=places.count(Place.BLOCKED),
        held=places.count(Place.HELD_BACK),
        later=sum(row.place is Place.LATER and not ticks.is_on(row) for row in rows),
    )


def rows_of(batch: NextBatch) -> tuple[BatchRow, ...]:
    """Every qualified lead once, the most points first, wherever it stands."""
    parts = (
        (Place.READY, batch.ready),
        (Place.BLOCKED, batch.blocked),
        (Place.HELD_BACK, batch.held_back),
        (Place.LATER, batch.later),
    )
    rows = (BatchRow(lead=lead, place=place) for place, leads in parts for lead in leads)
    return in_order(rows, Sort.POINTS)


def in_order(rows: Any, sort: Sort) -> tuple[BatchRow, ...]:
    """The rows in this order; those that are alike in it, the most points first."""
    return tuple(sorted(rows, key=_KEYS[sort]))


def filters_of(rows: Sequence[BatchRow]) -> tuple[Filter, ...]:
    """The filters over the table, each with its count; "later" only when a batch is full."""
    places = [row.place for row in rows]
    counts = {place: places.count(place) for place in Place}
    shown = [
        Filter(key=ALL, title=tr("All"), count=len(rows)),
        Filter(key=Place.READY, title=tr("Ready"), count=counts[Place.READY]),
        Filter(key=Place.BLOCKED, title=tr("To fix"), count=counts[Place.BLOCKED], tone="warn"),
        Filter(key=Place.HELD_BACK, title=tr("Held back"), count=counts[Place.HELD_BACK]),
    ]
    if counts[Place.LATER]:
        shown.append(Filter(key=Place.LATER, title=tr("Next time"), count=counts[Place.LATER]))
    return tuple(shown)


def chosen_by(key: str, rows: Sequence[BatchRow], words: str = "") -> tuple[BatchRow, ...]:
    """The rows a filter shows, narrowed to those whose name, company or receiver has ``words``."""
    wanted = words.strip().casefold()
    return tuple(
        row
        for row in rows
        if key in {ALL, row.place} and (not wanted or wanted in _said(row.lead).casefold())
    )


def _said(lead: BatchLead) -> str:
    return f"{lead.name} {lead.company} {lead.city} {lead.receiver}"


def _by_points(row: BatchRow) -> tuple[int, int]:
    return -(row.lead.points or 0), row.lead.lead_id


def _by_when(row: BatchRow) -> tuple[bool, int, bool, str, tuple[int, int]]:
    lead = row.lead
    says = lead.when.casefold()
    return lead.soon is None, lead.soon or 0, not says, says, _by_points(row)


def _by_who(row: BatchRow) -> tuple[str, tuple[int, int]]:
    return row.lead.receiver.casefold(), _by_points(row)


_KEYS: Final[dict[Sort, Callable[[BatchRow], Any]]] = {
    Sort.POINTS: _by_points,
    Sort.WHEN: _by_when,
    Sort.WHO: _by_who,
}
