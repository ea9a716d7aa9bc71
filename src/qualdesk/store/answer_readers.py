"""Who of us read a file of answers from sales, and when: as the history has it."""

from collections.abc import Collection
from datetime import datetime

import sqlalchemy as sa

from qualdesk.store.bulk import chunks
from qualdesk.store.database import Transaction
from qualdesk.store.history import note
from qualdesk.store.schema_calls import history

IN_FILES = frozenset({"sheet", "form"})
"""Where an answer was said that somebody had to read in."""


def note_reading(tx: Transaction, who: str, batch_id: int, leads: int) -> None:
    """Write down that ``who`` read answers about so many leads of a batch now."""
    note(tx, who, _READ, _BATCH, batch_id, leads=leads)


def readers_of(tx: Transaction, batches: Collection[int]) -> dict[tuple[int, datetime], str]:
    """Who read answers in, by the batch and when they were answered: both are one moment, UTC."""
    columns = (history.c.subject_id, history.c.at, history.c.who)
    query = sa.select(*columns).where(history.c.subject == _BATCH, history.c.what == _READ)
    return {
        (int(row.subject_id), row.at): row.who
        for some in chunks(sorted(batches))
        for row in tx.connection.execute(query.where(history.c.subject_id.in_(map(str, some))))
    }


_BATCH = "handoff_batch"
_READ = "read answers"
