"""The problems of a list while it is loaded: the answers applied, the groups made at the end."""

from collections.abc import Iterable, Sequence
from heapq import nsmallest
from pathlib import Path

from qualdesk.core.campaigns import Campaign
from qualdesk.core.intake import ReadRow
from qualdesk.core.list_answers import AS_ONE, SAME_PERSON, after_answers
from qualdesk.core.list_checks import MOST_ROWS_SHOWN, CheckedRow, CheckGroup, RowTone
from qualdesk.core.list_choices import ListChoices
from qualdesk.core.list_fields import Column, Field
from qualdesk.core.list_findings import AboutList, Ending, Findings
from qualdesk.core.list_heaps import Heap
from qualdesk.core.list_words import cell
from qualdesk.files.lists import RawTable
from qualdesk.store.list_alike import NO_PAIRS, alike, join_alike
from qualdesk.store.list_plan import Compared, ListPlan
from qualdesk.store.lists import MERGED, Published
from qualdesk.store.people import CONTACT, PHONE
from qualdesk.store.staging import Staging


class ListChecks:
    """What is found in one list, from its first row to what became of each.

    ``looks_for_pairs`` is whether rows that look like one person are searched for: it takes
    long. Where they are to be joined they are searched for in any case.
    """

    def __init__(
        self,
        choices: ListChoices,
        campaign: Campaign,
        about: AboutList | None = None,
        *,
        looks_for_pairs: bool = True,
    ) -> None:
        self._choices = choices
        self._joins = choices.answers.get(SAME_PERSON) == AS_ONE
        self._looks_for_pairs = looks_for_pairs or self._joins
        self._pairs = NO_PAIRS
        self._findings = Findings(
            choices, of_campaign=campaign.region, source=campaign.source_type, about=about
        )

    def after_answers(self, row: ReadRow) -> ReadRow:
        """The row after the answers, and counted in."""
        answered = after_answers(row, self._choices)
        self._findings.see(answered)
        return answered

    def compared(self, staged: Staging, compared: Compared) -> Compared:
        """Look for rows that look like one person; join them where that was the answer."""
        if self._looks_for_pairs:
            self._pairs = alike(staged, compared.plan)
        if self._joins:
            join_alike(staged, compared, self._pairs)
        return compared

    def groups(
        self, staged: Staging, plan: ListPlan, published: Published
    ) -> tuple[CheckGroup, ...]:
        """The groups of the list, after it is known what becomes of every row."""
        told = _Told(staged, plan)
        return self._findings.groups(
            Ending(
                fate=told.fate,
                seen=told.row,
                left_out=told.left_out(),
                merged=told.heap(
                    published.counts[MERGED],
                    (number for number in plan.first if not told.is_out(number)),
                ),
                known=told.known(),
                silenced=Heap(count=len(published.silenced)),
                research=published.research,
                zone_unknown=published.zone_unknown,
                giveaway=published.giveaway,
                pairs=self._pairs,
            )
        )


def choices_from(path: Path) -> ListChoices:
    """The choices a person wrote in a file.

    Raises:
        DocumentRefused: it cannot be used; every problem is named at its key.
    """
    # Reads with pydantic, whose import would cost every start a tenth of a second.
    from qualdesk.files.list_choices import read_choices

    return read_choices(path)


def about_table(table: RawTable, columns: Sequence[Column]) -> AboutList:
    """What is worth saying of a file beside its rows."""
    headings: dict[Field, list[str]] = {}
    for column in columns:
        headings.setdefault(column.field, []).append(column.heading)
    phones = [name for field in _PHONES for name in headings.get(field, ())]
    return AboutList(
        other_sheets=tuple(
            sheet.name for sheet in table.sheets if sheet.name != table.sheet and sheet.rows != 0
        ),
        twice={
            field.label: names
            for field, names in headings.items()
            if len(names) > 1 and field in _ONE_IS_USUAL
        },
        phone_heading=phones[0] if phones else "",
    )


class _Told:
    """What the plan says of single rows."""

    def __init__(self, staged: Staging, plan: ListPlan) -> None:
        self._staged = staged
        self._plan = plan

    def fate(self, number: int) -> tuple[str, RowTone] | None:
        """What becomes of a row beyond what reading said."""
        plan = self._plan
        first = plan.first.get(number, number)
        if first in plan.left_out:
            return plan.left_out[first], RowTone.OUT
        if first != number:
            return f"Joined with row {first:,}.", RowTone.READY
        return ("Already in qualdesk.", RowTone.READY) if number in plan.known else None

    def is_out(self, number: int) -> bool:
        return self._plan.first.get(number, number) in self._plan.left_out

    def row(self, number: int) -> CheckedRow:
        """A row by its number, as a table shows it."""
        row = self._staged.row(number)
        draft = row.draft
        return CheckedRow(
            number=number,
            name=cell(draft.person[_NAME]) if draft else "",
            company=cell(draft.company[1]) if draft and draft.company else "",
            before=cell(draft.phones[0][_RAW]) if draft and draft.phones else "",
            after="",
            result="Ready",
            tone=RowTone.READY,
        )

    def heap(self, count: int, numbers: Iterable[int]) -> Heap:
        """So many rows, of which these are the numbers."""
        first = nsmallest(MOST_ROWS_SHOWN, numbers) if count else ()
        return Heap(count=count, rows=[self.row(number) for number in first])

    def left_out(self) -> dict[str, Heap]:
        """The rows planning left out, by reason; those that say it themselves are known."""
        rows: dict[str, list[int]] = {}
        for first, reason in self._plan.left_out.items():
            each = (first, *self._plan.others.get(first, ()))
            rows.setdefault(reason, []).extend(
                number for number in each if not self._staged.row(number).left_out
            )
        return {reason: self.heap(len(each), each) for reason, each in rows.items()}

    def known(self) -> Heap:
        """People of the workspace who are in the list and stay in it."""
        numbers = [number for number in self._plan.known if number not in self._plan.left_out]
        return self.heap(len(numbers), numbers)


_NAME, _RAW = CONTACT.index("name"), PHONE.index("raw")
_PHONES = (Field.PHONE, Field.MOBILE, Field.DIRECT_PHONE, Field.MAIN_PHONE)
_ONE_IS_USUAL = frozenset(
    {Field.NAME, Field.FIRST_NAME, Field.LAST_NAME, Field.TITLE, Field.COMPANY, Field.EMAIL}
    | {Field.CITY, Field.SUBDIVISION, Field.POSTCODE, Field.COUNTRY, Field.SOURCE}
    | {Field.SCANNED_AT, *_PHONES}
)
