"""The law about telephone calls as dated values: which rule sets hold for a person, and when.

A rule set is what a country, or a state of it, says about calls to one kind of person. Facts
with their sources stand in ``resources/rules``. Nothing here is legal advice.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, fields
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cached_property, lru_cache
from hashlib import sha256
from types import MappingProxyType
from typing import Any

from qualdesk.core.errors import QualdeskError, Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.list_words import counted
from qualdesk.core.times import date_words
from qualdesk.core.wording import tr, tr_n

_NOTHING: Mapping[str, str] = MappingProxyType({})
# Holidays are asked for again this long before they end: calls are promised months ahead.
_HOLIDAYS_AHEAD = timedelta(days=90)

Span = tuple[int, int]
"""Minutes of a local day, from the first up to, not including, the second."""


class Audience(StrEnum):
    """What kind of person a lead is to the law. Who is not known counts as a consumer."""

    BUSINESS = "business"
    CONSUMER = "consumer"
    UNKNOWN = "unknown"


def audience_named(text: str) -> Audience | None:
    """The audience a person named, None for nothing.

    Raises:
        Refused: there is none of that name.
    """
    if not text.strip():
        return None
    try:
        return Audience(text.strip().lower())
    except ValueError:
        raise Refused(
            tr("“{audience}” is no audience. Say business, consumer or unknown.", audience=text)
        ) from None


class Enforcement(StrEnum):
    """Whether a rule set stops a call or only warns of it."""

    BLOCK = "block"
    WARN = "warn"


class Ground(StrEnum):
    """What a rule set can ask for before a call, and what a permission can give."""

    CONSENT = "consent"
    LAWFUL_BASIS = "lawful_basis"
    EXISTING_RELATIONSHIP = "existing_relationship"
    AGREED_TIME = "agreed_time"


@frozen
class TryLimit:
    """At most ``calls`` to one person within any span of this length."""

    calls: int
    within: timedelta

    @property
    def words(self) -> str:
        """The limit in words: ``3 calls in 24 hours``."""
        hours = round(self.within / timedelta(hours=1))
        is_days = hours % 24 == 0 and hours > 24  # noqa: PLR2004 - a day is said in hours
        span = counted(hours // 24, "day") if is_days else counted(hours, "hour")
        return tr_n(self.calls, "{n} call in {span}", "{n} calls in {span}", span=span)


@frozen
class Register:
    """A public list of people who do not want to be called; how fresh a look into it must be."""

    name: str
    max_age: timedelta
    audience: frozenset[Audience] = frozenset(Audience)


@frozen
class RuleSource:
    """Where a fact was read: statute, official, secondary or unverified."""

    cite: str
    url: str
    seen_on: date
    quality: str


@frozen
class RuleSet:
    """What one country or state says about calls to some kinds of people.

    Attributes:
        country: ISO code; ``subdivision`` the state's, empty for the whole country.
        valid_from: the first day it holds, None for always; ``valid_to`` the last one.
        hours: the spans of each day, Monday first; None where the set says nothing about a day.
        on_holidays: whether public holidays are closed; ``eve`` the spans of the day before one.
        requires: what must be given before a call; ``exempt_if`` what lifts hours and needs.
        after_refusal: the pause after somebody declined, None where nothing is said.
        keep_no_for: how long a no must be kept at least.
        is_incomplete: the text was not found, or the sources disagree.
    """

    id: str
    name: str
    country: str
    reviewed_on: date
    review_due: date
    subdivision: str = ""
    audience: frozenset[Audience] = frozenset(Audience)
    enforcement: Enforcement = Enforcement.BLOCK
    valid_from: date | None = None
    valid_to: date | None = None
    hours: tuple[tuple[Span, ...] | None, ...] = (None,) * 7
    on_holidays: bool = False
    eve: tuple[Span, ...] | None = None
    limits: tuple[TryLimit, ...] = ()
    after_refusal: timedelta | None = None
    requires: frozenset[Ground] = frozenset()
    exempt_if: frozenset[Ground] = frozenset()
    script_must: tuple[str, ...] = ()
    registers: tuple[Register, ...] = ()
    honour_no_within: timedelta | None = None
    keep_no_for: timedelta | None = None
    keep_consent_for: timedelta | None = None
    is_incomplete: bool = False
    notes: str = ""
    sources: tuple[RuleSource, ...] = ()

    @property
    def title(self) -> str:
        """Its name in the language of the window; a set of the team's own keeps the one it has."""
        return tr(self.name)

    @property
    def remarks(self) -> str:
        """Its notes in the language of the window."""
        return tr(self.notes)

    def holds_on(self, day: date) -> bool:
        """Whether it is in force on that day."""
        starts = self.valid_from is None or self.valid_from <= day
        return starts and (self.valid_to is None or day <= self.valid_to)

    def spans_of(self, day: date, holidays: "Holidays") -> tuple[Span, ...] | None:
        """The spans of that local day, nothing for closed; None when it says nothing of it."""
        if not self.holds_on(day):
            return None
        if self.on_holidays and holidays.is_holiday(self.country, self.subdivision, day):
            return ()
        if self.eve is not None and holidays.is_holiday(
            self.country, self.subdivision, day + timedelta(days=1)
        ):
            return self.eve
        return self.hours[day.weekday()]


@frozen
class Holidays:
    """Public holidays by country, and by country and state (``US-AL``): day to name.

    Years that are not in the data have no holidays; :attr:`known_until` says how far it goes.
    """

    days: Mapping[str, Mapping[date, str]] = field(default_factory=dict)

    def is_holiday(self, country: str, subdivision: str, day: date) -> bool:
        """Whether that day is closed there."""
        return bool(self.name_of(country, subdivision, day))

    def name_of(self, country: str, subdivision: str, day: date) -> str:
        """The holiday's name, empty on a working day."""
        found = self.days.get(f"{country}-{subdivision}") or self.days.get(country) or {}
        return found.get(day, "")

    def knows(self, country: str, subdivision: str, year: int) -> bool:
        """Whether the holidays of that year are in the data for this place."""
        found = self.days.get(f"{country}-{subdivision}") or self.days.get(country) or {}
        return year in _years_of(tuple(found))

    @property
    def known_until(self) -> date | None:
        """The last day of the data, None when there is none."""
        return max((max(days) for days in self.days.values() if days), default=None)


class RuleUnknown(QualdeskError):
    """There is no such calling rule. Ask “qualdesk rules list” for those there are."""


@frozen
class SetAside:
    """A rule set that does not count for a campaign: which, why, and who said so when."""

    rule: str
    because: str
    by: str
    at: datetime


@frozen
class ReviewDue:
    """Something of the rules that should be looked up again, and since when.

    ``id`` is the set's, ``holidays`` when it is those that run out.
    """

    id: str
    name: str
    due_on: date
    says: str


class RuleBook:
    """All rule sets the workspace goes by, with the holidays they need.

    Attributes:
        holidays: the public holidays of the places that close on them.
        files: the file of somebody's own each set came from, by its id; shipped sets have none.
        refused: why a file of somebody's own is not used, each a sentence.
    """

    def __init__(
        self,
        sets: Iterable[RuleSet] | Mapping[str, Sequence[RuleSet]],
        holidays: Holidays,
        *,
        files: Mapping[str, str] = _NOTHING,
        refused: Iterable[str] = (),
        version: str = "",
    ) -> None:
        """By country, only countries asked for are read. ``version`` is given where it is known."""
        self._of_country = sets if isinstance(sets, Mapping) else _by_country(sets)
        self._known_version = version
        self.holidays = holidays
        self.files = files
        self.refused = tuple(refused)

    @property
    def is_empty(self) -> bool:
        """Whether there is no rule set at all, as before anybody has read any."""
        return not self._of_country

    @cached_property
    def version(self) -> str:
        """What tells this book from any other: its newest review, and a sum over all it says."""
        if self._known_version:
            return self._known_version
        newest = max((one.reviewed_on for one in self), default=date.min)
        text = repr([_plain(one) for one in sorted(self, key=lambda one: one.id)])
        text += repr(sorted((place, sorted(days)) for place, days in self.holidays.days.items()))
        return f"{newest.isoformat()} {sha256(text.encode()).hexdigest()[:12]}"

    @cached_property
    def _sets(self) -> dict[str, RuleSet]:
        return {one.id: one for some in self._of_country.values() for one in some}

    def _sets_of(self, legal: "Legal") -> list[RuleSet]:
        """The rule sets for such a person, whatever the day."""
        return [
            one
            for country in {place.partition("-")[0] for place in legal.places}
            if country in self._of_country
            for one in self._of_country[country]
            if legal.audience in one.audience and any(_is_in(place, one) for place in legal.places)
        ]

    def __iter__(self) -> Iterator[RuleSet]:
        return iter(self._sets.values())

    def __getitem__(self, rule_id: str) -> RuleSet:
        try:
            return self._sets[rule_id]
        except KeyError:
            raise RuleUnknown(tr("There is no calling rule “{rule}”.", rule=rule_id)) from None

    def of(self, legal: "Legal", day: date) -> tuple[RuleSet, ...]:
        """The rule sets in force on that day for such a person, those that stop calls first."""
        found = [one for one in self._sets_of(legal) if one.holds_on(day)]
        return tuple(sorted(found, key=lambda one: (one.enforcement is Enforcement.WARN, one.id)))

    def narrowed(self, legal: "Legal") -> "Legal":
        """The same person, said by no more than what stops calls asks for.

        Who is alike in that shares hours and limits; what only warns is asked at the dial.
        """
        mine = [one for one in self._sets_of(legal) if one.enforcement is Enforcement.BLOCK]
        if not mine:
            return Legal()
        states = {f"{one.country}-{one.subdivision}" for one in mine}
        here = {place.partition("-")[0] for place in legal.places}
        kept = {place for place in legal.places if place in states}
        rest = {one.country for one in mine} & here - {place.partition("-")[0] for place in kept}
        asks = any(one.requires | one.exempt_if for one in mine)
        return Legal(
            places=frozenset(kept | rest),
            audience=legal.audience,
            grounds=legal.grounds if asks else frozenset(),
        )

    def due_for_review(self, today: date) -> tuple[ReviewDue, ...]:
        """What should have been looked up again by now, the oldest first."""
        due = [
            ReviewDue(
                id=one.id,
                name=one.title,
                due_on=one.review_due,
                says=tr(
                    "{rule}: last looked up on {day}.",
                    rule=one.title,
                    day=date_words(one.reviewed_on),
                ),
            )
            for one in self
            if one.review_due <= today
        ]
        ends = self.holidays.known_until
        if ends is not None and ends - today < _HOLIDAYS_AHEAD:
            says = tr("Public holidays are known until the end of {year} only.", year=ends.year)
            since = ends - _HOLIDAYS_AHEAD
            name = tr("Public holidays")
            due.append(ReviewDue(id="holidays", name=name, due_on=since, says=says))
        return tuple(sorted(due, key=lambda one: (one.due_on, one.id)))


@frozen
class Legal:
    """What a person is to the law: where they may be, what kind of person, what they gave.

    Attributes:
        places: ISO countries, or countries with their state (``US-FL``): every place counts.
        grounds: what a permission gives.
    """

    places: frozenset[str] = frozenset()
    audience: Audience = Audience.UNKNOWN
    grounds: frozenset[Ground] = frozenset()

    @property
    def key(self) -> str:
        """The same as text: people with the same key are called by the same rules."""
        grounds = "+".join(sorted(self.grounds))
        return f"{'|'.join(sorted(self.places))}/{self.audience.value}/{grounds}"

    @classmethod
    def from_key(cls, key: str) -> "Legal":
        """What :attr:`key` was made of; the empty text is a person nothing is known of."""
        places, _, rest = key.partition("/")
        audience, _, grounds = rest.partition("/")
        return cls(
            places=frozenset(filter(None, places.split("|"))),
            audience=Audience(audience or Audience.UNKNOWN),
            grounds=frozenset(Ground(one) for one in grounds.split("+") if one),
        )


def _is_in(place: str, one: RuleSet) -> bool:
    """Whether a set speaks of a place: of its country, and of its state when it names one."""
    country, _, subdivision = place.partition("-")
    return one.country == country and one.subdivision in {"", subdivision}


def _by_country(sets: Iterable[RuleSet]) -> dict[str, list[RuleSet]]:
    found: dict[str, list[RuleSet]] = {}
    for one in {one.id: one for one in sets}.values():
        found.setdefault(one.country, []).append(one)
    return found


@lru_cache(maxsize=256)
def _years_of(days: tuple[date, ...]) -> frozenset[int]:
    return frozenset(day.year for day in days)


def _plain(value: Any) -> Any:
    """A value whose text is the same in every run: sets have no order of their own."""
    if isinstance(value, frozenset):
        return sorted(map(_plain, value))
    if isinstance(value, tuple):
        return tuple(map(_plain, value))
    if hasattr(value, "__dataclass_fields__"):
        return [(one.name, _plain(getattr(value, one.name))) for one in fields(value)]
    return str(value)
