"""The tables of a team at its desks: what came too late, and how much is shown to whom."""

import sqlalchemy as sa

from qualdesk.store.columns import (
    at_column,
    id_column,
    json_column,
    metadata,
    number_column,
    partial_index,
    text_column,
)

# What was saved under a lead that somebody else had by then, or could not be done any more when
# it arrived: kept as it was said, for a supervisor.
late_save = sa.Table(
    "late_save",
    metadata,
    # Of a call, the call's own id; else that of the save.
    sa.Column("id", sa.Text, primary_key=True),
    text_column("attempt_id"),
    # No reference: its list may be taken back.
    number_column("lead_id"),
    text_column("caller"),
    # call, or the name of a save (qualdesk.desk.saves).
    text_column("does"),
    # What it was to be done with; of a call its outcome, and what was given beside it.
    json_column("said"),
    text_column("why"),
    at_column("arrived_at", required=True),
    # left or taken, once a supervisor has chosen; what taking back the choice needs.
    text_column("choice"),
    text_column("settled_by"),
    at_column("settled_at"),
    json_column("back"),
    sa.Index("ix_late_save_lead_id", "lead_id"),
)
partial_index("ix_late_save_waiting", "settled_at IS NULL", late_save.c.arrived_at)

# What counts for one caller in the place of the team's usual limits.
claim_limit = sa.Table(
    "claim_limit",
    metadata,
    sa.Column("caller", sa.Text, primary_key=True),
    number_column("seconds_between"),
    number_column("per_hour"),
    number_column("per_day"),
    number_column("offline"),
    text_column("set_by"),
    at_column("set_at", required=True),
    # Until when they count, if not for good; and what counts then, nothing for the usual.
    at_column("until"),
    json_column("before"),
)

# A caller came near a limit: once for each hour, or day.
claim_alarm = sa.Table(
    "claim_alarm",
    metadata,
    id_column(),
    at_column("at", required=True),
    text_column("caller"),
    # hour or day.
    text_column("span"),
    number_column("taken"),
    number_column("allowed"),
    text_column("seen_by"),
    at_column("seen_at"),
    sa.Index("ix_claim_alarm_caller", "caller", "span", "at"),
)
