"""The day plan: how much time before and after a promise belongs to it."""

from datetime import datetime, timedelta

KEPT_FREE = timedelta(minutes=2)
"""How long before their promise nobody is given a fresh call. One begun before that has seven
minutes until the promise is late, and after four of them anybody else may keep it. On a floor of
four callers all of 128 promises were kept on time so, and 117 of 118 with one minute; three minutes
left every caller idle for nine minutes a day more (benchmarks/queue_quality.py)."""
OWNER_BUSY = timedelta(minutes=2)
"""How long a due promise waits for its owner who is taken up by others (in another call, or with
another promise to keep first), before anybody keeps it."""
ON_TIME = timedelta(minutes=5)
"""A promise counts as kept on time when it is dialled within this time."""


def protects(due_at: datetime, now: datetime) -> bool:
    """Whether a promise is so near that its owner is given no fresh call before it."""
    return timedelta() < due_at - now <= KEPT_FREE
