"""What comes back from sales goes where the campaign's rules say, on a day of its calendar."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualdesk.core.recycling import (
    UNANSWERED,
    UNREAD,
    USUAL_RULES,
    RecycleRule,
    RecycleTo,
    rule_for,
    wake_at,
)
from qualdesk.core.sources import HandoffTerms
from qualdesk.core.times import local_time

NOW = datetime(2026, 3, 27, 15, 0, tzinfo=UTC)
QUEUE = RecycleRule(when="Wrong person", to=RecycleTo.QUEUE, after_days=0)


def test_a_campaign_begins_with_the_usual_rules() -> None:
    """T5: what sales never answered is nurtured, and sent back leads wait for somebody."""
    assert HandoffTerms().recycle == USUAL_RULES
    (rule,) = USUAL_RULES
    assert (rule.when, rule.to, rule.after_days) == (UNANSWERED, RecycleTo.NURTURE, 30)


def test_the_first_rule_for_a_reason_counts_in_any_spelling() -> None:
    other = RecycleRule(when="Wrong person", after_days=90)
    assert rule_for([QUEUE, other], "wrong PERSON") == QUEUE
    assert rule_for([QUEUE, other], "No date in sight") is None
    assert rule_for([], UNANSWERED) is None


def test_what_nobody_read_follows_the_rule_for_what_nobody_answered() -> None:
    unread = RecycleRule(when=UNREAD, to=RecycleTo.QUEUE, after_days=1)
    unanswered = RecycleRule(when=UNANSWERED)
    assert rule_for([unanswered], UNREAD) == unanswered
    assert rule_for([unanswered, unread], UNREAD) == unread
    assert rule_for([unread], UNANSWERED) is None


@pytest.mark.parametrize(
    ("when", "to", "days"),
    [
        (" ", RecycleTo.QUEUE, 1),
        ("Wrong person", RecycleTo.QUEUE, -1),
        ("Wrong person", RecycleTo.QUEUE, 3651),
        # Nurture without a date is nurture forever (T5).
        ("Wrong person", RecycleTo.NURTURE, 0),
    ],
)
def test_rules_that_lead_nowhere_are_refused(when: str, to: RecycleTo, days: int) -> None:
    with pytest.raises(ValueError, match=r"Say for which|come back after"):
        RecycleRule(when=when, to=to, after_days=days)


def test_days_are_those_of_the_calendar_there() -> None:
    """Over the change of the clock on 29 March the day still begins at midnight."""
    rule = RecycleRule(when=UNANSWERED, after_days=3)
    assert wake_at(rule, NOW, "Europe/Berlin") == datetime(2026, 3, 29, 22, 0, tzinfo=UTC)
    assert wake_at(QUEUE, NOW, "Europe/Berlin") == NOW


@given(
    zone=st.sampled_from(sorted(available_timezones())),
    minutes=st.integers(0, 10 * 365 * 24 * 60),
    days=st.integers(1, 400),
)
def test_leads_wake_on_their_day_in_every_zone(zone: str, minutes: int, days: int) -> None:
    now = datetime(2025, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    at = wake_at(RecycleRule(when=UNANSWERED, after_days=days), now, zone)
    wanted: date = local_time(now, zone).date() + timedelta(days=days)
    assert local_time(at, zone).date() >= wanted
    assert local_time(at - timedelta(minutes=1), zone).date() < wanted


def test_both_places_have_words() -> None:
    assert [place.label for place in RecycleTo] == ["Back to the queue", "Nurture"]
