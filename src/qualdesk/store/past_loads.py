"""History that was loaded from files: counted once it is whole, and gone when it is undone."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from qualdesk.core.errors import NotFound
from qualdesk.core.frozen import frozen
from qualdesk.core.ids import CampaignId
from qualdesk.core.past_rows import PastLoad, PastLoadId
from qualdesk.core.replay import Result
from qualdesk.core.wording import tr
from qualdesk.store.database import Transaction
from qualdesk.store.finished import NewShape, shape_numbers
from qualdesk.store.schema_past import finished_case, past_load


@frozen
class PastCase:
    """A lead of loaded history as it is kept."""

    shape: NewShape
    label: str
    result: Result
    reason: str
    finished_at: datetime


def begin_load(tx: Transaction, *, name: str, sha256: str, by: str) -> PastLoadId:
    """Begin to load a file; until :func:`publish` nothing of it counts."""
    values = {"name": name, "sha256": sha256, "loaded_by": by}
    # As if undone: what a desk that dies half way leaves is counted by nobody.
    new = past_load.insert().values(**values, loaded_at=tx.now, undone_at=tx.now)
    return PastLoadId(int(tx.connection.scalar(new.returning(past_load.c.id)) or 0))


def add_cases(
    tx: Transaction,
    load_id: PastLoadId,
    campaign_id: CampaignId | None,
    cases: Sequence[PastCase],
) -> None:
    """Keep some of its rows."""
    if not cases:
        return
    numbers = shape_numbers(tx, [case.shape for case in cases])
    tx.connection.execute(
        finished_case.insert(),
        [
            {
                "past_load_id": load_id,
                "campaign_id": campaign_id,
                "shape_id": numbers[case.shape],
                "label": case.label,
                "result": case.result.value,
                "reason": case.reason,
                "finished_at": case.finished_at,
            }
            for case in cases
        ],
    )


def publish(tx: Transaction, load_id: PastLoadId, *, rows: int, left_out: int) -> None:
    """All its rows are kept: from now on they count."""
    change = past_load.update().where(past_load.c.id == load_id)
    tx.connection.execute(change.values(rows=rows, left_out=left_out, undone_at=None))


def same_file(tx: Transaction, sha256: str) -> PastLoad | None:
    """The load of the same file that still counts, None when there is none."""
    query = _THAT_COUNT.where(past_load.c.sha256 == sha256).limit(1)
    row = tx.connection.execute(query).first()
    return None if row is None else _load(row)


def past_loads(tx: Transaction) -> tuple[PastLoad, ...]:
    """The files whose rows count, the newest first."""
    rows = tx.connection.execute(_THAT_COUNT.order_by(past_load.c.id.desc()))
    return tuple(map(_load, rows))


def undo_load(tx: Transaction, load_id: PastLoadId) -> PastLoad:
    """Nothing of the file counts any more; its rows can be removed with :func:`remove_some`.

    Raises:
        NotFound: no such load counts.
    """
    row = tx.connection.execute(_THAT_COUNT.where(past_load.c.id == load_id)).first()
    if row is None:
        raise NotFound(
            tr(
                "There is no loaded history number {number}, or it was undone already.",
                number=load_id,
            )
        )
    change = past_load.update().where(past_load.c.id == load_id)
    tx.connection.execute(change.values(undone_at=tx.now))
    return _load(row)


def remove_some(tx: Transaction, load_id: PastLoadId, most: int) -> int:
    """Remove rows of a load that does not count, at most so many; how many went.

    Those of a desk that died while it loaded go with them, a day later.
    """
    dead = sa.select(past_load.c.id).where(
        past_load.c.undone_at.is_not(None),
        sa.or_(past_load.c.id == load_id, past_load.c.undone_at < tx.now - _GIVEN_UP),
    )
    some = (
        sa.select(finished_case.c.id)
        .where(finished_case.c.past_load_id.in_(dead))
        .order_by(finished_case.c.id)
        .limit(most)
    )
    gone = finished_case.delete().where(finished_case.c.id.in_(some))
    return tx.connection.execute(gone).rowcount


def _load(row: Any) -> PastLoad:
    return PastLoad(
        id=PastLoadId(row.id),
        name=row.name,
        rows=row.rows,
        left_out=row.left_out,
        loaded_by=row.loaded_by,
        loaded_at=row.loaded_at,
    )


_GIVEN_UP = timedelta(days=1)
_THAT_COUNT = sa.select(past_load).where(past_load.c.undone_at.is_(None))
