"""The questions about a list beside that of the country: dates, numbers, the same person."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from qualdesk.core.leads import PhoneState
from qualdesk.core.likeness import LikelyPair
from qualdesk.core.list_answers import (
    AS_ONE,
    AS_WORDS,
    DATES,
    DAY_FIRST,
    FOR_RESEARCH,
    KEEP_BOTH,
    MONTH_FIRST,
    NUMBERS,
    SAME_PERSON,
)
from qualdesk.core.list_checks import (
    MOST_ROWS_SHOWN,
    CheckedRow,
    CheckGroup,
    Fix,
    Option,
    RowTone,
    Section,
)
from qualdesk.core.list_choices import LEAVE_OUT
from qualdesk.core.list_heaps import Fate, Heap, together
from qualdesk.core.list_words import cell, choose_once
from qualdesk.core.times import month_name
from qualdesk.core.wording import tr, tr_later, tr_n


@dataclass(kw_only=True, slots=True)
class DatesSeen:
    """The dates of a list: all of them, those nobody can tell, and what proves their order."""

    all: Heap = field(default_factory=Heap)
    unclear: Heap = field(default_factory=Heap)
    day_first: bool = False
    month_first: bool = False
    keeps_words: bool = False

    def see(self, fix: Fix, row: CheckedRow | None) -> None:
        """Count a date in; ``row`` is its row where one is to be kept."""
        self.all.add(row)
        found = _BARE.match(fix.before.strip())
        if found is None:
            return
        first, second = int(found[1]), int(found[3])
        if found[2] == "." or first > _MONTHS:
            # With dots the day always comes first.
            self.day_first = True
        elif second > _MONTHS:
            self.month_first = True
        elif first != second:
            self.unclear.add(row)
            self.keeps_words = self.keeps_words or fix.after == fix.before

    @property
    def has_room(self) -> bool:
        """Whether another row would be kept, and is worth describing."""
        return self.all.has_room or self.unclear.has_room

    def asks(self, *, is_answered: bool) -> bool:
        """Whether somebody must say the order: nothing proved it where the rows were read.

        Answered, the question stays to be seen, unless the dates themselves answer it.
        """
        proven = self.day_first != self.month_first
        return bool(self.unclear.count) and (self.keeps_words or (is_answered and not proven))

    @property
    def order(self) -> str:
        """How they were read, in words; empty where there was nothing to decide."""
        if self.day_first == self.month_first:
            return ""
        return tr("day, month") if self.day_first else tr("month, day")

    @property
    def shows(self) -> str:
        """What the dates themselves show of their order, as a sentence."""
        if self.day_first and self.month_first:
            return tr("Some dates show that the day comes first, others that the month does.")
        if self.day_first or self.month_first:
            return tr(_SHOWS_DAY if self.day_first else _SHOWS_MONTH)
        return tr("No date in this list shows whether the day or the month comes first.")


def dates(seen: DatesSeen, *, answer: str, likely: str, fate: Fate) -> CheckGroup | None:
    """The question of the order of day and month; ``likely`` is the order worth suggesting."""
    if not seen.asks(is_answered=bool(answer)):
        return None
    count = seen.unclear.count
    example = next((row.before for row in seen.unclear.rows), "")
    if seen.day_first != seen.month_first:
        likely = DAY_FIRST if seen.day_first else MONTH_FIRST
    orders = (
        (DAY_FIRST, tr("The day comes first"), _day_then_month(example)),
        (MONTH_FIRST, tr("The month comes first"), _month_then_day(example)),
        (AS_WORDS, tr("Keep them as they are written"), tr("Callers see what stands in the file.")),
    )
    return CheckGroup(
        id=DATES,
        section=Section.ASKS,
        title=tr("Day or month first"),
        says=tr("{example} can be read in two ways", example=example) if example else "",
        count=count,
        heading=tr_n(
            count, "{n:,} date can be read in two ways", "{n:,} dates can be read in two ways"
        ),
        explains=f"{seen.shows} {choose_once(count)}",
        options=tuple(
            Option(id=id_, title=title, says=says, is_suggested=id_ == likely)
            for id_, title, says in orders
        ),
        answer=answer,
        default=AS_WORDS,
        rows=seen.unclear.settled(fate),
    )


def numbers(heaps: Mapping[PhoneState, Heap], *, answer: str, fate: Fate) -> CheckGroup | None:
    """The question of numbers that lack something; None when no row has such."""
    heap = together(heaps.values())
    if not heap.count:
        return None
    listed = [
        tr(what, count=heaps[state].count)
        for state, what in _WHAT_LACKS.items()
        if state in heaps and heaps[state].count
    ]
    return CheckGroup(
        id=NUMBERS,
        section=Section.ASKS,
        title=tr("Numbers not whole"),
        says=", ".join(listed),
        count=heap.count,
        heading=tr_n(
            heap.count, "{n:,} number cannot be dialled", "{n:,} numbers cannot be dialled"
        ),
        explains=tr_n(
            heap.count,
            "Something in it is missing or wrong, and nobody can tell what. You can mend it below.",
            "Something in them is missing or wrong, and nobody can tell what. You can mend single "
            "rows below.",
        ),
        options=(
            _for_research(heap.count),
            leave_out(heap.count),
        ),
        answer=answer,
        default=FOR_RESEARCH,
        rows=heap.settled(fate),
    )


def look_alikes(
    pairs: Iterable[LikelyPair], seen: Callable[[int], CheckedRow], *, answer: str = ""
) -> CheckGroup | None:
    """The question whether rows that look alike are one person; None when there is no pair.

    ``seen`` gives a row by its number. Nothing is joined by likeness alone: the default keeps
    everybody.
    """
    count = 0
    rows: list[CheckedRow] = []
    is_one = answer == AS_ONE
    for pair in pairs:
        count += 1
        if len(rows) + 2 <= MOST_ROWS_SHOWN:
            rows.extend(_pair(pair, seen, is_one=is_one))
    if not count:
        return None
    says = (
        tr_n(count, "{n:,} pair, kept as one person", "{n:,} pairs, kept as one person")
        if is_one
        else tr_n(count, "{n:,} pair, both kept", "{n:,} pairs, both kept")
    )
    return CheckGroup(
        id=SAME_PERSON,
        section=Section.ASKS,
        title=tr("Same person twice"),
        says=says,
        count=2 * count,
        heading=tr_n(
            count,
            "{n:,} pair of rows could be the same person",
            "{n:,} pairs of rows could be the same person",
        ),
        explains=tr("They look alike, but nothing proves it. Nobody is joined unless you say so."),
        options=tuple(replace(one, title=tr(one.title), says=tr(one.says)) for one in _BOTH_OR_ONE),
        answer=answer,
        default=KEEP_BOTH,
        rows=tuple(rows),
    )


def leave_out(count: int) -> Option:
    """The answer that every question about rows has: they stay out, and go to a file."""
    if count == 1:
        says = tr("It is saved to a file, so you can mend it later.")
        return Option(id=LEAVE_OUT, title=tr("Leave this row out"), says=says)
    says = tr("They are saved to a file, so you can mend them later.")
    return Option(id=LEAVE_OUT, title=tr("Leave these {count:,} out", count=count), says=says)


def _for_research(count: int) -> Option:
    return Option(
        id=FOR_RESEARCH,
        title=tr("Keep for Research"),
        says=tr_n(
            count,
            "It becomes a lead that nobody calls before a number is found.",
            "They become leads that nobody calls before a number is found.",
        ),
        is_suggested=True,
    )


def _pair(
    pair: LikelyPair, seen: Callable[[int], CheckedRow], *, is_one: bool
) -> tuple[CheckedRow, CheckedRow]:
    """Both rows of a pair, the reason beside the second."""
    one, other = seen(pair.one), seen(pair.other)
    joined = tr("Joined with row {number}.", number=pair.one) if is_one else tr("Ready")
    tone = RowTone.READY if is_one else RowTone.LOOK
    return (
        replace(one, result=tr("Ready"), tone=RowTone.READY),
        replace(other, after=cell(pair.because), result=joined, tone=tone),
    )


def _day_then_month(example: str) -> str:
    found = _BARE.match(example)
    return _spelled(example, day=found[1], month=found[3]) if found else ""


def _month_then_day(example: str) -> str:
    found = _BARE.match(example)
    return _spelled(example, day=found[3], month=found[1]) if found else ""


def _spelled(example: str, *, day: str, month: str) -> str:
    return tr(
        "{example} is {day} {month}.",
        example=example,
        day=int(day),
        month=month_name(int(month)),
    )


_BOTH_OR_ONE = (
    Option(
        id=KEEP_BOTH,
        title=tr_later("Keep both"),
        says=tr_later("Each row is a lead of its own."),
        is_suggested=True,
    ),
    Option(
        id=AS_ONE,
        title=tr_later("Keep as one person"),
        says=tr_later("One lead for each pair, with everything that either row says."),
    ),
)
_SHOWS_DAY = tr_later("Another date of the list shows that the day comes first.")
_SHOWS_MONTH = tr_later("Another date of the list shows that the month comes first.")
_MONTHS = 12
_BARE = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(?:\d{4}|\d\d)\b")
_WHAT_LACKS = {
    PhoneState.NO_AREA_CODE: tr_later("{count:,} without area code"),
    PhoneState.LOST_DIGITS: tr_later("{count:,} with lost digits"),
    PhoneState.BROKEN: tr_later("{count:,} cannot be read"),
}
