"""What the queue believes, line by line: the start value, what calls made of it, how sure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from qualdesk.core.beliefs import ANSWER_LEVELS, QUALIFY_LEVELS, Beliefs, Factors
from qualdesk.core.leads import PhoneKind
from qualdesk.core.learning import Findings, Learned
from qualdesk.core.odds import Odds
from qualdesk.core.sources import SourceType


@dataclass(frozen=True, kw_only=True, slots=True)
class BeliefLine:
    """One belief.

    Attributes:
        key: what tells it from every other, as ``answer.hour.10``.
        group: what it is about; ``says`` is the case it holds for.
        unit: ``chance`` (a share, 0 to 1), ``times`` (a factor) or ``minutes``.
        start: what is written down; ``shipped`` what the program came with.
        now: what the queue goes by since it learned.
        calls: how many calls, or conversations, that rests on.
        low: it lies above this, and below ``high``, nine times in ten; both 0 before any call.
        sure: what the calls say of the start value, in a few words; empty before any call.
    """

    key: str
    group: str
    says: str
    unit: str
    start: float
    shipped: float
    now: float
    calls: int = 0
    low: float = 0.0
    high: float = 0.0
    sure: str = ""

    @property
    def is_edited(self) -> bool:
        """Whether somebody wrote another start value."""
        return self.start != self.shipped


def belief_lines(own: Beliefs, shipped: Beliefs, learned: Learned) -> tuple[BeliefLine, ...]:
    """Every belief of the workspace, those about answers first."""
    odds = Odds(own, learned)
    return (
        *_side("answer", (own.answer, shipped.answer, odds.answer), learned.answer, ANSWER_LEVELS),
        *_side(
            "qualify", (own.qualify, shipped.qualify, odds.qualify), learned.qualify, QUALIFY_LEVELS
        ),
        *_minutes(own, shipped, odds),
        *_melting(own, shipped),
        *_singles(own, shipped),
    )


def _side(
    side: str,
    values: tuple[Factors, Factors, Factors],
    found: Findings,
    known: Mapping[str, tuple[str, ...]],
) -> Iterator[BeliefLine]:
    """The beliefs of one side, as far as something is believed or was learned."""
    own, shipped, now = values
    for factor, levels in known.items():
        for level in levels:
            start = own.get(factor, {}).get(level)
            learned = found.get(factor, {}).get(level)
            if start is None and learned is None:
                continue
            moved = 1.0 if learned is None or start is None else start / learned.believed
            yield BeliefLine(
                key=f"{side}.{factor}.{level}",
                group=f"{_SIDES[side]}: {_GROUPS[factor]}",
                says=_level_words(factor, level),
                unit="chance" if factor == "source" else "times",
                start=1.0 if start is None else start,
                shipped=shipped.get(factor, {}).get(level, 1.0),
                now=now.get(factor, {}).get(level, 1.0),
                calls=learned.calls if learned else 0,
                low=learned.low * moved if learned else 0.0,
                high=learned.high * moved if learned else 0.0,
                sure=_capital(learned.says) if learned else "",
            )


def _minutes(own: Beliefs, shipped: Beliefs, odds: Odds) -> Iterator[BeliefLine]:
    unanswered, conversation = odds.minutes
    for name, says, now in (
        ("unanswered", "A call nobody answers", unanswered),
        ("conversation", "A conversation", conversation),
    ):
        yield BeliefLine(
            key=f"minutes.{name}",
            group="Minutes with all around them",
            says=says,
            unit="minutes",
            start=getattr(own, f"{name}_minutes"),
            shipped=getattr(shipped, f"{name}_minutes"),
            now=now,
        )


def _melting(own: Beliefs, shipped: Beliefs) -> Iterator[BeliefLine]:
    for origin, one in own.melting.items():
        before = shipped.melting.get(origin, one)
        yield BeliefLine(
            key=f"melting.{origin}.keeps",
            group="Interest that stays for good",
            says=_level_words("source", origin),
            unit="chance",
            start=one.keeps,
            shipped=before.keeps,
            now=one.keeps,
        )


def _singles(own: Beliefs, shipped: Beliefs) -> Iterator[BeliefLine]:
    for name, (says, unit) in _ALONE.items():
        start = getattr(own, name)
        yield BeliefLine(
            key=name,
            group="How the queue goes by them",
            says=says,
            unit=unit,
            start=start,
            shipped=getattr(shipped, name),
            now=start,
        )


def _level_words(factor: str, level: str) -> str:
    """A level as people say it."""
    if factor in {"hour", "role_hour"}:
        role, _, hour = level.rpartition(" ")
        there = f"{int(hour):02}:00 to {int(hour) + 1:02}:00"
        return f"{_capital(role)}, {there}" if role else there
    words = _WORDS.get(factor, {}).get(level)
    return words if words is not None else _capital(level.replace("_", " "))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


_ALONE = {
    "cap": ("The highest chance of an answer anybody is given", "chance"),
    "patience": ("What a lead can lose by what a later call would bring", "chance"),
    "curiosity": ("What a kind that was hardly called is worth more", "times"),
}
_SIDES = {"answer": "Answers", "qualify": "Qualifies"}
_GROUPS = {
    "source": "where they come from",
    "phone": "kind of number",
    "hour": "hour on their clock",
    "role_hour": "hour and role",
    "weekday": "weekday",
    "attempt": "number of the try",
    "tried": "tried at this time of day",
    "hinted": "when they are said to be in",
    "fresh": "how lately they came to us",
    "reached": "spoken to before",
    "asked": "asked for a call",
    "interest": "what they did there",
    "role": "role",
    "age": "age of their interest",
}
_YES_NO = {"yes": "Yes", "no": "No"}
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SOURCES = {one.value: one.label for one in SourceType}
_WORDS: Mapping[str, Mapping[str, str]] = {
    "source": {
        **_SOURCES,
        "giveaway": "Only took the giveaway",
        "no_show": "Registered for a webinar and did not come",
    },
    "phone": {one.value: _capital(one.label) or "Not known" for one in PhoneKind},
    "weekday": {str(number): name for number, name in enumerate(_DAYS)},
    "attempt": {**{str(number): f"Try {number}" for number in range(1, 7)}, "7": "Try 7 and later"},
    "tried": _YES_NO,
    "reached": _YES_NO,
    "asked": _YES_NO,
    "hinted": {"here": "Now", "elsewhere": "At another time", "none": "Nothing was said"},
    "fresh": {"hour": "Within the hour", "day": "Within a day", "none": "Longer ago"},
    "age": {
        "hour": "Under an hour",
        "day": "Under a day",
        "days": "Under three days",
        "week": "Under a week",
        "old": "A week or more",
        "unknown": "Not known",
    },
}
