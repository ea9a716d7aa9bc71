"""The tables of CRMs that people here described themselves, client by client."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from qualdesk.store.database import Transaction
from qualdesk.store.schema_handoff import crm_profile


def kept_profiles(tx: Transaction, client: str) -> tuple[tuple[str, dict[str, Any]], ...]:
    """What was kept for the client, and for all of them, in plain values by name.

    Each with whom it was kept for, empty for all.

    The client's own stands in the place of one of the same id that is for all.
    """
    query = (
        sa.select(crm_profile)
        .where(crm_profile.c.client.in_({"", client}))
        .order_by(crm_profile.c.client)
    )
    found = {row.id: row for row in tx.connection.execute(query)}
    rows = sorted(found.values(), key=lambda row: (row.name.casefold(), row.id))
    return tuple((row.client, dict(row.body)) for row in rows)


def keep_profile(tx: Transaction, client: str, plain: Mapping[str, Any], *, by: str) -> None:
    """Keep a table under its id; one of that id that is the client's already is replaced."""
    values = {"name": plain["name"], "body": dict(plain), "kept_by": by, "kept_at": tx.now}
    new = tx.dialect.insert(crm_profile).values(client=client, id=plain["id"], **values)
    tx.connection.execute(
        new.on_conflict_do_update(
            index_elements=["client", "id"], set_={name: new.excluded[name] for name in values}
        )
    )


def remove_profile(tx: Transaction, client: str, profile_id: str) -> bool:
    """Forget the client's table of that id; False when there was none."""
    done = tx.connection.execute(
        crm_profile.delete().where(crm_profile.c.client == client, crm_profile.c.id == profile_id)
    )
    return done.rowcount == 1
