"""The tables of what a caller does beside the call: words left, material, consent, meetings."""

import sqlalchemy as sa

from qualdesk.store.columns import (
    at_column,
    id_column,
    metadata,
    number_column,
    partial_index,
    ref_column,
    text_column,
)

# A line about a lead for whoever works on it, or for one person by name.
message = sa.Table(
    "message",
    metadata,
    id_column(),
    ref_column("lead_id", "lead.id"),
    text_column("left_by"),
    # Empty: for whoever has the lead next.
    text_column("left_for"),
    text_column("says"),
    at_column("left_at", required=True),
    text_column("read_by"),
    at_column("read_at"),
    sa.Index("ix_message_lead_id", "lead_id"),
)
# What waits for somebody by name: every window looks for it, and read ones only pile up.
partial_index("ix_message_waiting", "read_at IS NULL", message.c.left_for)

# What somebody asked to be sent, and when it went.
sending = sa.Table(
    "sending",
    metadata,
    id_column(),
    ref_column("lead_id", "lead.id"),
    sa.Column("attempt_id", sa.String(36), sa.ForeignKey("attempt.id")),
    text_column("what"),
    text_column("address"),
    # A day of their calendar as a date, empty for at once.
    text_column("wanted_on"),
    text_column("asked_by"),
    at_column("asked_at", required=True),
    text_column("sent_by"),
    at_column("sent_at"),
    at_column("undone_at"),
    sa.Index("ix_sending_lead_id", "lead_id"),
)

# A yes to mails, with the words it was a yes to: proof belongs to the person, not to the call.
opt_in = sa.Table(
    "opt_in",
    metadata,
    id_column(),
    ref_column("contact_id", "contact.id"),
    ref_column("lead_id", "lead.id"),
    sa.Column("attempt_id", sa.String(36), sa.ForeignKey("attempt.id")),
    text_column("channel", default="mail"),
    text_column("address"),
    text_column("wording"),
    text_column("language"),
    text_column("asked_by"),
    at_column("given_at", required=True),
    at_column("withdrawn_at"),
    sa.Index("ix_opt_in_contact_id", "contact_id"),
    sa.Index("ix_opt_in_lead_id", "lead_id"),
)

# A talk with sales: handed over while the person was on the line, or at a time that was agreed.
meeting = sa.Table(
    "meeting",
    metadata,
    id_column(),
    ref_column("lead_id", "lead.id"),
    sa.Column("attempt_id", sa.String(36), sa.ForeignKey("attempt.id")),
    # live or slot.
    text_column("kind", default="slot"),
    text_column("salesperson"),
    # The promised wall time of a slot, 2026-03-19T10:30, on the clock of this zone.
    text_column("wall"),
    text_column("zone"),
    at_column("starts_at", required=True),
    number_column("minutes", 30),
    text_column("agreed_by"),
    at_column("agreed_at", required=True),
    at_column("undone_at"),
    sa.Index("ix_meeting_lead_id", "lead_id"),
    sa.Index("ix_meeting_salesperson", "salesperson", "starts_at"),
)
