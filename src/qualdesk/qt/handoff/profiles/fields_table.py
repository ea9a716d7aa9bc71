"""The columns of a CRM's table as rows, each with what the first lead will have there."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from qualdesk.core.crm_profiles import CrmProfile, Field
from qualdesk.core.crm_sources import fields_of
from qualdesk.core.crm_table_words import TableLook, rule_words, source_words, transform_words
from qualdesk.core.frozen import frozen
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.widgets.cells import Cell, Column, TableOf
from qualdesk.qt.widgets.table import PlainTable

COLUMNS: Final = (
    Column(title=tr_later("Column of the CRM"), width=180, stretch=2),
    Column(title=tr_later("What stands there"), width=170, stretch=2),
    Column(title=tr_later("What the CRM asks"), width=140, stretch=2),
    Column(title=tr_later("The first lead"), width=180, stretch=3),
)
_ROW: Final = 46


@frozen
class FieldRow:
    """A column of the table: the words of its row, and whether somebody may change it."""

    field: Field
    asks: str
    first: str
    misfits: str
    is_added: bool


class FieldsTable(PlainTable):
    """The columns in their order; Enter opens one."""

    def __init__(self) -> None:
        super().__init__(tr("Columns of the table"), row_height=_ROW)
        self.rows: TableOf[FieldRow] = TableOf(COLUMNS, _cell)
        self.show_rows_of(self.rows)

    def show_profile(self, profile: CrmProfile, seen: TableLook | None) -> None:
        """Show the columns of this table, with what was seen of the leads; the cursor stays."""
        rows = tuple(_rows(profile, seen))
        if rows != self.rows.rows:
            row = self.currentIndex().row()
            self.rows.set_rows(rows)
            self.choose(min(max(row, 0), len(rows) - 1))

    @property
    def place(self) -> int:
        """The column the cursor is on; -1 when it is on none that can be changed."""
        row = self.currentIndex().row()
        return row if 0 <= row < len(self.rows.rows) and not self.rows.rows[row].is_added else -1


def _rows(profile: CrmProfile, seen: TableLook | None) -> Iterator[FieldRow]:
    values = seen.first if seen else ()
    misfits = seen.by_heading if seen else {}
    own = len(profile.fields)
    # What was seen may be of a moment ago, when the table had fewer columns.
    told = zip_longest(fields_of(profile), values[: len(fields_of(profile))], fillvalue="")
    for place, (field, value) in enumerate(told):
        if isinstance(field, Field):
            yield FieldRow(
                field=field,
                asks=rule_words(profile, field),
                first=str(value),
                misfits=misfits.get(field.heading, ""),
                is_added=place >= own,
            )


def _cell(row: FieldRow, column: int) -> Cell:
    field = row.field
    if column == 0:
        return Cell(text=field.heading, face="body_medium")
    if column == 1:
        if field.value:
            return Cell(text=f"“{field.value}”", second=tr("the same for every lead"))
        done = transform_words(field.transform) if field.transform else ""
        added = tr("won and lost find their lead by it")
        return Cell(text=source_words(field.source), second=added if row.is_added else done)
    if column == 2:  # noqa: PLR2004 - the third of four columns
        return Cell(text=tr("Added by itself") if row.is_added else row.asks, tone="text2")
    if not row.first:
        return Cell(text=row.misfits, tone="warn", face="hint")
    return Cell(text=row.first, second=row.misfits, second_tone="warn")
