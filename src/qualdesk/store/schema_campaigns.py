"""The tables of a workspace and who works in it, of campaigns, and of the order of their leads.

They never leave the store.
"""

import sqlalchemy as sa

from qualdesk.store.columns import (
    UtcDateTime,
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

workspace = sa.Table(
    "workspace",
    metadata,
    sa.Column("key", sa.Text, primary_key=True),
    text_column("value"),
)

member = sa.Table(
    "member",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    text_column("role", default="caller"),
    # Their login at the server of a team; empty where they have none.
    text_column("login"),
    text_column("client"),
    at_column("seen_at"),
    # How sales is reached, and when on their own clock: duty of salespeople, shifts of callers.
    text_column("email"),
    text_column("phone"),
    text_column("zone"),
    json_column("shifts"),
    json_column("duty"),
    json_column("languages"),
    # Whose public holidays they keep, and on which of them they work all the same, as dates.
    text_column("calendar"),
    json_column("at_work_on"),
    # What they said they do, beside what their calls tell: their break and its end, or that a
    # call became a talk or is being written up. It says nothing any more when a call came after.
    text_column("state"),
    at_column("state_since"),
    at_column("back_at"),
    # The campaign a supervisor moved them to, 0 for none; who did, until they were told.
    number_column("works_for"),
    text_column("moved_by"),
    # Where names are not shown they are this seat, from then on for a working day.
    number_column("seat"),
    at_column("seat_at"),
)
partial_index("uq_member_login", "login <> ''", member.c.login, unique=True)

campaign = sa.Table(
    "campaign",
    metadata,
    id_column(),
    text_column("name"),
    text_column("kind"),
    text_column("client"),
    text_column("region"),
    json_column("source"),
    # All that must be said before calls is said, or was when it had to be less: without that
    # no call may start.
    flag_column("has_source_card"),
    at_column("opens_at"),
    at_column("closes_at"),
    text_column("window_zone", default="UTC"),
    # Somebody said that calling goes on until it is stopped; no end alone may be forgotten.
    flag_column("window_has_no_end"),
    # When the permission to call its people ends, None when it does not.
    at_column("permitted_until"),
    json_column("limits", required=True),
    number_column("max_attempts", 6),
    # The same for who came for the giveaway alone; none: as all others.
    sa.Column("giveaway_attempts", sa.Integer),
    # Callers a supervisor plans beyond those who are known: from which day, how many.
    json_column("planned_callers"),
    # After this time a promise may be kept by anyone, not only by who made it.
    number_column("grace_seconds", 1200),
    json_column("handoff", required=True),
    ref_column("script_version_id", "script_version.id", required=False),
    ref_column("definition_version_id", "definition_version.id", required=False),
    # The event its people come from or are asked to: until it ends callers work by the script of
    # before, when there is one.
    at_column("event_starts_at"),
    at_column("event_ends_at"),
    ref_column("before_script_version_id", "script_version.id", required=False),
    # When the list of those who were there was loaded.
    at_column("attendees_at"),
    # Who signs and who answers callers' questions, by their part.
    json_column("people"),
    # What can be sent to whoever asks for it, the words of the question that lets mails be sent by
    # language, and how messages are left on machines when that is what the campaign is for.
    json_column("materials"),
    json_column("opt_in"),
    json_column("voicemail"),
    flag_column("is_paused"),
    # What its people are to the law: business, consumer, or empty: each by what is known.
    text_column("audience"),
    # What a supervisor says about its place beside other campaigns.
    number_column("weight_percent", 100),
    number_column("share_percent"),
    flag_column("giveaway_last"),
    # Rule sets that do not count here: which, why, who said so and when.
    json_column("rule_overrides"),
    at_column("made_at", required=True),
    sa.UniqueConstraint("client", "name"),
)

# Leads of one campaign who are on the same clocks and the same to the law share a cell: what
# depends on the clock is worked out once per cell, not once per lead.
cell = sa.Table(
    "cell",
    metadata,
    id_column(),
    ref_column("campaign_id", "campaign.id"),
    # The list that is being loaded, 0 for the campaign's own: nobody is called from the cell of
    # a list that is not published, so that publishing is one small change.
    number_column("of_list"),
    text_column("zone_set"),
    # What its people are to the law, as the key of that value.
    text_column("legal"),
    # The span for which open_hours is worked out; empty when it must be done again.
    at_column("compiled_from"),
    at_column("compiled_until"),
    sa.UniqueConstraint("campaign_id", "of_list", "zone_set", "legal"),
)

# How often the law lets a person of a cell be called within a rolling span.
cell_limit = sa.Table(
    "cell_limit",
    metadata,
    sa.Column("cell_id", sa.Integer, sa.ForeignKey("cell.id"), primary_key=True),
    sa.Column("calls", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("seconds", sa.Integer, primary_key=True, autoincrement=False),
)

# Leads of a cell that look alike to the queue: the same chance that they answer and qualify. Their
# order among each other is how long they have rested.
stack = sa.Table(
    "stack",
    metadata,
    id_column(),
    ref_column("cell_id", "cell.id"),
    # What they share, as the key of that value; empty while nobody has sorted them.
    text_column("traits"),
    # 1 for those a supervisor wants first, -1 for those to come last.
    number_column("tier"),
    # Qualified conversations per caller minute, as it was worked out at that time.
    sa.Column("score", sa.Float, nullable=False, server_default="0"),
    at_column("ranked_at"),
    sa.UniqueConstraint("cell_id", "traits"),
)
sa.Index("ix_stack_order", stack.c.tier.desc(), stack.c.score.desc(), stack.c.id)

open_hours = sa.Table(
    "open_hours",
    metadata,
    sa.Column("cell_id", sa.Integer, sa.ForeignKey("cell.id"), primary_key=True),
    sa.Column("opens_at", UtcDateTime, primary_key=True),
    at_column("closes_at", required=True),
)
