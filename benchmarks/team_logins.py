"""Callers of a team with a login each, for the benchmarks: what ``qualdesk team init`` makes.

They act by functions and under row-level security, and each lead they are shown is counted; only
the limits are so high that nobody reaches them. The server asks no password.
"""

from collections.abc import Iterable

from qualdesk.core.claim_limits import ClaimLimits
from qualdesk.store.claim_limits import keep_usual
from qualdesk.store.database import Store
from qualdesk.store.team.init import set_up
from qualdesk.store.team.logins import add_person

_NO_LIMIT = 10**6


def logins_for(store: Store, names: Iterable[str]) -> dict[str, str]:
    """Make a team of the workspace, opened as its owner; each caller's login by their name."""
    set_up(store)
    with store.transaction() as tx:
        limits = ClaimLimits(seconds_between=0, per_hour=_NO_LIMIT, per_day=_NO_LIMIT)
        keep_usual(tx, limits)
    return {name: add_person(store, name, "caller", by="bench").login for name in names}


def address_of_a_login(url: str) -> str:
    """The owner's address with a place for a login in it."""
    return url.replace("tester@", "{name}@")
