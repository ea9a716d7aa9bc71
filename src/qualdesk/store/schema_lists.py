"""The tables of the lists that were loaded: each row as it was read, and what became of it."""

import sqlalchemy as sa

from qualdesk.store.columns import (
    at_column,
    id_column,
    json_column,
    metadata,
    number_column,
    partial_index,
    ref_column,
    text_column,
)

lead_list = sa.Table(
    "lead_list",
    metadata,
    id_column(),
    ref_column("campaign_id", "campaign.id"),
    text_column("file_name"),
    text_column("sha256"),
    text_column("fingerprint"),
    # loading, published, undone; a list that stays in loading was killed and can be undone.
    text_column("state", default="loading"),
    text_column("loaded_by"),
    at_column("loaded_at", required=True),
    # While it is loading or being undone: until when its desk is taken to be alive.
    at_column("held_until"),
    at_column("undone_at"),
    text_column("undone_by"),
    json_column("mapping"),
    # What the person decided about it, so that it can be loaded again the same way.
    json_column("choices"),
    # On what ground its people may be called, with text, date and evidence.
    json_column("permission"),
    # Since when its leads are kept out because its permission has ended.
    at_column("over_at"),
    # What its people are to the law; empty: as the campaign says.
    text_column("audience"),
    # For the list of those who were at the campaign's event: when that was over.
    at_column("attended_at"),
    number_column("rows"),
    number_column("new"),
    number_column("updated"),
    number_column("merged"),
    number_column("left_out"),
    sa.Index("ix_lead_list_campaign_id", "campaign_id"),
)

# Every row of every file, as it was read, and what became of it.
intake_row = sa.Table(
    "intake_row",
    metadata,
    sa.Column("list_id", sa.Integer, sa.ForeignKey("lead_list.id"), primary_key=True),
    sa.Column("row_number", sa.Integer, primary_key=True),
    json_column("raw", required=True),
    text_column("result"),
    text_column("reason"),
    ref_column("lead_id", "lead.id", required=False),
    # Of a row that nobody can be recognised by, so that the same file again is recognised.
    text_column("row_hash"),
    # In such a list attended or no_show; in one of those who registered: registered.
    text_column("attendance"),
    sa.Index("ix_intake_row_lead_id", "lead_id"),
)
partial_index("ix_intake_row_row_hash", "row_hash <> ''", intake_row.c.row_hash)
