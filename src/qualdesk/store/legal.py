"""What a person is to the law, as the key their cell stands under."""

from dataclasses import dataclass

from qualdesk.core.ids import CampaignId, LeadId, ListId
from qualdesk.store.database import Transaction


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """What is known of somebody that the law can ask for.

    Attributes:
        list_id: the list that is being loaded with them, None for a lead of no such list.
        lead_id: None while the lead is not written yet.
        zones: the candidate zones of their clock.
    """

    campaign_id: CampaignId
    list_id: ListId | None = None
    lead_id: LeadId | None = None
    country: str = ""
    subdivision: str = ""
    has_company: bool = False
    zones: tuple[str, ...] = ()


def legal_key_of(tx: Transaction, person: Person) -> str:  # noqa: ARG001 - the law asks of them
    """The key of what they are to the law; leads with the same key may share a cell."""
    return ""
