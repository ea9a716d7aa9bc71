"""The Floor: kept counts, what a supervisor decides there, schedules of reports."""

import sqlalchemy as sa
from alembic import op

from qualdesk.store.columns import UtcDateTime

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Take the step."""
    _counts()
    _people()
    _supervising()
    _reports()
    _forecast()


def _counts() -> None:
    """The kept counts, and what sales has of each lead; they are filled when all steps are done."""
    op.create_table(
        "tally",
        sa.Column("campaign_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("counted", sa.Integer(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("campaign_id", "what", "key", name=op.f("pk_tally")),
    )
    op.create_table(
        "tally_delta",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("campaign_id", sa.Integer(), server_default="0", nullable=False),
        sa.Column("what", sa.Text(), server_default="", nullable=False),
        sa.Column("key", sa.Text(), server_default="", nullable=False),
        sa.Column("counted", sa.Integer(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tally_delta")),
    )
    bits = sa.Column("with_sales", sa.Integer(), server_default="0", nullable=False)
    op.add_column("lead", bits)
    op.execute(_WITH_SALES)
    # Who said in a call that they want no more was spoken to, and did not count as reached.
    op.execute(
        "UPDATE lead SET was_reached = TRUE WHERE state_reason <> 'Erased'"
        " AND id IN (SELECT lead_id FROM attempt WHERE outcome = 'do_not_call'"
        " AND (number <> '' OR is_incoming) AND undone_at IS NULL AND NOT is_conflict)"
    )
    op.drop_index("ix_lead_bucket", "lead")
    op.create_index("ix_lead_bucket", "lead", ["campaign_id", "state", "id"])
    for name, where in _LISTED.items():
        only = sa.text(where)
        op.create_index(
            f"ix_lead_{name}",
            "lead",
            ["campaign_id", "id"],
            sqlite_where=only,
            postgresql_where=only,
        )


def _forecast() -> None:
    """Tries of who came for the giveaway alone, callers planned, and levers applied in one step."""
    op.add_column("campaign", sa.Column("giveaway_attempts", sa.Integer(), nullable=True))
    op.add_column("campaign", sa.Column("planned_callers", sa.JSON(), nullable=True))
    op.create_table(
        "plan_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        _said("made_by"),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.Column("state", sa.Text(), server_default="begun", nullable=False),
        *(sa.Column(name, sa.JSON(), nullable=False) for name in ("before", "after")),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaign.id"], name=op.f("fk_plan_change_campaign_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_change")),
    )
    op.create_index("ix_plan_change_campaign_id", "plan_change", ["campaign_id", "state"])
    op.create_table(
        "plan_change_lead",
        sa.Column("change_id", sa.Integer(), nullable=False),
        sa.Column("lead_id", sa.Integer(), autoincrement=False, nullable=False),
        _said("state_reason"),
        sa.Column("wake_at", UtcDateTime(), nullable=True),
        _counted("attempts"),
        sa.ForeignKeyConstraint(
            ["change_id"], ["plan_change.id"], name=op.f("fk_plan_change_lead_change_id")
        ),
        sa.PrimaryKeyConstraint("change_id", "lead_id", name=op.f("pk_plan_change_lead")),
    )


def _people() -> None:
    """What members say they do, whom they were moved to, and their seat."""
    for name in ("state", "moved_by"):
        op.add_column("member", sa.Column(name, sa.Text(), server_default="", nullable=False))
    for name in ("works_for", "seat"):
        number = sa.Column(name, sa.Integer(), server_default="0", nullable=False)
        op.add_column("member", number)
    for name in ("state_since", "back_at", "seat_at"):
        op.add_column("member", sa.Column(name, UtcDateTime(), nullable=True))
    settled = sa.text("state <> 'set'")
    op.create_index(
        "ix_callback_settled",
        "callback",
        ["due_at"],
        sqlite_where=settled,
        postgresql_where=settled,
    )


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
    aside = sa.text("fit_opened_early OR overridden IS NOT NULL")
    op.create_index(
        "ix_attempt_set_aside",
        "attempt",
        ["started_at"],
        sqlite_where=aside,
        postgresql_where=aside,
    )
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
    _asks()


def _asks() -> None:
    """Who asked them, and what they are found by."""
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


_LISTED = {
    "called": "(last_attempt_at IS NOT NULL OR was_reached)",
    "never_called": "(state = 'waiting' AND last_attempt_at IS NULL AND NOT was_reached)",
    "reached": "was_reached",
    "finished": "state NOT IN ('waiting', 'callback', 'research')",
    "qualified": "(state IN ('qualified', 'in_batch', 'taken', 'sent_back', 'won', 'lost')"
    " OR with_sales <> 0)",
}
# It left and was not recalled, was answered, was taken, is waited for: 1, 2, 4, 8.
_WITH_SALES = """UPDATE lead SET with_sales = (SELECT
        MAX(CASE WHEN state <> 'recalled' THEN 1 ELSE 0 END)
        + MAX(CASE WHEN state <> 'recalled' AND (state IN ('taken', 'sent_back') OR became <> '')
            THEN 2 ELSE 0 END)
        + MAX(CASE WHEN state NOT IN ('recalled', 'sent_back') AND (state = 'taken'
            OR became <> '') THEN 4 ELSE 0 END)
        + MAX(CASE WHEN state IN ('sent', 'read') AND became = '' THEN 8 ELSE 0 END)
    FROM handoff_item WHERE lead_id = lead.id)
    WHERE id IN (SELECT lead_id FROM handoff_item)"""


def _reports() -> None:
    """Schedules of reports, and what came of each run; calls are found by when they began."""
    op.create_table(
        "report_schedule",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("of", sa.Text(), server_default="day", nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=True),
        *(_said(name) for name in ("wall", "zone")),
        _counted("weekday"),
        _said("folder"),
        *(
            sa.Column(name, sa.JSON(none_as_null=True), nullable=False)
            for name in ("kinds", "mail")
        ),
        sa.Column("is_on", sa.Boolean(), server_default=sa.false(), nullable=False),
        _said("made_by"),
        *(sa.Column(name, UtcDateTime(), nullable=False) for name in ("made_at", "counts_from")),
        sa.Column("removed_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaign.id"], name=op.f("fk_report_schedule_campaign_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_schedule")),
    )
    _report_runs()
    op.create_index("ix_attempt_started_at", "attempt", ["started_at"], unique=False)


def _report_runs() -> None:
    op.create_table(
        "report_run",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("schedule_id", sa.Integer(), nullable=False),
        sa.Column("due_at", UtcDateTime(), nullable=False),
        sa.Column("state", sa.Text(), server_default="making", nullable=False),
        _counted("tries"),
        sa.Column("began_at", UtcDateTime(), nullable=False),
        *(sa.Column(name, UtcDateTime(), nullable=True) for name in ("ended_at", "next_at")),
        _said("fault"),
        sa.Column("fault_of", sa.JSON(none_as_null=True), nullable=False),
        _said("days"),
        *(
            sa.Column(name, sa.JSON(none_as_null=True), nullable=False)
            for name in ("files", "mailed")
        ),
        sa.ForeignKeyConstraint(
            ["schedule_id"], ["report_schedule.id"], name=op.f("fk_report_run_schedule_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_run")),
        sa.UniqueConstraint("schedule_id", "due_at", name=op.f("uq_report_run_schedule_id")),
    )
