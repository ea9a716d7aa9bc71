"""The tables around the hand-off: wishes before it, disputes, what the CRM says."""

import sqlalchemy as sa

from qualdesk.store.columns import (
    at_column,
    id_column,
    json_column,
    metadata,
    number_column,
    partial_index,
    text_column,
)

# What a supervisor said of a qualified lead before it leaves.
handoff_wish = sa.Table(
    "handoff_wish",
    metadata,
    sa.Column("lead_id", sa.Integer, sa.ForeignKey("lead.id"), primary_key=True),
    text_column("receiver"),
    text_column("one_line"),
    text_column("held_by"),
    text_column("said_by"),
    at_column("said_at", required=True),
)

# One side does not agree with an answer; a supervisor decides.
handoff_dispute = sa.Table(
    "handoff_dispute",
    metadata,
    id_column(),
    sa.Column("item_id", sa.String(36), sa.ForeignKey("handoff_item.id"), nullable=False),
    # The answer it is about: sent_back or taken.
    text_column("about"),
    text_column("says"),
    text_column("asked_by"),
    at_column("asked_at", required=True),
    # open, stands, changed, withdrawn.
    text_column("state", default="open"),
    text_column("because"),
    text_column("decided_by"),
    at_column("decided_at"),
    sa.Index("ix_handoff_dispute_item_id", "item_id"),
)
partial_index("uq_handoff_dispute_open", "state = 'open'", handoff_dispute.c.item_id, unique=True)

# Who of sales a company belongs to.
account_owner = sa.Table(
    "account_owner",
    metadata,
    sa.Column("client", sa.Text, primary_key=True),
    sa.Column("company_key", sa.Text, primary_key=True),
    text_column("company"),
    text_column("salesperson"),
    text_column("loaded_by"),
    at_column("loaded_at", required=True),
)

# A CRM's table as somebody of ours described it; those that come with the program are files.
crm_profile = sa.Table(
    "crm_profile",
    metadata,
    sa.Column("client", sa.Text, primary_key=True),
    sa.Column("id", sa.Text, primary_key=True),
    text_column("name"),
    json_column("body", required=True),
    text_column("kept_by"),
    at_column("kept_at", required=True),
)

# A file from a CRM that said what became of leads: one act, which can be taken back.
crm_load = sa.Table(
    "crm_load",
    metadata,
    id_column(),
    text_column("client"),
    text_column("name"),
    text_column("sha256"),
    number_column("rows"),
    number_column("matched"),
    number_column("left_out"),
    text_column("loaded_by"),
    at_column("loaded_at", required=True),
    at_column("undone_at"),
    text_column("undone_by"),
)
