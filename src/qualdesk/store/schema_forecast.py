"""The tables of what a supervisor changed from a forecast, so that it can be taken back exactly."""

import sqlalchemy as sa

from qualdesk.store.columns import (
    at_column,
    id_column,
    json_column,
    metadata,
    number_column,
    ref_column,
    text_column,
)

# Levers that were applied in one step: how the campaign stood before, and how it was left.
plan_change = sa.Table(
    "plan_change",
    metadata,
    id_column(),
    ref_column("campaign_id", "campaign.id"),
    text_column("made_by"),
    at_column("made_at", required=True),
    # begun: leads are being ended; applied; taken_back.
    text_column("state", default="begun"),
    json_column("before", required=True),
    json_column("after", required=True),
    sa.Index("ix_plan_change_campaign_id", "campaign_id", "state"),
)

# The leads whose tries it used up, as they stood. No reference to leads: their list may be taken
# back, which takes nothing from what was done to the others.
plan_change_lead = sa.Table(
    "plan_change_lead",
    metadata,
    sa.Column("change_id", sa.Integer, sa.ForeignKey("plan_change.id"), primary_key=True),
    sa.Column("lead_id", sa.Integer, primary_key=True, autoincrement=False),
    text_column("state_reason"),
    at_column("wake_at"),
    number_column("attempts"),
)
