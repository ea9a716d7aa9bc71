"""The tables of what supervisors decide: questions about lists, calls looked at again, the head."""

import sqlalchemy as sa

from qualdesk.store.columns import (
    at_column,
    id_column,
    metadata,
    number_column,
    partial_index,
    ref_column,
    text_column,
)

# What callers do not understand about a list, asked once and answered once for everybody.
owner_question = sa.Table(
    "owner_question",
    metadata,
    id_column(),
    ref_column("campaign_id", "campaign.id"),
    # The list it is about; none when it is about all of the campaign. No reference: a list that
    # was broken off is thrown away.
    number_column("list_id"),
    text_column("asks"),
    at_column("asked_at", required=True),
    text_column("answer"),
    text_column("answered_by"),
    at_column("answered_at"),
    at_column("withdrawn_at"),
    text_column("withdrawn_by"),
)
partial_index(
    "ix_owner_question_campaign",
    "withdrawn_at IS NULL",
    owner_question.c.campaign_id,
    owner_question.c.list_id,
)

# Each caller who asked it, in their own words.
owner_ask = sa.Table(
    "owner_ask",
    metadata,
    id_column(),
    ref_column("question_id", "owner_question.id"),
    # The lead that was in front of them, 0 for none. No reference: its list may be taken back.
    number_column("lead_id"),
    text_column("asked_by"),
    text_column("says"),
    at_column("asked_at", required=True),
    # When they were told of the answer, between two calls.
    at_column("told_at"),
    sa.Index("ix_owner_ask_question_id", "question_id"),
    sa.Index("ix_owner_ask_lead_id", "lead_id"),
)
partial_index("ix_owner_ask_untold", "told_at IS NULL", owner_ask.c.asked_by)

# What a supervisor said of a call in which a rule of the house was set aside.
call_review = sa.Table(
    "call_review",
    metadata,
    sa.Column("attempt_id", sa.String(36), sa.ForeignKey("attempt.id"), primary_key=True),
    # fine, or noted: a message was left for the caller.
    text_column("mark"),
    text_column("reviewed_by"),
    at_column("reviewed_at", required=True),
    number_column("message_id"),
)

# How many entries the history has and what the last one is: one row, written with each entry, so
# that a missing end of the chain shows as well.
history_head = sa.Table(
    "history_head",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
    number_column("entries"),
    text_column("hash"),
)
