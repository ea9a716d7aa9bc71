"""The calling rules looked at: which hold where, until when, and why a place is not called now."""

from calendar import day_name
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from qualdesk.core.calling_rules import CallHours, Decision, may_call, next_open
from qualdesk.core.clock import Clock
from qualdesk.core.errors import Refused
from qualdesk.core.law import Law, span_words
from qualdesk.core.places import address_zones, place_in
from qualdesk.core.rules import (
    Audience,
    Enforcement,
    Ground,
    Legal,
    ReviewDue,
    RuleBook,
    RuleSet,
    audience_named,
    day_in_words,
)
from qualdesk.core.sources import CallLimits
from qualdesk.core.times import both_clocks, local_time, place_of
from qualdesk.core.wording import tr, tr_later

NOT_ADVICE = tr_later(
    "Facts with their sources, not legal advice: have them checked before you rely on them."
)
_HOUSE = CallLimits()
_ALL_DAY = CallLimits(hours=(0, 24 * 60), days=frozenset(range(7)))


@dataclass(frozen=True, kw_only=True, slots=True)
class ThereNow:
    """A place's clock and what it means for a call: the day's hours, by law and by the house.

    ``hours`` are the spans of today on that clock in which no rule set stops a call, as words.
    """

    zone: str
    time: datetime
    hours: str
    is_open: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class WhyPlace:
    """Why a place may be called now, or may not.

    Attributes:
        place: the country, or country and state (``US-FL``).
        by_law: what the law alone says; ``by_house`` the same with the house's own hours.
        clocks: every clock of the place; all of them must agree where nobody knows which.
        sets: the rule sets that hold, those that stop calls first.
        next_at: when law and house next allow a call, UTC.
    """

    place: str
    audience: Audience
    at: datetime
    by_law: Decision
    by_house: Decision
    clocks: tuple[ThereNow, ...]
    sets: tuple[RuleSet, ...]
    next_at: datetime | None = None

    @property
    def says(self) -> str:
        """The answer in a sentence."""
        if self.sets:
            return self._verdict
        known = tr(
            "No calling rule is known for {place}: only the house's own hours count.",
            place=self.place,
        )
        return tr("{known} By these, {verdict}", known=known, verdict=self._verdict)

    @property
    def _verdict(self) -> str:
        if not self.by_law.is_allowed:
            return tr("{place} is not called now. {says}", place=self.place, says=self.by_law.says)
        if self.by_house.is_allowed:
            return tr("{place} may be called now.", place=self.place)
        return tr(
            "{place} is not called now. {house_says}", place=self.place, house_says=self._house_says
        )

    @property
    def _house_says(self) -> str:
        """Why the house does not call: the day before the hour."""
        days = {there.time.weekday() for there in self.clocks}
        if days & _HOUSE.days:
            return tr(
                "{says} The house calls from {value}.",
                says=self.by_house.says,
                value=span_words((_HOUSE.hours,)),
            )
        names = tr(" or ").join(f"{day_name[day]}s" for day in sorted(days))
        return tr("The house does not call on {names}.", names=names)

    @property
    def lines(self) -> tuple[str, ...]:
        """The whole answer, line by line."""
        return tuple(_lines(self))


class CallingLaw:
    """The rule book of the workspace, for whoever wants to read it. It changes nothing."""

    def __init__(self, rules: Callable[[], RuleBook], clock: Clock) -> None:
        self._rules = rules
        self._clock = clock

    @property
    def book(self) -> RuleBook:
        """The rules that hold, with where somebody's own came from and which are not used."""
        return self._rules()

    def sets(self) -> tuple[RuleSet, ...]:
        """All rule sets, by country, the country's own before its states'."""
        return tuple(sorted(self.book, key=lambda one: (one.country, one.subdivision, one.id)))

    def show(self, rule_id: str) -> RuleSet:
        """One rule set.

        Raises:
            RuleUnknown: there is none of that id.
        """
        return self.book[rule_id]

    def due_for_review(self) -> tuple[ReviewDue, ...]:
        """What should be looked up again by now, the oldest first; holidays that run out too."""
        return self.book.due_for_review(self._clock.now().date())

    def check(self, path: Path) -> tuple[RuleSet, ...]:
        """The rule sets of a file, which is only read and not used.

        Raises:
            DocumentRefused: it cannot be used; every problem is named with its place.
        """
        from qualdesk.files.rule_sets import read_rules

        return read_rules(path)

    def why(
        self,
        place: str,
        audience: str = "",
        at: datetime | None = None,
        grounds: frozenset[Ground] = frozenset(),
    ) -> WhyPlace:
        """Why a place is called now, or at ``at``, or is not.

        ``place`` is a country or a state, by name or code (``AU``, ``Florida``, ``US-FL``);
        ``audience`` business, consumer or unknown, who counts as a consumer; ``grounds`` what
        a permission gives.

        Raises:
            Refused: nobody knows that place, or that audience.
        """
        country, state = place_in(place)
        if not country:
            raise Refused(
                tr(
                    "“{place}” is no place we know. Write AU, Australia, US-FL or Florida.",
                    place=place,
                )
            )
        said = audience_named(audience) or Audience.UNKNOWN
        code = f"{country}-{state}" if state else country
        law = Law(self.book, Legal(places=frozenset({code}), audience=said, grounds=grounds))
        zones = address_zones(country, state)
        now = at or self._clock.now()
        by_law = CallHours(zones=zones, limits=_ALL_DAY, law=law)
        by_house = CallHours(zones=zones, limits=_HOUSE, law=law)
        days = {local_time(now, name).date() for name in zones}
        held = {one.id: one for day in sorted(days) for one in law.sets_on(day)}
        return WhyPlace(
            place=code,
            audience=said,
            at=now,
            by_law=may_call(by_law, now),
            by_house=may_call(by_house, now),
            clocks=tuple(_there(law, name, now) for name in zones),
            sets=tuple(held.values()),
            next_at=next_open(by_house, now),
        )


def set_lines(one: RuleSet, book: RuleBook) -> list[str]:
    """A rule set in words, with its sources."""
    stops = tr("stops calls") if one.enforcement is Enforcement.BLOCK else tr("only warns")
    since = (
        tr(", since {valid_from}", valid_from=day_in_words(one.valid_from))
        if one.valid_from
        else ""
    )
    until = tr(", until {valid_to}", valid_to=day_in_words(one.valid_to)) if one.valid_to else ""
    reviewed, due = day_in_words(one.reviewed_on), day_in_words(one.review_due)
    file = book.files.get(one.id)
    return [
        f"{one.id}: {one.name} ({stops}{since}{until})",
        tr("  for: {audience}", audience=", ".join(sorted(one.audience))),
        *(f"  {line}" for line in (*_hours_lines(one), *_other_lines(one))),
        tr("  looked up on {reviewed}, again by {due}", reviewed=reviewed, due=due),
        *(
            tr(
                "  source ({quality}): {cite}, {url}",
                quality=each.quality,
                cite=each.cite,
                url=each.url,
            )
            for each in one.sources
        ),
        *((tr("  from your own file {file}", file=file),) if file else ()),
    ]


def _hours_lines(one: RuleSet) -> list[str]:
    lines = [
        f"{day}: {span_words(spans)}"
        for day, spans in zip(_DAYS, one.hours, strict=True)
        if spans is not None
    ]
    if one.eve is not None:
        lines.append(tr("day before a public holiday: {eve}", eve=span_words(one.eve)))
    if one.on_holidays:
        lines.append(tr("public holidays: none"))
    return lines


def _other_lines(one: RuleSet) -> list[str]:
    lines = [tr("at most {words}", words=limit.words) for limit in one.limits]
    if one.after_refusal:
        lines.append(tr("after somebody declined: {days} days' pause", days=one.after_refusal.days))
    if one.requires:
        lines.append(tr("needs: {requires}", requires=_grounds(one.requires)))
    if one.exempt_if:
        lines.append(tr("lifted by: {exempt_if}", exempt_if=_grounds(one.exempt_if)))
    lines += [
        tr("look into: {name}, at most {days} days before", name=each.name, days=each.max_age.days)
        for each in one.registers
    ]
    if one.notes:
        lines.append(one.notes)
    if one.is_incomplete:
        lines.append(tr("Not known for certain: check it before you call."))
    return lines


def _lines(why: WhyPlace) -> list[str]:
    lines = [why.says]
    for there in why.clocks:
        state = "open" if there.is_open else "closed"
        known = (
            tr("; by law {state}, today {hours}", state=state, hours=there.hours)
            if why.sets
            else ""
        )
        lines.append(f"  {place_of(there.zone)}: {there.time:%H:%M}{known}")
    if why.next_at is not None and not why.by_house.is_allowed and why.clocks:
        zone = why.clocks[0].zone
        lines.append(
            tr("  Next: {value}", value=both_clocks(why.next_at, zone, zone).partition(" (")[0])
        )
    lines += [f"  {one.id}: {one.name}{_since(one)}" for one in why.sets]
    lines += [
        tr("  at most {words}", words=limit.words) for one in why.sets for limit in one.limits
    ]
    lines += [tr("  Careful: {each}", each=each) for each in why.by_law.warnings]
    sources = dict.fromkeys(
        tr("  Source: {cite}, {url}", cite=each.cite, url=each.url)
        for one in why.sets
        for each in one.sources
    )
    return [*lines, *sources, f"  {NOT_ADVICE}"]


def _since(one: RuleSet) -> str:
    return (
        tr(", since {valid_from}", valid_from=day_in_words(one.valid_from))
        if one.valid_from
        else ""
    )


def _there(law: Law, zone: str, now: datetime) -> ThereNow:
    there = local_time(now, zone)
    spans = law.spans_on(there.date())
    minute = there.hour * 60 + there.minute
    return ThereNow(
        zone=zone,
        time=there,
        hours=span_words(spans),
        is_open=any(opens <= minute < closes for opens, closes in spans),
    )


def _grounds(grounds: frozenset[Ground]) -> str:
    return ", ".join(sorted(one.value.replace("_", " ") for one in grounds))


_DAYS = (
    tr_later("Mon"),
    tr_later("Tue"),
    tr_later("Wed"),
    tr_later("Thu"),
    tr_later("Fri"),
    tr_later("Sat"),
    tr_later("Sun"),
)
