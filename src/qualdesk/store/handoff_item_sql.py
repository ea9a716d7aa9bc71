"""Leads that left, as they stand in their batch: the statements, also of whoever got them."""

import sqlalchemy as sa

from qualdesk.core.handoff_states import ItemState
from qualdesk.store.acts import SALES, act
from qualdesk.store.schema_calls import handoff_batch, handoff_item
from qualdesk.store.schema_campaigns import campaign, member
from qualdesk.store.schema_handoff import handoff_dispute
from qualdesk.store.schema_leads import lead
from qualdesk.store.schema_people import company, contact

_LAST_DISPUTE = (
    sa.select(sa.func.max(handoff_dispute.c.id))
    .where(handoff_dispute.c.item_id == handoff_item.c.id)
    .correlate(handoff_item)
    .scalar_subquery()
)
ITEMS = (
    sa.select(
        handoff_item.c.id,
        handoff_item.c.lead_id,
        handoff_item.c.batch_id,
        # Of the brief these two alone: of ten thousand it would be megabytes.
        handoff_item.c.brief["points"].as_integer().label("points"),
        handoff_item.c.brief["in_one_line"].as_string().label("one_line"),
        *(
            handoff_item.c[name]
            for name in (
                *("state", "reason", "note", "answered_by", "answered_at", "receiver"),
                *("due_at", "read_at", "opportunity", "amount", "currency", "became"),
                *("became_at", "recycled_at", "recycled_to", "answered_in"),
            )
        ),
        handoff_batch.c.number,
        handoff_batch.c.campaign_id,
        handoff_batch.c.sent_at,
        campaign.c.name.label("campaign_name"),
        campaign.c.client,
        campaign.c.window_zone,
        contact.c.name,
        contact.c.erased_at,
        company.c.name.label("company"),
        member.c.zone,
        handoff_dispute.c.id.label("dispute_id"),
        handoff_dispute.c.state.label("dispute_state"),
        *(handoff_dispute.c[name] for name in ("about", "says", "asked_by", "asked_at")),
        *(handoff_dispute.c[name] for name in ("because", "decided_by", "decided_at")),
    )
    .join_from(handoff_item, handoff_batch, handoff_batch.c.id == handoff_item.c.batch_id)
    .join(campaign, campaign.c.id == handoff_batch.c.campaign_id)
    .join(lead, lead.c.id == handoff_item.c.lead_id)
    .join(contact, contact.c.id == lead.c.contact_id)
    .outerjoin(company, company.c.id == contact.c.company_id)
    .outerjoin(member, member.c.name == handoff_item.c.receiver)
    .outerjoin(handoff_dispute, handoff_dispute.c.id == _LAST_DISPUTE)
)
_IS_ITEM = handoff_item.c.id == sa.bindparam("item")
HOLD = act("hold_item", sa.select(handoff_item.c.id).where(_IS_ITEM).with_for_update(), to=(SALES,))
MARK_READ = act(
    "mark_item_read",
    handoff_item.update()
    .where(_IS_ITEM, handoff_item.c.state == ItemState.SENT.value)
    .values(
        state=ItemState.READ.value,
        read_at=sa.bindparam("now"),
        read_by=sa.bindparam("caller"),
        due_at=sa.func.coalesce(handoff_item.c.answer_until, handoff_item.c.due_at),
    ),
    to=(SALES,),
)
_IS_LEAD = lead.c.id == sa.bindparam("lead_id")
HELD_STATE = act(
    "hold_state", sa.select(lead.c.state).where(_IS_LEAD).with_for_update(), to=(SALES,)
)
HELD_REST = act(
    "hold_rest",
    sa.select(lead.c.state, lead.c.claimed_by, lead.c.last_attempt_at, handoff_item.c.recycled_at)
    .join(handoff_item, handoff_item.c.lead_id == lead.c.id)
    .where(_IS_ITEM, _IS_LEAD)
    .with_for_update(of=lead),
    to=(SALES,),
)
