"""The groups of a list that ask nothing: mended already, left out, good to know."""

from collections.abc import Iterator, Mapping, Sequence

from qualdesk.core.intake import (
    BY_YOU,
    CANCELLED,
    COUNTRY_NOT_CLEAR,
    NOBODY,
    SAID_NO,
    TEST_ROW,
)
from qualdesk.core.list_answers import BROKEN_AND_NAMELESS, NUMBER_NOT_WHOLE
from qualdesk.core.list_checks import CheckGroup, FixKind, Section
from qualdesk.core.list_group_words import FIXED, KEPT, KNOWN, LEFT_OUT, MERGED, GroupWords
from qualdesk.core.list_heaps import Fate, Heap, together
from qualdesk.core.list_words import cell, counted
from qualdesk.core.wording import listed, tr, tr_later, tr_n

ANOTHER_SAID_NO = tr_later("Another row of this list says: do not contact.")
SUPPRESSED = tr_later("On the do-not-call list.")
EARLIER = tr_later("In an earlier list.")
SKIPPED = tr_later("They are known already.")


def fixed(kind: FixKind, heap: Heap, fate: Fate, *, order: str = "") -> CheckGroup:
    """What was mended without asking; ``order`` is how day and month of dates were read."""
    words = FIXED[kind]
    example = next((row for row in heap.rows if row.before or row.after), None)
    says = ""
    if example:
        between = _IS if kind in {FixKind.DATE, FixKind.SOURCE} else _TO
        says = tr(between, before=example.before, after=example.after)
    title = tr("Dates read as {order}", order=order) if order and kind is FixKind.DATE else ""
    return _group(words, Section.FIXED, heap, fate, title=title, says=says)


def merged(heap: Heap, fate: Fate) -> CheckGroup:
    """Rows of one person, by exact keys."""
    return _group(MERGED, Section.FIXED, heap, fate)


def left_out(by_reason: Mapping[str, Heap], fate: Fate) -> Iterator[CheckGroup]:
    """The rows left out, by what can be done about them; no reason is without a group."""
    heaps: dict[str, list[Heap]] = {}
    for reason, heap in by_reason.items():
        if heap.count:
            heaps.setdefault(_GROUP_OF.get(reason, "others"), []).append(heap)
    for words in LEFT_OUT:
        if words.id in heaps:
            yield _group(words, Section.LEFT_OUT, together(heaps[words.id]), fate)


def known(name: str, heap: Heap, fate: Fate) -> CheckGroup:
    """Rows with something good to know of them: already here, only the giveaway, ..."""
    return _group(KNOWN[name], Section.KNOW, heap, fate)


def sheets_aside(names: Sequence[str]) -> CheckGroup:
    """Sheets of the workbook that are not loaded."""
    count = len(names)
    return _plain(
        "other_sheets",
        title=tr("Other sheets"),
        says=cell(", ".join(names)),
        count=count,
        heading=tr_n(count, "{n:,} other sheet is not loaded", "{n:,} other sheets are not loaded"),
        explains=tr(
            "One sheet is one list. To load another, choose it under File and import again."
        ),
    )


def columns_twice(fields: Mapping[str, Sequence[str]]) -> CheckGroup:
    """Columns that fit one field: the field, and the headings it was found under."""
    says = [
        tr(_BOTH if len(headings) == _PAIR else _ALL, headings=listed(headings), field=name)
        for name, headings in fields.items()
    ]
    count = len(fields)
    return _plain(
        "columns_twice",
        title=tr("Several columns for one field"),
        says=cell(says[0] if count == 1 else counted(count, "field")),
        count=count,
        heading=tr_n(count, "{n:,} field has several columns", "{n:,} fields have several columns"),
        explains=" ".join([*map(cell, says), tr("All of them are kept, the first one leads.")]),
    )


def lines_aside(count: int) -> CheckGroup:
    """Lines above and below the table."""
    return _plain(
        "lines_aside",
        title=tr("Lines outside the table"),
        says=tr("Above or below it, set aside"),
        count=count,
        heading=tr_n(
            count,
            "{n:,} line outside the table is set aside",
            "{n:,} lines outside the table are set aside",
        ),
        explains=tr("If the headings are in another row, choose it under File."),
    )


def _group(
    words: GroupWords, section: Section, heap: Heap, fate: Fate, *, title: str = "", says: str = ""
) -> CheckGroup:
    explains = tr(words.explains)
    return CheckGroup(
        id=words.id,
        section=section,
        title=title or tr(words.title),
        says=says or tr(words.says),
        count=heap.count,
        heading=words.heading(heap.count),
        explains=f"{explains} {tr(KEPT)}" if words.keeps else explains,
        rows=heap.settled(fate),
    )


def _plain(
    id_: str, *, title: str, says: str, count: int, heading: str, explains: str
) -> CheckGroup:
    return CheckGroup(
        id=id_,
        section=Section.KNOW,
        title=title,
        says=says,
        count=count,
        heading=heading,
        explains=explains,
    )


_PAIR = 2
_IS, _TO = tr_later("{before} is {after}"), tr_later("{before} to {after}")
_BOTH, _ALL = tr_later("{headings} both fit {field}."), tr_later("{headings} all fit {field}.")
_GROUP_OF = {
    SUPPRESSED: "do_not_call",
    SAID_NO: "said_no",
    ANOTHER_SAID_NO: "said_no",
    TEST_ROW: "test_rows",
    CANCELLED: "cancelled",
    NOBODY: "nobody",
    BROKEN_AND_NAMELESS: "nobody",
    EARLIER: "earlier",
    SKIPPED: "skipped",
    BY_YOU: "by_you",
    COUNTRY_NOT_CLEAR: "by_you",
    NUMBER_NOT_WHOLE: "by_you",
}
GROUP_IDS = (
    *(words.id for words in (*FIXED.values(), MERGED, *LEFT_OUT, *KNOWN.values())),
    *("other_sheets", "columns_twice", "lines_aside"),
)
"""The id of every group that asks nothing."""
