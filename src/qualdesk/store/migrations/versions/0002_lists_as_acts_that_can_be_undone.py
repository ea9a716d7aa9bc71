"""Lists as acts that can be undone, mappings that are remembered, do-not-call lists."""

import sqlalchemy as sa
from alembic import op

from qualdesk.store.columns import UtcDateTime

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Take the step."""
    _mappings()
    _do_not_call_lists()
    _changes()
    _campaigns_and_cells()
    _rows_and_leads()
    _lists()
    _fingerprints()


def _mappings() -> None:
    op.create_table(
        "list_mapping",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("client", sa.Text(), server_default="", nullable=False),
        sa.Column("fingerprint", sa.Text(), server_default="", nullable=False),
        sa.Column("headings", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("fields", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("kept_by", sa.Text(), server_default="", nullable=False),
        sa.Column("kept_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_list_mapping")),
        sa.UniqueConstraint("client", "fingerprint", name=op.f("uq_list_mapping_client")),
    )


def _do_not_call_lists() -> None:
    op.create_table(
        "suppression_list",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("client", sa.Text(), server_default="", nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("kind", sa.Text(), server_default="numbers", nullable=False),
        sa.Column("sha256", sa.Text(), server_default="", nullable=False),
        sa.Column("hash_key", sa.Text(), server_default="", nullable=False),
        sa.Column("rows", sa.Integer(), server_default="0", nullable=False),
        sa.Column("left_out", sa.Integer(), server_default="0", nullable=False),
        sa.Column("is_whole", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("loaded_by", sa.Text(), server_default="", nullable=False),
        sa.Column("loaded_at", UtcDateTime(), nullable=False),
        sa.Column("lifted_at", UtcDateTime(), nullable=True),
        sa.Column("lifted_by", sa.Text(), server_default="", nullable=False),
        sa.Column("lifted_because", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_suppression_list")),
    )
    op.create_table(
        "suppression_hash",
        sa.Column("list_id", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["list_id"], ["suppression_list.id"], name=op.f("fk_suppression_hash_list_id")
        ),
        sa.PrimaryKeyConstraint("list_id", "hash", name=op.f("pk_suppression_hash")),
    )


def _changes() -> None:
    op.create_table(
        "intake_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("list_id", sa.Integer(), nullable=False),
        sa.Column("row_number", sa.Integer(), server_default="0", nullable=False),
        sa.Column("what", sa.Text(), server_default="", nullable=False),
        sa.Column("of_id", sa.Integer(), server_default="0", nullable=False),
        sa.Column("before", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("after", sa.JSON(none_as_null=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["list_id"], ["lead_list.id"], name=op.f("fk_intake_change_list_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_intake_change")),
    )
    with op.batch_alter_table("intake_change", schema=None) as batch_op:
        batch_op.create_index("ix_intake_change_list_id", ["list_id"], unique=False)
        batch_op.create_index("ix_intake_change_of_id", ["of_id", "what"], unique=False)


def _campaigns_and_cells() -> None:
    # A campaign that could call yesterday goes on calling: its flag stays as it is.
    with op.batch_alter_table("campaign", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("window_has_no_end", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
        batch_op.add_column(sa.Column("permitted_until", UtcDateTime(), nullable=True))

    with op.batch_alter_table("cell", schema=None) as batch_op:
        batch_op.add_column(sa.Column("of_list", sa.Integer(), server_default="0", nullable=False))
        batch_op.drop_constraint(batch_op.f("uq_cell_campaign_id"), type_="unique")
        batch_op.create_unique_constraint(
            batch_op.f("uq_cell_campaign_id"), ["campaign_id", "of_list", "zone_set"]
        )


def _rows_and_leads() -> None:
    with op.batch_alter_table("intake_row", schema=None) as batch_op:
        batch_op.add_column(sa.Column("row_hash", sa.Text(), server_default="", nullable=False))
        batch_op.create_index(
            "ix_intake_row_row_hash",
            ["row_hash"],
            unique=False,
            sqlite_where=sa.text("row_hash <> ''"),
            postgresql_where=sa.text("row_hash <> ''"),
        )

    with op.batch_alter_table("lead", schema=None) as batch_op:
        batch_op.create_index("ix_lead_cell_id", ["cell_id"], unique=False)


def _lists() -> None:
    with op.batch_alter_table("lead_list", schema=None) as batch_op:
        batch_op.alter_column("state", existing_type=sa.Text(), server_default="loading")
        batch_op.add_column(sa.Column("fingerprint", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("held_until", UtcDateTime(), nullable=True))
        batch_op.add_column(sa.Column("undone_at", UtcDateTime(), nullable=True))
        batch_op.add_column(sa.Column("undone_by", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("choices", sa.JSON(none_as_null=True), nullable=True))
        batch_op.add_column(sa.Column("permission", sa.JSON(none_as_null=True), nullable=True))

    with op.batch_alter_table("suppression", schema=None) as batch_op:
        batch_op.add_column(sa.Column("of_list", sa.Integer(), nullable=True))
        batch_op.create_index(
            "ix_suppression_of_list", ["of_list", "lifted_at", "id"], unique=False
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_suppression_of_list"), "suppression_list", ["of_list"], ["id"]
        )


def _fingerprints() -> None:
    # Whom a do-not-call stops is found by number, address, name and company.
    for table in ("company", "contact", "contact_email", "contact_phone"):
        op.drop_index(f"ix_{table}_fingerprint", table_name=table)
