"""How long somebody was there: minutes of one stay, and the stays of one person together."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from qualdesk.core.identity import folded
from qualdesk.core.list_dates import read_moment
from qualdesk.core.list_fields import Column, Field
from qualdesk.core.sources import Touchpoint, TouchpointKind
from qualdesk.core.yes_no import is_no, is_yes

NOT_THERE = "Registered, did not attend"


class AttendanceReader:
    """Reads from a row whether somebody attended, for how long, and since when."""

    def __init__(self, columns: Sequence[Column], *, zone: str, day_first: bool | None) -> None:
        self._zone = zone
        self._day_first = day_first
        mine = (Field.ATTENDED, Field.MINUTES, Field.JOINED_AT)
        self._columns = [
            (column.index, column.name, column.field) for column in columns if column.field in mine
        ]

    def read(self, values: Sequence[str]) -> Iterator[Touchpoint]:
        """What the row says: one touchpoint for the stay, and what could not be understood."""
        if not self._columns:
            return
        said = [
            (values[index], name, field)
            for index, name, field in self._columns
            if index < len(values) and values[index]
        ]
        joined = next((text for text, _, field in said if field is Field.JOINED_AT), "")
        at = read_moment(joined, day_first=self._day_first, zone=self._zone) if joined else None
        # A start nobody can be certain of stays in its words: two of them are two stays still.
        more = f"{_FROM}{joined}" if joined and at is None else ""
        told = [_told(text, name, field) for text, name, field in said]
        stays = [done for done in told if done is not None]
        has_minutes = any(done.value for done in stays if done.kind is TouchpointKind.ATTENDED)
        for done in stays:
            if done.kind is not TouchpointKind.ATTENDED:
                yield done
            elif done.value or not has_minutes:
                yield replace(done, at=at, says=done.says + more)
        if joined and not any(done.kind is TouchpointKind.ATTENDED for done in stays):
            name = next(name for _, name, field in said if field is Field.JOINED_AT)
            says = f"{name}: {joined}"
            yield Touchpoint(kind=TouchpointKind.OTHER, says=says, at=at, value=joined)


def status(text: str, heading: str, _by: str = "") -> Touchpoint:
    """How somebody stands with the event, in its own words; some of them say they were there."""
    plain = folded(text)
    kind = TouchpointKind.ATTENDED if plain in _PRESENT else TouchpointKind.OTHER
    kind = TouchpointKind.NO_SHOW if plain in _ABSENT else kind
    return Touchpoint(kind=kind, says=f"{heading}: {text}", value=text)


def as_attendee(did: Iterable[Touchpoint], at: datetime) -> tuple[Touchpoint, ...]:
    """What a person did who stands in a list of those who were at an event that ended at ``at``.

    Unless the list says that they were not there, they were; what began nobody knows when is
    dated by the event.
    """
    told = list(did)
    if not any(done.kind in _SAYS_WHETHER for done in told):
        told.append(Touchpoint(kind=TouchpointKind.ATTENDED, says="Attended"))
    return tuple(
        replace(done, at=at) if done.kind is TouchpointKind.ATTENDED and done.at is None else done
        for done in told
    )


def together(stays: Iterable[Touchpoint]) -> list[Touchpoint]:
    """The touchpoints of one list about one person, the stays at different times as one.

    Whoever was cut off and came back attended the sum of the minutes. A stay that stands twice
    in a list, or whose start nobody knows, is not added to another one. What is put together
    can be put together with more.
    """
    kept: dict[tuple[object, ...], Touchpoint] = {}
    for stay in stays:
        kept.setdefault((stay.kind, stay.says, stay.at, stay.by, stay.question, stay.value), stay)
    of_start: dict[str, Touchpoint] = {}
    for stay in filter(_start, kept.values()):
        longest = of_start.setdefault(_start(stay), stay)
        if int(stay.value) > int(longest.value):
            of_start[_start(stay)] = stay
    if len(of_start) < _SEVERAL:
        return list(kept.values())
    place = next(at for at, stay in enumerate(kept.values()) if _start(stay))
    others = [stay for stay in kept.values() if not _start(stay)]
    return [*others[:place], _sum(list(of_start.values())), *others[place:]]


def _told(text: str, name: str, field: Field) -> Touchpoint | None:
    if field is Field.JOINED_AT:
        return None
    if field is Field.MINUTES:
        return _minutes(text, name)
    if is_yes(text) or folded(text) in _PRESENT:
        return Touchpoint(kind=TouchpointKind.ATTENDED, says="Attended")
    if is_no(text) or folded(text) in _ABSENT:
        return Touchpoint(kind=TouchpointKind.NO_SHOW, says=NOT_THERE)
    return Touchpoint(kind=TouchpointKind.OTHER, says=f"{name}: {text}", value=text)


def _minutes(text: str, name: str) -> Touchpoint:
    found = _AMOUNT.fullmatch(text)
    if found is None:
        return Touchpoint(kind=TouchpointKind.OTHER, says=f"{name}: {text}", value=text)
    minutes = round(float(found[1].replace(",", ".")))
    if not minutes:
        return Touchpoint(kind=TouchpointKind.NO_SHOW, says=NOT_THERE)
    return Touchpoint(kind=TouchpointKind.ATTENDED, says=_says(minutes), value=str(minutes))


def _sum(stays: Sequence[Touchpoint]) -> Touchpoint:
    """One touchpoint for stays that began at different times, dated by the first."""
    dated = [stay for stay in stays if stay.at]
    first = min(dated, key=lambda stay: str(stay.at)) if dated else stays[0]
    minutes = sum(int(stay.value) for stay in stays)
    times = sum(map(_times, stays))
    since = "" if dated else f"{_FROM}{_start(first)}"
    says = f"{_says(minutes)}, joined {times} times{since}"
    return replace(first, says=says, value=str(minutes))


def _start(done: Touchpoint) -> str:
    """When a stay began, or the words for it; empty for what is no stay with minutes."""
    is_stay = done.kind is TouchpointKind.ATTENDED and done.value.isascii()
    if not (is_stay and done.value.isdecimal()):
        return ""
    return str(done.at) if done.at else done.says.partition(_FROM)[2]


def _times(stay: Touchpoint) -> int:
    found = _JOINED.search(stay.says)
    return int(found[1]) if found else 1


def _says(minutes: int) -> str:
    return f"Attended {minutes} {'minute' if minutes == 1 else 'minutes'}"


_SEVERAL = 2
_SAYS_WHETHER = frozenset({TouchpointKind.ATTENDED, TouchpointKind.NO_SHOW})
_PRESENT = frozenset({"checked in", "checked-in", "attended", "present", "teilgenommen"})
_ABSENT = frozenset({"no show", "no-show", "absent", "not attended", "did not attend"})
_AMOUNT = re.compile(r"(\d{1,5}(?:[.,]\d{1,3})?)\s*(?:min|mins|minutes|minuten)?\.?")
_FROM = ", from "
_JOINED = re.compile(r", joined (\d{1,6}) times(?:, from |$)")
