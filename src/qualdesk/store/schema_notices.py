"""The table of who is told of a batch, and how far that came."""

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

# One way of telling one salesperson of one batch. Every try is written down before it goes out,
# so that one that was cut off is known as such.
handoff_notice = sa.Table(
    "handoff_notice",
    metadata,
    id_column(),
    ref_column("batch_id", "handoff_batch.id"),
    text_column("receiver"),
    # mail, file (a mail to be opened elsewhere), mailto, call.
    text_column("channel", default="mail"),
    # batch, recall, reminder.
    text_column("about", default="batch"),
    text_column("address"),
    # waiting, sending, sent, failed, told, dropped.
    text_column("state", default="waiting"),
    number_column("tries"),
    text_column("result"),
    text_column("message_id"),
    text_column("by"),
    at_column("made_at", required=True),
    at_column("tried_at"),
    at_column("done_at"),
    at_column("next_at"),
    sa.UniqueConstraint("batch_id", "receiver", "channel", "about"),
)
partial_index(
    "ix_handoff_notice_open",
    "state IN ('waiting', 'sending', 'failed')",
    handoff_notice.c.channel,
    handoff_notice.c.next_at,
)
