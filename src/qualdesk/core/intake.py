"""A row of a list, read into a person and what they did. Nothing in it is thrown away."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from qualdesk.core.columns import Column, Field
from qualdesk.core.identity import Keys, folded, keys_of
from qualdesk.core.leads import Company, Contact, Phone, PhoneKind
from qualdesk.core.list_checks import Fix
from qualdesk.core.list_dates import day_comes_first
from qualdesk.core.list_fields import MOMENTS
from qualdesk.core.person_names import split_name
from qualdesk.core.phones import Line, read_lines
from qualdesk.core.places import FROM_LIST, country_of, zone_candidates
from qualdesk.core.row_touchpoints import TouchpointReader, source_of
from qualdesk.core.sources import SourceType, Touchpoint
from qualdesk.core.times import is_zone
from qualdesk.core.yes_no import is_yes, refuses

TEST_ROW = "This is a test row, not a person."
SAID_NO = "The list says: do not contact."
CANCELLED = "They cancelled or were refunded."
NOBODY = "No name, and nothing to reach them by."


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadRow:
    """One row as it was understood.

    Attributes:
        number: the row's number in its file.
        left_out: why the row does not become a lead, empty when it does.
        research: why the lead cannot be called yet, empty when it can.
        opens_at: for a lead with a window of its own, when it opens, UTC; ``closes_at`` its end.
        fixes: what was mended in it without asking.
        asks_country: whether it names no country, and a number in it has no ``+``.
    """

    number: int
    contact: Contact
    keys: Keys
    source: SourceType | None = None
    touchpoints: tuple[Touchpoint, ...] = ()
    external_id: str = ""
    left_out: str = ""
    research: str = ""
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    fixes: tuple[Fix, ...] = ()
    asks_country: bool = False


class RowReader:
    """Reads the rows of one list, after its columns were settled.

    Args:
        columns: what each column is.
        region: the ISO country of numbers without a ``+``, where the row names no country.
        zone: the zone wall times in the list were written in.
        first_rows: rows to settle the order of day and month by.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        region: str = "",
        zone: str = "UTC",
        first_rows: Iterable[Sequence[str]] = (),
    ) -> None:
        self._region = region.upper()
        self._at: dict[Field, list[int]] = {}
        for column in columns:
            self._at.setdefault(column.field, []).append(column.index)
        self._phones = [
            (index, kind)
            for field, kind in _PHONE_KINDS.items()
            for index in self._at.get(field, ())
        ]
        dates = [index for field in MOMENTS for index in self._at.get(field, ())]
        first = [row[i] for row in first_rows for i in dates if i < len(row)]
        self._touchpoints = TouchpointReader(
            columns, zone=zone, day_first=day_comes_first(first, region)
        )

    def read(self, number: int, cells: Sequence[str]) -> ReadRow:
        """The row with this number in its file."""
        values = [meaning(cell) for cell in cells]
        emails, phone_texts = self._reach(values)
        country, region = self._country(values)
        lines = [
            line
            for text, kind in phone_texts
            for line in read_lines(text, region=region, kind=kind)
        ]
        contact = self._contact(values, country=country, lines=lines, emails=emails)
        source, channel = source_of(self._one(values, Field.SOURCE))
        return ReadRow(
            number=number,
            contact=contact,
            keys=keys_of(contact),
            source=source,
            touchpoints=self._touchpoints.read(values, channel),
            external_id=_WITHOUT_PREFIX.sub("", self._one(values, Field.EXTERNAL_ID)),
            left_out=self._why_left_out(values, contact),
            research=why_research(contact),
        )

    def _one(self, values: Sequence[str], field: Field) -> str:
        for index in self._at.get(field, ()):
            if index < len(values) and values[index]:
                return values[index]
        return ""

    def _all(self, values: Sequence[str], field: Field) -> list[str]:
        found = self._at.get(field, ())
        return [values[index] for index in found if index < len(values) and values[index]]

    def _reach(self, values: Sequence[str]) -> tuple[list[str], list[tuple[str, PhoneKind]]]:
        """The addresses and the texts of numbers, wherever each of them stands."""
        emails: dict[str, None] = {}
        numbers: list[tuple[str, PhoneKind]] = []
        for text in self._all(values, Field.EMAIL):
            emails.update(dict.fromkeys(_EMAIL.findall(text)))
            rest = _EMAIL.sub(" ", text) if "@" in text else text
            if sum(map(str.isdigit, rest)) >= _DIGITS_OF_A_NUMBER:
                numbers.append((rest.strip(" /;,|"), PhoneKind.UNKNOWN))
        for index, kind in self._phones:
            text = values[index] if index < len(values) else ""
            if "@" in text:
                emails.update(dict.fromkeys(_EMAIL.findall(text)))
                text = _EMAIL.sub(" ", text).strip(" /;,|")
            if text:
                numbers.append((text, kind))
        return list(emails), numbers

    def _country(self, values: Sequence[str]) -> tuple[str, str]:
        """The country of the address, and the region numbers without a ``+`` are read in."""
        country = country_of(self._one(values, Field.COUNTRY))
        if country or not self._one(values, Field.SUBDIVISION):
            return country, country or self._region
        # A state without a country is a state of the list's country.
        return self._region, self._region

    def _name(self, values: Sequence[str]) -> tuple[str, str, str]:
        first, last = self._one(values, Field.FIRST_NAME), self._one(values, Field.LAST_NAME)
        name = self._one(values, Field.NAME)
        if first or last:
            return first, last, f"{first} {last}".strip()
        return (*split_name(name), name) if name else ("", "", "")

    def _contact(
        self, values: Sequence[str], *, country: str, lines: list[Line], emails: list[str]
    ) -> Contact:
        first, last, name = self._name(values)
        company = self._one(values, Field.COMPANY)
        state = self._one(values, Field.SUBDIVISION)
        zones, basis = self._zones(values, country, state, lines)
        return Contact(
            name=name,
            first_name=first,
            last_name=last,
            title=self._one(values, Field.TITLE),
            company=Company(name=company, about=self._one(values, Field.ABOUT_COMPANY))
            if company
            else None,
            phones=best_first(line.phone for line in lines),
            emails=tuple(emails),
            city=self._one(values, Field.CITY),
            subdivision=state,
            postcode=_WITHOUT_PREFIX.sub("", self._one(values, Field.POSTCODE)),
            country=country or self._one(values, Field.COUNTRY),
            languages=tuple(filter(None, _AND.split(self._one(values, Field.LANGUAGE)))),
            zones=zones,
            zone_basis=basis,
        )

    def _zones(
        self, values: Sequence[str], country: str, state: str, lines: list[Line]
    ) -> tuple[tuple[str, ...], str]:
        said = self._one(values, Field.ZONE)
        if said and is_zone(said):
            return (said,), FROM_LIST
        return zone_candidates(country=country, subdivision=state, lines=lines)

    def _why_left_out(self, values: Sequence[str], contact: Contact) -> str:
        if any(map(is_yes, self._all(values, Field.DO_NOT_CONTACT))):
            return SAID_NO
        if any(map(refuses, self._all(values, Field.MAY_CALL))):
            return SAID_NO
        if any(map(is_yes, self._all(values, Field.IS_TEST))) or _TEST.match(contact.name):
            return TEST_ROW
        if any(_OFF.search(folded(text)) for text in self._all(values, Field.STATUS)):
            return CANCELLED
        return "" if contact.name or contact.phones or contact.emails else NOBODY


def meaning(cell: str) -> str:
    """A cell's text; nothing for the many ways lists write nothing (``N/A``, ``--``, ``NaN``)."""
    text = cell.strip()
    if text[:1] == "'" and text[1:2] in _FORMULA:
        # Programs put the apostrophe there so that a spreadsheet runs nothing.
        text = text[1:]
    return "" if text in _NOTHING else text


def best_first(phones: Iterable[Phone]) -> tuple[Phone, ...]:
    """Numbers that can be dialled before those that cannot, each number once."""
    each = {(phone.e164 or phone.raw, phone.extension): phone for phone in reversed(list(phones))}
    known = list(reversed(each.values()))
    return tuple(sorted(known, key=lambda phone: not phone.state.is_dialable))


def why_research(contact: Contact) -> str:
    """Why somebody must look for a number first; empty when one can be dialled."""
    if any(phone.state.is_dialable for phone in contact.phones):
        return ""
    if not contact.phones:
        return "There is no phone number."
    return f"The number cannot be dialled. {contact.phones[0].note}"


_NOTHING = frozenset(
    {"", "-", "--", "---", "N/A", "n/a", "#N/A", "NaN", "nan", "NULL", "null", "None", "none"}
    | {"Select", "(blank)", "k.A.", "k. A.", "?", ".", "#REF!", "#VALUE!", "undefined"}
)
_FORMULA = frozenset("=+-@")
_PHONE_KINDS = {
    Field.DIRECT_PHONE: PhoneKind.DIRECT,
    Field.MOBILE: PhoneKind.MOBILE,
    Field.PHONE: PhoneKind.UNKNOWN,
    Field.MAIN_PHONE: PhoneKind.MAIN,
}
_DIGITS_OF_A_NUMBER = 7
# Bounded, so that no cell however long takes longer than its length (RFC 5321 allows as much).
_EMAIL = re.compile(r"[^\s<>;,/|\"()@]{1,64}@[^\s<>;,/|\"()@]{1,255}")
_AND = re.compile(r"\s*(?:[,;/&]|\band\b|\bund\b)\s*")
_TEST = re.compile(r"<?test lead", re.IGNORECASE)
_OFF = re.compile(r"refund|cancel|storniert|annul|rembours|\btest\b|deleted|transferred")
# Meta's exports mark what a cell is: l:123 for a lead, z:01960 for a postcode.
_WITHOUT_PREFIX = re.compile(r"^[a-z]{1,2}:(?=\d)")
