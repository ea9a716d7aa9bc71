"""What was done in the workspace and by whom: append-only, each entry chained to the one before.

No personal values in clear: who a person is stands in their own tables, which can be erased.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from qualdesk.store.database import Transaction
from qualdesk.store.quick import quick_row, quick_write
from qualdesk.store.schema import history


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One thing that was done. ``subject`` says to what kind of thing, ``subject_id`` to which."""

    at: datetime
    who: str
    what: str
    subject: str
    subject_id: str
    details: dict[str, Any]


def note(
    tx: Transaction, who: str, what: str, subject: str, subject_id: object, **details: Any
) -> None:
    """Write down that ``who`` did ``what``. Names of fields and numbers only, no personal values.

    Best the last thing of a transaction: on a shared server the chain makes others wait from
    here to the end of it.
    """
    tx.dialect.one_at_a_time(tx.connection, "history")
    plain = json.loads(json.dumps(details, default=str))
    newest = quick_row(tx, _NEWEST, {})
    previous = newest.hash if newest else ""
    entry = Entry(
        at=tx.now,
        who=who,
        what=what,
        subject=subject,
        subject_id=str(subject_id),
        details=plain,
    )
    quick_write(
        tx,
        _ENTRY,
        {
            "at": entry.at,
            "who": who,
            "what": what,
            "subject": subject,
            "subject_id": entry.subject_id,
            "details": plain,
            "previous_hash": previous,
            "hash": _hash(previous, entry),
        },
    )


def entries(
    tx: Transaction, subject: str, subject_id: object, limit: int = 100
) -> tuple[Entry, ...]:
    """What was done to one thing, newest first."""
    rows = tx.connection.execute(
        sa.select(history)
        .where(history.c.subject == subject, history.c.subject_id == str(subject_id))
        .order_by(history.c.id.desc())
        .limit(limit)
    )
    return tuple(_entry(row) for row in rows)


def verify(tx: Transaction) -> int | None:
    """The number of the first entry that was changed, or whose predecessor was; None if none."""
    previous = ""
    for row in tx.connection.execute(sa.select(history).order_by(history.c.id)):
        if row.previous_hash != previous or row.hash != _hash(previous, _entry(row)):
            return int(row.id)
        previous = row.hash
    return None


def _entry(row: sa.Row[Any]) -> Entry:
    return Entry(
        at=row.at,
        who=row.who,
        what=row.what,
        subject=row.subject,
        subject_id=row.subject_id,
        details=row.details or {},
    )


def _hash(previous: str, entry: Entry) -> str:
    told = [
        previous,
        entry.at.isoformat(timespec="microseconds"),
        entry.who,
        entry.what,
        entry.subject,
        entry.subject_id,
        entry.details,
    ]
    text = json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


# Built once: every call ends with an entry.
_NEWEST = sa.select(history.c.hash).order_by(history.c.id.desc()).limit(1)
_ENTRY = history.insert().values(
    {column.name: sa.bindparam(column.name) for column in history.c if column.name != "id"}
)
