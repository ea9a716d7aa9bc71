"""The tables of what lists changed, and of how their columns were read."""

import sqlalchemy as sa

from qualdesk.store.columns import (
    at_column,
    id_column,
    json_column,
    metadata,
    number_column,
    ref_column,
    text_column,
)

# What a list changed of people and leads that were there before it: what undo takes back.
intake_change = sa.Table(
    "intake_change",
    metadata,
    id_column(),
    ref_column("list_id", "lead_list.id"),
    number_column("row_number"),
    # contact, contact_phone, contact_email, touchpoint, lead; "before" is null for what is new.
    text_column("what"),
    number_column("of_id"),
    json_column("before"),
    json_column("after"),
    sa.Index("ix_intake_change_list_id", "list_id"),
    sa.Index("ix_intake_change_of_id", "of_id", "what"),
)

# How the columns of a source were read the last time, by its set of headings.
list_mapping = sa.Table(
    "list_mapping",
    metadata,
    id_column(),
    text_column("client"),
    text_column("fingerprint"),
    json_column("headings", required=True),
    json_column("fields", required=True),
    text_column("kept_by"),
    at_column("kept_at", required=True),
    sa.UniqueConstraint("client", "fingerprint"),
)
