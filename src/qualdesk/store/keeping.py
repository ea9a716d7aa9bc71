"""That a keeper is at work: a time it writes down, which every window can read."""

from datetime import datetime, timedelta
from typing import Final

import sqlalchemy as sa

from qualdesk.store import believed
from qualdesk.store.database import Transaction
from qualdesk.store.schema_campaigns import workspace

# A keeper that has not been heard of for so long is gone: windows do its work from then on.
GONE_AFTER: Final = timedelta(minutes=3)
_KEPT_AT: Final = "kept_at"


def beat(tx: Transaction) -> None:
    """A keeper is at work now."""
    believed.keep(tx, _KEPT_AT, tx.now.isoformat())


def rest(tx: Transaction) -> None:
    """The keeper ends: windows do its work from now on, not only after three minutes."""
    believed.keep(tx, _KEPT_AT, "")


def is_kept(tx: Transaction) -> bool:
    """Whether a keeper was heard of within three minutes.

    One of a time still to come, as after a clock was put back, does not count.
    """
    at = tx.connection.scalar(sa.select(workspace.c.value).where(workspace.c.key == _KEPT_AT))
    if not at:
        return False
    return -GONE_AFTER < tx.now - datetime.fromisoformat(at) < GONE_AFTER
