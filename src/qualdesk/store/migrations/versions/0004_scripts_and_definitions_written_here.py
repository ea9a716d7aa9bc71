"""Scripts and definitions that are written, signed and tried here; campaigns around an event."""

import hashlib
import json
from datetime import UTC, date, datetime, time

import sqlalchemy as sa
from alembic import op

from qualdesk.store.columns import UtcDateTime

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Take the step."""
    _drafts()
    _signatures()
    _signed_before()
    _past()
    _finished()
    _ratings()
    _rating_cases()
    _columns()


def _drafts() -> None:
    op.create_table(
        "document_draft",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("document_id", sa.Text(), server_default="", nullable=False),
        sa.Column("document", sa.Text(), server_default="", nullable=False),
        sa.Column("based_on", sa.Integer(), server_default="0", nullable=False),
        sa.Column("revision", sa.Integer(), server_default="1", nullable=False),
        sa.Column("changed_at", UtcDateTime(), nullable=False),
        sa.Column("changed_by", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document_draft")),
        sa.UniqueConstraint("kind", "document_id", name=op.f("uq_document_draft_kind")),
    )


def _signatures() -> None:
    op.create_table(
        "remark",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Text(), server_default="", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("who", sa.Text(), server_default="", nullable=False),
        sa.Column("side", sa.Text(), server_default="", nullable=False),
        sa.Column("says", sa.Text(), server_default="", nullable=False),
        sa.Column("said_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_remark")),
    )
    with op.batch_alter_table("remark", schema=None) as batch_op:
        batch_op.create_index("ix_remark_document_id", ["document_id"], unique=False)
    op.create_table(
        "signature",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Text(), server_default="", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("sha256", sa.Text(), server_default="", nullable=False),
        sa.Column("side", sa.Text(), server_default="", nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("signed_at", UtcDateTime(), nullable=False),
        sa.Column("withdrawn_at", UtcDateTime(), nullable=True),
        sa.Column("withdrawn_because", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signature")),
    )
    with op.batch_alter_table("signature", schema=None) as batch_op:
        batch_op.create_index("ix_signature_document_id", ["document_id", "version"], unique=False)


def _signed_before() -> None:
    # Until now signatures were words of the definition. What both agreed to stays agreed: they
    # are written down beside it, under the hash of its words without number and signatures.
    connection = op.get_bind()
    kept = sa.table("definition_version", *map(sa.column, ("id", "version", "document")))
    given = sa.table(
        "signature",
        *map(sa.column, ("document_id", "version", "sha256", "side", "name")),
        sa.column("signed_at", UtcDateTime()),
    )
    for row in connection.execute(sa.select(kept).order_by(kept.c.id)).all():
        plain = json.loads(row.document)
        signed = plain.pop("signatures", [])
        words = json.dumps({**plain, "version": 1}, ensure_ascii=False, separators=(",", ":"))
        for one in signed:
            connection.execute(
                given.insert().values(
                    document_id=plain["id"],
                    version=row.version,
                    sha256=hashlib.sha256(words.encode()).hexdigest(),
                    side=one["side"],
                    name=one["name"],
                    signed_at=datetime.combine(date.fromisoformat(one["signed_on"]), time(), UTC),
                )
            )


def _past() -> None:
    op.create_table(
        "past_load",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("sha256", sa.Text(), server_default="", nullable=False),
        sa.Column("rows", sa.Integer(), server_default="0", nullable=False),
        sa.Column("left_out", sa.Integer(), server_default="0", nullable=False),
        sa.Column("loaded_by", sa.Text(), server_default="", nullable=False),
        sa.Column("loaded_at", UtcDateTime(), nullable=False),
        sa.Column("undone_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_past_load")),
    )
    op.create_table(
        "answer_shape",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("script_version_id", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("shape", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["script_version_id"],
            ["script_version.id"],
            name=op.f("fk_answer_shape_script_version_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer_shape")),
        sa.UniqueConstraint(
            "script_version_id", "sha256", name=op.f("uq_answer_shape_script_version_id")
        ),
    )


def _finished() -> None:
    op.create_table(
        "finished_case",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("lead_id", sa.Integer(), nullable=True),
        sa.Column("past_load_id", sa.Integer(), nullable=True),
        sa.Column("campaign_id", sa.Integer(), nullable=True),
        sa.Column("shape_id", sa.Integer(), nullable=False),
        sa.Column("definition_version_id", sa.Integer(), nullable=True),
        sa.Column("label", sa.Text(), server_default="", nullable=False),
        sa.Column("result", sa.Text(), server_default="", nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("finished_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaign.id"], name=op.f("fk_finished_case_campaign_id")
        ),
        sa.ForeignKeyConstraint(
            ["definition_version_id"],
            ["definition_version.id"],
            name=op.f("fk_finished_case_definition_version_id"),
        ),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_finished_case_lead_id")),
        sa.ForeignKeyConstraint(
            ["past_load_id"], ["past_load.id"], name=op.f("fk_finished_case_past_load_id")
        ),
        sa.ForeignKeyConstraint(
            ["shape_id"], ["answer_shape.id"], name=op.f("fk_finished_case_shape_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_finished_case")),
        sa.UniqueConstraint("lead_id", name=op.f("uq_finished_case_lead_id")),
    )
    with op.batch_alter_table("finished_case", schema=None) as batch_op:
        batch_op.create_index("ix_finished_case_campaign_id", ["campaign_id"], unique=False)
        batch_op.create_index("ix_finished_case_past_load_id", ["past_load_id"], unique=False)
        batch_op.create_index("ix_finished_case_shape_id", ["shape_id"], unique=False)


def _ratings() -> None:
    op.create_table(
        "rating_round",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("script_version_id", sa.Integer(), nullable=False),
        sa.Column("definition_version_id", sa.Integer(), nullable=False),
        sa.Column("made_by", sa.Text(), server_default="", nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.Column("closed_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaign.id"], name=op.f("fk_rating_round_campaign_id")
        ),
        sa.ForeignKeyConstraint(
            ["definition_version_id"],
            ["definition_version.id"],
            name=op.f("fk_rating_round_definition_version_id"),
        ),
        sa.ForeignKeyConstraint(
            ["script_version_id"],
            ["script_version.id"],
            name=op.f("fk_rating_round_script_version_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rating_round")),
    )


def _rating_cases() -> None:
    op.create_table(
        "rating_case",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        sa.Column("answers", sa.JSON(none_as_null=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["round_id"], ["rating_round.id"], name=op.f("fk_rating_case_round_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rating_case")),
        sa.UniqueConstraint("round_id", "position", name=op.f("uq_rating_case_round_id")),
    )
    op.create_table(
        "rating",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("rater", sa.Text(), nullable=False),
        sa.Column("criterion", sa.Text(), nullable=False),
        sa.Column("judgement", sa.Text(), server_default="", nullable=False),
        sa.Column("judged_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["rating_case.id"], name=op.f("fk_rating_case_id")),
        sa.PrimaryKeyConstraint("case_id", "rater", "criterion", name=op.f("pk_rating")),
    )


def _columns() -> None:
    with op.batch_alter_table("attempt", schema=None) as batch_op:
        batch_op.add_column(sa.Column("language", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("phase", sa.Text(), server_default="after", nullable=False))
    with op.batch_alter_table("campaign", schema=None) as batch_op:
        batch_op.add_column(sa.Column("event_starts_at", UtcDateTime(), nullable=True))
        batch_op.add_column(sa.Column("event_ends_at", UtcDateTime(), nullable=True))
        batch_op.add_column(sa.Column("before_script_version_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("attendees_at", UtcDateTime(), nullable=True))
        batch_op.add_column(sa.Column("people", sa.JSON(none_as_null=True), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_campaign_before_script_version_id"),
            "script_version",
            ["before_script_version_id"],
            ["id"],
        )
    with op.batch_alter_table("definition_version", schema=None) as batch_op:
        batch_op.add_column(sa.Column("added_by", sa.Text(), server_default="", nullable=False))
        batch_op.create_index(
            "ix_definition_version_document_id", ["document_id", "version"], unique=False
        )
    with op.batch_alter_table("intake_row", schema=None) as batch_op:
        batch_op.add_column(sa.Column("attendance", sa.Text(), server_default="", nullable=False))
    with op.batch_alter_table("lead_list", schema=None) as batch_op:
        batch_op.add_column(sa.Column("attended_at", UtcDateTime(), nullable=True))
    with op.batch_alter_table("lead", schema=None) as batch_op:
        batch_op.add_column(sa.Column("attendance", sa.Text(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("event_answer", sa.Text(), server_default="", nullable=False))
        batch_op.create_index(
            "ix_lead_attendance",
            ["campaign_id", "attendance", "id"],
            unique=False,
            sqlite_where=sa.text("attendance <> ''"),
            postgresql_where=sa.text("attendance <> ''"),
        )
    with op.batch_alter_table("script_version", schema=None) as batch_op:
        batch_op.add_column(sa.Column("added_by", sa.Text(), server_default="", nullable=False))
        batch_op.create_index(
            "ix_script_version_document_id", ["document_id", "version"], unique=False
        )
