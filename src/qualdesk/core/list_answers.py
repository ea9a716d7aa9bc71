"""The questions a list can raise, the answers there are, and what an answer does to a row."""

from collections.abc import Mapping
from dataclasses import replace

from qualdesk.core.errors import Refused
from qualdesk.core.intake import BY_YOU, COUNTRY_NOT_CLEAR, ReadRow
from qualdesk.core.list_choices import LEAVE_OUT, ListChoices
from qualdesk.core.places import country_of
from qualdesk.core.wording import tr, tr_later

COUNTRY, DATES, NUMBERS, SAME_PERSON = "country", "dates", "numbers", "same_person"

FOR_RESEARCH = "research"
DAY_FIRST, MONTH_FIRST, AS_WORDS = "day_first", "month_first", "words"
KEEP_BOTH, AS_ONE = "keep_both", "as_one"

NUMBER_NOT_WHOLE = tr_later("Its number cannot be dialled, and you left such rows out.")
BROKEN_AND_NAMELESS = tr_later("No name, and the number cannot be dialled.")

ANSWERS: Mapping[str, tuple[str, ...]] = {
    COUNTRY: (FOR_RESEARCH, LEAVE_OUT),
    DATES: (DAY_FIRST, MONTH_FIRST, AS_WORDS),
    NUMBERS: (FOR_RESEARCH, LEAVE_OUT),
    SAME_PERSON: (KEEP_BOTH, AS_ONE),
}
"""The answers to each question, by its id. A country is answered with its code as well."""


def check_answers(answers: Mapping[str, str]) -> None:
    """Refuse answers to what nobody asks, and answers there are not.

    An answer to a question that this list does not raise is no fault: a file of answers serves
    for the next list too.

    Raises:
        Refused: an id or an option is unknown; the sentence names those there are.
    """
    for asked, answer in answers.items():
        if asked not in ANSWERS:
            says = tr(
                "“{question}” asks nothing. The questions are: {known}.",
                question=asked,
                known=", ".join(ANSWERS),
            )
            raise Refused(says)
        known = ", ".join(ANSWERS[asked])
        if asked == COUNTRY:
            if answer not in ANSWERS[COUNTRY] and not country_of(answer):
                says = tr(
                    "“{answer}” is no answer to “{question}”. Write a country such as DE, or one "
                    "of: {known}.",
                    answer=answer,
                    question=asked,
                    known=known,
                )
                raise Refused(says)
        elif answer not in ANSWERS[asked]:
            says = tr(
                "“{answer}” is no answer to “{question}”. Write one of: {known}.",
                answer=answer,
                question=asked,
                known=known,
            )
            raise Refused(says)


def answered_region(choices: ListChoices, otherwise: str) -> str:
    """The ISO country in which numbers without one are read, empty when nobody knows it.

    The answer to the question of the country beats the list's own country, and that beats
    ``otherwise``, the campaign's.
    """
    answer = choices.answers.get(COUNTRY, "")
    if answer == FOR_RESEARCH:
        return ""
    return country_of(answer) or country_of(choices.region) or otherwise


def answered_order(choices: ListChoices) -> bool | None:
    """Whether the day comes first in dates nobody can tell; None while nobody said so."""
    answer = choices.answers.get(DATES, "")
    if answer:
        return None if answer == AS_WORDS else answer == DAY_FIRST
    return choices.day_first


def after_answers(row: ReadRow, choices: ListChoices) -> ReadRow:
    """The row as it stands after the answers. A row left out already stays so for its reason."""
    if row.left_out:
        return row
    why = _why_left_out(row, choices)
    return replace(row, left_out=why) if why else row


def is_not_whole(row: ReadRow) -> bool:
    """Whether a row has numbers, none can be dialled, and its country is not what is missing."""
    return bool(row.research and row.contact.phones) and not row.asks_country


def _why_left_out(row: ReadRow, choices: ListChoices) -> str:
    mend = choices.rows.get(row.number)
    if mend is not None and mend.leave_out:
        return BY_YOU
    if row.asks_country and choices.answers.get(COUNTRY) == LEAVE_OUT:
        # A row somebody mended by hand has its own country.
        return "" if mend is not None and mend.region else COUNTRY_NOT_CLEAR
    if not is_not_whole(row):
        return ""
    contact = row.contact
    if not (contact.name or contact.emails):
        return BROKEN_AND_NAMELESS
    return NUMBER_NOT_WHOLE if choices.answers.get(NUMBERS) == LEAVE_OUT else ""
