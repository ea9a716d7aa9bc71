"""What a row says a person did at the source, in the words a caller reads (promise O4)."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import lru_cache

from qualdesk.core.attendance import AttendanceReader, status
from qualdesk.core.columns import Column, Field
from qualdesk.core.identity import folded
from qualdesk.core.list_dates import read_moment
from qualdesk.core.row_answers import ASKED, AnswerReader, form_answer
from qualdesk.core.sources import SourceType, Touchpoint, TouchpointKind
from qualdesk.core.times import is_zone
from qualdesk.core.wording import english
from qualdesk.core.yes_no import is_no, is_yes

Said = Callable[[str, str, str], Touchpoint | None]


class TouchpointReader:
    """Reads what somebody did from a row of cells.

    Columns nobody mapped are kept too: a question with its answer, or the heading with its
    value. So is a second column for one thing, when it says something else.
    """

    def __init__(self, columns: Sequence[Column], *, zone: str, day_first: bool | None) -> None:
        self._zone = zone
        self._day_first = day_first
        self._width = max((column.index + 1 for column in columns), default=0)
        self._by = [column.index for column in columns if column.field is Field.SCANNED_BY]
        self._at = [column.index for column in columns if column.field is Field.SCANNED_AT]
        self._said = [
            (column.index, column.name, _SAID[column.field])
            for column in columns
            if column.field in _SAID
        ]
        self._attendance = AttendanceReader(columns, zone=zone, day_first=day_first)
        self._answers = AnswerReader(columns, zone=zone, day_first=day_first)
        first: dict[Field, int] = {}
        for column in columns:
            first.setdefault(column.field, column.index)
        self._again = [
            (column.index, column.name, first[column.field])
            for column in columns
            if column.field in _ONE_IS_ENOUGH and first[column.field] != column.index
        ]

    def read(self, values: Sequence[str], channel: str = "") -> tuple[Touchpoint, ...]:
        """What the row says, the scan first; ``channel`` is a source our closed list lacks."""
        return tuple(self._each(values, channel))

    def _each(self, values: Sequence[str], channel: str) -> Iterator[Touchpoint]:
        width = len(values)
        by = next((values[i] for i in self._by if i < width and values[i]), "")
        when = next((values[i] for i in self._at if i < width and values[i]), "")
        if by or when:
            at = read_moment(when, day_first=self._day_first, zone=self._zone) if when else None
            yield _scan(by, when, at)
        if channel:
            yield Touchpoint(kind=TouchpointKind.OTHER, says=f"Source: {channel}")
        yield from self._attendance.read(values)
        for index, heading, said in self._said:
            if index < width and values[index]:
                done = said(values[index], heading, by)
                if done is not None:
                    yield done
        yield from self._answers.read(values)
        for index, heading, first in self._again:
            if index < width and values[index] and values[index] != values[first]:
                yield _kept(values[index], heading, by)
        for index in range(self._width, width):
            if values[index]:
                yield _kept(values[index], f"Column {index + 1}", by)


@lru_cache(maxsize=1024)
@english()
def source_of(text: str) -> tuple[SourceType | None, str]:
    """The source a cell names from the closed list (promise O1), and the cell's own words.

    The words come back only where they say more than the source itself.
    """
    plain = folded(text).replace("_", " ")
    for words, source in _SOURCES:
        if words.search(plain):
            return source, "" if plain == source.label.lower() else text
    return None, text


def _scan(by: str, when: str, at: datetime | None) -> Touchpoint:
    """The scan at the stand. A time that cannot be read for certain stays in its words."""
    at_when = f", {when}" if when and at is None else ""
    return Touchpoint(kind=TouchpointKind.SCAN, says=f"Scanned at the stand{at_when}", at=at, by=by)


def _kept(value: str, heading: str, _by: str) -> Touchpoint:
    """A column nobody mapped: kept, because the caller may need to see it."""
    is_question = heading.endswith("?") or heading.count(" ") >= _WORDS_OF_A_QUESTION
    if is_question:
        return form_answer(value, heading, None)
    return Touchpoint(kind=TouchpointKind.OTHER, says=f"{heading}: {value}", value=value)


def _did(kind: TouchpointKind, says: str) -> Said:
    """A column whose yes is a fact, whose no is none, and whose words say more."""

    def said(value: str, _heading: str, _by: str) -> Touchpoint | None:
        if is_no(value):
            return None
        if is_yes(value):
            return Touchpoint(kind=kind, says=says)
        # "this week" goes on with the sentence; a text of its own stands behind a colon.
        more = f" {value}" if _GOES_ON.match(value) else f": {value}"
        return Touchpoint(kind=kind, says=says + more, value=value)

    return said


def _demo(value: str, heading: str, by: str) -> Touchpoint | None:
    found = _DEMO.fullmatch(value)
    if found is None:
        return _DEMO_SEEN(value, heading, by)
    minutes = f"{found[2]} {'minute' if found[2] == '1' else 'minutes'}"
    says = f"Watched the {found[1].strip()} demo, {minutes}"
    return Touchpoint(kind=TouchpointKind.DEMO, says=says, value=value)


def _giveaway(value: str, _heading: str, _by: str) -> Touchpoint:
    if is_no(value):
        return Touchpoint(kind=TouchpointKind.OTHER, says="Did not take the giveaway")
    only = folded(value) in {"only", "nur", "seulement", "solo"}
    says = "Came only for the giveaway" if only else "Took the giveaway"
    more = "" if only or is_yes(value) else f": {value}"
    return Touchpoint(kind=TouchpointKind.GIVEAWAY, says=says + more)


def _note(value: str, _heading: str, by: str) -> Touchpoint:
    return Touchpoint(kind=TouchpointKind.NOTE, says=value, by=by)


def _no_address(value: str, heading: str, by: str) -> Touchpoint | None:
    """What stands where an address should, and is neither one nor a number."""
    is_other = "@" not in value and sum(map(str.isdigit, value)) < _DIGITS_OF_A_NUMBER
    return _kept(value, heading, by) if is_other else None


def _no_zone(value: str, heading: str, by: str) -> Touchpoint | None:
    return None if is_zone(value) else _kept(value, heading, by)


_DIGITS_OF_A_NUMBER = 7
_WORDS_OF_A_QUESTION = 5
_GOES_ON = re.compile(r"(?:this|next|on|in|at|before|after|today|tomorrow|as)\b")
_DEMO = re.compile(r"([^,;:]{2,60})[,;:]\s*(\d{1,3})\s*min(?:ute[sn]?|s)?\.?", re.IGNORECASE)
_DEMO_SEEN = _did(TouchpointKind.DEMO, "Watched the demo")
_SAID: dict[Field, Said] = {
    Field.DEMO: _demo,
    Field.ASKED_FOR_CALL: _did(TouchpointKind.ASKED_FOR_CALL, ASKED),
    Field.DOWNLOAD: _did(TouchpointKind.DOWNLOAD, "Downloaded"),
    Field.NO_SHOW: _did(TouchpointKind.NO_SHOW, "Registered, did not attend"),
    Field.GIVEAWAY: _giveaway,
    Field.NOTE: _note,
    Field.EMAIL: _no_address,
    Field.ZONE: _no_zone,
    Field.DEPARTMENT: _kept,
    Field.STATUS: status,
    Field.OTHER: _kept,
}
_ONE_IS_ENOUGH = frozenset(
    {Field.NAME, Field.FIRST_NAME, Field.LAST_NAME, Field.TITLE, Field.COMPANY, Field.CITY}
    | {Field.SUBDIVISION, Field.POSTCODE, Field.COUNTRY, Field.LANGUAGE, Field.ZONE}
    | {Field.EXTERNAL_ID, Field.SOURCE, Field.SCANNED_BY, Field.SCANNED_AT}
)
_SOURCES = (
    (re.compile(r"trade ?(?:show|fair)|\bstand\b|\bbooth\b|\bmesse\b|\bfair\b|\bexpo\b|\bsalon\b"),
     SourceType.TRADE_SHOW),
    (re.compile(r"webinar|online event|webcast"), SourceType.WEBINAR),
    (re.compile(r"conference|konferenz|congress|kongress|conferenc"), SourceType.CONFERENCE),
    (re.compile(r"download|white ?paper|e-?book|content"), SourceType.CONTENT_DOWNLOAD),
    (re.compile(r"contact ?form|web ?form|^web$|web ?site|kontaktformular|enquiry|inquiry"),
     SourceType.CONTACT_FORM),
    (re.compile(r"referral|empfehlung|recommandation"), SourceType.REFERRAL),
    (re.compile(r"research|recherche"), SourceType.RESEARCH),
    (re.compile(r"purchased list|bought list|^list$|external list"), SourceType.LIST),
)  # fmt: skip
