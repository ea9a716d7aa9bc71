"""The people's roster, clients kept apart, and what privacy and recovery remember."""

import sqlalchemy as sa
from alembic import op

from qualdesk.store.columns import UtcDateTime

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Take the step."""
    _roster()
    _kept_for()


def _roster() -> None:
    """Days away of which there can be several, who calls for what, and the clients by name."""
    op.create_table(
        "absence",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("first_day", sa.Text(), nullable=False),
        sa.Column("last_day", sa.Text(), server_default="", nullable=False),
        sa.Column("because", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("name", "first_day", name=op.f("pk_absence")),
    )
    op.execute(
        "INSERT INTO absence (name, first_day, last_day)"
        " SELECT name, away_from, away_until FROM member WHERE away_from <> ''"
    )
    op.drop_column("member", "away_from")
    op.drop_column("member", "away_until")
    op.add_column("member", sa.Column("calendar", sa.Text(), server_default="", nullable=False))
    op.add_column("member", sa.Column("at_work_on", sa.JSON(), nullable=True))
    op.create_table(
        "campaign_member",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"],
            ["campaign.id"],
            name=op.f("fk_campaign_member_campaign_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("name", "campaign_id", name=op.f("pk_campaign_member")),
    )
    op.create_index("ix_campaign_member_campaign_id", "campaign_member", ["campaign_id"])
    op.create_table(
        "client",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("made_by", sa.Text(), server_default="", nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_client")),
    )


def _kept_for() -> None:
    """Whose conversation keeps a lead from others, on a server, and the indexes that pass it by."""
    op.add_column("lead", sa.Column("kept_for", sa.Text(), server_default="", nullable=False))
    op.add_column("lead", sa.Column("kept_until", UtcDateTime(), nullable=True))
    in_line = ["stack_id", "rested_at", "id"]
    for name, where, columns in (
        ("ix_lead_free", "ready AND kept_for = ''", in_line),
        ("ix_lead_kept_for", "ready AND kept_for <> ''", ["kept_for", *in_line]),
        ("ix_lead_kept_until", "kept_for <> ''", ["kept_until"]),
    ):
        rows = sa.text(where)
        op.create_index(name, "lead", columns, sqlite_where=rows, postgresql_where=rows)
