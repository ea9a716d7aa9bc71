"""Rows a program hands over as dicts, read like those of a file."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from qualdesk.core.clock import in_utc
from qualdesk.core.column_guesses import sure_field
from qualdesk.core.columns import Column, Field, Surety
from qualdesk.core.errors import Refused
from qualdesk.core.intake import ReadRow, RowReader
from qualdesk.core.leads import PhoneKind
from qualdesk.core.list_choices import NO_CHOICES, ListChoices
from qualdesk.core.list_fields import PHONES
from qualdesk.core.plain_text import shortened
from qualdesk.core.sources import CallWindow, SourceType, Touchpoint, TouchpointKind
from qualdesk.core.wording import english, tr

_OWN_KEYS = frozenset({"touchpoints", "window", "phone_kind", "phones", "emails"})


class MappingReader:
    """Reads rows that are dicts. Keys are the names of fields, or headings that surely mean one.

    Any other is kept as it is, see :func:`said_of_keys`. Beside them ``phones`` and ``emails``
    (several), ``phone_kind``, ``touchpoints`` (values or dicts of their attributes) and
    ``window`` (the lead's own, a pair of aware times).
    """

    def __init__(
        self, *, region: str = "", zone: str = "UTC", choices: ListChoices = NO_CHOICES
    ) -> None:
        self._mends = choices.rows
        # Cells are mended in the dict, before it is known which keys a row has.
        rows = {number: replace(mend, cells={}) for number, mend in choices.rows.items()}
        self._choices = replace(choices, rows=rows)
        self._region = region
        self._zone = zone
        self._readers: dict[tuple[str, ...], RowReader] = {}

    def read(self, number: int, row: Mapping[str, Any]) -> ReadRow:
        """The row as it was understood.

        Raises:
            Refused: a touchpoint or a window is none.
        """
        if number in self._mends:
            row = {**row, **self._mends[number].cells}
        flat = {key: _text(value) for key, value in row.items() if key not in _OWN_KEYS}
        for many, one in (("phones", "phone"), ("emails", "email")):
            if row.get(many):
                flat[one] = "; ".join(filter(None, [flat.get(one, ""), *map(str, row[many])]))
        keys = (str(row.get("phone_kind") or ""), *flat)
        if keys not in self._readers:
            self._readers[keys] = RowReader(
                _columns(keys[0], list(flat)),
                region=self._region,
                zone=self._zone,
                choices=self._choices,
                tells_fixes=True,
            )
        read = self._readers[keys].read(number, list(flat.values()))
        more = tuple(_touchpoint(number, value) for value in row.get("touchpoints") or ())
        opens_at, closes_at = _window(number, row.get("window"))
        if not (more or opens_at or closes_at):
            return read
        return replace(
            read,
            touchpoints=read.touchpoints + more,
            opens_at=opens_at,
            closes_at=closes_at,
        )


def headings_of(rows: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """Every key of the rows, in the order they first appear."""
    return tuple(dict.fromkeys(key for row in rows for key in row))


def said_of_keys(keys: Sequence[str]) -> str:
    """What to say of keys that are no fields, so that a slip in one is seen; empty for none."""
    fields = _fields(keys)
    unknown = [key for key in keys if fields.get(key) is Field.OTHER]
    if not unknown:
        return ""
    short = [shortened(key, _LONGEST_KEY) for key in unknown]
    named = ", ".join(tr("“{words}”", words=key) for key in short)
    return tr(
        "No field is called {named}: what stands there is kept with the lead, and not used.",
        named=named,
    )


def _fields(keys: Sequence[str]) -> dict[str, Field]:
    """What each key is read as. Who names the field itself is believed before any heading."""
    names = {field.value for field in Field}
    exact = {Field(key) for key in keys if key in names}
    fields = {}
    for key in keys:
        if key in _OWN_KEYS:
            continue
        field = Field(key) if key in names else sure_field(key) or Field.OTHER
        gives_way = key not in names and field in exact - _SEVERAL
        fields[key] = Field.OTHER if gives_way else field
    return fields


def _columns(phone_kind: str, keys: Sequence[str]) -> list[Column]:
    fields = _fields(keys)
    if phone_kind:
        kind = _FIELD_OF_KIND[PhoneKind(phone_kind)]
        fields = {key: kind if field is Field.PHONE else field for key, field in fields.items()}
    return [
        Column(index=index, heading=key, field=fields[key], surety=Surety.SURE)
        for index, key in enumerate(keys)
    ]


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, SourceType):
        # It is read back as a cell is, by its English name.
        with english():
            return value.label
    return str(value)


def _touchpoint(number: int, value: Touchpoint | Mapping[str, Any]) -> Touchpoint:
    if isinstance(value, Touchpoint):
        return value
    try:
        kind = TouchpointKind(value["kind"])
        return Touchpoint(**{"says": kind.value.replace("_", " "), **value, "kind": kind})
    except (KeyError, TypeError, ValueError) as error:
        kinds = ", ".join(kind.value for kind in TouchpointKind)
        raise Refused(
            tr(
                "Row {number}: a touchpoint needs a kind ({kinds}) and what it says.",
                number=number,
                kinds=kinds,
            )
        ) from error


def _window(
    number: int, value: CallWindow | Sequence[datetime | None] | None
) -> tuple[datetime | None, datetime | None]:
    if value is None:
        return None, None
    if isinstance(value, CallWindow):
        return value.opens_at, value.closes_at
    try:
        opens, closes = value
        return in_utc(opens) if opens else None, in_utc(closes) if closes else None
    except (TypeError, ValueError) as error:
        raise Refused(
            tr(
                "Row {number}: a window is a pair of times with a zone, when it opens and closes.",
                number=number,
            )
        ) from error


_SEVERAL = PHONES | {Field.EMAIL}
_LONGEST_KEY = 40
_FIELD_OF_KIND = {
    PhoneKind.UNKNOWN: Field.PHONE,
    PhoneKind.DIRECT: Field.DIRECT_PHONE,
    PhoneKind.MOBILE: Field.MOBILE,
    PhoneKind.MAIN: Field.MAIN_PHONE,
}
