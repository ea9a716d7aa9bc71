"""The indexes of leads: by what they are looked for."""

import sqlalchemy as sa

from qualdesk.store.columns import partial_index


def index_leads(lead: sa.Table) -> None:
    """Index the table of leads."""
    partial_index("ix_lead_wake_at", "wake_at IS NOT NULL AND claimed_by IS NULL", lead.c.wake_at)
    partial_index("ix_lead_due_at", "due_at IS NOT NULL AND claimed_by IS NULL", lead.c.due_at)
    partial_index("ix_lead_referred_by", "referred_by IS NOT NULL", lead.c.referred_by)
    partial_index("ix_lead_closes_at", "ready AND closes_at IS NOT NULL", lead.c.closes_at)
    partial_index("ix_lead_claim_until", "claimed_by IS NOT NULL", lead.c.claim_until)
    partial_index(
        "uq_lead_claim",
        "claimed_by IS NOT NULL",
        lead.c.claimed_by,
        lead.c.claim_kind,
        lead.c.claim_slot,
        unique=True,
    )
    sa.Index("ix_lead_bucket", lead.c.campaign_id, lead.c.state, lead.c.id)
    _index_who_waits(lead)


def _index_who_waits(lead: sa.Table) -> None:
    sa.Index("ix_lead_contact_id", lead.c.contact_id)
    sa.Index("ix_lead_cell_id", lead.c.cell_id)
    partial_index("ix_lead_next", "ready", lead.c.stack_id, lead.c.rested_at, lead.c.id)
    # The same without those somebody's conversation keeps, and these by whose it is.
    partial_index(
        "ix_lead_free", "ready AND kept_for = ''", lead.c.stack_id, lead.c.rested_at, lead.c.id
    )
    partial_index(
        "ix_lead_kept_for",
        "ready AND kept_for <> ''",
        *(lead.c.kept_for, lead.c.stack_id, lead.c.rested_at, lead.c.id),
    )
    partial_index("ix_lead_kept_until", "kept_for <> ''", lead.c.kept_until)
    partial_index("ix_lead_pushed_to", "pushed_to <> ''", lead.c.pushed_to)
    sa.Index("ix_lead_stack_id", lead.c.stack_id)
    # A campaign's page counts them, however many leads there are.
    partial_index(
        "ix_lead_attendance", "attendance <> ''", lead.c.campaign_id, lead.c.attendance, lead.c.id
    )
    # What somebody looks something up about is asked for with each look of a caller of a team.
    partial_index(
        "ix_lead_looked_up", "callback_owner <> '' AND state <> 'callback'", lead.c.callback_owner
    )
    partial_index("ix_lead_kept_out", "kept_out <> ''", lead.c.campaign_id)
    # All that a look needs of those nothing special is said of: it counts them without their rows.
    # The last four are always the same in it, but SQLite would look into each row for them.
    partial_index(
        "ix_lead_waiting",
        "state = 'waiting' AND claimed_by IS NULL AND kept_out = '' AND pushed_to = ''",
        lead.c.cell_id,
        lead.c.wake_at,
        lead.c.attempts,
        lead.c.closes_at,
        lead.c.state,
        lead.c.claimed_by,
        lead.c.kept_out,
        lead.c.pushed_to,
    )
