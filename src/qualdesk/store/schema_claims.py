"""The table of which leads a team put before whom."""

import sqlalchemy as sa

from qualdesk.store.columns import (
    at_column,
    id_column,
    metadata,
    number_column,
    text_column,
)

# Each lead that was put before a caller of a team, and each that a look-up named to them: written
# by the server itself, never changed. No personal values; a lead's number says little by itself.
claim_log = sa.Table(
    "claim_log",
    metadata,
    id_column(),
    at_column("at", required=True),
    # The login is who it was; the name is whom it belonged to then.
    text_column("login"),
    text_column("caller"),
    # No reference: its list may be taken back. 0 for a look-up that named nobody.
    number_column("lead_id"),
    # Of a claim its token and kind (open, next, undo, offline).
    number_column("token"),
    text_column("kind"),
    # claim, or the look-up by its name.
    text_column("how"),
    # The how-manieth of that login; a number that is missing was drawn and its row undone.
    number_column("number"),
    sa.Index("ix_claim_log_login", "login", "how", "at", "number"),
    # Whether somebody had a lead, and whether theirs was its newest claim.
    sa.Index("ix_claim_log_lead_id", "lead_id", "token"),
)
