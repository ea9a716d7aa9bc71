"""What callers of a campaign can offer on a call, as the campaign keeps it."""

from dataclasses import asdict
from datetime import date
from types import MappingProxyType
from typing import Any

from qualdesk.core.ids import CampaignId
from qualdesk.core.offers import NO_OFFERS, Offers, Voicemail
from qualdesk.store.database import Transaction
from qualdesk.store.schema_campaigns import campaign


def set_offers(tx: Transaction, campaign_id: CampaignId, offers: Offers) -> None:
    """Write down what callers of the campaign can offer."""
    follow_up = offers.voicemail.follow_up
    voicemail = {
        **asdict(offers.voicemail),
        "follow_up": follow_up.isoformat() if follow_up else None,
    }
    values = {
        "materials": list(offers.materials) or None,
        "opt_in": dict(offers.opt_in) or None,
        "voicemail": voicemail if offers.voicemail != NO_OFFERS.voicemail else None,
    }
    tx.connection.execute(campaign.update().where(campaign.c.id == campaign_id).values(**values))


def offers_from(row: Any) -> Offers:
    """The offers in a campaign's row."""
    if row.materials is None and row.opt_in is None and row.voicemail is None:
        return NO_OFFERS
    return Offers(
        materials=tuple(row.materials or ()),
        opt_in=MappingProxyType(dict(row.opt_in or {})),
        voicemail=_voicemail(row.voicemail) if row.voicemail else NO_OFFERS.voicemail,
    )


def _voicemail(kept: dict[str, Any]) -> Voicemail:
    day = kept.get("follow_up")
    return Voicemail(**{**kept, "follow_up": date.fromisoformat(day) if day else None})
