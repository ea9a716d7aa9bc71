"""Rows of a list with the same thing to say of them: all counted, the first ones kept."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from qualdesk.core.intake import ReadRow
from qualdesk.core.list_checks import MOST_ROWS_SHOWN, CheckedRow, Offer, RowTone
from qualdesk.core.list_words import cell
from qualdesk.core.wording import tr, tr_later

Fate = Callable[[int], tuple[str, RowTone] | None]
"""What planning found of a row: what becomes of it in a few words; None when nothing special."""

TO_RESEARCH = tr_later("Goes to Research.")


@dataclass(kw_only=True, slots=True)
class Heap:
    """How many rows there are, and the first of them. Memory stays small however long a list."""

    count: int = 0
    rows: list[CheckedRow] = field(default_factory=list)

    @property
    def has_room(self) -> bool:
        """Whether another row would be kept, and is worth describing."""
        return len(self.rows) < MOST_ROWS_SHOWN

    def add(self, row: CheckedRow | None = None) -> None:
        """Count a row, and keep it where there is room; None is only counted."""
        self.count += 1
        if row is not None and self.has_room:
            self.rows.append(row)

    def settled(self, fate: Fate) -> tuple[CheckedRow, ...]:
        """The rows kept, with what planning found of them."""
        return settled(self.rows, fate)


def settled(rows: Iterable[CheckedRow], fate: Fate) -> tuple[CheckedRow, ...]:
    """Rows with what planning found of them, where that says more than the group."""
    return tuple(_after(row, fate) for row in rows)


def together(heaps: Iterable[Heap]) -> Heap:
    """Several heaps as one, in the order of the file."""
    given = list(heaps)
    rows = sorted((row for heap in given for row in heap.rows), key=lambda row: row.number)
    return Heap(count=sum(heap.count for heap in given), rows=rows[:MOST_ROWS_SHOWN])


def checked(
    row: ReadRow,
    result: str,
    tone: RowTone,
    *,
    before: str = "",
    after: str = "",
    offers: tuple[Offer, ...] = (),
) -> CheckedRow:
    """A row as a table of a group shows it."""
    return CheckedRow(
        number=row.number,
        name=cell(row.contact.name),
        company=cell(row.contact.company_name),
        before=cell(before),
        after=cell(after),
        result=result,
        tone=tone,
        offers=offers,
    )


def out(row: ReadRow) -> CheckedRow:
    """A row left out, with what stands in it to reach them by and the reason."""
    contact = row.contact
    reach = (*(phone.raw for phone in contact.phones), *contact.emails)
    return checked(row, tr(row.left_out), RowTone.OUT, before=next(iter(reach), ""))


def _after(row: CheckedRow, fate: Fate) -> CheckedRow:
    found = fate(row.number)
    if found is None:
        return row
    result, tone = found
    if tone is RowTone.OUT:
        return replace(row, result=tr(result), tone=tone, offers=())
    return replace(row, result=result, tone=tone) if row.tone is RowTone.READY else row
