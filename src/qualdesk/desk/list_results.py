"""What became of a list, as a value: what a person reads, and what the window refreshes."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from qualdesk.core.changes import NO_CHANGES, Changes
from qualdesk.core.ids import LeadId, ListId
from qualdesk.core.list_checks import CheckGroup
from qualdesk.desk.list_sources import ListSource
from qualdesk.files.left_out import write_left_out
from qualdesk.store.list_plan import ListPlan
from qualdesk.store.lists import LEFT_OUT, MERGED, NEW, UPDATED, Published, reason_of
from qualdesk.store.staging import StagedRow, Staging


@dataclass(frozen=True, kw_only=True, slots=True)
class LeftOutRow:
    """A row that became no lead: its number in the file, why, and the row as it was."""

    row_number: int
    reason: str
    raw: Mapping[str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Loaded:
    """What became of a list. New, updated, merged and left out add up to the rows.

    Iterates over the lead of each row, in row order; None for a row left out.

    Attributes:
        list_id: the list in the workspace, None after a dry run.
        notes: what a person should know, each a sentence.
        groups: what was found in the rows, grouped by what can be done about it.
    """

    rows: int
    new: int
    updated: int
    merged: int
    left_out: int
    list_id: ListId | None
    lead_ids: tuple[LeadId | None, ...]
    left_out_rows: tuple[LeftOutRow, ...]
    notes: tuple[str, ...]
    changes: Changes
    groups: tuple[CheckGroup, ...] = ()

    def __iter__(self) -> Iterator[LeadId | None]:
        return iter(self.lead_ids)

    def __len__(self) -> int:
        return len(self.lead_ids)

    def __getitem__(self, row: int) -> LeadId | None:
        return self.lead_ids[row]


def loaded_of(
    source: ListSource, staged: Staging, plan: ListPlan, published: Published, notes: list[str]
) -> Loaded:
    """The result as a value: what a person sees, and what the window refreshes."""
    ids = published.lead_ids
    changes = NO_CHANGES
    if published.list_id is not None:
        changes = Changes(
            leads=frozenset((*ids.values(), *published.silenced)),
            campaigns=frozenset({published.campaign_id}),
            queue=True,
        )
    counts = published.counts
    return Loaded(
        rows=staged.count,
        new=counts[NEW],
        updated=counts[UPDATED],
        merged=counts[MERGED],
        left_out=counts[LEFT_OUT],
        list_id=published.list_id,
        lead_ids=tuple(ids.get(row.number) for row in staged.bare_rows()),
        left_out_rows=tuple(
            LeftOutRow(
                row_number=row.number,
                reason=reason_of(row, plan),
                raw=dict(zip(source.headings, json.loads(row.raw), strict=False)),
            )
            for row in _rows_left_out(staged, plan)
        ),
        notes=(*notes, *_said_of(published)),
        changes=changes,
    )


def _said_of(published: Published) -> Iterator[str]:
    """What a person should know of the leads, with what can be done about it."""
    if published.research:
        leads = "1 lead has" if published.research == 1 else f"{published.research} leads have"
        yield f"{leads} no number that can be dialled: find one in Research."
    if published.zone_unknown:
        leads = "1 lead" if published.zone_unknown == 1 else f"{published.zone_unknown} leads"
        yield f"{leads} cannot be called yet: nobody knows what time it is for them."
    if published.silenced:
        people = "1 lead" if len(published.silenced) == 1 else f"{len(published.silenced)} leads"
        yield f"{people} left the queue: this list says not to contact them."


def _rows_left_out(staged: Staging, plan: ListPlan) -> Iterator[StagedRow]:
    return (row for row in staged.bare_rows() if reason_of(row, plan))


def write_rows_left_out(
    path: Path | None, source: ListSource, staged: Staging, plan: ListPlan
) -> None:
    """Write the rows left out to ``path``, if somebody asked for it.

    Raises:
        ExportRefused: nothing can be written there.
    """
    if path is not None:
        rows = (
            (row.number, json.loads(row.raw), reason_of(row, plan))
            for row in _rows_left_out(staged, plan)
        )
        write_left_out(path, source.headings, rows)
