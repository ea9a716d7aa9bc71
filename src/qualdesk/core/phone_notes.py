"""What is said of a number that was read: repairs, doubts, and why it cannot be dialled.

A note is kept with its number, in English; :func:`note_words` says it in the language spoken.
"""

from qualdesk.core.kept_words import KeptWords
from qualdesk.core.wording import tr_later

CANNOT_BE_DIALLED = tr_later("The number cannot be dialled.")
"""What stands before a note, where it says why a lead cannot be called."""
COUNTRY_UNKNOWN = tr_later(
    "The country is not known: name it, or start the number with + and its code."
)
NO_NUMBER = tr_later("There is no number in it.")
TOO_SHORT = tr_later("Too short for a number.")
TOO_LONG = tr_later("Too long for a number.")
FAR_TOO_LONG = tr_later("Far too long for a number.")
UNREADABLE = tr_later("This cannot be read as a number.")
NO_SUCH_CODE = tr_later("No country has this code.")
FAX = tr_later("This is a fax number, says the list.")
FILLER = tr_later("This is a filler, not a number.")
TOO_SHORT_THERE = tr_later("Too short for a number of that country.")
TOO_LONG_THERE = tr_later("Too long for a number of that country.")
NOT_KNOWN = tr_later("No such number is known, but it could be one. Check it.")
NO_AREA_CODE = tr_later("The area code is missing: find it out and put it in front.")
AREA_CODE_OR_ZERO = tr_later("The area code is missing, or the zero before it.")
PLUS_MISSING = tr_later("Read as +{code}: the plus sign was missing. Check it.")
LETTERS = tr_later("Letters were read as the digits they stand for.")
ZERO_MISSING = tr_later("The leading zero was missing.")
ZERO_LEFT_OUT = tr_later("The (0) was left out.")
DOUBLE_ZERO = tr_later("00 was read as +.")
WAS_QUANTITY = tr_later("The spreadsheet had kept it as a quantity.")
DIGITS_LOST = tr_later("The spreadsheet kept only {kept} of {all} digits: ask for them.")


def note_words(note: str) -> str:
    """A number's note in the language spoken; words that are no note of ours stay as they are."""
    return _NOTES.shown(note)


_NOTES = KeptWords(
    COUNTRY_UNKNOWN,
    NO_NUMBER,
    TOO_SHORT,
    TOO_LONG,
    FAR_TOO_LONG,
    UNREADABLE,
    NO_SUCH_CODE,
    FAX,
    FILLER,
    TOO_SHORT_THERE,
    TOO_LONG_THERE,
    NOT_KNOWN,
    NO_AREA_CODE,
    AREA_CODE_OR_ZERO,
    PLUS_MISSING,
    LETTERS,
    ZERO_MISSING,
    ZERO_LEFT_OUT,
    DOUBLE_ZERO,
    WAS_QUANTITY,
    DIGITS_LOST,
)
