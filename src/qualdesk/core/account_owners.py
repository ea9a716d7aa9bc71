"""Who of sales a company belongs to."""

from datetime import datetime

from qualdesk.core.frozen import frozen


@frozen
class AccountOwner:
    """A company of a client, and the salesperson whose account it is.

    Attributes:
        company: its name as the list wrote it; ``key`` what it is known by in any spelling.
        loaded_at: since when that is known, UTC; None before it is kept.
    """

    company: str
    key: str
    salesperson: str
    loaded_at: datetime | None = None
