"""What a person is to the law, as the key their cell stands under; and the law of a cell."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from qualdesk.core.campaigns import Campaign
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId, LeadId, ListId
from qualdesk.core.law import Law
from qualdesk.core.leads import PhoneState
from qualdesk.core.legal import ListWord, audience_of, word_on
from qualdesk.core.rules import Legal
from qualdesk.store.campaigns import load_campaign
from qualdesk.store.cell_marks import without_mark
from qualdesk.store.database import Transaction
from qualdesk.store.permissions import word_of_list, words_of_lists
from qualdesk.store.quick import quick_rows
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_people import contact_phone


@frozen
class Person:
    """What is known of somebody that the law can ask for.

    Attributes:
        places: every place they may be in, as :func:`qualdesk.core.legal.places_of` finds them.
        list_id: the list that is being loaded with them, None for a lead of no such list.
        is_referred: somebody else named them.
    """

    campaign_id: CampaignId
    places: frozenset[str] = frozenset()
    list_id: ListId | None = None
    has_company: bool = False
    is_referred: bool = False


class LegalKeys:
    """The keys of people: with the same key they may share a cell.

    What campaigns and lists say is looked up once. Kept for one transaction; or, for the leads
    of one list, until that list is published.
    """

    def __init__(self) -> None:
        self._campaigns: dict[CampaignId, Campaign] = {}
        self._lists: dict[ListId, ListWord] = {}

    def of(self, tx: Transaction, person: Person, lists: Sequence[ListWord] = ()) -> str:
        """The key of what somebody is to the law; empty where no rule speaks of them.

        ``lists`` is what the published lists they are on say.
        """
        book = tx.rules()
        if book.is_empty:
            return ""
        if person.campaign_id not in self._campaigns:
            self._campaigns[person.campaign_id] = load_campaign(tx, person.campaign_id)
        campaign = self._campaigns[person.campaign_id]
        words = (*lists, *self._loading(tx, person.list_id))
        word = word_on(campaign, words, tx.now, is_referred=person.is_referred)
        region = frozenset({campaign.region} if campaign.region else ())
        legal = book.narrowed(
            Legal(
                places=person.places or region,
                audience=audience_of(word.audience, has_company=person.has_company),
                grounds=word.grounds,
            )
        )
        return legal.key if legal.places else ""

    def _loading(self, tx: Transaction, list_id: ListId | None) -> tuple[ListWord, ...]:
        if list_id is None:
            return ()
        if list_id not in self._lists:
            self._lists[list_id] = word_of_list(tx, list_id)
        return (self._lists[list_id],)


def said_of(tx: Transaction, lead_ids: Iterable[LeadId]) -> dict[LeadId, tuple[ListWord, ...]]:
    """What published lists say of each lead, by its number; nothing where no rule asks."""
    return {} if tx.rules().is_empty else words_of_lists(tx, lead_ids)


def numbers_of(tx: Transaction, lead_ids: Iterable[LeadId]) -> dict[LeadId, list[str]]:
    """The numbers of each lead that can be dialled; nothing where no rule asks for them."""
    found: defaultdict[LeadId, list[str]] = defaultdict(list)
    if not tx.rules().is_empty:
        for lead_id, number in quick_rows(tx, NUMBERS, {"leads": list(lead_ids)}):
            found[lead_id].append(number)
    return found


def law_of(tx: Transaction, campaign: Campaign, key: str) -> Law:
    """The law for the people of a cell that stands under this key."""
    return Law(tx.rules(), Legal.from_key(without_mark(key)), campaign.rules_aside)


_IDS: sa.BindParameter[list[int]] = sa.bindparam("leads", expanding=True)
NUMBERS = (
    sa.select(lead.c.id, contact_phone.c.e164)
    .join(contact_phone, contact_phone.c.contact_id == lead.c.contact_id)
    .where(
        lead.c.id.in_(_IDS),
        contact_phone.c.e164 != "",
        contact_phone.c.state.in_([state.value for state in PhoneState if state.is_dialable]),
    )
)
