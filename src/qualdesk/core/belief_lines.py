"""What the queue believes, line by line: the start value, what calls made of it, how sure."""

from collections.abc import Iterator, Mapping

from qualdesk.core.beliefs import ANSWER_LEVELS, LAST_ATTEMPT, QUALIFY_LEVELS, Beliefs, Factors
from qualdesk.core.frozen import frozen
from qualdesk.core.learning import Findings, Learned
from qualdesk.core.odds import Odds
from qualdesk.core.sources import SourceType
from qualdesk.core.times import weekday_name
from qualdesk.core.wording import tr, tr_later


@frozen
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
        is_sure: there are enough calls to say so.
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
    is_sure: bool = False

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
                group=f"{tr(_SIDES[side], about='people who pick up')}: {tr(_GROUPS[factor])}",
                says=_level_words(factor, level),
                unit="chance" if factor == "source" else "times",
                start=1.0 if start is None else start,
                shipped=shipped.get(factor, {}).get(level, 1.0),
                now=now.get(factor, {}).get(level, 1.0),
                calls=learned.calls if learned else 0,
                low=learned.low * moved if learned else 0.0,
                high=learned.high * moved if learned else 0.0,
                sure=_capital(learned.says) if learned else "",
                is_sure=learned is not None and learned.is_sure,
            )


def _minutes(own: Beliefs, shipped: Beliefs, odds: Odds) -> Iterator[BeliefLine]:
    unanswered, conversation = odds.minutes
    for name, says, now in (
        ("unanswered", tr("A call nobody answers"), unanswered),
        ("conversation", tr("A conversation"), conversation),
    ):
        yield BeliefLine(
            key=f"minutes.{name}",
            group=tr("Minutes with all around them"),
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
            group=tr("Interest that stays for good"),
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
            group=tr("How the queue goes by them"),
            says=tr(says),
            unit=unit,
            start=start,
            shipped=getattr(shipped, name),
            now=start,
        )


def _level_words(factor: str, level: str) -> str:
    """A level as people say it."""
    if factor in {"hour", "role_hour"}:
        role, _, hour = level.rpartition(" ")
        there = tr("{begins:02}:00 to {ends:02}:00", begins=int(hour), ends=int(hour) + 1)
        return f"{tr(_ROLES[role])}, {there}" if role else there
    if factor == "attempt" and level != str(LAST_ATTEMPT):
        return tr("Try {number}", number=level)
    if factor == "source" and level in _SOURCES:
        return SourceType(level).label
    if factor == "weekday":
        return weekday_name(int(level))
    words = _WORDS.get(factor, {}).get(level)
    return tr(words) if words is not None else _capital(level.replace("_", " "))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


_ALONE = {
    "cap": (tr_later("The highest chance of an answer anybody is given"), "chance"),
    "patience": (tr_later("What a lead can lose by what a later call would bring"), "chance"),
    "curiosity": (tr_later("What a kind that was hardly called is worth more"), "times"),
}
_SIDES = {
    "answer": tr_later("Answers", about="people who pick up"),
    "qualify": tr_later("Qualifies", about="people who pick up"),
}
_GROUPS = {
    "source": tr_later("where they come from"),
    "phone": tr_later("kind of number"),
    "hour": tr_later("hour on their clock"),
    "role_hour": tr_later("hour and role"),
    "weekday": tr_later("weekday"),
    "attempt": tr_later("number of the try"),
    "tried": tr_later("tried at this time of day"),
    "hinted": tr_later("when they are said to be in"),
    "fresh": tr_later("how lately they came to us"),
    "reached": tr_later("spoken to before"),
    "asked": tr_later("asked for a call"),
    "interest": tr_later("what they did there"),
    "role": tr_later("role", about="of a person"),
    "age": tr_later("age of their interest"),
}
_YES_NO = {"yes": tr_later("Yes"), "no": tr_later("No")}
_SOURCES = frozenset(one.value for one in SourceType)
_ROLES = {
    "executive": tr_later("Executive"),
    "head": tr_later("Head"),
    "specialist": tr_later("Specialist"),
    "unknown": tr_later("Unknown"),
}
_WORDS: Mapping[str, Mapping[str, str]] = {
    "source": {
        "giveaway": tr_later("Only took the giveaway"),
        "no_show": tr_later("Registered for a webinar and did not come"),
    },
    "phone": {
        "direct": tr_later("Direct line"),
        "mobile": tr_later("Mobile"),
        "main": tr_later("Main line"),
        "unknown": tr_later("Not known"),
    },
    "attempt": {"7": tr_later("Try 7 and later")},
    "role": _ROLES,
    "interest": {
        "giveaway": tr_later("Giveaway"),
        "download": tr_later("Download"),
        "scanned": tr_later("Scanned"),
        "looked": tr_later("Looked"),
        "engaged": tr_later("Engaged"),
    },
    "tried": _YES_NO,
    "reached": _YES_NO,
    "asked": _YES_NO,
    "hinted": {
        "here": tr_later("Now"),
        "elsewhere": tr_later("At another time"),
        "none": tr_later("Nothing was said"),
    },
    "fresh": {
        "hour": tr_later("Within the hour"),
        "day": tr_later("Within a day"),
        "none": tr_later("Longer ago"),
    },
    "age": {
        "hour": tr_later("Under an hour"),
        "day": tr_later("Under a day"),
        "days": tr_later("Under three days"),
        "week": tr_later("Under a week"),
        "old": tr_later("A week or more"),
        "unknown": tr_later("Not known"),
    },
}
