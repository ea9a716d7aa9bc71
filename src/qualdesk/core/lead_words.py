"""What the program wrote down of a lead, in English, as it is shown: why it stands there."""

from qualdesk.core.kept_words import KeptWords
from qualdesk.core.phone_notes import CANNOT_BE_DIALLED, note_words
from qualdesk.core.wording import spoken, tr, tr_later

REFERRED = tr_later("Referred by {name}")
NAMED = tr_later("Named {name}")
TOOK_CALL = tr_later("They called us. {caller} took the call, so the lead left your desk.")
ON_LIST = tr_later("On the do-not-call list “{name}”.")
RECALLED = tr_later("Batch {number} was recalled.")
NO_ENDED = tr_later("Asked not to be called on {day}. That has ended.")


def lead_words(kept: str) -> str:
    """A reason or a note kept with a lead, in the language spoken.

    It may be one of ours, one before somebody's own words (“Skipped: on holiday”), or all
    somebody's own words, which stay as they are.
    """
    if spoken() == "en":
        return kept
    if kept.startswith(CANNOT_BE_DIALLED):
        note = kept.removeprefix(CANNOT_BE_DIALLED).strip()
        return f"{tr(CANNOT_BE_DIALLED)} {note_words(note)}".rstrip()
    said = _WITH_VALUES.shown(kept)
    if said != kept:
        return said
    head, colon, rest = kept.partition(": ")
    return f"{tr(head)}{colon}{tr(rest)}" if rest else tr(kept)


def message_words(kept: str) -> str:
    """A message left for a caller: the program's own in the language spoken, others as they are."""
    return _MESSAGES.shown(kept)


_MESSAGES = KeptWords(TOOK_CALL)
_WITH_VALUES = KeptWords(
    REFERRED,
    NAMED,
    TOOK_CALL,
    ON_LIST,
    NO_ENDED,
    RECALLED,
    tr_later("Back from research."),
    tr_later("{by} was to find out: {asked}"),
    tr_later("{by} was to look them up"),
)
