"""The queue as an index that learns, calling rules by law, and what a supervisor says of both."""

import sqlalchemy as sa
from alembic import op

from qualdesk.store.columns import UtcDateTime

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Take the step."""
    _campaigns()
    _cells()
    _cell_limits()
    _stacks()
    _leads()
    _looks()
    _sort_later()
    _attempts()
    _lists()
    _members()
    _suppressions()
    _promises()
    _who_said_no()
    _companies()


def _campaigns() -> None:
    with op.batch_alter_table("campaign", schema=None) as batch_op:
        batch_op.add_column(sa.Column("audience", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(
            sa.Column("weight_percent", sa.Integer(), server_default="100", nullable=False)
        )
        batch_op.add_column(
            sa.Column("share_percent", sa.Integer(), server_default="0", nullable=False)
        )
        batch_op.add_column(
            sa.Column("giveaway_last", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
        batch_op.add_column(sa.Column("rule_overrides", sa.JSON(none_as_null=True), nullable=True))


def _cells() -> None:
    with op.batch_alter_table("cell", schema=None) as batch_op:
        batch_op.add_column(sa.Column("legal", sa.Text(), server_default="", nullable=False))
        batch_op.drop_constraint(batch_op.f("uq_cell_campaign_id"), type_="unique")
        batch_op.create_unique_constraint(
            batch_op.f("uq_cell_campaign_id"), ["campaign_id", "of_list", "zone_set", "legal"]
        )


def _cell_limits() -> None:
    op.create_table(
        "cell_limit",
        sa.Column("cell_id", sa.Integer(), nullable=False),
        sa.Column("calls", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seconds", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["cell_id"], ["cell.id"], name=op.f("fk_cell_limit_cell_id")),
        sa.PrimaryKeyConstraint("cell_id", "calls", "seconds", name=op.f("pk_cell_limit")),
    )


def _stacks() -> None:
    op.create_table(
        "stack",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("cell_id", sa.Integer(), nullable=False),
        sa.Column("traits", sa.Text(), server_default="", nullable=False),
        sa.Column("tier", sa.Integer(), server_default="0", nullable=False),
        sa.Column("score", sa.Float(), server_default="0", nullable=False),
        sa.Column("ranked_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["cell_id"], ["cell.id"], name=op.f("fk_stack_cell_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stack")),
        sa.UniqueConstraint("cell_id", "traits", name=op.f("uq_stack_cell_id")),
    )
    with op.batch_alter_table("stack", schema=None) as batch_op:
        batch_op.create_index(
            "ix_stack_order",
            [sa.literal_column("tier DESC"), sa.literal_column("score DESC"), "id"],
            unique=False,
        )


def _leads() -> None:
    op.drop_index("ix_lead_head", table_name="lead")
    with op.batch_alter_table("lead", schema=None) as batch_op:
        batch_op.add_column(sa.Column("stack_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("rested_at", UtcDateTime(), nullable=True))
        batch_op.add_column(
            sa.Column("tried_parts", sa.Integer(), server_default="0", nullable=False)
        )
        batch_op.add_column(
            sa.Column("hinted_parts", sa.Integer(), server_default="0", nullable=False)
        )
        batch_op.add_column(
            sa.Column("was_reached", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
        batch_op.add_column(
            sa.Column("is_pinned", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
        batch_op.add_column(sa.Column("kept_out", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("pushed_to", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("pushed_by", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("pushed_until", UtcDateTime(), nullable=True))
        batch_op.create_index(
            "ix_lead_next",
            ["stack_id", "rested_at", "id"],
            unique=False,
            sqlite_where=sa.text("ready"),
            postgresql_where=sa.text("ready"),
        )
        batch_op.create_index(
            "ix_lead_pushed_to",
            ["pushed_to"],
            unique=False,
            sqlite_where=sa.text("pushed_to <> ''"),
            postgresql_where=sa.text("pushed_to <> ''"),
        )
        batch_op.create_index("ix_lead_stack_id", ["stack_id"], unique=False)
        batch_op.create_foreign_key(batch_op.f("fk_lead_stack_id"), "stack", ["stack_id"], ["id"])
        batch_op.drop_column("rank")


def _looks() -> None:
    plain = "state = 'waiting' AND claimed_by IS NULL AND kept_out = '' AND pushed_to = ''"
    counted = ("cell_id", "wake_at", "attempts", "closes_at")
    same = ("state", "claimed_by", "kept_out", "pushed_to")
    for name, columns, where in (
        ("ix_lead_kept_out", ["campaign_id"], "kept_out <> ''"),
        ("ix_lead_waiting", [*counted, *same], plain),
    ):
        of_these = sa.text(where)
        op.create_index(name, "lead", columns, sqlite_where=of_these, postgresql_where=of_these)


def _sort_later() -> None:
    # What they are to the law and to the queue is worked out by the program when it next runs:
    # until then each cell is one stack, and the rules are asked when a number is dialled.
    op.execute("INSERT INTO stack (cell_id) SELECT id FROM cell")
    op.execute(
        "UPDATE lead SET rested_at = COALESCE(wake_at, made_at),"
        " stack_id = (SELECT stack.id FROM stack WHERE stack.cell_id = lead.cell_id)"
    )


def _attempts() -> None:
    with op.batch_alter_table("attempt", schema=None) as batch_op:
        batch_op.add_column(sa.Column("overridden", sa.JSON(none_as_null=True), nullable=True))
        batch_op.add_column(sa.Column("traits", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(
            sa.Column("their_hour", sa.Integer(), server_default="-1", nullable=False)
        )
        batch_op.add_column(
            sa.Column("their_day", sa.Integer(), server_default="-1", nullable=False)
        )


def _lists() -> None:
    with op.batch_alter_table("lead_list", schema=None) as batch_op:
        batch_op.add_column(sa.Column("over_at", UtcDateTime(), nullable=True))
        batch_op.add_column(sa.Column("audience", sa.Text(), server_default="", nullable=False))


def _members() -> None:
    with op.batch_alter_table("member", schema=None) as batch_op:
        batch_op.add_column(sa.Column("away_from", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("away_until", sa.Text(), server_default="", nullable=False))


def _suppressions() -> None:
    with op.batch_alter_table("suppression", schema=None) as batch_op:
        batch_op.add_column(sa.Column("expires_at", UtcDateTime(), nullable=True))


def _promises() -> None:
    with op.batch_alter_table("callback", schema=None) as batch_op:
        batch_op.add_column(sa.Column("kept_at", UtcDateTime(), nullable=True))
        batch_op.add_column(sa.Column("missed_at", UtcDateTime(), nullable=True))
        batch_op.create_index(
            "ix_callback_set",
            ["due_at"],
            unique=False,
            sqlite_where=sa.text("state = 'set'"),
            postgresql_where=sa.text("state = 'set'"),
        )


def _who_said_no() -> None:
    with op.batch_alter_table("suppression", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("said_with", sa.Integer(), server_default="0", nullable=False)
        )
        batch_op.create_index(
            "ix_suppression_expires_at",
            ["expires_at"],
            unique=False,
            sqlite_where=sa.text("expires_at IS NOT NULL AND lifted_at IS NULL"),
            postgresql_where=sa.text("expires_at IS NOT NULL AND lifted_at IS NULL"),
        )
        batch_op.create_index(
            "ix_suppression_said_with",
            ["said_with"],
            unique=False,
            sqlite_where=sa.text("said_with <> 0"),
            postgresql_where=sa.text("said_with <> 0"),
        )
    # What was said in one call was written at one instant.
    op.execute(
        "UPDATE suppression SET said_with = COALESCE((SELECT together.first FROM ("
        " SELECT client, at, by, scope, MIN(id) AS first FROM suppression"
        " WHERE of_list IS NULL GROUP BY client, at, by, scope) AS together"
        " WHERE together.client = suppression.client AND together.at = suppression.at"
        " AND together.by = suppression.by AND together.scope = suppression.scope"
        " AND together.first <> suppression.id), 0) WHERE of_list IS NULL"
    )


def _companies() -> None:
    with op.batch_alter_table("contact", schema=None) as batch_op:
        batch_op.add_column(sa.Column("erased_at", UtcDateTime(), nullable=True))
    op.create_table(
        "company_talk",
        sa.Column("company_id", sa.Integer(), nullable=False),
        sa.Column("client", sa.Text(), nullable=False),
        sa.Column("caller", sa.Text(), server_default="", nullable=False),
        sa.Column("until", UtcDateTime(), nullable=False),
        sa.Column("spoke", sa.Text(), server_default="", nullable=False),
        sa.Column("spoke_at", UtcDateTime(), nullable=True),
        sa.Column("spoke_to", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(
            ["company_id"],
            ["company.id"],
            name=op.f("fk_company_talk_company_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("company_id", "client", name=op.f("pk_company_talk")),
    )
