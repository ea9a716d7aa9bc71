"""What the steps of a call ask, foreseen: a server hears it in one journey.

Each of these is asked where it stands as ever, by whoever needs it; here is only said which of
them come next (``quick.together``). One that is wanting here costs a journey, one too many a look.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from qualdesk.core.ids import CampaignId, LeadId
from qualdesk.core.leads import Lead
from qualdesk.store import (
    answers,
    beside,
    calls,
    campaigns,
    claim_looks,
    handoffs,
    leads,
    members,
    on_phones,
    owner_questions,
    people,
    permissions,
    referrals,
    talks,
    worth,
)
from qualdesk.store.database import Transaction
from qualdesk.store.quick import Look


@dataclass(frozen=True, slots=True)
class _Last:
    """The lead that was looked at last on a connection: mostly it is the one looked at next."""

    lead_id: LeadId
    campaign_id: CampaignId
    is_on_call: bool


def looked_at(tx: Transaction, lead: Lead, *, is_on_call: bool) -> None:
    """A lead was looked at whole; ``is_on_call``: while a call with them goes on."""
    tx.connection.info["last"] = _Last(lead.id, lead.campaign_id, is_on_call)


def before_claim(tx: Transaction, caller: str) -> Iterator[Look]:
    """What whoever wants the next lead asks before one is claimed."""
    yield members.seen(tx, caller)
    yield on_phones.WORKS_FOR, {"caller": caller}
    yield claim_looks.asks_held(tx, caller, "open")
    yield calls.OPEN_CALL, {"caller": caller}
    yield claim_looks.asks_plan(tx, caller)
    yield claim_looks.asks_held(tx, caller, "next")
    campaign_id = tx.connection.info.get("claims_for")
    yield claim_looks.asks_claim(tx, caller, campaign_id, "open")


def for_claimed(tx: Transaction, lead_id: LeadId) -> Iterator[Look]:
    """What is asked of a lead that was claimed: how it stands, and what its card shows."""
    yield from for_situation(tx, lead_id)
    last: _Last | None = tx.connection.info.get("last")
    if last is not None:
        yield from for_card(tx, lead_id, last.campaign_id)


def for_situation(tx: Transaction, lead_id: LeadId) -> Iterator[Look]:
    """What is asked of how a lead stands."""
    for query in (leads.LEADS, leads.BLOCKED, leads.TOUCHPOINTS):
        yield query, {"ids": [lead_id]}
    yield people.OF_LEAD, {"of_lead": lead_id}
    yield calls.NEWEST, {"lead_id": lead_id}
    yield answers.KNOWN, {"lead_id": lead_id}
    yield permissions.OF_LEADS, {"leads": [lead_id], "loading": 0}
    last: _Last | None = tx.connection.info.get("last")
    if last is None:
        return
    # The next lead is mostly of the same campaign.
    yield campaigns.BY_ID, {"wanted": last.campaign_id}
    if last.lead_id == lead_id and last.is_on_call:
        yield referrals.NAMED_BY, {"lead_id": lead_id}


def for_card(tx: Transaction, lead_id: LeadId, campaign_id: CampaignId) -> Iterator[Look]:
    """What a card shows besides."""
    yield calls.PAST, {"lead_id": lead_id}
    yield handoffs.LAST_ANSWER, {"lead_id": lead_id}
    yield talks.KNOWN, {"lead_id": lead_id, "since": tx.now - talks.REMEMBERED_FOR}
    for query in (beside.SENDINGS, beside.OPT_INS, beside.MEETINGS):
        yield query, {"ids": [lead_id]}
    yield owner_questions.ON_LEAD, {"lead_id": lead_id, "campaign_id": campaign_id}
    yield worth.asks_worth(tx, [lead_id])
