"""The groups of a list that ask nothing: mended already, left out, good to know."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

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
from qualdesk.core.list_heaps import Fate, Heap, together
from qualdesk.core.list_words import cell, counted

ANOTHER_SAID_NO = "Another row of this list says: do not contact."
SUPPRESSED = "On the do-not-call list."
EARLIER = "In an earlier list."
SKIPPED = "They are known already."


@dataclass(frozen=True, kw_only=True, slots=True)
class _Words:
    """What a group says: its title, what is in it, the full statement of one and of many."""

    id: str
    title: str
    says: str
    one: str
    many: str
    explains: str


def fixed(kind: FixKind, heap: Heap, fate: Fate, *, order: str = "") -> CheckGroup:
    """What was mended without asking; ``order`` is how day and month of dates were read."""
    words = _FIXED[kind]
    example = next((row for row in heap.rows if row.before or row.after), None)
    between = " is " if kind in {FixKind.DATE, FixKind.SOURCE} else " to "
    says = f"{example.before}{between}{example.after}" if example else words.says
    title = f"Dates read as {order}" if order and kind is FixKind.DATE else words.title
    return _group(words, Section.FIXED, heap, fate, title=title, says=says)


def merged(heap: Heap, fate: Fate) -> CheckGroup:
    """Rows of one person, by exact keys."""
    return _group(_MERGED, Section.FIXED, heap, fate)


def left_out(by_reason: Mapping[str, Heap], fate: Fate) -> Iterator[CheckGroup]:
    """The rows left out, by what can be done about them; no reason is without a group."""
    heaps: dict[str, list[Heap]] = {}
    for reason, heap in by_reason.items():
        if heap.count:
            heaps.setdefault(_GROUP_OF.get(reason, "others"), []).append(heap)
    for words in _LEFT_OUT:
        if words.id in heaps:
            yield _group(words, Section.LEFT_OUT, together(heaps[words.id]), fate)


def known(name: str, heap: Heap, fate: Fate) -> CheckGroup:
    """Rows with something good to know of them: already here, only the giveaway, ..."""
    return _group(_KNOWN[name], Section.KNOW, heap, fate)


def sheets_aside(names: Sequence[str]) -> CheckGroup:
    """Sheets of the workbook that are not loaded."""
    count = len(names)
    return _plain(
        "other_sheets",
        title="Other sheets",
        says=cell(", ".join(names)),
        count=count,
        heading=f"{counted(count, 'other sheet')} {_are(count)} not loaded",
        explains="One sheet is one list. To load another, choose it under File and import again.",
    )


def columns_twice(fields: Mapping[str, Sequence[str]]) -> CheckGroup:
    """Columns that fit one field: the field, and the headings it was found under."""
    says = [
        f"{_listed(headings)} {'both' if len(headings) == 2 else 'all'} fit {name}."  # noqa: PLR2004 - a pair
        for name, headings in fields.items()
    ]
    count = len(fields)
    return _plain(
        "columns_twice",
        title="Several columns for one field",
        says=cell(says[0] if count == 1 else f"{counted(count, 'field')}"),
        count=count,
        heading=f"{counted(count, 'field has', 'fields have')} several columns",
        explains=" ".join([*map(cell, says), "All of them are kept, the first one leads."]),
    )


def lines_aside(count: int) -> CheckGroup:
    """Lines above and below the table."""
    return _plain(
        "lines_aside",
        title="Lines outside the table",
        says="Above or below it, set aside",
        count=count,
        heading=f"{counted(count, 'line')} outside the table {_are(count)} set aside",
        explains="If the headings are in another row, choose it under File.",
    )


def _group(
    words: _Words, section: Section, heap: Heap, fate: Fate, *, title: str = "", says: str = ""
) -> CheckGroup:
    statement = words.one if heap.count == 1 else words.many
    return CheckGroup(
        id=words.id,
        section=section,
        title=title or words.title,
        says=says or words.says,
        count=heap.count,
        heading=statement.format(count=f"{heap.count:,}"),
        explains=words.explains,
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


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


def _listed(names: Sequence[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


_KEPT = "What stood in the file is kept with the lead."
_MEND = "Mend them in the file of rows left out, and load that file."
_FIXED = {
    FixKind.NUMBER: _Words(
        id="numbers_in_one_form",
        title="Numbers in one form",
        says="As the phone dials them",
        one="The number of 1 row was put in one form",
        many="The numbers of {count} rows were put in one form",
        explains=f"They are written as the phone dials them. {_KEPT}",
    ),
    FixKind.NAME: _Words(
        id="names_tidied",
        title="Names tidied",
        says="As people write them",
        one="1 name was tidied",
        many="{count} names were tidied",
        explains=f"Their order, capitals and spaces were mended. {_KEPT}",
    ),
    FixKind.DATE: _Words(
        id="dates_read",
        title="Dates read",
        says="In one form",
        one="1 date was read",
        many="{count} dates were read",
        explains=f"The whole column is read in one way. {_KEPT}",
    ),
    FixKind.EMAIL: _Words(
        id="addresses_mended",
        title="Addresses mended",
        says="So that mail arrives",
        one="1 e-mail address was mended",
        many="{count} e-mail addresses were mended",
        explains=f"Spaces, brackets and slips of the keyboard were taken out. {_KEPT}",
    ),
    FixKind.SOURCE: _Words(
        id="sources_read",
        title="Sources read",
        says="From the closed list",
        one="The source of 1 row was read",
        many="The sources of {count} rows were read",
        explains=f"Each is one of the sources reports count by. {_KEPT}",
    ),
}
_MERGED = _Words(
    id="merged",
    title="Same person in several rows",
    says="One lead, nothing lost",
    one="1 row is merged into another row of the same person",
    many="{count} rows are merged into another row of the same person",
    explains="They share a number, an e-mail, or name and company, or you said so. All is kept.",
)
_LEFT_OUT = (
    _Words(
        id="do_not_call",
        title="On the do-not-call list",
        says="Always left out",
        one="1 row is on the do-not-call list",
        many="{count} rows are on the do-not-call list",
        explains="Nobody may call them. That cannot be changed here.",
    ),
    _Words(
        id="said_no",
        title="Said no in the list",
        says="Always left out",
        one="1 row says not to contact them",
        many="{count} rows say not to contact them",
        explains="The list itself asks for it, in this row or in another one of the same person.",
    ),
    _Words(
        id="test_rows",
        title="Test rows",
        says="No people",
        one="1 row is a test",
        many="{count} rows are tests",
        explains="The program that made the list wrote them to try itself.",
    ),
    _Words(
        id="cancelled",
        title="Refunded or cancelled",
        says="By what the list says",
        one="1 row was refunded or cancelled",
        many="{count} rows were refunded or cancelled",
        explains=f"If that is wrong: {_MEND[0].lower()}{_MEND[1:]}",
    ),
    _Words(
        id="nobody",
        title="Nobody to reach",
        says="Nothing to reach or name them by",
        one="1 row names nobody who could be reached",
        many="{count} rows name nobody who could be reached",
        explains=_MEND,
    ),
    _Words(
        id="earlier",
        title="In an earlier list",
        says="You load only new rows",
        one="1 row was in an earlier list of this campaign",
        many="{count} rows were in an earlier list of this campaign",
        explains="You chose to load only what is new since then.",
    ),
    _Words(
        id="skipped",
        title="Already in qualdesk",
        says="Left out, as you chose",
        one="1 person is known already",
        many="{count} people are known already",
        explains="You chose to skip people who are known. Nothing of them was changed.",
    ),
    _Words(
        id="by_you",
        title="Left out by you",
        says="By your answers",
        one="You left 1 row out",
        many="You left {count} rows out",
        explains="Take the answer back, or mend them in the file of rows left out.",
    ),
    _Words(
        id="others",
        title="Other rows",
        says="Each with its reason",
        one="1 row is left out",
        many="{count} rows are left out",
        explains=_MEND,
    ),
)
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
_KNOWN = {
    "known": _Words(
        id="known",
        title="Already in qualdesk",
        says="Updated, their answers are kept",
        one="1 person is already in qualdesk",
        many="{count} people are already in qualdesk",
        explains="What is new is added. What callers wrote is never overwritten.",
    ),
    "kept_both": _Words(
        id="kept_both",
        title="Already in qualdesk",
        says="A second person each, as you chose",
        one="1 person is already in qualdesk and becomes a second one",
        many="{count} people are already in qualdesk and become second ones",
        explains="Nothing of those who are there is changed.",
    ),
    "giveaway": _Words(
        id="giveaway",
        title="Came only for the giveaway",
        says="Imported, ranked last",
        one="1 person came only for the giveaway",
        many="{count} people came only for the giveaway",
        explains="They are called after everybody else.",
    ),
    "zone_unknown": _Words(
        id="zone_unknown",
        title="Time zone not known",
        says="Not called before it is known",
        one="Nobody knows what time it is for 1 person",
        many="Nobody knows what time it is for {count} people",
        explains="Add their country or state to the file and import it again: they are updated.",
    ),
    "research": _Words(
        id="research",
        title="No number to dial",
        says="They go to Research",
        one="1 lead has no number that can be dialled",
        many="{count} leads have no number that can be dialled",
        explains="Somebody finds a number first. Then they can be called.",
    ),
    "doubts": _Words(
        id="doubts",
        title="Rows to look at",
        says="They may hold a slip",
        one="1 row may hold a slip",
        many="{count} rows may hold a slip",
        explains="Nothing was changed in them. Mend a row here, or ask in the call.",
    ),
    "not_there": _Words(
        id="not_there",
        title="Rows that are not there",
        says="What you said of them is not used",
        one="1 row you mended is not in this list",
        many="{count} rows you mended are not in this list",
        explains="Rows are named by their number in the file. Look whether the file has changed.",
    ),
    "silenced": _Words(
        id="silenced",
        title="Known, and said no",
        says="They leave the queue",
        one="1 person in qualdesk asks not to be contacted",
        many="{count} people in qualdesk ask not to be contacted",
        explains="This list says so. Nobody calls them in this campaign any more.",
    ),
}
GROUP_IDS = (
    *(words.id for words in (*_FIXED.values(), _MERGED, *_LEFT_OUT, *_KNOWN.values())),
    *("other_sheets", "columns_twice", "lines_aside"),
)
"""The id of every group that asks nothing."""
