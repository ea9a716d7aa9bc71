"""The problems of a list while it is loaded: the answers applied, the groups made at the end."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from qualdesk.core.attendance import as_attendee
from qualdesk.core.campaigns import Campaign
from qualdesk.core.intake import ReadRow
from qualdesk.core.list_answers import AS_ONE, SAME_PERSON, after_answers
from qualdesk.core.list_checks import MOST_ROWS_SHOWN, CheckedRow, CheckGroup, RowTone
from qualdesk.core.list_choices import ListChoices
from qualdesk.core.list_fields import Column, Field
from qualdesk.core.list_findings import AboutList, Ending, Findings
from qualdesk.core.list_heaps import Heap
from qualdesk.core.list_words import cell
from qualdesk.core.progress import Progress
from qualdesk.core.wording import tr
from qualdesk.files.lists import RawTable
from qualdesk.store.list_alike import NO_PAIRS, alike, join_alike
from qualdesk.store.list_plan import ListPlan
from qualdesk.store.list_verdicts import LEFT_OUT, MERGED, Verdict
from qualdesk.store.lists import Outcome
from qualdesk.store.people import CONTACT, PHONE
from qualdesk.store.staging import Staging


class ListChecks:
    """What is found in one list, from its first row to what became of each.

    Args:
        about: what is known of the file beside its rows; asked again when all were read.
        looks_for_pairs: whether rows that look like one person are searched for, which takes
            long. Where they are to be joined they are searched for in any case.
    """

    def __init__(
        self,
        choices: ListChoices,
        campaign: Campaign,
        about: Callable[[], AboutList] = AboutList,
        *,
        looks_for_pairs: bool = True,
    ) -> None:
        self._choices = choices
        self._about = about
        self._joins = choices.answers.get(SAME_PERSON) == AS_ONE
        self._looks_for_pairs = looks_for_pairs or self._joins
        self._pairs = NO_PAIRS
        self._told = _Told()
        self._findings = Findings(
            choices,
            of_campaign=campaign.region,
            source=campaign.source_type,
            phone_heading=about().phone_heading,
        )

    def after_answers(self, row: ReadRow) -> ReadRow:
        """The row after the answers, and counted in."""
        answered = after_answers(row, self._choices)
        attended_at = self._choices.attended_at
        if attended_at is not None:
            did = as_attendee(answered.touchpoints, attended_at)
            answered = replace(answered, touchpoints=did)
        self._findings.see(answered)
        return answered

    def compared(self, staged: Staging, plan: ListPlan, progress: Progress) -> ListPlan:
        """Look for rows that look like one person; join them where that was the answer."""
        if self._looks_for_pairs:
            self._pairs = alike(staged, plan, progress)
        if self._joins:
            join_alike(staged, plan, self._pairs)
        return plan

    def decided(self, verdicts: Iterable[Verdict]) -> None:
        """Take in what becomes of the next rows."""
        self._told.count(verdicts)

    def groups(self, staged: Staging, plan: ListPlan, outcome: Outcome) -> tuple[CheckGroup, ...]:
        """The groups of the list, after it is known what becomes of every row."""
        told = _Rows(staged, plan)
        return self._findings.groups(
            Ending(
                fate=told.fate,
                seen=told.row,
                still=told.still,
                left_out={reason: told.heap(some) for reason, some in self._told.left_out.items()},
                merged=told.heap(self._told.merged),
                known=told.heap(self._told.known),
                silenced=Heap(count=len(outcome.silenced)),
                research=outcome.research,
                zone_unknown=outcome.zone_unknown,
                giveaway=outcome.giveaway,
                pairs=self._pairs,
                about=self._about(),
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
        lines_aside=sum(aside.last_row - aside.first_row + 1 for aside in table.set_aside),
        phone_heading=phones[0] if phones else "",
    )


@dataclass(kw_only=True, slots=True)
class _Some:
    """How many rows, and the numbers of the first of them."""

    count: int = 0
    numbers: list[int] = field(default_factory=list)

    def add(self, number: int) -> None:
        self.count += 1
        if self.count <= MOST_ROWS_SHOWN:
            self.numbers.append(number)


@dataclass(kw_only=True, slots=True)
class _Told:
    """What becomes of the rows, counted as they are decided.

    Attributes:
        left_out: those that do not say so themselves, by reason.
    """

    left_out: defaultdict[str, _Some] = field(default_factory=lambda: defaultdict(_Some))
    merged: _Some = field(default_factory=_Some)
    known: _Some = field(default_factory=_Some)

    def count(self, verdicts: Iterable[Verdict]) -> None:
        for one in verdicts:
            if one.result == LEFT_OUT:
                if not one.was_read:
                    self.left_out[one.reason].add(one.number)
            elif one.result == MERGED:
                self.merged.add(one.number)
            elif one.is_known:
                self.known.add(one.number)


class _Rows:
    """Single rows of a list, after all of them were decided about."""

    def __init__(self, staged: Staging, plan: ListPlan) -> None:
        self._staged = staged
        self._plan = plan

    def fate(self, number: int) -> tuple[str, RowTone] | None:
        """What becomes of a row beyond what reading said."""
        reason = self._staged.found_out(number)
        if reason:
            return tr(reason), RowTone.OUT
        if number in self._plan.first:
            return tr("Joined with row {row:,}.", row=self._plan.first[number]), RowTone.READY
        return (
            (tr("Already in qualdesk."), RowTone.READY) if self._staged.is_taken(number) else None
        )

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
            result=tr("Ready"),
            tone=RowTone.READY,
        )

    def still(self, what: str, number: int) -> bool:
        """Whether what reading said of a row is so of its lead: another row may bring a number."""
        own = self._staged.row(number).draft
        if own is None or number not in self._plan.others:
            return True
        lead = self._plan.draft(self._staged, number, own)
        if what == "giveaway":
            return lead.is_only_giveaway
        if what == "research":
            return bool(lead.research)
        return not lead.research and lead.person[_ZONES] == "[]"

    def heap(self, some: _Some) -> Heap:
        """So many rows, the first of them as a table shows them."""
        return Heap(count=some.count, rows=[self.row(number) for number in some.numbers])


_NAME, _ZONES, _RAW = CONTACT.index("name"), CONTACT.index("zones"), PHONE.index("raw")
_PHONES = (Field.PHONE, Field.MOBILE, Field.DIRECT_PHONE, Field.MAIN_PHONE)
_ONE_IS_USUAL = frozenset(
    {Field.NAME, Field.FIRST_NAME, Field.LAST_NAME, Field.TITLE, Field.COMPANY, Field.EMAIL}
    | {Field.CITY, Field.SUBDIVISION, Field.POSTCODE, Field.COUNTRY, Field.SOURCE}
    | {Field.SCANNED_AT, *_PHONES}
)
