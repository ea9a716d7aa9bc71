"""Who was named by whom: leads linked to the lead that named them."""

import sqlalchemy as sa

from qualdesk.core.ids import CampaignId, ContactId, LeadId
from qualdesk.core.sources import Touchpoint
from qualdesk.store.acts import act
from qualdesk.store.database import Transaction
from qualdesk.store.quick import quick_row, quick_rows, quick_write
from qualdesk.store.schema_leads import lead, touchpoint
from qualdesk.store.schema_people import contact


def lead_of(tx: Transaction, campaign_id: CampaignId, contact_id: ContactId) -> LeadId | None:
    """The campaign's lead for a person, None when it has none."""
    row = quick_row(tx, _LEAD_OF, {"campaign_id": campaign_id, "contact_id": contact_id})
    return None if row is None else LeadId(row.id)


def link(tx: Transaction, lead_id: LeadId, referred_by: LeadId) -> None:
    """Note who named a lead, unless somebody is noted already or it would be itself."""
    quick_write(tx, _LINK, {"of_lead": lead_id, "by_lead": referred_by})


def named_by(tx: Transaction, lead_id: LeadId) -> tuple[str, ...]:
    """The names of those this lead has named, the latest first."""
    return tuple(row.name for row in quick_rows(tx, NAMED_BY, {"lead_id": lead_id}))


def chain_from(tx: Transaction, lead_id: LeadId | None) -> tuple[str, ...]:
    """Who named whoever has this lead, who named them, and so on, as far as it is told.

    The first is the person of that lead itself; nothing for no lead.
    """
    names: list[str] = []
    seen: set[int] = set()
    while lead_id is not None and lead_id not in seen and len(names) < _MOST_TOLD:
        seen.add(lead_id)
        row = quick_row(tx, _NAME, {"lead_id": lead_id})
        if row is None:
            break
        names.append(row.name)
        lead_id = row.referred_by
    return tuple(names)


def add_touchpoint(tx: Transaction, lead_id: LeadId, did: Touchpoint) -> None:
    """Note one more thing about a lead, for its caller to see: what somebody says of it now."""
    said = {"kind": did.kind.value, "says": did.says, "question": did.question, "value": did.value}
    quick_write(tx, _NOTE, {"lead_id": lead_id, "now": did.at, "caller": did.by, **said})


_MOST_TOLD = 5
# Who was named may be a lead of somebody else: it is linked, and nothing of it comes back but
# its number.
_LEAD_OF = act(
    "lead_of_person",
    sa.select(lead.c.id).where(
        lead.c.campaign_id == sa.bindparam("campaign_id"),
        lead.c.contact_id == sa.bindparam("contact_id"),
    ),
    beyond=True,
)
_LINK = act(
    "link_referral",
    lead.update()
    .where(
        lead.c.id == sa.bindparam("of_lead"),
        lead.c.referred_by.is_(None),
        lead.c.id != sa.bindparam("by_lead"),
    )
    .values(referred_by=sa.bindparam("by_lead")),
    beyond=True,
    only="act.has_held(:by_lead)",
)
_NOTE = act(
    "note_of_lead",
    touchpoint.insert().values(
        lead_id=sa.bindparam("lead_id"),
        kind=sa.bindparam("kind"),
        says=sa.bindparam("says"),
        at=sa.bindparam("now"),
        by=sa.bindparam("caller"),
        question=sa.bindparam("question"),
        value=sa.bindparam("value"),
    ),
    beyond=True,
    # Of whom they were shown, or who was named by one of these or works where they just called.
    only="act.may_note(:lead_id)",
)
# Built once: a call needs them more than once.
_NAME = (
    sa.select(contact.c.name, lead.c.referred_by)
    .join(lead, lead.c.contact_id == contact.c.id)
    .where(lead.c.id == sa.bindparam("lead_id"))
)
NAMED_BY = (
    sa.select(contact.c.name)
    .join(lead, lead.c.contact_id == contact.c.id)
    .where(lead.c.referred_by == sa.bindparam("lead_id"))
    .order_by(lead.c.id.desc())
)
