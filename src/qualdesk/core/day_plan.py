"""The day plan: how much time before and after a promise belongs to it."""

from datetime import datetime, timedelta

KEPT_FREE = timedelta(minutes=3)
"""How long before their promise nobody is given a fresh call. One begun before that has eight
minutes until the promise is late, and after five of them anybody else may keep it; five minutes
cost a floor of four callers 14 minutes a day each (benchmarks/queue_quality.py)."""
ALONE = timedelta(minutes=2)
"""The same for who works alone. Nobody else would make the call, so it costs the floor a dial."""
OWNER_BUSY = timedelta(minutes=2)
"""How long a due promise waits for its owner who is taken up by others (in another call, or with
another promise to keep first), before anybody keeps it."""
AT_WORK = timedelta(minutes=10)
"""Who took a lead within this time is taken to be at work."""
ON_TIME = timedelta(minutes=5)
"""A promise counts as kept on time when it is dialled within this time."""


def protects(due_at: datetime, now: datetime, *, others_at_work: bool) -> bool:
    """Whether a promise is so near that its owner is given no fresh call before it.

    ``others_at_work``: somebody else can take that fresh lead meanwhile.
    """
    return timedelta() < due_at - now <= (KEPT_FREE if others_at_work else ALONE)
