"""What the floor's own calls say about the beliefs: factors learned, each with how sure it is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from qualdesk.core.beliefs import Beliefs, Level
from qualdesk.core.traits import Traits

EVERYONE: Level = ("everyone", "all")
"""The factor of all calls together: whether this floor is answered more than was believed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Tally:
    """Calls that were alike to the queue, counted.

    Attributes:
        traits: what those leads shared when they were dialled.
        hour: the hour on their clock; ``weekday`` theirs, Monday 0; -1 where nobody knew.
        part: the part of their day.
        age: hours between the beginning of their interest and the calls, on average; None
            when nobody knows.
        dials: how many calls; ``answered`` those somebody took; ``conversations`` those with
            the person themselves; ``qualified`` those of them that qualified.
        unanswered_time: what the calls took together that nobody took, with all around them;
            ``answered_time`` the same of the others.
    """

    traits: Traits
    hour: int
    weekday: int
    part: int
    dials: int
    age: float | None = None
    answered: int = 0
    conversations: int = 0
    qualified: int = 0
    unanswered_time: timedelta = timedelta()
    answered_time: timedelta = timedelta()


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """What was learned about one level of a factor.

    Attributes:
        believed: the value it started with; ``value`` what it is taken for now.
        seen: what happened in those calls; ``expected`` what all else that is known foretold.
        calls: how many calls it rests on.
        low: the value lies above this, and below ``high``, nine times in ten.
    """

    believed: float
    value: float
    seen: float
    expected: float
    calls: int
    low: float
    high: float

    @property
    def times(self) -> float:
        """How many times the belief the value is."""
        return self.value / self.believed if self.believed else 1.0

    @property
    def is_sure(self) -> bool:
        """Whether there is enough behind it to call the belief right or wrong."""
        return self.expected + self.seen >= ENOUGH

    @property
    def says(self) -> str:
        """How sure this is, in words."""
        if not self.is_sure:
            return "too few to say"
        if self.low > self.believed:
            return "more than believed"
        return "less than believed" if self.high < self.believed else "as believed"


Findings = Mapping[str, Mapping[str, Found]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Learned:
    """All that the floor's calls have taught; empty for a floor without any."""

    answer: Findings = field(default_factory=dict)
    qualify: Findings = field(default_factory=dict)
    unanswered_minutes: float | None = None
    conversation_minutes: float | None = None
    calls: int = 0


NOTHING_LEARNED = Learned()
ENOUGH = 10.0


def learn(beliefs: Beliefs, tallies: Iterable[Tally]) -> Learned:
    """What these calls say about the beliefs. The same calls always say the same."""
    counted = [tally for tally in tallies if tally.dials > 0]
    return Learned(calls=sum(tally.dials for tally in counted))
