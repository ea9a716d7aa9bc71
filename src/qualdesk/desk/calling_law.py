"""The calling rules looked at: which hold where, until when, and why a place is not called now."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from qualdesk.core.calling_rules import CallHours, Decision, may_call, next_open
from qualdesk.core.clock import Clock
from qualdesk.core.errors import Refused
from qualdesk.core.frozen import frozen
from qualdesk.core.law import Law, span_words
from qualdesk.core.rules import (
    Audience,
    Enforcement,
    Ground,
    Legal,
    ReviewDue,
    RuleBook,
    RuleSet,
    audience_named,
)
from qualdesk.core.sources import CallLimits
from qualdesk.core.times import both_clocks, date_words, local_time, place_of
from qualdesk.core.wording import either, tr, tr_later

NOT_ADVICE = tr_later(
    "Facts with their sources, not legal advice: have them checked before you rely on them."
)
_HOUSE = CallLimits()
_ALL_DAY = CallLimits(hours=(0, 24 * 60), days=frozenset(range(7)))


@frozen
class ThereNow:
    """A place's clock and what it means for a call: the day's hours, by law and by the house.

    ``hours`` are the spans of today on that clock in which no rule set stops a call, as words.
    """

    zone: str
    time: datetime
    hours: str
    is_open: bool


@frozen
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
        return f"{known} {tr('By these, {verdict}', verdict=self._verdict)}"

    @property
    def _verdict(self) -> str:
        if not self.by_law.is_allowed:
            return f"{tr('{place} is not called now.', place=self.place)} {self.by_law.says}"
        if self.by_house.is_allowed:
            return tr("{place} may be called now.", place=self.place)
        return f"{tr('{place} is not called now.', place=self.place)} {self._house_says}"

    @property
    def _house_says(self) -> str:
        """Why the house does not call: the day before the hour."""
        days = {there.time.weekday() for there in self.clocks}
        if days & _HOUSE.days:
            hours = tr("The house calls from {hours}.", hours=span_words((_HOUSE.hours,)))
            return f"{self.by_house.says} {hours}"
        names = either(tr(_ON_DAYS[day]) for day in sorted(days))
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
        from qualdesk.core.places import address_zones, place_in

        country, state = place_in(place)
        if not country:
            raise Refused(tr(_NO_PLACE, place=place))
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
    """A rule set in words, with its sources: for the command line, which is English."""
    stops = "stops calls" if one.enforcement is Enforcement.BLOCK else "only warns"
    since = f", since {date_words(one.valid_from)}" if one.valid_from else ""
    until = f", until {date_words(one.valid_to)}" if one.valid_to else ""
    reviewed, due = date_words(one.reviewed_on), date_words(one.review_due)
    file = book.files.get(one.id)
    return [
        f"{one.id}: {one.name} ({stops}{since}{until})",
        f"  for: {', '.join(sorted(one.audience))}",
        *(f"  {line}" for line in (*_hours_lines(one), *_other_lines(one))),
        f"  looked up on {reviewed}, again by {due}",
        *(f"  source ({each.quality}): {each.cite}, {each.url}" for each in one.sources),
        *((f"  from your own file {file}",) if file else ()),
    ]


def _hours_lines(one: RuleSet) -> list[str]:
    lines = [
        f"{day}: {span_words(spans)}"
        for day, spans in zip(_DAYS, one.hours, strict=True)
        if spans is not None
    ]
    if one.eve is not None:
        lines.append(f"day before a public holiday: {span_words(one.eve)}")
    if one.on_holidays:
        lines.append("public holidays: none")
    return lines


def _other_lines(one: RuleSet) -> list[str]:
    lines = [f"at most {limit.words}" for limit in one.limits]
    if one.after_refusal:
        lines.append(f"after somebody declined: {one.after_refusal.days} days' pause")
    if one.requires:
        lines.append(f"needs: {_grounds(one.requires)}")
    if one.exempt_if:
        lines.append(f"lifted by: {_grounds(one.exempt_if)}")
    lines += [
        f"look into: {each.name}, at most {each.max_age.days} days before" for each in one.registers
    ]
    if one.notes:
        lines.append(one.notes)
    if one.is_incomplete:
        lines.append("Not known for certain: check it before you call.")
    return lines


def _lines(why: WhyPlace) -> list[str]:
    lines = [why.says]
    for there in why.clocks:
        law = ""
        if why.sets and there.is_open:
            law = tr("by law open, today {hours}", hours=there.hours)
        elif why.sets:
            law = tr("by law closed, today {hours}", hours=there.hours)
        lines.append(f"  {place_of(there.zone)}: {there.time:%H:%M}{law and f'; {law}'}")
    if why.next_at is not None and not why.by_house.is_allowed and why.clocks:
        zone = why.clocks[0].zone
        at = both_clocks(why.next_at, zone, zone).partition(" (")[0]
        lines.append(f"  {tr('Next: {at}', at=at)}")
    lines += [f"  {one.id}: {one.name}{_since(one)}" for one in why.sets]
    limits = (limit.words for one in why.sets for limit in one.limits)
    lines += [f"  {tr('at most {limit}', limit=words)}" for words in limits]
    lines += [f"  {tr('Careful: {warning}', warning=each)}" for each in why.by_law.warnings]
    sources = dict.fromkeys(
        f"  {tr('Source: {cite}, {url}', cite=each.cite, url=each.url)}"
        for one in why.sets
        for each in one.sources
    )
    return [*lines, *sources, f"  {tr(NOT_ADVICE)}"]


def _since(one: RuleSet) -> str:
    if not one.valid_from:
        return ""
    return f", {tr('since {day}', day=date_words(one.valid_from))}"


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


_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_ON_DAYS = (
    tr_later("Mondays"),
    tr_later("Tuesdays"),
    tr_later("Wednesdays"),
    tr_later("Thursdays"),
    tr_later("Fridays"),
    tr_later("Saturdays"),
    tr_later("Sundays"),
)


_NO_PLACE = tr_later("“{place}” is no place we know. Write AU, Australia, US-FL or Florida.")
