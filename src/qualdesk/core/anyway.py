"""Calling anyway: a rule of the house or the campaign set aside for one call, with a reason."""

from dataclasses import replace
from datetime import datetime, timedelta

from qualdesk.core.calling_rules import HOUSE_RULE, Decision, DecisionState
from qualdesk.core.consequences import may_dial
from qualdesk.core.frozen import frozen
from qualdesk.core.next_try import Standing
from qualdesk.core.sources import ALWAYS
from qualdesk.core.wording import tr

_DAY = (0, 24 * 60)
_ANY_NUMBER = 10**6


@frozen
class Overridden:
    """A rule that was set aside for one call: which, what it said, why, and by whom."""

    rule: str
    says: str
    because: str
    by: str


def can_be_lifted(rule: str) -> bool:
    """Whether somebody may call in spite of this rule: the house's hours, a window, spacing.

    Never a law, a do-not-call, a missing permission or a time somebody named.
    """
    return rule in _LIFTABLE


def lifted(standing: Standing, said: Decision, now: datetime) -> Decision:
    """What all other rules say once the one that stops the call is set aside.

    Still blocked where that is none that may be, or where another stands in the way as well.
    """
    if said.is_allowed or not can_be_lifted(said.rule):
        return said
    hours, limits = standing.hours, standing.hours.limits
    if said.rule == HOUSE_RULE:
        limits = replace(limits, hours=_DAY, days=frozenset(range(7)))
    elif said.rule == "max-attempts":
        limits = replace(limits, max_attempts=_ANY_NUMBER)
    elif said.rule == "max-per-day":
        limits = replace(limits, max_per_day=_ANY_NUMBER)
    elif said.rule == "min-gap":
        limits = replace(limits, min_gap=timedelta())
    window = ALWAYS if said.rule in _WINDOWS else hours.window
    window = replace(window, zone=hours.window.zone)
    closes_at = None if said.rule in _WINDOWS else standing.closes_at
    freed = replace(standing, hours=replace(hours, limits=limits, window=window))
    return may_dial(replace(freed, closes_at=closes_at), now)


def is_sole_blocker(standing: Standing, said: Decision, now: datetime) -> bool:
    """Whether the call could be made if only the rule that stops it were set aside for it."""
    return not said.is_allowed and lifted(standing, said, now).is_allowed


def called_anyway(said: Decision, others: Decision, because: str) -> Decision:
    """The decision that is kept with the call: allowed, with the rule that was set aside."""
    return replace(
        others,
        state=DecisionState.ALLOWED,
        rule=said.rule,
        says=tr("Called anyway: {reason}", reason=because),
        warnings=(*others.warnings, said.says),
    )


_WINDOWS = frozenset({"window-closed", "window-not-open"})
_LIFTABLE = frozenset({HOUSE_RULE, "max-attempts", "max-per-day", "min-gap", *_WINDOWS})
