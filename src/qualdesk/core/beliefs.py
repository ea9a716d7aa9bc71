"""What a floor believes about answers and interest before it has called: factors to multiply."""

from collections.abc import Mapping
from dataclasses import field
from math import exp

from qualdesk.core.frozen import frozen
from qualdesk.core.leads import PhoneKind
from qualdesk.core.sources import SourceType
from qualdesk.core.traits import Interest, Role, Traits

Factors = Mapping[str, Mapping[str, float]]
"""Factor to level to value. The value of ``source`` is a chance, all others multiply it."""

Level = tuple[str, str]
"""A factor and the level of it that holds for a lead, ``("phone", "mobile")``."""


@frozen
class Melting:
    """How interest goes with its age.

    Attributes:
        keeps: the share that stays for good, 0 to 1.
        melts: the shares that go, each with the hours in which two thirds of it are gone.
    """

    keeps: float = 1.0
    melts: tuple[tuple[float, float], ...] = ()

    def left(self, hours: float | None) -> float:
        """The share left after so many hours; what has no known age has melted already."""
        if hours is None:
            return self.keeps
        age = max(0.0, hours)
        return self.keeps + sum(share * exp(-age / pace) for share, pace in self.melts)


@frozen
class Beliefs:
    """All that is believed about calls that were not made yet. Round, editable, never the truth.

    Attributes:
        answer: what moves the chance that somebody answers a dial.
        qualify: what moves the chance that a conversation qualifies.
        melting: how interest goes, by origin (see :func:`origin_of`); others keep theirs.
        unanswered_minutes: what a dial takes that nobody answers, with all around it;
            ``conversation_minutes`` what one takes that is answered.
        answer_strength: how many answers of the floor's own a belief about them weighs as much
            as; ``qualify_strength`` the same in qualified conversations, which are fewer.
        source_strength: what part of that a belief about a source weighs: lists differ more
            than hours or telephones do.
        cap: the highest chance of an answer anybody is given.
        curiosity: how many times its index somebody of a kind is worth that was hardly called,
            for a quarter of each hour, so that a wrong belief about it is found out.
        patience: how much of its index a lead can lose by what a later call would bring, 0 to
            1. Up to three eighths nobody who asked for a call stands behind somebody like them
            who did not.
    """

    answer: Factors
    qualify: Factors
    melting: Mapping[str, Melting] = field(default_factory=dict)
    unanswered_minutes: float = 2.0
    conversation_minutes: float = 8.0
    answer_strength: float = 20.0
    qualify_strength: float = 8.0
    source_strength: float = 0.25
    cap: float = 0.9
    curiosity: float = 1.0
    patience: float = 0.0

    def melting_of(self, traits: Traits) -> Melting:
        """How the interest of such a lead goes."""
        return self.melting.get(origin_of(traits), _STAYS)


def origin_of(traits: Traits) -> str:
    """Where a lead comes from, as finely as it matters to an answer.

    Who only took the giveaway is no visitor of the show, and who registered for a webinar and
    did not come is no attendee.
    """
    if traits.interest is Interest.GIVEAWAY:
        return GIVEAWAY
    if traits.source is SourceType.WEBINAR and traits.interest is Interest.SCANNED:
        return NO_SHOW
    return traits.source.value


def answer_levels(
    traits: Traits, *, hour: int, weekday: int, part: int, age: float | None
) -> tuple[Level, ...]:
    """The levels that move the chance of an answer at that hour of their clock.

    Args:
        traits: what the lead shares with others.
        hour: the hour on their clock, 0 to 23.
        weekday: their weekday, Monday 0.
        part: the part of their day (see :func:`~qualdesk.core.calling_rules.day_part`), -1 where
            nobody knew; what a level says of the hour is then left open.
        age: hours since their interest began, None when nobody knows.
    """
    return (
        *standing_answer_levels(traits),
        *passing_answer_levels(traits, hour, weekday, part, age),
    )


def standing_answer_levels(traits: Traits) -> tuple[Level, ...]:
    """Those that change only when the lead does."""
    return (
        ("source", origin_of(traits)),
        ("asked", yes_no(is_so=traits.asked)),
        ("interest", traits.interest.value),
        ("phone", traits.phone.value),
        ("reached", yes_no(is_so=traits.was_reached)),
        ("attempt", attempt_level(traits.attempts)),
    )


def passing_answer_levels(
    traits: Traits, hour: int, weekday: int, part: int, age: float | None
) -> tuple[Level, ...]:
    """Those that change with the clock."""
    return (
        ("hour", str(hour)),
        ("role_hour", f"{traits.role.value} {hour}"),
        ("weekday", str(weekday)),
        ("tried", tried_level(traits.tried, part)),
        ("hinted", hint_level(traits.hinted, part)),
        ("fresh", fresh_level(traits, age)),
    )


def qualify_levels(traits: Traits, age: float | None) -> tuple[Level, ...]:
    """The levels that move the chance that a conversation qualifies."""
    return (
        ("source", origin_of(traits)),
        ("asked", yes_no(is_so=traits.asked)),
        ("interest", traits.interest.value),
        ("role", traits.role.value),
        ("age", age_level(age)),
    )


def attempt_level(attempts: int) -> str:
    """The number of the try that comes next, from ``1`` to ``7`` for all later ones."""
    return str(max(1, min(attempts + 1, LAST_ATTEMPT)))


def tried_level(tried: int, part: int) -> str:
    """Whether they were tried at this part of the day; nothing where nobody knew their hour."""
    return "" if part < 0 else yes_no(is_so=bool(tried >> part & 1))


def hint_level(hinted: int, part: int) -> str:
    """Whether somebody said they are in at this part of the day, at another, or nothing.

    Empty where they said something, and nobody knew their hour.
    """
    if not hinted:
        return "none"
    if part < 0:
        return ""
    return "here" if hinted >> part & 1 else "elsewhere"


def fresh_level(traits: Traits, age: float | None) -> str:
    """How lately somebody came to us of their own accord."""
    if age is None or not (traits.asked or traits.source is SourceType.CONTACT_FORM):
        return "none"
    if age < FRESH_HOURS:
        return "hour"
    return "day" if age < DAY_HOURS else "none"


def age_level(age: float | None) -> str:
    """The age of somebody's interest, in bands wide enough to learn from."""
    if age is None:
        return "unknown"
    return next((name for name, hours in AGES if age < hours), "old")


def yes_no(*, is_so: bool) -> str:
    """A level for what is so or not."""
    return "yes" if is_so else "no"


GIVEAWAY = "giveaway"
NO_SHOW = "no_show"
ORIGINS = (*(source.value for source in SourceType), GIVEAWAY, NO_SHOW)
LAST_ATTEMPT = 7
FRESH_HOURS = 1.0
DAY_HOURS = 24.0
AGES = (("hour", 1.0), ("day", 24.0), ("days", 72.0), ("week", 168.0))
_YES_NO = ("yes", "no")
ANSWER_LEVELS: Mapping[str, tuple[str, ...]] = {
    "source": ORIGINS,
    "asked": _YES_NO,
    "interest": tuple(each.value for each in Interest),
    "phone": tuple(kind.value for kind in PhoneKind),
    "hour": tuple(map(str, range(24))),
    "role_hour": tuple(f"{role.value} {hour}" for role in Role for hour in range(24)),
    "weekday": tuple(map(str, range(7))),
    "attempt": tuple(map(str, range(1, LAST_ATTEMPT + 1))),
    "tried": _YES_NO,
    "hinted": ("here", "elsewhere", "none"),
    "fresh": ("hour", "day", "none"),
    "reached": _YES_NO,
}
"""Every level of every factor; one that a file leaves out multiplies by 1."""
QUALIFY_LEVELS: Mapping[str, tuple[str, ...]] = {
    "source": ORIGINS,
    "asked": _YES_NO,
    "interest": tuple(each.value for each in Interest),
    "role": tuple(role.value for role in Role),
    "age": (*(name for name, _ in AGES), "old", "unknown"),
}
_STAYS = Melting()
