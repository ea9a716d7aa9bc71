"""The one clock. Whoever needs the time is handed one of these and asks it."""

from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Anything that can say what time it is."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        ...


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        return datetime.now(UTC)  # noqa: TID251 - the single place that may ask


class SetClock:
    """A clock set by hand, for rehearsals, simulations and tests. It moves only when told."""

    def __init__(self, at: datetime) -> None:
        self._at = in_utc(at)

    def now(self) -> datetime:
        """The instant it was last set to, in UTC."""
        return self._at

    def set(self, at: datetime) -> None:
        """Put the clock to ``at``, forwards or backwards."""
        self._at = in_utc(at)

    def advance(self, by: timedelta) -> None:
        """Move the clock on."""
        self._at += by


class RunningClock:
    """A clock that starts at a chosen instant and then runs at the computer's pace."""

    def __init__(self, at: datetime) -> None:
        self._ahead = in_utc(at) - SystemClock().now()

    def now(self) -> datetime:
        """The chosen start plus what has passed since, in UTC."""
        return SystemClock().now() + self._ahead


class TurnedClock(SystemClock):
    """The computer's clock, which can be turned to another one for a while, as in the sample."""

    def __init__(self) -> None:
        self._turned: Clock | None = None

    def now(self) -> datetime:
        """The present instant of the clock it is turned to, in UTC."""
        return super().now() if self._turned is None else self._turned.now()

    def turn_to(self, clock: Clock | None) -> None:
        """Go by another clock from now on; None is the computer's own again."""
        self._turned = clock


def in_utc(at: datetime) -> datetime:
    """``at`` in UTC. A naive time is refused, because nobody can say which instant it means.

    Raises:
        ValueError: ``at`` has no zone.
    """
    if at.tzinfo is None:
        raise ValueError("A time without a zone names no instant: add one, like 09:00+01:00.")
    return at.astimezone(UTC)
