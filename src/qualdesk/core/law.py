"""What the rule sets together allow one person: the narrowest hours, the fewest tries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from qualdesk.core.frozen import frozen
from qualdesk.core.rules import (
    Enforcement,
    Ground,
    Holidays,
    Legal,
    RuleBook,
    RuleSet,
    SetAside,
    Span,
    TryLimit,
)
from qualdesk.core.times import weekday_name
from qualdesk.core.wording import listed, tr, tr_later

NOBODY = Legal()
ALL_DAY: tuple[Span, ...] = ((0, 24 * 60),)


@frozen
class Finding:
    """What one rule set has to say about a call; ``stops`` when it may not be made."""

    rule: str
    says: str
    stops: bool


@dataclass(frozen=True, slots=True)
class Law:
    """The rule book read for one kind of person. Days and minutes are on the person's clock.

    ``aside`` are the rule sets a supervisor has set aside for the campaign, by name and with a
    reason: they stop nothing, and each call says so.
    """

    book: RuleBook
    legal: Legal = NOBODY
    aside: tuple[SetAside, ...] = ()

    def sets_on(self, day: date) -> tuple[RuleSet, ...]:
        """The rule sets that hold for them on that day, those set aside left out."""
        found = _sets(self.book, self.legal, day)
        if not self.aside:
            return found
        without = {one.rule for one in self.aside}
        return tuple(one for one in found if one.id not in without)

    def limits_on(self, day: date) -> frozenset[TryLimit]:
        """How often they may be tried within rolling spans; those that only warn left out."""
        return frozenset(limit for one in self._strict_on(day) for limit in one.limits)

    def reach(self, day: date) -> timedelta:
        """How far back earlier calls count for any limit; nothing when there is none."""
        spans = [limit.within for one in self.sets_on(day) for limit in one.limits]
        return max(spans, default=timedelta())

    def pause_after_refusal(self, day: date) -> timedelta | None:
        """How long the law makes callers wait after somebody declined; None: nothing said."""
        pauses = [one.after_refusal for one in self._strict_on(day) if one.after_refusal]
        return max(pauses, default=None)

    def lacking(self, day: date) -> str:
        """The sentence that says what must be given before any call; empty when nothing is."""
        for one in self._strict_on(day):
            ground = self.missing(one)
            if ground is not None:
                return _lacks(one, ground)
        return ""

    def spans_on(self, day: date, *, agreed: bool = False) -> tuple[Span, ...]:
        """The minutes of that day in which no rule set stops a call.

        ``agreed``: they named the time themselves, which some rule sets accept.
        """
        spans = ALL_DAY
        for one in self._strict_on(day):
            if self.missing(one) is not None:
                return ()
            if agreed and Ground.AGREED_TIME in one.exempt_if:
                continue
            theirs = one.spans_of(day, self.book.holidays)
            if theirs is not None:
                spans = common(spans, theirs)
        return spans

    def missing(self, one: RuleSet) -> Ground | None:
        """What a rule set asks for before any call and was not given; None when nothing is."""
        if one.exempt_if & self.legal.grounds:
            return None
        given = self.legal.grounds
        if given:
            # A consent is a lawful basis; so is every other ground a permission names.
            given = given | {Ground.LAWFUL_BASIS}
        return next((ground for ground in sorted(one.requires) if ground not in given), None)

    def findings(
        self, day: date, minute: int, tries: Sequence[timedelta] = (), *, agreed: bool = False
    ) -> tuple[Finding, ...]:
        """What every rule set says about a call at that minute of that day.

        ``tries`` are the ages of the earlier calls to this person.
        """
        found = []
        for one in self.sets_on(day):
            stops = one.enforcement is Enforcement.BLOCK
            found += [
                Finding(rule=one.id, says=says, stops=stops)
                for says in self._against(one, day, minute, tries, agreed=agreed)
            ]
            found += [
                Finding(rule=one.id, says=says, stops=False) for says in self._doubts(one, day)
            ]
        return (*found, *self._set_aside(day))

    def _set_aside(self, day: date) -> list[Finding]:
        """What would count here and does not, for the campaign's own reason."""
        theirs = (
            {one.id: one.title for one in _sets(self.book, self.legal, day)} if self.aside else {}
        )
        return [
            Finding(
                rule=one.rule,
                says=tr(
                    "{rules}: set aside by {name}. {because}",
                    rules=theirs[one.rule],
                    name=one.by,
                    because=one.because,
                ),
                stops=False,
            )
            for one in self.aside
            if one.rule in theirs
        ]

    def _doubts(self, one: RuleSet, day: date) -> list[str]:
        """What is not known for certain of a rule set."""
        says = []
        if one.is_incomplete:
            said = tr("{rules}: the rules are not known for certain.", rules=one.title)
            says.append(f"{said} {one.remarks}".strip())
        closes = one.on_holidays or one.eve is not None
        if closes and not self.book.holidays.knows(one.country, one.subdivision, day.year):
            says.append(
                tr(
                    "{rules}: public holidays of {year} are not known here.",
                    rules=one.title,
                    year=day.year,
                )
            )
        return says

    def _against(
        self, one: RuleSet, day: date, minute: int, tries: Sequence[timedelta], *, agreed: bool
    ) -> list[str]:
        """What speaks against the call, in words."""
        says = []
        lacks = self.missing(one)
        if lacks is not None:
            says.append(_lacks(one, lacks))
        exempt = agreed and Ground.AGREED_TIME in one.exempt_if
        spans = None if exempt else one.spans_of(day, self.book.holidays)
        if spans is not None and not any(opens <= minute < closes for opens, closes in spans):
            says.append(f"{one.title}: {_hours_in_words(one, day, spans, self.book)}")
        for limit in one.limits:
            made = sum(age < limit.within for age in tries)
            if made >= limit.calls:
                says.append(
                    tr("{rules}: no more than {limit}.", rules=one.title, limit=limit.words)
                )
        return says

    def next_try(self, at: datetime, tries: Sequence[datetime]) -> datetime | None:
        """When the limits allow one more call, given the earlier ones; None when they do now.

        Raises:
            ValueError: a call lies in the future.
        """
        if any(each > at for each in tries):
            raise ValueError("A call in the future counts for nothing.")
        waits = []
        for limit in self.limits_on(at.date()):
            inside = sorted(each for each in tries if at - each < limit.within)
            if len(inside) >= limit.calls:
                waits.append(inside[len(inside) - limit.calls] + limit.within)
        return max(waits, default=None)

    def _strict_on(self, day: date) -> list[RuleSet]:
        return [one for one in self.sets_on(day) if one.enforcement is Enforcement.BLOCK]


NO_LAW = Law(RuleBook((), Holidays()))
"""No rule at all: what holds before anybody knows where somebody is."""


def common(ours: tuple[Span, ...], theirs: tuple[Span, ...]) -> tuple[Span, ...]:
    """What both lists of spans share, in order."""
    return tuple(
        (max(a, c), min(b, d)) for a, b in ours for c, d in theirs if max(a, c) < min(b, d)
    )


def span_words(spans: Sequence[Span]) -> str:
    """Spans of a day in words: ``10:00 to 13:00 and 14:00 to 20:00``; ``none`` for a closed day."""
    if tuple(spans) == ALL_DAY:
        return tr("all day")
    if not spans:
        return tr("none", about="hours")
    said = [
        tr("{opens} to {closes}", opens=_clock(opens), closes=_clock(closes))
        for opens, closes in spans
    ]
    return listed(said)


@lru_cache(maxsize=65_536)
def _sets(book: RuleBook, legal: Legal, day: date) -> tuple[RuleSet, ...]:
    return book.of(legal, day)


def _lacks(one: RuleSet, ground: Ground) -> str:
    return tr("{rules}: no call without {ground}.", rules=one.title, ground=tr(_GROUNDS[ground]))


def _hours_in_words(one: RuleSet, day: date, spans: tuple[Span, ...], book: RuleBook) -> str:
    holiday = book.holidays.name_of(one.country, one.subdivision, day)
    if one.on_holidays and holiday:
        return tr("no calls on a public holiday ({holiday}).", holiday=holiday)
    if not spans:
        return tr("no calls on a {weekday}.", weekday=weekday_name(day.weekday()))
    return tr(
        "calls on a {weekday} only from {hours}.",
        weekday=weekday_name(day.weekday()),
        hours=span_words(spans),
    )


def _clock(minute: int) -> str:
    return f"{minute // 60}:{minute % 60:02}"


_GROUNDS = {
    Ground.CONSENT: tr_later("their consent"),
    Ground.LAWFUL_BASIS: tr_later("a ground such as consent or an earlier relationship"),
    Ground.EXISTING_RELATIONSHIP: tr_later("an existing relationship"),
    Ground.AGREED_TIME: tr_later("a time they agreed to"),
}
