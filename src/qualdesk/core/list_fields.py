"""A column of a list: what it can hold, how sure we are of it, and what that rests on."""

from dataclasses import replace
from enum import StrEnum

from qualdesk.core.frozen import frozen
from qualdesk.core.headings import first_of_its_name
from qualdesk.core.questions import Question
from qualdesk.core.wording import tr, tr_later

QUESTION_PREFIX = "question:"
"""What stands before the id of a question of the script where a mapping names it."""


class Field(StrEnum):
    """What a column can hold. A mapping names these; so do the keys of a program's rows."""

    NAME = "name"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    TITLE = "title"
    DEPARTMENT = "department"
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
    SUBMITTED_AT = "submitted_at"
    DEMO = "demo"
    ASKED_FOR_CALL = "asked_for_call"
    GIVEAWAY = "giveaway"
    MINUTES = "minutes"
    JOINED_AT = "joined_at"
    ATTENDED = "attended"
    NO_SHOW = "no_show"
    DOWNLOAD = "download"
    QUESTION = "question"
    DO_NOT_CONTACT = "do_not_contact"
    MAY_CALL = "may_call"
    CONSENT_AT = "consent_at"
    CONSENT_WORDS = "consent_words"
    NO_EMAIL = "no_email"
    STATUS = "status"
    IS_TEST = "is_test"
    OTHER = "other"
    IGNORED = "ignored"

    @property
    def label(self) -> str:
        """The field as the screen says it."""
        return tr(_LABELS[self])


class Surety(StrEnum):
    """How sure a guess is."""

    SURE = "sure"
    LIKELY = "likely"
    UNUSED = "unused"


class Because(StrEnum):
    """What it rests on that a column is read as it is."""

    YOURS = "yours"
    REMEMBERED = "remembered"
    PRESET = "preset"
    HEADING = "heading"
    VALUES = "values"
    NOTHING = ""


@frozen
class Column:
    """A column of a list: where it stands, what it is taken for, and three of its values.

    Attributes:
        heading: its name, different from that of every other column of the list.
        samples: up to three different values.
        because: what it rests on that the column is read so.
        asks: the question of the script it answers, for the field QUESTION.
    """

    index: int
    heading: str
    field: Field
    surety: Surety
    samples: tuple[str, ...] = ()
    because: Because = Because.NOTHING
    asks: Question | None = None

    def read_as(
        self, field: Field, surety: Surety, because: Because, asks: Question | None = None
    ) -> "Column":
        """The column taken for something, and why. What becomes nothing of its own is not used."""
        is_used = field not in {Field.OTHER, Field.IGNORED}
        surety = surety if is_used or because is Because.YOURS else Surety.UNUSED
        return replace(self, field=field, surety=surety, because=because, asks=asks)

    @property
    def is_guess(self) -> bool:
        """Whether what it becomes is a guess of ours that may be wrong, worth saying."""
        is_ours = self.because in {Because.HEADING, Because.VALUES}
        return is_ours and self.surety is Surety.LIKELY

    @property
    def name(self) -> str:
        """The heading as it stands in the file, where several columns may share it."""
        return first_of_its_name(self.heading)

    @property
    def meaning(self) -> str:
        """The field as a mapping names it, with the question it answers."""
        return f"{QUESTION_PREFIX}{self.asks.id}" if self.asks else self.field.value

    @property
    def says(self) -> str:
        """What the column becomes, as the screen says it."""
        if self.asks is None:
            return self.field.label
        asked = self.asks.short or self.asks.ask or self.asks.id
        return tr("Answer: {question}", question=asked)


PHONES = frozenset({Field.PHONE, Field.MOBILE, Field.DIRECT_PHONE, Field.MAIN_PHONE})
PEOPLE = PHONES | {Field.NAME, Field.FIRST_NAME, Field.LAST_NAME, Field.EMAIL}
"""Without one of these there is nobody in a list."""
MOMENTS = (Field.SCANNED_AT, Field.JOINED_AT, Field.SUBMITTED_AT, Field.CONSENT_AT)
"""The fields that hold a time."""
_LABELS = {
    Field.NAME: tr_later("Name"),
    Field.FIRST_NAME: tr_later("First name"),
    Field.LAST_NAME: tr_later("Last name"),
    Field.TITLE: tr_later("Title"),
    Field.DEPARTMENT: tr_later("Department"),
    Field.COMPANY: tr_later("Company"),
    Field.ABOUT_COMPANY: tr_later("About company"),
    Field.EMAIL: tr_later("Email"),
    Field.PHONE: tr_later("Phone"),
    Field.DIRECT_PHONE: tr_later("Direct phone"),
    Field.MOBILE: tr_later("Mobile"),
    Field.MAIN_PHONE: tr_later("Main phone"),
    Field.CITY: tr_later("City"),
    Field.SUBDIVISION: tr_later("State or region"),
    Field.POSTCODE: tr_later("Postcode"),
    Field.COUNTRY: tr_later("Country"),
    Field.LANGUAGE: tr_later("Language"),
    Field.ZONE: tr_later("Zone"),
    Field.EXTERNAL_ID: tr_later("External id"),
    Field.SOURCE: tr_later("Source"),
    Field.NOTE: tr_later("Note"),
    Field.SCANNED_AT: tr_later("Scanned at"),
    Field.SCANNED_BY: tr_later("Scanned by"),
    Field.SUBMITTED_AT: tr_later("Submitted at"),
    Field.DEMO: tr_later("Demo"),
    Field.ASKED_FOR_CALL: tr_later("Asked for call"),
    Field.GIVEAWAY: tr_later("Giveaway"),
    Field.MINUTES: tr_later("Minutes"),
    Field.JOINED_AT: tr_later("Joined at"),
    Field.ATTENDED: tr_later("Attended"),
    Field.NO_SHOW: tr_later("No show"),
    Field.DOWNLOAD: tr_later("Download"),
    Field.QUESTION: tr_later("Question"),
    Field.DO_NOT_CONTACT: tr_later("Do not contact"),
    Field.MAY_CALL: tr_later("May call"),
    Field.CONSENT_AT: tr_later("Consent at"),
    Field.CONSENT_WORDS: tr_later("Consent words"),
    Field.NO_EMAIL: tr_later("No email"),
    Field.STATUS: tr_later("Status"),
    Field.IS_TEST: tr_later("Is test"),
    Field.OTHER: tr_later("Other"),
    Field.IGNORED: tr_later("Ignored"),
}
