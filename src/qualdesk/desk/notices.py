"""What a caller should know of a lead before dialling, a sentence each."""

from qualdesk.core.ids import LeadId
from qualdesk.core.times import day_words, local_time
from qualdesk.core.wording import tr
from qualdesk.store.database import Transaction
from qualdesk.store.talks import known_before


def notices_on(tx: Transaction, lead_id: LeadId, caller: str, zone: str) -> tuple[str, ...]:
    """Who gave the lead to this caller, and who spoke to a colleague of theirs lately.

    ``zone`` is the person's clock, by which a day is said.
    """
    known = known_before(tx, lead_id, caller)
    found = []
    if known.given_by:
        found.append(tr("Given to you by {given_by}.", given_by=known.given_by))
    if known.spoke and known.spoke_at is not None:
        who = tr("You") if known.spoke == caller else known.spoke
        day = local_time(known.spoke_at, zone).date()
        today = local_time(tx.now, zone).date()
        when = "today" if day == today else tr("on {day}", day=day_words(day))
        whom = (
            tr("their colleague {colleague}", colleague=known.colleague)
            if known.colleague
            else tr("a colleague of theirs")
        )
        found.append(tr("{who} spoke with {whom} {when}.", who=who, whom=whom, when=when))
    return tuple(found)
