"""Who of sales a company belongs to."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True, slots=True)
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
