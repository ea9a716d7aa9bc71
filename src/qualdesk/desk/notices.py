"""What a caller should know of a lead before dialling, a sentence each."""

from qualdesk.core.ids import LeadId
from qualdesk.core.times import day_words, local_time
from qualdesk.core.wording import tr, tr_later
from qualdesk.store.database import Transaction
from qualdesk.store.talks import known_before


def notices_on(tx: Transaction, lead_id: LeadId, caller: str, zone: str) -> tuple[str, ...]:
    """Who gave the lead to this caller, and who spoke to a colleague of theirs lately.

    ``zone`` is the person's clock, by which a day is said.
    """
    known = known_before(tx, lead_id, caller)
    found = []
    if known.given_by:
        found.append(tr("Given to you by {name}.", name=known.given_by))
    if known.spoke and known.spoke_at is not None:
        day = local_time(known.spoke_at, zone).date()
        is_today = day == local_time(tx.now, zone).date()
        places = {
            "caller": known.spoke,
            "colleague": known.colleague or tr("a colleague of theirs"),
            "day": day_words(day),
        }
        is_named = bool(known.colleague)
        found.append(tr(_SPOKE[known.spoke == caller, is_named, is_today], **places))
    return tuple(found)


_SPOKE = {
    (True, True, True): tr_later("You spoke with their colleague {colleague} today."),
    (True, True, False): tr_later("You spoke with their colleague {colleague} on {day}."),
    (True, False, True): tr_later("You spoke with {colleague} today."),
    (True, False, False): tr_later("You spoke with {colleague} on {day}."),
    (False, True, True): tr_later("{caller} spoke with their colleague {colleague} today."),
    (False, True, False): tr_later("{caller} spoke with their colleague {colleague} on {day}."),
    (False, False, True): tr_later("{caller} spoke with {colleague} today."),
    (False, False, False): tr_later("{caller} spoke with {colleague} on {day}."),
}
"""What was said, by whether it was oneself, whether the colleague is named, whether today."""
