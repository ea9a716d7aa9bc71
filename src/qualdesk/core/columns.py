"""What the columns of a list mean: guessed from headings in four languages and from values.

A guess is sure, likely or none. Nothing is thrown away: a column nobody maps stays with the
lead as something the source said about them.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache

from qualdesk.core.errors import Problem, Refused
from qualdesk.core.identity import folded


class Field(StrEnum):
    """What a column can hold. A mapping names these; so do the keys of a program's rows."""

    NAME = "name"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    TITLE = "title"
    COMPANY = "company"
    ABOUT_COMPANY = "about_company"
    EMAIL = "email"
    PHONE = "phone"
    DIRECT_PHONE = "direct_phone"
    MOBILE = "mobile"
    MAIN_PHONE = "main_phone"
    CITY = "city"
    SUBDIVISION = "subdivision"
    POSTCODE = "postcode"
    COUNTRY = "country"
    LANGUAGE = "language"
    ZONE = "zone"
    EXTERNAL_ID = "external_id"
    SOURCE = "source"
    NOTE = "note"
    SCANNED_AT = "scanned_at"
    SCANNED_BY = "scanned_by"
    DEMO = "demo"
    ASKED_FOR_CALL = "asked_for_call"
    GIVEAWAY = "giveaway"
    MINUTES = "minutes"
    ATTENDED = "attended"
    NO_SHOW = "no_show"
    DOWNLOAD = "download"
    DO_NOT_CONTACT = "do_not_contact"
    MAY_CALL = "may_call"
    STATUS = "status"
    IS_TEST = "is_test"
    OTHER = "other"
    IGNORED = "ignored"

    @property
    def label(self) -> str:
        """The field as the screen says it."""
        return self.value.replace("_", " ").capitalize()


class Surety(StrEnum):
    """How sure a guess is."""

    SURE = "sure"
    LIKELY = "likely"
    UNUSED = "unused"


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """A column of a list: where it stands, what it is taken for, and three of its values."""

    index: int
    heading: str
    field: Field
    surety: Surety
    samples: tuple[str, ...] = ()


def guess_columns(
    headings: Sequence[str],
    rows: Iterable[Sequence[str]] = (),
    mapping: Mapping[str, str] | None = None,
) -> tuple[Column, ...]:
    """What each column is. ``mapping`` names fields by heading and beats every guess.

    Raises:
        Refused: the mapping names a heading or a field that does not exist.
    """
    first = list(rows)[:60]
    width = max([len(headings), *(len(row) for row in first)])
    headings = [*headings, *[""] * (width - len(headings))]
    headings = [heading or f"Column {at}" for at, heading in enumerate(headings, start=1)]
    chosen = _chosen(headings, mapping or {})
    columns = []
    for index in range(width):
        heading = headings[index]
        values = [row[index].strip() for row in first if index < len(row) and row[index].strip()]
        if heading in chosen:
            field, surety = chosen[heading], Surety.SURE
        else:
            field, surety = _guess(heading, values)
        columns.append(
            Column(
                index=index,
                heading=heading,
                field=field,
                surety=surety,
                samples=tuple(values[:3]),
            )
        )
    return _settled(columns, {column.heading for column in columns if column.heading in chosen})


def heading_fingerprint(headings: Iterable[str]) -> str:
    """What a source is recognised by the next time: its set of headings, in any order."""
    words = sorted({plain_heading(heading) for heading in headings})
    return hashlib.sha256("\n".join(words).encode()).hexdigest()


@lru_cache(maxsize=4096)
def plain_heading(heading: str) -> str:
    """A heading as compared: ``LeadPhone_2`` is ``lead phone``."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", heading)
    words = re.findall(r"[^\W_]+", folded(spaced))
    while len(words) > 1 and words[-1].isdigit():
        words.pop()
    last = words[-1].rstrip("0123456789") if words else ""
    return " ".join([*words[:-1], last or words[-1]]) if words else ""


def _chosen(headings: Sequence[str], mapping: Mapping[str, str]) -> dict[str, Field]:
    problems = [
        Problem(place=heading, says="There is no such column in the list.")
        for heading in mapping
        if heading not in headings
    ]
    chosen = {}
    for heading, name in mapping.items():
        try:
            chosen[heading] = Field(name.strip().lower() or "ignored")
        except ValueError:
            known = ", ".join(field.value for field in Field)
            problems.append(Problem(place=heading, says=f"“{name}” is none of: {known}."))
    if problems:
        raise Refused("The columns do not fit this list. " + " ".join(map(str, problems)))
    return chosen


def _guess(heading: str, values: list[str]) -> tuple[Field, Surety]:
    plain = plain_heading(heading[:200])
    if plain in _SURE:
        field = _SURE[plain]
        if (
            field is Field.NAME
            and values
            and all(_NUMBER.fullmatch(value[:40]) for value in values)
        ):
            return Field.PHONE, Surety.LIKELY
        return field, Surety.SURE
    for words, field in _LIKELY:
        if words.search(plain):
            return field, Surety.LIKELY
    if values and sum("@" in value for value in values) > len(values) * 0.6:
        return Field.EMAIL, Surety.LIKELY
    typed = _mistyped(plain)
    return (typed, Surety.LIKELY) if typed else (Field.OTHER, Surety.UNUSED)


def _mistyped(plain: str) -> Field | None:
    """The field of a heading with a slip of the fingers: ``Nmae``, ``Compny``."""
    for word in ("name", "email", "phone", "company", "mobile"):
        likeness = SequenceMatcher(None, plain[:40], word).ratio()
        if likeness >= _CLOSE or (sorted(plain) == sorted(word) and plain[:1] == word[0]):
            return _SURE[word]
    return None


def _settled(columns: list[Column], chosen: set[str]) -> tuple[Column, ...]:
    """The guesses in the light of each other."""
    fields = {column.field for column in columns}
    settled = []
    for column in columns:
        field = column.field
        if column.heading not in chosen and field is Field.NAME:
            plain = plain_heading(column.heading)
            if Field.FIRST_NAME in fields and Field.LAST_NAME not in fields and plain in _SURNAMES:
                field = Field.LAST_NAME
            elif Field.LAST_NAME in fields and plain == "nombre":
                field = Field.FIRST_NAME
        settled.append(_with_field(column, field))
    if not fields & _PHONES:
        settled = _phones_by_value(settled)
    return tuple(settled)


def _phones_by_value(columns: list[Column]) -> list[Column]:
    """Columns whose every sample can be dialled, when no heading says where the numbers are."""
    return [
        _with_field(column, Field.PHONE, Surety.LIKELY)
        if column.field is Field.OTHER
        and column.samples
        and all(_DIALLED.fullmatch(sample[:40]) for sample in column.samples)
        else column
        for column in columns
    ]


def _with_field(column: Column, field: Field, surety: Surety | None = None) -> Column:
    return Column(
        index=column.index,
        heading=column.heading,
        field=field,
        surety=surety or column.surety,
        samples=column.samples,
    )


_CLOSE = 0.85
_PHONES = {Field.PHONE, Field.MOBILE, Field.DIRECT_PHONE, Field.MAIN_PHONE}
_SURNAMES = {"name", "nom"}
_NUMBER = re.compile(r"(?=(?:\D*\d){7,15}\D*$)[+(\d][\d\s().\-/]+")
# Eight digits and more with something between them, and no date.
_DIALLED = re.compile(
    r"(?=(?:\D*\d){8,15}\D*$)(?!\d{8,}$)(?!\d{1,4}[-./]\d{1,2}[-./]\d{2,4}\b)"
    r"[+(\d][\d\s().\-/]+"
)
_WORDS: dict[Field, str] = {
    Field.NAME: "name; full name; contact name; contact; lead name; lead; customer name; customer; "
    "client name; client; attendee; attendee name; participant; user name original name; person; "
    "ansprechpartner; teilnehmer; kontakt; nom; nom complet; nombre; nombre completo; visitor",
    Field.FIRST_NAME: "first name; firstname; fname; given name; forename; vorname; prenom; "
    "nombre de pila; attendee first name; buyer first name",
    Field.LAST_NAME: "last name; lastname; lname; surname; family name; nachname; familienname; "
    "nom de famille; apellido; apellidos; attendee last name",
    Field.TITLE: "title; job title; jobtitle; position; role; function; job role; designation; "
    "funktion; stelle; berufsbezeichnung; fonction; poste; cargo; puesto",
    Field.COMPANY: "company; company name; organisation; organization; organisation name; "
    "organization name; account; account name; firm; employer; business; business name; firma; "
    "unternehmen; entreprise; societe; empresa; organizacion",
    Field.ABOUT_COMPANY: "about the company; company description; company info; about company",
    Field.EMAIL: "email; e mail; mail; email address; e mail address; work email; business email; "
    "lead email; user email; attendee email; e mail adresse; mailadresse; courriel; adresse email; "
    "adresse e mail; correo; correo electronico",
    Field.PHONE: "phone; phone number; phone no; telephone; telephone number; tel; tel no; number; "
    "business phone; work phone; lead phone; user phone; contact number; contact phone; telefon; "
    "telefonnummer; rufnummer; tel nr; telefono; numero de telephone; numero de telefono",
    Field.DIRECT_PHONE: "direct phone; direct line; direct dial; direct; direct number; durchwahl; "
    "direktwahl; ligne directe; linea directa",
    Field.MOBILE: "mobile; mobile phone; mobile number; mobile no; cell; cell phone; cellphone; "
    "mobil; mobilnummer; mobiltelefon; handy; handynummer; portable; telephone portable; movil; "
    "celular; whatsapp; whatsapp number",
    Field.MAIN_PHONE: "company phone; switchboard; main phone; main line; main number; office; "
    "office phone; zentrale; standard; standard telephonique; centralita",
    Field.CITY: "city; town; ort; stadt; ville; ciudad; place",
    Field.SUBDIVISION: "state; province; state province; state region; region; bundesland; "
    "departement; provincia; estado; county state; us state",
    Field.POSTCODE: "zip; zip code; zipcode; postcode; postal code; plz; postleitzahl; "
    "code postal; codigo postal; zip postal code",
    Field.COUNTRY: "country; country code; country region; country region name; nation; land; "
    "pays; pais",
    Field.LANGUAGE: "language; languages; preferred language; sprache; sprachen; langue; idioma",
    Field.ZONE: "time zone; timezone; zone; zeitzone; fuseau horaire; zona horaria",
    Field.EXTERNAL_ID: "id; lead id; leadid; external id; record id; contact id; attendee id; "
    "badge id; badge; crm id; lead number; kundennummer; uid; uuid",
    Field.SOURCE: "source; lead source; leadsource; source type; original source; quelle; "
    "herkunft; leadquelle; origin; origine; fuente; origen",
    Field.NOTE: "note; notes; stand note; booth note; stand notes; booth notes; comment; comments; "
    "remark; remarks; message; notiz; notizen; bemerkung; bemerkungen; kommentar; anmerkung; "
    "gesprachsnotiz; nachricht; remarque; remarques; commentaire; commentaires; notas; nota; "
    "comentario; comentarios; observaciones",
    Field.SCANNED_AT: "scanned at; scanned on; scan time; scan date; captured at; capture date; "
    "scan timestamp; gescannt am; erfasst am; scanne le; escaneado el",
    Field.SCANNED_BY: "scanned by; captured by; stand staff; booth staff; note by; staff; "
    "gescannt von; erfasst von; scanne par; escaneado por",
    Field.DEMO: "demo; demos; demo seen; demo watched; saw demo; saw the demo; product demo; "
    "vorfuhrung; demonstration; demostracion",
    Field.ASKED_FOR_CALL: "asked for a call; asked for call; call requested; please call me; "
    "call me; wants a call; callback requested; call back requested; ruckruf; ruckruf gewunscht; "
    "rappel; souhaite un rappel; desea llamada",
    Field.GIVEAWAY: "giveaway; took giveaway; took the giveaway; prize draw; raffle; competition; "
    "gewinnspiel; give away; tombola; sorteo",
    Field.MINUTES: "minutes; minutes attended; time in session; time in session minutes; "
    "attendance minutes; duration minutes; minuten; minutos",
    Field.ATTENDED: "attended; attendance; teilgenommen; a participe; asistio; present",
    Field.NO_SHOW: "no show; noshow; nicht erschienen; absent",
    Field.DOWNLOAD: "download; downloads; downloaded; white paper; whitepaper; asset; ebook",
    Field.DO_NOT_CONTACT: "do not contact; do not call; do not phone; dnc; no contact; no calls; "
    "opt out; opted out; phone opt out; call opt out; unsubscribed; kein kontakt; nicht anrufen; "
    "nicht kontaktieren; ne pas contacter; ne pas appeler; no contactar; no llamar",
    Field.MAY_CALL: "may call; may we call; phone consent; consent to call; call consent; "
    "consent phone; telefon einwilligung; einwilligung telefon; consentement telephone",
    Field.STATUS: "registration status; attendee status; order status; ticket status; order type",
    Field.IGNORED: "row; why it was left out",
    Field.IS_TEST: "is test; test; test lead; test row; testlead",
}
_SURE = {word: field for field, words in _WORDS.items() for word in words.split("; ")}
_LIKELY: tuple[tuple[re.Pattern[str], Field], ...] = (
    (
        re.compile(r"\b(?:do not|no) (?:call|contact|phone)\b|\bopt(?:ed)? out\b"),
        Field.DO_NOT_CONTACT,
    ),
    (re.compile(r"\b(?:call me|asked for a call|ruckruf)\b"), Field.ASKED_FOR_CALL),
    (re.compile(r"\be ?mail\b(?!.*\b(?:opt|sent|status|opened)\b)"), Field.EMAIL),
    (re.compile(r"\b(?:mobile|cell|handy|whatsapp)\b"), Field.MOBILE),
    (re.compile(r"\b(?:phone|telephone|telefon|tel)\b(?!.*\b(?:type|kind)\b)"), Field.PHONE),
    (re.compile(r"^contact$|\bfull name\b"), Field.NAME),
    (re.compile(r"\bfirst name\b|\bvorname\b"), Field.FIRST_NAME),
    (re.compile(r"\blast name\b|\bnachname\b"), Field.LAST_NAME),
    (re.compile(r"\b(?:company|organi[sz]ation|firma) name\b|\bcompany\b$"), Field.COMPANY),
    (re.compile(r"\b(?:job title|position)\b"), Field.TITLE),
    (re.compile(r"\b(?:notes?|comments?)\b"), Field.NOTE),
    (re.compile(r"\bgiveaway\b"), Field.GIVEAWAY),
    (re.compile(r"\bdemo\b"), Field.DEMO),
    (re.compile(r"\btime zone\b"), Field.ZONE),
)
