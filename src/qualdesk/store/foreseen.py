"""What the steps of a call ask about a lead, foreseen: a server hears it in one journey.

Each of these is asked where it stands as ever, by whoever needs it; here is only said which of
them come next (``quick.together``). One that is wanting here costs a journey, one too many a look.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from qualdesk.core.ids import CampaignId, ContactId, LeadId
from qualdesk.core.leads import Lead
from qualdesk.store import (
    answers,
    beside,
    calls,
    campaigns,
    handoffs,
    leads,
    owner_questions,
    people,
    permissions,
    referrals,
    talks,
)
from qualdesk.store.database import Transaction
from qualdesk.store.quick import Look


@dataclass(frozen=True, slots=True)
class _Last:
    """The lead that was looked at last on a connection: mostly it is the one looked at next."""

    lead_id: LeadId
    contact_id: ContactId
    campaign_id: CampaignId
    is_on_call: bool


def looked_at(tx: Transaction, lead: Lead, *, is_on_call: bool) -> None:
    """A lead was looked at whole; ``is_on_call``: while a call with them goes on."""
    assert lead.contact.id is not None
    tx.connection.info["last"] = _Last(lead.id, lead.contact.id, lead.campaign_id, is_on_call)


def for_situation(tx: Transaction, lead_id: LeadId) -> Iterator[Look]:
    """What is asked of how a lead stands; of its person only where their number is known."""
    for query in (leads.LEADS, leads.BLOCKED, leads.TOUCHPOINTS):
        yield query, {"ids": [lead_id]}
    yield calls.NEWEST, {"lead_id": lead_id}
    yield answers.KNOWN, {"lead_id": lead_id}
    yield permissions.OF_LEADS, {"leads": [lead_id], "loading": 0}
    last: _Last | None = tx.connection.info.get("last")
    if last is None:
        return
    # The next lead is mostly of the same campaign.
    yield campaigns.BY_ID, {"wanted": last.campaign_id}
    if last.lead_id == lead_id:
        yield from people.looks_at(last.contact_id)
        if last.is_on_call:
            yield referrals.NAMED_BY, {"lead_id": lead_id}


def for_card(tx: Transaction, lead: Lead) -> Iterator[Look]:
    """What a card shows besides."""
    yield calls.PAST, {"lead_id": lead.id}
    yield handoffs.LAST_ANSWER, {"lead_id": lead.id}
    yield talks.KNOWN, {"lead_id": lead.id, "since": tx.now - talks.REMEMBERED_FOR}
    for query in (beside.SENDINGS, beside.OPT_INS, beside.MEETINGS):
        yield query, {"ids": [lead.id]}
    yield owner_questions.ON_LEAD, {"lead_id": lead.id, "campaign_id": lead.campaign_id}
