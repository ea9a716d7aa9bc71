"""The tables of leads and of what they came by, with the indexes by which leads are looked for."""

import sqlalchemy as sa

from qualdesk.store.columns import (
    at_column,
    flag_column,
    id_column,
    json_column,
    metadata,
    number_column,
    partial_index,
    ref_column,
    text_column,
)
from qualdesk.store.schema_tally import index_lists

lead = sa.Table(
    "lead",
    metadata,
    id_column(),
    ref_column("campaign_id", "campaign.id"),
    ref_column("contact_id", "contact.id"),
    ref_column("cell_id", "cell.id"),
    # Never empty outside the moment in which it is found.
    ref_column("stack_id", "stack.id", required=False),
    text_column("external_id"),
    json_column("signals", required=True),
    text_column("state", default="waiting"),
    text_column("state_reason"),
    # ready: rested and free, so it stands in the index that a claim reads.
    flag_column("ready"),
    at_column("wake_at"),
    # Since when it has rested: its place among those that look alike.
    at_column("rested_at"),
    at_column("due_at"),
    text_column("callback_owner"),
    at_column("closes_at"),
    number_column("attempts"),
    text_column("tried_on"),
    number_column("tried_that_day"),
    at_column("last_attempt_at"),
    text_column("last_outcome"),
    # The parts of their day that were tried in vain, and those somebody said they are in, as bits.
    number_column("tried_parts"),
    number_column("hinted_parts"),
    # Somebody of them has been spoken to.
    flag_column("was_reached"),
    # What sales has of them, in bits (core/floor_counts.py); a trigger keeps it.
    number_column("with_sales"),
    # A supervisor's word: first of all, out of the queue for a reason, next to this caller.
    flag_column("is_pinned"),
    text_column("kept_out"),
    text_column("pushed_to"),
    text_column("pushed_by"),
    at_column("pushed_until"),
    # On a server, after a conversation: whose their company's people are for a while, and until
    # when (talks.py). Others pass by without looking at each of them.
    text_column("kept_for"),
    at_column("kept_until"),
    text_column("nurture_track"),
    # How they stand with the event: registered, coming, cannot; then attended, no_show,
    # never_registered; empty while nobody knows.
    text_column("attendance"),
    # What they said before it: kept apart, so that a list of attendees can be taken back.
    text_column("event_answer"),
    flag_column("held_back"),
    ref_column("referred_by", "lead.id", required=False),
    sa.Column("claimed_by", sa.Text),
    sa.Column("claim_kind", sa.Text),
    number_column("claim_slot"),
    number_column("claim_token"),
    at_column("claim_until"),
    at_column("made_at", required=True),
    sa.UniqueConstraint("campaign_id", "contact_id"),
    sa.CheckConstraint("(claimed_by IS NULL) = (claim_until IS NULL)", name="claim_is_whole"),
    sa.CheckConstraint("NOT (ready AND claimed_by IS NOT NULL)", name="claimed_is_not_ready"),
    sa.CheckConstraint("NOT ready OR state = 'waiting'", name="only_waiting_is_ready"),
)


def _index_leads() -> None:
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
    _index_who_waits()


def _index_who_waits() -> None:
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


_index_leads()
index_lists(lead)

touchpoint = sa.Table(
    "touchpoint",
    metadata,
    id_column(),
    ref_column("lead_id", "lead.id"),
    text_column("kind"),
    text_column("says"),
    at_column("at"),
    text_column("by"),
    text_column("question"),
    text_column("value"),
    sa.Index("ix_touchpoint_lead_id", "lead_id"),
)
