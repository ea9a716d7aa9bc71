"""What happens when a number is dialled: decided by the person, the hour and chance alone."""

import random
from collections import Counter
from dataclasses import dataclass

from call_floor.clocks import HOUR, MINUTE, at_local, holds, local
from call_floor.people import LAST, Person, World
from call_floor.shifts import on_shift
from call_floor.truth import MOST


@dataclass(frozen=True, kw_only=True, slots=True)
class Talk:
    """How a dial went.

    Attributes:
        outcome: the code a caller gives it.
        minutes: how long it kept the caller, with writing it down.
        promise: the time they asked to be called at, where they did.
        hint: the hours somebody else said they are in, where they did.
        worth: the chance that this dial would bring a qualified conversation, before it was made.
    """

    outcome: str
    minutes: float
    worth: float
    promise: float | None = None
    hint: tuple[float, float] | None = None

    @property
    def is_qualified(self) -> bool:
        """Whether it was one."""
        return self.outcome == "qualified"


@dataclass(kw_only=True, slots=True)
class Life:
    """What has happened to somebody so far, as they know it themselves."""

    dials: int = 0
    number: int = 0
    refused: bool = False
    heard_message: bool = False
    keen: float | None = None


class Talks:
    """Everybody's phone in one world. The same dial of the same person goes the same way."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._lives: dict[int, Life] = {}
        self._booked: Counter[float] = Counter()
        self._own: Counter[tuple[int, float]] = Counter()

    def dial(self, person: Person, at: float, caller: int, *, promised: bool) -> Talk:
        """Dial somebody's current number."""
        life = self._lives.setdefault(person.id, Life())
        chance = random.Random((self._world.seed * 1_000_003 + person.id) * 64 + life.dials)
        life.dials += 1
        answer = self.answer_chance(person, at, promised=promised)
        qualify = self.qualify_chance(person, at)
        if person.wrong[life.number]:
            code = "wrong_number" if chance.random() < _SOMEBODY else "bad_number"
            if person.spare:
                life.number = 1
            return Talk(outcome=code, minutes=chance.uniform(0.7, 1.3), worth=0.0)
        worth = answer * qualify
        if chance.random() >= answer:
            return self._nobody(person, life, chance, worth)
        # Drawn before anything else, so that the same person answers the same way.
        luck, other, minutes = chance.random(), chance.random(), chance.uniform(0.75, 1.25)
        if luck < qualify:
            return Talk(outcome="qualified", minutes=11 * minutes, worth=worth)
        asks = self._world.truth.calls_back * (0.3 if promised else 1.0)
        if other < asks:
            when = self._when(person, at, caller, chance)
            if when is not None:
                life.keen = qualify
                return Talk(
                    outcome="callback_fixed", minutes=2.5 * minutes, worth=worth, promise=when
                )
        return self._no(life, chance, worth, minutes)

    def answer_chance(self, person: Person, at: float, *, promised: bool) -> float:
        """The chance that they answer now."""
        truth = self._world.truth
        if promised:
            return truth.promised
        if person.away[0] <= at < person.away[1]:
            return 0.0
        _, weekday, hour = local(person.zone, at)
        chance = person.answers * truth.when(person.role, hour, weekday)
        chance *= truth.lifted(person.kind, at - person.anchor) * person.parts[truth.part(hour)]
        return min(MOST, chance)

    def qualify_chance(self, person: Person, at: float) -> float:
        """The chance that a conversation now qualifies."""
        life = self._lives.get(person.id)
        left = self._world.truth.left(person.kind, at - person.anchor)
        chance = min(MOST, person.qualifies * left)
        if life and life.refused:
            return chance * _AFTER_NO
        # Who asked to be called stays as keen as they were.
        return max(chance, life.keen) if life and life.keen is not None else chance

    def _nobody(self, person: Person, life: Life, chance: random.Random, worth: float) -> Talk:
        truth = self._world.truth
        phone = person.phone if life.number == 0 else person.spare
        luck, minutes = chance.random(), chance.uniform(0.75, 1.25)
        if luck < _BUSY:
            return Talk(outcome="busy", minutes=0.6 * minutes, worth=worth)
        if phone == "main" and chance.random() < truth.gatekeeper:
            hint = self._hint(person, chance) if chance.random() < truth.hints else None
            return Talk(outcome="gatekeeper", minutes=1.8 * minutes, worth=worth, hint=hint)
        if phone != "main" and chance.random() < truth.voicemail:
            first, life.heard_message = not life.heard_message, True
            code = "voicemail_left" if first else "voicemail_none"
            return Talk(outcome=code, minutes=(1.6 if first else 1.0) * minutes, worth=worth)
        return Talk(outcome="no_answer", minutes=0.9 * minutes, worth=worth)

    def _hint(self, person: Person, chance: random.Random) -> tuple[float, float]:
        """The hours in which the person is mostly in, if whoever answered is right."""
        parts = person.parts
        best = parts.index(max(parts)) if chance.random() < _RIGHT else chance.randrange(len(parts))
        edges = (9.0, *self._world.truth.edges, 17.5)
        return edges[best], edges[best + 1]

    def _no(self, life: Life, chance: random.Random, worth: float, minutes: float) -> Talk:
        luck = chance.random()
        if luck < 0.02:
            return Talk(outcome="do_not_call", minutes=1.5 * minutes, worth=worth)
        if luck < 0.22:
            life.refused = True
            return Talk(outcome="refused_soft", minutes=2 * minutes, worth=worth)
        code, usual = ("nurture", 5) if luck < 0.35 else ("not_qualified", 4)
        return Talk(outcome=code, minutes=usual * minutes, worth=worth)

    def _when(self, person: Person, at: float, caller: int, chance: random.Random) -> float | None:
        """A time that suits both: the person's day, and mostly the caller's own shift."""
        first, _, _ = local(person.zone, at)
        spans = self._world.spans(person)
        own = chance.random() < _OWN_SHIFT
        closes = min(self._world.plans[person.plan].closes, LAST)
        for _ in range(_LOOKS):
            day = first + chance.choice((0, 0, 1, 1, 2, 3))
            when = at_local(person.zone, day, chance.randrange(8 * 4 + 2, 18 * 4 + 1) / 4)
            if when < at + HOUR or when >= closes:
                continue
            evening = chance.random() < _ANY_HOUR
            if own and not on_shift(caller, when):
                continue
            if self._is_free(caller, when) and (evening or holds(spans, when)):
                self._booked[when] += 1
                self._own[caller, when] += 1
                return when
        return None

    def _is_free(self, caller: int, when: float) -> bool:
        """Whether a caller who looks at the day's plan would promise that time."""
        at_work = min(self._staff(when), self._staff(when + 6 * MINUTE))
        return not self._own[caller, when] and self._booked[when] < at_work / 2

    def _staff(self, at: float) -> int:
        """How many callers are at work then."""
        return sum(on_shift(one, at) for one in self._world.callers)


_SOMEBODY, _BUSY, _RIGHT, _AFTER_NO = 0.5, 0.05, 0.8, 0.1
_OWN_SHIFT, _ANY_HOUR, _LOOKS = 0.85, 0.05, 40
