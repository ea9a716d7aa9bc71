"""The calling rules as lines of a table, and the heaps they fall into."""

from collections.abc import Callable
from datetime import date
from typing import Final

from qualdesk.core.frozen import frozen
from qualdesk.core.rules import Audience, Enforcement, RuleSet, SetAside
from qualdesk.core.times import short_month
from qualdesk.core.wording import tr, tr_later
from qualdesk.qt.queue.rule_words import (
    effect_words,
    hours_words,
    place_words,
)
from qualdesk.qt.widgets.cells import Cell, Column

COLUMNS: Final = (
    Column(title=tr_later("Place"), width=126),
    Column(title=tr_later("Calling rule"), width=220, stretch=True),
    Column(title=tr_later("Hours"), width=266),
    Column(title=tr_later("Effect"), width=108),
    Column(title=tr_later("Looked up"), width=112),
)
ALL, STOPS, WARNS, DUE, ASIDE = "", "stops", "warns", "due", "aside"


@frozen
class RuleRow:
    """A rule set as a line: whether its facts are due to be looked up, and where it is set aside.

    ``aside`` are the campaigns for which it does not count, each with who said so and why.
    """

    rule: RuleSet
    is_due: bool = False
    aside: tuple[tuple[str, SetAside], ...] = ()


def cell_of(row: RuleRow, column: int) -> Cell:
    """What a cell of the rules shows."""
    one = row.rule
    if column == 0:
        country, state = place_words(one)
        return Cell(text=country, second=state, face="body_strong")
    if column == 1:
        note = tr("{rule}, incomplete", rule=one.id) if one.is_incomplete else one.id
        return Cell(text=one.title, second=f"{_whose(one)}, {note}")
    if column == 2:  # noqa: PLR2004 - the third column
        hours = hours_words(one)
        limits = [limit.words for limit in one.limits]
        first = hours[0] if hours else (limits[0] if limits else tr("No hours of its own"))
        rest = ", ".join(hours[1:3]) if hours else ""
        return Cell(text=first, second=rest, tone="text" if hours or limits else "text3")
    if column == 3:  # noqa: PLR2004 - the fourth column
        if row.aside:
            return Cell(text=tr("Set aside", about="state"), chip="warn")
        stops = one.enforcement is Enforcement.BLOCK
        return Cell(text=effect_words(one), chip="bad" if stops else "plain")
    return Cell(
        text=_month(one.reviewed_on),
        second=tr("Due now") if row.is_due else tr("until {month}", month=_month(one.review_due)),
        second_tone="warn" if row.is_due else "text2",
        tone="text2",
    )


def searched(one: RuleSet) -> str:
    """All that a rule is found by."""
    country, state = place_words(one)
    return f"{one.country} {country} {state} {one.title} {one.id}".casefold()


def _whose(one: RuleSet) -> str:
    """Whom it protects, in a word or two."""
    business = Audience.BUSINESS in one.audience
    consumer = Audience.CONSUMER in one.audience
    if business and consumer:
        return tr("Everybody")
    return tr("Businesses") if business else tr("Consumers")


def _month(day: date) -> str:
    return tr("{month} {year}", month=short_month(day.month), year=day.year)


def _any(_row: RuleRow) -> bool:
    return True


TESTS: Final[dict[str, Callable[[RuleRow], bool]]] = {
    ALL: _any,
    STOPS: lambda row: row.rule.enforcement is Enforcement.BLOCK,
    WARNS: lambda row: row.rule.enforcement is Enforcement.WARN,
    DUE: lambda row: row.is_due,
    ASIDE: lambda row: bool(row.aside),
}
