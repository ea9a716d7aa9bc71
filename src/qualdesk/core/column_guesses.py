"""Guesses about columns: from headings, from values, and in the light of each other."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from qualdesk.core import column_values as by_value
from qualdesk.core.form_answers import question_asked, question_named
from qualdesk.core.heading_words import (
    ASKS,
    LIKELY,
    NO_QUESTIONS,
    NOT_ABOUT_CALLS,
    SURE,
    SURNAMES,
    TYPED,
)
from qualdesk.core.headings import (
    first_of_its_name,
    forms_of,
    is_about_others,
    is_invented,
    plain_heading,
)
from qualdesk.core.list_fields import PHONES, Because, Column, Field, Surety
from qualdesk.core.questions import Question
from qualdesk.core.wording import listed, tr, tr_later, within


def guess(column: Column, values: Sequence[str], questions: Sequence[Question]) -> Column:
    """What a column is by its heading, checked against its values, or by these alone."""
    heading = first_of_its_name(column.heading)
    if is_invented(column.heading):
        return _by_values(column, values)
    field, surety = _by_heading(heading)
    # Whoever says no to being called is believed before any script is asked.
    if field not in _CONSENT:
        asked = question_asked(heading, questions)
        if asked is None and surety is not Surety.SURE:
            asked = question_named(heading, questions)
        if asked:
            return column.read_as(Field.QUESTION, Surety.LIKELY, Because.HEADING, asked)
    if field is None:
        return column if is_about_others(plain_heading(heading)) else _by_values(column, values)
    instead = by_value.contradicted(field, values)
    if instead:
        return column.read_as(instead, Surety.LIKELY, Because.VALUES)
    return column.read_as(field, surety, Because.HEADING)


def sure_field(heading: str) -> Field | None:
    """The field a heading surely speaks for (``State``); None when it is a guess or nothing."""
    field, surety = _by_heading(heading)
    return field if surety is Surety.SURE else None


def settle(columns: Sequence[Column]) -> tuple[Column, ...]:
    """The guesses in the light of each other.

    A guess gives way to what is surer of the same field: of several, the first filled cell
    counts, and it must not be that of a guess.
    """
    fields = {column.field for column in columns}
    settled = [_first_and_last(column, fields) for column in columns]
    if not fields & PHONES:
        settled = [_as_phone(column) for column in settled]
    best = _best(settled)
    return tuple(
        replace(column, field=Field.OTHER, surety=Surety.UNUSED)
        if column.field in best and _gives_way(column, best[column.field])
        else column
        for column in settled
    )


def said_of_values(column: Column) -> Iterator[str]:
    """What to say of a column whose values are not what its heading promises."""
    promised, _ = _by_heading(first_of_its_name(column.heading))
    if column.because is not Because.VALUES or promised is None:
        return
    if column.field is Field.OTHER:
        yield tr(
            "“{heading}” does not hold what it says: it is kept, and not used.",
            heading=column.heading,
        )
    else:
        yield tr(
            "“{heading}” is read as {field}, by its values.",
            heading=column.heading,
            field=within(column.field.label),
        )


def said_of_doubles(columns: Sequence[Column]) -> Iterator[str]:
    """What to say where several columns fit one field: all are kept, and how."""
    fields = {column.field for column in columns}
    columns = [_first_and_last(column, fields) for column in columns]
    best = _best(columns)
    of_field: defaultdict[Field, list[str]] = defaultdict(list)
    for column in columns:
        of_field[column.field].append(tr("“{words}”", words=column.heading))
    for field, names in of_field.items():
        if len(names) == 1 or field not in {*best, *_SEVERAL}:
            continue
        label, are_two = within(field.label), len(names) == _TWO
        fit = tr(_BOTH_FIT if are_two else _ALL_FIT, headings=listed(names), field=label)
        if field in best:
            counts = tr(
                "“{heading}” counts; the other is kept with what they did.",
                heading=best[field].heading,
            )
            yield f"{fit} {counts}"
        else:
            ranks = (tr(_RANKS.get(at, _FURTHER), field=label) for at in range(2, len(names) + 1))
            kept = ", ".join([label, *dict.fromkeys(ranks)])
            yield f"{fit} {tr(_BOTH_KEPT if are_two else _ALL_KEPT, fields=kept)}"


def _by_heading(heading: str) -> tuple[Field | None, Surety]:
    """The field a heading speaks for; None when it says nothing to us."""
    for form, is_sure in forms_of(heading):
        if form in SURE:
            return SURE[form], Surety.SURE if is_sure else Surety.LIKELY
    plain = plain_heading(heading)
    for words, field in LIKELY:
        if words.search(plain):
            is_asked = heading.rstrip().endswith("?") or ASKS.match(plain) is not None
            found = None if is_asked and field in NO_QUESTIONS else _about(plain, field)
            return found, Surety.LIKELY if found else Surety.UNUSED
    typed = next((word for word in TYPED if _one_slip(plain, word)), None)
    return (SURE[typed], Surety.LIKELY) if typed else (None, Surety.UNUSED)


def _about(plain: str, field: Field) -> Field | None:
    """A yes or no to something else than being phoned is none to being phoned."""
    if field in _CONSENT:
        if not NOT_ABOUT_CALLS.search(plain) or "phone" in plain or "telefon" in plain:
            return field
        is_mail = field is Field.DO_NOT_CONTACT and "mail" in plain
        return Field.NO_EMAIL if is_mail else None
    return None if is_about_others(plain) else field


def _one_slip(plain: str, word: str) -> bool:
    """Whether one letter is missing, too many, or changed places: ``Nmae``, ``Compny``."""
    if plain[:1] != word[0] or abs(len(plain) - len(word)) > 1:
        return False
    if len(plain) == len(word):
        swapped = (
            f"{word[:at]}{word[at + 1]}{word[at]}{word[at + 2 :]}" for at in range(len(word) - 1)
        )
        return plain in swapped
    short, long = sorted((plain, word), key=len)
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _by_values(column: Column, values: Sequence[str]) -> Column:
    """A column whose heading says nothing to us, by what stands in it."""
    if by_value.are_addresses(values):
        return column.read_as(Field.EMAIL, Surety.LIKELY, Because.VALUES)
    is_foreign = is_invented(column.heading) or not column.heading.isascii()
    if is_foreign and by_value.are_companies(values):
        return column.read_as(Field.COMPANY, Surety.LIKELY, Because.VALUES)
    if is_foreign and by_value.are_names(values):
        return column.read_as(Field.NAME, Surety.LIKELY, Because.VALUES)
    return column


def _first_and_last(column: Column, fields: set[Field]) -> Column:
    if column.field is not Field.NAME or column.because is not Because.HEADING:
        return column
    plain = plain_heading(column.heading)
    if Field.FIRST_NAME in fields and Field.LAST_NAME not in fields and plain in SURNAMES:
        return replace(column, field=Field.LAST_NAME)
    if Field.LAST_NAME in fields and plain == "nombre":
        return replace(column, field=Field.FIRST_NAME)
    return column


def _as_phone(column: Column) -> Column:
    """Numbers to dial, when no heading says where they are."""
    is_free = column.field is Field.OTHER and column.because is Because.NOTHING
    if is_free and by_value.can_be_dialled(column.samples):
        return column.read_as(Field.PHONE, Surety.LIKELY, Because.VALUES)
    return column


def _weight(column: Column) -> int:
    """How much speaks for a column against another of the same field."""
    is_known = column.because not in {Because.HEADING, Because.VALUES}
    is_sure = column.surety is Surety.SURE
    return 4 * is_known + 2 * is_sure + (column.because is Because.HEADING)


def _best(columns: Sequence[Column]) -> dict[Field, Column]:
    """Of the columns of a field that has one value, the one that most speaks for; by field."""
    best: dict[Field, Column] = {}
    for column in columns:
        if column.field in _ONE_VALUE:
            kept = best.setdefault(column.field, column)
            if _weight(column) > _weight(kept):
                best[column.field] = column
    return best


def _gives_way(column: Column, best: Column) -> bool:
    """Whether a guess stands back behind a surer one."""
    is_guess = column.because in {Because.HEADING, Because.VALUES}
    return is_guess and column.index != best.index and _weight(column) < _weight(best)


_CONSENT = frozenset({Field.DO_NOT_CONTACT, Field.MAY_CALL, Field.CONSENT_AT})
_TWO = 2
_RANKS = {2: tr_later("second {field}"), 3: tr_later("third {field}")}
_SEVERAL = PHONES | {Field.EMAIL}
_ONE_VALUE = frozenset(
    {Field.NAME, Field.FIRST_NAME, Field.LAST_NAME, Field.TITLE, Field.COMPANY, Field.CITY}
    | {Field.SUBDIVISION, Field.POSTCODE, Field.COUNTRY, Field.ZONE, Field.EXTERNAL_ID}
    | {Field.SOURCE}
)
_BOTH_FIT, _ALL_FIT = (
    tr_later("{headings} both fit {field}."),
    tr_later("{headings} all fit {field}."),
)
_BOTH_KEPT, _ALL_KEPT = tr_later("Both are kept: {fields}."), tr_later("All are kept: {fields}.")
_FURTHER = tr_later("further {field}")
