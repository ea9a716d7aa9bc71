"""The tables of the kept counts: what the Floor reads instead of counting a million rows."""

import sqlalchemy as sa

from qualdesk.store.columns import (
    id_column,
    metadata,
    number_column,
    partial_index,
    text_column,
)

# So many of one kind: leads of a group, calls of an hour, leads finished in a quarter of an hour.
# Written by triggers alone (tally_triggers.py); tally_sql.py says what each key is made of.
tally = sa.Table(
    "tally",
    metadata,
    sa.Column("campaign_id", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("what", sa.Text, primary_key=True),
    sa.Column("key", sa.Text, primary_key=True),
    number_column("counted"),
)

# On a shared server nobody waits for another's count: each change stands in a row of its own
# until it is added up. A file has one writer anyway, and none of these.
tally_delta = sa.Table(
    "tally_delta",
    metadata,
    id_column(),
    number_column("campaign_id"),
    text_column("what"),
    text_column("key"),
    number_column("counted"),
)

LISTED = {
    "called": "(last_attempt_at IS NOT NULL OR was_reached)",
    "never_called": "(state = 'waiting' AND last_attempt_at IS NULL AND NOT was_reached)",
    "reached": "was_reached",
    "finished": "state NOT IN ('waiting', 'callback', 'research')",
    "qualified": "(state IN ('qualified', 'in_batch', 'taken', 'sent_back', 'won', 'lost')"
    " OR with_sales <> 0)",
}
"""Of leads, those that stand behind a number of the Floor, each found by an index of its own."""


def index_lists(lead: sa.Table) -> None:
    """Let those leads be listed a page at a time."""
    for name, where in LISTED.items():
        partial_index(f"ix_lead_{name}", where, lead.c.campaign_id, lead.c.id)
