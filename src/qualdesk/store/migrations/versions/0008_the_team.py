"""The team: who logs in as whom, what each may take a day, what was disclosed to whom."""

import sqlalchemy as sa
from alembic import op

from qualdesk.store.columns import UtcDateTime

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Take the step."""
    _people()
    _late_saves()
    _disclosures()
    _alarms()
    _looked_up()


def _looked_up() -> None:
    where = sa.text("callback_owner <> '' AND state <> 'callback'")
    op.create_index(
        "ix_lead_looked_up",
        "lead",
        ["callback_owner"],
        sqlite_where=where,
        postgresql_where=where,
    )


def _people() -> None:
    op.add_column("member", sa.Column("login", sa.Text(), server_default="", nullable=False))
    op.create_index(
        "uq_member_login",
        "member",
        ["login"],
        unique=True,
        sqlite_where=sa.text("login <> ''"),
        postgresql_where=sa.text("login <> ''"),
    )


def _late_saves() -> None:
    """What came too late, for a supervisor; calls that were kept beside others wait there too."""
    op.create_table(
        "late_save",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("attempt_id", sa.Text(), server_default="", nullable=False),
        sa.Column("lead_id", sa.Integer(), server_default="0", nullable=False),
        sa.Column("caller", sa.Text(), server_default="", nullable=False),
        sa.Column("does", sa.Text(), server_default="", nullable=False),
        sa.Column("said", sa.JSON(), nullable=True),
        sa.Column("why", sa.Text(), server_default="", nullable=False),
        sa.Column("arrived_at", UtcDateTime(), nullable=False),
        sa.Column("choice", sa.Text(), server_default="", nullable=False),
        sa.Column("settled_by", sa.Text(), server_default="", nullable=False),
        sa.Column("settled_at", UtcDateTime(), nullable=True),
        sa.Column("back", sa.JSON(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_late_save")),
    )
    op.create_index("ix_late_save_lead_id", "late_save", ["lead_id"])
    op.create_index(
        "ix_late_save_waiting",
        "late_save",
        ["arrived_at"],
        sqlite_where=sa.text("settled_at IS NULL"),
        postgresql_where=sa.text("settled_at IS NULL"),
    )
    op.execute(
        "INSERT INTO late_save (id, attempt_id, lead_id, caller, does, arrived_at)"
        " SELECT id, id, lead_id, caller, 'call', COALESCE(ended_at, started_at)"
        " FROM attempt WHERE is_conflict AND undone_at IS NULL"
    )


def _disclosures() -> None:
    """What was shown to which caller, how much each may be shown, and who came near that."""
    op.create_table(
        "claim_log",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("login", sa.Text(), server_default="", nullable=False),
        sa.Column("caller", sa.Text(), server_default="", nullable=False),
        sa.Column("lead_id", sa.Integer(), server_default="0", nullable=False),
        sa.Column("token", sa.Integer(), server_default="0", nullable=False),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("how", sa.Text(), server_default="", nullable=False),
        sa.Column("number", sa.Integer(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim_log")),
    )
    op.create_index("ix_claim_log_login", "claim_log", ["login", "how", "at", "number"])
    op.create_index("ix_claim_log_lead_id", "claim_log", ["lead_id", "token"])
    op.create_table(
        "claim_limit",
        sa.Column("caller", sa.Text(), nullable=False),
        *(
            sa.Column(name, sa.Integer(), server_default="0", nullable=False)
            for name in ("seconds_between", "per_hour", "per_day", "offline")
        ),
        sa.Column("set_by", sa.Text(), server_default="", nullable=False),
        sa.Column("set_at", UtcDateTime(), nullable=False),
        sa.Column("until", UtcDateTime(), nullable=True),
        sa.Column("before", sa.JSON(none_as_null=True), nullable=True),
        sa.PrimaryKeyConstraint("caller", name=op.f("pk_claim_limit")),
    )


def _alarms() -> None:
    """Who came near a limit."""
    op.create_table(
        "claim_alarm",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("caller", sa.Text(), server_default="", nullable=False),
        sa.Column("span", sa.Text(), server_default="", nullable=False),
        sa.Column("taken", sa.Integer(), server_default="0", nullable=False),
        sa.Column("allowed", sa.Integer(), server_default="0", nullable=False),
        sa.Column("seen_by", sa.Text(), server_default="", nullable=False),
        sa.Column("seen_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim_alarm")),
    )
    op.create_index("ix_claim_alarm_caller", "claim_alarm", ["caller", "span", "at"])
