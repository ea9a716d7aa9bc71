"""The tables of what is tried on finished leads: their answers, loaded history, ratings."""

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

# Answers as a definition sees them: words are only given or not. Leads that answered alike share
# a shape, so that a definition is tried once for all of them.
answer_shape = sa.Table(
    "answer_shape",
    metadata,
    id_column(),
    ref_column("script_version_id", "script_version.id"),
    sa.Column("sha256", sa.String(64), nullable=False),
    text_column("shape"),
    sa.UniqueConstraint("script_version_id", "sha256"),
)

# History that was loaded so that there is something to try a definition on.
past_load = sa.Table(
    "past_load",
    metadata,
    id_column(),
    text_column("name"),
    text_column("sha256"),
    number_column("rows"),
    number_column("left_out"),
    text_column("loaded_by"),
    at_column("loaded_at", required=True),
    at_column("undone_at"),
)

# A lead that is done with, as it is tried again under other definitions. What sales said of a lead
# of ours is read from its hand-off; of loaded history it stands here.
finished_case = sa.Table(
    "finished_case",
    metadata,
    id_column(),
    ref_column("lead_id", "lead.id", required=False),
    ref_column("past_load_id", "past_load.id", required=False),
    ref_column("campaign_id", "campaign.id", required=False),
    ref_column("shape_id", "answer_shape.id"),
    ref_column("definition_version_id", "definition_version.id", required=False),
    # What loaded history calls it; empty for a lead of ours.
    text_column("label"),
    # taken, sent_back, won, lost; empty when it was not handed over.
    text_column("result"),
    text_column("reason"),
    at_column("finished_at", required=True),
    sa.UniqueConstraint("lead_id"),
    sa.Index("ix_finished_case_shape_id", "shape_id"),
    sa.Index("ix_finished_case_campaign_id", "campaign_id"),
    sa.Index("ix_finished_case_past_load_id", "past_load_id"),
)

# Two people judge the same answers, without knowing whose they are.
rating_round = sa.Table(
    "rating_round",
    metadata,
    id_column(),
    ref_column("campaign_id", "campaign.id"),
    ref_column("script_version_id", "script_version.id"),
    ref_column("definition_version_id", "definition_version.id"),
    text_column("made_by"),
    at_column("made_at", required=True),
    at_column("closed_at"),
)

rating_case = sa.Table(
    "rating_case",
    metadata,
    id_column(),
    ref_column("round_id", "rating_round.id"),
    number_column("position"),
    # By question: the value, their words, does not know. Nothing says who it was.
    json_column("answers", required=True),
    sa.UniqueConstraint("round_id", "position"),
)

rating = sa.Table(
    "rating",
    metadata,
    sa.Column("case_id", sa.Integer, sa.ForeignKey("rating_case.id"), primary_key=True),
    sa.Column("rater", sa.Text, primary_key=True),
    sa.Column("criterion", sa.Text, primary_key=True),
    # met, not_met or unclear.
    text_column("judgement"),
    at_column("judged_at", required=True),
)
