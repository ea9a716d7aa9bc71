"""The Floor: kept counts, what a supervisor decides there, schedules of reports."""

import sqlalchemy as sa
from alembic import op

from qualdesk.store.columns import UtcDateTime

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Take the step."""
    _people()
    _supervising()


def _people() -> None:
    """What members say they do, whom they were moved to, and their seat."""
    for name in ("state", "moved_by"):
        op.add_column("member", sa.Column(name, sa.Text(), server_default="", nullable=False))
    for name in ("works_for", "seat"):
        number = sa.Column(name, sa.Integer(), server_default="0", nullable=False)
        op.add_column("member", number)
    for name in ("state_since", "back_at", "seat_at"):
        op.add_column("member", sa.Column(name, UtcDateTime(), nullable=True))


def _supervising() -> None:
    """Questions about lists, calls looked at again, and the head of the history."""
    _questions()
    op.create_table(
        "call_review",
        sa.Column("attempt_id", sa.String(36), nullable=False),
        *(_said(name) for name in ("mark", "reviewed_by")),
        sa.Column("reviewed_at", UtcDateTime(), nullable=False),
        _counted("message_id"),
        sa.ForeignKeyConstraint(
            ["attempt_id"], ["attempt.id"], name=op.f("fk_call_review_attempt_id")
        ),
        sa.PrimaryKeyConstraint("attempt_id", name=op.f("pk_call_review")),
    )
    op.create_index("ix_history_who", "history", ["who", "id"], unique=False)
    op.create_table(
        "history_head",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        _counted("entries"),
        _said("hash"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_history_head")),
    )
    # What is there by now is taken as whole: from here on its end is kept as well.
    op.execute(
        "INSERT INTO history_head (id, entries, hash) "
        "SELECT 1, (SELECT count(*) FROM history), hash FROM history "
        "WHERE id = (SELECT max(id) FROM history)"
    )


def _questions() -> None:
    op.create_table(
        "owner_question",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        _counted("list_id"),
        _said("asks"),
        sa.Column("asked_at", UtcDateTime(), nullable=False),
        *(_said(name) for name in ("answer", "answered_by")),
        *(
            sa.Column(name, UtcDateTime(), nullable=True)
            for name in ("answered_at", "withdrawn_at")
        ),
        _said("withdrawn_by"),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaign.id"], name=op.f("fk_owner_question_campaign_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_owner_question")),
    )
    op.create_table(
        "owner_ask",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        _counted("lead_id"),
        *(_said(name) for name in ("asked_by", "says")),
        sa.Column("asked_at", UtcDateTime(), nullable=False),
        sa.Column("told_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["question_id"], ["owner_question.id"], name=op.f("fk_owner_ask_question_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_owner_ask")),
    )
    for column in ("question_id", "lead_id"):
        op.create_index(f"ix_owner_ask_{column}", "owner_ask", [column], unique=False)
    for name, table, where, columns in (
        ("campaign", "owner_question", "withdrawn_at IS NULL", ["campaign_id", "list_id"]),
        ("untold", "owner_ask", "told_at IS NULL", ["asked_by"]),
    ):
        rows = sa.text(where)
        op.create_index(
            f"ix_{table}_{name}", table, columns, sqlite_where=rows, postgresql_where=rows
        )


def _said(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), server_default="", nullable=False)


def _counted(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), server_default="0", nullable=False)
