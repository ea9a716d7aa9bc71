"""What was done in the workspace and by whom: append-only, each entry chained to the one before.

No personal values in clear: who a person is stands in their own tables, which can be erased.
"""

import hashlib
import json
from collections.abc import Callable, Collection
from datetime import datetime
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from qualdesk.core.frozen import frozen
from qualdesk.store.acts import BOTH, act
from qualdesk.store.clients import refuse_part
from qualdesk.store.columns import Ago, UtcDateTime
from qualdesk.store.database import Transaction
from qualdesk.store.dialects import insert_or
from qualdesk.store.quick import quick_row, quick_write
from qualdesk.store.schema_calls import history
from qualdesk.store.schema_supervising import history_head

if TYPE_CHECKING:
    from qualdesk.core.history_words import Checked


@frozen
class Entry:
    """One thing that was done. ``subject`` says to what kind of thing, ``subject_id`` to which.

    ``number`` is its place in the history, later ones are higher; 0 while it has none.
    """

    at: datetime
    who: str
    what: str
    subject: str
    subject_id: str
    details: dict[str, Any]
    number: int = 0


def note(
    tx: Transaction, who: str, what: str, subject: str, subject_id: object, **details: Any
) -> None:
    """Write down that ``who`` did ``what``. Names of fields and numbers only, no personal values.

    Best the last thing of a transaction: on a shared server the chain makes others wait from
    here to the end of it.
    """
    plain = json.loads(json.dumps(details, default=str))
    if tx.dialect.acts_only:
        # The server takes its turn there, gives it its place and seals it (``team/sealing.py``).
        told = {"at": tx.now, "now": tx.now, "caller": who, "what": what, "subject": subject}
        told |= {"subject_id": str(subject_id), "details": plain, "previous_hash": "", "hash": ""}
        quick_write(tx, _ENTRY, told)
        return
    tx.dialect.one_at_a_time(tx.connection, "history")
    head = quick_row(tx, _HEAD, {})
    # What was written last, and not what stands there last: a missing end must show.
    previous = head.hash if head else ""
    entry = Entry(
        at=tx.now,
        who=who,
        what=what,
        subject=subject,
        subject_id=str(subject_id),
        details=plain,
    )
    written = {
        "at": entry.at,
        "now": tx.now,
        "caller": who,
        "what": what,
        "subject": subject,
        "subject_id": entry.subject_id,
        "details": plain,
        "previous_hash": previous,
        "hash": (newest := _hash(previous, entry)),
    }
    quick_write(tx, _ENTRY, written)
    quick_write(tx, _MOVE_HEAD if head else _FIRST_HEAD, {"hash": newest})


def entries(
    tx: Transaction,
    subject: str,
    subject_id: object,
    limit: int = 100,
    *,
    below: int | None = None,
    who: str = "",
) -> tuple[Entry, ...]:
    """What was done to one thing, newest first: as :func:`newest` narrows it."""
    this = (history.c.subject == subject, history.c.subject_id == str(subject_id))
    return _some(tx, sa.select(history).where(*this), below, who, limit)


def newest(
    tx: Transaction, *, below: int | None = None, who: str = "", limit: int = 100
) -> tuple[Entry, ...]:
    """What was done last, newest first: entries with a number below ``below``, or by one person."""
    return _some(tx, sa.select(history), below, who, limit)


def between(
    tx: Transaction,
    begins: datetime | None,
    ends: datetime | None,
    *,
    not_to: Collection[str] = (),
    below: int | None = None,
    limit: int = 100,
) -> tuple[Entry, ...]:
    """What was done from one instant on and before another, newest first; None: no bound.

    ``not_to`` are kinds of things: of what was done to them nothing is read.
    """
    query = sa.select(history)
    if not_to:
        query = query.where(history.c.subject.not_in(sorted(not_to)))
    if begins is not None:
        query = query.where(history.c.at >= begins)
    if ends is not None:
        query = query.where(history.c.at < ends)
    return _some(tx, query, below, "", limit)


def people(tx: Transaction) -> tuple[str, ...]:
    """Everybody who did something, by name."""
    found: list[str] = []
    # One step of the index for each of them, however much they did.
    while (
        name := tx.connection.scalar(_NEXT_NAME, {"after": found[-1] if found else ""})
    ) is not None:
        found.append(name)
    return tuple(found)


def verify(tx: Transaction) -> int | None:
    """The number of the first entry that was changed, or whose predecessor was; None if none.

    An entry that is missing at the end has the number after the last one that is there.
    """
    return check(tx).fault


def check(tx: Transaction, looked: Callable[[int], None] | None = None) -> "Checked":
    """Read the whole chain and compare its end with what was written last.

    ``looked`` is told every thousand entries how many were read.

    Raises:
        Refused: a server shows whoever looks a part of it only.
    """
    from qualdesk.core.history_words import Checked

    refuse_part(tx)
    previous, entries, last, fault = "", 0, 0, None
    every = sa.select(history).order_by(history.c.id)
    rows = tx.connection.execute(every.execution_options(yield_per=_AT_ONCE))
    for entries, row in enumerate(rows, 1):
        is_whole = row.previous_hash == previous and row.hash == _hash(previous, _entry(row))
        if fault is None and not is_whole:
            fault = int(row.id)
        previous, last = row.hash, int(row.id)
        if looked is not None and not entries % _AT_ONCE:
            looked(entries)
    head = quick_row(tx, _HEAD, {})
    written, hashed = (head.entries, head.hash) if head else (0, "")
    if fault is None and (written, hashed) != (entries, previous):
        fault = last + 1
    return Checked(entries=entries, head=previous, fault=fault, missing=written - entries)


def _some(
    tx: Transaction, query: sa.Select[Any], below: int | None, who: str, limit: int
) -> tuple[Entry, ...]:
    if below is not None:
        query = query.where(history.c.id < below)
    if who:
        query = query.where(history.c.who == who)
    rows = tx.connection.execute(query.order_by(history.c.id.desc()).limit(limit))
    return tuple(_entry(row) for row in rows)


def _entry(row: sa.Row[Any]) -> Entry:
    return Entry(
        at=row.at,
        who=row.who,
        what=row.what,
        subject=row.subject,
        subject_id=row.subject_id,
        details=row.details or {},
        number=row.id,
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


_AT_ONCE = 1000
# Seconds that a transaction may be old when it writes an entry.
_LONGEST = 600
# Built once: every call ends with an entry.
_HEAD = sa.select(history_head).where(history_head.c.id == 1)
_SAID = ("what", "subject", "subject_id", "details", "previous_hash", "hash")
_AT: sa.BindParameter[datetime] = sa.bindparam("at", type_=UtcDateTime())
# Its instant is part of its hash, so it is handed in: that of the transaction, and no other.
_ENTRY = act(
    "note_in_history",
    history.insert().from_select(
        ["at", "who", *_SAID],
        sa.select(
            _AT.label("at"),
            sa.bindparam("caller", type_=sa.Text).label("who"),
            *(sa.bindparam(name, type_=history.c[name].type).label(name) for name in _SAID),
        ).where(_AT.between(Ago(_LONGEST), sa.bindparam("now"))),
    ),
    to=BOTH,
)
# No further than to an entry that goes on from the head as it stands: a chain is everybody's.
_FOLLOWS = (
    sa.exists()
    .where(
        history.c.id == sa.select(sa.func.max(history.c.id)).scalar_subquery(),
        history.c.previous_hash == history_head.c.hash,
        history.c.hash == sa.bindparam("hash"),
    )
    .correlate(history_head)
)
_MOVE_HEAD = act(
    "move_history_head",
    history_head.update()
    .where(history_head.c.id == 1, _FOLLOWS)
    .values(entries=history_head.c.entries + 1, hash=sa.bindparam("hash")),
    to=BOTH,
    beyond=True,
)
# On a team's server the entry has made it already, and sealed itself (``team/sealing.py``).
_FIRST_HEAD = act(
    "begin_history",
    insert_or(history_head)
    .from_select(
        ["id", "entries", "hash"],
        sa.select(sa.literal(1), sa.literal(1), sa.bindparam("hash", type_=sa.Text)).where(
            sa.exists().where(history.c.hash == sa.bindparam("hash"))
        ),
    )
    .unless_there(),
    to=BOTH,
)
_NEXT_NAME = sa.select(sa.func.min(history.c.who)).where(history.c.who > sa.bindparam("after"))
