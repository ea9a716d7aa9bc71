"""When a lead may be called: its clocks, its campaign's hours, and the law for such a person."""

from collections.abc import Sequence

from qualdesk.core.calling_rules import CallHours
from qualdesk.core.campaigns import Campaign
from qualdesk.core.law import Law
from qualdesk.core.leads import Lead
from qualdesk.core.legal import ListWord, legal_of, word_on
from qualdesk.store.database import Transaction
from qualdesk.store.permissions import words_of_lists


def call_hours(
    tx: Transaction, lead: Lead, campaign: Campaign, lists: Sequence[ListWord] | None = None
) -> CallHours:
    """All that says when the lead may be called.

    ``lists`` is what the lead's lists say of their people, looked up when it is not given.
    """
    if lists is None:
        lists = words_of_lists(tx, [lead.id]).get(lead.id, ())
    word = word_on(campaign, lists, tx.now, is_referred=lead.referred_by is not None)
    legal = legal_of(
        lead.contact, audience=word.audience, grounds=word.grounds, region=campaign.region
    )
    return CallHours(
        zones=lead.contact.zones,
        limits=campaign.limits_of(is_giveaway=lead.signals.giveaway_only),
        window=campaign.window,
        law=Law(tx.rules(), legal, campaign.rules_aside),
        zone_basis=lead.contact.zone_basis,
    )
