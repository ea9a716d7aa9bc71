"""People a script is read to for a try: real leads of a campaign, as a caller would have them."""

from qualdesk.core.drafts import PreviewPerson
from qualdesk.core.ids import CampaignId
from qualdesk.core.wording import tr
from qualdesk.desk.situations import Situation, situation
from qualdesk.store.database import Transaction
from qualdesk.store.leads import some_leads

_MOST = 12


def people_of(tx: Transaction, campaign_id: CampaignId, caller: str) -> tuple[PreviewPerson, ...]:
    """Up to twelve people of a campaign, those who were called most recently first."""
    ids = some_leads(tx, campaign_id, _MOST)
    return tuple(_person(situation(tx, lead_id, caller), caller) for lead_id in ids)


def _person(found: Situation, caller: str) -> PreviewPerson:
    contact = found.lead.contact
    label = ", ".join(part for part in (contact.name, contact.company_name) if part)
    return PreviewPerson(
        lead_id=found.lead.id,
        label=label or tr("Lead {number}", number=found.lead.id),
        values=found.words(caller),
        source=found.lead.signals.source.value,
        languages=contact.languages,
    )
