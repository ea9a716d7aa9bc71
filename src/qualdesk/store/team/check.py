"""What a login may do and must not, or must do and cannot: asked at each connect."""

from qualdesk.core.team import TeamFault
from qualdesk.store.database import Transaction


def faults(tx: Transaction) -> tuple[TeamFault, ...]:
    """What is wrong with the login of this connection, the gravest first; nothing in a file."""
    del tx
    return ()
