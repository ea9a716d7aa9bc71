"""The chances of a call as they are taken now: what was believed, with what was learned since."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from qualdesk.core.beliefs import ANSWER_LEVELS, GIVEAWAY, Beliefs, Factors, Level, origin_of
from qualdesk.core.learning import NOTHING_LEARNED, Findings, Learned
from qualdesk.core.traits import Role, Traits


# No slots, unlike other values: what is worked out once is kept beside the fields.
@dataclass(frozen=True)
class Odds:
    """The beliefs with what was learned since. Make one for a whole ranking.

    ``looks_ahead`` False leaves the worth of waiting out: the simple form ``p * q / minutes``.
    """

    beliefs: Beliefs
    learned: Learned = NOTHING_LEARNED
    looks_ahead: bool = True

    @cached_property
    def answer(self) -> Factors:
        """The chance of an answer, factor by factor, as it is taken now."""
        return _joined(self.beliefs.answer, self.learned.answer)

    @cached_property
    def qualify(self) -> Factors:
        """The chance that a conversation qualifies, factor by factor, as it is taken now."""
        return _joined(self.beliefs.qualify, self.learned.qualify)

    @cached_property
    def minutes(self) -> tuple[float, float]:
        """What an unanswered dial takes, and what a conversation takes."""
        beliefs, learned = self.beliefs, self.learned
        return (
            learned.unanswered_minutes or beliefs.unanswered_minutes,
            learned.conversation_minutes or beliefs.conversation_minutes,
        )

    @cached_property
    def clock(self) -> Mapping[Role, tuple[float, ...]]:
        """What each hour of their day multiplies the chance of an answer with, by role."""
        return {
            role: tuple(
                self.of_answer("hour", str(hour))
                * self.of_answer("role_hour", f"{role.value} {hour}")
                for hour in range(24)
            )
            for role in Role
        }

    @cached_property
    def week(self) -> tuple[float, ...]:
        """What each weekday multiplies the chance of an answer with, Monday first."""
        return tuple(self.of_answer("weekday", level) for level in ANSWER_LEVELS["weekday"])

    @cached_property
    def neglected(self) -> Mapping[Level, int]:
        """Kinds that were hardly called beside the others, each with a quarter of the hour."""
        calls = self.learned.calls
        enough = min(MOST_TO_FIND_OUT * calls, TO_FIND_OUT + SHARE_TO_FIND_OUT * calls)
        found = self.learned.answer
        few = [
            (factor, level)
            for factor in ("source", "interest")
            for level in ANSWER_LEVELS[factor]
            # Who only took the giveaway comes last (Q2), whatever there is to find out.
            if level != GIVEAWAY
            and (level not in found.get(factor, {}) or found[factor][level].calls < enough)
        ]
        return {kind: place % 4 for place, kind in enumerate(few)} if enough >= 1 else {}

    def curious(self, traits: Traits, now: datetime) -> float:
        """How many times its index a lead is worth now, so that beliefs about it are tried.

        A quarter of an hour in each hour is enough for a few calls, and no floor goes by a
        guess for longer.
        """
        quarter = now.minute // 15
        kinds = (("source", origin_of(traits)), ("interest", traits.interest.value))
        is_curious = any(self.neglected.get(kind) == quarter for kind in kinds)
        return self.beliefs.curiosity if is_curious else 1.0

    def of_answer(self, factor: str, level: str) -> float:
        """What that level multiplies the chance of an answer with."""
        return self.answer.get(factor, _NONE).get(level, 1.0)

    def of_qualify(self, factor: str, level: str) -> float:
        """What that level multiplies the chance that a conversation qualifies with."""
        return self.qualify.get(factor, _NONE).get(level, 1.0)


def _joined(believed: Factors, found: Findings) -> Factors:
    """Each level as it is taken now: as learned where something was, else as believed."""
    joined = {factor: dict(levels) for factor, levels in believed.items()}
    for factor, levels in found.items():
        for level, one in levels.items():
            of_factor = joined.setdefault(factor, {})
            # What is believed now, not what was when it was learned: an edit counts at once.
            of_factor[level] = of_factor.get(level, 1.0) * one.times
    return joined


# A kind is called until so many calls, and this share of all, show whether what is believed of
# it is far off; while there are few calls at all, no more than the last share goes there.
TO_FIND_OUT = 40
SHARE_TO_FIND_OUT = 0.005
MOST_TO_FIND_OUT = 0.02
_NONE: dict[str, float] = {}
