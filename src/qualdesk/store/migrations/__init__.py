"""Making a workspace, and bringing one that an older qualdesk made up to date."""

import secrets

import sqlalchemy as sa

from qualdesk.store.database import Store, Transaction
from qualdesk.store.schema import metadata, workspace


def prepare(store: Store) -> None:
    """Make the workspace when there is none."""
    with store.transaction() as tx:
        tx.dialect.one_at_a_time(tx.connection, "prepare")
        if not sa.inspect(tx.connection).has_table("workspace"):
            _make(tx)


def _make(tx: Transaction) -> None:
    metadata.create_all(tx.connection)
    tx.connection.execute(
        workspace.insert(),
        [
            {"key": "fingerprint_key", "value": secrets.token_hex(32)},
            {"key": "made_at", "value": tx.now.isoformat()},
        ],
    )
