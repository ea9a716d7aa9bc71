"""The workspace's own outcome catalogue, as the text it was written in."""

import sqlalchemy as sa

from qualdesk.store.believed import keep
from qualdesk.store.database import Transaction
from qualdesk.store.schema_campaigns import workspace


def kept_outcomes(tx: Transaction) -> str:
    """The text of the workspace's own catalogue; empty while it goes by the program's."""
    return tx.connection.scalar(_KEPT) or ""


def keep_outcomes(tx: Transaction, text: str) -> None:
    """Keep the workspace's own catalogue; the empty text lets it go."""
    keep(tx, _KEY, text)


_KEY = "outcomes"
_KEPT = sa.select(workspace.c.value).where(workspace.c.key == _KEY)
