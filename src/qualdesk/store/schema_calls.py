"""The tables of what happened: calls, answers, promises, hand-offs, and the history of all."""

import sqlalchemy as sa

from qualdesk.store.columns import (
    at_column,
    flag_column,
    id_column,
    json_column,
    metadata,
    number_column,
    partial_index,
    ref_column,
    text_column,
)

SET_ASIDE = "attempt.fit_opened_early OR attempt.overridden IS NOT NULL"
"""Calls in which a rule of the house was set aside: few among millions."""

attempt = sa.Table(
    "attempt",
    metadata,
    sa.Column("id", sa.String(36), primary_key=True),
    ref_column("lead_id", "lead.id"),
    text_column("caller"),
    text_column("number"),
    at_column("started_at", required=True),
    at_column("ended_at"),
    text_column("outcome"),
    text_column("reason"),
    text_column("note"),
    text_column("hint"),
    ref_column("script_version_id", "script_version.id", required=False),
    ref_column("definition_version_id", "definition_version.id", required=False),
    # The language the script is read in; empty for its first, as in calls before there were more.
    text_column("language"),
    # The side of the campaign's event on which it began, before or after: its outcomes are of that.
    text_column("phase", default="after"),
    number_column("claim_token"),
    json_column("decision"),
    # A rule that was set aside for this call: which, why, and by whom.
    json_column("overridden"),
    # What the lead was to the queue when it was dialled, and the hour and weekday (Monday 0) on
    # its clock, -1 where nobody knew: what the queue learns from.
    text_column("traits"),
    number_column("their_hour", -1),
    number_column("their_day", -1),
    flag_column("fit_opened_early"),
    # They called us: no number was dialled, and no rule about dialling was asked.
    flag_column("is_incoming"),
    flag_column("is_conflict"),
    at_column("undone_at"),
    # How the lead stood before the outcome, so that undoing it is exact.
    json_column("before"),
    sa.Index("ix_attempt_lead_id", "lead_id", "started_at"),
    sa.Index("ix_attempt_caller", "caller", "ended_at"),
    # The calls of some days, for their report.
    sa.Index("ix_attempt_started_at", "started_at"),
)

partial_index("ix_attempt_set_aside", SET_ASIDE.replace("attempt.", ""), attempt.c.started_at)

answer = sa.Table(
    "answer",
    metadata,
    sa.Column("id", sa.String(36), primary_key=True),
    sa.Column("attempt_id", sa.String(36), sa.ForeignKey("attempt.id"), nullable=False),
    ref_column("lead_id", "lead.id"),
    text_column("question"),
    json_column("value"),
    text_column("words"),
    flag_column("does_not_know"),
    flag_column("is_cleared"),
    flag_column("is_conflict"),
    at_column("given_at", required=True),
    number_column("order"),
    sa.Index("ix_answer_lead_id", "lead_id", "question"),
    sa.Index("ix_answer_attempt_id", "attempt_id"),
)

callback = sa.Table(
    "callback",
    metadata,
    id_column(),
    ref_column("lead_id", "lead.id"),
    sa.Column("attempt_id", sa.String(36), sa.ForeignKey("attempt.id")),
    text_column("kind", default="fixed"),
    text_column("wall"),
    text_column("zone"),
    at_column("due_at", required=True),
    text_column("owner"),
    text_column("state", default="set"),
    # When they were called for it, and when the time to keep it had passed with nobody calling.
    at_column("kept_at"),
    at_column("missed_at"),
    # When its caller wants to hear of it, before it is due.
    at_column("remind_at"),
    sa.Index("ix_callback_lead_id", "lead_id"),
)
partial_index("ix_callback_set", "state = 'set'", callback.c.due_at)
# What became of the call backs of a day.
partial_index("ix_callback_settled", "state <> 'set'", callback.c.due_at)
partial_index("ix_callback_remind", "state = 'set'", callback.c.remind_at)

suppression = sa.Table(
    "suppression",
    metadata,
    id_column(),
    text_column("client"),
    text_column("scope"),
    text_column("fingerprint"),
    text_column("asked_by"),
    text_column("by"),
    text_column("reason"),
    sa.Column("attempt_id", sa.String(36), sa.ForeignKey("attempt.id")),
    at_column("at", required=True),
    # When it ends, for what ends by itself; None is never.
    at_column("expires_at"),
    # The first of the entries that were written down together; 0 for that one itself.
    number_column("said_with"),
    at_column("lifted_at"),
    text_column("lifted_because"),
    # How each lead stood that left the queue by it, so that lifting it is exact.
    json_column("stood"),
    # The do-not-call list it came from, when it was loaded and nobody said it in a call.
    ref_column("of_list", "suppression_list.id", required=False),
    sa.Index("ix_suppression_fingerprint", "fingerprint"),
    # Whole: what a list still holds is counted and lifted without passing over what it held.
    sa.Index("ix_suppression_of_list", "of_list", "lifted_at", "id"),
)
partial_index(
    "ix_suppression_expires_at",
    "expires_at IS NOT NULL AND lifted_at IS NULL",
    suppression.c.expires_at,
)
partial_index("ix_suppression_said_with", "said_with <> 0", suppression.c.said_with)

# A do-not-call list that was loaded: plain numbers, or numbers hashed with a client's own key.
suppression_list = sa.Table(
    "suppression_list",
    metadata,
    id_column(),
    text_column("client"),
    text_column("name"),
    text_column("kind", default="numbers"),
    text_column("sha256"),
    # What its hashes were made with; empty for plain numbers. Never shown, logged or exported.
    text_column("hash_key"),
    number_column("rows"),
    # How many of its rows held nothing that can be kept.
    number_column("left_out"),
    # False while it is loading; what is kept by then holds, and loading it again goes on there.
    flag_column("is_whole"),
    text_column("loaded_by"),
    at_column("loaded_at", required=True),
    at_column("lifted_at"),
    text_column("lifted_by"),
    text_column("lifted_because"),
)

suppression_hash = sa.Table(
    "suppression_hash",
    metadata,
    sa.Column("list_id", sa.Integer, sa.ForeignKey("suppression_list.id"), primary_key=True),
    sa.Column("hash", sa.String(64), primary_key=True),
)

handoff_batch = sa.Table(
    "handoff_batch",
    metadata,
    id_column(),
    ref_column("campaign_id", "campaign.id"),
    number_column("number", 1),
    text_column("receiver"),
    text_column("receiver_email"),
    text_column("answer_by"),
    text_column("state", default="preparing"),
    text_column("folder"),
    text_column("manifest_sha256"),
    text_column("made_by"),
    at_column("made_at", required=True),
    at_column("sent_at"),
    # The CRM's table as it was asked for, and folder or zip.
    text_column("profile"),
    text_column("wrapping", default="folder"),
    # When each run began that was interrupted: the package of any of them may lie there.
    json_column("begun"),
    # Taken back as a whole: what sales had answered by then stays answered.
    at_column("recalled_at"),
    text_column("recalled_by"),
    text_column("recalled_because"),
    sa.UniqueConstraint("campaign_id", "number"),
)

handoff_item = sa.Table(
    "handoff_item",
    metadata,
    sa.Column("id", sa.String(36), primary_key=True),
    ref_column("batch_id", "handoff_batch.id"),
    ref_column("lead_id", "lead.id"),
    ref_column("definition_version_id", "definition_version.id", required=False),
    json_column("brief", required=True),
    text_column("state", default="sent"),
    text_column("reason"),
    text_column("note"),
    text_column("answered_by"),
    at_column("answered_at"),
    text_column("receiver"),
    text_column("receiver_email"),
    # When a clock of it runs out; None: none runs. The second clock's end takes its place when
    # it is read.
    at_column("due_at"),
    at_column("answer_until"),
    at_column("read_at"),
    text_column("read_by"),
    # Where the answer came in: sheet, form, app, said, crm.
    text_column("answered_in"),
    text_column("opportunity"),
    # Decimal text, so that it is exact in both databases.
    text_column("amount"),
    text_column("currency"),
    # What became of it at the client: won, lost, or nothing yet; and how it stood before the
    # file that said so, so that taking the file back is exact.
    text_column("became"),
    at_column("became_at"),
    text_column("became_because"),
    ref_column("crm_load_id", "crm_load.id", required=False),
    json_column("before_load"),
    at_column("recycled_at"),
    text_column("recycled_to"),
    text_column("recycled_because"),
    # When its caller was told, once, that it came back.
    at_column("shown_at"),
    sa.UniqueConstraint("batch_id", "lead_id"),
    sa.Index("ix_handoff_item_lead_id", "lead_id"),
    sa.Index("ix_handoff_item_receiver", "receiver", "state", "batch_id"),
)
partial_index("ix_handoff_item_due_at", "due_at IS NOT NULL", handoff_item.c.due_at)
partial_index("ix_handoff_item_answered_at", "answered_at IS NOT NULL", handoff_item.c.answered_at)
partial_index(
    "ix_handoff_item_unshown",
    "state = 'sent_back' AND shown_at IS NULL",
    handoff_item.c.answered_at,
)
partial_index("ix_handoff_item_crm_load_id", "crm_load_id IS NOT NULL", handoff_item.c.crm_load_id)

# Append-only, and each row carries the hash of the one before it. No personal values in clear.
history = sa.Table(
    "history",
    metadata,
    id_column(),
    at_column("at", required=True),
    text_column("who"),
    text_column("what"),
    text_column("subject"),
    text_column("subject_id"),
    json_column("details"),
    text_column("previous_hash"),
    text_column("hash"),
    sa.Index("ix_history_subject", "subject", "subject_id"),
    # What one person did, the newest first.
    sa.Index("ix_history_who", "who", "id"),
)
