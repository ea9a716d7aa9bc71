"""What became of a list, as a value: what a person reads, and what the window refreshes."""

import json
from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar, overload

from qualdesk.core.changes import NO_CHANGES, Changes
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import LeadId, ListId
from qualdesk.core.list_checks import CheckGroup
from qualdesk.core.wording import tr_n
from qualdesk.desk.list_sources import ListSource
from qualdesk.files.left_out import write_left_out
from qualdesk.store.list_verdicts import LEFT_OUT, MERGED, NEW, UPDATED
from qualdesk.store.lists import Outcome
from qualdesk.store.staging import StagedRow, Staging

T = TypeVar("T")
# Of a longer list a window refreshes everything: naming each lead would cost more than that.
_MOST_NAMED = 20_000


@frozen
class LeftOutRow:
    """A row that became no lead: its number in the file, why, and the row as it was."""

    row_number: int
    reason: str
    raw: Mapping[str, str]


class _OnDemand(Sequence[T]):
    """A long sequence whose things are made when somebody looks at them."""

    @abstractmethod
    def _at(self, index: int) -> T:
        """The thing at this place, counted from 0."""

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...
    def __getitem__(self, index: int | slice) -> T | tuple[T, ...]:
        places = range(len(self))[index]
        return self._at(places) if isinstance(places, int) else tuple(map(self._at, places))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    def __hash__(self) -> int:
        return hash(tuple(self))


class LeadIds(_OnDemand[LeadId | None]):
    """The lead of each row, None for a row left out: eight bytes a row, however many."""

    def __init__(self, ids: Sequence[int]) -> None:
        self._ids = ids

    def __len__(self) -> int:
        return len(self._ids)

    def _at(self, index: int) -> LeadId | None:
        return LeadId(self._ids[index]) if self._ids[index] else None


class LeftOutRows(_OnDemand[LeftOutRow]):
    """The rows left out, in the order of the file."""

    def __init__(self, headings: Sequence[str], rows: Sequence[tuple[int, str, str]]) -> None:
        self._headings = headings
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows)

    def _at(self, index: int) -> LeftOutRow:
        number, reason, raw = self._rows[index]
        cells = dict(zip(self._headings, json.loads(raw), strict=False))
        return LeftOutRow(row_number=number, reason=reason, raw=cells)


@frozen
class Loaded:
    """What became of a list. New, updated, merged and left out add up to the rows.

    Iterates over the lead of each row, in row order; None for a row left out.

    Attributes:
        list_id: the list in the workspace, None after a dry run.
        notes: what a person should know, each a sentence.
        groups: what was found in the rows, grouped by what can be done about it.
        lead_notes: the notes that are about its leads; the groups tell the same before a load.
    """

    rows: int
    new: int
    updated: int
    merged: int
    left_out: int
    list_id: ListId | None
    lead_ids: Sequence[LeadId | None]
    left_out_rows: Sequence[LeftOutRow]
    notes: tuple[str, ...]
    changes: Changes
    groups: tuple[CheckGroup, ...] = ()
    lead_notes: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[LeadId | None]:
        return iter(self.lead_ids)

    def __len__(self) -> int:
        return len(self.lead_ids)

    def __getitem__(self, row: int) -> LeadId | None:
        return self.lead_ids[row]


def loaded_of(source: ListSource, staged: Staging, outcome: Outcome, notes: list[str]) -> Loaded:
    """The result as a value: what a person sees, and what the window refreshes."""
    counts, lead_notes = outcome.counts, tuple(_said_of(outcome))
    out = [(row.number, row.left_out, row.raw) for row in _rows_left_out(staged)]
    return Loaded(
        rows=staged.count,
        new=counts[NEW],
        updated=counts[UPDATED],
        merged=counts[MERGED],
        left_out=counts[LEFT_OUT],
        list_id=outcome.list_id,
        lead_ids=LeadIds(outcome.lead_ids),
        left_out_rows=LeftOutRows(source.headings, out),
        notes=(*notes, *lead_notes),
        lead_notes=lead_notes,
        changes=_changes(outcome),
    )


def _changes(outcome: Outcome) -> Changes:
    if outcome.list_id is None:
        return NO_CHANGES
    is_long = len(outcome.lead_ids) > _MOST_NAMED
    ids = () if is_long else map(LeadId, filter(None, outcome.lead_ids))
    return Changes(
        leads=frozenset((*ids, *outcome.silenced)),
        campaigns=frozenset({outcome.campaign_id}),
        queue=True,
    )


def _said_of(outcome: Outcome) -> Iterator[str]:
    """What a person should know of the leads, with what can be done about it."""
    if outcome.research:
        yield tr_n(
            outcome.research,
            "{n} lead has no number that can be dialled: find one in Research.",
            "{n} leads have no number that can be dialled: find one in Research.",
        )
    if outcome.zone_unknown:
        yield tr_n(
            outcome.zone_unknown,
            "{n} lead cannot be called yet: nobody knows what time it is for them.",
            "{n} leads cannot be called yet: nobody knows what time it is for them.",
        )
    if outcome.silenced:
        yield tr_n(
            len(outcome.silenced),
            "{n} lead left the queue: this list says not to contact them.",
            "{n} leads left the queue: this list says not to contact them.",
        )


def _rows_left_out(staged: Staging) -> Iterator[StagedRow]:
    return (row for row in staged.bare_rows() if row.left_out)


def write_rows_left_out(path: Path | None, source: ListSource, staged: Staging) -> None:
    """Write the rows left out to ``path``, if somebody asked for it.

    Raises:
        ExportRefused: nothing can be written there.
    """
    if path is not None:
        rows = ((row.number, json.loads(row.raw), row.left_out) for row in _rows_left_out(staged))
        write_left_out(path, source.headings, rows)
