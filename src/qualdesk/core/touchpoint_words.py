"""What somebody did at the source, as it is shown: our own sentences are kept in English."""

from qualdesk.core.kept_words import KeptWords
from qualdesk.core.sources import Touchpoint, TouchpointKind
from qualdesk.core.wording import tr_later


def did_words(did: Touchpoint) -> str:
    """The fact in the language spoken; notes and answers are somebody's words and stay as is."""
    return did.says if did.kind in _THEIRS else _DID.shown(did.says)


_THEIRS = {TouchpointKind.NOTE, TouchpointKind.FORM_ANSWER}
_DID = KeptWords(
    tr_later("Asked for a phone call: {words}"),
    tr_later("Asked for a phone call"),
    tr_later("Wants no e-mails"),
    tr_later("Source: {name}"),
    tr_later("Referred by {name}"),
    tr_later("Scanned at the stand, {when}"),
    tr_later("Scanned at the stand"),
    tr_later("Watched the demo: {words}"),
    tr_later("Watched the demo"),
    tr_later("Watched the {name} demo, {minutes} minutes"),
    tr_later("Watched the {name} demo, 1 minute"),
    tr_later("Did not take the giveaway"),
    tr_later("Came only for the giveaway"),
    tr_later("Took the giveaway: {words}"),
    tr_later("Took the giveaway"),
    tr_later("Downloaded: {words}"),
    tr_later("Downloaded"),
    tr_later("Registered, did not attend"),
    tr_later("Attended {minutes} minutes, joined {times} times, from {when}"),
    tr_later("Attended {minutes} minutes, joined {times} times"),
    tr_later("Attended {minutes} minutes, from {when}"),
    tr_later("Attended 1 minute, from {when}"),
    tr_later("Attended {minutes} minutes"),
    tr_later("Attended 1 minute"),
    tr_later("Attended"),
)
