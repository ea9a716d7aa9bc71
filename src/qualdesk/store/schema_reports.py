"""The tables of reports that are made by themselves: when, of what, and what came of each run."""

import sqlalchemy as sa

from qualdesk.store.columns import (
    at_column,
    flag_column,
    id_column,
    json_column,
    metadata,
    number_column,
    ref_column,
    text_column,
)

report_schedule = sa.Table(
    "report_schedule",
    metadata,
    id_column(),
    # day or week.
    text_column("of", default="day"),
    # None is all campaigns.
    ref_column("campaign_id", "campaign.id", required=False),
    # The time on the clock of this zone, as 18:00, and of a week the day it is made on, Monday 0.
    text_column("wall"),
    text_column("zone"),
    number_column("weekday"),
    text_column("folder"),
    # .pdf, .xlsx; and who gets them by mail.
    json_column("kinds", required=True),
    json_column("mail", required=True),
    flag_column("is_on"),
    text_column("made_by"),
    at_column("made_at", required=True),
    # What was due before this is not made any more: it was not there yet, or switched off.
    at_column("counts_from", required=True),
    # Kept for a while, so that removing it can be undone with what came of its runs.
    at_column("removed_at"),
)

# A run of a schedule at its time. Two keepers cannot both begin it: it is there once.
report_run = sa.Table(
    "report_run",
    metadata,
    id_column(),
    ref_column("schedule_id", "report_schedule.id"),
    at_column("due_at", required=True),
    # making, made, failed.
    text_column("state", default="making"),
    number_column("tries"),
    at_column("began_at", required=True),
    at_column("ended_at"),
    at_column("next_at"),
    # What went wrong as a code with its values: it is said in the language of whoever looks.
    text_column("fault"),
    json_column("fault_of", required=True),
    # The days it is of, the files that were written, and who was sent them.
    text_column("days"),
    json_column("files", required=True),
    json_column("mailed", required=True),
    sa.UniqueConstraint("schedule_id", "due_at"),
)
