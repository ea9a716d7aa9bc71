"""What the rule sets together allow one person: the narrowest hours, the fewest tries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from qualdesk.core.rules import Enforcement, Ground, Holidays, Legal, RuleBook, RuleSet, Span

NOBODY = Legal()
ALL_DAY: tuple[Span, ...] = ((0, 24 * 60),)


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """What one rule set has to say about a call; ``stops`` when it may not be made."""

    rule: str
    says: str
    stops: bool


@dataclass(frozen=True, slots=True)
class Law:
    """The rule book read for one kind of person. Days and minutes are on the person's clock."""

    book: RuleBook
    legal: Legal = NOBODY

    def sets_on(self, day: date) -> tuple[RuleSet, ...]:
        """The rule sets that hold for them on that day."""
        return _sets(self.book, self.legal, day)

    def spans_on(self, day: date, *, agreed: bool = False) -> tuple[Span, ...]:
        """The minutes of that day in which no rule set stops a call.

        ``agreed``: they named the time themselves, which some rule sets accept.
        """
        spans = ALL_DAY
        for one in self.sets_on(day):
            if one.enforcement is Enforcement.WARN:
                continue
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
            if one.is_incomplete:
                says = f"{one.name}: the rules are not known for certain. {one.notes}".strip()
                found.append(Finding(rule=one.id, says=says, stops=False))
        return tuple(found)

    def _against(
        self, one: RuleSet, day: date, minute: int, tries: Sequence[timedelta], *, agreed: bool
    ) -> list[str]:
        """What speaks against the call, in words."""
        says = []
        lacks = self.missing(one)
        if lacks is not None:
            says.append(f"{one.name}: no call without {_GROUNDS[lacks]}.")
        exempt = agreed and Ground.AGREED_TIME in one.exempt_if
        spans = None if exempt else one.spans_of(day, self.book.holidays)
        if spans is not None and not any(opens <= minute < closes for opens, closes in spans):
            says.append(f"{one.name}: {_hours_in_words(one, day, spans, self.book)}")
        for limit in one.limits:
            made = sum(age < limit.within for age in tries)
            if made >= limit.calls:
                says.append(
                    f"{one.name}: no more than {limit.calls} calls in {_span_words(limit.within)}."
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
        for one in self.sets_on(at.date()):
            if one.enforcement is Enforcement.WARN:
                continue
            for limit in one.limits:
                inside = sorted(each for each in tries if at - each < limit.within)
                if len(inside) >= limit.calls:
                    waits.append(inside[len(inside) - limit.calls] + limit.within)
        return max(waits, default=None)


NO_LAW = Law(RuleBook((), Holidays()))
"""No rule at all: what holds before anybody knows where somebody is."""


def common(ours: tuple[Span, ...], theirs: tuple[Span, ...]) -> tuple[Span, ...]:
    """What both lists of spans share, in order."""
    return tuple(
        (max(a, c), min(b, d)) for a, b in ours for c, d in theirs if max(a, c) < min(b, d)
    )


@lru_cache(maxsize=65_536)
def _sets(book: RuleBook, legal: Legal, day: date) -> tuple[RuleSet, ...]:
    return book.of(legal, day)


def _hours_in_words(one: RuleSet, day: date, spans: tuple[Span, ...], book: RuleBook) -> str:
    holiday = book.holidays.name_of(one.country, one.subdivision, day)
    if one.on_holidays and holiday:
        return f"no calls on a public holiday ({holiday})."
    if not spans:
        return f"no calls on a {_DAYS[day.weekday()]}."
    hours = " and ".join(f"{_clock(opens)} to {_clock(closes)}" for opens, closes in spans)
    return f"calls on a {_DAYS[day.weekday()]} only from {hours}."


def _clock(minute: int) -> str:
    return f"{minute // 60}:{minute % 60:02}"


def _span_words(within: timedelta) -> str:
    hours = round(within / timedelta(hours=1))
    return f"{hours // 24} days" if hours % 24 == 0 and hours > _DAY else f"{hours} hours"


_DAY = 24
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_GROUNDS = {
    Ground.CONSENT: "their consent",
    Ground.LAWFUL_BASIS: "a ground such as consent or an earlier relationship",
    Ground.EXISTING_RELATIONSHIP: "an existing relationship",
    Ground.AGREED_TIME: "a time they agreed to",
}
