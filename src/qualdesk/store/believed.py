"""What the workspace believes and has learned about calls, kept as text in its own table."""

import json
from collections.abc import Callable
from datetime import datetime
from functools import lru_cache

import sqlalchemy as sa

from qualdesk.core.beliefs import Beliefs
from qualdesk.core.index import Odds
from qualdesk.core.learning import (
    NOTHING_LEARNED,
    Learned,
    learned_from_plain,
    learned_to_plain,
)
from qualdesk.store.database import Transaction
from qualdesk.store.quick import quick_rows
from qualdesk.store.schema_campaigns import workspace

BELIEFS, LEARNED, GOING_RATE = "beliefs", "learned", "going_rate"
_LEARNED_AT = "learned_at"


def odds(tx: Transaction) -> Odds:
    """The beliefs with what was learned since."""
    return _odds_of(tx, _kept(tx))


def beliefs(tx: Transaction) -> Beliefs:
    """What the workspace believes: its own version, or what came with the program."""
    return odds(tx).beliefs


def learned(tx: Transaction) -> Learned:
    """What the floor's calls have taught, as it was last worked out."""
    return odds(tx).learned


def keep_beliefs(tx: Transaction, plain: str) -> None:
    """Keep the workspace's own version of the beliefs, as JSON; the empty text lets it go."""
    keep(tx, BELIEFS, plain)


def keep_learned(tx: Transaction, found: Learned) -> None:
    """Keep what was learned from all calls up to now."""
    keep(tx, LEARNED, json.dumps(learned_to_plain(found)))
    keep(tx, _LEARNED_AT, tx.now.isoformat())


def is_learning_due(tx: Transaction) -> bool:
    """Whether another hour has begun since the calls were learned from."""
    at = tx.connection.scalar(sa.select(workspace.c.value).where(workspace.c.key == _LEARNED_AT))
    return at is None or _hour(datetime.fromisoformat(at)) != _hour(tx.now)


def keep_going_rate(tx: Transaction, rate: float) -> None:
    """Keep what a caller minute is worth elsewhere."""
    keep(tx, GOING_RATE, repr(rate))


def odds_and_rate(tx: Transaction) -> tuple[Odds, float]:
    """The odds, and what a caller minute is worth elsewhere, in qualified conversations."""
    kept = _kept(tx)
    return _odds_of(tx, kept), float(kept.get(GOING_RATE) or 0.0)


def keep(tx: Transaction, key: str, value: str) -> None:
    """Write a line of the workspace's own table."""
    written = tx.dialect.insert(workspace).values(key=key, value=value)
    tx.connection.execute(
        written.on_conflict_do_update(index_elements=["key"], set_={"value": value})
    )


def _hour(at: datetime) -> int:
    return int(at.timestamp() // 3600)


def _kept(tx: Transaction) -> dict[str, str]:
    return {row.key: row.value for row in quick_rows(tx, _KEPT, {})}


def _odds_of(tx: Transaction, kept: dict[str, str]) -> Odds:
    return _odds(tx.beliefs, kept.get(BELIEFS, ""), kept.get(LEARNED, ""))


@lru_cache(maxsize=8)
def _odds(read: Callable[[str], Beliefs], own: str, taught: str) -> Odds:
    # Kept, because each new stack asks for them and they change once an hour.
    found = learned_from_plain(json.loads(taught)) if taught else NOTHING_LEARNED
    return Odds(read(own), found)


_KEPT = sa.select(workspace.c.key, workspace.c.value).where(
    workspace.c.key.in_([BELIEFS, LEARNED, GOING_RATE])
)
