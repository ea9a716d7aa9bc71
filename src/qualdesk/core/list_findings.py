"""What is found while a list is read and planned, gathered into groups of problems."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field

from qualdesk.core.frozen import frozen
from qualdesk.core.intake import ReadRow
from qualdesk.core.leads import PhoneState, signals_of
from qualdesk.core.likeness import LikelyPair
from qualdesk.core.list_answers import (
    COUNTRY,
    DATES,
    DAY_FIRST,
    MONTH_FIRST,
    NUMBER_NOT_WHOLE,
    NUMBERS,
    SAME_PERSON,
    answered_order,
    answered_region,
    is_not_whole,
)
from qualdesk.core.list_checks import CheckedRow, CheckGroup, Fix, FixKind, Offer, RowTone
from qualdesk.core.list_choices import IfKnown, ListChoices
from qualdesk.core.list_countries import CountryQuestion
from qualdesk.core.list_dates import day_comes_first
from qualdesk.core.list_groups import (
    columns_twice,
    fixed,
    known,
    left_out,
    lines_aside,
    merged,
    sheets_aside,
)
from qualdesk.core.list_heaps import TO_RESEARCH, Fate, Heap, checked, out, together
from qualdesk.core.list_questions import DatesSeen, dates, look_alikes, numbers
from qualdesk.core.phone_notes import note_words
from qualdesk.core.sources import SourceType, TouchpointKind
from qualdesk.core.wording import tr


@frozen
class AboutList:
    """What is known of a list as a whole, and is worth saying.

    Attributes:
        other_sheets: sheets with rows that are not loaded.
        twice: fields that several columns fit, each with their headings.
        lines_aside: lines above and below the table.
        phone_heading: the column of the numbers, for mending one by hand.
    """

    other_sheets: Sequence[str] = ()
    twice: Mapping[str, Sequence[str]] = field(default_factory=dict)
    lines_aside: int = 0
    phone_heading: str = ""


@frozen
class Ending:
    """What planning found, after the rows were read.

    Attributes:
        fate: what becomes of a row beyond what reading said.
        left_out: rows left out by their reason; ``merged``, ``known``, ``silenced`` rows that
            are somebody's of another row, are known already, ask for no contact.
        research: new leads without a number that can be dialled; ``zone_unknown`` those nobody
            knows the time of; ``giveaway`` those who came only for that. Each lead once.
        pairs: rows that may be one person, which exact keys do not say.
        about: what is worth saying of the list as a whole.
        seen: a row by its number, as the table shows it.
        still: whether what is known of a row (``research``, ``zone_unknown``, ``giveaway``) holds
            for its lead as well, after other rows of the same person were merged into it.
    """

    fate: Fate
    seen: Callable[[int], CheckedRow]
    still: Callable[[str, int], bool]
    left_out: Mapping[str, Heap] = field(default_factory=dict)
    merged: Heap = field(default_factory=Heap)
    known: Heap = field(default_factory=Heap)
    silenced: Heap = field(default_factory=Heap)
    research: int = 0
    zone_unknown: int = 0
    giveaway: int = 0
    pairs: Iterable[LikelyPair] = ()
    about: AboutList = field(default_factory=AboutList)


class Findings:
    """Fed row by row while a list is read, and asked for its groups at the end.

    Args:
        choices: what the person decided, so that answered questions say so.
        of_campaign: the campaign's country, ``source`` where its leads come from.
        phone_heading: the column of the numbers, for mending one by hand.
    """

    def __init__(
        self,
        choices: ListChoices,
        *,
        of_campaign: str = "",
        source: SourceType = SourceType.OTHER,
        phone_heading: str = "",
    ) -> None:
        self._choices = choices
        self._source = source
        self._phone_heading = phone_heading
        self._countries = CountryQuestion(
            region=answered_region(choices, of_campaign),
            of_campaign=of_campaign,
            answer=choices.answers.get(COUNTRY, "") or choices.region,
            heading=phone_heading,
            mended={number for number, mend in choices.rows.items() if mend.region},
        )
        self._region = answered_region(choices, of_campaign)
        self._fixed: dict[FixKind, Heap] = {kind: Heap() for kind in FixKind}
        self._dates = DatesSeen()
        self._left_out: defaultdict[str, Heap] = defaultdict(Heap)
        self._not_whole: defaultdict[PhoneState, Heap] = defaultdict(Heap)
        self._research, self._zones, self._giveaway = Heap(), Heap(), Heap()
        self._doubts = Heap()
        self._awaited = set(choices.rows)

    def see(self, row: ReadRow) -> None:
        """Take a row in, as it was read and after the answers."""
        self._awaited.discard(row.number)
        if not row.left_out or row.asks_country:
            self._countries.see(row)
        if is_not_whole(row) and row.left_out in {"", NUMBER_NOT_WHOLE}:
            self._see_number(row)
        if row.left_out:
            heap = self._left_out[row.left_out]
            heap.add(out(row) if heap.has_room else None)
            return
        self._see_fixes(row)
        self._see_lead(row)

    def groups(self, ending: Ending) -> tuple[CheckGroup, ...]:
        """Every group with rows in it: questions first, then what was mended, left out, known."""
        return (
            *self._asks(ending),
            *self._fixes(ending),
            *self._outs(ending),
            *self._knows(ending),
        )

    def _see_number(self, row: ReadRow) -> None:
        phone = row.contact.phones[0]
        heap = self._not_whole[phone.state if phone.state in _LACKS else PhoneState.BROKEN]
        if not heap.has_room:
            heap.add()
            return
        offers = (Offer(says=tr("Edit"), heading=self._phone_heading),)
        result, tone = (
            (tr("Left out."), RowTone.OUT) if row.left_out else (tr(TO_RESEARCH), RowTone.LOOK)
        )
        heap.add(
            checked(
                row, result, tone, before=phone.raw, after=note_words(phone.note), offers=offers
            )
        )

    def _see_fixes(self, row: ReadRow) -> None:
        done: set[FixKind] = set()
        for fix in row.fixes:
            # Counts are of rows: two numbers mended in one row are one row.
            if fix.kind in done:
                continue
            done.add(fix.kind)
            if fix.kind is FixKind.DATE:
                self._dates.see(fix, _mended(row, fix) if self._dates.has_room else None)
            else:
                heap = self._fixed[fix.kind]
                heap.add(_mended(row, fix) if heap.has_room else None)
        if row.doubts:
            says = " ".join(row.doubts)
            before = next(iter(row.contact.emails), "")
            self._doubts.add(checked(row, says, RowTone.LOOK, before=before))

    def _see_lead(self, row: ReadRow) -> None:
        """What is good to know of a row that becomes a lead."""
        if row.research:
            self._note(self._research, row, tr(TO_RESEARCH))
        elif not row.contact.zones:
            self._note(self._zones, row, tr("Time zone not known."))
        took_giveaway = any(did.kind is TouchpointKind.GIVEAWAY for did in row.touchpoints)
        if took_giveaway and signals_of(self._source, row.touchpoints).giveaway_only:
            self._note(self._giveaway, row, tr("Ranked last."))

    def _note(self, heap: Heap, row: ReadRow, result: str) -> None:
        before = next((phone.raw for phone in row.contact.phones), "")
        heap.add(checked(row, result, RowTone.LOOK, before=before) if heap.has_room else None)

    def _asks(self, ending: Ending) -> Iterator[CheckGroup]:
        answers, fate = self._choices.answers, ending.fate
        order = answered_order(self._choices)
        said = "" if order is None else _order(day_first=order)
        groups = (
            self._countries.group(fate),
            look_alikes(ending.pairs, ending.seen, answer=answers.get(SAME_PERSON, "")),
            dates(
                self._dates,
                answer=answers.get(DATES, "") or said,
                likely=_order(day_first=day_comes_first((), self._region)),
                fate=fate,
            ),
            numbers(self._not_whole, answer=answers.get(NUMBERS, ""), fate=fate),
        )
        return (group for group in groups if group is not None)

    def _fixes(self, ending: Ending) -> Iterator[CheckGroup]:
        order = answered_order(self._choices)
        asks = self._dates.asks(is_answered=order is not None)
        for kind, heap in {**self._fixed, FixKind.DATE: self._dates.all}.items():
            if heap.count and not (asks and kind is FixKind.DATE):
                yield fixed(kind, heap, ending.fate, order=self._dates.order)
        if ending.merged.count:
            yield merged(ending.merged, ending.fate)

    def _outs(self, ending: Ending) -> Iterator[CheckGroup]:
        by_reason = dict(self._left_out)
        for reason, heap in ending.left_out.items():
            by_reason[reason] = together([by_reason[reason], heap]) if reason in by_reason else heap
        return left_out(by_reason, ending.fate)

    def _knows(self, ending: Ending) -> Iterator[CheckGroup]:
        if ending.known.count:
            is_twice = self._choices.if_known is IfKnown.KEEP_BOTH
            yield known("kept_both" if is_twice else "known", ending.known, ending.fate)
        counts = {
            "giveaway": (ending.giveaway, self._giveaway),
            "zone_unknown": (ending.zone_unknown, self._zones),
            "research": (ending.research, self._research),
        }
        for name, (count, heap) in counts.items():
            if count:
                # Rows that became no new lead of their own are told of where they went.
                rows = [
                    row
                    for row in heap.rows
                    if ending.fate(row.number) is None and ending.still(name, row.number)
                ]
                yield known(name, Heap(count=count, rows=rows), ending.fate)
        if self._doubts.count:
            yield known("doubts", self._doubts, ending.fate)
        if self._awaited:
            yield known("not_there", Heap(count=len(self._awaited)), ending.fate)
        if ending.silenced.count:
            yield known("silenced", ending.silenced, ending.fate)
        about = ending.about
        if about.other_sheets:
            yield sheets_aside(about.other_sheets)
        if about.twice:
            yield columns_twice(about.twice)
        if about.lines_aside:
            yield lines_aside(about.lines_aside)


def _mended(row: ReadRow, fix: Fix) -> CheckedRow:
    if fix.after == fix.before:
        return checked(row, tr("Kept as written."), RowTone.LOOK, before=fix.before)
    return checked(row, tr("Ready"), RowTone.READY, before=fix.before, after=fix.after)


def _order(*, day_first: bool) -> str:
    return DAY_FIRST if day_first else MONTH_FIRST


_LACKS = {PhoneState.NO_AREA_CODE, PhoneState.LOST_DIGITS}
