"""How long a no is kept: for good unless a client's own rule says otherwise, never too short."""

from datetime import datetime, timedelta

import sqlalchemy as sa

from qualdesk.core.errors import Refused
from qualdesk.core.wording import tr
from qualdesk.store.database import Transaction
from qualdesk.store.schema_campaigns import workspace

_EVERYBODY = "keep_no_for"


def shortest_allowed(tx: Transaction) -> timedelta:
    """The longest time any rule set of the book asks a no to be kept."""
    return max((one.keep_no_for or timedelta(0) for one in tx.rules()), default=timedelta(0))


def kept_for(tx: Transaction, client: str | None = None) -> timedelta | None:
    """How long a no to this client is kept; None for good. Without a client: the workspace's."""
    keys = [_EVERYBODY] if client is None else [_key(client), _EVERYBODY]
    said = dict(
        tx.connection.execute(
            sa.select(workspace.c.key, workspace.c.value).where(workspace.c.key.in_(keys))
        ).all()
    )
    days = next((said[key] for key in keys if key in said), "")
    return timedelta(days=int(days)) if days else None


def keep_for(tx: Transaction, days: int | None, client: str | None = None) -> None:
    """Say how long a no is kept from now on: ``days``, or None for good.

    For one client, or for all that have no word of their own. What stands keeps its own time.

    Raises:
        Refused: a rule set asks for longer.
    """
    least = shortest_allowed(tx)
    if days is not None and timedelta(days=days) < least:
        raise Refused(
            tr(
                "The law asks to keep a no for {days:,} days. Give at least as many, or "
                "keep it for good.",
                days=least.days,
            )
        )
    key = _EVERYBODY if client is None else _key(client)
    value = "" if days is None else str(days)
    said = tx.dialect.insert(workspace).values(key=key, value=value)
    tx.connection.execute(
        said.on_conflict_do_update(index_elements=[workspace.c.key], set_={"value": value})
    )


def ends_at(tx: Transaction, client: str) -> datetime | None:
    """When a no that is said now ends, UTC; None when it never does."""
    for_days = kept_for(tx, client)
    return None if for_days is None else tx.now + for_days


def _key(client: str) -> str:
    return f"{_EVERYBODY}:{client}"
