"""The tables of the first version."""

import sqlalchemy as sa
from alembic import op

from qualdesk.store.columns import UtcDateTime

revision = "0001"
down_revision = None


def upgrade() -> None:  # noqa: PLR0915 - every table of the first version
    """Take the step."""
    op.create_table(
        "company",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("key", sa.Text(), server_default="", nullable=False),
        sa.Column("fingerprint", sa.Text(), server_default="", nullable=False),
        sa.Column("about", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_company")),
    )
    op.create_index("ix_company_fingerprint", "company", ["fingerprint"], unique=False)
    op.create_index("ix_company_key", "company", ["key"], unique=False)
    op.create_table(
        "definition_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Text(), server_default="", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("sha256", sa.Text(), server_default="", nullable=False),
        sa.Column("document", sa.Text(), server_default="", nullable=False),
        sa.Column("added_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_definition_version")),
        sa.UniqueConstraint("sha256", name=op.f("uq_definition_version_sha256")),
    )
    op.create_table(
        "history",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("who", sa.Text(), server_default="", nullable=False),
        sa.Column("what", sa.Text(), server_default="", nullable=False),
        sa.Column("subject", sa.Text(), server_default="", nullable=False),
        sa.Column("subject_id", sa.Text(), server_default="", nullable=False),
        sa.Column("details", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("previous_hash", sa.Text(), server_default="", nullable=False),
        sa.Column("hash", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_history")),
    )
    op.create_index("ix_history_subject", "history", ["subject", "subject_id"], unique=False)
    op.create_table(
        "member",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), server_default="caller", nullable=False),
        sa.Column("client", sa.Text(), server_default="", nullable=False),
        sa.Column("seen_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_member")),
    )
    op.create_table(
        "script_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Text(), server_default="", nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("sha256", sa.Text(), server_default="", nullable=False),
        sa.Column("document", sa.Text(), server_default="", nullable=False),
        sa.Column("added_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_script_version")),
        sa.UniqueConstraint("sha256", name=op.f("uq_script_version_sha256")),
    )
    op.create_table(
        "workspace",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_workspace")),
    )
    op.create_table(
        "campaign",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("client", sa.Text(), server_default="", nullable=False),
        sa.Column("region", sa.Text(), server_default="", nullable=False),
        sa.Column("source", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("has_source_card", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("opens_at", UtcDateTime(), nullable=True),
        sa.Column("closes_at", UtcDateTime(), nullable=True),
        sa.Column("window_zone", sa.Text(), server_default="UTC", nullable=False),
        sa.Column("limits", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("max_attempts", sa.Integer(), server_default="6", nullable=False),
        sa.Column("grace_seconds", sa.Integer(), server_default="1200", nullable=False),
        sa.Column("handoff", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("script_version_id", sa.Integer(), nullable=True),
        sa.Column("definition_version_id", sa.Integer(), nullable=True),
        sa.Column("is_paused", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["definition_version_id"],
            ["definition_version.id"],
            name=op.f("fk_campaign_definition_version_id"),
        ),
        sa.ForeignKeyConstraint(
            ["script_version_id"], ["script_version.id"], name=op.f("fk_campaign_script_version_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaign")),
        sa.UniqueConstraint("client", "name", name=op.f("uq_campaign_client")),
    )
    op.create_table(
        "contact",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("company_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("first_name", sa.Text(), server_default="", nullable=False),
        sa.Column("last_name", sa.Text(), server_default="", nullable=False),
        sa.Column("name_key", sa.Text(), server_default="", nullable=False),
        sa.Column("title", sa.Text(), server_default="", nullable=False),
        sa.Column("city", sa.Text(), server_default="", nullable=False),
        sa.Column("subdivision", sa.Text(), server_default="", nullable=False),
        sa.Column("postcode", sa.Text(), server_default="", nullable=False),
        sa.Column("country", sa.Text(), server_default="", nullable=False),
        sa.Column("languages", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("zones", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("zone_basis", sa.Text(), server_default="", nullable=False),
        sa.Column("fingerprint", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["company_id"], ["company.id"], name=op.f("fk_contact_company_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
    )
    op.create_index("ix_contact_company_id", "contact", ["company_id"], unique=False)
    op.create_index("ix_contact_fingerprint", "contact", ["fingerprint"], unique=False)
    op.create_index("ix_contact_name_key", "contact", ["name_key", "company_id"], unique=False)
    op.create_table(
        "cell",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("zone_set", sa.Text(), server_default="", nullable=False),
        sa.Column("compiled_from", UtcDateTime(), nullable=True),
        sa.Column("compiled_until", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_cell_campaign_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cell")),
        sa.UniqueConstraint("campaign_id", "zone_set", name=op.f("uq_cell_campaign_id")),
    )
    op.create_table(
        "contact_email",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        sa.Column("address", sa.Text(), server_default="", nullable=False),
        sa.Column("key", sa.Text(), server_default="", nullable=False),
        sa.Column("fingerprint", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_contact_email_contact_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_email")),
    )
    op.create_index("ix_contact_email_contact_id", "contact_email", ["contact_id"], unique=False)
    op.create_index("ix_contact_email_fingerprint", "contact_email", ["fingerprint"], unique=False)
    op.create_index("ix_contact_email_key", "contact_email", ["key"], unique=False)
    op.create_table(
        "contact_phone",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        sa.Column("raw", sa.Text(), server_default="", nullable=False),
        sa.Column("state", sa.Text(), server_default="", nullable=False),
        sa.Column("e164", sa.Text(), server_default="", nullable=False),
        sa.Column("extension", sa.Text(), server_default="", nullable=False),
        sa.Column("kind", sa.Text(), server_default="unknown", nullable=False),
        sa.Column("shown", sa.Text(), server_default="", nullable=False),
        sa.Column("region", sa.Text(), server_default="", nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("fingerprint", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_contact_phone_contact_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_phone")),
    )
    op.create_index("ix_contact_phone_contact_id", "contact_phone", ["contact_id"], unique=False)
    op.create_index("ix_contact_phone_e164", "contact_phone", ["e164"], unique=False)
    op.create_index("ix_contact_phone_fingerprint", "contact_phone", ["fingerprint"], unique=False)
    op.create_table(
        "handoff_batch",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), server_default="1", nullable=False),
        sa.Column("receiver", sa.Text(), server_default="", nullable=False),
        sa.Column("receiver_email", sa.Text(), server_default="", nullable=False),
        sa.Column("answer_by", sa.Text(), server_default="", nullable=False),
        sa.Column("state", sa.Text(), server_default="preparing", nullable=False),
        sa.Column("folder", sa.Text(), server_default="", nullable=False),
        sa.Column("manifest_sha256", sa.Text(), server_default="", nullable=False),
        sa.Column("made_by", sa.Text(), server_default="", nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.Column("sent_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaign.id"], name=op.f("fk_handoff_batch_campaign_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handoff_batch")),
        sa.UniqueConstraint("campaign_id", "number", name=op.f("uq_handoff_batch_campaign_id")),
    )
    op.create_table(
        "lead_list",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("file_name", sa.Text(), server_default="", nullable=False),
        sa.Column("sha256", sa.Text(), server_default="", nullable=False),
        sa.Column("state", sa.Text(), server_default="staging", nullable=False),
        sa.Column("loaded_by", sa.Text(), server_default="", nullable=False),
        sa.Column("loaded_at", UtcDateTime(), nullable=False),
        sa.Column("mapping", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("rows", sa.Integer(), server_default="0", nullable=False),
        sa.Column("new", sa.Integer(), server_default="0", nullable=False),
        sa.Column("updated", sa.Integer(), server_default="0", nullable=False),
        sa.Column("merged", sa.Integer(), server_default="0", nullable=False),
        sa.Column("left_out", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaign.id"], name=op.f("fk_lead_list_campaign_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lead_list")),
    )
    op.create_index("ix_lead_list_campaign_id", "lead_list", ["campaign_id"], unique=False)
    op.create_table(
        "lead",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("cell_id", sa.Integer(), nullable=False),
        sa.Column("external_id", sa.Text(), server_default="", nullable=False),
        sa.Column("signals", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("rank", sa.Integer(), server_default="0", nullable=False),
        sa.Column("state", sa.Text(), server_default="waiting", nullable=False),
        sa.Column("state_reason", sa.Text(), server_default="", nullable=False),
        sa.Column("ready", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("wake_at", UtcDateTime(), nullable=True),
        sa.Column("due_at", UtcDateTime(), nullable=True),
        sa.Column("callback_owner", sa.Text(), server_default="", nullable=False),
        sa.Column("closes_at", UtcDateTime(), nullable=True),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("tried_on", sa.Text(), server_default="", nullable=False),
        sa.Column("tried_that_day", sa.Integer(), server_default="0", nullable=False),
        sa.Column("last_attempt_at", UtcDateTime(), nullable=True),
        sa.Column("last_outcome", sa.Text(), server_default="", nullable=False),
        sa.Column("nurture_track", sa.Text(), server_default="", nullable=False),
        sa.Column("held_back", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("referred_by", sa.Integer(), nullable=True),
        sa.Column("claimed_by", sa.Text(), nullable=True),
        sa.Column("claim_kind", sa.Text(), nullable=True),
        sa.Column("claim_slot", sa.Integer(), server_default="0", nullable=False),
        sa.Column("claim_token", sa.Integer(), server_default="0", nullable=False),
        sa.Column("claim_until", UtcDateTime(), nullable=True),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint(
            "NOT ready OR state = 'waiting'", name=op.f("ck_lead_only_waiting_is_ready")
        ),
        sa.CheckConstraint(
            "(claimed_by IS NULL) = (claim_until IS NULL)", name=op.f("ck_lead_claim_is_whole")
        ),
        sa.CheckConstraint(
            "NOT (ready AND claimed_by IS NOT NULL)", name=op.f("ck_lead_claimed_is_not_ready")
        ),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_lead_campaign_id")),
        sa.ForeignKeyConstraint(["cell_id"], ["cell.id"], name=op.f("fk_lead_cell_id")),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_lead_contact_id")),
        sa.ForeignKeyConstraint(["referred_by"], ["lead.id"], name=op.f("fk_lead_referred_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lead")),
        sa.UniqueConstraint("campaign_id", "contact_id", name=op.f("uq_lead_campaign_id")),
    )
    op.create_index("ix_lead_bucket", "lead", ["campaign_id", "state"], unique=False)
    op.create_index(
        "ix_lead_claim_until",
        "lead",
        ["claim_until"],
        unique=False,
        sqlite_where=sa.text("claimed_by IS NOT NULL"),
        postgresql_where=sa.text("claimed_by IS NOT NULL"),
    )
    op.create_index(
        "ix_lead_closes_at",
        "lead",
        ["closes_at"],
        unique=False,
        sqlite_where=sa.text("ready AND closes_at IS NOT NULL"),
        postgresql_where=sa.text("ready AND closes_at IS NOT NULL"),
    )
    op.create_index("ix_lead_contact_id", "lead", ["contact_id"], unique=False)
    op.create_index(
        "ix_lead_due_at",
        "lead",
        ["due_at"],
        unique=False,
        sqlite_where=sa.text("due_at IS NOT NULL AND claimed_by IS NULL"),
        postgresql_where=sa.text("due_at IS NOT NULL AND claimed_by IS NULL"),
    )
    op.create_index(
        "ix_lead_head",
        "lead",
        ["cell_id", sa.literal_column("rank DESC"), "id"],
        unique=False,
        sqlite_where=sa.text("ready"),
        postgresql_where=sa.text("ready"),
    )
    op.create_index(
        "ix_lead_referred_by",
        "lead",
        ["referred_by"],
        unique=False,
        sqlite_where=sa.text("referred_by IS NOT NULL"),
        postgresql_where=sa.text("referred_by IS NOT NULL"),
    )
    op.create_index(
        "ix_lead_wake_at",
        "lead",
        ["wake_at"],
        unique=False,
        sqlite_where=sa.text("wake_at IS NOT NULL AND claimed_by IS NULL"),
        postgresql_where=sa.text("wake_at IS NOT NULL AND claimed_by IS NULL"),
    )
    op.create_index(
        "uq_lead_claim",
        "lead",
        ["claimed_by", "claim_kind", "claim_slot"],
        unique=True,
        sqlite_where=sa.text("claimed_by IS NOT NULL"),
        postgresql_where=sa.text("claimed_by IS NOT NULL"),
    )
    op.create_table(
        "open_hours",
        sa.Column("cell_id", sa.Integer(), nullable=False),
        sa.Column("opens_at", UtcDateTime(), nullable=False),
        sa.Column("closes_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["cell_id"], ["cell.id"], name=op.f("fk_open_hours_cell_id")),
        sa.PrimaryKeyConstraint("cell_id", "opens_at", name=op.f("pk_open_hours")),
    )
    op.create_table(
        "attempt",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("lead_id", sa.Integer(), nullable=False),
        sa.Column("caller", sa.Text(), server_default="", nullable=False),
        sa.Column("number", sa.Text(), server_default="", nullable=False),
        sa.Column("started_at", UtcDateTime(), nullable=False),
        sa.Column("ended_at", UtcDateTime(), nullable=True),
        sa.Column("outcome", sa.Text(), server_default="", nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("hint", sa.Text(), server_default="", nullable=False),
        sa.Column("script_version_id", sa.Integer(), nullable=True),
        sa.Column("definition_version_id", sa.Integer(), nullable=True),
        sa.Column("claim_token", sa.Integer(), server_default="0", nullable=False),
        sa.Column("decision", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("fit_opened_early", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("is_conflict", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("undone_at", UtcDateTime(), nullable=True),
        sa.Column("before", sa.JSON(none_as_null=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["definition_version_id"],
            ["definition_version.id"],
            name=op.f("fk_attempt_definition_version_id"),
        ),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_attempt_lead_id")),
        sa.ForeignKeyConstraint(
            ["script_version_id"], ["script_version.id"], name=op.f("fk_attempt_script_version_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attempt")),
    )
    op.create_index("ix_attempt_caller", "attempt", ["caller", "ended_at"], unique=False)
    op.create_index("ix_attempt_lead_id", "attempt", ["lead_id", "started_at"], unique=False)
    op.create_table(
        "handoff_item",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("lead_id", sa.Integer(), nullable=False),
        sa.Column("definition_version_id", sa.Integer(), nullable=True),
        sa.Column("brief", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("state", sa.Text(), server_default="sent", nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("answered_by", sa.Text(), server_default="", nullable=False),
        sa.Column("answered_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["handoff_batch.id"], name=op.f("fk_handoff_item_batch_id")
        ),
        sa.ForeignKeyConstraint(
            ["definition_version_id"],
            ["definition_version.id"],
            name=op.f("fk_handoff_item_definition_version_id"),
        ),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_handoff_item_lead_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handoff_item")),
        sa.UniqueConstraint("batch_id", "lead_id", name=op.f("uq_handoff_item_batch_id")),
    )
    op.create_index("ix_handoff_item_lead_id", "handoff_item", ["lead_id"], unique=False)
    op.create_table(
        "intake_row",
        sa.Column("list_id", sa.Integer(), nullable=False),
        sa.Column("row_number", sa.Integer(), nullable=False),
        sa.Column("raw", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("result", sa.Text(), server_default="", nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("lead_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_intake_row_lead_id")),
        sa.ForeignKeyConstraint(["list_id"], ["lead_list.id"], name=op.f("fk_intake_row_list_id")),
        sa.PrimaryKeyConstraint("list_id", "row_number", name=op.f("pk_intake_row")),
    )
    op.create_index("ix_intake_row_lead_id", "intake_row", ["lead_id"], unique=False)
    op.create_table(
        "touchpoint",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("lead_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("says", sa.Text(), server_default="", nullable=False),
        sa.Column("at", UtcDateTime(), nullable=True),
        sa.Column("by", sa.Text(), server_default="", nullable=False),
        sa.Column("question", sa.Text(), server_default="", nullable=False),
        sa.Column("value", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_touchpoint_lead_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_touchpoint")),
    )
    op.create_index("ix_touchpoint_lead_id", "touchpoint", ["lead_id"], unique=False)
    op.create_table(
        "answer",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("attempt_id", sa.String(length=36), nullable=False),
        sa.Column("lead_id", sa.Integer(), nullable=False),
        sa.Column("question", sa.Text(), server_default="", nullable=False),
        sa.Column("value", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("words", sa.Text(), server_default="", nullable=False),
        sa.Column("does_not_know", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("is_cleared", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("is_conflict", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("given_at", UtcDateTime(), nullable=False),
        sa.Column("order", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["attempt_id"], ["attempt.id"], name=op.f("fk_answer_attempt_id")),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_answer_lead_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer")),
    )
    op.create_index("ix_answer_attempt_id", "answer", ["attempt_id"], unique=False)
    op.create_index("ix_answer_lead_id", "answer", ["lead_id", "question"], unique=False)
    op.create_table(
        "callback",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("lead_id", sa.Integer(), nullable=False),
        sa.Column("attempt_id", sa.String(length=36), nullable=True),
        sa.Column("kind", sa.Text(), server_default="fixed", nullable=False),
        sa.Column("wall", sa.Text(), server_default="", nullable=False),
        sa.Column("zone", sa.Text(), server_default="", nullable=False),
        sa.Column("due_at", UtcDateTime(), nullable=False),
        sa.Column("owner", sa.Text(), server_default="", nullable=False),
        sa.Column("state", sa.Text(), server_default="set", nullable=False),
        sa.ForeignKeyConstraint(
            ["attempt_id"], ["attempt.id"], name=op.f("fk_callback_attempt_id")
        ),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_callback_lead_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_callback")),
    )
    op.create_index("ix_callback_lead_id", "callback", ["lead_id"], unique=False)
    op.create_table(
        "suppression",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("client", sa.Text(), server_default="", nullable=False),
        sa.Column("scope", sa.Text(), server_default="", nullable=False),
        sa.Column("fingerprint", sa.Text(), server_default="", nullable=False),
        sa.Column("asked_by", sa.Text(), server_default="", nullable=False),
        sa.Column("by", sa.Text(), server_default="", nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("attempt_id", sa.String(length=36), nullable=True),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("lifted_at", UtcDateTime(), nullable=True),
        sa.Column("lifted_because", sa.Text(), server_default="", nullable=False),
        sa.Column("stood", sa.JSON(none_as_null=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["attempt_id"], ["attempt.id"], name=op.f("fk_suppression_attempt_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_suppression")),
    )
    op.create_index("ix_suppression_fingerprint", "suppression", ["fingerprint"], unique=False)
