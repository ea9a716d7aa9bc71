"""The floor's own calls, counted by what the leads were to the queue: what it learns from."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from qualdesk.core.learning import Tally
from qualdesk.core.sources import DAY_PARTS
from qualdesk.core.traits import Traits
from qualdesk.store.database import Transaction
from qualdesk.store.queue_sql import filled

# What a floor did longer ago says little about the people it calls now.
LOOKS_BACK = timedelta(days=180)
_UNKNOWN = -1


@dataclass(slots=True)
class _Sum:
    """Calls alike, while they are counted."""

    dials: int = 0
    answered: int = 0
    qualified: int = 0
    began: float = 0.0
    unanswered_seconds: float = 0.0
    answered_seconds: float = 0.0


def tallies(
    tx: Transaction, *, spoken_to: Collection[str], qualified: Collection[str]
) -> tuple[Tally, ...]:
    """The calls of the last half year that ended with an outcome, as far as they still stand.

    The codes of outcomes in which the person was spoken to, and of those that qualify them.
    """
    values = {"since": tx.dialect.moment(tx.now - LOOKS_BACK)}
    sums: defaultdict[tuple[str, int, int], _Sum] = defaultdict(_Sum)
    for traits, hour, day, outcome, calls, began, seconds in tx.run(
        filled(type(tx.dialect), _CALLS), values
    ).fetchall():
        one = sums[traits, hour, day]
        one.dials += calls
        one.began += float(began)
        if outcome in spoken_to:
            one.answered += calls
            one.qualified += calls * (outcome in qualified)
            one.answered_seconds += float(seconds)
        else:
            one.unanswered_seconds += float(seconds)
    return tuple(_tally(*key, one) for key, one in sums.items())


def _tally(traits: str, hour: int, day: int, one: _Sum) -> Tally:
    alike = Traits.from_key(traits)
    began = datetime.fromtimestamp(one.began / one.dials, UTC)
    age = None if alike.anchor is None else (began - alike.anchor) / timedelta(hours=1)
    return Tally(
        traits=alike,
        hour=hour,
        weekday=day,
        part=_part(hour),
        age=None if age is None else max(0.0, age),
        dials=one.dials,
        answered=one.answered,
        qualified=one.qualified,
        unanswered_time=timedelta(seconds=round(one.unanswered_seconds, 2)),
        answered_time=timedelta(seconds=round(one.answered_seconds, 2)),
    )


def _part(hour: int) -> int:
    """The part of the day that most of that hour lies in; -1 where nobody knew the hour."""
    return _UNKNOWN if hour < 0 else sum(hour * 60 + 30 >= edge for edge in DAY_PARTS)


# Calls by what the lead was to the queue, and what they took with all around them: up to the
# caller's next one, when that came soon.
_CALLS = """SELECT traits, their_hour, their_day, outcome, COUNT(*), SUM(started), SUM(
    CASE WHEN next_started - ended BETWEEN 0 AND 300 THEN next_started - started
        ELSE ended - started END
) FROM (
    SELECT traits, their_hour, their_day, outcome, is_conflict, undone_at,
        $seconds_of_started AS started, $seconds_of_ended AS ended,
        LEAD($seconds_of_started) OVER (PARTITION BY caller ORDER BY started_at)
            AS next_started
    FROM attempt
    WHERE number <> '' AND ended_at IS NOT NULL AND started_at > :since
) AS made
WHERE outcome <> '' AND traits <> '' AND NOT is_conflict AND undone_at IS NULL
GROUP BY traits, their_hour, their_day, outcome"""
