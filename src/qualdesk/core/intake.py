"""A row of a list, read into a person and what they did. Nothing in it is thrown away."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from qualdesk.core.errors import Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.identity import Keys, folded, keys_of
from qualdesk.core.leads import Company, Contact
from qualdesk.core.list_checks import MOST_ROWS_SHOWN, Fix
from qualdesk.core.list_choices import LEAVE_OUT, NO_CHOICES, ListChoices, RowMend
from qualdesk.core.list_dates import DateOrder, order_of_dates
from qualdesk.core.list_fields import MOMENTS, Column, Field
from qualdesk.core.person_names import read_name, tidied_pair
from qualdesk.core.phone_notes import CANNOT_BE_DIALLED
from qualdesk.core.phones import Line
from qualdesk.core.place_tables import NAME_OF_ZONE
from qualdesk.core.places import FROM_LIST, country_of, is_any_state, zone_candidates
from qualdesk.core.row_doubts import doubts_of
from qualdesk.core.row_fixes import (
    date_fixes,
    email_fixes,
    name_fixes,
    number_fixes,
    source_fixes,
)
from qualdesk.core.row_reach import ReachReader, best_first, lines_of, name_no_country
from qualdesk.core.row_touchpoints import TouchpointReader, source_of
from qualdesk.core.sources import SourceType, Touchpoint
from qualdesk.core.times import is_zone
from qualdesk.core.wording import tr, tr_later
from qualdesk.core.yes_no import asks_no_contact, is_yes, refuses

TEST_ROW = tr_later("This is a test row, not a person.")
SAID_NO = tr_later("The list says: do not contact.")
CANCELLED = tr_later("They cancelled or were refunded.")
NO_NUMBER = tr_later("There is no phone number.")
NOBODY = tr_later("No name, and nothing to reach them by.")
BY_YOU = tr_later("You left it out.")
COUNTRY_NOT_CLEAR = tr_later("Its country is not clear, and you left such rows out.")

Said = Mapping[Field, str]


@frozen
class ReadRow:
    """One row as it was understood.

    Attributes:
        number: the row's number in its file.
        left_out: why the row does not become a lead, empty when it does.
        research: why the lead cannot be called yet, empty when it can.
        opens_at: for a lead with a window of its own, when it opens, UTC; ``closes_at`` its end.
        fixes: what was mended in it without asking, where the reader was asked to tell.
        doubts: what may be wrong in it and was not changed, as sentences; told like ``fixes``.
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
    doubts: tuple[str, ...] = ()
    asks_country: bool = False


class RowReader:
    """Reads the rows of one list, after its columns were settled.

    Args:
        columns: what each column is.
        region: the ISO country of numbers without a ``+``, where the row names no country.
        zone: the zone wall times in the list were written in.
        first_rows: rows to settle the order of day and month by: all of them where they can be
            read twice, for a date with a 13 in it may stand far below.
        choices: what a person decided about the list and its rows.
        tells_fixes: whether rows say what was mended in them; it costs as much again.

    Raises:
        Refused: a row is mended in a column that the list does not have.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        region: str = "",
        zone: str = "UTC",
        first_rows: Iterable[Sequence[str]] = (),
        choices: ListChoices = NO_CHOICES,
        tells_fixes: bool = False,
    ) -> None:
        columns = _states_first(columns)
        at: dict[Field, list[int]] = {}
        for column in columns:
            at.setdefault(column.field, []).append(column.index)
        self._at = at
        self._width = max((column.index + 1 for column in columns), default=0)
        self._index = {column.heading: column.index for column in columns}
        self._mends = choices.rows
        self._refuse_unknown_mends()
        self._zone = zone
        self._tells_fixes, self._told = tells_fixes, 0
        self._set_country(choices, region)
        self._moments = [index for field in MOMENTS for index in at.get(field, ())]
        dates = (row[i] for row in first_rows for i in self._moments if i < len(row))
        self.dates: DateOrder = order_of_dates(dates, said=choices.day_first)
        self._reach = ReachReader(columns)
        self._touchpoints = TouchpointReader(columns, zone=zone, day_first=self.dates.day_first)
        # A list has few of the fields there are: what it has not is never looked for.
        self._single = [(field, at[field][0]) for field in _SINGLE if field in at]
        self._spare = {field: at[field][1:] for field in _SINGLE if len(at.get(field, ())) > 1}
        self._outs = [
            (index, keeps_out, why)
            for field, (keeps_out, why) in _KEEPS_OUT.items()
            for index in at.get(field, ())
        ]

    def read(self, number: int, cells: Sequence[str]) -> ReadRow:
        """The row with this number in its file."""
        mend = self._mends.get(number)
        values = [meaning(cell) for cell in (self._mended(cells, mend) if mend else cells)]
        if len(values) < self._width:
            values += [""] * (self._width - len(values))
        emails, texts = self._reach.read(values)
        said = self._said(values)
        country = self._country(said)
        region = (mend.region.upper() if mend else "") or country
        asks = not region and self._asks and name_no_country(texts)
        lines = lines_of(texts, region or self._region)
        contact = _contact(said, country, lines, emails)
        source_text = said.get(Field.SOURCE, "")
        source, channel = source_of(source_text) if source_text else (None, "")
        return ReadRow(
            number=number,
            contact=contact,
            keys=keys_of(contact),
            source=source,
            touchpoints=self._touchpoints.read(values, channel),
            external_id=_without_prefix(said.get(Field.EXTERNAL_ID, "")),
            left_out=self._why_left_out(values, contact, mend, asks=asks),
            research=why_research(contact),
            fixes=tuple(self._fixes(values, said, contact)) if self._tells_fixes else (),
            doubts=self._doubts(values, contact) if self._tells_fixes else (),
            asks_country=asks,
        )

    def _doubts(self, values: Sequence[str], contact: Contact) -> tuple[str, ...]:
        consents = self._at.get(Field.MAY_CALL, ())
        return tuple(doubts_of(contact, values, width=self._width, consents=consents))

    def _set_country(self, choices: ListChoices, region: str) -> None:
        """The country of rows that name none, and whether they ask for it."""
        answer = choices.answers.get("country", "")
        said = (choices.region or region).upper()
        # A list with a column of countries has people of several: a blank there is a question.
        self._asks = bool(answer) or not said or Field.COUNTRY in self._at
        self._leaves_out = answer == LEAVE_OUT
        answered = country_of(answer)
        self._region = answered or (said if not answer or self._leaves_out else "")
        self._of_states = said

    def _refuse_unknown_mends(self) -> None:
        for number, mend in self._mends.items():
            for heading in mend.cells:
                if heading not in self._index:
                    says = tr(
                        "Row {number}: there is no column called “{heading}”.",
                        number=number,
                        heading=heading,
                    )
                    raise Refused(says)

    def _mended(self, cells: Sequence[str], mend: RowMend) -> Sequence[str]:
        """The cells with the new texts in their places."""
        mended = [*cells, *[""] * (self._width - len(cells))]
        for heading, text in mend.cells.items():
            mended[self._index[heading]] = text
        return mended

    def _said(self, values: Sequence[str]) -> Said:
        """What the row says of each field a person has once: the first column that says it."""
        said = {field: values[index] for field, index in self._single}
        for field, indices in self._spare.items():
            if not said[field]:
                said[field] = next((values[index] for index in indices if values[index]), "")
        return said

    def _country(self, said: Said) -> str:
        """The country of the address, empty when the row names none."""
        text = said.get(Field.COUNTRY, "")
        country = country_of(text) if text else ""
        if country or not said.get(Field.SUBDIVISION):
            return country
        # A state without a country is a state of the list's country.
        return self._of_states

    def _why_left_out(
        self, values: Sequence[str], contact: Contact, mend: RowMend | None, *, asks: bool
    ) -> str:
        if mend and mend.leave_out:
            return BY_YOU
        for index, keeps_out, why in self._outs:
            if values[index] and keeps_out(values[index]):
                return why
        if contact.name[:1] in "<tT" and _TEST.match(contact.name):
            return TEST_ROW
        if not (contact.name or contact.phones or contact.emails):
            return NOBODY
        return COUNTRY_NOT_CLEAR if asks and self._leaves_out else ""

    def _fixes(self, values: Sequence[str], said: Said, contact: Contact) -> Iterator[Fix]:
        first, last = said.get(Field.FIRST_NAME, ""), said.get(Field.LAST_NAME, "")
        written = f"{first} {last}".strip() or said.get(Field.NAME, "")
        self._told += 1
        yield from number_fixes(contact, is_looked_at=self._told <= 2 * MOST_ROWS_SHOWN)
        if written != contact.name:
            yield from name_fixes(written, contact)
        if self._moments:
            moments = [values[index] for index in self._moments]
            yield from date_fixes(moments, day_first=self.dates.day_first, zone=self._zone)
        yield from email_fixes((values[index] for index in self._at.get(Field.EMAIL, ())), contact)
        source = said.get(Field.SOURCE)
        if source:
            yield from source_fixes(source, source_of(source)[0])


def _contact(said: Said, country: str, lines: list[Line], emails: tuple[str, ...]) -> Contact:
    """The person a row is about."""
    get = said.get
    name, first, last = _name(said, emails)
    company, languages = get(Field.COMPANY), get(Field.LANGUAGE)
    postcode, state = _without_prefix(get(Field.POSTCODE, "")), get(Field.SUBDIVISION, "")
    zone = get(Field.ZONE)
    zones, basis = (
        ((NAME_OF_ZONE.get(zone, zone),), FROM_LIST)
        if zone and is_zone(zone)
        else zone_candidates(country=country, subdivision=state, postcode=postcode, lines=lines)
    )
    return Contact(
        name=name,
        first_name=first,
        last_name=last,
        title=get(Field.TITLE, ""),
        company=Company(name=company, about=get(Field.ABOUT_COMPANY, "")) if company else None,
        phones=best_first(lines),
        emails=emails,
        city=get(Field.CITY, ""),
        subdivision=state,
        postcode=postcode,
        country=country or get(Field.COUNTRY, ""),
        languages=tuple(filter(None, _AND.split(languages))) if languages else (),
        zones=zones,
        zone_basis=basis,
    )


def _name(said: Said, emails: tuple[str, ...]) -> tuple[str, str, str]:
    """The name, the first name and the last name."""
    first, last = said.get(Field.FIRST_NAME, ""), said.get(Field.LAST_NAME, "")
    if first or last:
        first, last = tidied_pair(first, last)
        return f"{first} {last}".strip(), first, last
    written = said.get(Field.NAME)
    return read_name(written, emails) if written else ("", "", "")


def meaning(cell: str) -> str:
    """A cell's text; nothing for the many ways lists write nothing (``N/A``, ``--``, ``NaN``)."""
    text = cell.strip()
    if text[:1] == "'" and text[1:2] in _FORMULA:
        # Programs put the apostrophe there so that a spreadsheet runs nothing.
        text = text[1:]
    return "" if text in _NOTHING else text


def why_research(contact: Contact) -> str:
    """Why somebody must look for a number first; empty when one can be dialled."""
    phones = contact.phones
    if not phones:
        return NO_NUMBER
    if phones[0].state.is_dialable or any(phone.state.is_dialable for phone in phones):
        return ""
    return f"{CANNOT_BE_DIALLED} {phones[0].note}"


def _without_prefix(text: str) -> str:
    """Without the mark of what a cell is in Meta's exports: ``l:123`` a lead, ``z:01960``."""
    return _PREFIX.sub("", text) if ":" in text else text


def _states_first(columns: Sequence[Column]) -> list[Column]:
    """The columns, of several parts of a country the one first that holds states we know.

    A county beside a state says nothing of the clock.
    """
    parts = [column for column in columns if column.field is Field.SUBDIVISION]
    if len(parts) > 1:
        best = max(parts, key=lambda column: sum(map(is_any_state, column.samples)))
        return [best, *(column for column in columns if column is not best)]
    return list(columns)


def _is_off(text: str) -> bool:
    return _OFF.search(folded(text)) is not None


_SINGLE = (
    *(Field.NAME, Field.FIRST_NAME, Field.LAST_NAME, Field.TITLE, Field.COMPANY),
    *(Field.ABOUT_COMPANY, Field.CITY, Field.SUBDIVISION, Field.POSTCODE, Field.COUNTRY),
    *(Field.LANGUAGE, Field.ZONE, Field.SOURCE, Field.EXTERNAL_ID),
)
_KEEPS_OUT: dict[Field, tuple[Callable[[str], bool], str]] = {
    Field.DO_NOT_CONTACT: (asks_no_contact, SAID_NO),
    Field.MAY_CALL: (refuses, SAID_NO),
    Field.IS_TEST: (is_yes, TEST_ROW),
    Field.STATUS: (_is_off, CANCELLED),
}
_NOTHING = frozenset(
    {"", "-", "--", "---", "N/A", "n/a", "#N/A", "NaN", "nan", "NULL", "null", "None", "none"}
    | {"Select", "(blank)", "k.A.", "k. A.", "?", ".", "#REF!", "#VALUE!", "undefined"}
)
_FORMULA = frozenset("=+-@")
_AND = re.compile(r"\s*(?:[,;/&]|\band\b|\bund\b)\s*")
_TEST = re.compile(r"<?test lead", re.IGNORECASE)
_OFF = re.compile(r"refund|cancel|storniert|annul|rembours|\btest\b|deleted|transferred")
_PREFIX = re.compile(r"^[a-z]{1,2}:(?=\d)")
