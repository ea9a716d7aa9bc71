"""What the workspace remembers of its own safety: the last copy, one that failed, a doubt."""

import json
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa

from qualdesk.core.backups import USUAL_PLAN, BackupPlan
from qualdesk.core.frozen import frozen
from qualdesk.store import places
from qualdesk.store.database import Store, Transaction
from qualdesk.store.schema_campaigns import workspace

_TROUBLE = "backup_trouble"
_DOUBT = "left_open"


@frozen
class Trouble:
    """A backup that could not be made: when, UTC, and why in words."""

    at: datetime
    says: str


def went_well(tx: Transaction) -> None:
    """A copy was made now: it is the last, and what failed before is over."""
    from qualdesk.store.backup import remember

    remember(tx)
    _drop(tx, _TROUBLE)


def went_wrong(tx: Transaction, says: str) -> None:
    """A copy could not be made now."""
    _keep(tx, _TROUBLE, json.dumps({"at": tx.now.isoformat(), "says": says}))


def trouble(tx: Transaction) -> Trouble | None:
    """The failure since which no copy was made; None where the last one went well."""
    kept = _kept(tx, _TROUBLE)
    if not kept:
        return None
    plain = json.loads(kept)
    return Trouble(at=datetime.fromisoformat(plain["at"]), says=plain["says"])


def refuse_emptied(file: Path | None, plan: BackupPlan) -> None:
    """Do nothing for a workspace that is on a server, or not an empty file that has backups.

    Raises:
        WorkspaceUnusable: what was in the file is gone, or its folder of backups cannot be read.
    """
    if file is not None and places.is_empty(file):
        from qualdesk.store.backups import backups_of

        has_backups = any(backups_of(file, one) for one in (USUAL_PLAN, plan))
        places.refuse_emptied(file, has_backups=has_backups)


def keep_doubt(tx: Transaction, says: str) -> None:
    """Something may be missing since a program ended too early; said until a check was made."""
    _keep(tx, _DOUBT, says)


def say_doubt(store: Store) -> None:
    """Write down what is to be said of a file whose program ended before it was closed."""
    if store.dialect.doubt:
        with store.transaction() as tx:
            keep_doubt(tx, store.dialect.doubt)


def doubt(tx: Transaction) -> str:
    """What may be missing, in words; empty where nothing is."""
    return _kept(tx, _DOUBT)


def forget_doubt(tx: Transaction) -> None:
    """It was said, and the database was checked."""
    _drop(tx, _DOUBT)


def _kept(tx: Transaction, key: str) -> str:
    query = sa.select(workspace.c.value).where(workspace.c.key == key)
    return str(tx.connection.scalar(query) or "")


def _keep(tx: Transaction, key: str, value: str) -> None:
    insert = tx.dialect.insert(workspace).values(key=key, value=value)
    put = insert.on_conflict_do_update(index_elements=["key"], set_={"value": value})
    tx.connection.execute(put)


def _drop(tx: Transaction, key: str) -> None:
    tx.connection.execute(workspace.delete().where(workspace.c.key == key))
