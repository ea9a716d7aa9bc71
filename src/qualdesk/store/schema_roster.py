"""The tables of the roster: days away, who calls for which campaigns, and the clients."""

import sqlalchemy as sa

from qualdesk.store.columns import at_column, metadata, text_column

# The days somebody is away, the first and the last, as dates; both count.
absence = sa.Table(
    "absence",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("first_day", sa.Text, primary_key=True),
    text_column("last_day"),
    text_column("because"),
)

# The campaigns somebody calls for; who has no row here calls for all.
campaign_member = sa.Table(
    "campaign_member",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column(
        "campaign_id",
        sa.Integer,
        sa.ForeignKey("campaign.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    sa.Index("ix_campaign_member_campaign_id", "campaign_id"),
)

# For whom calls are made. One that nobody wrote down is known by its campaigns.
client = sa.Table(
    "client",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    text_column("made_by"),
    at_column("made_at", required=True),
)
