"""How the columns of each source were read the last time, by client and set of headings."""

from collections.abc import Sequence

import sqlalchemy as sa

from qualdesk.core.headings import heading_fingerprint
from qualdesk.core.remembered import CLOSE, Remembered, likeness
from qualdesk.store.database import Transaction
from qualdesk.store.schema_intake import list_mapping

_MOST_LOOKED_AT = 500
"""Sources of one client that are compared when none has the very same headings."""


def remembered_for(tx: Transaction, client: str, headings: Sequence[str]) -> Remembered | None:
    """The columns of the client's last list with these headings, in any order.

    Else those of the list that has most of them in common, the newest of equals; None when no
    source is near enough, or the list has no headings of its own.
    """
    fingerprint = heading_fingerprint(headings)
    if not fingerprint:
        return None
    of_client = sa.select(list_mapping.c.headings, list_mapping.c.fields).where(
        list_mapping.c.client == client
    )
    row = tx.connection.execute(of_client.where(list_mapping.c.fingerprint == fingerprint)).first()
    if row is not None:
        return Remembered(headings=tuple(row.headings), fields=dict(row.fields))
    newest = of_client.order_by(list_mapping.c.kept_at.desc(), list_mapping.c.id.desc())
    kept = [
        Remembered(headings=tuple(row.headings), fields=dict(row.fields))
        for row in tx.connection.execute(newest.limit(_MOST_LOOKED_AT))
    ]
    nearest = max(kept, key=lambda one: likeness(one.headings, headings), default=None)
    is_near = nearest is not None and likeness(nearest.headings, headings) >= CLOSE
    return nearest if is_near else None


def remember(tx: Transaction, client: str, last: Remembered, kept_by: str) -> None:
    """Keep how a source's columns were read, instead of what was kept of it before.

    Nothing is kept of a list without headings: it could not be told from any other.
    """
    fingerprint = heading_fingerprint(last.headings)
    if not fingerprint:
        return
    values = {
        "headings": list(last.headings),
        "fields": dict(last.fields),
        "kept_by": kept_by,
        "kept_at": tx.now,
    }
    # Two desks may load lists of one source at once: the later one is the last.
    tx.connection.execute(
        tx.dialect.insert(list_mapping)
        .values(client=client, fingerprint=fingerprint, **values)
        .on_conflict_do_update(index_elements=["client", "fingerprint"], set_=values)
    )
